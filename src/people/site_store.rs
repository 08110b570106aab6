//! Sites, departments, teams and places in the database.

use std::collections::{BTreeSet, HashSet};

use diesel::prelude::*;

use super::site::{Department, Place, Site, Team};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::{department, place, site, site_holiday, site_slug, team};
use crate::fold::fold;
use crate::ids::{DepartmentId, PlaceId, SiteId, TeamId};
use crate::people::role::Scope;

/// A site by its key.
pub fn find_site(conn: &mut Conn, id: SiteId) -> QueryResult<Option<Site>> {
    site::table.find(id).select(Site::as_select()).first(conn).optional()
}

/// A site by any slug it ever had. Compare [`Site::slug`] with the one asked for to know whether to redirect.
pub fn find_site_by_slug(conn: &mut Conn, slug: &str) -> QueryResult<Option<Site>> {
    site_slug::table
        .inner_join(site::table)
        .filter(site_slug::slug.eq(slug))
        .select(Site::as_select())
        .first(conn)
        .optional()
}

/// Every site, by name.
pub fn list_sites(conn: &mut Conn) -> QueryResult<Vec<Site>> {
    let mut sites: Vec<Site> = site::table.select(Site::as_select()).load(conn)?;
    sites.sort_by(|one, other| one.name_fold.cmp(&other.name_fold).then(one.id.cmp(&other.id)));
    Ok(sites)
}

/// The sites of a scope, by name.
pub fn list_sites_in(conn: &mut Conn, scope: &Scope) -> QueryResult<Vec<Site>> {
    let mut sites = list_sites(conn)?;
    sites.retain(|site| scope.holds(site.id));
    Ok(sites)
}

/// Every slug that is or was in use, with its site.
pub fn list_slugs(conn: &mut Conn) -> QueryResult<Vec<(String, SiteId)>> {
    site_slug::table.load(conn)
}

/// Stores a new site and its slug.
pub fn insert_site(conn: &mut Conn, new: &Site) -> QueryResult<()> {
    diesel::insert_into(site::table).values(new).execute(conn)?;
    keep_slug(conn, &new.slug, new.id)
}

/// Stores a changed site whose `version` is the one that was read; false if somebody was faster. Its earlier slugs go
/// on leading to it.
pub fn update_site(conn: &mut Conn, changed: &Site) -> QueryResult<bool> {
    let rows = diesel::update(site::table.find(changed.id).filter(site::version.eq(changed.version)))
        .set((
            site::parent_id.eq(changed.parent_id),
            site::name.eq(&changed.name),
            site::name_fold.eq(fold(&changed.name)),
            site::slug.eq(&changed.slug),
            site::time_zone.eq(&changed.time_zone),
            site::languages.eq(&changed.languages),
            site::country.eq(&changed.country),
            site::working_days.eq(changed.working_days),
            site::wall_is_public.eq(changed.wall_is_public),
            site::version.eq(changed.version + 1),
        ))
        .execute(conn)?;
    if rows == 1 {
        keep_slug(conn, &changed.slug, changed.id)?;
    }
    Ok(rows == 1)
}

/// The days on which a site does not work.
pub fn list_holidays(conn: &mut Conn, id: SiteId) -> QueryResult<HashSet<Day>> {
    let days: Vec<Day> =
        site_holiday::table.filter(site_holiday::site_id.eq(id)).select(site_holiday::day).load(conn)?;
    Ok(days.into_iter().collect())
}

/// Makes these the days on which a site does not work.
pub fn set_holidays(conn: &mut Conn, id: SiteId, days: &BTreeSet<Day>) -> QueryResult<()> {
    diesel::delete(site_holiday::table.filter(site_holiday::site_id.eq(id))).execute(conn)?;
    for day in days {
        diesel::insert_into(site_holiday::table)
            .values((site_holiday::site_id.eq(id), site_holiday::day.eq(*day)))
            .execute(conn)?;
    }
    Ok(())
}

/// A slug is kept for ever. One that belongs to another site breaks the primary key, which undoes the whole write.
fn keep_slug(conn: &mut Conn, slug: &str, id: SiteId) -> QueryResult<()> {
    let holder: Option<SiteId> = site_slug::table.find(slug).select(site_slug::site_id).first(conn).optional()?;
    if holder == Some(id) {
        return Ok(());
    }
    diesel::insert_into(site_slug::table)
        .values((site_slug::slug.eq(slug), site_slug::site_id.eq(id)))
        .execute(conn)
        .map(drop)
}

/// Every department, of all sites.
pub fn list_departments(conn: &mut Conn) -> QueryResult<Vec<Department>> {
    department::table.select(Department::as_select()).order((department::name_fold, department::id)).load(conn)
}

/// The departments of a site, by name.
pub fn list_departments_of(conn: &mut Conn, id: SiteId) -> QueryResult<Vec<Department>> {
    department::table
        .filter(department::site_id.eq(id))
        .select(Department::as_select())
        .order((department::name_fold, department::id))
        .load(conn)
}

/// Stores a new department.
pub fn insert_department(conn: &mut Conn, new: &Department) -> QueryResult<()> {
    diesel::insert_into(department::table).values(new).execute(conn).map(drop)
}

/// The department of this name at a site; made if there is none.
pub fn department_named(conn: &mut Conn, site_id: SiteId, name: &str, now: Moment) -> QueryResult<DepartmentId> {
    let name_fold = fold(name);
    let found = department::table
        .filter(department::site_id.eq(site_id))
        .filter(department::name_fold.eq(&name_fold))
        .select(department::id)
        .first(conn)
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    let new = Department { id: DepartmentId::new(now), site_id, name: name.to_owned(), name_fold };
    insert_department(conn, &new)?;
    Ok(new.id)
}

/// Every team, of all departments.
pub fn list_teams(conn: &mut Conn) -> QueryResult<Vec<Team>> {
    team::table.select(Team::as_select()).order((team::name_fold, team::id)).load(conn)
}

/// Stores a new team.
pub fn insert_team(conn: &mut Conn, new: &Team) -> QueryResult<()> {
    diesel::insert_into(team::table).values(new).execute(conn).map(drop)
}

/// The team of this name in a department; made if there is none.
pub fn team_named(conn: &mut Conn, department_id: DepartmentId, name: &str, now: Moment) -> QueryResult<TeamId> {
    let name_fold = fold(name);
    let found = team::table
        .filter(team::department_id.eq(department_id))
        .filter(team::name_fold.eq(&name_fold))
        .select(team::id)
        .first(conn)
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    let new = Team { id: TeamId::new(now), department_id, name: name.to_owned(), name_fold };
    insert_team(conn, &new)?;
    Ok(new.id)
}

/// The name of a department and of a team, where there are any.
pub fn unit_names(
    conn: &mut Conn,
    department_id: Option<DepartmentId>,
    team_id: Option<TeamId>,
) -> QueryResult<(Option<String>, Option<String>)> {
    let department = match department_id {
        Some(id) => department::table.find(id).select(department::name).first(conn).optional()?,
        None => None,
    };
    let team = match team_id {
        Some(id) => team::table.find(id).select(team::name).first(conn).optional()?,
        None => None,
    };
    Ok((department, team))
}

/// A place that is still offered.
pub fn find_place(conn: &mut Conn, id: PlaceId) -> QueryResult<Option<Place>> {
    place::table.find(id).filter(place::retired_at.is_null()).select(Place::as_select()).first(conn).optional()
}

/// A place, also one that is no longer offered: old notes name theirs.
pub fn find_place_ever(conn: &mut Conn, id: PlaceId) -> QueryResult<Option<Place>> {
    place::table.find(id).select(Place::as_select()).first(conn).optional()
}

/// The places a site offers, by name.
pub fn list_places(conn: &mut Conn, site_id: SiteId) -> QueryResult<Vec<Place>> {
    place::table
        .filter(place::site_id.eq(site_id))
        .filter(place::retired_at.is_null())
        .select(Place::as_select())
        .order((place::name_fold, place::id))
        .load(conn)
}

/// How many places each site offers.
pub fn count_places(conn: &mut Conn) -> QueryResult<Vec<(SiteId, i64)>> {
    place::table
        .filter(place::retired_at.is_null())
        .group_by(place::site_id)
        .select((place::site_id, diesel::dsl::count_star()))
        .load(conn)
}

/// The place of this name at a site: made if there is none, offered again if it was retired. Its codes that were not
/// revoked work again with it. False if it was there already.
pub fn add_place(conn: &mut Conn, site_id: SiteId, name: &str, now: Moment) -> QueryResult<(PlaceId, bool)> {
    let name_fold = fold(name);
    let found: Option<Place> = place::table
        .filter(place::site_id.eq(site_id))
        .filter(place::name_fold.eq(&name_fold))
        .select(Place::as_select())
        .first(conn)
        .optional()?;
    if let Some(place) = found {
        if place.retired_at.is_none() {
            return Ok((place.id, false));
        }
        diesel::update(place::table.find(place.id))
            .set((place::retired_at.eq(None::<Moment>), place::name.eq(name)))
            .execute(conn)?;
        return Ok((place.id, true));
    }
    let new =
        Place { id: PlaceId::new(now), site_id, name: name.to_owned(), name_fold, created_at: now, retired_at: None };
    diesel::insert_into(place::table).values(&new).execute(conn)?;
    Ok((new.id, true))
}

/// Stops offering a place; its codes lead to the site from now on.
pub fn retire_place(conn: &mut Conn, site_id: SiteId, id: PlaceId, now: Moment) -> QueryResult<bool> {
    diesel::update(place::table.find(id).filter(place::site_id.eq(site_id)).filter(place::retired_at.is_null()))
        .set(place::retired_at.eq(now))
        .execute(conn)
        .map(|rows| rows == 1)
}
