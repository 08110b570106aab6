//! The end of a survey: no answer is taken any more, the results are worked out once and stored, and the answers themselves
//! are put down anew, in an order that nobody can know and with no finer group than what is shown.

use std::collections::HashMap;

use super::answer::{Answer, Comment};
use super::group::{Group, GroupKind};
use super::instrument::{self, Measures};
use super::period::plus;
use super::release::{self, Snapshot, Threshold};
use super::result_store::{self, Promise};
use super::survey::{Pulse, Question, State};
use super::take::{self, Opened};
use super::tree::{self, Tree};
use super::{answer_store, invitation_store, launch, mails, store};
use crate::app::{App, Deed};
use crate::clock::Day;
use crate::db::{Conn, QueryResult, tidy};
use crate::ids::{GroupId, PulseId};
use crate::lots;
use crate::mail::outbox;
use crate::secrets::Secrets;
use crate::web::Failure;

/// Days within which a site names the one thing it will do.
const PROMISE_DAYS: i64 = 14;

/// What is known when the last answer is in.
struct Reckoned {
    pulse: Pulse,
    groups: Vec<Group>,
    tree: Tree,
    measures: Measures,
    snapshot: Snapshot,
    answers: Vec<Answer>,
    comments: Vec<Comment>,
    today: Day,
}

/// Ends every survey whose last day is over; how many ended.
pub async fn end_due(app: &App) -> Result<usize, Failure> {
    let now = app.now();
    app.write(move |deed| {
        let today = launch::today(deed.conn, now)?;
        for pulse in store::list_in(deed.conn, State::Launched)? {
            if pulse.closes_on < today && store::set_state(deed.conn, pulse.id, State::Launched, State::Ending)? {
                invitation_store::wait_for_answers(deed.conn, pulse.id)?;
            }
        }
        Ok(())
    })
    .await?;
    let (ending, today) =
        app.read(move |conn| Ok((store::list_in(conn, State::Ending)?, launch::today(conn, now)?))).await?;
    for pulse in &ending {
        end(app, pulse.id, today, true).await?;
    }
    Ok(ending.len())
}

/// Works out the results of a survey that is ending, as of a day, and stores them; nothing if another node was faster. Tells those
/// who read them, unless they are history.
pub async fn end(app: &App, id: PulseId, today: Day, is_told: bool) -> Result<(), Failure> {
    let secrets = app.secrets.clone();
    let reckoned = app.read(move |conn| reckon(conn, &secrets, id, today)).await?;
    let Some(reckoned) = reckoned else { return Ok(()) };
    let letters = match is_told {
        true => mails::of_an_end(app, &reckoned.pulse, &reckoned.groups, plus(today, PROMISE_DAYS)).await?,
        false => Vec::new(),
    };
    let secrets = app.secrets.clone();
    let is_ours = app
        .write(move |deed| {
            let is_ours = put_down(deed, &secrets, &reckoned)?;
            if is_ours {
                letters.iter().try_for_each(|letter| outbox::put(deed, letter))?;
            }
            Ok(is_ours)
        })
        .await?;
    if is_ours {
        forget_removed(app).await;
    }
    Ok(())
}

/// Sees to it that what was taken out is gone from the disk too.
pub async fn forget_removed(app: &App) {
    tidy::forget_removed(app.db.url(), &["pulse_answer", "pulse_comment", "pulse_invitation", "pulse_slip"]).await;
}

fn reckon(conn: &mut Conn, secrets: &Secrets, id: PulseId, today: Day) -> QueryResult<Option<Reckoned>> {
    let Some(pulse) = store::find(conn, id)?.filter(|pulse| pulse.state() == State::Ending) else { return Ok(None) };
    let questions = store::list_questions(conn, id)?;
    let groups = invitation_store::list_groups(conn, id)?;
    let Some(Opened { answers, comments, .. }) = take::open_all(conn, secrets, &pulse)? else { return Ok(None) };
    let (instrument, measures) = instrument::of(&questions);
    let Some(tree) = tree_of(&groups) else {
        tracing::error!("the groups of a survey do not make one tree");
        return Ok(None);
    };
    let headcounts: Vec<u32> = groups.iter().map(|group| u32::try_from(group.headcount).unwrap_or(0)).collect();
    let threshold = Threshold::new(u32::try_from(pulse.group_minimum).unwrap_or(0));
    let figures = figures(&answers, &groups, &questions);
    let snapshot = release::snapshot(&instrument, &tree, &figures, &headcounts, threshold);
    Ok(Some(Reckoned { pulse, groups, tree, measures, snapshot, answers, comments, today }))
}

/// The tree of groups that stand in a list, parents before their parts.
fn tree_of(groups: &[Group]) -> Option<Tree> {
    let places = places(groups);
    // Ids of units where there is one, so that of two groups of one size the same is hidden in every survey.
    let node = |group: &Group| tree::Group {
        id: (group.team_id.map(|id| id.0))
            .or(group.department_id.map(|id| id.0))
            .or(group.site_id.map(|id| id.0))
            .unwrap_or(group.id.0),
        parent: group.parent_id.and_then(|id| places.get(&id).copied()),
    };
    Tree::new(groups.iter().map(node).collect()).ok()
}

fn figures(answers: &[Answer], groups: &[Group], questions: &[Question]) -> Vec<release::Answer> {
    let places = places(groups);
    let figure = |answer: &Answer| {
        Some(release::Answer { group: *places.get(&answer.group)?, items: answer.figures(questions) })
    };
    answers.iter().filter_map(figure).collect()
}

/// False if another node was faster.
fn put_down(deed: &mut Deed, secrets: &Secrets, reckoned: &Reckoned) -> QueryResult<bool> {
    let (pulse, groups) = (&reckoned.pulse, &reckoned.groups);
    if !store::set_state(deed.conn, pulse.id, State::Ending, State::Closed)? {
        return Ok(false);
    }
    result_store::insert(deed.conn, pulse.id, groups, &reckoned.measures, &reckoned.snapshot)?;
    put_down_answers(deed.conn, secrets, reckoned)?;
    invitation_store::forget_who_answered(deed.conn, pulse.id)?;
    for group in groups.iter().filter(|group| group.is(GroupKind::Site)) {
        let promise = Promise {
            pulse_id: pulse.id,
            group_id: group.id,
            due_on: plus(reckoned.today, PROMISE_DAYS),
            words: None,
            person_id: None,
            said_on: None,
            version: 1,
        };
        result_store::insert_promise(deed.conn, &promise)?;
    }
    Ok(true)
}

/// The answers with the nearest group that is shown, and the comments with the one where they are read. What belongs to no
/// group that is shown is not kept.
fn put_down_answers(conn: &mut Conn, secrets: &Secrets, reckoned: &Reckoned) -> QueryResult<()> {
    let pulse = &reckoned.pulse;
    let Ok(key) = pulse.key(secrets) else { return Ok(()) };
    answer_store::remove_answers(conn, pulse.id)?;
    answer_store::remove_comments(conn, pulse.id)?;
    let groups = &reckoned.groups;
    let (places, snapshot) = (places(groups), &reckoned.snapshot);
    let among = |tops: &[Option<usize>], group: GroupId| Some(groups[tops[*places.get(&group)?]?].id);
    let is_shown: Vec<bool> = snapshot.cells.iter().map(Option::is_some).collect();
    let nearest = reckoned.tree.nearest(&is_shown);
    let shown =
        |answer: &Answer| Some(Answer { group: among(&nearest, answer.group)?, choices: answer.choices.clone() });
    let answers: Vec<Answer> = reckoned.answers.iter().filter_map(shown).collect();
    answer_store::put_all(conn, &key, pulse.id, &answers)?;
    let readable =
        |comment: &Comment| Some(Comment { group: among(&snapshot.comments, comment.group)?, ..comment.clone() });
    let mut comments: Vec<Comment> = reckoned.comments.iter().filter_map(readable).collect();
    lots::shuffle(&mut comments);
    let comments: Vec<_> = comments.into_iter().zip((0..).map(Some)).collect();
    answer_store::put_comments(conn, &key, pulse.id, &comments)
}

/// Where each group stands in the list.
fn places(groups: &[Group]) -> HashMap<GroupId, usize> {
    groups.iter().enumerate().map(|(at, group)| (group.id, at)).collect()
}
