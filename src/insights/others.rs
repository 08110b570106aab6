//! What else surveys ask, each beside the customers' side that was chosen: looked at on the side, and between units only.
//!
//! Each is asked the first question of the report (between.rs) behind its gates (usable.rs), from a table and a seed of its own.
//! Of so many some look strong by chance, so chance is adjusted over all that could be compared (Benjamini and Hochberg). They
//! keep the order in which they came, and no sentence is made of them: the finding is the pair that was chosen before.

use super::between::Units;
use super::record::{Between, BetweenClaim, Range};
use super::statistics::chance::Chance;
use super::statistics::many;
use super::table::ReleasedTable;
use super::usable;

/// Something else that is asked, beside what customers say.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    pub asked: &'static str,
    /// How many units have enough.
    pub units: usize,
    pub claim: BetweenClaim,
    /// None: too few units, or they do not differ.
    pub found: Option<Found>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    pub n: usize,
    pub r: f64,
    pub ci95: Option<Range>,
    /// Adjusted over all that were compared.
    pub p: f64,
}

/// Compares each of these with its customers' side. The same tables give the same answers.
pub fn others(tables: &[(&'static str, ReleasedTable)], draws: usize) -> Result<Vec<Other>, serde_json::Error> {
    let mut compared = Vec::with_capacity(tables.len());
    for (asked, table) in tables {
        let panel = usable::panel(table);
        let units = Units::of(&panel);
        let between = units.compare(&mut Chance::of(table.seed()?), draws);
        compared.push((*asked, panel.distinct(1), units, between));
    }
    let p: Vec<f64> = compared.iter().filter_map(|(.., between)| Some(between.as_ref()?.p)).collect();
    let mut adjusted = many::false_discovery(&p).into_iter();
    let other = |(asked, count, units, between): (_, _, Units, Option<Between>)| {
        let found = between.and_then(|Between { n, r, ci95, .. }| Some(Found { n, r, ci95, p: adjusted.next()? }));
        Other { asked, units: count, claim: units.claim(found.map(|found| (found.r, found.p))), found }
    };
    Ok(compared.into_iter().map(other).collect())
}
