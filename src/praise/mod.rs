//! Praise: somebody is caught doing something right, and sees it the same second.
//!
//! Who comes here: guests at the door, colleagues, the one who is praised, and responders who find out for whom a note
//! without a name is. Tables: note, note_value, note_recipient, note_addition. Mails: praise_received,
//! praise_thanked, confirm_address.
//!
//! A note is never lost and never twice: its form carries a random key, the note its hash. It reaches the person
//! praised in the same transaction in which it is stored; flagged notes, and those nobody could match, wait in the
//! queue instead.

pub mod follow_store;
pub mod mails;
pub mod note;
pub mod pages;
pub mod queue_store;
pub mod shelf_store;
pub mod store;
