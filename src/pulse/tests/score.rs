use crate::oracles_tests::{Oracle, numbers};
use crate::pulse::score::{Instrument, Item, Scale, index, round_half_up};

fn engagement() -> Instrument {
    let scales = vec![Scale { items: (0..5).collect(), at_least: 4 }];
    Instrument { items: vec![Item::Agree; 5], scales }
}

#[test]
fn people_score_as_in_the_published_examples() {
    let instrument = engagement();
    let oracle = Oracle::read("15_engagement_index.json");
    for case in oracle.expecting("score") {
        let items = case.input["items"].as_array().unwrap();
        let answers: Vec<Option<u8>> = items.iter().map(|item| item.as_u64().map(|answer| answer as u8)).collect();
        case.holds("score", instrument.score(&instrument.scales[0], &answers));
    }
}

#[test]
fn groups_and_organisations_score_as_in_the_published_examples() {
    let oracle = Oracle::read("15_engagement_index.json");
    for case in oracle.expecting("index") {
        if let Some(scores) = case.input.get("respondent_scores") {
            let scores = numbers(scores);
            let sum = scores.iter().sum::<f64>() as u128;
            case.holds("index", f64::from(index(sum, scores.len() as u32, 1)));
        } else {
            let shares = numbers(&case.input["shares"]);
            let mean: f64 = (0..5).map(|place| shares[4 - place] * f64::from(Item::Agree.points(place))).sum();
            case.holds("index", f64::from(round_half_up(mean)));
        }
    }
    for case in oracle.expecting("difference_display") {
        let (a, b) = (case.input["a"].as_f64().unwrap(), case.input["b"].as_f64().unwrap());
        case.holds("a_display", f64::from(round_half_up(a)));
        case.holds("b_display", f64::from(round_half_up(b)));
        case.holds("difference_display", f64::from(round_half_up(a - b)));
    }
}

#[test]
fn half_a_point_is_rounded_up_even_when_it_is_made_of_thirds() {
    let scale = Scale { items: vec![0, 1, 2], at_least: 1 };
    let instrument = Instrument { items: vec![Item::Agree; 3], scales: vec![scale.clone()] };
    let points = |answers: [u8; 3]| instrument.points(&instrument.options(&answers.map(Some)));
    // 33 1/3, 66 2/3, 0 and 50: their mean is 37 1/2.
    let people = [[2, 3, 2], [4, 4, 3], [1, 1, 1], [3, 3, 3]];
    let sum: u128 = people.iter().map(|answers| scale.score(&points(*answers)).unwrap()).sum();
    assert_eq!((scale.parts(), sum), (6, 150 * 6));
    assert_eq!(index(sum, 4, scale.parts()), 38);
    assert_eq!(index(sum - 1, 4, scale.parts()), 37);
}

#[test]
fn an_index_is_kept_from_the_ends() {
    assert_eq!([0, 4, 5, 50, 94, 95, 100].map(|mean| index(mean * 7, 7, 1)), [5, 5, 5, 50, 94, 95, 95]);
}

#[test]
fn what_is_no_answer_to_an_item_counts_as_none() {
    let instrument = engagement();
    let score = |answers: [u8; 5]| instrument.score(&instrument.scales[0], &answers.map(Some));
    assert_eq!(score([5, 5, 5, 5, 5]), Some(100.0));
    assert_eq!(score([5, 5, 5, 5, 6]), Some(100.0));
    assert_eq!(score([5, 5, 5, 0, 6]), None);
    assert_eq!(instrument.score(&instrument.scales[0], &[Some(5)]), None);
    assert_eq!(Item::Recommend.option(0), Some(0));
    assert_eq!(Item::Recommend.option(11), None);
    assert_eq!(Item::Recommend.points(10), 100);
}
