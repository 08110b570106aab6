//! What somebody still owes an answer to: nobody leaves before it was handed over (V9).
//!
//! Here and not in the room of issues, because the directory asks and rooms do not know each other. Whoever asks never
//! counts an issue that is kept from them: such ones pass to the deputy without a word when the owner leaves.

use std::collections::HashSet;

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{issue, issue_barred};
use crate::ids::PersonId;

/// How many open issues somebody owns, as far as `asking` may know of them; nobody asking is a command, which shows none.
pub fn count_owed(conn: &mut Conn, owner: PersonId, asking: Option<PersonId>) -> QueryResult<i64> {
    let owed = issue::table.filter(issue::owner_id.eq(owner)).filter(issue::closed_at.is_null());
    match asking {
        None => owed.count().get_result(conn),
        Some(asking) => {
            let barred = issue_barred::table
                .filter(issue_barred::issue_id.eq(issue::id))
                .filter(issue_barred::person_id.eq(asking));
            owed.filter(not(exists(barred))).count().get_result(conn)
        }
    }
}

/// Everybody who owns an open issue, as far as `asking` may know of it.
pub fn list_owing(conn: &mut Conn, asking: Option<PersonId>) -> QueryResult<HashSet<PersonId>> {
    let owners: Vec<Option<PersonId>> = issue::table
        .filter(issue::owner_id.is_not_null())
        .filter(issue::closed_at.is_null())
        .select(issue::owner_id)
        .distinct()
        .load(conn)?;
    let mut owing = HashSet::new();
    for owner in owners.into_iter().flatten() {
        if count_owed(conn, owner, asking)? > 0 {
            owing.insert(owner);
        }
    }
    Ok(owing)
}

/// Gives what somebody still owns when they leave to its deputy; without one it is nobody's and waits in the queue of
/// whoever looks after the site.
pub fn pass_on(conn: &mut Conn, owner: PersonId) -> QueryResult<()> {
    let owed = issue::table.filter(issue::owner_id.eq(owner)).filter(issue::closed_at.is_null());
    diesel::update(owed)
        .set((
            issue::owner_id.eq(issue::deputy_id),
            issue::deputy_id.eq(None::<PersonId>),
            issue::version.eq(issue::version + 1),
        ))
        .execute(conn)
        .map(drop)
}
