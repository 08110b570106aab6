//! How far what was typed is from a word, in strokes: letters added, left out, replaced, or two swapped.
//!
//! The measure is optimal string alignment (Damerau–Levenshtein without editing a swapped pair again), computed for a
//! whole column of the table at once in the bits of a `u64` (Hyyrö, "A bit-vector algorithm for computing Levenshtein
//! and Damerau edit distances", 2003). The last row of the table also says how far the typed text is from every
//! beginning of the word, so one pass answers both "is it this word" and "is it becoming this word".

/// A letter as the index numbers it.
pub(super) type Letter = u16;

/// A letter that occurs in no indexed word.
pub(super) const UNKNOWN: Letter = 0;

/// Longest typed word that is compared; what is longer is cut. One bit a letter.
pub(super) const LONGEST: usize = 48;

/// A typed word, prepared for comparison with many.
pub(super) struct Pattern {
    /// Its letters.
    pub letters: Vec<Letter>,
    /// Which letters it has, by [`mask`].
    pub mask: u64,
    /// For each letter of the alphabet, the places in the word where it stands.
    places: Vec<u64>,
    /// How many strokes may be wrong.
    pub tolerance: u32,
    /// Whether it may lie anywhere inside a word: signs of Han, kana and Hangul carry enough for that alone.
    pub short_part: bool,
}

/// What one pass over a word found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Distance {
    /// Strokes to the whole word.
    pub whole: u32,
    /// Strokes to the beginning of the word that is nearest.
    pub beginning: u32,
}

impl Pattern {
    /// Prepares a typed word for an alphabet of `alphabet` letters.
    pub fn new(mut letters: Vec<Letter>, alphabet: usize, short_part: bool) -> Pattern {
        letters.truncate(LONGEST);
        let mut places = vec![0; alphabet + 1];
        for (at, letter) in letters.iter().enumerate() {
            // An unknown letter equals none, not even another unknown one.
            if *letter != UNKNOWN
                && let Some(place) = places.get_mut(usize::from(*letter))
            {
                *place |= 1 << at;
            }
        }
        let tolerance = match letters.len() {
            0..=2 => 0,
            3..=4 => 1,
            5..=11 => 2,
            _ => 3,
        };
        Pattern { mask: mask(&letters), letters, places, tolerance, short_part }
    }

    /// The distances to a word. A beginning longer than the pattern and its tolerance cannot be near and is not tried.
    pub fn distance(&self, word: &[Letter]) -> Distance {
        let length = self.letters.len();
        if length == 0 {
            return Distance { whole: word.len() as u32, beginning: 0 };
        }
        let last = 1u64 << (length - 1);
        let (mut vertical_plus, mut vertical_minus) = (!0u64, 0u64);
        let (mut diagonal, mut places_before) = (0u64, 0u64);
        let mut now = length as u32;
        let mut beginning = now;
        let reach = length + self.tolerance as usize;
        for letter in word.iter().take(reach) {
            let places = self.places.get(usize::from(*letter)).copied().unwrap_or(0);
            let swapped = ((!diagonal & places) << 1) & places_before;
            diagonal = ((places & vertical_plus).wrapping_add(vertical_plus) ^ vertical_plus)
                | places
                | vertical_minus
                | swapped;
            let plus = vertical_minus | !(diagonal | vertical_plus);
            let minus = diagonal & vertical_plus;
            now += u32::from(plus & last != 0);
            now -= u32::from(minus & last != 0);
            beginning = beginning.min(now);
            let (plus, minus) = ((plus << 1) | 1, minus << 1);
            vertical_plus = minus | !(diagonal | plus);
            vertical_minus = plus & diagonal;
            places_before = places;
        }
        // What was not read can only be missing from the typed word: at least that many strokes.
        let unread = word.len().saturating_sub(reach) as u32;
        Distance { whole: now + unread, beginning }
    }
}

/// Which letters a word has, folded into 64 bits: two words that differ by n strokes differ by at most n letters, so a
/// look at the bits spares most comparisons.
pub(super) fn mask(letters: &[Letter]) -> u64 {
    letters.iter().fold(0, |mask, letter| mask | 1 << (letter % 64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The textbook table, to check the bits against.
    fn table(typed: &[Letter], word: &[Letter]) -> Vec<u32> {
        let mut rows: Vec<Vec<u32>> = vec![(0..=word.len() as u32).collect()];
        for i in 1..=typed.len() {
            let mut row = vec![i as u32];
            for j in 1..=word.len() {
                let cost = u32::from(typed[i - 1] != word[j - 1] || typed[i - 1] == UNKNOWN);
                let mut best = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + cost);
                if i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1] {
                    best = best.min(rows[i - 2][j - 2] + 1);
                }
                row.push(best);
            }
            rows.push(row);
        }
        rows.pop().unwrap()
    }

    proptest! {
        #[test]
        fn bits_and_table_agree(typed in prop::collection::vec(1u16..5, 1..20), word in prop::collection::vec(1u16..5, 0..20)) {
            let pattern = Pattern::new(typed.clone(), 5, false);
            let row = table(&typed, &word);
            let reach = (typed.len() + pattern.tolerance as usize).min(word.len());
            let found = pattern.distance(&word);
            prop_assert_eq!(found.beginning, *row[..=reach].iter().min().unwrap());
            if word.len() <= reach {
                prop_assert_eq!(found.whole, row[word.len()]);
            } else {
                prop_assert!(found.whole > pattern.tolerance);
            }
        }
    }
}
