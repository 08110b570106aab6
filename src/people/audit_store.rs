//! The audit log in the database.

use std::collections::HashMap;

use diesel::prelude::*;

use super::audit::{Fields, NewEntry, What, chained};
use super::person::name_of;
use crate::clock::Moment;
use crate::db::schema::{audit_entry, audit_head, person};
use crate::db::{Conn, Engine, hold};
use crate::ids::PersonId;

const HEAD: i32 = 1;
/// For how long something that was opened counts as open.
const OPEN_SECONDS: i64 = 3600;

/// Lets every other deed that writes an entry wait until this one ends: for one that first looks what there is to do.
pub fn hold(conn: &mut Conn) -> QueryResult<()> {
    hold!(conn, audit_head::table.find(HEAD), audit_head::seq).map(drop)
}

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

/// Writes down that somebody opened something, unless they did within the last hour: an open page fetches itself again
/// whenever anything changes, and a list of thousands would hide the openings that matter.
pub fn record_opening(conn: &mut Conn, new: &NewEntry, now: Moment) -> QueryResult<()> {
    let before: i64 = audit_entry::table
        .filter(audit_entry::about_id.eq(new.about_id.map(|id| id.as_bytes().to_vec())))
        .filter(audit_entry::about.eq(new.about))
        .filter(audit_entry::what.eq(new.what.name()))
        .filter(audit_entry::person_id.eq(new.by))
        .filter(audit_entry::happened_at.gt(now.plus_seconds(-OPEN_SECONDS)))
        .count()
        .get_result(conn)?;
    if before > 0 { Ok(()) } else { record(conn, new, now) }
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
    /// What the next entry is chained to.
    pub hash: Vec<u8>,
}

/// Which entries a list shows.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Only these deeds.
    pub what: Option<What>,
    /// Only this person's.
    pub person: Option<PersonId>,
    /// Only older ones than this.
    pub before: Option<i64>,
    /// At most so many.
    pub limit: i64,
}

/// Entries, newest first.
pub fn list(conn: &mut Conn, wanted: &Wanted) -> QueryResult<Vec<Entry>> {
    let mut entries = audit_entry::table.order(audit_entry::seq.desc()).limit(wanted.limit).into_boxed::<Engine>();
    if let Some(what) = wanted.what {
        entries = entries.filter(audit_entry::what.eq(what.name()));
    }
    if let Some(person) = wanted.person {
        entries = entries.filter(audit_entry::person_id.eq(person));
    }
    if let Some(before) = wanted.before {
        entries = entries.filter(audit_entry::seq.lt(before));
    }
    entries.load(conn)
}

/// Whether a setting of this kind was ever changed in this way.
pub fn was_administered(conn: &mut Conn, about: &str, detail: &str) -> QueryResult<bool> {
    let found: Option<i64> = audit_entry::table
        .filter(audit_entry::what.eq(What::Administered.name()))
        .filter(audit_entry::about.eq(about))
        .filter(audit_entry::detail.eq(detail))
        .select(audit_entry::seq)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}

/// The names and numbers of the people whom entries name. Somebody who is not in the directory any more has none.
pub fn names(conn: &mut Conn, entries: &[Entry]) -> QueryResult<HashMap<PersonId, (String, String)>> {
    let mut ids: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
    ids.sort();
    ids.dedup();
    let mut names = HashMap::new();
    for ids in ids.chunks(STEP as usize) {
        type Row = (PersonId, String, (String, String, Option<String>));
        let rows: Vec<Row> = person::table
            .filter(person::id.eq_any(ids))
            .select((
                person::id,
                person::employee_number,
                (person::given_name, person::family_name, person::preferred_name),
            ))
            .load(conn)?;
        names.extend(rows.into_iter().map(|(id, number, (given, family, preferred))| {
            (id, (name_of(preferred.as_deref(), &given, &family), number))
        }));
    }
    Ok(names)
}

/// How many entries there are, by what the newest one says.
pub fn count(conn: &mut Conn) -> QueryResult<i64> {
    audit_head::table.find(HEAD).select(audit_head::seq).first(conn)
}

/// How many entries one look at the chain reads.
const STEP: i64 = 1000;

/// The same over the newest thousand entries alone, for a page that is opened often.
pub fn check_newest(conn: &mut Conn) -> QueryResult<Option<i64>> {
    let first = (count(conn)? - STEP).max(0);
    if first == 0 {
        return check(conn);
    }
    let before = audit_entry::table.find(first).select(audit_entry::hash).first(conn).optional()?;
    before.map_or(Ok(Some(first)), |before| check_from(conn, first, before))
}

/// Walks the chain from its beginning; the number of the first entry that is not as it was written, if there is one. The
/// newest entry has to be the one the head names, so that entries cut off the end are missed too.
pub fn check(conn: &mut Conn) -> QueryResult<Option<i64>> {
    check_from(conn, 0, Vec::new())
}

fn check_from(conn: &mut Conn, mut seq: i64, mut before: Vec<u8>) -> QueryResult<Option<i64>> {
    let (last, newest): (i64, Vec<u8>) =
        audit_head::table.find(HEAD).select((audit_head::seq, audit_head::hash)).first(conn)?;
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
