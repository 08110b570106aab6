//! What a reviewer looks at twice before others read it (M3): ways to reach somebody, and names that people there have. It
//! only points; whether it is a name or a flower is for a person to say.

use std::collections::BTreeSet;

use crate::fold::fold;

/// So many digits make a number that one can call.
const CALLABLE: usize = 6;

/// Addresses, links and numbers, as they stand in a text, each once: by them somebody is reached.
pub fn contacts(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@'));
    let addresses = words.filter(|word| is_address(word));
    addresses.chain(numbers(text)).for_each(|piece| add_once(&mut found, piece));
    found
}

fn add_once(found: &mut Vec<String>, piece: &str) {
    if !found.iter().any(|known| known == piece) {
        found.push(piece.to_owned());
    }
}

/// The pieces of a text that could give somebody away, as they stand in it, each once: [`contacts`] first, then names.
/// `names` are the folded words of the names of those who work there.
pub fn look(text: &str, names: &BTreeSet<String>) -> Vec<String> {
    let mut found = contacts(text);
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’') {
        // Who writes "may" means no May; scripts without capitals have nothing to tell by.
        let is_lower = word.chars().next().is_none_or(char::is_lowercase);
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        // A name that ends in s has no further one in "Jonas' key", and German adds one without a sign: "Mias".
        let folded = fold(word);
        let stem = folded.strip_suffix('s').unwrap_or(&folded);
        if !is_lower && (names.contains(&folded) || names.contains(stem)) {
            add_once(&mut found, word);
        }
    }
    found
}

fn is_address(word: &str) -> bool {
    let is_mail = word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    is_mail || word.starts_with("www.") || word.contains("http://") || word.contains("https://")
}

/// Runs of digits with what people put between them.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let runs = text.split(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '/' | '(' | ')')));
    let trimmed = runs.map(|run| run.trim_matches(|c: char| !c.is_ascii_digit() && c != '+'));
    trimmed.filter(|run| run.chars().filter(char::is_ascii_digit).count() >= CALLABLE)
}

/// The folded words of names, those of one letter left out.
pub fn words_of_names(names: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for name in names {
        let parts = name.split(|c: char| !c.is_alphanumeric()).map(fold);
        words.extend(parts.filter(|part| part.chars().count() > 1));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        look(text, &words_of_names(["Mia", "Petrova", "Anna-Lena", "May", "José", "X"].map(str::to_owned)))
    }

    #[test]
    fn names_addresses_and_numbers_are_pointed_at() {
        assert_eq!(found("Ask Mia or josé; it is Petrova's plan, mias Idee, Mias Plan"), ["Mia", "Petrova", "Mias"]);
        assert_eq!(
            found("Write to m.petrova@example.org, or www.example.org."),
            ["m.petrova@example.org", "www.example.org"]
        );
        assert_eq!(found("Call +49 (171) 234-567 today"), ["+49 (171) 234-567"]);
        assert_eq!(found("José and JOSE and LENA"), ["José", "JOSE", "LENA"]);
    }

    #[test]
    fn plain_words_are_left_alone() {
        assert!(found("The lift in house B may stop at 12:30, on the 3rd floor, room 1204. 20 of 25 times").is_empty());
        assert!(found("Meet me @ the desk, @import '//there'").is_empty());
        assert!(found("").is_empty());
    }
}
