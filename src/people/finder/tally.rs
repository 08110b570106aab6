//! Adding up, person by person, what the typed words agree with.

use super::index::{Field, Posting};
use super::{Match, Reason};
use crate::ids::PersonId;

/// Who scores less than this share of the best is not shown: next to a name that is right, far typos only confuse. Just
/// below a half, so that of two typed words one that is right is enough.
const WORTH_SHOWING: f32 = 0.48;

/// Who has been counted for what. One piece of memory a query, nothing in the loops.
pub(super) struct Tally {
    people: Vec<Counted>,
    seen: Vec<u32>,
    this_word: Vec<u32>,
}

#[derive(Clone, Copy, Default)]
struct Counted {
    /// Sum over the words done.
    total: f32,
    /// Best of the word at hand, and why.
    now: Option<(f32, Reason)>,
    /// Best of any word, and why.
    best: Option<(f32, Reason)>,
}

impl Tally {
    pub fn new(people: usize) -> Tally {
        Tally { people: vec![Counted::default(); people], seen: Vec::new(), this_word: Vec::new() }
    }

    /// Counts a word that agreed for everybody who has it; of several only the best counts.
    pub fn count(&mut self, who: &[Posting], score: impl Fn(Field) -> (f32, Reason)) {
        for posting in who {
            let Some(person) = self.people.get_mut(posting.person as usize) else { continue };
            let fresh = score(posting.field);
            match person.now {
                None => {
                    person.now = Some(fresh);
                    self.this_word.push(posting.person);
                }
                // Of equal scores the more trusted reason stays, so that the order of the tables does not show.
                Some((score, reason)) if score < fresh.0 || (score == fresh.0 && fresh.1 < reason) => {
                    person.now = Some(fresh);
                }
                Some(_) => {}
            }
        }
    }

    /// Closes one typed word.
    pub fn next_word(&mut self) {
        for at in self.this_word.drain(..) {
            let Some(person) = self.people.get_mut(at as usize) else { continue };
            let Some((score, reason)) = person.now.take() else { continue };
            person.total += score;
            match person.best {
                None => {
                    person.best = Some((score, reason));
                    self.seen.push(at);
                }
                Some((best, _)) if best < score => person.best = Some((score, reason)),
                Some(_) => {}
            }
        }
    }

    /// Gives everybody whom all words in one piece name at least the score of that for each word.
    pub fn raise_to(&mut self, whole: &Tally, words: usize) {
        for at in &whole.seen {
            let (Some(person), Some(one)) = (self.people.get_mut(*at as usize), whole.people.get(*at as usize)) else {
                continue;
            };
            if person.best.is_none() {
                self.seen.push(*at);
            }
            if person.total < one.total * words as f32 {
                person.total = one.total * words as f32;
                person.best = one.best;
            }
        }
    }

    /// The best, in a fixed order.
    pub fn best(mut self, words: usize, limit: usize, ids: &[PersonId]) -> Vec<Match> {
        let people = &self.people;
        let counted = |at: u32| people.get(at as usize).copied().unwrap_or_default();
        let top = self.seen.iter().map(|at| counted(*at).total).fold(0.0, f32::max);
        self.seen.retain(|at| counted(*at).total >= top * WORTH_SHOWING);
        let order = |one: &u32, other: &u32| {
            let (a, b) = (counted(*one), counted(*other));
            let reason = |c: Counted| c.best.map(|(_, reason)| reason);
            b.total.total_cmp(&a.total).then(reason(a).cmp(&reason(b))).then(one.cmp(other))
        };
        if self.seen.len() > limit {
            self.seen.select_nth_unstable_by(limit, order);
            self.seen.truncate(limit);
        }
        self.seen.sort_unstable_by(order);
        let found = |at: &u32| {
            let counted = counted(*at);
            let (_, reason) = counted.best?;
            Some(Match { id: *ids.get(*at as usize)?, score: counted.total / words as f32, reason })
        };
        self.seen.iter().filter_map(found).collect()
    }
}
