//! What was answered, sealed, in the database.

use diesel::prelude::*;

use super::answer::{Answer, Comment};
use crate::db::Conn;
use crate::db::schema::{pulse_answer, pulse_comment};
use crate::ids::{AnswerId, CommentId, GroupId, PulseId};
use crate::seal::DataKey;

/// The choices of one person, sealed.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = pulse_answer, treat_none_as_default_value = false)]
pub struct AnswerRow {
    /// Its key. Random.
    pub id: AnswerId,
    /// Of which survey.
    pub pulse_id: PulseId,
    /// [`super::answer::Answer`].
    pub sealed: Vec<u8>,
}

/// What somebody wrote, sealed.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = pulse_comment, treat_none_as_default_value = false)]
pub struct CommentRow {
    /// Its key. Random.
    pub id: CommentId,
    /// Of which survey.
    pub pulse_id: PulseId,
    /// With whose results it is read; none before the end, and where it may not be read at all.
    pub group_id: Option<GroupId>,
    /// The order in which it is shown, drawn by lot.
    pub place: Option<i32>,
    /// [`super::answer::Comment`].
    pub sealed: Vec<u8>,
}

/// Seals what one person chose, and stores it under a new key.
pub fn put(conn: &mut Conn, key: &DataKey, pulse_id: PulseId, answer: &Answer) -> QueryResult<()> {
    let id = AnswerId::random();
    let row = AnswerRow { id, pulse_id, sealed: answer.seal(key, pulse_id, id) };
    diesel::insert_into(pulse_answer::table).values(row).execute(conn).map(drop)
}

/// Seals what one person wrote, and stores it under a new key. With a `place` it may be read from now on, by whoever sees its
/// group.
pub fn put_comment(
    conn: &mut Conn,
    key: &DataKey,
    pulse_id: PulseId,
    comment: &Comment,
    place: Option<i32>,
) -> QueryResult<()> {
    let id = CommentId::random();
    let (group_id, sealed) = (place.map(|_| comment.group), comment.seal(key, pulse_id, id));
    let row = CommentRow { id, pulse_id, group_id, place, sealed };
    diesel::insert_into(pulse_comment::table).values(row).execute(conn).map(drop)
}

/// All answers of a survey, as they lie.
pub fn list(conn: &mut Conn, id: PulseId) -> QueryResult<Vec<AnswerRow>> {
    pulse_answer::table.filter(pulse_answer::pulse_id.eq(id)).load(conn)
}

/// All comments of a survey, as they lie.
pub fn list_comments(conn: &mut Conn, id: PulseId) -> QueryResult<Vec<CommentRow>> {
    pulse_comment::table.filter(pulse_comment::pulse_id.eq(id)).load(conn)
}

/// How many answers of a survey there are.
pub fn count(conn: &mut Conn, id: PulseId) -> QueryResult<i64> {
    pulse_answer::table.filter(pulse_answer::pulse_id.eq(id)).count().get_result(conn)
}

/// The comments that may be read with the results of some groups, in the order that was drawn.
pub fn list_comments_of(conn: &mut Conn, id: PulseId, groups: &[GroupId]) -> QueryResult<Vec<CommentRow>> {
    let mut rows: Vec<CommentRow> = list_comments(conn, id)?;
    rows.retain(|row| row.group_id.is_some_and(|group| groups.contains(&group)));
    rows.sort_by_key(|row| row.place);
    Ok(rows)
}

/// Takes out all answers of a survey.
pub fn remove_answers(conn: &mut Conn, id: PulseId) -> QueryResult<usize> {
    diesel::delete(pulse_answer::table.filter(pulse_answer::pulse_id.eq(id))).execute(conn)
}

/// Takes out all comments of a survey.
pub fn remove_comments(conn: &mut Conn, id: PulseId) -> QueryResult<usize> {
    diesel::delete(pulse_comment::table.filter(pulse_comment::pulse_id.eq(id))).execute(conn)
}
