//! Periods and windows: what a survey is compared with, and when it is answered.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::clock::Day;

/// Working days that a survey is usually open.
const WINDOW_DAYS: usize = 10;
/// Months of a period unless somebody says otherwise.
pub const MONTHS_USUAL: i8 = 2;
/// The lengths a period may have, in months: a year is cut into whole periods.
pub const MONTHS: [i8; 5] = [1, 2, 3, 4, 6];

/// From a day until (not including) another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The first day that no longer belongs to it.
    pub until: Day,
}

impl Period {
    /// The period of so many months (one of [`MONTHS`]) that a day lies in; periods begin with the year.
    pub fn of(day: Day, months: i8) -> Period {
        let date = day.date();
        let months = months.max(1);
        let first = (date.month() - 1) / months * months + 1;
        let from = Date::new(date.year(), first, 1).unwrap_or(date);
        Period { from: from.into(), until: from.saturating_add(i64::from(months).months()).into() }
    }

    /// The period of a name: `2026-03`, `2026-Q1` or `2026`.
    pub fn named(name: &str) -> Option<Period> {
        let digits = |part: &str, wanted: usize| -> Option<i16> {
            let are_digits = part.len() == wanted && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse().ok().filter(|_| are_digits)
        };
        let (year, rest) = name.split_once('-').map_or((name, None), |(year, rest)| (year, Some(rest)));
        let year = digits(year, 4)?;
        let (month, months) = match rest.map(|rest| (rest, rest.strip_prefix(['Q', 'q']))) {
            None => (1, 12),
            Some((_, Some(quarter))) => (digits(quarter, 1).filter(|quarter| (1..=4).contains(quarter))? * 3 - 2, 3),
            Some((month, None)) => (digits(month, 2)?, 1),
        };
        Some(Period::of(Date::new(year, i8::try_from(month).ok()?, 1).ok()?.into(), months))
    }

    /// Its length in days.
    pub fn days(&self) -> i64 {
        between(self.from, self.until)
    }

    /// The day in its middle.
    pub fn middle(&self) -> Day {
        plus(self.from, self.days() / 2)
    }
}

/// The days on which a survey is answered, the last one included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub opens_on: Day,
    /// The last day.
    pub closes_on: Day,
}

impl Window {
    /// Ten working days around the middle of a period.
    pub fn centred(period: Period) -> Window {
        let opens_on = (0..).map(|back| plus(period.middle(), -back)).filter(is_working_day).nth(WINDOW_DAYS / 2);
        let opens_on = opens_on.unwrap_or(period.from);
        let closes_on = (0..).map(|ahead| plus(opens_on, ahead)).filter(is_working_day).nth(WINDOW_DAYS - 1);
        Window { opens_on, closes_on: closes_on.unwrap_or(period.until) }
    }

    /// How many days its middle lies after (negative: before) the middle of the period.
    pub fn days_off(&self, period: Period) -> i64 {
        between(period.middle(), plus(self.opens_on, between(self.opens_on, self.closes_on) / 2))
    }

    /// Whether it lies in the middle of the period, give or take an eighth: a survey at the end of its period sees what
    /// customers only come to feel later, and looks as if it led them.
    pub fn is_centred(&self, period: Period) -> bool {
        self.days_off(period).abs() <= period.days() / 8
    }

    /// Whether it is open on a day.
    pub fn holds(&self, day: Day) -> bool {
        self.opens_on <= day && day <= self.closes_on
    }

    /// The days on which those who have not answered are reminded, in order: they cut the window into equal parts, and are
    /// working days.
    pub fn reminder_days(&self, reminders: i32) -> Vec<Day> {
        let length = between(self.opens_on, self.closes_on);
        let at = |number: i32| plus(self.opens_on, length * i64::from(number) / i64::from(reminders + 1));
        let working = |day: Day| (0..7).map(|ahead| plus(day, ahead)).find(is_working_day).unwrap_or(day);
        (1..=reminders).map(|number| working(at(number)).min(self.closes_on)).collect()
    }
}

fn is_working_day(day: &Day) -> bool {
    !matches!(day.date().weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// A day so many days later.
pub fn plus(day: Day, days: i64) -> Day {
    day.date().saturating_add(days.days()).into()
}

/// Days from one day to another.
pub fn between(from: Day, until: Day) -> i64 {
    from.date().until(until.date()).map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_year_is_cut_into_whole_periods_that_meet() {
        for months in MONTHS {
            let mut from = day("2026-01-01");
            for _ in 0..(12 / months) {
                let period = Period::of(from, months);
                assert_eq!(period.from, from);
                assert_eq!(Period::of(plus(period.until, -1), months), period);
                from = period.until;
            }
            assert_eq!(from, day("2027-01-01"));
        }
    }

    #[test]
    fn a_period_is_known_by_its_name() {
        let named = |name: &str| Period::named(name).map(|period| (period.from.to_string(), period.until.to_string()));
        let pair = |from: &str, until: &str| Some((from.to_owned(), until.to_owned()));
        assert_eq!(named("2026-03"), pair("2026-03-01", "2026-04-01"));
        assert_eq!(named("2025-Q4"), pair("2025-10-01", "2026-01-01"));
        assert_eq!(named("2024"), pair("2024-01-01", "2025-01-01"));
        for wrong in [
            "",
            "26",
            "2026-",
            "2026-13",
            "2026-Q5",
            "2026-Q",
            "March 2026",
            "2026-03-01",
            "2026-3",
            "2026-+3",
            "2026-003",
            "+026",
            "2026-Q01",
            "2026-Q+1",
        ] {
            assert_eq!(named(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_usual_window_is_ten_working_days_around_the_middle() {
        for month in 1..=12 {
            let period = Period::of(Date::new(2026, month, 9).unwrap().into(), MONTHS_USUAL);
            let window = Window::centred(period);
            let days = (0..=between(window.opens_on, window.closes_on)).map(|ahead| plus(window.opens_on, ahead));
            assert_eq!(days.filter(is_working_day).count(), 10);
            assert!(window.is_centred(period), "{window:?} {period:?}");
            assert!(is_working_day(&window.opens_on) && is_working_day(&window.closes_on));
        }
        let last = Window { opens_on: day("2026-12-14"), closes_on: day("2026-12-24") };
        let period = Period::of(day("2026-12-01"), 2);
        assert!(!last.is_centred(period));
        assert_eq!((period.middle(), last.days_off(period)), (day("2026-12-01"), 18));
    }

    #[test]
    fn reminders_come_on_working_days_within_the_window_and_in_order() {
        let window = Window { opens_on: day("2026-11-23"), closes_on: day("2026-12-04") };
        assert_eq!(window.reminder_days(0), []);
        assert_eq!(window.reminder_days(1), [day("2026-11-30")]);
        assert_eq!(window.reminder_days(2), [day("2026-11-26"), day("2026-11-30")]);
    }
}
