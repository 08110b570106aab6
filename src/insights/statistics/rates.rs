//! How often something happens, for so many customers.

use statrs::distribution::{ContinuousCDF, Gamma};

use super::Interval;

/// How often in a thousand of `exposure`, and the exact interval (Garwood). None without exposure.
pub fn per_thousand(count: u32, exposure: f64) -> Option<(f64, Interval)> {
    let scale = 1_000.0 / exposure;
    let at = |shape: u32, share: f64| Some(Gamma::new(f64::from(shape), 1.0).ok()?.inverse_cdf(share) * scale);
    if exposure.is_nan() || exposure <= 0.0 {
        return None;
    }
    let low = if count == 0 { 0.0 } else { at(count, 0.025)? };
    Some((f64::from(count) * scale, (low, at(count + 1, 0.975)?)))
}
