//! Bringing the schema up to date at start, by one process at a time, never on a database from the future.

use std::time::Duration;

use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connect::{Manager, Url};
use super::{Conn, Error, lease};
use crate::clock::Clock;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
#[cfg(feature = "postgres")]
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// How long one migration may take before another node may think its runner is dead.
const LEASE_SECONDS: i64 = 60;
const LEASE: &str = "upgrade";

/// Upgrades the schema to this program's version. Two processes may call it at once: one works, the other waits.
///
/// Fails with [`Error::NewerSchema`], and writes nothing, if the database knows a migration that this program does not.
pub fn run(url: &Url, clock: &Clock) -> Result<(), Error> {
    url.make_private().map_err(|error| Error::Connect(error.to_string()))?;
    let manager = Manager::writing(url.clone());
    let mut conn = manager.open().map_err(|error| Error::Connect(error.to_string()))?;
    if is_up_to_date(&mut conn)? {
        return Ok(());
    }
    let holder = uuid::Uuid::new_v4().to_string();
    make_lease_table(&mut conn)?;
    while !take_lease(&mut conn, &holder, clock)? {
        std::thread::sleep(Duration::from_millis(50));
    }
    let outcome = run_each(&mut conn, &holder, clock);
    lease::release(&mut conn, LEASE, &holder)?;
    outcome
}

/// Compares the schema with what this program knows, changing nothing.
pub fn check(url: &Url) -> Result<bool, Error> {
    let mut conn = Manager::writing(url.clone()).open().map_err(|error| Error::Connect(error.to_string()))?;
    is_up_to_date(&mut conn)
}

fn run_each(conn: &mut Conn, holder: &str, clock: &Clock) -> Result<(), Error> {
    while !is_up_to_date(conn)? {
        let version = run_next(conn)?;
        tracing::info!(version, "schema upgraded");
        take_lease(conn, holder, clock)?;
    }
    Ok(())
}

fn run_next(conn: &mut Conn) -> Result<String, Error> {
    let done = match conn {
        Conn::Sqlite(conn) => conn.run_next_migration(SQLITE).map(|version| version.to_string()),
        #[cfg(feature = "postgres")]
        Conn::Postgres(conn) => conn.run_next_migration(POSTGRES).map(|version| version.to_string()),
    };
    done.map_err(|error| Error::Upgrade(error.to_string()))
}

/// Runs the migrations up to this one, inside a transaction that is under way, on a database nobody else knows of yet.
pub(super) fn run_up_to(conn: &mut Conn, version: &str) -> Result<(), Error> {
    while applied(conn)?.iter().max().is_none_or(|last| last.as_str() < version) {
        run_next(conn)?;
    }
    Ok(())
}

/// The newest migration that this program knows.
pub(super) fn newest(conn: &Conn) -> Result<String, Error> {
    Ok(known(conn)?.into_iter().max().unwrap_or_default())
}

/// Fails with [`Error::NewerSchema`] if one of these migrations is not known to this program.
pub fn must_know(versions: &[String]) -> Result<(), Error> {
    let known = names(&MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE)).unwrap_or_default();
    must_be_among(versions, &known)
}

fn must_be_among(versions: &[String], known: &[String]) -> Result<(), Error> {
    match versions.iter().find(|version| !known.contains(version)) {
        None => Ok(()),
        Some(found) => {
            let newest = known.iter().max().map(ToString::to_string).unwrap_or_default();
            Err(Error::NewerSchema { found: found.clone(), known: newest })
        }
    }
}

fn take_lease(conn: &mut Conn, holder: &str, clock: &Clock) -> Result<bool, Error> {
    let now = clock.now();
    Ok(lease::take(conn, LEASE, holder, now, now.plus_seconds(LEASE_SECONDS))?)
}

/// `IF NOT EXISTS` itself can lose a race between two new nodes on PostgreSQL; the loser finds the table there.
fn make_lease_table(conn: &mut Conn) -> Result<(), Error> {
    let first = lease::make_table(conn);
    if first.is_err() {
        lease::make_table(conn)?;
    }
    Ok(())
}

fn is_up_to_date(conn: &mut Conn) -> Result<bool, Error> {
    let applied = applied(conn)?;
    let known = known(conn)?;
    must_be_among(&applied, &known)?;
    Ok(applied.len() == known.len())
}

/// The versions in the database, newest first; asked without diesel's own harness, which would create its table.
pub(super) fn applied(conn: &mut Conn) -> Result<Vec<String>, Error> {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        version: String,
    }
    let is_there = match conn {
        Conn::Sqlite(_) => "SELECT name AS version FROM sqlite_master WHERE name = '__diesel_schema_migrations'",
        #[cfg(feature = "postgres")]
        Conn::Postgres(_) => {
            "SELECT table_name::text AS version FROM information_schema.tables \
             WHERE table_schema = current_schema() AND table_name = '__diesel_schema_migrations'"
        }
    };
    if diesel::sql_query(is_there).load::<Row>(conn)?.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> =
        diesel::sql_query("SELECT version FROM __diesel_schema_migrations ORDER BY version DESC").load(conn)?;
    Ok(rows.into_iter().map(|row| row.version).collect())
}

fn known(conn: &Conn) -> Result<Vec<String>, Error> {
    let versions = match conn {
        Conn::Sqlite(_) => names(&MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE)),
        #[cfg(feature = "postgres")]
        Conn::Postgres(_) => names(&MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES)),
    };
    versions.ok_or_else(|| Error::Upgrade("the migrations in this program cannot be read".into()))
}

fn names<DB: diesel::backend::Backend>(
    migrations: &diesel::migration::Result<Vec<Box<dyn Migration<DB>>>>,
) -> Option<Vec<String>> {
    let migrations = migrations.as_ref().ok()?;
    Some(
        migrations
            .iter()
            .map(|migration| MigrationVersion::as_owned(&migration.name().version()).to_string())
            .collect(),
    )
}
