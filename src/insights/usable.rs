//! Which units and cells are good enough to be compared, and why the others are not.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::statistics::panel::Grid;
use super::table::{Cell, Period, ReleasedTable, Unit};

/// How far back a report looks: the same for all its parts.
const MOST_PERIODS: usize = 24;
/// Of fewer who answered, in percent, those who did not could be quite different.
const LEAST_RESPONSE: u8 = 30;
const LEAST_ITEMS_OF_A_CELL: u32 = 5;
const LEAST_ITEMS: u64 = 20;
const LEAST_ANSWERS: u64 = 10;

/// Why a unit is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    TooFewAnswers,
    TooLittleFeedback,
    LowResponse,
    /// So many of its people changed that no part of its time is long enough.
    Reorganised,
}

impl Reason {
    pub const ALL: [Reason; 4] =
        [Reason::TooFewAnswers, Reason::TooLittleFeedback, Reason::LowResponse, Reason::Reorganised];
}

/// A cell that counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usable {
    pub index: f64,
    pub answers: u32,
    pub score: f64,
    pub items: u32,
}

/// The units that are compared, over the window.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel<'t> {
    pub periods: &'t [Period],
    /// A row for each unit, or for each part of its time if it began anew.
    pub rows: Vec<Vec<Option<Usable>>>,
    /// The unit of each row.
    pub units: Vec<&'t Unit>,
    pub left_out: Vec<(Reason, usize)>,
    /// How much of the staff works in units that are left out.
    pub staff_left_out: f64,
}

/// What of a table is compared.
pub fn panel(table: &ReleasedTable) -> Panel<'_> {
    let first = table.periods().len().saturating_sub(MOST_PERIODS);
    let (mut rows, mut units) = (Vec::new(), Vec::new());
    let mut left_out: Vec<(Reason, u32)> = Vec::new();
    for unit in table.units() {
        let parts = parts(unit, first);
        let looked_at: Vec<Result<_, Reason>> = parts.iter().map(|part| usable(part)).collect();
        let is_split = parts.len() > 1;
        let why = looked_at.iter().find_map(|part| part.as_ref().err().copied());
        if let Some(why) = why.filter(|_| looked_at.iter().all(Result::is_err)) {
            left_out.push((if is_split { Reason::Reorganised } else { why }, unit.staff));
        }
        for row in looked_at.into_iter().flatten() {
            rows.push(row);
            units.push(unit);
        }
    }
    let all: u64 = table.units().iter().map(|unit| u64::from(unit.staff)).sum();
    let out: u64 = left_out.iter().map(|(_, staff)| u64::from(*staff)).sum();
    let counted = Reason::ALL.map(|reason| (reason, left_out.iter().filter(|(why, _)| *why == reason).count()));
    Panel {
        periods: &table.periods()[first..],
        rows,
        units,
        left_out: counted.into_iter().filter(|(_, count)| *count > 0).collect(),
        staff_left_out: out as f64 / all.max(1) as f64,
    }
}

/// The cells of the window, in as many rows as the unit had beginnings: each has gaps where another has its cells.
fn parts(unit: &Unit, first: usize) -> Vec<Vec<Cell>> {
    let periods = unit.cells.len();
    let mut bounds = vec![first];
    bounds.extend(unit.began_anew.iter().copied().filter(|at| (first + 1..periods).contains(at)));
    bounds.push(periods);
    let part = |bounds: &[usize]| {
        let cell = |at: usize| if (bounds[0]..bounds[1]).contains(&at) { unit.cells[at] } else { Cell::default() };
        (first..periods).map(cell).collect()
    };
    bounds.windows(2).map(part).collect()
}

/// The cells that count, or why there are not enough of them.
fn usable(cells: &[Cell]) -> Result<Vec<Option<Usable>>, Reason> {
    let answers = |is_counted: &dyn Fn(&Cell) -> bool| -> u64 {
        let counted = cells.iter().filter(|cell| is_counted(cell));
        counted.filter_map(|cell| Some(u64::from(cell.staff?.answers))).sum()
    };
    let has_response =
        |cell: &Cell| cell.staff.is_some_and(|staff| staff.response.is_none_or(|response| response >= LEAST_RESPONSE));
    let has_feedback = |cell: &Cell| cell.customers.is_some_and(|customers| customers.items >= LEAST_ITEMS_OF_A_CELL);
    if answers(&|_| true) < LEAST_ANSWERS {
        return Err(Reason::TooFewAnswers);
    }
    if answers(&has_response) < LEAST_ANSWERS {
        return Err(Reason::LowResponse);
    }
    let cell = |cell: &Cell| {
        let (staff, customers) = (cell.staff?, cell.customers?);
        let numbers = (staff.index, staff.answers, customers.score, customers.items);
        let (index, answers, score, items) = numbers;
        (has_response(cell) && has_feedback(cell)).then_some(Usable { index, answers, score, items })
    };
    let row: Vec<Option<Usable>> = cells.iter().map(cell).collect();
    let items: u64 = row.iter().flatten().map(|cell| u64::from(cell.items)).sum();
    let is_enough = items >= LEAST_ITEMS && answers(&|cell| has_response(cell) && has_feedback(cell)) >= LEAST_ANSWERS;
    is_enough.then_some(row).ok_or(Reason::TooLittleFeedback)
}

impl Panel<'_> {
    /// How many units have a row with so many cells: parts of one unit are one.
    pub fn distinct(&self, least: usize) -> usize {
        let rows = self.units.iter().zip(&self.rows).filter(|(_, row)| row.iter().flatten().count() >= least);
        rows.map(|(unit, _)| unit.id).collect::<BTreeSet<_>>().len()
    }

    pub fn grid(&self, number: impl Fn(&Usable) -> f64) -> Grid {
        grid(&self.rows, number)
    }

    /// Without rows that have fewer cells than this, and then without periods in which nobody has one.
    pub fn with_cells(&self, least: usize) -> Vec<Vec<Option<Usable>>> {
        let mut rows = self.rows.clone();
        rows.retain(|row| row.iter().flatten().count() >= least);
        let is_live: Vec<bool> =
            (0..self.periods.len()).map(|period| rows.iter().any(|row| row[period].is_some())).collect();
        for row in &mut rows {
            let mut period = 0..;
            row.retain(|_| period.next().is_some_and(|period: usize| is_live[period]));
        }
        rows
    }
}

pub fn grid(rows: &[Vec<Option<Usable>>], number: impl Fn(&Usable) -> f64) -> Grid {
    rows.iter().map(|row| row.iter().map(|cell| cell.as_ref().map(&number)).collect()).collect()
}
