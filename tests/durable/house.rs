//! A place of its own for each test, and the program that runs in it.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard, mpsc};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::sql_types::{BigInt, Text};
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};
use peopleworthy::db::{Conn, Url};
use peopleworthy::secrets::{Secrets, random_token};
use tempfile::TempDir;

/// How long a start may take before a test gives up waiting for it.
const PATIENCE: Duration = Duration::from_secs(20);

static STAGE: RwLock<()> = RwLock::new(());

/// For a test that measures times or takes the whole machine: nothing else runs meanwhile.
pub fn alone() -> RwLockWriteGuard<'static, ()> {
    STAGE.write().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// For a test that mostly waits.
pub fn among_others() -> RwLockReadGuard<'static, ()> {
    STAGE.read().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// How many rounds or seconds of a test: enough for every day, or all that the requirement names in `scripts/test slow`.
/// The same test either way, so that none is ever skipped.
pub fn at_length<N>(every_day: N, slow: N) -> N {
    if std::env::var_os("PEOPLEWORTHY_TEST_SLOW").is_some() { slow } else { every_day }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// A folder, a database and a key file, all gone when the test ends.
pub struct Place {
    pub folder: TempDir,
    pub engine: Engine,
    database: String,
    settings: Vec<(String, String)>,
}

impl Place {
    pub fn new(engine: Engine) -> Place {
        let folder = tempfile::tempdir().unwrap();
        let database = match engine {
            Engine::Sqlite => format!("sqlite:{}", folder.path().join("data/peopleworthy.db").display()),
            Engine::Postgres => {
                let name = format!("durable_{}", random_token().to_lowercase());
                on_postgres(&format!("CREATE DATABASE {name}"));
                format!("{}{name}", postgres())
            }
        };
        // Nobody answers on port 1: mail waits in the outbox.
        let settings = [("MAIL_URL", "smtp://127.0.0.1:1"), ("LIMITS", "off"), ("LOG", "warn")];
        let settings = settings.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        Place { folder, engine, database, settings }
    }

    /// Sets `PEOPLEWORTHY_{name}` for every program started from now on.
    pub fn set(&mut self, name: &str, value: &str) -> &mut Place {
        self.settings.retain(|(other, _)| other != name);
        self.settings.push((name.into(), value.into()));
        self
    }

    /// The data folder of the first process, or of one more.
    pub fn data(&self, node: usize) -> PathBuf {
        self.folder.path().join(if node == 0 { "data".to_owned() } else { format!("data{node}") })
    }

    pub fn secret_file(&self) -> PathBuf {
        self.folder.path().join("secret")
    }

    pub fn secrets(&self) -> Secrets {
        Secrets::load_or_make(&self.secret_file()).unwrap()
    }

    pub fn url(&self) -> Url {
        self.database.parse().unwrap()
    }

    /// The program with this place's settings and no other of its own.
    pub fn command(&self, node: usize) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_peopleworthy"));
        self.dress(&mut command, node);
        command
    }

    /// Gives any command this place's settings.
    pub fn dress(&self, command: &mut Command, node: usize) {
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("PEOPLEWORTHY_") {
                command.env_remove(name);
            }
        }
        command
            .env("PEOPLEWORTHY_DATA_DIR", self.data(node))
            .env("PEOPLEWORTHY_DATABASE_URL", &self.database)
            .env("PEOPLEWORTHY_SECRET_FILE", self.secret_file())
            .env("PEOPLEWORTHY_LISTEN", "127.0.0.1:0");
        for (name, value) in &self.settings {
            command.env(format!("PEOPLEWORTHY_{name}"), value);
        }
    }

    /// Runs a command of the program to its end.
    pub fn run(&self, words: &[&str]) -> Output {
        self.command(0).args(words).output().unwrap()
    }

    /// Starts the server and waits until it is ready.
    pub fn serve(&self) -> Program {
        let program = Program::start(self.command(0), &self.log(0));
        program.wait_until_ready();
        program
    }

    pub fn log(&self, node: usize) -> PathBuf {
        self.folder.path().join(format!("log{node}"))
    }

    /// A connection past the program, to look at what it stored.
    pub fn conn(&self) -> Conn {
        match self.engine {
            Engine::Sqlite => {
                let mut conn = SqliteConnection::establish(self.database.trim_start_matches("sqlite:")).unwrap();
                conn.batch_execute("PRAGMA busy_timeout=10000").unwrap();
                Conn::Sqlite(conn)
            }
            Engine::Postgres => Conn::Postgres(PgConnection::establish(&self.database).unwrap()),
        }
    }

    /// The one number a query answers with, under the name `n`.
    pub fn count(&self, query: &str) -> i64 {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = BigInt)]
            n: i64,
        }
        diesel::sql_query(query).get_result::<Row>(&mut self.conn()).unwrap().n
    }

    /// The texts a query answers with, under the name `t`.
    pub fn texts(&self, query: &str) -> Vec<String> {
        texts(&mut self.conn(), query)
    }

    pub fn execute(&self, statements: &str) {
        self.conn().batch_execute(statements).unwrap();
    }

    /// The engine's own opinion of its file; PostgreSQL has none to ask for.
    pub fn assert_sound(&self) {
        if self.engine == Engine::Sqlite {
            assert_eq!(self.texts("SELECT integrity_check AS t FROM pragma_integrity_check"), ["ok"]);
            assert_eq!(self.count("SELECT count(*) AS n FROM pragma_foreign_key_check"), 0);
        }
    }
}

/// The texts a query answers with, under the name `t`.
pub fn texts(conn: &mut Conn, query: &str) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        t: String,
    }
    let rows: Vec<Row> = diesel::sql_query(query).load(conn).unwrap();
    rows.into_iter().map(|row| row.t).collect()
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.engine == Engine::Postgres {
            let name = self.database.rsplit('/').next().unwrap();
            on_postgres(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

fn postgres() -> String {
    let address = std::env::var("PEOPLEWORTHY_TEST_POSTGRES").expect(
        "PEOPLEWORTHY_TEST_POSTGRES is not set: run scripts/test, or set it to a superuser's address of a PostgreSQL \
         server to which the name of a database can be appended",
    );
    if address.ends_with('/') { address } else { format!("{address}/") }
}

fn on_postgres(statement: &str) {
    let mut conn = PgConnection::establish(&format!("{}postgres", postgres())).unwrap();
    conn.batch_execute(statement).unwrap();
}

/// A server under test; killed when dropped.
pub struct Program {
    child: Child,
    lines: mpsc::Receiver<String>,
    log: PathBuf,
    pub started: Instant,
    /// How it says that it is reached; empty until it was waited for.
    url: std::sync::OnceLock<String>,
}

impl Program {
    pub fn start(mut command: Command, log: &Path) -> Program {
        let started = Instant::now();
        let stderr = File::options().create(true).append(true).open(log).unwrap();
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(stderr).spawn().expect("the program starts");
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let (tell, lines) = mpsc::channel();
        std::thread::spawn(move || stdout.lines().map_while(Result::ok).try_for_each(|line| tell.send(line)));
        Program { child, lines, log: log.into(), started, url: std::sync::OnceLock::new() }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Its memory now, in bytes, once it does nothing. From here on [`Program::peak`] counts anew, without what the start needed
    /// for a moment.
    pub fn memory(&self) -> u64 {
        let mut before = 0;
        loop {
            std::thread::sleep(Duration::from_millis(500));
            let now = self.status("VmRSS");
            if now.abs_diff(before) < 1 << 20 {
                std::fs::write(format!("/proc/{}/clear_refs", self.id()), "5").unwrap();
                return now;
            }
            before = now;
        }
    }

    /// Its memory in bytes, at most since [`Program::memory`] was asked for.
    pub fn peak(&self) -> u64 {
        self.status("VmHWM")
    }

    fn status(&self, what: &str) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(':')).expect("such a line");
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
    }

    /// Where it answers; waits until it says so.
    pub fn url(&self) -> &str {
        self.url.get_or_init(|| {
            loop {
                match self.lines.recv_timeout(PATIENCE) {
                    Ok(line) => {
                        if let Some(url) = line.strip_prefix("listening ") {
                            return url.to_owned();
                        }
                    }
                    Err(_) => panic!("the program does not serve: {}", self.said()),
                }
            }
        })
    }

    /// Waits until it takes writes; how long that was after its start.
    pub fn wait_until_ready(&self) -> Duration {
        let client = client();
        while self.started.elapsed() < PATIENCE {
            let answer = client.get(format!("{}/health/ready", self.url())).call();
            if answer.is_ok_and(|answer| answer.status() == 200) {
                return self.started.elapsed();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the program is not ready: {}", self.said());
    }

    /// Its log so far.
    pub fn said(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    pub fn is_alive(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// `kill -9`.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Asks it to stop, and waits.
    pub fn stop(&mut self) -> ExitStatus {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().unwrap();
        assert!(asked.success());
        self.child.wait().unwrap()
    }

    /// Waits for it to end by itself.
    pub fn wait(&mut self) -> ExitStatus {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("the program still runs: {}", self.said());
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended long ago.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Speaks HTTP as a browser does that follows no redirect.
pub fn client() -> ureq::Agent {
    ureq::Agent::config_builder()
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(15)))
        .build()
        .new_agent()
}

/// The cookies that an answer sets, as the next request sends them.
pub fn cookies_of<B>(answer: &ureq::http::Response<B>) -> String {
    let cookies = answer.headers().get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    cookies.filter_map(|cookie| cookie.split(';').next()).collect::<Vec<_>>().join("; ")
}

/// Waits until something holds, and says how long that took.
pub fn wait_for(what: &str, at_most: Duration, mut holds: impl FnMut() -> bool) -> Duration {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < at_most, "after {:?} still not: {what}", start.elapsed());
        std::thread::sleep(Duration::from_millis(20));
    }
    start.elapsed()
}

/// Prints a measured number past the test harness, which keeps what a passing test prints to itself.
pub fn report(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "   {line}");
}
