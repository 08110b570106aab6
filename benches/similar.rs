//! How long it takes to find similar issues among 100,000, at one site and at twenty, on both engines, as a request finds
//! them: from the typed words to the issues that the viewer sees. Goal: medians under 50 ms.
//!
//! `PEOPLEWORTHY_TEST_POSTGRES=postgres://… cargo bench --bench similar`. The issues are put together from sentences of
//! the fixtures and made-up words; a number after `--` makes fewer of them. Exit status 1 if a goal is missed.

// A bench may stop, and prints its result.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod engines;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use diesel::prelude::*;
use engines::{drop_database, new_database};
use peopleworthy::app::{App, Deed};
use peopleworthy::clock::{Clock, Moment};
use peopleworthy::commands;
use peopleworthy::config::Config;
use peopleworthy::db::schema::issue;
use peopleworthy::directory::import;
use peopleworthy::ids::{AccountId, CategoryId, IssueId, PersonId, SessionId, SiteId};
use peopleworthy::people::site_store;
use peopleworthy::people::viewer::Viewer;
use peopleworthy::views::{Lang, Views};
use peopleworthy::voice::{category_store, similar_store};

const ISSUES: usize = 100_000;
const AT_ONCE: usize = 500;
const GOAL: Duration = Duration::from_millis(50);

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../tests/fixtures/similar/", $name))
    };
}

fn main() -> ExitCode {
    peopleworthy::secrets::install_crypto();
    let number = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(ISSUES);
    let server = std::env::var("PEOPLEWORTHY_TEST_POSTGRES").expect("PEOPLEWORTHY_TEST_POSTGRES, see README");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut are_met = true;
    println!("{number} issues          what is typed      median       p95   (goal: median under {GOAL:?})");
    for sites in [1, 20] {
        for engine in ["SQLite", "PostgreSQL"] {
            let folder = tempfile::tempdir().unwrap();
            let url = match engine {
                "SQLite" => format!("sqlite:{}", folder.path().join("bench.db").display()),
                _ => new_database(&server),
            };
            let app = open(&url, folder.path());
            let (at, put) = runtime.block_on(fill(&app, number, sites));
            println!("{engine}, {sites:>2} sites, {:.2} ms to store one", put.as_secs_f64() * 1e3 / number as f64);
            for (name, typed) in typed() {
                let mut times = runtime.block_on(find_all(&app, at, &typed));
                times.sort();
                let (median, slow) = (times[times.len() / 2], times[times.len() * 95 / 100]);
                println!("{name:>41} {:>8.1} ms {:>6.1} ms", median.as_secs_f64() * 1e3, slow.as_secs_f64() * 1e3);
                are_met &= median < GOAL;
            }
            drop(app);
            if engine == "PostgreSQL" {
                drop_database(&url);
            }
        }
    }
    if are_met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn open(url: &str, folder: &std::path::Path) -> App {
    let settings = [("DATA_DIR", folder.display().to_string()), ("DATABASE_URL", url.to_owned())];
    let settings: BTreeMap<String, String> =
        settings.into_iter().map(|(name, value)| (format!("PEOPLEWORTHY_{name}"), value)).collect();
    let clock = Clock::standing_at(Moment::from_micros(1_795_262_400_000_000));
    let views = Views::load().unwrap().with_clock(clock.clone());
    commands::open_with(Config::read(&settings, "").unwrap(), clock, views)
        .unwrap_or_else(|stop| panic!("{}", stop.sentence()))
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }
}

/// Titles and sentences of issues.
fn said() -> [(Lang, Vec<&'static str>, Vec<&'static str>); 2] {
    let of = |lang, texts: [&'static str; 2]| {
        let rows = || texts.into_iter().flat_map(str::lines).map(|line| line.split('\t').collect::<Vec<_>>());
        let sentences = rows().flat_map(|row| row[2].split(". ").collect::<Vec<_>>());
        (lang, rows().map(|row| row[1]).collect(), sentences.collect())
    };
    [
        of(Lang::En, [fixture!("issues.en.tsv"), fixture!("own.en.tsv")]),
        of(Lang::De, [fixture!("issues.de.tsv"), fixture!("own.de.tsv")]),
    ]
}

/// What somebody types: a few words, a sentence, the whole of it.
fn typed() -> Vec<(&'static str, Vec<(Lang, String)>)> {
    let column = |text: &'static str, at: usize| text.lines().map(move |line| line.split('\t').nth(at).unwrap());
    let english = column(fixture!("rephrase.en.tsv"), 1).map(|said| (Lang::En, said.to_owned()));
    let german = column(fixture!("rephrase.de.tsv"), 1).map(|said| (Lang::De, said.to_owned()));
    let sentences: Vec<(Lang, String)> = english.chain(german).collect();
    let begun = |(lang, said): &(Lang, String)| {
        let words: Vec<&str> = said.split(' ').take(4).collect();
        (*lang, words.join(" "))
    };
    let english = column(fixture!("issues.en.tsv"), 2).map(|said| (Lang::En, said.to_owned()));
    let german = column(fixture!("issues.de.tsv"), 2).map(|said| (Lang::De, said.to_owned()));
    vec![
        ("four words", sentences.iter().map(begun).collect()),
        ("a sentence", sentences.clone()),
        ("all of it", english.chain(german).collect()),
    ]
}

async fn fill(app: &App, number: usize, sites: usize) -> (SiteId, Duration) {
    let rows: String = (0..sites).map(|n| format!("Site {n},site-{n},Europe/London,en,GB,\n")).collect();
    let csv = format!("name,slug,time_zone,languages,country,parent\n{rows}");
    assert!(!import::sites(app, csv.as_bytes()).await.unwrap().is_refused());
    let sites: Vec<SiteId> = app.read(site_store::list_sites).await.unwrap().iter().map(|site| site.id).collect();
    let category = app.read(category_store::list).await.unwrap()[0].id;
    let (said, mut dice) = (said(), Dice(0x5EED_CAFE_F00D_0001));
    let started = Instant::now();
    for first in (0..number).step_by(AT_ONCE) {
        let made: Vec<_> = (first..number.min(first + AT_ONCE))
            .map(|n| {
                let (lang, titles, sentences) = &said[dice.below(2)];
                let title = titles[dice.below(titles.len())].to_owned();
                let mut what: Vec<String> = (0..2).map(|_| sentences[dice.below(sentences.len())].to_owned()).collect();
                // Names, rooms and machines: every third issue has one that nobody wrote before.
                what.extend((0..3).map(|_| made_up(&mut dice)));
                (sites[n % sites.len()], *lang, title, what.join(" "))
            })
            .collect();
        app.write(move |deed| made.iter().try_for_each(|one| insert(deed, category, one))).await.unwrap();
    }
    (sites[0], started.elapsed())
}

fn made_up(dice: &mut Dice) -> String {
    const PARTS: [&str; 24] = [
        "ba", "be", "bor", "da", "del", "fin", "ga", "hol", "kra", "la", "lin", "mar", "mun", "ne", "nor", "pas", "ro",
        "ste", "tal", "ta", "ver", "wil", "zan", "zu",
    ];
    // Half of them are often said, half hardly ever.
    let parts = if dice.below(2) == 0 { 2 } else { 4 };
    (0..parts).map(|_| PARTS[dice.below(PARTS.len())]).collect()
}

/// An issue that nobody raised: such a one needs no person.
fn insert(
    deed: &mut Deed,
    category: CategoryId,
    (site, lang, title, what): &(SiteId, Lang, String, String),
) -> QueryResult<()> {
    let id = IssueId::new(deed.now);
    diesel::insert_into(issue::table)
        .values((
            (issue::id.eq(id), issue::kind.eq("issue"), issue::level.eq("anonymous"), issue::scope.eq("site")),
            (issue::category_id.eq(category), issue::site_id.eq(*site), issue::language.eq(lang.tag())),
            (issue::title.eq(title), issue::what.eq(what), issue::place.eq(""), issue::fix.eq("")),
            (issue::state.eq("received"), issue::support_count.eq(0), issue::raised_at.eq(deed.now)),
            (issue::acknowledge_due_on.eq("2026-11-25"), issue::answer_due_on.eq("2026-11-25")),
            (issue::decide_due_on.eq("2026-11-25"), issue::version.eq(1)),
        ))
        .execute(deed.conn)?;
    similar_store::refresh(deed.conn, id)
}

async fn find_all(app: &App, site_id: SiteId, typed: &[(Lang, String)]) -> Vec<Duration> {
    let viewer = Viewer {
        person_id: PersonId::random(),
        account_id: AccountId::random(),
        session_id: SessionId::random(),
        name: String::new(),
        first_name: String::new(),
        site_id,
        department_id: None,
        team_id: None,
        lang: None,
        grants: Vec::new(),
        must_change_code: false,
    };
    let mut times = Vec::with_capacity(typed.len());
    for (lang, words) in typed.iter().cloned() {
        let viewer = viewer.clone();
        let started = Instant::now();
        let found = app.read(move |conn| similar_store::list_similar(conn, &viewer, &words, lang)).await.unwrap();
        times.push(started.elapsed());
        std::hint::black_box(found);
    }
    times
}
