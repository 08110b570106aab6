//! The program itself with its log at its most talkative, and whatever talks to it over the wire.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;

use super::browser::encode;

/// A running program.
pub struct Program {
    child: Child,
    log: JoinHandle<String>,
    /// Where it listens; nothing if it ended before it did.
    pub origin: Option<String>,
}

impl Program {
    /// Starts it on a database, and waits until it listens.
    pub fn start(database: &str, folder: &Path, settings: &[(&str, &str)]) -> Program {
        let mut child = Command::new(env!("CARGO_BIN_EXE_peopleworthy"))
            .env_clear()
            .env("PEOPLEWORTHY_DATA_DIR", folder)
            .env("PEOPLEWORTHY_DATABASE_URL", database)
            .env("PEOPLEWORTHY_LISTEN", "127.0.0.1:0")
            .env("PEOPLEWORTHY_LOG", "trace")
            .envs(settings.iter().map(|(key, value)| (format!("PEOPLEWORTHY_{key}"), value)))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stderr = child.stderr.take().unwrap();
        let log = std::thread::spawn(move || {
            let mut log = Vec::new();
            stderr.read_to_end(&mut log).unwrap();
            String::from_utf8(log).unwrap()
        });
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let origin =
            lines.by_ref().map_while(Result::ok).find_map(|line| line.strip_prefix("listening ").map(str::to_owned));
        Program { child, log, origin }
    }

    /// Ends it without an orderly end, and gives its log.
    pub fn kill(mut self) -> String {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.log.join().unwrap()
    }
}

/// As much of an answer as is needed here.
pub struct Answer {
    pub status: u16,
    pub location: String,
    /// What the answer set, as the next request sends it.
    pub cookie: String,
    pub body: String,
}

/// Asks and follows nothing.
pub fn ask(origin: &str, method: &str, path: &str, headers: &[(&str, &str)], fields: &[(&str, &str)]) -> Answer {
    let agent: ureq::Agent =
        ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().new_agent();
    let mut request = ureq::http::Request::builder().method(method).uri(format!("{origin}{path}"));
    for (name, value) in headers.iter().chain(&[("sec-fetch-site", "same-origin")]) {
        request = request.header(*name, *value);
    }
    let mut answer = match method {
        "GET" => agent.run(request.body(()).unwrap()),
        _ => {
            agent.run(request.header("content-type", "application/x-www-form-urlencoded").body(encode(fields)).unwrap())
        }
    }
    .unwrap();
    let all = |name: &str| answer.headers().get_all(name).iter().map(|v| v.to_str().unwrap().to_owned());
    let location = all("location").collect();
    let cookies: Vec<String> = all("set-cookie").map(|set| set.split(';').next().unwrap().to_owned()).collect();
    let body = answer.body_mut().read_to_string().unwrap_or_default();
    Answer { status: answer.status().as_u16(), location, cookie: cookies.join("; "), body }
}

/// What a hidden field of a page holds.
#[track_caller]
pub fn hidden(body: &str, name: &str) -> String {
    let at = format!("name=\"{name}\" value=\"");
    body.split(&at).nth(1).unwrap_or_else(|| panic!("no {name}: {body}")).split('"').next().unwrap().to_owned()
}

/// The line in which the command `check` says something about one thing of a house, by the clock of the house.
pub fn checked(house: &super::House, about: &str) -> String {
    let url = match &house.app.config.database {
        peopleworthy::db::Url::Postgres(url) => url.clone(),
        file => file.to_string(),
    };
    let told = Command::new(env!("CARGO_BIN_EXE_peopleworthy"))
        .arg("check")
        .env_clear()
        .env("PEOPLEWORTHY_DATABASE_URL", url)
        .env("PEOPLEWORTHY_DATA_DIR", house.folder.path())
        .env("PEOPLEWORTHY_BASE_URL", super::BASE_URL)
        .env("PEOPLEWORTHY_TEST_NOW", house.app.now().micros().to_string())
        .output()
        .unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    told.lines().find(|line| line.contains(&format!("  {about}: "))).unwrap_or_else(|| panic!("{told}")).to_owned()
}
