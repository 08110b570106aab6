//! What a world is said to hold is found in it: a report on what its staff answer and its guests write sees which of the two
//! came first, and sees nothing where nothing is.

use super::bond::Bond;
use super::chance::Chance;
use super::*;
use crate::clock::Day;
use crate::ids::PulseId;
use crate::insights::record::{BetweenClaim, Claims, OrderClaim, WithinClaim};
use crate::insights::report::{Settings, report};
use crate::insights::table::{self, Cell, CustomerMeasure, Customers, ReleasedTable, Staff, Unit, UnitLevel};
use crate::pulse::instrument;
use crate::pulse::period::Period;
use crate::pulse::score::round_half_up;

const PEOPLE: usize = 50;
/// A fifth of what the demonstration has: enough to see it, and soon made.
const NOTES: usize = 24_000;

fn size(link: Link, seed: u64, notes: usize) -> Size {
    let ends_at = "2026-11-16T09:30:00Z".parse::<jiff::Timestamp>().unwrap().into();
    Size { link, notes, ..Size::hotel_group(20, 3, seed, ends_at) }
}

/// What guests said of a site in a period.
#[derive(Clone, Copy, Default)]
struct Said {
    praise: u32,
    concerns: u32,
    /// Who answered whether they were satisfied, and their points, 100 for each "yes".
    asked: u32,
    points: u32,
}

impl Said {
    fn share(&self) -> Customers {
        let items = self.praise + self.concerns;
        Customers { score: 100.0 * (f64::from(self.praise) + 0.5) / f64::from(items + 1), items }
    }

    fn satisfied(&self) -> Customers {
        Customers { score: f64::from(self.points) / f64::from(self.asked.max(1)), items: self.asked }
    }
}

fn day_of(world: &World, site: usize, at: Moment) -> Day {
    at.day_in(&jiff::tz::TimeZone::get(world.sites[site].time_zone).unwrap())
}

/// A row a site.
fn said(world: &World, periods: &[Period]) -> Vec<Vec<Said>> {
    let mut said = vec![vec![Said::default(); periods.len()]; world.sites.len()];
    let mut add = |site: usize, at: Moment, with: &dyn Fn(&mut Said)| {
        let day = day_of(world, site, at);
        let period = periods.iter().position(|period| period.from <= day && day < period.until);
        period.into_iter().for_each(|period| with(&mut said[site][period]));
    };
    for note in world.notes.iter().filter(|note| matches!(note.from, From::Guest(_))) {
        let points = note.answers.map(|answers| match answers[0] {
            super::Answer::Yes => 100,
            super::Answer::Partly => 50,
            super::Answer::No => 0,
        });
        add(note.site, note.sent_at, &|said| {
            said.praise += 1;
            said.asked += u32::from(points.is_some());
            said.points += points.unwrap_or(0);
        });
    }
    for held in world.conversations.iter().filter(|held| held.is_concern) {
        add(held.site, held.messages[0].at, &|said| said.concerns += 1);
    }
    said
}

/// What the staff of a site answer in a period, as it is released.
fn felt(world: &World, size: &Size, site: usize, period: &Period) -> Staff {
    let mut chance = Chance::new(size.seed, &format!("answers {site} {}", period.from));
    let questions = surveys::usual(PulseId(uuid::Uuid::nil()));
    let (instrument, _) = instrument::of(&questions);
    let level = world.bond.staff(site, period.from);
    let answered: Vec<_> = (0..PEOPLE).filter_map(|_| surveys::choices(&questions, level, &mut chance)).collect();
    let scores: Vec<f64> =
        answered.iter().filter_map(|choices| instrument.score(&instrument.scales[0], choices)).collect();
    let index = f64::from(round_half_up(scores.iter().sum::<f64>() / scores.len() as f64));
    Staff { index, answers: scores.len() as u32, response: Some((100 * answered.len() / PEOPLE) as u8) }
}

/// The same world by what guests write, and by how satisfied they are.
fn tables(size: &Size) -> [(CustomerMeasure, ReleasedTable); 2] {
    let world = World::generate(size);
    let periods = surveys::periods(day_of(&world, 0, world.ends_at), size.years);
    let said = said(&world, &periods);
    let felt_at = |site| periods.iter().map(|period| felt(&world, size, site, period)).collect();
    let felt: Vec<Vec<Staff>> = (0..world.sites.len()).map(felt_at).collect();
    let table = |score: fn(&Said) -> Customers| {
        let cell =
            |site: usize, at: usize| Cell { staff: Some(felt[site][at]), customers: Some(score(&said[site][at])) };
        let unit = |(at, site): (usize, &Site)| Unit {
            id: site.id.0,
            name: site.name.clone(),
            staff: PEOPLE as u32,
            began_anew: Vec::new(),
            cells: (0..periods.len()).map(|period| cell(at, period)).collect(),
        };
        let named = periods.iter().map(|period| table::Period { name: period.from.to_string(), hardly_differ: false });
        ReleasedTable::new(named.collect(), world.sites.iter().enumerate().map(unit).collect())
    };
    [(CustomerMeasure::PraiseShare, table(Said::share)), (CustomerMeasure::Rating, table(Said::satisfied))]
}

/// What is claimed of each of these worlds, once for each measure.
fn claims(link: Link, seeds: std::ops::RangeInclusive<u64>) -> Vec<[Claims; 2]> {
    let of = |seed| {
        tables(&size(link, seed, NOTES)).map(|(measure, table)| {
            let settings = Settings { draws: 999, ..Settings::new(UnitLevel::Site, measure) };
            report(&table, settings).unwrap().claims
        })
    };
    seeds.map(of).collect()
}

#[test]
fn a_link_as_strong_as_can_be_makes_the_guests_do_as_the_staff_did() {
    let day = |period: i16| -> Day { jiff::civil::date(2024 + period / 6, 1 + period as i8 % 6 * 2, 20).into() };
    // How often the guests' times turned the way the staff's had turned so many periods before.
    let alike = |link: Link, before: i16| -> usize {
        let bond = Bond::of(&size(link, 7, 0));
        let turns = |site: usize, period: i16| {
            let staff = bond.staff(site, day(period - before + 1)) > bond.staff(site, day(period - before));
            let guests = bond.concerned(site, day(period + 1)) < bond.concerned(site, day(period));
            staff == guests
        };
        (0..20).map(|site| (2..12).filter(|period| turns(site, *period)).count()).sum()
    };
    assert!(alike(Link::Same(1.0), 0) > 190 && alike(Link::Lead(1.0), 1) > 190, "the clamp takes a few of 200");
    for (link, before) in [(Link::Same(1.0), 1), (Link::Lead(1.0), 0), (Link::None, 0), (Link::None, 1)] {
        assert!((60..140).contains(&alike(link, before)), "{link:?} {before}");
    }
}

/// How many of so many worlds hold something; each is looked at with both measures, so it counts twice.
fn count(claims: &[[Claims; 2]], holds: impl Fn(&Claims) -> bool) -> usize {
    claims.iter().flatten().filter(|claims| holds(claims)).count()
}

#[test]
fn where_the_staff_lead_the_report_says_so_and_never_the_other_way_round() {
    let claims = claims(Link::Lead(0.8), 1..=3);
    assert_eq!(count(&claims, |claims| claims.within == WithinClaim::Together), 6, "{claims:?}");
    assert!(count(&claims, |claims| claims.order == OrderClaim::EngagementFirst) >= 4, "{claims:?}");
    assert_eq!(count(&claims, |claims| claims.order == OrderClaim::CustomerFirst), 0, "{claims:?}");
}

#[test]
fn where_both_move_at_once_the_report_says_that_they_move_together() {
    let claims = claims(Link::Same(0.8), 1..=1);
    assert_eq!(count(&claims, |claims| claims.within == WithinClaim::Together), 2, "{claims:?}");
}

#[test]
fn where_nothing_is_linked_the_report_hardly_ever_says_anything() {
    let claims = claims(Link::None, 1..=3);
    let is_stated = |claims: &Claims| {
        let is_between = matches!(claims.between, BetweenClaim::Higher | BetweenClaim::Lower);
        is_between || matches!(claims.within, WithinClaim::Together | WithinClaim::Opposite)
    };
    assert!(count(&claims, is_stated) <= 1, "{claims:?}");
    let is_asked = |claims: &Claims| claims.between != BetweenClaim::TooFew && claims.within != WithinClaim::TooFew;
    assert_eq!(count(&claims, is_asked), 6, "{claims:?}");
}

#[test]
fn between_an_eighth_and_a_third_of_what_guests_write_are_concerns() {
    for seed in 1..=3 {
        let world = World::generate(&size(Link::None, seed, 3_000));
        let praise = world.notes.iter().filter(|note| matches!(note.from, From::Guest(_))).count();
        let concerns = world.conversations.iter().filter(|held| held.is_concern).count();
        let share = 100 * concerns / (praise + concerns);
        assert!((13..=30).contains(&share), "{share} %");
    }
}
