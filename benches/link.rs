//! How long the report of the link takes for 40 units and 24 periods with all its draws (goal: under half a second), and how often
//! it is right in 1,000 made-up houses of each kind of which the truth is known. A number after `--` makes fewer of them; exit
//! status 1 if a goal is missed.

// A bench may stop, and prints its result.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use std::process::ExitCode;
use std::time::{Duration, Instant};

use peopleworthy::insights::record::{BetweenClaim, OrderClaim, Record, WithinClaim};
use peopleworthy::insights::report::{Settings, report};
use peopleworthy::insights::table::{self, CustomerMeasure, UnitLevel};
use uuid::Uuid;

#[path = "../src/insights/tests/known_truth.rs"]
mod known_truth;

use known_truth::{Dice, House, Kind, generate, table_of};

const GOAL: Duration = Duration::from_millis(500);
const HOUSES: u64 = 1_000;
/// Fewer than a house gets: of many houses the rates are the same.
const DRAWS: usize = 499;
/// 5 % and twice the error of a thousand houses.
const SELDOM: f64 = 0.065;

fn main() -> ExitCode {
    let houses = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(HOUSES);
    let mut are_met = is_fast();
    println!("{houses} houses of each kind           a link   engagement first   customers first   (goal)");
    for (units, periods) in [(12, 8), (20, 12)] {
        let null = House::of(Kind::Null, units, periods, 0.0);
        for (name, house) in [
            ("no link", null),
            ("no link, strong season", House { season: (4.0, 0.9), ..null }),
            ("no link, long memory", House { memory: (0.8, 0.8), ..null }),
            ("no link, 15% missing", House { missing: 0.15, ..null }),
        ] {
            let rates = Rates::of(houses, house);
            are_met &= rates.show(name, house, "link at most 6.5%", rates.link <= SELDOM);
        }
    }
    for (name, kind) in
        [("engagement leads", Kind::Lead), ("customers lead", Kind::Reverse), ("common cause", Kind::Common)]
    {
        let house = House::of(kind, 20, 12, 0.8);
        let rates = Rates::of(houses, house);
        let (goal, is_met) = match kind {
            Kind::Lead => ("right at least 85%, wrong at most 2%", rates.engagement >= 0.85 && rates.customers <= 0.02),
            Kind::Reverse => {
                ("right at least 85%, wrong at most 2%", rates.customers >= 0.85 && rates.engagement <= 0.02)
            }
            _ => ("any order at most 7%", rates.engagement + rates.customers <= 0.07),
        };
        are_met &= rates.show(name, house, goal, is_met);
    }
    if are_met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn is_fast() -> bool {
    let table = table_of(&generate(House::of(Kind::Same, 40, 24, 0.5), &mut Dice(1)));
    let settings = Settings::new(UnitLevel::Team, CustomerMeasure::Rating);
    let time = |_| {
        let started = Instant::now();
        std::hint::black_box(report(&table, settings).unwrap());
        started.elapsed()
    };
    let mut times: Vec<Duration> = (0..9).map(time).collect();
    times.sort();
    println!(
        "40 units, 24 periods, {} draws: median {:.0?}, slowest {:.0?} (goal {GOAL:?})",
        settings.draws, times[4], times[8]
    );
    times[4] < GOAL
}

/// In which share of houses something is said.
struct Rates {
    link: f64,
    engagement: f64,
    customers: f64,
}

impl Rates {
    fn of(houses: u64, house: House) -> Rates {
        let settings = Settings { draws: DRAWS, ..Settings::new(UnitLevel::Team, CustomerMeasure::Rating) };
        let records: Vec<Record> =
            (0..houses).map(|seed| report(&table_of(&generate(house, &mut Dice(seed))), settings).unwrap()).collect();
        let rate = |is_said: &dyn Fn(&Record) -> bool| {
            records.iter().filter(|record| is_said(record)).count() as f64 / houses as f64
        };
        Rates {
            link: rate(&|record| {
                matches!(record.claims.between, BetweenClaim::Higher | BetweenClaim::Lower)
                    || matches!(record.claims.within, WithinClaim::Together | WithinClaim::Opposite)
            }),
            engagement: rate(&|record| record.claims.order == OrderClaim::EngagementFirst),
            customers: rate(&|record| record.claims.order == OrderClaim::CustomerFirst),
        }
    }

    fn show(&self, name: &str, house: House, goal: &str, is_met: bool) -> bool {
        let percent = [self.link, self.engagement, self.customers].map(|rate| format!("{:.1}%", 100.0 * rate));
        let [link, engagement, customers] = percent;
        let size = format!("{}x{}", house.units, house.periods);
        let met = if is_met { "" } else { "  MISSED" };
        println!("{name:<24} {size:<6} {link:>11} {engagement:>18} {customers:>17}   ({goal}){met}");
        is_met
    }
}
