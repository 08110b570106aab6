//! Guests in the database.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::sender;
use crate::people::sender::Sender;

/// Stores a guest together with what they sent (in the same transaction).
pub fn insert_sender(conn: &mut Conn, new: &Sender) -> QueryResult<()> {
    diesel::insert_into(sender::table).values(new).execute(conn).map(drop)
}

/// The guest of a follow link.
pub fn find_sender(conn: &mut Conn, follow_hash: &[u8]) -> QueryResult<Option<Sender>> {
    sender::table.filter(sender::follow_hash.eq(follow_hash)).first(conn).optional()
}

/// A guest by key.
pub fn find_sender_by_id(conn: &mut Conn, id: crate::ids::SenderId) -> QueryResult<Option<Sender>> {
    sender::table.find(id).first(conn).optional()
}
