//! What an answer weighs, what a person scores, and how a group's index is rounded. No HTTP, no SQL.
//!
//! Source of the scoring: UK Civil Service People Survey, Technical Guide 2018, pages 12, 13 and 21.

/// The most points an answer, a person or a group can have; the least is 0.
const ALL_POINTS: u32 = 100;
/// An index outside of these would tell what each of the group has answered: it is shown as "95 or more".
const SHOWN: std::ops::RangeInclusive<u128> = 5..=95;

/// What somebody is asked to do with a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// To agree: from 1, strongly disagree, to 5, strongly agree.
    Agree,
    /// To say how likely they would recommend something: from 0 to 10.
    Recommend,
}

impl Item {
    /// How many answers there are to choose from.
    pub const MOST_OPTIONS: usize = 11;

    /// The place of an answer among the options, from the lowest, or none if it is not one of them.
    pub fn option(self, answer: u8) -> Option<usize> {
        match (self, answer) {
            (Item::Agree, 1..=5) => Some(usize::from(answer) - 1),
            (Item::Recommend, 0..=10) => Some(usize::from(answer)),
            _ => None,
        }
    }

    /// The points of an option, from 0 to 100.
    pub fn points(self, option: usize) -> u32 {
        let step = match self {
            Item::Agree => 25,
            Item::Recommend => 10,
        };
        (option as u32 * step).min(ALL_POINTS)
    }

    /// Which options are counted as one in a distribution. Of eleven options in a group of ten, most have one answer or
    /// none: so recommending is shown as the customary three shares (0 to 6, 7 and 8, 9 and 10), whose last less the
    /// first is the recommendation score.
    pub(super) fn bands(self) -> &'static [std::ops::Range<usize>] {
        match self {
            Item::Agree => &[0..1, 1..2, 2..3, 3..4, 4..5],
            Item::Recommend => &[0..7, 7..9, 9..11],
        }
    }
}

/// Items that are read together as one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Their places in the instrument; at most 30.
    pub items: Vec<usize>,
    /// Whoever answered fewer has no score.
    pub at_least: usize,
}

impl Scale {
    /// The parts of a point in which this scale is counted: so many that the mean of as many answers as somebody may
    /// have given is always whole. Sums are then the same in whatever order the answers lie, and half a point is half a point.
    pub(super) fn parts(&self) -> u128 {
        (self.at_least.max(1)..=self.items.len()).fold(1, |parts, answered| {
            let answered = answered as u128;
            parts / greatest_divisor(parts, answered) * answered
        })
    }

    /// The mean of the answered items in parts of a point, if enough of them are answered. `points` are one person's, in
    /// the order of the instrument.
    pub(super) fn score(&self, points: &[Option<u32>]) -> Option<u128> {
        let answered: Vec<u32> = self.items.iter().filter_map(|item| *points.get(*item)?).collect();
        let is_enough = !answered.is_empty() && answered.len() >= self.at_least;
        is_enough
            .then(|| answered.iter().map(|points| u128::from(*points)).sum::<u128>() * self.parts())
            .map(|sum| sum / answered.len() as u128)
    }
}

fn greatest_divisor(one: u128, other: u128) -> u128 {
    if other == 0 { one } else { greatest_divisor(other, one % other) }
}

/// What is asked, in the order in which it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    pub items: Vec<Item>,
    pub scales: Vec<Scale>,
}

impl Instrument {
    /// One person's options: what is missing or not an answer to its item is none.
    pub(super) fn options(&self, answers: &[Option<u8>]) -> Vec<Option<usize>> {
        let given = |at: usize| answers.get(at).copied().flatten();
        self.items.iter().enumerate().map(|(at, item)| item.option(given(at)?)).collect()
    }

    /// The points of these options.
    pub(super) fn points(&self, options: &[Option<usize>]) -> Vec<Option<u32>> {
        self.items.iter().zip(options).map(|(item, option)| option.map(|option| item.points(option))).collect()
    }

    /// The score of one person on a scale, 0 to 100, if enough is answered.
    pub fn score(&self, scale: &Scale, answers: &[Option<u8>]) -> Option<f64> {
        let score = scale.score(&self.points(&self.options(answers)))?;
        Some(score as f64 / scale.parts() as f64)
    }
}

/// Half is rounded up, also below zero, and only where a number is shown.
pub fn round_half_up(value: f64) -> i32 {
    (value + 0.5).floor() as i32
}

/// A group's index as it is shown: the mean, rounded half up to a whole point, and kept from the ends.
/// `sum` is counted in `parts` of a point; `n` is not 0.
pub(super) fn index(sum: u128, n: u32, parts: u128) -> u8 {
    let all = u128::from(n.max(1)) * parts;
    let rounded = (2 * sum + all) / (2 * all);
    u8::try_from(rounded.clamp(*SHOWN.start(), *SHOWN.end())).unwrap_or(0)
}
