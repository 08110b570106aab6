//! An address that somebody without an account left, so that they can be told what becomes of their words.
//!
//! Anybody can type anybody's address into a form. So nothing but one plain question goes to it, rarely, until its owner
//! has opened the link in that question and pressed the button there.

use crate::clock::Moment;
use crate::ids::ContactId;
use crate::secrets::{Secrets, are_equal};

/// At most one question in this many seconds …
pub const ASK_EVERY_SECONDS: i64 = 24 * 3600;
/// … and this many in all until the address is confirmed.
pub const ASKS_MAX: i32 = 3;
/// How long the link in the question works.
pub const CONFIRM_SECONDS: i64 = 7 * 24 * 3600;

/// A contact as stored.
#[derive(Clone, Debug, PartialEq, Eq, diesel::Queryable)]
pub struct Contact {
    /// The key.
    pub id: ContactId,
    /// The address as it was typed.
    pub address: String,
    /// Since when its owner wants mail from us.
    pub confirmed_at: Option<Moment>,
}

/// What the owner of an address said: since when they want mail, since when they want none, and the hash of a question that they
/// can still say yes to, or did.
pub type Consent = (Option<Moment>, Option<Moment>, Option<Vec<u8>>);

/// Whether mail goes to a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Its owner wants it.
    Open,
    /// Its owner was asked and has not said yes so far.
    Asked,
    /// Its owner wants none, or was never asked.
    Closed,
}

impl Reach {
    /// What follows from what was said.
    pub fn of((confirmed_at, stopped_at, question): Consent) -> Reach {
        match () {
            () if confirmed_at.is_some() && stopped_at.is_none() => Reach::Open,
            () if question.is_some() => Reach::Asked,
            () => Reach::Closed,
        }
    }
}

/// The secret in a mail's "no more mails" address. Made from the contact and this installation's key, so that every mail
/// to one contact carries the same one, it never runs out, and nothing of it is stored.
pub fn stop_token(secrets: &Secrets, contact: ContactId) -> String {
    format!("{}{}", contact.0.simple(), tag(secrets, contact))
}

/// Whose token this is; `None` if it was not made here.
pub fn read_stop_token(secrets: &Secrets, token: &str) -> Option<ContactId> {
    let (id, given) = token.split_at_checked(32)?;
    let contact = id.parse().ok()?;
    are_equal(given.to_ascii_uppercase().as_bytes(), tag(secrets, contact).as_bytes()).then_some(contact)
}

fn tag(secrets: &Secrets, contact: ContactId) -> String {
    secrets.derived_token("pw/mail-stop/1", contact.0.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mw8_a_stop_token_is_for_one_contact_of_one_installation() {
        let (ours, theirs) = (Secrets::from_bytes(b"ours"), Secrets::from_bytes(b"theirs"));
        let (one, other) = (ContactId::random(), ContactId::random());
        let token = stop_token(&ours, one);
        assert_eq!(read_stop_token(&ours, &token), Some(one));
        assert_eq!(read_stop_token(&theirs, &token), None);
        let swapped = format!("{}{}", other.0.simple(), &token[32..]);
        assert_eq!(read_stop_token(&ours, &swapped), None);
        for nonsense in ["", "x", &token[..40], &token[1..], "ä".repeat(40).as_str()] {
            assert_eq!(read_stop_token(&ours, nonsense), None);
        }
    }
}
