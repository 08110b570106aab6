//! One spelling for comparison: without case, accents, width and stray blanks.
//!
//! SQLite's `lower()` knows only ASCII and PostgreSQL's depends on the locale of the cluster, so neither is asked: what
//! is to be found without regard to case goes through [`fold`] when it is written and when it is looked for, and both
//! engines then compare plain text. A folded text is for comparing, never for showing.
//!
//! What counts as an accent is a question of the script. Latin and Greek accents, Arabic harakat and Hebrew niqqud are
//! left out by many who type, so they go. The vowel signs of Devanagari, Thai, Tamil and their neighbours are letters
//! in all but name (`की` is not `का`), so they stay, and so do the voicing marks of kana (`が` is not `か`).

mod latin;

pub use latin::latin;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// The text as it is compared: compatibility forms resolved, lower case, accents gone, letters that only look or end
/// differently made one, blanks single and none at the ends.
///
/// Folding twice gives the same as folding once. The result is decomposed (Hangul as jamo, so that a half typed
/// syllable is the beginning of the whole one). Text without any letter, digit or sign may become empty; letters of no
/// script do. Digits of Arabic, Persian and Devanagari become 0 to 9. Katakana becomes hiragana.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut last = ' ';
    // What falls out and is no mark itself kept the marks on both its sides apart: without it they come into their order.
    let stays = |c: &char| !(is_optional(*c) && canonical_combining_class(*c) == 0);
    for raw in text.nfkd().filter(stays).nfd() {
        if let Some(whole) = letter_of_its_own(last, raw) {
            folded.pop();
            folded.push(whole);
            last = whole;
            continue;
        }
        if is_optional(raw) {
            continue;
        }
        for lower in raw.to_lowercase() {
            // Lower case of U+0130 brings a dot above of its own.
            if is_optional(lower) {
                continue;
            }
            if lower.is_whitespace() || lower.is_control() {
                if last != ' ' {
                    folded.push(' ');
                }
                last = ' ';
                continue;
            }
            match several(lower) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(one(lower)),
            }
            last = folded.chars().next_back().unwrap_or(' ');
        }
    }
    folded.truncate(folded.trim_end_matches(' ').len());
    folded
}

/// Letter and mark that make a letter of the alphabet rather than an accented one: й is not и with something on it
/// (ё, on the other hand, is written е by most).
fn letter_of_its_own(before: char, mark: char) -> Option<char> {
    match (before, mark) {
        ('и', '\u{306}') => Some('й'),
        ('у', '\u{306}') => Some('ў'),
        ('і', '\u{308}') => Some('ї'),
        _ => None,
    }
}

/// Marks that people leave out, and characters that nobody sees.
fn is_optional(c: char) -> bool {
    matches!(c,
        // accents of Latin, Greek and Cyrillic, and marks put on anything
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}' | '\u{483}'..='\u{489}'
        // Hebrew niqqud and cantillation, but not the punctuation between them
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        // Arabic harakat, Koranic signs and tatweel; hamza above and below once decomposed
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E4}' | '\u{6E7}' | '\u{6E8}' | '\u{6EA}'..='\u{6ED}' | '\u{8CA}'..='\u{8FF}'
        // Syriac vowels
        | '\u{711}' | '\u{730}'..='\u{74A}'
        // Devanagari: the nukta, which most keyboards hide, and Vedic accents; never a vowel sign
        | '\u{93C}' | '\u{951}'..='\u{954}'
        // soft hyphen, joiners, directions, variation selectors, byte order mark, tags
        | '\u{AD}' | '\u{61C}' | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{E0000}'..='\u{E01EF}')
}

/// Letters that are written with several when the keyboard has not got them.
fn several(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        _ => return None,
    })
}

/// The letter that stands for this one in comparisons; most stand for themselves.
fn one(c: char) -> char {
    match c {
        'ø' | 'ɔ' => 'o',
        'ł' => 'l',
        'đ' | 'ð' | 'ɖ' | 'ɗ' => 'd',
        'ħ' => 'h',
        'ı' => 'i',
        'ŧ' => 't',
        'ŋ' => 'n',
        'ĸ' | 'ƙ' => 'k',
        'ɓ' => 'b',
        'ƴ' => 'y',
        'ə' | 'ǝ' | 'ɛ' => 'e',
        // apostrophes of every kind, the okina, geresh and gershayim
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2B9}'..='\u{2BF}' | '\u{5F3}' | '\u{60}' | '\u{B4}' | '\u{FF07}' => {
            '\''
        }
        '\u{5F4}' | '\u{201C}' | '\u{201D}' => '"',
        // hyphens and dashes
        '\u{2010}'..='\u{2015}' | '\u{5BE}' | '\u{2212}' => '-',
        'ς' => 'σ',
        'ґ' => 'г',
        // Hebrew letters at the end of a word, so that what is half typed is the beginning of the whole
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        // Arabic: alef forms, and what keyboards of different countries use for one letter
        'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ى' | 'ی' | 'ې' => 'ي',
        'ة' | 'ە' | 'ہ' | 'ھ' => 'ه',
        'ک' => 'ك',
        // Devanagari: the two ways to write a nasal
        '\u{901}' => '\u{902}',
        '\u{30A1}'..='\u{30F6}' => moved(c, '\u{30A1}', '\u{3041}'),
        '\u{660}'..='\u{669}' => moved(c, '\u{660}', '0'),
        '\u{6F0}'..='\u{6F9}' => moved(c, '\u{6F0}', '0'),
        '\u{966}'..='\u{96F}' => moved(c, '\u{966}', '0'),
        _ => c,
    }
}

/// The character that is as far from `to` as `c` is from `from`.
fn moved(c: char, from: char, to: char) -> char {
    u32::from(c).checked_sub(u32::from(from)).and_then(|step| char::from_u32(u32::from(to) + step)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_beyond_ascii_are_compared_without_case_and_accent() {
        for (written, folded) in [
            ("Ä", "a"),
            ("É", "e"),
            ("ß", "ss"),
            ("ẞ", "ss"),
            ("İ", "i"),
            ("ı", "i"),
            ("Ω", "ω"),
            ("\u{2126}", "ω"),
            ("Łukasz Żółć", "lukasz zolc"),
            ("Søren Ærø", "soren aero"),
            ("Đorđe", "dorde"),
            ("Þór", "thor"),
            ("Œuvre", "oeuvre"),
            ("ΓΙΏΡΓΟΣ", "γιωργοσ"),
            ("Γιώργος", "γιωργοσ"),
            ("Пётр", "петр"),
            ("АНДРЕЙ", "андрей"),
            ("Ґанна Їжак", "ганна їжак"),
            ("Ｍａｒｉａ", "maria"),
            ("  Anna\u{a0}\t Maria ", "anna maria"),
            ("O’Brien", "o'brien"),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }

    #[test]
    fn optional_signs_go_and_letters_of_every_script_stay() {
        for (one, other) in [
            ("مُحَمَّد", "محمد"),
            ("محـــمد", "محمد"),
            ("أحمد", "احمد"),
            ("إبراهيم", "ابراهيم"),
            ("آمنة", "امنه"),
            ("علی", "علي"),
            ("שָׁלוֹם", "שלום"),
            ("ヒロシ", "ひろし"),
            ("ｶﾞﾗｽ", "がらす"),
            ("ज़रीना", "जरीना"),
            ("अनन्\u{200d}त", "अनन्त"),
            ("ᲒᲘᲝᲠᲒᲘ", "გიორგი"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} {other}");
            assert!(!fold(one).is_empty());
        }
        for (one, other) in [("की", "का"), ("कि", "क"), ("が", "か"), ("Андрей", "Андреи"), ("ไก่", "ไก")]
        {
            assert_ne!(fold(one), fold(other), "{one} {other}");
        }
        for text in ["김민준", "李明", "தமிழ்", "ไทย", "বাংলা", "አማርኛ", "ខ្មែរ", "မြန်မာ", "Հայկ", "ᐃᓄᒃᑎᑐᑦ"]
        {
            assert!(fold(text).chars().filter(|c| c.is_alphabetic()).count() >= text.chars().count() / 2, "{text}");
        }
    }

    #[test]
    fn half_a_hangul_syllable_begins_the_whole_one() {
        assert!(fold("김민준").starts_with(&fold("김미")));
    }

    #[test]
    fn what_nobody_sees_is_not_compared() {
        assert_eq!(fold("Ma\u{ad}ria\u{200f}\u{202e}\u{feff}"), "maria");
        assert_eq!(fold("Ma\u{0}ria\u{7}"), "ma ria");
        assert_eq!(fold("\u{200f}\u{301}"), "");
    }

    #[test]
    fn marks_come_into_order_once_what_stood_between_them_is_gone() {
        for text in ["\u{a8e0}\u{180b}\u{bcd}", "a\u{a8e0}\u{fcf2}\u{bcd}", "\u{a8e0}\u{34f}\u{bcd}"] {
            let once = fold(text);
            assert_eq!(fold(&once), once, "{text:?}");
            assert_eq!(once, fold(&text.replace(['\u{180b}', '\u{fcf2}', '\u{34f}'], "")), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn case_never_matters(text in "[a-zA-ZÀ-ÿĀ-žΑ-Ωα-ωА-Яа-яЁёႠ-ჅԱ-Ֆա-ֆ]{0,20}") {
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text.to_lowercase()));
        }
    }
}
