//! How an installation gets its first account, and its way back in; and what is cleared away by the clock.

use super::founding_store::{self, Founding};
use super::tries_store;
use crate::app::App;
use crate::db;
use crate::people::account::Who;
use crate::people::audit::{NewEntry, What};
use crate::people::link::{NewLink, Purpose};
use crate::people::{account_store, audit_store, link_store, sessions};
use crate::text;
use crate::views::Lang;

/// The link with which the first administrator sets the installation up; `None` once there is an account. Each start
/// makes a new one and forgets the last.
pub async fn ensure_set_up_link(app: &App) -> Result<Option<String>, db::Error> {
    let link = NewLink::new(Purpose::SetUp, None, app.now());
    let path = link.path();
    let is_empty = app
        .write(move |deed| {
            // Two nodes that start at once would each leave a link.
            audit_store::hold(deed.conn)?;
            link_store::remove_all_for(deed.conn, Purpose::SetUp)?;
            if account_store::is_any(deed.conn)? {
                return Ok(false);
            }
            link_store::insert(deed.conn, &link)?;
            Ok(true)
        })
        .await?;
    Ok(is_empty.then(|| app.url(&path)))
}

/// Makes an administrator with this address and gives the link with which they choose a password. Somebody who has an
/// account already is made administrator, let in again and given a link: the way back for who locked themselves out.
/// The error is a sentence for whoever typed the command.
pub async fn admin_create(app: &App, email: &str) -> Result<String, String> {
    let email = text::email(email).map_err(|_| format!("{email} is no e-mail address"))?;
    let link = NewLink::new(Purpose::Invitation, None, app.now());
    let path = link.path();
    let who = Who::read(&email);
    let founding = Founding {
        organisation: "Peopleworthy".into(),
        site: "Main site".into(),
        time_zone: "UTC".into(),
        lang: Lang::default(),
        name: email.split('@').next().unwrap_or_default().to_owned(),
        email,
    };
    app.write(move |deed| {
        let account = match account_store::find_by_who(deed.conn, &who)? {
            Some(account) => {
                founding_store::make_admin(deed, account.person_id)?;
                account_store::set_disabled(deed.conn, account.id, None)?;
                sessions::end_all(deed, account.person_id)?;
                account.id
            }
            None => {
                let site = founding_store::ground(deed, &founding)?;
                founding_store::administrator(deed, &founding, site)?
            }
        };
        let entry = NewEntry { about_id: Some(account.0), ..NewEntry::by_nobody(What::Administered, "account") };
        audit_store::record(deed.conn, &entry.detail("administrator, by command"), deed.now)?;
        link_store::insert(deed.conn, &NewLink { account_id: Some(account), ..link.clone() })
    })
    .await
    .map_err(|error| error.to_string())?;
    Ok(app.url(&path))
}

/// Removes sessions and links that are long over and counts of failures that count no more; returns how many rows.
pub async fn remove_stale(app: &App) -> Result<usize, db::Error> {
    app.write(move |deed| {
        let yesterday = deed.now.plus_seconds(-86_400);
        let sessions = sessions::store::remove_ended(deed.conn, yesterday)?;
        let links = link_store::remove_expired(deed.conn, yesterday)?;
        Ok(sessions + links + tries_store::remove_stale(deed.conn, deed.now)?)
    })
    .await
}
