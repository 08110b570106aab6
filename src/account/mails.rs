//! The mails of this room. None of them can be stopped by one click: they are about signing in.

use serde::Serialize;

use crate::app::App;
use crate::clock::Moment;
use crate::mail::{Mailbox, Message};
use crate::people::account::Account;
use crate::people::link::NewLink;
use crate::views::{Lang, ViewsError};

#[derive(Serialize)]
struct Invitation<'a> {
    organisation: &'a str,
    link: String,
    days: i64,
}

#[derive(Serialize)]
struct Reset {
    link: String,
    minutes: i64,
}

#[derive(Serialize)]
struct PasswordChanged<'a> {
    at: Moment,
    zone: &'a str,
    link: String,
}

/// Somebody is invited to choose a password.
pub(super) fn invitation(
    app: &App,
    lang: Lang,
    to: Mailbox,
    organisation: &str,
    link: &NewLink,
) -> Result<Message, ViewsError> {
    let days = link.purpose.lasts() / 86_400;
    Message::draft("invitation", lang, to).render(app, &Invitation { organisation, link: app.url(&link.path()), days })
}

/// Somebody asked for a new password. It is written for nobody as well, so that asking takes as long.
pub(super) fn reset(app: &App, lang: Lang, to: Mailbox, link: &NewLink) -> Result<Message, ViewsError> {
    let minutes = link.purpose.lasts() / 60;
    Message::draft("reset", lang, to).render(app, &Reset { link: app.url(&link.path()), minutes })
}

/// A password or own code was changed; `None` for somebody without an address.
pub(super) fn password_changed(
    app: &App,
    account: &Account,
    organisation: Lang,
    zone: &str,
) -> Result<Option<Message>, ViewsError> {
    let Some(email) = &account.email else { return Ok(None) };
    let to = Mailbox::new(email, &account.name());
    let data = PasswordChanged { at: app.now(), zone, link: app.url("/reset") };
    Message::draft("password_changed", account.lang(organisation), to)
        .about(account.person_id)
        .render(app, &data)
        .map(Some)
}
