//! Houses that are made up, so that it is known what is true of them: a port of the generator of the report's specification,
//! with a source of chance of its own. The bench reads this file too.

use super::Uuid;
use super::table::{Cell, Customers, Period, ReleasedTable, Staff, Unit};

/// What is linked, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Null,
    /// In the same period.
    Same,
    /// Engagement one period before.
    Lead,
    /// Customers one period before.
    Reverse,
    /// Something else moves both.
    Common,
}

/// A kind of house.
#[derive(Clone, Copy, Debug)]
pub struct House {
    pub units: usize,
    pub periods: usize,
    pub kind: Kind,
    /// How strong the link is.
    pub beta: f64,
    /// The correlation between units.
    pub between: f64,
    /// How large what is common to all in a period is, and how alike it is on both sides.
    pub season: (f64, f64),
    /// How much of a period is left in the next: engagement, customers.
    pub memory: (f64, f64),
    /// The share of cells that are missing.
    pub missing: f64,
}

impl House {
    pub fn of(kind: Kind, units: usize, periods: usize, beta: f64) -> House {
        House { units, periods, kind, beta, between: 0.0, season: (1.5, 0.5), memory: (0.55, 0.4), missing: 0.0 }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numbers {
    pub engagement: f64,
    pub answers: u32,
    pub score: f64,
    pub items: u32,
}

/// SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0, not quite to 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Of the normal distribution (Box and Muller).
    fn normal(&mut self) -> f64 {
        (-2.0 * (1.0 - self.share()).ln()).sqrt() * (std::f64::consts::TAU * self.share()).cos()
    }

    /// Of the Poisson distribution (Knuth), but not below 5.
    fn at_least_five(&mut self, mean: f64) -> u32 {
        let (mut count, mut left) = (0, self.share());
        while left > (-mean).exp() {
            count += 1;
            left *= self.share();
        }
        count.max(5)
    }

    /// What partly stays as it was, for each unit.
    fn series(&mut self, units: usize, periods: usize, memory: f64) -> Vec<Vec<f64>> {
        let one = |dice: &mut Dice| {
            let mut now = dice.normal();
            let next = |_| {
                let then = now;
                now = memory * now + (1.0 - memory * memory).sqrt() * dice.normal();
                then
            };
            (0..periods).map(next).collect()
        };
        (0..units).map(|_| one(self)).collect()
    }
}

/// A house of this kind: a row a unit.
pub fn generate(house: House, dice: &mut Dice) -> Vec<Vec<Option<Numbers>>> {
    let (x, y) = latent(house, dice);
    let mixed = |one: f64, other: f64, share: f64| share * one + (1.0 - share * share).sqrt() * other;
    let season: Vec<(f64, f64)> = (0..house.periods)
        .map(|_| {
            let common = dice.normal();
            (house.season.0 * common, house.season.0 * mixed(common, dice.normal(), house.season.1))
        })
        .collect();
    let mut unit = |(x, y): (&Vec<f64>, &Vec<f64>)| -> Vec<Option<Numbers>> {
        let level = dice.normal();
        let levels = (7.0 * level, 6.0 * mixed(level, dice.normal(), house.between));
        let mut cell = |period: usize| {
            let (answers, items) = (dice.at_least_five(12.0), dice.at_least_five(25.0));
            // Three of four answer: what they leave open is smaller than in a sample of a large crowd.
            let open_x = 20.0 * 0.25_f64.sqrt() / f64::from(answers).sqrt() * dice.normal();
            let open_y = 25.0 / f64::from(items).sqrt() * dice.normal();
            let engagement = 62.0 + levels.0 + 5.0 * x[period] + season[period].0 + open_x;
            let score = 75.0 + levels.1 + 5.0 * y[period] + season[period].1 + open_y;
            let (engagement, score) = (engagement.clamp(0.0, 100.0), score.clamp(0.0, 100.0));
            (dice.share() >= house.missing).then_some(Numbers { engagement, answers, score, items })
        };
        (0..house.periods).map(&mut cell).collect()
    };
    x.iter().zip(&y).map(&mut unit).collect()
}

/// What moves engagement and customers, with variance 1.
fn latent(house: House, dice: &mut Dice) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
    let House { units, periods, beta, memory, .. } = house;
    // One period more, for what comes before.
    let mut series = |memory: f64| dice.series(units, periods + 1, memory);
    let sum = |one: &[Vec<f64>], share: f64, before: usize, other: &[Vec<f64>]| -> Vec<Vec<f64>> {
        let rest = (1.0 - share * share).sqrt();
        let row = |(one, other): (&Vec<f64>, &Vec<f64>)| {
            (1..=periods).map(|at| share * one[at - before] + rest * other[at]).collect()
        };
        one.iter().zip(other).map(row).collect()
    };
    let (x, y) = (series(memory.0), series(memory.1));
    match house.kind {
        Kind::Null => (sum(&x, 1.0, 0, &y), sum(&y, 1.0, 0, &x)),
        Kind::Same => (sum(&x, 1.0, 0, &y), sum(&x, beta, 0, &y)),
        Kind::Lead => (sum(&x, 1.0, 0, &y), sum(&x, beta, 1, &y)),
        Kind::Reverse => (sum(&y, beta, 1, &x), sum(&y, 1.0, 0, &x)),
        Kind::Common => {
            let cause = series(0.6);
            (sum(&cause, beta.sqrt(), 0, &x), sum(&cause, beta.sqrt(), 0, &y))
        }
    }
}

/// These numbers as they are released: units of ten people, three of four of whom answer.
pub fn table_of(cells: &[Vec<Option<Numbers>>]) -> ReleasedTable {
    let periods = (0..cells.first().map_or(0, Vec::len))
        .map(|at| Period { name: format!("{}-{:02}", 2024 + at / 6, at % 6 * 2 + 1), hardly_differ: false })
        .collect();
    let cell = |numbers: &Option<Numbers>| {
        numbers.map_or(Cell::default(), |numbers| Cell {
            staff: Some(Staff { index: numbers.engagement, answers: numbers.answers, response: Some(75) }),
            customers: Some(Customers { score: numbers.score, items: numbers.items }),
        })
    };
    let unit = |(at, row): (usize, &Vec<Option<Numbers>>)| Unit {
        id: Uuid::from_u128(at as u128),
        name: format!("Team {at}"),
        staff: 10,
        began_anew: Vec::new(),
        cells: row.iter().map(cell).collect(),
    };
    ReleasedTable::new(periods, cells.iter().enumerate().map(unit).collect())
}
