//! When each job was last due and done, so that two nodes never run one due time twice.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::Conn;
use super::schema::job_run;
use crate::clock::Moment;

/// The last due time that a job was done for.
pub fn last_due(conn: &mut Conn, name: &str) -> QueryResult<Option<Moment>> {
    let last: Option<i64> = job_run::table.find(name).select(job_run::due_at).first(conn).optional()?;
    Ok(last.map(Moment::from_micros))
}

/// Says that a job was done for a due time.
pub fn mark_done(conn: &mut Conn, name: &str, due: Moment, now: Moment) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO job_run (name, due_at, done_at) VALUES ($1, $2, $3) \
         ON CONFLICT (name) DO UPDATE SET due_at = excluded.due_at, done_at = excluded.done_at",
    )
    .bind::<Text, _>(name)
    .bind::<BigInt, _>(due.micros())
    .bind::<BigInt, _>(now.micros())
    .execute(conn)
    .map(drop)
}
