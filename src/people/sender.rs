//! A guest who sends something: no account, only a follow link.
//!
//! The link's secret is made from the sender's key, which is shown nowhere, and this installation's key: a mail can name
//! the link again without its being stored, a form sent twice leads to the same place, and nobody who merely knows a
//! note, or has only the database, can come by it.

use crate::clock::Moment;
use crate::ids::{ContactId, SenderId};
use crate::secrets::{Secrets, random_token, token_hash};
use crate::views::Lang;

/// What a guest sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Somebody did something right.
    Praise,
    /// Something could be better.
    Concern,
    /// A question.
    Question,
}

impl About {
    /// The name in the database and in addresses.
    pub fn name(self) -> &'static str {
        match self {
            About::Praise => "praise",
            About::Concern => "concern",
            About::Question => "question",
        }
    }

    /// The reverse of [`About::name`].
    pub fn from_name(name: &str) -> Option<About> {
        [About::Praise, About::Concern, About::Question].into_iter().find(|about| about.name() == name)
    }
}

/// A guest's form, from the moment it is shown.
#[derive(Clone, Debug)]
pub struct FormKey(String);

impl FormKey {
    /// A new key for a new form.
    pub fn new() -> FormKey {
        FormKey(random_token())
    }

    /// The key of a form that came back; one that was never made here is replaced, so that a form without a key, or
    /// with one too short to be secret, is still taken.
    pub fn from_form(text: &str) -> FormKey {
        let is_ours = text.len() == 24 && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_ours { FormKey(text.to_owned()) } else { FormKey::new() }
    }

    /// As it stands in the form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The key of one deed among several that a page with this key offers: after a way back, the second deed is no second
    /// press of the first.
    pub fn of(&self, deed: &str) -> FormKey {
        FormKey(format!("{}/{deed}", self.0))
    }

    /// What the database keeps of it: enough to know a second press, not enough to find the follow link.
    pub fn hash(&self) -> Vec<u8> {
        token_hash(&format!("FORM{}", self.0))
    }
}

impl Default for FormKey {
    fn default() -> FormKey {
        FormKey::new()
    }
}

/// A sender as stored.
#[derive(Clone, Debug, diesel::Queryable, diesel::Insertable)]
#[diesel(table_name = crate::db::schema::sender, treat_none_as_default_value = false)]
pub struct Sender {
    /// The key other tables use; never shown.
    pub id: SenderId,
    /// SHA-256 of the follow link's secret.
    pub follow_hash: Vec<u8>,
    /// [`About::name`].
    pub about: String,
    /// How they like to be addressed.
    pub name: Option<String>,
    /// The language they wrote in.
    pub language: String,
    /// Where they may be told what became of their words.
    pub contact_id: Option<ContactId>,
    /// When they sent it.
    pub created_at: Moment,
}

/// The secret of a sender's follow link.
pub fn follow_secret(secrets: &Secrets, id: SenderId) -> String {
    secrets.derived_token("pw/follow/1", id.0.as_bytes())
}

impl Sender {
    /// A new guest, with the hash of their follow link.
    pub fn new(secrets: &Secrets, about: About, name: Option<&str>, lang: Lang, now: Moment) -> Sender {
        let id = SenderId::random();
        Sender {
            id,
            follow_hash: token_hash(&follow_secret(secrets, id)),
            about: about.name().into(),
            name: name.map(str::to_owned),
            language: lang.tag().into(),
            contact_id: None,
            created_at: now,
        }
    }
}
