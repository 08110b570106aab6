//! Requests that two programs could read differently: none of them is ever taken for two (HB13).

use std::time::Duration;

use crate::house::wire::{Heard, exchange};
use crate::house::{Engine, House};

const PATIENCE: Duration = Duration::from_secs(8);

/// A second request that is hidden in the body of the first; it must never be answered.
const HIDDEN: &str = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";

fn ask(house: &House, head: &str, body: &str) -> Heard {
    let heard = exchange(house, &format!("POST /at/seaside/praise HTTP/1.1\r\n{head}\r\n\r\n{body}"), PATIENCE);
    assert!(!heard.text.contains("{\"status\":\"ok\""), "the hidden request was answered: {head:?}: {}", heard.text);
    heard
}

fn refused(heard: &Heard, what: &str) {
    assert!(heard.answers() <= 1, "{what}: {}", heard.text);
    assert!(heard.closed, "{what}: still open, after {}", heard.text);
    assert!(heard.text.is_empty() || (400..500).contains(&heard.status()), "{what}: {}", heard.text);
}

#[test]
fn hb13_two_lengths_are_no_length() {
    let house = House::start(Engine::Sqlite);
    let hidden = format!("0\r\n\r\n{HIDDEN}");
    let both =
        ask(&house, &format!("Host: x\r\nContent-Length: {}\r\nTransfer-Encoding: chunked", hidden.len()), &hidden);
    assert_eq!(both.status(), 400);
    refused(&both, "Content-Length and Transfer-Encoding");
    let turned =
        ask(&house, &format!("Host: x\r\nTransfer-Encoding: chunked\r\nContent-Length: {}", hidden.len()), &hidden);
    assert_eq!(turned.status(), 400);
    refused(&turned, "Transfer-Encoding and Content-Length");
    for lengths in [
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 5, 6",
        "Content-Length: +5",
        "Content-Length: -1",
        "Content-Length: 0x5",
        "Content-Length: 99999999999999999999999",
    ] {
        refused(&ask(&house, &format!("Host: x\r\n{lengths}"), &format!("abcde{HIDDEN}")), lengths);
    }
}

#[test]
fn hb13_an_encoding_in_disguise_is_refused() {
    let house = House::start(Engine::Sqlite);
    for encoding in [
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding : chunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: identity, chunked, chunked",
        "Transfer-Encoding: \"chunked\"",
        "Transfer-Encoding:\u{b}chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        " Transfer-Encoding: chunked",
    ] {
        let heard = ask(&house, &format!("Host: x\r\nConnection: close\r\n{encoding}"), &format!("0\r\n\r\n{HIDDEN}"));
        assert!(heard.answers() <= 1, "{encoding}: {}", heard.text);
        assert!(!(200..400).contains(&heard.status()), "{encoding}: {}", heard.text);
    }
}

#[test]
fn hb13_a_request_names_one_host() {
    let house = House::start(Engine::Sqlite);
    let none = exchange(&house, "GET /health/live HTTP/1.1\r\n\r\n", PATIENCE);
    assert_eq!(none.status(), 400, "{}", none.text);
    let two = exchange(
        &house,
        "GET /at/seaside HTTP/1.1\r\nHost: x\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        PATIENCE,
    );
    assert!(two.status() == 400 || !two.text.contains("evil"), "{}", two.text);
}

#[test]
fn hb13_endless_heads_and_chunk_extensions_are_cut_off() {
    let house = House::start(Engine::Sqlite);
    let long = exchange(&house, &format!("GET / HTTP/1.1\r\nHost: x\r\nX: {}\r\n\r\n", "a".repeat(200_000)), PATIENCE);
    assert!(matches!(long.status(), 431 | 400 | 0), "{}", long.text);
    assert!(long.closed);
    let many = "X: y\r\n".repeat(5_000);
    let many = exchange(&house, &format!("GET / HTTP/1.1\r\nHost: x\r\n{many}\r\n"), PATIENCE);
    assert!(!(200..400).contains(&many.status()) && many.closed, "{}", many.text);
    let extension = format!("5;x={}\r\nabcde\r\n0\r\n\r\n", "e".repeat(65_536));
    let heard = ask(
        &house,
        "Host: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked",
        &extension,
    );
    assert!(heard.answers() <= 1, "{}", heard.text);
    refused(&heard, "a chunk extension of 64 KiB");
    assert_eq!(
        exchange(&house, "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", PATIENCE).status(),
        200
    );
}
