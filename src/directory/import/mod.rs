//! Bringing in sites and people from a file: looked at as a whole, told row by row, all of it or nothing.
//!
//! Reading and planning happen outside the transaction, because they take long and hold nobody up there; the write
//! begins by looking whether the directory is still the one the plan was made on.

mod people_plan;
mod people_rows;
pub mod report;
mod roster;
mod sites_plan;
pub mod table;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use diesel::QueryResult;
use diesel::result::Error as DieselError;

use crate::app::{App, Deed};
use crate::db;
use crate::db::generation;
use crate::live::Topic;
use crate::people::{organisation_store, person_store, role_store, site_store};
use crate::views::Lang;
use people_plan::PeoplePlan;
use people_rows::PersonRow;
pub use report::Report;
use report::ReportRow;
use roster::Roster;
use sites_plan::SitesPlan;
use table::Table;

/// How often a plan is made anew because somebody changed the directory meanwhile.
const TRIES: usize = 4;

/// Whose authority a people file is read with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// The command line's, and an administrator's.
    Admin,
    /// HR: no roles, and nothing about administrators.
    Hr,
}

/// Brings in a people file with full authority; on a dry run it only says what would change.
pub async fn people(app: &App, bytes: &[u8], dry_run: bool) -> Result<Report, db::Error> {
    people_by(app, bytes, dry_run, Authority::Admin).await
}

/// Brings in a people file; on a dry run it only says what would change.
pub async fn people_by(app: &App, bytes: &[u8], dry_run: bool, authority: Authority) -> Result<Report, db::Error> {
    let bytes: Arc<[u8]> = bytes.into();
    for _ in 0..TRIES {
        let roster = read_roster(app).await?;
        let bytes = Arc::clone(&bytes);
        let plan = off_the_threads(move || plan_people(roster, &bytes, authority)).await?;
        let plan = match plan {
            Err(wrong) => return Ok(Report::refused(&app.views, wrong)),
            Ok(plan) => Arc::new(plan),
        };
        let mut report = Report::ready(&app.views, plan.rows.clone(), plan.absent);
        if dry_run {
            return Ok(report);
        }
        if !report.changes_anything() || is_written(app.write(move |deed| write_people(deed, &plan)).await)? {
            report.done = true;
            return Ok(report);
        }
    }
    Err(db::Error::Busy)
}

/// Brings in a sites file.
pub async fn sites(app: &App, bytes: &[u8]) -> Result<Report, db::Error> {
    for _ in 0..TRIES {
        let roster = read_roster(app).await?;
        let default = app.read(organisation_store::find_organisation).await?;
        let default = default.map_or_else(|| Lang::default().tag().to_owned(), |organisation| organisation.languages);
        let plan = Table::read(bytes, sites_plan::COLUMNS, sites_plan::REQUIRED)
            .and_then(|table| sites_plan::plan(&roster, &table, &default));
        let plan = match plan {
            Err(wrong) => return Ok(Report::refused(&app.views, wrong)),
            Ok(plan) => Arc::new(plan),
        };
        let mut report = Report::ready(&app.views, plan.rows.clone(), 0);
        if !report.changes_anything() || is_written(app.write(move |deed| write_sites(deed, &plan)).await)? {
            report.done = true;
            return Ok(report);
        }
    }
    Err(db::Error::Busy)
}

async fn read_roster(app: &App) -> Result<Roster, db::Error> {
    let now = app.now();
    app.read(move |conn| Roster::read(conn, now)).await
}

async fn off_the_threads<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, db::Error> {
    tokio::task::spawn_blocking(work).await.map_err(|_| db::Error::Panicked)
}

fn plan_people(roster: Roster, bytes: &[u8], authority: Authority) -> Result<PeoplePlan, Vec<ReportRow>> {
    let table = Table::read(bytes, people_rows::COLUMNS, people_rows::REQUIRED)?;
    let mut wrong = Vec::new();
    let mut rows = Vec::with_capacity(table.len());
    for row in table.rows() {
        match PersonRow::read(row) {
            Ok(row) => rows.push(row),
            Err(fault) => wrong.push(ReportRow::wrong(row.line, row.raw("given_name").unwrap_or_default(), fault)),
        }
    }
    drop(table);
    // What is wrong with the other rows is worth telling too, but only once every row can be read: a manager in a row
    // that cannot is not unknown.
    if wrong.is_empty() { people_plan::plan(roster, rows, authority == Authority::Admin) } else { Err(wrong) }
}

/// True: it is on the disk. False: somebody else changed the directory first, so plan again.
fn is_written(outcome: Result<(), db::Error>) -> Result<bool, db::Error> {
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

fn write_people(deed: &mut Deed, plan: &PeoplePlan) -> QueryResult<()> {
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
        must(person_store::update_person(deed.conn, person)?)?;
    }
    for (person, unit, day) in &plan.moved {
        person_store::put_right(deed.conn, person, *unit, *day, now)?;
    }
    for (person, grant) in &plan.given {
        role_store::add_grant(deed.conn, *person, *grant, now)?;
    }
    for (person, grant) in &plan.taken {
        role_store::remove_grant(deed.conn, *person, *grant)?;
    }
    deed.touch(Topic::Directory);
    for person in &plan.leavers {
        deed.touch(Topic::SignedIn(*person));
    }
    Ok(())
}

fn write_sites(deed: &mut Deed, plan: &SitesPlan) -> QueryResult<()> {
    check_number(deed, plan.number)?;
    for site in &plan.added {
        site_store::insert_site(deed.conn, site)?;
    }
    for site in &plan.changed {
        must(site_store::update_site(deed.conn, site)?)?;
    }
    deed.touch(Topic::Directory);
    Ok(())
}
