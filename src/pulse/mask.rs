//! Which groups of a tree may be shown, so that nothing can be found out by subtracting one from another.
//!
//! Whoever knows the numbers of a group and of the groups shown inside it knows those of its *remainder*: everybody in it
//! who is in none of them. On one tree, all that can ever be worked out this way are remainders and what several of them make
//! together. So it is enough that each group shown and each remainder is big enough. Hiding one more group only joins
//! two remainders, and where each of two is empty or big enough, so are both together: what is shown may
//! always be made less, and no rule breaks.

use std::collections::BTreeSet;

use super::tree::Tree;

/// What is counted in a group: people, those with a score, those with an answer.
pub(super) type Counts = Vec<u32>;

pub(super) fn add(to: &mut Counts, more: &Counts) {
    to.iter_mut().zip(more).for_each(|(to, more)| *to += more);
}

/// When a group may be shown and when a remainder may be left. A group must pass both.
///
/// Whatever two remainders pass, both together must pass: see above.
pub(super) struct Rule<Show, Leave> {
    pub may_show: Show,
    pub may_leave: Leave,
}

/// Each count is at least `k` in what is shown, and 0 or at least `k` in what is left.
pub(super) fn at_least(k: u32) -> Rule<impl Fn(&Counts) -> bool, impl Fn(&Counts) -> bool> {
    Rule {
        may_show: move |counts: &Counts| counts.iter().all(|count| *count >= k),
        may_leave: move |counts: &Counts| counts.iter().all(|count| *count == 0 || *count >= k),
    }
}

/// Which of the groups `among` may be shown, given what is counted in each group without the groups inside it.
///
/// As long as a remainder is too small, the smallest of the groups that have one gives up the smallest group shown inside it.
/// `sizes` says which group is smaller, the key decides between equals: so the answer is one, in whatever order groups come.
pub(super) fn mask(
    tree: &Tree,
    sizes: &[u32],
    among: &[bool],
    own: &[Counts],
    rule: Rule<impl Fn(&Counts) -> bool, impl Fn(&Counts) -> bool>,
) -> Vec<bool> {
    let totals = tree.totals(own, add);
    let is_fit = |(total, is_among): (&Counts, &bool)| *is_among && (rule.may_show)(total) && (rule.may_leave)(total);
    let mut shown: Vec<bool> = totals.iter().zip(among).map(is_fit).collect();

    let by_size = |at: usize| (sizes[at], tree.id(at), at);
    // Whose remainder a group's own people are in: the nearest group shown around them.
    let holders = tree.nearest(&shown);
    let mut rests = vec![vec![0; own.first().map_or(0, Vec::len)]; tree.len()];
    let mut inside = vec![BTreeSet::new(); tree.len()];
    for at in tree.downwards() {
        if let Some(holder) = holders[at] {
            add(&mut rests[holder], &own[at]);
        }
        if let Some(holder) = tree.parent(at).and_then(|around| holders[around]).filter(|_| shown[at]) {
            inside[holder].insert(by_size(at));
        }
    }

    let is_wrong = |at: &usize| shown[*at] && !(rule.may_leave)(&rests[*at]);
    let mut wrong: BTreeSet<_> = (0..tree.len()).filter(is_wrong).map(by_size).collect();
    while let Some(smallest) = wrong.pop_first() {
        let holder = smallest.2;
        // There is one: a group that shows nothing inside it is its own remainder, and fit.
        let Some(hidden) = inside[holder].pop_first() else { continue };
        wrong.remove(&hidden);
        shown[hidden.2] = false;
        let (rest, mut parts) = (std::mem::take(&mut rests[hidden.2]), std::mem::take(&mut inside[hidden.2]));
        add(&mut rests[holder], &rest);
        inside[holder].append(&mut parts);
        if !(rule.may_leave)(&rests[holder]) {
            wrong.insert(smallest);
        }
    }
    shown
}
