//! The mails of conversations. They carry no content, only a link: mail is read on other people's screens.

use serde::Serialize;

use super::store::Whole;
use crate::app::App;
use crate::ids::{ConversationId, MessageId, SenderId};
use crate::mail::message::{Mailbox, Message};
use crate::people::contact::{Contact, stop_token};
use crate::people::door::Door;
use crate::people::person::Person;
use crate::people::sender::{About, follow_secret};
use crate::views::{Lang, ViewsError};

#[derive(Serialize)]
struct New<'a> {
    kind: &'a str,
    site: &'a str,
    place: &'a str,
    link: String,
}

/// Tells whoever owns it; none if they have no address.
pub fn inbox_new(
    app: &App,
    to: &Person,
    kind: About,
    door: &Door,
    id: ConversationId,
) -> Result<Option<Message>, ViewsError> {
    let Some((mailbox, lang)) = Mailbox::of(to) else { return Ok(None) };
    let place = door.place.as_ref().map_or("", |place| place.1.as_str());
    let data = New { kind: kind.name(), site: &door.site_name, place, link: app.url(&format!("/inbox/{id}")) };
    Message::draft("inbox_new", lang, mailbox).about(to.id).render(app, &data).map(Some)
}

/// Tells whoever answers that a guest wrote again where nobody waited for it any more; none if they have no address.
pub fn inbox_again(app: &App, to: &Person, about: &Whole) -> Result<Option<Message>, ViewsError> {
    let Some((mailbox, lang)) = Mailbox::of(to) else { return Ok(None) };
    let place = about.place.as_deref().unwrap_or_default();
    let data = New { kind: "again", site: &about.site.0, place, link: app.url(&format!("/inbox/{}", about.id)) };
    Message::draft("inbox_new", lang, mailbox).about(to.id).render(app, &data).map(Some)
}

#[derive(Serialize)]
struct Answered<'a> {
    kind: &'a str,
    site: &'a str,
    link: String,
}

/// What the `once_key` of every mail about an answer in a conversation begins with.
pub fn answered_keys(id: ConversationId) -> String {
    format!("conversation_answered/{id}/")
}

/// Tells the guest that an answer waits.
pub fn conversation_answered(app: &App, to: &Contact, sender: SenderId, about: &Whole) -> Result<Message, ViewsError> {
    let lang = Lang::from_tag(&about.language).unwrap_or_default();
    let link = app.url(&format!("/follow/{}", follow_secret(&app.secrets, sender)));
    Message::draft("conversation_answered", lang, Mailbox::nameless(&to.address))
        .to_contact(to.id)
        .stop(app.url(&format!("/mail/stop/{}", stop_token(&app.secrets, to.id))))
        .once(format!("{}{}", answered_keys(about.id), MessageId::new(app.now())))
        .render(app, &Answered { kind: &about.kind, site: &about.site.0, link })
}
