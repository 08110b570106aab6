//! What is compared on the side: it is found where it is there, and its chance is adjusted for all that are looked at.

use super::known_truth::Dice;
use super::{Numbers, ReleasedTable, reported, table_of};
use crate::insights::others::{Found, Other, others};
use crate::insights::record::BetweenClaim;

const DRAWS: usize = 1_999;
const UNITS: usize = 14;
const PERIODS: usize = 3;

/// What customers say of a unit; the same beside every measure.
fn score(unit: usize) -> f64 {
    60.0 + 2.0 * unit as f64
}

/// A table in which staff of so many units say this.
fn table(units: usize, mut said: impl FnMut(usize) -> f64) -> ReleasedTable {
    let mut row = |unit: usize| {
        let numbers = Numbers { engagement: said(unit), answers: 12, score: score(unit), items: 12 };
        (0..PERIODS).map(|period| Some(Numbers { score: numbers.score + period as f64, ..numbers })).collect()
    };
    table_of(&(0..units).map(&mut row).collect::<Vec<Vec<Option<Numbers>>>>())
}

/// What goes with customers by construction, but for a little.
fn goes_with(share: f64, dice: &mut Dice) -> ReleasedTable {
    table(UNITS, |unit| 40.0 + share * score(unit) + 20.0 * (1.0 - share) * dice.share())
}

/// What has nothing to do with them.
fn noise(dice: &mut Dice) -> ReleasedTable {
    table(UNITS, |_| 40.0 + 30.0 * dice.share())
}

fn compared(tables: &[(&'static str, ReleasedTable)]) -> Vec<Other> {
    others(tables, DRAWS).unwrap()
}

fn found(other: &Other) -> Found {
    other.found.unwrap()
}

#[test]
fn what_goes_with_customers_is_found_and_what_does_not_is_not() {
    let mut dice = Dice(5);
    let mut tables = vec![("proud", noise(&mut dice)), ("team", goes_with(0.9, &mut dice))];
    tables.extend(["promises", "belief", "recommend"].map(|name| (name, noise(&mut dice))));
    let opposite = table(UNITS, |unit| 100.0 - score(unit) / 2.0 + dice.share());
    tables.push(("motivates", opposite));
    let all = compared(&tables);
    let claims: Vec<(&str, BetweenClaim)> = all.iter().map(|other| (other.asked, other.claim)).collect();
    assert_eq!(
        claims,
        [
            ("proud", BetweenClaim::NotClear),
            ("team", BetweenClaim::Higher),
            ("promises", BetweenClaim::NotClear),
            ("belief", BetweenClaim::NotClear),
            ("recommend", BetweenClaim::NotClear),
            ("motivates", BetweenClaim::Lower),
        ],
        "in the order in which they came, however strong they are"
    );
    assert!(all.iter().all(|other| (other.units, found(other).n) == (UNITS, UNITS)));
    assert!(found(&all[1]).r > 0.9 && found(&all[5]).r < -0.9, "{all:?}");
}

#[test]
fn each_is_the_reports_own_first_question() {
    let mut dice = Dice(11);
    for table in [goes_with(0.5, &mut dice), noise(&mut dice)] {
        let between = reported(&table, DRAWS).between.unwrap();
        let alone = found(&compared(&[("team", table)])[0]);
        assert_eq!((alone.n, alone.r, alone.ci95, alone.p), (between.n, between.r, between.ci95, between.p));
    }
}

#[test]
fn chance_is_adjusted_over_all_that_are_compared() {
    let mut dice = Dice(3);
    let tables = [
        ("team", goes_with(0.3, &mut dice)),
        ("promises", noise(&mut dice)),
        ("belief", goes_with(0.8, &mut dice)),
        ("recommend", noise(&mut dice)),
    ];
    let alone: Vec<f64> = tables.iter().map(|one| found(&compared(std::slice::from_ref(one))[0]).p).collect();
    let together: Vec<f64> = compared(&tables).iter().map(|other| found(other).p).collect();
    let mut order = [0, 1, 2, 3];
    order.sort_by(|one, other| alone[*one].total_cmp(&alone[*other]));
    let [first, second, third, last] = order;
    // By hand, from the largest down: of four, times 4/4, 4/3, 4/2, 4/1, and never more than the one before.
    let of_last = alone[last];
    let of_third = of_last.min(alone[third] * 4.0 / 3.0);
    let of_second = of_third.min(alone[second] * 2.0);
    let of_first = of_second.min(alone[first] * 4.0);
    for (at, expected) in [(last, of_last), (third, of_third), (second, of_second), (first, of_first)] {
        assert!((together[at] - expected).abs() < 1e-12, "{alone:?} {together:?}");
    }
    assert!(together[first] > alone[first], "{alone:?} {together:?}");
    // What has too few units is not asked, so the others are not adjusted for it.
    let few = ("proud", table(9, score));
    let with_few = compared(&[tables.to_vec(), vec![few]].concat());
    assert_eq!(with_few.iter().filter_map(|other| Some(other.found?.p)).collect::<Vec<f64>>(), together);
    assert_eq!(with_few[4], Other { asked: "proud", units: 9, claim: BetweenClaim::TooFew, found: None });
}

#[test]
fn what_would_be_clear_alone_is_not_among_many() {
    let mut dice = Dice(8);
    let weak = ("team", table(UNITS, |unit| score(unit) + if unit % 2 == 0 { 12.0 } else { -6.0 }));
    let alone = &compared(std::slice::from_ref(&weak))[0];
    assert!(alone.claim == BetweenClaim::Higher && found(alone).p > 0.005, "{alone:?}");
    let mut tables = vec![weak];
    let names = ["proud", "attachment", "inspires", "motivates", "encouraged", "promises", "belief", "recommend"];
    tables.extend(names.map(|name| (name, noise(&mut dice))));
    let among = &compared(&tables)[0];
    assert_eq!((among.claim, found(among).r), (BetweenClaim::NotClear, found(alone).r));
    assert!(found(among).p > 0.05, "{among:?}");
}

#[test]
fn units_that_say_all_the_same_have_no_correlation_and_nothing_is_found() {
    let same = compared(&[("team", table(UNITS, |_| 60.0))]);
    assert_eq!(same, [Other { asked: "team", units: UNITS, claim: BetweenClaim::NotClear, found: None }]);
    assert_eq!(compared(&[]), []);
}
