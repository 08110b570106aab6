//! What was chosen to be compared.

use diesel::prelude::*;

use super::choice::{Choice, Pair};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::link_choice;
use crate::ids::{PersonId, RowId};

/// What was chosen, the newest first.
pub fn list(conn: &mut Conn) -> QueryResult<Vec<Choice>> {
    let rows: Vec<(String, String, Day)> = link_choice::table
        .order(link_choice::id.desc())
        .select((link_choice::unit_level, link_choice::customers, link_choice::chosen_on))
        .load(conn)?;
    let read = |(level, customers, chosen_on): (String, String, Day)| {
        let pair = Pair::ALL.into_iter().find(|pair| pair.columns() == (level.as_str(), customers.as_str()))?;
        Some(Choice { pair, chosen_on })
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Puts a choice in force.
pub fn insert(conn: &mut Conn, pair: Pair, by: PersonId, on: Day, now: Moment) -> QueryResult<()> {
    let (level, customers) = pair.columns();
    diesel::insert_into(link_choice::table)
        .values((
            link_choice::id.eq(RowId::new(now)),
            link_choice::person_id.eq(by),
            link_choice::unit_level.eq(level),
            link_choice::customers.eq(customers),
            link_choice::chosen_on.eq(on),
        ))
        .execute(conn)
        .map(drop)
}
