//! Families: words that mean much the same where people work, in both languages.
//!
//! Whoever is cold in the "staff room" and whoever froze in the "Pausenraum" say the same thing in words that share no
//! letter. A stemmer cannot know that, so a list does.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::{SHORTEST_PART, is_small, stem, stemmer};
use crate::fold::fold;
use crate::views::Lang;

const LINES: &str = include_str!("families.txt");
/// What must be left of a compound besides the part that is known, in letters.
const SHORTEST_REST: usize = 3;

type Table = HashMap<String, Vec<&'static str>>;

static ENGLISH: LazyLock<Table> = LazyLock::new(|| table(Lang::En));
static GERMAN: LazyLock<Table> = LazyLock::new(|| table(Lang::De));

fn table_of(lang: Lang) -> &'static Table {
    match lang {
        Lang::En => &ENGLISH,
        Lang::De => &GERMAN,
    }
}

fn table(lang: Lang) -> Table {
    let stemmer = stemmer(lang);
    let mut table = Table::new();
    for line in LINES.lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.split_once(": ") else { continue };
        let Some((english, german)) = words.split_once(" | ") else { continue };
        let words = match lang {
            Lang::En => english,
            Lang::De => german,
        };
        for word in words.split_whitespace().map(fold).filter(|word| !is_small(lang, word)) {
            let names = table.entry(stem(&stemmer, lang, &word.replace('_', ""))).or_default();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    table
}

/// The families of a stem.
pub(super) fn of(lang: Lang, stem: &str) -> &'static [&'static str] {
    table_of(lang).get(stem).map(Vec::as_slice).unwrap_or_default()
}

/// The families of the longest beginning and the longest end of a compound that are known.
pub(super) fn of_parts(lang: Lang, stem: &str) -> Vec<&'static str> {
    let table = table_of(lang);
    let shortest = match lang {
        Lang::En => SHORTEST_PART + 1, // English seldom writes compounds as one word, and has many short words
        Lang::De => SHORTEST_PART,
    };
    let cuts: Vec<usize> = stem.char_indices().map(|(at, _)| at).collect();
    let known = |part: &str| part.chars().count() >= shortest && table.contains_key(part);
    let rests = SHORTEST_REST..cuts.len().saturating_sub(SHORTEST_REST - 1);
    let parts = rests.filter_map(|at| cuts.get(at));
    let end = parts.clone().map(|at| &stem[*at..]).find(|part| known(part));
    let beginning = parts.rev().map(|at| &stem[..*at]).find_map(|part| {
        // What joins two German words ("Arbeitsplatz", "Küchenboden") belongs to neither.
        let joints = if lang == Lang::De { &["", "s", "n", "en", "es"][..] } else { &[""] };
        joints.iter().filter_map(|joint| part.strip_suffix(joint)).find(|part| known(part))
    });
    let mut families: Vec<&'static str> = Vec::new();
    for name in [beginning, end].into_iter().flatten().flat_map(|part| of(lang, part)) {
        if !families.contains(name) {
            families.push(name);
        }
    }
    families
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_can_be_read_and_names_its_family_once() {
        let mut names = Vec::new();
        for line in LINES.lines().filter(|line| !line.starts_with('#')) {
            let (name, words) = line.split_once(": ").unwrap_or_else(|| panic!("{line}"));
            assert!(words.contains(" | "), "{line}");
            assert!(name.chars().all(|sign| sign.is_ascii_lowercase()), "{name}");
            names.push(name);
        }
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "a family has two lines");
    }
}
