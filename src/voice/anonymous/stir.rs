//! Stirring: every quarter of an hour, whatever happened, all that waits to be collected is put down anew, in an order that
//! nobody can know.
//!
//! Engines remember more than their tables say: PostgreSQL where a row lies and which transaction wrote it, the write-ahead
//! log of SQLite the order of everything. Whoever steals that between two collections could read from it right after whose
//! deeds something was written. Once it is stirred, all of it was written together, by the clock.

use super::schedule::COLLECT;
use super::{collect, intake_store};
use crate::app::App;
use crate::clock::Moment;
use crate::db::{self, job_run, lease};

const NAME: &str = "anonymous stirring";
const QUARTER_MICROS: i64 = 15 * 60 * 1_000_000;
/// The lease is given back at once; this long it runs if that is undone with all the rest.
const LEASE: i64 = 60;

/// Stirs if another quarter of an hour has begun; how many rows were put down anew.
pub async fn when_due(app: &App, holder: &str) -> Result<usize, db::Error> {
    if app.config.is_broken("stirring") {
        return Ok(0);
    }
    let (now, holder, own) = (app.now(), holder.to_owned(), app.clone());
    let due = Moment::from_micros(now.micros() - now.micros().rem_euclid(QUARTER_MICROS));
    let stirred = app.db.write(move |conn| {
        let is_done = job_run::last_due(conn, NAME)?.is_some_and(|last| last >= due);
        // The collection's own lease: no other node may take out what is just being put down.
        if is_done || !lease::take(conn, COLLECT.name, &holder, now, now.plus_seconds(LEASE))? {
            return Ok(None);
        }
        let waiting = collect::list_shuffled(conn, &own)?;
        let ids: Vec<_> = waiting.iter().map(|row| row.id).collect();
        intake_store::remove(conn, &ids)?;
        waiting.iter().try_for_each(|row| intake_store::insert(conn, row))?;
        job_run::mark_done(conn, NAME, due, now)?;
        lease::release(conn, COLLECT.name, &holder)?;
        Ok(Some(waiting.len()))
    });
    let stirred = stirred.await?;
    // Also when nothing waits: somebody who was reading may have been in the way of the last cleaning.
    if stirred.is_some() {
        collect::forget_removed(app).await;
    }
    Ok(stirred.unwrap_or(0))
}
