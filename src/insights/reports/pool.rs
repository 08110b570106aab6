//! What was written about a unit, pooled, and the figures that come of it. No SQL here.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{ANSWER_DAYS, Figure, LEAST, LEAST_PEOPLE, Name, Week};
use crate::clock::Day;
use crate::ids::PersonId;
use crate::insights::statistics::shares::wilson;
use crate::insights::statistics::waiting::{Waiting, waiting};

const DAY_SECONDS: f64 = 24.0 * 3600.0;

/// How long somebody has waited, and whether that is over.
pub type Wait = (f64, bool);

/// How many wait, and how many of them for too long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    pub waiting: u32,
    pub late: u32,
}

impl Queue {
    pub fn put(&mut self, is_late: bool) {
        self.waiting += 1;
        self.late += u32::from(is_late);
    }

    fn figure(self) -> Figure {
        Figure::of(self.waiting, self.late)
    }
}

/// What is known of one unit: a site, a department of it, a subject of issues, or the whole house.
#[derive(Clone, Debug, Default)]
pub struct Pool {
    /// Who works there today.
    pub people: BTreeSet<PersonId>,
    pub weeks: BTreeMap<Day, Week>,
    pub praise: u32,
    pub colleagues: u32,
    /// Praise of customers that waits for a name.
    pub nameless: u32,
    /// From sending to reading, in seconds, each time somebody was praised.
    pub heard: Vec<Wait>,
    pub hearers: BTreeSet<PersonId>,
    /// Until customers were answered, in seconds.
    pub asked: Vec<Wait>,
    pub waiting: Queue,
    /// Until issues were answered, in days.
    pub raised: Vec<Wait>,
    pub owed: Queue,
    /// Who has been there for long enough, and whether they had praise.
    pub staff: BTreeMap<PersonId, bool>,
}

impl Pool {
    /// Counts a note of the week that begins on a Monday.
    pub fn put_note(&mut self, monday: Day, is_colleagues: bool) {
        let week = self.weeks.entry(monday).or_default();
        let (sum, of_week) = match is_colleagues {
            true => (&mut self.colleagues, &mut week.colleagues),
            false => (&mut self.praise, &mut week.praise),
        };
        (*sum, *of_week) = (*sum + 1, *of_week + 1);
    }

    /// Puts what is known of a part to what is known of the whole.
    pub fn put(&mut self, part: Pool) {
        for (monday, week) in part.weeks {
            let mine = self.weeks.entry(monday).or_default();
            mine.praise += week.praise;
            mine.colleagues += week.colleagues;
            mine.asked += week.asked;
        }
        self.people.extend(part.people);
        self.praise += part.praise;
        self.colleagues += part.colleagues;
        self.nameless += part.nameless;
        self.heard.extend(part.heard);
        self.hearers.extend(part.hearers);
        self.asked.extend(part.asked);
        for (mine, its) in [(&mut self.waiting, part.waiting), (&mut self.owed, part.owed)] {
            mine.waiting += its.waiting;
            mine.late += its.late;
        }
        self.raised.extend(part.raised);
        self.staff.extend(part.staff);
    }

    /// Its figures; of what there is none of, none.
    pub fn figures(&self) -> Vec<(Name, Figure)> {
        let asked = waiting(&self.asked);
        let raised = waiting(&self.raised);
        let all = [
            (Name::People, Figure::count(limited(self.people.len()))),
            (Name::Praise, Figure::count(self.praise)),
            (Name::Colleagues, Figure::count(self.colleagues)),
            (Name::Heard, median(&self.heard, &waiting(&self.heard), self.hearers.len() >= LEAST_PEOPLE)),
            (Name::Asked, Figure::count(count(&self.asked))),
            (Name::Answered, median(&self.asked, &asked, true)),
            (Name::InTime, in_time(&self.asked, &asked)),
            (Name::Waiting, self.waiting.figure()),
            (Name::Nameless, share(self.nameless, self.praise)),
            (Name::Raised, Figure::count(count(&self.raised))),
            (Name::Answer, median(&self.raised, &raised, true)),
            (Name::Owed, self.owed.figure()),
            (Name::Unpraised, self.unpraised()),
        ];
        all.into_iter().filter(|(_, figure)| figure.n > 0).collect()
    }

    /// What may be told where hardly anybody works: what waits is everybody's business.
    pub fn queues(&self) -> Vec<(Name, Figure)> {
        let all = [(Name::Waiting, self.waiting.figure()), (Name::Owed, self.owed.figure())];
        all.into_iter().filter(|(_, figure)| figure.n > 0).collect()
    }

    fn unpraised(&self) -> Figure {
        let without = self.staff.values().filter(|praised| !**praised).count();
        match self.staff.len() {
            few if few < LEAST_PEOPLE => Figure::default(),
            staff => Figure::of(limited(staff), u32::from(2 * without >= staff)),
        }
    }
}

fn limited(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn count(waits: &[Wait]) -> u32 {
    limited(waits.len())
}

fn median(waits: &[Wait], waiting: &Waiting, is_told: bool) -> Figure {
    let n = count(waits);
    if n < LEAST || !is_told {
        return Figure::few(n);
    }
    let (low, high) = waiting.median_interval();
    Figure { value: waiting.median(), low, high, ..Figure::count(n) }
}

fn in_time(waits: &[Wait], waiting: &Waiting) -> Figure {
    let (n, time) = (count(waits), ANSWER_DAYS as f64 * DAY_SECONDS);
    // Before anybody's time is over, nobody can be late and everybody who was answered was answered in time.
    match waiting.within_interval(time).filter(|_| n >= LEAST) {
        None => Figure::few(n),
        Some((low, high)) => Figure {
            value: Some(100.0 * waiting.answered_within(time)),
            low: Some(100.0 * low),
            high: Some(100.0 * high),
            ..Figure::count(n)
        },
    }
}

/// Wilson's interval, in percent.
fn share(some: u32, n: u32) -> Figure {
    match wilson(some, n).filter(|_| n >= LEAST) {
        None => Figure::few(n),
        Some((low, high)) => Figure {
            value: Some(100.0 * f64::from(some) / f64::from(n)),
            low: Some(100.0 * low),
            high: Some(100.0 * high),
            ..Figure::count(n)
        },
    }
}
