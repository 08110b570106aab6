//! Every unit in one period, in figures: what is released of its staff, and what was counted of its customers, each with how
//! much it rests on. Beside them what was brought in from outside.

use serde::Serialize;
use uuid::Uuid;

use super::asked::{BELIEF, PROMISES};
use super::count::Measure;
use super::measure::{Heading, Number, Outside};
use super::released_store::Released;
use super::statistics::rates::per_thousand;
use super::statistics::shares::wilson;
use super::statistics::t95;
use super::stretch::Stretch;
use super::table::Staff;

/// Of fewer notes, answers or people a figure says nothing.
const LEAST: u32 = 5;

/// A figure with what it could be as well: from 0 to 100, or so many for 100 people.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figure {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    /// How many notes or answers it is made of.
    pub n: u32,
}

/// One unit in one period. What is None is hidden, or too little.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    pub name: String,
    pub engagement: Option<Staff>,
    /// Whether something will change, as staff see it: from 0 to 100, as the survey of the period released it.
    pub belief: Option<Staff>,
    /// Whether promises are kept, in the same way.
    pub promises: Option<Staff>,
    /// People who worked there in the middle of the period.
    pub staff: Option<u32>,
    /// Praise by customers, for 100 people.
    pub praise: Option<Figure>,
    /// Praise among colleagues, for 100 people.
    pub colleagues: Option<Figure>,
    /// The share of praise in what customers wrote, in percent.
    pub share: Option<Figure>,
    /// How satisfied customers said they were.
    pub satisfied: Option<Figure>,
    /// What was brought in from outside, a cell a heading.
    pub outside: Vec<FromOutside>,
}

/// A number from outside under the name of its measure, if there is one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FromOutside {
    pub name: String,
    pub told: Option<Number>,
}

/// What heads the columns of numbers from outside, for the units that are shown in these periods.
pub fn headings(released: &Released, outside: &Outside, stretches: &[Stretch]) -> Vec<Heading> {
    outside.headings(&released.units().map(|(id, _)| id).collect(), stretches)
}

/// All units in one period, by name. Numbers from outside stand beside them and bring no unit of their own; the absence of a
/// unit in which hardly anybody works would be somebody's.
pub fn lines(released: &Released, outside: &Outside, headings: &[Heading], at: usize) -> Vec<Line> {
    let told = |id, heading: &Heading| FromOutside {
        name: heading.name.clone(),
        told: outside.number(id, released.stretches[at], heading).filter(|_| released.is_group(id, at)),
    };
    let line = |(id, name)| line(released, (id, name), at, headings.iter().map(|heading| told(id, heading)).collect());
    let mut lines: Vec<Line> = released.units().map(line).collect();
    lines.sort_by_key(|line| crate::fold::fold(&line.name));
    lines
}

fn line(released: &Released, (id, name): (Uuid, &str), at: usize, outside: Vec<FromOutside>) -> Line {
    let is_group = released.is_group(id, at);
    let count = |measure| released.count(id, at, measure).filter(|_| is_group).unwrap_or_default();
    let n = |measure| u32::try_from(count(measure).n).unwrap_or(0);
    let staff = Some(n(Measure::Staff)).filter(|staff| *staff >= LEAST);
    let per_hundred = |measure| {
        // For a thousand customers or for a hundred people: the formula is the same.
        let (value, (low, high)) = per_thousand(n(measure), f64::from(staff?) * 10.0)?;
        Some(Figure { value, low, high, n: n(measure) })
    };
    Line {
        name: name.to_owned(),
        engagement: released.staff(id, at),
        belief: released.other(id, at, BELIEF),
        promises: released.other(id, at, PROMISES),
        staff,
        praise: per_hundred(Measure::Praise),
        colleagues: per_hundred(Measure::Colleague),
        share: share(n(Measure::Praise), n(Measure::Concern)),
        satisfied: mean(
            n(Measure::Satisfied),
            count(Measure::Satisfied).total,
            count(Measure::Satisfied).total_of_squares,
        ),
        outside,
    }
}

/// Wilson's interval, in percent.
fn share(praise: u32, concerns: u32) -> Option<Figure> {
    let n = Some(praise + concerns).filter(|n| *n >= LEAST)?;
    let (low, high) = wilson(praise, n)?;
    Some(Figure { value: 100.0 * f64::from(praise) / f64::from(n), low: 100.0 * low, high: 100.0 * high, n })
}

/// The mean ± t · s/√n, within 0 and 100.
fn mean(n: u32, total: f64, total_of_squares: f64) -> Option<Figure> {
    let count = f64::from(Some(n).filter(|n| *n >= LEAST)?);
    let value = total / count;
    let variance = ((total_of_squares - total * value) / (count - 1.0)).max(0.0);
    let half = t95(count - 1.0)? * (variance / count).sqrt();
    Some(Figure { value, low: (value - half).max(0.0), high: (value + half).min(100.0), n })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_has_the_interval_of_a_table_of_t() {
        // 100, 100, 50, 0, 100, 50: mean 66.67, s 40.82, t(5) 2.5706: ± 42.84.
        let figure = mean(6, 400.0, 3.0 * 10_000.0 + 2.0 * 2_500.0).unwrap();
        assert!((figure.value - 66.667).abs() < 1e-3 && (figure.low - 23.83).abs() < 0.01, "{figure:?}");
        assert_eq!(figure.high, 100.0);
        let alike = mean(5, 500.0, 50_000.0).unwrap();
        assert_eq!((alike.low, alike.high), (100.0, 100.0));
        assert_eq!((mean(4, 400.0, 40_000.0), share(2, 2)), (None, None));
    }

    #[test]
    fn a_share_has_wilsons_interval() {
        // 8 of 10: 0.4902 to 0.9433 (Wilson 1927, as statsmodels has it).
        let figure = share(8, 2).unwrap();
        assert_eq!((figure.value, figure.n), (80.0, 10));
        assert!((figure.low - 49.02).abs() < 0.01 && (figure.high - 94.33).abs() < 0.01, "{figure:?}");
    }
}
