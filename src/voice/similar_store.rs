//! Similar issues in the database: whom each is findable for, and which of those found the viewer sees.

use diesel::prelude::*;

use super::issue::Reach;
use super::issue_list_store::list_open_among;
use super::issue_store::Issue;
use super::level::Level;
use super::similar::{self, Text};
use crate::db::schema::issue;
use crate::db::search::Turn;
use crate::db::{Conn, generation};
use crate::ids::{DepartmentId, IssueId, SiteId, TeamId};
use crate::people::viewer::Viewer;
use crate::views::Lang;

/// How many are offered.
const OFFERED: usize = 3;
/// How many are looked through for those that the viewer may see.
const LOOKED_THROUGH: usize = 30;
/// Remembers with which words the index was made.
const MADE_WITH: &str = "search_made_with";

/// The open issues of the viewer's site that they see and that are like what they type, best first.
pub fn list_similar(conn: &mut Conn, viewer: &Viewer, typed: &str, lang: Lang) -> QueryResult<Vec<Issue>> {
    let audiences = [Some(of_site(viewer.site_id)), of_unit(viewer.team_id, viewer.department_id)];
    let audiences = audiences.into_iter().flatten().collect();
    let ids: Vec<IssueId> =
        similar::find(conn, typed, lang, audiences, LOOKED_THROUGH)?.into_iter().map(IssueId).collect();
    // The index was asked for this viewer's reach; who is kept out, and what was closed, is asked as every list asks.
    let mut seen = list_open_among(conn, viewer, &ids)?;
    seen.sort_by_key(|seen| ids.iter().position(|id| *id == seen.id));
    seen.truncate(OFFERED);
    Ok(seen)
}

/// Whom an issue with this reach is findable for.
fn audience(scope: &str, site: SiteId, team: Option<TeamId>, department: Option<DepartmentId>) -> Option<String> {
    match Reach::from_name(scope) {
        Some(Reach::Site | Reach::Company) => Some(of_site(site)),
        Some(Reach::Team) => of_unit(team, department),
        Some(Reach::Private) | None => None,
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
    let turn = Turn::take(conn)?;
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
    let Some((audience, (language, title, what, place, fix))) = findable else { return turn.remove(conn, id.0) };
    // A title that is the beginning of the text is not said twice.
    let rest = what.strip_prefix(title.trim_end_matches('…')).unwrap_or(&what);
    let text =
        Text { title: &title, rest: vec![rest, &place, &fix], lang: Lang::from_tag(&language).unwrap_or_default() };
    similar::put(conn, turn, id.0, &audience, &text)
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
