//! What is said to comments, in the database.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::clock::Day;
use crate::db::Conn;
use crate::db::schema::pulse_comment_reply;
use crate::ids::{CommentId, PersonId, PulseId};

/// An acknowledgement (no words) or an answer, to nobody they know.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = pulse_comment_reply, treat_none_as_default_value = false)]
pub struct Reply {
    /// To which comment.
    pub comment_id: CommentId,
    /// Of which survey.
    pub pulse_id: PulseId,
    /// Who says it.
    pub person_id: PersonId,
    /// What they say, if anything.
    pub words: Option<String>,
    /// When.
    pub said_on: Day,
}

/// What was said to the comments of a survey.
pub fn list_replies(conn: &mut Conn, id: PulseId) -> QueryResult<HashMap<CommentId, Reply>> {
    let of = pulse_comment_reply::table.filter(pulse_comment_reply::pulse_id.eq(id));
    let rows: Vec<Reply> = of.select(Reply::as_select()).load(conn)?;
    Ok(rows.into_iter().map(|reply| (reply.comment_id, reply)).collect())
}

/// Stores a reply, also in place of an acknowledgement; false if the comment has an answer already.
pub fn put_reply(conn: &mut Conn, new: &Reply) -> QueryResult<bool> {
    let mut before = list_replies(conn, new.pulse_id)?;
    match before.remove(&new.comment_id) {
        Some(Reply { words: Some(_), .. }) => Ok(false),
        Some(_) => {
            let row = pulse_comment_reply::table.find(new.comment_id);
            let set = (
                pulse_comment_reply::person_id.eq(new.person_id),
                pulse_comment_reply::words.eq(&new.words),
                pulse_comment_reply::said_on.eq(new.said_on),
            );
            diesel::update(row).set(set).execute(conn).map(|rows| rows == 1)
        }
        None => diesel::insert_into(pulse_comment_reply::table).values(new).execute(conn).map(|rows| rows == 1),
    }
}
