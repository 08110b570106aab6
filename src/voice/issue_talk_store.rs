//! What is said about an issue: messages between its raiser and its handlers, the handlers' own remarks, and the dated
//! entries that everybody sees who sees the issue.

use diesel::prelude::*;

use super::sealed::Kept;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::{issue_event, issue_message, issue_remark};
use crate::ids::{IssueId, MessageId, PersonId, RowId};

/// Which side a message comes from. The names stand in the database.
pub mod side {
    /// Who raised it.
    pub const RAISER: &str = "raiser";
    /// Who handles it.
    pub const HANDLER: &str = "handler";
}

/// A message before it is stored.
#[derive(Clone, Debug)]
pub struct NewMessage {
    /// Its key.
    pub id: MessageId,
    /// About which issue.
    pub issue_id: IssueId,
    /// SHA-256 of the form's key.
    pub form_hash: Vec<u8>,
    /// [`side`].
    pub side: &'static str,
    /// Who wrote it.
    pub by: PersonId,
    /// What was written.
    pub kept: Kept,
}

/// Stores a message. Fails with a unique violation of `issue_message.form_hash` at a second press.
pub fn insert_message(conn: &mut Conn, new: &NewMessage, now: Moment) -> QueryResult<()> {
    diesel::insert_into(issue_message::table)
        .values((
            issue_message::id.eq(new.id),
            issue_message::issue_id.eq(new.issue_id),
            issue_message::form_hash.eq(&new.form_hash),
            issue_message::side.eq(new.side),
            issue_message::person_id.eq(new.by),
            issue_message::text.eq(&new.kept.text),
            issue_message::sealed.eq(&new.kept.sealed),
            issue_message::sent_at.eq(now),
        ))
        .execute(conn)
        .map(drop)
}

/// Stores a remark among handlers. Fails with a unique violation of `issue_remark.form_hash` at a second press.
pub fn insert_remark(
    conn: &mut Conn,
    (id, issue_id): (RowId, IssueId),
    form_hash: &[u8],
    by: PersonId,
    kept: &Kept,
    now: Moment,
) -> QueryResult<()> {
    diesel::insert_into(issue_remark::table)
        .values((
            issue_remark::id.eq(id),
            issue_remark::issue_id.eq(issue_id),
            issue_remark::form_hash.eq(form_hash),
            issue_remark::person_id.eq(by),
            issue_remark::text.eq(&kept.text),
            issue_remark::sealed.eq(&kept.sealed),
            issue_remark::sent_at.eq(now),
        ))
        .execute(conn)
        .map(drop)
}

/// A dated entry before it is stored.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// Its key.
    pub id: RowId,
    /// About which issue.
    pub issue_id: IssueId,
    /// Who did it.
    pub by: Option<PersonId>,
    /// A state's name, or one of [`super::state::told`].
    pub what: &'static str,
    /// What was said.
    pub kept: Kept,
    /// By when, of what is planned.
    pub planned_on: Option<Day>,
}

/// Stores a dated entry. Fails with a unique violation of its key if it is there already.
pub fn insert_event(conn: &mut Conn, new: &NewEvent, now: Moment) -> QueryResult<()> {
    diesel::insert_into(issue_event::table)
        .values((
            issue_event::id.eq(new.id),
            issue_event::issue_id.eq(new.issue_id),
            issue_event::person_id.eq(new.by),
            issue_event::state.eq(new.what),
            issue_event::text.eq(&new.kept.text),
            issue_event::sealed.eq(&new.kept.sealed),
            issue_event::planned_on.eq(new.planned_on),
            issue_event::happened_at.eq(now),
        ))
        .execute(conn)
        .map(drop)
}

/// Something said, as it stands.
#[derive(Clone, Debug)]
pub struct Said {
    /// Its key.
    pub id: uuid::Uuid,
    /// [`side`] of a message, the state of an entry, empty for a remark.
    pub what: String,
    /// Who.
    pub by: Option<PersonId>,
    /// The words.
    pub kept: Kept,
    /// By when, of what is planned.
    pub planned_on: Option<Day>,
    /// When.
    pub at: Moment,
}

/// Every message of an issue, oldest first.
pub fn list_messages(conn: &mut Conn, id: IssueId) -> QueryResult<Vec<Said>> {
    type Row = (MessageId, String, PersonId, String, Option<Vec<u8>>, Moment);
    let rows: Vec<Row> = issue_message::table
        .filter(issue_message::issue_id.eq(id))
        .order((issue_message::sent_at, issue_message::id))
        .select((
            issue_message::id,
            issue_message::side,
            issue_message::person_id,
            issue_message::text,
            issue_message::sealed,
            issue_message::sent_at,
        ))
        .load(conn)?;
    let said = |(id, what, by, text, sealed, at): Row| Said {
        id: id.0,
        what,
        by: Some(by),
        kept: Kept { text, sealed },
        planned_on: None,
        at,
    };
    Ok(rows.into_iter().map(said).collect())
}

/// Every remark about an issue, oldest first.
pub fn list_remarks(conn: &mut Conn, id: IssueId) -> QueryResult<Vec<Said>> {
    type Row = (RowId, PersonId, String, Option<Vec<u8>>, Moment);
    let rows: Vec<Row> = issue_remark::table
        .filter(issue_remark::issue_id.eq(id))
        .order((issue_remark::sent_at, issue_remark::id))
        .select((
            issue_remark::id,
            issue_remark::person_id,
            issue_remark::text,
            issue_remark::sealed,
            issue_remark::sent_at,
        ))
        .load(conn)?;
    let said = |(id, by, text, sealed, at): Row| Said {
        id: id.0,
        what: String::new(),
        by: Some(by),
        kept: Kept { text, sealed },
        planned_on: None,
        at,
    };
    Ok(rows.into_iter().map(said).collect())
}

/// Every dated entry of an issue, oldest first.
pub fn list_events(conn: &mut Conn, id: IssueId) -> QueryResult<Vec<Said>> {
    type Row = (RowId, String, Option<PersonId>, String, Option<Vec<u8>>, Option<Day>, Moment);
    let rows: Vec<Row> = issue_event::table
        .filter(issue_event::issue_id.eq(id))
        .order((issue_event::happened_at, issue_event::id))
        .select((
            issue_event::id,
            issue_event::state,
            issue_event::person_id,
            issue_event::text,
            issue_event::sealed,
            issue_event::planned_on,
            issue_event::happened_at,
        ))
        .load(conn)?;
    let said = |(id, what, by, text, sealed, planned_on, at): Row| Said {
        id: id.0,
        what,
        by,
        kept: Kept { text, sealed },
        planned_on,
        at,
    };
    Ok(rows.into_iter().map(said).collect())
}

/// Opens what was sealed, when who raised an issue gives their name: messages and entries, by key with their text.
pub fn open_all(
    conn: &mut Conn,
    messages: &[(uuid::Uuid, String)],
    events: &[(uuid::Uuid, String)],
) -> QueryResult<()> {
    for (id, text) in messages {
        diesel::update(issue_message::table.find(MessageId(*id)))
            .set((issue_message::text.eq(text), issue_message::sealed.eq(None::<Vec<u8>>)))
            .execute(conn)?;
    }
    for (id, text) in events {
        diesel::update(issue_event::table.find(RowId(*id)))
            .set((issue_event::text.eq(text), issue_event::sealed.eq(None::<Vec<u8>>)))
            .execute(conn)?;
    }
    Ok(())
}
