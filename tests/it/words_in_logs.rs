//! The log tells what happened and nothing that was said, not even at its most talkative (LS1, LS2).

use crate::house::cast::PASSWORD;
use crate::house::ground::{Database, Engine};
use crate::house::program::{Answer, Program, hidden};

fn ask(origin: &str, method: &str, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
    crate::house::program::ask(origin, method, path, &[("cookie", cookie)], fields)
}

/// Walks through the house and gives every secret that was said on the way.
fn journey(origin: &str) -> Vec<(&'static str, String)> {
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
    let secret = sent.location.trim_start_matches("/follow/").split('?').next().unwrap().to_owned();
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
    let mut secrets = vec![
        ("form key", key),
        ("message", words.to_owned()),
        ("message, escaped", "geheime W".into()),
        ("sender's name", "Canarina".into()),
        ("sender's address", "canary.gelb".into()),
        ("follow secret", secret),
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
    secrets
}

fn log_of_a_journey(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::from_template(engine, folder.path());
    let mail = [("MAIL_URL", "smtp://canary:kanarienpasswort@127.0.0.1:9?tls=none")];
    let program = Program::start(&database.url, folder.path(), &mail);
    let secrets = program.origin.as_deref().map(journey);
    std::thread::sleep(std::time::Duration::from_secs(2)); // a try to send mail
    let log = program.kill();
    let secrets = secrets.unwrap_or_else(|| panic!("the server did not start: {log}"));
    assert!(
        log.contains("/follow/{secret}") && log.contains("\"status\":\"303\"") | log.contains("\"status\":303"),
        "{log}"
    );
    for line in log.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|_| panic!("no JSON: {line}"));
    }
    for (what, secret) in secrets {
        assert!(secret.len() >= 8, "{what} is too short to look for: {secret}");
        let found = log.lines().find(|line| line.contains(&secret));
        assert!(found.is_none(), "the {what} stands in the log: {}", found.unwrap());
        // Nor a good part of it.
        if secret.is_ascii() && secret.len() >= 24 {
            let part = &secret[4..20];
            assert!(!log.contains(part), "a part of the {what} stands in the log");
        }
    }
}

#[test]
fn ls1_nothing_that_was_said_or_must_stay_secret_is_logged_on_sqlite() {
    log_of_a_journey(Engine::Sqlite);
}

#[test]
fn ls1_nothing_that_was_said_or_must_stay_secret_is_logged_on_postgres() {
    log_of_a_journey(Engine::Postgres);
}
