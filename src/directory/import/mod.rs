//! Bringing in sites and people from a file: looked at as a whole, told row by row, all of it or nothing.
//!
//! Reading and planning happen outside the transaction, because they take long and hold nobody up there; the write
//! begins by looking whether the directory is still the one the plan was made on.

mod keepers;
mod people_plan;
mod people_rows;
pub mod report;
mod roster;
mod sites_plan;
mod store;
pub mod table;
#[cfg(test)]
mod tests;
pub mod units;

use std::sync::Arc;

use crate::app::App;
use crate::db;
use crate::ids::PersonId;
use crate::people::audit::{NewEntry, What};
use crate::people::organisation_store;
use crate::views::Lang;
use people_plan::{PeopleFile, PeoplePlan};
use people_rows::PersonRow;
pub use report::Report;
use report::ReportRow;
use roster::Roster;
use store::{is_written, read_roster, write_people, write_sites};
use table::Table;

/// The columns of a people file, in the order in which a list is exported.
pub const PEOPLE_COLUMNS: &[&str] = people_rows::COLUMNS;

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
    let entry = NewEntry::by_nobody(What::Administered, "people");
    people_by(app, bytes, dry_run, Authority::Admin, entry).await
}

/// Brings in a people file; on a dry run it only says what would change. The entry says who does it: a report tells them
/// nothing that is kept from them.
pub async fn people_by(
    app: &App,
    bytes: &[u8],
    dry_run: bool,
    authority: Authority,
    entry: NewEntry,
) -> Result<Report, db::Error> {
    let bytes: Arc<[u8]> = bytes.into();
    for _ in 0..TRIES {
        let roster = roster_of(app, entry.by).await?;
        let bytes = Arc::clone(&bytes);
        let plan = off_the_threads(move || plan_people(roster, &bytes, authority)).await?;
        let mut plan = match plan {
            Err(wrong) => return Ok(Report::refused(&app.views, wrong)),
            Ok(plan) => plan,
        };
        let mut report = Report::ready(&app.views, std::mem::take(&mut plan.rows), plan.absent);
        let plan = Arc::new(plan);
        let entry = entry.clone();
        if dry_run {
            return Ok(report);
        }
        if !report.changes_anything() || is_written(app.write(move |deed| write_people(deed, &plan, &entry)).await)? {
            report.done = true;
            return Ok(report);
        }
    }
    Err(db::Error::Busy)
}

/// Brings in a sites file.
pub async fn sites(app: &App, bytes: &[u8]) -> Result<Report, db::Error> {
    for _ in 0..TRIES {
        let roster = roster_of(app, None).await?;
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

async fn roster_of(app: &App, by: Option<PersonId>) -> Result<Roster, db::Error> {
    let now = app.now();
    app.read(move |conn| read_roster(conn, now, by)).await
}

async fn off_the_threads<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, db::Error> {
    tokio::task::spawn_blocking(work).await.map_err(|_| db::Error::Panicked)
}

fn plan_people(roster: Roster, bytes: &[u8], authority: Authority) -> Result<PeoplePlan, Vec<ReportRow>> {
    let (table, misshapen) = Table::read_on(bytes, people_rows::COLUMNS, people_rows::REQUIRED)?;
    let mut file = PeopleFile { rows: Vec::with_capacity(table.len()), misshapen, ..PeopleFile::default() };
    table.take_rows(|row| match PersonRow::read(row) {
        (row, faults) if faults.is_empty() => file.rows.push(row),
        (row, faults) => file.broken.push((row, faults)),
    });
    people_plan::plan(roster, file, authority == Authority::Admin)
}
