//! A change on one node reaches a page that is open on another one.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use diesel::sql_types::Binary;
use diesel::{QueryableByName, RunQueryDsl};
use peopleworthy::ids::RecipientId;
use peopleworthy::praise::pages::give::SEEN;

use super::desk::{Filled, furnish, staff};
use super::house::{Engine, Place, Program, alone, client, report};

const ROUNDS: usize = 10;

#[test]
fn with_two_nodes_on_postgresql_a_page_on_the_other_one_is_refreshed_within_a_second() {
    refreshed_within("on", Duration::from_secs(1));
}

#[test]
fn with_the_hint_between_nodes_off_a_page_on_the_other_one_is_refreshed_within_three_seconds() {
    refreshed_within("off", Duration::from_secs(3));
}

/// The guest's page is open on one node; on the other one the person praised presses "I heard this".
fn refreshed_within(hint: &str, limit: Duration) {
    let _alone = alone();
    let mut place = Place::new(Engine::Postgres);
    place.set("TEST_NOTIFY_HINT", hint);
    let nodes = [0, 1].map(|node| Program::start(place.command(node), &place.log(node)));
    for node in &nodes {
        node.wait_until_ready();
    }
    furnish(&place);
    let staff = staff(&place, true);
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let form = Filled::new(staff[round % staff.len()], &format!("Waited {round} minutes with us."));
        let sent = form.press(&client(), nodes[0].url()).unwrap();
        let follow = sent.location.unwrap();
        let secret = follow.split('?').next().unwrap();
        let events = listen(nodes[1].url(), &format!("{secret}/live"));
        // The first one comes at once: the page compares its number with the one it was made with.
        events.recv_timeout(Duration::from_secs(3)).expect("the stream begins");
        let token = place.secrets().derived_token(SEEN, last_share(&place).0.as_bytes());
        let pressed = Instant::now();
        let agent = client();
        let url = nodes[0].url();
        let answer = agent.post(format!("{url}/seen/{token}")).header("Origin", url).send_empty().unwrap();
        let answered = Instant::now();
        assert_eq!(answer.status(), 200);
        let came = events.recv_timeout(limit + Duration::from_secs(2)).expect("a refresh comes");
        // It may be there before the answer is.
        times.push(came.saturating_duration_since(answered));
        assert!(came > pressed);
    }
    times.sort();
    let slowest = times[ROUNDS - 1];
    report(&format!(
        "from one node to the other, hint {hint}: median {:?}, slowest {slowest:?} after the answer",
        times[ROUNDS / 2]
    ));
    assert!(slowest <= limit, "{times:?}");
}

fn last_share(place: &Place) -> RecipientId {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Binary)]
        id: RecipientId,
    }
    let last = "SELECT id FROM note_recipient ORDER BY sent_at DESC LIMIT 1";
    diesel::sql_query(last).get_result::<Row>(&mut place.conn()).unwrap().id
}

/// Opens a stream of events; what comes out is the moment of each refresh.
fn listen(url: &str, path: &str) -> mpsc::Receiver<Instant> {
    let mut stream = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n").unwrap();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if line == "event: refresh" && tell.send(Instant::now()).is_err() {
                return;
            }
        }
    });
    told
}
