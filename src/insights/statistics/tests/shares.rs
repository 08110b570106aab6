use super::holds_interval;
use crate::insights::statistics::rates::per_thousand;
use crate::insights::statistics::shares::{Recommendations, jeffreys, jeffreys_interval, wilson};
use crate::insights::statistics::waiting::waiting;
use crate::oracles_tests::{Oracle, numbers};

#[test]
fn intervals_of_shares_are_what_statsmodels_says() {
    for case in &Oracle::read("08_proportions.json").cases {
        let [yes, all] = ["k", "n"].map(|name| case.input[name].as_u64().unwrap() as u32);
        holds_interval(case, "wilson95", wilson(yes, all));
        if all == 0 {
            assert_eq!(jeffreys_interval(yes, all), None);
        } else {
            holds_interval(case, "jeffreys95_endpoint_rule", jeffreys_interval(yes, all));
            case.holds("jeffreys_mean", jeffreys(yes, all));
        }
    }
    assert_eq!((wilson(3, 2), jeffreys_interval(3, 2)), (None, None));
}

#[test]
fn recommendation_scores_are_what_was_worked_out() {
    for case in &Oracle::read("09_nps.json").cases {
        let count = |name: &str| case.input[name].as_u64().unwrap() as u32;
        let given =
            Recommendations { against: count("detractors"), neither: count("passives"), favour: count("promoters") };
        case.holds("nps", given.score());
        case.holds("se", given.error());
        holds_interval(case, "adj_wald95", given.interval());
    }
    let nobody = Recommendations { against: 0, neither: 0, favour: 0 };
    assert_eq!((nobody.score(), nobody.error(), nobody.interval()), (None, None, None));
}

#[test]
fn those_who_still_wait_count_as_waiting() {
    for case in &Oracle::read("14_time_to_first_answer.json").cases {
        let answered = numbers(&case.input["answered"]);
        let items: Vec<(f64, bool)> =
            numbers(&case.input["hours"]).into_iter().zip(answered).map(|(time, is)| (time, is == 1.0)).collect();
        let found = waiting(&items);
        let expected = case.expected["surv"].as_object().unwrap();
        assert_eq!(expected.len(), found.still.len());
        for (time, share) in &found.still {
            case.holds_value("surv", &expected[&format!("{time:.1}")], Some(*share));
        }
        case.holds("median", found.median());
        case.holds("answered_within_24h", found.answered_within(24.0));
        case.holds("answered_within_48h", found.answered_within(48.0));
        assert_eq!(found.answered_within(0.5), 0.0);
    }
    assert_eq!(waiting(&[]).median(), None);
    assert_eq!(waiting(&[(3.0, true), (9.0, false), (9.0, false)]).median(), None, "most wait still");
    assert_eq!(waiting(&[(3.0, true), (9.0, false)]).median(), Some(3.0));
}

#[test]
fn rates_are_what_statsmodels_says() {
    for case in &Oracle::read("22_rates.json").cases {
        let count = case.input["count"].as_u64().unwrap() as u32;
        let (rate, interval) = per_thousand(count, case.input["exposure"].as_f64().unwrap()).unwrap();
        case.holds("per_1000", rate);
        holds_interval(case, "ci95_per_1000", Some(interval));
    }
    assert_eq!(per_thousand(3, 0.0), None);
}

#[test]
fn a_median_of_waiting_has_the_interval_that_statsmodels_gives() {
    // Leukaemia patients with maintenance (Embury and others 1977), statsmodels 0.14 SurvfuncRight.quantile_ci, "cloglog".
    let kept = [9.0, 13.0, 13.0, 18.0, 23.0, 28.0, 31.0, 34.0, 45.0, 48.0, 161.0];
    let is_over = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0];
    let items: Vec<(f64, bool)> = kept.into_iter().zip(is_over.map(|is| is == 1)).collect();
    let found = waiting(&items);
    assert_eq!((found.median(), found.median_interval()), (Some(31.0), (Some(13.0), None)));
    // The standard error of the share at 23 is 0.15263: on the log-log scale 0.2658 to 0.8353 wait longer.
    let (low, high) = found.within_interval(23.0).unwrap();
    assert!((found.answered_within(23.0) - 0.38636).abs() < 1e-5);
    let (least, most) = (1.0 - high, 1.0 - low);
    assert!((least - 0.26575).abs() < 1e-4 && (most - 0.83530).abs() < 1e-4, "{least} {most}");
    assert_eq!(waiting(&[]).within_interval(1.0), None);
    // Sixty made up, so that both ends can be told: 28, from 19 to 43.
    let over = "4 13 43 67 9 4 3 15 9 40 16 62 28 46 10 1 36 28 18 19 19 2 66 43 3 45 93 7 24 5 38 65 28 42 36 24 54 13 62 134 7 72 22 \
        7 95 5 45 19 77 129 7";
    let open = "11 14 31 101 6 37 21 17 36";
    let read = |text: &str, is_over: bool| -> Vec<(f64, bool)> {
        text.split_whitespace().map(|time| (time.parse().unwrap(), is_over)).collect()
    };
    let items: Vec<(f64, bool)> = [read(over, true), read(open, false)].concat();
    let found = waiting(&items);
    assert_eq!((found.median(), found.median_interval()), (Some(28.0), (Some(19.0), Some(43.0))));
}
