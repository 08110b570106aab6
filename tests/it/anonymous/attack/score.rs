//! How good an attacker is, and how good chance is.

use super::people::Dice;

/// For one anonymous issue: a number for each who could have written it, the more likely the higher.
pub type Scores = Vec<f64>;

/// One way to match: its name, and its scores for every issue.
pub struct Matcher {
    pub name: String,
    pub scores: Vec<Scores>,
}

/// What came out.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub issues: usize,
    /// The part of issues whose writer was named, and the part that chance names.
    pub right: f64,
    pub right_by_chance: f64,
    /// Where the writer stands among those it could have been: 1 first, 0 last, by chance ½.
    pub rank: f64,
    /// How likely chance does as well, by either measure (doubled, because there are two).
    pub p: f64,
}

/// The part of candidates that stand below the `own`th, those beside it counted half: ½ by chance, ties or not.
fn rank(scores: &Scores, own: usize) -> f64 {
    let below = scores.iter().filter(|score| **score < scores[own]).count() as f64;
    let beside = scores.iter().filter(|score| **score == scores[own]).count() as f64;
    (below + beside / 2.0) / scores.len() as f64
}

/// Looks at a part of the issues. `own` is the place of the true writer among each issue's candidates.
pub fn outcome(scores: &[Scores], own: &[usize], part: &[usize]) -> Outcome {
    let mut dice = Dice(part.len() as u64);
    let (mut right, mut ranks, mut variance) = (0, 0.0, 0.0);
    let mut chances = Vec::new();
    for &issue in part {
        let (scores, own) = (&scores[issue], own[issue]);
        let best = scores.iter().copied().fold(f64::MIN, f64::max);
        let firsts: Vec<usize> = (0..scores.len()).filter(|at| scores[*at] == best).collect();
        right += usize::from(firsts[dice.below(firsts.len())] == own);
        ranks += rank(scores, own);
        // As wide as ranks without ties spread; with ties they spread less, and the attacker is thought no better than it is.
        let many = scores.len() as f64;
        variance += (1.0 - 1.0 / (many * many)) / 12.0;
        chances.push(1.0 / many);
    }
    let many = part.len() as f64;
    let z = (ranks - many / 2.0) / f64::sqrt(variance);
    Outcome {
        issues: part.len(),
        right: right as f64 / many,
        right_by_chance: chances.iter().sum::<f64>() / many,
        rank: ranks / many,
        p: (2.0 * at_least(right, &chances).min(beyond(z))).min(1.0),
    }
}

/// How likely at least so many of these chances come true: exact, one after the other.
fn at_least(right: usize, chances: &[f64]) -> f64 {
    let mut likely = vec![1.0];
    for chance in chances {
        likely.push(0.0);
        for at in (0..likely.len()).rev() {
            likely[at] = likely[at] * (1.0 - chance) + if at > 0 { likely[at - 1] * chance } else { 0.0 };
        }
    }
    likely[right..].iter().sum()
}

/// How likely a standard normal number lies beyond z (Abramowitz and Stegun 26.2.17, to 7 digits).
fn beyond(z: f64) -> f64 {
    if z < 0.0 {
        return 1.0 - beyond(-z);
    }
    let t = 1.0 / (1.0 + 0.231_641_9 * z);
    let sum =
        t * (0.319_381_530 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
    (sum * (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt()).max(f64::MIN_POSITIVE)
}

/// Learns on the issues of one part, of which it is told the writers, which matchers help and how much, and puts their ranks
/// together for all.
pub fn combine(matchers: &[Matcher], own: &[usize], learn: &[usize]) -> Matcher {
    let deviation = |matcher: &Matcher| {
        let ranks: f64 = learn.iter().map(|&issue| rank(&matcher.scores[issue], own[issue]) - 0.5).sum();
        ranks / (learn.len() as f64 / 12.0).sqrt()
    };
    let mut weighed: Vec<(f64, &Matcher)> = matchers.iter().map(|one| (deviation(one), one)).collect();
    weighed.sort_by(|one, other| other.0.abs().total_cmp(&one.0.abs()));
    // Those that stand out, each by the square of how far; if none does, the best there is.
    let many = weighed.iter().filter(|(far, _)| far.abs() > 3.0).count().max(1);
    weighed.truncate(many);
    let together = |issue: usize| {
        let people = weighed[0].1.scores[issue].len();
        let of = |person| weighed.iter().map(|(far, one)| far * far.abs() * rank(&one.scores[issue], person)).sum();
        (0..people).map(of).collect()
    };
    let names: Vec<_> = weighed.iter().take(2).map(|(_, one)| one.name.as_str()).collect();
    Matcher { name: names.join(" + "), scores: (0..own.len()).map(together).collect() }
}

#[test]
fn chance_is_reckoned_right() {
    assert!((beyond(0.0) - 0.5).abs() < 1e-6 && (beyond(1.959_964) - 0.025).abs() < 1e-6 && beyond(-3.0) > 0.998);
    let half = vec![0.5; 4];
    assert!((at_least(0, &half) - 1.0).abs() < 1e-12 && (at_least(3, &half) - 5.0 / 16.0).abs() < 1e-12);
    assert_eq!((rank(&vec![1.0, 2.0, 3.0, 4.0], 3), rank(&vec![7.0; 4], 1)), (0.875, 0.5));
}

#[test]
fn an_attacker_that_knows_something_is_told_from_one_that_does_not() {
    let mut dice = Dice(7);
    let own: Vec<usize> = (0..100).map(|_| dice.below(15)).collect();
    let mut noise = |hint: f64, name: &str| {
        let of =
            |own: &usize| (0..15).map(|at| dice.below(1000) as f64 + if at == *own { hint } else { 0.0 }).collect();
        Matcher { name: name.into(), scores: own.iter().map(of).collect() }
    };
    let mut matchers: Vec<Matcher> = (0..40).map(|_| noise(0.0, "nothing")).collect();
    let (learn, look): (Vec<usize>, Vec<usize>) = (0..100).partition(|issue| issue % 2 == 0);
    let guess = outcome(&combine(&matchers, &own, &learn).scores, &own, &look);
    assert!(guess.p > 0.001, "{guess:?}");
    matchers.push(noise(400.0, "a little"));
    let knows = combine(&matchers, &own, &learn);
    assert!(knows.name.starts_with("a little") && outcome(&knows.scores, &own, &look).p < 1e-4);
}
