//! The rows of a people file, each read by itself: what they say, before anything is held against the directory.

use super::report::Fault;
use super::table::{Row, nearest};
use crate::clock::Day;
use crate::people::person::number_fold;
use crate::people::role::Role;
use crate::text;

/// The columns of a people file.
pub const COLUMNS: &[&str] = &[
    "employee_number",
    "given_name",
    "family_name",
    "preferred_name",
    "email",
    "job_title",
    "site",
    "department",
    "team",
    "manager_number",
    "started_on",
    "left_on",
    "role",
];
/// Those it must have.
pub const REQUIRED: &[&str] = &["employee_number", "given_name", "site"];

/// What a row says of somebody. The outer none: the file has no such column, so nothing changes; the inner none: the
/// cell is empty.
#[derive(Clone, Debug)]
pub struct PersonRow {
    pub line: u64,
    pub number: String,
    pub number_fold: String,
    pub given_name: String,
    pub site: String,
    pub family_name: Option<Option<String>>,
    pub preferred_name: Option<Option<String>>,
    pub email: Option<Option<String>>,
    pub job_title: Option<Option<String>>,
    pub department: Option<Option<String>>,
    pub team: Option<Option<String>>,
    pub manager: Option<Option<String>>,
    pub started_on: Option<Option<Day>>,
    pub left_on: Option<Option<Day>>,
    pub roles: Option<Vec<RoleWords>>,
}

/// A role as a file names it: `site_manager@seaside/kitchen`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleWords {
    pub role: Role,
    pub site: Option<String>,
    pub department: Option<String>,
}

impl PersonRow {
    /// Reads a row, and says everything that is wrong with it: whoever mends a file wants to do so once. A cell that could
    /// not be read is empty.
    pub fn read(row: Row<'_>) -> (PersonRow, Vec<Fault>) {
        let mut faults = Vec::new();
        let needed = |column| row.needed(column).map(Option::unwrap_or_default);
        let number = kept(&mut faults, needed("employee_number"));
        let read = PersonRow {
            line: row.line,
            number_fold: number_fold(&number),
            number,
            given_name: kept(&mut faults, needed("given_name")),
            site: kept(&mut faults, needed("site")),
            family_name: kept(&mut faults, row.cell("family_name")),
            preferred_name: kept(&mut faults, row.cell("preferred_name")),
            email: kept(&mut faults, email(row)),
            job_title: kept(&mut faults, row.cell("job_title")),
            department: kept(&mut faults, row.cell("department")),
            team: kept(&mut faults, row.cell("team")),
            manager: kept(&mut faults, row.cell("manager_number")),
            started_on: kept(&mut faults, day(row, "started_on")),
            left_on: kept(&mut faults, day(row, "left_on")),
            roles: kept(&mut faults, roles(row)),
        };
        if faults.is_empty() {
            faults.extend(read.contradiction());
        }
        (read, faults)
    }

    /// What does not go together although every cell could be read.
    fn contradiction(&self) -> Option<Fault> {
        if self.number_fold.is_empty() {
            return Some(Fault::text("employee_number", text::TextProblem::Empty));
        }
        if let (Some(Some(started_on)), Some(Some(left_on))) = (self.started_on, self.left_on)
            && left_on < started_on
        {
            return Some(Fault::new("directory-fault-left-before"));
        }
        let is_team_alone = matches!((&self.department, &self.team), (Some(None), Some(Some(_))));
        is_team_alone.then(|| Fault::new("directory-fault-team-alone"))
    }

    /// Whom it is about, for the report.
    pub fn name(&self) -> String {
        let family = self.family_name.as_ref().and_then(Option::as_deref).unwrap_or_default();
        crate::people::person::name_of(None, &self.given_name, family)
    }
}

/// What was read; or its fault put by, and nothing in its place.
fn kept<T: Default>(faults: &mut Vec<Fault>, read: Result<T, Fault>) -> T {
    read.unwrap_or_else(|fault| {
        faults.push(fault);
        T::default()
    })
}

fn email(row: Row<'_>) -> Result<Option<Option<String>>, Fault> {
    match row.cell("email")? {
        Some(Some(typed)) => {
            let address = text::email(&typed).map_err(|problem| Fault::text("email", problem))?;
            Ok(Some(Some(address)))
        }
        other => Ok(other),
    }
}

fn day(row: Row<'_>, column: &'static str) -> Result<Option<Option<Day>>, Fault> {
    let Some(typed) = row.cell(column)? else { return Ok(None) };
    let Some(typed) = typed else { return Ok(Some(None)) };
    let day = Day::typed(&typed);
    let fault = || Fault::new("directory-fault-day").naming("column", column).naming("typed", &typed);
    day.map(|day| Some(Some(day))).ok_or_else(fault)
}

fn roles(row: Row<'_>) -> Result<Option<Vec<RoleWords>>, Fault> {
    let Some(typed) = row.cell("role")? else { return Ok(None) };
    let mut roles = Vec::new();
    for part in typed.as_deref().unwrap_or_default().split('+').map(str::trim) {
        if part.is_empty() {
            continue;
        }
        let (word, scope) = part.split_once('@').map_or((part, None), |(word, scope)| (word, Some(scope.trim())));
        let Some(role) = Role::from_name(&word.trim().to_lowercase()) else {
            let nearest = nearest(Role::ALL.iter().map(|role| role.name()), word).unwrap_or_default();
            return Err(Fault::new("directory-fault-role").naming("typed", word).naming("nearest", nearest));
        };
        let (site, department) = match scope {
            None => (None, None),
            Some(scope) => match scope.split_once('/') {
                None => (Some(scope), None),
                Some((site, department)) => (Some(site.trim()), Some(department.trim())),
            },
        };
        if site.is_some_and(str::is_empty) || department.is_some_and(str::is_empty) {
            return Err(Fault::new("directory-fault-scope").naming("typed", part));
        }
        if role == Role::Admin && site.is_some() {
            return Err(Fault::new("directory-fault-admin-everywhere"));
        }
        let words = RoleWords { role, site: site.map(Into::into), department: department.map(Into::into) };
        if role != Role::Employee && !roles.contains(&words) {
            roles.push(words);
        }
    }
    Ok(Some(roles))
}
