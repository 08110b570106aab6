//! Counting what was written, site by site: every night, and when a survey's time is over. A report then costs what its
//! units and periods cost, however many notes there are.

use std::collections::BTreeSet;

use super::count::{self, Counts};
use super::count_store;
use super::stretch::Stretch;
use crate::app::App;
use crate::clock::Moment;
use crate::db::{Conn, QueryResult, job_run};
use crate::ids::PulseId;
use crate::people::site::{Site, organisation_zone};
use crate::people::site_store;
use crate::web::Failure;

const JOB: &str = "counting for the link";
const MINUTE_MICROS: i64 = 60 * 1_000_000;
const DAY_MICROS: i64 = 24 * 60 * MINUTE_MICROS;

/// One round, on whichever node takes its turn first: once a day, and as soon as another survey's time is over.
pub async fn when_due(app: &App, holder: &str) -> Result<(), Failure> {
    let (now, who) = (app.now(), holder.to_owned());
    let is_news = app.read(move |conn| Ok(over(conn, now)? != count_store::list_counted(conn)?)).await?;
    let every = if is_news { MINUTE_MICROS } else { DAY_MICROS };
    let due = Moment::from_micros(now.micros() - now.micros().rem_euclid(every));
    if app.db.write(move |conn| job_run::take(conn, JOB, due, &who, now)).await? {
        let outcome = run(app, holder).await;
        // Done even if it failed: a site that cannot be counted is not tried every minute.
        app.db.write(move |conn| job_run::mark_done(conn, JOB, due, now)).await?;
        outcome?;
    }
    Ok(())
}

/// Counts everything anew. It may be run at any time; the same notes give the same counts. A site that cannot be counted does
/// not keep the others from it, but the counting is not complete then.
pub async fn run(app: &App, holder: &str) -> Result<(), Failure> {
    let now = app.now();
    let stretches = app.read(move |conn| over(conn, now)).await?;
    if stretches.is_empty() {
        return Ok(());
    }
    let mut failed = None;
    for site in app.read(site_store::list_sites).await? {
        let known: Vec<Stretch> = stretches.iter().map(|(stretch, _)| *stretch).collect();
        let (id, who) = (site.id, holder.to_owned());
        let counted = app.read(move |conn| count_site(conn, &site, &known)).await;
        let written = match counted {
            Ok(counts) => {
                app.write(move |deed| {
                    // A large house takes longer than a lease.
                    job_run::keep(deed.conn, JOB, &who, deed.now)?;
                    count_store::put_counts(deed.conn, id, &counts)
                })
                .await
            }
            Err(error) => Err(error),
        };
        failed = failed.or(written.err());
    }
    if let Some(error) = failed {
        return Err(error.into());
    }
    Ok(app.write(move |deed| count_store::mark_counted(deed.conn, &stretches, deed.now)).await?)
}

/// What the notes say now of one site.
fn count_site(conn: &mut Conn, site: &Site, stretches: &[Stretch]) -> QueryResult<Counts> {
    let written = count_store::list_written(conn, site, stretches)?;
    let stays = count_store::list_stays(conn, site.id)?;
    Ok(count::count(site.id, stretches, &written, &stays))
}

/// The stretches that are over on the organisation's calendar: of others, what customers write is not all there yet.
fn over(conn: &mut Conn, now: Moment) -> QueryResult<Vec<(Stretch, PulseId)>> {
    let zone = organisation_zone(&site_store::list_sites(conn)?);
    count_store::list_over(conn, now.day_in(&zone))
}

/// How the counts that are kept compare with what the notes say now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// How many there are, on either side.
    pub counts: usize,
    /// Those that are not the same: written, taken back or moved since the last counting.
    pub differ: usize,
    /// When the last counting was complete.
    pub counted_at: Option<Moment>,
}

/// Compares them, site by site, over the stretches that were counted.
pub fn compare(conn: &mut Conn) -> QueryResult<Compared> {
    let stretches: Vec<Stretch> = count_store::list_counted(conn)?.into_iter().map(|(stretch, _)| stretch).collect();
    let mut compared = Compared { counted_at: count_store::counted_at(conn)?, ..Compared::default() };
    for site in site_store::list_sites(conn)? {
        let (kept, now) = (count_store::list_counts(conn, site.id)?, count_site(conn, &site, &stretches)?);
        let keys: BTreeSet<_> = kept.keys().chain(now.keys()).collect();
        compared.counts += keys.len();
        compared.differ += keys.into_iter().filter(|key| kept.get(key) != now.get(key)).count();
    }
    Ok(compared)
}
