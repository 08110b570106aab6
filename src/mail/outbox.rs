//! The outbox: where a mail waits from the deed that causes it until it is sent.

use crate::db::QueryResult;

use super::message::Message;
use super::store;
pub use super::store::{Listed, Queue, count_queue, list, remove_sent};
use crate::app::Deed;
use crate::ids::{ContactId, MailId};
use crate::live::Topic;
use crate::people::contact_store;

/// Puts a mail into the outbox, in the deed's own transaction: both happen or neither does. A second mail with the same
/// `once_key` is silently the same mail.
pub fn put(deed: &mut Deed, message: &Message) -> QueryResult<()> {
    store::insert(deed.conn, message)?;
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

/// Stops all mail to a contact at once, also what waits here already; false if there is no such contact.
pub fn stop(deed: &mut Deed, contact: ContactId) -> QueryResult<bool> {
    store::remove_unsent_to(deed.conn, contact)?;
    contact_store::stop(deed.conn, contact, deed.now)
}
