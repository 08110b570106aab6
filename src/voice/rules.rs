//! What the law and the house ask of voice: the clocks of EU mode, the external channels, how long threads are kept.
//!
//! EU mode is Directive (EU) 2019/1937, art. 9: acknowledgement within 7 days, feedback within 3 months, and clear
//! information on external channels. It only ever makes a day earlier than a category's own.

use jiff::ToSpan;

use super::level::Level;
use crate::clock::Day;
use crate::text;
use crate::web::{Form, Problems};

/// Within how many days the law wants to see an acknowledgement …
const ACKNOWLEDGE_DAYS: i64 = 7;
/// … and within how many months feedback. Counted from the day something came, which is never later than the law does.
const FEEDBACK_MONTHS: i64 = 3;
/// How long a closed thread can be kept: a month to ten years.
const KEEP_DAYS: std::ops::RangeInclusive<i32> = 30..=3_660;

/// The rules in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// Whether the clocks of the directive hold.
    pub eu_mode: bool,
    /// Where else one can turn, as the administrator wrote it. Not empty in EU mode.
    pub channels: String,
    /// For how many days a thread is kept after it was closed.
    pub thread_keep_days: i32,
    /// Counts the changes.
    pub version: i32,
}

impl Rules {
    /// By when what came on a day is acknowledged, if the category says `own`.
    pub fn acknowledge_by(&self, level: Level, came_on: Day, own: Day) -> Day {
        let law = came_on.date().saturating_add(ACKNOWLEDGE_DAYS.days());
        self.earlier(level, own, law.into())
    }

    /// By when whoever raised it hears what becomes of it, if the category says `own`.
    pub fn feedback_by(&self, level: Level, came_on: Day, own: Day) -> Day {
        let law = came_on.date().saturating_add(FEEDBACK_MONTHS.months());
        self.earlier(level, own, law.into())
    }

    /// The law speaks of channels that keep secrets; what stands under a name is the house's own affair.
    fn earlier(&self, level: Level, own: Day, law: Day) -> Day {
        if self.eu_mode && level != Level::Named { own.min(law) } else { own }
    }

    /// Reads the administrator's form.
    pub fn parse(form: &Form) -> Result<Rules, Problems> {
        let mut problems = Problems::none();
        let channels = problems.take("channels", text::optional_words(form.text("channels")));
        let eu_mode = form.has("eu_mode");
        if eu_mode && channels.is_empty() && problems.is_empty() {
            problems.add("channels", "channels-problem-empty");
        }
        let thread_keep_days = form.read("thread_keep_days").filter(|days| KEEP_DAYS.contains(days));
        if thread_keep_days.is_none() {
            problems.add("thread_keep_days", "channels-problem-days");
        }
        let version = form.read("version").unwrap_or_default();
        problems.or(Rules { eu_mode, channels, thread_keep_days: thread_keep_days.unwrap_or_default(), version })
    }

    /// What changed against the rules before, in words of ours: never the text itself.
    pub fn changes(&self, before: &Rules) -> String {
        let mut changes = Vec::new();
        if self.eu_mode != before.eu_mode {
            changes.push(if self.eu_mode { "EU mode on".to_owned() } else { "EU mode off".to_owned() });
        }
        if self.channels != before.channels {
            changes.push("external channels".into());
        }
        if self.thread_keep_days != before.thread_keep_days {
            changes.push(format!("threads kept for {} days", self.thread_keep_days));
        }
        if changes.is_empty() { "nothing".into() } else { changes.join(", ") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_law_only_makes_a_day_earlier_and_only_where_secrets_are_kept() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let mut rules = Rules { eu_mode: true, channels: "The ombudsman".into(), thread_keep_days: 730, version: 1 };
        let came = day("2026-11-30");
        assert_eq!(rules.acknowledge_by(Level::Anonymous, came, day("2026-12-24")), day("2026-12-07"));
        assert_eq!(rules.acknowledge_by(Level::Confidential, came, day("2026-12-02")), day("2026-12-02"));
        assert_eq!(rules.acknowledge_by(Level::Named, came, day("2026-12-24")), day("2026-12-24"));
        assert_eq!(rules.feedback_by(Level::Anonymous, came, day("2027-06-01")), day("2027-02-28"));
        rules.eu_mode = false;
        assert_eq!(rules.feedback_by(Level::Anonymous, came, day("2027-06-01")), day("2027-06-01"));
    }
}
