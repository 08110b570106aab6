//! The audit log: what was done that somebody may have to answer for.
//!
//! An entry is written in the transaction of the deed it tells of: both or neither. Entries are chained by SHA-256, each
//! over the hash of the one before; [`super::audit_store::check`] finds an entry that was changed, taken out or moved. No
//! entry holds a word of what somebody wrote, and nothing a writer does in the anonymous zone makes one.

use aws_lc_rs::digest;
use uuid::Uuid;

use crate::clock::Moment;
use crate::ids::PersonId;

/// What was done. The names stand in the database; add, never rename.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A confidential or anonymous item was opened by a handler.
    Opened,
    /// A handler acted on an item: state, answer, remark, hand-over, bar; the detail names which.
    Handled,
    /// An anonymous item was reviewed for the site.
    Reviewed,
    /// Something that an administrator may set was changed.
    Administered,
    /// A setting that touches anonymity was changed; every employee can read these.
    AnonymityChanged,
    /// A list left the house as a file.
    Exported,
    /// Somebody signed in, or failed to.
    SignedIn,
    /// Somebody was refused what they asked for.
    Refused,
}

impl What {
    /// Every kind, in the order a list of filters shows them.
    pub const ALL: &[What] = &[
        What::Opened,
        What::Handled,
        What::Reviewed,
        What::Administered,
        What::AnonymityChanged,
        What::Exported,
        What::SignedIn,
        What::Refused,
    ];

    /// The name in the database.
    pub fn name(self) -> &'static str {
        match self {
            What::Opened => "opened",
            What::Handled => "handled",
            What::Reviewed => "reviewed",
            What::Administered => "administered",
            What::AnonymityChanged => "anonymity_changed",
            What::Exported => "exported",
            What::SignedIn => "signed_in",
            What::Refused => "refused",
        }
    }

    /// The kind of a name.
    pub fn from_name(name: &str) -> Option<What> {
        What::ALL.iter().copied().find(|what| what.name() == name)
    }
}

/// An entry before it is written.
#[derive(Clone, Debug)]
pub struct NewEntry {
    /// Who did it; nobody for what a command or the clock did.
    pub by: Option<PersonId>,
    /// From which address, of those who are signed in.
    pub address: Option<String>,
    /// What was done.
    pub what: What,
    /// The kind of thing it was done to: `issue`, `thread`, `role`, `person`, `setting`, …
    pub about: &'static str,
    /// The key of that thing.
    pub about_id: Option<Uuid>,
    /// Which change, as words of ours (names of states, roles, settings), never what somebody wrote.
    pub detail: String,
}

impl NewEntry {
    /// An entry about a thing, by somebody.
    pub fn new(by: PersonId, what: What, about: &'static str, about_id: Option<Uuid>) -> NewEntry {
        NewEntry { by: Some(by), address: None, what, about, about_id, detail: String::new() }
    }

    /// An entry about what a command or the clock did.
    pub fn by_nobody(what: What, about: &'static str) -> NewEntry {
        NewEntry { by: None, address: None, what, about, about_id: None, detail: String::new() }
    }

    /// With the change named.
    pub fn detail(mut self, detail: &str) -> NewEntry {
        detail.clone_into(&mut self.detail);
        self
    }
}

/// The hash of an entry: SHA-256 over the hash before it and every field, each with its length in front.
pub(super) fn chained(before: &[u8], seq: i64, at: Moment, entry: &Fields<'_>) -> Vec<u8> {
    let mut context = digest::Context::new(&digest::SHA256);
    let mut part = |bytes: &[u8]| {
        context.update(&(bytes.len() as u64).to_le_bytes());
        context.update(bytes);
    };
    part(before);
    part(&seq.to_le_bytes());
    part(&at.micros().to_le_bytes());
    part(entry.person.as_ref().map_or(&[], |id| id.0.as_bytes().as_slice()));
    part(entry.address.unwrap_or("").as_bytes());
    part(entry.what.as_bytes());
    part(entry.about.as_bytes());
    part(entry.about_id.unwrap_or(&[]));
    part(entry.detail.as_bytes());
    context.finish().as_ref().to_vec()
}

/// What of an entry is hashed, as it stands in the database.
pub(super) struct Fields<'a> {
    pub(super) person: Option<PersonId>,
    pub(super) address: Option<&'a str>,
    pub(super) what: &'a str,
    pub(super) about: &'a str,
    pub(super) about_id: Option<&'a [u8]>,
    pub(super) detail: &'a str,
}
