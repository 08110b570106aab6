//! Everything a thief of everything has: each column of each row and where it lies, the files as they are, the log, the
//! mails, the backups with their key, and the secret file, so that no seal is in the way.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::sync::{Mutex, OnceLock, PoisonError};

use diesel::prelude::*;
use peopleworthy::clock::Clock;
use peopleworthy::db::Url;
use peopleworthy::db::schema::anon_thread;
use peopleworthy::voice::anonymous::thread::{Row as ThreadRow, Thread};
use peopleworthy::voice::anonymous::thread_store::list_messages;
use peopleworthy::voice::anonymous::words::{Part, Said, open};
use tracing::Level;
use tracing_subscriber::filter::filter_fn;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::FormatTime;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use super::super::lines;
use super::world::World;
use crate::house::House;

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    None,
    Whole(i64),
    Bytes(Vec<u8>),
    Text(String),
}

impl Cell {
    /// What the values of this cell are made of, if it is more than a number.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Cell::Bytes(bytes) => bytes,
            Cell::Text(text) => text.as_bytes(),
            Cell::None | Cell::Whole(_) => &[],
        }
    }
}

pub struct Row {
    pub table: String,
    /// Its place among the rows of its table, as they lie.
    pub place: usize,
    /// The number of the transaction that wrote it, where the engine keeps it.
    pub transaction: Option<i64>,
    pub cells: Vec<(String, Cell)>,
}

impl Row {
    pub fn cell(&self, column: &str) -> &Cell {
        self.cells.iter().find(|(name, _)| name == column).map_or(&Cell::None, |(_, cell)| cell)
    }
}

#[derive(Default)]
pub struct Loot {
    pub rows: Vec<Row>,
    /// In the order in which they were stolen.
    pub files: Vec<(String, Vec<u8>)>,
    /// Of every line what kind it is, and when (microseconds).
    pub log: Vec<(String, i64)>,
    pub mails: Vec<(String, i64)>,
}

impl Loot {
    /// What there is to be had at each collection: the write-ahead log, or on PostgreSQL what waits, if anything does.
    pub fn take_at_collection(&mut self, house: &House) {
        match house.app.db.url() {
            Url::Sqlite(path) => {
                let log = std::fs::read(format!("{path}-wal")).unwrap_or_default();
                self.files.push((format!("wal {}", self.files.len()), log));
            }
            Url::Postgres(_) => {
                let waiting = read_table(house, "anon_intake");
                self.rows.extend(waiting);
            }
        }
    }

    /// Everything else, at the end.
    pub fn take(&mut self, world: &World<'_>) {
        let house = world.house;
        let mails = house.all_mails(); // also waits until the last one was sent
        for table in tables(house) {
            self.rows.extend(read_table(house, &table));
        }
        self.rows.extend(unsealed(house));
        if let Url::Sqlite(path) = house.app.db.url() {
            self.files.push(("file".into(), std::fs::read(path).unwrap()));
        }
        super::world::back_up(house, "end");
        for name in ["night", "end"] {
            self.files.push((format!("backup {name}"), decrypted(house, name)));
        }
        self.mails = mails.iter().map(|mail| (mail.subject.clone(), date_of(&mail.source))).collect();
        self.log = log_lines();
        let requests = self.log.iter().filter(|(kind, _)| kind.contains("peopleworthy::request")).count();
        assert!(self.rows.len() > 1000 && requests > 300 && !self.mails.is_empty(), "the thief missed something");
    }
}

fn tables(house: &House) -> Vec<String> {
    match house.app.db.url() {
        Url::Sqlite(_) => lines(
            house,
            "SELECT name AS one FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
        ),
        Url::Postgres(_) => lines(
            house,
            "SELECT table_name::text AS one FROM information_schema.tables WHERE table_schema = current_schema()",
        ),
    }
}

/// Every row of a table as it lies. A value comes with a letter in front that says what it is.
fn read_table(house: &House, table: &str) -> Vec<Row> {
    let is_sqlite = matches!(house.app.db.url(), Url::Sqlite(_));
    let columns = match is_sqlite {
        true => lines(house, &format!("SELECT name || ' ' || type AS one FROM pragma_table_info('{table}')")),
        false => lines(
            house,
            &format!(
                "SELECT column_name || ' ' || data_type AS one FROM information_schema.columns WHERE table_name = '{table}'"
            ),
        ),
    };
    let columns: Vec<(&str, &str)> = columns.iter().filter_map(|column| column.split_once(' ')).collect();
    let value = |(name, kind): &(&str, &str)| match (is_sqlite, *kind) {
        (true, _) => format!(
            "CASE typeof(\"{name}\") WHEN 'blob' THEN 'b' || hex(\"{name}\") WHEN 'text' THEN 't' || \"{name}\" \
             WHEN 'null' THEN NULL ELSE 'i' || \"{name}\" END"
        ),
        (false, "bytea") => format!("'b' || encode(\"{name}\", 'hex')"),
        (false, "boolean") => format!("'i' || \"{name}\"::int"),
        (false, "text") => format!("'t' || \"{name}\""),
        (false, _) => format!("'i' || \"{name}\"::text"),
    };
    let values = columns.iter().map(value).collect::<Vec<_>>().join(", ");
    let sql = match is_sqlite {
        true => format!("SELECT json_array(NULL, {values}) AS one FROM \"{table}\""),
        false => format!("SELECT json_build_array(xmin::text, {values})::text AS one FROM {table} ORDER BY ctid"),
    };
    let row = |(place, line): (usize, &String)| {
        let values: Vec<Option<String>> = serde_json::from_str(line).unwrap();
        let transaction = values[0].as_ref().map(|number| number.parse().unwrap());
        let names = columns.iter().map(|(name, _)| (*name).to_owned());
        let cells = names.zip(values.iter().skip(1).map(|value| cell(value.as_deref()))).collect();
        Row { table: table.to_owned(), place, transaction, cells }
    };
    lines(house, &sql).iter().enumerate().map(row).collect()
}

fn cell(value: Option<&str>) -> Cell {
    let Some((kind, value)) = value.map(|value| value.split_at(1)) else { return Cell::None };
    match kind {
        "b" => Cell::Bytes(
            (0..value.len()).step_by(2).map(|at| u8::from_str_radix(&value[at..at + 2], 16).unwrap()).collect(),
        ),
        "i" => value.parse().map_or_else(|_| Cell::Text(value.to_owned()), Cell::Whole),
        _ => Cell::Text(value.to_owned()),
    }
}

/// What the secret file opens: a row for each thread, with its subject and what its writer wrote.
fn unsealed(house: &House) -> Vec<Row> {
    let threads: Vec<ThreadRow> = house.read(|conn| anon_thread::table.load(conn));
    let mut rows = Vec::new();
    for (place, row) in threads.into_iter().enumerate() {
        let id = row.id;
        let messages = house.read(move |conn| list_messages(conn, id));
        let thread = Thread::open(&house.app.secrets, row).unwrap();
        let mut cells = vec![
            ("thread".to_owned(), Cell::Bytes(id.0.as_bytes().to_vec())),
            ("category".into(), Cell::Text(thread.header.category.to_string())),
        ];
        for message in messages {
            let said: Said = open(&thread.key, id, Part::Message(message.seq), &message.sealed).unwrap();
            match said {
                Said::First { what, .. } => cells.push(("what".into(), Cell::Text(what))),
                Said::Words { text } => cells.push(("text".into(), Cell::Text(text))),
                _ => {}
            }
        }
        rows.push(Row { table: "unsealed".into(), place, transaction: None, cells });
    }
    rows
}

/// A backup as it is before it is encrypted and packed.
pub fn decrypted(house: &House, name: &str) -> Vec<u8> {
    let folder = house.folder.path();
    let key = std::fs::read_to_string(folder.join("backup-key")).unwrap();
    let key: age::x25519::Identity = key.lines().last().unwrap().parse().unwrap();
    let opened = age::Decryptor::new(std::fs::File::open(folder.join(format!("{name}.backup"))).unwrap()).unwrap();
    let opened = opened.decrypt(std::iter::once(&key as &dyn age::Identity)).unwrap();
    let mut content = Vec::new();
    flate2::read::GzDecoder::new(opened).read_to_end(&mut content).unwrap();
    content
}

fn date_of(mail: &str) -> i64 {
    let date = mail.lines().find_map(|line| line.strip_prefix("Date: ")).unwrap();
    jiff::fmt::rfc2822::parse(date.trim()).unwrap().timestamp().as_microsecond()
}

/// What this process has logged, and the clock of the house that logs.
static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static CLOCK: Mutex<Option<Clock>> = Mutex::new(None);

struct HouseTime;

impl FormatTime for HouseTime {
    fn format_time(&self, out: &mut Writer<'_>) -> std::fmt::Result {
        let clock = CLOCK.lock().unwrap_or_else(PoisonError::into_inner);
        let now = clock.as_ref().map_or(0, |clock| clock.now().micros());
        write!(out, "{now}")
    }
}

struct Pen;

impl Write for Pen {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// From now on the log of this process is the log of this house, at its most talkative, as `main.rs` has it.
pub fn keep_log(house: &House) {
    *CLOCK.lock().unwrap() = Some(house.app.clock.clone());
    LOG.lock().unwrap().clear();
    static IS_ON: OnceLock<()> = OnceLock::new();
    IS_ON.get_or_init(|| {
        let ours_or_calm = filter_fn(|line| line.target().starts_with("peopleworthy") || *line.level() <= Level::INFO);
        let lines = tracing_subscriber::fmt::layer().json().with_timer(HouseTime).with_writer(|| Pen);
        tracing_subscriber::registry().with(ours_or_calm).with(lines).init();
    });
}

/// What was logged since then, as it stands in the file.
pub fn log() -> String {
    String::from_utf8(LOG.lock().unwrap().clone()).unwrap()
}

fn log_lines() -> Vec<(String, i64)> {
    let line = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let fields: BTreeMap<String, serde_json::Value> = serde_json::from_value(line["fields"].clone()).unwrap();
        // Numbers and keys differ from line to line; words say what kind of line it is.
        let words = fields
            .values()
            .filter_map(|value| value.as_str())
            .filter(|word| word.parse::<uuid::Uuid>().is_err() && word.parse::<u64>().is_err());
        let kind = format!("{} {}", line["target"].as_str().unwrap(), words.collect::<Vec<_>>().join(" "));
        (kind, line["timestamp"].as_str().unwrap().parse().unwrap())
    };
    log().lines().map(line).collect()
}
