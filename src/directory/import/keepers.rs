//! Roles that somebody always has to hold: a file must not take the last one away.

use super::people_plan::PeoplePlan;
use super::people_rows::PersonRow;
use super::report::{Fault, ReportRow};
use super::roster::Roster;
use crate::ids::PersonId;
use crate::people::confidants;
use crate::people::role::{Grant, Role};

type Held = (PersonId, Grant);

/// The rows that take the last administrator away, or the last who reads what is said in confidence somewhere.
pub fn missed(plan: &PeoplePlan, roster: &Roster, rows: &[PersonRow]) -> Vec<ReportRow> {
    let (before, after) = (before(roster), after(plan, roster));
    let gone: Vec<Held> = before.iter().filter(|held| !after.contains(held)).copied().collect();
    let wrong = |held: &Held, fault| {
        let row = rows.iter().find(|row| roster.by_number.get(&row.number_fold) == Some(&held.0))?;
        Some(ReportRow::wrong(row.line, &row.name(), Fault::new(fault)))
    };
    let is_admin = |held: &&Held| held.1.role == Role::Admin && held.1.site_id.is_none();
    let last_admin = gone.iter().find(is_admin).filter(|_| !after.iter().any(|held| is_admin(&held)));
    let last_readers = gone.iter().filter(|held| confidants::is_unread(&held.1, &after));
    let admins = last_admin.and_then(|held| wrong(held, "directory-fault-last-admin")).into_iter();
    admins.chain(last_readers.filter_map(|held| wrong(held, "directory-fault-last-confidant"))).collect()
}

/// What those hold who have no last day.
fn before(roster: &Roster) -> Vec<Held> {
    let is_here = |id: &PersonId| roster.people.get(id).is_some_and(|person| person.left_on.is_none());
    let held = roster.grants.iter().filter(|(id, _)| is_here(id));
    held.flat_map(|(id, grants)| grants.iter().map(|grant| (*id, *grant))).collect()
}

/// What those hold who have no last day once the plan is written.
fn after(plan: &PeoplePlan, roster: &Roster) -> Vec<Held> {
    let is_here = |id: &PersonId| {
        let planned = plan.changed.iter().chain(&plan.added).find(|person| person.id == *id);
        planned.or(roster.people.get(id)).is_some_and(|person| person.left_on.is_none())
    };
    let held = roster.grants.iter().flat_map(|(id, grants)| grants.iter().map(|grant| (*id, *grant)));
    held.filter(|held| !plan.taken.contains(held))
        .chain(plan.given.iter().copied())
        .filter(|held| is_here(&held.0))
        .collect()
}
