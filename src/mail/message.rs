//! A mail: rendered before the write it belongs to, and never changed afterwards.
//!
//! Besides the fields of its own data, each template finds `mail`: `name` (the recipient's, may be empty), `origin` (the
//! app's address), `stop_url` (null unless this mail can be stopped by one click).

use serde::Serialize;

use crate::app::App;
use crate::clock::Moment;
use crate::ids::{ContactId, MailId, PersonId};
use crate::people::person::Person;
use crate::views::{Lang, ViewsError};

/// The longest name or subject that goes into a header, in characters.
const HEADER_MAX: usize = 120;

/// Who a mail goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// The address, as checked by [`crate::text::email`].
    pub address: String,
    /// The name beside it; may be empty.
    pub name: String,
}

impl Mailbox {
    /// A recipient; the name is made fit for a header, because names come from imports and forms and the library that
    /// builds the mail panics on a line break in one.
    pub fn new(address: &str, name: &str) -> Mailbox {
        Mailbox { address: header_text(address), name: header_text(name) }
    }

    /// Somebody of the directory, and the language they read; none if they have no address.
    pub fn of(person: &Person) -> Option<(Mailbox, Lang)> {
        let address = person.email.as_ref()?;
        let lang = person.language.as_deref().and_then(Lang::from_tag).unwrap_or_default();
        Some((Mailbox::new(address, &person.name()), lang))
    }

    /// A recipient of whom only the address is known.
    pub fn nameless(address: &str) -> Mailbox {
        Mailbox::new(address, "")
    }
}

/// A mail ready for the outbox.
#[derive(Clone, Debug)]
pub struct Message {
    /// The key in the outbox.
    pub id: MailId,
    /// The folder of its templates; tells the administrator what mail it is.
    pub kind: String,
    /// Who it goes to.
    pub to: Mailbox,
    /// The reader's language.
    pub lang: Lang,
    /// One line.
    pub subject: String,
    /// The plain part.
    pub text: String,
    /// The HTML part.
    pub html: String,
    /// The Message-ID, fixed for ever: a second copy after a lost "250" can be known by it.
    pub message_id: String,
    /// Two mails with the same key are one mail; the first wins.
    pub once_key: Option<String>,
    /// The person it goes to, if it is somebody in the directory.
    pub person_id: Option<PersonId>,
    /// The contact it goes to, if it is somebody without an account.
    pub contact_id: Option<ContactId>,
    /// Where one click stops such mails (RFC 8058).
    pub stop_url: Option<String>,
    /// When it was written.
    pub created_at: Moment,
}

impl Message {
    /// Begins a mail of a kind (the folder in `templates/mails`).
    pub fn draft(kind: &'static str, lang: Lang, to: Mailbox) -> Draft {
        Draft { kind, lang, to, once_key: None, person_id: None, contact_id: None, stop_url: None }
    }
}

/// A mail that still lacks its words.
#[derive(Clone, Debug)]
pub struct Draft {
    kind: &'static str,
    lang: Lang,
    to: Mailbox,
    once_key: Option<String>,
    person_id: Option<PersonId>,
    contact_id: Option<ContactId>,
    stop_url: Option<String>,
}

/// What every mail's templates get besides the mail's own data.
#[derive(Serialize)]
struct Frame<'a> {
    name: &'a str,
    origin: String,
    stop_url: Option<&'a str>,
}

#[derive(Serialize)]
struct Whole<'a, D: Serialize> {
    mail: Frame<'a>,
    #[serde(flatten)]
    data: &'a D,
}

impl Draft {
    /// The person in the directory it goes to.
    pub fn about(mut self, person: PersonId) -> Draft {
        self.person_id = Some(person);
        self
    }

    /// The contact it goes to.
    pub fn to_contact(mut self, contact: ContactId) -> Draft {
        self.contact_id = Some(contact);
        self
    }

    /// Names the occasion: of all mails with one key only the first is sent.
    pub fn once(mut self, key: impl Into<String>) -> Draft {
        self.once_key = Some(key.into());
        self
    }

    /// The whole https address where one click stops mails like this one. Not for mails about signing in.
    pub fn stop(mut self, url: impl Into<String>) -> Draft {
        self.stop_url = Some(url.into());
        self
    }

    /// Writes the three parts. `data` is a struct with the fields that the template names.
    pub fn render(self, app: &App, data: &impl Serialize) -> Result<Message, ViewsError> {
        let (lang, now, origin) = (self.lang, app.now(), app.config.origin());
        let id = MailId::new(now);
        let message_id = format!("<{}@{}>", id.0.simple(), host_of(&origin));
        let whole = Whole { mail: Frame { name: &self.to.name, origin, stop_url: self.stop_url.as_deref() }, data };
        let part = |name| format!("mails/{}/{name}", self.kind);
        Ok(Message {
            id,
            subject: header_text(&app.views.plain(&part("subject"), lang, &whole)?),
            text: tidy(&app.views.plain(&part("body"), lang, &whole)?),
            html: app.views.html(&part("body"), lang, &whole)?,
            message_id,
            kind: self.kind.to_owned(),
            to: self.to,
            lang,
            once_key: self.once_key,
            person_id: self.person_id,
            contact_id: self.contact_id,
            stop_url: self.stop_url,
            created_at: now,
        })
    }
}

/// One line without anything that ends a line or is not shown, cut to what a header holds well.
pub(super) fn header_text(text: &str) -> String {
    let shown = text.split(|c: char| c.is_whitespace() || is_unfit(c)).filter(|word| !word.is_empty());
    let line = shown.collect::<Vec<_>>().join(" ");
    line.chars().take(HEADER_MAX).collect::<String>().trim_end().to_owned()
}

/// Control characters (C0 and C1, which hold the next-line mark), line and paragraph separators, and the marks that
/// turn the direction of what follows: a name could otherwise dress up as another address.
fn is_unfit(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Templates leave blank lines where a condition did not hold: never more than one stays.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut is_blank_before = true;
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && is_blank_before) {
            tidy.push_str(line);
            tidy.push('\n');
        }
        is_blank_before = line.is_empty();
    }
    tidy.trim_end().to_owned() + "\n"
}

/// The host of an address such as `https://praise.example:8443`: what stands behind the @ of a Message-ID.
fn host_of(origin: &str) -> &str {
    let place = origin.split_once("://").map_or(origin, |(_, place)| place);
    let place = place.split('/').next().unwrap_or(place);
    match place.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_a_header_or_turn_it_round() {
        assert_eq!(header_text("Amina\r\nBcc: all@x.example"), "Amina Bcc: all@x.example");
        assert_eq!(header_text("A\u{2028}B\u{85}C\u{0}D\u{202e}E\u{7f}"), "A B C D E");
        assert_eq!(header_text(&"ä".repeat(500)).chars().count(), HEADER_MAX);
        assert_eq!(header_text(" \n "), "");
        assert_eq!(header_text("Jürgen “JJ” 山田"), "Jürgen “JJ” 山田");
    }

    #[test]
    fn the_host_is_what_stands_between_scheme_and_port() {
        assert_eq!(host_of("https://praise.example"), "praise.example");
        assert_eq!(host_of("http://127.0.0.1:8080"), "127.0.0.1");
        assert_eq!(host_of("http://[::1]:8080"), "[::1]");
    }

    #[test]
    fn gaps_left_by_conditions_close() {
        assert_eq!(tidy("\n\nHello \n\n\n\nthere\n\n\n"), "Hello\n\nthere\n");
    }
}
