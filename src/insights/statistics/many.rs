//! When several questions are asked of the same numbers, some answers look strong by chance.

/// Holm's adjustment: no more than 5 in 100 that any of them is found by chance.
pub fn holm(p: &[f64]) -> Vec<f64> {
    let mut adjusted = vec![0.0; p.len()];
    let mut least: f64 = 0.0;
    for (rank, at) in ascending(p).into_iter().enumerate() {
        least = least.max(((p.len() - rank) as f64 * p[at]).min(1.0));
        adjusted[at] = least;
    }
    adjusted
}

/// Benjamini and Hochberg's adjustment: of those found, no more than 5 in 100 by chance.
pub fn false_discovery(p: &[f64]) -> Vec<f64> {
    let mut adjusted = vec![0.0; p.len()];
    let mut most: f64 = 1.0;
    for (rank, at) in ascending(p).into_iter().enumerate().rev() {
        most = most.min(p[at] * p.len() as f64 / (rank + 1) as f64);
        adjusted[at] = most;
    }
    adjusted
}

fn ascending(p: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|one, other| p[*one].total_cmp(&p[*other]));
    order
}
