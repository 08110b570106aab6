//! Sites and their parts: departments, teams, and places that a code can stand for. No SQL here.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use diesel::prelude::*;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::clock::{Day, Moment};
use crate::db::schema::{department, place, site, team};
use crate::ids::{DepartmentId, PlaceId, SiteId, TeamId};
use crate::text::slug;
use crate::views::Lang;

/// Monday to Friday, as [`Site::working_days`] keeps them.
pub const MONDAY_TO_FRIDAY: i32 = 0b001_1111;
/// The words for the days of a week in forms, Monday first, the order of the bits of [`Site::working_days`].
pub const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// The longest slug, in characters: it stands in printed addresses.
pub const SLUG_MAX: usize = 60;

/// A hotel, hospital, branch.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = site, treat_none_as_default_value = false)]
pub struct Site {
    /// Its key.
    pub id: SiteId,
    /// The site it belongs to, if it is part of another.
    pub parent_id: Option<SiteId>,
    /// What guests and staff call it.
    pub name: String,
    /// The name for comparing.
    pub name_fold: String,
    /// Its name in addresses; earlier ones go on leading here.
    pub slug: String,
    /// An IANA time zone that [`zone_named`] knows.
    pub time_zone: String,
    /// The tags of its languages, with commas between, the first one first ([`languages_of`]).
    pub languages: String,
    /// Two capital letters (ISO 3166), or nothing.
    pub country: String,
    /// One bit a weekday, Monday the lowest.
    pub working_days: i32,
    /// Whether everybody may see its wall.
    pub wall_is_public: bool,
    /// When it was entered.
    pub created_at: Moment,
    /// Grows with each change, so that two editors notice each other.
    pub version: i32,
}

impl Site {
    /// Its time zone; UTC should a time zone have vanished from the tables since it was entered.
    pub fn zone(&self) -> TimeZone {
        zone_named(&self.time_zone).map_or(TimeZone::UTC, |(_, zone)| zone)
    }

    /// The day it is there at a moment.
    pub fn today(&self, now: Moment) -> Day {
        now.day_in(&self.zone())
    }

    /// Its languages, the first one first; never empty.
    pub fn languages(&self) -> Vec<Lang> {
        languages_of(&self.languages)
    }
}

/// The organisation's time zone: the one that most of its sites have, of several the first by name; UTC without a site.
pub fn organisation_zone(sites: &[Site]) -> TimeZone {
    let mut counts = BTreeMap::new();
    for site in sites {
        *counts.entry(site.time_zone.as_str()).or_insert(0) += 1;
    }
    let most = counts.iter().max_by_key(|(name, count)| (**count, Reverse(**name)));
    most.and_then(|(name, _)| zone_named(name)).map_or(TimeZone::UTC, |(_, zone)| zone)
}

/// A department of a site.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = department)]
pub struct Department {
    /// Its key.
    pub id: DepartmentId,
    /// Where it is.
    pub site_id: SiteId,
    /// What it is called.
    pub name: String,
    /// The name for comparing.
    pub name_fold: String,
}

/// A team of a department.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = team)]
pub struct Team {
    /// Its key.
    pub id: TeamId,
    /// What it belongs to.
    pub department_id: DepartmentId,
    /// What it is called.
    pub name: String,
    /// The name for comparing.
    pub name_fold: String,
}

/// A named spot in a site that a code can stand for.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = place, treat_none_as_default_value = false)]
pub struct Place {
    /// Its key.
    pub id: PlaceId,
    /// Where it is.
    pub site_id: SiteId,
    /// What it is called.
    pub name: String,
    /// The name for comparing.
    pub name_fold: String,
    /// When it was entered.
    pub created_at: Moment,
    /// Since when it is no longer offered.
    pub retired_at: Option<Moment>,
}

/// Where in the organisation somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Unit {
    /// The site.
    pub site_id: SiteId,
    /// The department, if one is known.
    pub department_id: Option<DepartmentId>,
    /// The team, only with a department.
    pub team_id: Option<TeamId>,
}

/// A time zone by its IANA name in any case, with the name as the tables spell it. Only names of places (and UTC):
/// `EST5EDT` and the like hold no history.
pub fn zone_named(name: &str) -> Option<(String, TimeZone)> {
    let zone = TimeZone::get(name.trim()).ok()?;
    let spelt = zone.iana_name()?.to_owned();
    (spelt.contains('/') || spelt == "UTC").then_some((spelt, zone))
}

/// The day it is in a time zone that is stored; by UTC if the name means nothing here.
pub fn day_at(zone: &str, now: Moment) -> Day {
    zone_named(zone).map_or_else(|| now.utc_day(), |(_, zone)| now.day_in(&zone))
}

/// The time zones to offer, in alphabetical order.
pub fn zones() -> Vec<String> {
    let mut names: Vec<String> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| name.contains('/') && !name.starts_with("Etc/") && !name.starts_with("SystemV/"))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// A country's two letters as they are kept; none for what can be no code. Which codes there are changes with the world.
pub fn country_code(typed: &str) -> Option<String> {
    let code = typed.trim().to_uppercase();
    (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(code)
}

/// Whether `id` would stand above itself as a part of `parent`.
pub fn is_circle(sites: &[Site], id: SiteId, parent: SiteId) -> bool {
    let mut at = Some(parent);
    // No way up is longer than there are sites.
    for _ in 0..=sites.len() {
        match at {
            Some(above) if above == id => return true,
            Some(above) => at = sites.iter().find(|site| site.id == above).and_then(|site| site.parent_id),
            None => return false,
        }
    }
    true
}

/// The languages of a stored list; the house's default if it holds none that is spoken here.
pub fn languages_of(stored: &str) -> Vec<Lang> {
    let mut languages = Vec::new();
    for lang in stored.split(',').filter_map(Lang::from_tag) {
        if !languages.contains(&lang) {
            languages.push(lang);
        }
    }
    if languages.is_empty() {
        languages.push(Lang::default());
    }
    languages
}

/// Languages as they are stored.
pub fn languages_stored(languages: &[Lang]) -> String {
    languages.iter().map(|lang| lang.tag()).collect::<Vec<_>>().join(",")
}

/// A slug for a name that none of the slugs `is_taken` knows has: `seaside`, then `seaside-2` and so on. A name without
/// a Latin letter or digit becomes `site`.
pub fn free_slug(name: &str, mut is_taken: impl FnMut(&str) -> bool) -> String {
    let stem = shortened(&slug(name), SLUG_MAX - 6);
    let stem = if stem.is_empty() { "site".to_owned() } else { stem };
    let mut candidate = stem.clone();
    let mut number = 2u32;
    while is_taken(&candidate) {
        candidate = format!("{stem}-{number}");
        number += 1;
    }
    candidate
}

/// Whether a text can be a slug as it stands.
pub fn is_slug(text: &str) -> bool {
    text.len() <= SLUG_MAX && !text.is_empty() && slug(text) == text
}

fn shortened(slug: &str, max: usize) -> String {
    let cut: String = slug.chars().take(max).collect();
    cut.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_made_of_the_name_and_is_never_taken_twice() {
        assert_eq!(free_slug("Seaside Hotel", |_| false), "seaside-hotel");
        assert_eq!(free_slug("Seaside Hotel", |slug| slug == "seaside-hotel"), "seaside-hotel-2");
        assert_eq!(free_slug("***", |_| false), "site");
        assert!(free_slug(&"long ".repeat(50), |_| false).len() <= SLUG_MAX);
        assert!(is_slug("seaside-2") && !is_slug("Sea Side") && !is_slug("") && !is_slug("-a"));
    }

    #[test]
    fn a_time_zone_is_one_that_the_tables_know() {
        assert_eq!(zone_named("europe/berlin").map(|(name, _)| name).as_deref(), Some("Europe/Berlin"));
        assert!(zone_named("UTC").is_some());
        for wrong in ["", "Berlin", "Europe/Nowhere", "+02:00", "../../etc/passwd"] {
            assert!(zone_named(wrong).is_none(), "{wrong}");
        }
        assert!(zones().iter().any(|name| name == "Asia/Kathmandu"));
    }

    #[test]
    fn a_site_without_a_known_language_speaks_the_default_one() {
        assert_eq!(languages_of("de,en,de"), [Lang::De, Lang::En]);
        assert_eq!(languages_of(""), [Lang::En]);
        assert_eq!(languages_stored(&[Lang::De, Lang::En]), "de,en");
    }
}
