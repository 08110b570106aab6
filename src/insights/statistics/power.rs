//! How strong a link has to be to be seen with so many units.

use super::{normal_below, t95};

/// The normal quantiles of 97.5 % and 80 % together.
const SIGNIFICANT_FOUR_IN_FIVE: f64 = 2.801_585_218_0;

/// The weakest correlation that is not put down to chance.
pub fn weakest_clear(units: usize) -> Option<f64> {
    let freedom = units.checked_sub(2).filter(|left| *left > 0)? as f64;
    let t = t95(freedom)?;
    Some(t / (freedom + t * t).sqrt())
}

/// How strong a correlation has to be to be found four times in five.
pub fn found_reliably(units: usize) -> Option<f64> {
    let left = units.checked_sub(3).filter(|left| *left > 0)? as f64;
    Some((SIGNIFICANT_FOUR_IN_FIVE / left.sqrt()).tanh())
}

/// How likely a correlation of this strength is found (as R's pwr.r.test).
pub fn chance_to_find(r: f64, units: usize) -> Option<f64> {
    let n = units as f64;
    let clear = weakest_clear(units)?.atanh();
    let spread = (n - 3.0).max(0.0).sqrt();
    let middle = r.atanh() + r / (2.0 * (n - 1.0));
    Some(normal_below((middle - clear) * spread) + normal_below((-middle - clear) * spread))
}
