//! DR2, DR4: an answer means that the words are on the disk.

use std::process::Command;
use std::time::Duration;

use peopleworthy::db::Db;

use super::desk::{Filled, furnish, staff};
use super::house::{Engine, Place, Program, alone, among_others, client, report, wait_for};

const WRITES: usize = 100;

#[test]
fn dr2_each_of_a_hundred_answers_waited_for_its_own_flush_of_the_wal() {
    let _alone = alone();
    let place = Place::new(Engine::Sqlite);
    furnish(&place);
    // Without an address, so that no mail is written that would flush beside the note.
    let somebody = staff(&place, false)[0];
    let trace = place.folder.path().join("trace");
    // -D: strace is the grandchild, so that ours is the program itself. -y: files by their names.
    let mut strace = Command::new("strace");
    strace
        .args(["-D", "-f", "-q", "-y", "-s", "20", "-e", "trace=fsync,fdatasync,write,writev,sendto,sendmsg", "-o"])
        .arg(&trace)
        .arg(env!("CARGO_BIN_EXE_peopleworthy"));
    place.dress(&mut strace, 0);
    let mut program = Program::start(strace, &place.log(0));
    program.wait_until_ready();
    let agent = client();
    for n in 0..WRITES {
        let answer = Filled::new(somebody, &format!("Held the door {n}.")).press(&agent, program.url()).unwrap();
        assert_eq!(answer.status, 303);
    }
    program.stop();
    let read = || std::fs::read_to_string(&trace).unwrap();
    wait_for("strace has written all", Duration::from_secs(10), || read().contains("+++ exited with"));
    let (mut flushes, mut answers, mut is_flushed) = (0, 0, false);
    for line in read().lines() {
        // A call that another thread's call interrupts is told in two lines; "resumed" is its end.
        let is_flush = line.contains("fsync(") || line.contains("fdatasync(");
        if is_flush && line.contains("-wal>") {
            flushes += 1;
            is_flushed = true;
        } else if line.contains("HTTP/1.1 303") {
            answers += 1;
            assert!(is_flushed, "answer {answers} went out without a flush before it");
            is_flushed = false;
        }
    }
    report(&format!("{answers} answers, {flushes} flushes of the WAL"));
    assert_eq!(answers, WRITES);
    assert!(flushes >= WRITES);
}

#[test]
fn dr4_every_connection_says_that_it_is_safe() {
    let _among = among_others();
    for (engine, connections) in [(Engine::Sqlite, 17), (Engine::Postgres, 16)] {
        let place = Place::new(engine);
        furnish(&place);
        let url = place.url();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let all = runtime.block_on(async { Db::open(&url, 16).unwrap().safety().await }).unwrap();
        assert_eq!(all.len(), connections, "{engine:?}");
        for one in &all {
            assert!(one.wrong().is_empty(), "{engine:?}: {:?}", one.wrong());
        }
        report(&format!("{connections} connections: {}", all[0]));

        let checked = place.run(&["check"]);
        let said = String::from_utf8(checked.stdout).unwrap();
        let line = said.lines().find(|line| line.contains("database:")).unwrap();
        assert!(line.starts_with("ok") && line.contains(&all[0].to_string()), "{said}");
    }
}
