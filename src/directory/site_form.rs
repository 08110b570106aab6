//! What was typed about a site.

use std::collections::{BTreeSet, HashSet};

use super::holidays;
use crate::clock::Day;
use crate::ids::SiteId;
use crate::people::site::{
    SLUG_MAX, Site, WEEK, country_code, free_slug, is_circle, is_slug, languages_stored, zone_named,
};
use crate::text;
use crate::views::Lang;
use crate::web::{Form, Problems};

/// A site as the form says.
#[derive(Clone, Debug)]
pub struct SiteWords {
    pub name: String,
    pub slug: String,
    pub time_zone: String,
    pub languages: String,
    pub parent_id: Option<SiteId>,
    pub country: String,
    pub working_days: i32,
    pub holidays: BTreeSet<Day>,
}

/// What there is already: every site, and all slugs that are or were in use.
pub struct Known {
    pub sites: Vec<Site>,
    pub slugs: Vec<(String, SiteId)>,
}

impl Known {
    /// The sites that `own` (none: a new one) may be part of: neither itself nor its own parts.
    pub fn parents(&self, own: Option<SiteId>) -> impl Iterator<Item = &Site> {
        self.sites.iter().filter(move |site| own.is_none_or(|own| !is_circle(&self.sites, own, site.id)))
    }
}

impl SiteWords {
    /// Reads the form. A slug that belongs or belonged to another site than `own` is taken.
    pub fn parse(form: &Form, known: &Known, own: Option<SiteId>) -> Result<SiteWords, Problems> {
        let slugs = &known.slugs;
        let mut problems = Problems::none();
        let name = problems.take("name", text::line(form.text("name")));
        let is_taken = |slug: &str| slugs.iter().any(|(taken, id)| taken == slug && Some(*id) != own);
        let typed = form.text("slug").trim();
        let slug = if typed.is_empty() { free_slug(&name, is_taken) } else { typed.to_owned() };
        if !is_slug(&slug) {
            problems.add_naming(
                "slug",
                "directory-fault-slug",
                "slug",
                &typed.chars().take(SLUG_MAX).collect::<String>(),
            );
        } else if is_taken(&slug) {
            problems.add("slug", "directory-problem-slug-taken");
        }
        let zone = zone_named(form.text("time_zone"));
        match form.text("time_zone").trim() {
            "" => problems.add("time_zone", "directory-fault-zone-missing"),
            typed if zone.is_none() => {
                let typed: String = typed.chars().take(60).collect();
                problems.add_naming("time_zone", "directory-fault-zone", "zone", &typed);
            }
            _ => {}
        }
        let languages: Vec<Lang> = form.all("languages").into_iter().filter_map(Lang::from_tag).collect();
        if languages.is_empty() {
            problems.add(&format!("language-{}", Lang::default().tag()), "directory-problem-languages");
        }
        let time_zone = zone.map(|zone| zone.0).unwrap_or_default();
        let (parent_id, country) = (parent(form, known, own, &mut problems), country(form, &mut problems));
        let working_days = working_days(form);
        if working_days == 0 {
            problems.add(&format!("working-{}", WEEK[0]), "directory-problem-working-days");
        }
        let typed = problems.take("holidays", text::optional_words(form.text("holidays")));
        let holidays = holidays::read(&typed).unwrap_or_else(|wrong| {
            problems.add_naming("holidays", "directory-problem-holiday", "typed", &wrong);
            BTreeSet::new()
        });
        let languages = languages_stored(&languages);
        problems.or(SiteWords { name, slug, time_zone, languages, parent_id, country, working_days, holidays })
    }
}

fn parent(form: &Form, known: &Known, own: Option<SiteId>, problems: &mut Problems) -> Option<SiteId> {
    let slug = form.text("parent").trim();
    if slug.is_empty() {
        return None;
    }
    let parent = known.sites.iter().find(|site| site.slug == slug);
    match parent {
        None => {
            let typed: String = slug.chars().take(SLUG_MAX).collect();
            problems.add_naming("parent", "directory-fault-parent", "site", &typed);
        }
        Some(parent) if own.is_some_and(|own| is_circle(&known.sites, own, parent.id)) => {
            problems.add("parent", "directory-fault-site-circle");
        }
        Some(_) => {}
    }
    parent.map(|parent| parent.id)
}

fn country(form: &Form, problems: &mut Problems) -> String {
    if !form.has("country") {
        return String::new();
    }
    country_code(form.text("country")).unwrap_or_else(|| {
        let typed: String = form.text("country").trim().chars().take(60).collect();
        problems.add_naming("country", "directory-fault-country", "country", &typed);
        String::new()
    })
}

fn working_days(form: &Form) -> i32 {
    let chosen = form.all("working_days");
    WEEK.iter().enumerate().filter(|(_, day)| chosen.contains(day)).fold(0, |days, (bit, _)| days | 1 << bit)
}

/// The form of a site that is there already, to be changed.
pub fn filled(site: &Site, known: &Known, days: HashSet<Day>) -> Form {
    let parent = known.sites.iter().find(|parent| Some(parent.id) == site.parent_id);
    let mut form = Form::of(&[
        ("name", &site.name),
        ("slug", &site.slug),
        ("time_zone", &site.time_zone),
        ("parent", parent.map_or("", |parent| parent.slug.as_str())),
        ("country", &site.country),
        ("holidays", &holidays::write(days)),
    ]);
    form.set_all("working_days", &week_of(site.working_days));
    form
}

/// The words for days as [`Site::working_days`] keeps them.
pub fn week_of(working_days: i32) -> Vec<&'static str> {
    (0..).zip(WEEK).filter(|(bit, _)| working_days & 1 << bit != 0).map(|(_, day)| day).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_gets_a_slug_that_nobody_has() {
        let form = Form::of(&[
            ("name", "Seaside Hotel"),
            ("time_zone", "europe/lisbon"),
            ("languages", "de"),
            ("working_days", "sat"),
        ]);
        let own = SiteId::random();
        let slugs = vec![("seaside-hotel".to_owned(), SiteId::random()), ("old".to_owned(), own)];
        let known = Known { sites: Vec::new(), slugs };
        let words = SiteWords::parse(&form, &known, None).unwrap();
        assert_eq!(week_of(words.working_days), ["sat"]);
        assert_eq!((words.slug.as_str(), words.time_zone.as_str()), ("seaside-hotel-2", "Europe/Lisbon"));
        let with_slug = |slug: &str| {
            let mut form = form.clone();
            form.set("slug", slug);
            SiteWords::parse(&form, &known, Some(own)).is_ok()
        };
        assert!(with_slug("old") && with_slug("new") && !with_slug("seaside-hotel") && !with_slug("No Slug"));
    }
}
