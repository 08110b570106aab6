//! Issues on their way in, and what their parties do with them.

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text};

use super::clocks::Due;
use super::issue::{Kind, Reach, Words};
use super::issue_support_store as support_store;
use super::level::Level;
use super::similar_store;
use super::state::State;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::{issue, issue_barred, issue_event, issue_message, issue_remark};
use crate::ids::{CategoryId, DepartmentId, IssueId, PersonId, SiteId, TeamId};
use crate::people::site::Unit;

/// An issue before it is stored.
#[derive(Clone, Debug)]
pub struct NewIssue {
    /// Its key.
    pub id: IssueId,
    /// SHA-256 of the form's key; none for one that a review made.
    pub form_hash: Option<Vec<u8>>,
    /// Issue or idea.
    pub kind: Kind,
    /// How much of who raised it others know.
    pub level: Level,
    /// Who else sees it.
    pub reach: Reach,
    /// What it is about.
    pub category_id: CategoryId,
    /// Where who raised it is on that day.
    pub unit: Unit,
    /// Who raised it; nobody knows of one from the third level.
    pub raiser_id: Option<PersonId>,
    /// The language it is written in.
    pub language: &'static str,
    /// Its words; empty if they are sealed.
    pub words: Words,
    /// The wrapped key and the seal of a confidential one.
    pub seal: Option<(Vec<u8>, Vec<u8>)>,
    /// Who answers.
    pub owner_id: Option<PersonId>,
    /// Who answers when the owner cannot.
    pub deputy_id: Option<PersonId>,
    /// By when.
    pub due: Due,
    /// Who shall never see it.
    pub excluded: Vec<PersonId>,
}

/// Stores an issue. Fails with a unique violation of `issue.form_hash` at a second press of the same form.
pub fn insert(conn: &mut Conn, new: &NewIssue, now: Moment) -> QueryResult<()> {
    let (wrapped_key, sealed) = new.seal.as_ref().map(|(key, words)| (key.as_slice(), words.as_slice())).unzip();
    diesel::insert_into(issue::table)
        .values((
            (
                issue::id.eq(new.id),
                issue::form_hash.eq(&new.form_hash),
                issue::kind.eq(new.kind.name()),
                issue::level.eq(new.level.name()),
                issue::scope.eq(new.reach.name()),
                issue::category_id.eq(new.category_id),
                issue::site_id.eq(new.unit.site_id),
                issue::department_id.eq(new.unit.department_id),
                issue::team_id.eq(new.unit.team_id),
                issue::raiser_id.eq(new.raiser_id),
                issue::language.eq(new.language),
            ),
            (
                issue::title.eq(&new.words.title),
                issue::what.eq(&new.words.what),
                issue::place.eq(&new.words.place),
                issue::fix.eq(&new.words.fix),
                issue::wrapped_key.eq(wrapped_key),
                issue::sealed.eq(sealed),
            ),
            (
                issue::state.eq(State::Received.name()),
                issue::owner_id.eq(new.owner_id),
                issue::deputy_id.eq(new.deputy_id),
                issue::acknowledge_due_on.eq(new.due.acknowledge_on),
                issue::answer_due_on.eq(new.due.answer_on),
                issue::decide_due_on.eq(new.due.decide_on),
                issue::support_count.eq(0),
                issue::raised_at.eq(now),
                issue::version.eq(1),
            ),
        ))
        .execute(conn)?;
    for person in &new.excluded {
        bar(conn, new.id, *person, why::EXCLUDED, now)?;
    }
    similar_store::refresh(conn, new.id)
}

/// The issue of a form that was sent before.
pub fn find_of_form(conn: &mut Conn, form_hash: &[u8]) -> QueryResult<Option<IssueId>> {
    issue::table.filter(issue::form_hash.eq(form_hash)).select(issue::id).first(conn).optional()
}

/// An issue as it stands, before anybody asks who may see it.
#[derive(Clone, Debug, Queryable)]
pub struct Issue {
    /// Its key.
    pub id: IssueId,
    /// [`Kind::name`].
    pub kind: String,
    /// [`Level::name`].
    pub level: String,
    /// [`Reach::name`].
    pub scope: String,
    /// What it is about.
    pub category_id: CategoryId,
    /// Where.
    pub site_id: SiteId,
    /// The department and team of who raised it, on that day.
    pub unit: (Option<DepartmentId>, Option<TeamId>),
    /// Who raised it; nobody knows of one from the third level.
    pub raiser_id: Option<PersonId>,
    /// The language it is written in.
    pub language: String,
    /// Title, what, place, fix; empty if they are sealed.
    pub words: (String, String, String, String),
    /// The wrapped key; also of one that once was confidential.
    pub wrapped_key: Option<Vec<u8>>,
    /// The sealed words of a confidential one.
    pub sealed: Option<Vec<u8>>,
    /// [`State::name`].
    pub state: String,
    /// Who answers.
    pub owner_id: Option<PersonId>,
    /// Who answers when the owner cannot.
    pub deputy_id: Option<PersonId>,
    /// Under which one it goes on.
    pub joined_to_id: Option<IssueId>,
    /// By when what is planned is done.
    pub planned_on: Option<Day>,
    /// By when it has to be acknowledged, answered, decided.
    pub due_on: (Day, Day, Day),
    /// How many joined, besides who raised it.
    pub support_count: i32,
    /// When it was raised.
    pub raised_at: Moment,
    /// When it was acknowledged, answered, decided, closed.
    pub reached_at: (Option<Moment>, Option<Moment>, Option<Moment>, Option<Moment>),
    /// Grows with each change, so that two handlers notice each other.
    pub version: i32,
    /// How much hangs on it ([`super::criticality`]).
    pub criticality: i32,
    /// By when it has to be acknowledged instead, if somebody may come to harm.
    pub alert_due_on: Option<Day>,
}

impl Issue {
    /// Where it is.
    pub fn state(&self) -> State {
        State::from_name(&self.state).unwrap_or(State::Received)
    }

    /// Only its raiser and confidential handlers may see it.
    pub fn is_confidential(&self) -> bool {
        self.level == Level::Confidential.name()
    }

    /// Others see it too, besides who raised it and who handles it.
    pub fn is_shared(&self) -> bool {
        !self.is_confidential() && self.scope != Reach::Private.name()
    }

    /// Whether somebody who sees it may say "me too": whoever raised it counts already, and whoever answers it would be
    /// asking themself.
    pub fn can_be_joined_by(&self, id: PersonId) -> bool {
        let is_theirs = [self.raiser_id, self.owner_id].contains(&Some(id));
        !is_theirs && self.is_shared() && !self.state().is_closed()
    }

    /// Whether everybody at its site reads it, and perhaps more.
    pub fn is_for_its_site(&self) -> bool {
        self.is_shared() && self.scope != Reach::Team.name()
    }

    /// By when it has to be acknowledged.
    pub fn acknowledge_due_on(&self) -> Day {
        self.alert_due_on.unwrap_or(self.due_on.0)
    }

    /// How many people it is about: who raised it, and who joined.
    pub fn people(&self) -> i32 {
        self.support_count + 1
    }
}

/// How much hangs on an issue.
pub(super) const CRITICALITY: &str =
    "COALESCE((SELECT c.criticality FROM issue_criticality c WHERE c.issue_id = issue.id), 0)";
const ALERT_DUE_ON: &str = "(SELECT c.alert_due_on FROM issue_criticality c WHERE c.issue_id = issue.id)";

/// The columns of an [`Issue`].
#[diesel::dsl::auto_type]
pub(super) fn columns() -> _ {
    let criticality: SqlLiteral<Integer> = sql(CRITICALITY);
    let alert_due_on: SqlLiteral<Nullable<Text>> = sql(ALERT_DUE_ON);
    (
        issue::id,
        issue::kind,
        issue::level,
        issue::scope,
        issue::category_id,
        issue::site_id,
        (issue::department_id, issue::team_id),
        issue::raiser_id,
        issue::language,
        (issue::title, issue::what, issue::place, issue::fix),
        issue::wrapped_key,
        issue::sealed,
        issue::state,
        issue::owner_id,
        issue::deputy_id,
        issue::joined_to_id,
        issue::planned_on,
        (issue::acknowledge_due_on, issue::answer_due_on, issue::decide_due_on),
        issue::support_count,
        issue::raised_at,
        (issue::acknowledged_at, issue::answered_at, issue::decided_at, issue::closed_at),
        issue::version,
        criticality,
        alert_due_on,
    )
}

/// An issue by its key, whoever asks: for deeds that have found it through the viewer before.
pub fn find(conn: &mut Conn, id: IssueId) -> QueryResult<Option<Issue>> {
    issue::table.find(id).select(columns()).first(conn).optional()
}

/// The same as it stands at this moment, and nobody changes it before this write ends: for deeds that depend on how it stands.
pub fn hold(conn: &mut Conn, id: IssueId) -> QueryResult<Option<Issue>> {
    // The update takes the row: on PostgreSQL a read alone would see it as it was before somebody took it back.
    support_store::hold(conn, id)?;
    find(conn, id)
}

/// Holds two of them, in one order for all, so that two who join them at once never wait for each other in a circle.
pub fn hold_both(conn: &mut Conn, one: IssueId, other: IssueId) -> QueryResult<Option<(Issue, Issue)>> {
    support_store::hold(conn, one.min(other))?;
    support_store::hold(conn, one.max(other))?;
    Ok(find(conn, one)?.zip(find(conn, other)?))
}

/// The one under which an issue goes on in the end; itself, if it goes on by itself.
pub fn find_last(conn: &mut Conn, id: IssueId) -> QueryResult<Option<Issue>> {
    let mut last = find(conn, id)?;
    while let Some(next) = last.as_ref().and_then(|issue| issue.joined_to_id) {
        last = find(conn, next)?;
    }
    Ok(last)
}

/// Where an issue stands after a deed of a handler or of who raised it.
#[derive(Clone, Copy, Debug)]
pub struct Stands {
    /// Where it is.
    pub state: State,
    /// By when what is planned is done.
    pub planned_on: Option<Day>,
    /// Under which one it goes on.
    pub joined_to: Option<IssueId>,
    /// Whether the deed was an answer.
    pub is_answer: bool,
}

/// Moves an issue; false if it has changed since `version` was read. Its people go with it to the one under which it goes
/// on, which has to be held before it is, and leave that one with it.
pub fn set_state(conn: &mut Conn, before: &Issue, version: i32, to: Stands, now: Moment) -> QueryResult<bool> {
    let (acknowledged, answered, decided, closed) = before.reached_at;
    let is_opened = to.state == State::Received;
    let decided = if is_opened { None } else { decided.or(to.state.is_decided().then_some(now)) };
    let rows = diesel::update(issue::table.find(before.id).filter(issue::version.eq(version)))
        .set((
            issue::state.eq(to.state.name()),
            issue::planned_on.eq(to.planned_on),
            issue::joined_to_id.eq(to.joined_to),
            issue::acknowledged_at.eq(if is_opened { acknowledged } else { acknowledged.or(Some(now)) }),
            issue::answered_at.eq(answered.or((to.is_answer || to.state.is_decided()).then_some(now))),
            issue::decided_at.eq(decided),
            // What is said of it while it is closed does not keep it for longer.
            issue::closed_at.eq(to.state.is_closed().then(|| closed.unwrap_or(now))),
            issue::version.eq(issue::version + 1),
        ))
        .execute(conn)?;
    if rows == 0 {
        return Ok(false);
    }
    // Only what is open is found, and a step changes no word of it.
    if to.state.is_closed() != before.state().is_closed() {
        similar_store::refresh(conn, before.id)?;
    }
    if to.joined_to != before.joined_to_id {
        before.joined_to_id.map_or(Ok(()), |other| support_store::take_back(conn, before.id, other))?;
        to.joined_to.map_or(Ok(()), |other| support_store::bring(conn, before.id, other, now))?;
    }
    Ok(true)
}

/// Sets who answers; false if the issue has changed since `version` was read.
pub fn set_receivers(
    conn: &mut Conn,
    id: IssueId,
    version: i32,
    owner: Option<PersonId>,
    deputy: Option<PersonId>,
) -> QueryResult<bool> {
    diesel::update(issue::table.find(id).filter(issue::version.eq(version)))
        .set((issue::owner_id.eq(owner), issue::deputy_id.eq(deputy), issue::version.eq(issue::version + 1)))
        .execute(conn)
        .map(|rows| rows > 0)
}

/// Why somebody never sees an issue. The names stand in the database.
pub mod why {
    /// Who raised it excluded them.
    pub const EXCLUDED: &str = "excluded";
    /// It is about them.
    pub const SUBJECT: &str = "subject";
    /// They stepped aside.
    pub const ASIDE: &str = "aside";
}

/// Keeps an issue from somebody for good. Whoever had joined counts no more.
pub fn bar(conn: &mut Conn, id: IssueId, person: PersonId, why: &str, now: Moment) -> QueryResult<()> {
    if !is_barred(conn, id, person)? {
        diesel::insert_into(issue_barred::table)
            .values((
                issue_barred::issue_id.eq(id),
                issue_barred::person_id.eq(person),
                issue_barred::why.eq(why),
                issue_barred::since_at.eq(now),
            ))
            .execute(conn)?;
    }
    support_store::remove(conn, id, person)
}

/// Lets somebody see an issue again who was named as concerned by mistake.
pub fn unbar(conn: &mut Conn, id: IssueId, person: PersonId, why: &str) -> QueryResult<bool> {
    diesel::delete(issue_barred::table.find((id, person)).filter(issue_barred::why.eq(why)))
        .execute(conn)
        .map(|rows| rows > 0)
}

/// Whether somebody never sees an issue.
pub fn is_barred(conn: &mut Conn, id: IssueId, person: PersonId) -> QueryResult<bool> {
    let rows: i64 = issue_barred::table.find((id, person)).count().get_result(conn)?;
    Ok(rows > 0)
}

/// Who never sees an issue, and why.
pub fn list_barred(conn: &mut Conn, id: IssueId) -> QueryResult<Vec<(PersonId, String)>> {
    issue_barred::table
        .filter(issue_barred::issue_id.eq(id))
        .order((issue_barred::since_at, issue_barred::person_id))
        .select((issue_barred::person_id, issue_barred::why))
        .load(conn)
}

/// Takes an issue back: its words and all that was said are erased, a stub of when and where remains. `seal` replaces
/// the key and the seal of a confidential one, so that not even an old page of the file can be opened.
pub fn withdraw(conn: &mut Conn, id: IssueId, seal: Option<(Vec<u8>, Vec<u8>)>, now: Moment) -> QueryResult<()> {
    let (wrapped_key, sealed) = seal.unzip();
    let joined_to = hold(conn, id)?.and_then(|before| before.joined_to_id);
    diesel::update(issue::table.find(id))
        .set((
            (issue::title.eq(""), issue::what.eq(""), issue::place.eq(""), issue::fix.eq("")),
            issue::wrapped_key.eq(wrapped_key),
            issue::sealed.eq(sealed),
            issue::state.eq(State::Withdrawn.name()),
            issue::joined_to_id.eq(None::<IssueId>),
            issue::planned_on.eq(None::<Day>),
            issue::closed_at.eq(now),
            issue::version.eq(issue::version + 1),
        ))
        .execute(conn)?;
    // After the row is taken: what somebody was just saying is stored by now, and erased with all the rest.
    diesel::delete(issue_message::table.filter(issue_message::issue_id.eq(id))).execute(conn)?;
    diesel::delete(issue_remark::table.filter(issue_remark::issue_id.eq(id))).execute(conn)?;
    diesel::update(issue_event::table.filter(issue_event::issue_id.eq(id)))
        .set((issue_event::text.eq(""), issue_event::sealed.eq(None::<Vec<u8>>)))
        .execute(conn)?;
    joined_to.map_or(Ok(()), |other| support_store::take_back(conn, id, other))?;
    similar_store::refresh(conn, id)
}

/// What a confidential issue becomes when who raised it gives their name.
#[derive(Clone, Debug)]
pub struct Revealed {
    /// Its words, open from now on.
    pub words: Words,
    /// Who else sees it.
    pub reach: Reach,
    /// Who answers.
    pub owner_id: Option<PersonId>,
    /// Who answers when the owner cannot.
    pub deputy_id: Option<PersonId>,
}

/// Makes a confidential issue a named one. The key stays: the handlers' own remarks remain sealed.
pub fn reveal(conn: &mut Conn, id: IssueId, version: i32, to: &Revealed) -> QueryResult<bool> {
    let confidential = issue::level.eq(Level::Confidential.name());
    let rows = diesel::update(issue::table.find(id).filter(issue::version.eq(version)).filter(confidential))
        .set((
            issue::level.eq(Level::Named.name()),
            issue::scope.eq(to.reach.name()),
            issue::title.eq(&to.words.title),
            issue::what.eq(&to.words.what),
            issue::place.eq(&to.words.place),
            issue::fix.eq(&to.words.fix),
            issue::sealed.eq(None::<Vec<u8>>),
            issue::owner_id.eq(to.owner_id),
            issue::deputy_id.eq(to.deputy_id),
            issue::version.eq(issue::version + 1),
        ))
        .execute(conn)?;
    similar_store::refresh(conn, id).map(|()| rows > 0)
}
