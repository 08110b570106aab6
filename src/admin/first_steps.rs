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
}

/// What is left and what is done.
#[derive(Serialize)]
pub struct FirstSteps {
    done: usize,
    all: usize,
    steps: Vec<Step>,
}

/// The list, in the order in which it is best done; none once all of it is.
pub fn left(facts: &Facts) -> Option<FirstSteps> {
    let step = |name, to, is_done| Step { name, to, is_done };
    let steps = vec![
        step("organisation", "/admin/organisation", facts.has_values),
        step("sites", "/admin/sites", facts.has_looked_at_sites),
        step("mail", "/admin/mail", facts.mail_was_tested),
        step("people", "/admin/people/import", facts.people > 1),
        step("answers", "/admin/roles", facts.has_responder),
        step("handlers", "/admin/roles", facts.has_handler),
        step("issues", "/admin/voice", facts.has_route),
        step("codes", "/admin/codes", facts.codes > 0),
    ];
    let done = steps.iter().filter(|step| step.is_done).count();
    (done < steps.len()).then_some(FirstSteps { done, all: steps.len(), steps })
}
