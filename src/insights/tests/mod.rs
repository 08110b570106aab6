//! The report, held to a reference of this project's own and to what is known of made-up houses.

mod count;
mod gates;
mod known_truth;
mod others;
mod record;
mod remainder;
mod say;

use serde_json::Value;
use uuid::Uuid;

use super::record::Record;
use super::report::{Settings, report};
use super::table::{self, Cell, Customers, Period, ReleasedTable, Staff, Unit};
use known_truth::Numbers;

/// A table of these numbers, a row a unit.
fn table_of(cells: &[Vec<Option<Numbers>>]) -> ReleasedTable {
    known_truth::table_of(cells)
}

fn settings(draws: usize) -> Settings {
    Settings { draws, ..Settings::new(table::UnitLevel::Team, table::CustomerMeasure::Rating) }
}

fn reported(table: &ReleasedTable, draws: usize) -> Record {
    report(table, settings(draws)).unwrap()
}

fn json(table: &ReleasedTable, draws: usize) -> String {
    serde_json::to_string(&reported(table, draws)).unwrap()
}

/// The table of a fixture. Where it says nothing of how many answered, they were many.
fn table_in(input: &Value) -> ReleasedTable {
    const MANY: u32 = 100;
    let number = |name: &str, unit: usize, period: usize| input[name][unit][period].as_f64();
    let count = |name: &str, unit: usize, period: usize| number(name, unit, period).map_or(MANY, |count| count as u32);
    let rows = input["x"].as_array().unwrap();
    let cell = |unit: usize, period: usize| {
        Some(Numbers {
            engagement: number("x", unit, period)?,
            answers: count("n_x", unit, period),
            score: number("y", unit, period)?,
            items: count("n_y", unit, period),
        })
    };
    let row = |(unit, row): (usize, &Value)| {
        (0..row.as_array().unwrap().len()).map(|period| cell(unit, period)).collect::<Vec<_>>()
    };
    table_of(&rows.iter().enumerate().map(row).collect::<Vec<_>>())
}
