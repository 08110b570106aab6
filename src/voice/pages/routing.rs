//! What issues are about and who receives them, site by site, with the check that names what nobody receives (A5).

use actix_web::web;
use serde::Serialize;

use crate::ids::{CategoryId, PersonId, SiteId};
use crate::people::audit::{NewEntry, What};
use crate::people::finders::{Finder, finder_of};
use crate::people::person::PersonCard;
use crate::people::role::Role;
use crate::people::site::Site;
use crate::people::{audit_store, finder_store, person_store, site_store};
use crate::text;
use crate::voice::category::{Category, Route, USUAL_DAYS};
use crate::voice::category_store;
use crate::voice::receivers_store;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

/// How many people the finder offers.
const OFFERED: usize = 6;
/// In place of a category: all that are not delicate.
const ALL: &str = "all";

#[derive(Serialize)]
struct View {
    categories: Vec<CategoryView>,
    retired: Vec<CategoryView>,
    routes: Vec<RouteView>,
    sites: Vec<SiteView>,
    missing: Vec<MissingView>,
    chosen: Option<PersonCard>,
    candidates: Vec<PersonCard>,
    form: FormView,
}

#[derive(Serialize)]
struct CategoryView {
    id: CategoryId,
    name: String,
    delicate: bool,
    acknowledge_days: i32,
    answer_days: i32,
    decide_days: i32,
    keep_days: i32,
}

#[derive(Serialize)]
struct RouteView {
    category_id: CategoryId,
    category: String,
    site_id: Option<SiteId>,
    site: Option<String>,
    owner: String,
    deputy: Option<String>,
}

#[derive(Serialize)]
struct SiteView {
    id: SiteId,
    name: String,
}

/// What nobody is named for at a site: with whom it lies meanwhile, if with anybody.
#[derive(Serialize)]
struct MissingView {
    site: String,
    categories: Vec<String>,
    falls_to: Option<String>,
}

struct Around {
    categories: Vec<Category>,
    retired: Vec<Category>,
    routes: Vec<Route>,
    sites: Vec<Site>,
}

async fn read(me: &Me) -> Result<Around, Failure> {
    me.must(me.has(Role::Admin))?;
    let around = me.page().app().read(|conn| {
        Ok(Around {
            categories: category_store::list(conn)?,
            retired: category_store::list_retired(conn)?,
            routes: category_store::list_routes(conn)?,
            sites: site_store::list_sites(conn)?,
        })
    });
    Ok(around.await?)
}

/// GET /admin/voice
pub async fn index(me: Me) -> Answer {
    let around = read(&me).await?;
    show(&me, &around, &Form::default(), (None, Vec::new()), Problems::none()).await
}

/// POST /admin/voice/categories
pub async fn add_category(me: Me, form: Form) -> Answer {
    let around = read(&me).await?;
    let mut problems = Problems::none();
    let name = problems.need("name", text::line(form.text("name")), "voice-problem-category-name");
    if !problems.is_empty() {
        return show(&me, &around, &form, (None, Vec::new()), problems).await;
    }
    let (due_days, keep_days) = USUAL_DAYS;
    let id = CategoryId::new(me.page().app().now());
    let is_delicate = form.has("delicate");
    let new = Category { id, code: None, own_name: name, is_delicate, due_days, keep_days };
    let entry = me.entry(What::Administered, "issue_category", Some(id.0), "added");
    me.page()
        .app()
        .write(move |deed| {
            category_store::insert(deed.conn, &new)?;
            audit_store::record(deed.conn, &entry, deed.now)
        })
        .await?;
    Ok(see_other_saying("/admin/voice", "voice-said-saved"))
}

/// POST /admin/voice/categories/{id}/retire: offered no more; `step=return` offers it again.
pub async fn retire_category(me: Me, id: web::Path<CategoryId>, form: Form) -> Answer {
    me.must_see(me.has(Role::Admin))?;
    let (id, returns) = (*id, form.text("step") == "return");
    let entry =
        me.entry(What::Administered, "issue_category", Some(id.0), if returns { "returned" } else { "retired" });
    let is_done = me
        .page()
        .app()
        .write(move |deed| {
            let is_done = category_store::set_retired(deed.conn, id, (!returns).then_some(deed.now))?;
            if is_done {
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(is_done)
        })
        .await?;
    if is_done { Ok(see_other_saying("/admin/voice", "voice-said-saved")) } else { Err(Failure::NotFound) }
}

/// POST /admin/voice/routes: `category` (or all), `site` (or everywhere), `deed` owner or deputy, `person`.
pub async fn set_route(me: Me, mut form: Form) -> Answer {
    let around = read(&me).await?;
    let finder = finder_of(me.page().app(), None).await?;
    if form.text("step") == "change" {
        form.set("person", "");
        return show(&me, &around, &form, (None, Vec::new()), Problems::none()).await;
    }
    let offered = || offered(&finder, &form);
    if form.text("step") == "find" {
        let candidates = offered();
        let problems = match candidates.is_empty() {
            true => Problems::one("who", "voice-problem-nobody"),
            false => Problems::none(),
        };
        return show(&me, &around, &form, (None, candidates), problems).await;
    }
    let chosen = form.read::<PersonId>("person").and_then(|id| finder.card(id)).cloned();
    let mut problems = Problems::none();
    if chosen.is_none() {
        problems.add("who", "voice-problem-who");
    }
    let wanted: Vec<CategoryId> = match form.text("category") {
        ALL => around.categories.iter().filter(|one| !one.is_delicate).map(|one| one.id).collect(),
        _ => {
            let id = form.read::<CategoryId>("category");
            around.categories.iter().map(|one| one.id).filter(|one| Some(*one) == id).collect()
        }
    };
    if wanted.is_empty() {
        problems.add("category", "voice-problem-category");
    }
    let site = form.read::<SiteId>("site").filter(|id| around.sites.iter().any(|site| site.id == *id));
    if site.is_none() && form.has("site") {
        problems.add("site", "voice-problem-site");
    }
    let as_deputy = form.text("deed") == "deputy";
    let Some(person) = chosen.as_ref().map(|card| card.id).filter(|_| problems.is_empty()) else {
        let candidates = if chosen.is_none() && form.has("who") { offered() } else { Vec::new() };
        return show(&me, &around, &form, (chosen, candidates), problems).await;
    };
    let mut routes = Vec::new();
    for category_id in wanted {
        let known = around.routes.iter().find(|route| route.category_id == category_id && route.site_id == site);
        match (as_deputy, known) {
            (false, known) => {
                let deputy_id = known.and_then(|known| known.deputy_id).filter(|deputy| *deputy != person);
                routes.push(Route { category_id, site_id: site, owner_id: person, deputy_id });
            }
            (true, Some(known)) if known.owner_id != person => {
                routes.push(Route { deputy_id: Some(person), ..*known });
            }
            // A deputy stands in for somebody: first the owner.
            (true, _) => {
                let problems = Problems::one("deed", "voice-problem-owner-first");
                return show(&me, &around, &form, (chosen, Vec::new()), problems).await;
            }
        }
    }
    let detail = if as_deputy { "deputy" } else { "owner" };
    let entries: Vec<NewEntry> = routes
        .iter()
        .map(|route| me.entry(What::Administered, "issue_route", Some(route.category_id.0), detail))
        .collect();
    me.page()
        .app()
        .write(move |deed| {
            for (route, entry) in routes.iter().zip(&entries) {
                category_store::set_route(deed.conn, *route, deed.now)?;
                audit_store::record(deed.conn, entry, deed.now)?;
            }
            Ok(())
        })
        .await?;
    Ok(see_other_saying("/admin/voice", "voice-said-saved"))
}

fn offered(finder: &Finder, form: &Form) -> Vec<PersonCard> {
    finder.find(form.text("who"), OFFERED).into_iter().map(|found| found.card).collect()
}

/// POST /admin/voice/routes/remove: `category`, `site`.
pub async fn remove_route(me: Me, form: Form) -> Answer {
    me.must(me.has(Role::Admin))?;
    let category = form.read::<CategoryId>("category").ok_or(Failure::BadRequest)?;
    let site = form.read::<SiteId>("site");
    let entry = me.entry(What::Administered, "issue_route", Some(category.0), "removed");
    let is_done = me
        .page()
        .app()
        .write(move |deed| {
            let is_done = category_store::remove_route(deed.conn, category, site)?;
            if is_done {
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(is_done)
        })
        .await?;
    if is_done { Ok(see_other_saying("/admin/voice", "voice-said-saved")) } else { Err(Failure::NotFound) }
}

/// The routes in the order of the subjects, the one for everywhere first, then by site.
fn in_order(around: &Around) -> Vec<&Route> {
    let subject = |route: &Route| around.categories.iter().position(|one| one.id == route.category_id);
    let site = |route: &Route| around.sites.iter().position(|site| Some(site.id) == route.site_id);
    let mut routes: Vec<&Route> = around.routes.iter().collect();
    routes.sort_by_key(|route| (subject(route), site(route)));
    routes
}

/// The page, with what nobody receives.
async fn show(
    me: &Me,
    around: &Around,
    form: &Form,
    (chosen, candidates): (Option<PersonCard>, Vec<PersonCard>),
    problems: Problems,
) -> Answer {
    let page = me.page();
    let (now, routes) = (page.app().now(), around.routes.clone());
    let (unreceived, cards) = page
        .app()
        .read(move |conn| {
            let days = finder_store::days(conn, now)?;
            let unreceived = receivers_store::list_unreceived(conn, &days)?;
            let fallen_to = unreceived.iter().filter_map(|one| one.falls_to);
            let ids: Vec<PersonId> = routes.iter().copied().flat_map(Route::people).chain(fallen_to).collect();
            Ok((unreceived, person_store::list_cards(conn, &ids)?))
        })
        .await?;
    let name = |one: &Category| one.name(&page.app().views, page.lang());
    let category = |one: &Category| CategoryView {
        id: one.id,
        name: name(one),
        delicate: one.is_delicate,
        acknowledge_days: one.due_days.0,
        answer_days: one.due_days.1,
        decide_days: one.due_days.2,
        keep_days: one.keep_days,
    };
    let person = |id: PersonId| cards.get(&id).map(|card| card.name.clone());
    let route = |route: &Route| {
        let of = around.categories.iter().find(|one| one.id == route.category_id)?;
        let site = around.sites.iter().find(|site| Some(site.id) == route.site_id).map(|site| site.name.clone());
        Some(RouteView {
            category_id: of.id,
            category: name(of),
            site_id: route.site_id,
            site,
            owner: person(route.owner_id)?,
            deputy: route.deputy_id.and_then(person),
        })
    };
    let mut missing: Vec<MissingView> = Vec::new();
    for one in &unreceived {
        let falls_to = one.falls_to.and_then(person);
        match missing.iter_mut().find(|known| known.site == one.site && known.falls_to == falls_to) {
            Some(known) => known.categories.push(name(&one.category)),
            None => {
                missing.push(MissingView { site: one.site.clone(), categories: vec![name(&one.category)], falls_to })
            }
        }
    }
    let view = View {
        categories: around.categories.iter().map(category).collect(),
        retired: around.retired.iter().map(category).collect(),
        routes: in_order(around).into_iter().filter_map(route).collect(),
        sites: around.sites.iter().map(|site| SiteView { id: site.id, name: site.name.clone() }).collect(),
        missing,
        chosen: chosen.filter(|_| candidates.is_empty()),
        candidates,
        form: form.view(page, &problems),
    };
    if problems.is_empty() { page.show("voice/routing", &view) } else { page.show_again("voice/routing", &view) }
}
