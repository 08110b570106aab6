//! The queue of notes that somebody must look at.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::schema::{note, place, site};
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
    /// What the person did.
    pub did: String,
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
}

/// A part of the notes that wait in these sites, oldest first; or one of them alone.
pub fn list_waiting(
    conn: &mut Conn,
    scope: &Scope,
    one: Option<NoteId>,
    part: Part<NoteId>,
    limit: i64,
) -> QueryResult<Vec<Waiting>> {
    let mut query = note::table
        .inner_join(site::table)
        .left_join(place::table)
        .filter(note::state.eq(state::UNMATCHED))
        .limit(limit)
        .select((
            note::id,
            note::site_id,
            note::language,
            note::did,
            note::sent_at,
            (site::name, site::time_zone),
            place::name.nullable(),
            note::typed_name,
            (note::when_text, note::where_text, note::role_text),
            note::flags,
            note::chosen_person_id,
            note::sender_id,
        ))
        .into_boxed::<Engine>();
    if let Scope::Sites(sites) = scope {
        query = query.filter(note::site_id.eq_any(sites.clone()));
    }
    if let Some(one) = one {
        query = query.filter(note::id.eq(one));
    }
    query = match part {
        Part::Beginning => query.order(note::id.asc()),
        Part::After(key) => query.filter(note::id.gt(key)).order(note::id.asc()),
        Part::Before(key) => query.filter(note::id.lt(key)).order(note::id.desc()),
    };
    query.load(conn)
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
