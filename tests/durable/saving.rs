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
const OFFERED: u64 = 300;
const WANTED: f64 = 200.0;
/// Where a machine's disk cannot flush that often, with nothing beside it: this share of what it can.
const SHARE: f64 = 0.8;
const P99: Duration = Duration::from_millis(500);
/// For so long they write before anything is saved.
const BEFORE: Duration = Duration::from_secs(2);
/// A neighbour on the machine spoils one round; a save that holds writers up spoils them all.
const ROUNDS: usize = 3;

struct Write {
    started: Instant,
    took: Duration,
}

/// Writes a share of what is offered until it is told to stop.
fn write_on(db: &Db, which: u64, done: &AtomicU64, stop: &AtomicBool) -> Vec<Write> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (begun, mut writes) = (Instant::now(), Vec::new());
    while !stop.load(Ordering::SeqCst) {
        let turn = writes.len() as u64 * WRITERS + which;
        let at = begun + Duration::from_micros(turn * 1_000_000 / OFFERED);
        std::thread::sleep(at.saturating_duration_since(Instant::now()));
        let started = Instant::now();
        let deed = db.write(move |conn| {
            let entry = NewEntry::by_nobody(What::Administered, "ledger").detail(&format!("{which} {turn}"));
            audit_store::record(conn, &entry, Clock::System.now())?;
            generation::bump(conn, "ledger").map(drop)
        });
        runtime.block_on(deed).unwrap();
        writes.push(Write { started, took: started.elapsed() });
        done.fetch_add(1, Ordering::SeqCst);
    }
    writes
}

fn saves_while_many_write(engine: Engine) {
    let _alone = alone();
    let place = Place::new(engine);
    furnish(&place);
    place.execute(&format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS}) \
         INSERT INTO site_slug (slug, site_id) SELECT 'filler-' || i, (SELECT id FROM site) FROM n"
    ));
    let db = Db::open(&place.url(), 16).unwrap();
    let round = |number| save(&place, &db, number);
    assert!(
        (1..=ROUNDS).any(|number| round(number).is_held_up_by_nobody()),
        "on {engine:?}, in each of {ROUNDS} rounds"
    );
}

/// What the writers did, before and while everything was saved.
struct Round {
    alone: f64,
    beside: f64,
    p99: Duration,
}

impl Round {
    fn is_held_up_by_nobody(&self) -> bool {
        self.beside >= WANTED.min(self.alone * SHARE) && self.p99 <= P99
    }
}

fn save(place: &Place, db: &Db, number: usize) -> Round {
    let file = place.folder.path().join(format!("everything{number}.backup"));
    let (done, stop) = (AtomicU64::new(0), AtomicBool::new(false));
    let so_far = || (done.load(Ordering::SeqCst), Instant::now());
    let (marks, saved, writes) = std::thread::scope(|scope| {
        let (done, stop) = (&done, &stop);
        let writers: Vec<_> = (0..WRITERS).map(|which| scope.spawn(move || write_on(db, which, done, stop))).collect();
        let begun = so_far();
        std::thread::sleep(BEFORE);
        let before = so_far();
        let saved = place.run(&["backup", file.to_str().unwrap()]);
        let after = so_far();
        stop.store(true, Ordering::SeqCst);
        let writes: Vec<Write> = writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect();
        ([begun, before, after], saved, writes)
    });
    assert!(saved.status.success(), "{saved:?}");
    let [begun, before, after] = marks;
    let a_second =
        |(old, from): (u64, Instant), (new, to): (u64, Instant)| (new - old) as f64 / (to - from).as_secs_f64();
    let (alone, beside) = (a_second(begun, before), a_second(before, after));
    let beside_it = writes.into_iter().filter(|write| write.started + write.took >= before.1);
    let mut waits: Vec<Duration> = beside_it.map(|write| write.took).collect();
    waits.sort();
    let p99 = waits[waits.len() * 99 / 100];
    report(&format!(
        "saved {ROWS} rows and more on {:?} in {:?}, beside {beside:.0} writes a second ({alone:.0} before), p99 {p99:?}",
        place.engine,
        after.1 - before.1
    ));
    Round { alone, beside, p99 }
}

#[test]
fn dr11_200_writes_a_second_go_on_while_everything_is_saved_on_sqlite() {
    saves_while_many_write(Engine::Sqlite);
}

#[test]
fn dr11_200_writes_a_second_go_on_while_everything_is_saved_on_postgres() {
    saves_while_many_write(Engine::Postgres);
}
