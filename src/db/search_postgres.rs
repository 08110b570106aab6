//! Search on PostgreSQL: a GIN index over the terms as lexemes.

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Binary, Text};

use super::search::{Hit, Writing};

pub(super) const WRITING: Writing =
    Writing { and: " & ", or: " | ", term: |term| format!("'{}'", term.replace(['\'', '\\'], "")) };

/// Counts one more item for each of these words.
pub(super) fn count(conn: &mut PgConnection, words: &[String], backwards: &[String]) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO search_word (word, backwards, items) SELECT word, backwards, 1 FROM unnest($1, $2) AS new (word, backwards) \
         ON CONFLICT (word) DO UPDATE SET items = search_word.items + 1",
    )
    .bind::<Array<Text>, _>(words)
    .bind::<Array<Text>, _>(backwards)
    .execute(conn)
    .map(drop)
}

/// First all that fit, by the index, and then the last of them: in one step the planner might walk through all items from
/// the last one and read the terms of each.
pub(super) fn find(conn: &mut PgConnection, written: &str, limit: i64) -> QueryResult<Vec<Hit>> {
    let rows: Vec<Row> = diesel::sql_query(
        "WITH fitting AS MATERIALIZED (SELECT number, id, terms FROM search_item \
         WHERE array_to_tsvector(string_to_array(audience || ' ' || terms, ' ')) @@ CAST($1 AS tsquery)) \
         SELECT id, terms FROM fitting ORDER BY number DESC LIMIT $2",
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
