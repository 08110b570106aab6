//! By when something is owed: working days of the site, its holidays left out.

use std::collections::HashSet;

use jiff::ToSpan;

use crate::clock::Day;
use crate::people::site::Site;

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
    use crate::people::site::MONDAY_TO_FRIDAY;

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
