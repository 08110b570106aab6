//! Writing: the site, the form, and what was sent.

use actix_web::http::StatusCode;
use actix_web::web::Query;
use serde::{Deserialize, Serialize};

use super::SiteChoice;
use crate::ids::{CategoryId, PersonId};
use crate::people::sender::FormKey;
use crate::people::site::{Site, organisation_zone};
use crate::people::site_store;
use crate::voice::anonymous::intake::NewIssue;
use crate::voice::anonymous::readers::{Group, House, find_house};
use crate::voice::anonymous::receipt::{Lookup, Receipt};
use crate::voice::anonymous::{intake_store, staff_room};
use crate::voice::category::Category;
use crate::voice::{category_store, rules_store};
use crate::web::quiet::Deed;
use crate::web::zone::Zone;
use crate::web::{Answer, Failure, Form, FormView, Problems, qr};

/// Which site the address names.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    site: String,
}

#[derive(Serialize)]
struct SitesView {
    sites: Vec<SiteChoice>,
    to: &'static str,
}

#[derive(Serialize)]
struct RefusedView {
    why: &'static str,
    site: SiteChoice,
}

#[derive(Serialize)]
struct WriteView {
    /// Where else one can turn, line by line.
    elsewhere: Vec<String>,
    site: SiteChoice,
    people: i64,
    is_small: bool,
    categories: Vec<CategoryChoice>,
    channels: Vec<ChannelView>,
    handlers: Vec<HandlerChoice>,
    form_key: String,
    way_back: String,
    form: FormView,
}

#[derive(Serialize)]
struct CategoryChoice {
    id: CategoryId,
    name: String,
}

/// Where else to turn with what is delicate.
#[derive(Serialize)]
struct ChannelView {
    category: String,
    channel: String,
}

#[derive(Serialize)]
struct HandlerChoice {
    id: PersonId,
    name: String,
}

#[derive(Serialize)]
struct SentView {
    receipt: Option<String>,
    picture: Option<String>,
    site: SiteChoice,
    channel: Option<String>,
}

/// `GET /voice/anonymous?site=seaside`
pub async fn new(zone: Zone, asked: Query<Asked>) -> Answer {
    let (sites, house) = find(&zone, &asked.site).await?;
    match house {
        Some(house) => show(&zone, &house, &Form::default(), &Problems::none()).await,
        None if asked.site.is_empty() && !sites.is_empty() => choose(&zone, &sites, "anonymous"),
        None => Err(Failure::NotFound),
    }
}

/// Every site, and the one that was named; the only one needs no name.
async fn find(zone: &Zone, slug: &str) -> Result<(Vec<Site>, Option<House>), Failure> {
    let (slug, now) = (slug.to_owned(), zone.app().now());
    let found = zone.app().read(move |conn| {
        let sites = site_store::list_sites(conn)?;
        let slug = if sites.len() == 1 && slug.is_empty() { &sites[0].slug } else { &slug };
        let house = find_house(conn, &sites, slug, now)?;
        Ok((sites, house))
    });
    Ok(found.await?)
}

/// A page to choose the site on, for an address of the zone.
pub(super) fn choose(zone: &Zone, sites: &[Site], to: &'static str) -> Answer {
    zone.show("voice/anonymous/sites", &SitesView { sites: sites.iter().map(SiteChoice::of).collect(), to })
}

async fn show(zone: &Zone, house: &House, form: &Form, problems: &Problems) -> Answer {
    if let Some(why) = refusal(house) {
        return zone.show("voice/anonymous/refused", &RefusedView { why, site: SiteChoice::of(&house.site) });
    }
    let app = zone.app();
    let mut form = form.clone();
    if !form.has("kind") {
        form.set("kind", "issue");
    }
    let categories = app.read(category_store::list).await?;
    let category = |one: Category| CategoryChoice { id: one.id, name: one.name(&app.views, zone.lang()) };
    let channels = categories.iter().filter_map(|one| {
        let channel = one.channel(&app.views, zone.lang())?;
        Some(ChannelView { category: one.name(&app.views, zone.lang()), channel })
    });
    let channels = channels.collect();
    let elsewhere = app.read(rules_store::find).await?.channel_lines();
    let view = WriteView {
        elsewhere,
        site: SiteChoice::of(&house.site),
        people: house.people,
        is_small: house.group() == Group::Small,
        categories: categories.into_iter().map(category).collect(),
        channels,
        handlers: house
            .handlers
            .iter()
            .map(|one| HandlerChoice { id: one.person.id, name: one.person.name() })
            .collect(),
        form_key: FormKey::from_form(form.text("form_key")).as_str().to_owned(),
        way_back: app.url("/voice/receipt"),
        form: zone.view(&form, problems),
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    zone.show_as(status, "voice/anonymous/write", &view)
}

/// Why nobody can write at a site without being known, or without being heard.
fn refusal(house: &House) -> Option<&'static str> {
    match house.group() {
        Group::TooSmall => Some("small"),
        _ if house.handlers.is_empty() => Some("nobody"),
        _ => None,
    }
}

/// `POST /voice/anonymous`
pub async fn create(zone: Zone, form: Form) -> Answer {
    let (sites, house) = find(&zone, form.text("site")).await?;
    let house = house.ok_or(Failure::NotFound)?;
    if refusal(&house).is_some() {
        return show(&zone, &house, &form, &Problems::none()).await;
    }
    let app = zone.app();
    let categories = app.read(category_store::list).await?;
    let today = app.now().day_in(&organisation_zone(&sites));
    let mut problems = Problems::none();
    if !staff_room::is_valid(&app.secrets, house.site.id, house.site.today(app.now()).date(), form.text("code")) {
        let may_try = zone.allows(Deed::MissedCode);
        problems.add("code", if may_try { "anonymous-problem-code" } else { "anonymous-problem-too-many" });
    } else if !zone.allows(Deed::Wrote) {
        problems.add("what", "anonymous-problem-too-many");
    }
    let new = match NewIssue::parse(&form, &house, &categories, problems) {
        Ok(new) => new,
        Err(problems) => return show(&zone, &house, &form, &problems).await,
    };
    let form_key = FormKey::from_form(form.text("form_key"));
    let made_here = if form.has("lookup") { None } else { Some(Receipt::made_for(&app.secrets, form_key.as_str())) };
    let lookup = match &made_here {
        Some(receipt) => receipt.lookup(),
        None => Lookup::read(form.text("lookup")).ok_or(Failure::BadRequest)?,
    };
    let row = new.row(app, &form_key, lookup, today);
    let written = app
        .write(move |deed| match intake_store::is_known(deed.conn, &row)? {
            true => Ok(()),
            false => intake_store::insert(deed.conn, &row),
        })
        .await;
    match written {
        Err(error) if error.violates("anon_intake.form_hash") => {} // a second press, at the same moment
        written => written?,
    }
    let picture = made_here.as_ref().map(|receipt| qr::as_picture(&way_back(&zone, receipt))).transpose()?;
    let receipt = made_here.map(|receipt| receipt.groups());
    let chosen = form.read("category").and_then(|id: CategoryId| categories.iter().find(|one| one.id == id));
    let channel = chosen.and_then(|one| one.channel(&app.views, zone.lang()));
    zone.show("voice/anonymous/sent", &SentView { receipt, picture, site: SiteChoice::of(&house.site), channel })
}

/// The address that leads back. The receipt stands behind `#`: browsers keep that part to themselves.
fn way_back(zone: &Zone, receipt: &Receipt) -> String {
    zone.app().url(&format!("/voice/receipt#{}", receipt.groups()))
}
