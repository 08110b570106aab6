//! How often the page of the link is right about houses of which the truth is known: twenty demonstrations of three years and
//! twenty sites in which engagement leads (strength 0.8), and twenty without a link, each read as HR reads it. Goals: the
//! order is stated rightly in at least 80 of 100 and wrongly in at most one; without a link at most two state anything. A number
//! after `--` makes fewer; exit status 1 if a goal is missed.

// A bench may stop, and prints its result.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

const SEEDS: u64 = 20;
/// Demonstrations at once.
const AT_ONCE: usize = 2;
/// The sentences of an order, and all that state anything, as the English page has them.
const ENGAGEMENT_FIRST: &str = "Changes in engagement tended to come before";
const CUSTOMERS_FIRST: &str = "Changes in customer feedback tended to come before";
const STATED: [&str; 4] = [
    ENGAGEMENT_FIRST,
    CUSTOMERS_FIRST,
    "If there were no link, a pattern this strong",
    "10 points of engagement went with",
];

fn main() -> ExitCode {
    let seeds = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(SEEDS);
    let lead = read_all(seeds, &["--link", "lead", "--strength", "0.8"]);
    let none = read_all(seeds, &["--link", "none"]);
    let count = |pages: &[String], words: &[&str]| -> usize {
        pages.iter().filter(|page| words.iter().any(|words| page.contains(words))).count()
    };
    let (right, wrong) = (count(&lead, &[ENGAGEMENT_FIRST]), count(&lead, &[CUSTOMERS_FIRST]));
    let stated = count(&none, &STATED);
    println!(
        "of {seeds} houses in which engagement leads: order right {right}, wrong {wrong} (goal: at least 80 %, at most 1)"
    );
    println!("of {seeds} houses without a link: something stated {stated} (goal: at most 2)");
    let is_met = right * 5 >= lead.len() * 4 && wrong <= 1 && stated <= 2;
    if is_met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The page of the link in each house, from seed 1 on.
fn read_all(seeds: u64, more: &[&str]) -> Vec<String> {
    let (next, pages) = (AtomicU64::new(1), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(seed) = Some(next.fetch_add(1, Ordering::SeqCst)).filter(|seed| *seed <= seeds) {
                    let page = Demonstration::start(seed, more).read();
                    pages.lock().unwrap().push(page);
                }
            });
        }
    });
    pages.into_inner().unwrap()
}

/// The program as somebody tries it out, ended with this value.
struct Demonstration {
    child: Child,
    url: String,
    /// HR's address and password.
    hr: (String, String),
    _folder: tempfile::TempDir,
}

impl Drop for Demonstration {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Demonstration {
    /// Waits until it has counted what was written: the first thing that its clock does.
    fn start(seed: u64, more: &[&str]) -> Demonstration {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_peopleworthy"));
        command.args(["demo", "--years", "3", "--sites", "20", "--seed", &seed.to_string()]).args(more).env_clear();
        command.env("PEOPLEWORTHY_DATA_DIR", folder.path()).env("PEOPLEWORTHY_LISTEN", "127.0.0.1:0");
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let (mut hr, mut url) = (None, None);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        while url.is_none() {
            let line = lines.next().expect("a demonstration is served");
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["sign-in", "hr", address, password, ..] => hr = Some(((*address).to_owned(), (*password).to_owned())),
                ["listening", at, ..] => url = Some((*at).to_owned()),
                _ => {}
            }
        }
        // Somebody has to listen on, or the program could not say anything more.
        std::thread::spawn(move || lines.for_each(drop));
        Demonstration { child, url: url.unwrap(), hr: hr.expect("HR"), _folder: folder }
    }

    /// Signs in as HR, chooses what is suggested, and reads the report in English.
    fn read(&self) -> String {
        let agent: ureq::Agent =
            ureq::Agent::config_builder().max_redirects(0).http_status_as_error(false).build().into();
        let url = &self.url;
        let form = [("who", self.hr.0.as_str()), ("secret", self.hr.1.as_str()), ("next", "")];
        let entered = agent.post(format!("{url}/sign-in")).header("Origin", url).send_form(form).unwrap();
        let cookies = entered.headers().get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
        let kept: Vec<&str> = cookies.filter_map(|cookie| cookie.split(';').next()).chain(["lang=en"]).collect();
        let cookies = kept.join("; ");
        for _ in 0..600 {
            let pair = [("pair", "site_praise")];
            let choice =
                agent.post(format!("{url}/insights/link/choice")).header("Origin", url).header("Cookie", &cookies);
            assert_eq!(choice.send_form(pair).unwrap().status(), 303, "HR chooses");
            let asked = agent.get(format!("{url}/insights/link")).header("Cookie", &cookies);
            let page = asked.call().unwrap().body_mut().read_to_string().unwrap();
            if page.contains("class=\"dot") {
                return page;
            }
            std::thread::sleep(Duration::from_millis(200));
        }
        panic!("nothing was counted");
    }
}
