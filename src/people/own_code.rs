//! Own codes: how somebody without an e-mail address signs in. HR or the site manager prints ten characters on a slip;
//! the first sign-in asks for a code of the person's own choice.

use serde::Serialize;

use crate::app::{App, Deed};
use crate::db::{self, QueryResult};
use crate::ids::PersonId;
use crate::people::audit::NewEntry;
use crate::people::passwords::{self, HashError};
use crate::people::person::Person;
use crate::people::role::Role;
use crate::people::viewer::Viewer;
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
    /// They have a password, and an address by which they choose another one ([`Replaces`]).
    HasPassword,
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

/// Whether a code may take the place of a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaces {
    /// Not where there is an address by which its owner chooses another one: nobody needs to give them anything to sign in with,
    /// and whoever does could read what they say in confidence.
    OwnCodes,
    /// For administrators: an address may be dead, and then there is no other way back.
    Anything,
}

impl Replaces {
    /// What somebody's codes replace.
    pub fn by(viewer: &Viewer) -> Replaces {
        if viewer.has(Role::Admin) { Replaces::Anything } else { Replaces::OwnCodes }
    }
}

/// Gives somebody a new printed code: what they signed in with before is worth nothing any more, and wherever they are
/// signed in it ends. Makes their account if they have none. The caller has checked who may do this, and says who
/// it is for the audit log.
pub async fn issue(app: &App, person: PersonId, replaces: Replaces, entry: NewEntry) -> Result<Issued, IssueError> {
    let today = app.now().utc_day();
    let (who, grants) = app
        .read(move |conn| Ok((person_store::find_person(conn, person)?, role_store::list_grants(conn, person)?)))
        .await?;
    if who.is_none_or(|who| who.has_left(today)) {
        return Ok(Issued::NotHere);
    }
    if password_rules::is_above_employee(&grants) {
        return Ok(Issued::NeedsPassword);
    }
    let fresh = Fresh::make().await?;
    let code = fresh.code.clone();
    let issue = move |deed: &mut Deed| {
        // One after the other: two at once would both make an account.
        audit_store::hold(deed.conn)?;
        let is_given = give(deed, person, &fresh, replaces, &entry)?;
        Ok(if is_given { Issued::Code(code.clone()) } else { Issued::HasPassword })
    };
    Ok(app.write(issue).await?)
}

/// A printed code that nobody has yet.
#[derive(Clone)]
pub struct Fresh {
    /// What stands on the slip.
    pub code: String,
    hash: String,
}

impl Fresh {
    /// Makes one; its hash takes as long as that of a password.
    pub async fn make() -> Result<Fresh, HashError> {
        let code = random_code(LENGTH);
        let hash = passwords::hash(&code).await?;
        Ok(Fresh { code, hash })
    }
}

/// Gives somebody a code in place of all they signed in with before; false if they have a password that it may not replace. The
/// caller has checked all else.
pub fn give(
    deed: &mut Deed,
    person: PersonId,
    fresh: &Fresh,
    replaces: Replaces,
    entry: &NewEntry,
) -> QueryResult<bool> {
    let account = match account_store::find_of_person(deed.conn, person)? {
        Some(account)
            if replaces == Replaces::OwnCodes && account.password_hash.is_some() && account.email.is_some() =>
        {
            return Ok(false);
        }
        Some(account) => account.id,
        None => account_store::insert(deed.conn, person, None, deed.now)?,
    };
    account_store::set_own_code(deed.conn, account, &fresh.hash, true)?;
    link_store::use_up_all_of(deed.conn, account, deed.now)?;
    audit_store::record(deed.conn, entry, deed.now)?;
    sessions::end_all(deed, person).map(|()| true)
}

/// What is printed and handed over, for `shared/_slip`.
#[derive(Serialize)]
pub struct Slip {
    organisation_name: String,
    name: String,
    number: String,
    code: String,
    address: String,
}

impl Slip {
    /// The slip of somebody; the code in two halves, so that it is read without losing the place.
    pub fn new(app: &App, organisation: &str, person: &Person, code: &str) -> Slip {
        let (first, second) = code.split_at(code.len() / 2);
        Slip {
            organisation_name: organisation.to_owned(),
            name: person.name(),
            number: person.employee_number.clone(),
            code: format!("{first}-{second}"),
            address: app.url("/sign-in"),
        }
    }
}
