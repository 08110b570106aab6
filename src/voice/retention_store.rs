//! What has been kept for long enough, in the database.

use std::collections::{BTreeSet, HashMap};

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::sql_types::{Binary, Nullable, Text};
use jiff::ToSpan;

use super::anonymous::readers::list_handlers;
use super::anonymous::thread::{Thread, open_each};
use super::anonymous::thread_store;
use super::issue_store;
use super::level::Level;
use super::retention::WARNING_DAYS;
use super::rules_store;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::{
    anon_intake, anon_message, anon_remark, anon_thread, issue, issue_barred, issue_category, issue_criticality,
    issue_event, issue_message, issue_remark, issue_support, keeping, stub,
};
use crate::ids::{CategoryId, IssueId, PersonId, RowId, SiteId, ThreadId};
use crate::people::account::Account;
use crate::people::{account_store, site_store};
use crate::secrets::Secrets;

const DAY_SECONDS: i64 = 24 * 3600;

/// Something whose days are, or will soon be, over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// An issue, and who answers for it.
    Issue {
        /// Its key.
        id: IssueId,
        /// Named, confidential, or published out of the zone.
        level: String,
        /// Where it was raised.
        site_id: SiteId,
        /// Who answers.
        owner_id: Option<PersonId>,
        /// Who answers when the owner cannot.
        deputy_id: Option<PersonId>,
    },
    /// A thread with somebody nobody knows.
    Thread {
        /// Its key.
        id: ThreadId,
    },
}

impl Ending {
    fn key(&self) -> RowId {
        match self {
            Ending::Issue { id, .. } => RowId(id.0),
            Ending::Thread { id } => RowId(id.0),
        }
    }
}

/// What is known about keeping something: since when it is held, when its end was announced.
type Kept = HashMap<RowId, (Option<Day>, Option<Day>)>;

fn kept(conn: &mut Conn) -> QueryResult<Kept> {
    let rows: Vec<(RowId, Option<Day>, Option<Day>)> =
        keeping::table.select((keeping::about_id, keeping::held_on, keeping::warned_on)).load(conn)?;
    Ok(rows.into_iter().map(|(id, held_on, warned_on)| (id, (held_on, warned_on))).collect())
}

/// Forgets the announcements of what does not end within thirty days any more, because it was opened again or is kept for
/// longer now: its next end is announced anew. How many they were.
pub fn forget_outdated(conn: &mut Conn, now: Moment) -> QueryResult<usize> {
    let ending: BTreeSet<RowId> = list_closed(conn, now, WARNING_DAYS)?.iter().map(Ending::key).collect();
    let announced = kept(conn)?.into_iter().filter(|(_, (held_on, _))| held_on.is_none());
    let outdated: Vec<RowId> = announced.map(|(id, _)| id).filter(|id| !ending.contains(id)).collect();
    outdated
        .chunks(500)
        .map(|ids| diesel::delete(keeping::table.filter(keeping::about_id.eq_any(ids))).execute(conn))
        .sum()
}

/// What ends within thirty days and was not announced yet.
pub fn list_ending(conn: &mut Conn, now: Moment) -> QueryResult<Vec<Ending>> {
    let kept = kept(conn)?;
    let mut ending = list_closed(conn, now, WARNING_DAYS)?;
    ending.retain(|ending| !kept.contains_key(&ending.key()));
    Ok(ending)
}

/// What is over: its days are, it was announced thirty days ago, and nothing holds it.
pub fn list_over(conn: &mut Conn, now: Moment, limit: usize) -> QueryResult<Vec<Ending>> {
    let kept = kept(conn)?;
    let announced = Day::from(now.utc_day().date().saturating_sub(WARNING_DAYS.days()));
    let is_over =
        |ending: &Ending| matches!(kept.get(&ending.key()), Some((None, Some(warned_on))) if *warned_on <= announced);
    let mut over = list_closed(conn, now, 0)?;
    over.retain(is_over);
    over.truncate(limit);
    Ok(over)
}

/// What was closed so long ago that its days are over `ahead` days from now.
fn list_closed(conn: &mut Conn, now: Moment, ahead: i64) -> QueryResult<Vec<Ending>> {
    let mut closed = Vec::new();
    let categories: Vec<(CategoryId, i32)> =
        issue_category::table.select((issue_category::id, issue_category::keep_days)).load(conn)?;
    for (category, keep_days) in categories {
        let before = now.plus_seconds((ahead - i64::from(keep_days)) * DAY_SECONDS);
        type Row = (IssueId, String, SiteId, Option<PersonId>, Option<PersonId>);
        let rows: Vec<Row> = issue::table
            .filter(issue::category_id.eq(category))
            .filter(issue::closed_at.le(before))
            .order(issue::id)
            .select((issue::id, issue::level, issue::site_id, issue::owner_id, issue::deputy_id))
            .load(conn)?;
        closed.extend(rows.into_iter().map(|(id, level, site_id, owner_id, deputy_id)| Ending::Issue {
            id,
            level,
            site_id,
            owner_id,
            deputy_id,
        }));
    }
    let keep_days = i64::from(rules_store::find(conn)?.thread_keep_days);
    let before = Day::from(now.utc_day().date().saturating_add((ahead - keep_days).days()));
    // Whoever has something waiting to be collected opens it again.
    let waiting = anon_intake::table.filter(anon_intake::lookup_hash.eq(anon_thread::lookup_hash));
    let rows: Vec<ThreadId> = anon_thread::table
        .filter(anon_thread::closed_on.le(before))
        .filter(not(exists(waiting)))
        .filter(not(thread_store::is_read()))
        .order(anon_thread::id)
        .select(anon_thread::id)
        .load(conn)?;
    closed.extend(rows.into_iter().map(|id| Ending::Thread { id }));
    Ok(closed)
}

/// Who is told that these end: owners and deputies; of what is confidential and of threads, the handlers of the site from
/// whom it is not kept. Those without an address see it on their pages.
pub fn list_responsible(
    conn: &mut Conn,
    secrets: &Secrets,
    endings: &[Ending],
    now: Moment,
) -> QueryResult<Vec<Account>> {
    let sites = site_store::list_sites(conn)?;
    let (handlers, mut people, mut threads) = (list_handlers(conn, &sites, now)?, BTreeSet::new(), Vec::new());
    for ending in endings {
        match ending {
            Ending::Issue { id, level, site_id, .. } if level == Level::Confidential.name() => {
                let barred: Vec<PersonId> = issue_barred::table
                    .filter(issue_barred::issue_id.eq(id))
                    .select(issue_barred::person_id)
                    .load(conn)?;
                let of_site = handlers.iter().filter(|handler| handler.scope.holds(*site_id));
                people.extend(of_site.map(|handler| handler.person.id).filter(|id| !barred.contains(id)));
            }
            Ending::Issue { owner_id, deputy_id, .. } => people.extend([*owner_id, *deputy_id].into_iter().flatten()),
            Ending::Thread { id } => threads.push(*id),
        }
    }
    for ids in threads.chunks(500) {
        for thread in open_each(secrets, thread_store::list_closed_of(conn, ids)?) {
            let its = handlers.iter().filter(|handler| thread.is_for(handler.person.id, &handler.scope));
            people.extend(its.map(|handler| handler.person.id));
        }
    }
    let mut accounts = Vec::new();
    for person in people {
        let account = account_store::find_of_person(conn, person)?;
        accounts.extend(account.filter(|account| account.email.is_some() && account.is_open(now)));
    }
    Ok(accounts)
}

/// Says that the end of these was announced.
pub fn mark_warned(conn: &mut Conn, endings: &[Ending], today: Day) -> QueryResult<()> {
    for ending in endings {
        diesel::sql_query(
            "INSERT INTO keeping (about_id, held_on, warned_on) VALUES ($1, NULL, $2) \
             ON CONFLICT (about_id) DO UPDATE SET warned_on = excluded.warned_on",
        )
        .bind::<Binary, _>(ending.key())
        .bind::<Text, _>(today)
        .execute(conn)?;
    }
    Ok(())
}

/// Whether an issue or thread is held.
pub fn is_held(conn: &mut Conn, about: RowId) -> QueryResult<bool> {
    let held = keeping::table.find(about).filter(keeping::held_on.is_not_null());
    diesel::select(exists(held)).get_result(conn)
}

/// Holds an issue or thread, since a day, or lets go of it. Let go of, its end is announced anew.
pub fn set_hold(conn: &mut Conn, about: RowId, held_on: Option<Day>) -> QueryResult<()> {
    if held_on.is_none() {
        return diesel::delete(keeping::table.find(about)).execute(conn).map(drop);
    }
    diesel::sql_query(
        "INSERT INTO keeping (about_id, held_on, warned_on) VALUES ($1, $2, NULL) \
         ON CONFLICT (about_id) DO UPDATE SET held_on = excluded.held_on",
    )
    .bind::<Binary, _>(about)
    .bind::<Nullable<Text>, _>(held_on)
    .execute(conn)
    .map(drop)
}

/// Who finds a stub on their page. The names stand in the database.
pub mod shown_to {
    /// Whoever looks after the named ones of its site.
    pub const HANDLERS: &str = "handlers";
    /// Who reads in confidence there.
    pub const CONFIDANTS: &str = "confidants";
    /// Nobody: somebody who would find it was never to know of it.
    pub const NOBODY: &str = "nobody";
}

/// Deletes an issue or thread with everything that belongs to it, and leaves a stub; false if it was held or opened again
/// at this very moment, and so stays.
pub fn delete(conn: &mut Conn, secrets: &Secrets, ending: &Ending, today: Day) -> QueryResult<bool> {
    // Whoever holds it writes this row: one of the two comes first, and the other one sees it.
    let unheld = keeping::table.find(ending.key()).filter(keeping::held_on.is_null());
    if diesel::delete(unheld).execute(conn)? == 0 {
        return Ok(false);
    }
    match ending {
        Ending::Issue { id, .. } => delete_issue(conn, *id, today),
        Ending::Thread { id } => delete_thread(conn, secrets, *id, today),
    }
}

fn delete_issue(conn: &mut Conn, id: IssueId, today: Day) -> QueryResult<bool> {
    let Some(over) = issue_store::hold(conn, id)? else { return Ok(false) };
    let (Some(closed_at), true) = (over.reached_at.3, over.state().is_closed()) else { return Ok(false) };
    let is_kept_from_somebody = !issue_store::list_barred(conn, id)?.is_empty();
    let shown_to = match (is_kept_from_somebody, over.is_confidential()) {
        (true, _) => shown_to::NOBODY,
        (false, true) => shown_to::CONFIDANTS,
        (false, false) => shown_to::HANDLERS,
    };
    let day = |moment: Moment| moment.utc_day();
    diesel::insert_into(stub::table)
        .values((
            stub::id.eq(id),
            stub::about.eq("issue"),
            stub::kind.eq(over.kind),
            stub::category_id.eq(Some(over.category_id)),
            stub::site_id.eq(over.site_id),
            stub::state.eq(over.state),
            stub::shown_to.eq(shown_to),
            stub::began_on.eq(day(over.raised_at)),
            stub::closed_on.eq(day(closed_at)),
            stub::deleted_on.eq(today),
        ))
        .execute(conn)?;
    diesel::update(issue::table.filter(issue::joined_to_id.eq(id)))
        .set(issue::joined_to_id.eq(None::<IssueId>))
        .execute(conn)?;
    diesel::update(anon_thread::table.filter(anon_thread::published_id.eq(id)))
        .set(anon_thread::published_id.eq(None::<IssueId>))
        .execute(conn)?;
    // Whom it brought to another one stay there: it goes on without it, and they may still leave it themselves.
    diesel::update(issue_support::table.filter(issue_support::from_issue_id.eq(id)))
        .set(issue_support::from_issue_id.eq(None::<IssueId>))
        .execute(conn)?;
    diesel::delete(issue_support::table.filter(issue_support::issue_id.eq(id))).execute(conn)?;
    diesel::delete(issue_barred::table.filter(issue_barred::issue_id.eq(id))).execute(conn)?;
    diesel::delete(issue_message::table.filter(issue_message::issue_id.eq(id))).execute(conn)?;
    diesel::delete(issue_remark::table.filter(issue_remark::issue_id.eq(id))).execute(conn)?;
    diesel::delete(issue_event::table.filter(issue_event::issue_id.eq(id))).execute(conn)?;
    diesel::delete(issue_criticality::table.find(id)).execute(conn)?;
    diesel::delete(issue::table.find(id)).execute(conn).map(|_| true)
}

/// Kind and category of a thread are sealed, and stay so: the stub does not tell them.
fn delete_thread(conn: &mut Conn, secrets: &Secrets, id: ThreadId, today: Day) -> QueryResult<bool> {
    let Some(over) = thread_store::hold_over(conn, id)? else { return Ok(false) };
    let (site_id, received_on) = (over.site_id, over.received_on);
    let (state, closed_on) = (over.state.clone(), over.closed_on.unwrap_or(over.received_on));
    // Whom its writer excluded stands inside the seal; what does not open may have excluded anybody.
    let is_for_all = Thread::open(secrets, over).is_ok_and(|thread| thread.is_for_all());
    diesel::insert_into(stub::table)
        .values((
            stub::id.eq(id),
            stub::about.eq("thread"),
            stub::kind.eq(""),
            stub::site_id.eq(site_id),
            stub::state.eq(state),
            stub::shown_to.eq(if is_for_all { shown_to::CONFIDANTS } else { shown_to::NOBODY }),
            stub::began_on.eq(received_on),
            stub::closed_on.eq(closed_on),
            stub::deleted_on.eq(today),
        ))
        .execute(conn)?;
    thread_store::leave(conn, id)?;
    diesel::delete(anon_message::table.filter(anon_message::thread_id.eq(id))).execute(conn)?;
    diesel::delete(anon_remark::table.filter(anon_remark::thread_id.eq(id))).execute(conn)?;
    diesel::delete(anon_thread::table.find(id)).execute(conn).map(|_| true)
}
