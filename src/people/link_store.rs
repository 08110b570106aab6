//! All SQL about links for one use.

use std::collections::HashMap;

use diesel::prelude::*;

use super::link::{NewLink, Purpose};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::link;
use crate::ids::AccountId;

#[derive(Insertable)]
#[diesel(table_name = link, treat_none_as_default_value = false)]
struct Row {
    hash: Vec<u8>,
    purpose: &'static str,
    account_id: Option<AccountId>,
    expires_at: Moment,
    used_at: Option<Moment>,
    created_at: Moment,
}

/// Keeps a new link.
pub fn insert(conn: &mut Conn, new: &NewLink) -> QueryResult<()> {
    let row = Row {
        hash: new.hash(),
        purpose: new.purpose.name(),
        account_id: new.account_id,
        expires_at: new.expires_at(),
        used_at: None,
        created_at: new.created_at,
    };
    diesel::insert_into(link::table).values(&row).execute(conn).map(drop)
}

/// Whose a link is that can still be used: `None` if there is no such link, `Some(None)` if it is nobody's.
pub fn find_open(
    conn: &mut Conn,
    hash: &[u8],
    purpose: Purpose,
    now: Moment,
) -> QueryResult<Option<Option<AccountId>>> {
    link::table
        .filter(link::hash.eq(hash))
        .filter(link::purpose.eq(purpose.name()))
        .filter(link::used_at.is_null())
        .filter(link::expires_at.gt(now))
        .select(link::account_id)
        .first(conn)
        .optional()
}

/// Until when the open links of these accounts for one purpose are good; an account without one is left out.
pub fn list_open(
    conn: &mut Conn,
    accounts: &[AccountId],
    purpose: Purpose,
    now: Moment,
) -> QueryResult<HashMap<AccountId, Moment>> {
    let open: Vec<(AccountId, Moment)> = link::table
        .filter(link::account_id.assume_not_null().eq_any(accounts.to_vec()))
        .filter(link::purpose.eq(purpose.name()))
        .filter(link::used_at.is_null())
        .filter(link::expires_at.gt(now))
        .select((link::account_id.assume_not_null(), link::expires_at))
        .load(conn)?;
    Ok(open.into_iter().collect())
}

/// Uses a link up. True for one caller only, however many come at once: the change and the condition are one statement.
pub fn use_up(conn: &mut Conn, hash: &[u8], purpose: Purpose, now: Moment) -> QueryResult<bool> {
    let open = link::table
        .filter(link::hash.eq(hash))
        .filter(link::purpose.eq(purpose.name()))
        .filter(link::used_at.is_null())
        .filter(link::expires_at.gt(now));
    Ok(diesel::update(open).set(link::used_at.eq(Some(now))).execute(conn)? == 1)
}

/// Uses up every open link of an account, because its password or code was changed.
pub fn use_up_all_of(conn: &mut Conn, account: AccountId, now: Moment) -> QueryResult<()> {
    diesel::update(link::table.filter(link::account_id.eq(account)).filter(link::used_at.is_null()))
        .set(link::used_at.eq(Some(now)))
        .execute(conn)
        .map(drop)
}

/// Uses up the open links of an account for one purpose, because a newer one replaces them.
pub fn use_up_all_for(conn: &mut Conn, account: AccountId, purpose: Purpose, now: Moment) -> QueryResult<()> {
    let open = link::table.filter(link::account_id.eq(account)).filter(link::used_at.is_null());
    diesel::update(open.filter(link::purpose.eq(purpose.name())))
        .set(link::used_at.eq(Some(now)))
        .execute(conn)
        .map(drop)
}

/// Removes every link of a purpose.
pub fn remove_all_for(conn: &mut Conn, purpose: Purpose) -> QueryResult<()> {
    diesel::delete(link::table.filter(link::purpose.eq(purpose.name()))).execute(conn).map(drop)
}

/// Removes links whose time was over at `before`; returns how many.
pub fn remove_expired(conn: &mut Conn, before: Moment) -> QueryResult<usize> {
    diesel::delete(link::table.filter(link::expires_at.lt(before))).execute(conn)
}
