//! DR11: saving everything holds nobody up.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use peopleworthy::clock::Clock;
use peopleworthy::db::{Db, generation};
use peopleworthy::people::audit::{NewEntry, What};
use peopleworthy::people::audit_store;

use super::desk::furnish;
use super::house::{Engine, Place, alone, report};

/// So many rows lie there, so that saving them takes a while.
const ROWS: i64 = 200_000;
/// As many write at once: one alone would wait for each flush before it writes again.
const WRITERS: u64 = 8;
/// What they try to write in a second, all together; the bar asks for 200.
const OFFERED: u64 = 240;
const WANTED: f64 = 200.0;
const P99: Duration = Duration::from_millis(500);

/// Writes a share of what is offered until it is told to stop; how long each write took.
fn write_on(db: &Db, which: u64, done: &AtomicU64, stop: &AtomicBool) -> Vec<Duration> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (begun, mut took) = (Instant::now(), Vec::new());
    while !stop.load(Ordering::SeqCst) {
        let turn = took.len() as u64 * WRITERS + which;
        let at = begun + Duration::from_micros(turn * 1_000_000 / OFFERED);
        std::thread::sleep(at.saturating_duration_since(Instant::now()));
        let started = Instant::now();
        let deed = db.write(move |conn| {
            let entry = NewEntry::by_nobody(What::Administered, "ledger").detail(&format!("{which} {turn}"));
            audit_store::record(conn, &entry, Clock::System.now())?;
            generation::bump(conn, "ledger").map(drop)
        });
        runtime.block_on(deed).unwrap();
        took.push(started.elapsed());
        done.fetch_add(1, Ordering::SeqCst);
    }
    took
}

fn saves_while_many_write(engine: Engine) {
    let _alone = alone();
    let place = Place::new(engine);
    furnish(&place);
    place.execute(&format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS}) \
         INSERT INTO site_slug (slug, site_id) SELECT 'filler-' || i, (SELECT id FROM site) FROM n"
    ));
    let file = place.folder.path().join("everything.backup");
    let db = Db::open(&place.url(), 16).unwrap();
    let (done, stop) = (AtomicU64::new(0), AtomicBool::new(false));
    let (took, written, mut waits) = std::thread::scope(|scope| {
        let (db, done, stop) = (&db, &done, &stop);
        let writers: Vec<_> = (0..WRITERS).map(|which| scope.spawn(move || write_on(db, which, done, stop))).collect();
        std::thread::sleep(Duration::from_millis(500));
        let (before, started) = (done.load(Ordering::SeqCst), Instant::now());
        let saved = place.run(&["backup", file.to_str().unwrap()]);
        let (took, written) = (started.elapsed(), done.load(Ordering::SeqCst) - before);
        stop.store(true, Ordering::SeqCst);
        let waits: Vec<Duration> = writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect();
        assert!(saved.status.success(), "{saved:?}");
        (took, written, waits)
    });
    waits.sort();
    let p99 = waits[waits.len() * 99 / 100];
    let a_second = written as f64 / took.as_secs_f64();
    report(&format!(
        "saved {ROWS} rows and more on {engine:?} in {took:?}, beside {a_second:.0} writes a second, p99 {p99:?}"
    ));
    assert!(a_second >= WANTED, "{a_second:.0} writes a second on {engine:?}");
    assert!(p99 <= P99, "p99 {p99:?} on {engine:?}");
}

#[test]
fn dr11_200_writes_a_second_go_on_while_everything_is_saved_on_sqlite() {
    saves_while_many_write(Engine::Sqlite);
}

#[test]
fn dr11_200_writes_a_second_go_on_while_everything_is_saved_on_postgres() {
    saves_while_many_write(Engine::Postgres);
}
