//! Where an issue is, in words everybody understands (V8), and what each step needs before it may be taken.

use super::vague;
use crate::clock::Day;
use crate::text;
use crate::web::{Form, Problems};

/// Where an issue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Nobody has looked at it yet.
    Received,
    /// Somebody has read it and says so.
    Acknowledged,
    /// Somebody is finding out.
    Looking,
    /// Something will be done by a day.
    Planned,
    /// Something was done.
    Changed,
    /// It stays as it is, because.
    Declined,
    /// Somebody outside this house has to decide.
    PassedOn,
    /// It goes on under another issue.
    Joined,
    /// Who raised it took it back; its words are gone.
    Withdrawn,
}

impl State {
    /// All of them, in the order a list of choices shows them.
    pub const ALL: &[State] = &[
        State::Received,
        State::Acknowledged,
        State::Looking,
        State::Planned,
        State::Changed,
        State::Declined,
        State::PassedOn,
        State::Joined,
        State::Withdrawn,
    ];

    /// The name in forms and in the database.
    pub fn name(self) -> &'static str {
        match self {
            State::Received => "received",
            State::Acknowledged => "acknowledged",
            State::Looking => "looking",
            State::Planned => "planned",
            State::Changed => "changed",
            State::Declined => "declined",
            State::PassedOn => "passed_on",
            State::Joined => "joined",
            State::Withdrawn => "withdrawn",
        }
    }

    /// The state of a name.
    pub fn from_name(name: &str) -> Option<State> {
        State::ALL.iter().copied().find(|state| state.name() == name)
    }

    /// Nothing is owed any more. Who raised it may write again, and it opens once more.
    pub fn is_closed(self) -> bool {
        matches!(self, State::Changed | State::Declined | State::Joined | State::Withdrawn)
    }

    /// The names of those that are closed, for conditions.
    pub fn closed_names() -> Vec<&'static str> {
        State::ALL.iter().filter(|state| state.is_closed()).map(|state| state.name()).collect()
    }

    /// Somebody has said what becomes of it.
    pub fn is_decided(self) -> bool {
        matches!(self, State::Planned | State::Changed | State::Declined | State::Joined)
    }
}

/// What a dated entry may tell besides a state.
pub mod told {
    /// An answer to everybody who sees the issue.
    pub const ANSWERED: &str = "answered";
    /// Who raised it wrote again after it was closed.
    pub const REOPENED: &str = "reopened";
    /// Somebody else answers from now on.
    pub const HANDED_OVER: &str = "handed_over";
    /// Who raised it gave their name.
    pub const REVEALED: &str = "revealed";
}

/// A step that a handler takes, with what it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Where the issue is from now on.
    pub to: State,
    /// What is planned, what was changed, why not, to whom; may be empty where nothing is needed.
    pub text: String,
    /// By when, of what is planned.
    pub planned_on: Option<Day>,
}

impl Step {
    /// Reads the form `state, text, planned_on`. What everybody will read must say something: an empty or vague
    /// sentence is refused.
    pub fn parse(form: &Form, today: Day) -> Result<Step, Problems> {
        let Some(to) = State::from_name(form.text("state")).filter(|to| is_step(*to)) else {
            return Err(Problems::one("state", "voice-problem-state"));
        };
        let mut problems = Problems::none();
        let missing = match to {
            State::Planned => Some("voice-problem-planned-what"),
            State::Changed => Some("voice-problem-changed"),
            State::Declined => Some("voice-problem-declined"),
            State::PassedOn => Some("voice-problem-passed-on"),
            _ => None,
        };
        let text = match missing {
            Some(missing) => problems.need("step_text", text::words(form.text("step_text")), missing),
            None => problems.take("step_text", text::optional_words(form.text("step_text"))),
        };
        let is_promise = matches!(to, State::Planned | State::Changed | State::Declined);
        if is_promise && !text.is_empty() && vague::is_vague(&text) {
            problems.add("step_text", "voice-problem-vague");
        }
        let planned_on = match (to, form.text("planned_on").trim()) {
            (State::Planned, "") => {
                problems.add("planned_on", "voice-problem-planned-on");
                None
            }
            (State::Planned, typed) => match typed.parse::<Day>() {
                Ok(day) if day >= today => Some(day),
                Ok(_) => {
                    problems.add("planned_on", "voice-problem-planned-past");
                    None
                }
                Err(_) => {
                    problems.add("planned_on", "voice-problem-planned-day");
                    None
                }
            },
            _ => None,
        };
        problems.or(Step { to, text, planned_on })
    }
}

/// What a handler may choose.
pub(super) fn is_step(state: State) -> bool {
    !matches!(state, State::Received | State::Withdrawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(fields: &[(&str, &str)]) -> Result<Step, Problems> {
        Step::parse(&Form::of(fields), "2026-11-21".parse().unwrap())
    }

    #[test]
    fn each_step_needs_what_it_promises() {
        assert!(parse(&[("state", "acknowledged")]).is_ok());
        assert!(parse(&[("state", "looking")]).is_ok());
        assert!(parse(&[("state", "received")]).is_err());
        assert!(parse(&[("state", "withdrawn")]).is_err());
        let what = "The firm comes and replaces the door of lift B";
        assert!(parse(&[("state", "planned"), ("step_text", what), ("planned_on", "2026-11-30")]).is_ok());
        for planned_on in ["", "2026-11-20", "soon"] {
            assert!(parse(&[("state", "planned"), ("step_text", what), ("planned_on", planned_on)]).is_err());
        }
        for state in ["planned", "changed", "declined", "passed_on"] {
            assert!(parse(&[("state", state), ("planned_on", "2026-12-01")]).is_err(), "{state}");
        }
        for vague in ["Soon.", "We are looking into it", "In due course, thank you", "Wir kümmern uns darum"] {
            assert!(parse(&[("state", "declined"), ("step_text", vague)]).is_err(), "{vague}");
        }
        assert!(
            parse(&[("state", "declined"), ("step_text", "The house is listed: no second lift may be built")]).is_ok()
        );
    }
}
