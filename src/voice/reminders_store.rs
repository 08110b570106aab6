//! What is still owed, in the database.

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Text;
use jiff::tz::TimeZone;

use super::clocks::Owed;
use super::issue_list_store::NEXT_DUE;
use super::state::State;
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{issue, issue_barred};
use crate::ids::{IssueId, PersonId, SiteId};

/// An issue of which something is still owed, without a word of it.
#[derive(Clone, Debug, Queryable)]
pub struct Waiting {
    /// Its key.
    pub id: IssueId,
    /// How open it is.
    pub level: String,
    /// Where it was raised.
    pub site_id: SiteId,
    /// Who raised it.
    pub raiser_id: Option<PersonId>,
    /// Who answers.
    pub owner_id: Option<PersonId>,
    /// Who answers when the owner cannot.
    pub deputy_id: Option<PersonId>,
    /// When it was raised.
    pub raised_at: Moment,
    /// The day on which the next thing is owed.
    next_due: String,
}

impl Waiting {
    /// What is owed next.
    pub fn owed(&self, zone: &TimeZone) -> Option<Owed> {
        Some(Owed { since: self.raised_at.day_in(zone), on: self.next_due.parse().ok()? })
    }
}

/// Every issue that is not closed and of which something is still owed: an acknowledgement, an answer, a decision, or what
/// was planned.
pub fn list_waiting(conn: &mut Conn) -> QueryResult<Vec<Waiting>> {
    issue::table
        .filter(issue::state.ne_all(State::closed_names()))
        .filter(issue::decided_at.is_null().or(issue::state.eq(State::Planned.name())))
        .order(issue::id)
        .select((
            issue::id,
            issue::level,
            issue::site_id,
            issue::raiser_id,
            issue::owner_id,
            issue::deputy_id,
            issue::raised_at,
            sql::<Text>(NEXT_DUE),
        ))
        .load(conn)
}

/// Who must not hear of it: from whom it is kept, and who waits for the answer.
pub fn list_out(conn: &mut Conn, of: &Waiting) -> QueryResult<Vec<PersonId>> {
    let barred = issue_barred::table.filter(issue_barred::issue_id.eq(of.id));
    let mut out: Vec<PersonId> = barred.select(issue_barred::person_id).load(conn)?;
    out.extend(of.raiser_id);
    Ok(out)
}
