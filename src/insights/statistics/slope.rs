//! How many points of one measure go with a point of the other, inside units, in the same period.

use super::panel::{Grid, cells, known_units, live_periods, paired, product, without_both};
use super::{Interval, t95};

/// A slope with unit and period effects removed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    pub beta: f64,
    /// Clustered by unit (CR1): a unit's errors may hang together as they like.
    pub error: f64,
    /// Degrees of freedom: one less than the units.
    pub freedom: usize,
    pub units: usize,
    pub periods: usize,
    pub cells: usize,
}

impl Slope {
    pub fn interval(&self) -> Option<Interval> {
        let half = t95(self.freedom as f64)? * self.error;
        Some((self.beta - half, self.beta + half))
    }
}

/// Two-way fixed effects. The error is √(G/(G−1) · (N−1)/(N−K) · Σ_units (Σ x·e)²) / Σx², with K = units + periods.
///
/// None where `x` does not vary or there are not more cells than effects.
pub fn slope(x: &Grid, y: &Grid) -> Option<Slope> {
    let (x, y) = paired(x, y);
    let (x, y) = (known_units(x), known_units(y));
    let (units, periods, cells) = (x.len(), live_periods(&x), cells(&x));
    if units < 2 || cells <= units + periods {
        return None;
    }
    let (x, y) = (without_both(&x), without_both(&y));
    let xx = product(&x, &x);
    if xx <= 0.0 {
        return None;
    }
    let beta = product(&x, &y) / xx;
    let of_unit = |(x, y): (&Vec<Option<f64>>, &Vec<Option<f64>>)| {
        let sum: f64 = x.iter().zip(y).filter_map(|(x, y)| Some((*x)? * ((*y)? - beta * (*x)?))).sum();
        sum * sum
    };
    let spread: f64 = x.iter().zip(&y).map(of_unit).sum();
    let share = |of: usize, left: usize| of as f64 / left as f64;
    let few = share(units, units - 1) * share(cells - 1, cells - units - periods);
    Some(Slope { beta, error: (few * spread).sqrt() / xx, freedom: units - 1, units, periods, cells })
}
