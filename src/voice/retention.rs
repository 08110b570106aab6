//! The end of what was raised: announced once, thirty days before, and then deleted but for a stub without a word.
//!
//! An issue is kept for its category's days after it was closed, a thread for the days in the rules (its category is sealed).
//! A legal hold keeps either for as long as it stands. Running it twice on a day does nothing the second time.

use jiff::ToSpan;
use serde::Serialize;

use super::retention_store::{self as store, Ending};
use crate::app::App;
use crate::clock::Day;
use crate::db;
use crate::mail::{Mailbox, Message, outbox};
use crate::people::account::Account;
use crate::people::audit::{NewEntry, What};
use crate::people::{audit_store, organisation_store};
use crate::views::ViewsError;

/// How many days before its end something is announced.
pub const WARNING_DAYS: i64 = 30;
/// How much is deleted in one write, which holds up every other.
const BATCH: usize = 100;

/// Why a run ended early.
#[derive(Debug, thiserror::Error)]
pub enum RetentionError {
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
    /// A mail.
    #[error(transparent)]
    Views(#[from] ViewsError),
}

#[derive(Serialize)]
struct Warning {
    day: Day,
    link: String,
}

/// Announces what ends in thirty days, and deletes what was announced thirty days ago and has not been opened since.
pub async fn run(app: &App) -> Result<(), RetentionError> {
    app.write(|deed| store::forget_outdated(deed.conn, deed.now)).await?;
    warn(app).await?;
    while delete_some(app).await? == BATCH {}
    Ok(())
}

fn today(app: &App) -> Day {
    app.now().utc_day()
}

async fn warn(app: &App) -> Result<(), RetentionError> {
    let (now, today, secrets) = (app.now(), today(app), app.secrets.clone());
    let (ending, people, organisation) = app
        .read(move |conn| {
            let ending = store::list_ending(conn, now)?;
            let people = store::list_responsible(conn, &secrets, &ending, now)?;
            Ok((ending, people, organisation_store::find_organisation(conn)?))
        })
        .await?;
    if ending.is_empty() {
        return Ok(());
    }
    let data =
        Warning { day: today.date().saturating_add(WARNING_DAYS.days()).into(), link: app.url("/voice/keeping") };
    let lang = organisation.map(|organisation| organisation.lang()).unwrap_or_default();
    let write = |account: &Account| {
        let to = Mailbox::new(account.email.as_deref().unwrap_or_default(), &account.name());
        Message::draft("retention_warning", account.lang(lang), to)
            .about(account.person_id)
            .once(format!("retention {} {today}", account.person_id))
            .render(app, &data)
    };
    let mails: Vec<Message> = people.iter().map(write).collect::<Result<_, _>>()?;
    app.write(move |deed| {
        store::mark_warned(deed.conn, &ending, today)?;
        let entry = NewEntry::by_nobody(What::Administered, "retention");
        audit_store::record(deed.conn, &entry.detail(&format!("announced: {}", counted(&ending))), deed.now)?;
        mails.iter().try_for_each(|mail| outbox::put(deed, mail))
    })
    .await?;
    Ok(())
}

/// One write: what it deletes, the stubs, and the line in the audit log. How many it found.
async fn delete_some(app: &App) -> Result<usize, RetentionError> {
    let (today, secrets) = (today(app), app.secrets.clone());
    let found = app
        .write(move |deed| {
            let over = store::list_over(deed.conn, deed.now, BATCH)?;
            if over.is_empty() {
                return Ok(0);
            }
            let (found, mut deleted) = (over.len(), Vec::new());
            for ending in over {
                if store::delete(deed.conn, &secrets, &ending, today)? {
                    deleted.push(ending);
                }
            }
            let entry = NewEntry::by_nobody(What::Administered, "retention");
            audit_store::record(deed.conn, &entry.detail(&format!("deleted: {}", counted(&deleted))), deed.now)?;
            Ok(found)
        })
        .await?;
    Ok(found)
}

fn counted(endings: &[Ending]) -> String {
    let issues = endings.iter().filter(|ending| matches!(ending, Ending::Issue { .. })).count();
    format!("issues {issues}, threads {}", endings.len() - issues)
}
