//! The one mail of the anonymous zone.

use serde::Serialize;

use crate::app::App;
use crate::clock::Moment;
use crate::mail::message::{Mailbox, Message};
use crate::people::person::Person;
use crate::views::ViewsError;

#[derive(Serialize)]
struct News {
    link: String,
    urgent: bool,
}

/// Tells a handler that there is something new, once for each time at which they are told; none without an address.
pub fn anonymous_news(app: &App, to: &Person, due: Moment, urgent: bool) -> Result<Option<Message>, ViewsError> {
    let Some((mailbox, lang)) = Mailbox::of(to) else { return Ok(None) };
    Message::draft("anonymous_news", lang, mailbox)
        .about(to.id)
        .once(format!("anonymous_news/{}/{}", due.micros(), to.id))
        .render(app, &News { link: app.url("/voice/threads"), urgent })
        .map(Some)
}
