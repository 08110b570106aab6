mod pairs;
mod panels;
mod shares;
mod units;

use serde_json::Value;

use super::panel::Grid;
use crate::oracles_tests::{Case, numbers};

fn pair(case: &Case) -> (Vec<f64>, Vec<f64>) {
    (numbers(&case.input["x"]), numbers(&case.input["y"]))
}

/// A list of rows in which null is a gap.
fn grid(rows: &Value) -> Grid {
    let row = |row: &Value| row.as_array().unwrap().iter().map(Value::as_f64).collect();
    rows.as_array().unwrap().iter().map(row).collect()
}

/// A long list of cells with the names of their rows and columns, as two grids.
fn grids(case: &Case, rows: &str, columns: Option<&str>) -> (Grid, Grid) {
    let names = |list: &Value| list.as_array().unwrap().iter().map(Value::to_string).collect::<Vec<String>>();
    let rows = names(&case.input[rows]);
    // Without columns each cell of a row has one of its own.
    let columns = columns.map(|columns| names(&case.input[columns]));
    let columns = columns.unwrap_or_else(|| (0..rows.len()).map(|at| at.to_string()).collect());
    let distinct = |names: &[String]| {
        let mut distinct = names.to_vec();
        distinct.sort();
        distinct.dedup();
        distinct
    };
    let (row_names, column_names) = (distinct(&rows), distinct(&columns));
    let fill = |values: Vec<f64>| {
        let mut grid: Grid = vec![vec![None; column_names.len()]; row_names.len()];
        for ((row, column), value) in rows.iter().zip(&columns).zip(values) {
            let at = |names: &[String], name: &String| names.binary_search(name).unwrap();
            grid[at(&row_names, row)][at(&column_names, column)] = Some(value);
        }
        grid
    };
    let (x, y) = pair(case);
    (fill(x), fill(y))
}

#[track_caller]
fn holds_interval(case: &Case, name: &str, found: Option<(f64, f64)>) {
    match &case.expected[name] {
        Value::Null => assert_eq!(found, None, "{}", case.name),
        expected => {
            let found = found.unwrap();
            case.holds_value(name, &expected[0], Some(found.0));
            case.holds_value(name, &expected[1], Some(found.1));
        }
    }
}

#[track_caller]
fn holds_list(case: &Case, name: &str, found: &[f64]) {
    let expected = case.expected[name].as_array().unwrap_or_else(|| panic!("{}: no list {name}", case.name));
    assert_eq!(expected.len(), found.len(), "{}: {name}", case.name);
    expected.iter().zip(found).for_each(|(expected, found)| case.holds_value(name, expected, Some(*found)));
}
