//! Charts as coordinates: a template draws them as SVG, a table beside each says the same in figures. One scale for all of
//! them; colours, fonts and thickness are the style sheet's.

pub mod movement;
pub mod order;
pub mod quadrants;
mod scale;
pub mod scatter;
pub mod weeks;

use serde::Serialize;

pub use scale::Axis;

/// A line of the grid with the number beside it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Tick {
    /// Where it lies.
    pub at: f64,
    /// What stands there.
    pub value: f64,
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Stroke {
    pub x1: f64,
    pub y1: f64,
    pub x2: f64,
    pub y2: f64,
}

/// The part of a drawing that data lie in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Plot {
    pub width: f64,
    pub height: f64,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

/// To a tenth: a screen shows no more, and the page stays small.
fn tenth(value: f64) -> f64 {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// A path through points, as SVG writes it.
fn path(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let point = |(index, (x, y)): (usize, (f64, f64))| {
        format!("{}{} {}", if index == 0 { "M" } else { "L" }, tenth(x), tenth(y))
    };
    points.into_iter().enumerate().map(point).collect()
}

#[cfg(test)]
mod tests;
