//! DR17: a panic in a handler costs its guest one page, and nobody anything else.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::house::{Engine, Place, among_others};

#[test]
fn dr17_a_panic_in_a_handler_is_a_page_with_a_code_on_sqlite() {
    panics_are_failures_of_ours(Engine::Sqlite);
}

#[test]
fn dr17_a_panic_in_a_handler_is_a_page_with_a_code_on_postgresql() {
    panics_are_failures_of_ours(Engine::Postgres);
}

fn panics_are_failures_of_ours(engine: Engine) {
    let _among = among_others();
    let mut place = Place::new(engine);
    place.set("TEST_PANIC_AT", "/sign-in");
    let mut program = place.serve();
    let before = program.said();
    let mut codes = Vec::new();
    let mut stream = TcpStream::connect(program.url().trim_start_matches("http://")).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    for _ in 0..5 {
        let page = ask(&mut stream, "GET /sign-in", "text/html");
        assert!(page.starts_with("HTTP/1.1 500 ") && page.contains("That was our fault"), "{page}");
        assert!(page.contains("content-security-policy: "), "dressed like any other answer: {page}");
        codes.push(page.split("<strong>").nth(1).unwrap().split("</strong>").next().unwrap().to_owned());
        let problem = ask(&mut stream, "GET /sign-in", "application/json");
        assert!(problem.contains("application/problem+json") && problem.contains("\"status\":500"), "{problem}");
        codes.push(problem.split("\"code\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned());
        // The same connection serves on.
        let health = ask(&mut stream, "GET /health/live", "*/*");
        assert!(health.starts_with("HTTP/1.1 200 ") && health.ends_with("{\"status\":\"ok\"}"), "{health}");
    }
    let posted = ask(&mut stream, "POST /sign-in", "text/html");
    assert!(posted.starts_with("HTTP/1.1 500 "), "{posted}");
    codes.push(posted.split("<strong>").nth(1).unwrap().split("</strong>").next().unwrap().to_owned());
    assert!(program.is_alive());
    let said = program.said();
    // A machine that is busy elsewhere makes a write slow, which the log tells too.
    let lines = said.strip_prefix(&before).unwrap().lines().filter(|line| !line.contains("slow write"));
    let said = lines.fold(String::new(), |all, line| all + line + "\n");
    for code in &codes {
        assert!(code.len() == 8 && said.matches(code.as_str()).count() == 1, "{code}: {said}");
    }
    // One line each, in the log's own form, that says where and not what: a panic's message may quote people.
    assert_eq!(said.lines().count(), codes.len(), "{said}");
    assert!(said.lines().all(|line| line.starts_with('{') && line.contains("panics.rs:")), "{said}");
    assert!(!said.contains("a test asked for it"), "{said}");
}

/// Asks on an open connection, as somebody who comes from a page of ours.
fn ask(stream: &mut TcpStream, what: &str, accept: &str) -> String {
    let headers = format!("Host: x\r\nSec-Fetch-Site: same-origin\r\nAccept: {accept}\r\n");
    write!(stream, "{what} HTTP/1.1\r\n{headers}\r\n").unwrap();
    let mut heard = Vec::new();
    let mut piece = [0; 16_384];
    loop {
        let read = stream.read(&mut piece).unwrap();
        assert!(read > 0, "closed after {}", String::from_utf8_lossy(&heard));
        heard.extend_from_slice(&piece[..read]);
        let text = String::from_utf8_lossy(&heard);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next()?.parse().ok());
            if length.is_none_or(|length: usize| body.len() >= length) {
                return text.into_owned();
            }
        }
    }
}
