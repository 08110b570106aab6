//! What happens to surveys by the clock: mails, stirring, the end, and the deletion of answers.

use jiff::ToSpan;

use super::{answer_store, ending, launch, mailing, stir, store};
use crate::app::App;
use crate::clock::Moment;
use crate::db::job_run;
use crate::web::Failure;

const MAILS: &str = "survey mails";
const STIR: &str = "survey stirring";
const KEEP: &str = "survey keeping";
const QUARTER_MICROS: i64 = 15 * 60 * 1_000_000;
const MINUTE_MICROS: i64 = 60 * 1_000_000;
const DAY_MICROS: i64 = 24 * 60 * MINUTE_MICROS;
/// No mail is written before this hour of the organisation's clock: a phone beside a bed should stay dark.
const FIRST_HOUR: i8 = 8;
/// Nor from this hour on.
const LAST_HOUR: i8 = 20;

/// One round, on whichever node takes each turn first.
pub async fn run(app: &App, holder: &str) -> Result<(), Failure> {
    if app.read(store::is_any_running).await? {
        see_to_running(app, holder).await?;
    }
    if let Some(due) = take(app, KEEP, DAY_MICROS, holder).await? {
        forget_answers(app).await?;
        done(app, KEEP, due).await?;
    }
    Ok(())
}

async fn see_to_running(app: &App, holder: &str) -> Result<(), Failure> {
    if let Some(due) = take(app, MAILS, MINUTE_MICROS, holder).await? {
        ending::end_due(app).await?;
        if is_day(app).await? {
            mailing::write_due(app).await?;
        }
        done(app, MAILS, due).await?;
    }
    if let Some(due) = take(app, STIR, QUARTER_MICROS, holder).await? {
        stir::stir(app).await?;
        done(app, STIR, due).await?;
    }
    Ok(())
}

async fn take(app: &App, name: &'static str, every: i64, holder: &str) -> Result<Option<Moment>, Failure> {
    let (now, holder) = (app.now(), holder.to_owned());
    let due = Moment::from_micros(now.micros() - now.micros().rem_euclid(every));
    let is_ours = app.db.write(move |conn| job_run::take(conn, name, due, &holder, now)).await?;
    Ok(is_ours.then_some(due))
}

async fn done(app: &App, name: &'static str, due: Moment) -> Result<(), Failure> {
    let now = app.now();
    Ok(app.db.write(move |conn| job_run::mark_done(conn, name, due, now)).await?)
}

async fn is_day(app: &App) -> Result<bool, Failure> {
    let zone = app.read(crate::people::site_store::list_sites).await?;
    let now = app.now().timestamp().to_zoned(crate::people::site::organisation_zone(&zone));
    Ok((FIRST_HOUR..LAST_HOUR).contains(&now.hour()))
}

/// Deletes the answers of surveys that ended long enough ago. Results and comments stay.
async fn forget_answers(app: &App) -> Result<(), Failure> {
    let now = app.now();
    let removed = app
        .write(move |deed| {
            let today = launch::today(deed.conn, now)?;
            let keep_days = i64::from(store::find_rules(deed.conn)?.keep_days);
            let before = today.date().saturating_sub(keep_days.days()).into();
            let mut removed = 0;
            for id in store::list_closed_before(deed.conn, before)? {
                removed += answer_store::remove_answers(deed.conn, id)?;
            }
            Ok(removed)
        })
        .await?;
    if removed > 0 {
        ending::forget_removed(app).await;
    }
    Ok(())
}
