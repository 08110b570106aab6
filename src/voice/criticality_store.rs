//! How much hangs on something, in the database.

use diesel::prelude::*;
use diesel::sql_types::{Binary, Integer, Nullable, Text};

use super::criticality::{ALERT, is_rise};
use super::issue_store::Issue;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::schema::{anon_thread, issue};
use crate::ids::ThreadId;

/// By when something has to be acknowledged that is critical from now on or was so before: never later than without.
fn alert_due_on(criticality: i32, before: Option<Day>, next_working_day: Day, usual: Day) -> Option<Day> {
    (criticality >= ALERT).then(|| before.unwrap_or(next_working_day.min(usual)))
}

/// Says how much hangs on an issue; false if it has changed since `version` was read.
pub fn set_of_issue(
    conn: &mut Conn,
    before: &Issue,
    version: i32,
    to: i32,
    next_working_day: Day,
) -> QueryResult<bool> {
    let due = alert_due_on(to, before.alert_due_on, next_working_day, before.due_on.0);
    let of = issue::table.find(before.id).filter(issue::version.eq(version));
    if diesel::update(of).set(issue::version.eq(issue::version + 1)).execute(conn)? == 0 {
        return Ok(false);
    }
    diesel::sql_query(
        "INSERT INTO issue_criticality (issue_id, criticality, alert_due_on) VALUES ($1, $2, $3) \
         ON CONFLICT (issue_id) DO UPDATE SET criticality = excluded.criticality, alert_due_on = excluded.alert_due_on",
    )
    .bind::<Binary, _>(before.id)
    .bind::<Integer, _>(to)
    .bind::<Nullable<Text>, _>(due)
    .execute(conn)
    .map(|_| true)
}

/// The same of a thread. A rise is something that its handlers have to be told of, in the hours in which they are.
pub fn set_of_thread(
    conn: &mut Conn,
    (id, version): (ThreadId, i32),
    to: i32,
    next_working_day: Day,
) -> QueryResult<bool> {
    let of = anon_thread::table.find(id).filter(anon_thread::version.eq(version));
    let columns = (anon_thread::criticality, anon_thread::alert_due_on, anon_thread::acknowledge_due_on);
    let found: Option<(i32, Option<Day>, Day)> = of.select(columns).first(conn).optional()?;
    let Some((before, due, usual)) = found else { return Ok(false) };
    if is_rise(before, to) {
        diesel::update(of).set(anon_thread::is_news.eq(true)).execute(conn)?;
    }
    diesel::update(of)
        .set((
            anon_thread::criticality.eq(to),
            anon_thread::alert_due_on.eq(alert_due_on(to, due, next_working_day, usual)),
            anon_thread::version.eq(version + 1),
        ))
        .execute(conn)
        .map(|rows| rows > 0)
}
