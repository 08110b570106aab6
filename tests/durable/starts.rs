//! DR14, DR15, DR16: who may start on which database. AU15: and with which secrets, at which address.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

use super::desk::{Filled, furnish, staff};
use super::house::{Engine, Place, Program, alone, among_others, client, report, wait_for};

const FUTURE: &str = "29990101000000";

#[test]
fn dr14_a_database_from_the_future_is_left_alone_with_both_versions_named() {
    let _among = among_others();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let place = Place::new(engine);
        furnish(&place);
        let newest = place.texts("SELECT max(version) AS t FROM __diesel_schema_migrations").remove(0);
        place.execute(&format!("INSERT INTO __diesel_schema_migrations (version) VALUES ('{FUTURE}')"));
        let before = everything(&place);
        for command in
            [&["serve"][..], &[], &["import", "sites", "x.csv"], &["admin", "create", "--email", "a@b.example"]]
        {
            let output = place.run(command);
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(3), "{engine:?} {command:?}: {said}");
            assert!(said.contains(FUTURE) && said.contains(&newest), "{engine:?} {command:?}: {said}");
        }
        assert_eq!(place.run(&["check"]).status.code(), Some(1), "{engine:?}");
        assert_eq!(everything(&place), before, "{engine:?}");
    }
}

/// Every table with its number of rows, and all that a start writes in full.
fn everything(place: &Place) -> BTreeMap<String, i64> {
    let tables = place.texts(match place.engine {
        Engine::Sqlite => "SELECT name AS t FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
        Engine::Postgres => "SELECT table_name::text AS t FROM information_schema.tables WHERE table_schema = 'public'",
    });
    let mut all: BTreeMap<String, i64> = tables
        .into_iter()
        .map(|table| {
            let rows = place.count(&format!("SELECT count(*) AS n FROM {table}"));
            (table, rows)
        })
        .collect();
    for mark in ["generation", "lease"] {
        for row in place.texts(match mark {
            "lease" => "SELECT name || ' ' || holder || ' ' || until_at AS t FROM lease",
            _ => "SELECT topic || ' ' || number AS t FROM generation",
        }) {
            all.insert(format!("{mark} {row}"), 1);
        }
    }
    all
}

#[test]
fn dr15_of_two_processes_on_one_empty_postgresql_one_migrates_and_both_serve_with_one_key() {
    let _alone = alone();
    const ROUNDS: usize = 5;
    let mut slowest = Duration::ZERO;
    for _ in 0..ROUNDS {
        let mut place = Place::new(Engine::Postgres);
        place.set("LOG", "info");
        assert!(!place.secret_file().exists());
        let programs = [0, 1].map(|node| Program::start(place.command(node), &place.log(node)));
        for program in &programs {
            slowest = slowest.max(program.wait_until_ready());
        }
        let known = place.count("SELECT count(*) AS n FROM __diesel_schema_migrations");
        let migrated = programs.each_ref().map(|program| program.said().matches("schema upgraded").count());
        assert_eq!(i64::try_from(migrated[0] + migrated[1]).unwrap(), known, "each migration ran once: {migrated:?}");
        assert!(migrated.contains(&0), "one did it all, the other waited: {migrated:?}");
        furnish(&place);
        // The same form leads to the same place on both only if both have the same key.
        let form = Filled::new(staff(&place, true)[0], "Found the lost ring.");
        let paths = programs.each_ref().map(|program| form.press(&client(), program.url()).unwrap());
        assert_eq!(paths[0].status, 303);
        assert_eq!(paths[0], paths[1]);
        assert_eq!(place.count("SELECT count(*) AS n FROM note"), 1);
    }
    report(&format!("two at once on an empty PostgreSQL, {ROUNDS} times: both ready after {slowest:?} at most"));
}

#[test]
fn dr16_a_second_server_on_one_sqlite_file_is_refused_in_words() {
    let _among = among_others();
    let place = Place::new(Engine::Sqlite);
    furnish(&place);
    let mut first = place.serve();
    let mut second = Program::start(place.command(0), &place.log(1));
    assert_eq!(second.wait().code(), Some(1));
    assert!(second.said().contains("another server already runs on"), "{}", second.said());
    // Commands are no servers; they work beside it.
    furnish(&place);
    first.kill();
    place.serve();
}

#[test]
fn dr16_of_two_servers_started_at_once_on_no_file_at_all_one_serves() {
    let _among = among_others();
    let place = Place::new(Engine::Sqlite);
    let mut programs = [0, 1].map(|node| Program::start(place.command(0), &place.log(node)));
    let mut refused = None;
    wait_for("one is refused", Duration::from_secs(20), || {
        refused = programs.iter_mut().position(|program| !program.is_alive());
        refused.is_some()
    });
    let refused = refused.unwrap();
    programs[1 - refused].wait_until_ready();
    assert_eq!(programs[refused].wait().code(), Some(1));
    assert!(programs[refused].said().contains("another server already runs on"), "{}", programs[refused].said());
}

#[test]
fn a_server_told_to_stop_as_soon_as_it_says_that_it_listens_stops_in_order() {
    let _among = among_others();
    let place = Place::new(Engine::Sqlite);
    for _ in 0..10 {
        let mut program = Program::start(place.command(0), &place.log(0));
        program.url();
        assert_eq!(program.stop().code(), Some(0), "{}", program.said());
    }
}

/// Starts the server, which must end by itself with 1 and these words, before it has made a database.
fn is_refused(place: &Place, words: &[&str]) {
    // Each from a log of its own: a start that is refused must say so itself.
    let _ = std::fs::remove_file(place.log(0));
    let mut program = Program::start(place.command(0), &place.log(0));
    assert_eq!(program.wait().code(), Some(1), "{}", program.said());
    let said = program.said();
    assert!(said.starts_with("peopleworthy: ") && said.lines().count() == 1, "one sentence: {said}");
    assert!(words.iter().all(|word| said.contains(word)), "{words:?} are not in: {said}");
    assert!(!place.data(0).join("peopleworthy.db").exists(), "{said}");
}

#[test]
fn au15_a_key_file_that_is_too_short_or_that_others_may_read_stops_the_start_in_words() {
    let _among = among_others();
    let place = Place::new(Engine::Sqlite);
    let path = place.secret_file();
    let file = |bytes: usize, mode: u32| {
        std::fs::write(&path, vec![b'k'; bytes]).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let name = path.display().to_string();
    for bytes in [0, 1, 31] {
        file(bytes, 0o600);
        is_refused(&place, &[&name, "is shorter than 32 bytes", "restore it from a backup"]);
    }
    for mode in [0o640, 0o620, 0o604, 0o602, 0o644, 0o666] {
        file(32, mode);
        is_refused(&place, &[&name, "can be read by others", &format!("chmod 600 {name}")]);
    }
    // Doing as it says is enough, and of the file it makes itself there is nothing to say.
    file(32, 0o600);
    place.serve();
    let fresh = Place::new(Engine::Sqlite);
    fresh.serve();
    let made = std::fs::metadata(fresh.secret_file()).unwrap();
    assert_eq!((made.len(), made.permissions().mode() & 0o777), (32, 0o600));
    let data = fresh.secret_file().with_file_name("data");
    for path in [data.clone(), data.join("peopleworthy.db"), data.join("peopleworthy.db-wal")] {
        let rights = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(rights & 0o077, 0, "{} can be read by others", path.display());
    }
}

#[test]
fn au15_an_address_without_https_stops_the_start_in_words() {
    let _among = among_others();
    let with = |settings: &[(&str, &str)]| {
        let mut place = Place::new(Engine::Sqlite);
        for (name, value) in settings {
            place.set(name, value);
        }
        place
    };
    for url in
        ["http://praise.example", "http://10.0.0.5:8080", "http://localhost.praise.example", "HTTP://praise.example"]
    {
        is_refused(&with(&[("BASE_URL", url)]), &["base_url", url, "is not https", "allow_http=on"]);
    }
    for url in ["ftp://praise.example", "praise.example", "//praise.example"] {
        is_refused(&with(&[("BASE_URL", url)]), &["base_url", url, "https://"]);
    }
    is_refused(&with(&[("LISTEN", "0.0.0.0:0")]), &["listen", "0.0.0.0:0", "set base_url to the https address"]);
    // This machine is no network, and who only tries it out in theirs has said so.
    for url in ["http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080", "https://praise.example"] {
        let place = with(&[("BASE_URL", url)]);
        assert_eq!(Program::start(place.command(0), &place.log(0)).url(), url);
    }
    let place = with(&[("BASE_URL", "http://10.0.0.5:8080"), ("ALLOW_HTTP", "on")]);
    assert_eq!(Program::start(place.command(0), &place.log(0)).url(), "http://10.0.0.5:8080");
}

#[test]
fn au15_there_is_no_password_before_somebody_chose_one() {
    let _among = among_others();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let place = Place::new(engine);
        let program = place.serve();
        let accounts = || place.count("SELECT count(*) AS n FROM account");
        assert_eq!(accounts(), 0, "{engine:?}");
        for (who, secret) in
            [("admin", "admin"), ("admin@localhost", "password"), ("peopleworthy", "peopleworthy"), ("", "")]
        {
            let form = [("who", who), ("secret", secret), ("next", "")];
            let url = program.url();
            let answer = client().post(format!("{url}/sign-in")).header("Origin", url).send_form(form).unwrap();
            assert_eq!(answer.status(), 422, "{who} on {engine:?}");
        }
        // Nor do the commands that bring people in give them one: that is a link's.
        furnish(&place);
        place.run(&["admin", "create", "--email", "ada@seaside.example"]);
        assert_eq!(accounts(), 1, "{engine:?}");
        let can_sign_in =
            "SELECT count(*) AS n FROM account WHERE password_hash IS NOT NULL OR own_code_hash IS NOT NULL";
        assert_eq!(place.count(can_sign_in), 0, "{engine:?}");
    }
}
