//! Coordinates: nothing lies outside of its drawing, gaps are gaps, and numbers stand where they belong.

use serde_json::Value;
use uuid::Uuid;

use super::{Axis, movement, order, quadrants, scatter};
use crate::insights::picture::{Inside, Picture, picture};
use crate::insights::record::Within;
use crate::insights::table::{Cell, Customers, Period, ReleasedTable, Staff, Unit};

/// Units with these numbers in each period, one line a unit: engagement and score, or a gap.
fn table(units: &[Vec<Option<(f64, f64)>>]) -> ReleasedTable {
    let cell = |numbers: &Option<(f64, f64)>| Cell {
        staff: numbers.map(|(index, _)| Staff { index, answers: 20, response: Some(70) }),
        customers: numbers.map(|(_, score)| Customers { score, items: 40 }),
    };
    let unit = |(at, cells): (usize, &Vec<Option<(f64, f64)>>)| Unit {
        id: Uuid::from_u128(at as u128 + 1),
        name: format!("Hotel {at:02}"),
        staff: 30,
        began_anew: Vec::new(),
        cells: cells.iter().map(cell).collect(),
    };
    let periods = units.first().map_or(0, Vec::len);
    let period = |at: usize| Period { name: format!("2026-{:02}", at + 1), hardly_differ: false };
    ReleasedTable::new((0..periods).map(period).collect(), units.iter().enumerate().map(unit).collect())
}

/// As many units over as many periods, no two alike.
fn houses(units: usize, periods: usize) -> ReleasedTable {
    let number = |unit: usize, period: usize| {
        let wave = ((unit * 7 + period * 3) % 11) as f64;
        let spread = |step: usize| ((unit * step) % 61) as f64 / 3.0;
        Some((45.0 + wave + spread(37), 80.0 - wave / 2.0 + spread(17)))
    };
    table(&(0..units).map(|unit| (0..periods).map(|period| number(unit, period)).collect()).collect::<Vec<_>>())
}

fn picture_of(table: &ReleasedTable) -> Picture {
    picture(table, Inside { engagement: Some(400.0), score: Some(900.0) })
}

/// Every number under one of these names.
fn all(value: &Value, names: &[&str]) -> Vec<f64> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| match value.as_f64() {
                Some(number) if names.contains(&name.as_str()) => vec![number],
                _ => all(value, names),
            })
            .collect(),
        Value::Array(list) => list.iter().flat_map(|value| all(value, names)).collect(),
        _ => Vec::new(),
    }
}

fn lies_inside(drawing: &impl serde::Serialize) {
    let drawing = serde_json::to_value(drawing).unwrap();
    let (width, height) = (drawing["plot"]["width"].as_f64().unwrap(), drawing["plot"]["height"].as_f64().unwrap());
    let (across, up) = (all(&drawing, &["x", "x1", "x2", "cx"]), all(&drawing, &["y", "y1", "y2", "cy"]));
    assert!(!across.is_empty() && !up.is_empty());
    assert!(across.iter().all(|x| (0.0..=width).contains(x)), "{across:?}");
    assert!(up.iter().all(|y| (0.0..=height).contains(y)), "{up:?}");
}

#[test]
fn axes_have_round_numbers_and_hold_everything() {
    let axis = Axis::holding([52.3, 71.9], 5, (0.0, 100.0));
    assert_eq!(axis.ticks().iter().map(|tick| tick.value).collect::<Vec<_>>(), [50.0, 55.0, 60.0, 65.0, 70.0, 75.0]);
    assert_eq!((axis.at(50.0), axis.at(75.0), axis.digits()), (0.0, 100.0, 0));
    let fine = Axis::holding([0.12, 0.31], 4, (10.0, 0.0));
    assert_eq!(fine.ticks().iter().map(|tick| tick.value).collect::<Vec<_>>(), [0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
    assert_eq!((fine.digits(), fine.ticks()[0].at), (2, 10.0));
    for alike in [vec![], vec![7.0], vec![7.0; 9], vec![f64::NAN]] {
        let axis = Axis::holding(alike, 5, (0.0, 100.0));
        assert!(axis.ticks().len() > 1 && (0.0..=100.0).contains(&axis.at(axis.ends().0)));
    }
    assert_eq!(Axis::around_nought([-3.0, 8.0], 4, (0.0, 100.0)).at(0.0), 50.0);
}

#[test]
fn everything_lies_inside_whatever_the_house() {
    for (units, periods) in [(6, 1), (12, 8), (60, 24)] {
        let picture = picture_of(&houses(units, periods));
        let scatter = scatter::scatter(&picture, Some(true)).unwrap();
        lies_inside(&scatter);
        lies_inside(&quadrants::quadrants(&picture).unwrap());
        let names: Vec<String> = (0..periods).map(|at| format!("2026-{at}")).collect();
        let shown = serde_json::to_value(movement::movements(&picture, &names, 0).unwrap()).unwrap();
        assert_eq!(shown["panels"].as_array().unwrap().len(), units.min(movement::PAGE));
    }
}

#[test]
fn a_house_of_three_has_no_dots_and_no_line_is_drawn_before_units_may_be_compared() {
    assert!(scatter::scatter(&picture_of(&houses(3, 8)), Some(true)).is_none());
    let of_eight = serde_json::to_value(scatter::scatter(&picture_of(&houses(8, 8)), None).unwrap()).unwrap();
    assert!(of_eight["line"].is_null());
    assert_eq!(of_eight["dots"].as_array().unwrap().len(), 8);
}

#[test]
fn where_all_are_alike_there_is_a_picture_and_no_line() {
    let alike = table(&vec![vec![Some((60.0, 75.0)); 8]; 12]);
    let picture = picture_of(&alike);
    let scatter = scatter::scatter(&picture, Some(false)).unwrap();
    lies_inside(&scatter);
    assert!(serde_json::to_value(scatter).unwrap()["line"].is_null());
    lies_inside(&quadrants::quadrants(&picture).unwrap());
}

#[test]
fn names_do_not_cover_each_other() {
    let drawing = serde_json::to_value(scatter::scatter(&picture_of(&houses(60, 12)), None).unwrap()).unwrap();
    let boxes: Vec<[f64; 4]> = drawing["dots"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|dot| !dot["label"].is_null())
        .map(|dot| {
            let (x, y) = (dot["label"]["x"].as_f64().unwrap(), dot["label"]["y"].as_f64().unwrap());
            let width = 6.2 * dot["name"].as_str().unwrap().chars().count() as f64;
            let left = x - width
                * [("end", 1.0), ("middle", 0.5), ("start", 0.0)]
                    .iter()
                    .find(|one| dot["label"]["anchor"] == one.0)
                    .unwrap()
                    .1;
            [left, y - 9.0, left + width, y + 1.0]
        })
        .collect();
    assert!(boxes.len() > 5, "{} of 60 have their name beside them", boxes.len());
    for (at, one) in boxes.iter().enumerate() {
        for other in &boxes[at + 1..] {
            assert!(one[0] >= other[2] || other[0] >= one[2] || one[1] >= other[3] || other[1] >= one[3]);
        }
    }
}

#[test]
fn a_missing_period_is_a_gap_and_a_lone_one_a_spot() {
    let known =
        |numbers: &[f64]| numbers.iter().map(|n| (*n > 0.0).then_some((50.0 + n, 70.0 + n))).collect::<Vec<_>>();
    let picture = picture_of(&table(&[known(&[1.0, 2.0, 0.0, 4.0, 0.0, 6.0, 7.0, 8.0])]));
    let names: Vec<String> = (1..=8).map(|at| format!("2026-0{at}")).collect();
    let shown = serde_json::to_value(movement::movements(&picture, &names, 0).unwrap()).unwrap();
    let panel = &shown["panels"][0];
    let path = panel["engagement"]["path"].as_str().unwrap();
    assert_eq!((path.matches('M').count(), path.matches('L').count()), (2, 3), "{path}");
    assert_eq!(panel["engagement"]["alone"].as_array().unwrap().len(), 1);
    assert!(panel["rows"][2]["score"].is_null() && panel["rows"][3]["score"].is_number());
    assert!(movement::movements(&picture, &names, 1).is_none());
}

#[test]
fn bars_stand_on_nought_and_are_filled_only_where_it_is_clear() {
    let within = Within {
        units: 20,
        periods: 12,
        cells: 240,
        lags: vec![-1, 0, 1],
        r: vec![-0.1, 0.2, 0.5],
        p_adjusted: vec![0.6, 0.2, 0.001],
        p_holm: 0.002,
        chance_band: vec![[-0.2, 0.2]; 3],
        slope: None,
    };
    let drawing = order::order(&within).unwrap();
    lies_inside(&drawing);
    let drawing = serde_json::to_value(drawing).unwrap();
    let (nought, bars) = (drawing["nought"].as_f64().unwrap(), drawing["bars"].as_array().unwrap());
    assert_eq!(bars.iter().map(|bar| bar["is_clear"].as_bool().unwrap()).collect::<Vec<_>>(), [false, false, true]);
    assert_eq!(bars[0]["bar"]["y"].as_f64(), Some(nought));
    let up = &bars[2]["bar"];
    assert!((up["y"].as_f64().unwrap() + up["height"].as_f64().unwrap() - nought).abs() < 0.11);
    assert!(order::order(&Within { lags: vec![0], ..within }).is_none());
}

#[test]
fn a_unit_whose_bar_crosses_a_line_is_not_clearly_on_one_side() {
    // Ten alike and two far away on both sides.
    let mut cells = vec![vec![Some((60.0, 75.0)); 8]; 10];
    cells.extend([vec![Some((80.0, 95.0)); 8], vec![Some((40.0, 55.0)); 8]]);
    let places = serde_json::to_value(quadrants::quadrants(&picture_of(&table(&cells))).unwrap()).unwrap();
    let sides: Vec<&str> =
        places["places"].as_array().unwrap().iter().map(|place| place["side"].as_str().unwrap()).collect();
    assert_eq!(sides[..10], ["unclear"; 10]);
    assert_eq!(sides[10..], ["both", "neither"]);
    assert!(quadrants::quadrants(&picture(&table(&cells), Inside::default())).is_none());
}
