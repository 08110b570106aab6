//! Sites: the list, and the page of one.

use actix_web::web::Path;
use serde::Serialize;

use super::site_form::{Known, SiteWords, filled, week_of};
use super::who_may::{admin_only, people_scope};
use crate::db::{Conn, QueryResult};
use crate::fold::fold;
use crate::ids::SiteId;
use crate::live::Topic;
use crate::people::audit::{NewEntry, What};
use crate::people::organisation_store::find_organisation;
use crate::people::site::{MONDAY_TO_FRIDAY, Site, WEEK, zones};
use crate::people::{audit_store, finder_store, person_store, site_store};
use crate::views::Lang;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

#[derive(Serialize)]
struct SitesView {
    sites: Vec<SiteLine>,
    can_add: bool,
}

#[derive(Serialize)]
struct SiteLine {
    slug: String,
    name: String,
    time_zone: String,
    people: i64,
    places: i64,
}

#[derive(Serialize)]
struct SiteEditView {
    site: Option<SiteView>,
    form: FormView,
    languages_offered: Vec<LanguageChoice>,
    time_zones: Vec<String>,
    parents: Vec<Choice>,
    week: [&'static str; 7],
}

#[derive(Serialize)]
struct SiteView {
    slug: String,
    name: String,
    version: i32,
}

#[derive(Serialize)]
struct Choice {
    slug: String,
    name: String,
}

#[derive(Serialize)]
struct LanguageChoice {
    tag: &'static str,
    name: &'static str,
    checked: bool,
}

/// `GET /admin/sites`
pub async fn index(me: Me) -> Answer {
    let scope = people_scope(&me)?;
    let app = me.page().app().clone();
    let now = app.now();
    let (sites, people, places) = app
        .read(move |conn| {
            let days = finder_store::days(conn, now)?;
            let people = person_store::count_present(conn, &days)?;
            Ok((site_store::list_sites_in(conn, &scope)?, people, site_store::count_places(conn)?))
        })
        .await?;
    let line = |site: Site| SiteLine {
        people: people.get(&site.id).copied().unwrap_or_default(),
        places: places.iter().find(|(id, _)| *id == site.id).map_or(0, |(_, count)| *count),
        slug: site.slug,
        name: site.name,
        time_zone: site.time_zone,
    };
    let view = SitesView { sites: sites.into_iter().map(line).collect(), can_add: admin_only(&me).is_ok() };
    me.page().show("directory/sites", &view)
}

/// `GET /admin/sites/new`
pub async fn new(me: Me) -> Answer {
    admin_only(&me)?;
    let (organisation, known) = me.page().app().read(|conn| Ok((find_organisation(conn)?, known(conn)?))).await?;
    let languages = organisation.map(|organisation| organisation.languages()).unwrap_or_default();
    let mut form = Form::default();
    form.set_all("working_days", &week_of(MONDAY_TO_FRIDAY));
    show(&me, None, &known, &form, languages, Problems::none())
}

/// `POST /admin/sites`
pub async fn create(me: Me, form: Form) -> Answer {
    admin_only(&me)?;
    let app = me.page().app().clone();
    let known = app.read(known).await?;
    let words = match SiteWords::parse(&form, &known, None) {
        Ok(words) => words,
        Err(problems) => return show(&me, None, &known, &form, chosen(&form), problems),
    };
    let entry = me.entry(What::Administered, "site", None, "added");
    let written = app
        .write(move |deed| {
            let new = Site {
                id: SiteId::new(deed.now),
                parent_id: words.parent_id,
                name: words.name.clone(),
                name_fold: fold(&words.name),
                slug: words.slug.clone(),
                time_zone: words.time_zone.clone(),
                languages: words.languages.clone(),
                country: words.country.clone(),
                working_days: words.working_days,
                wall_is_public: false,
                created_at: deed.now,
                version: 1,
            };
            site_store::insert_site(deed.conn, &new)?;
            site_store::set_holidays(deed.conn, new.id, &words.holidays)?;
            let entry = NewEntry { about_id: Some(new.id.0), ..entry.clone() };
            audit_store::record(deed.conn, &entry, deed.now)?;
            deed.touch(Topic::Directory);
            Ok(())
        })
        .await;
    match written {
        Ok(()) => Ok(see_other_saying("/admin/sites", "directory-said-saved")),
        Err(error) if is_slug_taken(&error) => show(&me, None, &known, &form, chosen(&form), slug_taken()),
        Err(error) => Err(error.into()),
    }
}

/// `GET /admin/sites/{slug}`
pub async fn edit(me: Me, slug: Path<String>) -> Answer {
    admin_only(&me)?;
    let site = find(&me, &slug).await?;
    let id = site.id;
    let read = move |conn: &mut Conn| Ok((known(conn)?, site_store::list_holidays(conn, id)?));
    let (known, holidays) = me.page().app().read(read).await?;
    let (form, languages) = (filled(&site, &known, holidays), site.languages());
    show(&me, Some(site), &known, &form, languages, Problems::none())
}

/// `POST /admin/sites/{slug}`
pub async fn update(me: Me, slug: Path<String>, form: Form) -> Answer {
    admin_only(&me)?;
    let mut site = find(&me, &slug).await?;
    let app = me.page().app().clone();
    let known = app.read(known).await?;
    site.version = form.read("version").ok_or(Failure::BadRequest)?;
    let words = match SiteWords::parse(&form, &known, Some(site.id)) {
        Ok(words) => words,
        Err(problems) => return show(&me, Some(site), &known, &form, chosen(&form), problems),
    };
    let changed = Site {
        name: words.name,
        slug: words.slug,
        time_zone: words.time_zone,
        languages: words.languages,
        parent_id: words.parent_id,
        country: words.country,
        working_days: words.working_days,
        ..site.clone()
    };
    let entry = me.entry(What::Administered, "site", Some(site.id.0), "changed");
    let written = app
        .write(move |deed| {
            deed.touch(Topic::Directory);
            let is_written = site_store::update_site(deed.conn, &changed)?;
            if is_written {
                site_store::set_holidays(deed.conn, changed.id, &words.holidays)?;
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(is_written)
        })
        .await;
    match written {
        Ok(true) => Ok(see_other_saying("/admin/sites", "directory-said-saved")),
        Ok(false) => Err(Failure::Faster(format!("/admin/sites/{}", site.slug))),
        Err(error) if is_slug_taken(&error) => show(&me, Some(site), &known, &form, chosen(&form), slug_taken()),
        Err(error) => Err(error.into()),
    }
}

fn known(conn: &mut Conn) -> QueryResult<Known> {
    Ok(Known { sites: site_store::list_sites(conn)?, slugs: site_store::list_slugs(conn)? })
}

async fn find(me: &Me, slug: &str) -> Result<Site, Failure> {
    let slug = slug.to_owned();
    let found = me.page().app().read(move |conn| site_store::find_site_by_slug(conn, &slug)).await?;
    found.ok_or(Failure::NotFound)
}

/// Somebody took the slug between the look and the write.
fn is_slug_taken(error: &crate::db::Error) -> bool {
    error.violates("site.slug") || error.violates("site_slug.slug")
}

fn slug_taken() -> Problems {
    Problems::one("slug", "directory-problem-slug-taken")
}

fn chosen(form: &Form) -> Vec<Lang> {
    form.all("languages").into_iter().filter_map(Lang::from_tag).collect()
}

fn show(me: &Me, site: Option<Site>, known: &Known, form: &Form, languages: Vec<Lang>, problems: Problems) -> Answer {
    let parents = known.parents(site.as_ref().map(|site| site.id));
    let parents = parents.map(|site| Choice { slug: site.slug.clone(), name: site.name.clone() }).collect();
    let choice =
        |lang: &Lang| LanguageChoice { tag: lang.tag(), name: lang.own_name(), checked: languages.contains(lang) };
    let view = SiteEditView {
        site: site.map(|site| SiteView { slug: site.slug, name: site.name, version: site.version }),
        form: form.view(me.page(), &problems),
        languages_offered: Lang::ALL.iter().map(choice).collect(),
        time_zones: zones(),
        parents,
        week: WEEK,
    };
    if problems.is_empty() {
        me.page().show("directory/site_edit", &view)
    } else {
        me.page().show_again("directory/site_edit", &view)
    }
}
