//! When each job was last due and done, so that two nodes never run one due time twice.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::schema::job_run;
use super::{Conn, lease};
use crate::clock::Moment;

/// How long one run may take before another node may think that its runner is dead, in seconds.
const LEASE: i64 = 600;

/// The last due time that a job was done for.
pub fn last_due(conn: &mut Conn, name: &str) -> QueryResult<Option<Moment>> {
    let last: Option<i64> = job_run::table.find(name).select(job_run::due_at).first(conn).optional()?;
    Ok(last.map(Moment::from_micros))
}

/// Takes a job for a due time; false if it was done already, or if another node is at it.
pub fn take(conn: &mut Conn, name: &str, due: Moment, holder: &str, now: Moment) -> QueryResult<bool> {
    let is_done = last_due(conn, name)?.is_some_and(|last| last >= due);
    Ok(!is_done && lease::take(conn, name, holder, now, now.plus_seconds(LEASE))?)
}

/// Keeps a job that takes long.
pub fn keep(conn: &mut Conn, name: &str, holder: &str, now: Moment) -> QueryResult<()> {
    lease::take(conn, name, holder, now, now.plus_seconds(LEASE)).map(drop)
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
