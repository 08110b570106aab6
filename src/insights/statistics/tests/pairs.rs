use super::{holds_interval, holds_list, pair};
use crate::insights::statistics::chance::{Chance, DRAWS, permutation, permutations_without_one};
use crate::insights::statistics::correlation::{
    corrected, interval, p_if_normal, pearson, ranks, spearman, weight, weighted, without_error, without_one,
};
use crate::insights::statistics::many::{false_discovery, holm};
use crate::insights::statistics::power::{chance_to_find, found_reliably, weakest_clear};
use crate::insights::statistics::steadied::steadied;
use crate::oracles_tests::{Oracle, numbers};

#[test]
fn pearson_is_what_scipy_says() {
    for case in &Oracle::read("01_pearson.json").cases {
        let (x, y) = pair(case);
        let r = pearson(&x, &y);
        case.holds("r", r);
        case.holds("p_t", r.and_then(|r| p_if_normal(r, x.len() as f64 - 2.0)));
        holds_interval(case, "fisher_ci95", r.and_then(|r| interval(r, x.len())));
    }
    assert_eq!(pearson(&[1.0, 2.0], &[1.0, 2.0]), None, "two pairs always lie on a line");
}

#[test]
fn spearman_is_what_scipy_says_with_ties_too() {
    for case in &Oracle::read("02_spearman_ties.json").cases {
        let (x, y) = pair(case);
        let rho = spearman(&x, &y).unwrap();
        case.holds("rho", rho);
        case.holds("p_t", p_if_normal(rho, x.len() as f64 - 2.0));
        holds_list(case, "ranks_x", &ranks(&x));
        holds_list(case, "ranks_y", &ranks(&y));
    }
}

#[test]
fn leaving_out_one_after_the_other_gives_what_each_gives_alone() {
    let mut chance = Chance::of(5);
    for (pairs, steps) in [(4, 3), (9, 2), (11, 5), (30, 1000)] {
        // Few steps make ties.
        let mut draw = || -> Vec<f64> {
            let orders = chance.orders(9, pairs);
            orders[1..].iter().map(|order| ((order[0] * 97 + order[1] * 31) % steps) as f64).collect()
        };
        let (x, y) = (draw(), draw());
        let orders = chance.orders(pairs - 1, 499);
        let without = |values: &[f64], one: usize| [&values[..one], &values[one + 1..]].concat();
        let alone = |one: usize| {
            let (x, y) = (without(&x, one), without(&y, one));
            pearson(&x, &y).zip(permutation(&x, &y, &orders))
        };
        let found = permutations_without_one(&x, &y, &orders);
        assert_eq!(found, (0..pairs).map(alone).collect::<Vec<_>>(), "{x:?} {y:?}");
    }
    assert_eq!(permutations_without_one(&[], &[], &[]), []);
    assert_eq!(permutations_without_one(&[1.0], &[1.0], &chance.orders(0, 9)), [None]);
}

#[test]
fn intervals_are_those_of_fisher() {
    for case in &Oracle::read("03_fisher_ci.json").cases {
        let n = case.input["n"].as_u64().unwrap() as usize;
        holds_interval(case, "ci", interval(case.input["r"].as_f64().unwrap(), n));
    }
    assert_eq!((interval(0.5, 3), interval(1.0, 9), interval(-1.0, 9)), (None, None, None));
}

#[test]
fn all_orders_are_gone_through_and_many_are_drawn() {
    for case in &Oracle::read("04_permutation.json").cases {
        let (x, y) = pair(case);
        case.holds("r", pearson(&x, &y));
        if let Some(tolerance) = case.expected["mc_abs_tolerance"].as_f64() {
            for seed in 0..3 {
                let orders = Chance::of(seed).orders(x.len(), DRAWS);
                assert_eq!(orders.len(), DRAWS + 1);
                let p = permutation(&x, &y, &orders).unwrap();
                assert!((p - case.expected["p"].as_f64().unwrap()).abs() < tolerance, "{p}");
            }
        } else {
            let orders = Chance::of(0).orders(x.len(), DRAWS);
            case.holds("total", orders.len() as f64);
            case.holds("count", permutation(&x, &y, &orders).unwrap() * orders.len() as f64);
            case.holds("spearman_p", permutation(&ranks(&x), &ranks(&y), &orders));
        }
    }
}

#[test]
fn chance_is_the_same_for_the_same_seed_and_deals_evenly() {
    let orders = |seed| Chance::of(seed).orders(12, 6_000);
    assert_eq!(orders(7), orders(7));
    assert_ne!(orders(7), orders(8));
    assert_eq!(orders(7)[1], [1, 2, 6, 10, 11, 4, 8, 9, 7, 0, 3, 5], "the draws of a report are the same for ever");
    for place in [0, 5, 11] {
        let mut counts = [0; 12];
        orders(7)[1..].iter().for_each(|order| counts[order[place]] += 1);
        assert!(counts.iter().all(|count| (400..600).contains(count)), "{counts:?}");
    }
    let signs = |n| Chance::of(7).signs(n, 1_000);
    assert_eq!((signs(6).len(), signs(20).len()), (64, 1_001));
    assert!(signs(20)[0].iter().chain(&signs(6)[0]).all(|sign| *sign == 1.0));
    let minus = signs(20)[1..].iter().flatten().filter(|sign| **sign < 0.0).count();
    assert!((9_500..10_500).contains(&minus), "{minus}");
    let mut all: Vec<String> = signs(6).iter().map(|signs| format!("{signs:?}")).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 64);
}

#[test]
fn adjustments_for_many_are_what_statsmodels_says() {
    for case in &Oracle::read("11_multiplicity.json").cases {
        let p = numbers(&case.input["p"]);
        holds_list(case, "holm", &holm(&p));
        holds_list(case, "bh", &false_discovery(&p));
    }
    assert!(holm(&[]).is_empty() && false_discovery(&[]).is_empty());
}

#[test]
fn adjustments_for_many_are_what_a_pencil_says() {
    // In order: 0.01 · 5/1, 0.02 · 5/2, 0.03 · 5/3, 0.04 · 5/4, 0.5 · 5/5; no one is larger than one behind it.
    let p = [0.5, 0.04, 0.01, 0.03, 0.02];
    let adjusted = false_discovery(&p);
    for (expected, found) in [0.5, 0.05, 0.05, 0.05, 0.05].iter().zip(&adjusted) {
        assert!((expected - found).abs() < 1e-12, "{adjusted:?}");
    }
    // 0.001 · 4/1, 0.02 · 4/2, 0.3 · 4/3, 0.9 · 4/4.
    let adjusted = false_discovery(&[0.3, 0.001, 0.9, 0.02]);
    for (expected, found) in [0.4, 0.004, 0.9, 0.04].iter().zip(&adjusted) {
        assert!((expected - found).abs() < 1e-12, "{adjusted:?}");
    }
    assert_eq!(false_discovery(&[0.07]), [0.07]);
}

#[test]
fn power_is_what_the_table_says() {
    for case in &Oracle::read("16_power.json").cases {
        let n = case.input["n"].as_u64().unwrap() as usize;
        case.holds("r_smallest_significant", weakest_clear(n));
        case.holds("r_80pct_power_fisher", found_reliably(n));
        case.holds("power_at_r_020", chance_to_find(0.2, n));
        case.holds("power_at_r_030", chance_to_find(0.3, n));
        case.holds("ci95_half_width_at_r0", interval(0.0, n).map(|(_, high)| high));
    }
    assert_eq!((weakest_clear(2), found_reliably(3)), (None, None));
}

#[test]
fn weighted_and_corrected_are_what_statsmodels_says() {
    for case in &Oracle::read("21_weighted_disattenuated.json").cases {
        let (x, y) = pair(case);
        let (n_x, n_y) = (numbers(&case.input["n_x"]), numbers(&case.input["n_y"]));
        let r = pearson(&x, &y).unwrap();
        case.holds("r", r);
        holds_interval(case, "ci95", interval(r, x.len()));
        let weights: Vec<f64> = n_x.iter().zip(&n_y).map(|(x, y)| weight(*x, *y)).collect();
        holds_list(case, "weights", &weights);
        case.holds("r_weighted", weighted(&x, &y, &weights));
        let reliability = |scores: &[f64], answers: &[f64], within: &str| {
            steadied(scores, answers, case.input[within].as_f64().unwrap()).unwrap().reliability
        };
        let (rel_x, rel_y) = (reliability(&x, &n_x, "sigma2_x"), reliability(&y, &n_y, "sigma2_y"));
        case.holds("reliability_x", rel_x);
        case.holds("reliability_y", rel_y);
        case.holds("r_disattenuated", without_error(r, rel_x, rel_y));
        assert_eq!(corrected(r, rel_x, rel_y).is_some(), case.expected["shown"].as_bool().unwrap());
    }
    assert_eq!(corrected(0.3, 0.5, 0.72), Some(0.5));
}

#[test]
fn one_pair_that_decides_is_found_by_leaving_it_out() {
    let (x, y) = ([1.0, 2.0, 3.0, 4.0, 20.0], [2.0, 1.0, 2.0, 1.0, 20.0]);
    let (low, high) = without_one(&x, &y).unwrap();
    assert!(low < 0.0 && high > 0.95, "{low} {high}");
    assert_eq!(without_one(&x[..3], &y[..3]), None);
}
