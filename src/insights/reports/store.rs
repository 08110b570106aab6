//! What there is to count for reports. Like the counts of the link, this reads what other rooms keep, and never a word of it.

use std::collections::{HashMap, HashSet};

use diesel::dsl::{exists, max, not};
use diesel::prelude::*;
use jiff::ToSpan;
use uuid::Uuid;

use super::figure::{DAYS, monday};
use super::pool::{Pool, Wait};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::{conversation, issue, issue_barred, note, note_recipient};
use crate::ids::{CategoryId, DepartmentId, NoteId, PersonId, SiteId};
use crate::insights::count_store::list_stays;
use crate::people::site::Site;

/// What is looked at: what was written from a day on and, if it ends, before another, as it was at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    pub from: Day,
    pub until: Option<Day>,
    pub at: Moment,
}

impl Window {
    /// As far back as figures look, from a day of the house's calendar.
    pub fn back_from(today: Day, at: Moment) -> Window {
        Window { from: today.date().saturating_sub((DAYS - 1).days()).into(), until: None, at }
    }

    /// Its ends by the clock of a site.
    fn ends(&self, site: &Site) -> (Moment, Moment) {
        let midnight = |day: Day| day.date().to_zoned(site.zone()).ok().map(|at| Moment::from(at.timestamp()));
        // Up to and with that moment.
        let at = Moment::from_micros(self.at.micros() + 1);
        let until = self.until.and_then(midnight).map_or(at, |until| until.min(at));
        (midnight(self.from).unwrap_or(Moment::from_micros(0)), until)
    }
}

/// When each person was praised last.
pub type LastPraised = HashMap<PersonId, Moment>;

/// Everybody who was praised since the window began anywhere on earth.
pub fn list_praised(conn: &mut Conn, window: &Window) -> QueryResult<LastPraised> {
    let midnight = window.from.date().to_zoned(jiff::tz::TimeZone::UTC);
    let from = midnight.map_or(Moment::from_micros(0), |at| Moment::from(at.timestamp()).plus_seconds(-14 * 3600));
    let rows: Vec<(Option<PersonId>, Option<Moment>)> = note_recipient::table
        .filter(note_recipient::sent_at.ge(from).and(note_recipient::sent_at.le(window.at)))
        .filter(note_recipient::is_withdrawn.eq(false).and(note_recipient::person_id.is_not_null()))
        .group_by(note_recipient::person_id)
        .select((note_recipient::person_id, max(note_recipient::sent_at)))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(person, at)| person.zip(at)).collect())
}

/// How many people work at each site at a moment.
pub fn count_people(conn: &mut Conn, sites: &[Site], at: Moment) -> QueryResult<Vec<(Uuid, usize)>> {
    let count = |site: &Site| {
        let (today, stays) = (site.today(at), list_stays(conn, site.id)?);
        let people: HashSet<PersonId> =
            stays.into_iter().filter(|stay| stay.is_there(today)).map(|stay| stay.person).collect();
        Ok((site.id.0, people.len()))
    };
    sites.iter().map(count).collect()
}

/// A site, its departments, and the subjects of its issues, each for itself.
#[derive(Debug, Default)]
pub struct Pools {
    pub site: Pool,
    pub departments: HashMap<DepartmentId, Pool>,
    pub subjects: HashMap<CategoryId, Pool>,
}

/// What is known of one site.
pub fn find_pools(conn: &mut Conn, site: &Site, window: &Window, praised: &LastPraised) -> QueryResult<Pools> {
    let mut pools = Pools::default();
    put_notes(conn, site, window, &mut pools)?;
    put_asked(conn, site, window, &mut pools.site)?;
    put_raised(conn, site, window, &mut pools)?;
    put_staff(conn, site, window, praised, &mut pools)?;
    Ok(pools)
}

/// A note as far as it is counted.
struct Written {
    on: Day,
    is_colleagues: bool,
    is_timed: bool,
}

fn put_notes(conn: &mut Conn, site: &Site, window: &Window, pools: &mut Pools) -> QueryResult<()> {
    let ((from, until), zone) = (window.ends(site), site.zone());
    // What looked odd and still waits for somebody to look at it has flags and is not delivered. "nobody": somebody looked,
    // it was meant, and it is not known for whom.
    let looked_at = note::state.eq_any(["delivered", "nobody"]);
    let counted = looked_at.or(note::state.eq("unmatched").and(note::flags.eq("")));
    type Row = (NoteId, String, String, Moment, Option<PersonId>);
    let rows: Vec<Row> = note::table
        .filter(note::site_id.eq(site.id).and(counted))
        .filter(note::sent_at.ge(from).and(note::sent_at.lt(until)))
        .select((note::id, note::source, note::state, note::sent_at, note::relayed_by_id))
        .load(conn)?;
    let mut notes = HashMap::with_capacity(rows.len());
    for (id, source, state, sent_at, relayed_by) in rows {
        let on = sent_at.day_in(&zone);
        // What somebody wrote down for a customer is the customer's.
        let is_colleagues = source == "colleague" && relayed_by.is_none();
        pools.site.put_note(monday(on), is_colleagues);
        pools.site.nameless += u32::from(!is_colleagues && state == "unmatched");
        notes.insert(id, Written { on, is_colleagues, is_timed: source != "import" });
    }
    put_recipients(conn, site, (from, until), window.at, &notes, pools)
}

fn put_recipients(
    conn: &mut Conn,
    site: &Site,
    (from, until): (Moment, Moment),
    at: Moment,
    notes: &HashMap<NoteId, Written>,
    pools: &mut Pools,
) -> QueryResult<()> {
    type Row = (NoteId, Option<PersonId>, SiteId, Option<DepartmentId>, Moment, Option<Moment>);
    // By the note: somebody who moved meanwhile has their share elsewhere.
    let rows: Vec<Row> = note_recipient::table
        .inner_join(note::table)
        .filter(note::site_id.eq(site.id).and(note::state.eq("delivered")))
        .filter(note::sent_at.ge(from).and(note::sent_at.lt(until)))
        .filter(note_recipient::is_withdrawn.eq(false))
        .select((
            note_recipient::note_id,
            note_recipient::person_id,
            note_recipient::site_id,
            note_recipient::department_id,
            note_recipient::sent_at,
            note_recipient::read_at,
        ))
        .load(conn)?;
    let mut counted = HashSet::new();
    for (id, person, at_site, department, sent_at, read_at) in rows {
        let Some(note) = notes.get(&id) else { continue };
        let department = department.filter(|_| at_site == site.id);
        let mut department = department.map(|id| (id, pools.departments.entry(id).or_default()));
        // A note is one in a department, however many people there it names.
        if let Some((_, pool)) = department.as_mut().filter(|(unit, _)| counted.insert((*unit, id))) {
            pool.put_note(monday(note.on), note.is_colleagues);
        }
        let Some(person) = person.filter(|_| note.is_timed) else { continue };
        let heard = waited(sent_at, read_at, None, at);
        for pool in [Some(&mut pools.site), department.map(|(_, pool)| pool)].into_iter().flatten() {
            pool.heard.push(heard);
            pool.hearers.insert(person);
        }
    }
    Ok(())
}

/// How long something waited until it was over, or was given up, or waits still.
fn waited(from: Moment, done: Option<Moment>, given_up: Option<Moment>, at: Moment) -> Wait {
    let (done, given_up) = (done.filter(|done| *done <= at), given_up.filter(|end| *end <= at));
    let end = done.or(given_up).unwrap_or(at);
    (end.seconds_since(from).max(0.0), done.is_some())
}

fn put_asked(conn: &mut Conn, site: &Site, window: &Window, pool: &mut Pool) -> QueryResult<()> {
    let ((from, until), zone) = (window.ends(site), site.zone());
    type Row = (Moment, Option<Moment>, Option<Moment>);
    let rows: Vec<Row> = conversation::table
        .filter(conversation::site_id.eq(site.id).and(conversation::state.eq_any(["received", "answered", "closed"])))
        // What was gathered elsewhere has no day, because it could not be answered here.
        .filter(conversation::answer_by.is_not_null())
        .filter(conversation::flags.eq("").or(conversation::answered_at.is_not_null()))
        .filter(conversation::sent_at.ge(from).and(conversation::sent_at.lt(until)))
        .select((conversation::sent_at, conversation::answered_at, conversation::closed_at))
        .load(conn)?;
    for (sent_at, answered_at, closed_at) in rows {
        pool.weeks.entry(monday(sent_at.day_in(&zone))).or_default().asked += 1;
        pool.asked.push(waited(sent_at, answered_at, closed_at, window.at));
    }
    let open: Vec<(Option<Moment>, Option<Moment>)> = conversation::table
        .filter(conversation::site_id.eq(site.id).and(conversation::state.eq("received")))
        .filter(conversation::flags.eq("").or(conversation::answered_at.is_not_null()))
        .filter(conversation::sent_at.le(window.at))
        .select((conversation::answer_by, conversation::answered_at))
        .load(conn)?;
    for (due, answered_at) in open {
        // The day is the first answer's: whoever writes again after one is not late at once.
        pool.waiting.put(answered_at.is_none() && due.is_some_and(|due| due < window.at));
    }
    Ok(())
}

/// The states of issues that are counted: neither taken back nor going on under another.
const COUNTED: [&str; 7] = ["received", "acknowledged", "looking", "planned", "changed", "declined", "passed_on"];

/// Only what everybody at the site may read: of anything else, a number more would tell whoever it is kept from that it is
/// there.
fn put_raised(conn: &mut Conn, site: &Site, window: &Window, pools: &mut Pools) -> QueryResult<()> {
    let ((from, until), zone) = (window.ends(site), site.zone());
    let today = window.at.day_in(&zone);
    type Row = (CategoryId, String, Moment, Option<Moment>, Option<Moment>, Day);
    let rows: Vec<Row> = issue::table
        .filter(issue::site_id.eq(site.id).and(issue::state.eq_any(COUNTED)))
        .filter(issue::level.ne("confidential").and(issue::wrapped_key.is_null()))
        .filter(issue::scope.eq_any(["site", "company"]))
        .filter(not(exists(issue_barred::table.filter(issue_barred::issue_id.eq(issue::id)))))
        .filter(issue::raised_at.le(window.at))
        .filter(issue::raised_at.ge(from).or(issue::answered_at.is_null()))
        .select((
            issue::category_id,
            issue::state,
            issue::raised_at,
            issue::answered_at,
            issue::closed_at,
            issue::answer_due_on,
        ))
        .load(conn)?;
    for (category, state, raised_at, answered_at, closed_at, due_on) in rows {
        let subject = pools.subjects.entry(category).or_default();
        let raised_on = raised_at.day_in(&zone);
        // By the day: of what was raised without a name nothing finer is known.
        let days = |end: Day| end.date().duration_since(raised_on.date()).as_hours().max(0) as f64 / 24.0;
        if (from..until).contains(&raised_at) {
            let (_, is_answered) = waited(raised_at, answered_at, closed_at, window.at);
            let end = [answered_at, closed_at].into_iter().flatten().find(|end| *end <= window.at);
            let wait = (days(end.map_or(today, |end| end.day_in(&zone))), is_answered);
            pools.site.raised.push(wait);
            subject.raised.push(wait);
        }
        if answered_at.is_none() && !matches!(state.as_str(), "changed" | "declined") {
            pools.site.owed.put(due_on < today);
            subject.owed.put(due_on < today);
        }
    }
    Ok(())
}

/// Who works here, and who of them has for as long as figures look back, whichever team they were in.
fn put_staff(
    conn: &mut Conn,
    site: &Site,
    window: &Window,
    praised: &LastPraised,
    pools: &mut Pools,
) -> QueryResult<()> {
    let (today, (from, _)) = (window.at.day_in(&site.zone()), window.ends(site));
    let stays = list_stays(conn, site.id)?;
    // Where each was when the window began.
    let mut then: HashSet<(PersonId, Option<DepartmentId>)> = HashSet::new();
    for stay in stays.iter().filter(|stay| stay.is_there(window.from)) {
        then.extend([(stay.person, None), (stay.person, stay.department)]);
    }
    for stay in stays.iter().filter(|stay| stay.is_there(today)) {
        let had_praise = praised.get(&stay.person).is_some_and(|at| *at >= from);
        let put = |pool: &mut Pool, unit: Option<DepartmentId>| {
            pool.people.insert(stay.person);
            if then.contains(&(stay.person, unit)) {
                pool.staff.insert(stay.person, had_praise);
            }
        };
        put(&mut pools.site, None);
        if let Some(id) = stay.department {
            put(pools.departments.entry(id).or_default(), Some(id));
        }
    }
    Ok(())
}
