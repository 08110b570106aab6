use proptest::prelude::*;

use super::{grid, grids, holds_interval, holds_list};
use crate::insights::statistics::chance::{Chance, DRAWS};
use crate::insights::statistics::lags::{self, furthest};
use crate::insights::statistics::order::order;
use crate::insights::statistics::panel::{Grid, decomposition, paired, repeated_measures, without_both};
use crate::insights::statistics::slope::slope;
use crate::insights::statistics::t_both_tails;
use crate::oracles_tests::Oracle;

#[test]
fn repeated_measures_are_what_pingouin_and_r_say() {
    for case in &Oracle::read("05_rmcorr.json").cases {
        let (x, y) = grids(case, "subject", None);
        let (r, freedom) = repeated_measures(&x, &y).unwrap();
        case.holds("r", r);
        case.holds("dof", freedom as f64);
        case.holds("p", t_both_tails(r * (freedom as f64 / (1.0 - r * r)).sqrt(), freedom as f64));
    }
}

#[test]
fn a_correlation_comes_apart_into_between_and_within() {
    for case in &Oracle::read("06_decomposition.json").cases {
        let found = decomposition(&grid(&case.input["x"]), &grid(&case.input["y"])).unwrap();
        case.holds("r_total", found.total);
        case.holds("r_between", found.between);
        case.holds("r_within", found.within);
        case.holds("eta_x", found.spread_x);
        case.holds("eta_y", found.spread_y);
    }
    let flat: Grid = vec![vec![Some(1.0), Some(1.0)], vec![Some(2.0), Some(2.0)]];
    assert_eq!(decomposition(&flat, &flat), None, "nothing varies within");
}

#[test]
fn slopes_are_what_statsmodels_says() {
    let oracle = Oracle::read("07_twoway_fe.json");
    for case in oracle.cases.iter().filter(|case| case.input.get("x2").is_none() && !case.name.contains('+')) {
        let (x, y) = grids(case, "unit", Some("time"));
        let found = slope(&x, &y).unwrap();
        case.holds("beta", found.beta);
        case.holds("se_cluster_cr1", found.error);
        case.holds("t_df", found.freedom as f64);
        case.holds("p_t", t_both_tails(found.beta / found.error, found.freedom as f64));
        holds_interval(case, "ci95_t", found.interval());
        let counted = [found.units, found.periods, found.cells].map(|n| n as f64);
        ["G", "T", "N"].iter().zip(counted).for_each(|(name, n)| case.holds(name, n));
    }
    let some: Grid = vec![vec![Some(1.0), Some(2.0)], vec![Some(2.0), Some(3.0)]];
    assert_eq!(slope(&some, &some), None, "as many effects as cells");
}

#[test]
fn lags_and_order_are_what_going_through_all_says() {
    for case in &Oracle::read("13_lag_and_direction.json").cases {
        let (x, y) = paired(&grid(&case.input["x"]), &grid(&case.input["y"]));
        let (x, y) = (without_both(&x), without_both(&y));
        let furthest = case.input["K"].as_u64().unwrap() as usize;
        let mut chance = Chance::of(1);
        let found = lags::test(&x, &y, furthest, &chance.orders(x.len(), DRAWS)).unwrap();
        assert_eq!(found.orders, 720);
        holds_list(case, "lags", &found.lags.iter().map(|lag| f64::from(*lag)).collect::<Vec<_>>());
        holds_list(case, "r", &found.r);
        holds_list(case, "p_raw", &found.p_alone);
        holds_list(case, "p_max_adjusted", &found.p);
        case.holds("p_any_lag", found.p_any());
        assert_eq!(lags::strongest(&found.r, &found.p, 0.05), Some(2));
        assert_eq!(lags::strongest(&found.r, &found.p, 0.001), None);
        for ((low, high), r) in found.band.iter().zip(&found.r) {
            assert!(low < &0.0 && high > &0.0 && high - low > 0.2, "{low} {r} {high}");
        }

        let found = order(&x, &y, furthest, &chance.signs(x.len(), DRAWS)).unwrap();
        case.holds("D", found.lead);
        case.holds("p_direction", found.p);
        holds_list(case, "s_by_unit", &found.by_unit);
    }
}

#[test]
fn lags_reach_as_far_as_there_are_periods() {
    assert_eq!([6, 7, 8, 9, 10, 13, 14, 24].map(furthest), [0, 0, 1, 1, 2, 2, 3, 3]);
}

#[test]
fn where_nothing_varies_nothing_is_found() {
    let flat: Grid = vec![vec![Some(3.0); 8]; 9];
    let left = without_both(&flat);
    let mut chance = Chance::of(1);
    assert_eq!(lags::test(&left, &left, 1, &chance.orders(9, 99)), None);
    assert_eq!(order(&left, &left, 1, &chance.signs(9, 99)), None);
    assert_eq!((slope(&flat, &flat), repeated_measures(&flat, &flat), decomposition(&flat, &flat)), (None, None, None));
    assert_eq!(repeated_measures(&Vec::new(), &Vec::new()), None);
}

fn panels() -> impl Strategy<Value = (Grid, Grid)> {
    let cell = prop_oneof![9 => (0.0..100.0, 0.0..100.0).prop_map(Some), 1 => Just(None)];
    prop::collection::vec(prop::collection::vec(cell, 7), 3..12).prop_map(|cells| {
        let pick = |which: fn((f64, f64)) -> f64| -> Grid {
            cells.iter().map(|row| row.iter().map(|cell| cell.map(which)).collect()).collect()
        };
        (pick(|pair| pair.0), pick(|pair| pair.1))
    })
}

proptest! {
    #[test]
    fn a_gap_in_one_measure_is_one_in_both_and_a_unit_of_gaps_is_none(
        (x, y) in panels(),
        gap in any::<prop::sample::Index>(),
    ) {
        let (mut one, mut both) = ((x.clone(), y.clone()), (x.clone(), y));
        let (unit, period) = (gap.index(x.len()), gap.index(x[0].len()));
        one.0[unit][period] = None;
        (both.0[unit][period], both.1[unit][period]) = (None, None);
        one.0.push(vec![Some(50.0); x[0].len()]);
        one.1.push(vec![None; x[0].len()]);
        prop_assert_eq!(slope(&one.0, &one.1), slope(&both.0, &both.1));
        prop_assert_eq!(repeated_measures(&one.0, &one.1), repeated_measures(&both.0, &both.1));
        prop_assert_eq!(decomposition(&one.0, &one.1), decomposition(&both.0, &both.1));
    }

    #[test]
    fn between_and_within_make_up_the_whole((x, y) in panels()) {
        let found = decomposition(&x, &y).unwrap();
        let (x, y) = (found.spread_x, found.spread_y);
        let whole = x * y * found.between + ((1.0 - x * x) * (1.0 - y * y)).sqrt() * found.within;
        prop_assert!((found.total - whole).abs() < 1e-9, "{:?}", found);
    }

    /// What is common to all in a period, and what is always so in a unit, says nothing about how both move.
    #[test]
    fn seasons_and_levels_change_no_slope((x, y) in panels(), season in prop::collection::vec(-50.0..50.0, 7)) {
        let moved = |grid: &Grid, by: f64| -> Grid {
            let row = |(unit, row): (usize, &Vec<Option<f64>>)| {
                let cell = |(cell, season): (&Option<f64>, &f64)| cell.map(|cell| cell + season + by * unit as f64);
                row.iter().zip(&season).map(cell).collect()
            };
            grid.iter().enumerate().map(row).collect()
        };
        if let (Some(one), Some(other)) = (slope(&x, &y), slope(&moved(&x, 3.0), &moved(&y, -7.0))) {
            prop_assert!((one.beta - other.beta).abs() < 1e-7 && (one.error - other.error).abs() < 1e-7);
        }
    }
}
