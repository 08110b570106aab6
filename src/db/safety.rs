//! What a connection says of itself, against what a word that was acknowledged needs in order to survive.
//!
//! Telling an engine is not enough: SQLite ignores a setting it cannot follow (no WAL on some network file systems) and
//! says nothing. So every SQLite connection is asked back before its first query, and `check` tells the administrator.

use std::fmt;

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::Conn;

/// The first SQLite without the bug that could corrupt a database when its WAL was reset (3.51.3).
const SQLITE_SINCE: [u32; 3] = [3, 51, 3];

/// What must hold, by the name of the setting: exactly this, or at least this.
const SQLITE: &[(&str, Need)] = &[
    ("journal_mode", Need::Is("wal")),
    ("synchronous", Need::Is("2")),
    ("foreign_keys", Need::Is("1")),
    ("busy_timeout", Need::AtLeast(5000)),
    ("trusted_schema", Need::Is("0")),
    ("secure_delete", Need::Is("1")),
    ("cell_size_check", Need::Is("1")),
    ("mmap_size", Need::Is("0")),
];
#[cfg(feature = "postgres")]
const POSTGRES: &[(&str, Need)] =
    &[("fsync", Need::Is("on")), ("full_page_writes", Need::Is("on")), ("synchronous_commit", Need::IsNot("off"))];

#[derive(Clone, Copy, Debug)]
enum Need {
    Is(&'static str),
    #[cfg(feature = "postgres")]
    IsNot(&'static str),
    AtLeast(i64),
}

/// What one connection says.
#[derive(Clone, Debug)]
pub struct Safety {
    engine: &'static str,
    version: String,
    settings: Vec<(&'static str, String, Need)>,
}

impl Safety {
    /// A sentence for everything that is not as it must be.
    pub fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.engine == "SQLite" && numbers(&self.version) < SQLITE_SINCE {
            wrong.push(format!("SQLite {} is older than 3.51.3, which can corrupt a database", self.version));
        }
        for (name, value, need) in &self.settings {
            let (holds, needed) = match need {
                Need::Is(needed) => (value == needed, (*needed).to_owned()),
                #[cfg(feature = "postgres")]
                Need::IsNot(other) => (value != other, format!("anything but {other}")),
                Need::AtLeast(least) => {
                    (value.parse::<i64>().is_ok_and(|value| value >= *least), format!("at least {least}"))
                }
            };
            if !holds {
                wrong.push(format!("{name} is {value} and must be {needed}, or what was acknowledged can be lost"));
            }
        }
        wrong
    }
}

impl fmt::Display for Safety {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.engine, self.version)?;
        self.settings.iter().try_for_each(|(name, value, _)| write!(out, ", {name} {value}"))
    }
}

/// Asks a connection.
pub fn read(conn: &mut Conn) -> QueryResult<Safety> {
    let (engine, version, ask, needs) = match conn {
        Conn::Sqlite(_) => ("SQLite", "SELECT sqlite_version()", "PRAGMA", SQLITE),
        #[cfg(feature = "postgres")]
        Conn::Postgres(_) => ("PostgreSQL", "SHOW server_version", "SHOW", POSTGRES),
    };
    let version = say(conn, version)?;
    let settings = needs.iter().map(|(name, need)| Ok((*name, say(conn, &format!("{ask} {name}"))?, *need)));
    Ok(Safety { engine, version, settings: settings.collect::<QueryResult<_>>()? })
}

/// Refuses a connection that is not as it must be.
pub(super) fn demand(conn: &mut Conn) -> ConnectionResult<()> {
    let safety = read(conn).map_err(ConnectionError::CouldntSetupConfiguration)?;
    match safety.wrong().into_iter().next() {
        Some(wrong) => Err(ConnectionError::BadConnection(wrong)),
        None => Ok(()),
    }
}

fn say(conn: &mut Conn, question: &str) -> QueryResult<String> {
    let question = diesel::dsl::sql::<Text>(question);
    match conn {
        Conn::Sqlite(conn) => question.get_result(conn),
        #[cfg(feature = "postgres")]
        Conn::Postgres(conn) => question.get_result(conn),
    }
}

/// The first three numbers of a version.
fn numbers(version: &str) -> [u32; 3] {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    [(); 3].map(|()| parts.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_safe_is_said_in_words() {
        let of = |version: &str, mode: &str| Safety {
            engine: "SQLite",
            version: version.into(),
            settings: vec![("journal_mode", mode.into(), Need::Is("wal"))],
        };
        assert!(of("3.51.3", "wal").wrong().is_empty() && of("3.100.0", "wal").wrong().is_empty());
        assert_eq!(of("3.40.1", "wal").wrong().len(), 1);
        assert!(of("3.53.2", "delete").wrong()[0].starts_with("journal_mode is delete and must be wal"));
    }
}
