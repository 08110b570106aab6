//! A hint to the other nodes that something changed, so that they need not wait for their next look.
//!
//! PostgreSQL's NOTIFY, sent with the commit. Only a hint: an engine without it, or a lost connection, costs a second,
//! because every node also asks for the numbers it cares about (`jobs`).

use std::time::Duration;

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::Conn;
use super::connect::{Manager, Url};

const CHANNEL: &str = "peopleworthy";
/// How often the listening connection is looked at; a look reads a socket and asks the server nothing.
const LOOK: Duration = Duration::from_millis(25);

/// Sends the hint with this transaction. SQLite has no other nodes.
pub fn give(conn: &mut Conn, topic: &str, number: i64) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(_) => Ok(()),
        #[cfg(feature = "postgres")]
        Conn::Postgres(conn) => diesel::sql_query("SELECT pg_notify($1, $2)")
            .bind::<Text, _>(CHANNEL)
            .bind::<Text, _>(format!("{topic} {number}"))
            .execute(conn)
            .map(drop),
    }
}

/// Listens for hints in a thread of its own for as long as `hear` returns true; reconnects when cut off.
pub fn listen(url: &Url, hear: impl Fn(&str, i64) -> bool + Send + 'static) {
    let Url::Postgres(_) = url else { return };
    let manager = Manager::writing(url.clone());
    let started = std::thread::Builder::new().name("db-hints".into()).spawn(move || {
        // Asked also between two tries: a server that cannot be reached must not keep a thread that nobody needs.
        while hear("", 0) && listen_once(&manager, &hear) {
            std::thread::sleep(Duration::from_secs(1));
        }
    });
    if let Err(error) = started {
        tracing::warn!(%error, "no thread for hints; changes of other nodes are found by looking");
    }
}

/// Returns false when nobody wants to hear any more, true when the connection was lost.
#[cfg(feature = "postgres")]
fn listen_once(manager: &Manager, hear: &impl Fn(&str, i64) -> bool) -> bool {
    use diesel::connection::SimpleConnection;
    let Ok(Conn::Postgres(mut conn)) = manager.open() else { return true };
    if conn.batch_execute(&format!("LISTEN {CHANNEL}")).is_err() {
        return true;
    }
    loop {
        for notice in conn.notifications_iter() {
            let Ok(notice) = notice else { return true };
            let heard = notice.payload.rsplit_once(' ').and_then(|(topic, n)| Some((topic, n.parse().ok()?)));
            if let Some((topic, number)) = heard
                && !hear(topic, number)
            {
                return false;
            }
        }
        if !hear("", 0) {
            return false;
        }
        std::thread::sleep(LOOK);
    }
}

#[cfg(not(feature = "postgres"))]
fn listen_once(_: &Manager, _: &impl Fn(&str, i64) -> bool) -> bool {
    false
}
