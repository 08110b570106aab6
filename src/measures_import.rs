//! The command `import measures`: what customers or operations say of units (review scores, complaints, visits, absence), from a
//! CSV file.
//!
//! All of the file or nothing of it, and of what is wrong every row at once. A number that is there already stays as it is; another
//! one of the same unit, period and measure takes its place. Above the rooms, because it reads files as the directory does and
//! writes for the insights.

use std::collections::HashMap;

use crate::app::{App, Deed};
use crate::db::{self, QueryResult};
use crate::directory::import::report::{Fault, Outcome, Report, ReportRow};
use crate::directory::import::table::{Row, Table};
use crate::directory::import::units::Units;
use crate::ids::{DepartmentId, SiteId};
use crate::insights::measure::{self, Key, Measured, Number};
use crate::insights::measure_store;
use crate::insights::stretch::Stretch;
use crate::people::audit::{NewEntry, What};
use crate::people::audit_store;
use crate::pulse::period::Period;
use crate::text::TextProblem;

const COLUMNS: &[&str] = &["site", "department", "period", "measure", "value", "n"];
const REQUIRED: &[&str] = &["site", "period", "measure", "value"];

/// What a row says, where it says of what it is.
struct Said {
    line: u64,
    name: String,
    measured: Measured,
}

/// Reads the file; on a dry run it only says what would change.
pub async fn run(app: &App, bytes: &[u8], dry_run: bool) -> Result<Report, db::Error> {
    let (table, mut wrong) = match Table::read_on(bytes, COLUMNS, REQUIRED) {
        Ok(read) => read,
        Err(wrong) => return Ok(Report::refused(&app.views, wrong)),
    };
    let units = app.read(Units::find).await?;
    let said: Vec<Said> = table.rows().filter_map(|row| look_at(&row, &units, &mut wrong)).collect();
    wrong.extend(twice(&said));
    if !wrong.is_empty() {
        return Ok(Report::refused(&app.views, wrong));
    }
    let known = app.read(measure_store::list_known).await?;
    let mut report = Report::ready(&app.views, said.iter().map(|one| outcome(one, &known)).collect(), 0);
    if !dry_run {
        if report.changes_anything() {
            let measured: Vec<Measured> = said.into_iter().map(|one| one.measured).collect();
            app.write(move |deed| write(deed, &measured)).await?;
        }
        report.done = true;
    }
    Ok(report)
}

/// Reads a row and keeps all that is wrong with it. A row whose number is wrong is still given, with another one in its place: it
/// may stand twice, and of a file with anything wrong nothing is written.
fn look_at(row: &Row<'_>, units: &Units, wrong: &mut Vec<ReportRow>) -> Option<Said> {
    let name = ["site", "department", "period", "measure"].map(|column| raw(row, column)).join(" ");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut keep = |fault: Fault| wrong.push(ReportRow::wrong(row.line, &name, fault));
    let unit = unit(row, units).map_err(&mut keep).ok();
    let stretch = stretch(row).map_err(&mut keep).ok();
    let measure = measure_of(row).map_err(&mut keep).ok();
    let value = value(row).map_err(&mut keep).unwrap_or_default();
    let n = count(row).map_err(&mut keep).unwrap_or_default();
    let (site, department) = unit?;
    let measured = Measured { site, department, stretch: stretch?, name: measure?, number: Number { value, n } };
    Some(Said { line: row.line, name, measured })
}

fn raw<'t>(row: &Row<'t>, column: &str) -> &'t str {
    row.raw(column).unwrap_or_default().trim()
}

/// A cell that may not be empty.
fn needed<'t>(row: &Row<'t>, column: &str) -> Result<&'t str, Fault> {
    Some(raw(row, column)).filter(|typed| !typed.is_empty()).ok_or_else(|| Fault::text(column, TextProblem::Empty))
}

fn unit(row: &Row<'_>, units: &Units) -> Result<(SiteId, Option<DepartmentId>), Fault> {
    let site = units.site(needed(row, "site")?)?;
    let department = match raw(row, "department") {
        "" => None,
        typed => Some(units.department(site, typed)?),
    };
    Ok((site, department))
}

fn stretch(row: &Row<'_>) -> Result<Stretch, Fault> {
    let typed = needed(row, "period")?;
    let period = Period::named(typed).map(|period| Stretch { from: period.from, until: period.until });
    period.ok_or_else(|| Fault::new("directory-fault-figure-period").naming("typed", typed))
}

fn measure_of(row: &Row<'_>) -> Result<String, Fault> {
    let typed = row.needed("measure")?.unwrap_or_default();
    measure::name(&typed).map_err(|problem| Fault::text("measure", problem))
}

fn value(row: &Row<'_>) -> Result<f64, Fault> {
    let typed = needed(row, "value")?;
    let fault = || Fault::new("insights-fault-number").naming("column", "value").naming("typed", typed);
    measure::value(typed).ok_or_else(fault)
}

fn count(row: &Row<'_>) -> Result<Option<u32>, Fault> {
    let typed = raw(row, "n");
    if typed.is_empty() {
        return Ok(None);
    }
    let most = u32::MAX.to_string();
    let fault =
        || Fault::new("insights-fault-count").naming("column", "n").naming("typed", typed).naming("most", &most);
    measure::count(typed).map(Some).ok_or_else(fault)
}

/// Rows of the same unit, period and measure as one before them.
fn twice(said: &[Said]) -> Vec<ReportRow> {
    let mut first: HashMap<Key, u64> = HashMap::new();
    let mut wrong = Vec::new();
    for one in said {
        let before = *first.entry(one.measured.key()).or_insert(one.line);
        if before != one.line {
            let fault = Fault::new("insights-fault-measure-twice").naming("line", &before.to_string());
            wrong.push(ReportRow::wrong(one.line, &one.name, fault));
        }
    }
    wrong
}

fn outcome(said: &Said, known: &HashMap<Key, Measured>) -> ReportRow {
    let now = &said.measured;
    let mut columns = Vec::new();
    let outcome = match known.get(&now.key()) {
        None => Outcome::Added,
        Some(before) if before == now => Outcome::Same,
        Some(before) => {
            let differs = [
                ("measure", before.name != now.name),
                ("value", before.number.value != now.number.value),
                ("n", before.number.n != now.number.n),
            ];
            columns.extend(differs.into_iter().filter_map(|(column, differs)| differs.then_some(column)));
            Outcome::Changed
        }
    };
    ReportRow { line: said.line, name: said.name.clone(), outcome, columns, fault: None }
}

fn write(deed: &mut Deed, measured: &[Measured]) -> QueryResult<()> {
    let (added, changed) = measure_store::put(deed.conn, measured, deed.now)?;
    let words = format!("imported: added {added}, changed {changed}");
    let entry = NewEntry::by_nobody(What::Administered, "measures").detail(&words);
    audit_store::record(deed.conn, &entry, deed.now)
}
