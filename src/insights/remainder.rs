//! Of which units anything is told: of a unit of a few people a figure would be a person's, and so would what is left when the
//! figures of all others are taken from the whole.

use std::collections::BTreeSet;

use uuid::Uuid;

/// The parts of a whole that may be told beside it, each with how many work there: as many as can, the smallest left out first.
/// Each is a group of at least so many, and what is left over is nobody, or a group too.
pub fn shown_beside(whole: usize, parts: impl IntoIterator<Item = (Uuid, usize)>, least: usize) -> BTreeSet<Uuid> {
    leaving_a_group(whole, parts.into_iter().filter(|(_, people)| *people >= least), least)
}

/// The same of parts that are groups, however many are known to work there.
pub fn leaving_a_group(whole: usize, groups: impl IntoIterator<Item = (Uuid, usize)>, least: usize) -> BTreeSet<Uuid> {
    let mut shown: Vec<(usize, Uuid)> = groups.into_iter().map(|(id, people)| (people, id)).collect();
    shown.sort_by_key(|part| std::cmp::Reverse(*part));
    let left = |shown: &[(usize, Uuid)]| whole.saturating_sub(shown.iter().map(|(people, _)| people).sum());
    while (1..least).contains(&left(&shown)) && shown.pop().is_some() {}
    shown.into_iter().map(|(_, id)| id).collect()
}
