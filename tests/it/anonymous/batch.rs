//! AN2, AN3, AN4, AN11, AN12: days and no times, no way from a text to a person, no order, no news before the batch.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use peopleworthy::people::role::Scope;
use peopleworthy::people::sender::FormKey;
use peopleworthy::voice::anonymous::receipt::Lookup;
use peopleworthy::voice::anonymous::words::{Header, Said, Waiting};
use peopleworthy::voice::anonymous::{collect, digest, intake, intake_store, thread_store};
use peopleworthy::voice::reminders;

use super::{TABLES, change, count, engine, leaves, lines};
use crate::house::mailbox::Mail;
use crate::house::{Engine, House};

const CATEGORY: &str = "766f6963-6500-4000-8000-000000000001";

/// Which table refers to which, read from the engine itself.
fn references(house: &House) -> Vec<(String, String)> {
    let sql = match engine(house) {
        Engine::Sqlite => {
            "SELECT t.name || ' ' || f.\"table\" AS one FROM sqlite_master t, pragma_foreign_key_list(t.name) f \
             WHERE t.type = 'table'"
        }
        Engine::Postgres => {
            "SELECT conrelid::regclass::text || ' ' || confrelid::regclass::text AS one FROM pg_constraint \
             WHERE contype = 'f'"
        }
    };
    lines(house, sql).iter().filter_map(|line| line.split_once(' ')).map(|(a, b)| (a.into(), b.into())).collect()
}

/// Every table that a path of references of any length, in either direction, leads to.
fn reached_from(start: &str, references: &[(String, String)]) -> BTreeSet<String> {
    let mut reached = BTreeSet::from([start.to_owned()]);
    loop {
        let before = reached.len();
        for (one, other) in references {
            if reached.contains(one) || reached.contains(other) {
                reached.extend([one.clone(), other.clone()]);
            }
        }
        if reached.len() == before {
            return reached;
        }
    }
}

/// Columns of a table with their types.
fn columns(house: &House, table: &str) -> Vec<(String, String)> {
    let sql = match engine(house) {
        Engine::Sqlite => format!("SELECT name || ' ' || type AS one FROM pragma_table_info('{table}')"),
        Engine::Postgres => format!(
            "SELECT column_name || ' ' || data_type || COALESCE(' default ' || column_default, '') AS one \
             FROM information_schema.columns WHERE table_name = '{table}'"
        ),
    };
    let pairs = lines(house, &sql);
    pairs.iter().filter_map(|line| line.split_once(' ')).map(|(a, b)| (a.into(), b.to_lowercase())).collect()
}

on_both! {
    fn an2_no_path_leads_from_what_was_written_to_a_person(house) {
        let references = references(house);
        assert!(reached_from("issue_message", &references).contains("person"), "the walk finds a way where there is one");
        for table in TABLES {
            let reached = reached_from(table, &references);
            assert!(reached.iter().all(|other| TABLES.contains(&other.as_str())), "{table} leads to {reached:?}");
        }
        // Numbers are places in a thread, versions and yes or no; all else is bytes, words and days.
        let numbers = ["seq", "version", "enc_v", "is_first", "is_news", "criticality"];
        let mut seen = 0;
        for table in TABLES {
            for (name, kind) in columns(house, table) {
                let is_plain = matches!(kind.as_str(), "blob" | "bytea" | "text");
                assert!(is_plain || numbers.contains(&name.as_str()), "{table}.{name} is {kind}");
                assert!(!name.ends_with("_at") && !kind.contains("default"), "{table}.{name} is {kind}");
                for forbidden in ["person", "account", "session", "address", "agent", "lang", "team", "rowid"] {
                    assert!(!name.contains(forbidden), "{table}.{name}");
                }
                seen += 1;
            }
        }
        assert!(seen > 30);
        if engine(house) == Engine::Sqlite {
            let made = lines(house, "SELECT sql AS one FROM sqlite_master WHERE type = 'table' AND name LIKE 'anon_%'");
            assert!(made.len() == 4 && made.iter().all(|sql| sql.contains("WITHOUT ROWID")));
        }
    }

    fn an3_nothing_that_a_writer_did_has_a_time_of_day(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "No time in this");
        house.later(3 * 3600 + 7);
        house.collects();
        phone.comes_back(&receipt).form("/voice/receipt").fill("text", "Nor in this").post().is(200);
        let days: BTreeMap<&str, &[&str]> = BTreeMap::from([
            ("anon_intake", ["arrived_on"].as_slice()),
            ("anon_thread", ["received_on", "acknowledge_due_on", "feedback_due_on"].as_slice()),
            ("anon_message", ["sent_on"].as_slice()),
        ]);
        let mut read = 0;
        for table in TABLES {
            for (name, kind) in columns(house, table) {
                if kind != "text" {
                    continue;
                }
                for value in lines(house, &format!("SELECT {name} AS one FROM {table} WHERE {name} IS NOT NULL")) {
                    let bytes = value.as_bytes();
                    let has_time = bytes.windows(5).any(|five| {
                        five[2] == b':' && [0, 1, 3, 4].into_iter().all(|at| five[at].is_ascii_digit())
                    });
                    assert!(!has_time, "{table}.{name} holds {value}");
                    if days.get(table).is_some_and(|days| days.contains(&name.as_str())) {
                        assert_eq!((value.len(), bytes[4], bytes[7]), (10, b'-', b'-'), "{table}.{name} holds {value}");
                        read += 1;
                    }
                }
            }
        }
        assert_eq!(read, 5, "one waits, one thread, one message");
        assert_eq!(lines(house, "SELECT received_on AS one FROM anon_thread"), ["2026-11-21"]);
        assert_eq!(lines(house, "SELECT acknowledge_due_on AS one FROM anon_thread"), ["2026-11-23"]);
        assert_eq!(lines(house, "SELECT feedback_due_on AS one FROM anon_thread"), ["2027-02-28"]);
    }

    fn an4_the_order_of_arrival_is_nowhere_after_the_batch(house) {
        let phone = house.guest();
        let code = house.staff_room_code("seaside");
        // The bar says 100. By chance alone one batch of 100 in three hundred lies beyond 0.2, and so would one run of this test
        // in five; of 300, one batch in four millions. What lets nobody see an order in 300 lets nobody see one in 100.
        let (rounds, each) = (20, 300);
        let mut taus: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for round in 0..rounds {
            let mut order = Vec::new();
            for _ in 0..each {
                let seed: String = (0..4).map(|_| uuid::Uuid::new_v4().simple().to_string()).collect();
                let lookup = &seed[..64];
                // One batch through the page; of the others each comes in by a write of its own, as the page makes it.
                let fields = [
                    ("site", "seaside"), ("code", &code), ("what", "One of many"), ("site_said", "yes"),
                    ("category", CATEGORY), ("lookup", lookup),
                ];
                match round {
                    0 => drop(phone.post("/voice/anonymous", &fields).is(200)),
                    _ => comes_in(house, lookup),
                }
                order.push(hash_of(lookup));
            }
            assert_eq!(house.collects(), each);
            for (name, found) in orders(house) {
                assert_eq!(found.len(), each, "{name}");
                let places: Vec<usize> = found.iter().map(|hash| order.iter().position(|one| one == hash).unwrap()).collect();
                taus.entry(name).or_default().push(kendall(&places).abs());
            }
            change(house, "DELETE FROM anon_message; DELETE FROM anon_thread");
        }
        for (name, taus) in taus {
            let mean = taus.iter().sum::<f64>() / taus.len() as f64;
            let far = taus.iter().filter(|tau| **tau > 0.2).count();
            println!("AN4 {:?}, {name}: mean |tau| {mean:.3} over {rounds} batches of {each}, {far} above 0.2", engine(house));
            assert!(mean <= 0.1, "{name}: {mean}");
            assert_eq!(far, 0, "{name}: {taus:?}");
        }
    }

    fn one_writer_alone_waits_for_the_morning(house) {
        // Two slots of a day have gone by before the clock says noon and evening.
        house.has_done_its_rounds();
        let due = |house: &House| house.run(collect::when_due(&house.app, "a test")).unwrap();
        house.later(12 * 3600);
        due(house);
        let phone = house.guest();
        phone.writes("seaside", "Alone");
        house.later(15 * 3600); // three in the afternoon of the next day, but its morning comes first
        assert_eq!(due(house), 0, "the afternoon's slot takes no writer alone");
        house.later(16 * 3600);
        assert_eq!(due(house), 1, "the next morning does");
        house.later(4 * 3600);
        phone.writes("seaside", "One of two");
        phone.writes("seaside", "Two of two");
        house.later(4 * 3600);
        assert_eq!(due(house), 2);
        assert_eq!(due(house), 0, "once for each slot");
    }

    fn an11_handlers_are_told_at_two_times_a_day_and_told_nothing(house) {
        leaves(house, "clara");
        house.has_done_its_rounds();
        let phone = house.guest();
        let mut told = 0;
        // Minutes after midnight, each on a day of its own: just before and after each slot, and at night.
        for (day, minute) in [355, 370, 470, 839, 950, 1380].into_iter().enumerate() {
            let wanted = (day as i64 + 1) * 86_400 * 2 + crate::house::NOON - 12 * 3600 + minute * 60;
            // The house is up all the time, and looks at least every hour.
            while house.app.now().micros() / 1_000_000 < wanted - 3600 {
                house.later(STEP);
                tick(house);
            }
            house.later(wanted - house.app.now().micros() / 1_000_000);
            tick(house);
            assert_eq!(news(house).len(), told, "nothing new, nothing told");
            let handle_words = format!("Quokka {day}");
            phone.writes("seaside", &handle_words);
            let mut waited = 0;
            while news(house).len() == told {
                assert!(waited < 36 * 3600, "nobody was ever told");
                house.later(STEP);
                waited += STEP;
                tick(house);
            }
            assert!(waited >= 3600, "told {waited} s after it was written");
            let of_day = (house.app.now().micros() / 1_000_000) % 86_400 / 60;
            assert!(is_in_window(of_day), "told at minute {of_day} of the day");
            told += 1;
        }
        let mails = news(house);
        assert_eq!(mails.len(), told);
        let handles = lines(house, "SELECT handle AS one FROM anon_thread");
        assert_eq!(handles.len(), 6);
        for mail in &mails {
            let body = format!("{} {} {}", mail.subject, mail.text, mail.html.split("<body").nth(1).unwrap_or(&mail.html));
            assert!(!body.contains("Quokka") && !body.contains("Seaside,") && handles.iter().all(|handle| !body.contains(handle)));
            assert!(!mail.subject.chars().chain(mail.text.split("http").next().unwrap().chars()).any(|c| c.is_ascii_digit()), "a count: {body}");
            assert_eq!(mail.link("/voice/threads"), "https://praise.example/voice/threads");
        }
        assert!(house.all_mails().len() == house.mails_to("carl@staff.example").len(), "nobody else hears of it");
        // Nothing new, nothing told.
        for _ in 0..200 {
            house.later(STEP);
            tick(house);
        }
        assert_eq!(news(house).len(), told);
    }

    fn an12_open_pages_hear_nothing_before_the_batch_and_nothing_of_it(house) {
        let listen = |number: &str| {
            let browser = house.staff(number);
            let cookie = browser.cookie("__Host-pw").unwrap();
            let mut stream = TcpStream::connect(house.address).unwrap();
            stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
            write!(stream, "GET /live HTTP/1.1\r\nHost: x\r\nCookie: __Host-pw={cookie}\r\n\r\n").unwrap();
            stream
        };
        let roles = ["amina", "rita", "mia", "harriet", "carl", "eva", "otto", "ada"];
        let mut streams: Vec<TcpStream> = roles.iter().map(|number| listen(number)).collect();
        // The first event comes at once, and one more when this node first looks what others did: every 5 seconds.
        std::thread::sleep(Duration::from_millis(5500));
        assert!(streams.iter_mut().all(|stream| events(stream) > 0));
        // A busy machine is not done with that look yet.
        while streams.iter_mut().map(events).sum::<usize>() > 0 {
            std::thread::sleep(Duration::from_millis(1500));
        }
        let phone = house.guest();
        phone.writes("seaside", "Quietly");
        phone.writes("seaside", "Quietly too");
        std::thread::sleep(Duration::from_millis(1200));
        house.collects();
        std::thread::sleep(Duration::from_millis(1200));
        for (stream, role) in streams.iter_mut().zip(roles) {
            assert_eq!(events(stream), 0, "{role} heard something");
        }
        // The same streams do hear what is theirs to hear.
        house.guest().praises("seaside", "Amina Diallo", "Loudly");
        let is_heard = |_| {
            std::thread::sleep(Duration::from_millis(500));
            events(&mut streams[0]) > 0
        };
        assert!((0..20).any(is_heard));
    }

    fn what_was_collected_is_gone_from_the_intake_on_the_disk(house) {
        // Not when somebody is in the way, who writes the log back or is just coming in to PostgreSQL: the next quarter of an
        // hour sees to that. Hardly ever is somebody in the way so many times.
        assert!((0..8).any(|_| is_gone_at_once(house)), "the log was emptied, or the table vacuumed down to nothing");
    }
}

/// Whether no file of SQLite holds what was written once it is collected, and the table of PostgreSQL no page.
fn is_gone_at_once(house: &House) -> bool {
    house.guest().writes("seaside", "Soon somewhere else");
    let sql = match engine(house) {
        Engine::Sqlite => "SELECT hex(substr(sealed, 100, 32)) AS one FROM anon_intake",
        Engine::Postgres => "SELECT upper(encode(substr(sealed, 100, 32), 'hex')) AS one FROM anon_intake",
    };
    let trace = lines(house, sql)[0].clone();
    let bytes: Vec<u8> = (0..64).step_by(2).map(|at| u8::from_str_radix(&trace[at..at + 2], 16).unwrap()).collect();
    let found = || {
        let files = std::fs::read_dir(house.folder.path()).unwrap().map(|file| file.unwrap().path());
        let files = files.filter(|path| path.is_file()).map(|path| std::fs::read(path).unwrap());
        files.filter(|content| content.windows(32).any(|part| part == bytes)).count()
    };
    if engine(house) == Engine::Sqlite {
        // Between two files it may move from the log, which was not read yet, to the database, which was.
        assert!((0..8).any(|_| found() > 0), "there is something to be gone");
    }
    house.collects();
    assert_eq!(count(house, "anon_intake"), 0);
    match engine(house) {
        Engine::Sqlite => found() == 0,
        Engine::Postgres => lines(house, "SELECT CAST(pg_relation_size('anon_intake') AS TEXT) AS one") == ["0"],
    }
}

/// How many lines of events came since somebody last asked: all but the lengths of the pieces they came in, and heartbeats.
fn events(stream: &mut TcpStream) -> usize {
    let (mut heard, mut chunk) = (String::new(), [0; 4096]);
    while let Ok(read) = stream.read(&mut chunk) {
        assert!(read > 0, "the stream ended: {heard}");
        heard.push_str(&String::from_utf8_lossy(&chunk[..read]));
    }
    let is_event =
        |line: &&str| !line.is_empty() && !line.starts_with(':') && !line.bytes().all(|byte| byte.is_ascii_hexdigit());
    heard.lines().filter(is_event).count()
}

/// What both jobs do each minute.
fn tick(house: &House) {
    house.run(collect::when_due(&house.app, "a test")).unwrap();
    house.run(digest::when_due(&house.app, "a test")).unwrap();
    let reminded = house.run(reminders::when_due(&house.app, "a test")).unwrap();
    let of_day = (house.app.now().micros() / 1_000_000) % 86_400 / 60;
    assert!(reminded == 0 || is_in_window(of_day), "reminded at minute {of_day} of the day");
}

/// Half an hour from eight and from four, and as long as one step of a test takes.
fn is_in_window(of_day: i64) -> bool {
    [8, 16].iter().any(|hour| (hour * 60..=hour * 60 + 30 + STEP / 60).contains(&of_day))
}

/// Seconds from one look to the next.
const STEP: i64 = 600;

/// What the confidant of all houses was told, besides what is due.
fn news(house: &House) -> Vec<Mail> {
    let mut mails = house.mails_to("carl@staff.example");
    mails.retain(|mail| mail.subject != "Somebody is waiting for your answer");
    mails
}

/// Stores what the page stores of a first message.
fn comes_in(house: &House, lookup: &str) {
    let header = Header {
        category: CATEGORY.parse().unwrap(),
        kind: "issue".to_owned(),
        excluded: Vec::new(),
        aside: Vec::new(),
        barred: Vec::new(),
        was_taken_back: false,
        revealed: None,
    };
    let said = Said::First { what: "One of many".to_owned(), place: String::new(), fix: String::new() };
    let waiting = Waiting { header: Some(header), number: 0, said };
    let (key, lookup) = (FormKey::from_form(""), Lookup::read(lookup).unwrap());
    let today = house.app.now().utc_day();
    let row = intake::row(&house.app, &key, lookup.hash(), Some(house.site("seaside")), &waiting, today);
    house.write(move |deed| intake_store::insert(deed.conn, &row));
}

fn hash_of(lookup: &str) -> String {
    let lookup = Lookup::read(lookup).unwrap();
    lookup.hash().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every order in which somebody with the whole database, or with a handler's page, meets the threads. On SQLite both tables
/// lie in the order of their keys.
fn orders(house: &House) -> Vec<(&'static str, Vec<String>)> {
    let listed = house.read(|conn| thread_store::list_in(conn, &Scope::Everywhere, false));
    let listed: Vec<String> =
        listed.iter().map(|row| row.lookup_hash.iter().map(|byte| format!("{byte:02x}")).collect()).collect();
    let stored: &[_] = match engine(house) {
        Engine::Sqlite => &[("by key", "SELECT lower(hex(lookup_hash)) AS one FROM anon_thread ORDER BY id")],
        Engine::Postgres => &[
            ("by key", "SELECT encode(lookup_hash, 'hex') AS one FROM anon_thread ORDER BY id"),
            ("the table as it lies", "SELECT encode(lookup_hash, 'hex') AS one FROM anon_thread ORDER BY ctid"),
            (
                "messages as they lie",
                "SELECT encode(lookup_hash, 'hex') AS one FROM anon_message m JOIN anon_thread t ON m.thread_id = t.id \
                 ORDER BY m.ctid",
            ),
        ],
    };
    let stored = stored.iter().map(|(name, sql)| (*name, lines(house, sql)));
    std::iter::once(("as a handler's list", listed)).chain(stored).collect()
}

/// Kendall's tau between places and 0, 1, 2, …: 1 for the same order, -1 for the reverse.
fn kendall(places: &[usize]) -> f64 {
    let (mut sum, mut pairs) = (0i64, 0i64);
    for (at, one) in places.iter().enumerate() {
        for other in &places[at + 1..] {
            sum += if one < other { 1 } else { -1 };
            pairs += 1;
        }
    }
    sum as f64 / pairs as f64
}

#[test]
fn kendalls_tau_knows_order_from_none() {
    let order: Vec<usize> = (0..100).collect();
    let reverse: Vec<usize> = (0..100).rev().collect();
    assert!((kendall(&order) - 1.0).abs() < 1e-9 && (kendall(&reverse) + 1.0).abs() < 1e-9);
}
