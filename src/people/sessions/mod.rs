//! Who is signed in, in which browser, and until when.
//!
//! The cookie holds a signed handle ([`token`]), the row decides: ended sessions, changed roles and disabled accounts
//! are out at their next request, on every node. There is no second token to refresh, and so no race to refresh it.

pub mod cookie;
mod lifetime;
pub mod store;
mod token;

use actix_web::cookie::Cookie;

pub use cookie::name as cookie_name;
pub use lifetime::Lifetime;
pub use store::{end, end_all, end_others, hold_open};

use crate::app::App;
use crate::clock::Moment;
use crate::db;
use crate::ids::SessionId;
use crate::people::account::Account;
use crate::people::audit::{NewEntry, What};
use crate::people::audit_store;
use crate::people::person::name_of;
use crate::people::role::{Grant, Role};
use crate::people::site::day_at;
use crate::people::viewer::Viewer;
use crate::views::Lang;
use store::{SignedIn, StoredGrant};
use token::{Claims, Signer, Subject, seconds};

/// "Last seen" is written in steps of this many seconds: reading a page should not cost a write.
const SEEN_STEP: f64 = 300.0;

/// Opens a session for an account whose password was right, and gives the cookie for it.
///
/// The session's key is made here and nowhere else, so that no key from before the sign-in is ever good after it.
/// A session that the browser still held is ended by the same write.
pub async fn start(
    app: &App,
    account: &Account,
    label: String,
    held: Option<SessionId>,
) -> Result<Cookie<'static>, db::Error> {
    start_from(app, account, label, held, None).await
}

/// The same from a known address, for the audit log.
pub async fn start_from(
    app: &App,
    account: &Account,
    label: String,
    held: Option<SessionId>,
    address: Option<String>,
) -> Result<Cookie<'static>, db::Error> {
    let now = app.now();
    let lifetime = Lifetime::of(&account.grants);
    let new = store::NewSession {
        id: SessionId::random(),
        account_id: account.id,
        session_version: account.session_version,
        label,
        auth_at: now,
        seen_at: now,
        ends_at: now.plus_seconds(lifetime.absolute),
        revoked_at: None,
    };
    let (stored, person, id) = (new.clone(), account.person_id, account.id);
    let entry = NewEntry::new(account.person_id, What::SignedIn, "account", Some(id.0)).detail("signed in");
    let entry = NewEntry { address, ..entry };
    app.write(move |deed| {
        if let Some(held) = held {
            end(deed, person, id, held)?;
        }
        audit_store::record(deed.conn, &entry, deed.now)?;
        store::insert(deed.conn, &stored)
    })
    .await?;
    let subject = Subject { account: new.account_id, session: new.id, version: new.session_version, auth_at: now };
    Ok(issue(app, &subject, lifetime, new.ends_at, now).unwrap_or_else(|| cookie::empty(&app.config)))
}

/// An open session, as it is at this moment.
struct Open {
    claims: Claims,
    row: SignedIn,
    grants: Vec<Grant>,
    lifetime: Lifetime,
}

async fn find_open(app: &App, value: &str, now: Moment) -> Result<Option<Open>, db::Error> {
    let Some(claims) = signer(app).read(value, now) else { return Ok(None) };
    let id = claims.sid;
    let Some((row, roles)) = app.read(move |conn| store::find_signed_in(conn, id)).await? else { return Ok(None) };
    let grants = grants(roles);
    let lifetime = Lifetime::of(&grants);
    Ok(is_open(&claims, &row, lifetime, now).then_some(Open { claims, row, grants, lifetime }))
}

/// Who holds this cookie, where an open page asks by itself: a screen that nobody sits at must not keep somebody signed in.
pub async fn find_unattended(app: &App, value: &str) -> Result<Option<Viewer>, db::Error> {
    let open = find_open(app, value, app.now()).await?;
    Ok(open.map(|open| viewer(&open.claims, open.row, open.grants)))
}

/// Who holds this cookie, and the cookie that should replace it if it is time; `None` if nobody is signed in by it.
pub async fn find_viewer(app: &App, value: &str) -> Result<Option<(Viewer, Option<Cookie<'static>>)>, db::Error> {
    let now = app.now();
    let Some(Open { claims, row, grants, lifetime }) = find_open(app, value, now).await? else { return Ok(None) };
    let id = claims.sid;
    if now.seconds_since(row.seen_at) >= SEEN_STEP {
        let seen = app.write(move |deed| store::mark_seen(deed.conn, id, deed.now)).await;
        // A full disk must not sign everybody out.
        let _ = seen.inspect_err(|error| tracing::warn!(%error, "cannot note that a session was used"));
    }
    let renewed = renewal(app, &claims, &row, lifetime, now);
    Ok(Some((viewer(&claims, row, grants), renewed)))
}

/// The session that a cookie names, whether or not it is still open; for ending it at the next sign-in.
pub fn held_session(app: &App, value: &str) -> Option<SessionId> {
    signer(app).read(value, app.now()).map(|claims| claims.sid)
}

fn signer(app: &App) -> Signer<'_> {
    Signer::new(&app.secrets, app.config.origin())
}

/// The row's word on a token whose signature and times are right.
fn is_open(claims: &Claims, row: &SignedIn, lifetime: Lifetime, now: Moment) -> bool {
    let today = day_at(&row.time_zone, now);
    let begun = seconds(row.auth_at);
    claims.sub == row.account_id
        && claims.sv == row.session_version
        && row.session_version == row.account_version
        && row.revoked_at.is_none()
        && row.disabled_at.is_none()
        && row.left_on.is_none_or(|left_on| left_on > today)
        && row.ends_at > now
        // Asked again with the roles of now: a stricter role shortens a session that began before it.
        && seconds(now) < claims.iat + lifetime.idle
        && seconds(now) < begun + lifetime.absolute
}

/// A new cookie once a quarter of the idle time is used up. A clock that was set back never gives one.
fn renewal(app: &App, claims: &Claims, row: &SignedIn, lifetime: Lifetime, now: Moment) -> Option<Cookie<'static>> {
    if seconds(now) < claims.iat + lifetime.renew_after() {
        return None;
    }
    let subject = Subject { account: claims.sub, session: claims.sid, version: claims.sv, auth_at: row.auth_at };
    issue(app, &subject, lifetime, row.ends_at, now)
}

fn issue(app: &App, subject: &Subject, lifetime: Lifetime, ends_at: Moment, now: Moment) -> Option<Cookie<'static>> {
    let expires_at = now.plus_seconds(lifetime.idle).min(ends_at);
    let token = signer(app).sign(subject, now, expires_at)?;
    Some(cookie::holding(&app.config, token, seconds(expires_at) - seconds(now)))
}

/// Roles as they are stored; a name that this version does not know gives no right.
fn grants(rows: Vec<StoredGrant>) -> Vec<Grant> {
    let known = |(name, site_id, department_id): StoredGrant| {
        Some(Grant { role: Role::from_name(&name?)?, site_id, department_id })
    };
    rows.into_iter().filter_map(known).collect()
}

fn viewer(claims: &Claims, row: SignedIn, grants: Vec<Grant>) -> Viewer {
    let first_name = row.preferred_name.unwrap_or(row.given_name);
    Viewer {
        person_id: row.person_id,
        account_id: row.account_id,
        session_id: claims.sid,
        name: name_of(None, &first_name, &row.family_name),
        first_name,
        site_id: row.site_id,
        department_id: row.department_id,
        team_id: row.team_id,
        lang: row.language.and_then(|tag| Lang::from_tag(&tag)),
        grants,
        must_change_code: row.own_code_is_new,
    }
}

#[cfg(test)]
mod tests;
