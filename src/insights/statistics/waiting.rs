//! How long people wait for an answer, when some are waiting still (Kaplan and Meier 1958).

use super::shares::wilson;
use super::{Interval, Z95};

/// How many wait longer than a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// At each time at which somebody was answered, the share that waits longer.
    pub still: Vec<(f64, f64)>,
    /// Greenwood's sum at each of these times: the variance of the share, by the share's square.
    spread: Vec<f64>,
    /// Each item by time, and whether it was answered then.
    items: Vec<(f64, bool)>,
}

/// Each item is how long it has waited, and whether it was answered then; else it is still open.
pub fn waiting(items: &[(f64, bool)]) -> Waiting {
    let mut items = items.to_vec();
    items.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut still, mut spread) = (Vec::new(), Vec::new());
    let (mut share, mut sum, mut left) = (1.0, 0.0, items.len());
    for same in items.chunk_by(|one, other| one.0 == other.0) {
        let answered = same.iter().filter(|(_, answered)| *answered).count();
        if answered > 0 {
            share *= 1.0 - answered as f64 / left as f64;
            sum += answered as f64 / (left as f64 * (left - answered) as f64);
            still.push((same[0].0, share));
            spread.push(sum);
        }
        left -= same.len();
    }
    Waiting { still, spread, items }
}

impl Waiting {
    /// After which time half of them have their answer, if that can be said yet.
    pub fn median(&self) -> Option<f64> {
        self.first(|_, share| share)
    }

    /// Between which times the median likely lies (Brookmeyer and Crowley 1982, on the log-log scale); none where an end
    /// cannot be told yet.
    pub fn median_interval(&self) -> (Option<f64>, Option<f64>) {
        (self.first(|at, share| self.limits(at, share).0), self.first(|at, share| self.limits(at, share).1))
    }

    /// The first time at which not more than half wait, by a way to look at the share.
    fn first(&self, seen: impl Fn(usize, f64) -> f64) -> Option<f64> {
        // A hair more than a half: the share is a product of fractions, and 0.5 may come out as 0.5000000000000001.
        let is_half = |(at, (_, share)): &(usize, &(f64, f64))| seen(*at, *share) <= 0.5 + 1e-12;
        self.still.iter().enumerate().find(is_half).map(|(_, (time, _))| *time)
    }

    /// The share answered within a time.
    pub fn answered_within(&self, time: f64) -> f64 {
        1.0 - self.at(time).map_or(1.0, |at| self.still[at].1)
    }

    /// Between which shares it likely lies. Where none or all were answered in time the log-log scale has no end; then it is
    /// Wilson's, over those of whom it is known. None if that is nobody.
    pub fn within_interval(&self, time: f64) -> Option<Interval> {
        let inside = self.at(time).map(|at| (at, self.still[at].1)).filter(|(_, share)| *share > 0.0 && *share < 1.0);
        let Some((at, share)) = inside else {
            let is_known = |(waited, answered): &&(f64, bool)| *answered && *waited <= time || *waited >= time;
            let known = u32::try_from(self.items.iter().filter(is_known).count()).unwrap_or(u32::MAX);
            return wilson(if self.at(time).is_some() { known } else { 0 }, known);
        };
        let (low, high) = self.limits(at, share);
        Some((1.0 - high, 1.0 - low))
    }

    /// The last step until a time.
    fn at(&self, time: f64) -> Option<usize> {
        self.still.partition_point(|(at, _)| *at <= time).checked_sub(1)
    }

    /// From where to where the share at a step likely goes, on the log-log scale.
    fn limits(&self, at: usize, share: f64) -> Interval {
        let half = Z95 * self.spread[at].sqrt() / share.ln().abs();
        (share.powf(half.exp()), share.powf((-half).exp()))
    }
}
