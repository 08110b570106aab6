//! Conversations in the database.

use diesel::prelude::*;
use serde::Serialize;

use crate::clock::Moment;
use crate::conversations::conversation::{ANSWER_WITHIN_DAYS, ImportedConversation, NewConversation, state};
use crate::db::schema::{
    contact, conversation, conversation_event, conversation_message, person, person_role, place, sender, site,
};
use crate::db::{Conn, Engine, Part, hold};
use crate::ids::{ContactId, ConversationId, MessageId, PersonId, RowId, SenderId, SiteId};
use crate::people::contact::{Consent, Reach};
use crate::people::contact_store::CONSENT;
use crate::people::role::{Role, Scope};

/// Stores a conversation with its first message. Fails with a unique violation of `conversation.form_hash` at a second
/// press of the same form.
pub fn insert(conn: &mut Conn, new: &NewConversation, owner: Option<PersonId>, now: Moment) -> QueryResult<()> {
    diesel::insert_into(conversation::table)
        .values((
            conversation::id.eq(new.id),
            conversation::form_hash.eq(&new.form_hash),
            conversation::kind.eq(new.kind.name()),
            conversation::site_id.eq(new.door.site_id),
            conversation::place_id.eq(new.door.place.as_ref().map(|place| place.0)),
            conversation::code_id.eq(new.door.code_id),
            conversation::sender_id.eq(new.sender_id),
            conversation::owner_id.eq(owner),
            conversation::language.eq(new.language),
            conversation::state.eq(state::RECEIVED),
            conversation::flags.eq(&new.flags),
            conversation::sent_at.eq(now),
            conversation::answer_by.eq(now.plus_seconds(ANSWER_WITHIN_DAYS * 24 * 3600)),
            conversation::version.eq(1),
        ))
        .execute(conn)?;
    insert_message(conn, new.id, None, &new.body, None, now)?;
    insert_event(conn, new.id, None, state::RECEIVED, now)
}

/// Stores a concern or question that was gathered elsewhere; nobody can be answered, so it is settled from the start.
pub fn insert_imported(conn: &mut Conn, new: &ImportedConversation) -> QueryResult<()> {
    diesel::insert_into(conversation::table)
        .values((
            conversation::id.eq(new.id),
            conversation::form_hash.eq(&new.row_hash),
            conversation::kind.eq(new.kind.name()),
            conversation::site_id.eq(new.site_id),
            conversation::language.eq(&new.language),
            conversation::state.eq(state::CLOSED),
            conversation::flags.eq(""),
            conversation::rating.eq(new.rating),
            conversation::source_name.eq(&new.source_name),
            conversation::sent_at.eq(new.received_at),
            conversation::closed_at.eq(new.received_at),
            conversation::version.eq(1),
        ))
        .execute(conn)?;
    insert_message(conn, new.id, None, &new.body, None, new.received_at)?;
    insert_event(conn, new.id, None, state::CLOSED, new.received_at)
}

/// Whether a form, or a row of a file, is there already.
pub fn is_known(conn: &mut Conn, form_hash: &[u8]) -> QueryResult<bool> {
    let known = conversation::table.filter(conversation::form_hash.eq(form_hash)).count().get_result::<i64>(conn)?;
    Ok(known > 0)
}

/// Adds a message: of a member of staff, or of the guest. Fails with a unique violation of
/// `conversation_message.form_hash` at a second press.
pub fn insert_message(
    conn: &mut Conn,
    id: ConversationId,
    by: Option<PersonId>,
    words: &str,
    form_hash: Option<&[u8]>,
    now: Moment,
) -> QueryResult<()> {
    diesel::insert_into(conversation_message::table)
        .values((
            conversation_message::id.eq(MessageId::new(now)),
            conversation_message::conversation_id.eq(id),
            conversation_message::form_hash.eq(form_hash),
            conversation_message::side.eq(if by.is_some() { "staff" } else { "customer" }),
            conversation_message::person_id.eq(by),
            conversation_message::text.eq(words),
            conversation_message::sent_at.eq(now),
        ))
        .execute(conn)
        .map(drop)
}

/// As many messages a guest sends one after the other: each of them is on every page that shows the conversation.
const IN_A_ROW: i64 = 20;

/// What came of words that a guest adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// They are there, by this press or the one before, while it waited for an answer.
    Waiting,
    /// They are there, and it waits again: nobody waited for it any more.
    Again,
    /// It was taken back.
    Gone,
    /// Nobody has answered the last ones, and there are as many of them as it takes.
    TooMany,
}

/// Adds what a guest says further and lets it wait again; not if it waits and that is the last that was said, as at a
/// second press.
pub fn insert_addition(conn: &mut Conn, id: ConversationId, words: &str, now: Moment) -> QueryResult<Added> {
    let Some(state_now) = hold(conn, id)? else { return Ok(Added::Gone) };
    let last: Vec<(Option<PersonId>, String)> = conversation_message::table
        .filter(conversation_message::conversation_id.eq(id))
        .order((conversation_message::sent_at.desc(), conversation_message::id.desc()))
        .select((conversation_message::person_id, conversation_message::text))
        .limit(IN_A_ROW)
        .load(conn)?;
    let waits = state_now == state::RECEIVED;
    if waits && last.first().is_some_and(|(by, text)| by.is_none() && text == words) {
        return Ok(Added::Waiting);
    }
    if i64::try_from(last.len()).unwrap_or(IN_A_ROW) >= IN_A_ROW && last.iter().all(|(by, _)| by.is_none()) {
        return Ok(Added::TooMany);
    }
    insert_message(conn, id, None, words, None, now)?;
    set_state(conn, id, None, state::RECEIVED, now)?;
    Ok(if waits { Added::Waiting } else { Added::Again })
}

/// Lets nothing else happen to a conversation until this deed ends: on PostgreSQL two could read it as it was before either
/// of them. Where it is; none if it was taken back, and then nothing happens to it ever again.
fn hold(conn: &mut Conn, id: ConversationId) -> QueryResult<Option<String>> {
    let this = conversation::table.find(id).filter(conversation::state.ne(state::WITHDRAWN));
    diesel::update(this).set(conversation::version.eq(conversation::version + 1)).execute(conn)?;
    this.select(conversation::state).first(conn).optional()
}

fn insert_event(conn: &mut Conn, id: ConversationId, by: Option<PersonId>, what: &str, now: Moment) -> QueryResult<()> {
    diesel::insert_into(conversation_event::table)
        .values((
            conversation_event::id.eq(RowId::new(now)),
            conversation_event::conversation_id.eq(id),
            conversation_event::person_id.eq(by),
            conversation_event::what.eq(what),
            conversation_event::detail.eq(""),
            conversation_event::at.eq(now),
        ))
        .execute(conn)
        .map(drop)
}

/// Settles a conversation as somebody saw it; false if anything about it changed meanwhile.
pub fn close(conn: &mut Conn, id: ConversationId, version: i32, by: PersonId, now: Moment) -> QueryResult<bool> {
    let as_seen = conversation::table.find(id).filter(conversation::version.eq(version));
    if hold!(conn, as_seen, conversation::version)? == 0 {
        return Ok(false);
    }
    set_state(conn, id, Some(by), state::CLOSED, now)
}

/// Moves a conversation to another state, with an entry in its timeline; false if it was taken back.
pub fn set_state(
    conn: &mut Conn,
    id: ConversationId,
    by: Option<PersonId>,
    to: &str,
    now: Moment,
) -> QueryResult<bool> {
    if hold(conn, id)?.is_none() {
        return Ok(false);
    }
    diesel::update(conversation::table.find(id)).set(conversation::state.eq(to)).execute(conn)?;
    if to == state::ANSWERED {
        diesel::update(conversation::table.find(id).filter(conversation::answered_at.is_null()))
            .set(conversation::answered_at.eq(now))
            .execute(conn)?;
    }
    diesel::update(conversation::table.find(id))
        .set(conversation::closed_at.eq((to == state::CLOSED).then_some(now)))
        .execute(conn)?;
    insert_event(conn, id, by, to, now).map(|()| true)
}

/// Takes a conversation back: its words are erased, a stub of when and where remains.
pub fn withdraw(conn: &mut Conn, id: ConversationId, now: Moment) -> QueryResult<()> {
    set_state(conn, id, None, state::WITHDRAWN, now)?;
    // After the row is taken: what somebody was just saying is stored by now, and erased with all the rest.
    let said = conversation_message::table.filter(conversation_message::conversation_id.eq(id));
    diesel::delete(said).execute(conn).map(drop)
}

/// Who answers at a site: its responder, else whoever runs it, else a responder for all sites; among several the one
/// with the fewest open conversations.
pub fn find_owner(conn: &mut Conn, site_id: SiteId) -> QueryResult<Option<PersonId>> {
    for (role, everywhere) in [(Role::Responder, false), (Role::SiteManager, false), (Role::Responder, true)] {
        let mut query = person_role::table
            .inner_join(person::table)
            .filter(person_role::role.eq(role.name()))
            .filter(person_role::department_id.is_null())
            .filter(person::left_on.is_null())
            .select(person_role::person_id)
            .into_boxed::<Engine>();
        query = match everywhere {
            true => query.filter(person_role::site_id.is_null()),
            false => query.filter(person_role::site_id.eq(site_id)),
        };
        let people: Vec<PersonId> = query.load(conn)?;
        let mut best: Option<(i64, PersonId)> = None;
        for id in people {
            let open = conversation::table
                .filter(conversation::owner_id.eq(id))
                .filter(conversation::state.eq(state::RECEIVED))
                .count()
                .get_result(conn)?;
            best = Some(best.map_or((open, id), |best| best.min((open, id))));
        }
        if let Some((_, id)) = best {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// The names of the sites where nobody answers, by the rule of [`find_owner`].
pub fn list_unanswered(conn: &mut Conn) -> QueryResult<Vec<String>> {
    let answering: Vec<(String, Option<SiteId>)> = person_role::table
        .inner_join(person::table)
        .filter(person_role::role.eq_any([Role::Responder, Role::SiteManager].map(Role::name)))
        .filter(person_role::department_id.is_null())
        .filter(person::left_on.is_null())
        .select((person_role::role, person_role::site_id))
        .load(conn)?;
    let answers_at = |id: SiteId| {
        let holds = |(role, site): &(String, Option<SiteId>)| match site {
            None => role == Role::Responder.name(),
            Some(site) => *site == id,
        };
        answering.iter().any(holds)
    };
    let sites: Vec<(SiteId, String)> =
        site::table.order((site::name_fold, site::id)).select((site::id, site::name)).load(conn)?;
    Ok(sites.into_iter().filter(|(id, _)| !answers_at(*id)).map(|(_, name)| name).collect())
}

/// A conversation with what every page of it shows.
#[derive(Clone, Debug, Queryable)]
pub struct Whole {
    /// Its key.
    pub id: ConversationId,
    /// `concern` or `question`.
    pub kind: String,
    /// The site.
    pub site_id: SiteId,
    /// The site's name, slug and time zone.
    pub site: (String, String, String),
    /// The place's name.
    pub place: Option<String>,
    /// The guest.
    pub sender_id: Option<SenderId>,
    /// How the guest likes to be addressed.
    pub sender_name: Option<String>,
    /// The address that was left, if any, and what its owner said.
    pub contact: Option<(ContactId, Consent)>,
    /// The language it was asked in.
    pub language: String,
    /// Where it is.
    pub state: String,
    /// When it was asked.
    pub sent_at: Moment,
    /// When the first answer is due.
    pub answer_by: Option<Moment>,
    /// Who owns it.
    pub owner_id: Option<PersonId>,
    /// Grows with every change.
    pub version: i32,
    /// When it was answered first.
    pub answered_at: Option<Moment>,
}

impl Whole {
    /// Whether an answer goes to the guest by mail; none if they left no address.
    pub fn reach(&self) -> Option<Reach> {
        self.contact.clone().map(|(_, said)| Reach::of(said))
    }
}

/// Which conversations are wanted.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// The guest's own.
    OfSender(SenderId),
    /// One of these sites'.
    One(ConversationId, Scope),
    /// What waits for an answer, oldest first.
    Waiting(Scope),
    /// What was answered and may be settled, newest first.
    Answered(Scope),
    /// What is settled or taken back, newest first.
    Closed(Scope),
}

/// A part of the conversations that are wanted.
pub fn list(conn: &mut Conn, wanted: &Wanted, part: Part<ConversationId>, limit: i64) -> QueryResult<Vec<Whole>> {
    let mut query = conversation::table
        .inner_join(site::table)
        .left_join(place::table)
        .left_join(sender::table.left_join(contact::table))
        .limit(limit)
        .select((
            conversation::id,
            conversation::kind,
            conversation::site_id,
            (site::name, site::slug, site::time_zone),
            place::name.nullable(),
            conversation::sender_id,
            sender::name.nullable(),
            (contact::id, CONSENT).nullable(),
            conversation::language,
            conversation::state,
            conversation::sent_at,
            conversation::answer_by,
            conversation::owner_id,
            conversation::version,
            conversation::answered_at,
        ))
        .into_boxed::<Engine>();
    let scope = match wanted {
        Wanted::OfSender(id) => {
            query = query.filter(conversation::sender_id.eq(*id)).filter(conversation::state.ne(state::WITHDRAWN));
            &Scope::Everywhere
        }
        Wanted::One(id, scope) => {
            query = query.filter(conversation::id.eq(*id));
            scope
        }
        Wanted::Waiting(scope) => {
            query = query.filter(conversation::state.eq(state::RECEIVED));
            scope
        }
        Wanted::Answered(scope) => {
            query = query.filter(conversation::state.eq(state::ANSWERED));
            scope
        }
        Wanted::Closed(scope) => {
            query = query.filter(conversation::state.eq_any([state::CLOSED, state::WITHDRAWN]));
            scope
        }
    };
    if let Scope::Sites(sites) = scope {
        query = query.filter(conversation::site_id.eq_any(sites.clone()));
    }
    let is_newest_first = matches!(wanted, Wanted::Answered(_) | Wanted::Closed(_));
    query = match part {
        Part::Beginning => query,
        Part::After(key) if is_newest_first => query.filter(conversation::id.lt(key)),
        Part::Before(key) if is_newest_first => query.filter(conversation::id.gt(key)),
        Part::After(key) => query.filter(conversation::id.gt(key)),
        Part::Before(key) => query.filter(conversation::id.lt(key)),
    };
    query = match is_newest_first != part.is_backwards() {
        true => query.order(conversation::id.desc()),
        false => query.order(conversation::id.asc()),
    };
    query.load(conn)
}

/// How many conversations there are in the lists of an inbox that somebody looks after.
#[derive(Debug, Serialize)]
pub struct Counts {
    /// [`Wanted::Waiting`]
    pub waiting: i64,
    /// [`Wanted::Answered`]
    pub answered: i64,
}

/// Counts them.
pub fn count(conn: &mut Conn, scope: &Scope) -> QueryResult<Counts> {
    Ok(Counts { waiting: count_waiting(conn, scope)?, answered: count_in(conn, scope, state::ANSWERED)? })
}

/// How many wait for an answer.
pub fn count_waiting(conn: &mut Conn, scope: &Scope) -> QueryResult<i64> {
    count_in(conn, scope, state::RECEIVED)
}

fn count_in(conn: &mut Conn, scope: &Scope, state: &str) -> QueryResult<i64> {
    let mut query = conversation::table
        .filter(conversation::state.eq(state))
        .select(diesel::dsl::count_star())
        .into_boxed::<Engine>();
    if let Scope::Sites(sites) = scope {
        query = query.filter(conversation::site_id.eq_any(sites.clone()));
    }
    query.first(conn)
}

/// One message with the name of the member of staff who wrote it: preferred, given, family.
#[derive(Clone, Debug, Queryable)]
pub struct Said {
    /// The conversation.
    pub conversation_id: ConversationId,
    /// The words.
    pub text: String,
    /// When.
    pub sent_at: Moment,
    /// Who of the staff; none for the guest.
    pub by: Option<(Option<String>, String, String)>,
}

/// All that was said in some conversations, oldest first.
pub fn list_messages(conn: &mut Conn, ids: &[ConversationId]) -> QueryResult<Vec<Said>> {
    conversation_message::table
        .left_join(person::table)
        .filter(conversation_message::conversation_id.eq_any(ids))
        .order((conversation_message::conversation_id, conversation_message::sent_at, conversation_message::id))
        .select((
            conversation_message::conversation_id,
            conversation_message::text,
            conversation_message::sent_at,
            (person::preferred_name, person::given_name, person::family_name).nullable(),
        ))
        .load(conn)
}

/// The guest of a form that was sent before.
pub fn find_sender_of_form(conn: &mut Conn, form_hash: &[u8]) -> QueryResult<Option<SenderId>> {
    let sender = conversation::table.filter(conversation::form_hash.eq(form_hash)).select(conversation::sender_id);
    sender.first::<Option<SenderId>>(conn).optional().map(Option::flatten)
}
