//! Which part of a list: long lists are read by the key of a row that was shown, there and back, so that what comes in
//! between shifts nothing.

use super::QueryResult;

/// A part of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part<K> {
    /// Its first rows.
    #[default]
    Beginning,
    /// The rows behind one.
    After(K),
    /// The rows before one, **the nearest first**: a limit keeps those next to it. Whoever shows them turns them round.
    Before(K),
}

impl<K> Part<K> {
    /// What an address asks for.
    pub fn of(after: Option<K>, before: Option<K>) -> Part<K> {
        match (after, before) {
            (Some(key), _) => Part::After(key),
            (None, Some(key)) => Part::Before(key),
            (None, None) => Part::Beginning,
        }
    }

    /// The same part by what its row is sorted by; the beginning, if there is no such row any more.
    pub fn find<L>(self, find: impl FnOnce(K) -> QueryResult<Option<L>>) -> QueryResult<Part<L>> {
        Ok(match self {
            Part::Beginning => Part::Beginning,
            Part::After(key) => find(key)?.map_or(Part::Beginning, Part::After),
            Part::Before(key) => find(key)?.map_or(Part::Beginning, Part::Before),
        })
    }

    /// The same part by another key.
    pub fn by<L>(self, key: impl FnOnce(K) -> L) -> Part<L> {
        match self {
            Part::Beginning => Part::Beginning,
            Part::After(row) => Part::After(key(row)),
            Part::Before(row) => Part::Before(key(row)),
        }
    }

    /// Whether the rows come against the order of the list.
    pub fn is_backwards(&self) -> bool {
        matches!(self, Part::Before(_))
    }
}
