//! Roles in the database.

use std::collections::HashMap;

use diesel::prelude::*;

use super::account_store;
use super::role::{Grant, Role};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{person, person_role};
use crate::ids::{DepartmentId, PersonId, RowId, SiteId};

type Row = (PersonId, String, Option<SiteId>, Option<DepartmentId>);

fn grant(row: &Row) -> Option<Grant> {
    Some(Grant { role: Role::from_name(&row.1)?, site_id: row.2, department_id: row.3 })
}

/// The roles of somebody beyond employee.
pub fn list_grants(conn: &mut Conn, id: PersonId) -> QueryResult<Vec<Grant>> {
    let rows: Vec<Row> = columns().filter(person_role::person_id.eq(id)).load(conn)?;
    Ok(rows.iter().filter_map(grant).collect())
}

/// The roles of these people beyond employee; who has none is left out.
pub fn list_grants_by(conn: &mut Conn, ids: &[PersonId]) -> QueryResult<HashMap<PersonId, Vec<Grant>>> {
    let rows: Vec<Row> = columns().filter(person_role::person_id.eq_any(ids.to_vec())).load(conn)?;
    let mut grants: HashMap<PersonId, Vec<Grant>> = HashMap::new();
    for row in &rows {
        grants.entry(row.0).or_default().extend(grant(row));
    }
    Ok(grants)
}

/// Everybody's roles beyond employee.
pub fn list_all_grants(conn: &mut Conn) -> QueryResult<Vec<(PersonId, Grant)>> {
    let rows: Vec<Row> = columns().load(conn)?;
    Ok(rows.iter().filter_map(|row| Some((row.0, grant(row)?))).collect())
}

/// Who holds a role, and where.
pub fn list_grants_of(conn: &mut Conn, role: Role) -> QueryResult<Vec<(PersonId, Grant)>> {
    let rows: Vec<Row> = columns().filter(person_role::role.eq(role.name())).load(conn)?;
    Ok(rows.iter().filter_map(|row| Some((row.0, grant(row)?))).collect())
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    person_role::table.select((
        person_role::person_id,
        person_role::role,
        person_role::site_id,
        person_role::department_id,
    ))
}

/// A role somebody holds, with its key and their names (given, family, preferred).
#[derive(Clone, Debug)]
pub struct Held {
    /// The key of the grant.
    pub id: RowId,
    /// Who.
    pub person_id: PersonId,
    /// Given, family and preferred name.
    pub names: (String, String, Option<String>),
    /// What, and where.
    pub grant: Grant,
}

/// Every role anybody holds, by family name.
pub fn list_held(conn: &mut Conn) -> QueryResult<Vec<Held>> {
    type Full = (RowId, Row, (String, String, Option<String>));
    let rows: Vec<Full> = person_role::table
        .inner_join(person::table)
        .select((
            person_role::id,
            (person_role::person_id, person_role::role, person_role::site_id, person_role::department_id),
            (person::given_name, person::family_name, person::preferred_name),
        ))
        .order((person::name_fold, person_role::id))
        .load(conn)?;
    let held = |(id, row, names): Full| Some(Held { id, person_id: row.0, names, grant: grant(&row)? });
    Ok(rows.into_iter().filter_map(held).collect())
}

/// Gives a role; false if they hold it already. Whoever holds another role than before signs in anew: no cookie of
/// before is good for what they may do now. The caller touches `Topic::SignedIn`, so that open streams end.
pub fn add_grant(conn: &mut Conn, id: PersonId, new: Grant, now: Moment) -> QueryResult<bool> {
    if new.role == Role::Employee || list_grants(conn, id)?.contains(&new) {
        return Ok(false);
    }
    diesel::insert_into(person_role::table)
        .values((
            person_role::id.eq(RowId::new(now)),
            person_role::person_id.eq(id),
            person_role::role.eq(new.role.name()),
            person_role::site_id.eq(new.site_id),
            person_role::department_id.eq(new.department_id),
        ))
        .execute(conn)?;
    account_store::raise_session_version(conn, id)?;
    Ok(true)
}

/// Takes a role away; false if they did not hold it. As with [`add_grant`], they sign in anew.
pub fn remove_grant(conn: &mut Conn, id: PersonId, old: Grant) -> QueryResult<bool> {
    let of_role = person_role::table
        .filter(person_role::person_id.eq(id))
        .filter(person_role::role.eq(old.role.name()))
        .select((person_role::id, person_role::site_id, person_role::department_id));
    let rows: Vec<(RowId, Option<SiteId>, Option<DepartmentId>)> = of_role.load(conn)?;
    let Some((row, ..)) = rows.into_iter().find(|row| (row.1, row.2) == (old.site_id, old.department_id)) else {
        return Ok(false);
    };
    diesel::delete(person_role::table.find(row)).execute(conn)?;
    account_store::raise_session_version(conn, id)?;
    Ok(true)
}

/// Who holds a role, where, and has no last day.
pub fn list_staying(conn: &mut Conn, role: Role) -> QueryResult<Vec<(PersonId, Grant)>> {
    let staying = person::table.filter(person::left_on.is_null()).select(person::id);
    let of_role = columns().filter(person_role::role.eq(role.name()));
    let rows: Vec<Row> = of_role.filter(person_role::person_id.eq_any(staying)).load(conn)?;
    Ok(rows.iter().filter_map(|row| Some((row.0, grant(row)?))).collect())
}

/// The administrators of the whole organisation who have no last day. One must always stay.
pub fn list_admins(conn: &mut Conn) -> QueryResult<Vec<PersonId>> {
    let held = list_staying(conn, Role::Admin)?.into_iter();
    Ok(held.filter(|(_, grant)| grant.site_id.is_none()).map(|(id, _)| id).collect())
}

/// Whether somebody is the only administrator left.
pub fn is_last_admin(conn: &mut Conn, id: PersonId) -> QueryResult<bool> {
    Ok(list_admins(conn)? == [id])
}
