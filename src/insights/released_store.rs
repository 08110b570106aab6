//! The table of the link, out of what was released of surveys and counted of what customers wrote. A report reads this and
//! nothing else, so it can tell nothing that is not in it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diesel::prelude::*;
use uuid::Uuid;

use super::asked::OTHERS;
use super::count::{Count, Counts, Measure};
use super::count_store::{self, ENGAGEMENT};
use super::picture::Inside;
use super::remainder::leaving_a_group;
use super::shown_store;
use super::statistics::shares::jeffreys;
use super::stretch::Stretch;
use super::table::{Cell, CustomerMeasure, Customers, Period, ReleasedTable, Staff, Unit, UnitLevel};
use crate::db::Conn;
use crate::db::schema::{department, pulse_group, pulse_level, pulse_rules, site};
use crate::ids::{DepartmentId, GroupId, PulseId, SiteId};

/// Everything there is to compare, before it is said what with what.
#[derive(Clone, Debug, Default)]
pub struct Released {
    /// From the oldest on.
    pub stretches: Vec<Stretch>,
    /// How much the answers of people in one unit differ, as a variance.
    inside: Option<f64>,
    hardly_differ: Vec<bool>,
    units: BTreeMap<Uuid, (String, Vec<Option<Staff>>)>,
    /// What else is shown of a unit, stretch by stretch.
    others: BTreeMap<(Uuid, usize, &'static str), Staff>,
    /// Of what else each survey shows something at all.
    shown: Vec<BTreeSet<&'static str>>,
    counts: Counts,
    /// The units that are groups, stretch by stretch. What customers say of others is not told: of one, "the department" is a
    /// person. Nor what they say of the smallest ones, if that told of a few people who are left.
    groups: BTreeSet<(Uuid, usize)>,
}

/// Reads it for sites or departments. A stretch belongs to it once it is over and counted.
pub fn find(conn: &mut Conn, level: UnitLevel) -> QueryResult<Released> {
    let surveys = count_store::list_counted(conn)?;
    let names = list_names(conn, level)?;
    let mut released = Released { counts: count_store::list_counts_of(conn, level)?, ..Released::default() };
    let with_sites: Vec<Option<SiteId>> =
        site::table.filter(site::parent_id.is_not_null()).select(site::parent_id).distinct().load(conn)?;
    let mut inside = Pooled::default();
    for (at, (stretch, survey)) in surveys.iter().enumerate() {
        let groups = list_groups(conn, *survey, level, &with_sites)?;
        let all_shown = shown_store::list(conn, *survey)?;
        for group in &groups {
            let (unit, Some(name)) = (group.unit, names.get(&group.unit)) else { continue };
            let (_, row) = released.units.entry(unit).or_insert_with(|| (name.clone(), vec![None; surveys.len()]));
            let Some(shown) = all_shown.get(&group.id).filter(|_| !group.has_sites) else { continue };
            row[at] = shown.engagement;
            if let Some((staff, (total, squares))) = shown.engagement.zip(shown.sums) {
                inside.add(staff.answers, total, squares);
            }
            released.others.extend(shown.others.iter().map(|(asked, staff)| ((unit, at, *asked), *staff)));
        }
        released.shown.push(all_shown.values().flat_map(|shown| shown.others.keys().copied()).collect());
        released.hardly_differ.push(hardly_differ(conn, *survey, &groups)?);
        released.stretches.push(*stretch);
    }
    released.inside = inside.variance();
    released.groups = list_told(conn, level, &released)?;
    Ok(released)
}

impl Released {
    /// The table, with one measure of customers.
    pub fn table(&self, customers: CustomerMeasure) -> ReleasedTable {
        self.table_with(customers, |unit, at| self.staff(unit, at))
    }

    /// The tables of what else is asked and shown of any unit, with the same measure of customers, in the order in which it is
    /// asked.
    pub fn other_tables(&self, customers: CustomerMeasure) -> Vec<(&'static str, ReleasedTable)> {
        let is_known = |asked: &&str| self.others.keys().any(|(.., known)| known == asked);
        let table = |asked| (asked, self.table_with(customers, |unit, at| self.other(unit, at, asked)));
        OTHERS.into_iter().filter(is_known).map(table).collect()
    }

    fn table_with(&self, customers: CustomerMeasure, shown: impl Fn(Uuid, usize) -> Option<Staff>) -> ReleasedTable {
        let period = |(stretch, hardly_differ): (&Stretch, &bool)| Period {
            name: stretch.name(),
            hardly_differ: *hardly_differ,
        };
        let periods = self.stretches.iter().zip(&self.hardly_differ).map(period).collect();
        let unit = |(id, (name, staff)): (&Uuid, &(String, Vec<Option<Staff>>))| {
            let cell = |at| Cell { staff: shown(*id, at), customers: self.score(*id, at, customers) };
            let newest = (0..staff.len()).rev().find_map(|at| self.count(*id, at, Measure::Staff));
            Unit {
                id: *id,
                name: name.clone(),
                staff: newest.map_or(0, |count| u32::try_from(count.n).unwrap_or(0)),
                began_anew: (0..staff.len()).filter(|at| self.count(*id, *at, Measure::Anew).is_some()).collect(),
                cells: (0..staff.len()).map(cell).collect(),
            }
        };
        ReleasedTable::new(periods, self.units.iter().map(unit).collect())
    }

    /// Every unit that was asked, with its name.
    pub fn units(&self) -> impl Iterator<Item = (Uuid, &str)> {
        self.units.iter().map(|(id, (name, _))| (*id, name.as_str()))
    }

    /// What a survey shows of a unit.
    pub fn staff(&self, unit: Uuid, at: usize) -> Option<Staff> {
        self.units.get(&unit).and_then(|(_, row)| row.get(at).copied().flatten())
    }

    /// What it shows of something else that it asked.
    pub fn other(&self, unit: Uuid, at: usize, asked: &'static str) -> Option<Staff> {
        self.others.get(&(unit, at, asked)).copied()
    }

    /// Whether the survey of a stretch shows something else that it asked, of whichever group.
    pub fn shows(&self, at: usize, asked: &str) -> bool {
        self.shown.get(at).is_some_and(|shown| shown.contains(asked))
    }

    /// Whether a unit is a group in a stretch: so many answered that they are shown, or so many work there. A department must
    /// leave a group over as well, when all that is told of its site's departments is taken from the site (L3).
    pub fn is_group(&self, unit: Uuid, at: usize) -> bool {
        self.groups.contains(&(unit, at))
    }

    /// How many work in a unit in the middle of a stretch, as far as is known.
    fn people(&self, unit: Uuid, at: usize) -> usize {
        self.count(unit, at, Measure::Staff).and_then(|count| usize::try_from(count.n).ok()).unwrap_or(0)
    }

    /// Departments in a stretch of which somebody wrote, whether they were asked or not.
    fn written_of(&self) -> impl Iterator<Item = (Uuid, usize)> {
        let is_written = |measure: &Measure| !matches!(measure, Measure::Staff | Measure::Anew);
        let written = self.counts.iter().filter(move |((_, _, measure), count)| is_written(measure) && count.n > 0);
        written.filter_map(|((unit, stretch, _), _)| {
            Some((*unit, self.stretches.iter().position(|known| known == stretch)?))
        })
    }

    /// What was counted of a unit in a stretch.
    pub fn count(&self, unit: Uuid, at: usize, measure: Measure) -> Option<Count> {
        self.counts.get(&(unit, self.stretches[at], measure)).copied()
    }

    fn score(&self, unit: Uuid, at: usize, customers: CustomerMeasure) -> Option<Customers> {
        if !self.is_group(unit, at) {
            return None;
        }
        let count = |measure| self.count(unit, at, measure).unwrap_or_default();
        let (items, score) = match customers {
            CustomerMeasure::Rating => {
                let satisfied = count(Measure::Satisfied);
                (satisfied.n, satisfied.total / f64::from(satisfied.n.max(1)))
            }
            CustomerMeasure::PraiseShare => {
                let (praise, items) = (count(Measure::Praise).n, count(Measure::Praise).n + count(Measure::Concern).n);
                let [praise, all] = [praise, items].map(|n| u32::try_from(n).unwrap_or(0));
                (items, 100.0 * jeffreys(praise, all))
            }
        };
        let items = u32::try_from(items).ok().filter(|items| *items > 0)?;
        Some(Customers { score, items })
    }

    /// How much single answers and single notes differ inside units.
    pub fn inside(&self, customers: CustomerMeasure) -> Inside {
        let cells = || self.units.keys().flat_map(|unit| (0..self.stretches.len()).map(|at| (*unit, at)));
        let score = match customers {
            CustomerMeasure::Rating => {
                let mut inside = Pooled::default();
                for count in cells().filter_map(|(unit, at)| self.count(unit, at, Measure::Satisfied)) {
                    inside.add(u32::try_from(count.n).unwrap_or(0), count.total, count.total_of_squares);
                }
                inside.variance()
            }
            CustomerMeasure::PraiseShare => {
                let sum = |wanted: Measure| -> f64 {
                    cells().filter_map(|(unit, at)| self.count(unit, at, wanted)).map(|count| f64::from(count.n)).sum()
                };
                let (praise, concerns) = (sum(Measure::Praise), sum(Measure::Concern));
                let share = praise / (praise + concerns);
                (praise + concerns > 0.0).then_some(100.0 * 100.0 * share * (1.0 - share))
            }
        };
        Inside { engagement: self.inside, score: score.filter(|score| *score > 0.0) }
    }

    /// How many notes customers wrote, and how many of them say how satisfied somebody was.
    pub fn answered(&self) -> (i64, i64) {
        let sum = |wanted: &[Measure]| {
            let counts = self.counts.iter().filter(|((_, _, measure), _)| wanted.contains(measure));
            counts.map(|(_, count)| i64::from(count.n)).sum()
        };
        (sum(&[Measure::Praise, Measure::Concern]), sum(&[Measure::Satisfied]))
    }
}

/// A site in a stretch: how many work there, and in those of its departments that are groups.
#[derive(Default)]
struct Whole {
    people: usize,
    groups: Vec<(Uuid, usize)>,
    /// Whether somebody wrote of another department: of whom is there for a while, if not in the middle of the stretch.
    has_others: bool,
}

/// The units of which it is told what customers say, stretch by stretch.
fn list_told(conn: &mut Conn, level: UnitLevel, released: &Released) -> QueryResult<BTreeSet<(Uuid, usize)>> {
    let minimum: i32 = pulse_rules::table.select(pulse_rules::group_minimum).first(conn)?;
    let minimum = usize::try_from(minimum).unwrap_or(0);
    let all = (0..released.stretches.len()).flat_map(|at| released.units.keys().map(move |unit| (*unit, at)));
    // Where so many answered that they are shown, so many must have worked.
    let is_group = |unit, at| released.staff(unit, at).is_some() || released.people(unit, at) >= minimum;
    let groups: BTreeSet<(Uuid, usize)> = all.filter(|(unit, at)| is_group(*unit, *at)).collect();
    if level == UnitLevel::Site {
        return Ok(groups);
    }
    let sites: Vec<(DepartmentId, SiteId)> =
        department::table.select((department::id, department::site_id)).load(conn)?;
    let sites: HashMap<Uuid, SiteId> = sites.into_iter().map(|(id, site)| (id.0, site)).collect();
    let mut wholes: BTreeMap<(Uuid, usize), Whole> = BTreeMap::new();
    for ((unit, stretch, measure), count) in count_store::list_counts_of(conn, UnitLevel::Site)? {
        let at = released.stretches.iter().position(|known| *known == stretch);
        if let Some(at) = at.filter(|_| measure == Measure::Staff) {
            wholes.entry((unit, at)).or_default().people = usize::try_from(count.n).unwrap_or(0);
        }
    }
    for (unit, at) in &groups {
        let Some(site) = sites.get(unit) else { continue };
        wholes.entry((site.0, *at)).or_default().groups.push((*unit, released.people(*unit, *at)));
    }
    for (unit, at) in released.written_of().filter(|one| !groups.contains(one)) {
        let Some(site) = sites.get(&unit) else { continue };
        wholes.entry((site.0, at)).or_default().has_others = true;
    }
    let told = |((_, at), whole): ((Uuid, usize), Whole)| {
        let known: usize = whole.groups.iter().map(|(_, people)| people).sum();
        let people = whole.people.max(known + usize::from(whole.has_others));
        leaving_a_group(people, whole.groups, minimum).into_iter().map(move |unit| (unit, at))
    };
    Ok(wholes.into_iter().flat_map(told).collect())
}

/// What units are called today.
fn list_names(conn: &mut Conn, level: UnitLevel) -> QueryResult<HashMap<Uuid, String>> {
    if level == UnitLevel::Site {
        let rows: Vec<(SiteId, String)> = site::table.select((site::id, site::name)).load(conn)?;
        return Ok(rows.into_iter().map(|(id, name)| (id.0, name)).collect());
    }
    let rows: Vec<(DepartmentId, String, String)> =
        department::table.inner_join(site::table).select((department::id, department::name, site::name)).load(conn)?;
    Ok(rows.into_iter().map(|(id, name, site)| (id.0, format!("{name}, {site}"))).collect())
}

/// The variance inside units, of many units.
#[derive(Clone, Copy, Default)]
struct Pooled {
    squares: f64,
    freedom: f64,
}

impl Pooled {
    fn add(&mut self, n: u32, total: f64, total_of_squares: f64) {
        let n = f64::from(n);
        if n > 0.0 {
            self.squares += total_of_squares - total * total / n;
            self.freedom += n - 1.0;
        }
    }

    fn variance(self) -> Option<f64> {
        (self.freedom > 0.0).then(|| self.squares / self.freedom).filter(|variance| *variance > 0.0)
    }
}

/// A group of a survey that is a unit.
struct UnitGroup {
    id: GroupId,
    unit: Uuid,
    /// 1 are the groups right below the whole.
    depth: i32,
    /// A site that others are part of is no unit: the same people would count twice. It stays in the table without a cell, as
    /// somebody works there.
    has_sites: bool,
}

type GroupRow = (GroupId, Option<GroupId>, String, Option<SiteId>, Option<DepartmentId>);

fn list_groups(
    conn: &mut Conn,
    survey: PulseId,
    level: UnitLevel,
    with_sites: &[Option<SiteId>],
) -> QueryResult<Vec<UnitGroup>> {
    let groups: Vec<GroupRow> = pulse_group::table
        .filter(pulse_group::pulse_id.eq(survey))
        .select((
            pulse_group::id,
            pulse_group::parent_id,
            pulse_group::kind,
            pulse_group::site_id,
            pulse_group::department_id,
        ))
        .load(conn)?;
    let parents: HashMap<GroupId, Option<GroupId>> = groups.iter().map(|(id, parent, ..)| (*id, *parent)).collect();
    let depth = |id: GroupId| {
        let mut above = parents.get(&id).copied().flatten();
        let mut depth = 0;
        while let Some(parent) = above.filter(|_| depth < i32::from(u8::MAX)) {
            depth += 1;
            above = parents.get(&parent).copied().flatten();
        }
        depth
    };
    let unit = |(id, _, kind, site, department): &GroupRow| {
        let unit = match (level, kind.as_str()) {
            (UnitLevel::Site, "site") => site.map(|site| site.0),
            (UnitLevel::Department, "department") => department.map(|department| department.0),
            _ => None,
        };
        let has_sites = level == UnitLevel::Site && with_sites.contains(site);
        Some(UnitGroup { id: *id, unit: unit?, depth: depth(*id), has_sites })
    };
    Ok(groups.iter().filter_map(unit).collect())
}

/// Whether units hardly differ in a survey, on the level on which most of them lie.
fn hardly_differ(conn: &mut Conn, survey: PulseId, groups: &[UnitGroup]) -> QueryResult<bool> {
    let on = |depth: i32| groups.iter().filter(|group| group.depth == depth).count();
    let Some(depth) = groups.iter().map(|group| group.depth).max_by_key(|depth| (on(*depth), *depth)) else {
        return Ok(false);
    };
    let found = pulse_level::table.find((survey, ENGAGEMENT, depth)).select(pulse_level::hardly_differ).first(conn);
    Ok(found.optional()?.unwrap_or(false))
}
