//! What the law and the house ask of voice: the clocks of EU mode, the external channels, how long threads are kept.
//!
//! EU mode is Directive (EU) 2019/1937, art. 9: acknowledgement within 7 days, feedback within 3 months, and clear
//! information on external channels. It only ever makes a day earlier than a category's own. For threads with somebody
//! nobody knows these days hold always, switched on or not: nobody stands there to ask where their answer is.

use jiff::ToSpan;

use super::clocks::Due;
use super::level::Level;
use crate::clock::Day;
use crate::text;
use crate::web::{Form, Problems};

/// Within how many days the law wants to see an acknowledgement …
pub const ACKNOWLEDGE_DAYS: i32 = 7;
/// … and within how many months after that feedback. For an issue they are counted from the day it came, which is never
/// later than the law does.
pub const FEEDBACK_MONTHS: i32 = 3;
/// How long what was closed can be kept: a month to ten years.
pub const KEEP_DAYS: std::ops::RangeInclusive<i32> = 30..=3_660;

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
    /// By when what came on a day is owed, if its category says `own`. The law speaks of channels that keep secrets; what
    /// stands under a name is the house's own affair.
    pub fn due(&self, level: Level, came_on: Day, own: Due) -> Due {
        if !self.eu_mode || level == Level::Named {
            return own;
        }
        let acknowledge: Day = came_on.date().saturating_add(ACKNOWLEDGE_DAYS.days()).into();
        let feedback: Day = came_on.date().saturating_add(FEEDBACK_MONTHS.months()).into();
        Due {
            acknowledge_on: own.acknowledge_on.min(acknowledge),
            answer_on: own.answer_on.min(feedback),
            decide_on: own.decide_on.min(feedback),
        }
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

    /// Where else one can turn, line by line.
    pub fn channel_lines(&self) -> Vec<String> {
        self.channels.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect()
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
        let due = |acknowledge, answer, decide| Due {
            acknowledge_on: day(acknowledge),
            answer_on: day(answer),
            decide_on: day(decide),
        };
        let came = day("2026-11-30");
        let late = due("2026-12-24", "2027-04-01", "2027-06-01");
        let early = due("2026-12-02", "2026-12-07", "2027-01-04");
        let law = due("2026-12-07", "2027-02-28", "2027-02-28");
        for secret in [Level::Confidential, Level::Anonymous] {
            assert_eq!(rules.due(secret, came, late), law);
            assert_eq!(rules.due(secret, came, early), early);
        }
        assert_eq!(rules.due(Level::Named, came, late), late);
        rules.eu_mode = false;
        assert_eq!(rules.due(Level::Anonymous, came, late), late);
    }
}
