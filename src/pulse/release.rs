//! What of a survey is shown, once and for everybody, after it has closed. No HTTP, no SQL.
//!
//! A snapshot is the only thing that ever leaves the raw answers. The rules, with k the threshold:
//!
//! - A group is shown if at least k people in it sent the form, at least k of them have a score on each scale, and what is
//!   left of it beside the groups shown inside it is nobody or at least k (mask.rs). This holds for who was asked too: "nobody
//!   of the rest answered" says of a head of department whose teams are all shown that she did not.
//! - Each item is shown where its own answers pass the same rule, its distribution where at least 2k answered and no
//!   answer has more than nine in ten, in what is left too.
//! - An index is rounded to whole points and kept within 5 to 95.
//! - Who is hidden is hidden, whether nobody answered, too few did, or a neighbour had to be covered.
//! - With fewer than 2k answers in all there is only the total.
//!
//! Rounding protects less than it seems: of two groups that differ by one person, whole points tell on which side of the middle
//! that person stands, four times in five at six answers. Therefore the masks.

use super::mask::{self, Counts, Rule};
use super::quality::{self, Quality};
use super::score::{self, Instrument};
use super::tally::{Sum, Tally};
use super::tree::Tree;

/// Comments are shown to readers of this many answers, or of k if that is more: words tell more than numbers.
const READERS_OF_COMMENTS: u32 = 10;
/// The response rate is shown in steps of this many percent.
const RESPONSE_STEP: u32 = 5;

/// The least number of people of whom something may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold(u32);

impl Threshold {
    /// What no setting goes below.
    pub const FLOOR: u32 = 5;

    /// The floor, or more if the house wants more.
    pub fn new(setting: u32) -> Threshold {
        Threshold(setting.max(Threshold::FLOOR))
    }

    pub fn people(self) -> u32 {
        self.0
    }
}

/// What one person answered; who they are is not known here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The group they were asked in.
    pub group: usize,
    /// In the order of the instrument; none is "prefer not to say".
    pub items: Vec<Option<u8>>,
}

/// The results of a survey as they are kept and shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// For each group of the tree what is shown of it. None: too few answers, and that is all there is to say.
    pub cells: Vec<Option<Cell>>,
    /// For each group of the tree the group with whose results a comment from it is shown. None: not at all.
    pub comments: Vec<Option<usize>>,
    /// How far the numbers can be trusted: for HR.
    pub quality: Quality,
}

/// What is shown of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// How many sent the form.
    pub n: u32,
    /// The share of those asked, in percent, down to the next step of five: "at least". Only where 2k were asked.
    pub response: Option<u8>,
    /// In the order of the instrument.
    pub scales: Vec<ScaleCell>,
    /// In the order of the instrument; none is hidden.
    pub items: Vec<Option<ItemCell>>,
}

/// A group's number on a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleCell {
    /// How many have a score.
    pub n: u32,
    /// From 5 ("5 or less") to 95 ("95 or more").
    pub index: u8,
    /// The sum of the scores as it is, and of their squares: for the link's reliability alone. On no page, in no export: of five
    /// people they often tell every score there was.
    pub sum: f64,
    pub sum_of_squares: f64,
}

/// A group's number on one item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemCell {
    /// How many answered it. Fewer than k who have a score and left this item out count as if they had not: nobody is to learn
    /// that there was one such person.
    pub n: u32,
    /// From 5 ("5 or less") to 95 ("95 or more").
    pub index: u8,
    /// The share of each answer in whole percent, from the lowest; of a recommendation 0 to 6, 7 and 8, 9 and 10.
    pub distribution: Option<Vec<u8>>,
}

/// What is shown of these answers. `headcounts` says how many people of each group were asked, without the groups inside it.
/// The same whatever order answers and groups come in.
pub fn snapshot(
    instrument: &Instrument,
    tree: &Tree,
    answers: &[Answer],
    headcounts: &[u32],
    k: Threshold,
) -> Snapshot {
    let own = Tally::own(instrument, tree, answers);
    let survey = Survey {
        instrument,
        tree,
        totals: tree.totals(&own, Tally::add),
        sizes: tree.totals(&own.iter().map(|tally| tally.people).collect::<Vec<_>>(), |to, more| *to += more),
        asked: own.iter().enumerate().map(|(at, tally)| asked(headcounts, at, tally)).collect(),
        own,
        k: k.people(),
    };
    let shown = survey.groups();
    let cells = survey.cells(&shown);
    let quality = quality::of(instrument, tree, answers, &cells);
    Snapshot { comments: survey.comments(&shown), cells, quality }
}

/// Whoever answered was asked, whatever the lists say.
fn asked(headcounts: &[u32], at: usize, tally: &Tally) -> u32 {
    headcounts.get(at).copied().unwrap_or(0).max(tally.people)
}

/// All that is known, before anything is left out.
struct Survey<'s> {
    instrument: &'s Instrument,
    tree: &'s Tree,
    own: Vec<Tally>,
    totals: Vec<Tally>,
    /// How many answered in each group with all inside it.
    sizes: Vec<u32>,
    /// How many were asked in each group alone.
    asked: Vec<u32>,
    k: u32,
}

impl Survey<'_> {
    /// Which of `among` may be shown when this is counted of each group alone.
    fn mask(
        &self,
        among: &[bool],
        count: impl Fn(usize, &Tally) -> Counts,
        rule: Rule<impl Fn(&Counts) -> bool, impl Fn(&Counts) -> bool>,
    ) -> Vec<bool> {
        let own: Vec<Counts> = self.own.iter().enumerate().map(|(at, tally)| count(at, tally)).collect();
        mask::mask(self.tree, &self.sizes, among, &own, rule)
    }

    fn groups(&self) -> Vec<bool> {
        let whole = self.tree.whole();
        let is_small = self.sizes[whole] < 2 * self.k;
        let among: Vec<bool> = (0..self.tree.len()).map(|at| !is_small || at == whole).collect();
        let count = |at: usize, tally: &Tally| {
            let scores = tally.scales.iter().map(|sum| sum.n);
            [self.asked[at], tally.people].into_iter().chain(scores).collect()
        };
        self.mask(&among, count, mask::at_least(self.k))
    }

    /// The lowest group around each that is shown and has enough readers.
    fn comments(&self, shown: &[bool]) -> Vec<Option<usize>> {
        let count = |at: usize, tally: &Tally| vec![self.asked[at], tally.people];
        self.tree.nearest(&self.mask(shown, count, mask::at_least(self.k.max(READERS_OF_COMMENTS))))
    }

    fn cells(&self, shown: &[bool]) -> Vec<Option<Cell>> {
        let asked = self.tree.totals(&self.asked, |to, more| *to += more);
        let items: Vec<Vec<Option<ItemCell>>> =
            (0..self.instrument.items.len()).map(|item| self.item(shown, item)).collect();
        let cell = |at: usize| Cell {
            n: self.sizes[at],
            response: (asked[at] >= 2 * self.k).then(|| response(self.sizes[at], asked[at])),
            scales: self.scales(&self.totals[at]),
            items: items.iter().map(|cells| cells[at].clone()).collect(),
        };
        (0..self.tree.len()).map(|at| shown[at].then(|| cell(at))).collect()
    }

    fn scales(&self, tally: &Tally) -> Vec<ScaleCell> {
        let cell = |(scale, sum): (&score::Scale, &Sum)| {
            let parts = scale.parts();
            ScaleCell {
                n: sum.n,
                index: score::index(sum.total, sum.n, parts),
                sum: sum.total as f64 / parts as f64,
                sum_of_squares: sum.squares as f64 / (parts * parts) as f64,
            }
        };
        self.instrument.scales.iter().zip(&tally.scales).map(cell).collect()
    }

    /// An item in all groups where it is shown.
    fn item(&self, shown: &[bool], item: usize) -> Vec<Option<ItemCell>> {
        let kind = self.instrument.items[item];
        let shown = self.mask(shown, |_, tally| vec![tally.answered(item)], mask::at_least(self.k));
        let spread = self.mask(&shown, |_, tally| tally.bands(kind, item), spread_of(2 * self.k));
        let cell = |at: usize| {
            let tally = &self.totals[at];
            let n = tally.answered(item);
            let sum: u32 =
                tally.items[item].iter().enumerate().map(|(option, times)| kind.points(option) * times).sum();
            ItemCell {
                n: self.said_to_have_answered(tally, item),
                index: score::index(u128::from(sum), n, 1),
                distribution: spread[at].then(|| shares(&tally.bands(kind, item))),
            }
        };
        (0..self.tree.len()).map(|at| shown[at].then(|| cell(at))).collect()
    }

    fn said_to_have_answered(&self, tally: &Tally, item: usize) -> u32 {
        let answered = tally.answered(item);
        let scales = self.instrument.scales.iter().zip(&tally.scales);
        let could = scales.filter(|(scale, _)| scale.items.contains(&item)).map(|(_, sum)| sum.n).min();
        could.filter(|could| could - answered < self.k).unwrap_or(answered)
    }
}

/// For distributions: as many answers as that, and not nearly all the same. In what is left too, or what is hidden here
/// because all said the same could be worked out from the group around it.
fn spread_of(least: u32) -> Rule<impl Fn(&Counts) -> bool, impl Fn(&Counts) -> bool> {
    let is_spread = move |counts: &Counts| {
        let all: u32 = counts.iter().sum();
        all >= least && counts.iter().all(|count| count * 10 <= all * 9)
    };
    Rule {
        may_show: is_spread,
        may_leave: move |counts: &Counts| counts.iter().all(|count| *count == 0) || is_spread(counts),
    }
}

/// Down and not to the nearest step: what is below the bar of a half or a third is then never said to reach it.
fn response(answered: u32, asked: u32) -> u8 {
    let percent = answered * 100 / asked.max(1);
    u8::try_from(percent - percent % RESPONSE_STEP).unwrap_or(100)
}

fn shares(counts: &Counts) -> Vec<u8> {
    let all: u32 = counts.iter().sum();
    counts.iter().map(|count| u8::try_from((200 * count + all) / (2 * all.max(1))).unwrap_or(100)).collect()
}
