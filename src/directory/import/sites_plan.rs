//! What a sites file would change: its rows held against the sites there are.

use std::collections::{HashMap, HashSet};

use super::report::{Fault, Outcome, ReportRow};
use super::roster::Roster;
use super::table::{Row, Table};
use crate::fold::fold;
use crate::ids::SiteId;
use crate::people::site::{MONDAY_TO_FRIDAY, Site, country_code, free_slug, is_slug, languages_stored, zone_named};
use crate::text::slug;
use crate::views::Lang;

/// The columns of a sites file.
pub const COLUMNS: &[&str] = &["name", "slug", "time_zone", "languages", "country", "parent"];
/// Those it must have.
pub const REQUIRED: &[&str] = &["name"];

/// All that is to be written.
#[derive(Default)]
pub struct SitesPlan {
    /// The directory's number it was made on.
    pub number: i64,
    /// New sites, parents before their parts.
    pub added: Vec<Site>,
    /// Known sites as they shall be, at the version they were read with.
    pub changed: Vec<Site>,
    /// What becomes of each row.
    pub rows: Vec<ReportRow>,
}

struct SiteRow {
    line: u64,
    name: String,
    slug: Option<String>,
    time_zone: Option<String>,
    languages: Option<String>,
    country: Option<String>,
    parent: Option<Option<String>>,
}

/// Makes the plan, or says every reason why not. A new site without languages speaks `default_languages`.
pub fn plan(roster: &Roster, table: &Table, default_languages: &str) -> Result<SitesPlan, Vec<ReportRow>> {
    let mut wrong = Vec::new();
    let mut rows = Vec::new();
    for row in table.rows() {
        match read(row) {
            Ok(row) => rows.push(row),
            Err(fault) => wrong.push(ReportRow::wrong(row.line, row.raw("name").unwrap_or_default(), fault)),
        }
    }
    let mut sites: HashMap<SiteId, Site> = roster.sites.iter().map(|site| (site.id, site.clone())).collect();
    let mut words = roster.site_by_word.clone();
    let mut lines: HashMap<SiteId, u64> = HashMap::new();
    let mut ids = Vec::new();
    for row in &rows {
        match put(roster, &mut sites, &mut words, row, default_languages) {
            Ok(id) => match lines.insert(id, row.line) {
                None => ids.push((id, row)),
                Some(line) => {
                    let fault = Fault::new("directory-fault-site-twice").naming("line", &line.to_string());
                    wrong.push(ReportRow::wrong(row.line, &row.name, fault));
                }
            },
            Err(fault) => wrong.push(ReportRow::wrong(row.line, &row.name, fault)),
        }
    }
    for (id, row) in &ids {
        let Some(parent) = &row.parent else { continue };
        let parent_id =
            parent.as_ref().map(|word| words.get(word.as_str()).or_else(|| words.get(&fold(word))).copied());
        match parent_id {
            Some(None) => {
                let fault = Fault::new("directory-fault-parent").naming("site", parent.as_deref().unwrap_or_default());
                wrong.push(ReportRow::wrong(row.line, &row.name, fault));
            }
            known => {
                if let Some(site) = sites.get_mut(id) {
                    site.parent_id = known.flatten();
                }
            }
        }
    }
    for (id, row) in &ids {
        if depth(&sites, *id).is_none() {
            wrong.push(ReportRow::wrong(row.line, &row.name, Fault::new("directory-fault-site-circle")));
        }
    }
    if wrong.is_empty() { Ok(finish(roster, &sites, &ids)) } else { Err(wrong) }
}

fn finish(roster: &Roster, sites: &HashMap<SiteId, Site>, ids: &[(SiteId, &SiteRow)]) -> SitesPlan {
    let mut plan = SitesPlan { number: roster.number, ..SitesPlan::default() };
    for (id, row) in ids {
        let Some(after) = sites.get(id) else { continue };
        let before = roster.sites.iter().find(|site| site.id == *id);
        let columns = before.map(|before| differing(before, after)).unwrap_or_default();
        let outcome = match before {
            None => Outcome::Added,
            Some(_) if columns.is_empty() => Outcome::Same,
            Some(_) => Outcome::Changed,
        };
        match outcome {
            Outcome::Added => plan.added.push(after.clone()),
            Outcome::Changed => plan.changed.push(after.clone()),
            _ => {}
        }
        plan.rows.push(ReportRow { line: row.line, name: row.name.clone(), outcome, columns, fault: None });
    }
    plan.added.sort_by_key(|site| depth(sites, site.id));
    plan
}

fn read(row: Row<'_>) -> Result<SiteRow, Fault> {
    let slug = row.cell("slug")?.flatten();
    if let Some(slug) = slug.as_deref().filter(|slug| !is_slug(slug)) {
        return Err(Fault::new("directory-fault-slug").naming("slug", slug));
    }
    let time_zone = match row.cell("time_zone")?.flatten() {
        None => None,
        Some(typed) => {
            let zone = zone_named(&typed).ok_or_else(|| Fault::new("directory-fault-zone").naming("zone", &typed))?;
            Some(zone.0)
        }
    };
    let country = match row.cell("country")? {
        None => None,
        Some(None) => Some(String::new()),
        Some(Some(typed)) => match country_code(&typed) {
            Some(code) => Some(code),
            None => return Err(Fault::new("directory-fault-country").naming("country", &typed)),
        },
    };
    Ok(SiteRow {
        line: row.line,
        name: row.needed("name")?.unwrap_or_default(),
        slug,
        time_zone,
        languages: languages(row)?,
        country,
        parent: row.cell("parent")?,
    })
}

/// Tags with commas, blanks, slashes or pluses between; an empty cell says nothing.
fn languages(row: Row<'_>) -> Result<Option<String>, Fault> {
    let Some(typed) = row.cell("languages")?.flatten() else { return Ok(None) };
    let mut languages = Vec::new();
    for tag in typed.split([' ', ',', '+', '/', '|']).filter(|tag| !tag.is_empty()) {
        let Some(lang) = Lang::from_tag(tag) else {
            return Err(Fault::new("directory-fault-language").naming("language", tag));
        };
        if !languages.contains(&lang) {
            languages.push(lang);
        }
    }
    Ok(Some(languages_stored(&languages)))
}

/// Finds the row's site, by its slug if it names one, else by the slug its name would have or by its name; makes it if
/// there is none; and puts the row into it, but for the parent.
fn put(
    roster: &Roster,
    sites: &mut HashMap<SiteId, Site>,
    words: &mut HashMap<String, SiteId>,
    row: &SiteRow,
    default_languages: &str,
) -> Result<SiteId, Fault> {
    let name_fold = fold(&row.name);
    let known = match &row.slug {
        Some(slug) => words.get(slug),
        None => words.get(&name_fold).or_else(|| words.get(&slug(&row.name))),
    };
    if let Some(site) = known.and_then(|id| sites.get_mut(id)) {
        site.name.clone_from(&row.name);
        site.name_fold = name_fold;
        if let Some(slug) = &row.slug {
            site.slug.clone_from(slug);
        }
        if let Some(time_zone) = &row.time_zone {
            site.time_zone.clone_from(time_zone);
        }
        if let Some(languages) = &row.languages {
            site.languages.clone_from(languages);
        }
        if let Some(country) = &row.country {
            site.country.clone_from(country);
        }
        return Ok(site.id);
    }
    let new = Site {
        id: SiteId::new(roster.now),
        parent_id: None,
        name: row.name.clone(),
        slug: row.slug.clone().unwrap_or_else(|| free_slug(&row.name, |slug| words.contains_key(slug))),
        time_zone: row.time_zone.clone().ok_or_else(|| Fault::new("directory-fault-zone-missing"))?,
        languages: row.languages.clone().unwrap_or_else(|| default_languages.to_owned()),
        country: row.country.clone().unwrap_or_default(),
        working_days: MONDAY_TO_FRIDAY,
        wall_is_public: false,
        created_at: roster.now,
        version: 1,
        name_fold: name_fold.clone(),
    };
    let id = new.id;
    words.insert(new.slug.clone(), id);
    words.entry(name_fold).or_insert(id);
    sites.insert(id, new);
    Ok(id)
}

/// How many sites stand above one; none if it stands above itself.
fn depth(sites: &HashMap<SiteId, Site>, id: SiteId) -> Option<usize> {
    let mut seen = HashSet::new();
    let mut at = Some(id);
    while let Some(id) = at {
        if !seen.insert(id) {
            return None;
        }
        at = sites.get(&id).and_then(|site| site.parent_id);
    }
    Some(seen.len())
}

fn differing(before: &Site, after: &Site) -> Vec<&'static str> {
    let pairs = [
        ("name", before.name == after.name),
        ("slug", before.slug == after.slug),
        ("time_zone", before.time_zone == after.time_zone),
        ("languages", before.languages == after.languages),
        ("country", before.country == after.country),
        ("parent", before.parent_id == after.parent_id),
    ];
    pairs.into_iter().filter(|(_, is_same)| !is_same).map(|(column, _)| column).collect()
}
