//! The released results in the database: written once, when a survey ends, and only read from then on.

use std::collections::HashMap;

use diesel::prelude::*;

use super::group::Group;
use super::instrument::Measures;
use super::quality::{Level, Quality};
use super::release::{Cell, ItemCell, ScaleCell, Snapshot};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::many::insert_many;
use crate::db::schema::{pulse_cell, pulse_figure, pulse_level, pulse_promise, pulse_quality};
use crate::ids::{GroupId, PersonId, PulseId};

/// One figure of one group as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// How many answers it is made of.
    pub answers: i32,
    /// From 5 ("5 or less") to 95 ("95 or more").
    pub shown: i32,
    /// Per choice in percent, from the lowest; none: too few answers, or nearly all alike.
    pub shares: Option<Vec<u8>>,
}

/// What is shown of one group. A group without is hidden, and nobody knows why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// How many answered.
    pub answers: i32,
    /// At least so many percent of those who were asked; none: too few were asked.
    pub response: Option<i32>,
    /// By the name of a scale, or `q` and the place of a question.
    pub figures: HashMap<String, Figure>,
}

/// How far the figures of a scale can be trusted.
#[derive(Clone, Debug, PartialEq)]
pub struct Trust {
    /// The scale's name.
    pub scale: String,
    /// Cronbach's alpha.
    pub alpha: Option<f64>,
    /// How much groups differ, level by level.
    pub levels: Vec<Level>,
}

/// The one thing that a site will do.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = pulse_promise, treat_none_as_default_value = false)]
pub struct Promise {
    /// After which survey.
    pub pulse_id: PulseId,
    /// The site, as the survey's tree has it.
    pub group_id: GroupId,
    /// By when it is to be named.
    pub due_on: Day,
    /// What will be done; none: not named yet.
    pub words: Option<String>,
    /// Who named it.
    pub person_id: Option<PersonId>,
    /// When.
    pub said_on: Option<Day>,
    /// Grows with each change.
    pub version: i32,
}

/// What is shown of a group, but for its figures.
#[derive(Insertable)]
#[diesel(table_name = pulse_cell, treat_none_as_default_value = false)]
struct CellRow {
    pulse_id: PulseId,
    group_id: GroupId,
    answers: i32,
    response: Option<i32>,
}

/// A figure, with the sums it was reckoned from if it is one of a scale.
#[derive(Insertable)]
#[diesel(table_name = pulse_figure, treat_none_as_default_value = false)]
struct FigureRow<'a> {
    pulse_id: PulseId,
    group_id: GroupId,
    measure: &'a str,
    answers: i32,
    shown: i32,
    total: Option<f64>,
    total_of_squares: Option<f64>,
    shares: Option<String>,
}

/// Stores a snapshot. `groups` are those of its tree, in the same order.
pub fn insert(
    conn: &mut Conn,
    id: PulseId,
    groups: &[Group],
    measures: &Measures,
    snapshot: &Snapshot,
) -> QueryResult<()> {
    let shown: Vec<(GroupId, &Cell)> =
        groups.iter().zip(&snapshot.cells).filter_map(|(group, cell)| Some((group.id, cell.as_ref()?))).collect();
    let row = |(group_id, cell): &(GroupId, &Cell)| {
        let (answers, response) = (number(cell.n), cell.response.map(i32::from));
        CellRow { pulse_id: id, group_id: *group_id, answers, response }
    };
    let cells: Vec<CellRow> = shown.iter().map(row).collect();
    let figures: Vec<FigureRow> = shown.iter().flat_map(|(group, cell)| figures(id, *group, measures, cell)).collect();
    insert_many!(conn, pulse_cell::table, cells)?;
    insert_many!(conn, pulse_figure::table, figures)?;
    insert_quality(conn, id, measures, &snapshot.quality)
}

fn figures<'a>(pulse_id: PulseId, group_id: GroupId, measures: &'a Measures, cell: &Cell) -> Vec<FigureRow<'a>> {
    let scale = |(measure, scale): (&'a String, &ScaleCell)| FigureRow {
        pulse_id,
        group_id,
        measure,
        answers: number(scale.n),
        shown: i32::from(scale.index),
        total: Some(scale.sum),
        total_of_squares: Some(scale.sum_of_squares),
        shares: None,
    };
    let item = |(measure, item): (&'a String, &Option<ItemCell>)| {
        let item = item.as_ref()?;
        let shares = item.distribution.as_ref();
        Some(FigureRow {
            pulse_id,
            group_id,
            measure,
            answers: number(item.n),
            shown: i32::from(item.index),
            total: None,
            total_of_squares: None,
            shares: shares.map(|shares| shares.iter().map(u8::to_string).collect::<Vec<_>>().join(",")),
        })
    };
    let scales = measures.scales.iter().zip(&cell.scales).map(scale);
    scales.chain(measures.items.iter().zip(&cell.items).filter_map(item)).collect()
}

fn insert_quality(conn: &mut Conn, id: PulseId, measures: &Measures, quality: &Quality) -> QueryResult<()> {
    for (scale, found) in measures.scales.iter().zip(&quality.scales) {
        let row =
            (pulse_quality::pulse_id.eq(id), pulse_quality::scale.eq(scale), pulse_quality::alpha.eq(found.alpha));
        diesel::insert_into(pulse_quality::table).values(row).execute(conn)?;
        for level in &found.levels {
            let row = (
                pulse_level::pulse_id.eq(id),
                pulse_level::scale.eq(scale),
                pulse_level::depth.eq(size(level.depth)),
                pulse_level::groups.eq(size(level.groups)),
                pulse_level::icc1.eq(level.icc1),
                pulse_level::icc2.eq(level.icc2),
                pulse_level::f.eq(level.f),
                pulse_level::p.eq(level.p),
                pulse_level::within.eq(level.within),
                pulse_level::hardly_differ.eq(level.hardly_differ),
            );
            diesel::insert_into(pulse_level::table).values(row).execute(conn)?;
        }
    }
    Ok(())
}

fn number(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn size(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// What is shown of a survey, group by group.
pub fn list_shown(conn: &mut Conn, id: PulseId) -> QueryResult<HashMap<GroupId, Shown>> {
    let cells: Vec<(GroupId, i32, Option<i32>)> = pulse_cell::table
        .filter(pulse_cell::pulse_id.eq(id))
        .select((pulse_cell::group_id, pulse_cell::answers, pulse_cell::response))
        .load(conn)?;
    let shown = |(group, answers, response)| (group, Shown { answers, response, figures: HashMap::new() });
    let mut shown: HashMap<GroupId, Shown> = cells.into_iter().map(shown).collect();
    let figures: Vec<(GroupId, String, i32, i32, Option<String>)> = pulse_figure::table
        .filter(pulse_figure::pulse_id.eq(id))
        .select((
            pulse_figure::group_id,
            pulse_figure::measure,
            pulse_figure::answers,
            pulse_figure::shown,
            pulse_figure::shares,
        ))
        .load(conn)?;
    for (group, measure, answers, index, shares) in figures {
        let shares = shares.map(|shares| shares.split(',').filter_map(|share| share.parse().ok()).collect());
        if let Some(cell) = shown.get_mut(&group) {
            cell.figures.insert(measure, Figure { answers, shown: index, shares });
        }
    }
    Ok(shown)
}

/// The names of all that there are figures of in a survey.
pub fn list_measures(conn: &mut Conn, id: PulseId) -> QueryResult<Vec<String>> {
    let of = pulse_figure::table.filter(pulse_figure::pulse_id.eq(id));
    of.select(pulse_figure::measure).distinct().order(pulse_figure::measure.asc()).load(conn)
}

/// How far the figures of a survey can be trusted.
pub fn list_trust(conn: &mut Conn, id: PulseId) -> QueryResult<Vec<Trust>> {
    let scales: Vec<(String, Option<f64>)> = pulse_quality::table
        .filter(pulse_quality::pulse_id.eq(id))
        .order(pulse_quality::scale.asc())
        .select((pulse_quality::scale, pulse_quality::alpha))
        .load(conn)?;
    let mut found = Vec::with_capacity(scales.len());
    for (scale, alpha) in scales {
        let levels = list_levels(conn, id, &scale)?;
        found.push(Trust { scale, alpha, levels });
    }
    Ok(found)
}

/// A level as its row has it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = pulse_level)]
struct LevelRow {
    depth: i32,
    groups: i32,
    icc1: f64,
    icc2: f64,
    f: f64,
    p: f64,
    within: f64,
    hardly_differ: bool,
}

impl From<LevelRow> for Level {
    fn from(row: LevelRow) -> Level {
        let LevelRow { icc1, icc2, f, p, within, hardly_differ, .. } = row;
        let (depth, groups) = (usize::try_from(row.depth), usize::try_from(row.groups));
        Level {
            depth: depth.unwrap_or_default(),
            groups: groups.unwrap_or_default(),
            icc1,
            icc2,
            f,
            p,
            within,
            hardly_differ,
        }
    }
}

fn list_levels(conn: &mut Conn, id: PulseId, scale: &str) -> QueryResult<Vec<Level>> {
    let rows: Vec<LevelRow> = pulse_level::table
        .filter(pulse_level::pulse_id.eq(id).and(pulse_level::scale.eq(scale)))
        .order(pulse_level::depth.asc())
        .select(LevelRow::as_select())
        .load(conn)?;
    Ok(rows.into_iter().map(Level::from).collect())
}

/// Asks a site for the one thing it will do.
pub fn insert_promise(conn: &mut Conn, new: &Promise) -> QueryResult<()> {
    diesel::insert_into(pulse_promise::table).values(new).execute(conn).map(drop)
}

/// What the sites will do after a survey, or have not named yet.
pub fn list_promises(conn: &mut Conn, id: PulseId) -> QueryResult<Vec<Promise>> {
    pulse_promise::table.filter(pulse_promise::pulse_id.eq(id)).select(Promise::as_select()).load(conn)
}

/// Stores what a site will do; false if somebody was faster.
pub fn update_promise(conn: &mut Conn, named: &Promise) -> QueryResult<bool> {
    let same = pulse_promise::table
        .filter(pulse_promise::pulse_id.eq(named.pulse_id))
        .filter(pulse_promise::group_id.eq(named.group_id))
        .filter(pulse_promise::version.eq(named.version));
    diesel::update(same)
        .set((
            pulse_promise::words.eq(&named.words),
            pulse_promise::person_id.eq(named.person_id),
            pulse_promise::said_on.eq(named.said_on),
            pulse_promise::version.eq(named.version + 1),
        ))
        .execute(conn)
        .map(|rows| rows == 1)
}
