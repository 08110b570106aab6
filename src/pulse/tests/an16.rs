//! AN16: the rules on random surveys. What nobody can find out, whatever they subtract from what; (a) to (g) are the
//! properties of the specification of results.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;

use super::{Survey, pulse, rounds, shown, surveys};
use crate::pulse::release::{Snapshot, Threshold};
use crate::pulse::score::Item;

/// Something that is counted of a group without those inside it.
struct Counted {
    what: String,
    own: Vec<u32>,
    /// In which groups it is shown.
    shown: BTreeSet<usize>,
}

/// Everything that is counted and shown, worked out anew from the answers.
fn counted(survey: &Survey, snapshot: &Snapshot) -> Vec<Counted> {
    let of = |what: &str, shown: BTreeSet<usize>, counts: &dyn Fn(&[Option<u8>]) -> bool| {
        let mut own = vec![0; survey.groups.len()];
        survey.answers.iter().filter(|answer| counts(&answer.items)).for_each(|answer| own[answer.group] += 1);
        Counted { what: what.to_owned(), own, shown }
    };
    let groups: BTreeSet<usize> = shown(snapshot).into_iter().collect();
    let is_answer = |item: usize, given: Option<u8>| match given {
        Some(given) => {
            if item == 8 {
                given <= 10
            } else {
                (1..=5).contains(&given)
            }
        }
        None => false,
    };
    let answered =
        |from: usize, to: usize, given: &[Option<u8>]| (from..to).filter(|at| is_answer(*at, given[*at])).count();
    let is_scored = |item: usize, given: &[Option<u8>]| match item {
        0..5 => answered(0, 5, given) >= 4,
        5..8 => answered(5, 8, given) == 3,
        _ => true,
    };
    let mut all = vec![
        of("people", groups.clone(), &|_| true),
        of("engagement", groups.clone(), &|given| is_scored(0, given)),
        of("climate", groups.clone(), &|given| is_scored(5, given)),
    ];
    all.push(Counted { what: "asked".to_owned(), own: survey.asked.clone(), shown: groups.clone() });
    for item in 0..9 {
        let is_there = |at: &usize| snapshot.cells[*at].as_ref().is_some_and(|cell| cell.items[item].is_some());
        let there = groups.iter().copied().filter(is_there).collect();
        all.push(of(&format!("item {item}"), there, &|given| is_scored(item, given) && is_answer(item, given[item])));
    }
    all
}

/// For each group in `shown` what is in it and in no other of them inside it.
fn rests(survey: &Survey, own: &[u32], shown: &BTreeSet<usize>) -> Vec<(usize, u32)> {
    let holder =
        |at: usize| std::iter::successors(Some(at), |at| survey.groups[*at].parent).find(|at| shown.contains(at));
    let rest = |group: usize| (0..own.len()).filter(|at| holder(*at) == Some(group)).map(|at| own[at]).sum();
    shown.iter().map(|group| (*group, rest(*group))).collect()
}

/// What is in a group and all inside it.
fn total(survey: &Survey, own: &[u32], group: usize) -> u32 {
    rests(survey, own, &BTreeSet::from([group])).iter().map(|(_, rest)| rest).sum()
}

/// (a) and (d): R1 and R2 of everything that is counted.
pub(super) fn nothing_is_too_small(survey: &Survey, snapshot: &Snapshot) -> Result<(), TestCaseError> {
    for Counted { what, own, shown } in counted(survey, snapshot) {
        for (group, rest) in rests(survey, &own, &shown) {
            let n = total(survey, &own, group);
            prop_assert!(n >= survey.k, "{} in {}: {}", what, group, n);
            prop_assert!(rest == 0 || rest >= survey.k, "{} left in {}: {}", what, group, rest);
        }
    }
    Ok(())
}

/// Everything that can be made of some sets by putting together and taking away.
fn everything_made_of(sets: impl IntoIterator<Item = u64>) -> BTreeSet<u64> {
    let mut made = BTreeSet::new();
    let mut new: Vec<u64> = sets.into_iter().collect();
    while let Some(set) = new.pop() {
        if made.insert(set) {
            new.extend(
                made.iter()
                    .flat_map(|other| [set | other, set & !other, other & !set])
                    .filter(|set| !made.contains(set)),
            );
        }
    }
    made
}

/// (c): R2 by brute force, for who puts together and takes away whatever they like.
pub(super) fn no_sum_or_difference_is_of_a_few(survey: &Survey, snapshot: &Snapshot) -> Result<(), TestCaseError> {
    let is_in = |at: usize, group: usize| {
        std::iter::successors(Some(at), |at| survey.groups[*at].parent).any(|holder| holder == group)
    };
    let inside =
        |group: &usize| (0..survey.groups.len()).filter(|at| is_in(*at, *group)).fold(0_u64, |set, at| set | 1 << at);
    for Counted { what, own, shown } in counted(survey, snapshot) {
        for set in everything_made_of(shown.iter().map(inside)) {
            let n: u32 = (0..own.len()).filter(|at| set & (1 << at) != 0).map(|at| own[at]).sum();
            prop_assert!(n == 0 || n >= survey.k, "{} of {:b}: {}", what, set, n);
        }
    }
    Ok(())
}

fn in_another_order(survey: &Survey, picks: &[Index]) -> (Survey, Vec<usize>) {
    let mut order: Vec<usize> = (0..survey.groups.len()).collect();
    for (at, pick) in picks.iter().enumerate().take(order.len()) {
        let other = pick.index(order.len());
        order.swap(at, other);
    }
    let place = |old: usize| order.iter().position(|at| *at == old).unwrap();
    let mut other = survey.clone();
    other.groups = order.iter().map(|old| survey.groups[*old]).collect();
    other.groups.iter_mut().for_each(|group| group.parent = group.parent.map(place));
    other.asked = order.iter().map(|old| survey.asked[*old]).collect();
    other.answers.iter_mut().for_each(|answer| answer.group = place(answer.group));
    for (at, pick) in picks.iter().enumerate().take(other.answers.len()) {
        let with = pick.index(survey.answers.len());
        other.answers.swap(at, with);
    }
    (other, order)
}

proptest! {
    #![proptest_config(rounds())]

    #[test]
    fn a_nothing_that_is_shown_or_left_is_too_small(survey in surveys(30, 250)) {
        nothing_is_too_small(&survey, &survey.snapshot())?;
    }

    #[test]
    fn b_the_order_of_groups_and_answers_changes_nothing(
        survey in surveys(12, 120),
        picks in prop::collection::vec(any::<Index>(), 120),
    ) {
        let (other, order) = in_another_order(&survey, &picks);
        let (one, two) = (survey.snapshot(), other.snapshot());
        for (new, old) in order.iter().enumerate() {
            prop_assert_eq!(&two.cells[new], &one.cells[*old]);
            prop_assert_eq!(two.comments[new].map(|home| order[home]), one.comments[*old]);
        }
        prop_assert_eq!(one.quality, two.quality);
    }

    #[test]
    fn c_no_sum_or_difference_of_what_is_shown_is_about_a_few(survey in surveys(12, 120)) {
        let snapshot = survey.snapshot();
        no_sum_or_difference_is_of_a_few(&survey, &snapshot)?;
    }

    #[test]
    fn c_no_distribution_that_can_be_worked_out_is_of_a_few_or_of_one_mind(survey in surveys(6, 160)) {
        let snapshot = survey.snapshot();
        for item in 0..9 {
            let is_there = |at: &usize| snapshot.cells[*at].as_ref()
                .and_then(|cell| cell.items[item].as_ref())
                .is_some_and(|item| item.distribution.is_some());
            let there: BTreeSet<usize> = (0..survey.groups.len()).filter(is_there).collect();
            let kind = pulse().items[item];
            let of_band = |band: &std::ops::Range<usize>| {
                let mut own = vec![0; survey.groups.len()];
                for answer in &survey.answers {
                    let has_score = match item {
                        8 => true,
                        _ => pulse().score(&pulse().scales[item / 5], &answer.items).is_some(),
                    };
                    let option = answer.items[item].and_then(|given| kind.option(given));
                    own[answer.group] += u32::from(has_score && option.is_some_and(|option| band.contains(&option)));
                }
                rests(&survey, &own, &there)
            };
            let bands: Vec<Vec<(usize, u32)>> = kind.bands().iter().map(of_band).collect();
            for at in 0..there.len() {
                let counts: Vec<u32> = bands.iter().map(|band| band[at].1).collect();
                let all: u32 = counts.iter().sum();
                let most = counts.iter().max().copied().unwrap_or(0);
                prop_assert!(all == 0 || all >= 2 * survey.k && most * 10 <= all * 9, "item {}: {:?}", item, counts);
            }
        }
    }

    #[test]
    fn d_a_higher_threshold_holds_as_well(survey in surveys(12, 120), more in 1_u32..6) {
        let higher = Survey { k: survey.k + more, ..survey };
        nothing_is_too_small(&higher, &higher.snapshot())?;
    }

    /// What a viewer may see is less than the mask, and so are the masks of items: nothing comes out by leaving out.
    #[test]
    fn d_hiding_more_groups_breaks_no_rule(survey in surveys(20, 200), picks in prop::collection::vec(any::<bool>(), 20)) {
        for Counted { what, own, shown } in counted(&survey, &survey.snapshot()) {
            let fewer = shown.into_iter().filter(|at| picks[*at]).collect();
            for (group, rest) in rests(&survey, &own, &fewer) {
                prop_assert!(rest == 0 || rest >= survey.k, "{} left in {}: {}", what, group, rest);
            }
        }
    }

    #[test]
    fn f_who_of_a_remainder_said_what_changes_nothing(survey in surveys(12, 120)) {
        let snapshot = survey.snapshot();
        let visible: Vec<bool> = snapshot.cells.iter().map(Option::is_some).collect();
        let nearest = survey.tree().nearest(&visible);
        // Those of one remainder who left out the same questions hand on what they answered, each to the next.
        let alike = |one: &usize, other: &usize| {
            let (one, other) = (&survey.answers[*one], &survey.answers[*other]);
            let is_answer = |(item, given): (usize, &Option<u8>)| given.is_some_and(|given| pulse().items[item].option(given).is_some());
            let given = |items: &[Option<u8>]| items.iter().enumerate().map(is_answer).collect::<Vec<_>>();
            nearest[one.group] == nearest[other.group] && given(&one.items) == given(&other.items)
        };
        let mut other = survey.clone();
        for at in 0..survey.answers.len() {
            let mut round = (at + 1..survey.answers.len()).chain(0..=at);
            let from = round.find(|next| alike(next, &at)).unwrap_or(at);
            other.answers[at].items = survey.answers[from].items.clone();
        }
        prop_assert_eq!(other.snapshot(), snapshot);
    }

    #[test]
    fn g_comments_go_to_enough_readers_and_to_groups_that_are_shown(survey in surveys(14, 160)) {
        let snapshot = survey.snapshot();
        let least = survey.k.max(10);
        let homes: BTreeSet<usize> = snapshot.comments.iter().flatten().copied().collect();
        prop_assert!(homes.is_subset(&shown(&snapshot).into_iter().collect()));
        let people = &counted(&survey, &snapshot)[0].own;
        for home in &homes {
            prop_assert!(total(&survey, people, *home) >= least);
            let from: u32 = (0..people.len()).filter(|at| snapshot.comments[*at] == Some(*home)).map(|at| people[at]).sum();
            prop_assert!(from == 0 || from >= least, "{} in {}", from, home);
        }
    }

    #[test]
    fn few_answers_show_only_the_total_and_no_index_reaches_the_ends(survey in surveys(10, 40)) {
        let snapshot = survey.snapshot();
        if survey.answers.len() < 2 * survey.k as usize {
            prop_assert!(shown(&snapshot).iter().all(|at| survey.groups[*at].parent.is_none()));
        }
        for cell in snapshot.cells.iter().flatten() {
            let indices = cell.scales.iter().map(|scale| scale.index).chain(cell.items.iter().flatten().map(|item| item.index));
            prop_assert!(indices.into_iter().all(|index| (5..=95).contains(&index)));
        }
    }
}

#[test]
fn the_random_surveys_show_and_hide_enough_to_mean_something() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let (mut runner, strategy) = (TestRunner::deterministic(), surveys(12, 120));
    let (mut seen, mut hidden, mut items_hidden, mut spread) = (0, 0, 0, 0);
    for _ in 0..200 {
        let survey = strategy.new_tree(&mut runner).unwrap().current();
        let snapshot = survey.snapshot();
        seen += shown(&snapshot).len();
        hidden += snapshot.cells.len() - shown(&snapshot).len();
        let items: Vec<_> = snapshot.cells.iter().flatten().flat_map(|cell| &cell.items).collect();
        items_hidden += items.iter().filter(|item| item.is_none()).count();
        spread += items.iter().filter(|item| item.as_ref().is_some_and(|item| item.distribution.is_some())).count();
    }
    assert!(seen > 150 && hidden > 150 && items_hidden > 50 && spread > 50, "{seen} {hidden} {items_hidden} {spread}");
    assert_eq!((Item::MOST_OPTIONS, Threshold::FLOOR), (11, 5));
}
