//! The mails of praise.

use serde::Serialize;

use crate::app::App;
use crate::ids::{NoteId, PersonId, SenderId};
use crate::mail::message::{Mailbox, Message};
use crate::people::contact::{Contact, stop_token};
use crate::people::person::Person;
use crate::people::sender::follow_secret;
use crate::views::{Lang, ViewsError};

/// What a mail about a new note says.
#[derive(Clone, Copy, Debug)]
pub struct News<'a> {
    /// The note.
    pub id: NoteId,
    /// What the person did.
    pub did: &'a str,
    /// Whether a guest sent it.
    pub from_guest: bool,
    /// The sender's name, if they gave one.
    pub sender: Option<&'a str>,
    /// The site's name.
    pub site: &'a str,
}

#[derive(Serialize)]
struct Received<'a> {
    is_guest: bool,
    sender: &'a str,
    site: &'a str,
    first_words: String,
    link: String,
}

/// By which the mail about a note to the one it praises is known.
pub fn received_key(note: NoteId, to: PersonId) -> String {
    format!("praise_received/{note}/{to}")
}

/// Tells the person praised; none if they have no address.
pub fn praise_received(app: &App, to: &Person, news: &News) -> Result<Option<Message>, ViewsError> {
    let Some((mailbox, lang)) = Mailbox::of(to) else { return Ok(None) };
    let data = Received {
        is_guest: news.from_guest,
        sender: news.sender.unwrap_or_default(),
        site: news.site,
        first_words: match news.did {
            "" => app.views.text(lang, "praise-just-thanks", &[]),
            did => crate::text::beginning(did),
        },
        link: app.url(&format!("/praise/{}", news.id)),
    };
    Message::draft("praise_received", lang, mailbox)
        .about(to.id)
        .once(received_key(news.id, to.id))
        .render(app, &data)
        .map(Some)
}

/// The answer of the person praised, for the guest who sent the note.
#[derive(Clone, Copy, Debug)]
pub struct Thanks<'a> {
    /// The note.
    pub id: NoteId,
    /// The first name of the person praised.
    pub person: &'a str,
    /// Their words.
    pub words: &'a str,
    /// The site's name.
    pub site: &'a str,
    /// The language the guest wrote in.
    pub lang: Lang,
}

#[derive(Serialize)]
struct Thanked<'a> {
    person: &'a str,
    thanks: &'a str,
    site: &'a str,
    link: String,
}

/// What the `once_key` of every mail about thanks for a note begins with.
pub fn thanked_keys(note: NoteId) -> String {
    format!("note_read_and_thanked/{note}/")
}

/// Tells the guest.
pub fn note_read_and_thanked(
    app: &App,
    to: &Contact,
    sender: SenderId,
    thanks: &Thanks,
) -> Result<Message, ViewsError> {
    let link = app.url(&format!("/follow/{}", follow_secret(&app.secrets, sender)));
    let data = Thanked { person: thanks.person, thanks: thanks.words, site: thanks.site, link };
    Message::draft("note_read_and_thanked", thanks.lang, Mailbox::nameless(&to.address))
        .to_contact(to.id)
        .stop(app.url(&format!("/mail/stop/{}", stop_token(&app.secrets, to.id))))
        .once(format!("{}{}", thanked_keys(thanks.id), thanks.person))
        .render(app, &data)
}
