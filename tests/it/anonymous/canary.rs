//! AN1, AN10, AN18: somebody signs in, writes where nobody is known, and reads the answer, while the log is at its most
//! talkative. Then everything that is left behind is searched.

use std::path::Path;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, RunQueryDsl};
use peopleworthy::secrets::Secrets;
use peopleworthy::voice::anonymous::receipt::Receipt;
use peopleworthy::voice::anonymous::staff_room;
use peopleworthy::voice::anonymous::thread::{Row, Thread};

use super::{Line, TABLES};
use crate::house::cast::PASSWORD;
use crate::house::ground::{Database, Engine};
use crate::house::program::{Answer, Program, ask, hidden};

/// Five words that stand in no language's usual sentences.
const SENTENCE: &str = "Quokkas zithern xenophil über Gletschermilch";
const BACK: &str = "Zwiebelfisch antwortet nochmals";

/// A browser that says where it comes from, and has a cookie jar of one line.
struct Client<'a> {
    origin: &'a str,
    address: &'a str,
    agent: &'a str,
    cookie: String,
}

impl Client<'_> {
    fn ask(&self, method: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let headers = [
            ("cookie", self.cookie.as_str()),
            ("x-forwarded-for", self.address),
            ("user-agent", self.agent),
            ("accept-language", "xx-CA,en;q=0.1"),
        ];
        ask(self.origin, method, path, &headers, fields)
    }
}

/// What must not be found, and what the journey needs to know of the house.
struct Journey {
    secrets: Vec<(&'static str, String)>,
    session: String,
}

fn journey(origin: &str, code: &str) -> Journey {
    let mut desk = Client { origin, address: "198.51.100.77", agent: "CanaryUA/9", cookie: String::new() };
    let signed_in = desk.ask("POST", "/sign-in", &[("who", "lena@staff.example"), ("secret", PASSWORD)]);
    assert_eq!(signed_in.status, 303);
    desk.cookie = signed_in.cookie;
    assert_eq!(desk.ask("GET", "/home", &[]).status, 200);
    // The same person, the same minute, with the session's cookie sent along by the browser.
    let zone = Client { origin, address: "203.0.113.78", agent: "ZoneUA/77", cookie: desk.cookie.clone() };
    let form = zone.ask("GET", "/voice/anonymous?site=seaside", &[]);
    let key = hidden(&form.body, "form_key");
    let style = form.body.split("href=\"/a/").nth(2).unwrap().split('"').next().unwrap();
    assert_eq!(zone.ask("GET", &format!("/a/{style}"), &[]).status, 200);
    let fields = [
        ("form_key", key.as_str()),
        ("site", "seaside"),
        ("code", code),
        ("what", SENTENCE),
        ("site_said", "yes"),
        ("category", "766f6963-6500-4000-8000-000000000001"),
    ];
    let sent = zone.ask("POST", "/voice/anonymous", &fields);
    assert_eq!(sent.status, 200, "{}", sent.body);
    let receipt =
        sent.body.split("receipt-code\" translate=\"no\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    assert_eq!(zone.ask("GET", "/voice/answers?site=seaside", &[]).status, 200);
    assert_eq!(zone.ask("GET", "/voice/anonymous/nowhere", &[]).status, 404);
    assert_eq!(zone.ask("GET", "/voice/%61nonymous?site=seaside", &[]).status, 200);
    assert_eq!(zone.ask("POST", "/voice/anonymous", &[("site", "seaside"), ("code", "BADCANARY")]).status, 422);
    let end = Instant::now() + Duration::from_secs(20);
    let thread = loop {
        let thread = zone.ask("POST", "/voice/receipt", &[("receipt", &receipt)]);
        assert_eq!(thread.status, 200);
        if thread.body.contains(SENTENCE) {
            break thread;
        }
        assert!(Instant::now() < end, "never collected: {}", thread.body);
        std::thread::sleep(Duration::from_millis(300));
    };
    let lookup = hidden(&thread.body, "lookup");
    let key_back = hidden(&thread.body, "form_key");
    let back = [("lookup", lookup.as_str()), ("form_key", &key_back), ("step", "write"), ("text", BACK)];
    assert_eq!(zone.ask("POST", "/voice/receipt", &back).status, 200);
    std::thread::sleep(Duration::from_secs(2));
    let secrets = vec![
        ("address", "203.0.113.78".into()),
        ("browser", "ZoneUA/77".into()),
        ("language", "xx-CA".into()),
        ("form key", key),
        ("form key of the way back", key_back),
        ("receipt", receipt.clone()),
        ("receipt without hyphens", receipt.replace('-', "")),
        ("lookup", lookup),
        ("wrong code", "BADCANARY".into()),
        ("what was written", SENTENCE.into()),
        ("one word of it", "Gletschermilch".into()),
        ("another", "Quokkas".into()),
        ("a third", "xenophil".into()),
        ("what was written back", "Zwiebelfisch".into()),
    ];
    let session = desk.cookie.split_once('=').unwrap().1.to_owned();
    Journey { secrets, session }
}

/// Every row of every table as text, with the table's name.
fn rows(database: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    if let Some(path) = database.strip_prefix("sqlite:") {
        let mut conn = diesel::SqliteConnection::establish(path).unwrap();
        let names: Vec<Line> = diesel::sql_query(
            "SELECT name AS one FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
        )
        .load(&mut conn)
        .unwrap();
        for table in names {
            let columns: Vec<Line> =
                diesel::sql_query(format!("SELECT name AS one FROM pragma_table_info('{}')", table.one))
                    .load(&mut conn)
                    .unwrap();
            let quoted: Vec<String> = columns.iter().map(|column| format!("quote(\"{}\")", column.one)).collect();
            let sql = format!("SELECT {} AS one FROM \"{}\"", quoted.join(" || ' ' || "), table.one);
            let found: Vec<Line> = diesel::sql_query(sql).load(&mut conn).unwrap();
            all.extend(found.into_iter().map(|row| (table.one.clone(), row.one)));
        }
    } else {
        let mut conn = diesel::PgConnection::establish(database).unwrap();
        conn.batch_execute("SET bytea_output = 'hex'").unwrap();
        let sql = "SELECT table_name::text AS one FROM information_schema.tables WHERE table_schema = current_schema()";
        let names: Vec<Line> = diesel::sql_query(sql).load(&mut conn).unwrap();
        for table in names {
            let found: Vec<Line> =
                diesel::sql_query(format!("SELECT t::text AS one FROM {} t", table.one)).load(&mut conn).unwrap();
            all.extend(found.into_iter().map(|row| (table.one.clone(), row.one)));
        }
    }
    assert!(all.len() > 50);
    all
}

/// Every file below a folder, with what is in it.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let (mut folders, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => found.push((path.display().to_string(), std::fs::read(&path).unwrap())),
            }
        }
    }
    found
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn nothing_is_left(engine: Engine) {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::from_template(engine, folder.path());
    let secret_file = folder.path().join("secret");
    let secrets = Secrets::load_or_make(&secret_file).unwrap();
    let site = seaside(&database.url);
    let today = jiff_today();
    let code = staff_room::code(&secrets, site, today);
    let settings = [("TRUSTED_PROXIES", "127.0.0.1"), ("TEST_COLLECT_PAUSE", "1")];
    let program = Program::start(&database.url, folder.path(), &settings);
    let journey = program.origin.clone().map(|origin| std::panic::catch_unwind(|| journey(&origin, &code)));
    // Not stopped but killed: what lies on the disk now is what a thief would find.
    let log = program.kill();
    let Some(Ok(journey)) = journey else { panic!("the journey ended early: {log}") };
    log_is_silent(&log, &journey, &code);
    disk_is_silent(folder.path(), &log, &journey);
    tables_are_silent(&rows(&database.url), &journey);
    sealed_without_the_key(&database.url, &secrets);
}

fn jiff_today() -> jiff::civil::Date {
    #[allow(clippy::disallowed_methods)] // the server under test runs by the machine's clock
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

fn seaside(database: &str) -> peopleworthy::ids::SiteId {
    use diesel::prelude::*;
    use peopleworthy::db::schema::site;
    let wanted = site::table.filter(site::slug.eq("seaside")).select(site::id);
    match database.strip_prefix("sqlite:") {
        Some(path) => wanted.first(&mut diesel::SqliteConnection::establish(path).unwrap()).unwrap(),
        None => wanted.first(&mut diesel::PgConnection::establish(database).unwrap()).unwrap(),
    }
}

/// AN10
fn log_is_silent(log: &str, journey: &Journey, code: &str) {
    assert!(log.contains("/sign-in") && log.contains("/home"), "the log is there: {log}");
    for part in ["/voice/anonymous", "/voice/receipt", "/voice/answers", "/a/{hash}", "203.0.113", "127.0.0.1:"] {
        let found: Vec<_> = log.lines().filter(|line| line.contains(part) && !line.contains("listening")).collect();
        assert!(found.is_empty(), "{part} stands in the log: {found:?}");
    }
    let requests = log.lines().filter(|line| line.contains("peopleworthy::request")).count();
    assert_eq!(requests, 2, "one line for signing in and one for the page after it: {log}");
    for (what, secret) in journey.secrets.iter().chain(&[("code", code.to_owned())]) {
        for start in 0..secret.len().saturating_sub(7) {
            let Some(slice) = secret.get(start..start + 8) else { continue };
            assert!(!log.contains(slice), "a part of the {what} stands in the log: {slice}");
        }
    }
}

/// AN1, AN18: files
fn disk_is_silent(folder: &Path, log: &str, journey: &Journey) {
    let files = files(folder);
    assert!(
        files.iter().any(|(name, _)| name.ends_with("secret")),
        "{:?}",
        files.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
    assert!(!log.is_empty());
    for (what, secret) in &journey.secrets {
        for (name, content) in &files {
            let holds = content.windows(secret.len()).any(|part| part == secret.as_bytes());
            assert!(!holds, "the {what} stands in {name}");
        }
    }
}

/// AN1: rows
fn tables_are_silent(rows: &[(String, String)], journey: &Journey) {
    let lena = rows.iter().filter(|(_, row)| row.contains("lena@staff.example")).map(|(table, _)| table.as_str());
    let lena: std::collections::BTreeSet<_> = lena.collect();
    assert!(lena.contains("person"), "the search finds what is there: {lena:?}");
    // Where somebody who works here may stand: in the directory, and nowhere that grows with what was written.
    assert!(lena.is_subset(&["account", "person", "mail"].into()), "{lena:?}");
    for (what, secret) in &journey.secrets {
        let (plain, coded) = (secret.to_lowercase(), hex(secret));
        for (table, row) in rows {
            let row = row.to_lowercase();
            assert!(!row.contains(&plain) && !row.contains(&coded), "the {what} stands in {table}");
        }
    }
    let zone: Vec<_> = rows.iter().filter(|(table, _)| TABLES.contains(&table.as_str())).collect();
    assert_eq!(zone.len(), 3, "a thread and its two messages");
    let person = rows.iter().find(|(table, row)| table == "person" && row.contains("lena@staff.example")).unwrap();
    let id = person
        .1
        .split(['\'', ',', ' ', '('])
        .find(|part| part.trim_start_matches("\\\\x").trim_matches('"').len() >= 32);
    let id = id.unwrap().trim_matches('"').trim_start_matches('\\').trim_start_matches('x').to_lowercase();
    for (table, row) in zone {
        let row = row.to_lowercase();
        for trace in
            ["lena", "fischer", "canaryua", "198.51.100", &id, &hex(&journey.session[..24]), &journey.session[..24]]
        {
            assert!(!row.contains(trace), "{table} holds {trace}");
        }
    }
}

/// AN18: the database without the key file opens nothing; with it, it does.
fn sealed_without_the_key(database: &str, secrets: &Secrets) {
    use peopleworthy::db::schema::anon_thread::dsl::anon_thread;
    let row: Row = match database.strip_prefix("sqlite:") {
        Some(path) => anon_thread.first(&mut diesel::SqliteConnection::establish(path).unwrap()).unwrap(),
        None => anon_thread.first(&mut diesel::PgConnection::establish(database).unwrap()).unwrap(),
    };
    assert!(Thread::open(secrets, row.clone()).is_ok());
    assert!(Thread::open(&Secrets::from_bytes(b"another key file"), row.clone()).is_err());
    // Nor does the receipt tell where it leads: the table keeps a hash of what is worked out from it.
    let guess = Receipt::read("0000-0000-0000-0000-0000-0000").unwrap();
    assert_ne!(guess.lookup().hash(), row.lookup_hash);
}

#[test]
fn an1_an10_an18_nothing_is_left_of_who_wrote_on_sqlite() {
    nothing_is_left(Engine::Sqlite);
}

#[test]
fn an1_an10_an18_nothing_is_left_of_who_wrote_on_postgres() {
    nothing_is_left(Engine::Postgres);
}
