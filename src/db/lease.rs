//! Leases: who may do a job now, when several nodes share one database.
//!
//! A row, not an advisory lock, so that it works on every engine that speaks PostgreSQL's protocol; a dead node's lease
//! simply runs out. The nodes' clocks must agree to within a few seconds (`check` says so if they do not).

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::Conn;
use super::schema::lease;
use crate::clock::Moment;

/// Makes the table. Not a migration, because the upgrade itself takes a lease.
pub(super) fn make_table(conn: &mut Conn) -> QueryResult<()> {
    let (number, strict) = match conn {
        Conn::Sqlite(_) => ("INTEGER", " STRICT"),
        #[cfg(feature = "postgres")]
        Conn::Postgres(_) => ("BIGINT", ""),
    };
    conn.batch_execute(&format!(
        "CREATE TABLE IF NOT EXISTS lease (name TEXT PRIMARY KEY NOT NULL, holder TEXT NOT NULL, until_at {number} NOT NULL){strict}"
    ))
}

/// Takes or renews a lease until `until`; false if another holder's lease still runs.
pub fn take(conn: &mut Conn, name: &str, holder: &str, now: Moment, until: Moment) -> QueryResult<bool> {
    diesel::sql_query(
        "INSERT INTO lease (name, holder, until_at) VALUES ($1, $2, $3) \
         ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at \
         WHERE lease.until_at < $4 OR lease.holder = excluded.holder",
    )
    .bind::<Text, _>(name)
    .bind::<Text, _>(holder)
    .bind::<BigInt, _>(until.micros())
    .bind::<BigInt, _>(now.micros())
    .execute(conn)
    .map(|rows| rows == 1)
}

/// Gives a lease back before it runs out.
pub fn release(conn: &mut Conn, name: &str, holder: &str) -> QueryResult<()> {
    diesel::delete(lease::table.filter(lease::name.eq(name)).filter(lease::holder.eq(holder))).execute(conn).map(drop)
}
