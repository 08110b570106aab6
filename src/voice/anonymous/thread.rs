//! A thread: what a handler and a writer whom nobody knows say to each other. No SQL, no HTTP.

use diesel::prelude::*;

use super::words::{Header, Part, open};
use crate::clock::Day;
use crate::db::schema::anon_thread;
use crate::ids::{IssueId, PersonId, SiteId, ThreadId};
use crate::people::role::{Role, Scope};
use crate::people::viewer::Viewer;
use crate::seal::{DataKey, Unopened};
use crate::secrets::Secrets;
use crate::voice::clocks::Owed;
use crate::voice::state::{self, State};

/// Whether a handler may say so of a thread: what they may say of an issue, but that it goes on under another one. That has
/// a form of its own, because it needs to say under which.
pub fn is_step(to: State) -> bool {
    state::is_step(to) && to != State::Joined
}

/// Whether it is no word without a reason, a plan or a name beside it.
pub fn needs_words(to: State) -> bool {
    matches!(to, State::Planned | State::Declined | State::PassedOn)
}

/// Why the site no longer sees what it was shown: by mistake it was, it gives somebody away, or it hurts somebody.
pub const CAUSES: [&str; 3] = ["mistake", "unmasks", "hurts"];

/// What became of the question whether the site sees it.
pub mod review {
    /// Not decided.
    pub const OPEN: &str = "open";
    /// The site sees it.
    pub const PUBLISHED: &str = "published";
    /// It stays between the writer and the handlers.
    pub const KEPT: &str = "kept";
}

/// A thread as stored.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = anon_thread, treat_none_as_default_value = false)]
pub struct Row {
    /// Its key; random.
    pub id: ThreadId,
    /// The hash of the receipt's lookup.
    pub lookup_hash: Vec<u8>,
    /// The site, unless its writer would rather not say.
    pub site_id: Option<SiteId>,
    /// The code-word.
    pub handle: String,
    /// [`State::name`].
    pub state: String,
    /// One of [`review`].
    pub review: String,
    /// The issue that the site sees; of one that is joined, the issue under which it goes on.
    pub published_id: Option<IssueId>,
    /// Whether handlers have not been told of its newest words.
    pub is_news: bool,
    /// The version of the seal.
    pub enc_v: i32,
    /// The data key.
    pub wrapped_key: Vec<u8>,
    /// [`Header`], sealed.
    pub header: Vec<u8>,
    /// The day it was collected.
    pub received_on: Day,
    /// By when the writer must hear that it was read.
    pub acknowledge_due_on: Day,
    /// By when the writer must hear what becomes of it.
    pub feedback_due_on: Day,
    /// When they heard the one.
    pub acknowledged_on: Option<Day>,
    /// The day of the newest answer.
    pub answered_on: Option<Day>,
    /// Since when nothing more is owed.
    pub closed_on: Option<Day>,
    /// Grows with each change, so that two handlers notice each other.
    pub version: i32,
    /// How much hangs on it ([`crate::voice::criticality`]).
    pub criticality: i32,
    /// By when the writer must hear that it was read instead, if somebody may come to harm.
    pub alert_due_on: Option<Day>,
}

impl Row {
    /// What its writer is owed next: to hear that it was read, and then what becomes of it.
    pub fn owed(&self) -> Option<Owed> {
        let is_decided = State::from_name(&self.state).is_some_and(State::is_decided);
        match (self.closed_on, self.acknowledged_on) {
            (None, None) => {
                Some(Owed { since: self.received_on, on: self.alert_due_on.unwrap_or(self.acknowledge_due_on) })
            }
            (None, Some(_)) if !is_decided => Some(Owed { since: self.received_on, on: self.feedback_due_on }),
            _ => None,
        }
    }
}

/// A thread with its seal opened.
#[derive(Debug)]
pub struct Thread {
    /// As stored.
    pub row: Row,
    /// What it is about.
    pub header: Header,
    /// Its key.
    pub key: DataKey,
}

impl Thread {
    /// Opens the seal.
    pub fn open(secrets: &Secrets, row: Row) -> Result<Thread, Unopened> {
        let key = DataKey::unwrap(secrets, row.id.0.as_bytes(), &row.wrapped_key)?;
        let header = open(&key, row.id, Part::Header, &row.header)?;
        Ok(Thread { row, header, key })
    }

    /// Whether somebody who handles this part of the house may know of it.
    pub fn is_for(&self, person: PersonId, scope: &Scope) -> bool {
        let Header { excluded, aside, barred, .. } = &self.header;
        let is_kept = excluded.contains(&person) || aside.contains(&person);
        is_in(scope, self.row.site_id) && !is_kept && !barred.iter().any(|(one, _)| *one == person)
    }

    /// Whether it is kept from none of those who handle its part of the house.
    pub fn is_for_all(&self) -> bool {
        let Header { excluded, aside, barred, .. } = &self.header;
        excluded.is_empty() && aside.is_empty() && barred.is_empty()
    }

    /// Whether it may go on under an issue of others: whom it is kept from would count it there.
    pub fn may_be_joined(&self) -> bool {
        self.may_be_shown() && self.header.barred.is_empty()
    }

    /// Whether its site may be shown it at all: whoever was excluded would read it there with everybody else.
    pub fn may_be_shown(&self) -> bool {
        self.header.excluded.is_empty()
    }
}

/// Opens the seals of several. One that does not open is left out and the log says so, for it must not hide the others.
pub fn open_each(secrets: &Secrets, rows: Vec<Row>) -> Vec<Thread> {
    let opened = rows.into_iter().map(|row| Thread::open(secrets, row));
    opened
        .filter_map(|thread| thread.inspect_err(|error| tracing::error!(%error, "a thread does not open")).ok())
        .collect()
}

/// Whether a scope reaches a thread's site. One whose site is not said is for those who handle the whole organisation.
pub fn is_in(scope: &Scope, site: Option<SiteId>) -> bool {
    site.map_or(*scope == Scope::Everywhere, |site| scope.holds(site))
}

/// Where somebody handles what is said in confidence.
pub fn handles_at(viewer: &Viewer) -> Scope {
    viewer.scope_of(&[Role::ConfidentialHandler])
}
