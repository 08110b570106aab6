//! What somebody still owes an answer to: nobody leaves before it was handed over (V9).
//!
//! Here and not in the room of issues, because the directory asks and rooms do not know each other. Whoever asks never
//! counts an issue that is kept from them: such ones pass to the deputy without a word when the owner leaves.

use std::collections::HashSet;

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::app::Deed;
use crate::db::Conn;
use crate::db::schema::{issue, issue_barred};
use crate::ids::PersonId;
use crate::live::Topic;

/// How many open issues somebody owns, as far as `asking` may know of them.
pub fn count_owed(conn: &mut Conn, owner: PersonId, asking: Option<PersonId>) -> QueryResult<i64> {
    let owed = issue::table.filter(issue::owner_id.eq(owner)).filter(issue::closed_at.is_null());
    owed.filter(not(exists(kept_from(asking)))).count().get_result(conn)
}

/// Everybody who owns an open issue, as far as `asking` may know of it; nobody asking is a command, which may.
pub fn list_owing(conn: &mut Conn, asking: Option<PersonId>) -> QueryResult<HashSet<PersonId>> {
    let owed = issue::table.filter(issue::owner_id.is_not_null()).filter(issue::closed_at.is_null());
    let owners: Vec<Option<PersonId>> =
        owed.filter(not(exists(kept_from(asking)))).select(issue::owner_id).distinct().load(conn)?;
    Ok(owners.into_iter().flatten().collect())
}

/// Gives what somebody still owns when they leave to its deputy; without one it is nobody's and waits in the queue of
/// whoever looks after the site. They are nobody's deputy any more, or what passes on later would come back to them.
pub fn pass_on(deed: &mut Deed, owner: PersonId) -> QueryResult<()> {
    let open = issue::table.filter(issue::closed_at.is_null());
    diesel::update(open.filter(issue::deputy_id.eq(owner)))
        .set((issue::deputy_id.eq(None::<PersonId>), issue::version.eq(issue::version + 1)))
        .execute(deed.conn)?;
    let owed = issue::table.filter(issue::closed_at.is_null()).filter(issue::owner_id.eq(owner));
    let heirs: Vec<Option<PersonId>> = owed.select(issue::deputy_id).distinct().load(deed.conn)?;
    heirs.into_iter().flatten().for_each(|heir| deed.touch(Topic::Person(heir)));
    diesel::update(owed)
        .set((
            issue::owner_id.eq(issue::deputy_id),
            issue::deputy_id.eq(None::<PersonId>),
            issue::version.eq(issue::version + 1),
        ))
        .execute(deed.conn)
        .map(drop)
}

/// The ways in which an issue is kept from somebody.
#[diesel::dsl::auto_type]
fn kept_from(asking: Option<PersonId>) -> _ {
    issue_barred::table
        .filter(issue_barred::issue_id.eq(issue::id))
        .filter(issue_barred::person_id.nullable().eq(asking))
}
