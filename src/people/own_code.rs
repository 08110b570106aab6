//! Own codes: how somebody without an e-mail address signs in. HR or the site manager prints ten characters on a slip;
//! the first sign-in asks for a code of the person's own choice.

use crate::app::App;
use crate::db;
use crate::ids::PersonId;
use crate::people::audit::NewEntry;
use crate::people::passwords::{self, HashError};
use crate::people::{account_store, audit_store, link_store, password_rules, person_store, role_store, sessions};
use crate::secrets::random_code;

/// Characters on a slip, 5 bits each: with the throttle on sign-in, 50 bits are out of anybody's reach.
const LENGTH: usize = 10;

/// What came of asking for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Issued {
    /// Print this; it is shown once and kept nowhere.
    Code(String),
    /// They hold a role above employee, which needs a password.
    NeedsPassword,
    /// There is no such person, or they have left.
    NotHere,
}

/// Why a code could not be issued.
#[derive(Debug, thiserror::Error)]
pub enum IssueError {
    /// The database.
    #[error(transparent)]
    Db(#[from] db::Error),
    /// The hash.
    #[error(transparent)]
    Hash(#[from] HashError),
}

/// Gives somebody a new printed code: what they signed in with before is worth nothing any more, and wherever they are
/// signed in it ends. Makes their account if they have none. The caller has checked who may do this, and says who
/// it is for the audit log.
pub async fn issue(app: &App, person: PersonId, entry: NewEntry) -> Result<Issued, IssueError> {
    let today = app.now().day_in(&jiff::tz::TimeZone::UTC);
    let (who, grants) = app
        .read(move |conn| Ok((person_store::find_person(conn, person)?, role_store::list_grants(conn, person)?)))
        .await?;
    if who.is_none_or(|who| who.has_left(today)) {
        return Ok(Issued::NotHere);
    }
    if password_rules::is_above_employee(&grants) {
        return Ok(Issued::NeedsPassword);
    }
    let code = random_code(LENGTH);
    let hash = passwords::hash(&code).await?;
    app.write(move |deed| {
        let account = match account_store::find_of_person(deed.conn, person)? {
            Some(account) => account.id,
            None => account_store::insert(deed.conn, person, None, deed.now)?,
        };
        account_store::set_own_code(deed.conn, account, &hash, true)?;
        link_store::use_up_all_of(deed.conn, account, deed.now)?;
        audit_store::record(deed.conn, &entry, deed.now)?;
        sessions::end_all(deed, person)
    })
    .await?;
    Ok(Issued::Code(code))
}
