//! The one question that goes to an address somebody left: is it yours, and do you want to hear from us?

use crate::db::QueryResult;
use serde::Serialize;

use super::message::{Mailbox, Message};
use super::outbox;
use crate::app::{App, Deed};
use crate::ids::ContactId;
use crate::people::contact_store;
use crate::secrets::{random_token, token_hash};
use crate::views::{Lang, ViewsError};

/// The question, written before the deed in which the address is kept.
#[derive(Clone, Debug)]
pub struct Question {
    address: String,
    confirm_hash: Vec<u8>,
    mail: Message,
}

#[derive(Serialize)]
struct Data<'a> {
    site: &'a str,
    link: String,
}

impl Question {
    /// Writes the question; none without an address.
    pub fn prepare(app: &App, address: Option<&str>, lang: Lang, site: &str) -> Result<Option<Question>, ViewsError> {
        let Some(address) = address else { return Ok(None) };
        let secret = random_token();
        let data = Data { site, link: app.url(&format!("/mail/confirm/{secret}")) };
        let mail = Message::draft("confirm_address", lang, Mailbox::nameless(address)).render(app, &data)?;
        Ok(Some(Question { address: address.to_owned(), confirm_hash: token_hash(&secret), mail }))
    }

    /// Keeps the address, and sends the question unless it was answered, or asked too lately or too often.
    pub fn keep(&self, deed: &mut Deed) -> QueryResult<ContactId> {
        let contact = contact_store::put_contact(deed.conn, &self.address, deed.now)?;
        if contact_store::ask_to_confirm(deed.conn, contact, &self.confirm_hash, deed.now)? {
            outbox::put(deed, &Message { contact_id: Some(contact), ..self.mail.clone() })?;
        }
        Ok(contact)
    }
}
