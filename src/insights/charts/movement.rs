//! Small multiples: how each unit moved around its own mean, staff and customers.

use serde::Serialize;

use super::{Axis, Plot, Tick, path};
use crate::insights::picture::{Movement, Picture};

const PLOT: Plot = Plot { width: 240.0, height: 120.0, left: 34.0, right: 232.0, top: 8.0, bottom: 104.0 };
/// Panels on a page.
pub const PAGE: usize = 24;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Movements {
    plot: Plot,
    /// The same for all panels, so that they can be compared.
    up: Vec<Tick>,
    nought: f64,
    digits: usize,
    periods: Vec<String>,
    panels: Vec<Panel>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Panel {
    name: String,
    engagement: Trace,
    score: Trace,
    /// The same in figures.
    rows: Vec<Row>,
}

/// A line with gaps.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Trace {
    path: String,
    /// Cells with a gap on both sides, which no line shows.
    alone: Vec<Spot>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct Spot {
    x: f64,
    y: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Row {
    period: String,
    engagement: Option<f64>,
    score: Option<f64>,
}

/// The panels of a page, counted from 0; none if there are none.
pub fn movements(picture: &Picture, periods: &[String], page: usize) -> Option<Movements> {
    let all = || picture.movements.iter().flat_map(|unit| unit.engagement.iter().chain(&unit.score)).flatten().copied();
    let up = Axis::around_nought(all(), 4, (PLOT.bottom, PLOT.top));
    let shown: Vec<&Movement> = picture.movements.iter().skip(page * PAGE).take(PAGE).collect();
    let panel = |unit: &&Movement| Panel {
        name: unit.name.clone(),
        engagement: trace(&unit.engagement, &up),
        score: trace(&unit.score, &up),
        rows: rows(unit, periods),
    };
    (!shown.is_empty()).then(|| Movements {
        plot: PLOT,
        up: up.ticks(),
        nought: up.at(0.0),
        digits: up.digits(),
        periods: periods.to_vec(),
        panels: shown.iter().map(panel).collect(),
    })
}

fn trace(values: &[Option<f64>], up: &Axis) -> Trace {
    let step = (PLOT.right - PLOT.left) / (values.len().saturating_sub(1)).max(1) as f64;
    let spot = |at: usize, value: f64| (PLOT.left + step * at as f64, up.at(value));
    let (mut drawn, mut alone) = (String::new(), Vec::new());
    let known: Vec<(usize, f64)> = values.iter().enumerate().filter_map(|(at, value)| Some((at, (*value)?))).collect();
    for run in known.chunk_by(|one, next| one.0 + 1 == next.0) {
        match run {
            [(at, value)] => {
                let (x, y) = spot(*at, *value);
                alone.push(Spot { x: super::tenth(x), y });
            }
            run => drawn += &path(run.iter().map(|(at, value)| spot(*at, *value))),
        }
    }
    Trace { path: drawn, alone }
}

fn rows(unit: &Movement, periods: &[String]) -> Vec<Row> {
    let both = unit.engagement.iter().zip(&unit.score);
    let row = |(period, (engagement, score)): (&String, (&Option<f64>, &Option<f64>))| Row {
        period: period.clone(),
        engagement: *engagement,
        score: *score,
    };
    periods.iter().zip(both).map(row).collect()
}
