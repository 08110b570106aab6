//! Who reads what is said in confidence: for every part of the house where somebody does, somebody must always be left,
//! and everybody who works here can read of each change.

use super::audit::{NewEntry, What};
use super::role::{Grant, Role};
use super::{audit_store, role_store};
use crate::clock::Moment;
use crate::db::{Conn, QueryResult};
use crate::ids::PersonId;

/// What happens to somebody who reads, or is to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// They are given a role.
    Given(Grant),
    /// A role is taken from them.
    Taken(Grant),
    /// They get a last day.
    Leaves,
    /// Their last day is taken back.
    Stays,
}

impl Change {
    /// The name in the database; add, never rename.
    fn name(self) -> &'static str {
        match self {
            Change::Given(_) => "handler_given",
            Change::Taken(_) => "handler_taken",
            Change::Leaves => "handler_leaves",
            Change::Stays => "handler_stays",
        }
    }
}

/// Whether it lets somebody read. One of a department alone does not: what is written belongs to a site.
pub fn reads(grant: &Grant) -> bool {
    grant.role == Role::ConfidentialHandler && grant.department_id.is_none()
}

/// Writes a change of who reads into the list that everybody can read, in the transaction of the deed whose entry is
/// `deed`; what is no such change writes nothing.
pub fn record(conn: &mut Conn, id: PersonId, change: Change, deed: &NewEntry, now: Moment) -> QueryResult<()> {
    let is_of_reader = match change {
        Change::Given(grant) | Change::Taken(grant) => reads(&grant),
        Change::Leaves | Change::Stays => role_store::list_grants(conn, id)?.iter().any(reads),
    };
    if !is_of_reader {
        return Ok(());
    }
    let entry = NewEntry { what: What::AnonymityChanged, about: "person", about_id: Some(id.0), ..deed.clone() };
    audit_store::record(conn, &entry.detail(change.name()), now)
}

/// Whether nobody of those who stay reads where this grant did. What is open there does not matter: a refusal that came
/// only then would tell that there is something.
pub fn is_unread(gone: &Grant, staying: &[(PersonId, Grant)]) -> bool {
    let covers = |grant: &Grant| grant.site_id.is_none() || grant.site_id == gone.site_id;
    reads(gone) && !staying.iter().any(|(_, grant)| reads(grant) && covers(grant))
}

/// Whether a part of the house had nobody left who reads if somebody lost this role, or without one left altogether.
pub fn is_last(conn: &mut Conn, id: PersonId, lost: Option<Grant>) -> QueryResult<bool> {
    let held = role_store::list_staying(conn, Role::ConfidentialHandler)?;
    let is_gone = |(who, grant): &(PersonId, Grant)| *who == id && lost.is_none_or(|lost| lost == *grant);
    let (gone, staying): (Vec<_>, Vec<_>) = held.into_iter().partition(is_gone);
    Ok(gone.iter().any(|(_, grant)| is_unread(grant, &staying)))
}
