//! Units around the middle of all: engaged or not, praised or not, and mostly not clearly one or the other.

use serde::Serialize;

use super::scatter::LEAST_DOTS;
use super::{Axis, Plot, Stroke, Tick};
use crate::insights::picture::{Picture, Place};
use crate::insights::statistics::Z95;
use crate::insights::statistics::steadied::Unit;

const PLOT: Plot = Plot { width: 480.0, height: 400.0, left: 44.0, right: 456.0, top: 26.0, bottom: 356.0 };

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quadrants {
    plot: Plot,
    across: Vec<Tick>,
    up: Vec<Tick>,
    across_digits: usize,
    up_digits: usize,
    middle_across: f64,
    middle_up: f64,
    places: Vec<PlaceView>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct PlaceView {
    name: String,
    x: f64,
    y: f64,
    across: Stroke,
    up: Stroke,
    /// `both`, `staff`, `customers`, `neither`, or `unclear` if a bar reaches over a line.
    side: &'static str,
    engagement: f64,
    engagement_half: f64,
    score: f64,
    score_half: f64,
}

/// None if nothing is known of how much units swing, or if they are too few for a picture.
pub fn quadrants(picture: &Picture) -> Option<Quadrants> {
    let places = &picture.places;
    let ends = |number: fn(&Place) -> &Unit| {
        places.iter().map(number).flat_map(|unit| [unit.score - half(unit), unit.score + half(unit)])
    };
    let across = Axis::holding(ends(|place| &place.engagement), 5, (PLOT.left, PLOT.right));
    let up = Axis::holding(ends(|place| &place.score), 5, (PLOT.bottom, PLOT.top));
    let view = |place: &Place| {
        let (engagement, score) = (&place.engagement, &place.score);
        let (x, y) = (across.at(engagement.score), up.at(score.score));
        let (wide, high) = (half(engagement), half(score));
        PlaceView {
            name: place.name.clone(),
            x,
            y,
            across: Stroke {
                x1: across.at(engagement.score - wide),
                y1: y,
                x2: across.at(engagement.score + wide),
                y2: y,
            },
            up: Stroke { x1: x, y1: up.at(score.score - high), x2: x, y2: up.at(score.score + high) },
            side: side(engagement, score, picture.middle),
            engagement: engagement.score,
            engagement_half: wide,
            score: score.score,
            score_half: high,
        }
    };
    (places.len() >= LEAST_DOTS).then(|| Quadrants {
        plot: PLOT,
        across: across.ticks(),
        up: up.ticks(),
        across_digits: across.digits(),
        up_digits: up.digits(),
        middle_across: across.at(picture.middle.0),
        middle_up: up.at(picture.middle.1),
        places: places.iter().map(view).collect(),
    })
}

/// Half the length of a bar.
fn half(unit: &Unit) -> f64 {
    Z95 * unit.error
}

fn side(engagement: &Unit, score: &Unit, (across, up): (f64, f64)) -> &'static str {
    let above = |unit: &Unit, middle: f64| {
        let is_clear = (unit.score - middle).abs() > half(unit);
        is_clear.then_some(unit.score > middle)
    };
    match (above(engagement, across), above(score, up)) {
        (Some(true), Some(true)) => "both",
        (Some(true), Some(false)) => "staff",
        (Some(false), Some(true)) => "customers",
        (Some(false), Some(false)) => "neither",
        _ => "unclear",
    }
}
