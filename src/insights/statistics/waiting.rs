//! How long people wait for an answer, when some are waiting still (Kaplan and Meier).

/// How many wait longer than a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// At each time at which somebody was answered, the share that waits longer.
    pub still: Vec<(f64, f64)>,
}

/// Each item is how long it has waited, and whether it was answered then; else it is still open.
pub fn waiting(items: &[(f64, bool)]) -> Waiting {
    let mut times: Vec<f64> = items.iter().filter(|(_, answered)| *answered).map(|(time, _)| *time).collect();
    times.sort_by(f64::total_cmp);
    times.dedup();
    let mut share = 1.0;
    let step = |time: f64| {
        let waited = items.iter().filter(|(other, _)| *other >= time).count();
        let answered = items.iter().filter(|(other, answered)| *answered && *other == time).count();
        share *= 1.0 - answered as f64 / waited as f64;
        (time, share)
    };
    Waiting { still: times.into_iter().map(step).collect() }
}

impl Waiting {
    /// After which time half of them have their answer, if that can be said yet.
    pub fn median(&self) -> Option<f64> {
        // A hair more than a half: the share is a product of fractions, and 0.5 may come out as 0.5000000000000001.
        self.still.iter().find(|(_, share)| *share <= 0.5 + 1e-12).map(|(time, _)| *time)
    }

    /// The share answered within a time.
    pub fn answered_within(&self, time: f64) -> f64 {
        1.0 - self.still.iter().rev().find(|(at, _)| *at <= time).map_or(1.0, |(_, share)| *share)
    }
}
