//! Do units with higher engagement get better feedback than other units?

use super::record::{Between, BetweenClaim};
use super::report::ALPHA;
use super::statistics::chance::{Chance, permutation, permutations_without_one};
use super::statistics::panel::{Grid, unit_means, without_periods};
use super::statistics::{correlation, many, power};
use super::usable::{Panel, Usable};

/// Below this nothing but noise can be said: of ten units, an r between −0.63 and 0.63 is no more than that.
pub const LEAST_UNITS: usize = 10;
/// A link between engagement and how much is written that is weaker than this is none to speak of.
const WEAK: f64 = 0.1;

/// The numbers of units over the window.
pub struct Units {
    engagement: Vec<f64>,
    score: Vec<f64>,
    /// The logarithm of how many wrote.
    items: Vec<f64>,
    weights: Vec<f64>,
    /// Parts of one unit are one: they are no sample of ten.
    distinct: usize,
}

impl Units {
    /// Each period is centred first: a unit that was only there in good periods must not look good for that.
    pub fn of(panel: &Panel<'_>) -> Units {
        let centred = |grid: Grid| unit_means(&without_periods(&grid));
        let weight = |row: &Vec<Option<Usable>>| {
            let sum =
                |number: fn(&Usable) -> u32| row.iter().flatten().map(|cell| f64::from(number(cell))).sum::<f64>();
            correlation::weight(sum(|cell| cell.answers), sum(|cell| cell.items))
        };
        Units {
            engagement: centred(panel.grid(|cell| cell.index)),
            score: centred(panel.grid(|cell| cell.score)),
            items: centred(panel.grid(|cell| f64::from(cell.items).ln_1p())),
            weights: panel.rows.iter().map(weight).collect(),
            distinct: panel.distinct(1),
        }
    }

    pub fn is_enough(&self) -> bool {
        self.distinct >= LEAST_UNITS
    }

    /// All but the adjusted p, which depends on what else is asked. None if the units are too few or do not differ.
    pub fn compare(&self, chance: &mut Chance, draws: usize) -> Option<Between> {
        let (x, y) = (&self.engagement, &self.score);
        let n = x.len();
        let r = correlation::pearson(x, y).filter(|_| self.is_enough())?;
        let p = permutation(x, y, &chance.orders(n, draws))?;
        Some(Between {
            n,
            r,
            ci95: correlation::interval(r, n).map(<[f64; 2]>::from),
            spearman: correlation::spearman(x, y),
            p,
            p_holm: p,
            r_weighted: correlation::weighted(x, y, &self.weights),
            r80: power::found_reliably(n),
            loo_range: correlation::without_one(x, y).map(<[f64; 2]>::from),
        })
    }

    /// What is said of what was found: of an r, and of its p as adjusted for all that is asked.
    pub fn claim(&self, found: Option<(f64, f64)>) -> BetweenClaim {
        match found {
            _ if !self.is_enough() => BetweenClaim::TooFew,
            None => BetweenClaim::NotClear,
            Some((r, p)) => claim(r, p),
        }
    }

    /// Whether the answer would be another without one of the units. `within` is the other question's p, if it is asked.
    pub fn rests_on_one(&self, answer: BetweenClaim, within: Option<f64>, chance: &mut Chance, draws: usize) -> bool {
        let orders = chance.orders(self.engagement.len().saturating_sub(1), draws);
        let found = permutations_without_one(&self.engagement, &self.score, &orders);
        found
            .into_iter()
            .any(|without| without.is_none_or(|(r, p)| claim(r, adjusted(Some(p), within).0.unwrap_or(p)) != answer))
    }

    /// Whether engaged units collect more feedback, and that shows more than that it is better.
    pub fn is_about_asking(&self, r: f64) -> bool {
        correlation::pearson(&self.engagement, &self.items).is_some_and(|more| more >= WEAK && more > r.abs())
    }
}

/// What is said of a correlation with this adjusted p.
pub fn claim(r: f64, p: f64) -> BetweenClaim {
    match p < ALPHA {
        false => BetweenClaim::NotClear,
        true if r > 0.0 => BetweenClaim::Higher,
        true => BetweenClaim::Lower,
    }
}

/// The p of both questions with Holm's adjustment, over those that are asked.
pub fn adjusted(between: Option<f64>, within: Option<f64>) -> (Option<f64>, Option<f64>) {
    let asked: Vec<f64> = between.into_iter().chain(within).collect();
    let mut adjusted = many::holm(&asked).into_iter();
    let mut next = |p: Option<f64>| p.and_then(|_| adjusted.next());
    (next(between), next(within))
}
