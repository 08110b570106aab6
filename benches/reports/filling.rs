//! A house of 2,000 units with as many notes as are wanted, over three years. The engines make the rows themselves from
//! a series of numbers; what looks like chance follows from the number of a row, so that both engines hold the same.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use peopleworthy::clock::Moment;
use regex::{Captures, Regex};
use uuid::Uuid;

use super::Engine;

/// As in ground.sql.
pub const SITES: i64 = 400;
pub const PEOPLE_AT_SITE: i64 = 20;
const GROUND: &str = include_str!("ground.sql");
const NOTES: &str = include_str!("notes.sql");
const CONVERSATIONS: &str = include_str!("conversations.sql");

const THREE_YEARS: i64 = 3 * 365 * 24 * 3_600 * 1_000_000;
/// There is one conversation for so many notes.
const NOTES_A_CONVERSATION: i64 = 50;
/// So many notes are one statement.
const AT_ONCE: i64 = 1_000_000;
/// What a key is of is its first byte.
const KINDS: [&str; 7] = ["site", "department", "person", "placement", "note", "recipient", "conversation"];

/// The key of a row.
pub fn key(kind: &str, n: i64) -> Uuid {
    Uuid::from_u128((first_byte(kind) as u128) << 120 | u128::from(n.unsigned_abs()))
}

fn first_byte(kind: &str) -> usize {
    1 + KINDS.iter().position(|one| *one == kind).unwrap()
}

impl Engine {
    /// The same in SQL.
    fn key(self, kind: &str, n: &str) -> String {
        let first = first_byte(kind);
        match self {
            Engine::Sqlite => format!("unhex(printf('{first:02x}%030x', {n}))"),
            Engine::Postgres => format!("decode('{first:02x}' || lpad(to_hex({n}), 30, '0'), 'hex')"),
        }
    }

    /// A table of the numbers n from one until (not including) another.
    fn series(self, from: &str, until: &str) -> String {
        match self {
            Engine::Sqlite => format!(
                "(WITH RECURSIVE series(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM series WHERE n < {until} - 1) \
                 SELECT n FROM series) AS series"
            ),
            Engine::Postgres => format!("generate_series(CAST({from} AS BIGINT), {until} - 1) AS series(n)"),
        }
    }

    /// A template as this engine reads it.
    fn sql(self, template: &str, numbers: &[(&str, i64)]) -> String {
        let with_numbers = numbers
            .iter()
            .fold(template.to_owned(), |sql, (name, n)| sql.replace(&format!("{{{name}}}"), &n.to_string()));
        let words = Regex::new(r"\{(key|dice|series) ([^{} ]+) ?([^{}]*)\}").unwrap();
        let put_in = |found: &Captures| match &found[1] {
            "key" => self.key(&found[2], &found[3]),
            "dice" => dice(&found[2]),
            _ => self.series(&found[2], &found[3]),
        };
        words.replace_all(&with_numbers, put_in).into_owned()
    }
}

/// A number of the row n that looks like chance, below 2^31; another for each throw. No step leaves 64 bits.
fn dice(throw: &str) -> String {
    format!("((n * 1103515245 % 2147483647) * ((n + {throw} * 1000003) * 48271 % 2147483647) % 2147483647)")
}

/// Puts sites, people and notes into an empty database that has its tables.
pub fn fill(engine: Engine, url: &str, notes: i64, now: Moment) {
    match engine {
        Engine::Sqlite => {
            let mut conn = SqliteConnection::establish(url.trim_start_matches("sqlite:")).unwrap();
            // A power cut may take this file; keys fit by the way they are made, and are not looked up ten million
            // times.
            conn.batch_execute("PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-500000").unwrap();
            put(engine, notes, now.micros(), |sql| conn.batch_execute(sql));
            conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        }
        Engine::Postgres => {
            let mut conn = PgConnection::establish(url).unwrap();
            conn.batch_execute("SET synchronous_commit=off; SET session_replication_role=replica").unwrap();
            put(engine, notes, now.micros(), |sql| conn.batch_execute(sql));
            // What a server does by itself while a house lives.
            conn.batch_execute("VACUUM ANALYZE").unwrap();
        }
    }
}

/// What PostgreSQL does by itself within a minute of a first count: until then it reads the figures as it did when there were
/// none, from end to end.
pub fn settle(engine: Engine, url: &str) {
    if engine == Engine::Postgres {
        PgConnection::establish(url).unwrap().batch_execute("VACUUM ANALYZE report_figure, report_week").unwrap();
    }
}

fn put(engine: Engine, notes: i64, now: i64, mut run: impl FnMut(&str) -> QueryResult<()>) {
    // Both reach from three years ago until now.
    let spread = |rows: i64| [("now", now), ("step", THREE_YEARS / rows), ("first", now - THREE_YEARS / rows * rows)];
    run(&engine.sql(GROUND, &spread(notes))).unwrap();
    for from in (0..notes).step_by(AT_ONCE as usize) {
        let part = [("from", from), ("until", notes.min(from + AT_ONCE))];
        run(&engine.sql(NOTES, &[&spread(notes)[..], &part].concat())).unwrap();
    }
    let conversations = (notes / NOTES_A_CONVERSATION).max(1);
    let all = [("from", 0), ("until", conversations)];
    run(&engine.sql(CONVERSATIONS, &[&spread(conversations)[..], &all].concat())).unwrap();
}
