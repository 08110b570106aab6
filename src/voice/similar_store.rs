//! Similar issues in the database: which of them can be found by whom, and how those found are shown.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::level::Level;
use super::similar::{self, Text};
use crate::db::schema::{issue, issue_barred, issue_support};
use crate::db::{Conn, generation, search};
use crate::ids::{DepartmentId, IssueId, PersonId, SiteId, TeamId};
use crate::people::viewer::Viewer;
use crate::views::Lang;

/// How many are offered.
const OFFERED: usize = 3;
/// How many are looked through for those that the viewer may see.
const LOOKED_THROUGH: usize = 30;
/// Remembers with which words the index was made.
const MADE_WITH: &str = "search_made_with";

/// An issue that is like what somebody types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    /// Its key.
    pub id: IssueId,
    /// What lists show.
    pub title: String,
    /// The language it is written in.
    pub language: String,
    /// Where it is.
    pub state: String,
    /// How many people say it: who raised it and who joined.
    pub people: i32,
    /// Whether the viewer raised it.
    pub is_mine: bool,
    /// Whether the viewer joined it.
    pub has_joined: bool,
}

/// The open issues of a site that the viewer sees and that are like what they type, best first.
pub fn list_similar(
    conn: &mut Conn,
    viewer: &Viewer,
    site: SiteId,
    typed: &str,
    lang: Lang,
) -> QueryResult<Vec<Similar>> {
    let mut audiences = vec![of_site(site)];
    if site == viewer.site_id {
        audiences.extend(of_unit(viewer.team_id, viewer.department_id));
    }
    let ids: Vec<IssueId> =
        similar::find(conn, typed, lang, audiences, LOOKED_THROUGH)?.into_iter().map(IssueId).collect();
    let mut seen = list_seen(conn, viewer.person_id, &ids)?;
    seen.sort_by_key(|seen| ids.iter().position(|id| *id == seen.id));
    seen.truncate(OFFERED);
    Ok(seen)
}

/// Those of these issues that are open and from which the viewer is not kept out. That they are in the viewer's reach is
/// what the index was asked.
fn list_seen(conn: &mut Conn, me: PersonId, ids: &[IssueId]) -> QueryResult<Vec<Similar>> {
    type Row = (IssueId, String, String, String, i32, Option<PersonId>, bool);
    let barred =
        issue_barred::table.filter(issue_barred::issue_id.eq(issue::id)).filter(issue_barred::person_id.eq(me));
    let joined =
        issue_support::table.filter(issue_support::issue_id.eq(issue::id)).filter(issue_support::person_id.eq(me));
    let rows: Vec<Row> = issue::table
        .filter(issue::id.eq_any(ids))
        .filter(issue::level.ne(Level::Confidential.name()))
        .filter(issue::closed_at.is_null())
        .filter(diesel::dsl::not(exists(barred)))
        .select((
            issue::id,
            issue::title,
            issue::language,
            issue::state,
            issue::support_count,
            issue::raiser_id,
            exists(joined),
        ))
        .load(conn)?;
    let similar = |(id, title, language, state, support, raiser, has_joined): Row| Similar {
        id,
        title,
        language,
        state,
        people: support + 1,
        is_mine: raiser == Some(me),
        has_joined,
    };
    Ok(rows.into_iter().map(similar).collect())
}

/// Whom an issue with this reach is findable for.
fn audience(scope: &str, site: SiteId, team: Option<TeamId>, department: Option<DepartmentId>) -> Option<String> {
    match scope {
        "site" | "company" => Some(of_site(site)),
        "team" => of_unit(team, department),
        _ => None,
    }
}

fn of_site(id: SiteId) -> String {
    format!("site{}", id.0.simple())
}

/// The team; where there are no teams, the department.
fn of_unit(team: Option<TeamId>, department: Option<DepartmentId>) -> Option<String> {
    let team = team.map(|id| format!("team{}", id.0.simple()));
    team.or_else(|| department.map(|id| format!("department{}", id.0.simple())))
}

/// Makes the index say of an issue what is true of it now. Whoever raises one or changes its words, its level, its reach
/// or whether it is open calls this last, in the same transaction.
pub fn refresh(conn: &mut Conn, id: IssueId) -> QueryResult<()> {
    type Place = (String, SiteId, Option<TeamId>, Option<DepartmentId>);
    type Words = (String, String, String, String, String);
    let found: Option<(Place, Words)> = issue::table
        .filter(issue::id.eq(id))
        .filter(issue::level.ne(Level::Confidential.name()))
        .filter(issue::closed_at.is_null())
        .select((
            (issue::scope, issue::site_id, issue::team_id, issue::department_id),
            (issue::language, issue::title, issue::what, issue::place, issue::fix),
        ))
        .first(conn)
        .optional()?;
    let findable = found
        .and_then(|((scope, site, team, department), words)| Some((audience(&scope, site, team, department)?, words)));
    let Some((audience, (language, title, what, place, fix))) = findable else { return search::remove(conn, id.0) };
    // A title that is the beginning of the text is not said twice.
    let rest = what.strip_prefix(title.trim_end_matches('…')).unwrap_or(&what);
    let text =
        Text { title: &title, rest: vec![rest, &place, &fix], lang: Lang::from_tag(&language).unwrap_or_default() };
    similar::put(conn, id.0, &audience, &text)
}

/// Whether the index was made with the words that this program knows.
pub fn is_fresh(conn: &mut Conn) -> QueryResult<bool> {
    Ok(generation::find(conn, MADE_WITH)? == similar::fingerprint())
}

/// The next issues whose place in the index has to be made anew, after one.
pub fn list_after(conn: &mut Conn, after: Option<IssueId>, limit: i64) -> QueryResult<Vec<IssueId>> {
    let mut query = issue::table.select(issue::id).order(issue::id).limit(limit).into_boxed();
    if let Some(after) = after {
        query = query.filter(issue::id.gt(after));
    }
    query.load(conn)
}

/// Notes that the index is made with the words that this program knows.
pub fn mark_fresh(conn: &mut Conn) -> QueryResult<()> {
    generation::set(conn, MADE_WITH, similar::fingerprint())
}
