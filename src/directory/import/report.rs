//! What a file would do or did, row by row, in plain words.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::text::TextProblem;
use crate::views::{Lang, Value, Views};

/// How many wrong rows are told at once: enough to see what kind of mistake it is.
pub const WRONG_MAX: usize = 200;

/// What is wrong with a row, or with the file: the key of a sentence and what it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The key of the sentence.
    pub key: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Fault {
    /// A sentence that names nothing.
    pub fn new(key: &'static str) -> Fault {
        Fault { key, args: Vec::new() }
    }

    /// Names something; what is long is cut.
    pub fn naming(mut self, name: &'static str, value: &str) -> Fault {
        let mut short: String = value.chars().take(60).filter(|c| !c.is_control()).collect();
        if short.len() < value.len() {
            short.push('…');
        }
        self.args.push((name, short));
        self
    }

    /// What is wrong with a text in a column.
    pub fn text(column: &str, problem: TextProblem) -> Fault {
        let key = match problem {
            TextProblem::Empty => "directory-fault-empty",
            TextProblem::TooLong(_) => "directory-fault-too-long",
            TextProblem::Control => "directory-fault-control",
            TextProblem::Marks => "directory-fault-marks",
            TextProblem::Address => "directory-fault-address",
        };
        let fault = Fault::new(key).naming("column", column);
        match problem.max() {
            Some(max) => fault.naming("max", &max.to_string()),
            None => fault,
        }
    }

    fn sentence(&self, views: &Views, lang: Lang) -> String {
        let args: Vec<(&str, Value<'_>)> =
            self.args.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
        views.text(lang, self.key, &args)
    }
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Somebody or something new.
    Added,
    /// Known, and different now.
    Changed,
    /// Known, and now with a last day.
    Left,
    /// Known, and the same.
    Same,
    /// Not right; nothing of the file is taken.
    Wrong,
}

/// One row of the file.
#[derive(Clone, Debug)]
pub struct ReportRow {
    /// Its line in the file, the header being line 1; 0 for the file as a whole.
    pub line: u64,
    /// Whom or what it is about, as far as it says so.
    pub name: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// The columns that differ.
    pub columns: Vec<&'static str>,
    /// What is wrong.
    pub fault: Option<Fault>,
}

impl ReportRow {
    /// A row that cannot be taken.
    pub fn wrong(line: u64, name: &str, fault: Fault) -> ReportRow {
        let name = name.chars().take(80).filter(|c| !c.is_control()).collect();
        ReportRow { line, name, outcome: Outcome::Wrong, columns: Vec::new(), fault: Some(fault) }
    }
}

/// How many rows came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// New.
    pub added: usize,
    /// Different.
    pub changed: usize,
    /// With a last day now.
    pub left: usize,
    /// As they were.
    pub same: usize,
    /// Not right: rows, each of which may be listed with several faults. More than are listed if there is more to say
    /// than [`WRONG_MAX`].
    pub wrong: usize,
}

/// What a file would do, or did.
#[derive(Clone)]
pub struct Report {
    views: Arc<Views>,
    /// How many rows came to what.
    pub counts: Counts,
    /// Every row; if any is wrong, only those that are, one entry for each fault.
    pub rows: Vec<ReportRow>,
    /// How many people of the directory, leavers apart, the file does not name. They stay as they are.
    pub absent: usize,
    /// Whether it was done, not only looked at.
    pub done: bool,
}

impl Report {
    /// The report of a file that can be taken.
    pub fn ready(views: &Arc<Views>, mut rows: Vec<ReportRow>, absent: usize) -> Report {
        rows.sort_by_key(|row| row.line);
        let mut counts = Counts::default();
        for row in &rows {
            match row.outcome {
                Outcome::Added => counts.added += 1,
                Outcome::Changed => counts.changed += 1,
                Outcome::Left => counts.left += 1,
                Outcome::Same => counts.same += 1,
                Outcome::Wrong => counts.wrong += 1,
            }
        }
        Report { views: Arc::clone(views), counts, rows, absent, done: false }
    }

    /// The report of a file that cannot be taken.
    pub fn refused(views: &Arc<Views>, mut wrong: Vec<ReportRow>) -> Report {
        wrong.sort_by_key(|row| row.line);
        let lines = wrong.chunk_by(|one, next| one.line == next.line).count();
        let counts = Counts { wrong: lines, ..Counts::default() };
        wrong.truncate(WRONG_MAX);
        Report { views: Arc::clone(views), counts, rows: wrong, absent: 0, done: false }
    }

    /// Whether something is wrong, so that nothing was or can be changed.
    pub fn is_refused(&self) -> bool {
        self.counts.wrong > 0
    }

    /// Whether it would change anything.
    pub fn changes_anything(&self) -> bool {
        self.counts.added + self.counts.changed + self.counts.left > 0
    }

    /// What there is to say about a row besides its outcome; may be empty.
    pub fn sentence(&self, row: &ReportRow, lang: Lang) -> String {
        match &row.fault {
            Some(fault) => fault.sentence(&self.views, lang),
            None => row.columns.join(", "),
        }
    }

    /// Each row that is not as it was, in words.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let say = |key: &str, args: &[(&str, Value<'_>)]| self.views.text(lang, key, args);
        let line_of = |row: &ReportRow| {
            let outcome = serde_json::to_value(row.outcome).unwrap_or_default();
            let outcome = say("directory-outcome", &[("outcome", Value::from(outcome.as_str().unwrap_or("")))]);
            let line = match row.line {
                0 => String::new(),
                line => say("directory-report-line", &[("line", line.into())]),
            };
            let mut parts = vec![line, row.name.clone(), outcome, self.sentence(row, lang)];
            parts.retain(|part| !part.is_empty());
            parts.join(": ")
        };
        let mut lines: Vec<String> = self.rows.iter().filter(|row| row.outcome != Outcome::Same).map(line_of).collect();
        let told = self.rows.chunk_by(|one, next| one.line == next.line).count();
        if self.counts.wrong > told {
            let more = self.counts.wrong - told;
            lines.push(say("directory-report-more-wrong", &[("n", more.into())]));
        }
        lines
    }

    fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.views.text(Lang::En, key, args)
    }
}

impl fmt::Display for Report {
    /// In English, for the command line: each row that is not as it was, then the sums.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lines(Lang::En).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        let counts = self.counts;
        if self.is_refused() {
            return write!(out, "{}", self.say("directory-report-refused", &[("n", counts.wrong.into())]));
        }
        let sums: [(&str, Value<'_>); 4] = [
            ("added", counts.added.into()),
            ("changed", counts.changed.into()),
            ("left", counts.left.into()),
            ("same", counts.same.into()),
        ];
        write!(out, "{}", self.say("directory-report-sums", &sums))?;
        if self.absent > 0 {
            write!(out, "\n{}", self.say("directory-report-absent", &[("n", self.absent.into())]))?;
        }
        if !self.done {
            write!(out, "\n{}", self.say("directory-report-nothing-yet", &[]))?;
        }
        Ok(())
    }
}
