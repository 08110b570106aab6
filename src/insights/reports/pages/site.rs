//! One site: what is praised, how soon it is heard, who waits for an answer, and what most people there stand behind.

use actix_web::web::Path;
use serde::Serialize;

use super::{Told, cares_for, counted, reads, sees, weeks_of};
use crate::clock::Moment;
use crate::ids::DepartmentId;
use crate::insights::charts::weeks::{Weeks, weeks};
use crate::insights::reports::figure::DAYS;
use crate::insights::reports::figure_store::{self, Kept};
use crate::insights::reports::now_store::{self, LastPulse, Supported};
use crate::people::role::Scope;
use crate::people::site::Site;
use crate::people::site_store;
use crate::web::{Answer, Failure, Me, see_other};

/// How many issues are named.
const SUPPORTED: i64 = 5;

#[derive(Serialize)]
struct View {
    name: String,
    slug: String,
    days: i64,
    counted_at: Option<Moment>,
    zone: String,
    told: Told,
    weeks: Option<Weeks>,
    departments: Vec<DepartmentView>,
    cares: bool,
    supported: Vec<Supported>,
    pulse: Option<LastPulse>,
}

#[derive(Serialize)]
struct DepartmentView {
    name: String,
    told: Told,
}

/// What a page of a site is made of.
pub(super) struct Found {
    pub site: Site,
    pub kept: Kept,
    pub departments: Vec<(DepartmentId, String)>,
}

/// `GET /insights/sites/{site}`
pub async fn show(me: Me, slug: Path<String>) -> Answer {
    let Some(found) = find(&me, &slug).await? else { return Err(Failure::NotFound) };
    let Found { site, kept, departments } = found;
    if site.slug != *slug {
        return Ok(see_other(&format!("/insights/sites/{}", site.slug)));
    }
    let (id, sees) = (site.id, sees(&me));
    let (counted_at, today, supported, pulse) = me
        .page()
        .app()
        .read(move |conn| {
            let supported = now_store::list_supported(conn, &Scope::Sites(vec![id]), &sees, SUPPORTED)?;
            let (counted_at, today) = counted(conn)?.unzip();
            Ok((counted_at, today, supported, now_store::find_last_pulse(conn, id)?))
        })
        .await?;
    let told = Told::of(site.id.0, &kept.figures);
    let by_week = today.map(|today| weeks_of(&kept, site.id.0, today)).unwrap_or_default();
    let view = View {
        weeks: weeks(&by_week).filter(|_| told.people.is_some()),
        told,
        departments: departments
            .into_iter()
            .map(|(id, name)| DepartmentView { name, told: Told::of(id.0, &kept.figures) })
            .filter(|one| one.told.people.is_some())
            .collect(),
        cares: cares_for(&me).holds(site.id),
        name: site.name,
        slug: site.slug,
        days: DAYS,
        counted_at,
        zone: site.time_zone,
        supported,
        pulse,
    };
    me.page().show("insights/reports/site", &view)
}

/// The site, if they read its reports; none if there is none for them.
pub(super) async fn find(me: &Me, slug: &str) -> Result<Option<Found>, Failure> {
    let scope = reads(me);
    me.must(!scope.is_nowhere())?;
    let slug = slug.to_owned();
    let found = me.page().app().read(move |conn| {
        let site = site_store::find_site_by_slug(conn, &slug)?;
        let Some(site) = site.filter(|site| scope.holds(site.id)) else { return Ok(None) };
        let kept = figure_store::find(conn, Some(site.id))?;
        let departments = now_store::list_departments(conn, site.id)?;
        Ok(Some(Found { site, kept, departments }))
    });
    Ok(found.await?)
}
