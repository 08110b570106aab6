//! The database: one code, two engines.

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

/// A connection to either engine.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// Embedded SQLite.
    Sqlite(diesel::SqliteConnection),
    /// PostgreSQL.
    #[cfg(feature = "postgres")]
    Postgres(diesel::PgConnection),
}

/// The backend type that stands for both engines.
pub type Engine = MultiBackend;
