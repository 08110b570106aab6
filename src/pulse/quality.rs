//! The numbers that tell HR how far a survey can be trusted. Never for managers: they are about the survey, not about teams.

use super::release::{Answer, Cell};
use super::reliability::{self, Scores};
use super::score::{Instrument, Scale};
use super::tree::Tree;

/// Fewer people than this say too little about a scale's alpha.
const ENOUGH_FOR_ALPHA: usize = 50;
/// Groups differ if chance alone would do so less often than this …
const RARE: f64 = 0.05;
/// … and their means are reliable at least that much.
const RELIABLE: f64 = 0.5;

/// About a survey as a whole. Empty if not even the total is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quality {
    /// In the order of the instrument.
    pub scales: Vec<ScaleQuality>,
}

/// About a scale in a survey. All numbers are rounded: no more is shown, and no more is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleQuality {
    /// Cronbach's alpha over everybody who answered all its items, if they are 50 or more.
    pub alpha: Option<f64>,
    /// How much the groups shown differ, for each level of the tree on which at least two are.
    pub levels: Vec<Level>,
}

/// How much the groups shown on one level differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// As [`Tree::depth`]: 1 are the groups right below the whole.
    pub depth: usize,
    pub groups: usize,
    pub icc1: f64,
    /// 0 also where groups differ less than chance would have them.
    pub icc2: f64,
    pub f: f64,
    pub p: f64,
    /// The variance of scores inside groups, pooled over those shown: of which the steadied score is made.
    pub within: f64,
    /// "A comparison between teams has little to work with."
    pub hardly_differ: bool,
}

pub(super) fn of(instrument: &Instrument, tree: &Tree, answers: &[Answer], cells: &[Option<Cell>]) -> Quality {
    if cells[tree.whole()].is_none() {
        return Quality::default();
    }
    let scales = instrument
        .scales
        .iter()
        .enumerate()
        .map(|(at, scale)| ScaleQuality { alpha: alpha(instrument, scale, answers), levels: levels(tree, cells, at) });
    Quality { scales: scales.collect() }
}

fn alpha(instrument: &Instrument, scale: &Scale, answers: &[Answer]) -> Option<f64> {
    let complete = |answer: &Answer| {
        let points = instrument.points(&instrument.options(&answer.items));
        scale.items.iter().map(|item| points.get(*item).copied().flatten().map(f64::from)).collect::<Option<Vec<_>>>()
    };
    // In one order, whatever order the answers lie in: the last digit of a sum depends on it.
    let mut rows: Vec<Vec<f64>> = answers.iter().filter_map(complete).collect();
    rows.sort_by(|one, other| one.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal));
    let alpha = reliability::alpha(&rows).filter(|_| rows.len() >= ENOUGH_FOR_ALPHA)?;
    Some(rounded(alpha, 100.0))
}

fn levels(tree: &Tree, cells: &[Option<Cell>], scale: usize) -> Vec<Level> {
    let deepest = tree.downwards().map(|at| tree.depth(at)).max().unwrap_or(0);
    (1..=deepest).filter_map(|depth| level(tree, cells, scale, depth)).collect()
}

fn level(tree: &Tree, cells: &[Option<Cell>], scale: usize, depth: usize) -> Option<Level> {
    let mut groups: Vec<(uuid::Uuid, Scores)> = Vec::new();
    for at in tree.downwards().filter(|at| tree.depth(*at) == depth) {
        if let Some(cell) = cells[at].as_ref().map(|cell| &cell.scales[scale]) {
            groups.push((tree.id(at), Scores { n: cell.n, sum: cell.sum, sum_of_squares: cell.sum_of_squares }));
        }
    }
    groups.sort_by_key(|(id, _)| *id);
    let scores: Vec<Scores> = groups.into_iter().map(|(_, scores)| scores).collect();
    let found = reliability::differences(&scores)?;
    Some(Level {
        depth,
        groups: scores.len(),
        icc1: rounded(found.icc1, 100.0),
        icc2: rounded(found.icc2.max(0.0), 100.0),
        f: rounded(found.f.min(1e6), 100.0),
        p: rounded(found.p, 1000.0),
        within: rounded(found.within, 1.0),
        hardly_differ: found.p >= RARE || found.icc2 < RELIABLE,
    })
}

fn rounded(value: f64, steps: f64) -> f64 {
    (value * steps).round() / steps
}
