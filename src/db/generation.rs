//! A number per topic that grows with every change to it: what open pages, caches and other nodes compare.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::Conn;
use super::schema::generation;

/// Counts one change and returns the new number.
pub fn bump(conn: &mut Conn, topic: &str) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        number: i64,
    }
    let row: Row = diesel::sql_query(
        "INSERT INTO generation (topic, number) VALUES ($1, 1) \
         ON CONFLICT (topic) DO UPDATE SET number = generation.number + 1 RETURNING number",
    )
    .bind::<Text, _>(topic)
    .get_result(conn)?;
    Ok(row.number)
}

/// The number now; 0 if nothing ever changed.
pub fn find(conn: &mut Conn, topic: &str) -> QueryResult<i64> {
    generation::table.find(topic).select(generation::number).first(conn).optional().map(Option::unwrap_or_default)
}

/// The numbers of these topics; a topic that never changed is left out.
pub fn list(conn: &mut Conn, topics: &[String]) -> QueryResult<Vec<(String, i64)>> {
    generation::table.filter(generation::topic.eq_any(topics)).load(conn)
}

/// Sets a number that does not count changes but names what something was made with.
pub fn set(conn: &mut Conn, topic: &str, number: i64) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO generation (topic, number) VALUES ($1, $2) ON CONFLICT (topic) DO UPDATE SET number = excluded.number",
    )
    .bind::<Text, _>(topic)
    .bind::<BigInt, _>(number)
    .execute(conn)
    .map(drop)
}
