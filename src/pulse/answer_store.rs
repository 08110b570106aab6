//! What was answered, sealed, in the database.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{pulse_answer, pulse_comment};
use crate::ids::{AnswerId, CommentId, GroupId, PulseId};

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

/// Stores what one person chose.
pub fn insert(conn: &mut Conn, row: &AnswerRow) -> QueryResult<()> {
    diesel::insert_into(pulse_answer::table).values(row).execute(conn).map(drop)
}

/// Stores what one person wrote.
pub fn insert_comment(conn: &mut Conn, row: &CommentRow) -> QueryResult<()> {
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

/// A comment by its key.
pub fn find_comment(conn: &mut Conn, id: CommentId) -> QueryResult<Option<CommentRow>> {
    pulse_comment::table.find(id).first(conn).optional()
}

/// Takes out all answers of a survey.
pub fn remove_answers(conn: &mut Conn, id: PulseId) -> QueryResult<usize> {
    diesel::delete(pulse_answer::table.filter(pulse_answer::pulse_id.eq(id))).execute(conn)
}

/// Takes out all comments of a survey.
pub fn remove_comments(conn: &mut Conn, id: PulseId) -> QueryResult<usize> {
    diesel::delete(pulse_comment::table.filter(pulse_comment::pulse_id.eq(id))).execute(conn)
}
