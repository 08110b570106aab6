//! The statistics of the link: each a short function over plain numbers, held to what other programs say of the same numbers
//! (tests/fixtures/oracles). None of them knows what a team or a rating is.
//!
//! What cannot be worked out is `None` and never NaN: too few values, no spread, a correlation of ±1 where an interval is asked.

pub mod chance;
pub mod correlation;
pub mod lags;
pub mod line;
pub mod many;
pub mod order;
pub mod panel;
pub mod power;
pub mod rates;
pub mod shares;
pub mod slope;
pub mod steadied;
pub mod waiting;

#[cfg(test)]
mod tests;

use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

/// Below this lie 97.5 % of the normal distribution: 95 % lie within this of the middle.
pub const Z95: f64 = 1.959_963_984_540_054;

/// From where to where the truth likely lies: 95 of 100 such intervals hold it.
pub type Interval = (f64, f64);

/// As many standard deviations of Student's t as leave out 2.5 % above.
pub fn t95(freedom: f64) -> Option<f64> {
    Some(StudentsT::new(0.0, 1.0, freedom).ok()?.inverse_cdf(0.975))
}

/// How likely a t as far from 0 is, in either direction.
pub fn t_both_tails(t: f64, freedom: f64) -> Option<f64> {
    Some(2.0 * StudentsT::new(0.0, 1.0, freedom).ok()?.sf(t.abs()))
}

/// How much of the normal distribution lies below.
pub fn normal_below(z: f64) -> f64 {
    Normal::standard().cdf(z)
}

/// None of no values.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}
