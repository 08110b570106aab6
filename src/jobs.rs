//! What happens by the clock, not because somebody asked.

use std::sync::Arc;
use std::time::Duration;

use crate::account;
use crate::app::App;
use crate::clock::Moment;
use crate::db::{self, generation, job_run};
use crate::insights;
use crate::live::Change;
use crate::mail::outbox;
use crate::pulse;
use crate::voice;
use crate::voice::anonymous::{collect, digest, stir};
use crate::web::Failure;

/// How often this node asks what other nodes changed. On SQLite only commands run beside the server.
const LOOK_POSTGRES: Duration = Duration::from_secs(1);
const LOOK_SQLITE: Duration = Duration::from_secs(5);

/// How often a node looks whether the day's housekeeping is due.
const HOUSE_LOOK: Duration = Duration::from_secs(60);
const HOUSE: &str = "housekeeping";
const DAY_MICROS: i64 = 24 * 3600 * 1_000_000;
/// How long the row of a mail that was sent is kept, in days: long enough to answer "did it go out?".
const SENT_MAIL_DAYS: i64 = 30;

/// Starts every job of this node. They end with the app.
pub fn start(app: &App) {
    tokio::spawn(look_at_other_nodes(app.clone()));
    tokio::spawn(crate::mail::sender::run(app.clone()));
    tokio::spawn(keep_house(app.clone()));
    tokio::spawn(crate::voice::similar::renew(app.clone()));
    tokio::spawn(serve_the_zone(app.clone()));
    tokio::spawn(see_to_surveys(app.clone()));
    if app.config.notify_hint {
        let (hub, runtime) = (app.live.clone(), tokio::runtime::Handle::current());
        // A thread, so it has to be told when the app is no more.
        let app_is = Arc::downgrade(&app.config);
        db::hint::listen(app.db.url(), move |topic, number| {
            if !topic.is_empty() {
                let (hub, change) = (hub.clone(), Change { topic: topic.to_owned(), number });
                runtime.spawn(async move { hub.announce(change) });
            }
            app_is.strong_count() > 0
        });
    }
}

/// Finds the changes of other nodes by their numbers, whether or not a hint came.
async fn look_at_other_nodes(app: App) {
    let pause = match app.db.url() {
        db::Url::Sqlite(_) => LOOK_SQLITE,
        db::Url::Postgres(_) => LOOK_POSTGRES,
    };
    loop {
        tokio::time::sleep(pause).await;
        let topics = app.live.watched_topics();
        if topics.is_empty() {
            continue;
        }
        match app.read(move |conn| generation::list(conn, &topics)).await {
            Ok(numbers) => numbers.into_iter().for_each(|(topic, number)| app.live.announce(Change { topic, number })),
            Err(error) => tracing::warn!(%error, "cannot look for changes of other nodes"),
        }
    }
}

/// On one node, once a day: links and counts of failed sign-ins that ran out, mails sent long ago, and what staff raised whose
/// days are over; what the link is made of, too. What reports are made of, every quarter of an hour.
async fn keep_house(app: App) {
    let holder = uuid::Uuid::new_v4().to_string();
    loop {
        if let Err(error) = keep_house_once(&app, &holder).await {
            tracing::warn!(%error, "housekeeping will be tried again");
        }
        if let Err(error) = insights::recount::when_due(&app, &holder).await {
            tracing::warn!(%error, "what was written about each site will be counted again");
        }
        if let Err(error) = insights::reports::recount::when_due(&app, &holder).await {
            tracing::warn!(%error, "the figures of reports will be counted again");
        }
        if let Err(error) = insights::reports::monthly::when_due(&app, &holder).await {
            tracing::warn!(%error, "the letters about a month will be written again");
        }
        tokio::time::sleep(HOUSE_LOOK).await;
    }
}

async fn keep_house_once(app: &App, holder: &str) -> Result<(), db::Error> {
    let now = app.now();
    let due = Moment::from_micros(now.micros() - now.micros().rem_euclid(DAY_MICROS));
    let holder = holder.to_owned();
    let is_ours = app.db.write(move |conn| job_run::take(conn, HOUSE, due, &holder, now)).await?;
    if is_ours {
        account::remove_stale(app).await?;
        if let Err(error) = voice::retention::run(app).await {
            tracing::error!(%error, "what was kept for long enough could not be deleted; it is tried again tomorrow");
        }
        let before = now.plus_seconds(-SENT_MAIL_DAYS * 24 * 3600);
        let removed = app.db.write(move |conn| outbox::remove_sent(conn, before)).await?;
        app.db.write(move |conn| job_run::mark_done(conn, HOUSE, due, now)).await?;
        tracing::info!(removed, "housekeeping done");
    }
    Ok(())
}

/// Twice a day, on one node: what was written in the anonymous zone is collected, and handlers are told, and
/// reminded of what they owe; and every quarter of an hour what waits is stirred.
async fn serve_the_zone(app: App) {
    let holder = uuid::Uuid::new_v4().to_string();
    loop {
        if let Err(error) = serve_the_zone_once(&app, &holder).await {
            tracing::warn!(%error, "the anonymous zone will be served again");
        }
        tokio::time::sleep(Duration::from_secs(app.config.collect_pause.unwrap_or(60))).await;
    }
}

async fn serve_the_zone_once(app: &App, holder: &str) -> Result<(), Failure> {
    if app.config.collect_pause.is_some() {
        collect::collect(app, true, None).await?;
    }
    collect::when_due(app, holder).await?;
    digest::when_due(app, holder).await?;
    voice::reminders::when_due(app, holder).await?;
    stir::when_due(app, holder).await?;
    Ok(())
}

/// Surveys: inviting, reminding, stirring, ending, each on one node.
async fn see_to_surveys(app: App) {
    let holder = uuid::Uuid::new_v4().to_string();
    loop {
        if let Err(error) = pulse::rounds::run(&app, &holder).await {
            tracing::warn!(%error, "surveys will be seen to again");
        }
        tokio::time::sleep(Duration::from_secs(app.config.collect_pause.unwrap_or(60))).await;
    }
}
