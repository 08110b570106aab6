//! Units as dots: engagement across, customers up.

use serde::Serialize;

use super::{Axis, Plot, Stroke, Tick, path, tenth};
use crate::insights::picture::{Dot, Picture};

const PLOT: Plot = Plot { width: 480.0, height: 360.0, left: 44.0, right: 456.0, top: 26.0, bottom: 316.0 };
/// Of fewer dots no shape can be seen: a table says it better.
pub const LEAST_DOTS: usize = 6;
/// Radius of the smallest and the largest dot.
const SMALLEST: f64 = 4.0;
const LARGEST: f64 = 10.0;
/// About how wide a letter of a label is, and how high, where it is largest: on a phone.
const LETTER: f64 = 7.2;
const HEIGHT: f64 = 13.0;
/// Steps along the band.
const STEPS: u32 = 24;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scatter {
    plot: Plot,
    across: Vec<Tick>,
    up: Vec<Tick>,
    across_digits: usize,
    up_digits: usize,
    /// The line through the dots with what it could be, if units may be compared.
    line: Option<Fitted>,
    mean_across: f64,
    mean_up: f64,
    dots: Vec<DotView>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Fitted {
    is_clear: bool,
    band: String,
    line: Stroke,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct DotView {
    name: String,
    x: f64,
    y: f64,
    radius: f64,
    engagement: f64,
    score: f64,
    answers: u32,
    items: u32,
    /// Where its name stands, if there is room.
    label: Option<Label>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Label {
    x: f64,
    y: f64,
    anchor: &'static str,
}

/// None if there are too few dots. `claim`: whether units may be compared and, if so, whether the answer is clear.
pub fn scatter(picture: &Picture, claim: Option<bool>) -> Option<Scatter> {
    let dots = &picture.dots;
    if dots.len() < LEAST_DOTS {
        return None;
    }
    let across = Axis::holding(dots.iter().map(|dot| dot.engagement), 5, (PLOT.left + 10.0, PLOT.right - 10.0));
    let up = Axis::holding(dots.iter().map(|dot| dot.score), 5, (PLOT.bottom, PLOT.top));
    let mean = |number: fn(&Dot) -> f64| dots.iter().map(number).sum::<f64>() / dots.len() as f64;
    Some(Scatter {
        plot: PLOT,
        across: across.ticks(),
        up: up.ticks(),
        across_digits: across.digits(),
        up_digits: up.digits(),
        line: claim.and_then(|is_clear| fitted(picture, &across, &up, is_clear)),
        mean_across: across.at(mean(|dot| dot.engagement)),
        mean_up: up.at(mean(|dot| dot.score)),
        dots: placed(dots, &across, &up),
    })
}

/// As far as the dots reach: nothing is known beyond.
fn fitted(picture: &Picture, across: &Axis, up: &Axis, is_clear: bool) -> Option<Fitted> {
    let line = picture.line?;
    let engagement = || picture.dots.iter().map(|dot| dot.engagement);
    let (low, high) = (engagement().fold(f64::INFINITY, f64::min), engagement().fold(f64::NEG_INFINITY, f64::max));
    let steps = (0..=STEPS).map(|step| low + (high - low) * f64::from(step) / f64::from(STEPS));
    let (bottom, top) = up.ends();
    let point = |x: f64, end: usize| (across.at(x), up.at(line.at(x)[end].clamp(bottom, top)));
    let there = steps.clone().map(|x| point(x, 2));
    let back = steps.rev().map(|x| point(x, 0));
    let ((x1, y1), (x2, y2)) = (point(low, 1), point(high, 1));
    Some(Fitted { is_clear, band: path(there.chain(back)) + "Z", line: Stroke { x1, y1, x2, y2 } })
}

/// A rectangle that something covers: left, top, right, bottom.
type Covered = [f64; 4];

fn placed(dots: &[Dot], across: &Axis, up: &Axis) -> Vec<DotView> {
    let most = dots.iter().map(|dot| dot.answers).max().unwrap_or(1).max(1);
    let view = |dot: &Dot| DotView {
        name: dot.name.clone(),
        x: across.at(dot.engagement),
        y: up.at(dot.score),
        // The area tells how many answered.
        radius: tenth((LARGEST * (f64::from(dot.answers) / f64::from(most)).sqrt()).max(SMALLEST)),
        engagement: dot.engagement,
        score: dot.score,
        answers: dot.answers,
        items: dot.items,
        label: None,
    };
    let mut views: Vec<DotView> = dots.iter().map(view).collect();
    let mut covered: Vec<Covered> = views
        .iter()
        .map(|dot| [dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius])
        .collect();
    for (own, dot) in views.iter_mut().enumerate() {
        let sides = sides(dot);
        let free = |place: &Covered| {
            let is_inside = place[0] >= 0.0 && place[2] <= PLOT.width && place[1] >= 0.0 && place[3] <= PLOT.bottom;
            is_inside && covered.iter().enumerate().all(|(at, other)| at == own || !overlap(place, other))
        };
        if let Some((anchor, x, place)) = sides.into_iter().find(|(_, _, place)| free(place)) {
            // The line that letters stand on lies a little above their lower end.
            dot.label = Some(Label { x: tenth(x), y: tenth(place[3] - 3.0), anchor });
            covered.push(place);
        }
    }
    views
}

/// Where the name of a dot could stand, the best place first: its anchor, where that lies, and what it covers.
fn sides(dot: &DotView) -> [(&'static str, f64, Covered); 4] {
    let (width, away) = (LETTER * dot.name.chars().count() as f64, dot.radius + 3.0);
    let (right, left, above, below) = (dot.x + away, dot.x - away, dot.y - away, dot.y + away);
    let (top, bottom) = (dot.y - HEIGHT / 2.0, dot.y + HEIGHT / 2.0);
    let (from, to) = (dot.x - width / 2.0, dot.x + width / 2.0);
    [
        ("start", right, [right, top, right + width, bottom]),
        ("end", left, [left - width, top, left, bottom]),
        ("middle", dot.x, [from, above - HEIGHT, to, above]),
        ("middle", dot.x, [from, below, to, below + HEIGHT]),
    ]
}

fn overlap(one: &Covered, other: &Covered) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}
