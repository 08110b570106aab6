//! Reading the whole directory, and writing a plan.

use diesel::QueryResult;
use diesel::result::Error as DieselError;

use super::people_plan::PeoplePlan;
use super::roster::{Parts, Roster};
use super::sites_plan::SitesPlan;
use crate::app::Deed;
use crate::clock::Moment;
use crate::db::{self, Conn, generation};
use crate::ids::PersonId;
use crate::live::Topic;
use crate::mail::outbox;
use crate::people::audit::{NewEntry, What};
use crate::people::confidants::{self, Change};
use crate::people::{audit_store, open_items_store, person_store, role_store, sessions, site_store};

/// The directory as it is. The number comes first: what changes while reading makes the plan old, never wrong.
pub fn read_roster(conn: &mut Conn, now: Moment, by: Option<PersonId>) -> QueryResult<Roster> {
    let number = generation::find(conn, &Topic::Directory.name())?;
    let mut people = person_store::list_everybody(conn)?;
    people.iter_mut().for_each(|person| person.search_fold = String::new()); // long, and made anew by every write
    let parts = Parts {
        sites: site_store::list_sites(conn)?,
        slugs: site_store::list_slugs(conn)?,
        departments: site_store::list_departments(conn)?,
        teams: site_store::list_teams(conn)?,
        people,
        grants: role_store::list_all_grants(conn)?,
        owing: open_items_store::list_owing(conn, by)?,
    };
    Ok(Roster::new(number, now, parts))
}

/// True: it is on the disk. False: somebody else changed the directory first, so plan again.
pub fn is_written(outcome: Result<(), db::Error>) -> Result<bool, db::Error> {
    match outcome {
        Ok(()) => Ok(true),
        Err(db::Error::Query(DieselError::RollbackTransaction)) => Ok(false),
        Err(error) if error.violates("person.number_fold") || error.violates("site.slug") => Ok(false),
        Err(error) => Err(error),
    }
}

/// Undoes everything if the directory is not the one the plan was made on.
fn check_number(deed: &mut Deed, number: i64) -> QueryResult<()> {
    let is_same = generation::find(deed.conn, &Topic::Directory.name())? == number;
    if is_same { Ok(()) } else { Err(DieselError::RollbackTransaction) }
}

fn must(done: bool) -> QueryResult<()> {
    if done { Ok(()) } else { Err(DieselError::RollbackTransaction) }
}

/// Writes a people plan.
pub fn write_people(deed: &mut Deed, plan: &PeoplePlan, entry: &NewEntry) -> QueryResult<()> {
    check_number(deed, plan.number)?;
    let now = deed.now;
    for department in &plan.departments {
        site_store::insert_department(deed.conn, department)?;
    }
    for team in &plan.teams {
        site_store::insert_team(deed.conn, team)?;
    }
    for person in &plan.added {
        person_store::insert_person(deed.conn, person)?;
    }
    for person in &plan.changed {
        let before = person_store::find_person(deed.conn, person.id)?;
        must(person_store::update_person(deed.conn, person)?)?;
        let Some(before) = before else { continue };
        outbox::follow(deed, &before, person)?;
        if before.left_on != person.left_on {
            let change = if person.left_on.is_some() { Change::Leaves } else { Change::Stays };
            confidants::record(deed.conn, person.id, change, entry, now)?;
        }
    }
    for (person, unit, day) in &plan.moved {
        person_store::put_right(deed.conn, person, *unit, *day, now)?;
    }
    for (person, grant) in &plan.given {
        role_store::add_grant(deed.conn, *person, *grant, now)?;
        confidants::record(deed.conn, *person, Change::Given(*grant), entry, now)?;
    }
    for (person, grant) in &plan.taken {
        role_store::remove_grant(deed.conn, *person, *grant)?;
        confidants::record(deed.conn, *person, Change::Taken(*grant), entry, now)?;
    }
    for person in &plan.leaving {
        open_items_store::pass_on(deed, *person)?;
    }
    let counts = [
        ("added", plan.added.len()),
        ("changed", plan.changed.len()),
        ("left", plan.leavers.len()),
        ("roles given", plan.given.len()),
        ("roles taken", plan.taken.len()),
    ];
    let words = counts.map(|(what, count)| format!("{what} {count}")).join(", ");
    // Whoever changes a role or somebody's last day meanwhile is waited for. Not before now: everybody who signs in waits too.
    audit_store::hold(deed.conn)?;
    check_number(deed, plan.number)?;
    audit_store::record(deed.conn, &entry.clone().detail(&format!("imported: {words}")), now)?;
    deed.touch(Topic::Directory);
    let with_other_roles = plan.given.iter().chain(&plan.taken).map(|(person, _)| person);
    for person in plan.leavers.iter().chain(with_other_roles) {
        sessions::end_all(deed, *person)?;
    }
    Ok(())
}

/// Writes a sites plan.
pub fn write_sites(deed: &mut Deed, plan: &SitesPlan) -> QueryResult<()> {
    check_number(deed, plan.number)?;
    for site in &plan.added {
        site_store::insert_site(deed.conn, site)?;
    }
    for site in &plan.changed {
        must(site_store::update_site(deed.conn, site)?)?;
    }
    let words = format!("imported: added {}, changed {}", plan.added.len(), plan.changed.len());
    let entry = NewEntry::by_nobody(What::Administered, "sites").detail(&words);
    audit_store::record(deed.conn, &entry, deed.now)?;
    deed.touch(Topic::Directory);
    Ok(())
}
