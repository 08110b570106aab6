//! One try to sign in, from what was typed to a session. Whether the name is known makes no difference to what happens
//! here until the secret was right: the same queries, the same write, one hash.

use std::net::IpAddr;

use actix_web::cookie::Cookie;

use super::{device, tries_store};
use crate::app::App;
use crate::ids::SessionId;
use crate::people::account::{Account, Proof, Who};
use crate::people::audit::{NewEntry, What};
use crate::people::passwords::{self, HashError, Match};
use crate::people::{account_store, audit_store, password_rules, sessions};
use crate::web::Failure;
use crate::web::limits::Limits;
use tries_store::Verdict;

/// What came in.
pub(super) struct Attempt {
    /// Who they say they are.
    pub who: Who,
    /// The password or code as typed.
    pub secret: String,
    /// The cookie of a browser that signed in before.
    pub device: Option<String>,
    /// A session this browser still holds.
    pub held: Option<SessionId>,
    /// The browser in words.
    pub label: String,
    /// Where it comes from; written down only once they are in.
    pub address: IpAddr,
}

/// How it ended.
pub(super) enum Outcome {
    /// They are in; the cookies say so to the browser.
    In(Vec<Cookie<'static>>),
    /// The name or the secret is wrong; nobody learns which.
    Wrong,
    /// The secret is right but not enough for the roles they hold by now.
    TooWeak,
}

/// Makes the try. One from a known browser is counted for that browser alone, so that its owner gets in also from an
/// address at which somebody guesses.
pub(super) async fn make(app: &App, limits: &Limits, attempt: Attempt) -> Result<Outcome, Failure> {
    let who = attempt.who.clone();
    let account = app.read(move |conn| account_store::find_by_who(conn, &who)).await?;
    let known = account.as_ref().and_then(|account| device::read(app, attempt.device.as_deref()?, account.id));
    let taken = match known {
        None => Some(limits.try_sign_in(attempt.address, app.now()).await?),
        Some(_) => None,
    };
    let outcome = compare_and_enter(app, attempt, account, known).await;
    // Only a wrong secret counts. A wait, a full house or a failure of ours says nothing about a secret.
    if let Some(taken) = taken.filter(|_| !matches!(outcome, Ok(Outcome::Wrong))) {
        taken.give_back();
    }
    outcome
}

async fn compare_and_enter(
    app: &App,
    attempt: Attempt,
    account: Option<Account>,
    known: Option<String>,
) -> Result<Outcome, Failure> {
    let key = count_key(app, &attempt.who, known.as_deref());
    begin(app, &key).await?;

    let now = app.now();
    let account = account.filter(|account| account.is_open(now));
    let proof = account.as_ref().and_then(Account::proof);
    let typed = proof.map_or(Proof::Password, |(proof, _)| proof).normal(&attempt.secret);
    let matched = compare(&typed, proof.map(|(_, hash)| hash.to_owned())).await?;
    let (Some(account), Some((proof, hash)), true) = (&account, proof, matched.is_right()) else {
        note_failure(app, account.as_ref(), "failed").await?;
        return Ok(Outcome::Wrong);
    };

    let (id, old, new) = (account.id, hash.to_owned(), newer(&matched));
    app.write(move |deed| {
        tries_store::forget(deed.conn, &key)?;
        new.as_ref().map_or(Ok(()), |new| account_store::replace_hash(deed.conn, id, &old, new))
    })
    .await?;
    if is_too_weak(account, proof, &typed) {
        note_failure(app, Some(account), "not enough for their roles").await?;
        return Ok(Outcome::TooWeak);
    }
    let session =
        sessions::start_from(app, account, attempt.label, attempt.held, Some(attempt.address.to_string())).await?;
    Ok(Outcome::In(vec![session, device::remember(app, known, id)]))
}

/// Writes down a sign-in that failed: at which account, if there is one, but never as its owner's deed. What was typed is
/// not kept: it may be a password. One write in either case, so that time tells nobody whether the name is known.
async fn note_failure(app: &App, account: Option<&Account>, how: &str) -> Result<(), Failure> {
    let about_id = account.map(|account| account.id.0);
    let entry = NewEntry { about_id, ..NewEntry::by_nobody(What::SignedIn, "account") }.detail(how);
    Ok(app.write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?)
}

/// Counts a try under a key, or fails with how long to wait.
pub(super) async fn begin(app: &App, key: &[u8]) -> Result<(), Failure> {
    if !app.config.has_limits {
        return Ok(());
    }
    let key = key.to_vec();
    match app.write(move |deed| tries_store::begin(deed.conn, &key, deed.now)).await? {
        Verdict::Go => Ok(()),
        Verdict::Wait(seconds) => Err(Failure::TooMany(seconds)),
    }
}

/// Under which tries are counted: what was typed, and the browser if it is a known one. Hashed with our key: what was
/// typed into the wrong field may be somebody's password.
pub(super) fn count_key(app: &App, who: &Who, known: Option<&str>) -> Vec<u8> {
    let text = format!("{}\n{}", who.text(), known.unwrap_or_default());
    app.secrets.keyed_hash("pw/tries", text.as_bytes())
}

/// A hash in the database that is none of ours is nobody's password, and worth a look by whoever reads the log.
pub(super) async fn compare(typed: &str, stored: Option<String>) -> Result<Match, Failure> {
    match passwords::verify(typed, stored).await {
        Err(HashError::Stored) => {
            tracing::error!("a stored password hash is not one of ours");
            Ok(Match::Wrong)
        }
        other => Ok(other?),
    }
}

fn newer(matched: &Match) -> Option<String> {
    match matched {
        Match::RightAndNew(hash) => Some(hash.clone()),
        _ => None,
    }
}

/// A code, or a short password from before they held a role above employee. They get in by a link to their address.
fn is_too_weak(account: &Account, proof: Proof, typed: &str) -> bool {
    password_rules::is_above_employee(&account.grants)
        && (proof != Proof::Password || typed.chars().count() < account.least_length())
}
