//! By when something is owed: working days of the site, its holidays left out.

use std::collections::HashSet;

use jiff::{Timestamp, ToSpan};
use serde::Serialize;

use crate::clock::{Day, Moment};
use crate::people::site::{MONDAY_TO_FRIDAY, Site};

/// More days than this are not counted one by one; nothing is owed that late.
const LONGEST: i32 = 3_660;

/// The days by which an issue has to be acknowledged, answered and decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Somebody says that they have read it.
    pub acknowledge_on: Day,
    /// Somebody answers.
    pub answer_on: Day,
    /// Somebody says what becomes of it.
    pub decide_on: Day,
}

/// When what was raised on a day is due.
pub fn due(site: &Site, holidays: &HashSet<Day>, from: Day, days: (i32, i32, i32)) -> Due {
    let after = |days| working_days_after(site.working_days, holidays, from, days);
    Due { acknowledge_on: after(days.0), answer_on: after(days.1), decide_on: after(days.2) }
}

/// The first working day after a day; of what is of no site, from Monday to Friday.
pub fn next_working_day(site: Option<&Site>, holidays: &HashSet<Day>, from: Day) -> Day {
    working_days_after(site.map_or(MONDAY_TO_FRIDAY, |site| site.working_days), holidays, from, 1)
}

/// When today began at a site: the time of what is of a day.
pub fn midnight(site: &Site, now: Moment) -> Moment {
    let start = site.today(now).date().to_zoned(site.zone());
    start.map_or(Timestamp::UNIX_EPOCH, |start| start.timestamp()).into()
}

/// More days than this are a long time.
const LONG: i32 = 30;

/// Something owed by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Since when it has been owed.
    pub since: Day,
    /// By when it has to be there.
    pub on: Day,
}

/// How near the day is on which something is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Nearness {
    /// There is time.
    Later,
    /// Of a long time the last two weeks, of a short one the last two days: the fifth of the seven days in which the law
    /// wants to see an acknowledgement.
    Soon,
    /// The day has passed.
    Late,
}

impl Owed {
    fn days_left(self, today: Day) -> i32 {
        (self.on.date() - today.date()).get_days()
    }

    fn is_long(self) -> bool {
        (self.on.date() - self.since.date()).get_days() > LONG
    }

    /// How near it is.
    pub fn nearness(self, today: Day) -> Nearness {
        match self.days_left(today) {
            ..0 => Nearness::Late,
            left if left <= if self.is_long() { 14 } else { 2 } => Nearness::Soon,
            _ => Nearness::Later,
        }
    }

    /// Whether somebody is reminded of it today: on the day before and the day itself, of a long time also two weeks and
    /// three days before; when it has passed on the first two days, and then once a week.
    pub fn is_reminded(self, today: Day) -> bool {
        match self.days_left(today) {
            14 | 3 => self.is_long(),
            -2..=1 => true,
            left => left < 0 && left % 7 == 0,
        }
    }
}

/// The day so many working days later. A site without any working day counts every day.
fn working_days_after(working_days: i32, holidays: &HashSet<Day>, from: Day, days: i32) -> Day {
    let mut at = from.date();
    let mut left = days.clamp(0, LONGEST);
    for _ in 0..LONGEST * 8 {
        if left == 0 {
            break;
        }
        at = at.saturating_add(1.day());
        let bit = 1 << at.weekday().to_monday_zero_offset();
        let is_working = working_days & 0b111_1111 == 0 || working_days & bit != 0;
        if is_working && !holidays.contains(&Day::from(at)) {
            left -= 1;
        }
    }
    at.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_owed_turns_red_in_time_and_is_said_before_it_is_late() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let week = Owed { since: day("2026-11-01"), on: day("2026-11-08") };
        let near = |owed: Owed, today| owed.nearness(day(today));
        assert_eq!(near(week, "2026-11-05"), Nearness::Later);
        assert_eq!(near(week, "2026-11-06"), Nearness::Soon, "the fifth day");
        assert_eq!((near(week, "2026-11-08"), near(week, "2026-11-09")), (Nearness::Soon, Nearness::Late));
        let quarter = Owed { since: day("2026-11-01"), on: day("2027-02-08") };
        assert_eq!((near(quarter, "2027-01-24"), near(quarter, "2027-01-25")), (Nearness::Later, Nearness::Soon));
        let reminded = |owed: Owed, from: &str, days: i64| -> Vec<String> {
            let all = (0..days).map(|n| Day::from(day(from).date().saturating_add(n.days())));
            all.filter(|today| owed.is_reminded(*today)).map(|today| today.to_string()).collect()
        };
        let week_days = ["2026-11-07", "2026-11-08", "2026-11-09", "2026-11-10", "2026-11-15", "2026-11-22"];
        assert_eq!(reminded(week, "2026-11-01", 26), week_days, "the sixth day is the first");
        let quarter_days = ["2027-01-25", "2027-02-05", "2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10"];
        assert_eq!(reminded(quarter, "2026-11-01", 105), quarter_days);
    }

    #[test]
    fn a_weekend_and_a_holiday_do_not_count() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let none = HashSet::new();
        let after = |week, holidays: &HashSet<Day>, days| working_days_after(week, holidays, day("2026-11-20"), days);
        assert_eq!(after(MONDAY_TO_FRIDAY, &none, 2), day("2026-11-24"));
        assert_eq!(after(MONDAY_TO_FRIDAY, &HashSet::from([day("2026-11-23")]), 2), day("2026-11-25"));
        assert_eq!(after(0b111_1111, &none, 2), day("2026-11-22"));
        assert_eq!(after(0, &none, 2), day("2026-11-22"));
        assert_eq!(after(MONDAY_TO_FRIDAY, &none, 0), day("2026-11-20"));
    }
}
