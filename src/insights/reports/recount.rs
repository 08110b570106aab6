//! Counting the figures of reports, site by site: every quarter of an hour, on whichever node takes its turn first.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::figure::{Figures, HOUSE, LEAST_PEOPLE, Weeks};
use super::figure_store::{self, Kept};
use super::pool::Pool;
use super::store::{self, Pools, Window};
use crate::app::App;
use crate::clock::Moment;
use crate::db::{Conn, QueryResult, job_run};
use crate::ids::{CategoryId, SiteId};
use crate::insights::recount::Compared;
use crate::insights::remainder::shown_beside;
use crate::people::site::{Site, organisation_zone};
use crate::people::site_store;
use crate::web::Failure;

const JOB: &str = "counting for reports";
const EVERY_MICROS: i64 = 15 * 60 * 1_000_000;

/// One round, if it is time.
pub async fn when_due(app: &App, holder: &str) -> Result<(), Failure> {
    let (now, who) = (app.now(), holder.to_owned());
    let due = Moment::from_micros(now.micros() - now.micros().rem_euclid(EVERY_MICROS));
    if app.db.write(move |conn| job_run::take(conn, JOB, due, &who, now)).await? {
        let outcome = run(app, holder).await;
        // Done even if it failed: a site that cannot be counted is not tried every minute.
        app.db.write(move |conn| job_run::mark_done(conn, JOB, due, now)).await?;
        outcome?;
    }
    Ok(())
}

/// Counts everything anew. It may be run at any time; the same things give the same figures. A site that cannot be counted does
/// not keep the others from it, but the house is not told without it.
pub async fn run(app: &App, holder: &str) -> Result<(), Failure> {
    let now = app.now();
    let sites = app.read(site_store::list_sites).await?;
    let window = Window::back_from(now.day_in(&organisation_zone(&sites)), now);
    let praised = std::sync::Arc::new(app.read(move |conn| store::list_praised(conn, &window)).await?);
    let counted = sites.clone();
    let told = app.read(move |conn| list_told(conn, &counted, now)).await?;
    let (mut whole, mut failed) = (Whole::default(), None);
    for site in sites {
        let (id, who, praised, is_told) = (site.id, holder.to_owned(), praised.clone(), told.contains(&site.id.0));
        let counted = app.read(move |conn| {
            let pools = store::find_pools(conn, &site, &window, &praised)?;
            Ok((of_site(&pools, site.id, is_told), pools))
        });
        let written = match counted.await {
            Err(error) => Err(error),
            Ok((figures, pools)) => {
                whole.put(pools);
                app.write(move |deed| {
                    // A large house takes longer than a lease.
                    job_run::keep(deed.conn, JOB, &who, deed.now)?;
                    figure_store::put(deed.conn, Some(id), &figures)
                })
                .await
            }
        };
        failed = failed.or(written.err());
    }
    if let Some(error) = failed {
        return Err(error.into());
    }
    let figures = whole.kept();
    let put = app.write(move |deed| {
        figure_store::put(deed.conn, None, &figures)?;
        figure_store::mark_counted(deed.conn, now)
    });
    Ok(put.await?)
}

/// The house and the subjects of issues, of all sites.
#[derive(Debug, Default)]
pub struct Whole {
    pub house: Pool,
    pub subjects: HashMap<CategoryId, Pool>,
}

impl Whole {
    /// Puts what is known of a site to it.
    pub fn put(&mut self, pools: Pools) {
        self.house.put(pools.site);
        for (id, pool) in pools.subjects {
            self.subjects.entry(id).or_default().put(pool);
        }
    }

    fn kept(&self) -> Kept {
        if self.house.people.len() < LEAST_PEOPLE {
            return queues_of(HOUSE, &self.house);
        }
        let subjects = self.subjects.iter().map(|(id, pool)| (id.0, pool));
        kept(&[(HOUSE, &self.house)].into_iter().chain(subjects).collect::<Vec<_>>())
    }
}

/// The sites of which something is told beside the house.
fn list_told(conn: &mut Conn, sites: &[Site], at: Moment) -> QueryResult<BTreeSet<Uuid>> {
    let people = store::count_people(conn, sites, at)?;
    Ok(shown_beside(people.iter().map(|(_, people)| people).sum(), people, LEAST_PEOPLE))
}

/// What is kept of a site and of its departments.
fn of_site(pools: &Pools, site: SiteId, is_told: bool) -> Kept {
    // Who works there may have changed since the others were looked at.
    if !is_told || pools.site.people.len() < LEAST_PEOPLE {
        return queues_of(site.0, &pools.site);
    }
    let departments = || pools.departments.iter().map(|(id, pool)| (id.0, pool));
    let people = departments().map(|(id, pool)| (id, pool.people.len()));
    let told = shown_beside(pools.site.people.len(), people, LEAST_PEOPLE);
    let departments = departments().filter(|(id, _)| told.contains(id));
    kept(&[(site.0, &pools.site)].into_iter().chain(departments).collect::<Vec<_>>())
}

fn queues_of(unit: Uuid, pool: &Pool) -> Kept {
    let queues = pool.queues().into_iter().map(|(name, figure)| ((unit, name), figure));
    Kept { figures: queues.collect(), weeks: Weeks::new() }
}

fn kept(units: &[(Uuid, &Pool)]) -> Kept {
    let figures =
        units.iter().flat_map(|(unit, pool)| pool.figures().into_iter().map(|(name, figure)| ((*unit, name), figure)));
    let weeks = units.iter().flat_map(|(unit, pool)| pool.weeks.iter().map(|(monday, week)| ((*unit, *monday), *week)));
    Kept { figures: figures.collect(), weeks: weeks.collect() }
}

/// What is kept beside what would be counted of the same moment: what was read, answered, taken back or moved since makes them
/// differ.
pub fn compare(conn: &mut Conn) -> QueryResult<Compared> {
    let Some(counted_at) = figure_store::counted_at(conn)? else { return Ok(Compared::default()) };
    let sites = site_store::list_sites(conn)?;
    let window = Window::back_from(counted_at.day_in(&organisation_zone(&sites)), counted_at);
    let praised = store::list_praised(conn, &window)?;
    let told = list_told(conn, &sites, counted_at)?;
    let mut compared = Compared { counted_at: Some(counted_at), ..Compared::default() };
    let mut whole = Whole::default();
    for site in &sites {
        let pools = store::find_pools(conn, site, &window, &praised)?;
        compare_units(conn, Some(site.id), &of_site(&pools, site.id, told.contains(&site.id.0)), &mut compared)?;
        whole.put(pools);
    }
    compare_units(conn, None, &whole.kept(), &mut compared)?;
    Ok(compared)
}

fn compare_units(conn: &mut Conn, site: Option<SiteId>, now: &Kept, compared: &mut Compared) -> QueryResult<()> {
    let before = figure_store::find(conn, site)?;
    let figures: BTreeSet<_> = before.figures.keys().chain(now.figures.keys()).collect();
    let weeks: BTreeSet<_> = before.weeks.keys().chain(now.weeks.keys()).collect();
    compared.counts += figures.len() + weeks.len();
    compared.differ += figures.into_iter().filter(|key| before.figures.get(key) != now.figures.get(key)).count();
    compared.differ += weeks.into_iter().filter(|key| before.weeks.get(key) != now.weeks.get(key)).count();
    Ok(())
}

/// The figures of some sites in a window, as those of one unit, and whether any of them is left out: what may not be told of a site
/// beside the house is not told in a letter either, but what waits there.
pub fn of_window(conn: &mut Conn, all: &[Site], mine: &[Site], window: &Window) -> QueryResult<(Figures, bool)> {
    let praised = store::list_praised(conn, window)?;
    let mut told = list_told(conn, all, window.at)?;
    if mine.len() == all.len() {
        told.extend(all.iter().map(|site| site.id.0));
    }
    let mut whole = Pool::default();
    for site in mine {
        let pool = store::find_pools(conn, site, window, &praised)?.site;
        let queues = |pool: Pool| Pool { waiting: pool.waiting, owed: pool.owed, ..Pool::default() };
        whole.put(if told.contains(&site.id.0) { pool } else { queues(pool) });
    }
    let is_few = whole.people.len() < LEAST_PEOPLE;
    let kept = if is_few { queues_of(HOUSE, &whole) } else { kept(&[(HOUSE, &whole)]) };
    Ok((kept.figures, is_few || !mine.iter().all(|site| told.contains(&site.id.0))))
}
