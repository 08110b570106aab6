//! Cutting texts into words, and the spellings in which a typed word is looked up.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::fold::{fold, latin};

/// Typed words that count; the rest of a sentence is not looked at.
const MOST_WORDS: usize = 8;
/// Words of one name or role that are indexed.
const MOST_INDEXED: usize = 24;
/// Letters of a word that are indexed.
const LONGEST_WORD: usize = 60;

/// Words around a name rather than of it. They count only if nothing else was typed.
#[rustfmt::skip]
const AROUND: &[&str] = &[
    "a", "an", "at", "from", "in", "of", "the", "with", "mr", "mrs", "ms", "mx", "miss", "sir", "madam", "dr", "prof",
    "am", "aus", "beim", "das", "dem", "den", "der", "die", "im", "vom", "von", "frau", "herr", "herrn", "fraulein",
    "de", "del", "el", "la", "las", "los", "le", "les", "du", "senor", "senora", "madame", "mme", "monsieur", "pani",
];

/// A word of the query in the forms in which it is looked up.
pub(super) struct Typed {
    /// Folded.
    pub folded: String,
    /// As those write it who have no umlauts, if that differs.
    pub spelt_out: Option<String>,
    /// In Latin letters, if it is in another script.
    pub latin: Option<String>,
}

/// The words of a query, without those around a name.
pub(super) fn typed_words(query: &str) -> Vec<Typed> {
    let mut typed: Vec<Typed> = query
        .split(|c: char| !is_of_word(c))
        .flat_map(|raw| {
            // A raw word can fold to several (a ligature with a blank in it), hardly ever does, and then counts as such.
            let spelt = spelt_out(raw);
            words_of(&fold(raw)).into_iter().map(move |folded| (folded, spelt.clone()))
        })
        .map(|(folded, spelt_out)| Typed { latin: latin(&folded), spelt_out, folded })
        .collect();
    if typed.iter().any(|word| !AROUND.contains(&word.folded.as_str())) {
        typed.retain(|word| !AROUND.contains(&word.folded.as_str()));
    }
    typed.truncate(MOST_WORDS);
    typed
}

/// The words of a folded text. An apostrophe does not end one: "o'brien" is "obrien".
pub(super) fn words_of(folded: &str) -> Vec<String> {
    folded
        .split(|c: char| !is_of_word(c))
        .map(|word| word.chars().filter(|c| !is_silent(*c)).take(LONGEST_WORD).collect::<String>())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MOST_INDEXED)
        .collect()
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_silent(c)
}

/// Stands inside words without being a letter.
fn is_silent(c: char) -> bool {
    matches!(
        c,
        '\'' | '"' | '\u{B7}' | '\u{2018}' | '\u{2019}' | '\u{2B9}'..='\u{2BF}' | '\u{5F3}' | '\u{5F4}' | '\u{AD}'
    ) || matches!(c, '\u{200B}'..='\u{200F}' | '\u{60}' | '\u{B4}')
}

/// The text folded as those write it who have no umlauts and no ring on their keys (Mueller, Soerensen, Haakon), if
/// that is another spelling.
pub(super) fn spelt_out(text: &str) -> Option<String> {
    let mut found = false;
    let mut spelt = String::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
        let letters = match c {
            'ä' => "ae",
            'ö' | 'ø' => "oe",
            'ü' => "ue",
            'å' => "aa",
            _ => {
                spelt.push(c);
                continue;
            }
        };
        found = true;
        spelt.push_str(letters);
    }
    found.then(|| fold(&spelt))
}
