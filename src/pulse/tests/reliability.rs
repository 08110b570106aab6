use crate::oracles_tests::{Oracle, numbers, rows};
use crate::pulse::reliability::{Scores, alpha, differences};

#[test]
fn alpha_is_what_other_programs_say() {
    for case in Oracle::read("10_reliability.json").expecting("alpha") {
        case.holds("alpha", alpha(&rows(&case.input["items"])));
    }
    assert_eq!(alpha(&[]), None);
    assert_eq!(alpha(&[vec![1.0, 2.0]]), None, "one person");
    assert_eq!(alpha(&[vec![1.0], vec![2.0]]), None, "one item");
    assert_eq!(alpha(&[vec![1.0, 2.0], vec![2.0, 1.0]]), None, "no difference between people");
}

fn scores(values: &[f64]) -> Scores {
    let sum_of_squares = values.iter().map(|value| value * value).sum();
    Scores { n: values.len() as u32, sum: values.iter().sum(), sum_of_squares }
}

#[test]
fn differences_between_groups_are_what_other_programs_say() {
    for case in Oracle::read("10_reliability.json").expecting("icc1") {
        let groups: Vec<Scores> =
            case.input["groups"].as_array().unwrap().iter().map(|group| scores(&numbers(group))).collect();
        let found = differences(&groups).unwrap();
        case.holds("msb", found.between);
        case.holds("msw", found.within);
        case.holds("k0", found.size);
        case.holds("icc1", found.icc1);
        case.holds("icc2", found.icc2);
        case.holds("F", found.f);
        case.holds("df1", found.freedom.0);
        case.holds("df2", found.freedom.1);
        if case.expected.get("p_F").is_some() {
            case.holds("p_F", found.p);
        }
    }
}

#[test]
fn where_nothing_can_differ_nothing_is_said() {
    let (some, same) = (scores(&[1.0, 2.0, 4.0]), scores(&[3.0, 3.0]));
    assert_eq!(differences(&[]), None);
    assert_eq!(differences(&[some]), None, "one group");
    assert_eq!(differences(&[some, scores(&[])]), None, "one group and an empty one");
    assert_eq!(differences(&[scores(&[1.0]), scores(&[2.0])]), None, "everybody is a group");
    assert_eq!(differences(&[same, same]), None, "all alike");
    let apart = differences(&[same, scores(&[4.0, 4.0])]).unwrap();
    assert_eq!((apart.p, apart.icc1, apart.icc2), (0.0, 1.0, 1.0));
    let level = differences(&[some, some]).unwrap();
    assert_eq!((level.f, level.p, level.icc2), (0.0, 1.0, f64::NEG_INFINITY));
}
