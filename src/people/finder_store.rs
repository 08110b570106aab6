//! Whom the finder can find.

use std::collections::HashMap;

use diesel::prelude::*;

use super::finder::Candidate;
use super::person::{PersonCard, initials, name_of};
use super::site::zone_named;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::{department, person, person_alias, site, team};
use crate::ids::{PersonId, SiteId};

/// Somebody who can be found, and how they are shown once found.
#[derive(Clone, Debug)]
pub struct Findable {
    /// Where they are.
    pub site_id: SiteId,
    /// How they are shown.
    pub card: PersonCard,
    /// How they are found.
    pub candidate: Candidate,
}

/// Everybody at a site (none: everywhere) who can be found at a moment: who has not left by the day it is there, and
/// does not ask to be left out.
pub fn list_findable(conn: &mut Conn, at: Option<SiteId>, now: Moment) -> QueryResult<Vec<Findable>> {
    type Names = (String, String, Option<String>, String);
    type Row = (PersonId, SiteId, Option<Day>, Names, Option<String>, Option<String>);
    let today = days(conn, now)?;
    let mut query = person::table
        .left_join(department::table)
        .left_join(team::table)
        .filter(person::in_finder.eq(true))
        .select((
            person::id,
            person::site_id,
            person::left_on,
            (person::given_name, person::family_name, person::preferred_name, person::job_title),
            department::name.nullable(),
            team::name.nullable(),
        ))
        .into_boxed();
    if let Some(at) = at {
        query = query.filter(person::site_id.eq(at));
    }
    let rows: Vec<Row> = query.load(conn)?;
    let mut aliases = aliases(conn, at)?;
    let mut found = Vec::with_capacity(rows.len());
    for (id, site_id, left_on, (given, family, preferred, job), department, team) in rows {
        if left_on.is_some_and(|left_on| today.get(&site_id).is_none_or(|today| left_on <= *today)) {
            continue;
        }
        let name = name_of(preferred.as_deref(), &given, &family);
        let role = [Some(job.as_str()), department.as_deref(), team.as_deref()];
        let candidate = Candidate {
            id,
            names: called_by(preferred, given, family, &name),
            aliases: aliases.remove(&id).unwrap_or_default(),
            role: role.into_iter().flatten().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" "),
        };
        let card = PersonCard { id, initials: initials(&name), name, role: job, department };
        found.push(Findable { site_id, card, candidate });
    }
    Ok(found)
}

/// The name they are called by first, then all others.
fn called_by(preferred: Option<String>, given: String, family: String, name: &str) -> Vec<String> {
    let formal = name_of(None, &given, &family);
    let mut names: Vec<String> = preferred.into_iter().chain([given, family, name.to_owned(), formal]).collect();
    names.retain(|name| !name.is_empty());
    names.dedup();
    names
}

fn aliases(conn: &mut Conn, at: Option<SiteId>) -> QueryResult<HashMap<PersonId, Vec<String>>> {
    let mut query = person_alias::table
        .inner_join(person::table)
        .select((person_alias::person_id, person_alias::alias))
        .into_boxed();
    if let Some(at) = at {
        query = query.filter(person::site_id.eq(at));
    }
    let rows: Vec<(PersonId, String)> = query.load(conn)?;
    let mut aliases: HashMap<PersonId, Vec<String>> = HashMap::new();
    for (id, alias) in rows {
        aliases.entry(id).or_default().push(alias);
    }
    Ok(aliases)
}

/// The day it is at every site.
pub fn days(conn: &mut Conn, now: Moment) -> QueryResult<HashMap<SiteId, Day>> {
    let zones: Vec<(SiteId, String)> = site::table.select((site::id, site::time_zone)).load(conn)?;
    let day = |zone: &str| now.day_in(&zone_named(zone).map_or(jiff::tz::TimeZone::UTC, |(_, zone)| zone));
    Ok(zones.into_iter().map(|(id, zone)| (id, day(&zone))).collect())
}
