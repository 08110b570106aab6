//! "Me too": who joined an issue, and how many they are; and what becomes of that when one issue goes on under another.
//!
//! An issue that is joined to another keeps its own people and brings them there as well: by rows that say which issue
//! brought them, so that they go again with it. Those whom nobody knows (who raised what was published out of the
//! anonymous zone, and who wrote a thread that was joined to an issue) have no row: they are what the count is more than
//! the rows. Nothing is joined to what is closed, so issues go on in lines, never in circles.

use std::collections::HashSet;

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary};

use super::state::State;
use crate::clock::Moment;
use crate::db::schema::{issue, issue_barred, issue_support};
use crate::db::{Conn, hold};
use crate::ids::{IssueId, PersonId};

/// "Me too": once a person, however often they press. Whoever was brought by another issue stays from now on, also without it.
pub fn add(conn: &mut Conn, id: IssueId, person: PersonId, now: Moment) -> QueryResult<()> {
    let rows = insert(conn, id, person, now)?;
    if rows == 0 {
        return set_from(conn, id, person, None);
    }
    count(conn, id, 1)
}

fn insert(conn: &mut Conn, id: IssueId, person: PersonId, now: Moment) -> QueryResult<usize> {
    diesel::sql_query(
        "INSERT INTO issue_support (issue_id, person_id, since_at) VALUES ($1, $2, $3) \
         ON CONFLICT (issue_id, person_id) DO NOTHING",
    )
    .bind::<Binary, _>(id)
    .bind::<Binary, _>(person)
    .bind::<BigInt, _>(now)
    .execute(conn)
}

fn set_from(conn: &mut Conn, id: IssueId, person: PersonId, from: Option<IssueId>) -> QueryResult<()> {
    diesel::update(issue_support::table.find((id, person)))
        .set(issue_support::from_issue_id.eq(from))
        .execute(conn)
        .map(drop)
}

/// Takes a "me too" back, also where the issue goes on.
pub fn remove(conn: &mut Conn, id: IssueId, person: PersonId) -> QueryResult<()> {
    if diesel::delete(issue_support::table.find((id, person))).execute(conn)? == 0 {
        return Ok(());
    }
    // Counting waits for whoever is just joining it to another one: where it goes on is asked after that.
    count(conn, id, -1)?;
    match goes_on(conn, id)? {
        Some(to) => take_away(conn, id, to, HashSet::from([person]), 0),
        None => Ok(()),
    }
}

/// Somebody joins whom nobody knows.
pub fn add_unknown(conn: &mut Conn, id: IssueId) -> QueryResult<()> {
    count(conn, id, 1)
}

/// They count no more, also where the issue goes on.
pub fn remove_unknown(conn: &mut Conn, id: IssueId) -> QueryResult<()> {
    count(conn, id, -1)?;
    match goes_on(conn, id)? {
        Some(to) => take_away(conn, id, to, HashSet::new(), 1),
        None => Ok(()),
    }
}

/// Nobody else changes it, and nobody joins or leaves it, before this write ends.
pub(super) fn hold(conn: &mut Conn, id: IssueId) -> QueryResult<()> {
    hold!(conn, issue::table.find(id), issue::version).map(drop)
}

/// Counts up or down instead of anew: whoever joins at the same moment cannot be seen yet, but their count is waited for.
fn count(conn: &mut Conn, id: IssueId, by: i32) -> QueryResult<()> {
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

/// Everybody whom an issue is about becomes a supporter of the one under which it goes on, but for who raised or answers
/// that one, and whom it is kept from. Both have to be held.
pub fn bring(conn: &mut Conn, from: IssueId, to: IssueId, now: Moment) -> QueryResult<()> {
    let (people, unknown) = about(conn, from)?;
    let theirs: (Option<PersonId>, Option<PersonId>) =
        issue::table.find(to).select((issue::raiser_id, issue::owner_id)).first(conn)?;
    let barred = issue_barred::table.filter(issue_barred::issue_id.eq(to)).select(issue_barred::person_id);
    let barred: Vec<PersonId> = barred.load(conn)?;
    let out: HashSet<PersonId> = barred.into_iter().chain(theirs.0).chain(theirs.1).collect();
    let mut more = unknown;
    for person in people.into_iter().filter(|person| !out.contains(person)) {
        if insert(conn, to, person, now)? > 0 {
            set_from(conn, to, person, Some(from))?;
            more += 1;
        }
    }
    count(conn, to, more)
}

/// What an issue brought to another one goes again, because it goes on by itself. The one that leaves has to be held.
pub fn take_back(conn: &mut Conn, from: IssueId, to: IssueId) -> QueryResult<()> {
    let (_, unknown) = about(conn, from)?;
    let people = brought(conn, from, to)?.into_iter().collect();
    take_away(conn, from, to, people, unknown)
}

/// Whom one issue brought to another.
fn brought(conn: &mut Conn, from: IssueId, to: IssueId) -> QueryResult<Vec<PersonId>> {
    issue_support::table
        .filter(issue_support::issue_id.eq(to))
        .filter(issue_support::from_issue_id.eq(from))
        .select(issue_support::person_id)
        .load(conn)
}

/// Whom an issue is about: everybody who is known, and how many are not.
fn about(conn: &mut Conn, id: IssueId) -> QueryResult<(Vec<PersonId>, i32)> {
    let (raiser, all): (Option<PersonId>, i32) =
        issue::table.find(id).select((issue::raiser_id, issue::support_count)).first(conn)?;
    let mut people = list(conn, id)?;
    let rows = i32::try_from(people.len()).unwrap_or(i32::MAX);
    people.extend(raiser);
    Ok((people, all - rows + i32::from(raiser.is_none())))
}

/// `from` brings these people to `to` no more, and so that one not to where it goes on itself: all down the line. Whom
/// another issue brings as well stays, and from now on because of that one.
fn take_away(
    conn: &mut Conn,
    mut from: IssueId,
    mut to: IssueId,
    mut people: HashSet<PersonId>,
    unknown: i32,
) -> QueryResult<()> {
    loop {
        hold(conn, to)?;
        let mut gone = HashSet::new();
        for person in brought(conn, from, to)?.into_iter().filter(|person| people.contains(person)) {
            let another = find_another(conn, from, to, person)?;
            if another.is_some() {
                set_from(conn, to, person, another)?;
            } else {
                diesel::delete(issue_support::table.find((to, person))).execute(conn)?;
                gone.insert(person);
            }
        }
        let less = i32::try_from(gone.len()).unwrap_or(i32::MAX) + unknown;
        count(conn, to, -less)?;
        match goes_on(conn, to)?.filter(|_| less > 0) {
            Some(next) => (from, to, people) = (to, next, gone),
            None => return Ok(()),
        }
    }
}

/// Another issue that goes on under `to` and is about this person too.
fn find_another(conn: &mut Conn, but: IssueId, to: IssueId, person: PersonId) -> QueryResult<Option<IssueId>> {
    let support =
        issue_support::table.filter(issue_support::issue_id.eq(issue::id)).filter(issue_support::person_id.eq(person));
    let raised = issue::raiser_id.assume_not_null().eq(person).and(issue::raiser_id.is_not_null());
    issue::table
        .filter(issue::joined_to_id.eq(to))
        .filter(issue::state.eq(State::Joined.name()))
        .filter(issue::id.ne(but))
        .filter(exists(support).or(raised))
        .order(issue::id)
        .select(issue::id)
        .first(conn)
        .optional()
}

/// Under which one an issue goes on.
fn goes_on(conn: &mut Conn, id: IssueId) -> QueryResult<Option<IssueId>> {
    let found: Option<Option<IssueId>> = issue::table
        .find(id)
        .filter(issue::state.eq(State::Joined.name()))
        .select(issue::joined_to_id)
        .first(conn)
        .optional()?;
    Ok(found.flatten())
}
