//! Twenty thousand people answer a survey of 12 questions through the real server, 32 at a time, on both engines; then it ends, on a
//! tree of about 2,000 groups. None may be lost, none counted twice; the end has to take under 5 seconds.
//!
//! `PEOPLEWORTHY_TEST_POSTGRES=postgres://… cargo bench --bench survey`; a number after `--` makes it fewer people. Exit status
//! 1 if a goal is missed.

// A bench may stop, and prints its result.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

mod engines;

use std::collections::BTreeMap;
use std::net::{SocketAddr, TcpListener};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use engines::{drop_database, new_database};
use peopleworthy::app::App;
use peopleworthy::clock::{Clock, Moment};
use peopleworthy::config::Config;
use peopleworthy::directory::import;
use peopleworthy::ids::{PulseId, RowId};
use peopleworthy::people::organisation::Organisation;
use peopleworthy::people::organisation_store;
use peopleworthy::pulse::answer::invitation_code;
use peopleworthy::pulse::period::{Period, Window};
use peopleworthy::pulse::survey::{Pulse, Question, QuestionRow, State, library_questions};
use peopleworthy::pulse::{answer_store, ending, invitation_store, launch, result_store, store};
use peopleworthy::views::{Lang, Views};
use peopleworthy::{commands, server};

const PEOPLE: usize = 20_000;
const CLIENTS: usize = 32;
const SITES: usize = 40;
const DEPARTMENTS: usize = 7;
const TEAMS: usize = 6;
const GOAL: Duration = Duration::from_secs(5);
/// Noon on the first day of the window.
const NOW: i64 = 1_795_521_600;

fn main() -> ExitCode {
    peopleworthy::secrets::install_crypto();
    let number = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(PEOPLE);
    let postgres = std::env::var("PEOPLEWORTHY_TEST_POSTGRES").expect("PEOPLEWORTHY_TEST_POSTGRES, see README");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut is_met = true;
    println!("{number} people, {CLIENTS} at a time, {} groups", 1 + SITES * (1 + DEPARTMENTS * (1 + TEAMS)));
    for engine in ["SQLite", "PostgreSQL"] {
        let folder = tempfile::tempdir().unwrap();
        let url = match engine {
            "SQLite" => format!("sqlite:{}", folder.path().join("bench.db").display()),
            _ => new_database(&postgres),
        };
        let clock = Clock::standing_at(Moment::from_micros(NOW * 1_000_000));
        let views = Views::load().unwrap().with_clock(clock.clone());
        let app = commands::open_with(config(&url, folder.path()), clock, views)
            .unwrap_or_else(|stop| panic!("{}", stop.sentence()));
        let id = runtime.block_on(launched(&app, number));
        let address = serve(app.clone());
        let codes = codes(&runtime, &app, id);
        let began = Instant::now();
        let mut times = answer_all(address, &codes);
        let took = began.elapsed();
        times.sort();
        let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)];
        println!(
            "{engine:<10} {:>6.1} s, {:>4.0} a second; an answer: median {:.1} ms, p99 {:.1} ms, slowest {:.1} ms",
            took.as_secs_f64(),
            number as f64 / took.as_secs_f64(),
            at(50).as_secs_f64() * 1e3,
            at(99).as_secs_f64() * 1e3,
            at(100).as_secs_f64() * 1e3,
        );
        let stored = runtime.block_on(app.read(move |conn| answer_store::count(conn, id))).unwrap();
        let used = runtime.block_on(app.read(move |conn| invitation_store::count(conn, id))).unwrap();
        println!("{:<10} {stored} answers, {} of {} have answered", "", used.1, used.0);
        app.clock.advance(jiff::SignedDuration::from_hours(24 * 20));
        let began = Instant::now();
        runtime.block_on(ending::end_due(&app)).unwrap();
        let ended = began.elapsed();
        let shown = runtime.block_on(app.read(move |conn| result_store::list_shown(conn, id))).unwrap();
        println!("{:<10} ended in {:.2} s, {} groups shown (goal: {GOAL:?})", "", ended.as_secs_f64(), shown.len());
        is_met &= stored == number as i64 && used.1 == number as i64 && ended < GOAL && !shown.is_empty();
        drop(app);
        if engine == "PostgreSQL" {
            drop_database(&url);
        }
    }
    if is_met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn config(url: &str, folder: &std::path::Path) -> Config {
    let settings = [
        ("DATA_DIR", folder.display().to_string()),
        ("DATABASE_URL", url.to_owned()),
        ("LIMITS", "off".to_owned()),
        ("LOG", "error".to_owned()),
    ];
    let settings: BTreeMap<String, String> =
        settings.into_iter().map(|(name, value)| (format!("PEOPLEWORTHY_{name}"), value)).collect();
    Config::read(&settings, "").unwrap()
}

/// A house of that many people, all of whom a survey of 12 questions asks today.
async fn launched(app: &App, number: usize) -> PulseId {
    let now = app.now();
    let organisation = Organisation {
        id: RowId::new(now),
        name: "Bench Hotels".into(),
        language: "en".into(),
        languages: "en,de".into(),
        created_at: now,
        version: 1,
    };
    app.write(move |deed| organisation_store::insert_organisation(deed.conn, &organisation)).await.unwrap();
    let mut sites = String::from("name,slug,time_zone,languages,country\n");
    (0..SITES).for_each(|site| sites.push_str(&format!("Site {site},site-{site},UTC,en,GB\n")));
    assert!(!import::sites(app, sites.as_bytes()).await.unwrap().is_refused());
    let mut people = String::from("employee_number,given_name,family_name,email,site,department,team\n");
    for at in 0..number {
        let (site, department, team) = (at % SITES, at / SITES % DEPARTMENTS, at / SITES / DEPARTMENTS % TEAMS);
        people.push_str(&format!(
            "n{at},Given{at},Family{at},n{at}@bench.example,site-{site},Department {department},Team {team}\n"
        ));
    }
    let read = import::people(app, people.as_bytes(), false).await.unwrap();
    assert!(!read.is_refused(), "{read}");
    let secrets = app.secrets.clone();
    let began = Instant::now();
    let id = app
        .write(move |deed| {
            let today = launch::today(deed.conn, deed.now)?;
            let period = Period::of(today, 2);
            let id = PulseId::new(deed.now);
            let draft = Pulse::draft(id, "Bench".into(), period, 5);
            let window = Window { opens_on: today, ..draft.window() };
            let pulse = Pulse { opens_on: window.opens_on, mails_wanted: 1, ..draft };
            store::insert(deed.conn, &pulse)?;
            store::set_questions(deed.conn, id, &questions(id))?;
            assert!(launch::launch(deed, &secrets, &pulse)?);
            Ok(id)
        })
        .await
        .unwrap();
    println!("{:<10} launched in {:.2} s", "", began.elapsed().as_secs_f64());
    let state = app.read(move |conn| store::find(conn, id)).await.unwrap().unwrap().state();
    assert_eq!(state, State::Launched);
    id
}

/// The library's eleven that are answered by choosing, and one of the organisation's own.
fn questions(id: PulseId) -> Vec<Question> {
    let mut questions = library_questions(id, |block| block.key != "one-thing");
    let position = i32::try_from(questions.len()).unwrap();
    let row = QuestionRow { pulse_id: id, position, kind: "agree".into(), scale: None, library_key: None };
    let own_words = vec![(Lang::En, "The canteen is good".into()), (Lang::De, "Die Kantine ist gut".into())];
    questions.push(Question { row, own_words });
    assert_eq!(questions.len(), 12);
    questions
}

fn codes(runtime: &tokio::runtime::Runtime, app: &App, id: PulseId) -> Vec<String> {
    let asked = runtime.block_on(app.read(move |conn| invitation_store::list_unmailed(conn, id, 1, i64::MAX))).unwrap();
    asked.iter().map(|one| invitation_code(&app.secrets, id, one.person_id)).collect()
}

/// Where it listens. It runs until the bench ends.
fn serve(app: App) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move { server::start(app, listener, 2).unwrap().await.unwrap() });
    });
    address
}

/// Everybody answers, and one in ten presses twice; how long each took.
fn answer_all(address: SocketAddr, codes: &[String]) -> Vec<Duration> {
    let next = AtomicUsize::new(0);
    let clients = || {
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
        let mut times = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(code) = codes.get(at) else { return times };
            let mut form = vec![("code".to_owned(), code.clone())];
            form.extend((0..12).map(|place| (format!("q{place}"), (1 + (at + place * 7) % 5).to_string())));
            let presses = if at.is_multiple_of(10) { 2 } else { 1 };
            for _ in 0..presses {
                let began = Instant::now();
                let url = format!("http://{address}/pulse/answer");
                let mut said = agent.post(&url).send_form(form.iter().map(|(name, value)| (name, value))).unwrap();
                let body = said.body_mut().read_to_string().unwrap();
                times.push(began.elapsed());
                assert!(said.status() == 200 && body.contains("Your answers are in"), "{} {body}", said.status());
            }
        }
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(clients)).collect();
        running.into_iter().flat_map(|one| one.join().unwrap()).collect()
    })
}
