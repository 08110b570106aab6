//! What a backup and a restore write into the database itself.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::account;
use crate::mail;
use crate::people::audit::{NewEntry, What};
use crate::people::audit_store;

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
