//! Time: moments, days, and the clock that stands still in tests.
//!
//! A moment is stored as BIGINT microseconds since 1970 in UTC, a day as TEXT `YYYY-MM-DD`; both sort as they should on
//! either engine. Nothing here is made by the database.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{BigInt, Text};
use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// A moment in UTC, to the microsecond.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow, Serialize, Deserialize,
)]
#[diesel(sql_type = BigInt)]
#[serde(transparent)]
pub struct Moment(Timestamp);

/// The last moment of all: the last whole second that jiff knows. Its own end has parts of a second that it gives as
/// microseconds and then does not take back.
const LAST: Timestamp = Timestamp::constant(253_402_207_200, 0);

impl Moment {
    /// A moment from microseconds since 1970; what lies outside jiff's range becomes the nearest end of it.
    pub fn from_micros(micros: i64) -> Moment {
        let nearest_end = if micros < 0 { Timestamp::MIN } else { LAST };
        Moment(Timestamp::from_microsecond(micros).unwrap_or(nearest_end))
    }

    /// Microseconds since 1970.
    pub fn micros(self) -> i64 {
        self.0.as_microsecond()
    }

    /// The jiff timestamp, for arithmetic and formatting.
    pub fn timestamp(self) -> Timestamp {
        self.0
    }

    /// This moment moved by a number of seconds (negative: earlier).
    pub fn plus_seconds(self, seconds: i64) -> Moment {
        Moment::from_micros(self.micros().saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// Whole and part seconds from `earlier` to this moment; negative if this one is the earlier.
    pub fn seconds_since(self, earlier: Moment) -> f64 {
        self.0.duration_since(earlier.0).as_secs_f64()
    }

    /// The calendar day of this moment in a time zone.
    pub fn day_in(self, zone: &TimeZone) -> Day {
        Day(self.0.to_zoned(zone.clone()).date())
    }

    /// The calendar day of this moment by UTC: for what holds everywhere on the same day (when what is kept ends) and belongs
    /// to no site.
    pub fn utc_day(self) -> Day {
        self.day_in(&TimeZone::UTC)
    }
}

impl From<Timestamp> for Moment {
    fn from(timestamp: Timestamp) -> Moment {
        Moment::from_micros(timestamp.as_microsecond())
    }
}

/// A calendar day without a time zone.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow, Serialize, Deserialize,
)]
#[diesel(sql_type = Text)]
#[serde(transparent)]
pub struct Day(Date);

impl Day {
    /// The jiff date.
    pub fn date(self) -> Date {
        self.0
    }

    /// A day as people type it, 2026-03-31 or 31.03.2026; none for anything else.
    pub fn typed(text: &str) -> Option<Day> {
        // jiff also reads what other standards allow; a day has these two forms here. With dots there is only one order;
        // with strokes there are two, and a wrong guess would shift a deadline unseen.
        let is_plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let date = if is_plain { text.parse().ok() } else { Date::strptime("%d.%m.%Y", text).ok() };
        // 25.12.26 would be a day of the year 26.
        date.filter(|date: &Date| date.year() >= 1_900).map(Day)
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Day {
        Day(date)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.0)
    }
}

impl std::str::FromStr for Day {
    type Err = jiff::Error;

    /// Reads `YYYY-MM-DD`.
    fn from_str(text: &str) -> Result<Day, jiff::Error> {
        text.parse::<Date>().map(Day)
    }
}

/// The only source of "now". The system's clock in the product, one that stands still and is moved by hand in tests.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Microseconds since 1970, moved by [`Clock::advance`].
    Standing(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `moment` until it is moved.
    pub fn standing_at(moment: Moment) -> Clock {
        Clock::Standing(Arc::new(AtomicI64::new(moment.micros())))
    }

    /// This moment.
    #[allow(clippy::disallowed_methods)] // the one place that may ask the machine
    pub fn now(&self) -> Moment {
        match self {
            Clock::System => Timestamp::now().into(),
            Clock::Standing(micros) => Moment::from_micros(micros.load(Ordering::SeqCst)),
        }
    }

    /// Moves a standing clock; the machine's clock cannot be moved and stays as it is.
    pub fn advance(&self, by: SignedDuration) {
        if let Clock::Standing(micros) = self {
            let step = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
            micros.fetch_add(step, Ordering::SeqCst);
        }
    }
}

impl<DB> FromSql<BigInt, DB> for Moment
where
    DB: diesel::backend::Backend,
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Moment(Timestamp::from_microsecond(i64::from_sql(bytes)?)?))
    }
}

impl<DB> FromSql<Text, DB> for Day
where
    DB: diesel::backend::Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Day(String::from_sql(bytes)?.parse()?))
    }
}

crate::db::stored_as!(Moment, BigInt, i64, |moment| moment.micros());
crate::db::stored_as!(Day, Text, String, |day| day.to_string());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_beyond_all_calendars_is_the_nearest_end_of_time_and_never_1970() {
        let (first, last) = (Timestamp::MIN.as_microsecond(), LAST.as_microsecond());
        for micros in [i64::MAX, i64::MAX - 1, Timestamp::MAX.as_microsecond(), last + 1] {
            assert_eq!(Moment::from_micros(micros).micros(), last, "{micros}");
        }
        for micros in [i64::MIN, i64::MIN + 1, first - 1] {
            assert_eq!(Moment::from_micros(micros).micros(), first, "{micros}");
        }
        let now = Moment::from_micros(1_795_262_400_000_000);
        assert_eq!(now.micros(), 1_795_262_400_000_000);
        assert_eq!(now.plus_seconds(i64::MAX).micros(), last);
        assert_eq!(now.plus_seconds(i64::MIN).micros(), first);
        for end in [first, last] {
            assert!(Timestamp::from_microsecond(end).is_ok(), "what is stored can be read again: {end}");
        }
    }
}
