//! Which of the two is earlier: how strong the link is at each lag, before what chance alone gives.

use serde::Serialize;

use super::{Axis, Plot, Tick, tenth};
use crate::insights::record::Within;
use crate::insights::report::ALPHA;

const PLOT: Plot = Plot { width: 480.0, height: 280.0, left: 44.0, right: 468.0, top: 14.0, bottom: 216.0 };
/// Of a lag's room, the bar takes so much.
const BAR: f64 = 0.5;
const BAND: f64 = 0.8;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Order {
    plot: Plot,
    up: Vec<Tick>,
    digits: usize,
    nought: f64,
    bars: Vec<Bar>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Bar {
    /// Above 0 engagement is earlier.
    lag: i32,
    /// The same without its sign.
    periods: u32,
    r: f64,
    /// Outside of what chance gives, over all lags together.
    is_clear: bool,
    middle: f64,
    bar: Rectangle,
    band: Rectangle,
    chance_low: f64,
    chance_high: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct Rectangle {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// None if there is only one lag: with few periods nothing can be earlier.
pub fn order(within: &Within) -> Option<Order> {
    let lags = &within.lags;
    if lags.len() < 2 {
        return None;
    }
    let ends = within.chance_band.iter().flatten().chain(&within.r).copied();
    let up = Axis::around_nought(ends, 4, (PLOT.bottom, PLOT.top));
    let room = (PLOT.right - PLOT.left) / lags.len() as f64;
    let boxed = |at: usize, share: f64, low: f64, high: f64| {
        let (top, bottom) = (up.at(low.max(high)), up.at(low.min(high)));
        let x = PLOT.left + room * (at as f64 + 0.5 - share / 2.0);
        Rectangle { x: tenth(x), y: top, width: tenth(room * share), height: tenth(bottom - top) }
    };
    let bar = |(at, lag): (usize, &i32)| {
        let (r, [low, high]) = (*within.r.get(at)?, *within.chance_band.get(at)?);
        Some(Bar {
            lag: *lag,
            periods: lag.unsigned_abs(),
            r,
            is_clear: within.p_adjusted.get(at).is_some_and(|p| *p < ALPHA),
            middle: tenth(PLOT.left + room * (at as f64 + 0.5)),
            bar: boxed(at, BAR, 0.0, r),
            band: boxed(at, BAND, low, high),
            chance_low: low,
            chance_high: high,
        })
    };
    let bars = lags.iter().enumerate().filter_map(bar).collect();
    Some(Order { plot: PLOT, up: up.ticks(), digits: up.digits(), nought: up.at(0.0), bars })
}
