//! What a report shows as it is now: each a few rows, found by an index.

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use serde::Serialize;
use uuid::Uuid;

use super::figure::Name;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::{
    department, issue, issue_barred, issue_category, note, note_recipient, pulse, pulse_cell, pulse_figure,
    pulse_group, report_figure, site,
};
use crate::ids::{CategoryId, DepartmentId, GroupId, IssueId, NoteId, PersonId, PulseId, SiteId};
use crate::insights::count_store::ENGAGEMENT;
use crate::insights::stretch::Stretch;
use crate::people::role::Scope;

const CLOSED: [&str; 4] = ["changed", "declined", "joined", "withdrawn"];

/// What somebody may read of issues that everybody at their site may read.
#[derive(Clone, Debug)]
pub struct Sees {
    /// Where they work.
    pub own: SiteId,
    pub me: PersonId,
    /// Where they handle what is raised.
    pub handles: Scope,
}

/// An open issue that everybody at its site may read.
#[derive(Debug, Queryable, Serialize)]
pub struct Supported {
    pub id: IssueId,
    pub headline: String,
    pub language: String,
    /// Whoever raised it too.
    pub people: i32,
    pub site: String,
}

/// Those with the most people behind them, of some sites. Whoever raised one was told who reads it: somebody elsewhere, an executive
/// too, only what was for the whole company.
pub fn list_supported(conn: &mut Conn, of: &Scope, sees: &Sees, most: i64) -> QueryResult<Vec<Supported>> {
    let mut query = issue::table
        .inner_join(site::table)
        .filter(issue::state.ne_all(CLOSED).and(issue::support_count.gt(0)))
        .filter(issue::level.ne("confidential").and(issue::wrapped_key.is_null()))
        .filter(issue::scope.eq_any(["site", "company"]))
        .filter(not(exists(
            issue_barred::table.filter(issue_barred::issue_id.eq(issue::id).and(issue_barred::person_id.eq(sees.me))),
        )))
        .into_boxed();
    if let Scope::Sites(sites) = of {
        query = query.filter(issue::site_id.eq_any(sites.clone()));
    }
    if let Scope::Sites(sites) = &sees.handles {
        let near = issue::site_id.eq(sees.own).or(issue::site_id.eq_any(sites.clone()));
        query = query.filter(near.or(issue::scope.eq("company")));
    }
    query
        .order((issue::support_count.desc(), issue::raised_at.asc(), issue::id.asc()))
        .select((issue::id, issue::title, issue::language, issue::support_count + 1, site::name))
        .limit(most)
        .load(conn)
}

/// How many issues that are not said in confidence somebody has to answer, as owner or deputy, and is late with.
pub fn count_late_of(conn: &mut Conn, person: PersonId, today: Day) -> QueryResult<i64> {
    issue::table
        .filter(issue::owner_id.eq(person).or(issue::deputy_id.eq(person)))
        .filter(issue::answered_at.is_null().and(issue::level.ne("confidential")))
        .filter(issue::raiser_id.is_null().or(issue::raiser_id.ne(person)))
        .filter(issue::state.ne_all(CLOSED).and(issue::answer_due_on.lt(today)))
        .filter(not(exists(
            issue_barred::table.filter(issue_barred::issue_id.eq(issue::id).and(issue_barred::person_id.eq(person))),
        )))
        .count()
        .get_result(conn)
}

/// Praise that whoever received it shows to the whole company.
#[derive(Debug, Queryable, Serialize)]
pub struct Quote {
    pub language: String,
    pub words: String,
    pub site: String,
    pub at: Moment,
}

/// The newest since a moment, each note once.
pub fn list_quotes(conn: &mut Conn, since: Moment, most: usize) -> QueryResult<Vec<Quote>> {
    let mut rows: Vec<(NoteId, Quote)> = Vec::new();
    // One after the other: of each the newest stand first in an index, of both together they would be sorted, all there are.
    for visibility in ["company", "public"] {
        let newest: Vec<(NoteId, Quote)> = note_recipient::table
            .inner_join(note::table.inner_join(site::table))
            .filter(note_recipient::visibility.eq(visibility).and(note_recipient::is_withdrawn.eq(false)))
            .filter(note_recipient::sent_at.ge(since).and(note::did.ne("")))
            .order((note_recipient::sent_at.desc(), note_recipient::id.desc()))
            .select((note::id, (note::language, note::did, site::name, note::sent_at)))
            .limit(10 * i64::try_from(most).unwrap_or(1))
            .load(conn)?;
        rows.extend(newest);
    }
    rows.sort_by_key(|(id, quote)| (std::cmp::Reverse(quote.at), *id));
    rows.dedup_by_key(|(id, _)| *id);
    Ok(rows.into_iter().map(|(_, quote)| quote).take(most).collect())
}

/// What the newest survey over tells of a site.
#[derive(Debug, Serialize)]
pub struct LastPulse {
    pub id: PulseId,
    pub headline: String,
    pub from: Day,
    pub until: Day,
    /// None: too few answers.
    pub engagement: Option<i32>,
    pub answers: Option<i32>,
    pub response: Option<i32>,
}

/// None before a survey that asked there was over.
pub fn find_last_pulse(conn: &mut Conn, at: SiteId) -> QueryResult<Option<LastPulse>> {
    let newest: Option<(PulseId, String, Day, Day, GroupId)> = pulse::table
        .inner_join(pulse_group::table.on(pulse_group::pulse_id.eq(pulse::id)))
        .filter(pulse::state.eq("closed"))
        .filter(pulse_group::kind.eq("site").and(pulse_group::site_id.eq(at)))
        .order((pulse::period_until.desc(), pulse::is_imported.asc(), pulse::id.asc()))
        .select((pulse::id, pulse::title, pulse::period_from, pulse::period_until, pulse_group::id))
        .first(conn)
        .optional()?;
    let Some((id, headline, from, until, group)) = newest else { return Ok(None) };
    let shown: Option<(i32, i32)> = pulse_figure::table
        .find((id, group, ENGAGEMENT))
        .select((pulse_figure::shown, pulse_figure::answers))
        .first(conn)
        .optional()?;
    let response: Option<Option<i32>> =
        pulse_cell::table.find((id, group)).select(pulse_cell::response).first(conn).optional()?;
    let until = Stretch { from, until }.last_day();
    let (engagement, answers) = shown.unzip();
    Ok(Some(LastPulse { id, headline, from, until, engagement, answers, response: response.flatten() }))
}

/// A department of a site with people, of whom some had no praise.
#[derive(Debug, Serialize)]
pub struct Unpraised {
    pub site: String,
    pub department: String,
    pub people: i32,
}

/// Departments in which at least half of the people had no praise, by site and name.
pub fn list_unpraised(conn: &mut Conn, most: i64) -> QueryResult<Vec<Unpraised>> {
    let rows: Vec<(i32, Vec<u8>)> = report_figure::table
        .filter(report_figure::name.eq(Name::Unpraised.name()).and(report_figure::value.eq(1.0)))
        .filter(report_figure::site_id.is_not_null())
        .select((report_figure::n, report_figure::unit_id))
        .load(conn)?;
    let ids: Vec<DepartmentId> =
        rows.iter().filter_map(|(_, unit)| Uuid::from_slice(unit).ok().map(DepartmentId)).collect();
    let named: Vec<(DepartmentId, String, String)> = department::table
        .inner_join(site::table)
        .filter(department::id.eq_any(ids))
        .order((site::name_fold.asc(), department::name_fold.asc(), department::id.asc()))
        .select((department::id, department::name, site::name))
        .limit(most)
        .load(conn)?;
    let unpraised = |(id, department, site): (DepartmentId, String, String)| {
        let (people, _) = rows.iter().find(|(_, unit)| unit == id.0.as_bytes())?;
        Some(Unpraised { site, department, people: *people })
    };
    Ok(named.into_iter().filter_map(unpraised).collect())
}

/// What a site's departments are called, by name.
pub fn list_departments(conn: &mut Conn, at: SiteId) -> QueryResult<Vec<(DepartmentId, String)>> {
    department::table
        .filter(department::site_id.eq(at))
        .order((department::name_fold.asc(), department::id.asc()))
        .select((department::id, department::name))
        .load(conn)
}

/// The subjects of issues in their order: of ours the code, of the organisation's own the name.
pub fn list_subjects(conn: &mut Conn) -> QueryResult<Vec<(CategoryId, Option<String>, String)>> {
    issue_category::table
        .order((issue_category::position, issue_category::id))
        .select((issue_category::id, issue_category::code, issue_category::name))
        .load(conn)
}
