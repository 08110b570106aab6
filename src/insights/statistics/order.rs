//! Which of two measures tends to move first?

use super::chance::share_as_far;
use super::panel::{Grid, product};

/// How much more one measure is followed by the other than the other by the one.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Above 0 `x` tends to move first, if the two go together; if they go apart, it is the other way round.
    pub lead: f64,
    /// What each unit adds to it.
    pub by_unit: Vec<f64>,
    /// How likely a lead as large is if neither comes first.
    pub p: f64,
}

/// On what is left of two measures without unit and period effects, looking up to `furthest` periods ahead.
///
/// If neither comes first (nothing links them, or something does in the same period), then time might as well run backwards in
/// any unit, which only turns the sign of what the unit adds. `signs` begins with all plus.
pub fn order(x: &Grid, y: &Grid, furthest: usize, signs: &[Vec<f64>]) -> Option<Order> {
    let ahead = |one: &[Option<f64>], other: &[Option<f64>], by: usize| -> f64 {
        one.iter().zip(other.iter().skip(by)).filter_map(|(one, other)| Some((*one)? * (*other)?)).sum()
    };
    let of_unit = |(x, y): (&Vec<Option<f64>>, &Vec<Option<f64>>)| -> f64 {
        (1..=furthest).map(|by| ahead(x, y, by) - ahead(y, x, by)).sum()
    };
    let by_unit: Vec<f64> = x.iter().zip(y).map(of_unit).collect();
    let all = (product(x, x) * product(y, y)).sqrt();
    let sum = |signs: &Vec<f64>| by_unit.iter().zip(signs).map(|(unit, sign)| unit * sign).sum::<f64>();
    let sums: Vec<f64> = signs.iter().map(sum).collect();
    let observed = sums.first()?.abs();
    let p = share_as_far(&sums, 1e-12 * observed.max(1.0))?;
    (all > 0.0 && furthest > 0).then(|| Order { lead: by_unit.iter().sum::<f64>() / all, by_unit, p })
}
