//! Putting a survey together: the list of all, a new draft, and what all steps have in common.

use actix_web::web::Path;
use serde::Serialize;

use super::home::plans;
use crate::app::Deed;
use crate::clock::Day;
use crate::db::QueryResult;
use crate::ids::PulseId;
use crate::people::audit::What;
use crate::people::audit_store;
use crate::pulse::library::Kind;
use crate::pulse::period::{MONTHS_USUAL, Period};
use crate::pulse::survey::{Pulse, Question, State, library_questions};
use crate::pulse::{launch, store};
use crate::text;
use crate::web::page::see_other;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

#[derive(Serialize)]
struct View {
    surveys: Vec<Line>,
    form: FormView,
}

#[derive(Serialize)]
struct Line {
    id: PulseId,
    name: String,
    state: &'static str,
    opens_on: Day,
    closes_on: Day,
    is_imported: bool,
}

/// What every step of a draft shows around its own form.
#[derive(Serialize)]
pub(super) struct Step {
    pub(super) id: PulseId,
    pub(super) title: String,
    pub(super) version: i32,
    /// Which of the four it is.
    pub(super) number: i32,
}

impl Step {
    pub(super) fn of(pulse: &Pulse, number: i32) -> Step {
        Step { id: pulse.id, title: pulse.title.clone(), version: pulse.version, number }
    }
}

/// `GET /pulse/plans`
pub async fn index(me: Me) -> Answer {
    me.must(plans(&me))?;
    show(&me, &Form::default(), &Problems::none()).await
}

/// `POST /pulse/plans`: a new draft with the usual questions for the period that has its middle still ahead.
pub async fn create(me: Me, form: Form) -> Answer {
    me.must(plans(&me))?;
    let mut problems = Problems::none();
    let title = problems.take("title", text::line(form.text("title")));
    if !problems.is_empty() {
        return show(&me, &form, &problems).await;
    }
    let app = me.page().app();
    let id = PulseId::new(app.now());
    let entry = me.entry(What::Administered, "pulse", Some(id.0), "drafted");
    app.write(move |deed| {
        let today = launch::today(deed.conn, deed.now)?;
        let rules = store::find_rules(deed.conn)?;
        let pulse = Pulse::draft(id, title.clone(), coming_period(today), rules.group_minimum);
        store::insert(deed.conn, &pulse)?;
        store::set_questions(deed.conn, id, &usual_questions(id))?;
        audit_store::record(deed.conn, &entry, deed.now)
    })
    .await?;
    Ok(see_other(&format!("/pulse/plans/{id}/questions")))
}

/// The period of this day, or the next one if its usual window has begun.
fn coming_period(today: Day) -> Period {
    let period = Period::of(today, MONTHS_USUAL);
    let window = crate::pulse::period::Window::centred(period);
    if window.opens_on <= today { Period::of(period.until, MONTHS_USUAL) } else { period }
}

fn usual_questions(id: PulseId) -> Vec<Question> {
    library_questions(id, |block| block.is_usual)
}

/// How many of the questions are not answered in words.
pub(super) fn count_choices(questions: &[Question]) -> usize {
    questions.iter().filter(|question| question.kind() != Kind::Words).count()
}

async fn show(me: &Me, form: &Form, problems: &Problems) -> Answer {
    let surveys = me.page().app().read(store::list).await?;
    let line = |pulse: Pulse| Line {
        id: pulse.id,
        state: pulse.state().name(),
        name: pulse.title,
        opens_on: pulse.opens_on,
        closes_on: pulse.closes_on,
        is_imported: pulse.is_imported,
    };
    let view = View { surveys: surveys.into_iter().map(line).collect(), form: form.view(me.page(), problems) };
    match problems.is_empty() {
        true => me.page().show("pulse/plans", &view),
        false => me.page().show_again("pulse/plans", &view),
    }
}

/// A draft by its key, for who may put surveys together.
pub(super) async fn find_draft(me: &Me, id: &Path<PulseId>) -> Result<Pulse, Failure> {
    let pulse = find(me, id).await?;
    me.must_see(pulse.state() == State::Draft)?;
    Ok(pulse)
}

/// A survey by its key, for who may put surveys together; for everybody else there is no such key.
pub(super) async fn find(me: &Me, id: &Path<PulseId>) -> Result<Pulse, Failure> {
    me.must_see(plans(me))?;
    let id = **id;
    me.page().app().read(move |conn| store::find(conn, id)).await?.ok_or(Failure::NotFound)
}

/// Stores a step of a draft (`questions`, `audience` or `window`) with `also` what belongs to it, and goes on to `next`.
pub(super) async fn store_step(
    me: &Me,
    pulse: Pulse,
    (step, next): (&'static str, &str),
    also: impl Fn(&mut Deed) -> QueryResult<()> + Send + 'static,
) -> Answer {
    let entry = me.entry(What::Administered, "pulse", Some(pulse.id.0), step);
    let id = pulse.id;
    let is_written = me
        .page()
        .app()
        .write(move |deed| {
            let is_written = store::update(deed.conn, &pulse)?;
            if is_written {
                also(deed)?;
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(is_written)
        })
        .await?;
    match is_written {
        true => Ok(see_other(&format!("/pulse/plans/{id}/{next}"))),
        false => Err(Failure::Faster(format!("/pulse/plans/{id}/{step}"))),
    }
}

/// `POST /pulse/plans/{id}/remove`: a draft that nobody wants.
pub async fn remove(me: Me, id: Path<PulseId>) -> Answer {
    let pulse = find_draft(&me, &id).await?;
    let entry = me.entry(What::Administered, "pulse", Some(pulse.id.0), "draft removed");
    me.page()
        .app()
        .write(move |deed| {
            if store::remove_draft(deed.conn, pulse.id)? {
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(())
        })
        .await?;
    Ok(see_other("/pulse/plans"))
}
