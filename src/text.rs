//! Text that people typed: bounded, clean, and nothing else taken for granted.
//!
//! Two kinds: a line (names, titles: no line breaks) and words (what somebody wrote: line feeds allowed). Both refuse
//! NUL and other control characters, which one engine stores and the other does not, and both are kept in Unicode
//! normal form C, so that what comes back is what was sent.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// The longest name, title or other single line, in characters.
pub const LINE_MAX: usize = 120;
/// The longest free text, in characters.
pub const WORDS_MAX: usize = 5_000;
/// How many signs of a text stand in a list.
const BEGINNING_MAX: usize = 90;
/// More marks than this on one letter are not writing ("zalgo").
const MARKS_MAX: usize = 8;

/// Why a text was not taken. The views say it in words: the key is [`TextProblem::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextProblem {
    /// There is nothing but blanks.
    Empty,
    /// It is longer than this many characters.
    TooLong(usize),
    /// It holds characters that cannot be shown.
    Control,
    /// It piles up marks on a letter.
    Marks,
    /// It cannot be an e-mail address.
    Address,
}

impl TextProblem {
    /// The key of the sentence that says it; `max` is its argument where there is one.
    pub fn key(self) -> &'static str {
        match self {
            TextProblem::Empty => "house-text-empty",
            TextProblem::TooLong(_) => "house-text-too-long",
            TextProblem::Control => "house-text-control",
            TextProblem::Marks => "house-text-marks",
            TextProblem::Address => "house-text-address",
        }
    }

    /// The greatest length, for the sentence that names it.
    pub fn max(self) -> Option<usize> {
        match self {
            TextProblem::TooLong(max) => Some(max),
            _ => None,
        }
    }
}

/// A single line of 1 to [`LINE_MAX`] characters, blanks at its ends removed and inner runs of blanks made one.
pub fn line(typed: &str) -> Result<String, TextProblem> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    check(&line, LINE_MAX, |_| false)
}

/// A line that may be left empty.
pub fn optional_line(typed: &str) -> Result<Option<String>, TextProblem> {
    if typed.trim().is_empty() { Ok(None) } else { line(typed).map(Some) }
}

/// Free text of 1 to [`WORDS_MAX`] characters; line ends become line feeds, blanks at its ends go.
pub fn words(typed: &str) -> Result<String, TextProblem> {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    check(text.trim(), WORDS_MAX, |c| c == '\n' || c == '\t')
}

/// Free text that may be left empty.
pub fn optional_words(typed: &str) -> Result<String, TextProblem> {
    if typed.trim().is_empty() { Ok(String::new()) } else { words(typed) }
}

fn check(text: &str, max: usize, allowed: impl Fn(char) -> bool) -> Result<String, TextProblem> {
    if text.is_empty() {
        return Err(TextProblem::Empty);
    }
    // A limit on bytes first: counting and normalising a megabyte of marks is work nobody asked for.
    if text.len() > max * 4 * (MARKS_MAX + 1) {
        return Err(TextProblem::TooLong(max));
    }
    if text.chars().any(|c| c.is_control() && !allowed(c)) {
        return Err(TextProblem::Control);
    }
    let mut marks = 0;
    for c in text.nfd() {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        if marks > MARKS_MAX {
            return Err(TextProblem::Marks);
        }
    }
    let normal: String = text.nfc().collect();
    if normal.chars().count() > max { Err(TextProblem::TooLong(max)) } else { Ok(normal) }
}

/// Whether this can be an e-mail address: one @, something on both sides, a dot behind it, nothing that could break a
/// header. Whether mail arrives there only a mail can tell.
pub fn email(typed: &str) -> Result<String, TextProblem> {
    let address = line(typed).map_err(|_| TextProblem::Address)?;
    let usable =
        address.parse::<lettre::Address>().is_ok() && address.is_ascii() && !address.contains(['\'', '"', ' ']);
    match address.rsplit_once('@') {
        Some((_, domain)) if usable && domain.contains('.') => Ok(address),
        _ => Err(TextProblem::Address),
    }
}

/// The beginning of a text for a list, on one line: at most [`BEGINNING_MAX`] signs, cut between words where there are
/// any; an ellipsis says that there is more.
pub fn beginning(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Signs as readers count them: a letter is not parted from its marks.
    let Some((end, _)) = line.grapheme_indices(true).nth(BEGINNING_MAX) else { return line };
    let cut = if line[end..].starts_with(' ') { end } else { line[..end].rfind(' ').unwrap_or(end) };
    format!("{}…", &line[..cut])
}

/// A name for an address made of a name: letters and digits of the folded text, hyphens between.
pub fn slug(name: &str) -> String {
    let folded = crate::fold::latin(name).unwrap_or_else(|| crate::fold::fold(name));
    let words: Vec<String> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_shown_is_refused_and_the_rest_comes_back_as_it_was() {
        assert_eq!(line("  Amina\t de  la Cruz "), Ok("Amina de la Cruz".into()));
        assert_eq!(line(" \n "), Err(TextProblem::Empty));
        assert_eq!(words("one\r\ntwo"), Ok("one\ntwo".into()));
        assert_eq!(words("nul\0"), Err(TextProblem::Control));
        assert_eq!(line("esc\u{1b}[31m"), Err(TextProblem::Control));
        assert_eq!(words("שלום, مرحبا"), Ok("שלום, مرحبا".into()));
        assert_eq!(line("A\u{308}"), Ok("Ä".into()));
        assert_eq!(line(&format!("Z{}", "\u{335}".repeat(200))), Err(TextProblem::Marks));
        assert_eq!(words(&"a".repeat(1_000_000)), Err(TextProblem::TooLong(WORDS_MAX)));
        assert_eq!(words(&"ä".repeat(WORDS_MAX)).map(|text| text.chars().count()), Ok(WORDS_MAX));
    }

    #[test]
    fn a_beginning_ends_between_words_and_says_that_there_is_more() {
        assert_eq!(beginning(" one  two\nthree "), "one two three");
        let words = ["ninechars"; 20].join(" ");
        assert_eq!(beginning(&words), format!("{}…", ["ninechars"; 9].join(" ")));
        assert_eq!(beginning(&format!("{} more", "x".repeat(90))), format!("{}…", "x".repeat(90)));
        assert_eq!(beginning(&"x".repeat(90)), "x".repeat(90));
        assert_eq!(beginning(&"漢".repeat(100)), format!("{}…", "漢".repeat(90)), "no blanks to cut at");
        assert_eq!(beginning(&"e\u{301}".repeat(100)), format!("{}…", "e\u{301}".repeat(90)), "marks stay on");
    }

    #[test]
    fn an_address_is_an_address_only_if_it_could_be_one() {
        for good in ["a@b.example", "amina.o+desk@hotel.example"] {
            assert!(email(good).is_ok(), "{good}");
        }
        for bad in
            ["a", "a@b", "a b@c.example", "a@b.example\r\nBcc: x@y.example", "@b.example", "a@b.example,c@d.example"]
        {
            assert!(email(bad).is_err(), "{bad}");
        }
    }
}
