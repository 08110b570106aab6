//! The words of a site's people, each once, in tables that are quick to look through.

use std::collections::{BTreeMap, HashMap};

use super::distance::{Distance, Letter, Pattern, UNKNOWN, mask};

/// Where in a person's entry a word stands. The order is the one in which equal matches are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// The beginning of the name they are called by.
    Called,
    /// Any other of their names.
    Name,
    /// A spelling learnt from earlier notes.
    Alias,
    /// What they do and where.
    Role,
}

/// "This word is in that person's entry."
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting {
    /// Place of the person in the index.
    pub person: u32,
    /// Where the word stands.
    pub field: Field,
}

/// How a typed word and an indexed one agree, best first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Closeness {
    /// Letter by letter.
    Exact,
    /// The typed word begins it; so many letters are still to come.
    Prefix(usize),
    /// The typed word lies inside it.
    Part,
    /// Some strokes are wrong, in the whole word or in its beginning (`None`: too many there).
    Typo { whole: Option<u32>, beginning: Option<u32>, first_right: bool },
}

/// The letters that occur in an index, numbered.
#[derive(Debug, Default)]
pub(super) struct Alphabet {
    numbers: HashMap<char, Letter>,
}

impl Alphabet {
    /// The number of a letter; a new one gets the next. After 65,535 different ones the rest are taken for one.
    fn learn(&mut self, letter: char) -> Letter {
        let next = Letter::try_from(self.numbers.len() + 1).unwrap_or(Letter::MAX);
        *self.numbers.entry(letter).or_insert(next)
    }

    fn learn_word(&mut self, word: &str) -> Vec<Letter> {
        word.chars().map(|letter| self.learn(letter)).collect()
    }

    /// The letters of a word typed.
    pub fn read(&self, word: &str) -> Vec<Letter> {
        word.chars().map(|letter| self.numbers.get(&letter).copied().unwrap_or(UNKNOWN)).collect()
    }

    /// A word typed, prepared for comparison.
    pub fn pattern(&self, word: &str) -> Pattern {
        let short_part = word.chars().any(|c| {
            matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30FF}'
                | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
        });
        Pattern::new(self.read(word), self.numbers.len().min(usize::from(Letter::MAX)), short_part)
    }
}

/// Words while they are collected.
#[derive(Debug, Default)]
pub(super) struct Collected(BTreeMap<Vec<Letter>, Vec<Posting>>);

impl Collected {
    /// Notes in whose entries a word stands.
    pub fn add(&mut self, alphabet: &mut Alphabet, word: &str, who: &[Posting]) {
        if !word.is_empty() {
            self.0.entry(alphabet.learn_word(word)).or_default().extend_from_slice(who);
        }
    }

    /// The finished table; of several postings of one person to one word the best stays.
    pub fn finish(self) -> Words {
        let mut words = Words { word_ends: vec![0], posting_ends: vec![0], ..Words::default() };
        for (letters, mut postings) in self.0 {
            postings.sort_unstable();
            postings.dedup_by_key(|posting| posting.person);
            words.masks.push(mask(&letters));
            words.letters.extend(letters);
            words.word_ends.push(words.letters.len());
            words.postings.extend(postings);
            words.posting_ends.push(words.postings.len());
        }
        words
    }
}

/// A sorted table of different words: letters in one piece, masks in another, so that a look through all of them
/// reads memory in order and allocates nothing.
#[derive(Debug, Default)]
pub(super) struct Words {
    masks: Vec<u64>,
    letters: Vec<Letter>,
    word_ends: Vec<usize>,
    postings: Vec<Posting>,
    posting_ends: Vec<usize>,
}

impl Words {
    /// Calls `found` with every word that agrees with the pattern. With `forgiving` also those that agree with wrong
    /// strokes or in the middle.
    pub fn search(&self, pattern: &Pattern, forgiving: bool, mut found: impl FnMut(Closeness, &[Posting])) {
        let length = pattern.letters.len();
        let Some(first) = pattern.letters.first() else { return };
        let tolerance = if forgiving { pattern.tolerance } else { 0 };
        let part = forgiving && (length >= 3 || pattern.short_part);
        for (at, mask) in self.masks.iter().enumerate() {
            let missing = (pattern.mask & !mask).count_ones();
            if missing > tolerance {
                continue;
            }
            let word = self.word(at);
            if word.len() + (tolerance as usize) < length {
                continue;
            }
            if missing == 0 {
                if word.starts_with(&pattern.letters) {
                    let rest = word.len() - length;
                    found(if rest == 0 { Closeness::Exact } else { Closeness::Prefix(rest) }, self.postings(at));
                    continue;
                }
                if part && word.windows(length).any(|window| window == pattern.letters) {
                    found(Closeness::Part, self.postings(at));
                    continue;
                }
            }
            if tolerance == 0 {
                continue;
            }
            let Distance { whole, beginning } = pattern.distance(word);
            let whole = (whole <= tolerance).then_some(whole);
            let beginning = (beginning <= tolerance.min(beginning_tolerance(length))).then_some(beginning);
            if whole.is_some() || beginning.is_some() {
                let first_right = word.first() == Some(first);
                found(Closeness::Typo { whole, beginning, first_right }, self.postings(at));
            }
        }
    }

    /// Who has exactly this word.
    pub fn exact(&self, word: &[Letter]) -> &[Posting] {
        let (mut low, mut high) = (0, self.masks.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.word(middle).cmp(word) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return self.postings(middle),
            }
        }
        &[]
    }

    fn word(&self, at: usize) -> &[Letter] {
        slice(&self.letters, &self.word_ends, at)
    }

    fn postings(&self, at: usize) -> &[Posting] {
        slice(&self.postings, &self.posting_ends, at)
    }
}

/// Wrong strokes allowed where only the beginning of a word is typed: little is known yet, so fewer than in a whole one.
fn beginning_tolerance(length: usize) -> u32 {
    match length {
        0..=2 => 0,
        3..=6 => 1,
        _ => 2,
    }
}

fn slice<'a, T>(all: &'a [T], ends: &[usize], at: usize) -> &'a [T] {
    match (ends.get(at), ends.get(at + 1)) {
        (Some(from), Some(to)) => all.get(*from..*to).unwrap_or(&[]),
        _ => &[],
    }
}
