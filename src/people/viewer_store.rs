//! What waits for a viewer: the figures every page of theirs carries.

use diesel::prelude::*;

use crate::db::schema::{note, note_recipient, organisation, site};
use crate::db::{Conn, Engine, generation};
use crate::ids::PersonId;
use crate::live::Topic;
use crate::people::role::Scope;

/// How much praise somebody has not read yet.
pub fn count_unread(conn: &mut Conn, person: PersonId) -> QueryResult<i64> {
    note_recipient::table
        .filter(note_recipient::person_id.eq(person))
        .filter(note_recipient::read_at.is_null())
        .filter(note_recipient::is_withdrawn.eq(false))
        .count()
        .get_result(conn)
}

/// One number over several topics that grows whenever any of them changes.
pub fn live_number(conn: &mut Conn, topics: &[Topic]) -> QueryResult<i64> {
    let names: Vec<String> = topics.iter().map(Topic::name).collect();
    Ok(generation::list(conn, &names)?.into_iter().map(|(_, number)| number).sum())
}

/// The organisation's name; none before the house is set up.
pub fn organisation_name(conn: &mut Conn) -> QueryResult<Option<String>> {
    organisation::table.select(organisation::name).first(conn).optional()
}

/// How much praise waits in these sites for somebody to say whom it is for.
pub fn count_unmatched(conn: &mut Conn, scope: &Scope) -> QueryResult<i64> {
    count_notes(conn, scope, &["unmatched"])
}

/// How many notes of these sites are in one of these states.
pub fn count_notes(conn: &mut Conn, scope: &Scope, states: &[&str]) -> QueryResult<i64> {
    let query = note::table.filter(note::state.eq_any(states)).select(diesel::dsl::count_star()).into_boxed::<Engine>();
    match scope {
        Scope::Sites(sites) => query.filter(note::site_id.eq_any(sites.clone())).first(conn),
        // By the index, site by site, and not through every note there ever was: home asks at each visit.
        Scope::Everywhere => query.filter(note::site_id.eq_any(site::table.select(site::id))).first(conn),
    }
}
