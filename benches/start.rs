//! From the start of the built program to its first answered request, and its memory when idle, beside a bare actix
//! program in the same run; and whether the program carries everything it needs.
//!
//! Goals: under 0.3 s on an existing database and under 40 MB, medians of ten. `cargo bench --bench start` builds the
//! program as a release is built. Exit status 1 if a goal is missed.

// A bench may stop, and prints its result.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 10;
/// How long a program is left alone before its memory is read.
const IDLE: Duration = Duration::from_secs(3);
const START_MAX: Duration = Duration::from_millis(300);
/// 40 MB in the KiB that the kernel calls kB.
const MEMORY_MAX_KB: u64 = 40_000_000 / 1024;
/// Makes this program the bare one, answering on the address that follows.
const BARE: &str = "bare";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip_while(|argument| argument != BARE);
    if arguments.next().is_some() {
        return bare(arguments.next().unwrap().parse().unwrap());
    }
    let folder = tempfile::tempdir().unwrap();
    // A copy in a folder of its own: nothing lies beside it.
    let program = folder.path().join("peopleworthy");
    std::fs::copy(env!("CARGO_BIN_EXE_peopleworthy"), &program).unwrap();
    let house = House { program, folder: folder.path() };
    house.fill();
    house.assert_carries_everything();

    let (mut ours, mut plain) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        // In turn, so that whatever else the machine does meets both.
        plain.push(measure(bare_command, "/"));
        ours.push(measure(|address| house.command(address), "/sign-in"));
    }
    let (ours, plain) = (Medians::of(ours), Medians::of(plain));
    println!("medians of {RUNS}     first answer     idle memory");
    for (name, medians) in [("peopleworthy", &ours), ("bare actix", &plain)] {
        println!(
            "{name:<16} {:>8.1} ms {:>12.1} MB",
            medians.start.as_secs_f64() * 1e3,
            medians.memory_kb as f64 / 1e3
        );
    }
    println!("goals                  300 ms           40 MB   carries everything: yes");
    if ours.start < START_MAX && ours.memory_kb < MEMORY_MAX_KB { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The least that answers by the same server with the same number of threads.
fn bare(address: SocketAddr) -> ExitCode {
    use actix_web::{App, HttpServer, rt::System, web};
    let workers = std::thread::available_parallelism().map_or(2, usize::from).min(8);
    let server = HttpServer::new(|| App::new().route("/", web::get().to(async || "hello")));
    System::new().block_on(server.workers(workers).bind(address).unwrap().run()).unwrap();
    ExitCode::SUCCESS
}

fn bare_command(address: SocketAddr) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([BARE, &address.to_string()]);
    command
}

struct House<'f> {
    program: std::path::PathBuf,
    folder: &'f Path,
}

impl House<'_> {
    /// The program as it is installed: no settings but where, started in an empty folder.
    fn command(&self, address: SocketAddr) -> Command {
        let empty = self.folder.join("empty");
        std::fs::create_dir_all(&empty).unwrap();
        let mut command = Command::new(&self.program);
        self.dress(&mut command, address);
        command.current_dir(empty);
        command
    }

    fn dress(&self, command: &mut Command, address: SocketAddr) {
        command
            .env_clear()
            .env("PEOPLEWORTHY_DATA_DIR", self.folder.join("data"))
            // The demonstration keeps its database here by itself.
            .env("PEOPLEWORTHY_DATABASE_URL", format!("sqlite:{}", self.folder.join("data/demo.db").display()))
            .env("PEOPLEWORTHY_LISTEN", address.to_string())
            .env("PEOPLEWORTHY_LOG", "warn");
    }

    /// Makes the database: the demonstration's year of ten sites, and one more whose address is known.
    fn fill(&self) {
        let mut demo = self.command(free_address());
        let mut running = demo.arg("demo").stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(running.stdout.take().unwrap()).lines();
        assert!(lines.map_while(Result::ok).any(|line| line.starts_with("listening ")), "the demo serves");
        running.kill().unwrap();
        running.wait().unwrap();
        let file = self.folder.join("sites.csv");
        std::fs::write(&file, "name,slug,time_zone\nThe Bench,bench,Europe/Lisbon\n").unwrap();
        let output = self.command(free_address()).args(["import", "sites"]).arg(&file).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }

    /// Serves pages in both languages with all that they load, and opens no file of the source tree (says strace).
    fn assert_carries_everything(&self) {
        let (address, trace) = (free_address(), self.folder.join("trace"));
        let mut command = Command::new("strace");
        command.args(["-D", "-f", "-q", "-e", "trace=open,openat", "-o"]).arg(&trace).arg(&self.program);
        self.dress(&mut command, address);
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default()).current_dir(self.folder.join("empty"));
        let mut running = Running::start(command);
        running.first_answer(address, "/sign-in");
        let mut loaded = 0;
        for (path, language) in [("/at/bench", "en"), ("/at/bench/praise", "de"), ("/sign-in", "de")] {
            let page = get(address, path, language).unwrap();
            assert!(page.starts_with("HTTP/1.1 200"), "{path}: {page}");
            assert!(page.contains(&format!("lang=\"{language}\"")), "{path} is not in {language}");
            // Every address of the page that is a file of ours: "/a/{hash}/css/app.css".
            for asset in page.split('"').filter(|part| part.starts_with("/a/")) {
                let answer = get(address, asset, language).unwrap();
                assert!(answer.starts_with("HTTP/1.1 200"), "{asset}: {answer}");
                loaded += 1;
            }
        }
        assert!(loaded >= 6, "the pages load nothing");
        drop(running);
        let opened = std::fs::read_to_string(&trace).unwrap();
        let strange = opened.lines().find(|line| line.contains(env!("CARGO_MANIFEST_DIR")));
        assert!(opened.contains("demo.db") && strange.is_none(), "{strange:?}");
        println!("from an empty folder: {loaded} files of three pages served, none opened in the source tree\n");
    }
}

struct Medians {
    start: Duration,
    memory_kb: u64,
}

impl Medians {
    fn of(runs: Vec<(Duration, u64)>) -> Medians {
        let (mut starts, mut memories): (Vec<_>, Vec<_>) = runs.into_iter().unzip();
        starts.sort();
        memories.sort();
        let middle = starts.len() / 2;
        Medians {
            start: (starts[middle - 1] + starts[middle]) / 2,
            memory_kb: (memories[middle - 1] + memories[middle]) / 2,
        }
    }
}

fn measure(command: impl Fn(SocketAddr) -> Command, path: &str) -> (Duration, u64) {
    let address = free_address();
    let mut running = Running::start(command(address));
    let start = running.first_answer(address, path);
    std::thread::sleep(IDLE);
    (start, running.memory_kb())
}

/// A program under measurement; killed when dropped.
struct Running {
    child: Child,
    started: Instant,
}

impl Running {
    fn start(mut command: Command) -> Running {
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let started = Instant::now();
        Running { child: command.spawn().expect("the program starts (strace: Debian's package strace)"), started }
    }

    fn first_answer(&mut self, address: SocketAddr, path: &str) -> Duration {
        loop {
            if get(address, path, "en").is_ok_and(|answer| answer.starts_with("HTTP/1.1 200")) {
                return self.started.elapsed();
            }
            assert!(self.started.elapsed() < Duration::from_secs(30), "no answer");
            assert!(self.child.try_wait().unwrap().is_none(), "it ended");
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    fn memory_kb(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

fn get(address: SocketAddr, path: &str, language: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nAccept-Language: {language}\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
