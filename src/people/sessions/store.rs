//! All SQL about sessions.

use diesel::prelude::*;

use crate::app::Deed;
use crate::clock::{Day, Moment};
use crate::db::schema::{account, person, person_role, session, site};
use crate::db::{Conn, hold};
use crate::ids::{AccountId, DepartmentId, PersonId, SessionId, SiteId, TeamId};
use crate::live::Topic;
use crate::people::account_store;

/// A session to be stored.
#[derive(Clone, Debug, Insertable)]
#[diesel(table_name = session, treat_none_as_default_value = false)]
pub struct NewSession {
    /// Its key; made at sign-in and never before.
    pub id: SessionId,
    /// Who signed in.
    pub account_id: AccountId,
    /// The account's version at that moment; a session of an older version is over.
    pub session_version: i32,
    /// The browser in words.
    pub label: String,
    /// When the password was typed.
    pub auth_at: Moment,
    /// When it was last used, in steps of some minutes.
    pub seen_at: Moment,
    /// When it is over whatever happens.
    pub ends_at: Moment,
    /// When it was ended.
    pub revoked_at: Option<Moment>,
}

/// What one indexed read tells about a session: it, its account, its person; the roles come beside it.
#[derive(Clone, Debug, Queryable)]
pub struct SignedIn {
    pub session_version: i32,
    pub auth_at: Moment,
    pub seen_at: Moment,
    pub ends_at: Moment,
    pub revoked_at: Option<Moment>,
    pub account_id: AccountId,
    pub account_version: i32,
    pub own_code_is_new: bool,
    pub disabled_at: Option<Moment>,
    pub person_id: PersonId,
    pub given_name: String,
    pub family_name: String,
    pub preferred_name: Option<String>,
    pub language: Option<String>,
    pub site_id: SiteId,
    pub department_id: Option<DepartmentId>,
    pub team_id: Option<TeamId>,
    pub left_on: Option<Day>,
    /// The time zone of their site.
    pub time_zone: String,
}

/// A role as it is stored.
pub type StoredGrant = (Option<String>, Option<SiteId>, Option<DepartmentId>);

/// A session as its owner sees it in the list.
#[derive(Clone, Debug, Queryable)]
pub struct Listed {
    /// Its key.
    pub id: SessionId,
    /// The browser in words.
    pub label: String,
    /// When it was last used, in steps of some minutes.
    pub seen_at: Moment,
}

/// Keeps a new session.
pub fn insert(conn: &mut Conn, new: &NewSession) -> QueryResult<()> {
    diesel::insert_into(session::table).values(new).execute(conn).map(drop)
}

/// Everything a request has to know about who asks: one query, a row for each role.
pub fn find_signed_in(conn: &mut Conn, id: SessionId) -> QueryResult<Option<(SignedIn, Vec<StoredGrant>)>> {
    let rows: Vec<(SignedIn, StoredGrant)> = session::table
        .inner_join(account::table.inner_join(person::table.inner_join(site::table)))
        .left_join(person_role::table.on(person_role::person_id.eq(account::person_id)))
        .filter(session::id.eq(id))
        .select((
            (
                session::session_version,
                session::auth_at,
                session::seen_at,
                session::ends_at,
                session::revoked_at,
                account::id,
                account::session_version,
                account::own_code_is_new,
                account::disabled_at,
                person::id,
                person::given_name,
                person::family_name,
                person::preferred_name,
                person::language,
                person::site_id,
                person::department_id,
                person::team_id,
                person::left_on,
                site::time_zone,
            ),
            (person_role::role.nullable(), person_role::site_id.nullable(), person_role::department_id.nullable()),
        ))
        .load(conn)?;
    let mut rows = rows.into_iter();
    let Some((signed_in, first)) = rows.next() else { return Ok(None) };
    Ok(Some((signed_in, std::iter::once(first).chain(rows.map(|(_, grant)| grant)).collect())))
}

/// Notes that a session was used; a clock that was set back never makes it older.
pub fn mark_seen(conn: &mut Conn, id: SessionId, now: Moment) -> QueryResult<()> {
    diesel::update(session::table.filter(session::id.eq(id)).filter(session::seen_at.lt(now)))
        .set(session::seen_at.eq(now))
        .execute(conn)
        .map(drop)
}

/// Whether a session is open; nobody ends it, and its account stays as it is, until this deed ends.
pub fn hold_open(conn: &mut Conn, account: AccountId, id: SessionId) -> QueryResult<bool> {
    hold!(conn, account::table.find(account), account::version)?;
    let open = session::table.find(id).filter(session::revoked_at.is_null());
    if hold!(conn, open, session::seen_at)? == 0 {
        return Ok(false);
    }
    let begun_with: i32 = session::table.find(id).select(session::session_version).first(conn)?;
    Ok(begun_with == account::table.find(account).select(account::session_version).first::<i32>(conn)?)
}

/// The open sessions of an account, the one used last first.
pub fn list_open(conn: &mut Conn, account: AccountId, now: Moment) -> QueryResult<Vec<Listed>> {
    session::table
        .inner_join(account::table)
        .filter(session::account_id.eq(account))
        .filter(session::revoked_at.is_null())
        .filter(session::ends_at.gt(now))
        .filter(session::session_version.eq(account::session_version))
        .order((session::seen_at.desc(), session::id.desc()))
        .select((session::id, session::label, session::seen_at))
        .load(conn)
}

fn revoke(conn: &mut Conn, account: AccountId, id: SessionId, now: Moment) -> QueryResult<bool> {
    let one = session::table.filter(session::id.eq(id)).filter(session::account_id.eq(account));
    let ended =
        diesel::update(one.filter(session::revoked_at.is_null())).set(session::revoked_at.eq(now)).execute(conn)?;
    Ok(ended > 0)
}

/// Ends all sessions of an account but, if one is given, that one.
fn revoke_all(conn: &mut Conn, account: AccountId, but: Option<SessionId>, now: Moment) -> QueryResult<()> {
    // A key that no session has stands for "but none": one statement for both cases.
    let spared = but.unwrap_or(SessionId(uuid::Uuid::nil()));
    let open = session::table.filter(session::account_id.eq(account)).filter(session::revoked_at.is_null());
    diesel::update(open.filter(session::id.ne(spared))).set(session::revoked_at.eq(now)).execute(conn).map(drop)
}

/// Ends one session of an account; false if it has no such open session.
pub fn end(deed: &mut Deed, person: PersonId, account: AccountId, session: SessionId) -> QueryResult<bool> {
    deed.touch(Topic::SignedIn(person));
    revoke(deed.conn, account, session, deed.now)
}

/// Ends all sessions of an account but this one.
pub fn end_others(deed: &mut Deed, person: PersonId, account: AccountId, kept: SessionId) -> QueryResult<()> {
    deed.touch(Topic::SignedIn(person));
    revoke_all(deed.conn, account, Some(kept), deed.now)
}

/// Ends every session of a person's account, if there is one, and makes sure that no cookie of before is good again.
/// Belongs into every write that changes roles, disables an account or marks somebody as having left.
pub fn end_all(deed: &mut Deed, person: PersonId) -> QueryResult<()> {
    deed.touch(Topic::SignedIn(person));
    let Some(account) = account_store::raise_session_version(deed.conn, person)? else { return Ok(()) };
    revoke_all(deed.conn, account, None, deed.now)
}

/// Removes sessions that were over at `before`; returns how many.
pub fn remove_ended(conn: &mut Conn, before: Moment) -> QueryResult<usize> {
    diesel::delete(session::table.filter(session::ends_at.lt(before))).execute(conn)
}
