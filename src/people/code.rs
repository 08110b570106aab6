//! What a QR code stands for. No SQL here.

use diesel::prelude::*;
use serde::Serialize;

use crate::clock::Moment;
use crate::db::schema::qr_code;
use crate::ids::{CodeId, PersonId, PlaceId, SiteId};

/// The length of a code: 50 bits are more than anybody tries out, and a short address makes a code that old phones read.
pub const CODE_LENGTH: usize = 10;

/// What a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The whole organisation: whoever scans it chooses a site.
    Organisation,
    /// A site.
    Site,
    /// A desk, room, ward.
    Place,
    /// Somebody's badge.
    Person,
}

impl Level {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Organisation => "organisation",
            Level::Site => "site",
            Level::Place => "place",
            Level::Person => "person",
        }
    }

    /// The level of a word in the database.
    pub fn from_word(word: &str) -> Option<Level> {
        [Level::Organisation, Level::Site, Level::Place, Level::Person].into_iter().find(|level| level.as_str() == word)
    }
}

/// Whom or what a new code shall stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The whole organisation.
    Organisation,
    /// A site.
    Site(SiteId),
    /// A place; its site follows from it.
    Place(PlaceId),
    /// A person; where they are is asked when the code is read, because they may move.
    Person(PersonId),
}

impl Subject {
    /// The level it belongs to.
    pub fn level(self) -> Level {
        match self {
            Subject::Organisation => Level::Organisation,
            Subject::Site(_) => Level::Site,
            Subject::Place(_) => Level::Place,
            Subject::Person(_) => Level::Person,
        }
    }
}

/// A code as it is stored. A badge's row names no site and a tent card's row names no site either: both follow from
/// what the code stands for.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = qr_code, treat_none_as_default_value = false)]
pub struct Code {
    /// Its key; notes keep it.
    pub id: CodeId,
    /// What is printed.
    pub code: String,
    /// [`Level::as_str`].
    pub level: String,
    /// The site, for that level only.
    pub site_id: Option<SiteId>,
    /// The place, for that level only.
    pub place_id: Option<PlaceId>,
    /// The person, for that level only.
    pub person_id: Option<PersonId>,
    /// When it was made.
    pub created_at: Moment,
    /// Since when it leads nowhere.
    pub revoked_at: Option<Moment>,
}

impl Code {
    /// A new code. `text` comes from [`crate::secrets::random_code`], outside the transaction.
    pub fn new(text: String, subject: Subject, now: Moment) -> Code {
        let mut code = Code {
            id: CodeId::new(now),
            code: text,
            level: subject.level().as_str().to_owned(),
            site_id: None,
            place_id: None,
            person_id: None,
            created_at: now,
            revoked_at: None,
        };
        match subject {
            Subject::Organisation => {}
            Subject::Site(id) => code.site_id = Some(id),
            Subject::Place(id) => code.place_id = Some(id),
            Subject::Person(id) => code.person_id = Some(id),
        }
        code
    }

    /// What it stands for; none if the row makes no sense.
    pub fn subject(&self) -> Option<Subject> {
        match Level::from_word(&self.level)? {
            Level::Organisation => Some(Subject::Organisation),
            Level::Site => self.site_id.map(Subject::Site),
            Level::Place => self.place_id.map(Subject::Place),
            Level::Person => self.person_id.map(Subject::Person),
        }
    }
}

/// Where a scanned code leads at this moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeTarget {
    /// The code's key.
    pub id: CodeId,
    /// The code as it is printed.
    pub code: String,
    /// What it stands for.
    pub level: Level,
    /// The site: its own, its place's, or where its person is now. None for the organisation.
    pub site_id: Option<SiteId>,
    /// The place.
    pub place_id: Option<PlaceId>,
    /// The person.
    pub person_id: Option<PersonId>,
    /// Since when it leads nowhere.
    pub revoked_at: Option<Moment>,
    /// Its person has left, or its place is no longer offered.
    pub is_over: bool,
}

impl CodeTarget {
    /// Whether it still chooses something. A code that is not live may still name the site to go to.
    pub fn is_live(&self) -> bool {
        self.revoked_at.is_none() && !self.is_over
    }
}
