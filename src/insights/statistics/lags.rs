//! Do units go up and down together, in the same period or some periods apart?

use super::panel::Grid;

/// The test of all lags at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Lags {
    /// From −K to K; above 0 `x` is the earlier one.
    pub lags: Vec<i32>,
    pub r: Vec<f64>,
    /// How likely an r as far from 0 is at this lag alone.
    pub p_alone: Vec<f64>,
    /// How likely one as far is at any of the lags (Westfall and Young's maximum).
    pub p: Vec<f64>,
    /// Between which r lies in 95 of 100 re-assignments, for the chart.
    pub band: Vec<(f64, f64)>,
    /// How many re-assignments there were, the real one included.
    pub orders: usize,
}

impl Lags {
    /// How likely a link as strong is at any lag.
    pub fn p_any(&self) -> f64 {
        self.p.iter().copied().fold(1.0, f64::min)
    }
}

/// The strongest of the lags at which a link is clear.
pub fn strongest(r: &[f64], p: &[f64], alpha: f64) -> Option<usize> {
    let clear = (0..r.len()).filter(|at| p.get(*at).is_some_and(|p| *p < alpha));
    clear.reduce(|best, at| if r[at].abs() > r[best].abs() { at } else { best })
}

/// How many lags are looked at, by how many periods there are.
pub fn furthest(periods: usize) -> usize {
    match periods {
        ..8 => 0,
        8..10 => 1,
        10..14 => 2,
        _ => 3,
    }
}

/// Sums over the matched cells of a unit's `x` and another unit's `y` some periods apart.
#[derive(Clone, Copy, Default)]
struct Match {
    xy: f64,
    xx: f64,
    yy: f64,
}

fn matched(x: &[Option<f64>], y: &[Option<f64>], lag: i32) -> Match {
    let mut sums = Match::default();
    for (period, x) in x.iter().enumerate() {
        let later = usize::try_from(period as i64 + i64::from(lag)).ok();
        if let (Some(x), Some(y)) = (x, later.and_then(|later| *y.get(later)?)) {
            sums.xy += x * y;
            sums.xx += x * x;
            sums.yy += y * y;
        }
    }
    sums
}

/// Tests the lags from −`furthest` to `furthest` on what is left of two measures without unit and period effects.
///
/// Chance is: whole series of `y` dealt to other units, all lags with the same deal. That keeps how each series hangs
/// together in time, and every season common to all. Each lag's r is divided by its own spread over the deals, and the largest of
/// all lags is compared with the largest of all lags. `orders` begins with the order in which units stand.
pub fn test(x: &Grid, y: &Grid, furthest: usize, orders: &[Vec<usize>]) -> Option<Lags> {
    let furthest = i32::try_from(furthest).ok()?;
    let lags: Vec<i32> = (-furthest..=furthest).collect();
    let mut by_lag = Vec::with_capacity(lags.len());
    for lag in &lags {
        let table: Vec<Vec<Match>> = x.iter().map(|x| y.iter().map(|y| matched(x, y, *lag)).collect()).collect();
        by_lag.push(orders.iter().map(|order| dealt(&table, order)).collect::<Option<Vec<f64>>>()?);
    }
    let spreads = by_lag.iter().map(|r| spread(r)).collect::<Option<Vec<f64>>>()?;
    let far = |lag: usize, deal: usize| (by_lag[lag][deal] / spreads[lag]).abs();
    let furthest_of = |deal: usize| (0..lags.len()).map(|lag| far(lag, deal)).fold(0.0, f64::max);
    let furthest_of: Vec<f64> = (0..orders.len()).map(furthest_of).collect();
    let share = |is_as_far: &dyn Fn(usize) -> bool| {
        (0..orders.len()).filter(|deal| is_as_far(*deal)).count() as f64 / orders.len() as f64
    };
    const SLACK: f64 = 1e-9;
    Some(Lags {
        r: by_lag.iter().map(|r| r[0]).collect(),
        p_alone: (0..lags.len()).map(|lag| share(&|deal| far(lag, deal) >= far(lag, 0) - SLACK)).collect(),
        p: (0..lags.len()).map(|lag| share(&|deal| furthest_of[deal] >= far(lag, 0) - SLACK)).collect(),
        band: by_lag.into_iter().map(middle_95).collect(),
        orders: orders.len(),
        lags,
    })
}

/// The correlation over all units when each gets the series of the unit that the order names.
fn dealt(table: &[Vec<Match>], order: &[usize]) -> Option<f64> {
    let mut sums = Match::default();
    for (row, other) in table.iter().zip(order) {
        let found = row.get(*other)?;
        sums.xy += found.xy;
        sums.xx += found.xx;
        sums.yy += found.yy;
    }
    let both = (sums.xx * sums.yy).sqrt();
    (both > 0.0).then(|| sums.xy / both)
}

/// The standard deviation over all, not of a sample. None if there is none.
fn spread(values: &[f64]) -> Option<f64> {
    let mean = super::mean(values)?;
    let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64;
    (variance > 0.0).then(|| variance.sqrt())
}

fn middle_95(mut values: Vec<f64>) -> (f64, f64) {
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values[((values.len() - 1) as f64 * share).round() as usize];
    (at(0.025), at(0.975))
}
