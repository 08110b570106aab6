//! What there is to count, and what was counted. The one place of this room that reads what other rooms keep: never a word
//! of what somebody wrote, and of surveys only what was released.

use diesel::prelude::*;

use super::count::{Count, Counts, Kind, Measure, Stay, Written};
use super::stretch::{Stretch, side_by_side};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::{
    conversation, link_count, link_counted, note, note_recipient, person, person_placement, pulse, pulse_figure, sender,
};
use crate::ids::{ContactId, DepartmentId, NoteId, PersonId, PulseId, SiteId};
use crate::people::site::Site;

/// The scale that the side of staff is.
pub const ENGAGEMENT: &str = "engagement";
/// How far back a report looks.
const MOST_STRETCHES: usize = 24;

/// What surveys that are over were compared with, each with the survey: those that do not overlap, from the oldest on.
pub fn list_stretches(conn: &mut Conn) -> QueryResult<Vec<(Stretch, PulseId)>> {
    let with_figures = pulse_figure::table.filter(pulse_figure::measure.eq(ENGAGEMENT)).select(pulse_figure::pulse_id);
    let rows: Vec<(PulseId, Day, Day)> = pulse::table
        .filter(pulse::state.eq("closed").and(pulse::id.eq_any(with_figures)))
        .select((pulse::id, pulse::period_from, pulse::period_until))
        .order(pulse::id.asc())
        .load(conn)?;
    let known: Vec<(Stretch, PulseId)> =
        rows.into_iter().map(|(id, from, until)| (Stretch { from, until }, id)).collect();
    let mut kept = side_by_side(known.iter().map(|(stretch, _)| *stretch).collect());
    kept.drain(..kept.len().saturating_sub(MOST_STRETCHES));
    // Of two surveys about the same stretch, the one that was made last.
    let last = |stretch: Stretch| known.iter().rev().find(|(one, _)| *one == stretch).map(|(_, id)| (stretch, *id));
    Ok(kept.into_iter().filter_map(last).collect())
}

/// What was written about a site from a day until (not including) another, by its own clock.
pub fn list_written(conn: &mut Conn, site: &Site, stretches: &[Stretch]) -> QueryResult<Vec<Written>> {
    let Some((first, last)) = stretches.first().zip(stretches.last()) else { return Ok(Vec::new()) };
    let zone = site.zone();
    let moment =
        |day: Day| day.date().to_zoned(zone.clone()).map_or(Moment::from_micros(0), |at| at.timestamp().into());
    let (from, until) = (moment(first.from), moment(last.until));
    let mut departments = list_departments(conn, site.id, from, until)?;
    let mut written = Vec::new();
    // What looked odd and still waits for somebody to look at it has flags and is not delivered.
    let counted = note::state.eq("delivered").or(note::state.eq("unmatched").and(note::flags.eq("")));
    type NoteRow = (NoteId, String, Moment, Option<String>, Option<ContactId>);
    let notes: Vec<NoteRow> = note::table
        .left_join(sender::table)
        .filter(note::site_id.eq(site.id).and(counted).and(note::relayed_by_id.is_null()))
        .filter(note::sent_at.ge(from).and(note::sent_at.lt(until)))
        .select((note::id, note::source, note::sent_at, note::satisfied, sender::contact_id.nullable()))
        .load(conn)?;
    for (id, source, sent_at, satisfied, contact) in notes {
        let what = match source.as_str() {
            "colleague" => Kind::Colleague,
            _ => Kind::Praise { satisfied: satisfied.as_deref().and_then(score) },
        };
        let departments = departments.remove(&id).unwrap_or_default();
        written.push(Written { what, on: sent_at.day_in(&zone), sent_at, departments, contact });
    }
    let concerns: Vec<(Moment, Option<ContactId>)> = conversation::table
        .left_join(sender::table)
        .filter(conversation::site_id.eq(site.id).and(conversation::kind.eq("concern")))
        .filter(conversation::state.ne("withdrawn"))
        .filter(conversation::sent_at.ge(from).and(conversation::sent_at.lt(until)))
        .select((conversation::sent_at, sender::contact_id.nullable()))
        .load(conn)?;
    written.extend(concerns.into_iter().map(|(sent_at, contact)| Written {
        what: Kind::Concern,
        on: sent_at.day_in(&zone),
        sent_at,
        departments: Vec::new(),
        contact,
    }));
    Ok(written)
}

/// How satisfied somebody is, from 0 to 100.
fn score(answer: &str) -> Option<f64> {
    match answer {
        "yes" => Some(100.0),
        "partly" => Some(50.0),
        "no" => Some(0.0),
        _ => None,
    }
}

type Departments = std::collections::HashMap<NoteId, Vec<DepartmentId>>;

/// The departments of this site that its notes are about, as people were placed when they were praised.
fn list_departments(conn: &mut Conn, site: SiteId, from: Moment, until: Moment) -> QueryResult<Departments> {
    let rows: Vec<(NoteId, Option<DepartmentId>)> = note_recipient::table
        .filter(note_recipient::site_id.eq(site).and(note_recipient::department_id.is_not_null()))
        .filter(note_recipient::sent_at.ge(from).and(note_recipient::sent_at.lt(until)))
        .select((note_recipient::note_id, note_recipient::department_id))
        .load(conn)?;
    let mut found = Departments::new();
    for (note, department) in rows {
        found.entry(note).or_default().extend(department);
    }
    Ok(found)
}

/// Who was at a site, and when.
pub fn list_stays(conn: &mut Conn, site: SiteId) -> QueryResult<Vec<Stay>> {
    type Row = (PersonId, Option<DepartmentId>, Option<Day>, Option<Day>, Option<Day>, Option<Day>);
    let rows: Vec<Row> = person_placement::table
        .inner_join(person::table)
        .filter(person_placement::site_id.eq(site))
        .select((
            person_placement::person_id,
            person_placement::department_id,
            person_placement::from_on,
            person_placement::until_on,
            person::started_on,
            person::left_on,
        ))
        .load(conn)?;
    let stay = |(person, department, from, until, started, left): Row| Stay {
        person,
        department,
        from: from.max(started),
        until: [until, left].into_iter().flatten().min(),
    };
    Ok(rows.into_iter().map(stay).collect())
}

/// What was counted of a site and its departments.
pub fn list_counts(conn: &mut Conn, site: SiteId) -> QueryResult<Counts> {
    rows_of(link_count::table.filter(link_count::site_id.eq(site)).select(COLUMNS).load(conn)?)
}

/// What was counted of all sites.
pub fn list_all_counts(conn: &mut Conn) -> QueryResult<Counts> {
    rows_of(link_count::table.select(COLUMNS).load(conn)?)
}

type Row = (Vec<u8>, Day, Day, String, i32, f64, f64);
const COLUMNS: (
    link_count::unit_id,
    link_count::period_from,
    link_count::period_until,
    link_count::measure,
    link_count::n,
    link_count::total,
    link_count::total_of_squares,
) = (
    link_count::unit_id,
    link_count::period_from,
    link_count::period_until,
    link_count::measure,
    link_count::n,
    link_count::total,
    link_count::total_of_squares,
);

fn rows_of(rows: Vec<Row>) -> QueryResult<Counts> {
    let read = |(unit, from, until, measure, n, total, total_of_squares): Row| {
        let unit = uuid::Uuid::from_slice(&unit).ok()?;
        let key = (unit, Stretch { from, until }, Measure::from_name(&measure)?);
        Some((key, Count { n, total, total_of_squares }))
    };
    Ok(rows.into_iter().filter_map(read).collect())
}

/// Writes what differs from what was counted before.
pub fn put_counts(conn: &mut Conn, site: SiteId, before: &Counts, now: &Counts, at: Moment) -> QueryResult<()> {
    for (key, _) in before.iter().filter(|(key, count)| now.get(key) != Some(count)) {
        let (unit, stretch, measure) = key;
        let row = link_count::table.find((unit.as_bytes().to_vec(), stretch.from, stretch.until, measure.name()));
        diesel::delete(row).execute(conn)?;
    }
    for (key, count) in now.iter().filter(|(key, count)| before.get(key) != Some(count)) {
        let (unit, stretch, measure) = key;
        diesel::insert_into(link_count::table)
            .values((
                link_count::unit_id.eq(unit.as_bytes().to_vec()),
                link_count::period_from.eq(stretch.from),
                link_count::period_until.eq(stretch.until),
                link_count::measure.eq(measure.name()),
                link_count::site_id.eq(site),
                link_count::n.eq(count.n),
                link_count::total.eq(count.total),
                link_count::total_of_squares.eq(count.total_of_squares),
            ))
            .execute(conn)?;
    }
    diesel::delete(link_counted::table.find(site)).execute(conn)?;
    diesel::insert_into(link_counted::table)
        .values((link_counted::site_id.eq(site), link_counted::counted_at.eq(at)))
        .execute(conn)
        .map(drop)
}

/// When the site that was counted longest ago was counted; none if nothing was yet.
pub fn counted_at(conn: &mut Conn) -> QueryResult<Option<Moment>> {
    link_counted::table.select(diesel::dsl::min(link_counted::counted_at)).first(conn)
}
