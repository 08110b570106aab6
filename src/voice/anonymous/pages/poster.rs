//! The poster for the staff room: this month's code, and in plain words what is stored and what is not.

use actix_web::web::Path;
use serde::Serialize;

use crate::clock::Day;
use crate::people::role::Role;
use crate::people::site_store;
use crate::voice::anonymous::staff_room;
use crate::web::{Answer, Failure, Me, qr};

#[derive(Serialize)]
struct PosterView {
    site: SiteView,
    code: String,
    until: Day,
    address: String,
    picture: String,
}

#[derive(Serialize)]
struct SiteView {
    slug: String,
    name: String,
}

/// `GET /admin/voice/poster/{site}`
pub async fn show(me: Me, slug: Path<String>) -> Answer {
    let scope = me.scope_of(&[Role::SiteManager, Role::Hr, Role::Admin]);
    me.must(!scope.is_nowhere())?;
    let app = me.page().app();
    let site = app.read(move |conn| site_store::find_site_by_slug(conn, &slug)).await?;
    let site = site.filter(|site| scope.holds(site.id)).ok_or(Failure::NotFound)?;
    let today = site.today(app.now()).date();
    let code = staff_room::code(&app.secrets, site.id, today);
    let address = app.url(&format!("/voice/anonymous?site={}", site.slug));
    let view = PosterView {
        code: format!("{} {}", &code[..4], &code[4..]),
        until: staff_room::last_day(today).into(),
        picture: qr::as_picture(&address)?,
        address: address.split_once("://").map_or(address.as_str(), |(_, short)| short).to_owned(),
        site: SiteView { slug: site.slug, name: site.name },
    };
    me.page().show("voice/anonymous/poster", &view)
}
