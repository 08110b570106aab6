//! Threads, their messages and remarks in the database.

use diesel::dsl::{exists, not, sql};
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::thread::{Row, review};
use super::words::{Part, Said, seal};
use crate::clock::Day;
use crate::db::schema::{anon_intake, anon_message, anon_remark, anon_thread};
use crate::db::{Conn, Engine, hold};
use crate::ids::{IssueId, SiteId, ThreadId};
use crate::people::role::Scope;
use crate::seal::DataKey;
use crate::voice::issue_support_store;
use crate::voice::state::State;

/// Whose words a message holds.
pub mod side {
    /// The writer's.
    pub const AUTHOR: &str = "author";
    /// A handler's.
    pub const HANDLER: &str = "handler";
}

/// A message or remark as stored.
#[derive(Clone, Debug, Queryable)]
pub struct Sealed {
    /// Its place in the thread, from 0.
    pub seq: i32,
    /// One of [`side`]; of a remark always a handler's.
    pub side: String,
    /// The words.
    pub sealed: Vec<u8>,
    /// The day.
    pub sent_on: Day,
}

/// A new message or remark.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    /// Of which thread.
    pub thread: ThreadId,
    /// Its key.
    pub key: &'a DataKey,
    /// The hash of the form's key.
    pub form_hash: Option<&'a [u8]>,
    /// The day.
    pub on: Day,
}

/// A thread by the hash of its receipt's lookup.
pub fn find_by_lookup(conn: &mut Conn, lookup_hash: &[u8]) -> QueryResult<Option<Row>> {
    anon_thread::table.filter(anon_thread::lookup_hash.eq(lookup_hash)).first(conn).optional()
}

/// The same, held until the write ends: whoever else speaks, decides or steps aside here at that moment waits for it.
pub fn find_held(conn: &mut Conn, lookup_hash: &[u8]) -> QueryResult<Option<Row>> {
    let of = anon_thread::table.filter(anon_thread::lookup_hash.eq(lookup_hash));
    hold!(conn, of, anon_thread::version)?;
    find_by_lookup(conn, lookup_hash)
}

/// A thread by its key, in a scope. Whether its writer excluded the one who asks, only its seal can say
/// ([`super::thread::Thread::is_for`]).
pub fn find_in(conn: &mut Conn, id: ThreadId, scope: &Scope) -> QueryResult<Option<Row>> {
    let row: Option<Row> = anon_thread::table.find(id).first(conn).optional()?;
    Ok(row.filter(|row| super::thread::is_in(scope, row.site_id)))
}

/// The threads of a scope, open or closed, in an order that tells nothing: the most urgent first, of one day what most hangs
/// on, then by code-word.
pub fn list_in(conn: &mut Conn, scope: &Scope, is_closed: bool) -> QueryResult<Vec<Row>> {
    let due = sql::<Text>("COALESCE(alert_due_on, acknowledge_due_on)");
    let order = (due, anon_thread::criticality.desc(), anon_thread::handle);
    let mut query = anon_thread::table.order(order).into_boxed::<Engine>();
    query = match is_closed {
        true => query.filter(anon_thread::closed_on.is_not_null()),
        false => query.filter(anon_thread::closed_on.is_null()),
    };
    if let Scope::Sites(sites) = scope {
        let sites: Vec<Option<SiteId>> = sites.iter().copied().map(Some).collect();
        query = query.filter(anon_thread::site_id.eq_any(sites));
    }
    query.load(conn)
}

/// A closed thread of which the site reads nothing and to which nothing new waits to be collected, held until the write ends.
pub fn hold_over(conn: &mut Conn, id: ThreadId) -> QueryResult<Option<Row>> {
    let waiting = anon_intake::table.filter(anon_intake::lookup_hash.eq(anon_thread::lookup_hash));
    let over = anon_thread::table.find(id).filter(anon_thread::closed_on.is_not_null());
    hold!(conn, over, anon_thread::version)?;
    over.filter(not(exists(waiting))).filter(not(is_read())).first(conn).optional()
}

/// What the site still reads can be taken back by who reads the thread, and by nobody else: so that is there for as long.
#[diesel::dsl::auto_type]
pub fn is_read() -> _ {
    let is_published: diesel::dsl::Eq<anon_thread::review, &'static str> = anon_thread::review.eq(review::PUBLISHED);
    is_published.and(anon_thread::published_id.is_not_null())
}

/// Those of these threads that are closed.
pub fn list_closed_of(conn: &mut Conn, ids: &[ThreadId]) -> QueryResult<Vec<Row>> {
    anon_thread::table
        .filter(anon_thread::id.eq_any(ids.to_vec()))
        .filter(anon_thread::closed_on.is_not_null())
        .load(conn)
}

/// The threads with words of which handlers were not told.
pub fn list_news(conn: &mut Conn) -> QueryResult<Vec<Row>> {
    anon_thread::table.filter(anon_thread::is_news.eq(true)).load(conn)
}

/// Says that handlers were told of a thread, and how much hung on it then: of a rise since they are told the next time.
pub fn mark_told(conn: &mut Conn, id: ThreadId, criticality: i32) -> QueryResult<()> {
    diesel::update(anon_thread::table.find(id).filter(anon_thread::criticality.le(criticality)))
        .set(anon_thread::is_news.eq(false))
        .execute(conn)
        .map(drop)
}

/// Code-words that were answered on a day or later, with the day, newest first. Those of a site, and those whose writer
/// did not say theirs.
pub fn list_answered(conn: &mut Conn, site: SiteId, since: Day) -> QueryResult<Vec<(Option<Day>, String)>> {
    anon_thread::table
        .filter(anon_thread::answered_on.ge(since))
        .filter(anon_thread::site_id.eq(site).or(anon_thread::site_id.is_null()))
        .select((anon_thread::answered_on, anon_thread::handle))
        .order((anon_thread::answered_on.desc(), anon_thread::handle))
        .load(conn)
}

/// Whether a code-word is taken.
pub fn is_taken(conn: &mut Conn, handle: &str) -> QueryResult<bool> {
    let count: i64 = anon_thread::table.filter(anon_thread::handle.eq(handle)).count().get_result(conn)?;
    Ok(count > 0)
}

/// Stores a new thread.
pub fn insert(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(anon_thread::table).values(row).execute(conn).map(drop)
}

/// Every message of a thread, in its order.
pub fn list_messages(conn: &mut Conn, id: ThreadId) -> QueryResult<Vec<Sealed>> {
    anon_message::table
        .filter(anon_message::thread_id.eq(id))
        .select((anon_message::seq, anon_message::side, anon_message::sealed, anon_message::sent_on))
        .order(anon_message::seq)
        .load(conn)
}

/// Every remark of a thread, in its order.
pub fn list_remarks(conn: &mut Conn, id: ThreadId) -> QueryResult<Vec<Sealed>> {
    let rows: Vec<(i32, Vec<u8>, Day)> = anon_remark::table
        .filter(anon_remark::thread_id.eq(id))
        .select((anon_remark::seq, anon_remark::sealed, anon_remark::sent_on))
        .order(anon_remark::seq)
        .load(conn)?;
    let side = || side::HANDLER.to_owned();
    Ok(rows.into_iter().map(|(seq, sealed, sent_on)| Sealed { seq, side: side(), sealed, sent_on }).collect())
}

/// Adds words of the writer, which were collected. What was closed is open again, as if it had just come, and handlers have
/// something to be told of.
pub fn add_of_author(conn: &mut Conn, new: New<'_>, said: &Said) -> QueryResult<()> {
    add(conn, new, side::AUTHOR, said)?;
    leave(conn, new.thread)?;
    let none: Option<Day> = None;
    diesel::update(anon_thread::table.find(new.thread).filter(anon_thread::closed_on.is_not_null()))
        .set(anon_thread::state.eq(State::Received.name()))
        .execute(conn)?;
    diesel::update(anon_thread::table.find(new.thread))
        .set((
            anon_thread::is_news.eq(true),
            anon_thread::closed_on.eq(none),
            anon_thread::version.eq(anon_thread::version + 1),
        ))
        .execute(conn)
        .map(drop)
}

/// Adds words of a handler, which the writer can read at once, and tells the answer board. The thread has to be held.
pub fn add_of_handler(conn: &mut Conn, new: New<'_>, said: &Said) -> QueryResult<()> {
    add(conn, new, side::HANDLER, said)?;
    let thread = anon_thread::table.find(new.thread);
    if said.is_for_board() {
        diesel::update(thread).set(anon_thread::answered_on.eq(Some(new.on))).execute(conn)?;
    }
    diesel::update(thread.filter(anon_thread::acknowledged_on.is_null()))
        .set(anon_thread::acknowledged_on.eq(Some(new.on)))
        .execute(conn)?;
    // Whoever answers has read it, and need not say so as well.
    diesel::update(thread.filter(anon_thread::state.eq(State::Received.name())))
        .set(anon_thread::state.eq(State::Acknowledged.name()))
        .execute(conn)
        .map(drop)
}

/// Whether a form was sent before, and led to a message or a remark.
pub fn is_known(conn: &mut Conn, form_hash: &[u8]) -> QueryResult<bool> {
    let said: i64 = anon_message::table.filter(anon_message::form_hash.eq(form_hash)).count().get_result(conn)?;
    let noted: i64 = anon_remark::table.filter(anon_remark::form_hash.eq(form_hash)).count().get_result(conn)?;
    Ok(said + noted > 0)
}

fn add(conn: &mut Conn, new: New<'_>, side: &str, said: &Said) -> QueryResult<()> {
    let of_thread = anon_message::table.filter(anon_message::thread_id.eq(new.thread));
    let last: Option<i32> = of_thread.select(diesel::dsl::max(anon_message::seq)).first(conn)?;
    let seq = last.map_or(0, |last| last + 1);
    diesel::insert_into(anon_message::table)
        .values((
            anon_message::thread_id.eq(new.thread),
            anon_message::seq.eq(seq),
            anon_message::form_hash.eq(new.form_hash),
            anon_message::side.eq(side),
            anon_message::sealed.eq(seal(new.key, new.thread, Part::Message(seq), said)),
            anon_message::sent_on.eq(new.on),
        ))
        .execute(conn)
        .map(drop)
}

/// Adds a remark that only handlers see. The thread has to be held.
pub fn add_remark(conn: &mut Conn, new: New<'_>, remark: &Said) -> QueryResult<()> {
    let of_thread = anon_remark::table.filter(anon_remark::thread_id.eq(new.thread));
    let last: Option<i32> = of_thread.select(diesel::dsl::max(anon_remark::seq)).first(conn)?;
    let seq = last.map_or(0, |last| last + 1);
    diesel::insert_into(anon_remark::table)
        .values((
            anon_remark::thread_id.eq(new.thread),
            anon_remark::seq.eq(seq),
            anon_remark::form_hash.eq(new.form_hash),
            anon_remark::sealed.eq(seal(new.key, new.thread, Part::Remark(seq), remark)),
            anon_remark::sent_on.eq(new.on),
        ))
        .execute(conn)
        .map(drop)
}

/// Moves a thread whose version is the one that was read to another state; false if somebody was faster. The thread has to
/// be held.
pub fn set_state(conn: &mut Conn, (id, version): (ThreadId, i32), state: State, on: Day) -> QueryResult<bool> {
    let of = anon_thread::table.find(id).filter(anon_thread::version.eq(version));
    if of.count().get_result::<i64>(conn)? == 0 {
        return Ok(false);
    }
    leave(conn, id)?;
    diesel::update(of)
        .set((
            anon_thread::state.eq(state.name()),
            anon_thread::closed_on.eq(state.is_closed().then_some(on)),
            anon_thread::version.eq(version + 1),
        ))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// Lets a thread that the site does not see go on under an issue, as [`set_state`] moves it.
pub fn join(conn: &mut Conn, (id, version): (ThreadId, i32), issue: IssueId, on: Day) -> QueryResult<bool> {
    let of = anon_thread::table.find(id).filter(anon_thread::review.ne(review::PUBLISHED));
    let is_free: i64 = of.filter(anon_thread::state.ne(State::Joined.name())).count().get_result(conn)?;
    if is_free == 0 || !set_state(conn, (id, version), State::Joined, on)? {
        return Ok(false);
    }
    diesel::update(of).set(anon_thread::published_id.eq(Some(issue))).execute(conn).map(|rows| rows == 1)
}

/// Whoever wrote a thread that was joined to an issue counts there no more.
pub fn leave(conn: &mut Conn, id: ThreadId) -> QueryResult<()> {
    let of = anon_thread::table.find(id).filter(anon_thread::state.eq(State::Joined.name()));
    let joined: Option<Option<IssueId>> = of.select(anon_thread::published_id).first(conn).optional()?;
    let Some(issue) = joined.flatten() else { return Ok(()) };
    diesel::update(of).set(anon_thread::published_id.eq(None::<IssueId>)).execute(conn)?;
    issue_support_store::remove_unknown(conn, issue)
}

/// Says what became of the question whether the site sees it; false if somebody was faster.
pub fn set_review(
    conn: &mut Conn,
    (id, version): (ThreadId, i32),
    decision: &str,
    issue: Option<IssueId>,
) -> QueryResult<bool> {
    let of = anon_thread::table.find(id).filter(anon_thread::version.eq(version));
    let of = of.filter(anon_thread::review.eq(review::OPEN)).filter(anon_thread::state.ne(State::Joined.name()));
    let rows = diesel::update(of)
        .set((
            anon_thread::review.eq(decision),
            anon_thread::published_id.eq(issue),
            anon_thread::version.eq(version + 1),
        ))
        .execute(conn)?;
    Ok(rows == 1)
}

/// Asks the question anew of a thread that the site sees; the issue it saw, or nothing if somebody was faster.
pub fn take_review_back(conn: &mut Conn, (id, version): (ThreadId, i32)) -> QueryResult<Option<IssueId>> {
    let of = anon_thread::table.find(id).filter(anon_thread::version.eq(version));
    let of = of.filter(anon_thread::review.eq(review::PUBLISHED));
    let issue: Option<Option<IssueId>> = of.select(anon_thread::published_id).first(conn).optional()?;
    let Some(issue) = issue.flatten() else { return Ok(None) };
    diesel::update(of)
        .set((
            anon_thread::review.eq(review::OPEN),
            anon_thread::published_id.eq(None::<IssueId>),
            anon_thread::version.eq(version + 1),
        ))
        .execute(conn)?;
    Ok(Some(issue))
}

/// Replaces a thread's sealed header.
pub fn set_header(conn: &mut Conn, id: ThreadId, header: &[u8]) -> QueryResult<()> {
    diesel::update(anon_thread::table.find(id)).set(anon_thread::header.eq(header)).execute(conn).map(drop)
}
