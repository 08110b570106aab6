//! The queue of notes that somebody must look at.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{note, note_addition, place, site};
use crate::db::{Conn, Engine, Part};
use crate::ids::{NoteId, PersonId, SenderId, SiteId};
use crate::people::role::Scope;
use crate::praise::note::state;

/// A note in the queue.
#[derive(Debug, Queryable)]
pub struct Waiting {
    /// The note.
    pub id: NoteId,
    /// The site.
    pub site_id: SiteId,
    /// The language it is written in.
    pub language: String,
    /// What the person did, and what difference it made.
    pub words: (String, String),
    /// When it was sent.
    pub sent_at: Moment,
    /// The site's name and time zone.
    pub site: (String, String),
    /// The place's name.
    pub place: Option<String>,
    /// The name as it was typed.
    pub typed_name: Option<String>,
    /// When, where, which role, in the sender's words.
    pub hints: (Option<String>, Option<String>, Option<String>),
    /// Why it waits although it names somebody.
    pub flags: String,
    /// Whom the guest chose.
    pub chosen: Option<PersonId>,
    /// Who sent it.
    pub sender_id: Option<SenderId>,
    /// Where it is: [`state::UNMATCHED`], or why it was set aside.
    pub state: String,
    /// Grows with each change, and with what its sender adds.
    pub version: i32,
}

/// Which notes are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Those that wait, oldest first.
    Waiting,
    /// Those that were set aside, newest first.
    Aside,
    /// This one, wherever it is by now.
    One(NoteId),
}

impl Wanted {
    fn states(self) -> &'static [&'static str] {
        match self {
            Wanted::Waiting => &[state::UNMATCHED],
            Wanted::Aside => &state::ASIDE,
            Wanted::One(_) => &[state::UNMATCHED, state::NOBODY, state::JUNK, state::DELIVERED],
        }
    }
}

/// A part of the notes that are wanted, of these sites.
pub fn list(
    conn: &mut Conn,
    scope: &Scope,
    wanted: Wanted,
    part: Part<NoteId>,
    limit: i64,
) -> QueryResult<Vec<Waiting>> {
    let mut query = note::table
        .inner_join(site::table)
        .left_join(place::table)
        .filter(note::state.eq_any(wanted.states()))
        .limit(limit)
        .select((
            note::id,
            note::site_id,
            note::language,
            (note::did, note::difference),
            note::sent_at,
            (site::name, site::time_zone),
            place::name.nullable(),
            note::typed_name,
            (note::when_text, note::where_text, note::role_text),
            note::flags,
            note::chosen_person_id,
            note::sender_id,
            note::state,
            note::version,
        ))
        .into_boxed::<Engine>();
    if let Scope::Sites(sites) = scope {
        query = query.filter(note::site_id.eq_any(sites.clone()));
    }
    if let Wanted::One(one) = wanted {
        query = query.filter(note::id.eq(one));
    }
    let is_newest_first = wanted == Wanted::Aside;
    query = match part {
        Part::Beginning => query,
        Part::After(key) if is_newest_first => query.filter(note::id.lt(key)),
        Part::Before(key) if is_newest_first => query.filter(note::id.gt(key)),
        Part::After(key) => query.filter(note::id.gt(key)),
        Part::Before(key) => query.filter(note::id.lt(key)),
    };
    query = match is_newest_first != part.is_backwards() {
        true => query.order(note::id.desc()),
        false => query.order(note::id.asc()),
    };
    query.load(conn)
}

/// What the senders of these notes added, oldest first.
pub fn list_additions(conn: &mut Conn, ids: &[NoteId]) -> QueryResult<Vec<(NoteId, String)>> {
    note_addition::table
        .filter(note_addition::note_id.eq_any(ids))
        .order(note_addition::id)
        .select((note_addition::note_id, note_addition::text))
        .load(conn)
}

/// Sets a note aside or back, as somebody saw it; false if anything about it changed meanwhile.
pub fn set_state(conn: &mut Conn, id: NoteId, version: i32, to: &str) -> QueryResult<bool> {
    diesel::update(note::table.find(id).filter(note::version.eq(version)))
        .set((note::state.eq(to), note::version.eq(note::version + 1)))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// Lets a note wait again of which nobody could be found.
pub fn wait_again(conn: &mut Conn, id: NoteId) -> QueryResult<()> {
    diesel::update(note::table.find(id).filter(note::state.eq(state::NOBODY)))
        .set(note::state.eq(state::UNMATCHED))
        .execute(conn)
        .map(drop)
}

/// Takes a note out of the queue; false if somebody else just did.
pub fn mark_matched(conn: &mut Conn, id: NoteId) -> QueryResult<bool> {
    diesel::update(note::table.find(id).filter(note::state.eq(state::UNMATCHED)))
        .set((
            note::state.eq(state::DELIVERED),
            note::chosen_person_id.eq(None::<PersonId>),
            note::version.eq(note::version + 1),
        ))
        .execute(conn)
        .map(|rows| rows == 1)
}
