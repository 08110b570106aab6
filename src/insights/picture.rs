//! What the charts of a report show, in points of the measures. No coordinate, no word.

use super::statistics::line::Line;
use super::statistics::panel::{Grid, unit_means, without_periods};
use super::statistics::steadied::{self, steadied};
use super::table::{ReleasedTable, Unit};
use super::usable::{self, Panel, Usable};

/// A unit: its mean on both sides, as far as it is not common to a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    pub name: String,
    pub engagement: f64,
    pub score: f64,
    pub answers: u32,
    pub items: u32,
    /// In how many periods.
    pub cells: u32,
}

/// How a unit moved around its own mean, period by period; none is hidden or too little.
#[derive(Clone, Debug, PartialEq)]
pub struct Movement {
    pub name: String,
    pub engagement: Vec<Option<f64>>,
    pub score: Vec<Option<f64>>,
}

/// Where a unit lies when small ones are drawn towards the middle.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub name: String,
    pub engagement: steadied::Unit,
    pub score: steadied::Unit,
}

/// All of it, units by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    pub dots: Vec<Dot>,
    /// Through the dots.
    pub line: Option<Line>,
    pub movements: Vec<Movement>,
    pub places: Vec<Place>,
    /// The middle of all units on both sides, steadied.
    pub middle: (f64, f64),
}

/// How much single answers, and single notes, differ inside units, as variances; none if nobody knows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Inside {
    pub engagement: Option<f64>,
    pub score: Option<f64>,
}

/// The picture of a table: the same units and cells as its report.
pub fn picture(table: &ReleasedTable, inside: Inside) -> Picture {
    let panel = usable::panel(table);
    let mut picture = Picture { dots: dots(&panel), movements: movements(&panel), ..Picture::default() };
    picture.dots.sort_by(|one, other| one.name.cmp(&other.name));
    picture.movements.sort_by(|one, other| one.name.cmp(&other.name));
    let side = |number: fn(&Dot) -> f64| -> Vec<f64> { picture.dots.iter().map(number).collect() };
    let (x, y) = (side(|dot| dot.engagement), side(|dot| dot.score));
    picture.line = Line::through(&x, &y);
    // The same people answer each time, so all their answers together tell no more of them than those of one survey.
    let answers = side(|dot| f64::from(dot.answers) / f64::from(dot.cells.max(1)));
    let items = side(|dot| f64::from(dot.items));
    let engagement = inside.engagement.and_then(|inside| steadied(&x, &answers, inside));
    let score = inside.score.and_then(|inside| steadied(&y, &items, inside));
    if let Some((engagement, score)) = engagement.zip(score) {
        picture.middle = (engagement.middle, score.middle);
        let both = engagement.units.into_iter().zip(score.units);
        let place = |(dot, (engagement, score)): (&Dot, _)| Place { name: dot.name.clone(), engagement, score };
        picture.places = picture.dots.iter().zip(both).map(place).collect();
    }
    picture
}

/// The same means that the correlation between units is worked out of, around the mean of everything.
fn dots(panel: &Panel<'_>) -> Vec<Dot> {
    let means = |number: fn(&Usable) -> f64| {
        let grid = panel.grid(number);
        let middle = overall(&grid);
        unit_means(&without_periods(&grid)).into_iter().map(move |mean| mean + middle)
    };
    let sides = means(|cell| cell.index).zip(means(|cell| cell.score));
    let sums = |row: &[Option<Usable>], number: fn(&Usable) -> u32| row.iter().flatten().map(number).sum();
    let rows = panel.units.iter().zip(&panel.rows).zip(sides);
    rows.map(|((unit, row), (engagement, score))| Dot {
        name: name(panel, unit, row),
        engagement,
        score,
        answers: sums(row, |cell| cell.answers),
        items: sums(row, |cell| cell.items),
        cells: row.iter().flatten().map(|_| 1).sum(),
    })
    .collect()
}

/// What a unit is called, or a part of its time: "Seaside, 2026-03".
fn name(panel: &Panel<'_>, unit: &Unit, row: &[Option<Usable>]) -> String {
    let is_split = panel.units.iter().filter(|other| other.id == unit.id).count() > 1;
    let first = row.iter().position(Option::is_some).and_then(|at| panel.periods.get(at));
    match first.filter(|_| is_split) {
        Some(first) => format!("{}, {}", unit.name, first.name),
        None => unit.name.clone(),
    }
}

fn overall(grid: &Grid) -> f64 {
    let known: Vec<f64> = grid.iter().flatten().flatten().copied().collect();
    super::statistics::mean(&known).unwrap_or(0.0)
}

fn movements(panel: &Panel<'_>) -> Vec<Movement> {
    let around = |row: &[Option<Usable>], number: fn(&Usable) -> f64| -> Vec<Option<f64>> {
        let known: Vec<f64> = row.iter().flatten().map(number).collect();
        let middle = super::statistics::mean(&known).unwrap_or(0.0);
        row.iter().map(|cell| cell.as_ref().map(|cell| number(cell) - middle)).collect()
    };
    let movement = |(unit, row): (&&Unit, &Vec<Option<Usable>>)| Movement {
        name: name(panel, unit, row),
        engagement: around(row, |cell| cell.index),
        score: around(row, |cell| cell.score),
    };
    panel.units.iter().zip(&panel.rows).map(movement).collect()
}
