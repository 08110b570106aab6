//! What a record says, in sentences: what goes together, how sure that is, and never why.

use super::between;
use super::record::{Between, BetweenClaim, Flag, OrderClaim, Record, Slope, Within, WithinClaim};
use super::report::ALPHA;
use super::table::UnitLevel;
use super::usable::Reason;
use super::within;
use crate::views::{Lang, Value, Views};

/// A weaker correlation that is not clear is called none.
const FLAT: f64 = 0.1;
/// So much further than the ranks tell: one or two units do it.
const APART: f64 = 0.2;
/// A slope is told for so many points.
const POINTS: f64 = 10.0;

/// What a record says, question by question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Between units.
    pub between: Vec<String>,
    /// Over time, inside units.
    pub within: Vec<String>,
    /// Which comes first.
    pub order: Vec<String>,
    /// What a reader has to know beside the answers.
    pub careful: Vec<String>,
    /// What is left out, and why.
    pub left_out: Vec<String>,
    /// What this is, and what it is not. Stands under everything.
    pub footer: String,
}

/// The sentences of a record, from the record and nothing else.
pub fn said(record: &Record, views: &Views, lang: Lang) -> Said {
    let speak = |about: &dyn Fn(&mut Speaker<'_>)| {
        let mut speaker = Speaker { record, views, lang, said: Vec::new() };
        about(&mut speaker);
        speaker.said
    };
    Said {
        between: speak(&|speaker| speaker.between()),
        within: speak(&|speaker| speaker.within()),
        order: speak(&|speaker| speaker.order()),
        careful: speak(&|speaker| speaker.flags()),
        left_out: speak(&|speaker| speaker.left_out()),
        footer: speak(&|speaker| speaker.say("insights-footer", &[])).concat(),
    }
}

/// The same in a row.
pub fn sentences(record: &Record, views: &Views, lang: Lang) -> Vec<String> {
    let Said { between, within, order, careful, left_out, footer } = said(record, views, lang);
    [between, within, order, careful, left_out, vec![footer]].concat()
}

/// With two decimals.
pub fn number(value: f64, views: &Views, lang: Lang) -> String {
    figure(("insights-number", 100.0), value, views, lang)
}

/// With a minus that is none of the hyphens, and without one for what is rounded to nought.
fn figure((key, steps): (&str, f64), value: f64, views: &Views, lang: Lang) -> String {
    let written = views.text(lang, key, &[("n", value.abs().into())]);
    let is_minus = (value * steps).round() < 0.0;
    if is_minus { format!("\u{2212}{written}") } else { written }
}

/// How often chance alone would do this.
pub fn chance(p: f64, views: &Views, lang: Lang) -> String {
    let key = match p {
        ..0.001 => "insights-chance-thousand",
        ..0.01 => "insights-chance-hundred",
        _ => "insights-chance",
    };
    views.text(lang, key, &[("n", of_hundred(p).into())])
}

/// The same as a number: in so many of a hundred cases, rounded up.
pub fn of_hundred(p: f64) -> f64 {
    // A hair less: 100 · 0.07 is a little more than 7.
    (100.0 * p - 1e-9).ceil()
}

struct Speaker<'r> {
    record: &'r Record,
    views: &'r Views,
    lang: Lang,
    said: Vec<String>,
}

impl Speaker<'_> {
    fn say(&mut self, key: &str, args: &[(&str, Value<'_>)]) {
        let level = match self.record.unit_level {
            UnitLevel::Site => "site",
            UnitLevel::Department => "department",
            UnitLevel::Team => "team",
        };
        let args: Vec<_> = args.iter().cloned().chain([("level", level.into())]).collect();
        self.said.push(self.views.text(self.lang, key, &args));
    }

    fn number(&self, value: f64) -> Value<'static> {
        number(value, self.views, self.lang).into()
    }

    /// With one decimal.
    fn points(&self, value: f64) -> Value<'static> {
        figure(("insights-points", 10.0), value, self.views, self.lang).into()
    }

    fn chance(&self, p: f64) -> Value<'static> {
        chance(p, self.views, self.lang).into()
    }

    fn between(&mut self) {
        let record = self.record;
        let than = match (record.claims.between, &record.between) {
            (BetweenClaim::TooFew, _) => {
                let counted = [("least", between::LEAST_UNITS.into()), ("n", record.units.shown.into())];
                return self.say("insights-between-too-few", &counted);
            }
            (_, None) => return self.say("insights-between-same", &[]),
            (_, Some(between)) => between,
        };
        let key = match record.claims.between {
            BetweenClaim::Higher | BetweenClaim::Lower => "insights-between-clear",
            _ if than.r.abs() < FLAT => "insights-between-flat",
            _ => "insights-between-open",
        };
        self.say(key, &self.compared(than));
        if let Some(r80) = than.r80.filter(|_| record.claims.between == BetweenClaim::NotClear) {
            self.say("insights-between-power", &[("n", than.n.into()), ("r", self.number(r80))]);
        }
    }

    fn compared(&self, between: &Between) -> [(&'static str, Value<'static>); 6] {
        let [low, high] = between.ci95.unwrap_or([between.r; 2]);
        [
            ("than", if between.r < 0.0 { "worse" } else { "better" }.into()),
            ("r", self.number(between.r)),
            ("low", self.number(low)),
            ("high", self.number(high)),
            ("n", between.n.into()),
            ("chance", self.chance(between.p_holm)),
        ]
    }

    fn within(&mut self) {
        let record = self.record;
        match (record.claims.within, &record.within) {
            (WithinClaim::TooFew, _) => self.too_few_within(),
            (WithinClaim::Together | WithinClaim::Opposite, Some(within)) => self.moves(within),
            _ => self.say("insights-within-not-clear", &[]),
        }
    }

    fn too_few_within(&mut self) {
        let (units, periods) = (self.record.units.shown, self.record.periods.len());
        let least = ("least", within::LEAST_UNITS.into());
        if units >= within::LEAST_UNITS && periods >= within::LEAST_PERIODS {
            return self.say("insights-within-gaps", &[least]);
        }
        let least_periods = ("least-periods", within::LEAST_PERIODS.into());
        let today = [("n", units.into()), ("periods", periods.into())];
        self.say("insights-within-too-few", &[vec![least, least_periods], today.to_vec()].concat());
    }

    /// By how much, if it shows in the same period; else how much later.
    fn moves(&mut self, within: &Within) {
        let is_together = self.record.claims.within == WithinClaim::Together;
        let same_period = within.same_period().filter(|at| {
            let is_clear = within.p_adjusted.get(*at).is_some_and(|p| *p < ALPHA);
            is_clear && (within.r[*at] > 0.0) == is_together
        });
        if let Some(slope) = within.slope.filter(|_| same_period.is_some()) {
            return self.goes_with(slope, is_together);
        }
        let Some(lag) = within.strongest().and_then(|at| within.lags.get(at)) else { return };
        let key = if *lag < 0 { "insights-within-later-customers" } else { "insights-within-later-engagement" };
        let place = ("where", if is_together { "above" } else { "below" }.into());
        self.say(key, &[place, ("n", lag.abs().into())]);
    }

    fn goes_with(&mut self, slope: Slope, is_together: bool) {
        let [low, high] = slope.ci95.unwrap_or([slope.beta; 2]);
        // Of less, the smaller one is said first.
        let (key, points, low, high) = match is_together {
            true => ("insights-within-together", slope.beta, low, high),
            false if high <= 0.0 => ("insights-within-opposite", -slope.beta, -high, -low),
            false => ("insights-within-opposite-open", -slope.beta, high, -low),
        };
        let [points, low, high] = [points, low, high].map(|value| self.points(POINTS * value));
        self.say(key, &[("points", points), ("low", low), ("high", high)]);
    }

    fn order(&mut self) {
        match self.record.claims.order {
            OrderClaim::TooFew | OrderClaim::NotTested => {}
            OrderClaim::TooFewPeriods => {
                let periods = self.record.within.as_ref().map_or(self.record.periods.len(), |within| within.periods);
                let least = within::LEAST_PERIODS_FOR_ORDER;
                self.say("insights-order-too-few", &[("least", least.into()), ("n", periods.into())]);
            }
            OrderClaim::NotClear => self.say("insights-order-not-clear", &[]),
            OrderClaim::EngagementFirst => self.say("insights-order-engagement", &[]),
            OrderClaim::CustomerFirst => self.say("insights-order-customers", &[]),
        }
    }

    fn flags(&mut self) {
        let record = self.record;
        for flag in &record.flags {
            let key = match flag {
                Flag::Simpson => "insights-careful",
                Flag::OneUnitDecides => "insights-one-decides",
                Flag::LowCoverage => "insights-low-coverage",
                Flag::TeamsHardlyDiffer => "insights-hardly-differ",
                Flag::MoreFeedbackWhereEngaged => "insights-more-feedback",
            };
            self.say(key, &[]);
        }
        let between = record.between.as_ref();
        let is_apart = between.is_some_and(|found| found.spearman.is_some_and(|rho| (found.r - rho).abs() > APART));
        if is_apart && !record.flags.contains(&Flag::OneUnitDecides) {
            self.say("insights-one-or-two", &[]);
        }
    }

    fn left_out(&mut self) {
        for left_out in &self.record.units.left_out {
            let n = ("n", left_out.count.into());
            let reason = match left_out.reason {
                Reason::TooFewAnswers => {
                    self.say("insights-hidden", &[n]);
                    continue;
                }
                Reason::TooLittleFeedback => "feedback",
                Reason::LowResponse => "response",
                Reason::Reorganised => "reorganised",
            };
            self.say("insights-left-out", &[n, ("reason", reason.into())]);
        }
    }
}
