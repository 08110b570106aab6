//! How closely two lists of numbers go together.

use super::{Interval, Z95, mean, t_both_tails};

/// Pearson's r. None for fewer than three pairs and where one of the lists does not vary.
pub fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    weighted(x, y, &vec![1.0; x.len()])
}

/// Pearson's r where some pairs count more.
pub fn weighted(x: &[f64], y: &[f64], weights: &[f64]) -> Option<f64> {
    let all: f64 = weights.iter().sum();
    let middle = |values: &[f64]| values.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f64>() / all;
    let (mean_x, mean_y) = (middle(x), middle(y));
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for ((x, y), weight) in x.iter().zip(y).zip(weights) {
        let (x, y) = (x - mean_x, y - mean_y);
        xx += weight * x * x;
        yy += weight * y * y;
        xy += weight * x * y;
    }
    let has_r = x.len() >= 3 && x.len() == y.len() && xx > 0.0 && yy > 0.0;
    has_r.then(|| (xy / (xx * yy).sqrt()).clamp(-1.0, 1.0))
}

/// Spearman's rho: Pearson's r of the ranks.
pub fn spearman(x: &[f64], y: &[f64]) -> Option<f64> {
    pearson(&ranks(x), &ranks(y))
}

/// Places from 1; equal values share the mean of their places.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let place = |value: &f64| {
        let below = values.iter().filter(|other| *other < value).count();
        let equal = values.iter().filter(|other| *other == value).count();
        below as f64 + (equal as f64 + 1.0) / 2.0
    };
    values.iter().map(place).collect()
}

/// Where the true correlation likely lies, by Fisher's z. None for fewer than four pairs and for ±1.
pub fn interval(r: f64, pairs: usize) -> Option<Interval> {
    let half = Z95 / (pairs.checked_sub(3).filter(|left| *left > 0)? as f64).sqrt();
    (r.abs() < 1.0).then(|| ((r.atanh() - half).tanh(), (r.atanh() + half).tanh()))
}

/// How likely an r as far from 0 is in numbers that are normal and independent; `freedom` is two less than the pairs.
/// Only a yardstick: verdicts come from re-assigning whole units.
pub fn p_if_normal(r: f64, freedom: f64) -> Option<f64> {
    if r.abs() == 1.0 {
        return Some(0.0);
    }
    t_both_tails(r * (freedom / (1.0 - r * r)).sqrt(), freedom)
}

/// What pairs weigh whose numbers rest on so many answers.
pub fn weight(answers_x: f64, answers_y: f64) -> f64 {
    1.0 / (1.0 / answers_x + 1.0 / answers_y)
}

/// The correlation that would be found if both sides were measured without error, if they are measured well enough to ask.
pub fn corrected(r: f64, reliability_x: f64, reliability_y: f64) -> Option<f64> {
    const RELIABLE: f64 = 0.5;
    let is_reliable = reliability_x >= RELIABLE && reliability_y >= RELIABLE;
    is_reliable.then(|| without_error(r, reliability_x, reliability_y))
}

pub(super) fn without_error(r: f64, reliability_x: f64, reliability_y: f64) -> f64 {
    (r / (reliability_x * reliability_y).sqrt()).clamp(-1.0, 1.0)
}

/// From where to where r goes when one pair after the other is left out.
pub fn without_one(x: &[f64], y: &[f64]) -> Option<Interval> {
    let without = |values: &[f64], left_out: usize| {
        values.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, value)| *value).collect::<Vec<_>>()
    };
    let all = (0..x.len()).map(|at| pearson(&without(x, at), &without(y, at))).collect::<Option<Vec<f64>>>()?;
    mean(&all)?;
    Some((all.iter().copied().fold(f64::INFINITY, f64::min), all.iter().copied().fold(f64::NEG_INFINITY, f64::max)))
}
