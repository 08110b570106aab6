//! The audit log in the database.

use diesel::prelude::*;

use super::audit::{Fields, NewEntry, What, chained};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{audit_entry, audit_head};
use crate::ids::PersonId;

const HEAD: i32 = 1;

/// Writes an entry behind the newest one, in the transaction of the deed it tells of.
pub fn record(conn: &mut Conn, new: &NewEntry, now: Moment) -> QueryResult<()> {
    // The update takes the row: two deeds at once write one after the other, so the chain has no fork.
    diesel::update(audit_head::table.find(HEAD)).set(audit_head::seq.eq(audit_head::seq + 1)).execute(conn)?;
    let (seq, before): (i64, Vec<u8>) =
        audit_head::table.find(HEAD).select((audit_head::seq, audit_head::hash)).first(conn)?;
    let about_id = new.about_id.map(|id| id.as_bytes().to_vec());
    let fields = Fields {
        person: new.by,
        address: new.address.as_deref(),
        what: new.what.name(),
        about: new.about,
        about_id: about_id.as_deref(),
        detail: &new.detail,
    };
    let hash = chained(&before, seq, now, &fields);
    diesel::insert_into(audit_entry::table)
        .values((
            audit_entry::seq.eq(seq),
            audit_entry::happened_at.eq(now),
            audit_entry::person_id.eq(new.by),
            audit_entry::address.eq(&new.address),
            audit_entry::what.eq(new.what.name()),
            audit_entry::about.eq(new.about),
            audit_entry::about_id.eq(&about_id),
            audit_entry::detail.eq(&new.detail),
            audit_entry::hash.eq(&hash),
        ))
        .execute(conn)?;
    diesel::update(audit_head::table.find(HEAD)).set(audit_head::hash.eq(hash)).execute(conn).map(drop)
}

/// An entry as it stands.
#[derive(Clone, Debug, Queryable)]
pub struct Entry {
    /// Its place in the chain, from 1.
    pub seq: i64,
    /// When.
    pub happened_at: Moment,
    /// Who.
    pub person_id: Option<PersonId>,
    /// From which address.
    pub address: Option<String>,
    /// [`super::audit::What::name`].
    pub what: String,
    /// The kind of thing.
    pub about: String,
    /// Its key.
    pub about_id: Option<Vec<u8>>,
    /// Which change.
    pub detail: String,
    hash: Vec<u8>,
}

/// The newest entries of a kind, the newest first.
pub fn list_newest(conn: &mut Conn, what: What, limit: i64) -> QueryResult<Vec<Entry>> {
    let of_kind = audit_entry::table.filter(audit_entry::what.eq(what.name()));
    of_kind.order(audit_entry::seq.desc()).limit(limit).load(conn)
}

/// How many entries one look at the chain reads.
const STEP: i64 = 1000;

/// Walks the chain from its beginning; the number of the first entry that is not as it was written, if there is one. The
/// newest entry has to be the one the head names, so that entries cut off the end are missed too.
pub fn check(conn: &mut Conn) -> QueryResult<Option<i64>> {
    let (last, newest): (i64, Vec<u8>) =
        audit_head::table.find(HEAD).select((audit_head::seq, audit_head::hash)).first(conn)?;
    let (mut seq, mut before) = (0, Vec::new());
    loop {
        let entries: Vec<Entry> =
            audit_entry::table.filter(audit_entry::seq.gt(seq)).order(audit_entry::seq).limit(STEP).load(conn)?;
        if entries.is_empty() {
            return Ok(if seq == last && before == newest { None } else { Some(seq + 1) });
        }
        for entry in entries {
            let fields = Fields {
                person: entry.person_id,
                address: entry.address.as_deref(),
                what: &entry.what,
                about: &entry.about,
                about_id: entry.about_id.as_deref(),
                detail: &entry.detail,
            };
            if entry.seq != seq + 1 || entry.hash != chained(&before, entry.seq, entry.happened_at, &fields) {
                return Ok(Some(seq + 1));
            }
            (seq, before) = (entry.seq, entry.hash);
        }
    }
}
