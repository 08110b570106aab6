//! Everything a database holds, as lines of JSON, and back again: one form for both engines, so that what was copied from
//! one can be filled into the other.
//!
//! A table's rows come in the order of its key, never in that of their arrival: a copy must not tell more than the tables
//! do. Values are made and read by the engines themselves (`json_array`, `json_each` and their like on PostgreSQL), so that
//! no list of columns has to be kept here: a table that a migration adds is in the next copy.

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::prelude::*;
use diesel::result::Error as DieselError;
use diesel::sql_types::{Integer, Text};
use serde::{Deserialize, Serialize};

use super::connect::{Manager, Url};
use super::{Conn, Error, lease, search, upgrade, writer};

/// What a copy leaves out: sessions, because nobody is signed in to a copy; leases, because who held one is elsewhere; and
/// the list of migrations, which filling makes by running them.
const LEFT_OUT: &[&str] = &["session", "lease", "__diesel_schema_migrations"];
/// How many rows travel at once between PostgreSQL and us.
#[cfg(feature = "postgres")]
const FETCH: usize = 500;

/// A table and its columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    #[serde(rename = "table")]
    pub name: String,
    /// Its columns, in the order of a row's values.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds here.
    kind: Kind,
    /// Its place in the key, from 1; 0 if it is not part of it.
    #[serde(skip)]
    key: i32,
}

/// What a column holds. SQLite has no yes and no: there they are numbers, as in the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Bytes,
    Text,
    Whole,
    Real,
    YesNo,
}

impl Kind {
    fn of(sql_type: &str) -> Option<Kind> {
        Some(match sql_type.to_ascii_lowercase().as_str() {
            "blob" | "bytea" => Kind::Bytes,
            "text" => Kind::Text,
            "integer" | "bigint" | "smallint" => Kind::Whole,
            "real" | "double precision" => Kind::Real,
            "boolean" => Kind::YesNo,
            _ => return None,
        })
    }
}

/// One moment of a database, to be read while others write.
pub struct Snapshot {
    conn: Conn,
    tables: Vec<Table>,
    versions: Vec<String>,
}

impl Snapshot {
    /// Stands still at this moment. What is committed later is not in it; what was committed before is.
    pub fn open(url: &Url) -> Result<Snapshot, Error> {
        let mut conn = Manager::reading(url.clone()).open().map_err(|error| Error::Connect(error.to_string()))?;
        match &mut conn {
            Conn::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN")?,
            #[cfg(feature = "postgres")]
            Conn::Postgres(conn) => {
                let isolated = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                AnsiTransactionManager::begin_transaction_sql(conn, isolated)?;
            }
        }
        be_patient(&mut conn)?;
        // The first read is what fixes the moment.
        let versions = upgrade::applied(&mut conn)?;
        let tables = tables(&mut conn)?;
        Ok(Snapshot { conn, tables, versions })
    }

    /// The migrations that made its schema, newest first.
    pub fn versions(&self) -> &[String] {
        &self.versions
    }

    /// Its tables.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// Hands out every row of a table as a JSON array; an error of `each` ends it.
    pub fn rows(&mut self, table: &Table, mut each: impl FnMut(&str) -> std::io::Result<()>) -> QueryResult<()> {
        let mut each = |row: &Line| each(&row.line).map_err(|error| DieselError::SerializationError(error.into()));
        let query = select(&self.conn, table);
        match &mut self.conn {
            Conn::Sqlite(conn) => {
                for row in diesel::sql_query(query).load_iter::<Line, diesel::connection::DefaultLoadingMode>(conn)? {
                    each(&row?)?;
                }
            }
            #[cfg(feature = "postgres")]
            Conn::Postgres(conn) => {
                diesel::sql_query(format!("DECLARE whole NO SCROLL CURSOR FOR {query}")).execute(conn)?;
                loop {
                    let rows: Vec<Line> = diesel::sql_query(format!("FETCH {FETCH} FROM whole")).load(conn)?;
                    rows.iter().try_for_each(&mut each)?;
                    if rows.len() < FETCH {
                        break;
                    }
                }
                diesel::sql_query("CLOSE whole").execute(conn)?;
            }
        }
        Ok(())
    }
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

fn select(conn: &Conn, table: &Table) -> String {
    let value = |column: &Column| {
        let name = format!("\"{}\"", column.name);
        match (conn, column.kind) {
            (Conn::Sqlite(_), Kind::Bytes) => format!("iif({name} IS NULL, NULL, hex({name}))"),
            #[cfg(feature = "postgres")]
            (Conn::Postgres(_), Kind::Bytes) => format!("encode({name}, 'hex')"),
            #[cfg(feature = "postgres")]
            (Conn::Postgres(_), Kind::YesNo) => format!("{name}::int"),
            _ => name,
        }
    };
    let values = table.columns.iter().map(value).collect::<Vec<_>>().join(", ");
    let line = match conn {
        Conn::Sqlite(_) => format!("json_array({values})"),
        #[cfg(feature = "postgres")]
        Conn::Postgres(_) => format!("json_build_array({values})::text"),
    };
    let mut key: Vec<&Column> = table.columns.iter().filter(|column| column.key > 0).collect();
    key.sort_by_key(|column| column.key);
    let order = key.iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(", ");
    let order = if order.is_empty() { String::new() } else { format!(" ORDER BY {order}") };
    format!("SELECT {line} AS line FROM \"{}\"{order}", table.name)
}

/// An empty database that is being filled. Nothing of it is there before [`Filling::finish`].
pub struct Filling {
    conn: Conn,
    found: Vec<Table>,
    references: Vec<Reference>,
}

#[derive(QueryableByName)]
struct Reference {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    definition: String,
}

impl Filling {
    /// Makes the schema as it was after these migrations; `None` if the database holds anything already.
    pub fn begin(url: &Url, versions: &[String]) -> Result<Option<Filling>, Error> {
        let mut conn = Manager::writing(url.clone()).open().map_err(|error| Error::Connect(error.to_string()))?;
        writer::begin(&mut conn)?;
        be_patient(&mut conn)?;
        if !all_columns(&mut conn)?.is_empty() {
            return Ok(None);
        }
        lease::make_table(&mut conn)?;
        upgrade::run_up_to(&mut conn, versions.iter().max().map_or("", String::as_str))?;
        let references = drop_references(&mut conn)?;
        let found = tables(&mut conn)?;
        for table in &found {
            // What migrations put in came out of them in the copied database too, and may have been changed there.
            diesel::sql_query(format!("DELETE FROM \"{}\"", table.name)).execute(&mut conn)?;
        }
        Ok(Some(Filling { conn, found, references }))
    }

    /// Puts rows of a table in, each a JSON array as [`Snapshot::rows`] made it.
    pub fn rows(&mut self, table: &Table, rows: &[String]) -> Result<(), Error> {
        let insert = self.insert(table)?;
        let all = format!("[{}]", rows.join(","));
        diesel::sql_query(insert).bind::<Text, _>(all).execute(&mut self.conn)?;
        Ok(())
    }

    /// Checks every reference, brings the schema up to date, lets `deed` do what has to be done with what was filled in,
    /// and makes all of it last.
    pub fn finish(mut self, deed: impl FnOnce(&mut Conn) -> QueryResult<()>) -> Result<(), Error> {
        for Reference { table_name, name, definition } in &self.references {
            let add = format!("ALTER TABLE {table_name} ADD CONSTRAINT \"{name}\" {definition}");
            diesel::sql_query(add).execute(&mut self.conn)?;
        }
        let newest = upgrade::newest(&self.conn)?;
        upgrade::run_up_to(&mut self.conn, &newest)?;
        search::refill(&mut self.conn)?;
        deed(&mut self.conn)?;
        let commit = <Conn as Connection>::TransactionManager::commit_transaction(&mut self.conn);
        commit.map_err(|error| Error::Commit(error.to_string()))
    }

    fn insert(&self, table: &Table) -> Result<String, Error> {
        let unknown = || Error::Upgrade(format!("this version knows no table {} as it is in the copy", table.name));
        let here = self.found.iter().find(|found| found.name == table.name).ok_or_else(unknown)?;
        let value = |(at, column): (usize, &Column)| {
            let kind = here.columns.iter().find(|found| found.name == column.name).ok_or_else(unknown)?.kind;
            Ok(match (&self.conn, kind) {
                (Conn::Sqlite(_), Kind::Bytes) => format!("unhex(json_extract(value, '$[{at}]'))"),
                (Conn::Sqlite(_), _) => format!("json_extract(value, '$[{at}]')"),
                #[cfg(feature = "postgres")]
                (Conn::Postgres(_), kind) => match kind {
                    Kind::Bytes => format!("decode(value->>{at}, 'hex')"),
                    Kind::Text => format!("value->>{at}"),
                    Kind::Whole => format!("(value->>{at})::bigint"),
                    Kind::Real => format!("(value->>{at})::double precision"),
                    Kind::YesNo => format!("(value->>{at})::int::boolean"),
                },
            })
        };
        let values: Vec<String> = table.columns.iter().enumerate().map(value).collect::<Result<_, Error>>()?;
        let names: Vec<String> = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        let rows = match &self.conn {
            Conn::Sqlite(_) => "json_each($1)",
            #[cfg(feature = "postgres")]
            Conn::Postgres(_) => "json_array_elements($1::json)",
        };
        Ok(format!("INSERT INTO \"{}\" ({}) SELECT {} FROM {rows}", table.name, names.join(", "), values.join(", ")))
    }
}

/// A whole database takes longer than any request may.
fn be_patient(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(_) => Ok(()),
        #[cfg(feature = "postgres")]
        Conn::Postgres(conn) => {
            diesel::sql_query("SET statement_timeout = 0").execute(conn)?;
            diesel::sql_query("SET idle_in_transaction_session_timeout = 0").execute(conn).map(drop)
        }
    }
}

/// Lets rows come in any order. SQLite looks at the references when all is done; on PostgreSQL, whose references are
/// checked with every statement, they are taken away and put back.
fn drop_references(conn: &mut Conn) -> QueryResult<Vec<Reference>> {
    match conn {
        Conn::Sqlite(conn) => {
            diesel::sql_query("PRAGMA defer_foreign_keys = ON").execute(conn)?;
            Ok(Vec::new())
        }
        #[cfg(feature = "postgres")]
        Conn::Postgres(conn) => {
            let references: Vec<Reference> = diesel::sql_query(
                "SELECT conrelid::regclass::text AS table_name, conname::text AS name, \
                 pg_get_constraintdef(oid) AS definition FROM pg_constraint \
                 WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY conname",
            )
            .load(conn)?;
            for Reference { table_name, name, .. } in &references {
                diesel::sql_query(format!("ALTER TABLE {table_name} DROP CONSTRAINT \"{name}\"")).execute(conn)?;
            }
            Ok(references)
        }
    }
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    sql_type: String,
    #[diesel(sql_type = Integer)]
    key: i32,
}

fn all_columns(conn: &mut Conn) -> QueryResult<Vec<Found>> {
    let sql = match conn {
        Conn::Sqlite(_) => {
            "SELECT t.name AS table_name, c.name AS name, c.type AS sql_type, c.pk AS key \
             FROM pragma_table_list t, pragma_table_info(t.name) c \
             WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
             ORDER BY t.name, c.cid"
        }
        #[cfg(feature = "postgres")]
        Conn::Postgres(_) => {
            "SELECT c.relname::text AS table_name, a.attname::text AS name, format_type(a.atttypid, NULL) AS sql_type, \
             COALESCE(array_position(k.conkey, a.attnum), 0) AS key \
             FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped \
             LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p' \
             WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname, a.attnum"
        }
    };
    diesel::sql_query(sql).load(conn)
}

/// The tables that a copy holds. A column of a type that lines cannot carry is a mistake of ours, and said.
fn tables(conn: &mut Conn) -> Result<Vec<Table>, Error> {
    let mut tables: Vec<Table> = Vec::new();
    for Found { table_name, name, sql_type, key } in all_columns(conn)? {
        if LEFT_OUT.contains(&table_name.as_str()) {
            continue;
        }
        let kind = Kind::of(&sql_type)
            .ok_or_else(|| Error::Upgrade(format!("a copy cannot carry {sql_type} of {table_name}.{name}")))?;
        let column = Column { name, kind, key };
        match tables.last_mut().filter(|table| table.name == table_name) {
            Some(table) => table.columns.push(column),
            None => tables.push(Table { name: table_name, columns: vec![column] }),
        }
    }
    Ok(tables)
}
