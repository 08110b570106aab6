//! A line ends in CR LF. A request with any other line is refused, and nobody's text is taken for a line (HB13).

use std::time::{Duration, Instant};

use crate::house::browser::{encode, escaped};
use crate::house::journeys::follow_link;
use crate::house::wire::{Heard, Wire, exchange};
use crate::house::{BASE_URL, Engine, House};

const PATIENCE: Duration = Duration::from_secs(3);

/// A request that is hidden from a reader of the other kind; it must never be answered.
const HIDDEN: &str = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
const GOOD: &str = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
const LAST: &str = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
const FORM: &str = "POST /at/seaside/praise HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";

/// Sends pieces one after the other, each in a packet of its own.
fn send(house: &House, pieces: impl Iterator<Item = impl AsRef<[u8]>>) -> Heard {
    let mut wire = Wire::open(house);
    for piece in pieces {
        if !wire.send(piece.as_ref()) {
            break; // it was refused in the middle
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    wire.listen(PATIENCE)
}

/// In one go and byte by byte: `good` answers before, then a refusal and the end.
fn refused_after(house: &House, good: usize, request: &str) {
    let whole = exchange(house, request, PATIENCE);
    let slow = send(house, request.as_bytes().chunks(1));
    for heard in [whole, slow] {
        assert!(heard.closed, "{request:?}: still open, after {}", heard.text);
        assert!(heard.answers() <= good + 1, "{request:?}: {}", heard.text);
        assert_eq!(heard.text.matches("HTTP/1.1 200").count(), good, "{request:?}: {}", heard.text);
        // A client that still sends while it is refused may lose the answer; if it came it is the right one.
        let last = heard.text.rsplit("HTTP/1.1 ").next().unwrap_or("");
        assert!(heard.answers() == good || last.starts_with("400"), "{request:?}: {}", heard.text);
    }
}

#[test]
fn hb13_a_bare_line_feed_anywhere_in_a_head_is_refused() {
    let house = House::start(Engine::Sqlite);
    for head in [
        "GET /health/live HTTP/1.1\nHost: x\r\n\r\n",
        "GET /health/live HTTP/1.1\r\nHost: x\n\r\n",
        "GET /health/live HTTP/1.1\r\nHost: x\r\n\n",
        "GET /health/live HTTP/1.1\nHost: x\n\n",
        "GET /health/live HTTP/1.1\r\nX: y\nHost: x\r\n\r\n",
        "GET /health/live HTTP/1.1\r\nX:\n y\r\nHost: x\r\n\r\n",
        "GET /health/live\nHTTP/1.1\r\nHost: x\r\n\r\n",
        "\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n",
        "\r\n\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n",
    ] {
        refused_after(&house, 0, head);
        let answered = exchange(&house, head, PATIENCE);
        assert_eq!(answered.status(), 400, "{head:?}: {}", answered.text);
        refused_after(&house, 1, &format!("{GOOD}{head}"));
    }
}

#[test]
fn hb13_a_header_behind_a_bare_line_feed_hides_no_request() {
    let house = House::start(Engine::Sqlite);
    for head in ["X: y\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\nX: y", "X: y\nContent-Length: 5"] {
        let body = if head.contains("chunked") { "0\r\n\r\n" } else { "abcde" };
        refused_after(&house, 0, &format!("{FORM}{head}\r\n\r\n{body}{HIDDEN}"));
    }
    // Two readers who see different bodies: for one the second head is text.
    let split = format!("{FORM}X: y\nContent-Length: {}\r\n\r\n{HIDDEN}", HIDDEN.len());
    refused_after(&house, 0, &split);
}

#[test]
fn hb13_a_body_before_it_does_not_hide_a_bare_line_feed() {
    let house = House::start(Engine::Sqlite);
    let bad = "GET /health/live HTTP/1.1\nHost: x\r\n\r\n";
    let out = format!("POST /language HTTP/1.1\r\nHost: x\r\nOrigin: {BASE_URL}\r\n");
    let out = format!("{out}Content-Type: application/x-www-form-urlencoded\r\n");
    let bodies = [
        "Content-Length: 17\r\n\r\nlanguage=en&x=a\nb",
        "Content-Length: 14\r\n\r\nlanguage=en&x\r", // the CR is text, and the LF after it would be a line
        "Transfer-Encoding: chunked\r\n\r\nb\r\nlanguage=en\r\n4\r\n&x=\n\r\n0\r\n\r\n",
    ];
    for body in bodies {
        let good = exchange(&house, &format!("{out}{body}{LAST}"), PATIENCE);
        assert_eq!((good.status(), good.answers()), (303, 2), "{body:?}: {}", good.text);
        for bad in [bad.to_owned(), format!("\n{HIDDEN}")] {
            let heard = send(&house, [format!("{out}{body}"), bad.clone()].iter());
            assert!(heard.closed && heard.answers() == 2, "{body:?}{bad:?}: {}", heard.text);
            assert_eq!(heard.status(), 303, "{}", heard.text);
            assert!(heard.text.contains("HTTP/1.1 400"), "{}", heard.text);
        }
    }
    for chunks in
        ["0\r\nX: y\n\r\n", "0\n\r\n", "0\r\n\n", "b\nlanguage=en\r\n0\r\n\r\n", "b;x=\n\r\nlanguage=en\r\n0\r\n\r\n"]
    {
        let heard = exchange(&house, &format!("{out}Transfer-Encoding: chunked\r\n\r\n{chunks}{HIDDEN}"), PATIENCE);
        assert!(heard.closed && heard.answers() <= 1, "{chunks:?}: {}", heard.text);
        assert!(heard.text.is_empty() || (400..500).contains(&heard.status()), "{chunks:?}: {}", heard.text);
    }
}

on_both! {
    fn hb13_a_guests_text_keeps_its_line_feeds_however_it_travels(house) {
        let guest = house.guest();
        let form = |did: &str| {
            let key = guest.open("/at/seaside/praise").value("form_key");
            let rest = encode(&[("who", "Amina Diallo"), ("form_key", &key), ("shown_at", "1")]);
            format!("{rest}&did={did}")
        };
        let words = format!("First{}\nlast line.", "\nand one more line".repeat(100));
        // Browsers escape line feeds; a body that does not is somebody's text all the same.
        for raw in [words.clone(), escaped(&words)] {
            let body = form(&raw);
            let whole = format!("{FORM}Origin: {BASE_URL}\r\nContent-Length: {}\r\n\r\n{body}{LAST}", body.len());
            let chunks: String = form(&raw).as_bytes().chunks(200)
                .map(|chunk| format!("{:x}\r\n{}\r\n", chunk.len(), String::from_utf8_lossy(chunk))).collect();
            let chunked = format!("{FORM}Origin: {BASE_URL}\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}0\r\n\r\n{LAST}");
            for request in [whole, chunked] {
                let heard = send(house, request.as_bytes().chunks(97));
                assert_eq!((heard.status(), heard.answers()), (303, 2), "{}", heard.text);
                let next = heard.text.split("location: ").nth(1).unwrap().split("\r\n").next().unwrap();
                assert!(guest.open(next).is(200).body().contains("and one more line\nand one more line"));
            }
        }
    }

    fn hb13_a_file_keeps_its_line_feeds_in_packets_of_any_size(house) {
        let harriet = house.staff("harriet");
        let cookie = harriet.cookie("__Host-pw").unwrap();
        let rows: String = (0..400).map(|n| format!("n{n},Nora,Number{n},seaside\n")).collect();
        let file = format!("employee_number,given_name,family_name,site\n{rows}");
        let body = format!(
            "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n\
             Content-Type: text/csv\r\n\r\n{file}\r\n--line--\r\n"
        );
        let head = format!(
            "POST /admin/people/import HTTP/1.1\r\nHost: x\r\nOrigin: {BASE_URL}\r\nCookie: __Host-pw={cookie}\r\n\
             Content-Type: multipart/form-data; boundary=line\r\nContent-Length: {}\r\n\r\n", body.len()
        );
        for size in [61, 4_000, 1 << 20] {
            let heard = send(house, format!("{head}{body}{LAST}").as_bytes().chunks(size));
            assert_eq!((heard.status(), heard.answers()), (200, 2), "{}", heard.text);
            assert!(heard.text.contains("400"), "the report counts the rows: {}", heard.text);
        }
    }
}

#[test]
fn hb13_heads_that_come_slowly_and_one_after_the_other_are_all_answered() {
    let house = House::start(Engine::Sqlite);
    let three = format!("{GOOD}\r\n{GOOD}{LAST}");
    for size in [1, 2, 7, 64, 4_096] {
        let heard = send(&house, three.as_bytes().chunks(size));
        assert_eq!(heard.text.matches("HTTP/1.1 200").count(), 3, "in pieces of {size}: {}", heard.text);
        assert_eq!(heard.answers(), 3, "in pieces of {size}: {}", heard.text);
    }
}

#[test]
fn hb13_an_open_stream_and_what_follows_it_are_unharmed() {
    let house = House::start(Engine::Sqlite);
    let link = follow_link(&house.guest().praises("seaside", "Amina Diallo", "Was kind"));
    let link = link.strip_prefix(BASE_URL).unwrap_or(&link);
    let mut wire = Wire::open(&house);
    wire.send(format!("GET {link}/live HTTP/1.1\r\nHost: x\r\n\r\n").as_bytes());
    let (amina, started) = (house.staff("amina"), Instant::now());
    std::thread::sleep(Duration::from_millis(300));
    amina.newest_note(); // is read, and the guest's page hears of it
    let heard = wire.listen(Duration::from_secs(2));
    assert!(!heard.closed && heard.status() == 200, "{}", heard.text);
    assert!(heard.text.matches("event: refresh").count() >= 2, "after {:?}: {}", started.elapsed(), heard.text);
}
