//! What a typed text is looked for by, and how well an issue fits it. One function for both engines, so that both give
//! the same order.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::words::{SHORTEST_PART, Word};
use crate::db::search::{Query, Words};

/// How much a word weighs that only belongs to the same family.
const FAMILY: f64 = 0.75;
/// A word of which the typed one is a part, or the other way round ("Kaffeemaschine", "Maschine").
const PART: f64 = 0.55;
/// Two words with the same beginning ("Kaffeemaschine", "Kaffeeautomat").
const BEGINNING: f64 = 0.3;
/// A word that differs by a typing error.
const TYPO: f64 = 0.7;
/// Letters that two words must have in common at their beginning.
const SAME_BEGINNING: usize = 5;
/// Related words that are looked for beside a typed one; the nearest are taken.
const MOST_RELATED: usize = 12;
/// How fast a word that comes again counts less (k1 of BM25), and how much long texts are held back (b).
const AGAIN: f64 = 0.9;
const LENGTH: f64 = 0.4;
/// The length that is neither long nor short, in terms.
const USUAL_LENGTH: f64 = 40.0;
/// How often a word of the title counts.
const TITLE: usize = 2;
/// Typed words that are looked up, and those of them that are looked for: the rarest.
const MOST_TYPED: usize = 60;
const MOST_WANTED: usize = 16;
/// Items that a word may have to be looked for by itself, all such words together; what more items have is only looked
/// for in company. It bounds the work at a big house and changes nothing at a small one.
const RARE: i64 = 1_000;
const MOST_COMMON: usize = 5;
/// How much of what was typed an issue has to answer before it is worth somebody's look.
const LEAST: f64 = 0.2;

/// What one typed word is looked for by: terms and what each is worth.
pub(super) struct Wanted {
    /// The term in the index, and its weight up to 1.
    pub terms: Vec<(String, f64)>,
    /// What the best of them is worth, were it said once in an issue of usual length.
    pub best: f64,
}

/// The term by which a family stands in the index. Stems begin with a letter, or are numbers without a leading 0.
pub(super) fn family_term(name: &str) -> String {
    format!("0{name}")
}

/// The terms of an issue, as often as they count.
pub(super) fn terms(title: &[Word], rest: &[Word]) -> Vec<String> {
    let mut terms = Vec::new();
    for (words, times) in [(title, TITLE), (rest, 1)] {
        for word in words {
            for _ in 0..times {
                terms.extend(Some(word.stem.clone()).filter(|stem| !stem.is_empty()));
                terms.extend(word.families.iter().map(|name| family_term(name)));
            }
        }
    }
    terms
}

/// What has to be looked up before it is known what to look for: terms as they are, beginnings and ends of words.
pub(super) struct LookUp {
    pub exact: Vec<String>,
    pub beginnings: Vec<String>,
    pub ends: Vec<String>,
}

/// Each word once, and not more than are looked up.
pub(super) fn distinct(mut typed: Vec<Word>) -> Vec<Word> {
    let mut said = HashSet::new();
    typed.retain(|word| word.stem.is_empty() || said.insert(word.stem.clone()));
    typed.truncate(MOST_TYPED);
    typed
}

/// What to look up for these words.
pub(super) fn look_up(typed: &[Word]) -> LookUp {
    let (mut exact, mut beginnings, mut ends) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for word in typed {
        exact.extend(word.families.iter().map(|name| family_term(name)));
        if let Some((beginning, end)) = edges(&word.stem) {
            beginnings.insert(beginning.to_owned());
            ends.insert(end.to_owned());
        }
        exact.insert(word.stem.clone());
    }
    let list = |set: BTreeSet<String>| set.into_iter().filter(|term| !term.is_empty()).collect();
    LookUp { exact: list(exact), beginnings: list(beginnings), ends: list(ends) }
}

/// The letters that another word must begin or end with to be near; none for a word too short to have any near.
fn edges(stem: &str) -> Option<(&str, &str)> {
    let cuts: Vec<usize> = stem.char_indices().map(|(at, _)| at).collect();
    let length = cuts.len();
    if length < SHORTEST_PART {
        return None;
    }
    let beginning = cuts.get(if length < 6 { 3 } else { 4 }).map_or(stem, |at| &stem[..*at]);
    let end = cuts.get(length - SHORTEST_PART).map_or(stem, |at| &stem[*at..]);
    Some((beginning, end))
}

/// What to look for: the typed words, their families, and known words that are near them. Nothing is looked for twice: a
/// family counts once, however many of its words were typed.
pub(super) fn wanted(typed: &[Word], known: &Words) -> Vec<Wanted> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut all = Vec::new();
    for word in typed {
        let mut terms = Vec::new();
        if !word.stem.is_empty() {
            terms.push((word.stem.clone(), 1.0));
            terms.extend(related(&word.stem, known));
        }
        terms.extend(word.families.iter().map(|name| (family_term(name), FAMILY)));
        terms.retain(|(term, _)| known.items.contains_key(term) && taken.insert(term.clone()));
        let worth = terms.iter().map(|(term, weight)| weight * rarity(known, term)).reduce(f64::max);
        // A word that nobody knows cannot be found, but it was said: what does not answer it fits less well.
        let is_unknown = !word.stem.is_empty() && !known.items.contains_key(&word.stem);
        let best = worth.unwrap_or_else(|| if is_unknown { rarity(known, &word.stem) } else { 0.0 });
        all.push(Wanted { terms, best });
    }
    all.sort_by(|one, other| other.best.total_cmp(&one.best));
    all.truncate(MOST_WANTED);
    all
}

/// What the engine is asked: bounded, whatever was typed and however many items there are.
pub(super) fn query(wanted: &[Wanted], known: &Words, audiences: Vec<String>) -> Query {
    let items = |terms: &[String]| terms.iter().filter_map(|term| known.items.get(term)).sum::<i64>();
    let groups = wanted.iter().map(|wanted| wanted.terms.iter().map(|(term, _)| term.clone()).collect::<Vec<_>>());
    let mut groups: Vec<(i64, Vec<String>)> = groups.map(|terms| (items(&terms), terms)).collect();
    groups.retain(|(_, terms)| !terms.is_empty());
    groups.sort();
    let mut query = Query { audiences, ..Query::default() };
    let (mut sum, alone) = (0, groups.len() == 1);
    for (items, terms) in groups {
        sum += items;
        if sum <= RARE || alone {
            query.rare.push(terms);
        } else if query.common.len() < MOST_COMMON {
            query.common.push(terms);
        }
    }
    query
}

fn related(stem: &str, known: &Words) -> Vec<(String, f64)> {
    let Some((beginning, end)) = edges(stem) else { return Vec::new() };
    let is_known = known.items.contains_key(stem);
    let may_be_near = |other: &&String| other.starts_with(beginning) || other.ends_with(end);
    let near = known.items.keys().filter(may_be_near);
    let mut near: Vec<(String, f64)> =
        near.filter_map(|other| Some((other.clone(), nearness(stem, other, is_known)?))).collect();
    near.sort_by(|one, other| other.1.total_cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    near.truncate(MOST_RELATED);
    near
}

/// How near two different stems are by their letters; none when they are not.
fn nearness(typed: &str, other: &str, is_known: bool) -> Option<f64> {
    if typed == other || other.starts_with('0') {
        return None;
    }
    let (typed_length, other_length) = (typed.chars().count(), other.chars().count());
    let (short, long) = if typed_length < other_length { (typed, other) } else { (other, typed) };
    let (shorter, longer) = (typed_length.min(other_length), typed_length.max(other_length));
    if shorter >= SHORTEST_PART && longer >= shorter + 3 && (long.starts_with(short) || long.ends_with(short)) {
        return Some(PART);
    }
    // Where the word is known, the others are other words, not errors.
    let errors = match typed_length {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    if errors > 0 && longer - shorter <= errors && typed.chars().next() == other.chars().next() {
        let distance = strsim::osa_distance(typed, other);
        if distance <= errors {
            return Some(if is_known { TYPO / 2.0 } else { TYPO });
        }
    }
    let same = typed.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    (same >= SAME_BEGINNING && same * 5 >= shorter * 3).then_some(BEGINNING)
}

/// How rare a term is: the less items have it, the more it says (idf of BM25). One that none has is as rare as one that
/// a single item has, or a new word would drown what is known in a small house.
fn rarity(known: &Words, term: &str) -> f64 {
    let all = known.all as f64;
    let with_it = (known.items.get(term).copied().unwrap_or_default() as f64).max(1.0).min(all);
    (1.0 + (all - with_it + 0.5) / (with_it + 0.5)).ln()
}

/// How well the terms of an issue fit what is wanted (BM25, Robertson and Zaragoza 2009, over weighted words); none if so
/// badly that nobody should be bothered with it.
pub(super) fn score(wanted: &[Wanted], terms: &str, known: &Words) -> Option<f64> {
    let mut counts: HashMap<&str, f64> = HashMap::new();
    let mut length = 0.0;
    for term in terms.split(' ') {
        *counts.entry(term).or_default() += 1.0;
        length += 1.0;
    }
    let held_back = AGAIN * (1.0 - LENGTH + LENGTH * length / USUAL_LENGTH);
    let worth = |(term, weight): &(String, f64)| {
        let count = counts.get(term.as_str())?;
        Some(weight * rarity(known, term) * count * (AGAIN + 1.0) / (count + held_back))
    };
    // Of a word and its relatives only the best counts: they are one word of the one who typed.
    let score: f64 = wanted.iter().map(|wanted| wanted.terms.iter().filter_map(worth).fold(0.0, f64::max)).sum();
    let best: f64 = wanted.iter().map(|wanted| wanted.best).sum();
    (score > 0.0 && score >= LEAST * best).then_some(score)
}
