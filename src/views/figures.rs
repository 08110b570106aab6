//! Numbers, days and moments as a language writes them, by the Unicode tables.
//!
//! Making a formatter reads its tables, using it is cheap: so one set is made for each language with its first
//! sentence, and kept.

use std::sync::OnceLock;

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDT};
use icu_datetime::options::TimePrecision;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale::Locale;
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};
use jiff_icu::ConvertFrom;

use super::{Lang, ViewsError};

/// How much room a day or a moment may take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Length {
    /// The month as a word.
    #[default]
    Long,
    /// As short as the language likes it with all its digits: `1 Mar 2026`, `01.03.2026`.
    Medium,
}

impl Length {
    pub(super) fn from_name(name: &str) -> Length {
        match name {
            "medium" | "short" => Length::Medium,
            _ => Length::Long,
        }
    }
}

/// How many digits may stand behind the decimal sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Digits {
    pub(super) least: usize,
    pub(super) most: usize,
}

impl Default for Digits {
    fn default() -> Digits {
        Digits { least: 0, most: 3 }
    }
}

/// One place a language; filled on first use. Static, because Fluent writes numbers through a plain function.
static FIGURES: [OnceLock<Option<Figures>>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];

/// Numbers as a language writes them.
pub(super) struct Numbers {
    lang: Lang,
    grouped: DecimalFormatter,
    ungrouped: DecimalFormatter,
}

impl Numbers {
    fn made_for(lang: Lang, locale: &Locale) -> Option<Numbers> {
        let mut plain = DecimalFormatterOptions::default();
        plain.grouping_strategy = Some(GroupingStrategy::Never);
        Some(Numbers {
            lang,
            grouped: DecimalFormatter::try_new(locale.into(), Default::default()).ok()?,
            ungrouped: DecimalFormatter::try_new(locale.into(), plain).ok()?,
        })
    }

    /// `1234.5` as `1,234.5` or `1.234,5`.
    pub(super) fn number(&self, number: f64, digits: Digits, grouped: bool) -> String {
        let formatter = if grouped { &self.grouped } else { &self.ungrouped };
        match decimal(number, digits) {
            // Typed, the minus is a hyphen; printed, it is as wide as the plus.
            Some(decimal) => formatter.format(&decimal).to_string().replace('-', "\u{2212}"),
            None => "–".to_owned(), // not a number, or beyond all bounds: nothing to read
        }
    }

    /// A share from 0 to 1 as `12%` or `12 %`.
    pub(super) fn percent(&self, share: f64, digits: Digits) -> String {
        self.number(share * 100.0, digits, true) + self.lang.percent_sign()
    }
}

/// The decimal digits of a number, rounded to `most` and without needless noughts beyond `least`.
fn decimal(number: f64, digits: Digits) -> Option<Decimal> {
    if !number.is_finite() {
        return None;
    }
    if number.fract() == 0.0 && digits.least == 0 && number.abs() < 9e15 {
        return Some(Decimal::from(number as i64));
    }
    let most = digits.most.clamp(digits.least, 20);
    let mut written = format!("{number:.most$}");
    if let Some(point) = written.find('.') {
        let least = if digits.least == 0 { point } else { point + 1 + digits.least };
        let kept = written.trim_end_matches('0').trim_end_matches('.').len();
        written.truncate(kept.max(least));
    }
    if written.bytes().all(|byte| matches!(byte, b'-' | b'.' | b'0')) {
        written = written.replace('-', ""); // rounded away: nobody writes minus nought
    }
    Decimal::try_from_str(&written).ok()
}

/// Everything of a language that is made of figures.
pub(super) struct Figures {
    pub(super) numbers: Numbers,
    long_day: DateTimeFormatter<YMD>,
    medium_day: DateTimeFormatter<YMD>,
    long_moment: DateTimeFormatter<YMDT>,
    medium_moment: DateTimeFormatter<YMDT>,
}

impl Figures {
    /// The figures of a language.
    pub(super) fn of(lang: Lang) -> Result<&'static Figures, ViewsError> {
        let made = FIGURES.get(lang as usize).and_then(|place| place.get_or_init(|| Figures::made_for(lang)).as_ref());
        made.ok_or(ViewsError::NoCustoms(lang.icu_tag()))
    }

    fn made_for(lang: Lang) -> Option<Figures> {
        let locale: Locale = lang.icu_tag().parse().ok()?;
        let minute = TimePrecision::Minute;
        Some(Figures {
            numbers: Numbers::made_for(lang, &locale)?,
            long_day: DateTimeFormatter::try_new((&locale).into(), YMD::long()).ok()?,
            medium_day: DateTimeFormatter::try_new((&locale).into(), YMD::medium()).ok()?,
            long_moment: DateTimeFormatter::try_new((&locale).into(), YMDT::long().with_time_precision(minute)).ok()?,
            medium_moment: DateTimeFormatter::try_new((&locale).into(), YMDT::medium().with_time_precision(minute))
                .ok()?,
        })
    }

    /// A day, `21 November 2026`.
    pub(super) fn day(&self, day: civil::Date, length: Length) -> String {
        let formatter = match length {
            Length::Long => &self.long_day,
            Length::Medium => &self.medium_day,
        };
        formatter.format(&icu_calendar::Date::convert_from(day)).to_string()
    }

    /// A day and the time of day, `21 November 2026 at 20:15`, where the clocks of `zone` hang.
    pub(super) fn moment(&self, moment: Timestamp, zone: &TimeZone, length: Length) -> String {
        let formatter = match length {
            Length::Long => &self.long_moment,
            Length::Medium => &self.medium_moment,
        };
        let there = zone.to_datetime(moment);
        formatter.format(&icu_time::DateTime::convert_from(there)).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let (en, de) = (&Figures::of(Lang::En).unwrap().numbers, &Figures::of(Lang::De).unwrap().numbers);
        let digits = Digits::default();
        assert_eq!(en.number(1_234_567.0, digits, true), "1,234,567");
        assert_eq!(de.number(1_234_567.0, digits, true), "1.234.567");
        assert_eq!(de.number(-1234.5, digits, true), "\u{2212}1.234,5");
        assert_eq!(en.number(2026.0, digits, false), "2026");
        assert_eq!(en.number(0.12345, digits, true), "0.123");
        assert_eq!(en.number(-0.0001, digits, true), "0");
        assert_eq!(en.number(-0.001, Digits { least: 2, most: 2 }, true), "0.00");
        assert_eq!(en.number(4.0, Digits { least: 1, most: 1 }, true), "4.0");
        assert_eq!(en.number(1200.0, Digits { least: 2, most: 2 }, true), "1,200.00");
        assert_eq!(en.number(f64::NAN, digits, true), "–");
        assert_eq!(en.percent(0.125, Digits { least: 0, most: 0 }), "12%");
        assert_eq!(de.percent(0.5, Digits { least: 0, most: 0 }), "50\u{a0}%");
    }

    #[test]
    fn days_and_moments_follow_the_customs_and_the_zone() {
        let (en, de) = (Figures::of(Lang::En).unwrap(), Figures::of(Lang::De).unwrap());
        let day = civil::date(2026, 3, 1);
        assert_eq!(en.day(day, Length::Long), "1 March 2026");
        assert_eq!(de.day(day, Length::Long), "1. März 2026");
        assert_eq!(en.day(day, Length::Medium), "1 Mar 2026");
        let moment: Timestamp = "2026-11-21T23:15:00Z".parse().unwrap();
        let vienna = TimeZone::get("Europe/Vienna").unwrap();
        assert_eq!(en.moment(moment, &TimeZone::UTC, Length::Long), "21 November 2026 at 23:15");
        assert_eq!(de.moment(moment, &vienna, Length::Long), "22. November 2026 um 00:15");
    }
}
