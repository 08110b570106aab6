//! What a report tells of a unit. No SQL here.

use std::collections::BTreeMap;

use jiff::ToSpan;
use serde::Serialize;
use uuid::Uuid;

use crate::clock::Day;

/// The whole house, as a unit.
pub const HOUSE: Uuid = Uuid::nil();
/// How far back figures look, in days, today included.
pub const DAYS: i64 = 90;
/// Within how many days what customers ask is to be answered.
pub const ANSWER_DAYS: i64 = 5;
/// Of how many things at least a time to wait or a share is told.
pub const LEAST: u32 = 10;
/// Of fewer people, what is told of them all is told of a person.
pub const LEAST_PEOPLE: usize = 5;

/// What is told. The names stand in the database, in addresses of definitions and in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// People who work there. Of whom it is not told, nothing is but what waits.
    People,
    /// Praise by customers.
    Praise,
    /// Praise among colleagues.
    Colleagues,
    /// From sending to reading, the median in seconds.
    Heard,
    /// Concerns and questions of customers.
    Asked,
    /// Until a person answered them, the median in seconds.
    Answered,
    /// Of them, how many percent were answered in time.
    InTime,
    /// Now waiting for an answer; the value is how many of them are late.
    Waiting,
    /// Of the praise of customers, how many percent has nobody's name yet.
    Nameless,
    /// Issues that everybody at the site may read.
    Raised,
    /// Until they were answered, the median in days.
    Answer,
    /// Such issues now waiting for an answer; the value is how many of them are late.
    Owed,
    /// People who work there for as long as figures look back; the value is 1 if at least half of them had no praise, else 0: with a
    /// number, one note more could be seen to arrive.
    Unpraised,
}

impl Name {
    /// All, in the order of a report.
    pub const ALL: [Name; 13] = [
        Name::People,
        Name::Praise,
        Name::Colleagues,
        Name::Heard,
        Name::Asked,
        Name::Answered,
        Name::InTime,
        Name::Waiting,
        Name::Nameless,
        Name::Raised,
        Name::Answer,
        Name::Owed,
        Name::Unpraised,
    ];

    /// The name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Name::People => "people",
            Name::Praise => "praise",
            Name::Colleagues => "colleagues",
            Name::Heard => "heard",
            Name::Asked => "asked",
            Name::Answered => "answered",
            Name::InTime => "in_time",
            Name::Waiting => "waiting",
            Name::Nameless => "nameless",
            Name::Raised => "raised",
            Name::Answer => "answer",
            Name::Owed => "owed",
            Name::Unpraised => "unpraised",
        }
    }

    /// The reverse of [`Name::name`].
    pub fn from_name(name: &str) -> Option<Name> {
        Name::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// What is told, with how many things it is made of. Value and interval are in the unit of its name; there is none where they
/// are too few, or where half of them wait still.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Figure {
    pub n: u32,
    /// Too few things or people for a value.
    pub is_few: bool,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
}

impl Figure {
    /// So many.
    pub fn count(n: u32) -> Figure {
        Figure { n, ..Figure::default() }
    }

    /// So many, and too few for more.
    pub fn few(n: u32) -> Figure {
        Figure { n, is_few: true, ..Figure::default() }
    }

    /// So many, some of them.
    pub fn of(n: u32, value: u32) -> Figure {
        Figure { n, value: Some(f64::from(value)), ..Figure::default() }
    }
}

/// Of units.
pub type Figures = BTreeMap<(Uuid, Name), Figure>;

/// What was written in a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Week {
    /// Praise by customers.
    pub praise: u32,
    /// Praise among colleagues.
    pub colleagues: u32,
    /// Concerns and questions of customers.
    pub asked: u32,
}

/// The Monday that a day's week begins on.
pub fn monday(day: Day) -> Day {
    let back = i64::from(day.date().weekday().to_monday_zero_offset());
    day.date().saturating_sub(back.days()).into()
}

/// Of units, by the Monday that a week begins on.
pub type Weeks = BTreeMap<(Uuid, Day), Week>;
