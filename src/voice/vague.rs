//! Sentences that sound like an answer and say nothing. What everybody will read as a decision must be more than these.

use crate::fold::fold;

/// Fewer words than this beside the empty ones tell nobody what is going to be different, or why nothing is.
const WORDS_MIN: usize = 4;

/// What is said in place of an answer, folded. Each is taken out before the words are counted.
const EMPTY: &[&str] = &[
    "we are looking into it",
    "we will look into it",
    "we are looking into this",
    "we will look into this",
    "we take this seriously",
    "we take this very seriously",
    "as soon as possible",
    "in due course",
    "in the near future",
    "when possible",
    "thank you for your feedback",
    "thank you",
    "thanks",
    "please be patient",
    "it is being worked on",
    "we are working on it",
    "to be decided",
    "tbd",
    "tba",
    "soon",
    "later",
    "noted",
    "wir kummern uns darum",
    "wir kuemmern uns darum",
    "wir prufen das",
    "wir pruefen das",
    "wir schauen uns das an",
    "wir arbeiten daran",
    "wir nehmen das ernst",
    "wir nehmen das sehr ernst",
    "so bald wie moglich",
    "so bald wie moeglich",
    "zu gegebener zeit",
    "demnachst",
    "demnaechst",
    "in kurze",
    "in kuerze",
    "bitte um geduld",
    "vielen dank",
    "danke",
    "bald",
    "spater",
    "spaeter",
];

/// Whether a text, without its empty phrases, has hardly a word left.
pub fn is_vague(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut plain = format!(" {} ", words.join(" "));
    for empty in EMPTY {
        plain = plain.replace(&format!(" {empty} "), " ");
    }
    plain.split_whitespace().count() < WORDS_MIN
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_says_more_than_that_there_is_one() {
        for vague in [
            "Soon",
            "TBD",
            "We’ll see",
            "Thank you! We are looking into it.",
            "Wir prüfen das in Kürze.",
            "Noted, thanks",
        ] {
            assert!(is_vague(vague), "{vague}");
        }
        for plain in [
            "The plumber comes on Tuesday at nine",
            "Thank you. From Monday two more people work the late shift",
            "Wir kaufen zwei neue Wagen bis März",
        ] {
            assert!(!is_vague(plain), "{plain}");
        }
    }
}
