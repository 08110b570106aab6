//! Counting what was written, site by site: every night, and when a survey's time is over. A report then costs what its
//! units and periods cost, however many notes there are.

use super::count::{self, Counts};
use super::count_store;
use super::stretch::Stretch;
use crate::app::App;
use crate::clock::{Day, Moment};
use crate::db::{Conn, QueryResult, job_run};
use crate::people::site::{Site, organisation_zone};
use crate::people::site_store;
use crate::web::Failure;

const JOB: &str = "counting for the link";
const DAY_MICROS: i64 = 24 * 3600 * 1_000_000;

/// One round, on whichever node takes its turn first: once a day.
pub async fn when_due(app: &App, holder: &str) -> Result<(), Failure> {
    let (now, holder) = (app.now(), holder.to_owned());
    let due = Moment::from_micros(now.micros() - now.micros().rem_euclid(DAY_MICROS));
    if app.db.write(move |conn| job_run::take(conn, JOB, due, &holder, now)).await? {
        run(app).await?;
        app.db.write(move |conn| job_run::mark_done(conn, JOB, due, now)).await?;
    }
    Ok(())
}

/// Counts everything anew. It may be run at any time; the same notes give the same counts.
pub async fn run(app: &App) -> Result<(), Failure> {
    let now = app.now();
    let sites = app.read(site_store::list_sites).await?;
    let today = now.day_in(&organisation_zone(&sites));
    if app.read(move |conn| over(conn, today)).await?.is_empty() {
        return Ok(());
    }
    for site in sites {
        let (id, before, after) = app
            .read(move |conn| {
                let after = count_site(conn, &site, today)?;
                Ok((site.id, count_store::list_counts(conn, site.id)?, after))
            })
            .await?;
        app.write(move |deed| count_store::put_counts(deed.conn, id, &before, &after, deed.now)).await?;
    }
    Ok(())
}

/// What the notes say now of one site, over all stretches of surveys that are over.
pub fn count_site(conn: &mut Conn, site: &Site, today: Day) -> QueryResult<Counts> {
    let stretches = over(conn, today)?;
    let written = count_store::list_written(conn, site, &stretches)?;
    let stays = count_store::list_stays(conn, site.id)?;
    Ok(count::count(site.id, &stretches, &written, &stays))
}

/// The stretches that are over: of others, what customers write is not all there yet.
fn over(conn: &mut Conn, today: Day) -> QueryResult<Vec<Stretch>> {
    let stretches = count_store::list_stretches(conn)?.into_iter().map(|(stretch, _)| stretch);
    Ok(stretches.filter(|stretch| stretch.until <= today).collect())
}

/// How the counts that are kept compare with what the notes say now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// How many there are, on either side.
    pub counts: usize,
    /// Those that are not the same: written, taken back or moved since the last counting.
    pub differ: usize,
    /// When the site that was counted longest ago was counted.
    pub counted_at: Option<Moment>,
}

/// Compares them, site by site.
pub fn compare(conn: &mut Conn, now: Moment) -> QueryResult<Compared> {
    let sites = site_store::list_sites(conn)?;
    let today = now.day_in(&organisation_zone(&sites));
    let mut compared = Compared { counted_at: count_store::counted_at(conn)?, ..Compared::default() };
    for site in &sites {
        let (kept, now) = (count_store::list_counts(conn, site.id)?, count_site(conn, site, today)?);
        let keys: std::collections::BTreeSet<_> = kept.keys().chain(now.keys()).collect();
        compared.counts += keys.len();
        compared.differ += keys.into_iter().filter(|key| kept.get(key) != now.get(key)).count();
    }
    Ok(compared)
}
