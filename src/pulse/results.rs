//! What somebody may see of a survey that has ended: the one function that pages, prints and files all go through.
//!
//! Which groups are shown was decided once, for everybody together. Roles only ever see less of that, so readers who put their
//! heads together learn nothing more.

use std::collections::{HashMap, HashSet};

use super::group::{Group, GroupKind, within};
use super::library::Kind;
use super::result_store::{self, Figure, Promise, Shown, Trust};
use super::survey::{Pulse, Question, State};
use super::{answer_store, comment_store, invitation_store, store};
use crate::clock::Day;
use crate::db::{Conn, QueryResult};
use crate::ids::{CommentId, GroupId, PersonId, PulseId, SiteId};
use crate::people::role::{Role, Scope};
use crate::people::viewer::Viewer;

/// How much of the results somebody sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The sites of which they see all that is shown.
    pub whole: Scope,
    /// Their own site, of which everybody sees the total.
    pub own: SiteId,
    /// Whether they see how far the figures can be trusted.
    pub sees_trust: bool,
}

impl Reach {
    /// How much a viewer sees: HR, executives and site managers where they hold their role; everybody the whole
    /// organisation and their own site.
    pub fn of(viewer: &Viewer) -> Reach {
        Reach {
            whole: viewer.scope_of(&[Role::Hr, Role::Executive, Role::SiteManager]),
            own: viewer.site_id,
            sees_trust: viewer.scope_of(&[Role::Hr]) == Scope::Everywhere,
        }
    }

    /// Whether they read the comments of a group, and may answer them.
    pub fn reads_comments_of(&self, group: &Group) -> bool {
        match (&self.whole, group.site_id) {
            (Scope::Everywhere, _) => true,
            (scope, Some(site)) => scope.holds(site),
            (_, None) => false,
        }
    }

    /// The groups they see, whether or not there is anything shown of them.
    fn groups(&self, groups: &[Group]) -> HashSet<GroupId> {
        let mut seen: HashSet<GroupId> = HashSet::new();
        for group in groups {
            let is_whole = group.is(GroupKind::Organisation);
            let is_own = group.is(GroupKind::Site) && group.site_id == Some(self.own);
            if self.whole == Scope::Everywhere || is_whole || is_own {
                seen.insert(group.id);
            }
            if group.is(GroupKind::Site) && group.site_id.is_some_and(|site| self.whole.holds(site)) {
                seen.extend(within(groups, group.id));
            }
        }
        seen
    }
}

/// Something that figures are shown of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name in the figures: a scale, or `q` and a place.
    pub key: String,
    /// The question, if it is a single one.
    pub question: Option<Question>,
    /// The block of the library it belongs to, if any.
    pub block: Option<String>,
}

/// One group with what is shown of it.
#[derive(Clone, Debug)]
pub struct Row {
    /// The group.
    pub group: Group,
    /// How deep it lies in what the reader sees: 0 is the top.
    pub depth: usize,
    /// None: too few answers, and that is all there is to say.
    pub shown: Option<Shown>,
    /// The same of the survey before, if it is shown there too.
    pub before: Option<Shown>,
}

impl Row {
    /// A figure of this group.
    pub fn figure(&self, measure: &Measure) -> Option<&Figure> {
        self.shown.as_ref()?.figures.get(&measure.key)
    }
}

/// What was said to a comment, as it is read by those who may not read the comment: whoever wrote it is among them.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The group with whose results the comment is shown.
    pub group_id: GroupId,
    /// Who says it.
    pub person_id: PersonId,
    /// What they say.
    pub words: String,
    /// When.
    pub said_on: Day,
}

/// What somebody may see of a survey that has ended.
#[derive(Clone, Debug)]
pub struct Released {
    /// The survey.
    pub pulse: Pulse,
    /// Its groups as far as the reader sees them: parts right behind what they are part of.
    pub rows: Vec<Row>,
    /// What is shown as one figure each, the scales first.
    pub measures: Vec<Measure>,
    /// What sites will do, or have not named yet, of the sites among the rows.
    pub promises: Vec<Promise>,
    /// What was answered to comments, the newest first. The comments themselves are not here.
    pub answered: Vec<Answered>,
    /// How far the figures can be trusted, for who sees that.
    pub trust: Vec<Trust>,
    /// The survey that the figures are compared with: its measures, by what they mean.
    before: Option<HashMap<String, String>>,
}

impl Released {
    /// By how much a group's figure rose (or, negative, fell) since the survey before.
    pub fn change(&self, row: &Row, measure: &Measure) -> Option<i32> {
        let key = self.before.as_ref()?.get(&meaning(measure)?)?;
        let before = row.before.as_ref()?.figures.get(key)?;
        Some(row.figure(measure)?.shown - before.shown)
    }
}

/// What a measure means across surveys; none for questions that only this survey asked.
fn meaning(measure: &Measure) -> Option<String> {
    match &measure.question {
        None => Some(measure.key.clone()),
        Some(question) => question.row.library_key.as_ref().map(|key| format!("q {key}")),
    }
}

/// What a reader sees of a survey; none if it has not ended, or is none.
pub fn find(conn: &mut Conn, reach: &Reach, id: PulseId) -> QueryResult<Option<Released>> {
    let Some(pulse) = store::find(conn, id)?.filter(|pulse| pulse.state() == State::Closed) else { return Ok(None) };
    let groups = invitation_store::list_groups(conn, id)?;
    let measures = measures(&store::list_questions(conn, id)?, &result_store::list_measures(conn, id)?);
    let mut shown = result_store::list_shown(conn, id)?;
    let (before, mut earlier) = find_before(conn, &pulse)?;
    let seen = reach.groups(&groups);
    let rows = in_order(&groups)
        .into_iter()
        .filter(|(group, _)| seen.contains(&group.id))
        .map(|(group, depth)| Row {
            depth,
            shown: shown.remove(&group.id),
            before: earlier.remove(&unit(group)),
            group: group.clone(),
        })
        .collect();
    let mut promises = result_store::list_promises(conn, id)?;
    promises.retain(|promise| seen.contains(&promise.group_id));
    let answered = list_answered(conn, id, &seen)?;
    let trust = if reach.sees_trust { result_store::list_trust(conn, id)? } else { Vec::new() };
    Ok(Some(Released { pulse, rows, measures, promises, answered, trust, before }))
}

fn list_answered(conn: &mut Conn, id: PulseId, seen: &HashSet<GroupId>) -> QueryResult<Vec<Answered>> {
    let replies = comment_store::list_replies(conn, id)?;
    if replies.is_empty() {
        return Ok(Vec::new());
    }
    let homes = answer_store::list_homes(conn, id)?.into_iter();
    let answered = |(comment, group_id): (CommentId, GroupId)| {
        let reply = replies.get(&comment).filter(|_| seen.contains(&group_id))?;
        let (person_id, words, said_on) = (reply.person_id, reply.words.clone()?, reply.said_on);
        Some((comment, Answered { group_id, person_id, words, said_on }))
    };
    let mut answered: Vec<(CommentId, Answered)> = homes.filter_map(answered).collect();
    // Of one day in an order that has nothing to do with that of the comments: their keys are random.
    answered.sort_by_key(|(comment, one)| (std::cmp::Reverse(one.said_on), *comment));
    Ok(answered.into_iter().map(|(_, one)| one).collect())
}

type Unit = (Option<SiteId>, Option<crate::ids::DepartmentId>, Option<crate::ids::TeamId>);

/// What a group stands for in every survey.
fn unit(group: &Group) -> Unit {
    (group.site_id, group.department_id, group.team_id)
}

type Before = (Option<HashMap<String, String>>, HashMap<Unit, Shown>);

/// The survey before: its measures by what they mean, and what is shown of each unit.
fn find_before(conn: &mut Conn, pulse: &Pulse) -> QueryResult<Before> {
    let closed = store::list_closed(conn)?;
    let earlier = closed.into_iter().find(|one| one.period_from < pulse.period_from && one.id != pulse.id);
    let Some(earlier) = earlier else { return Ok((None, HashMap::new())) };
    let known = result_store::list_measures(conn, earlier.id)?;
    let measures = measures(&store::list_questions(conn, earlier.id)?, &known);
    let meanings = measures.iter().filter_map(|measure| Some((meaning(measure)?, measure.key.clone()))).collect();
    let units: HashMap<GroupId, Unit> =
        invitation_store::list_groups(conn, earlier.id)?.iter().map(|group| (group.id, unit(group))).collect();
    let shown = result_store::list_shown(conn, earlier.id)?.into_iter();
    Ok((Some(meanings), shown.filter_map(|(group, shown)| Some((*units.get(&group)?, shown))).collect()))
}

/// The scales that there are figures of, then the single questions.
fn measures(questions: &[Question], known: &[String]) -> Vec<Measure> {
    let is_known = |key: &str| known.iter().any(|one| one == key);
    let scales = super::library::BLOCKS.iter().filter(|block| block.is_scale && is_known(block.key));
    let scale = |key: &str| Measure { key: key.to_owned(), question: None, block: Some(key.to_owned()) };
    let mut measures: Vec<Measure> = scales.map(|block| scale(block.key)).collect();
    for question in questions.iter().filter(|question| question.kind() != Kind::Words) {
        let block = question.row.scale.clone();
        measures.push(Measure { key: question.field(), question: Some(question.clone()), block });
    }
    measures
}

/// Groups with their parts right behind them, by name, and how deep each lies.
fn in_order(groups: &[Group]) -> Vec<(&Group, usize)> {
    let mut inside: HashMap<Option<GroupId>, Vec<&Group>> = HashMap::new();
    for group in groups {
        inside.entry(group.parent_id).or_default().push(group);
    }
    for parts in inside.values_mut() {
        parts.sort_by_key(|group| (crate::fold::fold(&group.name), group.id));
    }
    let mut ordered = Vec::with_capacity(groups.len());
    let mut waiting: Vec<(&Group, usize)> =
        inside.get(&None).into_iter().flatten().rev().map(|group| (*group, 0)).collect();
    while let Some((group, depth)) = waiting.pop() {
        ordered.push((group, depth));
        let parts = inside.get(&Some(group.id)).into_iter().flatten().rev();
        waiting.extend(parts.map(|part| (*part, depth + 1)));
    }
    ordered
}
