//! Everybody's letter box: the mails that lie in the data folder, read as a mail program reads them.

use std::time::{Duration, Instant};

use peopleworthy::mail::store::count_queue;

use super::{BASE_URL, House};

/// A mail as its reader sees it.
#[derive(Clone, Debug)]
pub struct Mail {
    /// To whom.
    pub to: String,
    /// About what.
    pub subject: String,
    /// The plain part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The whole file.
    pub source: String,
}

impl Mail {
    /// The address in it that holds a part; it must be one of this house.
    #[track_caller]
    pub fn link(&self, part: &str) -> String {
        let words = self.text.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'));
        let found = words.filter(|word| word.starts_with("http")).find(|word| word.contains(part));
        let link = found.unwrap_or_else(|| panic!("no link with {part} in: {}", self.text));
        assert!(link.starts_with(BASE_URL), "{link} leads out of the house");
        link.to_owned()
    }
}

impl House {
    /// Every mail to an address, once the outbox has nothing left to send.
    #[track_caller]
    pub fn mails_to(&self, address: &str) -> Vec<Mail> {
        self.all_mails().into_iter().filter(|mail| mail.to.contains(address)).collect()
    }

    /// The one mail to an address about something.
    #[track_caller]
    pub fn mail_to(&self, address: &str, about: &str) -> Mail {
        let mut mails = self.mails_to(address);
        let subjects: Vec<_> = mails.iter().map(|mail| mail.subject.clone()).collect();
        mails.retain(|mail| mail.subject.contains(about));
        assert_eq!(mails.len(), 1, "mails about “{about}” to {address} among {subjects:?}");
        mails.remove(0)
    }

    /// Every mail there is.
    #[track_caller]
    pub fn all_mails(&self) -> Vec<Mail> {
        let end = Instant::now() + Duration::from_secs(20);
        loop {
            let queue = self.read(count_queue);
            assert_eq!(queue.failed, 0, "a mail could not be written");
            if queue.waiting == 0 {
                break;
            }
            assert!(Instant::now() < end, "{} mails still wait", queue.waiting);
            std::thread::sleep(Duration::from_millis(20));
        }
        let Ok(folder) = std::fs::read_dir(self.folder.path().join("mail")) else { return Vec::new() };
        let paths = folder.map(|entry| entry.unwrap().path());
        let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|kind| kind == "eml")).collect();
        paths.sort();
        paths.into_iter().map(|path| read(&std::fs::read_to_string(path).unwrap())).collect()
    }
}

fn read(source: &str) -> Mail {
    let (head, body) = split(source);
    let header = |name: &str| unfolded(head, name);
    let mut mail = Mail {
        to: header("to"),
        subject: words(&header("subject")),
        text: String::new(),
        html: String::new(),
        source: source.to_owned(),
    };
    let kind = header("content-type");
    let boundary = kind.split("boundary=").nth(1).expect("a mail of two parts").trim().trim_matches('"');
    for part in body.split(&format!("--{boundary}")).skip(1).filter(|part| !part.starts_with("--")) {
        let (head, body) = split(part.trim_start_matches("\r\n"));
        let plain = match unfolded(head, "content-transfer-encoding").to_lowercase().as_str() {
            "quoted-printable" => String::from_utf8(quoted_printable(body.as_bytes())).unwrap(),
            "base64" => String::from_utf8(base64(body)).unwrap(),
            _ => body.to_owned(),
        };
        match unfolded(head, "content-type").contains("text/html") {
            true => mail.html = plain,
            false => mail.text = plain,
        }
    }
    mail
}

fn split(text: &str) -> (&str, &str) {
    text.split_once("\r\n\r\n").expect("a head and a body")
}

fn unfolded(head: &str, name: &str) -> String {
    let head = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let line = head.lines().find(|line| line.to_lowercase().starts_with(&format!("{name}:")));
    line.map_or(String::new(), |line| line[name.len() + 1..].trim().to_owned())
}

/// RFC 2047: words of a header in another encoding.
fn words(header: &str) -> String {
    let mut out = String::new();
    let mut rest = header;
    while let Some((before, coded)) = rest.split_once("=?") {
        if !before.trim().is_empty() || out.is_empty() {
            out.push_str(before);
        }
        let mut parts = coded.splitn(3, '?');
        let (_, way, after) = (parts.next(), parts.next().unwrap(), parts.next().unwrap());
        let (text, left) = after.split_once("?=").unwrap();
        let bytes = match way {
            "b" | "B" => base64(text),
            _ => quoted_printable(text.replace('_', " ").as_bytes()),
        };
        out.push_str(&String::from_utf8(bytes).unwrap());
        rest = left;
    }
    out + rest
}

fn quoted_printable(coded: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = coded;
    while let [first, tail @ ..] = rest {
        rest = match (first, tail) {
            (b'=', [b'\r', b'\n', tail @ ..]) => tail,
            (b'=', [high, low, tail @ ..]) => {
                out.push(u8::from_str_radix(&format!("{}{}", char::from(*high), char::from(*low)), 16).unwrap());
                tail
            }
            _ => {
                out.push(*first);
                tail
            }
        };
    }
    out
}

fn base64(coded: &str) -> Vec<u8> {
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut out, mut buffer, mut bits) = (Vec::new(), 0u32, 0);
    for value in coded.bytes().filter_map(|byte| digits.iter().position(|digit| *digit == byte)) {
        buffer = (buffer << 6) | u32::try_from(value).unwrap();
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from((buffer >> bits) & 255).unwrap());
        }
    }
    out
}
