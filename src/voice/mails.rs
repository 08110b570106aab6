//! The mails of issues. They carry no word of what was written: mail is read on other people's screens. Those about a
//! confidential issue do not even say that there is one.

use serde::Serialize;

use crate::app::App;
use crate::clock::Day;
use crate::ids::IssueId;
use crate::mail::message::{Mailbox, Message};
use crate::people::person::Person;
use crate::views::ViewsError;

/// What a mail is about.
#[derive(Clone, Debug)]
pub struct About {
    /// The issue.
    pub id: IssueId,
    /// `issue` or `idea`.
    pub kind: String,
    /// The site's name.
    pub site: String,
    /// Whether it is confidential.
    pub is_confidential: bool,
}

#[derive(Serialize)]
struct Data<'a> {
    kind: &'a str,
    site: &'a str,
    confidential: bool,
    state: &'a str,
    mine: bool,
    link: String,
}

#[derive(Serialize)]
struct Due {
    link: String,
}

impl About {
    fn data<'a>(&'a self, app: &App, state: &'a str, mine: bool) -> Data<'a> {
        let link = app.url(&format!("/voice/{}", self.id));
        Data { kind: &self.kind, site: &self.site, confidential: self.is_confidential, state, mine, link }
    }
}

/// Tells whoever answers; none if they have no address.
pub fn issue_received(app: &App, to: &Person, about: &About) -> Result<Option<Message>, ViewsError> {
    let Some((mailbox, lang)) = Mailbox::of(to) else { return Ok(None) };
    Message::draft("issue_received", lang, mailbox)
        .about(to.id)
        .once(format!("issue_received/{}/{}", about.id, to.id))
        .render(app, &about.data(app, "", false))
        .map(Some)
}

/// Tells who raised it, or joined, that somebody answered. `occasion` names the answer.
pub fn issue_answered(
    app: &App,
    to: &Person,
    about: &About,
    occasion: &str,
    mine: bool,
) -> Result<Option<Message>, ViewsError> {
    let Some((mailbox, lang)) = Mailbox::of(to) else { return Ok(None) };
    Message::draft("issue_answered", lang, mailbox)
        .about(to.id)
        .once(format!("issue_answered/{occasion}/{}", to.id))
        .render(app, &about.data(app, "", mine))
        .map(Some)
}

/// Tells who raised it, or joined, where it is now. `occasion` names the entry.
pub fn issue_changed_state(
    app: &App,
    to: &Person,
    about: &About,
    (occasion, state): (&str, &str),
    mine: bool,
) -> Result<Option<Message>, ViewsError> {
    let Some((mailbox, lang)) = Mailbox::of(to) else { return Ok(None) };
    Message::draft("issue_changed_state", lang, mailbox)
        .about(to.id)
        .once(format!("issue_changed_state/{occasion}/{}", to.id))
        .render(app, &about.data(app, state, mine))
        .map(Some)
}

/// Tells whoever has to know that somebody may come to harm, once for each time at which a handler said so, which `occasion`
/// names; none if they have no address. It leads to the queue and not to the issue, so that it does not even say how open that is.
pub fn issue_alerted(app: &App, to: &Person, occasion: &str) -> Result<Option<Message>, ViewsError> {
    let Some((mailbox, lang)) = Mailbox::of(to) else { return Ok(None) };
    Message::draft("issue_alerted", lang, mailbox)
        .about(to.id)
        .once(format!("issue_alerted/{occasion}/{}", to.id))
        .render(app, &Due { link: app.url("/voice/queue") })
        .map(Some)
}

/// Reminds whoever answers that something is due, once a day; none if they have no address. `link` is the list it stands in.
pub fn voice_due(app: &App, to: &Person, today: Day, link: &str) -> Result<Option<Message>, ViewsError> {
    let Some((mailbox, lang)) = Mailbox::of(to) else { return Ok(None) };
    Message::draft("voice_due", lang, mailbox)
        .about(to.id)
        .once(format!("voice_due/{today}/{}", to.id))
        .render(app, &Due { link: app.url(link) })
        .map(Some)
}
