//! Looking for things by their words, the same on both engines.
//!
//! An item is a key, who may find it, and its terms; what the terms of a text are, and how well an item fits, is decided
//! by the room that the item belongs to. An engine only answers which items have these terms. It is asked with terms
//! alone, never with what somebody typed, so nothing typed can mean anything to it.
//!
//! Whoever changes an item takes a [`Turn`] and puts or removes it, in the same transaction: there are no triggers, and
//! what may no longer be found is not found from that moment on.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use uuid::Uuid;

use super::schema::{search_item, search_word};
#[cfg(feature = "postgres")]
use super::search_postgres;
use super::{Conn, Engine, generation, search_sqlite};

/// Counts what was ever put, and lets one put follow the other, so that two never wait for each other in a circle.
const NUMBERS: &str = "search";
/// Stands for all items in the table of words.
const ALL: &str = "";
/// Above every letter: what begins with "ab" lies between "ab" and "ab" with this.
const ABOVE: char = '\u{10FFFF}';

/// What to look for: an item fits that has a term of one of the rare groups, or terms of two of the common ones.
#[derive(Debug, Default)]
pub struct Query {
    /// Groups of terms that few items have: one is enough.
    pub rare: Vec<Vec<String>>,
    /// Groups of terms that many have: two are needed.
    pub common: Vec<Vec<String>>,
    /// Who looks; an item must be for one of these audiences.
    pub audiences: Vec<String>,
}

/// An item that fits.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Hit {
    /// Its key.
    pub id: Vec<u8>,
    /// Its terms, with a blank between two.
    pub terms: String,
}

/// Words that are known, and how many items have each.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// By the word.
    pub items: BTreeMap<String, i64>,
    /// How many items there are.
    pub all: i64,
}

/// The right to change one item: one turn follows the other, each to the end of its transaction. What an item is to be
/// found by is read after the turn was taken; read before, it could be what somebody erased while the turn was waited for.
#[must_use = "who takes a turn puts an item or removes one"]
pub struct Turn {
    number: i64,
}

impl Turn {
    /// Waits for the turns before this one.
    pub fn take(conn: &mut Conn) -> QueryResult<Self> {
        Ok(Self { number: generation::bump(conn, NUMBERS)? })
    }

    /// Makes an item findable by these terms and no others; without any it is not findable. An audience and a term consist
    /// of letters and digits.
    pub fn put(self, conn: &mut Conn, id: Uuid, audience: &str, terms: &[String]) -> QueryResult<()> {
        take_out(conn, id)?;
        if terms.is_empty() {
            return Ok(());
        }
        let joined = terms.join(" ");
        diesel::insert_into(search_item::table)
            .values((
                search_item::number.eq(self.number),
                search_item::id.eq(id.as_bytes().as_slice()),
                search_item::audience.eq(audience),
                search_item::terms.eq(&joined),
            ))
            .execute(conn)?;
        let words = counted(&joined);
        let backwards: Vec<String> = words.iter().map(|word| word.chars().rev().collect()).collect();
        match conn {
            Conn::Sqlite(conn) => {
                search_sqlite::count(conn, &words, &backwards)?;
                search_sqlite::put(conn, self.number, audience, &joined)
            }
            #[cfg(feature = "postgres")]
            Conn::Postgres(conn) => search_postgres::count(conn, &words, &backwards),
        }
    }

    /// Makes an item unfindable; one that is not there is no error.
    pub fn remove(self, conn: &mut Conn, id: Uuid) -> QueryResult<()> {
        take_out(conn, id)
    }
}

/// Fills the empty index of a database that was copied: on SQLite it is a table of its own kind, which no copy holds because
/// all of it follows from the items.
pub(super) fn refill(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(conn) => search_sqlite::refill(conn),
        #[cfg(feature = "postgres")]
        Conn::Postgres(_) => Ok(()),
    }
}

fn take_out(conn: &mut Conn, id: Uuid) -> QueryResult<()> {
    let item: Option<(i64, String, String)> = search_item::table
        .filter(search_item::id.eq(id.as_bytes().as_slice()))
        .select((search_item::number, search_item::audience, search_item::terms))
        .first(conn)
        .optional()?;
    let Some((number, audience, terms)) = item else { return Ok(()) };
    if let Conn::Sqlite(conn) = conn {
        search_sqlite::take_out(conn, number, &audience, &terms)?;
    }
    diesel::delete(search_item::table.find(number)).execute(conn)?;
    let words = counted(&terms);
    let of_item = || search_word::table.filter(search_word::word.eq_any(&words));
    diesel::update(of_item()).set(search_word::items.eq(search_word::items - 1)).execute(conn)?;
    diesel::delete(of_item().filter(search_word::items.le(0))).execute(conn).map(drop)
}

/// Every term once, in order, and the word that stands for all items.
fn counted(terms: &str) -> Vec<String> {
    let words: BTreeSet<&str> = terms.split(' ').chain([ALL]).collect();
    words.into_iter().map(str::to_owned).collect()
}

/// The words among these that some item has, and those that begin or end like this.
pub fn list_words(conn: &mut Conn, exact: &[String], beginnings: &[String], ends: &[String]) -> QueryResult<Words> {
    let mut query = search_word::table
        .filter(search_word::word.eq_any(exact.iter().map(String::as_str).chain([ALL])))
        .select((search_word::word, search_word::items))
        .into_boxed::<Engine>();
    for beginning in beginnings {
        let above = format!("{beginning}{ABOVE}");
        query = query.or_filter(search_word::word.ge(beginning).and(search_word::word.lt(above)));
    }
    for end in ends {
        let end: String = end.chars().rev().collect();
        let above = format!("{end}{ABOVE}");
        query = query.or_filter(search_word::backwards.ge(end).and(search_word::backwards.lt(above)));
    }
    let mut items: BTreeMap<String, i64> = query.load::<(String, i64)>(conn)?.into_iter().collect();
    let all = items.remove(ALL).unwrap_or_default();
    Ok(Words { items, all })
}

/// The items that fit, the last put first, at most `limit`.
pub fn find(conn: &mut Conn, query: &Query, limit: i64) -> QueryResult<Vec<Hit>> {
    match conn {
        Conn::Sqlite(conn) => match query.written(&search_sqlite::WRITING) {
            Some(written) => search_sqlite::find(conn, &written, limit),
            None => Ok(Vec::new()),
        },
        #[cfg(feature = "postgres")]
        Conn::Postgres(conn) => match query.written(&search_postgres::WRITING) {
            Some(written) => search_postgres::find(conn, &written, limit),
            None => Ok(Vec::new()),
        },
    }
}

/// How an engine writes what to look for.
pub(super) struct Writing {
    pub and: &'static str,
    pub or: &'static str,
    pub term: fn(&str) -> String,
}

impl Query {
    /// None when nothing at all could be found.
    fn written(&self, writing: &Writing) -> Option<String> {
        let group = |terms: &[String]| {
            let terms: Vec<String> = terms.iter().map(|term| (writing.term)(term)).collect();
            terms.join(writing.or)
        };
        let mut any: Vec<String> = self.rare.iter().map(|terms| group(terms)).collect();
        // Each common group together with any of those after it.
        for (at, terms) in self.common.iter().enumerate() {
            let others: Vec<String> = self.common.iter().skip(at + 1).map(|terms| group(terms)).collect();
            if !others.is_empty() {
                any.push(format!("(({}){}({}))", group(terms), writing.and, others.join(writing.or)));
            }
        }
        if any.is_empty() || self.audiences.is_empty() {
            return None;
        }
        Some(format!("({}){}({})", any.join(writing.or), writing.and, group(&self.audiences)))
    }
}
