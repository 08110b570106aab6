//! Finding a colleague by whatever a guest remembers: part of a name, a nickname, a role, with wrong keys and in
//! another script.
//!
//! Every different word of a site's people is kept once, folded, in a table. A typed word is held against all of them:
//! a look at which letters it has rules most out, then bits decide (see [`distance`]). What it agrees with counts for
//! the people who carry that word; several typed words add up. No HTTP and no SQL here: whoever knows the people
//! builds an [`Index`] and shares it.

mod distance;
mod index;
mod nicknames;
mod sound;
mod tally;
mod weights;
mod words;

use std::collections::HashMap;

use crate::fold::{fold, latin};
use crate::ids::PersonId;
use index::{Alphabet, Collected, Field, Posting, Words};
use sound::by_ear;
use tally::Tally;
use weights::{as_written, by_nickname, by_sound};
use words::{Typed, spelt_out, typed_words, words_of};

/// Somebody who can be found.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Whose entry this is.
    pub id: PersonId,
    /// The name they are called by first; then given, family and full names in any order.
    pub names: Vec<String>,
    /// Spellings learnt from earlier notes.
    pub aliases: Vec<String>,
    /// Job title, department, team: whatever a guest may call them by who does not know the name.
    pub role: String,
}

/// Why somebody was found. The order is the order of trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The name as it was typed, but for case and accents.
    Exact,
    /// The name begins with what was typed.
    Prefix,
    /// The name in another script, or one that sounds the same.
    Sound,
    /// A spelling learnt from an earlier note.
    Alias,
    /// A short or pet form of the name, or the name behind one.
    Nickname,
    /// What was typed lies inside the name.
    Part,
    /// Some wrong strokes away from the name.
    Typo,
    /// What they do, not what they are called.
    Role,
}

/// Somebody found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// Who.
    pub id: PersonId,
    /// From above 0 to 1, where 1 means that every typed word is a word of the name.
    pub score: f32,
    /// Why: the reason of the typed word that agreed best.
    pub reason: Reason,
}

/// More than this, in bytes, is not the name of anybody.
const LONGEST_QUERY: usize = 2_000;

/// The people of one site, ready to be searched. Never changed: when the directory changes, build a new one and share
/// it by `Arc`.
#[derive(Debug)]
pub struct Index {
    people: Vec<PersonId>,
    alphabet: Alphabet,
    /// Every word as it is written.
    written: Words,
    /// Names of several words in one piece, for "annamaria".
    joined: Words,
    /// Words in Latin letters by ear.
    latin_sounds: Words,
    /// Words of other scripts, in Latin letters and by ear.
    other_sounds: Words,
}

impl Index {
    /// Indexes everybody. What cannot be told apart is later listed by name and then by id, whatever the order here.
    pub fn build(candidates: impl IntoIterator<Item = Candidate>) -> Index {
        let mut candidates: Vec<(String, Candidate)> =
            candidates.into_iter().map(|candidate| (fold(&candidate.names.join(" ")), candidate)).collect();
        candidates.sort_by(|(name, one), (other_name, other)| name.cmp(other_name).then(one.id.cmp(&other.id)));
        let mut building = Building::default();
        let mut people = Vec::with_capacity(candidates.len());
        for (at, (_, candidate)) in candidates.iter().enumerate() {
            people.push(candidate.id);
            building.add(u32::try_from(at).unwrap_or(u32::MAX), candidate);
        }
        building.finish(people)
    }

    /// How many people it knows.
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether it knows nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The people most likely meant, best first, at most `limit`. Nothing for text without a letter or digit and for
    /// text longer than 2,000 bytes.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Match> {
        if limit == 0 || self.people.is_empty() || query.len() > LONGEST_QUERY {
            return Vec::new();
        }
        let typed = typed_words(query);
        let mut tally = Tally::new(self.people.len());
        for word in &typed {
            self.look_up(word, &mut tally);
            tally.next_word();
        }
        if typed.len() > 1 {
            // All words in one: "anna maria" for Annamaria, and a full name counts as itself.
            let one_piece: String = typed.iter().map(|word| word.folded.as_str()).collect();
            let pattern = self.alphabet.pattern(&one_piece);
            let mut whole = Tally::new(self.people.len());
            for words in [&self.written, &self.joined] {
                words.search(&pattern, false, |close, who| whole.count(who, |field| as_written(close, field)));
            }
            whole.next_word();
            tally.raise_to(&whole, typed.len());
        }
        tally.best(typed.len(), limit, &self.people)
    }

    /// Counts everything that one typed word agrees with.
    fn look_up(&self, word: &Typed, tally: &mut Tally) {
        let pattern = self.alphabet.pattern(&word.folded);
        self.written.search(&pattern, true, |close, who| tally.count(who, |field| as_written(close, field)));
        self.joined.search(&pattern, false, |close, who| tally.count(who, |field| as_written(close, field)));
        if let Some(spelt) = &word.spelt_out {
            let pattern = self.alphabet.pattern(spelt);
            self.written.search(&pattern, false, |close, who| tally.count(who, |field| as_written(close, field)));
        }
        for (formal, trust) in nicknames::of(&word.folded) {
            let by = |field| by_nickname(trust, field);
            tally.count(self.written.exact(&self.alphabet.read(formal)), by);
            tally.count(self.other_sounds.exact(&self.alphabet.read(&by_ear(formal))), by);
        }
        let ear = by_ear(word.latin.as_deref().unwrap_or(&word.folded));
        if ear.chars().count() < 3 {
            return;
        }
        let pattern = self.alphabet.pattern(&ear);
        let other_script = word.latin.is_some();
        self.latin_sounds.search(&pattern, other_script, |close, who| {
            tally.count(who, |field| by_sound(close, field, other_script));
        });
        self.other_sounds.search(&pattern, true, |close, who| tally.count(who, |field| by_sound(close, field, true)));
    }
}

/// Every different word with those who carry it; what is derived from a word is derived once.
#[derive(Default)]
struct Building {
    words: HashMap<String, Vec<Posting>>,
    joined: HashMap<String, Vec<Posting>>,
}

impl Building {
    fn add(&mut self, person: u32, candidate: &Candidate) {
        for (at, name) in candidate.names.iter().enumerate() {
            let field = if at == 0 { Field::Called } else { Field::Name };
            self.add_text(name, Posting { person, field });
        }
        for alias in &candidate.aliases {
            self.add_text(alias, Posting { person, field: Field::Alias });
        }
        self.add_text(&candidate.role, Posting { person, field: Field::Role });
    }

    fn add_text(&mut self, text: &str, posting: Posting) {
        let words = words_of(&fold(text));
        if (2..=4).contains(&words.len()) && posting.field != Field::Role {
            self.joined.entry(words.concat()).or_default().push(posting);
        }
        for spelt in spelt_out(text).iter().flat_map(|spelt| words_of(spelt)) {
            if !words.contains(&spelt) {
                self.words.entry(spelt).or_default().push(posting);
            }
        }
        for (at, word) in words.into_iter().enumerate() {
            // "Mari" means Maria rather than Anna Maria.
            let field = if at > 0 && posting.field == Field::Called { Field::Name } else { posting.field };
            self.words.entry(word).or_default().push(Posting { field, ..posting });
        }
    }

    fn finish(self, people: Vec<PersonId>) -> Index {
        let mut alphabet = Alphabet::default();
        let (mut written, mut joined) = (Collected::default(), Collected::default());
        let (mut latin_sounds, mut other_sounds) = (Collected::default(), Collected::default());
        for (word, who) in &self.words {
            written.add(&mut alphabet, word, who);
            match latin(word) {
                Some(in_latin) => other_sounds.add(&mut alphabet, &by_ear(&in_latin), who),
                None if word.is_ascii() => latin_sounds.add(&mut alphabet, &by_ear(word), who),
                None => {}
            }
        }
        for (word, who) in &self.joined {
            joined.add(&mut alphabet, word, who);
        }
        Index {
            people,
            alphabet,
            written: written.finish(),
            joined: joined.finish(),
            latin_sounds: latin_sounds.finish(),
            other_sounds: other_sounds.finish(),
        }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod thousand_names;
