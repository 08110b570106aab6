//! What can go wrong with the database, sorted by what the caller can do about it.

use diesel::result::{DatabaseErrorKind as Kind, Error as DieselError};

/// A failure of the database or of a query.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A query failed; a unique violation is an answer that some callers expect ([`unique_violation`]).
    #[error("query: {0}")]
    Query(DieselError),
    /// Too many are waiting; the same request may succeed in a moment.
    #[error("the database has too many requests waiting")]
    Busy,
    /// The disk is full; reads go on, writes do not until there is room.
    #[error("the disk of the database is full")]
    Full,
    /// The process is shutting down.
    #[error("the database is closed")]
    Closed,
    /// A closure panicked; its transaction was undone.
    #[error("a database closure panicked")]
    Panicked,
    /// The engine cannot be reached or refuses the connection.
    #[error("cannot connect to the database: {0}")]
    Connect(String),
    /// The engine did not accept the commit; nothing of the batch is stored.
    #[error("the commit failed: {0}")]
    Commit(String),
    /// The schema was made by a newer version of this program.
    #[error(
        "the database was upgraded to schema {found} by a newer version; this one knows schemas up to {known} and writes nothing"
    )]
    NewerSchema {
        /// The newest schema version in the database.
        found: String,
        /// The newest schema version this program knows.
        known: String,
    },
    /// A migration failed; the transaction it ran in was undone.
    #[error("upgrading the schema failed: {0}")]
    Upgrade(String),
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Error {
        if is_full(&error) { Error::Full } else { Error::Query(error) }
    }
}

impl Error {
    /// Whether asking again in a moment may succeed (503 with Retry-After rather than 500).
    pub fn is_passing(&self) -> bool {
        match self {
            Error::Busy | Error::Full | Error::Closed | Error::Connect(_) | Error::Commit(_) => true,
            Error::Query(error) => is_lost_race(error) || is_cut_off(error),
            _ => false,
        }
    }

    /// Whether the connection went away before anything was stored: on another one the same work may succeed.
    pub(super) fn is_cut_off(&self) -> bool {
        matches!(self, Error::Query(error) if is_cut_off(error))
    }

    /// Whether something was looked for that no text of ours can hold: PostgreSQL refuses a NUL where SQLite merely
    /// finds nothing.
    pub fn is_unheard_of(&self) -> bool {
        matches!(self, Error::Query(DieselError::DatabaseError(_, info))
            if info.message().contains("invalid byte sequence for encoding"))
    }

    /// Whether this is the violation of the unique constraint over these columns, written `table.column`.
    pub fn violates(&self, table_and_column: &str) -> bool {
        matches!(self, Error::Query(error) if unique_violation(error, table_and_column))
    }
}

/// Whether a query failed because `table.column` must be unique. SQLite names the columns in its message only,
/// PostgreSQL names the constraint (`table_column_key`) only.
pub fn unique_violation(error: &DieselError, table_and_column: &str) -> bool {
    let DieselError::DatabaseError(Kind::UniqueViolation, info) = error else { return false };
    let constraint = format!("{}_key", table_and_column.replace('.', "_"));
    let primary_key = format!("{}_pkey", table_and_column.split('.').next().unwrap_or_default());
    match info.constraint_name() {
        Some(name) => name == constraint || (name == primary_key && table_and_column.ends_with(".id")),
        None => info.message().split([' ', ',']).any(|word| word == table_and_column),
    }
}

/// PostgreSQL undid this transaction in favour of another one; the same work may be tried again.
pub(super) fn is_lost_race(error: &DieselError) -> bool {
    match error {
        DieselError::DatabaseError(Kind::SerializationFailure, _) => true,
        DieselError::DatabaseError(_, info) => info.message().contains("deadlock detected"),
        _ => false,
    }
}

/// The connection went away under the query.
pub(super) fn is_cut_off(error: &DieselError) -> bool {
    matches!(
        error,
        DieselError::BrokenTransactionManager
            | DieselError::DatabaseError(Kind::ClosedConnection | Kind::UnableToSendCommand, _)
    )
}

fn is_full(error: &DieselError) -> bool {
    match error {
        DieselError::DatabaseError(_, info) => {
            let message = info.message();
            message.contains("database or disk is full") || message.contains("No space left on device")
        }
        _ => false,
    }
}

/// After these SQLite may have undone the whole transaction, not only the statement: the batch cannot go on.
pub(super) fn spoils_the_batch(error: &DieselError) -> bool {
    matches!(
        error,
        DieselError::BrokenTransactionManager
            | DieselError::RollbackErrorOnCommit { .. }
            | DieselError::DatabaseError(Kind::Unknown | Kind::ClosedConnection, _)
    )
}
