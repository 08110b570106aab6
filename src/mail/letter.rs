//! A mail as it goes over the wire (RFC 5322, MIME).

use std::time::{Duration, SystemTime};

use lettre::address::{Address, Envelope};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

use super::message::header_text;
use super::store::Taken;

/// Addresses and bytes, ready to be sent.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Who it is from and who it goes to.
    pub envelope: Envelope,
    /// Headers and both parts; ASCII only, so that any server takes it.
    pub bytes: Vec<u8>,
}

/// Reads the sender's address from the settings: `Name <address>` or an address alone.
pub fn read_from(setting: &str) -> Result<Mailbox, String> {
    setting.parse().map_err(|error| format!("mail_from: {setting} is no address such as Name <name@host>: {error}"))
}

impl Letter {
    /// Builds the letter; the error says why these words or this address can never become one.
    pub fn build(mail: &Taken, from: &Mailbox) -> Result<Letter, String> {
        let address: Address = mail.to_address.parse().map_err(|error| format!("the address: {error}"))?;
        if !mail.to_address.is_ascii() {
            return Err("the address has letters that few servers take".into());
        }
        if !mail.message_id.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err("the Message-ID is not one of ours".into());
        }
        // Cleaned again, although the outbox holds clean names: here a line break would not be an error but a panic.
        let name = header_text(&mail.to_name);
        let to = Mailbox::new(Some(name).filter(|name| !name.is_empty()), address.clone());
        // The date is that of the writing, so that two copies of one mail are the same to the letter.
        let since_1970 = Duration::from_micros(mail.created_at.micros().max(0).unsigned_abs());
        let mut builder = lettre::Message::builder()
            .from(from.clone())
            .to(to)
            .subject(header_text(&mail.subject))
            .date(SystemTime::UNIX_EPOCH + since_1970)
            .message_id(Some(mail.message_id.clone()))
            .raw_header(raw("Auto-Submitted", "auto-generated")?)
            .raw_header(raw("X-Auto-Response-Suppress", "All")?)
            .raw_header(raw("Content-Language", &mail.language)?);
        // RFC 8058 wants https; the headers are not folded, because some readers of them do not unfold.
        if let Some(url) = mail.stop_url.as_deref().filter(|url| is_plain_https(url)) {
            builder = builder
                .raw_header(raw("List-Unsubscribe", &format!("<{url}>"))?)
                .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")?);
        }
        let letter = builder
            .multipart(MultiPart::alternative_plain_html(mail.text_body.clone(), mail.html_body.clone()))
            .map_err(|error| error.to_string())?;
        let envelope = Envelope::new(Some(from.email.clone()), vec![address]).map_err(|error| error.to_string())?;
        Ok(Letter { envelope, bytes: letter.formatted() })
    }
}

fn is_plain_https(url: &str) -> bool {
    url.starts_with("https://") && url.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'>' && byte != b'<')
}

fn raw(name: &'static str, value: &str) -> Result<HeaderValue, String> {
    let header = HeaderName::new_from_ascii(name.into()).map_err(|error| error.to_string())?;
    if !value.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
        return Err(format!("{name} holds more than ASCII"));
    }
    Ok(HeaderValue::dangerous_new_pre_encoded(header, value.into(), value.into()))
}
