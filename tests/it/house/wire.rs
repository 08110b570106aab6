//! A bare connection, for what no browser would ever send.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::House;

/// A connection to the house.
pub struct Wire {
    stream: TcpStream,
    opened: Instant,
}

/// What came back until the house closed the connection or the time was up.
#[derive(Debug)]
pub struct Heard {
    /// Everything that came.
    pub text: String,
    /// Whether the house closed the connection.
    pub closed: bool,
    /// How long that took, from when the connection was opened.
    pub after: Duration,
}

impl Heard {
    /// The status of the first answer; 0 if there was none.
    pub fn status(&self) -> u16 {
        Heard::status_of(&self.text)
    }

    /// The status that an answer begins with; 0 if it begins otherwise.
    pub fn status_of(answer: &str) -> u16 {
        answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
    }

    /// How many answers came.
    pub fn answers(&self) -> usize {
        self.text.matches("HTTP/1.1 ").count()
    }
}

impl Wire {
    /// Connects.
    pub fn open(house: &House) -> Wire {
        let stream = TcpStream::connect(house.address).unwrap();
        stream.set_nodelay(true).unwrap();
        Wire { stream, opened: Instant::now() }
    }

    /// Sends bytes; false once the house does not take any more.
    pub fn send(&mut self, bytes: &[u8]) -> bool {
        self.stream.set_write_timeout(Some(Duration::from_millis(500))).unwrap();
        self.stream.write_all(bytes).is_ok()
    }

    /// Says that nothing more will come.
    pub fn finish_sending(&mut self) {
        let _ = self.stream.shutdown(std::net::Shutdown::Write);
    }

    /// Whether the house has closed the connection or said something by now.
    pub fn is_over(&mut self) -> bool {
        self.stream.set_read_timeout(Some(Duration::from_millis(1))).unwrap();
        let mut one = [0];
        !matches!(self.stream.peek(&mut one), Err(error) if is_silence(&error))
    }

    /// Listens until something has come, which must be soon.
    pub fn wait_for(&mut self, what: &str, at_most: Duration) -> String {
        let end = Instant::now() + at_most;
        let (mut bytes, mut chunk) = (Vec::new(), vec![0; 65_536]);
        loop {
            let text = String::from_utf8_lossy(&bytes);
            if text.contains(what) {
                return text.into_owned();
            }
            let left = end.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "{what} did not come: {text}");
            self.stream.set_read_timeout(Some(left)).unwrap();
            match self.stream.read(&mut chunk) {
                Ok(0) => panic!("closed before {what} came: {text}"),
                Ok(read) => bytes.extend_from_slice(&chunk[..read]),
                Err(error) => assert!(is_silence(&error), "{error} before {what} came: {text}"),
            }
        }
    }

    /// The same as [`Wire::listen`], with the time counted from now on.
    pub fn listen_from_now(mut self, at_most: Duration) -> Heard {
        self.opened = Instant::now();
        self.listen(at_most)
    }

    /// Listens until the connection is closed, or for so long.
    pub fn listen(mut self, at_most: Duration) -> Heard {
        let end = Instant::now() + at_most;
        let mut bytes = Vec::new();
        let mut chunk = vec![0; 65_536];
        let closed = loop {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break false;
            }
            self.stream.set_read_timeout(Some(left)).unwrap();
            match self.stream.read(&mut chunk) {
                Ok(0) => break true,
                Ok(read) => bytes.extend_from_slice(&chunk[..read]),
                Err(error) if is_silence(&error) => break false,
                Err(_) => break true,
            }
        };
        Heard { text: String::from_utf8_lossy(&bytes).into_owned(), closed, after: self.opened.elapsed() }
    }
}

fn is_silence(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)
}

/// Sends one request in one go and listens.
pub fn exchange(house: &House, request: &str, at_most: Duration) -> Heard {
    let mut wire = Wire::open(house);
    wire.send(request.as_bytes());
    wire.listen(at_most)
}
