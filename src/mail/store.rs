//! The table `mail`.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Integer, Nullable, Text};

use super::message::Message;
use super::refusal_store;
use crate::clock::Moment;
use crate::db::schema::mail;
use crate::db::{Conn, Part};
use crate::ids::{ContactId, MailId};

/// A mail that the sender has taken from the outbox.
#[derive(Clone, Debug, QueryableByName)]
pub struct Taken {
    /// The key.
    #[diesel(sql_type = Binary)]
    pub id: MailId,
    /// Which mail it is.
    #[diesel(sql_type = Text)]
    pub kind: String,
    /// The recipient's address.
    #[diesel(sql_type = Text)]
    pub to_address: String,
    /// The recipient's name; may be empty.
    #[diesel(sql_type = Text)]
    pub to_name: String,
    /// The reader's language.
    #[diesel(sql_type = Text)]
    pub language: String,
    /// One line.
    #[diesel(sql_type = Text)]
    pub subject: String,
    /// The plain part.
    #[diesel(sql_type = Text)]
    pub text_body: String,
    /// The HTML part.
    #[diesel(sql_type = Text)]
    pub html_body: String,
    /// The Message-ID with its angle brackets.
    #[diesel(sql_type = Text)]
    pub message_id: String,
    /// Where one click stops such mails.
    #[diesel(sql_type = Nullable<Text>)]
    pub stop_url: Option<String>,
    /// Which attempt this is, the first is 1.
    #[diesel(sql_type = Integer)]
    pub attempts: i32,
    /// When the mail was written.
    #[diesel(sql_type = BigInt)]
    pub created_at: Moment,
}

impl From<&Message> for Taken {
    fn from(message: &Message) -> Taken {
        Taken {
            id: message.id,
            kind: message.kind.clone(),
            to_address: message.to.address.clone(),
            to_name: message.to.name.clone(),
            language: message.lang.tag().into(),
            subject: message.subject.clone(),
            text_body: message.text.clone(),
            html_body: message.html.clone(),
            message_id: message.message_id.clone(),
            stop_url: message.stop_url.clone(),
            attempts: 1,
            created_at: message.created_at,
        }
    }
}

/// Puts a mail in line; nothing happens if one with the same `once_key` is there.
pub fn insert(conn: &mut Conn, message: &Message) -> QueryResult<()> {
    let state = if refusal_store::holds(conn, message)? { "held" } else { "waiting" };
    insert_in(conn, message, state)
}

/// In this state a mail waits until the owner of its address wants mail.
const UNCONFIRMED: &str = "unconfirmed";

/// Keeps a mail until the owner of its address says that they want mail; nothing happens if one with the same `once_key` is there.
pub fn insert_unconfirmed(conn: &mut Conn, message: &Message) -> QueryResult<()> {
    insert_in(conn, message, UNCONFIRMED)
}

/// Puts in line what waited for a contact's yes; how many there were.
pub fn release_unconfirmed(conn: &mut Conn, contact: ContactId, now: Moment) -> QueryResult<usize> {
    let waiting = mail::table.filter(mail::contact_id.eq(contact)).filter(mail::state.eq(UNCONFIRMED));
    diesel::update(waiting).set((mail::state.eq("waiting"), mail::due_at.eq(now))).execute(conn)
}

fn insert_in(conn: &mut Conn, message: &Message, state: &str) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO mail (id, kind, to_address, to_name, language, subject, text_body, html_body, message_id, \
         once_key, person_id, contact_id, stop_url, state, attempts, due_at, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, $15, $16) \
         ON CONFLICT (once_key) DO NOTHING",
    )
    .bind::<Binary, _>(message.id)
    .bind::<Text, _>(&message.kind)
    .bind::<Text, _>(&message.to.address)
    .bind::<Text, _>(&message.to.name)
    .bind::<Text, _>(message.lang.tag())
    .bind::<Text, _>(&message.subject)
    .bind::<Text, _>(&message.text)
    .bind::<Text, _>(&message.html)
    .bind::<Text, _>(&message.message_id)
    .bind::<Nullable<Text>, _>(message.once_key.as_deref())
    .bind::<Nullable<Binary>, _>(message.person_id)
    .bind::<Nullable<Binary>, _>(message.contact_id)
    .bind::<Nullable<Text>, _>(message.stop_url.as_deref())
    .bind::<Text, _>(state)
    .bind::<BigInt, _>(message.created_at)
    .bind::<BigInt, _>(message.created_at)
    .execute(conn)
    .map(drop)
}

/// Whether any mail is due, or was being sent by a sender that died.
pub fn is_due(conn: &mut Conn, now: Moment) -> QueryResult<bool> {
    let waits = mail::state.eq("waiting").and(mail::due_at.le(now));
    let is_orphaned = mail::state.eq("sending").and(mail::claimed_until.lt(now));
    diesel::select(diesel::dsl::exists(mail::table.filter(waits))).get_result::<bool>(conn).and_then(|is_due| {
        if is_due {
            Ok(true)
        } else {
            diesel::select(diesel::dsl::exists(mail::table.filter(is_orphaned))).get_result(conn)
        }
    })
}

/// Takes up to `limit` mails that are due, oldest first, and marks them as being sent until `until`. A mail whose sender
/// died is due again when its mark runs out.
///
/// One statement: two senders at once can never take the same mail, because the second one's condition is looked at
/// again when the first one is done with the row.
pub fn take_due(conn: &mut Conn, now: Moment, until: Moment, limit: i64) -> QueryResult<Vec<Taken>> {
    // The numbers stand in the order in which they first appear: SQLite counts them so.
    const DUE: &str = "((state = 'waiting' AND due_at <= $2) OR (state = 'sending' AND claimed_until < $2))";
    diesel::sql_query(format!(
        "UPDATE mail SET state = 'sending', attempts = attempts + 1, claimed_until = $1 \
         WHERE id IN (SELECT id FROM mail WHERE {DUE} ORDER BY due_at, id LIMIT $3) AND {DUE} \
         RETURNING id, kind, to_address, to_name, language, subject, text_body, html_body, message_id, stop_url, \
         attempts, created_at"
    ))
    .bind::<BigInt, _>(until)
    .bind::<BigInt, _>(now)
    .bind::<BigInt, _>(limit)
    .load(conn)
}

/// Lets every mail that is being sent be taken again at once. Only for who knows that no sender is alive.
pub fn release_claims(conn: &mut Conn) -> QueryResult<usize> {
    diesel::update(mail::table.filter(mail::state.eq("sending")))
        .set(mail::claimed_until.eq(Some(Moment::from_micros(0))))
        .execute(conn)
}

/// Takes the mails with these keys that were not sent yet out of the line; how many. One that a sender holds may still go out, but
/// is not tried again.
pub fn remove_unsent(conn: &mut Conn, once_keys: &[String]) -> QueryResult<usize> {
    diesel::delete(mail::table.filter(mail::once_key.eq_any(once_keys)).filter(mail::state.ne("sent"))).execute(conn)
}

/// The same for all whose key begins so.
pub fn remove_unsent_of(conn: &mut Conn, beginning: &str) -> QueryResult<usize> {
    let of = mail::table.filter(mail::once_key.like(format!("{beginning}%")));
    diesel::delete(of.filter(mail::state.ne("sent"))).execute(conn)
}

/// The kind of the one mail that goes to a contact who has not said yes.
pub const ASKING: &str = "confirm_address";

/// Takes the mails to a contact that were not sent yet out of the line, except the question whether they want any. One that a
/// sender holds may still go out, but is not tried again.
pub fn remove_unsent_to(conn: &mut Conn, contact: ContactId) -> QueryResult<usize> {
    let of_contact = mail::table.filter(mail::contact_id.eq(contact)).filter(mail::state.ne("sent"));
    diesel::delete(of_contact.filter(mail::kind.ne(ASKING))).execute(conn)
}

/// The server has taken the mail. Its words go, because they may hold a link that is a secret, and nobody needs them
/// here any more.
pub fn mark_sent(conn: &mut Conn, id: MailId, now: Moment) -> QueryResult<()> {
    diesel::update(mail::table.find(id))
        .set((
            mail::state.eq("sent"),
            // Nothing is due any more, but the index over state and this finds the last one sent.
            mail::due_at.eq(now),
            mail::sent_at.eq(Some(now)),
            mail::claimed_until.eq(None::<Moment>),
            mail::last_error.eq(None::<String>),
            mail::text_body.eq(""),
            mail::html_body.eq(""),
        ))
        .execute(conn)
        .map(drop)
}

/// It did not work this time; the next attempt is at `due_at`.
pub fn mark_waiting(conn: &mut Conn, id: MailId, error: &str, due_at: Moment) -> QueryResult<()> {
    diesel::update(mail::table.find(id).filter(mail::state.eq("sending")))
        .set((
            mail::state.eq("waiting"),
            mail::due_at.eq(due_at),
            mail::claimed_until.eq(None::<Moment>),
            mail::last_error.eq(Some(error)),
        ))
        .execute(conn)
        .map(drop)
}

/// It will not work; it is kept until somebody sends it again.
pub fn mark_failed(conn: &mut Conn, id: MailId, error: &str) -> QueryResult<()> {
    diesel::update(mail::table.find(id).filter(mail::state.eq("sending")))
        .set((mail::state.eq("failed"), mail::claimed_until.eq(None::<Moment>), mail::last_error.eq(Some(error))))
        .execute(conn)
        .map(drop)
}

/// Puts every mail that failed back in line; how many there were.
pub fn mark_all_again(conn: &mut Conn, now: Moment) -> QueryResult<usize> {
    diesel::update(mail::table.filter(mail::state.eq("failed")))
        .set((mail::state.eq("waiting"), mail::attempts.eq(0), mail::due_at.eq(now)))
        .execute(conn)
}

/// Why a mail waits for somebody's hand after a restore.
const RESTORED: &str = "held back: this database was restored from a backup, and the mail may have gone out before";

/// Keeps every mail back that waits or was being sent, until somebody sends it by hand; how many there were. For a database
/// that comes out of a backup: nobody knows what went out since. What is held for its address's sake goes out by itself in
/// time; these, `restored`, do not.
pub fn hold_unsent(conn: &mut Conn) -> QueryResult<usize> {
    diesel::update(mail::table.filter(mail::state.eq_any(["waiting", "sending", "held"])))
        .set((mail::state.eq("restored"), mail::last_error.eq(RESTORED), mail::claimed_until.eq(None::<Moment>)))
        .execute(conn)
}

/// Forgets what was sent before a moment, with the addresses it went to, and what waited since then for somebody's yes; how many
/// there were.
pub fn remove_sent(conn: &mut Conn, before: Moment) -> QueryResult<usize> {
    diesel::delete(mail::table.filter(mail::state.eq_any(["sent", UNCONFIRMED])).filter(mail::due_at.lt(before)))
        .execute(conn)
}

/// Puts a mail that failed, is held, or waits for its next attempt, back in line as if it were new; false if there is no such
/// mail. The error stays until it is sent, so that one can see why it was sent again.
pub fn mark_again(conn: &mut Conn, id: MailId, now: Moment) -> QueryResult<bool> {
    diesel::update(mail::table.find(id).filter(mail::state.eq_any(["failed", "held", "restored", "waiting"])))
        .set((mail::state.eq("waiting"), mail::attempts.eq(0), mail::due_at.eq(now)))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// A mail as the administrator sees it: everything but its words.
#[derive(Clone, Debug, Queryable)]
pub struct Listed {
    /// The key.
    pub id: MailId,
    /// Which mail it is.
    pub kind: String,
    /// The recipient's address.
    pub to_address: String,
    /// One line.
    pub subject: String,
    /// `waiting`, `sending`, `sent`, `failed`, or `held` while its address refuses mail.
    pub state: String,
    /// How many attempts were made.
    pub attempts: i32,
    /// When the next attempt is due.
    pub due_at: Moment,
    /// What went wrong the last time, in the server's own words.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: Moment,
    /// When the server took it.
    pub sent_at: Option<Moment>,
}

/// A part of the mails, newest first.
pub fn list(conn: &mut Conn, part: Part<MailId>, limit: i64) -> QueryResult<Vec<Listed>> {
    let columns = (
        mail::id,
        mail::kind,
        mail::to_address,
        mail::subject,
        mail::state,
        mail::attempts,
        mail::due_at,
        mail::last_error,
        mail::created_at,
        mail::sent_at,
    );
    // Keys carry the time of writing, so their order is that of the mails.
    let mails = mail::table.filter(mail::state.ne(UNCONFIRMED)).select(columns).limit(limit);
    match part {
        Part::Beginning => mails.order(mail::id.desc()).load(conn),
        Part::After(key) => mails.filter(mail::id.lt(key)).order(mail::id.desc()).load(conn),
        Part::Before(key) => mails.filter(mail::id.gt(key)).order(mail::id.asc()).load(conn),
    }
}

/// How the outbox stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Queue {
    /// How many wait or are being sent.
    pub waiting: i64,
    /// How many were given up.
    pub failed: i64,
    /// How many are held, because their address refuses mail.
    pub held: i64,
    /// When the last one went out.
    pub last_sent_at: Option<Moment>,
}

/// Counts the outbox.
pub fn count_queue(conn: &mut Conn) -> QueryResult<Queue> {
    Ok(Queue {
        waiting: mail::table.filter(mail::state.eq_any(["waiting", "sending"])).count().get_result(conn)?,
        failed: mail::table.filter(mail::state.eq("failed")).count().get_result(conn)?,
        held: mail::table.filter(mail::state.eq_any(["held", "restored"])).count().get_result(conn)?,
        last_sent_at: mail::table
            .filter(mail::state.eq("sent"))
            .order(mail::due_at.desc())
            .select(mail::sent_at)
            .first::<Option<Moment>>(conn)
            .optional()?
            .flatten(),
    })
}

/// Both bodies of a mail.
#[cfg(test)]
pub(super) fn bodies(conn: &mut Conn, id: MailId) -> QueryResult<(String, String)> {
    mail::table.find(id).select((mail::text_body, mail::html_body)).first(conn)
}
