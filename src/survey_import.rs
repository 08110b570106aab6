//! The command `import survey`: results of surveys that were asked elsewhere, by unit, from a CSV file.
//!
//! All of the file or nothing of it; figures that are there already and the same stay as they are. A figure of fewer answers
//! than the group minimum is refused: what was not to be shown there is not shown here. Above the rooms, because it reads files
//! as the directory does and writes for the surveys.

use std::collections::BTreeMap;

use crate::app::{App, Deed};
use crate::db::{self, QueryResult};
use crate::directory::import::report::{Fault, Outcome, Report, ReportRow};
use crate::directory::import::table::{Row, Table, nearest};
use crate::fold::fold;
use crate::ids::{DepartmentId, GroupId, PulseId, SiteId};
use crate::people::site::{Department, Site};
use crate::people::{organisation_store, site_store};
use crate::pulse::group::{Group, GroupKind};
use crate::pulse::imported::{self, Figures, Known};
use crate::pulse::period::Period;
use crate::pulse::store;

const COLUMNS: &[&str] = &["site", "department", "period", "item", "mean", "sd", "n"];
const REQUIRED: &[&str] = &["period", "item", "mean", "n"];

/// One figure of one unit, as a row says.
#[derive(Clone, Debug)]
struct Said {
    site: Option<SiteId>,
    department: Option<DepartmentId>,
    period: Period,
    title: String,
    item: &'static str,
    figures: Figures,
}

/// What the file's names are looked up in.
struct Units {
    sites: Vec<Site>,
    departments: Vec<Department>,
    minimum: i32,
}

/// Reads the file; on a dry run it only says what would change.
pub async fn run(app: &App, bytes: &[u8], dry_run: bool) -> Result<Report, db::Error> {
    let table = match Table::read(bytes, COLUMNS, REQUIRED) {
        Ok(table) => table,
        Err(wrong) => return Ok(Report::refused(&app.views, wrong)),
    };
    let units = app.read(|conn| {
        let (sites, departments) = (site_store::list_sites(conn)?, site_store::list_departments(conn)?);
        Ok(Units { sites, departments, minimum: store::find_rules(conn)?.group_minimum })
    });
    let units = units.await?;
    let (mut said, mut wrong) = (Vec::new(), Vec::new());
    for row in table.rows() {
        match read(&row, &units) {
            Ok(one) => said.push((row.line, one)),
            Err(fault) => wrong.push(ReportRow::wrong(row.line, row.raw("item").unwrap_or_default(), fault)),
        }
    }
    wrong.extend(twice(&said));
    if !wrong.is_empty() {
        return Ok(Report::refused(&app.views, wrong));
    }
    let known = app.read(imported::list_known).await?;
    let rows: Vec<ReportRow> = said.iter().map(|(line, one)| outcome(*line, one, &known)).collect();
    let mut report = Report::ready(&app.views, rows, 0);
    if !dry_run {
        let said: Vec<Said> = said.into_iter().map(|(_, one)| one).collect();
        app.write(move |deed| write(deed, &said)).await?;
        report.done = true;
    }
    Ok(report)
}

/// Rows that say the same unit, period and item as one before them.
fn twice(said: &[(u64, Said)]) -> Vec<ReportRow> {
    let mut first: BTreeMap<_, u64> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (line, one) in said {
        let key = (one.site, one.department, one.period.from, one.period.until, one.item);
        let before = *first.entry(key).or_insert(*line);
        if before != *line {
            let fault = Fault::new("directory-fault-figure-twice").naming("line", &before.to_string());
            wrong.push(ReportRow::wrong(*line, one.item, fault));
        }
    }
    wrong
}

fn outcome(line: u64, said: &Said, known: &Known) -> ReportRow {
    let before = known.find(said.period, (said.site, said.department), said.item);
    let outcome = match before {
        None => Outcome::Added,
        Some(before) if before == said.figures.stored() => Outcome::Same,
        Some(_) => Outcome::Changed,
    };
    ReportRow { line, name: format!("{} {}", said.title, said.item), outcome, columns: Vec::new(), fault: None }
}

fn read(row: &Row<'_>, units: &Units) -> Result<Said, Fault> {
    let raw = |column: &str| row.raw(column).unwrap_or_default().trim().to_owned();
    let site = match raw("site").as_str() {
        "" => None,
        typed => {
            let is_it = |site: &&Site| site.slug == typed || site.name_fold == fold(typed);
            Some(units.sites.iter().find(is_it).ok_or_else(|| {
                let near = nearest(units.sites.iter().map(|site| site.slug.as_str()), typed).unwrap_or_default();
                Fault::new("directory-fault-site").naming("site", typed).naming("nearest", near)
            })?)
        }
    };
    let site_id = site.map(|site| site.id);
    let department = match raw("department").as_str() {
        "" => None,
        typed => {
            let folded = fold(typed);
            let is_it = |one: &&Department| Some(one.site_id) == site_id && one.name_fold == folded;
            let found = units.departments.iter().find(is_it);
            Some(found.ok_or_else(|| Fault::new("directory-fault-figure-department").naming("typed", typed))?.id)
        }
    };
    let title = raw("period");
    let period =
        Period::named(&title).ok_or_else(|| Fault::new("directory-fault-figure-period").naming("typed", &title))?;
    let typed = raw("item").to_lowercase();
    let item = imported::ITEMS.iter().copied().find(|item| *item == typed).ok_or_else(|| {
        let near = nearest(imported::ITEMS.iter().copied(), &typed).unwrap_or_default();
        Fault::new("directory-fault-figure-item").naming("typed", &typed).naming("nearest", near)
    })?;
    let number = |column: &str| {
        let typed = raw(column);
        let read = typed.replace(',', ".").parse::<f64>().ok().filter(|number| (0.0..=100.0).contains(number));
        read.ok_or_else(|| Fault::new("directory-fault-figure").naming("column", column).naming("typed", &typed))
    };
    let mean = number("mean")?;
    let deviation = if raw("sd").is_empty() { None } else { Some(number("sd")?) };
    let typed = raw("n");
    let answers = typed.parse().ok().filter(|answers| *answers >= units.minimum).ok_or_else(|| {
        let minimum = units.minimum.to_string();
        Fault::new("directory-fault-figure-answers").naming("typed", &typed).naming("minimum", &minimum)
    })?;
    let department = department.filter(|_| site_id.is_some());
    Ok(Said { site: site_id, department, period, title, item, figures: Figures { answers, mean, deviation } })
}

/// Writes what a file says: a survey for each period, a group for each unit.
fn write(deed: &mut Deed, said: &[Said]) -> QueryResult<()> {
    let organisation = organisation_store::find_organisation(deed.conn)?;
    let name = organisation.map(|organisation| organisation.name).unwrap_or_default();
    let sites = site_store::list_sites(deed.conn)?;
    let departments = site_store::list_departments(deed.conn)?;
    for one in said {
        let pulse = imported::survey_of(deed, one.period, &one.title)?;
        let whole = imported::group_of(deed.conn, &group(pulse, None, GroupKind::Organisation, &name, None, None))?;
        let mut at = whole;
        if let Some(site) = sites.iter().find(|site| Some(site.id) == one.site) {
            let new = group(pulse, Some(at), GroupKind::Site, &site.name, Some(site.id), None);
            at = imported::group_of(deed.conn, &new)?;
        }
        if let Some(department) = departments.iter().find(|department| Some(department.id) == one.department) {
            let id = Some(department.id);
            let new = group(pulse, Some(at), GroupKind::Department, &department.name, one.site, id);
            at = imported::group_of(deed.conn, &new)?;
        }
        imported::put_figure(deed.conn, pulse, at, one.item, one.figures)?;
    }
    Ok(())
}

fn group(
    pulse_id: PulseId,
    parent_id: Option<GroupId>,
    kind: GroupKind,
    name: &str,
    site_id: Option<SiteId>,
    department_id: Option<DepartmentId>,
) -> Group {
    let (kind, name) = (kind.name().to_owned(), name.to_owned());
    let id = GroupId::random();
    Group { id, pulse_id, parent_id, kind, name, site_id, department_id, team_id: None, headcount: 0, slips: 0 }
}
