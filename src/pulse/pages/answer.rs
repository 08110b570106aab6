//! Answering: with the code of a mail or a slip, without being signed in, where no request leaves a line in the log.
//!
//! No cookie is read and none set ([`crate::web::zone`]), so a page cannot but be the same for everybody who is asked the
//! same. The code travels in the body of the form that is sent, and not in its address.

use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};

use crate::clock::Day;
use crate::people::organisation_store;
use crate::pulse::answer::{SLIP_LENGTH, Said};
use crate::pulse::library::Kind;
use crate::pulse::survey::{Pulse, Question};
use crate::pulse::take::{self, Door, Taken};
use crate::seal::Unopened;
use crate::secrets::normal_token;
use crate::web::page::see_other;
use crate::web::quiet::Deed;
use crate::web::zone::Zone;
use crate::web::{Answer, Failure, Form, FormView, Problems};

/// The query of these pages.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    tablet: String,
}

#[derive(Serialize)]
struct View {
    code: String,
    tablet: bool,
    title: String,
    closes_on: Day,
    minimum: i32,
    questions: Vec<QuestionView>,
    has_words: bool,
    form: FormView,
}

/// A question as a form shows it.
#[derive(Serialize)]
pub(super) struct QuestionView {
    field: String,
    kind: &'static str,
    words: String,
    choices: Vec<u8>,
}

impl QuestionView {
    pub(super) fn of(question: &Question, words: String) -> QuestionView {
        let kind = question.kind();
        QuestionView { field: question.field(), kind: kind.name(), words, choices: kind.choices().collect() }
    }
}

#[derive(Serialize)]
struct SlipView {
    tablet: bool,
    form: FormView,
}

/// A page that says one thing: thanks, too early, too late, no such code.
#[derive(Serialize)]
struct SaidView {
    said: &'static str,
    opens_on: Option<Day>,
    tablet: bool,
}

/// `GET /pulse/slip`
pub async fn ask(zone: Zone, asked: Query<Asked>) -> Answer {
    show_slip(&zone, !asked.tablet.is_empty(), &Form::default(), &Problems::none())
}

/// `POST /pulse/slip`: the code as it was typed.
pub async fn enter(zone: Zone, form: Form) -> Answer {
    let tablet = form.has("tablet");
    let code = normal_token(form.text("code"));
    if code.len() >= SLIP_LENGTH && !matches!(take::find_door(zone.app(), &code).await?, Door::Unknown) {
        let tablet = if tablet { "&tablet=yes" } else { "" };
        return Ok(see_other(&format!("/pulse/{code}?lang={}{tablet}", zone.lang())));
    }
    if !zone.allows(Deed::MissedCode) {
        return Err(Failure::TooMany(600));
    }
    show_slip(&zone, tablet, &form, &Problems::one("code", "pulse-problem-code"))
}

fn show_slip(zone: &Zone, tablet: bool, form: &Form, problems: &Problems) -> Answer {
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    zone.show_as(status, "pulse/slip", &SlipView { tablet, form: zone.view(form, problems) })
}

/// `GET /pulse/{code}`
pub async fn show(zone: Zone, code: Path<String>, asked: Query<Asked>) -> Answer {
    let tablet = !asked.tablet.is_empty();
    match take::find_door(zone.app(), &code).await? {
        Door::Open(pulse, questions) => {
            show_form(&zone, (&code, tablet), &pulse, &questions, &Form::default(), &Problems::none()).await
        }
        door => say(&zone, door, tablet),
    }
}

/// `POST /pulse/answer`
pub async fn create(zone: Zone, form: Form) -> Answer {
    let (code, tablet) = (normal_token(form.text("code")), form.has("tablet"));
    let (pulse, questions) = match take::find_door(zone.app(), &code).await? {
        Door::Open(pulse, questions) => (pulse, questions),
        door => return say(&zone, door, tablet),
    };
    let said = match Said::parse(&form, &questions) {
        Ok(said) => said,
        Err(problems) => return show_form(&zone, (&code, tablet), &pulse, &questions, &form, &problems).await,
    };
    match take::take(zone.app(), &code, said).await? {
        // The second press is thanked like the first: what counts is in.
        Taken::Stored | Taken::Twice => say(&zone, Door::Answered, tablet),
        Taken::TooLate => say(&zone, Door::Over, tablet),
        Taken::Unsealable => Err(Failure::ours(&Unopened)),
    }
}

async fn show_form(
    zone: &Zone,
    (code, tablet): (&str, bool),
    pulse: &Pulse,
    questions: &[Question],
    form: &Form,
    problems: &Problems,
) -> Answer {
    let organisation = zone.app().read(organisation_store::find_organisation).await?;
    let name = organisation.map(|organisation| organisation.name).unwrap_or_default();
    let words = |question: &Question| question.words(&zone.app().views, zone.lang(), &name);
    let view = View {
        code: code.to_owned(),
        tablet,
        title: pulse.title.clone(),
        closes_on: pulse.closes_on,
        minimum: pulse.group_minimum,
        has_words: questions.iter().any(|question| question.kind() == Kind::Words),
        questions: questions.iter().map(|question| QuestionView::of(question, words(question))).collect(),
        form: zone.view(form, problems),
    };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let here = format!("/pulse/{code}{}", if tablet { "?tablet=yes" } else { "" });
    zone.at(here).show_as(status, "pulse/answer", &view)
}

fn say(zone: &Zone, door: Door, tablet: bool) -> Answer {
    let (status, said, opens_on) = match door {
        Door::Answered => (StatusCode::OK, "answered", None),
        Door::Early(pulse) => (StatusCode::OK, "early", Some(pulse.opens_on)),
        Door::Over => (StatusCode::GONE, "over", None),
        // A link that was cut off in a mail program is no riddle: the page says what to do.
        Door::Open(..) | Door::Unknown => {
            if !zone.allows(Deed::MissedCode) {
                return Err(Failure::TooMany(600));
            }
            (StatusCode::NOT_FOUND, "unknown", None)
        }
    };
    zone.show_as(status, "pulse/said", &SaidView { said, opens_on, tablet })
}
