//! What a backup and a restore write into the database itself.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{account, anon_thread, issue};
use crate::ids::{IssueId, ThreadId};
use crate::mail;
use crate::people::audit::{NewEntry, What};
use crate::people::audit_store;
use crate::seal::DataKey;
use crate::secrets::Secrets;

/// A backup is everything leaving the house as a file.
pub fn record_made(conn: &mut Conn, now: Moment) -> QueryResult<()> {
    audit_store::record(conn, &NewEntry::by_nobody(What::Exported, "backup"), now)
}

/// What has to be so in a database that comes out of a backup: nobody is signed in, and no mail goes out a second time.
/// Returns how many mails are held.
pub fn settle(conn: &mut Conn, now: Moment) -> QueryResult<usize> {
    diesel::update(account::table).set(account::session_version.eq(account::session_version + 1)).execute(conn)?;
    let held = mail::store::hold_unsent(conn)?;
    audit_store::record(conn, &NewEntry::by_nobody(What::Administered, "backup").detail("restored"), now)?;
    Ok(held)
}

/// How many issues and threads are sealed, and how many of them these secrets do not open.
pub fn count_sealed(conn: &mut Conn, secrets: &Secrets) -> QueryResult<(usize, usize)> {
    let issues: Vec<(IssueId, Option<Vec<u8>>)> =
        issue::table.filter(issue::wrapped_key.is_not_null()).select((issue::id, issue::wrapped_key)).load(conn)?;
    let threads: Vec<(ThreadId, Vec<u8>)> =
        anon_thread::table.select((anon_thread::id, anon_thread::wrapped_key)).load(conn)?;
    let issues = issues.into_iter().map(|(id, key)| (id.0, key.unwrap_or_default()));
    let all: Vec<_> = issues.chain(threads.into_iter().map(|(id, key)| (id.0, key))).collect();
    let is_closed = |(id, key): &&(uuid::Uuid, Vec<u8>)| DataKey::unwrap(secrets, id.as_bytes(), key).is_err();
    Ok((all.len(), all.iter().filter(is_closed).count()))
}
