//! Clients that send too much or too slowly: cut off in time, while everybody else is served (DS1–DS4).

use std::time::{Duration, Instant};

use crate::house::wire::{Heard, Wire, exchange};
use crate::house::{Engine, House};

const FORM: &str = "POST /at/seaside/praise HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";
const MIB: usize = 1 << 20;

fn seconds(number: f64) -> Duration {
    Duration::from_secs_f64(number)
}

/// The others are served meanwhile.
fn is_alive(house: &House) {
    let request = "GET /at/seaside HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    assert_eq!(exchange(house, request, seconds(5.0)).status(), 200);
}

/// Sends pieces with pauses until the house has had enough; gives what it said and how long that took.
fn drip(house: &House, head: &str, piece: &[u8], pause: Duration, at_most: Duration) -> Heard {
    let mut wire = Wire::open(house);
    assert!(wire.send(head.as_bytes()));
    let started = Instant::now();
    while started.elapsed() < at_most && !wire.is_over() {
        if !piece.is_empty() && !wire.send(piece) {
            break;
        }
        std::thread::sleep(pause);
    }
    wire.listen(seconds(2.0))
}

#[test]
fn ds1_a_body_that_says_it_is_too_large_is_refused_by_its_word() {
    let house = House::start(Engine::Sqlite);
    is_alive(&house);
    // Not a byte of it was sent.
    let heard = exchange(&house, &format!("{FORM}Content-Length: {}\r\n\r\n", 100 * MIB), seconds(4.0));
    assert_eq!(heard.status(), 413, "{}", heard.text);
    assert!(heard.closed && heard.after < seconds(2.0), "{:?}", heard.after);
    let mut wire = Wire::open(&house);
    wire.send(format!("{FORM}Content-Length: {}\r\n\r\n", 100 * MIB).as_bytes());
    let (chunk, mut sent) = (vec![b'a'; 65_536], 0_usize);
    let started = Instant::now();
    while started.elapsed() < seconds(4.0) && wire.send(&chunk) {
        sent += chunk.len();
    }
    assert!(started.elapsed() < seconds(2.5), "took bytes for {:?}", started.elapsed());
    assert!(sent <= 8 * MIB, "{sent} bytes went out: more than the buffers of two sockets hold, so somebody read them");
    is_alive(&house);
}

#[test]
fn ds2_a_body_that_never_says_how_large_it_is_ends_at_the_limit() {
    let house = House::start(Engine::Sqlite);
    let mut wire = Wire::open(&house);
    wire.send(format!("{FORM}Transfer-Encoding: chunked\r\n\r\n").as_bytes());
    let chunk = format!("10000\r\n{}\r\n", "a".repeat(65_536));
    let (mut sent, mut over_since) = (0_usize, None);
    let started = Instant::now();
    while started.elapsed() < seconds(6.0) && wire.send(chunk.as_bytes()) {
        sent += 65_536;
        if sent > 320 * 1024 && over_since.is_none() {
            over_since = Some(Instant::now());
        }
    }
    let over = over_since.map_or(Duration::ZERO, |since| since.elapsed());
    assert!(over < seconds(2.5), "went on reading for {over:?}");
    let heard = wire.listen(seconds(2.0));
    assert!(heard.closed);
    // The answer may be lost with what was still under way; if it came it is the right one.
    assert!(matches!(heard.status(), 413 | 0), "{}", heard.text);
    is_alive(&house);
}

#[test]
fn ds3_a_head_that_does_not_end_is_not_waited_for() {
    let house = House::start(Engine::Sqlite);
    let silent = std::thread::scope(|scope| {
        let silent = scope.spawn(|| drip(&house, "GET / HTTP/1.1\r\nHost: x\r\n", b"", seconds(0.1), seconds(8.0)));
        let slow = drip(&house, "GET / HTTP/1.1\r\nHost: x\r\nX: ", b"a", seconds(0.7), seconds(8.0));
        assert!(slow.closed && slow.after <= seconds(6.5), "{slow:?}");
        silent.join().unwrap()
    });
    assert!(silent.closed && silent.after <= seconds(6.5), "{silent:?}");
    is_alive(&house);
}

#[test]
fn ds4_a_body_that_stops_is_told_so_within_ten_seconds() {
    let house = House::start(Engine::Sqlite);
    let heard = drip(&house, &format!("{FORM}Content-Length: 1000\r\n\r\nw"), b"", seconds(0.1), seconds(14.0));
    assert_eq!(heard.status(), 408, "{heard:?}");
    assert!(heard.closed && heard.after <= seconds(11.0), "{:?}", heard.after);
    is_alive(&house);
}

#[test]
fn ds4_a_body_below_500_bytes_a_second_is_told_so_after_ten_seconds() {
    let house = House::start(Engine::Sqlite);
    let head = format!("{FORM}Content-Length: 100000\r\n\r\n");
    let heard = drip(&house, &head, &[b'w'; 400], seconds(1.0), seconds(14.0));
    assert_eq!(heard.status(), 408, "{heard:?}");
    assert!(heard.closed && heard.after <= seconds(12.0), "{:?}", heard.after);
    is_alive(&house);
}

#[test]
fn ds4_a_body_that_goes_on_and_on_is_told_so_within_thirty_seconds() {
    let house = House::start(Engine::Sqlite);
    // Quick enough by the second, and still too long.
    let head = format!("{FORM}Content-Length: 100000\r\n\r\n");
    let heard = drip(&house, &head, &[b'w'; 350], seconds(0.5), seconds(36.0));
    assert_eq!(heard.status(), 408, "{heard:?}");
    assert!(heard.closed && heard.after > seconds(20.0), "cut off for being slow: {:?}", heard.after);
    assert!(heard.after <= seconds(31.5), "{:?}", heard.after);
    is_alive(&house);
}
