//! Who finds which issue: every list, count and page asks here, so that it is decided once, in SQL, through the viewer.

use std::collections::{BTreeSet, HashMap};

use diesel::BoxableExpression;
use diesel::dsl::{exists, not, sql};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Text};

use super::issue::Reach;
use super::issue_store::{CRITICALITY, Issue, columns};
use super::level::Level;
use super::state::State;
use crate::clock::Day;
use crate::db::schema::{issue, issue_barred, issue_support};
use crate::db::{Conn, Engine, Part};
use crate::ids::{IssueId, PersonId, SiteId};
use crate::people::role::{Role, Scope};
use crate::people::viewer::Viewer;

type Condition = Box<dyn BoxableExpression<issue::table, Engine, SqlType = Bool>>;

/// The day on which the next thing is owed.
pub(super) const NEXT_DUE: &str = "CASE WHEN state = 'planned' AND planned_on IS NOT NULL THEN planned_on \
     WHEN acknowledged_at IS NULL THEN COALESCE((SELECT c.alert_due_on FROM issue_criticality c WHERE c.issue_id = issue.id), acknowledge_due_on) \
     WHEN answered_at IS NULL THEN answer_due_on ELSE decide_due_on END";

/// The roles that handle what is named, besides its owner and deputy.
pub const NAMED_ROLES: &[Role] = &[Role::SiteManager, Role::Hr];

/// The roles whose holders read an issue of their site, whoever answers it. One that once was confidential stays with those
/// who handled it then.
pub fn roles_that_read(issue: &Issue) -> Vec<Role> {
    let named = NAMED_ROLES.iter().filter(|_| !issue.is_confidential());
    let confidants = [Role::ConfidentialHandler].into_iter().filter(|_| issue.wrapped_key.is_some());
    named.copied().chain(confidants).collect()
}

fn both(one: Condition, other: Condition) -> Condition {
    Box::new(one.and(other))
}

fn either(one: Condition, other: Condition) -> Condition {
    Box::new(one.or(other))
}

fn not_barred(me: PersonId) -> Condition {
    let barred =
        issue_barred::table.filter(issue_barred::issue_id.eq(issue::id)).filter(issue_barred::person_id.eq(me));
    Box::new(not(exists(barred)))
}

fn joined(me: PersonId) -> Condition {
    let support =
        issue_support::table.filter(issue_support::issue_id.eq(issue::id)).filter(issue_support::person_id.eq(me));
    Box::new(exists(support))
}

fn raised(me: PersonId) -> Condition {
    Box::new(issue::raiser_id.assume_not_null().eq(me).and(issue::raiser_id.is_not_null()))
}

fn owned(me: PersonId) -> Condition {
    let owner = issue::owner_id.assume_not_null().eq(me).and(issue::owner_id.is_not_null());
    let deputy = issue::deputy_id.assume_not_null().eq(me).and(issue::deputy_id.is_not_null());
    Box::new(owner.or(deputy))
}

fn within(scope: Scope) -> Condition {
    match scope {
        Scope::Everywhere => Box::new(issue::site_id.is_not_null()),
        Scope::Sites(sites) => Box::new(issue::site_id.eq_any(sites)),
    }
}

fn open_to_others() -> Condition {
    Box::new(issue::level.ne(Level::Confidential.name()))
}

/// What its raiser took back is gone for others. What was shown to the site without a name says that it was taken back to
/// whoever has its address.
fn not_withdrawn() -> Condition {
    Box::new(issue::state.ne(State::Withdrawn.name()).or(issue::level.eq(Level::Anonymous.name())))
}

/// Shown to the viewer because of where they work.
fn in_reach(viewer: &Viewer) -> Condition {
    let company: Condition = Box::new(issue::scope.eq(Reach::Company.name()));
    let site: Condition = Box::new(issue::scope.eq(Reach::Site.name()).and(issue::site_id.eq(viewer.site_id)));
    let here = issue::scope.eq(Reach::Team.name()).and(issue::site_id.eq(viewer.site_id));
    let team: Condition = match (viewer.team_id, viewer.department_id) {
        (Some(team), _) => {
            Box::new(here.and(issue::team_id.assume_not_null().eq(team)).and(issue::team_id.is_not_null()))
        }
        (None, Some(department)) => Box::new(
            here.and(issue::team_id.is_null())
                .and(issue::department_id.assume_not_null().eq(department))
                .and(issue::department_id.is_not_null()),
        ),
        (None, None) => Box::new(issue::id.is_null()),
    };
    both(either(either(company, site), team), both(open_to_others(), not_withdrawn()))
}

/// Handled by the viewer: as owner or deputy, as whoever looks after the site's named ones, or as confidential handler; by
/// the same rule as [`roles_that_read`].
fn handled(viewer: &Viewer) -> Condition {
    let named = both(open_to_others(), either(owned(viewer.person_id), within(viewer.scope_of(NAMED_ROLES))));
    let sealed: Condition = Box::new(issue::level.eq(Level::Confidential.name()).or(issue::wrapped_key.is_not_null()));
    let confidential = both(sealed, within(viewer.scope_of(&[Role::ConfidentialHandler])));
    both(either(named, confidential), not_barred(viewer.person_id))
}

/// Seen by the viewer at all.
fn visible(viewer: &Viewer) -> Condition {
    let me = viewer.person_id;
    let joined = both(joined(me), open_to_others());
    let seen = either(either(raised(me), joined), either(in_reach(viewer), handled(viewer)));
    both(seen, not_barred(me))
}

/// An issue that the viewer sees, and whether they handle it. Whoever raised one does not handle it.
pub fn find_visible(conn: &mut Conn, id: IssueId, viewer: &Viewer) -> QueryResult<Option<(Issue, bool)>> {
    let found: Option<Issue> =
        issue::table.filter(issue::id.eq(id)).filter(visible(viewer)).select(columns()).first(conn).optional()?;
    let Some(found) = found else { return Ok(None) };
    let handles: i64 = issue::table.filter(issue::id.eq(id)).filter(handled(viewer)).count().get_result(conn)?;
    let is_own = found.raiser_id == Some(viewer.person_id);
    Ok(Some((found, handles > 0 && !is_own)))
}

/// What of a site's issues a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Something is still owed.
    Open,
    /// Something is planned.
    Planned,
    /// Something was changed.
    Changed,
    /// It stays as it is.
    Declined,
}

impl Shown {
    /// In the order of the tabs.
    pub const ALL: &[Shown] = &[Shown::Open, Shown::Planned, Shown::Changed, Shown::Declined];

    /// The word in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Shown::Open => "open",
            Shown::Planned => "planned",
            Shown::Changed => "changed",
            Shown::Declined => "declined",
        }
    }

    /// The list of a word; the open ones for any other.
    pub fn from_name(name: &str) -> Shown {
        Shown::ALL.iter().copied().find(|shown| shown.name() == name).unwrap_or(Shown::Open)
    }

    fn states(self) -> Vec<&'static str> {
        let states: &[State] = match self {
            Shown::Open => &[State::Received, State::Acknowledged, State::Looking, State::PassedOn],
            Shown::Planned => &[State::Planned],
            Shown::Changed => &[State::Changed],
            Shown::Declined => &[State::Declined],
        };
        states.iter().map(|state| state.name()).collect()
    }
}

/// The issues of the viewer's site, and of the whole company, that they see as somebody who works there. What is
/// confidential stands in nobody's list but its own people's, so that no screen shows it unasked.
fn around(viewer: &Viewer, shown: Shown) -> Condition {
    let me = viewer.person_id;
    let seen = either(either(raised(me), joined(me)), in_reach(viewer));
    let here: Condition = Box::new(issue::site_id.eq(viewer.site_id).or(issue::scope.eq(Reach::Company.name())));
    let wanted: Condition = Box::new(issue::state.eq_any(shown.states()));
    both(both(both(seen, not_barred(me)), both(open_to_others(), here)), wanted)
}

/// A page of them, newest first.
pub fn list_around(
    conn: &mut Conn,
    viewer: &Viewer,
    shown: Shown,
    part: Part<IssueId>,
    limit: i64,
) -> QueryResult<Vec<Issue>> {
    newest(conn, around(viewer, shown), part, limit)
}

/// Those of these that the viewer sees as somebody who works there and that are still open, in no order.
pub fn list_open_among(conn: &mut Conn, viewer: &Viewer, ids: &[IssueId]) -> QueryResult<Vec<Issue>> {
    let open = either(around(viewer, Shown::Open), around(viewer, Shown::Planned));
    issue::table.filter(issue::id.eq_any(ids.to_vec())).filter(open).select(columns()).load(conn)
}

/// How many there are of each kind, in the order of [`Shown::ALL`].
pub fn count_around(conn: &mut Conn, viewer: &Viewer) -> QueryResult<Vec<i64>> {
    Shown::ALL.iter().map(|shown| issue::table.filter(around(viewer, *shown)).count().get_result(conn)).collect()
}

/// Everything the viewer raised or joined, newest first, also what they took back.
pub fn list_mine(conn: &mut Conn, viewer: &Viewer, part: Part<IssueId>, limit: i64) -> QueryResult<Vec<Issue>> {
    let me = viewer.person_id;
    let joined = both(joined(me), both(open_to_others(), not_barred(me)));
    newest(conn, either(raised(me), joined), part, limit)
}

fn newest(conn: &mut Conn, wanted: Condition, part: Part<IssueId>, limit: i64) -> QueryResult<Vec<Issue>> {
    // The keys carry the moment they were made: their order is the order of raising.
    let query = issue::table.filter(wanted).select(columns()).limit(limit).into_boxed::<Engine>();
    match part {
        Part::Beginning => query.order(issue::id.desc()).load(conn),
        Part::After(key) => query.filter(issue::id.lt(key)).order(issue::id.desc()).load(conn),
        Part::Before(key) => query.filter(issue::id.gt(key)).order(issue::id.asc()).load(conn),
    }
}

/// Which of these the viewer joined.
pub fn list_joined(conn: &mut Conn, me: PersonId, ids: &[IssueId]) -> QueryResult<Vec<IssueId>> {
    let mine = issue_support::table.filter(issue_support::person_id.eq(me));
    mine.filter(issue_support::issue_id.eq_any(ids.to_vec())).select(issue_support::issue_id).load(conn)
}

/// What a handler's queue shows.
fn queued(viewer: &Viewer, is_closed: bool) -> Condition {
    let closed = State::closed_names();
    let wanted: Condition =
        if is_closed { Box::new(issue::state.eq_any(closed)) } else { Box::new(issue::state.ne_all(closed)) };
    let me = viewer.person_id;
    let others: Condition = Box::new(not(raised(me)));
    both(both(handled(viewer), others), wanted)
}

/// An issue in the queue, with the day on which the next thing is owed.
pub type Queued = (Issue, String);

/// What waits for the viewer as a handler, what is due first in front, of one day what most hangs on; or what is closed,
/// newest first.
pub fn list_queue(
    conn: &mut Conn,
    viewer: &Viewer,
    is_closed: bool,
    part: Part<IssueId>,
    limit: i64,
) -> QueryResult<Vec<Queued>> {
    let due = || sql::<Text>(NEXT_DUE);
    let hangs = || sql::<Integer>(CRITICALITY);
    let query =
        issue::table.filter(queued(viewer, is_closed)).select((columns(), due())).limit(limit).into_boxed::<Engine>();
    if is_closed {
        return match part {
            Part::Beginning => query.order(issue::id.desc()).load(conn),
            Part::After(key) => query.filter(issue::id.lt(key)).order(issue::id.desc()).load(conn),
            Part::Before(key) => query.filter(issue::id.gt(key)).order(issue::id.asc()).load(conn),
        };
    }
    let part = part.find(|id| {
        let row: Option<(String, i32)> = issue::table.find(id).select((due(), hangs())).first(conn).optional()?;
        Ok(row.map(|(day, most)| (day, most, id)))
    })?;
    match part {
        Part::Beginning => query.order((due(), hangs().desc(), issue::id)).load(conn),
        Part::After((day, most, id)) => {
            let behind = hangs().lt(most).or(hangs().eq(most).and(issue::id.gt(id)));
            let later = due().gt(day.clone()).or(due().eq(day).and(behind));
            query.filter(later).order((due(), hangs().desc(), issue::id)).load(conn)
        }
        Part::Before((day, most, id)) => {
            let before = hangs().gt(most).or(hangs().eq(most).and(issue::id.lt(id)));
            let sooner = due().lt(day.clone()).or(due().eq(day).and(before));
            query.filter(sooner).order((due().desc(), hangs(), issue::id.desc())).load(conn)
        }
    }
}

/// How many wait and how many are closed.
pub fn count_queue(conn: &mut Conn, viewer: &Viewer) -> QueryResult<(i64, i64)> {
    let open = issue::table.filter(queued(viewer, false)).count().get_result(conn)?;
    Ok((open, issue::table.filter(queued(viewer, true)).count().get_result(conn)?))
}

/// How many wait for the viewer, and how many of those are late: the day on which the next thing is owed has passed where
/// they were raised. `today` is the day at each site.
pub fn count_waiting(conn: &mut Conn, viewer: &Viewer, today: &HashMap<SiteId, Day>) -> QueryResult<(i64, i64)> {
    let open: i64 = issue::table.filter(queued(viewer, false)).count().get_result(conn)?;
    // Over all time zones it is never more than three days at once.
    let days: BTreeSet<Day> = today.values().copied().filter(|_| open > 0).collect();
    let mut late = 0;
    for day in days {
        let sites: Vec<SiteId> = today.iter().filter(|(_, there)| **there == day).map(|(id, _)| *id).collect();
        let passed = issue::site_id.eq_any(sites).and(sql::<Text>(NEXT_DUE).lt(day.to_string()));
        let count: i64 = issue::table.filter(queued(viewer, false)).filter(passed).count().get_result(conn)?;
        late += count;
    }
    Ok((open, late))
}

/// Whether an issue has somebody who handles it because it is theirs: for the way into the queue.
pub fn handles_any(conn: &mut Conn, me: PersonId) -> QueryResult<bool> {
    issue::table.filter(owned(me)).count().get_result::<i64>(conn).map(|count| count > 0)
}

/// As many are offered to go on under.
const OFFERED: i64 = 200;

/// Open issues of its site that the viewer handles and under which one may go on: they reach at least as far, so that nobody
/// whom it brings along reads what they were not shown before. What is confidential goes on under none.
pub fn list_to_join(conn: &mut Conn, viewer: &Viewer, from: &Issue) -> QueryResult<Vec<Issue>> {
    if from.is_confidential() {
        return Ok(Vec::new());
    }
    let others: Condition = Box::new(issue::site_id.eq(from.site_id).and(issue::id.ne(from.id)));
    let wanted = both(both(queued(viewer, false), open_to_others()), both(others, reaching(from)));
    newest(conn, wanted, Part::Beginning, OFFERED)
}

/// Seen by everybody who sees this one, because of where they work or because they raised it.
fn reaching(from: &Issue) -> Condition {
    let wider: &[Reach] =
        if from.scope == Reach::Company.name() { &[Reach::Company] } else { &[Reach::Site, Reach::Company] };
    let wider: Condition = Box::new(issue::scope.eq_any(wider.iter().map(|reach| reach.name()).collect::<Vec<_>>()));
    let team: Condition = match from.unit {
        _ if from.is_for_its_site() => return wider,
        (_, Some(team)) => Box::new(issue::team_id.assume_not_null().eq(team).and(issue::team_id.is_not_null())),
        (Some(department), None) => {
            let same = issue::department_id.assume_not_null().eq(department).and(issue::department_id.is_not_null());
            Box::new(issue::team_id.is_null().and(same))
        }
        (None, None) => return wider,
    };
    either(wider, both(Box::new(issue::scope.eq(Reach::Team.name())), team))
}

/// Open issues of a site that somebody whom nobody knows may join: those that everybody there reads. None that is kept from
/// anybody, for it might be them; and none of the viewer's own, whose number they would raise themselves.
pub fn list_for_unknown(conn: &mut Conn, viewer: &Viewer, site: SiteId) -> QueryResult<Vec<Issue>> {
    let reach = [Reach::Site, Reach::Company].map(Reach::name);
    let closed = State::closed_names();
    let open: Condition = Box::new(issue::state.ne_all(closed).and(issue::scope.eq_any(reach)));
    let here: Condition = Box::new(issue::site_id.eq(site).and(not(raised(viewer.person_id))));
    let barred = issue_barred::table.filter(issue_barred::issue_id.eq(issue::id));
    let from_nobody: Condition = Box::new(not(exists(barred)));
    newest(conn, both(both(open, open_to_others()), both(here, from_nobody)), Part::Beginning, OFFERED)
}

/// Those that go on under this one, and that the viewer sees, newest first.
pub fn list_joined_to(conn: &mut Conn, viewer: &Viewer, id: IssueId) -> QueryResult<Vec<Issue>> {
    let there = issue::joined_to_id.assume_not_null().eq(id).and(issue::joined_to_id.is_not_null());
    let there: Condition = Box::new(there.and(issue::state.eq(State::Joined.name())));
    newest(conn, both(visible(viewer), there), Part::Beginning, OFFERED)
}
