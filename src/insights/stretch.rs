//! The time that a survey speaks of, and that what customers wrote is compared over.

use crate::clock::Day;

/// From a day until (not including) another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stretch {
    /// The first day.
    pub from: Day,
    /// The first day that no longer belongs to it.
    pub until: Day,
}

impl Stretch {
    /// Whether a day belongs to it.
    pub fn holds(&self, day: Day) -> bool {
        (self.from..self.until).contains(&day)
    }

    /// The last day that belongs to it.
    pub fn last_day(&self) -> Day {
        self.until.date().yesterday().map_or(self.until, Day::from)
    }

    /// The day in its middle, around which the survey was answered.
    pub fn middle(&self) -> Day {
        let days = self.until.date().duration_since(self.from.date()).as_hours() / 24;
        self.from.date().saturating_add(jiff::SignedDuration::from_hours(24 * (days / 2))).into()
    }

    /// As a file has it: the month it begins with, or the day if it does not begin with one.
    pub fn name(&self) -> String {
        let from = self.from.date();
        if from.day() == 1 { from.strftime("%Y-%m").to_string() } else { from.to_string() }
    }
}

/// As many of some stretches as can stand beside each other without overlapping, from the oldest on: always the one that ends
/// first, and of those the shortest. One that comes later never takes the place of one before it.
pub fn side_by_side(mut all: Vec<Stretch>) -> Vec<Stretch> {
    all.sort_by_key(|stretch| (stretch.until, std::cmp::Reverse(stretch.from)));
    let mut kept: Vec<Stretch> = Vec::with_capacity(all.len());
    for stretch in all {
        if kept.last().is_none_or(|earlier| earlier.until <= stretch.from) {
            kept.push(stretch);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(from: &str, until: &str) -> Stretch {
        Stretch { from: from.parse().unwrap(), until: until.parse().unwrap() }
    }

    #[test]
    fn of_those_that_overlap_as_many_stay_as_can() {
        let months: Vec<Stretch> =
            [("2026-01-01", "2026-03-01"), ("2026-03-01", "2026-05-01"), ("2026-05-01", "2026-07-01")]
                .map(|(from, until)| stretch(from, until))
                .to_vec();
        let (half, quarter) = (stretch("2026-01-01", "2026-07-01"), stretch("2026-04-01", "2026-07-01"));
        let all = [months.clone(), vec![half, quarter, months[1]]].concat();
        assert_eq!(side_by_side(all), months);
        assert_eq!(side_by_side(vec![half, quarter]), [quarter]);
        assert_eq!(side_by_side(Vec::new()), []);
    }

    #[test]
    fn a_stretch_is_called_by_its_first_month_and_has_a_middle() {
        let spring = stretch("2026-03-01", "2026-05-01");
        assert_eq!((spring.name().as_str(), spring.middle()), ("2026-03", "2026-03-31".parse().unwrap()));
        assert_eq!(stretch("2026-03-09", "2026-04-09").name(), "2026-03-09");
        assert!(spring.holds("2026-04-30".parse().unwrap()) && !spring.holds("2026-05-01".parse().unwrap()));
    }
}
