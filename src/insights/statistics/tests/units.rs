use super::holds_list;
use crate::insights::statistics::shares::jeffreys;
use crate::insights::statistics::steadied::steadied;
use crate::oracles_tests::{Oracle, numbers};

#[test]
fn steadied_scores_are_what_statsmodels_says() {
    for case in &Oracle::read("12_eb_shrinkage.json").cases {
        let n = numbers(&case.input["n"]);
        let scores = match case.input.get("means") {
            Some(means) => numbers(means),
            None => numbers(&case.input["k"]).iter().zip(&n).map(|(k, n)| k / n).collect(),
        };
        let found = steadied(&scores, &n, case.input["sigma2"].as_f64().unwrap()).unwrap();
        case.holds("tau2", found.spread);
        case.holds("mu", found.middle);
        case.holds("Q", found.q);
        case.holds("reliability", found.reliability);
        holds_list(case, "B", &found.units.iter().map(|unit| unit.keeps).collect::<Vec<_>>());
        holds_list(case, "shrunk", &found.units.iter().map(|unit| unit.score).collect::<Vec<_>>());
        holds_list(case, "sd", &found.units.iter().map(|unit| unit.error).collect::<Vec<_>>());
    }
}

#[test]
fn what_cannot_be_steadied_is_not() {
    assert_eq!(steadied(&[60.0], &[9.0], 400.0), None, "one unit");
    assert_eq!(steadied(&[60.0, 70.0], &[9.0, 0.0], 400.0), None, "no answers");
    assert_eq!(steadied(&[60.0, 70.0], &[9.0, 8.0], 0.0), None, "no variance");
    assert_eq!(steadied(&[60.0, 70.0], &[9.0], 400.0), None, "answers of another unit");
    assert_eq!(jeffreys(0, 0), 0.5);
}
