use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use uuid::Uuid;

use super::{rounds, surveys};
use crate::oracles_tests::Oracle;
use crate::pulse::mask::{at_least, mask};
use crate::pulse::tree::{Group, NotATree, Tree};

#[test]
fn the_same_groups_are_hidden_as_by_the_reference() {
    for case in Oracle::read("17_privacy_suppression.json").expecting("visible") {
        let nodes = case.input["nodes"].as_array().unwrap();
        let name = |at: usize| nodes[at]["id"].as_str().unwrap();
        let place = |wanted: &str| (0..nodes.len()).find(|at| name(*at) == wanted);
        let id = |name: &str| Uuid::from_slice(format!("{name:\0<16}").as_bytes()).unwrap();
        let group = |at: usize| Group { id: id(name(at)), parent: nodes[at]["parent"].as_str().and_then(place) };
        let tree = Tree::new((0..nodes.len()).map(group).collect()).unwrap();
        let sizes: Vec<u32> = nodes.iter().map(|node| node["respondents"].as_u64().unwrap() as u32).collect();
        let parts = |at: usize| (0..tree.len()).filter(move |part| nodes[*part]["parent"] == nodes[at]["id"]);
        let own: Vec<Vec<u32>> =
            (0..tree.len()).map(|at| vec![sizes[at] - parts(at).map(|part| sizes[part]).sum::<u32>()]).collect();
        let k = case.input["k"].as_u64().unwrap() as u32;

        let shown = mask(&tree, &sizes, &vec![true; tree.len()], &own, at_least(k));
        let mut rests: BTreeMap<&str, u32> = BTreeMap::new();
        for (at, holder) in tree.nearest(&shown).into_iter().enumerate() {
            if let Some(holder) = holder {
                *rests.entry(name(holder)).or_default() += own[at][0];
            }
        }
        let expected = case.expected["visible"].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
        assert_eq!(rests.keys().copied().collect::<BTreeSet<_>>(), expected.collect(), "{}", case.name);
        assert_eq!(serde_json::json!(rests), case.expected["remainder_of_visible"], "{}", case.name);
    }
}

/// Rule R3 word by word, without a thought for time.
fn mask_word_by_word(tree: &Tree, own: &[u32], k: u32) -> Vec<bool> {
    let is_in = |at: usize, group: usize| std::iter::successors(Some(at), |at| tree.parent(*at)).any(|at| at == group);
    let n = |group: usize| (0..tree.len()).filter(|at| is_in(*at, group)).map(|at| own[at]).sum::<u32>();
    let mut shown: Vec<bool> = (0..tree.len()).map(|at| n(at) >= k).collect();
    loop {
        let nearest = |group: usize| {
            let shown = &shown;
            let holds =
                move |at: usize| std::iter::successors(tree.parent(at), |at| tree.parent(*at)).find(|at| shown[*at]);
            (0..tree.len()).filter(move |at| shown[*at] && holds(*at) == Some(group))
        };
        let rest = |group: usize| n(group) - nearest(group).map(n).sum::<u32>();
        let wrong = (0..tree.len()).filter(|at| shown[*at] && (1..k).contains(&rest(*at)));
        let by_size = |at: &usize| (n(*at), tree.id(*at));
        let Some(smallest) = wrong.min_by_key(by_size) else { return shown };
        let hidden = nearest(smallest).min_by_key(by_size).unwrap();
        shown[hidden] = false;
    }
}

proptest! {
    #![proptest_config(rounds())]

    #[test]
    fn the_quick_way_hides_what_the_words_of_the_rule_hide(survey in surveys(14, 120)) {
        let tree = survey.tree();
        let mut own = vec![0; tree.len()];
        survey.answers.iter().for_each(|answer| own[answer.group] += 1);
        let sizes = tree.totals(&own, |to, more| *to += more);
        let counts: Vec<Vec<u32>> = own.iter().map(|n| vec![*n]).collect();
        let quick = mask(&tree, &sizes, &vec![true; tree.len()], &counts, at_least(survey.k));
        prop_assert_eq!(quick, mask_word_by_word(&tree, &own, survey.k));
    }
}

#[test]
fn what_is_no_tree_is_refused() {
    let of = |parents: &[Option<usize>]| {
        let group = |(at, parent): (usize, &Option<usize>)| Group { id: Uuid::from_u128(at as u128), parent: *parent };
        Tree::new(parents.iter().enumerate().map(group).collect())
    };
    let tree = of(&[Some(2), Some(0), None]).unwrap();
    assert_eq!((tree.whole(), tree.depth(1), tree.depth(0), tree.depth(2)), (2, 2, 1, 0));
    for (parents, why) in [
        (&[][..], "nothing"),
        (&[None, None], "two wholes"),
        (&[Some(0)], "its own parent"),
        (&[None, Some(2), Some(1)], "a circle beside the whole"),
        (&[None, Some(7)], "a parent that is not there"),
    ] {
        assert_eq!(of(parents).err(), Some(NotATree), "{why}");
    }
    let twice = vec![Group { id: Uuid::nil(), parent: None }, Group { id: Uuid::nil(), parent: Some(0) }];
    assert_eq!(Tree::new(twice).err(), Some(NotATree), "a key that is there twice");
}
