//! What is counted of a group's answers before anything is shown. No HTTP, no SQL.

use super::mask::Counts;
use super::release::Answer;
use super::score::{Instrument, Item, Scale};
use super::tree::Tree;

/// The scores of some people, in parts of a point.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    pub n: u32,
    pub total: u128,
    pub squares: u128,
}

/// The answers of some people, counted.
#[derive(Clone, Debug)]
pub(super) struct Tally {
    /// Everybody who sent the form, whatever they left out.
    pub people: u32,
    pub scales: Vec<Sum>,
    /// For each item how often each option was chosen.
    ///
    /// Of an item that is part of a scale only the answers of those who have a score there: else the item's numbers, less the
    /// scale's, would be the few answers of somebody who gave no more.
    pub items: Vec<[u32; Item::MOST_OPTIONS]>,
}

impl Tally {
    fn nobody(instrument: &Instrument) -> Tally {
        Tally {
            people: 0,
            scales: vec![Sum::default(); instrument.scales.len()],
            items: vec![[0; Item::MOST_OPTIONS]; instrument.items.len()],
        }
    }

    /// Each group's own tally, without the groups inside it. An answer from no group of the tree is left out.
    pub(super) fn own(instrument: &Instrument, tree: &Tree, answers: &[Answer]) -> Vec<Tally> {
        let mut tallies = vec![Tally::nobody(instrument); tree.len()];
        for answer in answers {
            if let Some(tally) = tallies.get_mut(answer.group) {
                tally.count(instrument, &answer.items);
            }
        }
        tallies
    }

    fn count(&mut self, instrument: &Instrument, answers: &[Option<u8>]) {
        let options = instrument.options(answers);
        let points = instrument.points(&options);
        let scores: Vec<Option<u128>> = instrument.scales.iter().map(|scale| scale.score(&points)).collect();
        self.people += 1;
        for (sum, score) in self.scales.iter_mut().zip(&scores) {
            if let Some(score) = score {
                sum.n += 1;
                sum.total += score;
                sum.squares += score * score;
            }
        }
        let has_scores = |item: usize| {
            let is_without = |(scale, score): (&Scale, &Option<u128>)| scale.items.contains(&item) && score.is_none();
            !instrument.scales.iter().zip(&scores).any(is_without)
        };
        for (item, (counts, option)) in self.items.iter_mut().zip(&options).enumerate() {
            if let Some(option) = option.filter(|_| has_scores(item)) {
                counts[option] += 1;
            }
        }
    }

    pub(super) fn add(&mut self, more: &Tally) {
        self.people += more.people;
        for (sum, more) in self.scales.iter_mut().zip(&more.scales) {
            sum.n += more.n;
            sum.total += more.total;
            sum.squares += more.squares;
        }
        for (counts, more) in self.items.iter_mut().zip(&more.items) {
            counts.iter_mut().zip(more).for_each(|(count, more)| *count += more);
        }
    }

    /// How many answered an item.
    pub(super) fn answered(&self, item: usize) -> u32 {
        self.items[item].iter().sum()
    }

    /// How often the options of an item were chosen, as they are shown.
    pub(super) fn bands(&self, kind: Item, item: usize) -> Counts {
        kind.bands().iter().map(|band| self.items[item][band.clone()].iter().sum()).collect()
    }
}
