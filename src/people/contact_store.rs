//! Contacts in the database.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Binary, Text};

use super::contact::{ASK_EVERY_SECONDS, ASKS_MAX, CONFIRM_SECONDS, Consent, Contact, Reach};
use crate::clock::Moment;
use crate::db::schema::contact;
use crate::db::{Conn, hold};
use crate::ids::ContactId;

/// The columns of [`Consent`].
pub const CONSENT: (contact::confirmed_at, contact::stopped_at, contact::confirm_hash) =
    (contact::confirmed_at, contact::stopped_at, contact::confirm_hash);

/// Finds the contact of an address or makes one. Capitals make no difference; the address stays as it was typed first.
pub fn put_contact(conn: &mut Conn, address: &str, now: Moment) -> QueryResult<ContactId> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Binary)]
        id: ContactId,
    }
    let row: Row = diesel::sql_query(
        "INSERT INTO contact (id, address, address_fold, asked_count, created_at) VALUES ($1, $2, $3, 0, $4) \
         ON CONFLICT (address_fold) DO UPDATE SET address_fold = excluded.address_fold RETURNING id",
    )
    .bind::<Binary, _>(ContactId::random())
    .bind::<Text, _>(address)
    .bind::<Text, _>(address.to_lowercase())
    .bind::<BigInt, _>(now)
    .get_result(conn)?;
    Ok(row.id)
}

/// Whether the question "is this your address?" may go out now; if so the secret whose hash is given is the one that
/// counts, and the question is counted. In the same transaction as the mail. The question is rendered before, when the
/// contact may not be known yet, so:
///
/// ```text
/// let contact = put_contact(deed.conn, &address, deed.now)?;
/// if ask_to_confirm(deed.conn, contact, &token_hash(&secret), deed.now)? {
///     outbox::put(deed, &Message { contact_id: Some(contact), ..question.clone() })?;
/// }
/// ```
pub fn ask_to_confirm(conn: &mut Conn, id: ContactId, confirm_hash: &[u8], now: Moment) -> QueryResult<bool> {
    let rested = contact::asked_at.is_null().or(contact::asked_at.le(now.plus_seconds(-ASK_EVERY_SECONDS)));
    diesel::update(
        contact::table
            .find(id)
            .filter(contact::confirmed_at.is_null())
            .filter(contact::asked_count.lt(ASKS_MAX))
            .filter(rested),
    )
    .set((
        contact::confirm_hash.eq(Some(confirm_hash)),
        contact::confirm_until.eq(Some(now.plus_seconds(CONFIRM_SECONDS))),
        contact::asked_count.eq(contact::asked_count + 1),
        contact::asked_at.eq(Some(now)),
    ))
    .execute(conn)
    .map(|rows| rows == 1)
}

/// The contact whose question holds this secret, while it works or once it was used; for the page with the button.
pub fn find_asked(conn: &mut Conn, confirm_hash: &[u8], now: Moment) -> QueryResult<Option<Contact>> {
    contact::table
        .filter(contact::confirm_hash.eq(confirm_hash))
        .filter(contact::confirm_until.ge(now))
        .select((contact::id, contact::address, contact::confirmed_at))
        .first(conn)
        .optional()
}

/// The owner pressed the button. Pressing again changes nothing and is no error; a secret that ran out is `None`.
pub fn confirm(conn: &mut Conn, confirm_hash: &[u8], now: Moment) -> QueryResult<Option<Contact>> {
    let Some(found) = find_asked(conn, confirm_hash, now)? else { return Ok(None) };
    if found.confirmed_at.is_some() {
        return Ok(Some(found));
    }
    // Not if they say stop at this moment, on another page.
    let asked = contact::table.find(found.id).filter(contact::confirm_hash.eq(confirm_hash));
    let confirmed = diesel::update(asked)
        .set((contact::confirmed_at.eq(Some(now)), contact::stopped_at.eq(None::<Moment>), contact::asked_count.eq(0)))
        .execute(conn)?;
    Ok((confirmed > 0).then_some(Contact { confirmed_at: Some(now), ..found }))
}

/// The owner wants no more mail; at once, and as often as they say it. If the address is left again later, they are
/// asked again, because only they can say yes. False if there is no such contact.
pub fn stop(conn: &mut Conn, id: ContactId, now: Moment) -> QueryResult<bool> {
    diesel::update(contact::table.find(id))
        .set((
            contact::stopped_at.eq(Some(now)),
            contact::confirmed_at.eq(None::<Moment>),
            contact::confirm_hash.eq(None::<Vec<u8>>),
        ))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// Whether mail goes to a contact; nobody changes that until this deed ends.
pub fn hold_reach(conn: &mut Conn, id: ContactId) -> QueryResult<Reach> {
    hold!(conn, contact::table.find(id), contact::asked_count)?;
    let said: Option<Consent> = contact::table.find(id).select(CONSENT).first(conn).optional()?;
    Ok(said.map_or(Reach::Closed, Reach::of))
}

/// The contact if mail goes to it, or will once its owner says yes to what they were asked.
pub fn find_reachable(conn: &mut Conn, id: ContactId) -> QueryResult<Option<Contact>> {
    let found: Option<(Contact, Consent)> = contact::table
        .find(id)
        .select(((contact::id, contact::address, contact::confirmed_at), CONSENT))
        .first(conn)
        .optional()?;
    Ok(found.filter(|(_, said)| Reach::of(said.clone()) != Reach::Closed).map(|(contact, _)| contact))
}
