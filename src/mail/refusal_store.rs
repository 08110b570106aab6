//! Addresses that refuse mail: the tables `mail_refusal` and, for what is held because of them, `mail`.
//!
//! Capitals make no difference to an address. Neither engine is asked about that, as everywhere: the few mails that are
//! not sent yet are compared here.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::message::Message;
use crate::clock::Moment;
use crate::db::schema::{mail, mail_refusal};
use crate::db::{Conn, hold};
use crate::ids::{MailId, PersonId};

/// Mails that are tried even then: somebody has just asked for each of them, and the links in them run out.
const TRIED_ANYWAY: [&str; 3] = ["confirm_address", "invitation", "reset"];

/// What a server said of an address, and when.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Refusal {
    /// The server's own words.
    pub said: String,
    /// The last time it said so.
    pub refused_at: Moment,
}

/// Whether a mail has to wait until its address takes mail again. Whoever finds that it does waits until this deed ends, and so
/// sees the mail that waits.
pub fn holds(conn: &mut Conn, message: &Message) -> QueryResult<bool> {
    if TRIED_ANYWAY.contains(&message.kind.as_str()) {
        return Ok(false);
    }
    let known = mail_refusal::table.find(key(&message.to.address));
    hold!(conn, known, mail_refusal::said).map(|rows| rows > 0)
}

/// What is known against an address.
pub fn find(conn: &mut Conn, address: &str) -> QueryResult<Option<Refusal>> {
    mail_refusal::table.find(key(address)).select((mail_refusal::said, mail_refusal::refused_at)).first(conn).optional()
}

/// Those of some addresses that refuse mail, in small letters.
pub fn list_among<'a>(conn: &mut Conn, addresses: impl Iterator<Item = &'a str>) -> QueryResult<HashSet<String>> {
    let keys: Vec<String> = addresses.map(key).collect();
    let found: Vec<String> = mail_refusal::table
        .filter(mail_refusal::address_fold.eq_any(keys))
        .select(mail_refusal::address_fold)
        .load(conn)?;
    Ok(found.into_iter().collect())
}

/// Remembers that an address refuses mail, and holds what else waits for it.
pub fn insert(conn: &mut Conn, address: &str, said: &str, now: Moment) -> QueryResult<()> {
    diesel::sql_query(
        "INSERT INTO mail_refusal (address_fold, said, refused_at) VALUES ($1, $2, $3) \
         ON CONFLICT (address_fold) DO UPDATE SET said = excluded.said, refused_at = excluded.refused_at",
    )
    .bind::<Text, _>(key(address))
    .bind::<Text, _>(said)
    .bind::<BigInt, _>(now)
    .execute(conn)?;
    let waiting = list_unsent_to(conn, address, "waiting")?;
    diesel::update(mail::table.filter(mail::id.eq_any(waiting)).filter(mail::kind.ne_all(TRIED_ANYWAY)))
        .set(mail::state.eq("held"))
        .execute(conn)
        .map(drop)
}

/// Forgets it, and puts what was held back in line; how many that were.
pub fn remove(conn: &mut Conn, address: &str, now: Moment) -> QueryResult<usize> {
    if diesel::delete(mail_refusal::table.find(key(address))).execute(conn)? == 0 {
        return Ok(0);
    }
    let held = list_unsent_to(conn, address, "held")?;
    diesel::update(mail::table.filter(mail::id.eq_any(held)))
        .set((mail::state.eq("waiting"), mail::attempts.eq(0), mail::due_at.eq(now)))
        .execute(conn)
}

/// Sends whatever somebody in the directory has not got yet to another address.
pub fn readdress(conn: &mut Conn, person: PersonId, address: &str, now: Moment) -> QueryResult<usize> {
    let unsent = mail::state.eq_any(["waiting", "held", "failed"]);
    diesel::update(mail::table.filter(mail::person_id.eq(person)).filter(unsent))
        .set((mail::to_address.eq(address), mail::state.eq("waiting"), mail::attempts.eq(0), mail::due_at.eq(now)))
        .execute(conn)
}

fn list_unsent_to(conn: &mut Conn, address: &str, state: &str) -> QueryResult<Vec<MailId>> {
    let mails: Vec<(MailId, String)> =
        mail::table.filter(mail::state.eq(state)).select((mail::id, mail::to_address)).load(conn)?;
    Ok(mails.into_iter().filter(|(_, to)| key(to) == key(address)).map(|(id, _)| id).collect())
}

/// An address for comparing.
pub fn key(address: &str) -> String {
    address.to_lowercase()
}
