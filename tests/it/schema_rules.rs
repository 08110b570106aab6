//! Both engines keep the same tables: the same versions, the same columns, an index behind every reference.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl};
use peopleworthy::db::Conn;

use crate::house::{Engine, House};

/// What src/db/schema.rs and the files of src/db/schema say, one after the other.
fn schema() -> String {
    let db = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/db");
    let files = std::fs::read_dir(db.join("schema")).unwrap().map(|entry| entry.unwrap().path());
    let texts = files.chain([db.join("schema.rs")]).map(|path| std::fs::read_to_string(path).unwrap());
    texts.collect::<Vec<_>>().join("\n")
}

#[derive(QueryableByName, Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    #[diesel(sql_type = Text)]
    one: String,
    #[diesel(sql_type = Text)]
    two: String,
}

fn rows(house: &House, sql: &str) -> Vec<(String, String)> {
    let sql = sql.to_owned();
    let rows: Vec<Row> = house.read(move |conn: &mut Conn| diesel::sql_query(&sql).load(conn));
    rows.into_iter().map(|row| (row.one, row.two)).collect()
}

fn versions(engine: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(engine);
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    names.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap()).collect()
}

#[test]
fn both_engines_have_the_same_migrations() {
    assert_eq!(versions("sqlite"), versions("postgres"));
    assert!(!versions("sqlite").is_empty());
}

/// Tables and columns in the text of the schema.
fn known() -> BTreeMap<String, BTreeSet<String>> {
    let mut tables = BTreeMap::new();
    for block in schema().split("diesel::table! {").skip(1) {
        let code: Vec<_> =
            block.lines().map(str::trim).filter(|line| !line.starts_with("//") && !line.starts_with("#[")).collect();
        let name = code.iter().find(|line| line.contains('(')).unwrap().split('(').next().unwrap().trim().to_owned();
        let end = code.iter().position(|line| *line == "}").unwrap();
        let columns = code[..end].iter().filter_map(|line| Some(line.split_once(" -> ")?.0.trim().to_owned()));
        tables.insert(name, columns.collect());
    }
    assert!(tables.len() > 20, "{tables:?}");
    tables
}

/// Tables that diesel or SQLite keep for themselves, the index of words among them.
fn is_ours(table: &str) -> bool {
    !table.starts_with("__diesel") && !table.starts_with("sqlite_") && !table.starts_with("search_index")
}

fn columns(engine: Engine, house: &House) -> BTreeMap<String, BTreeSet<String>> {
    let sql = match engine {
        Engine::Sqlite => {
            "SELECT t.name AS one, c.name AS two FROM sqlite_master t, pragma_table_info(t.name) c \
             WHERE t.type = 'table'"
        }
        Engine::Postgres => {
            "SELECT table_name::text AS one, column_name::text AS two FROM information_schema.columns \
             WHERE table_schema = current_schema()"
        }
    };
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (table, column) in rows(house, sql).into_iter().filter(|(table, _)| is_ours(table)) {
        tables.entry(table).or_default().insert(column);
    }
    tables
}

#[test]
fn the_columns_of_both_engines_are_those_the_program_knows() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let found = columns(engine, &House::start(engine));
        let (found_names, known_names): (BTreeSet<_>, BTreeSet<_>) =
            (found.keys().cloned().collect(), known().keys().cloned().collect());
        assert_eq!(found_names, known_names, "{engine:?}");
        for (table, columns) in known() {
            assert_eq!(found[&table], columns, "{table} on {engine:?}");
        }
    }
}

#[test]
fn every_reference_has_an_index_on_both_engines() {
    let house = House::start(Engine::Sqlite);
    let references = rows(
        &house,
        "SELECT t.name AS one, f.\"from\" AS two FROM sqlite_master t, pragma_foreign_key_list(t.name) f \
         WHERE t.type = 'table'",
    );
    // The first column of an index, of a primary key and of a unique constraint alike.
    let indexed = rows(
        &house,
        "SELECT t.name AS one, c.name AS two FROM sqlite_master t, pragma_index_list(t.name) i, \
        pragma_index_info(i.name) c WHERE t.type = 'table' AND c.seqno = 0",
    );
    missing_none(&references, &indexed, "SQLite");
    let house = House::start(Engine::Postgres);
    let references = rows(
        &house,
        "SELECT c.conrelid::regclass::text AS one, a.attname::text AS two FROM pg_constraint c \
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] WHERE c.contype = 'f'",
    );
    let indexed = rows(
        &house,
        "SELECT i.indrelid::regclass::text AS one, a.attname::text AS two FROM pg_index i \
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]",
    );
    missing_none(&references, &indexed, "PostgreSQL");
}

fn missing_none(references: &[(String, String)], indexed: &[(String, String)], engine: &str) {
    assert!(references.len() > 20, "{references:?}");
    let missing: Vec<_> = references.iter().filter(|reference| !indexed.contains(reference)).collect();
    assert!(missing.is_empty(), "without an index on {engine}: {missing:?}");
}

#[test]
fn tables_of_sqlite_are_strict() {
    let house = House::start(Engine::Sqlite);
    let loose =
        rows(&house, "SELECT name AS one, type AS two FROM pragma_table_list WHERE strict = 0 AND schema = 'main'");
    let loose: Vec<_> = loose.into_iter().filter(|(table, _)| is_ours(table)).collect();
    assert!(loose.is_empty(), "{loose:?}");
    let refused = house.run(house.app.write(|deed| deed.conn.batch_execute("UPDATE site SET working_days = 'Monday'")));
    assert!(refused.is_err(), "a word went into a column of numbers");
}
