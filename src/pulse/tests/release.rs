//! The rules by example, each as somebody would try to get round it.

use super::{Survey, all, cell, pulse, shown};
use crate::pulse::release::{Threshold, snapshot};

#[test]
fn the_threshold_has_a_floor() {
    assert_eq!([0, 3, 5, 8].map(|setting| Threshold::new(setting).people()), [5, 5, 5, 8]);
}

#[test]
fn a_hidden_group_looks_the_same_whyever_it_is_hidden() {
    // Nobody in 1, four in 2, and 3 covers them both; 4 and 5 are shown.
    let survey = Survey::of(&[
        (None, 0, 0),
        (Some(0), 0, 9),
        (Some(0), 4, 0),
        (Some(0), 6, 0),
        (Some(0), 8, 0),
        (Some(0), 9, 0),
    ]);
    let snapshot = survey.snapshot();
    assert_eq!(shown(&snapshot), [0, 4, 5]);
    assert_eq!([1, 2, 3].map(|at| format!("{:?}", snapshot.cells[at])), ["None"; 3]);
}

#[test]
fn whether_the_head_of_teams_answered_is_never_told() {
    // The head belongs to no team. Answered or not: the same teams are shown, and her answer is among six at least.
    for answered in [0, 1] {
        let survey =
            Survey::of(&[(None, answered, 1 - answered as u32), (Some(0), 6, 2), (Some(0), 9, 0), (Some(0), 8, 1)]);
        assert_eq!(shown(&survey.snapshot()), [0, 2, 3], "{answered}");
    }
}

#[test]
fn somebody_who_left_out_all_of_a_scale_is_not_told_by_its_numbers() {
    let mut survey = Survey::of(&[(None, 0, 0), (Some(0), 6, 0), (Some(0), 9, 0), (Some(0), 8, 0)]);
    assert_eq!(shown(&survey.snapshot()), [0, 1, 2, 3]);
    // Two of the six have no score for climate: four have one, and the next smallest covers them.
    for answer in survey.answers.iter_mut().filter(|answer| answer.group == 1).take(2) {
        answer.items[6] = None;
    }
    let snapshot = survey.snapshot();
    assert_eq!(shown(&snapshot), [0, 2]);
    assert_eq!(cell(&snapshot, 0).scales.iter().map(|scale| scale.n).collect::<Vec<_>>(), [23, 21]);
}

#[test]
fn how_many_sent_an_empty_form_is_not_told_by_subtraction() {
    let mut survey = Survey::of(&[(None, 2, 6), (Some(0), 9, 0), (Some(0), 8, 0)]);
    survey.answers.iter_mut().filter(|answer| answer.group == 0).for_each(|answer| answer.items = vec![None; 9]);
    assert_eq!(shown(&survey.snapshot()), [0, 1], "nobody of the two has a score, and they are two all the same");
}

#[test]
fn with_fewer_than_twice_the_threshold_there_is_only_the_total() {
    let survey = |more: usize| Survey::of(&[(None, 0, 0), (Some(0), 9 + more, 0)]).snapshot();
    assert_eq!(shown(&survey(0)), [0]);
    assert_eq!(shown(&survey(1)), [0, 1]);
    assert!(shown(&Survey::of(&[(None, 4, 20)]).snapshot()).is_empty());
}

#[test]
fn an_item_that_few_answered_is_hidden_with_what_would_tell_it() {
    let mut survey = Survey::of(&[(None, 0, 0), (Some(0), 6, 0), (Some(0), 9, 0), (Some(0), 8, 0)]);
    let few = survey.answers.iter_mut().filter(|answer| answer.group == 1).take(2);
    few.for_each(|answer| answer.items[8] = None);
    let snapshot = survey.snapshot();
    assert_eq!(shown(&snapshot), [0, 1, 2, 3]);
    let items = |item: usize| [0, 1, 2, 3].map(|at| cell(&snapshot, at).items[item].as_ref().map(|item| item.n));
    assert_eq!(items(0), [Some(23), Some(6), Some(9), Some(8)]);
    assert_eq!(items(8), [Some(21), None, Some(9), None]);
}

#[test]
fn that_one_person_left_out_a_question_is_not_told() {
    let mut survey = Survey::of(&[(None, 12, 0)]);
    survey.answers[0].items[2] = None;
    assert_eq!(cell(&survey.snapshot(), 0).items[2].as_ref().unwrap().n, 12);
    survey.answers[1..5].iter_mut().for_each(|answer| answer.items[2] = None);
    let snapshot = survey.snapshot();
    assert_eq!(cell(&snapshot, 0).items[2].as_ref().unwrap().n, 7, "five are a group");
    assert_eq!(cell(&snapshot, 0).scales[0].n, 12);
    // Whoever has no score there is not in its items either.
    survey.answers[11].items[0] = None;
    survey.answers[11].items[1] = None;
    let snapshot = survey.snapshot();
    assert_eq!((cell(&snapshot, 0).scales[0].n, cell(&snapshot, 0).items[4].as_ref().unwrap().n), (11, 11));
}

#[test]
fn distributions_need_twice_as_many_who_do_not_all_agree() {
    let shares = |survey: &Survey, at: usize, item: usize| {
        cell(&survey.snapshot(), at).items[item].as_ref().unwrap().distribution.clone()
    };
    let survey = Survey::of(&[(None, 10, 0)]);
    assert_eq!(shares(&survey, 0, 0), Some(vec![0, 50, 0, 50, 0]));
    assert_eq!(shares(&survey, 0, 8), None, "all of them below seven");
    assert_eq!(shares(&Survey::of(&[(None, 9, 0)]), 0, 0), None);

    // Nine of ten are not more than nine in ten; ten of eleven are.
    let mut survey = Survey::of(&[(None, 10, 0)]);
    survey.answers.iter_mut().for_each(|answer| answer.items = all(4));
    survey.answers[0].items = all(5);
    assert_eq!(shares(&survey, 0, 0), Some(vec![0, 0, 0, 90, 10]));
    let more = survey.answers[1].clone();
    survey.answers.push(more);
    assert_eq!(shares(&survey, 0, 0), None);
    survey.answers[1].items[8] = Some(9);
    survey.answers[2].items[8] = Some(7);
    assert_eq!(shares(&survey, 0, 8), Some(vec![82, 9, 9]));
}

#[test]
fn a_distribution_that_is_hidden_cannot_be_worked_out() {
    // Everybody in 1 says the same. The distributions of 0, 2 and 3 would tell it, and those of 0 and 2, or 0 alone, do not.
    let mut survey = Survey::of(&[(None, 0, 0), (Some(0), 12, 0), (Some(0), 14, 0), (Some(0), 13, 0)]);
    survey.answers.iter_mut().filter(|answer| answer.group == 1).for_each(|answer| answer.items = all(4));
    let snapshot = survey.snapshot();
    assert_eq!(shown(&snapshot), [0, 1, 2, 3]);
    let is_there = |at: usize| cell(&snapshot, at).items[0].as_ref().unwrap().distribution.is_some();
    assert_eq!([0, 1, 2, 3].map(is_there), [true, false, true, false]);
}

#[test]
fn how_many_took_part_is_told_in_steps_and_of_enough_people() {
    let response = |answered, silent| cell(&Survey::of(&[(None, answered, silent)]).snapshot(), 0).response;
    assert_eq!(response(29, 71), Some(25), "what is below a third is not said to reach it");
    assert_eq!(response(30, 70), Some(30));
    assert_eq!(response(5, 5), Some(50));
    assert_eq!(response(5, 4), None);
    assert_eq!(response(12, 0), Some(100));
    // Somebody who came after the lists were made.
    let survey = Survey::of(&[(None, 12, 0)]);
    let late = snapshot(&pulse(), &survey.tree(), &survey.answers, &[11], Threshold::new(5));
    assert_eq!(cell(&late, 0).response, Some(100));
}

#[test]
fn comments_wait_for_ten_readers() {
    // 2 and 3 are teams of 1 with nine answers each; 5 is too small and covered by 4.
    let groups = [(None, 0, 0), (Some(0), 0, 0), (Some(1), 9, 0), (Some(1), 9, 0), (Some(0), 10, 0), (Some(0), 3, 9)];
    let snapshot = Survey::of(&groups).snapshot();
    assert_eq!(shown(&snapshot), [0, 1, 2, 3]);
    assert_eq!(snapshot.comments, [0, 1, 1, 1, 0, 0].map(Some));
    assert_eq!(Survey::of(&[(None, 9, 9)]).snapshot().comments, [None], "nine readers are too few anywhere");
}

#[test]
fn an_answer_from_nowhere_counts_nowhere() {
    let mut survey = Survey::of(&[(None, 9, 0)]);
    survey.answers[0].group = 7;
    assert_eq!(cell(&survey.snapshot(), 0).n, 8);
}
