//! The results of a survey: groups by questions, one group more closely, what sites will do, and the same as a file.

use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};

use crate::clock::Day;
use crate::ids::{GroupId, PulseId};
use crate::people::audit::What;
use crate::people::audit_store;
use crate::people::{organisation_store, person_store};
use crate::pulse::group::GroupKind;
use crate::pulse::launch;
use crate::pulse::result_store::{Figure, Promise, Trust};
use crate::pulse::results::{self, Answered, Measure, Reach, Released, Row};
use crate::web::{Answer, Failure, Me, csv};

/// Below this a scale is not consistent enough to be read as one number (the usual bound, after Nunnally).
const ALPHA_LOW: f64 = 0.70;
/// Below this response results may speak of others than those who kept silent.
const RESPONSE_LOW: i32 = 50;

/// Which group is looked at more closely.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    group: String,
}

#[derive(Serialize)]
struct View {
    id: PulseId,
    title: String,
    opens_on: Day,
    closes_on: Day,
    period_from: Day,
    period_last: Day,
    is_imported: bool,
    minimum: i32,
    answers: Option<i32>,
    response: Option<i32>,
    is_response_low: bool,
    columns: Vec<String>,
    /// Columns that "too few answers" spans.
    span: usize,
    rows: Vec<RowView>,
    closer: Option<CloserView>,
    promises: Vec<PromiseView>,
    answered: Vec<AnsweredView>,
    trust: Vec<TrustView>,
    reads_comments: bool,
    attribution: bool,
}

#[derive(Serialize)]
struct RowView {
    id: GroupId,
    name: String,
    depth: usize,
    here: bool,
    /// None: too few answers.
    shown: Option<ShownView>,
}

#[derive(Serialize)]
struct ShownView {
    answers: i32,
    response: Option<i32>,
    cells: Vec<Option<CellView>>,
}

#[derive(Serialize)]
struct CellView {
    label: String,
    shown: i32,
    edge: &'static str,
    change: Option<ChangeView>,
}

/// A change with its sign apart, so that a template can write it in words and in figures.
#[derive(Serialize)]
struct ChangeView {
    direction: &'static str,
    points: i32,
}

#[derive(Serialize)]
struct CloserView {
    name: String,
    answers: i32,
    items: Vec<ItemView>,
}

#[derive(Serialize)]
struct ItemView {
    words: String,
    kind: &'static str,
    cell: Option<CellView>,
    answers: i32,
    /// Share of each choice in percent, from the highest; none: hidden.
    shares: Option<Vec<ShareView>>,
}

#[derive(Serialize)]
struct ShareView {
    choice: usize,
    /// For the length of the bar.
    percent: u8,
    /// The same as a part of one.
    share: f64,
}

#[derive(Serialize)]
struct PromiseView {
    group: GroupId,
    site: String,
    words: Option<String>,
    by: String,
    said_on: Option<Day>,
    due_on: Day,
    is_late: bool,
    may_name: bool,
    version: i32,
}

#[derive(Serialize)]
struct AnsweredView {
    group: String,
    words: String,
    by: String,
    said_on: Day,
}

#[derive(Serialize)]
struct TrustView {
    name: String,
    alpha: Option<f64>,
    is_low: bool,
    levels: Vec<LevelView>,
}

#[derive(Serialize)]
struct LevelView {
    groups: usize,
    icc1: f64,
    icc2: f64,
    hardly_differ: bool,
}

/// `GET /pulse/results/{id}`
pub async fn show(me: Me, id: Path<PulseId>, asked: Query<Asked>) -> Answer {
    let (released, organisation, today) = find(&me, &id).await?;
    let names = names_of(&me, &released).await?;
    let labels: Vec<String> = released.measures.iter().map(|measure| label(&me, measure, &organisation)).collect();
    let wanted = asked.group.parse::<GroupId>().ok();
    let here = closest(&me, &released, wanted);
    let row = |row: &Row| RowView {
        id: row.group.id,
        name: row.group.name.clone(),
        depth: row.depth,
        here: here.is_some_and(|here| here.group.id == row.group.id),
        shown: row.shown.as_ref().map(|shown| ShownView {
            answers: shown.answers,
            response: shown.response,
            cells: cells(&released, row, &labels),
        }),
    };
    let reach = Reach::of(&me);
    let whole = released.rows.first().and_then(|row| row.shown.as_ref());
    let response = whole.and_then(|shown| shown.response);
    let pulse = &released.pulse;
    let promise = |promise: &Promise| promise_view(promise, &released, &reach, &names, today);
    let view = View {
        id: pulse.id,
        title: pulse.title.clone(),
        opens_on: pulse.opens_on,
        closes_on: pulse.closes_on,
        period_from: pulse.period_from,
        period_last: crate::pulse::period::plus(pulse.period_until, -1),
        is_imported: pulse.is_imported,
        minimum: pulse.group_minimum,
        answers: whole.map(|shown| shown.answers),
        response,
        is_response_low: response.is_some_and(|response| response < RESPONSE_LOW),
        rows: released.rows.iter().map(row).collect(),
        closer: here.and_then(|row| closer(&released, row, &labels)),
        promises: released.promises.iter().filter_map(promise).collect(),
        answered: released.answered.iter().filter_map(|one| answered_view(one, &released, &names)).collect(),
        trust: released.trust.iter().map(|trust| trust_view(&me, trust)).collect(),
        reads_comments: released.rows.iter().any(|row| reach.reads_comments_of(&row.group)),
        attribution: released.measures.iter().any(|measure| measure.block.as_deref() == Some("engagement")),
        span: labels.len() + 1,
        columns: labels,
    };
    me.page().show("pulse/results", &view)
}

/// `GET /pulse/results/{id}.csv`: what the page shows, and nothing else.
pub async fn export(me: Me, id: Path<PulseId>) -> Answer {
    let (released, _, _) = find(&me, &id).await?;
    let entry = me.entry(What::Exported, "pulse", Some(released.pulse.id.0), "");
    me.page().app().write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?;
    let mut columns = vec!["group", "within", "answers", "response"];
    columns.extend(released.measures.iter().map(|measure| measure.key.as_str()));
    let around = |row: &Row| {
        let parent = released.rows.iter().find(|one| Some(one.group.id) == row.group.parent_id);
        parent.map(|parent| parent.group.name.clone()).unwrap_or_default()
    };
    let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
    let line = |row: &Row| {
        let shown = row.shown.as_ref();
        let mut line = vec![row.group.name.clone(), around(row)];
        line.push(number(shown.map(|shown| shown.answers)));
        line.push(number(shown.and_then(|shown| shown.response)));
        line.extend(released.measures.iter().map(|measure| number(row.figure(measure).map(|figure| figure.shown))));
        line
    };
    let name = crate::text::slug(&released.pulse.title);
    Ok(csv::file(&format!("pulse-{name}"), &columns, released.rows.iter().map(line).collect::<Vec<_>>()))
}

async fn find(me: &Me, id: &Path<PulseId>) -> Result<(Released, String, Day), Failure> {
    let (id, reach, now) = (**id, Reach::of(me), me.page().app().now());
    let found = me
        .page()
        .app()
        .read(move |conn| {
            let Some(released) = results::find(conn, &reach, id)? else { return Ok(None) };
            let organisation = organisation_store::find_organisation(conn)?;
            let name = organisation.map(|organisation| organisation.name).unwrap_or_default();
            Ok(Some((released, name, launch::today(conn, now)?)))
        })
        .await?;
    found.ok_or(Failure::NotFound)
}

/// Who named what sites will do, or answered comments.
async fn names_of(
    me: &Me,
    released: &Released,
) -> Result<std::collections::HashMap<crate::ids::PersonId, String>, Failure> {
    let promised = released.promises.iter().filter_map(|promise| promise.person_id);
    let ids: Vec<_> = promised.chain(released.answered.iter().map(|one| one.person_id)).collect();
    let cards = me.page().app().read(move |conn| person_store::list_cards(conn, &ids)).await?;
    Ok(cards.into_iter().map(|(id, card)| (id, card.name)).collect())
}

/// The group that is asked for; else the reader's own site, if it is shown; else the whole organisation.
fn closest<'r>(me: &Me, released: &'r Released, wanted: Option<GroupId>) -> Option<&'r Row> {
    let is_shown = |row: &&Row| row.shown.is_some();
    let mut rows = released.rows.iter().filter(is_shown);
    let is_own = |row: &&Row| row.group.is(GroupKind::Site) && row.group.site_id == Some(me.site_id);
    let asked = rows.clone().find(|row| Some(row.group.id) == wanted);
    asked.or_else(|| rows.clone().find(is_own)).or_else(|| rows.next())
}

/// What a measure is called: a scale's name, or the question itself.
fn label(me: &Me, measure: &Measure, organisation: &str) -> String {
    match &measure.question {
        None => me.page().text("pulse-scale", &[("scale", measure.key.as_str().into())]),
        Some(question) => question.words(&me.page().app().views, me.page().lang(), organisation),
    }
}

fn cells(released: &Released, row: &Row, labels: &[String]) -> Vec<Option<CellView>> {
    let cell = |(measure, label): (&Measure, &String)| {
        Some(cell_view(row.figure(measure)?, released.change(row, measure), label))
    };
    released.measures.iter().zip(labels).map(cell).collect()
}

fn cell_view(figure: &Figure, change: Option<i32>, label: &str) -> CellView {
    let edge = match figure.shown {
        95.. => "most",
        ..=5 => "least",
        _ => "",
    };
    let direction = |change: i32| match change {
        1.. => "up",
        0 => "same",
        _ => "down",
    };
    let change = change.map(|change| ChangeView { direction: direction(change), points: change.abs() });
    CellView { label: label.to_owned(), shown: figure.shown, edge, change }
}

fn closer(released: &Released, row: &Row, labels: &[String]) -> Option<CloserView> {
    let shown = row.shown.as_ref()?;
    let item = |(measure, label): (&Measure, &String)| {
        let question = measure.question.as_ref()?;
        let figure = row.figure(measure);
        Some(ItemView {
            words: label.clone(),
            kind: question.kind().name(),
            cell: figure.map(|figure| cell_view(figure, released.change(row, measure), label)),
            answers: figure.map_or(0, |figure| figure.answers),
            shares: figure.and_then(|figure| figure.shares.as_ref()).map(|shares| share_views(shares)),
        })
    };
    Some(CloserView {
        name: row.group.name.clone(),
        answers: shown.answers,
        items: released.measures.iter().zip(labels).filter_map(item).collect(),
    })
}

/// From the lowest choice to the highest. Choices of agreement are 1 to 5, bands of recommending 1 to 3.
fn share_views(shares: &[u8]) -> Vec<ShareView> {
    (1..)
        .zip(shares)
        .map(|(choice, percent)| ShareView { choice, percent: *percent, share: f64::from(*percent) / 100.0 })
        .collect()
}

fn promise_view(
    promise: &Promise,
    released: &Released,
    reach: &Reach,
    names: &std::collections::HashMap<crate::ids::PersonId, String>,
    today: Day,
) -> Option<PromiseView> {
    let group = &released.rows.iter().find(|row| row.group.id == promise.group_id)?.group;
    Some(PromiseView {
        group: group.id,
        site: group.name.clone(),
        by: promise.person_id.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
        words: promise.words.clone(),
        said_on: promise.said_on,
        due_on: promise.due_on,
        is_late: promise.words.is_none() && promise.due_on < today,
        may_name: reach.reads_comments_of(group),
        version: promise.version,
    })
}

fn answered_view(
    one: &Answered,
    released: &Released,
    names: &std::collections::HashMap<crate::ids::PersonId, String>,
) -> Option<AnsweredView> {
    let group = &released.rows.iter().find(|row| row.group.id == one.group_id)?.group;
    Some(AnsweredView {
        group: group.name.clone(),
        words: one.words.clone(),
        by: names.get(&one.person_id).cloned().unwrap_or_default(),
        said_on: one.said_on,
    })
}

fn trust_view(me: &Me, trust: &Trust) -> TrustView {
    TrustView {
        name: me.page().text("pulse-scale", &[("scale", trust.scale.as_str().into())]),
        alpha: trust.alpha,
        is_low: trust.alpha.is_some_and(|alpha| alpha < ALPHA_LOW),
        levels: trust
            .levels
            .iter()
            .map(|level| LevelView {
                groups: level.groups,
                // Below none, groups differ less than chance would have them: that is none.
                icc1: level.icc1.max(0.0),
                icc2: level.icc2,
                hardly_differ: level.hardly_differ,
            })
            .collect(),
    }
}
