//! All SQL about failed tries: how many there were for what was typed, and until when one has to wait.
//!
//! What was typed counts, not whose account it is, so that a name nobody has is slowed down like one that somebody has.
//! A try is counted before it is made and taken back when it was right: however many come at once, no more than
//! [`FREE`] of them are made. Nobody is locked out for good: the longest wait is a quarter of an hour, and a browser
//! that signed in before counts for itself (device.rs).

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary};

use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::sign_in_failure;

/// So many tries cost nothing.
pub const FREE: i32 = 10;
/// In seconds: the longest wait, and how long one has to keep still before counting begins anew. Counted from the last
/// try and not from the first, so that no such time holds more than [`FREE`] tries without a wait.
pub const WINDOW: i64 = 15 * 60;
/// The wait after the last free try, in seconds; each further one doubles it.
const FIRST_WAIT: i64 = 30;

/// Whether a try may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may, and is counted as failed until [`forget`] is called.
    Go,
    /// Not for so many seconds.
    Wait(u64),
}

#[derive(Clone, Copy, QueryableByName)]
struct Row {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    failures: i32,
    #[diesel(sql_type = BigInt)]
    since_at: Moment,
    #[diesel(sql_type = diesel::sql_types::Nullable<BigInt>)]
    blocked_until: Option<Moment>,
}

/// Counts a try for `who`, or says how long to wait.
pub fn begin(conn: &mut Conn, who: &[u8], now: Moment) -> QueryResult<Verdict> {
    // One statement, so that on PostgreSQL too the second of two tries sees the first one.
    let row: Row = diesel::sql_query(
        "INSERT INTO sign_in_failure (who_hash, failures, since_at, blocked_until) VALUES ($1, 1, $2, NULL) \
         ON CONFLICT (who_hash) DO UPDATE SET failures = sign_in_failure.failures + 1 \
         RETURNING failures, since_at, blocked_until",
    )
    .bind::<Binary, _>(who)
    .bind::<BigInt, _>(now)
    .get_result(conn)?;
    let wait = wait_at(&row, now);
    let counted = match wait {
        Some(_) => Row { failures: row.failures - 1, ..row },
        None if is_over(&row, now) => Row { failures: 1, since_at: now, blocked_until: None },
        None => {
            Row { since_at: now, blocked_until: block_after(row.failures).map(|wait| now.plus_seconds(wait)), ..row }
        }
    };
    store(conn, who, counted)?;
    Ok(wait.map_or(Verdict::Go, Verdict::Wait))
}

/// Forgets the failures, because the try was right.
pub fn forget(conn: &mut Conn, who: &[u8]) -> QueryResult<()> {
    diesel::delete(sign_in_failure::table.filter(sign_in_failure::who_hash.eq(who))).execute(conn).map(drop)
}

/// Removes what began before a moment and counts no more; returns how many.
pub fn remove_stale(conn: &mut Conn, now: Moment) -> QueryResult<usize> {
    let long_ago = now.plus_seconds(-2 * WINDOW);
    let unblocked = sign_in_failure::blocked_until.is_null().or(sign_in_failure::blocked_until.lt(Some(long_ago)));
    diesel::delete(sign_in_failure::table.filter(sign_in_failure::since_at.lt(long_ago)).filter(unblocked))
        .execute(conn)
}

fn store(conn: &mut Conn, who: &[u8], row: Row) -> QueryResult<()> {
    diesel::update(sign_in_failure::table.filter(sign_in_failure::who_hash.eq(who)))
        .set((
            sign_in_failure::failures.eq(row.failures),
            sign_in_failure::since_at.eq(row.since_at),
            sign_in_failure::blocked_until.eq(row.blocked_until),
        ))
        .execute(conn)
        .map(drop)
}

/// The seconds still to wait. An end further away than the longest wait was set by a clock that was wrong.
fn wait_at(row: &Row, now: Moment) -> Option<u64> {
    let left = row.blocked_until?.seconds_since(now).ceil();
    (left > 0.0 && left <= WINDOW as f64).then_some(left as u64)
}

/// Whether counting begins anew.
fn is_over(row: &Row, now: Moment) -> bool {
    let last = row.blocked_until.unwrap_or(row.since_at);
    now.seconds_since(last) > WINDOW as f64 || last > now.plus_seconds(WINDOW)
}

/// The wait in seconds that follows the try of this number.
fn block_after(failures: i32) -> Option<i64> {
    let doublings = u32::try_from(failures.checked_sub(FREE)?).ok()?;
    Some((FIRST_WAIT << doublings.min(10)).min(WINDOW))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::cast_store::{House, on_both};

    async fn begin_at(house: &House, who: &'static [u8]) -> Verdict {
        house.write(move |deed| begin(deed.conn, who, deed.now)).await.unwrap()
    }

    on_both! {
        async fn au7_ten_tries_are_free_then_the_wait_doubles_up_to_a_quarter_of_an_hour(house) {
            for _ in 0..10 {
                assert_eq!(begin_at(house, b"amina").await, Verdict::Go);
            }
            for wait in [30, 60, 120, 240, 480, 900, 900, 900] {
                assert_eq!(begin_at(house, b"amina").await, Verdict::Wait(wait));
                house.later(i64::try_from(wait).unwrap() - 1);
                assert_eq!(begin_at(house, b"amina").await, Verdict::Wait(1), "waiting does not make it longer");
                assert_eq!(begin_at(house, b"ben").await, Verdict::Go, "nobody else waits");
                house.write(|deed| forget(deed.conn, b"ben")).await.unwrap();
                house.later(1);
                assert_eq!(begin_at(house, b"amina").await, Verdict::Go, "after {wait} s");
            }
            house.later(2 * WINDOW + 1);
            for _ in 0..10 {
                assert_eq!(begin_at(house, b"amina").await, Verdict::Go, "who kept still begins anew");
            }
            assert!(matches!(begin_at(house, b"amina").await, Verdict::Wait(_)));
        }

        async fn a_right_try_forgets_the_wrong_ones_and_a_slow_count_starts_again(house) {
            for _ in 0..9 {
                begin_at(house, b"amina").await;
            }
            house.write(|deed| forget(deed.conn, b"amina")).await.unwrap();
            for _ in 0..9 {
                begin_at(house, b"amina").await;
            }
            house.later(WINDOW + 1);
            for _ in 0..10 {
                assert_eq!(begin_at(house, b"amina").await, Verdict::Go);
            }
            house.later(3 * WINDOW);
            assert_eq!(house.write(|deed| remove_stale(deed.conn, deed.now)).await.unwrap(), 1);
        }

        async fn au7_no_quarter_of_an_hour_holds_more_than_ten_tries(house) {
            for _ in 0..9 {
                assert_eq!(begin_at(house, b"amina").await, Verdict::Go);
                house.later(101);
            }
            // The first try is more than a quarter of an hour old by now, the other eight are not.
            let mut made = 8;
            while begin_at(house, b"amina").await == Verdict::Go {
                made += 1;
            }
            assert!(made <= 10, "{made}");
        }

        async fn of_fifty_tries_at_once_ten_are_made(house) {
            let tries = (0..50).map(|_| house.write(|deed| begin(deed.conn, b"amina", deed.now)));
            let verdicts = futures_util::future::join_all(tries).await;
            let made = verdicts.into_iter().filter(|verdict| matches!(verdict, Ok(Verdict::Go))).count();
            assert_eq!(made, 10);
        }
    }
}
