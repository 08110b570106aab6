//! What happens in the house: fifty people come twice a day, and some of them, minutes after they were signed in, write where
//! nobody is known. The list of acts is made by chance from a seed before anything happens.
//!
//! Everybody comes once in each half of a day and whoever writes is drawn from all visits of that half, so that "who was
//! here that half day", which every batch tells, says nothing: what is left to find is what the house keeps.

use peopleworthy::clock::Moment;

use super::people::{Dice, SITES, Writer};

pub const SECOND: i64 = 1_000_000;
const HOUR: i64 = 3600 * SECOND;
/// The two halves of a day, from the end of one collection to the beginning of the next.
const HALVES: [(i64, i64); 2] = [(6 * HOUR + 2400 * SECOND, 14 * HOUR), (14 * HOUR + 2400 * SECOND, 23 * HOUR)];
/// Nobody comes in the last minutes of a half: what they begin is to end in it.
const LAST: i64 = 1200 * SECOND;

/// How much happens.
#[derive(Clone, Copy)]
pub struct Plan {
    pub days: usize,
    /// Anonymous issues in each half of a day.
    pub anonymous: usize,
    pub named: usize,
    pub confidential: usize,
    /// How often somebody comes back with their receipt.
    pub returns: usize,
    /// How often somebody says "me too".
    pub joins: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// Signs in and opens a page.
    Comes,
    Names,
    Confides,
    Joins,
    /// Writes anonymously: the how-manieth.
    Writes(usize),
    /// Comes back with that receipt, and perhaps writes further.
    Returns(usize),
    /// What waits is stirred.
    Stirs,
    /// What waits is collected; thieves come just before and just after. Between them every copy would tell who had not been
    /// there yet when it was made, whatever it holds.
    Collects,
    /// Handlers are told.
    Tells,
    /// The confidant reads, answers and reviews.
    Handles,
    /// A backup is made, in the night.
    BacksUp,
}

#[derive(Clone, Copy, Debug)]
pub struct Act {
    pub at: i64,
    pub who: usize,
    pub what: What,
}

/// What only the test knows of an anonymous issue.
pub struct Truth {
    pub writer: usize,
    pub says_site: bool,
    /// The half day in which it was written; the attacker is told.
    pub half: (i64, i64),
}

impl Truth {
    /// Who could have written it, as far as the site says: of those who leave theirs out it is known that few work there.
    pub fn candidates(&self, people: &[Writer]) -> Vec<usize> {
        let own = &people[self.writer];
        let fits = |one: &Writer| if self.says_site { one.site == own.site } else { SITES[one.site].1 < 10 };
        (0..people.len()).filter(|at| fits(&people[*at])).collect()
    }
}

struct Calendar {
    dice: Dice,
    acts: Vec<Act>,
    visits: Vec<(i64, usize, (i64, i64))>,
}

impl Calendar {
    /// Some seconds to minutes after a visit.
    fn soon_after(&mut self, at: i64) -> i64 {
        at + self.dice.between(20 * SECOND, 540 * SECOND)
    }

    fn add(&mut self, at: i64, who: usize, what: What) {
        self.acts.push(Act { at, who, what });
    }

    fn add_at_visits(&mut self, many: usize, what: What) {
        for _ in 0..many {
            let (at, who, _) = self.visits[self.dice.below(self.visits.len())];
            let at = self.soon_after(at);
            self.add(at, who, what);
        }
    }
}

/// The acts of all days in their order, and the truth.
pub fn draw(plan: Plan, people: &[Writer], midnight: Moment, seed: u64) -> (Vec<Act>, Vec<Truth>) {
    let mut calendar = Calendar { dice: Dice(seed), acts: Vec::new(), visits: Vec::new() };
    let mut truth = Vec::new();
    for day in 0..=plan.days {
        let start = midnight.micros() + day as i64 * 24 * HOUR;
        for (hour, what) in [(6, What::Collects), (8, What::Tells), (14, What::Collects), (16, What::Tells)] {
            calendar.add(start + hour * HOUR + 1860 * SECOND, 0, what);
        }
        for quarter in 26..94 {
            calendar.add(start + quarter * HOUR / 4 + 30 * SECOND, 0, What::Stirs);
        }
        calendar.add(start + 9 * HOUR + 77 * SECOND, 0, What::Handles);
        calendar.add(start + 17 * HOUR + 33 * SECOND, 0, What::Handles);
        if day == plan.days / 2 {
            calendar.add(start + 2 * HOUR, 0, What::BacksUp);
        }
        for (from, to) in HALVES.map(|(from, to)| (start + from, start + to)) {
            if day == plan.days {
                break; // the last morning only collects
            }
            let first = calendar.visits.len();
            for who in 0..people.len() {
                let at = calendar.dice.between(from, to - LAST);
                calendar.visits.push((at, who, (from, to)));
                calendar.add(at, who, What::Comes);
            }
            for _ in 0..plan.anonymous {
                let (at, who, half) = calendar.visits[first + calendar.dice.below(people.len())];
                let at = calendar.soon_after(at);
                calendar.add(at, who, What::Writes(truth.len()));
                let says_site = !people[who].is_one_of_few() || calendar.dice.one_in(3);
                truth.push(Truth { writer: who, says_site, half });
            }
        }
    }
    calendar.add_at_visits(plan.named, What::Names);
    calendar.add_at_visits(plan.confidential, What::Confides);
    calendar.add_at_visits(plan.joins, What::Joins);
    for _ in 0..plan.returns {
        let (number, step) = (calendar.dice.below(truth.len()), calendar.dice.between(2, 5) as usize);
        let (writer, half) = (truth[number].writer, truth[number].half);
        let mut later = calendar.visits.iter().filter(|(_, who, of)| *who == writer && of.0 > half.0);
        if let Some((at, ..)) = later.clone().nth(step).or(later.next_back()).copied() {
            let at = calendar.soon_after(at);
            calendar.add(at, writer, What::Returns(number));
        }
    }
    let end = midnight.micros() + plan.days as i64 * 24 * HOUR + 10 * HOUR;
    let mut acts = calendar.acts;
    acts.retain(|act| act.at < end);
    acts.sort_by_key(|act| act.at);
    (acts, truth)
}
