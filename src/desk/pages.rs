//! The pages of the desk.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use crate::app::Deed;
use crate::ids::SiteId;
use crate::mail::outbox;
use crate::people::code::Level;
use crate::people::contact::read_stop_token;
use crate::people::door::{PlaceView, SiteView};
use crate::people::finders::finder_of;
use crate::people::{code_store, contact_store, person_store, site_store};
use crate::secrets::{normal_token, token_hash};
use crate::web::{Answer, Failure, Page, door, see_other};

/// What stands behind the question mark in the address.
#[derive(Deserialize)]
pub struct Query {
    #[serde(default)]
    c: String,
}

#[derive(Serialize)]
struct Doors<'a> {
    site: SiteView,
    place: Option<PlaceView>,
    person: Option<PersonView>,
    code: &'a str,
}

#[derive(Serialize)]
struct PersonView {
    name: String,
    first_name: String,
    role: String,
}

#[derive(Serialize)]
struct Gone {
    site: Option<SiteView>,
}

#[derive(Serialize)]
struct Confirm {
    organisation_name: String,
    secret_path: String,
}

/// GET /at/{site}
pub async fn doors(page: Page, slug: web::Path<String>, query: web::Query<Query>) -> Answer {
    let door = door::find(&page, &slug, &query.c).await?;
    let finder = finder_of(page.app(), Some(door.site_id)).await?;
    let card = door.person_id.and_then(|id| finder.card(id));
    let person = card.map(|card| PersonView {
        first_name: card.name.split(' ').next().unwrap_or_default().to_owned(),
        name: card.name.clone(),
        role: card.role.clone(),
    });
    page.show("desk/doors", &Doors { site: door.site_view(), place: door.place_view(), person, code: &door.code })
}

/// GET /q/{code}: to the door of the code's site, with place or person chosen. A colleague who scans a colleague's
/// badge praises as a colleague.
pub async fn scan(page: Page, code: web::Path<String>) -> Answer {
    let (typed, now) = (normal_token(&code), page.app().now());
    let found = page
        .app()
        .read(move |conn| {
            let Some(target) = code_store::find_code(conn, &typed, now)? else { return Ok(None) };
            let site_id = match (target.site_id, target.person_id) {
                (None, Some(person)) => person_store::find_person(conn, person)?.map(|person| person.site_id),
                (site_id, _) => site_id,
            };
            let site = site_id.map(|id: SiteId| site_store::find_site(conn, id)).transpose()?.flatten();
            let sites = if site.is_none() { site_store::list_sites(conn)? } else { Vec::new() };
            Ok(Some((target, site, sites)))
        })
        .await?;
    let Some((target, site, sites)) = found else {
        return page.show_as(StatusCode::NOT_FOUND, "desk/gone", &Gone { site: None });
    };
    if !target.is_live() {
        let site = site.map(|site| SiteView::new(&site.name, &site.slug));
        return page.show_as(StatusCode::GONE, "desk/gone", &Gone { site });
    }
    match (target.level, page.viewer(), target.person_id) {
        (Level::Person, Some(viewer), Some(person)) if viewer.person_id != person => {
            return Ok(see_other(&format!("/praise/new?person={person}")));
        }
        _ => {}
    }
    match site {
        Some(site) => Ok(see_other(&format!("/at/{}?c={}", site.slug, target.code))),
        None => choose_site(&page, sites, &target.code),
    }
}

#[derive(Serialize)]
struct Sites<'a> {
    sites: Vec<SiteView>,
    code: &'a str,
}

/// The organisation's own code: which of its sites are you in?
fn choose_site(page: &Page, sites: Vec<crate::people::site::Site>, code: &str) -> Answer {
    match sites.as_slice() {
        [only] => Ok(see_other(&format!("/at/{}?c={code}", only.slug))),
        _ => {
            let sites = sites.iter().map(|site| SiteView::new(&site.name, &site.slug)).collect();
            page.show("desk/sites", &Sites { sites, code })
        }
    }
}

/// GET /mail/confirm/{secret}: a page with one button, because scanners open links too.
pub async fn confirm(page: Page, secret: web::Path<String>) -> Answer {
    let (hash, now) = (token_hash(&secret), page.app().now());
    page.app().read(move |conn| contact_store::find_asked(conn, &hash, now)).await?.ok_or(Failure::NotFound)?;
    let view =
        Confirm { organisation_name: page.organisation().to_owned(), secret_path: format!("/mail/confirm/{secret}") };
    page.show("desk/confirm", &view)
}

/// POST /mail/confirm/{secret}
pub async fn confirmed(page: Page, secret: web::Path<String>) -> Answer {
    let hash = token_hash(&secret);
    let confirmed = move |deed: &mut Deed| {
        let Some(contact) = contact_store::confirm(deed.conn, &hash, deed.now)? else { return Ok(false) };
        outbox::confirm(deed, &contact).map(|()| true)
    };
    if !page.app().write(confirmed).await? {
        return Err(Failure::NotFound);
    }
    page.show("desk/confirmed", &crate::web::page::Nothing {})
}

/// GET /mail/stop/{token}: a page with one button.
pub async fn stop(page: Page, token: web::Path<String>) -> Answer {
    read_stop_token(&page.app().secrets, &token).ok_or(Failure::NotFound)?;
    let view =
        Confirm { organisation_name: page.organisation().to_owned(), secret_path: format!("/mail/stop/{token}") };
    page.show("desk/stop", &view)
}

/// POST /mail/stop/{token}: also what a mail provider sends for one click (RFC 8058). Again changes nothing.
pub async fn stopped(page: Page, token: web::Path<String>) -> Answer {
    let contact = read_stop_token(&page.app().secrets, &token).ok_or(Failure::NotFound)?;
    page.app().write(move |deed| outbox::stop(deed, contact)).await?;
    page.show("desk/stopped", &crate::web::page::Nothing {})
}

/// GET /: where somebody lands who only knows the host.
pub async fn front(page: Page) -> Answer {
    Ok::<HttpResponse, Failure>(see_other(if page.viewer().is_some() { "/home" } else { "/sign-in" }))
}
