//! What the site was shown is taken back, in the database: of the issue a stub stays that says so, and what went on under it
//! stands by itself again.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::thread::Thread;
use super::thread_store::{self, New};
use super::words::{Part, Said, seal};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::{anon_thread, issue, issue_event};
use crate::ids::{IssueId, PersonId, RowId, ThreadId};
use crate::people::role::Scope;
use crate::secrets::Secrets;
use crate::voice::issue_store::{self, Stands};
use crate::voice::issue_support_store;
use crate::voice::issue_talk_store::{self, NewEvent};
use crate::voice::sealed::Kept;
use crate::voice::state::{State, told};

fn event(id: RowId, issue_id: IssueId, what: &'static str) -> NewEvent {
    NewEvent { id, issue_id, by: None, what, kept: Kept { text: String::new(), sealed: None }, planned_on: None }
}

/// Remembers in the seal of a thread that is held that it was shown, and whom the issue that it became is kept from.
pub fn remember(conn: &mut Conn, secrets: &Secrets, id: ThreadId, issue: IssueId) -> QueryResult<()> {
    let barred = issue_store::list_barred(conn, issue)?;
    let Some(row) = thread_store::find_in(conn, id, &Scope::Everywhere)? else { return Ok(()) };
    if let Ok(mut thread) = Thread::open(secrets, row) {
        thread.header.barred = barred;
        thread.header.was_taken_back = true;
        thread_store::set_header(conn, id, &seal(&thread.key, id, Part::Header, &thread.header))?;
    }
    Ok(())
}

/// Erases an issue and all that was said about it. Those who joined it by name keep their row, by which they still find
/// that it was taken back. Gives whose open pages look again.
pub fn take_off(conn: &mut Conn, id: IssueId, from: Moment) -> QueryResult<BTreeSet<PersonId>> {
    // Held first: whoever is joining it at this moment is among those who hear of it.
    let Some(before) = issue_store::hold(conn, id)? else { return Ok(BTreeSet::new()) };
    issue_store::withdraw(conn, id, None, from)?;
    diesel::delete(issue_event::table.filter(issue_event::issue_id.eq(id))).execute(conn)?;
    issue_talk_store::insert_event(conn, &event(RowId::random(), id, State::Withdrawn.name()), from)?;
    let joined = issue_support_store::list(conn, id)?;
    Ok(joined.into_iter().chain(before.owner_id).chain(before.deputy_id).collect())
}

/// Colleagues' issues that went on under it are open again, as if they had just come. Gives whose open pages look again.
pub fn let_go(conn: &mut Conn, id: IssueId, now: Moment) -> QueryResult<BTreeSet<PersonId>> {
    let joined = issue::table.filter(issue::joined_to_id.eq(id)).filter(issue::state.eq(State::Joined.name()));
    let ids: Vec<IssueId> = joined.select(issue::id).order(issue::id).load(conn)?;
    let mut touched = BTreeSet::new();
    for id in ids {
        let still = issue_store::hold(conn, id)?.filter(|now| now.state() == State::Joined);
        let Some(before) = still else { continue };
        let opened = Stands { state: State::Received, planned_on: None, joined_to: None, is_answer: false };
        issue_store::set_state(conn, &before, before.version, opened, now)?;
        issue_talk_store::insert_event(conn, &event(RowId::new(now), id, told::REOPENED), now)?;
        touched.extend([before.raiser_id, before.owner_id, before.deputy_id].into_iter().flatten());
    }
    Ok(touched)
}

/// Other threads that went on under it are open again, and their writers read why.
pub fn let_threads_go(conn: &mut Conn, secrets: &Secrets, id: IssueId, by: &str, on: Day) -> QueryResult<()> {
    let joined = anon_thread::table.filter(anon_thread::published_id.eq(id));
    let hashes: Vec<Vec<u8>> = joined.select(anon_thread::lookup_hash).order(anon_thread::id).load(conn)?;
    for hash in hashes {
        let held = thread_store::find_held(conn, &hash)?.filter(|row| row.published_id == Some(id));
        let Some(row) = held else { continue };
        let (of, version): (ThreadId, i32) = (row.id, row.version);
        thread_store::set_state(conn, (of, version), State::Acknowledged, on)?;
        // Its handlers look at it as if something had come.
        diesel::update(anon_thread::table.find(of)).set(anon_thread::is_news.eq(true)).execute(conn)?;
        if let Ok(thread) = Thread::open(secrets, row) {
            let new = New { thread: of, key: &thread.key, form_hash: None, on };
            thread_store::add_of_handler(conn, new, &Said::Apart { by: by.to_owned() })?;
        }
    }
    Ok(())
}
