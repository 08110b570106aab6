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
