//! Who receives what is raised: the owner and deputy of a category, the confidential handlers, and whoever looks after
//! a site when nobody is named.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::category::{Category, Route};
use super::category_store;
use super::issue_list_store::NAMED_ROLES;
use super::level::Level;
use crate::clock::Day;
use crate::db::schema::{issue_route, person, person_role};
use crate::db::{Conn, Engine};
use crate::ids::{CategoryId, DepartmentId, PersonId, SiteId, TeamId};
use crate::people::role::Role;
use crate::people::site::Site;
use crate::people::{person_store, site_store};

/// Somebody who holds a role for a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub person_id: PersonId,
    /// Which role.
    pub role: Role,
}

/// A role as it was given: to whom, where (everywhere if nowhere is named), and that person's last day.
type Held = (PersonId, String, Option<SiteId>, Option<Day>);

/// Who holds one of these roles for a site and is still here: those of the site itself first, then by name.
pub fn list_holders(conn: &mut Conn, site: SiteId, roles: &[Role], today: Day) -> QueryResult<Vec<Holder>> {
    let held: Vec<Held> =
        held(roles).filter(person_role::site_id.is_null().or(person_role::site_id.eq(site))).load(conn)?;
    Ok(holders_at(&held, site, today))
}

/// Who was given one of these roles for whole sites, by name.
#[diesel::dsl::auto_type]
fn held(roles: &[Role]) -> _ {
    let names: Vec<&'static str> = roles.iter().map(|role| role.name()).collect();
    person_role::table
        .inner_join(person::table)
        .filter(person_role::role.eq_any(names))
        .filter(person_role::department_id.is_null())
        .order((person::name_fold, person::id))
        .select((person::id, person_role::role, person_role::site_id, person::left_on))
}

fn holders_at(held: &[Held], site: SiteId, today: Day) -> Vec<Holder> {
    let mut holders: Vec<Holder> = Vec::new();
    for place in [Some(site), None] {
        let is_here = |left_on: &Option<Day>| left_on.is_none_or(|left_on| left_on > today);
        for (person_id, role, ..) in held.iter().filter(|held| held.2 == place && is_here(&held.3)) {
            let is_known = holders.iter().any(|known| known.person_id == *person_id);
            if let (Some(role), false) = (Role::from_name(role), is_known) {
                holders.push(Holder { person_id: *person_id, role });
            }
        }
    }
    holders
}

/// The confidential handlers of a site.
pub fn list_handlers(conn: &mut Conn, site: SiteId, today: Day) -> QueryResult<Vec<PersonId>> {
    let holders = list_holders(conn, site, &[Role::ConfidentialHandler], today)?;
    Ok(holders.into_iter().map(|holder| holder.person_id).collect())
}

/// Whether somebody is still here.
pub fn is_present(conn: &mut Conn, id: PersonId, today: Day) -> QueryResult<bool> {
    Ok(person_store::find_person(conn, id)?.is_some_and(|person| !person.has_left(today)))
}

/// Who answers what is raised in a category at a site, and who when they cannot. `out` are those who must not: who raised
/// it, and whom it is kept from. A named one falls to the site's manager if nobody is named; a confidential one belongs to
/// all handlers together unless the category's own are among them.
pub fn find_receivers(
    conn: &mut Conn,
    category: CategoryId,
    site: SiteId,
    level: Level,
    out: &HashSet<PersonId>,
    today: Day,
) -> QueryResult<(Option<PersonId>, Option<PersonId>)> {
    let route = category_store::find_route(conn, category, site)?;
    let mut able: Vec<PersonId> = Vec::new();
    for id in route.into_iter().flat_map(Route::people) {
        if !out.contains(&id) && is_present(conn, id, today)? {
            able.push(id);
        }
    }
    if level == Level::Confidential {
        let handlers = list_handlers(conn, site, today)?;
        able.retain(|id| handlers.contains(id));
    } else if able.is_empty() {
        let managers = list_holders(conn, site, &[Role::SiteManager], today)?;
        able.extend(managers.into_iter().map(|holder| holder.person_id).find(|id| !out.contains(id)));
    }
    Ok((able.first().copied(), able.get(1).copied()))
}

/// Who is told that something was raised: its owner; without one everybody who handles it.
pub fn list_told(
    conn: &mut Conn,
    owner: Option<PersonId>,
    site: SiteId,
    level: Level,
    out: &HashSet<PersonId>,
    today: Day,
) -> QueryResult<Vec<PersonId>> {
    if let Some(owner) = owner {
        return Ok(vec![owner]);
    }
    let roles: &[Role] = if level == Level::Confidential { &[Role::ConfidentialHandler] } else { NAMED_ROLES };
    let holders = list_holders(conn, site, roles, today)?;
    Ok(holders.into_iter().map(|holder| holder.person_id).filter(|id| !out.contains(id)).collect())
}

/// Whether somebody receives a category anywhere, and so has a queue before anything is in it.
pub fn receives_any(conn: &mut Conn, id: PersonId) -> QueryResult<bool> {
    let count: i64 = issue_route::table
        .filter(issue_route::owner_id.eq(id).or(issue_route::deputy_id.eq(id)))
        .count()
        .get_result(conn)?;
    Ok(count > 0)
}

/// How many people are in a team (without one: in the department), at a site, and everywhere.
pub fn count_people(
    conn: &mut Conn,
    (site, department, team): (SiteId, Option<DepartmentId>, Option<TeamId>),
    today: Day,
) -> QueryResult<(i64, i64, i64)> {
    let present = || {
        let here = person::table.filter(person::left_on.is_null().or(person::left_on.gt(today)));
        here.select(diesel::dsl::count_star()).into_boxed::<Engine>()
    };
    let of_team: i64 = match (team, department) {
        (Some(team), _) => present().filter(person::team_id.eq(team)).first(conn)?,
        (None, Some(department)) => {
            present().filter(person::department_id.eq(department)).filter(person::team_id.is_null()).first(conn)?
        }
        (None, None) => 0,
    };
    Ok((of_team, present().filter(person::site_id.eq(site)).first(conn)?, present().first(conn)?))
}

/// A category that nobody was named for at a site.
#[derive(Clone, Debug)]
pub struct Unreceived {
    /// The site's name.
    pub site: String,
    /// The category.
    pub category: Category,
    /// The site's manager gets it meanwhile; if not, nobody does.
    pub falls_to: Option<PersonId>,
}

impl Unreceived {
    /// Nobody at all gets it. What is delicate waits for a confidential handler, and [`list_without_handler`] names that
    /// site already.
    pub fn is_nobodys(&self) -> bool {
        self.falls_to.is_none() && !self.category.is_delicate
    }
}

/// The configuration check (A5): every category that nobody receives, site by site. For what is delicate, a confidential
/// handler has to be there; a route does not help.
pub fn list_unreceived(conn: &mut Conn, today: &HashMap<SiteId, Day>) -> QueryResult<Vec<Unreceived>> {
    let (categories, routes) = (category_store::list(conn)?, category_store::list_routes(conn)?);
    let named: Vec<PersonId> = routes.iter().flat_map(|route| route.people()).collect();
    let people = person_store::list_by_keys(conn, &named)?;
    let handlers: Vec<Held> = held(&[Role::ConfidentialHandler]).load(conn)?;
    let managers: Vec<Held> = held(&[Role::SiteManager]).load(conn)?;
    let mut found = Vec::new();
    for Site { id, name, .. } in site_store::list_sites(conn)? {
        let Some(today) = today.get(&id).copied() else { continue };
        let here: HashSet<PersonId> =
            people.iter().filter(|person| !person.has_left(today)).map(|person| person.id).collect();
        let has_handler = !holders_at(&handlers, id, today).is_empty();
        let manager = holders_at(&managers, id, today).first().map(|holder| holder.person_id);
        for category in &categories {
            let route = Route::nearest(&routes, category.id, id);
            let is_received = match category.is_delicate {
                true => has_handler,
                false => route.is_some_and(|route| route.people().any(|person| here.contains(&person))),
            };
            if !is_received {
                let falls_to = manager.filter(|_| !category.is_delicate);
                found.push(Unreceived { site: name.clone(), category: category.clone(), falls_to });
            }
        }
    }
    Ok(found)
}

/// The names of the sites where nobody reads what is said in confidence.
pub fn list_without_handler(conn: &mut Conn, today: &HashMap<SiteId, Day>) -> QueryResult<Vec<String>> {
    let handlers: Vec<Held> = held(&[Role::ConfidentialHandler]).load(conn)?;
    let is_silent =
        |site: &Site| today.get(&site.id).is_some_and(|today| holders_at(&handlers, site.id, *today).is_empty());
    let sites = site_store::list_sites(conn)?;
    Ok(sites.into_iter().filter(is_silent).map(|site| site.name).collect())
}
