//! Many rows in one statement: one by one, each is a journey to the server and back, or at least a statement of its own.

/// How many rows go into one statement. SQLite takes 32,766 values at once and PostgreSQL 65,535, so a table of up to 32
/// columns fits.
pub const ROWS_AT_ONCE: usize = 1_000;

/// Inserts a slice of rows in their order, as many at a time as an engine takes. A macro, because diesel knows statements of
/// many rows for each engine but not for the enum over them.
macro_rules! insert_many {
    ($conn:expr, $table:expr, $rows:expr) => {{
        let conn: &mut $crate::db::Conn = $conn;
        $rows.chunks($crate::db::many::ROWS_AT_ONCE).try_for_each(|rows| match conn {
            $crate::db::Conn::Sqlite(conn) => diesel::insert_into($table).values(rows).execute(conn).map(drop),
            #[cfg(feature = "postgres")]
            $crate::db::Conn::Postgres(conn) => diesel::insert_into($table).values(rows).execute(conn).map(drop),
        })
    }};
}
pub(crate) use insert_many;
