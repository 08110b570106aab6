//! Where the database is, and what every connection is told before its first query.

use std::os::unix::fs::OpenOptionsExt;

use diesel::connection::SimpleConnection;
use diesel::r2d2::{self, ManageConnection};
use diesel::{Connection, ConnectionError, SqliteConnection};

use super::{Conn, safety};

/// Where the database is: `sqlite:PATH`, or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum Url {
    /// A file, made if it is not there.
    Sqlite(String),
    /// A connection string for libpq.
    Postgres(String),
}

impl Url {
    /// Makes the file of a new database, for its owner's eyes alone; SQLite gives what it puts beside it the same rights. One that
    /// is there keeps those that its owner gave it.
    pub fn make_private(&self) -> std::io::Result<()> {
        let Url::Sqlite(path) = self else { return Ok(()) };
        if path.starts_with(':') || path.starts_with("file:") {
            return Ok(());
        }
        match std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
            _ => Ok(()),
        }
    }
}

impl std::str::FromStr for Url {
    type Err = String;

    /// The error is a whole sentence for the one who wrote the setting.
    fn from_str(text: &str) -> Result<Url, String> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            return match path.trim_start_matches("//") {
                "" => Err("the database address sqlite: names no file".into()),
                path => Ok(Url::Sqlite(path.into())),
            };
        }
        if !(text.starts_with("postgres://") || text.starts_with("postgresql://")) {
            return Err("the database address must begin with sqlite: or postgres://".into());
        }
        if !cfg!(feature = "postgres") {
            return Err("this build has no PostgreSQL in it; take one with the feature `postgres`".into());
        }
        let asks_for_tls = ["sslmode=require", "sslmode=verify-ca", "sslmode=verify-full"];
        if !cfg!(feature = "pg-tls") && asks_for_tls.iter().any(|mode| text.contains(mode)) {
            return Err("this build cannot speak TLS to PostgreSQL; take the one with the feature `pg-tls`, \
                        or reach the server by a socket, a private network or a tunnel"
                .into());
        }
        Ok(Url::Postgres(text.into()))
    }
}

impl std::fmt::Display for Url {
    /// Never prints a password, which may stand before the `@` or behind the `?`.
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Url::Sqlite(path) => write!(out, "sqlite:{path}"),
            Url::Postgres(url) => {
                let place = url.split_once('?').map_or(url.as_str(), |(place, _)| place);
                match place.rsplit_once('@') {
                    Some((_, place)) => write!(out, "postgres://…@{place}"),
                    None if url.contains('@') => out.write_str("postgres://…"),
                    None => out.write_str(place),
                }
            }
        }
    }
}

impl std::fmt::Debug for Url {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{self}")
    }
}

/// Order matters: without the busy timeout first, switching to WAL can fail at start. `FULL` because an acknowledged
/// word must survive a power cut; no memory map because SQLite's own recovery is safer without; `secure_delete` because
/// what is erased must not linger in free pages. Two MB of pages for each connection are enough, because the system keeps the
/// file in memory for all of them: more made nothing faster, and each counting filled it to the brim.
const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; \
     PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON; \
     PRAGMA mmap_size=0; PRAGMA cache_size=-2000; PRAGMA temp_store=MEMORY;";

#[cfg(feature = "postgres")]
const POSTGRES_SETTINGS: &str = "SET statement_timeout='10s'; SET idle_in_transaction_session_timeout='15s'; \
     SET client_min_messages=warning";

/// Makes connections, all set up the same way.
#[derive(Clone, Debug)]
pub struct Manager {
    url: Url,
    query_only: bool,
}

impl Manager {
    /// Connections that may write.
    pub fn writing(url: Url) -> Manager {
        Manager { url, query_only: false }
    }

    /// Connections on which SQLite refuses to write.
    pub fn reading(url: Url) -> Manager {
        Manager { url, query_only: true }
    }

    /// A new connection.
    pub fn open(&self) -> Result<Conn, ConnectionError> {
        match &self.url {
            Url::Sqlite(path) => {
                let mut conn = SqliteConnection::establish(path)?;
                conn.batch_execute(SQLITE_SETTINGS).map_err(ConnectionError::CouldntSetupConfiguration)?;
                if self.query_only {
                    let query_only = "PRAGMA query_only=ON";
                    conn.batch_execute(query_only).map_err(ConnectionError::CouldntSetupConfiguration)?;
                }
                let mut conn = Conn::Sqlite(conn);
                safety::demand(&mut conn)?;
                Ok(conn)
            }
            #[cfg(feature = "postgres")]
            Url::Postgres(url) => {
                let mut conn = diesel::PgConnection::establish(url)?;
                conn.batch_execute(POSTGRES_SETTINGS).map_err(ConnectionError::CouldntSetupConfiguration)?;
                Ok(Conn::Postgres(conn))
            }
            #[cfg(not(feature = "postgres"))]
            Url::Postgres(_) => Err(ConnectionError::BadConnection("built without PostgreSQL".into())),
        }
    }
}

/// A connection of the pool, until it is found to be lost. diesel itself does not notice when a statement that the connection
/// had to be told first could not even be sent, and the pool would hand out the same dead connection again and again.
pub struct Pooled {
    conn: Conn,
    is_lost: bool,
}

impl Pooled {
    /// Whoever had it met its end: nobody gets it again.
    pub fn lose(&mut self) {
        self.is_lost = true;
    }
}

impl std::ops::Deref for Pooled {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl std::ops::DerefMut for Pooled {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

impl ManageConnection for Manager {
    type Connection = Pooled;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<Pooled, r2d2::Error> {
        self.open().map(|conn| Pooled { conn, is_lost: false }).map_err(r2d2::Error::ConnectionError)
    }

    fn is_valid(&self, pooled: &mut Pooled) -> Result<(), r2d2::Error> {
        pooled.batch_execute("SELECT 1").map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, pooled: &mut Pooled) -> bool {
        use diesel::connection::TransactionManager;
        let is_broken = |conn| <Conn as Connection>::TransactionManager::is_broken_transaction_manager(conn);
        std::thread::panicking() || pooled.is_lost || is_broken(&mut pooled.conn)
    }
}
