//! What a people file would change: its rows held against the directory, before anything is written.

use std::collections::{HashMap, HashSet};

use super::keepers;
use super::people_rows::{PersonRow, RoleWords};
use super::report::{Fault, Outcome, ReportRow};
use super::roster::Roster;
use super::table::nearest;
use crate::clock::Day;
use crate::fold::fold;
use crate::ids::{DepartmentId, PersonId, SiteId, TeamId};
use crate::people::person::{Person, number_fold};
use crate::people::role::Grant;
use crate::people::site::{Department, Team, Unit};

/// All that is to be written, in this order.
#[derive(Default)]
pub struct PeoplePlan {
    /// The directory's number it was made on.
    pub number: i64,
    /// New departments.
    pub departments: Vec<Department>,
    /// New teams.
    pub teams: Vec<Team>,
    /// New people, managers before those they manage.
    pub added: Vec<Person>,
    /// Known people with something new about them, as they shall be, at the version they were read with.
    pub changed: Vec<Person>,
    /// Known people who are somewhere else from a day on; as they are now.
    pub moved: Vec<(Person, Unit, Day)>,
    /// Roles to give.
    pub given: Vec<(PersonId, Grant)>,
    /// Roles to take away.
    pub taken: Vec<(PersonId, Grant)>,
    /// Those who are no longer here by what this file says: wherever they are signed in, it ends.
    pub leavers: Vec<PersonId>,
    /// Everybody who gets a last day, also one to come.
    pub leaving: Vec<PersonId>,
    /// What becomes of each row.
    pub rows: Vec<ReportRow>,
    /// People of the directory, leavers apart, whom the file does not name.
    pub absent: usize,
}

const UNKNOWN_DEPARTMENT: &str = "directory-fault-department";

/// What a file says, row by row.
#[derive(Default)]
pub struct PeopleFile {
    /// Rows that could be read.
    pub rows: Vec<PersonRow>,
    /// Rows with cells that could not, and why not; those cells are empty.
    pub broken: Vec<(PersonRow, Vec<Fault>)>,
    /// Rows with too few or too many cells.
    pub misshapen: Vec<ReportRow>,
}

/// Makes the plan, or says what is wrong with every row.
pub fn plan(mut roster: Roster, file: PeopleFile, may_grant: bool) -> Result<PeoplePlan, Vec<ReportRow>> {
    let PeopleFile { rows, broken, misshapen } = file;
    // A manager may stand in a row of which nobody knows whom it is about, and a department in any that is broken.
    let knows_departments =
        misshapen.is_empty() && broken.is_empty() && rows.iter().all(|row| roster.site(&row.site).is_some());
    let knows_people = misshapen.is_empty() && broken.iter().all(|(row, _)| !row.number_fold.is_empty());
    let mut wrong = misshapen;
    wrong.extend(twice(rows.iter().chain(broken.iter().map(|(row, _)| row))));
    let mut planning = Planning { plan: PeoplePlan { number: roster.number, ..PeoplePlan::default() }, may_grant };
    let ids: HashMap<String, PersonId> = rows
        .iter()
        .chain(broken.iter().map(|(row, _)| row).filter(|row| !row.number_fold.is_empty()))
        .map(|row| {
            let id = roster.by_number.get(&row.number_fold).copied().unwrap_or_else(|| PersonId::new(roster.now));
            (row.number_fold.clone(), id)
        })
        .collect();
    for row in rows.iter().chain(broken.iter().map(|(row, _)| row)) {
        // First of all the departments, because a role may name one that a later row makes.
        if let (Some(site), Some(Some(name))) = (roster.site(&row.site), &row.department) {
            planning.department(&mut roster, site, name);
        }
    }
    let is_sure = |fault: &Fault| knows_departments || fault.key != UNKNOWN_DEPARTMENT;
    for (row, faults) in broken {
        let unknown = planning.unknown(&roster, knows_people.then_some(&ids), &row);
        let unknown = unknown.into_iter().filter(is_sure);
        wrong.extend(faults.into_iter().chain(unknown).map(|fault| ReportRow::wrong(row.line, &row.name(), fault)));
    }
    for row in &rows {
        let unknown = planning.unknown(&roster, knows_people.then_some(&ids), row);
        if !unknown.is_empty() {
            let unknown = unknown.into_iter().filter(is_sure);
            wrong.extend(unknown.map(|fault| ReportRow::wrong(row.line, &row.name(), fault)));
        } else if let Err(fault) = planning.add(&mut roster, &ids, row) {
            wrong.push(ReportRow::wrong(row.line, &row.name(), fault));
        }
    }
    // What is about the whole file, circles and last administrators, only once every row is right by itself.
    if wrong.is_empty() {
        let lines = rows.iter().filter_map(|row| Some((*ids.get(&row.number_fold)?, row))).collect();
        wrong.extend(planning.order_by_manager(&roster, &lines));
        wrong.extend(keepers::missed(&planning.plan, &roster, &rows));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let named: HashSet<&PersonId> = ids.values().collect();
    let is_absent = |person: &&Person| !named.contains(&person.id) && !person.has_left(roster.today(person.site_id));
    planning.plan.absent = roster.people.values().filter(is_absent).count();
    Ok(planning.plan)
}

/// Rows that name a number another row has named already.
fn twice<'r>(rows: impl Iterator<Item = &'r PersonRow>) -> Vec<ReportRow> {
    let mut rows: Vec<&PersonRow> = rows.filter(|row| !row.number_fold.is_empty()).collect();
    rows.sort_by_key(|row| row.line);
    let mut first: HashMap<&str, u64> = HashMap::new();
    let mut wrong = Vec::new();
    for row in rows {
        match first.get(row.number_fold.as_str()) {
            Some(line) => {
                let fault =
                    Fault::new("directory-fault-twice").naming("number", &row.number).naming("line", &line.to_string());
                wrong.push(ReportRow::wrong(row.line, &row.name(), fault));
            }
            None => {
                first.insert(&row.number_fold, row.line);
            }
        }
    }
    wrong
}

struct Planning {
    plan: PeoplePlan,
    may_grant: bool,
}

impl Planning {
    /// What the row names and nobody knows. Without `ids`, the people of the file, no manager is said to be unknown.
    fn unknown(&self, roster: &Roster, ids: Option<&HashMap<String, PersonId>>, row: &PersonRow) -> Vec<Fault> {
        let mut faults = Vec::new();
        if !row.site.is_empty() && roster.site(&row.site).is_none() {
            faults.push(unknown_site(roster, &row.site));
        }
        if let (Some(ids), Some(Some(number))) = (ids, &row.manager)
            && manager(roster, ids, number).is_none()
        {
            faults.push(Fault::new("directory-fault-manager").naming("number", number));
        }
        for fault in row.roles.iter().flatten().filter_map(|words| grant(roster, words).err()) {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        faults
    }

    /// Plans a row that names nothing unknown.
    fn add(&mut self, roster: &mut Roster, ids: &HashMap<String, PersonId>, row: &PersonRow) -> Result<(), Fault> {
        let site_id = roster.site(&row.site).ok_or_else(|| unknown_site(roster, &row.site))?;
        let manager_id = row.manager.as_ref().and_then(Option::as_ref).and_then(|number| manager(roster, ids, number));
        let id = ids.get(&row.number_fold).copied().unwrap_or_else(|| PersonId::new(roster.now));
        let before = roster.people.get(&id).cloned();
        let unit = self.unit(roster, row, site_id, before.as_ref());
        let grants = match &row.roles {
            None => None,
            Some(words) => Some(words.iter().map(|words| grant(roster, words)).collect::<Result<Vec<_>, _>>()?),
        };
        let mut after = before.clone().unwrap_or_else(|| newcomer(id, unit, roster));
        fill(&mut after, row, manager_id);
        if after.left_on.zip(after.started_on).is_some_and(|(left_on, started_on)| left_on < started_on) {
            return Err(Fault::new("directory-fault-left-before"));
        }
        let mut columns = before.as_ref().map(|before| differing(before, &after)).unwrap_or_default();
        if let Some(before) = &before {
            columns.extend(moved_columns(before.unit(), unit));
        }
        let (given, taken) = grants.map(|wanted| difference(roster.grants_of(id), &wanted)).unwrap_or_default();
        if !given.is_empty() || !taken.is_empty() {
            columns.push("role");
        }
        if !self.may_grant && (columns.contains(&"role") || (!columns.is_empty() && roster.is_beyond_hr(id))) {
            return Err(Fault::new("directory-fault-not-yours"));
        }
        let is_leaving = after.left_on.is_some() && before.as_ref().is_some_and(|before| before.left_on.is_none());
        if is_leaving && roster.owing.contains(&id) {
            return Err(Fault::new("directory-fault-owes"));
        }
        if is_leaving {
            self.plan.leaving.push(id);
        }
        let outcome = match &before {
            None => Outcome::Added,
            Some(_) if is_leaving => Outcome::Left,
            Some(_) if columns.is_empty() => Outcome::Same,
            Some(_) => Outcome::Changed,
        };
        if is_leaving && after.has_left(roster.today(after.site_id)) {
            self.plan.leavers.push(id);
        }
        match before {
            None => self.plan.added.push(after),
            Some(before) => {
                if !differing(&before, &after).is_empty() {
                    self.plan.changed.push(after);
                }
                if before.unit() != unit {
                    let today = roster.today(before.site_id);
                    self.plan.moved.push((before, unit, today));
                }
            }
        }
        self.plan.given.extend(given.into_iter().map(|grant| (id, grant)));
        self.plan.taken.extend(taken.into_iter().map(|grant| (id, grant)));
        let columns = if outcome == Outcome::Added { Vec::new() } else { columns };
        self.plan.rows.push(ReportRow { line: row.line, name: row.name(), outcome, columns, fault: None });
        Ok(())
    }

    /// Where the row says somebody is. A department or team that is not there yet is made; a column that is not in the
    /// file leaves things as they are for as long as the site stays the same.
    fn unit(&mut self, roster: &mut Roster, row: &PersonRow, site_id: SiteId, before: Option<&Person>) -> Unit {
        let stays = before.filter(|before| before.site_id == site_id);
        let department_id = match &row.department {
            None => stays.and_then(|before| before.department_id),
            Some(None) => None,
            Some(Some(name)) => Some(self.department(roster, site_id, name)),
        };
        let team_id = match (&row.team, department_id) {
            (_, None) | (Some(None), _) => None,
            (None, Some(_)) => {
                stays.filter(|before| before.department_id == department_id).and_then(|before| before.team_id)
            }
            (Some(Some(name)), Some(department_id)) => Some(self.team(roster, department_id, name)),
        };
        Unit { site_id, department_id, team_id }
    }

    fn department(&mut self, roster: &mut Roster, site_id: SiteId, name: &str) -> DepartmentId {
        let key = (site_id, fold(name));
        if let Some(known) = roster.departments.get(&key) {
            return known.id;
        }
        let new =
            Department { id: DepartmentId::new(roster.now), site_id, name: name.to_owned(), name_fold: key.1.clone() };
        self.plan.departments.push(new.clone());
        let id = new.id;
        roster.departments.insert(key, new);
        id
    }

    fn team(&mut self, roster: &mut Roster, department_id: DepartmentId, name: &str) -> TeamId {
        if let Some(known) = roster.team(department_id, name) {
            return known;
        }
        let new = Team { id: TeamId::new(roster.now), department_id, name: name.to_owned(), name_fold: fold(name) };
        self.plan.teams.push(new.clone());
        let id = new.id;
        roster.teams.insert((department_id, new.name_fold.clone()), new);
        id
    }

    /// Puts new people behind their managers, as the database wants them; circles are told by the rows on them.
    fn order_by_manager(&mut self, roster: &Roster, lines: &HashMap<PersonId, &PersonRow>) -> Vec<ReportRow> {
        let mut managers: HashMap<PersonId, Option<PersonId>> =
            roster.people.values().map(|person| (person.id, person.manager_id)).collect();
        for person in self.plan.added.iter().chain(&self.plan.changed) {
            managers.insert(person.id, person.manager_id);
        }
        let mut depths: HashMap<PersonId, usize> = HashMap::new();
        let mut wrong = Vec::new();
        for start in managers.keys() {
            let mut path: Vec<PersonId> = Vec::new();
            let mut on_path: HashSet<PersonId> = HashSet::new();
            let mut at = Some(*start);
            while let Some(id) = at.filter(|id| !depths.contains_key(id)) {
                if !on_path.insert(id) {
                    let circle = path.iter().skip_while(|other| **other != id);
                    for row in circle.filter_map(|id| lines.get(id)) {
                        let fault = Fault::new("directory-fault-circle");
                        wrong.push(ReportRow::wrong(row.line, &row.name(), fault));
                    }
                    break;
                }
                path.push(id);
                at = managers.get(&id).copied().flatten();
            }
            let above = at.and_then(|id| depths.get(&id)).map_or(0, |depth| depth + 1);
            for (steps, id) in path.into_iter().rev().enumerate() {
                depths.entry(id).or_insert(above + steps);
            }
        }
        self.plan.added.sort_by_key(|person| depths.get(&person.id).copied().unwrap_or_default());
        wrong
    }
}

fn newcomer(id: PersonId, unit: Unit, roster: &Roster) -> Person {
    Person {
        id,
        employee_number: String::new(),
        number_fold: String::new(),
        given_name: String::new(),
        family_name: String::new(),
        preferred_name: None,
        name_fold: String::new(),
        search_fold: String::new(),
        email: None,
        job_title: String::new(),
        language: None,
        site_id: unit.site_id,
        department_id: unit.department_id,
        team_id: unit.team_id,
        manager_id: None,
        started_on: None,
        left_on: None,
        in_finder: true,
        created_at: roster.now,
        version: 1,
    }
}

/// Puts what the row says into the person; where they are is not among it.
fn fill(person: &mut Person, row: &PersonRow, manager_id: Option<PersonId>) {
    person.employee_number.clone_from(&row.number);
    person.number_fold.clone_from(&row.number_fold);
    person.given_name.clone_from(&row.given_name);
    if let Some(family_name) = &row.family_name {
        person.family_name = family_name.clone().unwrap_or_default();
    }
    if let Some(preferred_name) = &row.preferred_name {
        person.preferred_name.clone_from(preferred_name);
    }
    if let Some(email) = &row.email {
        person.email.clone_from(email);
    }
    if let Some(job_title) = &row.job_title {
        person.job_title = job_title.clone().unwrap_or_default();
    }
    if row.manager.is_some() {
        person.manager_id = manager_id;
    }
    if let Some(started_on) = row.started_on {
        person.started_on = started_on;
    }
    if let Some(left_on) = row.left_on {
        person.left_on = left_on;
    }
}

/// The columns in which somebody differs, but for where they are and their roles.
fn differing(before: &Person, after: &Person) -> Vec<&'static str> {
    let pairs = [
        ("employee_number", before.employee_number == after.employee_number),
        ("given_name", before.given_name == after.given_name),
        ("family_name", before.family_name == after.family_name),
        ("preferred_name", before.preferred_name == after.preferred_name),
        ("email", before.email == after.email),
        ("job_title", before.job_title == after.job_title),
        ("manager_number", before.manager_id == after.manager_id),
        ("started_on", before.started_on == after.started_on),
        ("left_on", before.left_on == after.left_on),
    ];
    pairs.into_iter().filter(|(_, is_same)| !is_same).map(|(column, _)| column).collect()
}

fn moved_columns(before: Unit, after: Unit) -> impl Iterator<Item = &'static str> {
    let pairs = [
        ("site", before.site_id == after.site_id),
        ("department", before.department_id == after.department_id),
        ("team", before.team_id == after.team_id),
    ];
    pairs.into_iter().filter(|(_, is_same)| !is_same).map(|(column, _)| column)
}

fn unknown_site(roster: &Roster, word: &str) -> Fault {
    let nearest = nearest(roster.sites.iter().map(|site| site.slug.as_str()), word).unwrap_or("–");
    Fault::new("directory-fault-site").naming("site", word).naming("nearest", nearest)
}

/// Somebody of the file or the directory.
fn manager(roster: &Roster, ids: &HashMap<String, PersonId>, number: &str) -> Option<PersonId> {
    let key = number_fold(number);
    ids.get(&key).or_else(|| roster.by_number.get(&key)).copied()
}

fn grant(roster: &Roster, words: &RoleWords) -> Result<Grant, Fault> {
    let site_id = match &words.site {
        None => None,
        Some(word) => Some(roster.site(word).ok_or_else(|| unknown_site(roster, word))?),
    };
    let department_id = match (site_id, &words.department) {
        (Some(site), Some(word)) => Some(
            roster.department(site, word).ok_or_else(|| Fault::new(UNKNOWN_DEPARTMENT).naming("department", word))?,
        ),
        _ => None,
    };
    Ok(Grant { role: words.role, site_id, department_id })
}

/// What to give and what to take so that somebody has the wanted roles.
fn difference(held: &[Grant], wanted: &[Grant]) -> (Vec<Grant>, Vec<Grant>) {
    let given = wanted.iter().filter(|grant| !held.contains(grant)).copied().collect();
    let taken = held.iter().filter(|grant| !wanted.contains(grant)).copied().collect();
    (given, taken)
}
