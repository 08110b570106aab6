//! What is left to do until the house is ready (A4). Read off what is there each time and kept nowhere: what somebody
//! did by another way, as by a command, is done as well.

use serde::Serialize;

use super::first_steps_store::Facts;

/// Something to do once.
#[derive(Serialize)]
pub struct Step {
    name: &'static str,
    to: &'static str,
    is_done: bool,
    /// The first of the sites that lack somebody, and how many more there are.
    lacking: String,
    more: usize,
}

/// The names of the sites where somebody is lacking. Each room knows its own rule; who asks for this page asks them.
#[derive(Default)]
pub struct Lacking {
    /// Nobody answers guests there.
    pub answers: Vec<String>,
    /// Nobody there reads what is raised in confidence.
    pub handlers: Vec<String>,
    /// Of some subject nobody there receives issues.
    pub issues: Vec<String>,
}

/// So many sites are named.
const NAMED: usize = 5;

/// What is left and what is done.
#[derive(Serialize)]
pub struct FirstSteps {
    done: usize,
    all: usize,
    steps: Vec<Step>,
}

/// The list, in the order in which it is best done; none once all of it is.
pub fn left(facts: &Facts, lacking: &Lacking) -> Option<FirstSteps> {
    let step = |name, to, is_done| Step { name, to, is_done, lacking: String::new(), more: 0 };
    let everywhere = |name, to, is_begun: bool, sites: &[String]| Step {
        lacking: sites.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", "),
        more: sites.len().saturating_sub(NAMED),
        ..step(name, to, is_begun && sites.is_empty())
    };
    let steps = vec![
        step("organisation", "/admin/organisation", facts.has_values),
        step("sites", "/admin/sites", facts.has_looked_at_sites),
        step("mail", "/admin/mail", facts.mail_was_tested),
        step("people", "/admin/people/import", facts.people > 1),
        step("entry", "/admin/people/entry", facts.has_asked_in),
        everywhere("answers", "/admin/roles", true, &lacking.answers),
        everywhere("handlers", "/admin/roles", true, &lacking.handlers),
        everywhere("issues", "/admin/voice", facts.has_route, &lacking.issues),
        step("codes", "/admin/codes", facts.codes > 0),
    ];
    let done = steps.iter().filter(|step| step.is_done).count();
    (done < steps.len()).then_some(FirstSteps { done, all: steps.len(), steps })
}
