//! AN16 on every small house: all trees of four groups, with nobody, one, too few, just enough or plenty in each, whoever left
//! out a question. Who has only a part of the rows (a manager's, two managers' together, a file, a filter) has less than what
//! is put together here, for all of them read the one snapshot. And so it stays over time: the answers of each survey are its
//! own, nobody's words stand in two of them, so what several surveys tell is what each tells.

use super::an16::{no_sum_or_difference_is_of_a_few, nothing_is_too_small};
use super::{Survey, shown};

const SIZES: [usize; 5] = [0, 1, 4, 5, 10];

/// Every house: whom each group lies in (the first is the whole), and how many answered in it. In each, `silent` people were
/// asked who did not answer.
fn houses(silent: u32) -> impl Iterator<Item = Survey> {
    let trees = (0..2).flat_map(|two| (0..3).map(move |three| [None, Some(0), Some(two), Some(three)]));
    let sizes =
        |at: usize| std::array::from_fn::<_, 4, _>(|group| SIZES[at / SIZES.len().pow(group as u32) % SIZES.len()]);
    trees.flat_map(move |parents| {
        (0..SIZES.len().pow(4)).map(move |at| {
            let groups: Vec<_> =
                parents.into_iter().zip(sizes(at)).map(|(parent, size)| (parent, size, silent)).collect();
            Survey::of(&groups)
        })
    })
}

/// The last one of each group leaves out the first two questions, and so has no score of the scale.
fn without_two_answers(mut survey: Survey) -> Survey {
    for group in 0..survey.groups.len() {
        if let Some(last) = survey.answers.iter_mut().rev().find(|answer| answer.group == group) {
            last.items[..2].fill(None);
        }
    }
    survey
}

fn look_at_all(houses: impl Iterator<Item = Survey>) -> [usize; 2] {
    let (mut all, mut partly) = (0, 0);
    for survey in houses {
        let snapshot = survey.snapshot();
        let looked = nothing_is_too_small(&survey, &snapshot)
            .and_then(|()| no_sum_or_difference_is_of_a_few(&survey, &snapshot));
        assert!(looked.is_ok(), "{looked:?} in {:?} with {:?}", survey.groups, survey.asked);
        all += 1;
        partly += usize::from((1..4).contains(&shown(&snapshot).len()));
    }
    [all, partly]
}

#[test]
fn in_no_house_of_four_groups_anything_is_told_of_a_few() {
    let [all, partly] = look_at_all(houses(0));
    assert_eq!(all, 6 * 625);
    assert!(partly > all / 3, "in {partly} houses something is shown, and something not");
}

#[test]
fn nor_of_a_few_who_were_asked_or_left_out_a_question() {
    look_at_all(houses(1));
    let [_, partly] = look_at_all(houses(0).map(without_two_answers));
    assert!(partly > 250, "{partly}");
}
