//! Which passwords are taken: long ones that nobody would try first. No rule about kinds of characters and no expiry
//! (NIST SP 800-63B-4): both make people write `Summer2026!`.

use unicode_normalization::UnicodeNormalization;

use super::common_passwords::COMMON;
use super::passwords::BYTES_MAX;
use crate::people::role::{Grant, Role};

/// The fewest characters for anybody with a role above employee.
pub const LENGTH_WITH_ROLE: usize = 15;
/// The fewest characters for an employee's own choice.
pub const LENGTH_OF_EMPLOYEE: usize = 8;
/// So many letters must be left once the words that anybody would guess are taken out.
const OWN_LETTERS: usize = 4;

/// Why a password is not taken. The views say it in words: the key is [`PasswordProblem::key`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordProblem {
    /// It has fewer than this many characters.
    TooShort(usize),
    /// It has more than [`BYTES_MAX`] bytes.
    TooLong,
    /// It is among the first that anybody would try.
    Common,
    /// It is made of the organisation's or the person's own names.
    OwnWords,
}

impl PasswordProblem {
    /// The key of the sentence that says it.
    pub fn key(self) -> &'static str {
        match self {
            PasswordProblem::TooShort(least) if least >= LENGTH_WITH_ROLE => "account-password-short-with-role",
            PasswordProblem::TooShort(_) => "account-password-short",
            PasswordProblem::TooLong => "account-password-long",
            PasswordProblem::Common => "account-password-common",
            PasswordProblem::OwnWords => "account-password-own-words",
        }
    }
}

/// The fewest characters for somebody with these roles.
pub fn least_length(grants: &[Grant]) -> usize {
    if is_above_employee(grants) { LENGTH_WITH_ROLE } else { LENGTH_OF_EMPLOYEE }
}

/// Whether somebody holds any role above employee.
pub fn is_above_employee(grants: &[Grant]) -> bool {
    grants.iter().any(|grant| grant.role != Role::Employee)
}

/// A password as it is hashed and compared: Unicode normal form C, so that a phone and a desk make the same of an ä.
/// Blanks at its ends stay; some people mean them.
pub fn normal(typed: &str) -> String {
    // No normal form of something this long is ever needed, and making one is work nobody asked for.
    if typed.len() > BYTES_MAX * 4 { typed.to_owned() } else { typed.nfc().collect() }
}

/// Checks a new password. `own_words` are names anybody who knows the person or the organisation would try: of the
/// organisation, of the person, of the e-mail address.
pub fn check(typed: &str, least: usize, own_words: &[&str]) -> Result<String, PasswordProblem> {
    let password = normal(typed);
    if password.len() > BYTES_MAX {
        return Err(PasswordProblem::TooLong);
    }
    if password.chars().count() < least {
        return Err(PasswordProblem::TooShort(least));
    }
    let plain: String = password.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    if is_pattern(&plain) || is_common(&plain) {
        return Err(PasswordProblem::Common);
    }
    if is_made_of(&plain, own_words) {
        return Err(PasswordProblem::OwnWords);
    }
    Ok(password)
}

/// One to four characters over and over, or a run along the alphabet, the digits or the rows of a keyboard.
fn is_pattern(plain: &str) -> bool {
    let letters: Vec<char> = plain.chars().collect();
    let repeats = (1..=4).any(|period| letters.iter().zip(letters.iter().skip(period)).all(|(a, b)| a == b));
    let mut kinds = letters.clone();
    kinds.sort_unstable();
    kinds.dedup();
    repeats || kinds.len() < 4 || is_run(&letters)
}

/// The rows people run their fingers along, there and back.
const ROWS: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopüasdfghjklöäyxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "1q2w3e4r5t6y7u8i9o0p",
];

/// Whether all of it but a few steps follows such a row.
fn is_run(letters: &[char]) -> bool {
    let follows = |a: &char, b: &char| {
        ROWS.iter().any(|row| {
            let row: Vec<char> = row.chars().collect();
            row.windows(2).any(|two| (two[0] == *a && two[1] == *b) || (two[0] == *b && two[1] == *a))
        })
    };
    let steps = letters.windows(2).filter(|two| follows(&two[0], &two[1])).count();
    letters.len() > 1 && steps * 10 >= (letters.len() - 1) * 8
}

/// A common password, two of them in a row, or one dressed up with digits, signs and the usual look-alikes.
fn is_common(plain: &str) -> bool {
    let bare = plain.trim_matches(|c: char| !c.is_alphabetic());
    let undone: String = bare.chars().map(undress).collect();
    let is_one = |text: &str| COMMON.contains(&text);
    let is_two = |text: &str| COMMON.iter().any(|word| text.strip_prefix(word).is_some_and(is_one));
    [plain, bare, &undone].into_iter().any(|text| is_one(text) || is_two(text))
}

fn undress(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Whether too little is left when the own words, the product's and the usual ones are taken out.
fn is_made_of(plain: &str, own_words: &[&str]) -> bool {
    let split = |text: &&str| -> Vec<String> {
        text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    let mut words: Vec<String> = own_words.iter().flat_map(split).filter(|word| word.chars().count() >= 3).collect();
    words.extend(["peopleworthy", "password", "passwort", "welcome", "willkommen"].map(str::to_owned));
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let rest = words.iter().fold(plain.to_owned(), |rest, word| rest.replace(word.as_str(), " "));
    rest != plain && rest.chars().filter(|c| c.is_alphabetic()).count() < OWN_LETTERS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(password: &str, least: usize) -> Option<PasswordProblem> {
        check(password, least, &["Seaside Hotels", "Amina Osei", "amina.o@seaside.example"]).err()
    }

    #[test]
    fn au6_long_passwords_of_any_kind_are_taken() {
        for good in [
            "correct horse battery",
            "ein Pferd frisst keinen Gurkensalat",
            "密码需要十五个字符以上才可以使用的",
            "🦆🦢🦉🦚🐧 Vögel am See",
        ] {
            assert_eq!(refused(good, 15), None, "{good}");
        }
        assert_eq!(refused(&"four words and more, ".repeat(12), 15), None);
        assert_eq!(refused("blauer Reiher", 8), None);
        assert_eq!(refused("x7fk2mqp", 8), None);
    }

    #[test]
    fn au6_short_huge_common_and_own_words_are_refused() {
        assert_eq!(refused("only fourteen.", 15), Some(PasswordProblem::TooShort(15)));
        assert_eq!(refused("ääääääö", 8), Some(PasswordProblem::TooShort(8)));
        assert_eq!(refused(&"long enough ".repeat(86), 15), Some(PasswordProblem::TooLong));
        for common in [
            "password",
            "Password123!",
            "12345678",
            "qwertzuiop",
            "P@ssw0rd",
            "iloveyou",
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc",
            "passwordpassword",
            "1q2w3e4r5t6z",
            "abcdefghijklmnop",
            "123456789012345",
            "0987654321098765",
        ] {
            assert_eq!(refused(common, 8), Some(PasswordProblem::Common), "{common}");
        }
        for own in ["seasidehotels2026", "Amina.Osei.1990", "peopleworthy-2026!", "WelcomeSeaside1"] {
            assert_eq!(refused(own, 8), Some(PasswordProblem::OwnWords), "{own}");
        }
    }

    #[test]
    fn two_ways_to_type_an_umlaut_are_one_password() {
        assert_eq!(normal("Mu\u{308}hle"), normal("M\u{fc}hle"));
    }
}
