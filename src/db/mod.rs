//! The database: one code, two engines.
//!
//! `Db::read` and `Db::write` take closures over one enum connection. SQLite is embedded and the default: reads go to a
//! pool of connections that cannot write, writes to one thread that commits many of them at once with
//! `synchronous=FULL` (writer.rs). PostgreSQL takes both through a pool behind a semaphore, and repeats a write that
//! lost a race. Engines differ in the files of this folder and nowhere else.

mod connect;
pub mod copy;
mod error;
pub mod generation;
pub mod hint;
pub mod job_run;
pub mod lease;
pub mod many;
mod part;
mod queries;
pub mod safety;
pub mod schema;
pub mod search;
#[cfg(feature = "postgres")]
mod search_postgres;
mod search_sqlite;
#[cfg(all(test, feature = "postgres"))]
mod tests;
#[cfg(all(test, feature = "postgres"))]
pub mod throw_away;
pub mod tidy;
pub mod upgrade;
mod writer;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel::Connection;
use diesel::r2d2::{Pool, PooledConnection};
use tokio::sync::Semaphore;

use connect::Manager;
pub use connect::Url;
pub use diesel::QueryResult;
pub use error::{Error, unique_violation};
pub use part::Part;
use queries::{Queries, Value};
pub use safety::Safety;

/// Lets diesel write a newtype as one plain value on both engines and on the enum over them.
macro_rules! stored_as {
    ($name:ident, $sql_type:ident, $plain:ty, |$value:ident| $to_plain:expr) => {
        impl ToSql<$sql_type, diesel::sqlite::Sqlite> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, diesel::sqlite::Sqlite>) -> serialize::Result {
                let $value = self;
                out.set_value($to_plain);
                Ok(IsNull::No)
            }
        }

        #[cfg(feature = "postgres")]
        impl ToSql<$sql_type, diesel::pg::Pg> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, diesel::pg::Pg>) -> serialize::Result {
                let $value = self;
                let plain: $plain = $to_plain;
                <$plain as ToSql<$sql_type, diesel::pg::Pg>>::to_sql(&plain, &mut out.reborrow())
            }
        }

        impl ToSql<$sql_type, crate::db::Engine> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, crate::db::Engine>) -> serialize::Result {
                out.set_value(($sql_type, self));
                Ok(IsNull::No)
            }
        }
    };
}
pub(crate) use stored_as;

/// Takes rows until the deed ends, by an update that changes nothing, and gives how many there are: whoever else writes them waits,
/// and what is read of them from here on stays true. On SQLite a deed is alone anyway.
macro_rules! hold {
    ($conn:expr, $rows:expr, $column:expr) => {
        diesel::RunQueryDsl::execute(diesel::update($rows).set(diesel::ExpressionMethods::eq($column, $column)), $conn)
    };
}
pub(crate) use hold;

/// A connection to either engine.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// Embedded SQLite.
    Sqlite(diesel::SqliteConnection),
    /// PostgreSQL.
    #[cfg(feature = "postgres")]
    Postgres(diesel::PgConnection),
}

/// The diesel backend that stands for both engines.
pub type Engine = MultiBackend;

/// How often a write on PostgreSQL is repeated after losing a race (serialization failure or deadlock).
const RETRIES: u32 = 5;
/// How long a request waits for a free connection before it is told that the house is full.
const PATIENCE: Duration = Duration::from_secs(5);
/// The same, while the server is known to let nobody in.
const SHORT_PATIENCE: Duration = Duration::from_millis(200);

/// What queries may do.
#[derive(Clone, Copy)]
enum May {
    Read,
    Write,
}

/// The database of this process. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    url: Url,
    pool: Pool<Manager>,
    permits: Arc<Semaphore>,
    writer: Option<writer::Writer>,
    /// When the server let nobody in, if it has not since.
    refused: Arc<Mutex<Option<Instant>>>,
}

impl Db {
    /// Connects to a database whose schema is already upgraded ([`upgrade::run`]), with at most `connections` readers
    /// (PostgreSQL: readers and writers together).
    pub fn open(url: &Url, connections: u32) -> Result<Db, Error> {
        let writer = match url {
            Url::Sqlite(_) => Some(writer::Writer::start(Manager::writing(url.clone()))?),
            Url::Postgres(_) => None,
        };
        let manager = if writer.is_some() { Manager::reading(url.clone()) } else { Manager::writing(url.clone()) };
        let pool = Pool::builder()
            .max_size(connections)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .connection_timeout(PATIENCE)
            .build(manager)
            .map_err(|error| Error::Connect(error.to_string()))?;
        Ok(Db {
            url: url.clone(),
            pool,
            permits: Arc::new(Semaphore::new(connections as usize)),
            writer,
            refused: Arc::default(),
        })
    }

    /// Where this database is.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// Runs queries that change nothing; on SQLite the engine itself refuses a change here. They may run again when the
    /// connection went away under them.
    pub fn read<T, F>(&self, queries: F) -> impl Future<Output = Result<T, Error>> + Send
    where
        F: Fn(&mut Conn) -> QueryResult<T> + Send + 'static,
        T: Send + 'static,
    {
        self.run(Queries::new(queries), May::Read)
    }

    /// Runs one transaction. When this returns `Ok`, it is on the disk.
    ///
    /// The closure does database work only (it holds up every other writer) and has no other effect, because
    /// PostgreSQL may run it again after a lost race or a lost connection. An `Err` from it undoes what it did and touches nobody else.
    pub fn write<T, F>(&self, deed: F) -> impl Future<Output = Result<T, Error>> + Send
    where
        F: Fn(&mut Conn) -> QueryResult<T> + Send + 'static,
        T: Send + 'static,
    {
        self.run(Queries::new(deed), May::Write)
    }

    async fn run<T: 'static>(&self, queries: Queries, may: May) -> Result<T, Error> {
        let value = match (may, &self.writer) {
            (May::Write, Some(writer)) => writer.run(queries).await,
            _ => self.on_pool(queries, may).await,
        };
        queries::as_type(value?)
    }

    /// Asks the engine whether it is there and takes writes; for the readiness check.
    pub async fn is_ready(&self) -> Result<(), Error> {
        // Counted up, because SQLite leaves a row alone that is set to what it holds: a full disk would look ready.
        self.write(|conn| generation::bump(conn, "readiness").map(drop)).await
    }

    /// What every connection of this process says of itself: the writer's, and all that the pool may hold.
    pub async fn safety(&self) -> Result<Vec<Safety>, Error> {
        let mut all = match &self.writer {
            Some(writer) => vec![queries::as_type(writer.run(Queries::new(safety::read)).await?)?],
            None => Vec::new(),
        };
        let pool = self.pool.clone();
        let pooled = tokio::task::spawn_blocking(move || {
            let connected = (0..pool.max_size()).map(|_| pool.get()).collect::<Result<Vec<_>, _>>();
            let mut held = connected.map_err(|error| Error::Connect(error.to_string()))?;
            held.iter_mut().map(|conn| safety::read(conn).map_err(Error::from)).collect::<Result<Vec<_>, _>>()
        })
        .await
        .map_err(|_| Error::Panicked)??;
        all.extend(pooled);
        Ok(all)
    }

    /// Takes a permit before a connection, so that waiting requests park no thread. A server that restarted leaves dead
    /// connections in the pool: each is found out here, and not by whoever asked.
    async fn on_pool(&self, queries: Queries, may: May) -> Result<Value, Error> {
        let permit = tokio::time::timeout(PATIENCE, self.permits.clone().acquire_owned())
            .await
            .map_err(|_| Error::Busy)?
            .map_err(|_| Error::Closed)?;
        let (pool, refused) = (self.pool.clone(), self.refused.clone());
        tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let mut dead = 0;
            loop {
                let mut conn = connection(&pool, &refused)?;
                let outcome = match may {
                    May::Read => queries.run(&mut conn).map_err(Error::from),
                    May::Write => write_with_retries(&mut conn, &queries),
                };
                match outcome {
                    Err(lost) if lost.is_cut_off() => {
                        conn.lose();
                        if dead == pool.max_size() {
                            return Err(lost);
                        }
                        dead += 1;
                    }
                    outcome => return outcome,
                }
            }
        })
        .await
        .map_err(|_| Error::Panicked)?
    }
}

#[allow(clippy::disallowed_methods)] // PostgreSQL only, and repeated when it loses
fn write_with_retries(conn: &mut Conn, deed: &Queries) -> Result<Value, Error> {
    let mut tries = 0;
    loop {
        let mut is_done = false;
        let outcome = conn.transaction(|conn| {
            let value = deed.run(conn)?;
            is_done = true;
            Ok(value)
        });
        match outcome {
            Err(lost) if tries < RETRIES && error::is_lost_race(&lost) => {
                tries += 1;
                std::thread::sleep(Duration::from_millis(3 << tries));
            }
            // Nobody knows whether the server still got to it, so it must not be done again.
            Err(lost) if is_done && error::is_cut_off(&lost) => return Err(Error::Commit(lost.to_string())),
            outcome => return outcome.map_err(Error::from),
        }
    }
}

/// A connection of the pool. Where nobody was let in a moment ago nobody waits for long: the page that says so asks here too.
fn connection(pool: &Pool<Manager>, refused: &Mutex<Option<Instant>>) -> Result<PooledConnection<Manager>, Error> {
    let lately = || refused.lock().unwrap_or_else(PoisonError::into_inner);
    let is_lately = lately().is_some_and(|at| at.elapsed() < PATIENCE);
    let got = pool.get_timeout(if is_lately { SHORT_PATIENCE } else { PATIENCE });
    match &got {
        Ok(_) => *lately() = None,
        // Once in a while somebody waits, so that it is noticed when people are let in again.
        Err(_) if !is_lately => *lately() = Some(Instant::now()),
        Err(_) => {}
    }
    got.map_err(|error| Error::Connect(error.to_string()))
}
