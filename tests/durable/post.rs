//! MW1, MW3, MW6: whatever a mail server does, all mail arrives in the end, once.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use peopleworthy::ids::PersonId;
use peopleworthy::secrets::random_token;

use super::desk::{Filled, furnish, staff};
use super::house::{Engine, Place, Program, alone, among_others, at_length, client, cookies_of, report, wait_for};
use super::smtp::{Mode, Peer};

/// Deadlines and pauses run so many times faster: a stall ends after a second, the first pause after two.
const HASTE: &str = "30";
const MAILS: usize = 6;
const PATIENCE: Duration = Duration::from_secs(40);

struct Post {
    place: Place,
    program: Program,
    staff: Vec<PersonId>,
    agent: ureq::Agent,
    sent: usize,
}

impl Post {
    fn new(engine: Engine, port: u16) -> Post {
        let mut place = Place::new(engine);
        place.set("MAIL_URL", &format!("smtp://127.0.0.1:{port}"));
        place.set("TEST_MAIL_HASTE", HASTE).set("TEST_MAIL_PAUSE", "1");
        furnish(&place);
        let program = place.serve();
        let staff = staff(&place, true);
        Post { place, program, staff, agent: client(), sent: 0 }
    }

    /// Some guests praise, each a mail.
    fn cause(&mut self, mails: usize) {
        for _ in 0..mails {
            self.cause_one();
        }
    }

    /// A guest praises; how long they wait for the answer.
    fn cause_one(&mut self) -> Duration {
        let form = Filled::new(self.staff[self.sent % self.staff.len()], &format!("Mended bicycle {}.", self.sent));
        self.sent += 1;
        let pressed = Instant::now();
        assert_eq!(form.press(&self.agent, self.program.url()).unwrap().status, 303);
        pressed.elapsed()
    }

    fn count(&self, condition: &str) -> usize {
        let query = format!("SELECT count(*) AS n FROM mail WHERE {condition}");
        usize::try_from(self.place.count(&query)).unwrap()
    }

    fn wait_until(&self, condition: &str, mails: usize) -> Duration {
        wait_for(condition, PATIENCE, || self.count(condition) >= mails)
    }

    /// Every mail was taken, and each once.
    fn assert_all_once(&self, peer: &Peer) {
        let (taken, caused) = (peer.taken(), self.place.texts("SELECT message_id AS t FROM mail"));
        let ids = |list: &[String]| list.iter().cloned().collect::<BTreeSet<_>>();
        assert_eq!(taken.len(), self.sent, "a mail is missing or came twice");
        assert_eq!(ids(&taken), ids(&caused));
    }
}

/// On both engines at once: most of the time is waiting.
fn on_both(test: impl Fn(Engine) + Sync) {
    let _among = among_others();
    std::thread::scope(|scope| {
        for engine in [Engine::Sqlite, Engine::Postgres] {
            let test = &test;
            scope.spawn(move || test(engine));
        }
    });
}

fn survives(mode: Mode) {
    on_both(|engine| {
        let peer = Peer::start(0, mode);
        let mut post = Post::new(engine, peer.port);
        post.cause(MAILS);
        post.wait_until("last_error IS NOT NULL", 1);
        let said = post.place.texts("SELECT last_error AS t FROM mail WHERE last_error IS NOT NULL").remove(0);
        assert!(peer.taken().is_empty() && post.count("state = 'sent'") == 0);
        peer.behave(Mode::Fine);
        let waited = post.wait_until("state = 'sent'", MAILS);
        post.assert_all_once(&peer);
        report(&format!("{mode:?} on {engine:?}: \"{said}\", then {MAILS} of {MAILS} once, {waited:?} after recovery"));
    });
}

#[test]
fn mw1_a_server_that_hangs_up_gets_all_mail_once_when_it_recovers() {
    survives(Mode::Refuse);
}

#[test]
fn mw1_a_server_that_is_silent_gets_all_mail_once_when_it_recovers() {
    survives(Mode::StallAtOnce);
}

#[test]
fn mw1_a_server_that_falls_silent_after_the_mail_gets_all_mail_once_when_it_recovers() {
    survives(Mode::StallAtTheEnd);
}

#[test]
fn mw1_a_server_that_says_421_gets_all_mail_once_when_it_recovers() {
    survives(Mode::Greet("421 4.3.2 too busy"));
}

#[test]
fn mw1_a_server_that_says_450_gets_all_mail_once_when_it_recovers() {
    survives(Mode::Rcpt("450 4.2.1 later"));
}

#[test]
fn mw1_a_server_that_closes_mid_message_gets_all_mail_once_when_it_recovers() {
    survives(Mode::CloseInData);
}

#[test]
fn mw1_a_server_that_was_not_there_gets_all_mail_once_when_it_comes() {
    let _among = among_others();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut post = Post::new(Engine::Sqlite, port);
    post.cause(MAILS);
    post.wait_until("last_error IS NOT NULL", 1);
    let peer = Peer::start(port, Mode::Fine);
    post.wait_until("state = 'sent'", MAILS);
    post.assert_all_once(&peer);
}

/// How a server can be in trouble: the two that hold a sender longest, and in `scripts/test slow` the others too. The
/// last ones end the mails themselves.
const TROUBLES: [Mode; 13] = [
    Mode::StallAtOnce,
    Mode::StallAtTheEnd,
    Mode::StallAt("EHLO"),
    Mode::StallAt("MAIL"),
    Mode::StallAt("RCPT"),
    Mode::StallAt("DATA"),
    Mode::Drip,
    Mode::Refuse,
    Mode::Greet("421 4.3.2 too busy"),
    Mode::Rcpt("450 4.2.1 later"),
    Mode::CloseInData,
    Mode::Rcpt("554 5.7.1 no"),
    Mode::Rcpt("550 5.1.1 no such mailbox"),
];
/// So many guests praise in a round, one after the other.
const GUESTS: usize = 100;

#[test]
fn mw1_nobody_waits_longer_while_a_server_is_in_trouble_on_sqlite() {
    waits_beside_a_server_in_trouble(Engine::Sqlite);
}

#[test]
fn mw1_nobody_waits_longer_while_a_server_is_in_trouble_on_postgresql() {
    waits_beside_a_server_in_trouble(Engine::Postgres);
}

/// Two programs side by side, one with a mail server that takes everything: guests praise at both in turn, each praise
/// a write with a mail, so that whatever else happens on the machine happens to both. The 99th percentile of each round
/// is taken, and of these the one in the middle: the one beside the trouble is at most a tenth longer, and by how
/// much the rounds of the other one differ among themselves, which no mail server did. Where it is more, it has to be so
/// three times in a row to count.
fn waits_beside_a_server_in_trouble(engine: Engine) {
    let _alone = alone();
    let (fine, bad) = (Peer::start(0, Mode::Fine), Peer::start(0, Mode::Fine));
    let mut posts = [Post::new(engine, fine.port), Post::new(engine, bad.port)];
    posts.iter_mut().for_each(|post| post.cause(10)); // the first ones pay for what all later ones find ready
    for mode in &TROUBLES[..at_length(2, TROUBLES.len())] {
        bad.behave(*mode);
        let is_longer = |_| {
            let met = bad.met();
            posts[1].cause(1);
            wait_for("the server in trouble is tried", PATIENCE, || bad.met() > met);
            let rounds: Vec<[Duration; 2]> = (0..at_length(3, 5)).map(|_| round(&mut posts)).collect();
            let of = |side: usize| {
                let mut times: Vec<Duration> = rounds.iter().map(|round| round[side]).collect();
                times.sort();
                [times[0], times[times.len() / 2], times[times.len() - 1]]
            };
            let ([shortest, control, longest], [_, beside, _]) = (of(0), of(1));
            let most = control.mul_f64(1.1) + (longest - shortest);
            report(&format!("{mode:?} on {engine:?}: p99 {beside:?}, without {control:?}, at most {most:?}"));
            beside > most
        };
        assert!(!(0..3).all(is_longer), "whoever praises waits while a mail server is in trouble: {mode:?}");
    }
}

/// The 99th percentile of what guests wait at each of the two.
fn round(posts: &mut [Post; 2]) -> [Duration; 2] {
    let mut times = [Vec::new(), Vec::new()];
    for guest in 0..GUESTS {
        for side in [guest % 2, 1 - guest % 2] {
            times[side].push(posts[side].cause_one());
        }
    }
    times.map(|mut times| {
        times.sort();
        times[(GUESTS * 99).div_ceil(100) - 1]
    })
}

#[test]
fn mw3_a_5xx_is_kept_shown_and_arrives_by_send_again() {
    on_both(|engine| {
        let peer = Peer::start(0, Mode::Rcpt("550 5.1.1 no such mailbox"));
        let mut post = Post::new(engine, peer.port);
        post.cause(2);
        post.wait_until("state = 'failed'", 2);
        let said = post.place.texts("SELECT last_error AS t FROM mail");
        assert!(said.iter().all(|said| said == "550 5.1.1 no such mailbox"), "{said:?}");
        assert_eq!(post.count("attempts = 1"), 2);
        peer.behave(Mode::Fine);
        std::thread::sleep(Duration::from_secs(4));
        assert!(peer.taken().is_empty(), "nobody asked for it");
        send_again(&post, "550 5.1.1 no such mailbox");
        post.wait_until("state = 'sent'", 2);
        post.assert_all_once(&peer);
    });
}

/// The administrator reads what the server said, and presses the button beside each mail.
fn send_again(post: &Post, said: &str) {
    let (agent, url) = (client(), post.program.url());
    let made = post.place.run(&["admin", "create", "--email", "ada@seaside.example"]);
    let made = String::from_utf8(made.stdout).unwrap();
    let path = &made[made.find("/invited/").unwrap_or_else(|| panic!("no link: {made}"))..];
    let password = random_token();
    let password = [("password", password.as_str())];
    let entered = agent.post(format!("{url}{}", path.trim())).header("Origin", url).send_form(password).unwrap();
    assert_eq!(entered.status(), 303);
    let cookies = cookies_of(&entered);
    let mut page = agent.get(format!("{url}/admin/mail")).header("Cookie", &cookies).call().unwrap();
    assert_eq!(page.status(), 200);
    let page = page.body_mut().read_to_string().unwrap();
    assert_eq!(page.matches(said).count(), 2, "the page does not show why: {page}");
    let buttons: BTreeSet<&str> = page
        .split('"')
        .filter(|part| part.starts_with("/admin/mail/") && part.ends_with("/again") && part.len() > 40)
        .collect();
    assert_eq!(buttons.len(), 2, "{page}");
    for button in buttons {
        let pressed = agent.post(format!("{url}{button}")).header("Origin", url).header("Cookie", &cookies);
        assert_eq!(pressed.send_empty().unwrap().status(), 303);
    }
}

#[test]
fn mw6_killed_between_250_and_its_mark_a_mail_comes_twice_at_most_with_one_message_id() {
    on_both(|engine| {
        let peer = Peer::start(0, Mode::Fine);
        let mut post = Post::new(engine, peer.port);
        peer.behave(Mode::TakeAndKill(post.program.id()));
        post.cause(1);
        post.program.wait();
        assert_eq!(peer.taken().len(), 1);
        assert_eq!(post.count("state = 'sent'"), 0, "killed too late");
        post.program = post.place.serve();
        let restarted = Instant::now();
        post.cause(MAILS);
        post.wait_until("state = 'sent'", MAILS + 1);
        let taken = peer.taken();
        assert_eq!(taken.len(), MAILS + 2, "one came twice and no other");
        assert_eq!(taken.iter().collect::<BTreeSet<_>>().len(), MAILS + 1);
        assert_eq!(taken.iter().filter(|id| **id == taken[0]).count(), 2, "the same Message-ID");
        report(&format!("killed after 250 on {engine:?}: twice with one Message-ID, {:?}", restarted.elapsed()));
    });
}
