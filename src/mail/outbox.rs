//! The outbox: where a mail waits from the deed that causes it until it is sent.

use crate::db::QueryResult;

use super::message::Message;
pub use super::store::{Listed, Queue, count_queue, list, remove_sent};
use super::{refusal_store, store};
use crate::app::Deed;
use crate::ids::{ContactId, MailId};
use crate::live::Topic;
use crate::people::contact::{Contact, Reach};
use crate::people::contact_store;
use crate::people::person::Person;

/// Puts a mail into the outbox, in the deed's own transaction: both happen or neither does. A mail to an address that
/// refuses mail is held there. A second mail with the same
/// `once_key` is silently the same mail, one to a contact who wants none any more is silently none, and one to a contact who was
/// asked waits here for the answer.
pub fn put(deed: &mut Deed, message: &Message) -> QueryResult<()> {
    let contact = message.contact_id.filter(|_| message.kind != store::ASKING);
    match contact.map(|contact| contact_store::hold_reach(deed.conn, contact)).transpose()? {
        Some(Reach::Closed) => return Ok(()),
        Some(Reach::Asked) => store::insert_unconfirmed(deed.conn, message)?,
        Some(Reach::Open) | None => store::insert(deed.conn, message)?,
    }
    deed.touch(Topic::Outbox);
    Ok(())
}

/// Sends a mail again that failed, is held, or waits for its next attempt; false if it was sent or is not there.
pub fn send_again(deed: &mut Deed, id: MailId) -> QueryResult<bool> {
    let is_again = store::mark_again(deed.conn, id, deed.now)?;
    deed.touch(Topic::Outbox);
    Ok(is_again)
}

/// Sends every mail again that failed; how many there were.
pub fn send_all_again(deed: &mut Deed) -> QueryResult<usize> {
    let count = store::mark_all_again(deed.conn, deed.now)?;
    deed.touch(Topic::Outbox);
    Ok(count)
}

/// Lets mail to an address out again: it took one, or somebody who should know says that it is right.
pub fn reopen(deed: &mut Deed, address: &str) -> QueryResult<()> {
    if refusal_store::remove(deed.conn, address, deed.now)? > 0 {
        deed.touch(Topic::Outbox);
    }
    Ok(())
}

/// The owner of an address has said yes: what waited for that goes out, and the address counts as good.
pub fn confirm(deed: &mut Deed, contact: &Contact) -> QueryResult<()> {
    reopen(deed, &contact.address)?;
    if store::release_unconfirmed(deed.conn, contact.id, deed.now)? > 0 {
        deed.touch(Topic::Outbox);
    }
    Ok(())
}

/// Somebody in the directory has another address now: what they have not got yet goes there. Both addresses count as
/// good again, because somebody has just looked at them.
pub fn follow(deed: &mut Deed, before: &Person, after: &Person) -> QueryResult<()> {
    let Some(new) = after.email.as_ref().filter(|_| before.email != after.email) else { return Ok(()) };
    if refusal_store::readdress(deed.conn, after.id, new, deed.now)? > 0 {
        deed.touch(Topic::Outbox);
    }
    before.email.iter().chain([new]).try_for_each(|address| reopen(deed, address))
}

/// Takes mails back that have not gone out, by their `once_key`: what they quote was taken back.
pub fn take_back(deed: &mut Deed, once_keys: &[String]) -> QueryResult<()> {
    if store::remove_unsent(deed.conn, once_keys)? > 0 {
        deed.touch(Topic::Outbox);
    }
    Ok(())
}

/// The same for all mails whose `once_key` begins so: there may be any number of them.
pub fn take_back_all(deed: &mut Deed, beginning: &str) -> QueryResult<()> {
    if store::remove_unsent_of(deed.conn, beginning)? > 0 {
        deed.touch(Topic::Outbox);
    }
    Ok(())
}

/// Stops all mail to a contact at once, also what waits here already; false if there is no such contact.
pub fn stop(deed: &mut Deed, contact: ContactId) -> QueryResult<bool> {
    // The contact first: what is just being written to them is waited for, and goes with the rest.
    let is_known = contact_store::stop(deed.conn, contact, deed.now)?;
    store::remove_unsent_to(deed.conn, contact)?;
    Ok(is_known)
}
