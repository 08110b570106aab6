//! DR3: a power cut, played again from what the program really wrote.
//!
//! `kill -9` leaves the kernel's memory alone, so it cannot tell words that are on the disk from words on their way
//! there; a cut can. The program runs under strace; afterwards the database file and its log are rebuilt as of some
//! moment: whatever a finished flush covers is there, of all later writes nothing is there, or any sectors of them in
//! any order. Each such disk must open clean and hold every note whose answer had begun to leave by then.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use peopleworthy::db::Conn;

use super::desk::{Filled, furnish, press_all, staff};
use super::house::{Engine, Place, Program, alone, at_length, report, wait_for};
use super::kill::Stored;
use super::trace::{Event, read};

const CLIENTS: usize = 8;
/// What a disk writes whole or not at all, in bytes.
const SECTOR: usize = 512;
/// The database and its write-ahead log.
const FILES: [&str; 2] = ["peopleworthy.db", "peopleworthy.db-wal"];

#[test]
fn dr3_whenever_the_power_is_cut_what_was_answered_is_on_the_disk_and_the_file_is_sound() {
    let _alone = alone();
    let started = Instant::now();
    // The engine moves the log into the file when it holds 1,000 pages, and a quick machine stores eight notes in one
    // transaction of some twenty pages: so many notes fill it on any.
    let (submissions, cuts) = (at_length(600, 1200), at_length(20, 200));
    let place = Place::new(Engine::Sqlite);
    furnish(&place);
    let staff = staff(&place, true);
    let before = FILES.map(|name| std::fs::read(place.data(0).join(name)).ok());
    let forms: Vec<Filled> =
        (0..submissions).map(|n| Filled::new(staff[n % staff.len()], &format!("Shovelled the snow {n}."))).collect();
    let (events, ledger) = write_under_strace(&place, &forms);
    // By where its answer led.
    let answered: BTreeMap<&str, &Filled> = forms.iter().map(|form| (ledger[&form.form_key].as_str(), form)).collect();
    let flushes = events.iter().filter(|event| matches!(event, Event::Flushed { .. })).count();
    let moved = events.iter().filter(|event| matches!(event, Event::Write { file: 0, .. })).count();
    assert!(moved > 0, "nothing was moved from the log into the file: too few notes to prove anything");

    let seed = std::hash::BuildHasher::hash_one(&std::hash::RandomState::new(), 0);
    let mut chance = Chance(seed);
    let first = events.iter().position(|event| matches!(event, Event::Answer { .. })).expect("somebody was answered");
    let mut moments: Vec<usize> = (0..cuts).map(|_| first + 1 + chance.below(events.len() - first)).collect();
    moments.sort_unstable();

    let mut disk = Disk::new(before);
    let (mut known, mut done, mut lost, mut unsynced) = (Vec::<&Filled>::new(), 0, Vec::new(), 0);
    for (cut, moment) in moments.into_iter().enumerate() {
        for event in &events[done..moment] {
            match event {
                Event::Answer { location } => known.extend(answered.get(location.as_str()).copied()),
                other => disk.obey(other),
            }
        }
        done = moment;
        unsynced += disk.unsynced();
        for (how, image) in [("dropped", disk.dropping()), ("shuffled", disk.shuffling(&mut chance))] {
            let folder = place.folder.path().join("cut");
            let stored = open(&image, &folder, &format!("seed {seed}, cut {cut}, unsynced writes {how}"));
            lost.extend(known.iter().filter_map(|form| stored.lacks(form)).map(|what| format!("{what} ({how})")));
            if cut % 20 == 0 {
                check(&folder);
            }
        }
    }
    report(&format!(
        "power cut: {submissions} answered notes, {flushes} flushes, {moved} pages moved into the file; {cuts} cuts, \
         {} disks with {unsynced} unsynced writes: {} answered notes missing in all; {:?}",
        cuts * 2,
        lost.len(),
        started.elapsed()
    ));
    assert!(unsynced > 0, "no cut fell between a write and its flush");
    assert!(lost.is_empty(), "seed {seed}: {} lost, as {}", lost.len(), lost[0]);
}

/// All forms pressed, all answered; then what was written and said, in order.
fn write_under_strace(place: &Place, forms: &[Filled]) -> (Vec<Event>, BTreeMap<String, String>) {
    let trace = place.folder.path().join("trace");
    // -D: strace is the grandchild, so that ours is the program itself. -y: files by their names. -xx: all in hex.
    let mut strace = Command::new("strace");
    strace
        .args(["-D", "-f", "-q", "-y", "-xx", "-s", "70000"])
        .args(["-e", "trace=pwrite64,pwritev,write,writev,sendto,sendmsg,ftruncate,fallocate,fsync,fdatasync", "-o"])
        .arg(&trace)
        .arg(env!("CARGO_BIN_EXE_peopleworthy"));
    place.dress(&mut strace, 0);
    let mut program = Program::start(strace, &place.log(0));
    program.wait_until_ready();
    let ledger = press_all(&program, forms, CLIENTS, |_| {});
    assert_eq!(ledger.answered.len(), forms.len(), "{:?}", ledger.other);
    // No orderly end, which would flush everything.
    program.kill();
    let text = || std::fs::read(&trace).unwrap();
    wait_for("strace has written all", Duration::from_secs(30), || {
        String::from_utf8_lossy(&text()).contains("+++ killed by SIGKILL +++")
    });
    let events = read(&String::from_utf8_lossy(&text()), &place.data(0), &FILES);
    let answers = events.iter().filter(|event| matches!(event, Event::Answer { .. })).count();
    assert_eq!(answers, forms.len(), "each answer is in the trace");
    (events, ledger.answered)
}

/// Opens a rebuilt disk as the next start would, asks the engine about its file, and reads what it holds.
fn open(image: &[Vec<u8>; 2], folder: &Path, what: &str) -> Stored {
    let _ = std::fs::remove_dir_all(folder); // the cut before
    std::fs::create_dir(folder).unwrap();
    for (name, bytes) in FILES.iter().zip(image) {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
    let mut conn = SqliteConnection::establish(file(folder).to_str().unwrap()).unwrap();
    conn.batch_execute("PRAGMA journal_mode=WAL").unwrap_or_else(|error| panic!("{what}: {error}"));
    let mut conn = Conn::Sqlite(conn);
    for (question, sound) in [
        ("SELECT integrity_check AS t FROM pragma_integrity_check", &["ok"][..]),
        ("SELECT \"table\" AS t FROM pragma_foreign_key_check", &[]),
    ] {
        assert_eq!(super::house::texts(&mut conn, question), sound, "{what}");
    }
    Stored::read(&mut conn)
}

/// What the program itself thinks of it.
fn check(folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_peopleworthy"));
    command.arg("check").env_clear();
    command.env("PEOPLEWORTHY_DATA_DIR", folder);
    command.env("PEOPLEWORTHY_DATABASE_URL", format!("sqlite:{}", file(folder).display()));
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    // Nobody was named for issues in this house, and check says so.
    let wrong: Vec<&str> =
        said.lines().filter(|line| line.starts_with("WRONG") && !line.contains(" issues:")).collect();
    assert!(wrong.is_empty() && said.contains("ok     database:"), "{output:?}");
}

fn file(folder: &Path) -> PathBuf {
    folder.join(FILES[0])
}

enum Op {
    Write { at: usize, bytes: Vec<u8> },
    Cut { length: usize },
}

/// One file: what a power cut leaves for certain, and what came after it.
#[derive(Default)]
struct Kept {
    flushed: Vec<u8>,
    since: Vec<Op>,
}

struct Disk {
    files: [Kept; 2],
    /// Whether the log is found again: a new file is not before its folder was flushed.
    has_log: bool,
}

impl Disk {
    fn new(before: [Option<Vec<u8>>; 2]) -> Disk {
        let has_log = before[1].is_some();
        let files = before.map(|flushed| Kept { flushed: flushed.unwrap_or_default(), since: Vec::new() });
        Disk { files, has_log }
    }

    fn obey(&mut self, event: &Event) {
        match event {
            Event::Write { file, at, bytes } => {
                self.files[*file].since.push(Op::Write { at: *at, bytes: bytes.clone() })
            }
            Event::Cut { file, length } => self.files[*file].since.push(Op::Cut { length: *length }),
            // Only what was written before the flush began is sure to be covered by it.
            Event::Flushed { file, later } => {
                let Kept { flushed, since } = &mut self.files[*file];
                let covered = since.len() - later;
                since.drain(..covered).for_each(|op| put(flushed, &op));
            }
            Event::FolderFlushed => self.has_log = true,
            Event::Answer { .. } => {}
        }
    }

    fn unsynced(&self) -> usize {
        self.files.iter().map(|kept| kept.since.len()).sum()
    }

    fn dropping(&self) -> [Vec<u8>; 2] {
        self.found(self.files.each_ref().map(|kept| kept.flushed.clone()))
    }

    /// Every second sector of what was not flushed, in any order.
    fn shuffling(&self, chance: &mut Chance) -> [Vec<u8>; 2] {
        let image = self.files.each_ref().map(|kept| {
            let mut pieces: Vec<Op> = kept.since.iter().flat_map(sectors).filter(|_| chance.below(2) == 0).collect();
            for n in (1..pieces.len()).rev() {
                pieces.swap(n, chance.below(n + 1));
            }
            let mut image = kept.flushed.clone();
            pieces.iter().for_each(|op| put(&mut image, op));
            image
        });
        self.found(image)
    }

    /// An empty log is to the engine what none is.
    fn found(&self, [file, log]: [Vec<u8>; 2]) -> [Vec<u8>; 2] {
        [file, if self.has_log { log } else { Vec::new() }]
    }
}

fn sectors(op: &Op) -> Vec<Op> {
    match op {
        Op::Cut { length } => vec![Op::Cut { length: *length }],
        Op::Write { at, bytes } => {
            let (mut pieces, mut from) = (Vec::new(), 0);
            while from < bytes.len() {
                let end = ((at + from) / SECTOR + 1) * SECTOR - at;
                let piece = bytes[from..end.min(bytes.len())].to_vec();
                pieces.push(Op::Write { at: at + from, bytes: piece });
                from = end;
            }
            pieces
        }
    }
}

fn put(image: &mut Vec<u8>, op: &Op) {
    match op {
        Op::Cut { length } => image.resize(*length, 0),
        Op::Write { at, bytes } => {
            if image.len() < at + bytes.len() {
                image.resize(at + bytes.len(), 0);
            }
            image[*at..at + bytes.len()].copy_from_slice(bytes);
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed plays the same cuts of one trace.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit as u64) as usize
    }
}
