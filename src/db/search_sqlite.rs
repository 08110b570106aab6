//! Search on SQLite: an FTS5 index that keeps no text.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Text};
use diesel::sqlite::SqliteConnection;

use super::search::{Hit, Writing};

pub(super) const WRITING: Writing =
    Writing { and: " AND ", or: " OR ", term: |term| format!("\"{}\"", term.replace('"', "")) };

pub(super) fn put(conn: &mut SqliteConnection, number: i64, audience: &str, terms: &str) -> QueryResult<()> {
    diesel::sql_query("INSERT INTO search_index (rowid, tokens) VALUES ($1, $2)")
        .bind::<BigInt, _>(number)
        .bind::<Text, _>(format!("{audience} {terms}"))
        .execute(conn)
        .map(drop)
}

/// Fills an empty index with everything that can be found.
pub(super) fn refill(conn: &mut SqliteConnection) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO search_index (rowid, tokens) SELECT number, audience || ' ' || terms FROM search_item",
    )
    .execute(conn)
    .map(drop)
}

/// The index keeps no text, so it has to be told what it forgets.
pub(super) fn take_out(conn: &mut SqliteConnection, number: i64, audience: &str, terms: &str) -> QueryResult<()> {
    diesel::sql_query("INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', $1, $2)")
        .bind::<BigInt, _>(number)
        .bind::<Text, _>(format!("{audience} {terms}"))
        .execute(conn)
        .map(drop)
}

/// Counts one more item for each of these words.
pub(super) fn count(conn: &mut SqliteConnection, words: &[String], backwards: &[String]) -> QueryResult<()> {
    for (word, backwards) in words.iter().zip(backwards) {
        diesel::sql_query(
            "INSERT INTO search_word (word, backwards, items) VALUES ($1, $2, 1) \
             ON CONFLICT (word) DO UPDATE SET items = items + 1",
        )
        .bind::<Text, _>(word)
        .bind::<Text, _>(backwards)
        .execute(conn)?;
    }
    Ok(())
}

pub(super) fn find(conn: &mut SqliteConnection, written: &str, limit: i64) -> QueryResult<Vec<Hit>> {
    let rows: Vec<Row> = diesel::sql_query(
        "SELECT item.id, item.terms FROM search_index JOIN search_item item ON item.number = search_index.rowid \
         WHERE search_index MATCH $1 ORDER BY search_index.rowid DESC LIMIT $2",
    )
    .bind::<Text, _>(written)
    .bind::<BigInt, _>(limit)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| Hit { id: row.id, terms: row.terms }).collect())
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Binary)]
    id: Vec<u8>,
    #[diesel(sql_type = Text)]
    terms: String,
}
