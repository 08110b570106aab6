//! Who will read what is written at a site, and whether its writer could be known by being one of few. No HTTP, no SQL of
//! its own.

use std::collections::BTreeMap;

use crate::clock::Moment;
use crate::db::{Conn, QueryResult};
use crate::ids::{PersonId, SiteId};
use crate::people::person::Person;
use crate::people::role::{Role, Scope};
use crate::people::site::Site;
use crate::people::{person_store, role_store, site_store};

/// Below so many people who work at a site, whoever writes there is told that they may be guessed.
const SMALL: i64 = 10;
/// Below so many, nobody could be hidden among them.
const TOO_SMALL: i64 = 5;

/// How well a writer is hidden among those who work at a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// They would be one of too few.
    TooSmall,
    /// They may be guessed.
    Small,
    /// One of many.
    Large,
}

impl Group {
    /// The group of so many people.
    pub fn of(people: i64) -> Group {
        match people {
            ..TOO_SMALL => Group::TooSmall,
            TOO_SMALL..SMALL => Group::Small,
            _ => Group::Large,
        }
    }
}

/// Somebody who reads what is said in confidence.
#[derive(Clone, Debug)]
pub struct Handler {
    /// Who.
    pub person: Person,
    /// The part of the house they read of.
    pub scope: Scope,
}

/// A site as whoever writes there has to know it.
#[derive(Clone, Debug)]
pub struct House {
    /// The site.
    pub site: Site,
    /// How many work there.
    pub people: i64,
    /// Who reads what is written there.
    pub handlers: Vec<Handler>,
}

impl House {
    /// How well a writer is hidden here.
    pub fn group(&self) -> Group {
        Group::of(self.people)
    }

    /// Who of its handlers reads what comes without a site.
    pub fn handlers_without_site(&self) -> Vec<PersonId> {
        let everywhere = self.handlers.iter().filter(|handler| handler.scope == Scope::Everywhere);
        everywhere.map(|handler| handler.person.id).collect()
    }
}

/// Everybody who reads what is said in confidence and has not left, by name. `sites` are all there are.
pub fn list_handlers(conn: &mut Conn, sites: &[Site], now: Moment) -> QueryResult<Vec<Handler>> {
    let mut held: BTreeMap<PersonId, Vec<Option<SiteId>>> = BTreeMap::new();
    for (person, grant) in role_store::list_grants_of(conn, Role::ConfidentialHandler)? {
        if grant.department_id.is_none() {
            held.entry(person).or_default().push(grant.site_id);
        }
    }
    let people = person_store::list_by_keys(conn, &held.keys().copied().collect::<Vec<_>>())?;
    let handler = |person: Person| {
        let held = held.get(&person.id).map_or(&[][..], Vec::as_slice);
        let scope = match held.iter().any(Option::is_none) {
            true => Scope::Everywhere,
            false => Scope::Sites(held.iter().copied().flatten().collect()),
        };
        Handler { person, scope }
    };
    let mut handlers: Vec<Handler> =
        people.into_iter().filter(|person| person.is_here(sites, now)).map(handler).collect();
    handlers.sort_by(|one, other| one.person.name_fold.cmp(&other.person.name_fold));
    Ok(handlers)
}

/// A site by its address, old ones included. `sites` are all there are.
pub fn find_house(conn: &mut Conn, sites: &[Site], slug: &str, now: Moment) -> QueryResult<Option<House>> {
    let Some(site) = site_store::find_site_by_slug(conn, slug)? else { return Ok(None) };
    let people = person_store::count_present_at(conn, site.id, site.today(now))?;
    let mut handlers = list_handlers(conn, sites, now)?;
    handlers.retain(|handler| handler.scope.holds(site.id));
    Ok(Some(House { site, people, handlers }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_are_few_and_ten_are_many() {
        let groups: Vec<_> = [0, 4, 5, 9, 10].into_iter().map(Group::of).collect();
        assert_eq!(groups, [Group::TooSmall, Group::TooSmall, Group::Small, Group::Small, Group::Large]);
    }
}
