//! What was answered, sealed, in the database.

use diesel::prelude::*;

use super::answer::{Answer, Comment};
use crate::db::Conn;
use crate::db::many::{ROWS_AT_ONCE, insert_many};
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
    diesel::insert_into(pulse_answer::table).values(sealed(key, pulse_id, answer)).execute(conn).map(drop)
}

/// The same for all at once, in the order of their new keys: where a row lies tells nothing but its key.
pub fn put_all(conn: &mut Conn, key: &DataKey, pulse_id: PulseId, answers: &[Answer]) -> QueryResult<()> {
    let mut rows: Vec<AnswerRow> = answers.iter().map(|answer| sealed(key, pulse_id, answer)).collect();
    rows.sort_by_key(|row| row.id);
    insert_many!(conn, pulse_answer::table, rows)
}

fn sealed(key: &DataKey, pulse_id: PulseId, answer: &Answer) -> AnswerRow {
    let id = AnswerId::random();
    AnswerRow { id, pulse_id, sealed: answer.seal(key, pulse_id, id) }
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
    let row = sealed_comment(key, pulse_id, comment, place);
    diesel::insert_into(pulse_comment::table).values(row).execute(conn).map(drop)
}

/// The same for all at once, in the order of their new keys.
pub fn put_comments(
    conn: &mut Conn,
    key: &DataKey,
    pulse_id: PulseId,
    comments: &[(Comment, Option<i32>)],
) -> QueryResult<()> {
    let seal = |(comment, place): &(Comment, Option<i32>)| sealed_comment(key, pulse_id, comment, *place);
    let mut rows: Vec<CommentRow> = comments.iter().map(seal).collect();
    rows.sort_by_key(|row| row.id);
    insert_many!(conn, pulse_comment::table, rows)
}

fn sealed_comment(key: &DataKey, pulse_id: PulseId, comment: &Comment, place: Option<i32>) -> CommentRow {
    let id = CommentId::random();
    let (group_id, sealed) = (place.map(|_| comment.group), comment.seal(key, pulse_id, id));
    CommentRow { id, pulse_id, group_id, place, sealed }
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

/// With the results of which group each comment of a survey is shown; those that are shown nowhere are left out.
pub fn list_homes(conn: &mut Conn, id: PulseId) -> QueryResult<Vec<(CommentId, GroupId)>> {
    pulse_comment::table
        .filter(pulse_comment::pulse_id.eq(id).and(pulse_comment::group_id.is_not_null()))
        .select((pulse_comment::id, pulse_comment::group_id.assume_not_null()))
        .load(conn)
}

/// Takes out these answers and comments, and none that came meanwhile.
pub fn remove_these(conn: &mut Conn, answers: &[AnswerId], comments: &[CommentId]) -> QueryResult<()> {
    for some in answers.chunks(ROWS_AT_ONCE) {
        diesel::delete(pulse_answer::table.filter(pulse_answer::id.eq_any(some))).execute(conn)?;
    }
    for some in comments.chunks(ROWS_AT_ONCE) {
        diesel::delete(pulse_comment::table.filter(pulse_comment::id.eq_any(some))).execute(conn)?;
    }
    Ok(())
}

/// Takes out all answers of a survey.
pub fn remove_answers(conn: &mut Conn, id: PulseId) -> QueryResult<usize> {
    diesel::delete(pulse_answer::table.filter(pulse_answer::pulse_id.eq(id))).execute(conn)
}

/// Takes out all comments of a survey.
pub fn remove_comments(conn: &mut Conn, id: PulseId) -> QueryResult<usize> {
    diesel::delete(pulse_comment::table.filter(pulse_comment::pulse_id.eq(id))).execute(conn)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use diesel::sql_types::Binary;

    use super::*;
    use crate::db::Url;
    use crate::db::many::ROWS_AT_ONCE;
    use crate::people::cast_store::on_both;

    #[derive(QueryableByName)]
    struct Lies {
        #[diesel(sql_type = Binary)]
        id: Vec<u8>,
    }

    on_both! {
        async fn more_than_fit_into_one_statement_are_all_there_once_and_lie_in_the_order_of_their_keys(house) {
            let (pulse, group) = (PulseId::new(house.now()), GroupId::new(house.now()));
            let count = 2 * ROWS_AT_ONCE + 1;
            let choices = |at: usize| [1, 10, 100, 1_000].map(|part| Some((at / part % 10) as u8)).to_vec();
            let answers: Vec<Answer> = (0..count).map(|at| Answer { group, choices: choices(at) }).collect();
            let comment = |at: usize| Comment { group, position: 0, words: format!("word {at}") };
            let comments: Vec<_> = (0..count).map(|at| (comment(at), i32::try_from(at).ok())).collect();
            let (key, sealing) = (Arc::new(DataKey::random()), (answers.clone(), comments.clone()));
            let of = Arc::clone(&key);
            let put = house.write(move |deed| {
                put_all(deed.conn, &of, pulse, &sealing.0)?;
                put_comments(deed.conn, &of, pulse, &sealing.1)
            });
            put.await.unwrap();
            let listed = house.read(move |conn| Ok((list(conn, pulse)?, list_comments_of(conn, pulse, &[group])?)));
            let (rows, written) = listed.await.unwrap();
            let open = |row: &AnswerRow| Answer::open(&key, pulse, row.id, &row.sealed).unwrap();
            let mut opened: Vec<Answer> = rows.iter().map(open).collect();
            opened.sort_by_key(|answer| answer.choices.iter().rev().copied().collect::<Vec<_>>());
            assert_eq!(opened, answers);
            let open = |row: &CommentRow| Comment::open(&key, pulse, row.id, &row.sealed).unwrap();
            assert!(written.iter().map(open).eq(comments.into_iter().map(|(comment, _)| comment)));
            for table in ["pulse_answer", "pulse_comment"] {
                let sql = match house.db.url() {
                    Url::Sqlite(_) => format!("SELECT id FROM {table}"),
                    Url::Postgres(_) => format!("SELECT id FROM {table} ORDER BY ctid"),
                };
                let lie: Vec<Lies> =
                    house.read(move |conn| diesel::sql_query(&sql).load(conn)).await.unwrap();
                assert!(lie.len() == count && lie.is_sorted_by_key(|row| row.id.clone()), "{table}");
            }
        }
    }
}
