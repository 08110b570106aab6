//! Writing about one person: each function is one transaction's work and says how it ended.

use diesel::QueryResult;
use diesel::result::Error as DieselError;

use super::person_form::PersonWords;
use crate::app::Deed;
use crate::clock::Day;
use crate::ids::PersonId;
use crate::live::Topic;
use crate::mail::outbox;
use crate::people::audit::NewEntry;
use crate::people::confidants::{self, Change};
use crate::people::person::Person;
use crate::people::role::Scope;
use crate::people::site::Unit;
use crate::people::{open_items_store, person_store, role_store, sessions, site_store};

/// How a write about somebody ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It is done; holds their key.
    Done(PersonId),
    /// They are not there, or not theirs to see.
    Gone,
    /// Somebody else was faster.
    Faster,
    /// Nobody has the manager's number.
    NoManager,
    /// In the end they would be their own manager.
    Circle,
    /// Nobody else could administer the house any more.
    LastAdmin,
    /// Nobody else would read what is said in confidence where they do.
    LastConfidant,
    /// They still owe answers, which have to be handed over first.
    StillOwes,
    /// Their last move was on this day, later than the one asked for.
    TooEarly(Day),
}

/// Adds somebody.
pub fn add(deed: &mut Deed, words: &PersonWords) -> QueryResult<Written> {
    let Ok(manager_id) = manager(deed, words)? else { return Ok(Written::NoManager) };
    let number = match &words.employee_number {
        Some(number) => number.clone(),
        None => person_store::next_employee_number(deed.conn)?,
    };
    let Unit { site_id, department_id, team_id } = unit(deed, words)?;
    let mut new = Person {
        id: PersonId::new(deed.now),
        employee_number: number,
        number_fold: String::new(),
        given_name: String::new(),
        family_name: String::new(),
        preferred_name: None,
        name_fold: String::new(),
        search_fold: String::new(),
        email: None,
        job_title: String::new(),
        language: None,
        site_id,
        department_id,
        team_id,
        manager_id,
        started_on: None,
        left_on: None,
        in_finder: true,
        created_at: deed.now,
        version: 1,
    };
    words.fill(&mut new);
    person_store::insert_person(deed.conn, &new)?;
    deed.touch(Topic::Directory);
    Ok(Written::Done(new.id))
}

/// Changes somebody's entry, and moves them if the form names another place. Whatever can
/// refuse comes before the first change, because an outcome that is told as a value undoes nothing.
pub fn change(deed: &mut Deed, id: PersonId, version: i32, scope: &Scope, words: &PersonWords) -> QueryResult<Written> {
    let Some(before) = person_store::find_person_in(deed.conn, id, scope)? else { return Ok(Written::Gone) };
    let Ok(manager_id) = manager(deed, words)? else { return Ok(Written::NoManager) };
    if let Some(manager_id) = manager_id
        && is_above(deed, id, manager_id)?
    {
        return Ok(Written::Circle);
    }
    if before.version != version {
        return Ok(Written::Faster);
    }
    let Some(site) = site_store::find_site(deed.conn, before.site_id)? else { return Ok(Written::Gone) };
    let last_move = person_store::list_placements(deed.conn, id)?.pop().and_then(|placement| placement.from_on);
    if let (Some(last), Some(moved_on)) = (last_move, words.moved_on)
        && moved_on < last
    {
        return Ok(Written::TooEarly(last));
    }
    let (to, on) = (unit(deed, words)?, words.moved_on.unwrap_or_else(|| site.today(deed.now)));
    person_store::put_right(deed.conn, &before, to, on, deed.now)?;
    let Some(mut after) = person_store::find_person(deed.conn, id)? else { return Ok(Written::Gone) };
    words.fill(&mut after);
    after.manager_id = manager_id;
    if !person_store::update_person(deed.conn, &after)? {
        return Err(DieselError::RollbackTransaction);
    }
    outbox::follow(deed, &before, &after)?;
    deed.touch(Topic::Directory);
    deed.touch(Topic::Person(id));
    Ok(Written::Done(id))
}

/// Sets somebody's last day, or takes it back; the entry says who does it. The last administrator stays, so does the last
/// who reads what is said in confidence, and whoever still owes an answer that the one who asks may know of; what is kept
/// from those passes to its deputy, so that a refusal tells nothing.
pub fn leave(
    deed: &mut Deed,
    id: PersonId,
    scope: &Scope,
    left_on: Option<Day>,
    entry: &NewEntry,
) -> QueryResult<Written> {
    let Some(person) = person_store::find_person_in(deed.conn, id, scope)? else { return Ok(Written::Gone) };
    let Some(site) = site_store::find_site(deed.conn, person.site_id)? else { return Ok(Written::Gone) };
    if left_on.is_some() && role_store::is_last_admin(deed.conn, id)? {
        return Ok(Written::LastAdmin);
    }
    if left_on.is_some() && confidants::is_last(deed.conn, id, None)? {
        return Ok(Written::LastConfidant);
    }
    if left_on.is_some() {
        match open_items_store::count_owed(deed.conn, id, entry.by)? {
            0 => open_items_store::pass_on(deed, id)?,
            _ => return Ok(Written::StillOwes),
        }
    }
    person_store::set_left_on(deed.conn, id, left_on)?;
    if person.left_on != left_on {
        let change = if left_on.is_some() { Change::Leaves } else { Change::Stays };
        confidants::record(deed.conn, id, change, entry, deed.now)?;
    }
    deed.touch(Topic::Directory);
    if left_on.is_some_and(|left_on| left_on <= site.today(deed.now)) {
        sessions::end_all(deed, id)?;
    }
    Ok(Written::Done(id))
}

/// The manager a form names: the outer error says that nobody has that number.
fn manager(deed: &mut Deed, words: &PersonWords) -> QueryResult<Result<Option<PersonId>, ()>> {
    let Some(number) = &words.manager_number else { return Ok(Ok(None)) };
    let found = person_store::find_person_by_number(deed.conn, number)?;
    Ok(found.map(|person| Some(person.id)).ok_or(()))
}

/// Whether somebody is the other one, or stands anywhere above them. A circle that is there already ends the walk.
fn is_above(deed: &mut Deed, id: PersonId, other: PersonId) -> QueryResult<bool> {
    let (mut at, mut steps) = (Some(other), 0);
    while let Some(here) = at {
        steps += 1;
        if here == id || steps > 100 {
            return Ok(true);
        }
        at = person_store::find_person(deed.conn, here)?.and_then(|person| person.manager_id);
    }
    Ok(false)
}

/// The place a form names; a department or team that is not there yet is made.
fn unit(deed: &mut Deed, words: &PersonWords) -> QueryResult<Unit> {
    let now = deed.now;
    let department_id = match &words.department {
        Some(name) => Some(site_store::department_named(deed.conn, words.site_id, name, now)?),
        None => None,
    };
    let team_id = match (department_id, &words.team) {
        (Some(department_id), Some(name)) => Some(site_store::team_named(deed.conn, department_id, name, now)?),
        _ => None,
    };
    Ok(Unit { site_id: words.site_id, department_id, team_id })
}
