//! A mail server that misbehaves when it is told to.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How it behaves on the connections that begin from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Takes every mail.
    Fine,
    /// Takes the connection and hangs up without a word.
    Refuse,
    /// Says nothing at all.
    StallAtOnce,
    /// Falls silent at the line that begins so.
    StallAt(&'static str),
    /// Says its greeting at a letter a second.
    Drip,
    /// Falls silent when the mail has come to its end.
    StallAtTheEnd,
    /// Answers the recipient with this.
    Rcpt(&'static str),
    /// Greets with this.
    Greet(&'static str),
    /// Hangs up in the middle of the mail.
    CloseInData,
    /// Takes the mail, kills this process, and only then says so.
    TakeAndKill(u32),
}

#[derive(Clone)]
pub struct Peer {
    pub port: u16,
    mode: Arc<Mutex<Mode>>,
    met: Arc<AtomicUsize>,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Peer {
    /// Port 0: any.
    pub fn start(port: u16, mode: Mode) -> Peer {
        let listener = TcpListener::bind(("127.0.0.1", port)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let peer = Peer { port, mode: Arc::new(Mutex::new(mode)), met: Arc::default(), taken: Arc::default() };
        let server = peer.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (server, mode) = (server.clone(), *server.mode.lock().unwrap());
                server.met.fetch_add(1, Ordering::Relaxed);
                thread::spawn(move || server.talk(stream, mode));
            }
        });
        peer
    }

    pub fn behave(&self, mode: Mode) {
        *self.mode.lock().unwrap() = mode;
    }

    /// How many have come so far.
    pub fn met(&self) -> usize {
        self.met.load(Ordering::Relaxed)
    }

    /// The Message-IDs of the mails that came whole and were taken.
    pub fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }

    fn talk(&self, stream: TcpStream, mode: Mode) -> std::io::Result<()> {
        match mode {
            Mode::Refuse => return Ok(()),
            Mode::StallAtOnce => return stall(),
            Mode::Drip => return drip(stream),
            _ => {}
        }
        let mut out = stream.try_clone()?;
        let mut say = move |line: &str| write!(out, "{line}\r\n");
        if let Mode::Greet(line) = mode {
            return say(line);
        }
        say("220 peer")?;
        let mut message_id = None;
        let mut is_data = false;
        for line in BufReader::new(stream).lines() {
            let line = line?;
            if is_data {
                if mode == Mode::CloseInData {
                    return Ok(());
                }
                if let Some((name, id)) = line.split_once(':')
                    && name.eq_ignore_ascii_case("message-id")
                {
                    message_id.get_or_insert(id.trim().to_owned());
                }
                if line == "." {
                    is_data = false;
                    if mode == Mode::StallAtTheEnd {
                        return stall();
                    }
                    self.taken.lock().unwrap().extend(message_id.take());
                    if let Mode::TakeAndKill(id) = mode {
                        self.behave(Mode::Fine);
                        let killed = std::process::Command::new("kill").args(["-9", &id.to_string()]).status()?;
                        assert!(killed.success());
                    }
                    say("250 taken")?;
                }
                continue;
            }
            let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
            match verb.as_str() {
                verb if matches!(mode, Mode::StallAt(at) if at == verb) => return stall(),
                "EHLO" => say("250-peer\r\n250 8BITMIME")?,
                "DATA" => {
                    is_data = true;
                    say("354 go on")?;
                }
                "RCPT" => match mode {
                    Mode::Rcpt(answer) => say(answer)?,
                    _ => say("250 ok")?,
                },
                "QUIT" => return say("221 bye"),
                _ => say("250 ok")?,
            }
        }
        Ok(())
    }
}

fn drip(mut out: TcpStream) -> std::io::Result<()> {
    for letter in "220 peer at its leisure, which is long enough for all who wait\r\n".bytes() {
        out.write_all(&[letter])?;
        thread::sleep(Duration::from_secs(1));
    }
    Ok(())
}

fn stall() -> std::io::Result<()> {
    thread::sleep(Duration::from_secs(60));
    Ok(())
}
