//! What a guest sees of their own note.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{contact, note, note_addition, note_recipient, person, place, sender, site};
use crate::ids::{NoteId, PersonId, RecipientId, SenderId, SiteId};
use crate::people::contact::{Consent, Reach};
use crate::people::contact_store;
use crate::praise::note::state;

/// A note as its sender may see it.
#[derive(Clone, Debug)]
pub struct Followed {
    /// The note.
    pub id: NoteId,
    /// The site.
    pub site_id: SiteId,
    /// The site's name, slug and time zone.
    pub site: (String, String, String),
    /// The place's name.
    pub place: Option<String>,
    /// When it was sent.
    pub sent_at: Moment,
    /// The language it is written in.
    pub language: String,
    /// What the person did, and what difference it made.
    pub words: (String, String),
    /// Where it is on its way.
    pub state: String,
    /// Answers to the three optional questions.
    pub answers: (Option<String>, Option<String>, Option<String>),
    /// Who was praised.
    pub shares: Vec<FollowedShare>,
    /// What the sender added.
    pub additions: Vec<(String, Moment)>,
    /// What whoever the guest chose is called, while the note is looked at before they get it.
    pub held_for: Option<String>,
    /// Whether they hear of it by mail; none if they left no address.
    pub reach: Option<Reach>,
}

/// One praised person, as the sender may see them.
#[derive(Clone, Debug, Queryable)]
pub struct FollowedShare {
    /// The share.
    pub id: RecipientId,
    /// The person.
    pub person_id: PersonId,
    /// The given name.
    pub given_name: String,
    /// The preferred name.
    pub preferred_name: Option<String>,
    /// When the person read it.
    pub read_at: Option<Moment>,
    /// When it was heard on the spot.
    pub heard_at: Option<Moment>,
    /// The person's answer.
    pub thanks: Option<String>,
}

/// The note of a sender; none once it is withdrawn, because its link is then as dead as an altered one.
pub fn find_followed(conn: &mut Conn, sender_id: SenderId) -> QueryResult<Option<Followed>> {
    type Note = (NoteId, SiteId, Moment, String, String, String, String);
    type Answers = (Option<String>, Option<String>, Option<String>);
    type Row = (Note, Answers, (String, String, String), Option<String>);
    let columns = (
        (note::id, note::site_id, note::sent_at, note::language, note::did, note::difference, note::state),
        (note::satisfied, note::individual, note::would_return),
        (site::name, site::slug, site::time_zone),
        place::name.nullable(),
    );
    let row: Option<Row> = note::table
        .inner_join(site::table)
        .left_join(place::table)
        .filter(note::sender_id.eq(sender_id))
        .filter(note::state.ne(state::WITHDRAWN))
        .select(columns)
        .first(conn)
        .optional()?;
    let Some(((id, site_id, sent_at, language, did, difference, state), answers, site, place)) = row else {
        return Ok(None);
    };
    let shares = list_shares(conn, id)?;
    let additions = list_additions(conn, id)?;
    let said: Option<Consent> = sender::table
        .inner_join(contact::table)
        .filter(sender::id.eq(sender_id))
        .select(contact_store::CONSENT)
        .first(conn)
        .optional()?;
    let held_for = if state == state::UNMATCHED { find_held_for(conn, id)? } else { None };
    let words = (did, difference);
    Ok(Some(Followed {
        id,
        site_id,
        site,
        place,
        sent_at,
        language,
        words,
        state,
        answers,
        shares,
        additions,
        held_for,
        reach: said.map(Reach::of),
    }))
}

fn find_held_for(conn: &mut Conn, id: NoteId) -> QueryResult<Option<String>> {
    let names: Option<(String, Option<String>)> = note::table
        .inner_join(person::table.on(note::chosen_person_id.eq(person::id.nullable())))
        .filter(note::id.eq(id))
        .select((person::given_name, person::preferred_name))
        .first(conn)
        .optional()?;
    Ok(names.map(|(given, preferred)| preferred.unwrap_or(given)))
}

fn list_shares(conn: &mut Conn, id: NoteId) -> QueryResult<Vec<FollowedShare>> {
    note_recipient::table
        .inner_join(person::table)
        .filter(note_recipient::note_id.eq(id))
        .order(note_recipient::id)
        .select((
            note_recipient::id,
            person::id,
            person::given_name,
            person::preferred_name,
            note_recipient::read_at,
            note_recipient::heard_at,
            note_recipient::thanks,
        ))
        .load(conn)
}

/// What the sender added, oldest first.
pub fn list_additions(conn: &mut Conn, id: NoteId) -> QueryResult<Vec<(String, Moment)>> {
    note_addition::table
        .filter(note_addition::note_id.eq(id))
        .order(note_addition::id)
        .select((note_addition::text, note_addition::added_at))
        .load(conn)
}

/// The guest who sent a note; none for a colleague's.
pub fn find_sender_of(conn: &mut Conn, id: NoteId) -> QueryResult<Option<SenderId>> {
    note::table.find(id).select(note::sender_id).first::<Option<SenderId>>(conn).optional().map(Option::flatten)
}
