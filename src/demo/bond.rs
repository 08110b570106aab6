//! How the staff of each site feel and what its guests make of it, survey period after survey period: whatever the surveys
//! are answered from and guests write from. The two may be linked, so that it is known what a report has to find.
//!
//! Each site has a level of its own on either side, and good and bad times that last for some periods (autoregressive series
//! with a spread of 1; the 0.55 of the staff is that of the UK Civil Service People Survey from year to year). Only sums,
//! products, quotients and roots, which come out the same to the last bit on every machine.

use super::chance::Chance;
use super::world::Size;
use crate::clock::Day;
use crate::pulse::period::MONTHS_USUAL;

/// How much of a good or bad time is left in the next period.
const STAFF_LASTS: f64 = 0.55;
const GUESTS_LAST: f64 = 0.4;
/// Spread of what the staff feel between sites, and of a site over time, in parts of a step of the scale.
const STAFF_SITES: f64 = 0.35;
const STAFF_TIMES: f64 = 0.28;
/// The same of how many of a thousand guests who write have a concern.
const GUESTS_SITES: f64 = 40.0;
const GUESTS_TIMES: f64 = 60.0;
/// So many of them usually do, and never fewer or more than these.
const CONCERNED: f64 = 180.0;
const CONCERNED_AT_ALL: std::ops::RangeInclusive<f64> = 40.0..=400.0;
/// Of a thousand who praise and answer the questions after it, so many usually say "partly" and "no"; and how many more do
/// for each further one of a thousand who has a concern.
const PARTLY: (f64, f64) = (160.0, 1.2);
const NO: (f64, f64) = (50.0, 0.6);

/// How what guests say follows how the staff feel.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Link {
    /// Not at all.
    #[default]
    None,
    /// In the same period, so strongly (0 to 1).
    Same(f64),
    /// One period later, so strongly.
    Lead(f64),
}

/// The times of all sites of a world.
#[derive(Clone, Debug, PartialEq)]
pub struct Bond {
    /// The number of the first period.
    first: usize,
    sites: Vec<Times>,
}

/// A site's, a number for each period.
#[derive(Clone, Debug, PartialEq)]
struct Times {
    staff: Vec<f64>,
    guests: Vec<f64>,
}

impl Bond {
    /// From before the first survey of such a world until its end.
    pub(super) fn of(size: &Size) -> Bond {
        let periods = size.years as usize * 12 / MONTHS_USUAL as usize + 2;
        let newest = number(size.ends_at.utc_day());
        let mut staff = Chance::new(size.seed, "times of sites");
        let mut guests = Chance::new(size.seed, "times of guests");
        let sites = (0..size.sites).map(|_| Times::new(size.link, periods, &mut staff, &mut guests)).collect();
        Bond { first: (newest + 1).saturating_sub(periods), sites }
    }

    /// What is added to a usual answer of somebody who works in a site, in steps of the scale.
    pub(super) fn staff(&self, site: usize, day: Day) -> f64 {
        let times = &self.sites[site].staff;
        times[self.place(day, times.len())]
    }

    /// How many of a thousand guests of a site who write on a day have a concern.
    pub(super) fn concerned(&self, site: usize, day: Day) -> f64 {
        let times = &self.sites[site].guests;
        (CONCERNED - times[self.place(day, times.len())]).clamp(*CONCERNED_AT_ALL.start(), *CONCERNED_AT_ALL.end())
    }

    /// The same as pieces of concern for a thousand of praise, and the most there may be.
    pub(super) fn concerns(&self, site: usize, day: Day) -> (u64, u64) {
        let odds = |concerned: f64| (concerned * 1_000.0 / (1_000.0 - concerned)) as u64;
        (odds(self.concerned(site, day)), odds(*CONCERNED_AT_ALL.end()))
    }

    /// How many of a thousand who praise a site on a day and are asked whether all was well say "yes", "partly" and "no".
    pub(super) fn answers(&self, site: usize, day: Day) -> [u64; 3] {
        let more = self.concerned(site, day) - CONCERNED;
        let [partly, no] = [PARTLY, NO].map(|(usual, each)| (usual + each * more).max(0.0) as u64);
        [1_000 - partly - no, partly, no]
    }

    fn place(&self, day: Day, periods: usize) -> usize {
        number(day).saturating_sub(self.first).min(periods - 1)
    }
}

impl Times {
    fn new(link: Link, periods: usize, staff: &mut Chance, guests: &mut Chance) -> Times {
        let (staff_level, guests_level) = (STAFF_SITES * staff.normal(), GUESTS_SITES * guests.normal());
        // One period more, for what comes before.
        let (felt, said) = (series(STAFF_LASTS, periods + 1, staff), series(GUESTS_LAST, periods, guests));
        let (strength, followed) = match link {
            Link::None => (0.0, &felt[1..]),
            Link::Same(strength) => (strength, &felt[1..]),
            Link::Lead(strength) => (strength, &felt[..periods]),
        };
        let rest = (1.0 - strength * strength).max(0.0).sqrt();
        let guests = said.iter().zip(followed).map(|(own, followed)| strength * followed + rest * own);
        Times {
            staff: felt[1..].iter().map(|felt| staff_level + STAFF_TIMES * felt).collect(),
            guests: guests.map(|said| guests_level + GUESTS_TIMES * said).collect(),
        }
    }
}

/// Numbers with a spread of 1, of which so much is left in the next.
fn series(lasts: f64, length: usize, chance: &mut Chance) -> Vec<f64> {
    let first = chance.normal();
    let next = |before: &f64| Some(lasts * before + (1.0 - lasts * lasts).sqrt() * chance.normal());
    std::iter::successors(Some(first), next).take(length).collect()
}

/// The number of the period that a day lies in.
fn number(day: Day) -> usize {
    let date = day.date();
    let months = i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
    usize::try_from(months / i32::from(MONTHS_USUAL)).unwrap_or(0)
}
