//! What was written, week by week: praise of customers below, of colleagues on top of it.

use serde::Serialize;

use super::{Axis, Plot, Tick, tenth};
use crate::clock::Day;
use crate::insights::reports::figure::Week;

const PLOT: Plot = Plot { width: 480.0, height: 220.0, left: 44.0, right: 446.0, top: 14.0, bottom: 180.0 };
/// Of a week's room, the bar takes so much.
const BAR: f64 = 0.6;

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weeks {
    plot: Plot,
    up: Vec<Tick>,
    bars: Vec<Bar>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct Bar {
    monday: Day,
    #[serde(flatten)]
    week: Week,
    x: f64,
    middle: f64,
    width: f64,
    praise_y: f64,
    praise_height: f64,
    colleagues_y: f64,
    colleagues_height: f64,
    /// Every third week has its date: more have no room on a phone.
    has_date: bool,
}

/// None of no weeks. From the oldest on.
pub fn weeks(all: &[(Day, Week)]) -> Option<Weeks> {
    let most = all.iter().map(|(_, week)| f64::from(week.praise + week.colleagues)).fold(5.0, f64::max);
    let up = Axis::holding([0.0, most], 4, (PLOT.bottom, PLOT.top));
    let room = (PLOT.right - PLOT.left) / all.len().max(1) as f64;
    let bar = |(at, (monday, week)): (usize, &(Day, Week))| {
        let middle = PLOT.left + room * (at as f64 + 0.5);
        let (nought, praise) = (up.at(0.0), up.at(f64::from(week.praise)));
        let both = up.at(f64::from(week.praise + week.colleagues));
        Bar {
            monday: *monday,
            week: *week,
            x: tenth(middle - room * BAR / 2.0),
            middle: tenth(middle),
            width: tenth(room * BAR),
            praise_y: praise,
            praise_height: tenth(nought - praise),
            colleagues_y: both,
            colleagues_height: tenth(praise - both),
            has_date: (all.len() - 1 - at).is_multiple_of(3),
        }
    };
    let bars: Vec<Bar> = all.iter().enumerate().map(bar).collect();
    (!bars.is_empty()).then(|| Weeks { plot: PLOT, up: up.ticks(), bars })
}
