use super::{Survey, all, pulse};
use crate::pulse::quality::Level;
use crate::pulse::release::{Answer, Threshold, snapshot};
use crate::pulse::reliability;

/// Two houses of two teams each, with as many answers in each team.
fn houses(people: usize) -> Survey {
    let team = |house| (Some(house), people, 0);
    Survey::of(&[(None, 0, 0), (Some(0), 0, 0), (Some(0), 0, 0), team(1), team(1), team(2), team(2)])
}

#[test]
fn alpha_is_of_everybody_who_answered_all_if_they_are_fifty() {
    let mut survey = houses(13);
    for (at, answer) in survey.answers.iter_mut().enumerate() {
        answer.items[at % 5] = Some(1 + (at % 5) as u8);
    }
    let alphas = |survey: &Survey| {
        let snapshot = survey.snapshot();
        snapshot.quality.scales.iter().map(|scale| scale.alpha).collect::<Vec<_>>()
    };
    let row = |answer: &Answer| answer.items[..5].iter().flatten().map(|given| f64::from(*given)).collect();
    let rows: Vec<Vec<f64>> = survey.answers.iter().map(row).collect();
    let alpha = (reliability::alpha(&rows).unwrap() * 100.0).round() / 100.0;
    assert_eq!(alphas(&survey), [Some(alpha), Some(1.0)]);
    assert!((0.5..1.0).contains(&alpha), "{alpha}");
    survey.answers.truncate(50);
    survey.answers[0].items[0] = None;
    assert_eq!(alphas(&survey), [None, Some(1.0)], "49 answered all of engagement");
}

#[test]
fn whether_groups_differ_is_said_for_each_level() {
    let mut survey = houses(10);
    // Both teams of the second house are prouder, and its second most of all.
    for answer in &mut survey.answers {
        let more = [0, 0, 0, 0, 0, 1, 3][answer.group];
        answer.items.iter_mut().flatten().for_each(|given| *given = (*given + more).min(5));
    }
    let levels = |survey: &Survey| survey.snapshot().quality.scales[0].levels.clone();
    let found = levels(&survey);
    let shape = |level: &Level| (level.depth, level.groups, level.hardly_differ);
    assert_eq!(found.iter().map(shape).collect::<Vec<_>>(), [(1, 2, false), (2, 4, false)]);
    assert!(found[1].p < 0.05 && found[1].icc2 > 0.5 && found[1].within > 100.0, "{found:?}");

    let alike = levels(&houses(10));
    assert_eq!(alike.iter().map(shape).collect::<Vec<_>>(), [(1, 2, true), (2, 4, true)]);
    assert_eq!((alike[0].f, alike[0].p, alike[0].icc2), (0.0, 1.0, 0.0));
}

#[test]
fn groups_that_are_not_shown_are_in_no_number_and_a_hidden_total_has_none() {
    let mut survey = houses(10);
    survey.answers.retain(|answer| answer.group != 3);
    survey.answers.extend((0..3).map(|_| Answer { group: 3, items: all(5) }));
    // Team 3 is too small, and 4 covers it: 5 and 6 are left to be compared.
    let found = survey.snapshot().quality.scales[1].levels.clone();
    assert_eq!(found.iter().map(|level| (level.depth, level.groups)).collect::<Vec<_>>(), [(1, 2), (2, 2)]);
    let few = Survey::of(&[(None, 4, 0)]);
    let few = snapshot(&pulse(), &few.tree(), &few.answers, &[60], Threshold::new(5));
    assert!(few.quality.scales.is_empty());
}
