//! All SQL about accounts.

use diesel::prelude::*;

use crate::clock::{Day, Moment};
use crate::db::schema::{account, person, site};
use crate::db::{Conn, hold};
use crate::fold::fold;
use crate::ids::{AccountId, PersonId, SiteId};
use crate::people::account::{Account, Who};
use crate::people::role_store;

#[derive(Queryable)]
struct Row {
    id: AccountId,
    person_id: PersonId,
    email: Option<String>,
    password_hash: Option<String>,
    own_code_hash: Option<String>,
    own_code_is_new: bool,
    session_version: i32,
    disabled_at: Option<Moment>,
    employee_number: String,
    given_name: String,
    family_name: String,
    preferred_name: Option<String>,
    language: Option<String>,
    site_id: SiteId,
    left_on: Option<Day>,
    time_zone: String,
}

/// An account to be stored; it has no password yet.
#[derive(Insertable)]
#[diesel(table_name = account, treat_none_as_default_value = false)]
struct NewAccount {
    id: AccountId,
    person_id: PersonId,
    email: Option<String>,
    email_fold: Option<String>,
    password_hash: Option<String>,
    own_code_hash: Option<String>,
    own_code_is_new: bool,
    session_version: i32,
    disabled_at: Option<Moment>,
    created_at: Moment,
    version: i32,
}

/// Makes an account for a person, to be signed in with an address, or with the employee number alone. A second account
/// for a person (`account.person_id`) or an address (`account.email_fold`) is a unique violation.
pub fn insert(conn: &mut Conn, person: PersonId, email: Option<&str>, now: Moment) -> QueryResult<AccountId> {
    let new = NewAccount {
        id: AccountId::new(now),
        person_id: person,
        email: email.map(str::to_owned),
        email_fold: email.map(fold),
        password_hash: None,
        own_code_hash: None,
        own_code_is_new: false,
        session_version: 1,
        disabled_at: None,
        created_at: now,
        version: 1,
    };
    diesel::insert_into(account::table).values(&new).execute(conn)?;
    Ok(new.id)
}

/// Whether there is an account at all; in a new house there is none.
pub fn is_any(conn: &mut Conn) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(account::table.select(account::id))).get_result(conn)
}

/// How many people have an account, used or not.
pub fn count(conn: &mut Conn) -> QueryResult<i64> {
    account::table.count().get_result(conn)
}

/// The account that somebody names when signing in.
pub fn find_by_who(conn: &mut Conn, who: &Who) -> QueryResult<Option<Account>> {
    let id: Option<AccountId> = match who {
        Who::Email(email) => {
            account::table.filter(account::email_fold.eq(email)).select(account::id).first(conn).optional()?
        }
        Who::Number(number) => account::table
            .inner_join(person::table)
            .filter(person::number_fold.eq(number))
            .select(account::id)
            .first(conn)
            .optional()?,
    };
    id.map_or(Ok(None), |id| find(conn, id))
}

/// The account of a person.
pub fn find_of_person(conn: &mut Conn, person: PersonId) -> QueryResult<Option<Account>> {
    let id: Option<AccountId> =
        account::table.filter(account::person_id.eq(person)).select(account::id).first(conn).optional()?;
    id.map_or(Ok(None), |id| find(conn, id))
}

/// The version of somebody's account, which stays so until this deed ends; 0 if they have none.
pub fn hold_version_of(conn: &mut Conn, person: PersonId) -> QueryResult<i32> {
    let of_person = account::table.filter(account::person_id.eq(person));
    hold!(conn, of_person, account::version)?;
    Ok(of_person.select(account::version).first(conn).optional()?.unwrap_or(0))
}

/// An account that nobody has signed in with yet.
#[derive(Clone, Debug, Queryable)]
pub struct Unused {
    /// Whose it is.
    pub person_id: PersonId,
    /// Its key.
    pub id: AccountId,
    /// Grows with every invitation and every slip.
    pub version: i32,
    /// There is a slip; otherwise they were invited.
    pub has_slip: bool,
}

/// The accounts of these people that have neither a password nor a code of their own choice.
pub fn list_unused(conn: &mut Conn, people: &[PersonId]) -> QueryResult<Vec<Unused>> {
    account::table
        .filter(account::person_id.eq_any(people.to_vec()))
        .filter(account::password_hash.is_null())
        .filter(account::own_code_hash.is_null().or(account::own_code_is_new.eq(true)))
        .select((account::person_id, account::id, account::version, account::own_code_is_new))
        .load(conn)
}

/// An account by its key.
pub fn find(conn: &mut Conn, id: AccountId) -> QueryResult<Option<Account>> {
    let row: Option<Row> = account::table
        .inner_join(person::table.inner_join(site::table))
        .filter(account::id.eq(id))
        .select((
            account::id,
            account::person_id,
            account::email,
            account::password_hash,
            account::own_code_hash,
            account::own_code_is_new,
            account::session_version,
            account::disabled_at,
            person::employee_number,
            person::given_name,
            person::family_name,
            person::preferred_name,
            person::language,
            person::site_id,
            person::left_on,
            site::time_zone,
        ))
        .first(conn)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let grants = role_store::list_grants(conn, row.person_id)?;
    Ok(Some(Account {
        id: row.id,
        person_id: row.person_id,
        email: row.email,
        password_hash: row.password_hash,
        own_code_hash: row.own_code_hash,
        own_code_is_new: row.own_code_is_new,
        session_version: row.session_version,
        disabled_at: row.disabled_at,
        employee_number: row.employee_number,
        first_name: row.preferred_name.unwrap_or(row.given_name),
        family_name: row.family_name,
        language: row.language,
        site_id: row.site_id,
        left_on: row.left_on,
        time_zone: row.time_zone,
        grants,
    }))
}

/// Sets a password and takes an own code away: whoever has chosen the one must not be found by the other. The caller
/// ends the sessions in the same write ([`super::sessions::end_all`]).
pub fn set_password(conn: &mut Conn, id: AccountId, hash: &str) -> QueryResult<()> {
    diesel::update(account::table.filter(account::id.eq(id)))
        .set((
            account::password_hash.eq(Some(hash)),
            account::own_code_hash.eq(None::<String>),
            account::own_code_is_new.eq(false),
            account::version.eq(account::version + 1),
        ))
        .execute(conn)
        .map(drop)
}

/// Sets an own code, printed (`is_new`) or chosen. The caller ends the sessions in the same write.
pub fn set_own_code(conn: &mut Conn, id: AccountId, hash: &str, is_new: bool) -> QueryResult<()> {
    diesel::update(account::table.filter(account::id.eq(id)))
        .set((
            account::password_hash.eq(None::<String>),
            account::own_code_hash.eq(Some(hash)),
            account::own_code_is_new.eq(is_new),
            account::version.eq(account::version + 1),
        ))
        .execute(conn)
        .map(drop)
}

/// Makes a printed code worthless that was never used; whether there was one. The caller ends the sessions then.
pub fn drop_printed_code(conn: &mut Conn, id: AccountId) -> QueryResult<bool> {
    diesel::update(account::table.filter(account::id.eq(id)).filter(account::own_code_is_new.eq(true)))
        .set((account::own_code_hash.eq(None::<String>), account::own_code_is_new.eq(false)))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// Replaces the hash of the same secret by a stronger one, unless the secret was changed meanwhile.
pub fn replace_hash(conn: &mut Conn, id: AccountId, old: &str, new: &str) -> QueryResult<()> {
    let this = account::table.filter(account::id.eq(id));
    diesel::update(this.filter(account::password_hash.eq(old)))
        .set(account::password_hash.eq(Some(new)))
        .execute(conn)?;
    diesel::update(this.filter(account::own_code_hash.eq(old)))
        .set(account::own_code_hash.eq(Some(new)))
        .execute(conn)
        .map(drop)
}

/// Sets the address of an account.
pub fn set_email(conn: &mut Conn, id: AccountId, email: &str) -> QueryResult<()> {
    diesel::update(account::table.filter(account::id.eq(id)))
        .set((
            account::email.eq(Some(email)),
            account::email_fold.eq(Some(fold(email))),
            account::version.eq(account::version + 1),
        ))
        .execute(conn)
        .map(drop)
}

/// Lets an account sign in, or not; the caller ends the sessions in the same write.
pub fn set_disabled(conn: &mut Conn, id: AccountId, disabled_at: Option<Moment>) -> QueryResult<()> {
    diesel::update(account::table.filter(account::id.eq(id)))
        .set((account::disabled_at.eq(disabled_at), account::version.eq(account::version + 1)))
        .execute(conn)
        .map(drop)
}

/// Makes every cookie given out so far worthless; the account of the person, if there is one.
pub fn raise_session_version(conn: &mut Conn, person: PersonId) -> QueryResult<Option<AccountId>> {
    diesel::update(account::table.filter(account::person_id.eq(person)))
        .set(account::session_version.eq(account::session_version + 1))
        .execute(conn)?;
    account::table.filter(account::person_id.eq(person)).select(account::id).first(conn).optional()
}

/// Remembers the language somebody chose.
pub fn set_language(conn: &mut Conn, id: PersonId, tag: &str) -> QueryResult<()> {
    diesel::update(person::table.filter(person::id.eq(id))).set(person::language.eq(Some(tag))).execute(conn).map(drop)
}
