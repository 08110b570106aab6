//! How far a survey's numbers can be trusted: do the items measure one thing, and do groups differ at all? No HTTP, no SQL.

use statrs::distribution::{ContinuousCDF, FisherSnedecor};

/// Cronbach's alpha: k/(k−1) · (1 − Σ variances of items / variance of sums), each row one person with all items answered.
///
/// None for fewer than two items or people, and where all have the same sum.
pub fn alpha(rows: &[Vec<f64>]) -> Option<f64> {
    let items = rows.first()?.len();
    let sums: Vec<f64> = rows.iter().map(|row| row.iter().sum()).collect();
    let of_sums = variance(&sums).filter(|variance| *variance > 0.0)?;
    let of_item = |item: usize| variance(&rows.iter().map(|row| row[item]).collect::<Vec<_>>());
    let of_items: f64 = (0..items).map(of_item).sum::<Option<f64>>()?;
    let items = items as f64;
    (items > 1.0).then(|| items / (items - 1.0) * (1.0 - of_items / of_sums))
}

/// The variance of a sample, None of fewer than two values.
fn variance(values: &[f64]) -> Option<f64> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    (n > 1.0).then(|| values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0))
}

/// What is known of a group's scores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scores {
    pub n: u32,
    pub sum: f64,
    pub sum_of_squares: f64,
}

/// How much of the differences between people are differences between their groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Differences {
    /// The mean squares between and within groups.
    pub between: f64,
    pub within: f64,
    /// The size of a group, on average as it matters here.
    pub size: f64,
    /// ICC(1): the share of the variance that lies between groups.
    pub icc1: f64,
    /// ICC(2): how reliably the means of groups differ; minus infinity if they do not at all.
    pub icc2: f64,
    /// F, its degrees of freedom, and how likely one as large is if groups do not differ.
    pub f: f64,
    pub freedom: (f64, f64),
    pub p: f64,
}

/// One-way analysis of variance with random effects, for groups of any sizes (Shrout & Fleiss 1979, case 1).
///
/// None for fewer than two groups, where no group has two people, and where everybody has the same score.
pub fn differences(groups: &[Scores]) -> Option<Differences> {
    let groups: Vec<&Scores> = groups.iter().filter(|group| group.n > 0).collect();
    let of_all = |value: fn(&Scores) -> f64| groups.iter().map(|group| value(group)).sum::<f64>();
    let people = of_all(|group| f64::from(group.n));
    let mean = of_all(|group| group.sum) / people;
    let freedom = (groups.len() as f64 - 1.0, people - groups.len() as f64);
    if freedom.0 < 1.0 || freedom.1 < 1.0 {
        return None;
    }
    let apart = |group: &&Scores| f64::from(group.n) * (group.sum / f64::from(group.n) - mean).powi(2);
    let between = groups.iter().map(apart).sum::<f64>() / freedom.0;
    let spread = of_all(|group| group.sum_of_squares - group.sum * group.sum / f64::from(group.n));
    let within = (spread / freedom.1).max(0.0);
    let size = (people - of_all(|group| f64::from(group.n).powi(2)) / people) / freedom.0;
    let f = between / within;
    if f.is_nan() {
        return None;
    }
    Some(Differences {
        between,
        within,
        size,
        icc1: (between - within) / (between + (size - 1.0) * within),
        icc2: (between - within) / between,
        f,
        freedom,
        p: FisherSnedecor::new(freedom.0, freedom.1).ok()?.sf(f),
    })
}
