//! Telling handlers, twice a day and long after anything was written, that there is something new, and whether
//! somebody may come to harm. Nothing else: not how much, not what, not from where.

use super::collect::take_due;
use super::readers::list_handlers;
use super::schedule::TELL;
use super::thread::open_each;
use super::{mails, thread_store};
use crate::app::App;
use crate::db::job_run;
use crate::ids::ThreadId;
use crate::mail::message::Message;
use crate::mail::outbox;
use crate::people::site_store;
use crate::voice::criticality::ALERT;
use crate::web::Failure;

/// Tells them if it is time; how many were told.
pub async fn when_due(app: &App, holder: &str) -> Result<usize, Failure> {
    let Some(slot) = take_due(app, &TELL, holder).await? else { return Ok(0) };
    let now = app.now();
    let (news, handlers) = app
        .read(move |conn| {
            let sites = site_store::list_sites(conn)?;
            Ok((thread_store::list_news(conn)?, list_handlers(conn, &sites, now)?))
        })
        .await?;
    let threads = open_each(&app.secrets, news);
    let mut letters: Vec<Message> = Vec::new();
    for handler in &handlers {
        let mut theirs = threads.iter().filter(|thread| thread.is_for(handler.person.id, &handler.scope)).peekable();
        if theirs.peek().is_some() {
            let is_urgent = theirs.any(|thread| thread.row.criticality >= ALERT);
            letters.extend(mails::anonymous_news(app, &handler.person, slot.due, is_urgent)?);
        }
    }
    let told: Vec<(ThreadId, i32)> = threads.iter().map(|thread| (thread.row.id, thread.row.criticality)).collect();
    let count = letters.len();
    app.write(move |deed| {
        letters.iter().try_for_each(|letter| outbox::put(deed, letter))?;
        told.iter().try_for_each(|(id, criticality)| thread_store::mark_told(deed.conn, *id, *criticality))?;
        job_run::mark_done(deed.conn, TELL.name, slot.due, deed.now)
    })
    .await?;
    Ok(count)
}
