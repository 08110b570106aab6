//! What ends soon, is held, or has ended, among what a viewer answers for: their own as owner or deputy, and what is confidential or has a
//! thread at the sites they handle. What is kept from them is not there.

use diesel::BoxableExpression;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use jiff::ToSpan;

use super::anonymous::thread::{Thread, handles_at, open_each};
use super::anonymous::thread_store;
use super::category::Category;
use super::issue_list_store::NAMED_ROLES;
use super::level::Level;
use super::retention::WARNING_DAYS;
use super::retention_store::shown_to;
use super::{category_store, issue_store, rules_store};
use crate::clock::{Day, Moment};
use crate::db::schema::{issue, keeping, stub};
use crate::db::{Conn, Engine, Part};
use crate::ids::{CategoryId, IssueId, PersonId, RowId, SiteId, ThreadId};
use crate::people::role::{Role, Scope};
use crate::people::site_store;
use crate::people::viewer::Viewer;
use crate::secrets::Secrets;

/// An issue or a thread that was closed, without a word of it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its key.
    pub id: RowId,
    /// What it is about.
    pub category: Category,
    /// The code-word of a thread.
    pub handle: Option<String>,
    /// The name of its site; empty if its writer did not say it.
    pub site: String,
    /// When it was closed.
    pub closed_on: Day,
    /// When its days are over.
    pub ends_on: Day,
    /// Since when it is held.
    pub held_on: Option<Day>,
}

type Row = (IssueId, String, CategoryId, SiteId, Option<PersonId>, Option<PersonId>, Option<Moment>);

/// What was announced or is held, the earliest end first.
pub fn list(conn: &mut Conn, secrets: &Secrets, viewer: &Viewer, now: Moment) -> QueryResult<Vec<Line>> {
    let kept: Vec<(RowId, Option<Day>)> = keeping::table.select((keeping::about_id, keeping::held_on)).load(conn)?;
    let ids: Vec<IssueId> = kept.iter().map(|(id, _)| IssueId(id.0)).collect();
    let soon = Day::from(now.utc_day().date().saturating_add(WARNING_DAYS.days()));
    let sites = site_store::list_sites(conn)?;
    let mut lines = Vec::new();
    for ids in ids.chunks(500) {
        let rows: Vec<Row> = issue::table.filter(issue::id.eq_any(ids)).select(columns()).load(conn)?;
        for row in rows {
            if !may(conn, viewer, &row)? {
                continue;
            }
            let (id, _, category_id, site_id, _, _, closed_at) = row;
            let (Some(category), Some(closed_at)) = (category_store::find(conn, category_id)?, closed_at) else {
                continue;
            };
            let closed_on = closed_at.utc_day();
            let ends_on = closed_on.date().saturating_add(i64::from(category.keep_days).days()).into();
            let held_on = kept.iter().find(|(kept, _)| kept.0 == id.0).and_then(|(_, held_on)| *held_on);
            let site = sites.iter().find(|site| site.id == site_id).map(|site| site.name.clone()).unwrap_or_default();
            if ends_on <= soon || held_on.is_some() {
                lines.push(Line { id: RowId(id.0), category, handle: None, site, closed_on, ends_on, held_on });
            }
        }
    }
    let keep_days = i64::from(rules_store::find(conn)?.thread_keep_days);
    for thread in list_threads(conn, secrets, viewer, &kept)? {
        let (Some(category), Some(closed_on)) =
            (category_store::find(conn, thread.header.category)?, thread.row.closed_on)
        else {
            continue;
        };
        let (id, handle) = (RowId(thread.row.id.0), Some(thread.row.handle));
        let ends_on = closed_on.date().saturating_add(keep_days.days()).into();
        let held_on = kept.iter().find(|(kept, _)| *kept == id).and_then(|(_, held_on)| *held_on);
        let site = sites.iter().find(|site| Some(site.id) == thread.row.site_id);
        let site = site.map(|site| site.name.clone()).unwrap_or_default();
        if ends_on <= soon || held_on.is_some() {
            lines.push(Line { id, category, handle, site, closed_on, ends_on, held_on });
        }
    }
    lines.sort_by_key(|line| (line.ends_on, line.id));
    Ok(lines)
}

/// The threads among what is kept that a viewer handles.
fn list_threads(
    conn: &mut Conn,
    secrets: &Secrets,
    viewer: &Viewer,
    kept: &[(RowId, Option<Day>)],
) -> QueryResult<Vec<Thread>> {
    let scope = handles_at(viewer);
    let ids: Vec<ThreadId> = kept.iter().map(|(id, _)| ThreadId(id.0)).collect();
    let mut threads = Vec::new();
    // Whoever handles nothing opens no seal.
    for ids in ids.chunks(500).filter(|_| !scope.is_nowhere()) {
        let rows = thread_store::list_closed_of(conn, ids)?;
        threads.extend(open_each(secrets, rows).into_iter().filter(|one| one.is_for(viewer.person_id, &scope)));
    }
    Ok(threads)
}

/// What a viewer answers for, as the audit log calls it: an issue, a thread, or nothing of theirs.
pub fn find_theirs(
    conn: &mut Conn,
    secrets: &Secrets,
    viewer: &Viewer,
    id: RowId,
) -> QueryResult<Option<&'static str>> {
    let row: Option<Row> = issue::table.find(IssueId(id.0)).select(columns()).first(conn).optional()?;
    let is_theirs = match &row {
        Some(row) => may(conn, viewer, row)?,
        None => !list_threads(conn, secrets, viewer, &[(id, None)])?.is_empty(),
    };
    let about = if row.is_some() { "issue" } else { "thread" };
    Ok(is_theirs.then_some(about))
}

fn may(conn: &mut Conn, viewer: &Viewer, (id, level, _, site_id, owner_id, deputy_id, _): &Row) -> QueryResult<bool> {
    if issue_store::is_barred(conn, *id, viewer.person_id)? {
        return Ok(false);
    }
    let me = Some(viewer.person_id);
    Ok(match level == Level::Confidential.name() {
        true => viewer.scope_of(&[Role::ConfidentialHandler]).holds(*site_id),
        false => *owner_id == me || *deputy_id == me,
    })
}

/// What is left of an issue or thread that was deleted.
#[derive(Clone, Debug, Queryable)]
pub struct Stub {
    /// The key it had.
    pub id: RowId,
    /// What it was about; nobody knows of a thread.
    pub category_id: Option<CategoryId>,
    /// Where it was raised, if that was said.
    pub site_id: Option<SiteId>,
    /// What became of it.
    pub state: String,
    /// When it was raised.
    pub began_on: Day,
    /// When it was closed.
    pub closed_on: Day,
    /// When it was deleted.
    pub deleted_on: Day,
}

/// The stubs that a viewer finds, what was deleted last in front.
pub fn list_stubs(conn: &mut Conn, viewer: &Viewer, part: Part<RowId>, limit: i64) -> QueryResult<Vec<Stub>> {
    let found = || {
        let named = of_scope(shown_to::HANDLERS, viewer.scope_of(NAMED_ROLES));
        let confided = of_scope(shown_to::CONFIDANTS, handles_at(viewer));
        let columns = (
            stub::id,
            stub::category_id,
            stub::site_id,
            stub::state,
            stub::began_on,
            stub::closed_on,
            stub::deleted_on,
        );
        stub::table.filter(named.or(confided)).select(columns).limit(limit).into_boxed::<Engine>()
    };
    let part = part.find(|id| {
        let day: Option<Day> = stub::table.find(id).select(stub::deleted_on).first(conn).optional()?;
        Ok(day.map(|day| (day, id)))
    })?;
    match part {
        Part::Beginning => found().order((stub::deleted_on.desc(), stub::id)).load(conn),
        Part::After((day, id)) => {
            let later = stub::deleted_on.lt(day).or(stub::deleted_on.eq(day).and(stub::id.gt(id)));
            found().filter(later).order((stub::deleted_on.desc(), stub::id)).load(conn)
        }
        Part::Before((day, id)) => {
            let sooner = stub::deleted_on.gt(day).or(stub::deleted_on.eq(day).and(stub::id.lt(id)));
            found().filter(sooner).order((stub::deleted_on, stub::id.desc())).load(conn)
        }
    }
}

type Condition = Box<dyn BoxableExpression<stub::table, Engine, SqlType = Bool>>;

/// What comes without a site is for those who handle the whole organisation.
fn of_scope(shown_to: &'static str, scope: Scope) -> Condition {
    let shown = stub::shown_to.eq(shown_to);
    match scope {
        Scope::Everywhere => Box::new(shown),
        Scope::Sites(sites) => {
            Box::new(shown.and(stub::site_id.assume_not_null().eq_any(sites)).and(stub::site_id.is_not_null()))
        }
    }
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    (issue::id, issue::level, issue::category_id, issue::site_id, issue::owner_id, issue::deputy_id, issue::closed_at)
}
