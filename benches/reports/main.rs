//! How long the pages of reports take at 10,000 and at 10,000,000 notes in a house of 2,000 units, on both engines; and
//! how long the same figures take by SQL over every row, in PostgreSQL and in DuckDB. Goals: a page within 1.5 times
//! its time at the fewest notes; the same figures at least 20 times sooner than the better of the two has them, and equal. What a
//! page adds to its figures (who asks, HTML) would be the same around those of SQL; it is printed too.
//!
//! `PEOPLEWORTHY_TEST_POSTGRES=postgres://… cargo bench --bench reports`; wants python3 with duckdb (`pip install
//! duckdb`) and 40 GB of disk. After `--`, numbers are other sizes, `sqlite` or `postgres` one engine alone: without
//! PostgreSQL nothing is held against SQL. Exit status 1 if a goal is missed.

// A bench may stop, and prints its result.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[path = "../engines/mod.rs"]
mod engines;
mod filling;
mod house;
mod raw;

use std::process::ExitCode;
use std::time::Duration;

use house::{House, Page, ask_all};
use peopleworthy::insights::reports::figure::Figures;
use raw::{Raw, Told};
use tokio::runtime::Runtime;

const SIZES: [i64; 2] = [10_000, 10_000_000];
/// How much slower a page may be at the most notes than at the fewest.
const SLOWER: f64 = 1.5;
/// How much faster than SQL over every row it has to be.
const FASTER: f64 = 20.0;
/// Noon on a day in November, in microseconds.
const NOW: i64 = 1_795_521_600_000_000;

#[derive(Clone, Copy, PartialEq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    fn name(self) -> &'static str {
        match self {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        }
    }
}

/// What was measured of an engine at the most notes.
struct Measured {
    engine: Engine,
    /// The median of each page, and of reading its figures alone.
    pages: Vec<Duration>,
    figures: Vec<Duration>,
    kept: Figures,
}

fn main() -> ExitCode {
    peopleworthy::secrets::install_crypto();
    let (engines, mut sizes) = asked();
    sizes.sort_unstable();
    let has_postgres = engines.contains(&Engine::Postgres);
    if has_postgres && !raw::has_duckdb() {
        println!("python3 cannot import duckdb, which the pages are held against: pip install duckdb");
        return ExitCode::FAILURE;
    }
    // Asked for first: the other engine takes minutes.
    let server = match has_postgres {
        true => std::env::var("PEOPLEWORTHY_TEST_POSTGRES").expect("PEOPLEWORTHY_TEST_POSTGRES, see README"),
        false => String::new(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (mut measured, mut by_sql, mut are_met) = (Vec::new(), None, true);
    for engine in engines {
        let folder = tempfile::tempdir().unwrap();
        let urls: Vec<String> = sizes.iter().map(|size| new_url(engine, &server, folder.path(), *size)).collect();
        let open = |(size, url): (&i64, &String)| House::open(&runtime, engine, url, folder.path(), *size);
        let houses: Vec<House> = sizes.iter().zip(&urls).map(open).collect();
        let (of_engine, is_steady) = measure(&runtime, engine, &houses);
        measured.push(of_engine);
        are_met &= is_steady;
        drop(houses);
        if engine == Engine::Postgres {
            let largest = urls.last().unwrap();
            by_sql =
                Some([("PostgreSQL", raw::ask_postgres(largest)), ("DuckDB", raw::ask_duckdb(largest, folder.path()))]);
            urls.iter().for_each(|url| engines::drop_database(url));
        }
    }
    match by_sql {
        Some(by_sql) => are_met &= hold_against(&measured, &by_sql),
        None => println!("\nnot held against SQL: that wants PostgreSQL too"),
    }
    if are_met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Engines and numbers of notes, from the command line.
fn asked() -> (Vec<Engine>, Vec<i64>) {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let sizes: Vec<i64> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let mut engines = vec![Engine::Sqlite, Engine::Postgres];
    let is_named = |engine: &Engine| match engine {
        Engine::Sqlite => arguments.iter().any(|argument| argument == "sqlite"),
        Engine::Postgres => arguments.iter().any(|argument| argument == "postgres"),
    };
    if engines.iter().any(is_named) {
        engines.retain(is_named);
    }
    (engines, if sizes.is_empty() { SIZES.to_vec() } else { sizes })
}

fn new_url(engine: Engine, server: &str, folder: &std::path::Path, notes: i64) -> String {
    match engine {
        Engine::Sqlite => format!("sqlite:{}", folder.join(format!("{notes}.db")).display()),
        Engine::Postgres => engines::new_database(server),
    }
}

/// The times of all pages side by side, and whether they are as they should be.
fn measure(runtime: &Runtime, engine: Engine, houses: &[House]) -> (Measured, bool) {
    let times = ask_all(houses);
    let sizes: String = houses.iter().map(|house| format!("{:>16} notes", house.notes)).collect();
    println!("\n{:<18}{sizes}     ratio   within {SLOWER}", engine.name());
    let mut are_met = true;
    for page in Page::ALL {
        let of_page = &times[page as usize];
        let (first, last) = (of_page[0], of_page[of_page.len() - 1]);
        let ratio = last.as_secs_f64() / first.as_secs_f64();
        let shown: String = of_page.iter().map(|time| format!("{:>19.2} ms", milliseconds(*time))).collect();
        println!("{:<18}{shown} {ratio:>9.2}   {}", page.name(), yes(ratio <= SLOWER));
        are_met &= ratio <= SLOWER;
    }
    println!();
    let pages = times.iter().map(|of_page| of_page[of_page.len() - 1]).collect();
    let largest = &houses[houses.len() - 1];
    let figures = Page::ALL.iter().map(|page| largest.time_figures(runtime, *page)).collect();
    (Measured { engine, pages, figures, kept: largest.figures(runtime, Page::Hr) }, are_met)
}

/// Holds what is kept, and how soon a page is there, against SQL over every row. Pages of an executive tell what HR's
/// tell.
fn hold_against(measured: &[Measured], by_sql: &[(&str, Raw<Told>); 2]) -> bool {
    let mut are_met = true;
    for (page, told) in [(Page::Hr, (|raw| &raw.house) as fn(&Raw<Told>) -> &Told), (Page::Site, |raw| &raw.site)] {
        let by_sql = by_sql.each_ref().map(|(name, raw)| (*name, told(raw)));
        for (name, told) in &by_sql {
            println!("{:<18} by SQL over every row in {name:<10} {:>12.2} ms", page.name(), milliseconds(told.took));
        }
        let better = by_sql.iter().map(|(_, told)| told.took).min().unwrap();
        for one in measured {
            for (name, told) in &by_sql {
                let (held, differ) = raw::compare(&one.kept, &told.figures);
                let is_equal = held > 0 && differ == 0;
                are_met &= is_equal;
                let engine = one.engine.name();
                println!(
                    "    {engine:<10} {held} figures against {name:<10} {differ} differ, equal: {}",
                    yes(is_equal)
                );
            }
            let times = |ours: &[Duration]| better.as_secs_f64() / ours[page as usize].as_secs_f64();
            let ratio = times(&one.figures);
            are_met &= ratio >= FASTER;
            println!(
                "    {:<10} figures in {:.2} ms: {ratio:.1} times faster than the better, at least {FASTER} times: {}; with the whole page \
                 {:.1} times",
                one.engine.name(),
                milliseconds(one.figures[page as usize]),
                yes(ratio >= FASTER),
                times(&one.pages)
            );
        }
    }
    are_met
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
