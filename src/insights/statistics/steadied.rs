//! Small units swing most: their scores are drawn towards the middle by as much as they swing.

/// Scores of units that are steadied by what is known of all of them (empirical Bayes, normal).
#[derive(Clone, Debug, PartialEq)]
pub struct Steadied {
    /// The variance of the units' true scores (DerSimonian and Laird), 0 if chance alone explains how they differ.
    pub spread: f64,
    /// The middle to which they are drawn.
    pub middle: f64,
    /// Cochran's Q, of which the spread is worked out.
    pub q: f64,
    /// How much of the differences between measured scores is real, on average.
    pub reliability: f64,
    pub units: Vec<Unit>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// How much of its own score a unit keeps, 0 to 1.
    pub keeps: f64,
    pub score: f64,
    /// The standard deviation that is left: the bar is 1.96 times as long on each side.
    pub error: f64,
}

/// `scores` are the means of so many `answers`, whose variance inside units is `within`. None for fewer than two units, without
/// answers, or without variance.
pub fn steadied(scores: &[f64], answers: &[f64], within: f64) -> Option<Steadied> {
    let units = scores.len();
    if units < 2 || units != answers.len() || within <= 0.0 || answers.iter().any(|n| *n <= 0.0) {
        return None;
    }
    let errors: Vec<f64> = answers.iter().map(|n| within / n).collect();
    let middle_of = |spread: f64| {
        let weights = errors.iter().map(|error| 1.0 / (error + spread));
        weights.clone().zip(scores).map(|(weight, score)| weight * score).sum::<f64>() / weights.sum::<f64>()
    };
    let fixed = middle_of(0.0);
    let q: f64 = scores.iter().zip(&errors).map(|(score, error)| (score - fixed).powi(2) / error).sum();
    let (once, twice) =
        errors.iter().fold((0.0, 0.0), |(once, twice), error| (once + 1.0 / error, twice + error.powi(-2)));
    let spread = ((q - (units as f64 - 1.0)) / (once - twice / once)).max(0.0);
    let middle = middle_of(spread);
    let unit = |(score, error): (&f64, &f64)| {
        let keeps = spread / (spread + error);
        Unit { keeps, score: middle + keeps * (score - middle), error: (keeps * error).sqrt() }
    };
    let error: f64 = errors.iter().sum::<f64>() / units as f64;
    let units = scores.iter().zip(&errors).map(unit).collect();
    Some(Steadied { spread, middle, q, reliability: spread / (spread + error), units })
}
