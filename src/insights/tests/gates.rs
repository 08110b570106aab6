//! Which units and cells count.

use super::{Cell, Customers, Period, ReleasedTable, Staff, Unit, Uuid, reported};
use crate::insights::record::{Flag, LeftOut};
use crate::insights::usable::{Reason, panel};

const GOOD: (u32, Option<u8>, u32) = (8, Some(70), 12);

fn cell((answers, response, items): (u32, Option<u8>, u32)) -> Cell {
    Cell {
        staff: (answers > 0).then_some(Staff { index: 60.0, answers, response }),
        customers: (items > 0).then_some(Customers { score: 80.0, items }),
    }
}

fn unit(at: u128, cells: Vec<Cell>) -> Unit {
    Unit { id: Uuid::from_u128(at), name: String::new(), staff: 10, began_anew: Vec::new(), cells }
}

fn table(units: Vec<Unit>) -> ReleasedTable {
    let periods = units.iter().map(|unit| unit.cells.len()).max().unwrap();
    let period = |at: usize| Period { name: at.to_string(), hardly_differ: false };
    ReleasedTable::new((0..periods).map(period).collect(), units)
}

/// How many rows and cells count, and why no more.
fn counted(table: &ReleasedTable) -> (usize, usize, Vec<(Reason, usize)>) {
    let panel = panel(table);
    (panel.rows.len(), panel.rows.iter().flatten().flatten().count(), panel.left_out)
}

#[test]
fn a_cell_counts_with_an_index_enough_response_and_enough_feedback() {
    let row = |odd: (u32, Option<u8>, u32)| vec![cell(GOOD), cell(odd), cell(GOOD)];
    for (odd, cells) in [
        (GOOD, 3),
        ((0, None, 12), 2),
        ((8, Some(25), 12), 2),
        ((8, Some(30), 12), 3),
        ((6, None, 12), 3), // too few were asked to show a response
        ((8, Some(70), 4), 2),
        ((8, Some(70), 5), 3),
        ((8, Some(70), 0), 2),
    ] {
        assert_eq!(counted(&table(vec![unit(1, row(odd))])), (1, cells, vec![]), "{odd:?}");
    }
}

#[test]
fn a_unit_counts_with_ten_answers_and_twenty_items_and_else_it_is_said_why() {
    for (cells, why) in [
        (vec![GOOD; 2], None),
        (vec![(5, Some(70), 10); 2], None),
        (vec![(9, Some(70), 30)], Some(Reason::TooFewAnswers)),
        (vec![(0, None, 30); 2], Some(Reason::TooFewAnswers)),
        (vec![(9, Some(25), 30); 2], Some(Reason::LowResponse)),
        (vec![(9, Some(25), 30), (9, Some(70), 30)], Some(Reason::LowResponse)),
        (vec![(9, Some(70), 9), (9, Some(70), 10)], Some(Reason::TooLittleFeedback)),
        (vec![(9, Some(70), 4), (9, Some(70), 40)], Some(Reason::TooLittleFeedback)),
        (vec![(9, Some(70), 0); 2], Some(Reason::TooLittleFeedback)),
    ] {
        let table = table(vec![unit(1, cells.iter().copied().map(cell).collect())]);
        let (rows, _, left_out) = counted(&table);
        assert_eq!((rows, left_out), why.map_or((1, vec![]), |why| (0, vec![(why, 1)])), "{cells:?}");
    }
}

#[test]
fn no_number_of_answers_or_of_feedback_is_too_large_to_be_summed() {
    let most = unit(1, vec![cell((u32::MAX, None, u32::MAX)); 3]);
    let counted_on = |units: Vec<Unit>| counted(&table(units));
    assert_eq!(counted_on(vec![most.clone(), Unit { id: Uuid::from_u128(2), staff: u32::MAX, ..most.clone() }]).0, 2);
    let units = (1..=12).map(|at| Unit { id: Uuid::from_u128(at), staff: u32::MAX, ..most.clone() }).collect();
    assert_eq!(reported(&table(units), 9).units.shown, 12);
}

#[test]
fn a_unit_whose_people_changed_is_another_from_there_on() {
    let anew = |at: u128, began_anew: Vec<usize>| Unit { began_anew, ..unit(at, vec![cell(GOOD); 4]) };
    assert_eq!(counted(&table(vec![anew(1, vec![2])])), (2, 4, vec![]));
    assert_eq!(counted(&table(vec![anew(1, vec![3, 3, 0])])), (1, 3, vec![]), "the last part alone is too short");
    assert_eq!(counted(&table(vec![anew(1, vec![1, 2, 3])])), (0, 0, vec![(Reason::Reorganised, 1)]));
    let two = table(vec![anew(1, vec![2])]);
    let rows = panel(&two).rows;
    let known = |row: &[Option<_>]| row.iter().map(Option::is_some).collect::<Vec<_>>();
    assert_eq!(known(&rows[0]), [true, true, false, false]);
    assert_eq!(known(&rows[1]), [false, false, true, true]);
}

#[test]
fn a_report_looks_back_two_dozen_periods_and_no_further() {
    let mut cells = vec![cell((9, Some(70), 30)); 2];
    cells.extend(vec![Cell::default(); 23]);
    let table = table(vec![unit(1, cells), Unit { began_anew: vec![1], ..unit(2, vec![cell(GOOD); 25]) }]);
    assert_eq!(counted(&table), (1, 24, vec![(Reason::TooFewAnswers, 1)]));
    assert_eq!(reported(&table, 9).periods.first().map(String::as_str), Some("1"));
}

#[test]
fn staff_in_units_left_out_are_told_of_above_a_third() {
    let good = |at: u128| unit(at, vec![cell(GOOD); 2]);
    let hidden = |at: u128, staff: u32| Unit { staff, ..unit(at, vec![Cell::default(); 2]) };
    let with = |staff: u32| reported(&table(vec![good(1), good(2), hidden(3, staff)]), 9);
    let left_out = [LeftOut { reason: Reason::TooFewAnswers, count: 1 }];
    assert_eq!((with(10).units.left_out, with(10).flags), (left_out.to_vec(), vec![]));
    assert_eq!((with(11).units.shown, with(11).flags), (2, vec![Flag::LowCoverage]));
}

#[test]
fn within_looks_at_units_with_four_cells_and_at_periods_that_have_any() {
    let gap = Cell::default();
    let long = |at: u128| unit(at, vec![cell(GOOD), gap, cell(GOOD), cell(GOOD), cell(GOOD)]);
    let short = |at: u128| unit(at, vec![cell(GOOD), cell(GOOD), cell(GOOD), gap, gap]);
    let table = table(vec![long(1), short(2), long(3)]);
    let rows = panel(&table).with_cells(4);
    assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4]);
    assert!(rows.iter().flatten().all(Option::is_some));
}

#[test]
fn parts_of_one_unit_are_no_further_units() {
    let split = |at: u128| Unit { began_anew: vec![3, 6, 9], ..unit(at, vec![cell(GOOD); 12]) };
    let table = table((1..=5).map(split).collect());
    assert_eq!(panel(&table).rows.len(), 20);
    let record = reported(&table, 99);
    assert_eq!((record.units.shown, record.between, record.within), (5, None, None));
}
