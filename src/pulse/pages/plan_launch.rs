//! Step four of a survey: looking at it as those who are asked will, launching it; and, once it runs, how far it is.

use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};

use super::answer::QuestionView;
use super::plan::{Step, find, find_draft};
use super::plan_window::OffView;
use crate::clock::Day;
use crate::ids::PulseId;
use crate::people::audit::What;
use crate::people::{audit_store, organisation_store};
use crate::pulse::ending;
use crate::pulse::launch::{self, Obstacles, is_on_paper};
use crate::pulse::library::Kind;
use crate::pulse::survey::{Pulse, Question, State};
use crate::pulse::{answer_store, invitation_store, store};
use crate::views::Lang;
use crate::web::page::{see_other, see_other_saying};
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

/// The response of a running survey is told in steps of this many percent.
const RESPONSE_STEP: i64 = 5;

/// The query of the preview.
#[derive(Deserialize)]
pub struct InLanguage {
    #[serde(default)]
    lang: String,
}

#[derive(Serialize)]
struct PreviewView {
    step: Step,
    preview_lang: &'static str,
    languages_shown: Vec<LanguageLink>,
    minimum: i32,
    opens_on: Day,
    closes_on: Day,
    people: usize,
    on_paper: usize,
    left_out: i32,
    off: Option<OffView>,
    questions: Vec<QuestionView>,
    has_words: bool,
    lacking: Vec<LackingView>,
    obstacles: Vec<&'static str>,
    form: FormView,
}

#[derive(Serialize)]
struct LanguageLink {
    tag: &'static str,
    name: &'static str,
    current: bool,
}

#[derive(Serialize)]
struct LackingView {
    number: i32,
    tongue: &'static str,
}

#[derive(Serialize)]
struct RunningView {
    id: PulseId,
    title: String,
    state: &'static str,
    opens_on: Day,
    closes_on: Day,
    asked: i64,
    left_out: i32,
    /// Not as long as it would tell of single people.
    has_response: bool,
    /// At least so many percent have answered.
    response: i64,
    has_slips: bool,
    reminder_days: Vec<Day>,
}

/// What is known of a draft that is about to be launched.
struct Ready {
    questions: Vec<Question>,
    roll: launch::Roll,
    obstacles: Obstacles,
    organisation: String,
}

async fn ready(me: &Me, pulse: &Pulse) -> Result<Ready, Failure> {
    let (pulse, now) = (pulse.clone(), me.page().app().now());
    let ready = me.page().app().read(move |conn| {
        let (questions, rules) = (store::list_questions(conn, pulse.id)?, store::find_rules(conn)?);
        let roll = launch::call(conn, &pulse, &rules, now)?;
        let organisation = organisation_store::find_organisation(conn)?;
        let languages = Lang::ALL;
        let obstacles = Obstacles::of(&pulse, &questions, languages, &roll);
        let organisation = organisation.map(|organisation| organisation.name).unwrap_or_default();
        Ok(Ready { questions, roll, obstacles, organisation })
    });
    Ok(ready.await?)
}

/// `GET /pulse/plans/{id}/preview`
pub async fn preview(me: Me, id: Path<PulseId>, query: Query<InLanguage>) -> Answer {
    let pulse = find_draft(&me, &id).await?;
    let lang = Lang::from_tag(&query.lang).unwrap_or(me.page().lang());
    let ready = ready(&me, &pulse).await?;
    show(&me, &pulse, lang, &ready, &Problems::none())
}

/// `POST /pulse/plans/{id}/launch`
pub async fn create(me: Me, id: Path<PulseId>, form: Form) -> Answer {
    let mut pulse = find_draft(&me, &id).await?;
    pulse.version = form.read("version").ok_or(Failure::BadRequest)?;
    let ready = ready(&me, &pulse).await?;
    if !ready.obstacles.are_none() {
        let problems = Problems::one("launch", "pulse-problem-not-ready");
        return show(&me, &pulse, me.page().lang(), &ready, &problems);
    }
    let (app, id) = (me.page().app(), pulse.id);
    let entry = me.entry(What::Administered, "pulse", Some(id.0), "launched");
    let secrets = app.secrets.clone();
    let is_launched = app
        .write(move |deed| {
            let is_launched = launch::launch(deed, &secrets, &pulse)?;
            if is_launched {
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(is_launched)
        })
        .await?;
    match is_launched {
        true => Ok(see_other_saying(&format!("/pulse/plans/{id}"), "pulse-said-launched")),
        false => Err(Failure::Faster(format!("/pulse/plans/{id}/preview"))),
    }
}

fn show(me: &Me, pulse: &Pulse, lang: Lang, ready: &Ready, problems: &Problems) -> Answer {
    let (views, roll, obstacles) = (&me.page().app().views, &ready.roll, &ready.obstacles);
    let question = |question: &Question| QuestionView::of(question, question.words(views, lang, &ready.organisation));
    let lacking = |(position, lang): &(i32, Lang)| LackingView { number: position + 1, tongue: lang.own_name() };
    let named = [
        (obstacles.has_no_question, "no-question"),
        (obstacles.has_too_few_people, "too-few"),
        (obstacles.is_over, "over"),
    ];
    let view = PreviewView {
        step: Step::of(pulse, 4),
        preview_lang: lang.tag(),
        languages_shown: Lang::ALL
            .iter()
            .map(|one| LanguageLink { tag: one.tag(), name: one.own_name(), current: *one == lang })
            .collect(),
        minimum: pulse.group_minimum,
        opens_on: pulse.opens_on,
        closes_on: pulse.closes_on,
        people: roll.people.len(),
        on_paper: roll.people.iter().filter(|person| is_on_paper(pulse, person)).count(),
        left_out: roll.left_out,
        off: OffView::of(pulse),
        questions: ready.questions.iter().map(question).collect(),
        has_words: ready.questions.iter().any(|question| question.kind() == Kind::Words),
        lacking: obstacles.lacking.iter().map(lacking).collect(),
        obstacles: named.into_iter().filter(|(is, _)| *is).map(|(_, name)| name).collect(),
        form: Form::default().view(me.page(), problems),
    };
    match problems.is_empty() {
        true => me.page().show("pulse/plan_preview", &view),
        false => me.page().show_again("pulse/plan_preview", &view),
    }
}

/// `GET /pulse/plans/{id}`: how far a running survey is. A draft leads to its first step, an ended one to its results.
pub async fn running(me: Me, id: Path<PulseId>) -> Answer {
    let pulse = find(&me, &id).await?;
    match pulse.state() {
        State::Draft => return Ok(see_other(&format!("/pulse/plans/{}/questions", pulse.id))),
        State::Closed => return Ok(see_other(&format!("/pulse/results/{}", pulse.id))),
        State::Launched | State::Ending | State::CalledOff => {}
    }
    let id = pulse.id;
    let read = move |conn: &mut crate::db::Conn| {
        let (asked, _) = invitation_store::count(conn, id)?;
        Ok((asked, answer_store::count(conn, id)?))
    };
    let (asked, answered) = me.page().app().read(read).await?;
    let least = i64::from(2 * pulse.group_minimum);
    let percent = answered * 100 / asked.max(1);
    let view = RunningView {
        id,
        state: pulse.state().name(),
        opens_on: pulse.opens_on,
        closes_on: pulse.closes_on,
        asked,
        left_out: pulse.left_out,
        has_response: asked >= least && answered >= least,
        response: percent - percent % RESPONSE_STEP,
        has_slips: pulse.has_slips,
        reminder_days: pulse.window().reminder_days(pulse.reminders),
        title: pulse.title,
    };
    me.page().show("pulse/plan_running", &view)
}

/// `POST /pulse/plans/{id}/call-off`
pub async fn call_off(me: Me, id: Path<PulseId>, form: Form) -> Answer {
    let pulse = find(&me, &id).await?;
    let path = format!("/pulse/plans/{}", pulse.id);
    if !form.has("sure") {
        return Ok(see_other_saying(&path, "pulse-said-not-sure"));
    }
    let entry = me.entry(What::Administered, "pulse", Some(pulse.id.0), "called off");
    let app = me.page().app();
    let is_off = app
        .write(move |deed| {
            let is_off = launch::call_off(deed, pulse.id)?;
            if is_off {
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(is_off)
        })
        .await?;
    if !is_off {
        return Err(Failure::Faster(path));
    }
    ending::forget_removed(app).await;
    Ok(see_other_saying("/pulse/plans", "pulse-said-called-off"))
}
