//! The same figures by SQL over every row, in PostgreSQL and in DuckDB: how long that takes, and whether it tells the
//! same.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, copy};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::pg::CopyFormat;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Double, Nullable, Text};
use peopleworthy::clock::Moment;
use peopleworthy::db::schema::{conversation, note, note_recipient};
use peopleworthy::insights::reports::figure::{ANSWER_DAYS, Figure, Figures, HOUSE, LEAST, LEAST_PEOPLE, Name};
use peopleworthy::insights::reports::store::Window;
use uuid::Uuid;

use super::NOW;
use super::filling::key;
use super::house::{SITE, median};

const FIGURES: &str = include_str!("figures.sql");
const DUCKDB_SIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/reports/duckdb_side.py");
const TIMES: usize = 5;
/// What the statement tells of.
pub const TOLD: [Name; 6] = [Name::Praise, Name::Colleagues, Name::Nameless, Name::Heard, Name::Asked, Name::InTime];

/// A statement for each page: all sites and the house, or one site.
pub struct Raw<T> {
    pub house: T,
    pub site: T,
}

/// How long a statement took, the median, and what it told.
pub struct Told {
    pub took: Duration,
    pub figures: Figures,
}

/// Whether DuckDB is there.
pub fn has_duckdb() -> bool {
    let tried = Command::new("python3").args(["-c", "import duckdb"]).stderr(Stdio::null()).status();
    tried.is_ok_and(|status| status.success())
}

/// The statements for an engine, by how it writes a key.
fn statements(written: impl Fn(Uuid) -> String) -> Raw<String> {
    let now = Moment::from_micros(NOW);
    let from = Window::back_from(now.utc_day(), now).from;
    let from = Moment::from(from.date().to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp());
    let of = |here: String, with_house: bool| {
        [
            ("{here}", here),
            ("{with_house}", with_house.to_string()),
            ("{house}", written(HOUSE)),
            ("{from}", from.micros().to_string()),
            ("{at}", NOW.to_string()),
            ("{in_time}", (ANSWER_DAYS * 24 * 3_600 * 1_000_000).to_string()),
            ("{least}", LEAST.to_string()),
            ("{least_people}", LEAST_PEOPLE.to_string()),
        ]
        .iter()
        .fold(FIGURES.to_owned(), |sql, (name, value)| sql.replace(name, value))
    };
    Raw { house: of("true".into(), true), site: of(format!("site_id = {}", written(key("site", SITE))), false) }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Binary)]
    unit: Vec<u8>,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = BigInt)]
    n: i64,
    #[diesel(sql_type = Nullable<Double>)]
    value: Option<f64>,
}

fn figures(rows: impl IntoIterator<Item = (Uuid, String, i64, Option<f64>)>) -> Figures {
    let figure = |(unit, name, n, value): (Uuid, String, i64, Option<f64>)| {
        let name = Name::from_name(&name).unwrap();
        ((unit, name), Figure { value, ..Figure::count(u32::try_from(n).unwrap()) })
    };
    rows.into_iter().map(figure).collect()
}

/// In PostgreSQL, which gets the memory to sort in that such a question wants.
pub fn ask_postgres(url: &str) -> Raw<Told> {
    let mut conn = PgConnection::establish(url).unwrap();
    conn.batch_execute("SET work_mem='512MB'").unwrap();
    let mut ask = |sql: String| {
        let mut times = Vec::new();
        let mut rows: Vec<Row> = Vec::new();
        for _ in 0..TIMES {
            let began = Instant::now();
            rows = diesel::sql_query(&sql).load(&mut conn).unwrap();
            times.push(began.elapsed());
        }
        let rows = rows.into_iter().map(|row| (Uuid::from_slice(&row.unit).unwrap(), row.name, row.n, row.value));
        Told { took: median(times), figures: figures(rows) }
    };
    let of = statements(|key| format!("'\\x{}'::bytea", key.simple()));
    Raw { house: ask(of.house), site: ask(of.site) }
}

/// In DuckDB, over what PostgreSQL gives out; a folder has the files meanwhile.
pub fn ask_duckdb(url: &str, folder: &Path) -> Raw<Told> {
    give_out(url, folder);
    let of = statements(|key| format!("CAST('{key}' AS UUID)"));
    std::fs::write(folder.join("house.sql"), of.house).unwrap();
    std::fs::write(folder.join("site.sql"), of.site).unwrap();
    let output = Command::new("python3")
        .arg(DUCKDB_SIDE)
        .arg(folder)
        .arg(TIMES.to_string())
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    assert!(output.status.success(), "DuckDB did not answer");
    #[derive(serde::Deserialize)]
    struct Page {
        seconds: Vec<f64>,
        rows: Vec<(Uuid, String, i64, Option<f64>)>,
    }
    let mut pages: BTreeMap<String, Page> = serde_json::from_slice(&output.stdout).unwrap();
    let mut told = |name: &str| {
        let page = pages.remove(name).unwrap();
        let times = page.seconds.into_iter().map(Duration::from_secs_f64).collect();
        Told { took: median(times), figures: figures(page.rows) }
    };
    Raw { house: told("house"), site: told("site") }
}

/// The columns that the statements look at, in the order in which the rows were written.
fn give_out(url: &str, folder: &Path) {
    macro_rules! give_out {
        ($table:ident: $($column:ident),*) => {
            // A connection each: one that has copied is not free again.
            let mut conn = PgConnection::establish(url).unwrap();
            let mut file = BufWriter::new(File::create(folder.join(concat!(stringify!($table), ".csv"))).unwrap());
            let rows = diesel::copy_to(($($table::$column,)*)).with_format(CopyFormat::Csv).with_header(true);
            copy(&mut rows.load_raw(&mut conn).unwrap(), &mut file).unwrap();
        };
    }
    give_out!(note: id, site_id, relayed_by_id, source, state, flags, sent_at);
    give_out!(note_recipient: note_id, person_id, site_id, sent_at, read_at, is_withdrawn);
    give_out!(conversation: site_id, state, flags, source_name, sent_at, answered_at, closed_at);
}

/// How many figures were held against what is kept, and how many differ: counts by one, times by a microsecond, shares
/// by 1e-9.
pub fn compare(kept: &Figures, told: &Figures) -> (usize, usize) {
    let units: std::collections::BTreeSet<Uuid> = told.keys().map(|(unit, _)| *unit).collect();
    let (mut held, mut differ) = (0, 0);
    for key in units.into_iter().flat_map(|unit| TOLD.map(|name| (unit, name))) {
        held += 1;
        differ += usize::from(!is_same(key.1, kept.get(&key), told.get(&key)));
    }
    (held, differ)
}

fn is_same(name: Name, one: Option<&Figure>, other: Option<&Figure>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return one.is_none() && other.is_none() };
    let is_near = match (one.value, other.value) {
        (Some(one), Some(other)) if name == Name::Heard => (one * 1e6).round() == (other * 1e6).round(),
        // In percent.
        (Some(one), Some(other)) => (one - other).abs() <= 1e-7,
        (one, other) => one.is_none() && other.is_none(),
    };
    one.n == other.n && is_near
}
