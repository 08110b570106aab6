//! The straight line through some points, and how sure it is where.

use super::{mean, t95};

/// An ordinary least squares line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    pub slope: f64,
    middle: (f64, f64),
    /// Σ(x − x̄)².
    spread: f64,
    /// The residuals' variance, on n − 2 degrees of freedom.
    variance: f64,
    points: f64,
    t: f64,
}

impl Line {
    /// None for fewer than three points, or if all have one x.
    pub fn through(x: &[f64], y: &[f64]) -> Option<Line> {
        let middle = (mean(x)?, mean(y)?);
        let points = x.len() as f64;
        let spread: f64 = x.iter().map(|x| (x - middle.0).powi(2)).sum();
        let product: f64 = x.iter().zip(y).map(|(x, y)| (x - middle.0) * (y - middle.1)).sum();
        if x.len() < 3 || x.len() != y.len() || spread <= 0.0 {
            return None;
        }
        let slope = product / spread;
        let residual = |(x, y): (&f64, &f64)| (y - middle.1 - slope * (x - middle.0)).powi(2);
        let variance = x.iter().zip(y).map(residual).sum::<f64>() / (points - 2.0);
        Some(Line { slope, middle, spread, variance, points, t: t95(points - 2.0)? })
    }

    /// The line at `x` with the 95 % interval of the mean there: lower end, line, upper end.
    pub fn at(&self, x: f64) -> [f64; 3] {
        let away = x - self.middle.0;
        let y = self.middle.1 + self.slope * away;
        let half = self.t * (self.variance * (1.0 / self.points + away * away / self.spread)).sqrt();
        [y - half, y, y + half]
    }
}
