//! What was written and not collected yet, in the database.

use diesel::prelude::*;

use crate::clock::Day;
use crate::db::Conn;
use crate::db::schema::{anon_intake, anon_message, anon_thread};
use crate::ids::{RowId, SiteId, ThreadId};

/// A row that waits.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = anon_intake, treat_none_as_default_value = false)]
pub struct Row {
    /// Its key; random.
    pub id: RowId,
    /// The hash of the form's key: a second press is known by it.
    pub form_hash: Option<Vec<u8>>,
    /// The hash of the receipt's lookup.
    pub lookup_hash: Vec<u8>,
    /// Whether a thread begins with it.
    pub is_first: bool,
    /// The site, unless its writer would rather not say.
    pub site_id: Option<SiteId>,
    /// The version of the seal.
    pub enc_v: i32,
    /// The data key.
    pub wrapped_key: Vec<u8>,
    /// [`super::words::Waiting`].
    pub sealed: Vec<u8>,
    /// The day it arrived, from which the legal clocks run.
    pub arrived_on: Day,
}

/// Whether this form was sent before, or this receipt already leads to a thread (for a first message).
pub fn is_known(conn: &mut Conn, row: &Row) -> QueryResult<bool> {
    let waits = anon_intake::table
        .filter(anon_intake::form_hash.eq(&row.form_hash))
        .or_filter(
            anon_intake::lookup_hash
                .eq(&row.lookup_hash)
                .and(anon_intake::is_first.eq(true))
                .and(anon_intake::is_first.eq(row.is_first)),
        )
        .count()
        .get_result::<i64>(conn)?;
    let collected =
        anon_message::table.filter(anon_message::form_hash.eq(&row.form_hash)).count().get_result::<i64>(conn)?;
    let begun = if row.is_first { find_thread(conn, &row.lookup_hash)?.is_some() } else { false };
    Ok(waits + collected > 0 || begun)
}

fn find_thread(conn: &mut Conn, lookup_hash: &[u8]) -> QueryResult<Option<ThreadId>> {
    anon_thread::table.filter(anon_thread::lookup_hash.eq(lookup_hash)).select(anon_thread::id).first(conn).optional()
}

/// Takes a row in. Fails with a unique violation of `anon_intake.form_hash` at a second press.
pub fn insert(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(anon_intake::table).values(row).execute(conn).map(drop)
}

/// How many rows wait behind a receipt.
pub fn count_of(conn: &mut Conn, lookup_hash: &[u8]) -> QueryResult<i64> {
    anon_intake::table.filter(anon_intake::lookup_hash.eq(lookup_hash)).count().get_result(conn)
}

/// Everything that waits, as it lies, which may be the order of arrival: [`super::collect::list_shuffled`] is what to ask.
pub fn list(conn: &mut Conn) -> QueryResult<Vec<Row>> {
    anon_intake::table.load(conn)
}

/// Takes rows out; in steps, because one statement names no more than some ten thousand.
pub fn remove(conn: &mut Conn, ids: &[RowId]) -> QueryResult<usize> {
    let of = |ids: &[RowId]| anon_intake::table.filter(anon_intake::id.eq_any(ids.to_vec()));
    ids.chunks(500).try_fold(0, |removed, ids| Ok(removed + diesel::delete(of(ids)).execute(conn)?))
}
