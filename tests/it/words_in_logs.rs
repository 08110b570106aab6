//! The log tells what happened and nothing that was said, not even at its most talkative, and the pages of what went wrong
//! tell no secrets either (LS1, LS2). What is written where nobody is known: `anonymous/canary.rs`.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};

use crate::house::cast::PASSWORD;
use crate::house::ground::{Database, Engine};
use crate::house::program::{Answer, Program, hidden};

fn ask(origin: &str, method: &str, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    crate::house::program::ask(origin, method, path, &[("cookie", cookie)], fields)
}

/// In whose address a handler panics, with the address in its message.
const PANIC_AT: &str = "/follow/CANARY7PAN1C7CANARY7PAN1";
const RECEIPT: &str = "7K3M-9QX2-V5T8-R4N6-W1Z0-YHBG";

/// What was said on the way through the house.
struct Said {
    secrets: Vec<(&'static str, String)>,
    cookie: String,
    follow: String,
}

/// Walks through the house and gives every secret that was said on the way.
fn journey(origin: &str) -> Said {
    let form = ask(origin, "GET", "/at/seaside/praise", "", &[]);
    let key = hidden(&form.body, "form_key");
    let words = "Canary sang of zwölf geheime Wörter";
    let fields = [
        ("form_key", key.as_str()),
        ("shown_at", "1"),
        ("who", "Amina Diallo"),
        ("did", words),
        ("sender_name", "Canarina Gelb"),
        ("sender_email", "canary.gelb@guest.example"),
    ];
    let sent = ask(origin, "POST", "/at/seaside/praise", "", &fields);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let follow = sent.location.trim_start_matches("/follow/").split('?').next().unwrap().to_owned();
    assert_eq!(ask(origin, "GET", &sent.location, "", &[]).status, 200);
    let wrong = [("who", "amina@staff.example"), ("secret", "wrong canary password")];
    assert_eq!(ask(origin, "POST", "/sign-in", "", &wrong).status, 422);
    let right = [("who", "amina@staff.example"), ("secret", PASSWORD)];
    let signed_in = ask(origin, "POST", "/sign-in", "", &right);
    assert_eq!(signed_in.status, 303, "{}", signed_in.body);
    let cookie = signed_in.cookie;
    let mine = ask(origin, "GET", "/praise/mine", &cookie, &[]);
    assert!(mine.body.contains(words), "the note is there to be kept out of the log");
    let note =
        mine.body.split("href=\"/praise/").filter_map(|part| part.get(..36)).find(|id| id.matches('-').count() == 4);
    let note = format!("/praise/{}", note.unwrap());
    assert_eq!(ask(origin, "GET", &note, &cookie, &[]).status, 200);
    let thanks = [("thanks", "Kanarische Antwort")];
    assert_eq!(ask(origin, "POST", &format!("{note}/thanks"), &cookie, &thanks).status, 303);
    let reset = [("who", "lena@staff.example"), ("email", "lena@staff.example")];
    assert!(ask(origin, "POST", "/reset", "", &reset).status < 400);
    ask(origin, "GET", "/sign-in?next=%0d%0aINJECTED%1b[31m", "", &[]);
    assert_eq!(ask(origin, "POST", "/voice/receipt", "", &[("receipt", RECEIPT)]).status, 200);
    let mut secrets = vec![
        ("receipt", RECEIPT.into()),
        ("receipt without hyphens", RECEIPT.replace('-', "")),
        ("form key", key),
        ("message", words.to_owned()),
        ("message, escaped", "geheime W".into()),
        ("sender's name", "Canarina".into()),
        ("sender's address", "canary.gelb".into()),
        ("follow secret", follow.clone()),
        ("wrong password", "wrong canary".into()),
        ("password", PASSWORD.into()),
        ("answer", "Kanarische".into()),
        ("staff address", "amina@staff".into()),
        ("SMTP password", "kanarienpasswort".into()),
        ("reset address", "lena@staff".into()),
        ("line break", "\nINJECTED".into()),
    ];
    for pair in cookie.split("; ") {
        secrets.push(("cookie", pair.split_once('=').unwrap().1.to_owned()));
    }
    Said { secrets, cookie, follow }
}

/// What goes wrong in a house whose handlers panic and whose tables are gone, as a person and as a program reads it: the
/// answers. Whoever asks gives away all they have.
fn mishaps(origin: &str, cookie: &str, follow: &str, break_tables: impl Fn()) -> Vec<(String, String)> {
    let mut answers = Vec::new();
    let mut expect = |status: u16, method: &str, path: &str, fields: &[(&str, &str)]| {
        for accept in ["text/html", "application/json"] {
            let headers = [("cookie", cookie), ("accept", accept)];
            let answer = crate::house::program::ask(origin, method, path, &headers, fields);
            assert_eq!(answer.status, status, "{method} {path}: {}", answer.body);
            // The switch of the language leads back to where one is.
            let body = answer.body.replace(&format!("name=\"back\" value=\"{path}\""), "");
            answers.push((format!("{method} {path} as {accept}"), body));
        }
    };
    let right = [("who", "nobody in particular"), ("secret", PASSWORD)];
    let words = [("who", "Amina Diallo"), ("did", "Canary sang"), ("sender_email", "canary.gelb@guest.example")];
    expect(404, "GET", &format!("/follow/{}", follow.chars().rev().collect::<String>()), &[]);
    expect(404, "GET", &format!("/reset/{follow}"), &[]);
    expect(403, "GET", "/admin", &[]);
    expect(422, "POST", "/sign-in", &right);
    expect(500, "GET", PANIC_AT, &[]);
    break_tables();
    expect(500, "GET", "/home", &[]);
    expect(500, "POST", "/sign-in", &right);
    expect(500, "GET", &format!("/follow/{follow}"), &[]);
    expect(500, "POST", "/at/seaside/praise", &words);
    answers
}

/// Takes tables away that everything needs, past the program.
fn break_tables(database: &str) {
    let sql = "ALTER TABLE account RENAME TO account_gone; ALTER TABLE sender RENAME TO sender_gone";
    match database.strip_prefix("sqlite:") {
        Some(path) => {
            let mut conn = SqliteConnection::establish(path).unwrap();
            conn.batch_execute(&format!("PRAGMA busy_timeout=10000; {sql}")).unwrap();
        }
        None => PgConnection::establish(database).unwrap().batch_execute(sql).unwrap(),
    }
}

/// The bytes of the key file in every way in which somebody prints bytes.
fn key_file(path: &Path) -> Vec<(&'static str, String)> {
    let bytes = std::fs::read(path).unwrap();
    assert_eq!(bytes.len(), 32);
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let listed = format!("{bytes:?}");
    vec![
        ("key file in capitals", hex.to_uppercase()),
        ("key file in hex", hex),
        ("key file as a list", listed[1..listed.len() - 1].to_owned()),
        ("key file as text", String::from_utf8_lossy(&bytes).into_owned()),
        ("key file in base 64", base64(&bytes, b"+/")),
        ("key file in base 64 for addresses", base64(&bytes, b"-_")),
    ]
}

fn base64(bytes: &[u8], last: &[u8; 2]) -> String {
    let digits = [b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".as_slice(), last].concat();
    let bits: String = bytes.iter().map(|byte| format!("{byte:08b}")).collect();
    // Whole groups of six only: the last one depends on how it is filled up.
    let digit =
        |group: &[u8]| char::from(digits[usize::from_str_radix(std::str::from_utf8(group).unwrap(), 2).unwrap()]);
    bits.as_bytes().chunks_exact(6).map(digit).collect()
}

fn log_of_a_journey(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::from_template(engine, folder.path());
    let settings = [("MAIL_URL", "smtp://canary:kanarienpasswort@127.0.0.1:9?tls=none"), ("TEST_PANIC_AT", PANIC_AT)];
    let program = Program::start(&database.url, folder.path(), &settings);
    let heard = program.origin.as_deref().map(|origin| {
        let said = journey(origin);
        let answers = mishaps(origin, &said.cookie, &said.follow, || break_tables(&database.url));
        (said.secrets, answers)
    });
    std::thread::sleep(std::time::Duration::from_secs(2)); // a try to send mail
    let log = program.kill();
    let (mut secrets, answers) = heard.unwrap_or_else(|| panic!("the server did not start: {log}"));
    assert!(
        log.contains("/follow/{secret}") && log.contains("\"status\":\"303\"") | log.contains("\"status\":303"),
        "{log}"
    );
    // What went wrong is in it: two panics, and the causes of what else was our fault.
    assert_eq!(log.matches("\"panicked\"").count(), 2, "{log}");
    assert!(log.matches("\"failed\"").count() >= 8, "{log}");
    for line in log.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|_| panic!("no JSON: {line}"));
    }
    secrets.push(("panic's message", PANIC_AT.trim_start_matches("/follow/").into()));
    secrets.extend(key_file(&folder.path().join("secret")));
    for (what, secret) in &secrets {
        assert!(secret.len() >= 8, "{what} is too short to look for: {secret}");
        let found = log.lines().find(|line| line.contains(secret));
        assert!(found.is_none(), "the {what} stands in the log: {}", found.unwrap());
        // Nor a good part of it.
        if secret.is_ascii() && secret.len() >= 24 {
            let part = &secret[4..20];
            assert!(!log.contains(part), "a part of the {what} stands in the log");
        }
        for (asked, answer) in &answers {
            assert!(!answer.contains(secret), "the {what} stands in the answer to {asked}: {answer}");
        }
    }
}

#[test]
fn ls1_nothing_that_was_said_or_must_stay_secret_is_logged_or_told_on_sqlite() {
    log_of_a_journey(Engine::Sqlite);
}

#[test]
fn ls1_nothing_that_was_said_or_must_stay_secret_is_logged_or_told_on_postgres() {
    log_of_a_journey(Engine::Postgres);
}
