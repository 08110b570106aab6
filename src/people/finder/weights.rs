//! What an agreement counts, between 0 and 1.
//!
//! The steps keep the order exact, prefix, alias, nickname, part, typo, and a role just below a name that agrees in the
//! same way.

use super::Reason;
use super::index::{Closeness, Field};

/// What a match on the written word counts.
pub(super) fn as_written(close: Closeness, field: Field) -> (f32, Reason) {
    let (score, reason) = match close {
        Closeness::Exact => (1.0, Reason::Exact),
        Closeness::Prefix(rest) => (0.9 - fewer_first(rest), Reason::Prefix),
        Closeness::Part => (0.62, Reason::Part),
        Closeness::Typo { whole, beginning, first_right } => {
            (wrong_strokes(whole, beginning, first_right), Reason::Typo)
        }
    };
    placed(score, reason, field)
}

/// What a match by ear counts: as good as written if the scripts differ, since nobody could have typed it better.
pub(super) fn by_sound(close: Closeness, field: Field, other_script: bool) -> (f32, Reason) {
    let (score, reason) = match close {
        Closeness::Exact if other_script => (0.88, Reason::Sound),
        Closeness::Exact => (0.65, Reason::Sound),
        Closeness::Prefix(rest) if other_script => (0.84 - fewer_first(rest), Reason::Sound),
        Closeness::Prefix(rest) => (0.6 - fewer_first(rest), Reason::Sound),
        Closeness::Part => (0.6, Reason::Part),
        Closeness::Typo { whole, beginning, first_right } => {
            (wrong_strokes(whole, beginning, first_right) - 0.02, Reason::Typo)
        }
    };
    placed(score, reason, field)
}

/// What a nickname counts; `trust` is lower between two nicknames of one name.
pub(super) fn by_nickname(trust: f32, field: Field) -> (f32, Reason) {
    placed(0.7 * trust, Reason::Nickname, field)
}

/// Moves a score by where the word stands.
fn placed(score: f32, reason: Reason, field: Field) -> (f32, Reason) {
    match field {
        Field::Called => (score, reason),
        Field::Name => (score - 0.005, reason),
        Field::Alias => (score.min(0.8) - 0.01, Reason::Alias),
        Field::Role => (score - 0.03, Reason::Role),
    }
}

/// Of two words that begin as typed, the one with fewer letters to come is likelier.
fn fewer_first(rest: usize) -> f32 {
    rest.min(10) as f32 * 0.002
}

/// What remains after wrong strokes. People seldom get the first letter wrong.
fn wrong_strokes(whole: Option<u32>, beginning: Option<u32>, first_right: bool) -> f32 {
    let whole = whole.map_or(0.0, |strokes| 0.68 - 0.12 * strokes as f32);
    let beginning = beginning.map_or(0.0, |strokes| 0.62 - 0.16 * strokes as f32);
    whole.max(beginning) - if first_right { 0.0 } else { 0.04 }
}
