//! The collection: twice a day everything that was written leaves the intake together, in an order that nobody can know,
//! for threads that show days and no times. Until then nobody sees it.

use std::collections::BTreeSet;

use diesel::QueryResult;
use jiff::ToSpan;
use jiff::tz::TimeZone;

use super::schedule::{COLLECT, Round, Slot};
use super::thread::{Row, Thread, review};
use super::thread_store::New;
use super::words::{Header, Part, Said, Waiting, seal};
use super::{handle, intake_store, thread_store};
use crate::app::{App, Deed};
use crate::clock::{Day, Moment};
use crate::db::{self, Conn, job_run, tidy};
use crate::ids::ThreadId;
use crate::lots;
use crate::people::site::organisation_zone;
use crate::people::site_store;
use crate::seal::{self, DataKey};
use crate::secrets::Secrets;
use crate::voice::category_store;
use crate::voice::rules::{ACKNOWLEDGE_DAYS, FEEDBACK_MONTHS};
use crate::voice::state::State;

/// Fewer writers than this wait until the next morning: one alone in a batch would be known by its day half.
const WRITERS_MIN: usize = 2;

/// The organisation's time zone.
pub async fn zone(app: &App) -> Result<TimeZone, db::Error> {
    Ok(organisation_zone(&app.read(site_store::list_sites).await?))
}

/// Takes a round's lease if its newest slot was not done yet; gives the slot.
pub(in crate::voice) async fn take_due(app: &App, round: &Round, holder: &str) -> Result<Option<Slot>, db::Error> {
    let (now, holder, name) = (app.now(), holder.to_owned(), round.name);
    let mut slot = round.newest_slot(&app.secrets, &zone(app).await?, now);
    if app.config.is_broken("windows") {
        slot = Slot { due: now, is_first_of_day: true };
    }
    let is_ours = app.db.write(move |conn| job_run::take(conn, name, slot.due, &holder, now)).await?;
    Ok(is_ours.then_some(slot))
}

/// Collects if it is time; how many rows were taken.
pub async fn when_due(app: &App, holder: &str) -> Result<usize, db::Error> {
    let Some(slot) = take_due(app, &COLLECT, holder).await? else { return Ok(0) };
    collect(app, slot.is_first_of_day, Some(slot.due)).await
}

/// Collects everything that waits, or (unless `all`) only if more than one writer waits. The job is marked done for `due`
/// in the same transaction, so that no node collects for one slot twice.
pub async fn collect(app: &App, all: bool, due: Option<Moment>) -> Result<usize, db::Error> {
    let (zone, own) = (zone(app).await?, app.clone());
    let taken = app
        .write(move |deed| {
            if let Some(due) = due {
                if job_run::last_due(deed.conn, COLLECT.name)?.is_some_and(|last| last >= due) {
                    return Ok(0);
                }
                job_run::mark_done(deed.conn, COLLECT.name, due, deed.now)?;
            }
            move_all(deed, &own, deed.now.day_in(&zone), all)
        })
        .await?;
    if taken > 0 {
        forget_removed(app).await;
    }
    Ok(taken)
}

/// Sees to it that what was taken out of the intake is gone from the disk too.
pub(super) async fn forget_removed(app: &App) {
    if !app.config.is_broken("tidiness") {
        tidy::forget_removed(app.db.url(), &["anon_intake"]).await;
    }
}

/// Everything that waits, in an order that nobody can know.
pub(super) fn list_shuffled(conn: &mut Conn, app: &App) -> QueryResult<Vec<intake_store::Row>> {
    let mut waiting = intake_store::list(conn)?;
    if !app.config.is_broken("shuffle") {
        lots::shuffle(&mut waiting);
    }
    Ok(waiting)
}

fn move_all(deed: &mut Deed, app: &App, today: Day, all: bool) -> QueryResult<usize> {
    let waiting = list_shuffled(deed.conn, app)?;
    let writers: BTreeSet<_> = waiting.iter().map(|row| &row.lookup_hash).collect();
    if !all && writers.len() < WRITERS_MIN {
        return Ok(0);
    }
    let mut opened = Vec::with_capacity(waiting.len());
    for row in waiting {
        match open(&app.secrets, &row) {
            Ok(words) => opened.push((row, words)),
            Err(error) => tracing::error!(%error, "something that was written cannot be collected"),
        }
    }
    // A thread begins before it goes on, and what one writer wrote keeps its order; all else stays shuffled.
    opened.sort_by_key(|(row, words)| (!row.is_first, words.number));
    let mut moved = Vec::with_capacity(opened.len());
    for (row, words) in &opened {
        let is_moved = match &words.header {
            Some(header) => begin(deed.conn, app, row, header, &words.said, today)?,
            None => go_on(deed.conn, &app.secrets, row, &words.said, today)?,
        };
        if is_moved {
            moved.push(row.id);
        }
    }
    intake_store::remove(deed.conn, &moved)
}

fn open(secrets: &Secrets, row: &intake_store::Row) -> Result<Waiting, seal::Unopened> {
    let about = row.id.0.as_bytes();
    let words = DataKey::unwrap(secrets, about, &row.wrapped_key)?.open(about, &row.sealed)?;
    serde_json::from_str(&words).map_err(|_| seal::Unopened)
}

fn begin(
    conn: &mut Conn,
    app: &App,
    row: &intake_store::Row,
    header: &Header,
    said: &Said,
    today: Day,
) -> QueryResult<bool> {
    if thread_store::find_by_lookup(conn, &row.lookup_hash)?.is_some() {
        return Ok(true); // a second press that came too late to be known
    }
    let id = if app.config.is_broken("keys") { ThreadId(row.id.0) } else { ThreadId::random() };
    let key = DataKey::random();
    let usual = category_store::find(conn, header.category)?.map_or(ACKNOWLEDGE_DAYS, |category| category.due_days.0);
    let after = |days: i32| row.arrived_on.date().saturating_add(days.days());
    let thread = Row {
        id,
        lookup_hash: row.lookup_hash.clone(),
        site_id: row.site_id,
        handle: free_handle(conn)?,
        state: State::Received.name().to_owned(),
        review: review::OPEN.to_owned(),
        published_id: None,
        is_news: true,
        enc_v: seal::VERSION,
        wrapped_key: key.wrap(&app.secrets, id.0.as_bytes()),
        header: seal(&key, id, Part::Header, header),
        received_on: today,
        acknowledge_due_on: after(usual.min(ACKNOWLEDGE_DAYS)).into(),
        feedback_due_on: after(ACKNOWLEDGE_DAYS).saturating_add(FEEDBACK_MONTHS.months()).into(),
        acknowledged_on: None,
        answered_on: None,
        closed_on: None,
        version: 1,
        criticality: 0,
        alert_due_on: None,
    };
    thread_store::insert(conn, &thread)?;
    let new = New { thread: id, key: &key, form_hash: row.form_hash.as_deref(), on: today };
    thread_store::add_of_author(conn, new, said)?;
    Ok(true)
}

/// False if there is no thread to go on with, or it does not open: then the words stay where they are.
fn go_on(conn: &mut Conn, secrets: &Secrets, row: &intake_store::Row, said: &Said, today: Day) -> QueryResult<bool> {
    let thread = thread_store::find_held(conn, &row.lookup_hash)?.map(|row| Thread::open(secrets, row));
    let Some(Ok(mut thread)) = thread else {
        tracing::error!("something that was written belongs to no thread that opens");
        return Ok(false);
    };
    let id = thread.row.id;
    let new = New { thread: id, key: &thread.key, form_hash: row.form_hash.as_deref(), on: today };
    thread_store::add_of_author(conn, new, said)?;
    if let Said::Reveal { name } = said {
        thread.header.revealed = Some(name.clone());
        thread_store::set_header(conn, id, &seal(&thread.key, id, Part::Header, &thread.header))?;
    }
    Ok(true)
}

fn free_handle(conn: &mut Conn) -> QueryResult<String> {
    let mut handle = handle::random();
    while thread_store::is_taken(conn, &handle)? {
        handle = format!("{}{}", handle::random(), lots::random_below(10));
    }
    Ok(handle)
}
