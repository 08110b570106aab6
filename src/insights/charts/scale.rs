//! From points of a measure to places on a drawing.

use super::{Tick, tenth};

/// How far an axis reaches where everything lies in one spot.
const LEAST_REACH: f64 = 5.0;

/// A straight scale whose ends are round numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    low: f64,
    high: f64,
    step: f64,
    from: f64,
    to: f64,
}

impl Axis {
    /// Holds all `values`, in about `ticks` steps, drawn between two places (the first may be the greater one, as downwards).
    pub fn holding(values: impl IntoIterator<Item = f64>, ticks: usize, (from, to): (f64, f64)) -> Axis {
        let known: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
        let low = known.iter().copied().fold(f64::INFINITY, f64::min);
        let high = known.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = match (known.is_empty(), high - low) {
            (true, _) => (0.0, LEAST_REACH),
            (false, ..1e-9) => (low - LEAST_REACH, high + LEAST_REACH),
            _ => (low, high),
        };
        let step = round_step((high - low) / ticks.max(1) as f64);
        Axis { low: (low / step).floor() * step, high: (high / step).ceil() * step, step, from, to }
    }

    /// Reaches as far below nought as above.
    pub fn around_nought(values: impl IntoIterator<Item = f64>, ticks: usize, ends: (f64, f64)) -> Axis {
        let most =
            values.into_iter().filter(|value| value.is_finite()).fold(0.0, |most: f64, value| most.max(value.abs()));
        Axis::holding([-most, most], ticks, ends)
    }

    /// Where a value lies.
    pub fn at(&self, value: f64) -> f64 {
        tenth(self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from))
    }

    /// The round numbers along it.
    pub fn ticks(&self) -> Vec<Tick> {
        let count = ((self.high - self.low) / self.step).round();
        let value = |index: f64| self.low + index * self.step;
        let tick = |index: u32| {
            // 3 · 0.1 is not quite 0.3.
            let value = (value(f64::from(index)) / self.step).round() * self.step;
            Tick { at: self.at(value), value: (value * 1e6).round() / 1e6 }
        };
        (0..=count.clamp(0.0, 50.0) as u32).map(tick).collect()
    }

    /// Both ends, as values.
    pub fn ends(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// The number of decimals its ticks need.
    pub fn digits(&self) -> usize {
        (0..4).find(|digits| (self.step * 10f64.powi(*digits)).fract().abs() < 1e-9).unwrap_or(3) as usize
    }
}

/// 1, 2 or 5 times a power of ten, at least as large.
fn round_step(step: f64) -> f64 {
    let power = 10f64.powf(step.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|times| times * power)
        .find(|round| *round >= step - 1e-12)
        .unwrap_or(10.0 * power)
}
