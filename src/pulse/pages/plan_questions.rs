//! Step one of a survey: what is asked.

use actix_web::web::Path;
use serde::Serialize;

use super::plan::{Step, count_choices, find_draft, store_step};
use crate::ids::PulseId;
use crate::people::organisation_store;
use crate::pulse::library::{self, BLOCKS, Kind};
use crate::pulse::store;
use crate::pulse::survey::{Pulse, Question, QuestionRow, library_questions};
use crate::text;
use crate::views::Lang;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

/// Questions that are not answered in words: more take longer than a minute on a phone.
const CHOICES_MAX: usize = 12;
/// Own questions of each kind.
const OWN_AGREE: usize = 3;
const OWN_WORDS: usize = 1;

#[derive(Serialize)]
struct View {
    step: Step,
    blocks: Vec<BlockView>,
    own: Vec<OwnView>,
    /// One of them is filled in.
    has_own: bool,
    form: FormView,
}

#[derive(Serialize)]
struct BlockView {
    key: &'static str,
    questions: Vec<String>,
}

#[derive(Serialize)]
struct OwnView {
    kind: &'static str,
    number: usize,
    fields: Vec<OwnField>,
}

#[derive(Serialize)]
struct OwnField {
    name: String,
    tag: &'static str,
    tongue: &'static str,
}

/// The own questions that a form has room for: kind and number, from 1.
fn slots() -> impl Iterator<Item = (Kind, usize)> {
    let agree = (1..=OWN_AGREE).map(|number| (Kind::Agree, number));
    agree.chain((1..=OWN_WORDS).map(|number| (Kind::Words, number)))
}

fn field(kind: Kind, number: usize, lang: Lang) -> String {
    format!("own-{}-{number}-{lang}", kind.name())
}

/// `GET /pulse/plans/{id}/questions`
pub async fn edit(me: Me, id: Path<PulseId>) -> Answer {
    let pulse = find_draft(&me, &id).await?;
    let id = pulse.id;
    let questions = me.page().app().read(move |conn| store::list_questions(conn, id)).await?;
    show(&me, &pulse, &filled(&pulse, &questions), &Problems::none()).await
}

/// `POST /pulse/plans/{id}/questions`
pub async fn update(me: Me, id: Path<PulseId>, form: Form) -> Answer {
    let mut pulse = find_draft(&me, &id).await?;
    pulse.version = form.read("version").ok_or(Failure::BadRequest)?;
    let (title, questions) = match parse(pulse.id, &form) {
        Ok(parsed) => parsed,
        Err(problems) => return show(&me, &pulse, &form, &problems).await,
    };
    pulse.title = title;
    let id = pulse.id;
    store_step(&me, pulse, ("questions", "audience"), move |deed| store::set_questions(deed.conn, id, &questions)).await
}

fn parse(id: PulseId, form: &Form) -> Result<(String, Vec<Question>), Problems> {
    let mut problems = Problems::none();
    let title = problems.take("title", text::line(form.text("title")));
    let blocks = form.all("blocks");
    let mut questions = library_questions(id, |block| blocks.contains(&block.key));
    for (kind, number) in slots() {
        let mut own_words = Vec::new();
        for lang in Lang::ALL {
            let name = field(kind, number, *lang);
            let words = problems.take(&name, text::optional_line(form.text(&name)));
            own_words.push((*lang, words.unwrap_or_default()));
        }
        if own_words.iter().any(|(_, words)| !words.is_empty()) {
            let position = i32::try_from(questions.len()).unwrap_or(i32::MAX);
            let (kind, scale) = (kind.name().to_owned(), None);
            questions.push(Question {
                row: QuestionRow { pulse_id: id, position, kind, scale, library_key: None },
                own_words,
            });
        }
    }
    // Words come last: who has written them has finished.
    questions.sort_by_key(|question| question.kind() == Kind::Words);
    for (position, question) in (0..).zip(&mut questions) {
        question.row.position = position;
    }
    if problems.is_empty() && questions.is_empty() {
        problems.add("blocks", "pulse-problem-no-question");
    }
    if count_choices(&questions) > CHOICES_MAX {
        problems.add("blocks", "pulse-problem-too-many");
    }
    problems.or((title, questions))
}

fn filled(pulse: &Pulse, questions: &[Question]) -> Form {
    let mut form = Form::of(&[("title", &pulse.title)]);
    let chosen: Vec<&str> = BLOCKS
        .iter()
        .map(|block| block.key)
        .filter(|key| questions.iter().any(|question| question.row.scale.as_deref() == Some(key)))
        .collect();
    form.set_all("blocks", &chosen);
    for kind in [Kind::Agree, Kind::Words] {
        let own = questions.iter().filter(|question| question.row.library_key.is_none() && question.kind() == kind);
        for (number, question) in (1..).zip(own) {
            for (lang, words) in &question.own_words {
                form.set(&field(kind, number, *lang), words);
            }
        }
    }
    form
}

async fn show(me: &Me, pulse: &Pulse, form: &Form, problems: &Problems) -> Answer {
    let organisation = me.page().app().read(organisation_store::find_organisation).await?;
    let name = organisation.map(|organisation| organisation.name).unwrap_or_default();
    let words = |key: &&str| me.page().text(&library::words_key(key), &library::naming(&name));
    let block =
        |block: &library::Block| BlockView { key: block.key, questions: block.questions.iter().map(&words).collect() };
    let own = |(kind, number): (Kind, usize)| OwnView {
        kind: kind.name(),
        number,
        fields: Lang::ALL
            .iter()
            .map(|lang| OwnField { name: field(kind, number, *lang), tag: lang.tag(), tongue: lang.own_name() })
            .collect(),
    };
    let is_filled = |field: &OwnField| !form.text(&field.name).trim().is_empty();
    let own: Vec<OwnView> = slots().map(own).collect();
    let view = View {
        step: Step::of(pulse, 1),
        blocks: BLOCKS.iter().map(block).collect(),
        has_own: own.iter().flat_map(|one| &one.fields).any(is_filled),
        own,
        form: form.view(me.page(), problems),
    };
    match problems.is_empty() {
        true => me.page().show("pulse/plan_questions", &view),
        false => me.page().show_again("pulse/plan_questions", &view),
    }
}
