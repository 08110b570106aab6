//! The question that goes to an address a guest left: is this yours, and may we tell you what becomes of your words?

use diesel::QueryResult;
use serde::Serialize;

use super::message::{Mailbox, Message};
use super::outbox;
use crate::app::{App, Deed};
use crate::ids::ContactId;
use crate::people::contact_store;
use crate::secrets::token_hash;
use crate::views::{Lang, ViewsError};

/// The question, rendered before the write in which it may turn out that it must not be asked again.
#[derive(Clone, Debug)]
pub struct Asked {
    address: String,
    confirm_hash: Vec<u8>,
    question: Message,
}

#[derive(Serialize)]
struct Question<'a> {
    site: &'a str,
    link: String,
}

impl Asked {
    /// Prepares the question to an address; `None` if none was left. `seed` is a secret of the form (its follow link's):
    /// the same form sent twice asks with the same link.
    pub fn prepare(
        app: &App,
        address: Option<String>,
        lang: Lang,
        site: &str,
        seed: &str,
    ) -> Result<Option<Asked>, ViewsError> {
        let Some(address) = address else { return Ok(None) };
        let secret = app.secrets.derived_token("pw/confirm/1", seed.as_bytes());
        let data = Question { site, link: app.url(&format!("/mail/confirm/{secret}")) };
        let question = Message::draft("confirm_address", lang, Mailbox::nameless(&address)).render(app, &data)?;
        Ok(Some(Asked { address, confirm_hash: token_hash(&secret), question }))
    }
}

/// Keeps the address in the deed's transaction, and asks its owner if that may be done now ([`contact_store::ask_to_confirm`]).
pub fn keep(deed: &mut Deed, asked: Option<&Asked>) -> QueryResult<Option<ContactId>> {
    let Some(asked) = asked else { return Ok(None) };
    let id = contact_store::put_contact(deed.conn, &asked.address, deed.now)?;
    if contact_store::ask_to_confirm(deed.conn, id, &asked.confirm_hash, deed.now)? {
        outbox::put(deed, &Message { contact_id: Some(id), ..asked.question.clone() })?;
    }
    Ok(Some(id))
}
