//! All sites that somebody reads of, beside each other by name; and the whole house for who reads of all of it.

use actix_web::web::Query;
use serde::{Deserialize, Serialize};

use super::{Told, cares_for, reads, sees, weeks_of};
use crate::clock::{Day, Moment};
use crate::db::Part;
use crate::insights::charts::weeks::{Weeks, weeks};
use crate::insights::pages::reads as reads_all;
use crate::insights::reports::figure::{DAYS, Figures, HOUSE, LEAST};
use crate::insights::reports::figure_store::{self, Kept};
use crate::insights::reports::now_store::{self, Quote, Supported, Unpraised};
use crate::people::role::{Role, Scope};
use crate::people::site::{Site, organisation_zone};
use crate::people::site_store;
use crate::web::pager::{Listing, Order, Pager};
use crate::web::{Answer, Failure, Me};

/// How many issues, and how many groups, are named.
const SUPPORTED: i64 = 10;
const UNPRAISED: i64 = 20;
const QUOTES: usize = 3;
const SITES: Listing<'_> = Listing { address: "/insights", order: Order::Other, size: 50 };

/// Which part of the sites.
#[derive(Deserialize)]
pub struct Asked {
    after: Option<String>,
    before: Option<String>,
}

#[derive(Serialize)]
struct View {
    days: i64,
    counted_at: Option<Moment>,
    zone: String,
    house: Option<HouseView>,
    sites: Vec<SiteView>,
    pager: Pager,
    supported: Vec<Supported>,
    /// For executives.
    own_late: Option<i64>,
    quotes: Vec<Quote>,
    may_compare: bool,
}

#[derive(Serialize)]
struct HouseView {
    told: Told,
    weeks: Option<Weeks>,
    subjects: Vec<SubjectView>,
    /// For HR.
    unpraised: Option<Vec<Unpraised>>,
}

#[derive(Serialize)]
struct SubjectView {
    name: String,
    told: Told,
}

#[derive(Serialize)]
struct SiteView {
    slug: String,
    name: String,
    told: Told,
}

struct Found {
    zone: String,
    counted_at: Option<Moment>,
    /// The day of that, on the house's calendar.
    today: Option<Day>,
    sites: Vec<Site>,
    pager: Pager,
    figures: Figures,
    whole: Option<Kept>,
    subjects: Vec<(crate::ids::CategoryId, Option<String>, String)>,
    unpraised: Option<Vec<Unpraised>>,
    supported: Vec<Supported>,
    own_late: Option<i64>,
    quotes: Vec<Quote>,
}

/// `GET /insights`
pub async fn show(me: Me, asked: Query<Asked>) -> Answer {
    let scope = reads(&me);
    me.must(!scope.is_nowhere())?;
    let part = Part::of(asked.after.clone(), asked.before.clone());
    let found = find(&me, scope.clone(), part).await?;
    let house = found.whole.map(|whole| {
        let own = found.today.map(|today| weeks_of(&whole, HOUSE, today)).unwrap_or_default();
        HouseView {
            told: Told::of(HOUSE, &whole.figures),
            weeks: weeks(&own),
            subjects: subjects(&me, found.subjects, &whole),
            unpraised: found.unpraised,
        }
    });
    let site = |site: Site| SiteView { told: Told::of(site.id.0, &found.figures), slug: site.slug, name: site.name };
    let view = View {
        days: DAYS,
        counted_at: found.counted_at,
        zone: found.zone,
        house,
        sites: found.sites.into_iter().map(site).collect(),
        pager: found.pager,
        supported: found.supported,
        own_late: found.own_late,
        quotes: found.quotes,
        may_compare: reads_all(&me),
    };
    me.page().show("insights/reports/house", &view)
}

async fn find(me: &Me, scope: Scope, part: Part<String>) -> Result<Found, Failure> {
    let (now, person, sees) = (me.page().app().now(), me.person_id, sees(me));
    let (is_hr, is_executive) = (cares_for(me) == Scope::Everywhere, !me.scope_of(&[Role::Executive]).is_nowhere());
    let reads_all = reads_all(me);
    let found = me.page().app().read(move |conn| {
        let all = site_store::list_sites(conn)?;
        let zone = organisation_zone(&all);
        let mine: Vec<Site> = all.into_iter().filter(|site| scope.holds(site.id)).collect();
        let (sites, pager) = SITES.page(cut(mine, &part), part.clone(), |site| site.slug.clone());
        let keys: Vec<_> = sites.iter().map(|site| site.id.0).collect();
        let counted_at = figure_store::counted_at(conn)?;
        Ok(Found {
            counted_at,
            today: counted_at.map(|at| at.day_in(&zone)),
            figures: figure_store::list_figures(conn, &keys)?,
            whole: reads_all.then(|| figure_store::find(conn, None)).transpose()?,
            subjects: if reads_all { now_store::list_subjects(conn)? } else { Vec::new() },
            unpraised: is_hr.then(|| now_store::list_unpraised(conn, UNPRAISED)).transpose()?,
            supported: now_store::list_supported(conn, &scope, &sees, SUPPORTED)?,
            own_late: is_executive.then(|| now_store::count_late_of(conn, person, now.day_in(&zone))).transpose()?,
            quotes: if is_executive {
                now_store::list_quotes(conn, now.plus_seconds(-DAYS * 24 * 3600), QUOTES)?
            } else {
                Vec::new()
            },
            zone: zone.iana_name().unwrap_or("UTC").to_owned(),
            sites,
            pager,
        })
    });
    Ok(found.await?)
}

/// The rows of a part, as a store gives them: one more than is shown, and backwards if it comes before a row.
fn cut(sites: Vec<Site>, part: &Part<String>) -> Vec<Site> {
    let limit = usize::try_from(SITES.limit()).unwrap_or(usize::MAX);
    let place = |slug: &String| sites.iter().position(|site| site.slug == *slug);
    match part {
        Part::After(slug) => match place(slug) {
            Some(at) => sites.into_iter().skip(at + 1).take(limit).collect(),
            None => sites.into_iter().take(limit).collect(),
        },
        Part::Before(slug) => {
            let until = place(slug).unwrap_or(0);
            sites.into_iter().take(until).rev().take(limit).collect()
        }
        Part::Beginning => sites.into_iter().take(limit).collect(),
    }
}

/// The subjects of issues that took longest first: a subject is nobody. Of fewer than so many nothing is told.
fn subjects(
    me: &Me,
    subjects: Vec<(crate::ids::CategoryId, Option<String>, String)>,
    whole: &Kept,
) -> Vec<SubjectView> {
    let view = |(id, code, own): (crate::ids::CategoryId, Option<String>, String)| {
        let name = code.map_or(own, |code| me.page().text(&format!("voice-category-{}", code.replace('_', "-")), &[]));
        SubjectView { name, told: Told::of(id.0, &whole.figures) }
    };
    let mut views: Vec<SubjectView> = subjects.into_iter().map(view).collect();
    views.retain(|one| one.told.answer.is_some_and(|figure| figure.n >= LEAST));
    let days = |one: &SubjectView| one.told.answer.and_then(|figure| figure.value).unwrap_or(f64::INFINITY);
    views.sort_by(|one, other| days(other).total_cmp(&days(one)));
    views
}
