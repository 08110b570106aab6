//! What was typed about a site.

use crate::ids::SiteId;
use crate::people::site::{SLUG_MAX, free_slug, is_slug, languages_stored, zone_named};
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
}

impl SiteWords {
    /// Reads the form. `slugs` are all that are or were in use; one that belongs to another site than `own` is taken.
    pub fn parse(form: &Form, slugs: &[(String, SiteId)], own: Option<SiteId>) -> Result<SiteWords, Problems> {
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
        problems.or(SiteWords { name, slug, time_zone, languages: languages_stored(&languages) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_gets_a_slug_that_nobody_has() {
        let form = Form::of(&[("name", "Seaside Hotel"), ("time_zone", "europe/lisbon"), ("languages", "de")]);
        let own = SiteId::random();
        let slugs = [("seaside-hotel".to_owned(), SiteId::random()), ("old".to_owned(), own)];
        let words = SiteWords::parse(&form, &slugs, None).unwrap();
        assert_eq!((words.slug.as_str(), words.time_zone.as_str()), ("seaside-hotel-2", "Europe/Lisbon"));
        let with_slug = |slug: &str| {
            let mut form = form.clone();
            form.set("slug", slug);
            SiteWords::parse(&form, &slugs, Some(own)).is_ok()
        };
        assert!(with_slug("old") && with_slug("new") && !with_slug("seaside-hotel") && !with_slug("No Slug"));
    }
}
