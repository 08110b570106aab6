//! A mail server for tests that does what it is told, right or wrong.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use super::certificate::SelfSigned;

/// A point of the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Banner,
    Ehlo,
    Mail,
    Rcpt,
    Data,
    Dot,
    Quit,
}

/// How the server behaves on the connections that begin from now on.
#[derive(Clone, Debug)]
pub enum Mode {
    /// Takes every mail.
    Fine,
    /// Falls silent instead of answering.
    Stall(At),
    /// Answers with a line.
    Say(At, &'static str),
    /// Sends one byte of an endless line at a time.
    Drip,
    /// Closes the connection in the middle of the mail.
    DropInData,
    /// Offers STARTTLS with this certificate.
    StartTls(Arc<SelfSigned>),
}

/// The server; it lives as long as the test.
#[derive(Clone)]
pub struct Stub {
    pub port: u16,
    mode: Arc<Mutex<Mode>>,
    taken: Arc<Mutex<Vec<String>>>,
    connections: Arc<Mutex<usize>>,
}

impl Stub {
    pub fn start(mode: Mode) -> Stub {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let stub = Stub {
            port: listener.local_addr().unwrap().port(),
            mode: Arc::new(Mutex::new(mode)),
            taken: Arc::default(),
            connections: Arc::default(),
        };
        let server = stub.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                *server.connections.lock().unwrap() += 1;
                let (server, mode) = (server.clone(), server.mode.lock().unwrap().clone());
                thread::spawn(move || drop(server.talk(stream, &mode)));
            }
        });
        stub
    }

    /// What the setting `mail_url` is to reach it.
    pub fn url(&self, query: &str) -> String {
        format!("smtp://127.0.0.1:{}{query}", self.port)
    }

    pub fn behave(&self, mode: Mode) {
        *self.mode.lock().unwrap() = mode;
    }

    /// The mails it said 250 to.
    pub fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }

    pub fn connections(&self) -> usize {
        *self.connections.lock().unwrap()
    }

    fn talk(&self, stream: TcpStream, mode: &Mode) -> std::io::Result<()> {
        if let Mode::Drip = mode {
            return drip(stream);
        }
        let mut stream = BufReader::new(stream);
        answer(&mut stream, mode, At::Banner, "220 stub here")?;
        let is_upgraded = self.converse(&mut stream, mode, false)?;
        let Mode::StartTls(certificate) = mode else { return Ok(()) };
        if !is_upgraded {
            return Ok(());
        }
        let mut tls = rustls::ServerConnection::new(certificate.server()).unwrap();
        let mut plain = stream.into_inner();
        let encrypted = rustls::Stream::new(&mut tls, &mut plain);
        self.converse(&mut BufReader::new(encrypted), mode, true).map(drop)
    }

    /// Answers commands until the end; true if the other side now wants to speak TLS.
    fn converse<S: Read + Write>(
        &self,
        stream: &mut BufReader<S>,
        mode: &Mode,
        is_encrypted: bool,
    ) -> std::io::Result<bool> {
        let mut line = String::new();
        loop {
            line.clear();
            if stream.read_line(&mut line)? == 0 {
                return Ok(false);
            }
            match line.get(..4).unwrap_or_default().to_ascii_uppercase().as_str() {
                "EHLO" if matches!(mode, Mode::StartTls(_)) && !is_encrypted => {
                    answer(stream, mode, At::Ehlo, "250-stub\r\n250 STARTTLS")?;
                }
                "EHLO" => answer(stream, mode, At::Ehlo, "250-stub\r\n250 8BITMIME")?,
                "STAR" => {
                    answer(stream, mode, At::Banner, "220 go ahead")?;
                    return Ok(true);
                }
                "MAIL" => answer(stream, mode, At::Mail, "250 ok")?,
                "RCPT" => answer(stream, mode, At::Rcpt, "250 ok")?,
                "DATA" => {
                    answer(stream, mode, At::Data, "354 go ahead")?;
                    let Some(mail) = read_mail(stream, mode)? else { return Ok(false) };
                    if !matches!(mode, Mode::Stall(At::Dot) | Mode::Say(At::Dot, _)) {
                        self.taken.lock().unwrap().push(mail);
                    }
                    answer(stream, mode, At::Dot, "250 2.0.0 queued as 4711")?;
                }
                "QUIT" => return answer(stream, mode, At::Quit, "221 bye").map(|()| false),
                "NOOP" => write!(stream.get_mut(), "250 awake\r\n")?,
                _ => write!(stream.get_mut(), "502 what?\r\n")?,
            }
        }
    }
}

fn answer<S: Read + Write>(stream: &mut BufReader<S>, mode: &Mode, at: At, usual: &str) -> std::io::Result<()> {
    let line = match mode {
        Mode::Stall(point) if *point == at => {
            thread::sleep(Duration::from_secs(60));
            return Err(std::io::ErrorKind::TimedOut.into());
        }
        Mode::Say(point, line) if *point == at => line,
        _ => usual,
    };
    write!(stream.get_mut(), "{line}\r\n")?;
    stream.get_mut().flush()
}

/// Reads up to the dot; `None` if it hung up before.
fn read_mail<S: Read + Write>(stream: &mut BufReader<S>, mode: &Mode) -> std::io::Result<Option<String>> {
    let mut mail = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 || matches!(mode, Mode::DropInData) {
            return Ok(None);
        }
        if line == ".\r\n" {
            return Ok(Some(mail));
        }
        mail.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

fn drip(mut stream: TcpStream) -> std::io::Result<()> {
    stream.write_all(b"220 ")?;
    loop {
        stream.write_all(b"a")?;
        thread::sleep(Duration::from_millis(20));
    }
}

/// The value of a header, unfolded.
pub fn header(mail: &str, name: &str) -> Option<String> {
    let head = mail.split("\r\n\r\n").next()?.replace("\r\n ", " ").replace("\r\n\t", " ");
    let start = format!("{}:", name.to_ascii_lowercase());
    head.lines()
        .find(|line| line.to_ascii_lowercase().starts_with(&start))
        .map(|line| line[start.len()..].trim().to_owned())
}
