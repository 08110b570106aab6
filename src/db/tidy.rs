//! Making sure that rows which were removed are gone from the disk, and not only from the tables.
//!
//! SQLite overwrites what it removes (`secure_delete`), but the write-ahead log still holds the pages as they were, in the
//! order in which they came, until it is written back and emptied. PostgreSQL keeps removed rows until they are vacuumed.
//! A regular VACUUM of the whole SQLite file is left out on purpose: it would hold up every writer for its length, and in
//! tables that lie in the order of random keys, filled in shuffled order, it finds nothing to hide.

use diesel::connection::SimpleConnection;
use diesel::sql_types::Integer;
use diesel::{QueryableByName, RunQueryDsl};

use super::connect::Manager;
use super::{Conn, Url};

/// Cleans up behind rows that were just removed from these tables. On a connection of its own, because neither engine does it
/// within a transaction. If somebody is in the way it is left for the next time, which whoever calls this has to see to.
pub async fn forget_removed(url: &Url, tables: &'static [&'static str]) {
    let manager = Manager::writing(url.clone());
    let done = tokio::task::spawn_blocking(move || -> Result<(), String> {
        let mut conn = manager.open().map_err(|error| error.to_string())?;
        match &mut conn {
            Conn::Sqlite(conn) => {
                let emptied: Emptied = diesel::sql_query("PRAGMA wal_checkpoint(TRUNCATE)")
                    .get_result(conn)
                    .map_err(|error| error.to_string())?;
                // That somebody is in the way is no error to the engine.
                if emptied.busy == 0 { Ok(()) } else { Err("the write-ahead log is being read".into()) }
            }
            #[cfg(feature = "postgres")]
            Conn::Postgres(conn) => {
                conn.batch_execute(&format!("VACUUM {}", tables.join(", "))).map_err(|error| error.to_string())
            }
        }
    });
    match done.await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(error, "removed rows will be cleaned up within a quarter of an hour"),
        Err(_) => tracing::warn!("cleaning up was broken off"),
    }
}

#[derive(QueryableByName)]
struct Emptied {
    #[diesel(sql_type = Integer)]
    busy: i32,
}
