//! The way by a mail server (RFC 5321), over lettre's connection.
//!
//! The commands are given one by one, because lettre's own transport says QUIT and waits for the answer before it
//! returns: a server that took the mail and then fell silent would look like one that did not take it, and the mail
//! would go out twice. Every attempt has one deadline over all its steps. A deadline on each read, which is what a
//! timeout of the socket is, would let a server that feeds one byte a second hold us for hours; here the future is
//! dropped and the connection with it.

use std::fmt::Display;
use std::time::Duration;

use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Noop, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use lettre::transport::smtp::{Error, SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use tokio::time::{Instant, timeout, timeout_at};

use super::letter::Letter;
use super::trouble::{Trouble, shown};
use crate::config::MailUrl;

/// How long we say goodbye; the mail is already the server's by then.
const GOODBYE: Duration = Duration::from_secs(2);

/// When the connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// Never.
    None,
    /// With STARTTLS if the server offers it; whoever sits between can take the offer away.
    IfOffered,
    /// With STARTTLS, or no mail goes out.
    Required,
    /// From the first byte.
    FromStart,
}

/// A mail server as set by `mail_url`.
#[derive(Clone)]
pub struct Server {
    host: String,
    port: u16,
    tls: Tls,
    login: Option<(String, String)>,
    ca_file: Option<String>,
}

impl Server {
    /// Reads `smtp://USER:PASSWORD@HOST:PORT?tls=…&ca=/path`. The error is a sentence for the administrator, without the
    /// password.
    ///
    /// Without `tls=`: `smtps://` encrypts from the start; `smtp://` does not encrypt to this machine, insists on
    /// STARTTLS where a password would travel, and takes it where it is offered otherwise.
    pub fn from_url(url: &MailUrl) -> Result<Server, String> {
        let (scheme, rest) = url.0.split_once("://").ok_or("mail_url has no ://")?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (login, place) = match place.rsplit_once('@') {
            Some((login, place)) => (Some(read_login(login)?), place),
            None => (None, place),
        };
        let (host, port) = read_place(place.trim_end_matches('/'))?;
        let mut server =
            Server { tls: default_tls(scheme, &host, login.is_some())?, host, port: 0, login, ca_file: None };
        for (key, value) in
            query.split('&').filter(|pair| !pair.is_empty()).map(|p| p.split_once('=').unwrap_or((p, "")))
        {
            match (key, value) {
                ("tls", _) if scheme == "smtps" => {
                    return Err("mail_url: smtps:// is always encrypted, tls= belongs to smtp://".into());
                }
                ("tls", "required") => server.tls = Tls::Required,
                ("tls", "offered") => server.tls = Tls::IfOffered,
                ("tls", "none") => server.tls = Tls::None,
                ("tls", other) => return Err(format!("mail_url: tls is required, offered or none, not {other}")),
                ("ca", path) => server.ca_file = Some(decode(path)?),
                (other, _) => return Err(format!("mail_url knows ?tls= and ?ca=, not {other}")),
            }
        }
        server.port = port.unwrap_or(match (server.tls, server.login.is_some()) {
            (Tls::FromStart, _) => SUBMISSIONS_PORT,
            (Tls::Required, _) | (_, true) => SUBMISSION_PORT,
            _ => SMTP_PORT,
        });
        Ok(server)
    }

    /// Hands a letter over; what the server said to it, or why it did not take it. Ends by `deadline` from now.
    pub async fn deliver(&self, letter: &Letter, deadline: Duration) -> Result<String, Trouble> {
        let end = Instant::now() + deadline;
        let mut conn = self.connect_by(end, deadline).await?;
        let outcome = match timeout_at(end, hand_over(&mut conn, letter)).await {
            Err(_) => return Err(Trouble::Passing(silent(deadline))),
            Ok(outcome) => outcome,
        };
        // Whatever the server makes of our goodbye, what it said before counts.
        let _ = timeout(GOODBYE, conn.quit()).await;
        outcome.map(|response| reply(&response))
    }

    /// Connects, encrypts and signs in as for a mail, then asks whether the server is there: its own reply.
    pub async fn check(&self, deadline: Duration) -> Result<String, Trouble> {
        let end = Instant::now() + deadline;
        let mut conn = self.connect_by(end, deadline).await?;
        let answer = timeout_at(end, conn.command(Noop)).await.map_err(|_| Trouble::Server(silent(deadline)))?;
        let encrypted = conn.is_encrypted();
        let _ = timeout(GOODBYE, conn.quit()).await;
        let response = answer.map_err(|error| Trouble::Server(said(&error)))?;
        let how = if encrypted { "encrypted" } else { "not encrypted" };
        Ok(format!("{self} ({how}): {}", reply(&response)))
    }

    async fn connect_by(&self, end: Instant, deadline: Duration) -> Result<AsyncSmtpConnection, Trouble> {
        match timeout_at(end, self.connect()).await {
            Err(_) => Err(Trouble::Server(format!("{self}: {}", silent(deadline)))),
            Ok(Err(said)) => Err(Trouble::Server(format!("{self}: {said}"))),
            Ok(Ok(conn)) => Ok(conn),
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, String> {
        let hello = ClientId::default();
        let from_start = if self.tls == Tls::FromStart { Some(self.parameters()?) } else { None };
        let place = (self.host.as_str(), self.port);
        let connected = AsyncSmtpConnection::connect_tokio1(place, None, &hello, from_start, None).await;
        let mut conn = connected.map_err(|error| said(&error))?;
        if self.tls == Tls::Required || (self.tls == Tls::IfOffered && conn.can_starttls()) {
            conn.starttls(self.parameters()?, &hello).await.map_err(|error| said(&error))?;
        }
        if let Some((user, password)) = &self.login {
            let credentials = Credentials::new(user.clone(), password.clone());
            conn.auth(DEFAULT_MECHANISMS, &credentials).await.map_err(|error| said(&error))?;
        }
        Ok(conn)
    }

    /// Whose certificates are believed: the usual authorities', or only those of the file that `?ca=` names.
    fn parameters(&self) -> Result<TlsParameters, String> {
        let mut parameters = TlsParameters::builder(self.host.clone());
        if let Some(path) = &self.ca_file {
            let pem = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
            let authorities = Certificate::from_pem(&pem).map_err(|error| format!("{path}: {error}"))?;
            parameters = parameters.certificate_store(CertificateStore::None).add_root_certificate(authorities);
        }
        parameters.build().map_err(|error| error.to_string())
    }
}

impl Display for Server {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}", self.host, self.port)
    }
}

/// What was said when the server answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Sender,
    Recipient,
    Words,
}

async fn hand_over(conn: &mut AsyncSmtpConnection, letter: &Letter) -> Result<Response, Trouble> {
    let from = Mail::new(letter.envelope.from().cloned(), vec![]);
    conn.command(from).await.map_err(|error| judge(&error, Step::Sender))?;
    for to in letter.envelope.to() {
        conn.command(Rcpt::new(to.clone(), vec![])).await.map_err(|error| judge(&error, Step::Recipient))?;
    }
    conn.command(Data).await.map_err(|error| judge(&error, Step::Words))?;
    conn.message(&letter.bytes).await.map_err(|error| judge(&error, Step::Words))
}

/// What follows from an answer to a mail: 5xx means never, 421 means that the server is going away, all else not now.
fn judge(error: &Error, step: Step) -> Trouble {
    let said = said(error);
    match error.status().map(u16::from) {
        Some(421) => Trouble::Server(said),
        _ if error.is_permanent() && is_about_the_address(&said, step) => Trouble::Refused(said),
        _ if error.is_permanent() => Trouble::Final(said),
        _ => Trouble::Passing(said),
    }
}

/// Whether "never" is said of the recipient's address, and not of us, of our words or of what the server allows: one
/// wrong setting of ours must not mark every address there is. The code tells where there is one (RFC 3463: 5.1.x is
/// the address, 5.2.x the mailbox), except those of the sender's address and of the mail's length.
fn is_about_the_address(said: &str, step: Step) -> bool {
    let code = said.split_whitespace().nth(1).and_then(|word| word.strip_prefix("5."));
    let numbers = code.and_then(|code| code.split_once('.')).map(|(subject, detail)| (subject, detail.parse::<u16>()));
    match numbers {
        Some(("1", Ok(7 | 8)) | ("2", Ok(3))) => false,
        Some(("1" | "2", Ok(_))) => step != Step::Sender,
        Some((_, Ok(_))) => false,
        _ => step == Step::Recipient,
    }
}

/// The server's words if there are any, else lettre's.
fn said(error: &Error) -> String {
    use std::error::Error as _;
    match (error.status(), error.source()) {
        (Some(code), Some(words)) => shown(&format!("{code} {words}")),
        (Some(code), None) => code.to_string(),
        (None, _) => shown(&error.to_string()),
    }
}

fn reply(response: &Response) -> String {
    let lines: Vec<&str> = response.message().collect();
    shown(&format!("{} {}", response.code(), lines.join(" ")))
}

fn silent(deadline: Duration) -> String {
    format!("no answer within {} seconds", deadline.as_secs_f32())
}

fn default_tls(scheme: &str, host: &str, has_login: bool) -> Result<Tls, String> {
    let is_here = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    match scheme {
        "smtps" => Ok(Tls::FromStart),
        "smtp" if is_here => Ok(Tls::None),
        "smtp" if has_login => Ok(Tls::Required),
        "smtp" => Ok(Tls::IfOffered),
        _ => Err("mail_url must begin with smtp:// or smtps://".into()),
    }
}

fn read_login(text: &str) -> Result<(String, String), String> {
    let (user, password) = text.split_once(':').ok_or("mail_url has a user but no password: USER:PASSWORD@HOST")?;
    Ok((decode(user)?, decode(password)?))
}

fn read_place(text: &str) -> Result<(String, Option<u16>), String> {
    let (host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, rest)) => (address, rest.strip_prefix(':')),
        None => text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port))),
    };
    if host.is_empty() {
        return Err("mail_url names no host".into());
    }
    let port = port.map(|port| port.parse().map_err(|_| format!("mail_url: {port} is no port"))).transpose()?;
    Ok((host.into(), port))
}

/// Percent-decoding, for passwords with `@`, `:` or `/` in them.
fn decode(text: &str) -> Result<String, String> {
    let wrong = || "mail_url: write % as %25 and other special characters as %XX".to_owned();
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok()).ok_or_else(wrong)?;
        bytes.push(u8::from_str_radix(hex, 16).map_err(|_| wrong())?);
        rest = &tail[2..];
    }
    String::from_utf8(bytes).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> Result<Server, String> {
        Server::from_url(&MailUrl(url.into()))
    }

    #[test]
    fn o3_none_starttls_and_tls_from_the_start_with_and_without_login() {
        let about = |url| read(url).map(|server| (server.tls, server.port, server.login.is_some())).unwrap();
        assert_eq!(about("smtp://127.0.0.1:2525"), (Tls::None, 2525, false));
        assert_eq!(about("smtp://[::1]:2525/"), (Tls::None, 2525, false));
        assert_eq!(about("smtp://mail.example"), (Tls::IfOffered, 25, false));
        assert_eq!(about("smtp://u:p@mail.example"), (Tls::Required, 587, true));
        assert_eq!(about("smtp://u:p@mail.example?tls=none"), (Tls::None, 587, true));
        assert_eq!(about("smtp://mail.example?tls=required"), (Tls::Required, 587, false));
        assert_eq!(about("smtps://u:p@mail.example"), (Tls::FromStart, 465, true));
        let server = read("smtps://me%40x.example:a%3Ab%2F%25@mail.example?ca=/etc/our%20ca.pem").unwrap();
        assert_eq!(server.login, Some(("me@x.example".into(), "a:b/%".into())));
        assert_eq!(server.ca_file.as_deref(), Some("/etc/our ca.pem"));
    }

    #[test]
    fn a_wrong_address_says_what_is_wrong_without_the_password() {
        for wrong in [
            "smtp://",
            "smtp://u@h",
            "smtp://u:sesame@h:x",
            "smtp://u:sesame%@h",
            "smtp://u:sesame@h?tls=maybe",
            "smtps://u:sesame@h?tls=none",
            "smtp://u:sesame@h?pool=1",
            "http://h",
            "nonsense",
        ] {
            let error = read(wrong).err().unwrap_or_else(|| panic!("{wrong} was taken"));
            assert!(!error.contains("sesame"), "{error}");
        }
    }
}
