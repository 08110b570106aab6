//! "Me too": who joined an issue, and how many they are.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary};

use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{issue, issue_support};
use crate::ids::{IssueId, PersonId};

/// "Me too": once a person, however often they press.
pub fn add(conn: &mut Conn, id: IssueId, person: PersonId, now: Moment) -> QueryResult<()> {
    let rows = diesel::sql_query(
        "INSERT INTO issue_support (issue_id, person_id, since_at) VALUES ($1, $2, $3) \
         ON CONFLICT (issue_id, person_id) DO NOTHING",
    )
    .bind::<Binary, _>(id)
    .bind::<Binary, _>(person)
    .bind::<BigInt, _>(now)
    .execute(conn)?;
    count(conn, id, rows, 1)
}

/// Takes a "me too" back.
pub fn remove(conn: &mut Conn, id: IssueId, person: PersonId) -> QueryResult<()> {
    let rows = diesel::delete(issue_support::table.find((id, person))).execute(conn)?;
    count(conn, id, rows, -1)
}

/// Counts up or down instead of anew: whoever joins at the same moment cannot be seen yet, but their count is waited for.
fn count(conn: &mut Conn, id: IssueId, rows: usize, by: i32) -> QueryResult<()> {
    if rows == 0 {
        return Ok(());
    }
    diesel::update(issue::table.find(id))
        .set(issue::support_count.eq(issue::support_count + by))
        .execute(conn)
        .map(drop)
}

/// Who joined.
pub fn list(conn: &mut Conn, id: IssueId) -> QueryResult<Vec<PersonId>> {
    let of = issue_support::table.filter(issue_support::issue_id.eq(id));
    of.order(issue_support::person_id).select(issue_support::person_id).load(conn)
}
