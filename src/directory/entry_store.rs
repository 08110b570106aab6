//! All that the page of one person shows.

use diesel::QueryResult;
use serde::Serialize;

use crate::clock::Day;
use crate::db::Conn;
use crate::ids::{PersonId, RowId};
use crate::mail::refusal_store::{self, Refusal};
use crate::people::person::Person;
use crate::people::role::{Grant, Scope};
use crate::people::site::Site;
use crate::people::{account_store, open_items_store, person_store, role_store, site_store};

/// A spelling that means somebody.
#[derive(Serialize)]
pub struct AliasView {
    pub id: RowId,
    pub alias: String,
}

/// A role somebody holds, and where (none: everywhere).
#[derive(Serialize)]
pub struct RoleView {
    pub role: &'static str,
    pub scope: Option<String>,
}

/// Where somebody was, and when.
#[derive(Serialize)]
pub struct PlacementView {
    pub unit: String,
    pub from_on: Option<Day>,
    pub until_on: Option<Day>,
}

/// Whether somebody can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SignIn {
    /// With a password or an own code.
    Yes,
    /// Once they accept the invitation that was sent.
    Invited,
    /// Nobody asked them yet.
    No,
    /// Not any more.
    Left,
}

fn find_sign_in(conn: &mut Conn, id: PersonId) -> QueryResult<SignIn> {
    Ok(match account_store::find_of_person(conn, id)? {
        Some(account) if account.proof().is_some() => SignIn::Yes,
        Some(_) => SignIn::Invited,
        None => SignIn::No,
    })
}

/// Everything the page of somebody shows besides the form.
pub struct Entry {
    pub person: Person,
    pub sites: Vec<Site>,
    pub department: Option<String>,
    pub team: Option<String>,
    pub manager: Option<String>,
    pub grants: Vec<Grant>,
    pub entry: SignIn,
    pub refusal: Option<Refusal>,
    pub aliases: Vec<AliasView>,
    pub roles: Vec<RoleView>,
    pub placements: Vec<PlacementView>,
    /// How many open issues are theirs to answer, as far as the one who looks may know of them.
    pub owed: i64,
}

/// Somebody's entry for the one who looks; none if they are outside the scope.
pub fn find_entry(conn: &mut Conn, id: PersonId, scope: &Scope, by: PersonId) -> QueryResult<Option<Entry>> {
    let Some(person) = person_store::find_person_in(conn, id, scope)? else { return Ok(None) };
    let all = site_store::list_sites(conn)?;
    let site_name = |id| all.iter().find(|site| site.id == id).map(|site| site.name.clone()).unwrap_or_default();
    let (department, team) = site_store::unit_names(conn, person.department_id, person.team_id)?;
    let manager = match person.manager_id {
        Some(id) => person_store::find_person(conn, id)?.map(|manager| manager.employee_number),
        None => None,
    };
    let grants = role_store::list_grants(conn, id)?;
    let mut roles = Vec::new();
    for grant in &grants {
        let (department, _) = site_store::unit_names(conn, grant.department_id, None)?;
        let scope =
            grant.site_id.map(|site| [Some(site_name(site)), department].into_iter().flatten().collect::<Vec<_>>());
        roles.push(RoleView { role: grant.role.name(), scope: scope.map(|words| words.join(" · ")) });
    }
    let mut placements = Vec::new();
    for placement in person_store::list_placements(conn, id)? {
        let (department, team) = site_store::unit_names(conn, placement.department_id, placement.team_id)?;
        let words = [Some(site_name(placement.site_id)), department, team];
        placements.push(PlacementView {
            unit: words.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            from_on: placement.from_on,
            until_on: placement.until_on,
        });
    }
    let refusal = match &person.email {
        Some(email) => refusal_store::find(conn, email)?,
        None => None,
    };
    let aliases = person_store::list_aliases(conn, id)?;
    Ok(Some(Entry {
        owed: open_items_store::count_owed(conn, id, Some(by))?,
        entry: find_sign_in(conn, id)?,
        refusal,
        sites: all.iter().filter(|site| scope.holds(site.id)).cloned().collect(),
        aliases: aliases.into_iter().map(|alias| AliasView { id: alias.id, alias: alias.alias }).collect(),
        person,
        department,
        team,
        manager,
        grants,
        roles,
        placements,
    }))
}
