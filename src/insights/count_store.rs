//! What there is to count, and what was counted. The one place of this room that reads what other rooms keep: never a word
//! of what somebody wrote, and of surveys only what was released.

use std::collections::{BTreeMap, HashMap};

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::count::{Count, Counts, Key, Kind, Measure, Stay, Written};
use super::stretch::{Stretch, side_by_side};
use super::table::UnitLevel;
use crate::clock::{Day, Moment};
use crate::db::many::insert_many;
use crate::db::schema::{
    conversation, link_count, link_period, note, note_recipient, organisation, person, person_placement, pulse,
    pulse_figure, sender, site,
};
use crate::db::{Conn, hold};
use crate::ids::{ContactId, DepartmentId, NoteId, PersonId, PulseId, SiteId};
use crate::people::site::Site;

/// The scale that the side of staff is.
pub const ENGAGEMENT: &str = "engagement";
/// How far back a report looks.
const MOST_STRETCHES: usize = 24;

/// What surveys were compared with whose time is over, each with the survey that speaks of it: those that do not overlap, from
/// the oldest on. Of surveys about the same stretch it is one of our own rather than one asked elsewhere, and the one that shows
/// most groups.
pub fn list_over(conn: &mut Conn, today: Day) -> QueryResult<Vec<(Stretch, PulseId)>> {
    let groups: Vec<(PulseId, i64)> = pulse_figure::table
        .filter(pulse_figure::measure.eq(ENGAGEMENT))
        .group_by(pulse_figure::pulse_id)
        .select((pulse_figure::pulse_id, count_star()))
        .load(conn)?;
    let groups: HashMap<PulseId, i64> = groups.into_iter().collect();
    let rows: Vec<(PulseId, Day, Day, bool)> = pulse::table
        .filter(pulse::state.eq("closed").and(pulse::period_until.le(today)))
        .select((pulse::id, pulse::period_from, pulse::period_until, pulse::is_imported))
        .load(conn)?;
    let mut best: BTreeMap<Stretch, (bool, i64, PulseId)> = BTreeMap::new();
    for (id, from, until, is_imported) in rows {
        let Some(groups) = groups.get(&id) else { continue };
        let (stretch, rank) = (Stretch { from, until }, (!is_imported, *groups, id));
        best.entry(stretch).and_modify(|best| *best = rank.max(*best)).or_insert(rank);
    }
    let mut kept = side_by_side(best.keys().copied().collect());
    kept.drain(..kept.len().saturating_sub(MOST_STRETCHES));
    Ok(kept.into_iter().filter_map(|stretch| best.get(&stretch).map(|(_, _, id)| (stretch, *id))).collect())
}

/// The stretches that are counted at every site, each with its survey, from the oldest on.
pub fn list_counted(conn: &mut Conn) -> QueryResult<Vec<(Stretch, PulseId)>> {
    let rows: Vec<(Day, Day, PulseId)> = link_period::table
        .order(link_period::period_from.asc())
        .select((link_period::period_from, link_period::period_until, link_period::pulse_id))
        .load(conn)?;
    Ok(rows.into_iter().map(|(from, until, id)| (Stretch { from, until }, id)).collect())
}

/// Whoever counts waits here for whoever is just writing down what they counted of the same site, or without one of the house:
/// somebody may count by hand while the clock does. SQLite has one writer anyway.
pub fn take_turn(conn: &mut Conn, of: Option<SiteId>) -> QueryResult<()> {
    match of {
        Some(id) => hold!(conn, site::table.find(id), site::version).map(drop),
        None => hold!(conn, organisation::table, organisation::version).map(drop),
    }
}

/// Says that a counting is complete.
pub fn mark_counted(conn: &mut Conn, stretches: &[(Stretch, PulseId)], at: Moment) -> QueryResult<()> {
    take_turn(conn, None)?;
    diesel::delete(link_period::table).execute(conn)?;
    for (stretch, id) in stretches {
        diesel::insert_into(link_period::table)
            .values((
                link_period::period_from.eq(stretch.from),
                link_period::period_until.eq(stretch.until),
                link_period::pulse_id.eq(id),
                link_period::counted_at.eq(at),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// When the last counting was complete; none if none was yet.
pub fn counted_at(conn: &mut Conn) -> QueryResult<Option<Moment>> {
    link_period::table.select(diesel::dsl::min(link_period::counted_at)).first(conn)
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
    // What looked odd and still waits for somebody to look at it has flags and is not delivered. "nobody": somebody looked,
    // it was meant, and it is not known for whom.
    let looked_at = note::state.eq_any(["delivered", "nobody"]);
    let counted = looked_at.or(note::state.eq("unmatched").and(note::flags.eq("")));
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
        // As with praise: what looked odd counts once somebody answered it.
        .filter(conversation::flags.eq("").or(conversation::answered_at.is_not_null()))
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

type Departments = HashMap<NoteId, Vec<DepartmentId>>;

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
    Ok(counts_of(link_count::table.filter(link_count::site_id.eq(site)).select(CountRow::as_select()).load(conn)?))
}

/// What was counted of all sites, or of all departments.
pub fn list_counts_of(conn: &mut Conn, level: UnitLevel) -> QueryResult<Counts> {
    let all = link_count::table.select(CountRow::as_select());
    Ok(counts_of(match level {
        UnitLevel::Site => all.filter(link_count::unit_id.eq(link_count::site_id)).load(conn)?,
        UnitLevel::Department | UnitLevel::Team => {
            all.filter(link_count::unit_id.ne(link_count::site_id)).load(conn)?
        }
    }))
}

fn counts_of(rows: Vec<CountRow>) -> Counts {
    let read = |row: CountRow| {
        let stretch = Stretch { from: row.period_from, until: row.period_until };
        let key = (uuid::Uuid::from_slice(&row.unit_id).ok()?, stretch, Measure::from_name(&row.measure)?);
        Some((key, Count { n: row.n, total: row.total, total_of_squares: row.total_of_squares }))
    };
    rows.into_iter().filter_map(read).collect()
}

/// Writes what differs from what was counted before; one transaction a site.
pub fn put_counts(conn: &mut Conn, at: SiteId, now: &Counts) -> QueryResult<()> {
    take_turn(conn, Some(at))?;
    let before = list_counts(conn, at)?;
    for (key, _) in before.iter().filter(|(key, count)| now.get(key) != Some(count)) {
        let (unit, stretch, measure) = key;
        let row = link_count::table.find((unit.as_bytes().to_vec(), stretch.from, stretch.until, measure.name()));
        diesel::delete(row).execute(conn)?;
    }
    let new = now.iter().filter(|(key, count)| before.get(key) != Some(count));
    let rows: Vec<CountRow> = new.map(|(key, count)| CountRow::new(at, key, count)).collect();
    insert_many!(conn, link_count::table, rows)
}

/// A count as its row has it.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = link_count)]
struct CountRow {
    unit_id: Vec<u8>,
    period_from: Day,
    period_until: Day,
    measure: String,
    site_id: SiteId,
    n: i32,
    total: f64,
    total_of_squares: f64,
}

impl CountRow {
    fn new(site_id: SiteId, (unit, stretch, measure): &Key, count: &Count) -> CountRow {
        CountRow {
            unit_id: unit.as_bytes().to_vec(),
            period_from: stretch.from,
            period_until: stretch.until,
            measure: measure.name().to_owned(),
            site_id,
            n: count.n,
            total: count.total,
            total_of_squares: count.total_of_squares,
        }
    }
}
