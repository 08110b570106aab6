//! The mails of praise.

use serde::Serialize;

use crate::app::App;
use crate::ids::NoteId;
use crate::mail::message::{Mailbox, Message};
use crate::people::person::Person;
use crate::views::{Lang, ViewsError};

#[derive(Serialize)]
struct Received<'a> {
    first_name: &'a str,
    from_guest: bool,
    first_words: String,
    link: String,
}

/// Tells the person praised; none if they have no address.
pub fn praise_received(
    app: &App,
    id: NoteId,
    to: &Person,
    did: &str,
    from_guest: bool,
) -> Result<Option<Message>, ViewsError> {
    let Some(address) = &to.email else { return Ok(None) };
    let lang = to.language.as_deref().and_then(Lang::from_tag).unwrap_or_default();
    let data = Received {
        first_name: to.first_name(),
        from_guest,
        first_words: super::pages::first_words(did),
        link: app.url(&format!("/praise/{id}")),
    };
    Message::draft("praise_received", lang, Mailbox::new(address, &to.name()))
        .about(to.id)
        .once(format!("praise_received/{id}/{}", to.id))
        .render(app, &data)
        .map(Some)
}
