//! The attack: somebody steals everything (the database, its write-ahead log, the log at its most talkative, the mails, two
//! backups with their key, the secret file), knows everybody who was signed in and when, and tries to tell who wrote what
//! anonymously, by every value, order, time and size there is. They get no further than guessing. That they could, they
//! show on houses in which one protection is left out.
//!
//! Half of the issues are given away with their writers, for the attacker to learn from which traces help; the score is that
//! on the other half.

mod days;
pub mod loot;
mod matchers;
mod people;
pub mod positions;
mod score;
mod ties;
pub mod world;

use days::Plan;
use loot::{Loot, keep_log};
use matchers::Known;
use score::{Outcome, combine, outcome};
use ties::Ties;
use world::{CARRIED_KEYS, World};

use crate::house::alone::in_own_process;
use crate::house::{Engine, House};

const SEED: u64 = 20_261_122;
/// Chance does as well as the attacker at least so often: else it is no chance. One run in two thousand is unlucky.
const UNLIKELY: f64 = 0.0005;
/// Below this it was no luck.
const SURE: f64 = 0.0001;

/// 200 issues in ten days.
const TEN_DAYS: Plan = Plan { days: 10, anonymous: 5, named: 55, confidential: 45, returns: 16, joins: 25 };
/// Stirring shuffles and tidies too, and what waits unstirred tells enough by itself: what these two are for shows without
/// it, to a thief who comes only once everything was collected.
const UNSHUFFLED: &str = "shuffle,stirring";
const UNTIDY: &str = "tidiness,stirring";

/// Enough to win where a protection is missing.
const FEW_DAYS: Plan = Plan { days: 3, anonymous: 8, named: 9, confidential: 4, returns: 0, joins: 4 };
/// An order within a batch tells the more the longer it is.
const FULL_DAYS: Plan = Plan { anonymous: 16, ..FEW_DAYS };

/// What the attacker made of a house.
struct Report {
    /// Having learnt, on the other half of the issues.
    learnt: Outcome,
    /// What it learnt to look at.
    by: String,
    /// How many ways it has, and the best of them on all issues, its luck at having so many ways taken off.
    ways: usize,
    best: (String, Outcome),
}

fn attack(engine: Engine, plan: Plan, broken: &'static str) -> Report {
    let settings = [("TEST_BROKEN", broken), ("TRUSTED_PROXIES", "127.0.0.1")];
    let house = House::with(engine, &settings);
    keep_log(&house);
    let mut loot = Loot::default();
    let world = World::live(&house, plan, SEED, broken, |house, is_collected| {
        if is_collected || ![UNSHUFFLED, UNTIDY].contains(&broken) {
            loot.take_at_collection(house);
        }
    });
    loot.take(&world);
    let candidates: Vec<Vec<usize>> = world.truth.iter().map(|one| one.candidates(&world.people)).collect();
    let halves: Vec<(i64, i64)> = world.truth.iter().map(|one| one.half).collect();
    let days = (halves[0].0, house.app.now().micros());
    let known = Known { ties: Ties::find(&loot, &world.people, &world.hashes), candidates, halves, days };
    let mut matchers = known.matchers();
    // Most columns are the same for everybody.
    matchers.retain(|one| one.scores.iter().any(|scores| scores.iter().any(|score| *score != scores[0])));
    // Only here the truth comes in.
    let own: Vec<usize> = (0..world.truth.len())
        .map(|issue| known.candidates[issue].iter().position(|one| *one == world.truth[issue].writer).unwrap())
        .collect();
    let all: Vec<usize> = (0..own.len()).collect();
    let (learn, look): (Vec<usize>, Vec<usize>) = all.iter().partition(|issue| *issue % 2 == 0);
    let together = combine(&matchers, &own, &learn);
    let luck = matchers.len() as f64;
    let singles = matchers.iter().map(|one| (one.name.clone(), outcome(&one.scores, &own, &all)));
    let mut best = singles.min_by(|one, other| one.1.p.total_cmp(&other.1.p)).unwrap();
    best.1.p = (best.1.p * luck).min(1.0);
    let report =
        Report { learnt: outcome(&together.scores, &own, &look), by: together.name, ways: matchers.len(), best };
    print(&format!("{engine:?}, {}", if broken.is_empty() { "as it is" } else { broken }), &report);
    report
}

fn print(what: &str, report: &Report) {
    let Outcome { issues, right, right_by_chance, rank, p } = report.learnt;
    println!(
        "{what:<32} {:>3.0} % right (chance {:.0} %), rank {rank:.2}, p {p:.1e}, {issues} issues, by {}",
        100.0 * right,
        100.0 * right_by_chance,
        report.by
    );
    println!(
        "{:<32} best of {} ways: {}: {:.0} % right, rank {:.2}, p {:.1e}",
        "",
        report.ways,
        report.best.0,
        100.0 * report.best.1.right,
        report.best.1.rank,
        report.best.1.p
    );
}

fn is_no_better_than_chance(report: &Report) {
    assert!(report.learnt.p > UNLIKELY && report.best.1.p > UNLIKELY, "the attacker tells who wrote what");
}

#[test]
fn whoever_steals_everything_only_guesses_on_sqlite() {
    in_own_process(module_path!(), "whoever_steals_everything_only_guesses_on_sqlite", || {
        is_no_better_than_chance(&attack(Engine::Sqlite, TEN_DAYS, ""));
    });
}

#[test]
fn whoever_steals_everything_only_guesses_on_postgres() {
    in_own_process(module_path!(), "whoever_steals_everything_only_guesses_on_postgres", || {
        is_no_better_than_chance(&attack(Engine::Postgres, TEN_DAYS, ""));
    });
}

#[test]
fn without_one_of_the_protections_they_know() {
    in_own_process(module_path!(), "without_one_of_the_protections_they_know", || {
        for (engine, plan, broken) in [
            (Engine::Sqlite, FEW_DAYS, "keys"),
            (Engine::Sqlite, FEW_DAYS, "windows"),
            (Engine::Sqlite, FEW_DAYS, "silence"),
            (Engine::Sqlite, FEW_DAYS, UNTIDY),
            (Engine::Sqlite, FEW_DAYS, CARRIED_KEYS),
            (Engine::Postgres, FEW_DAYS, "stirring"),
            (Engine::Postgres, FULL_DAYS, UNSHUFFLED),
        ] {
            let report = attack(engine, plan, broken);
            let p = report.learnt.p.min(report.best.1.p);
            assert!(p < SURE, "{engine:?}: the attacker does not notice that {broken} is missing");
        }
    });
}
