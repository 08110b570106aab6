//! Long lists, page by page: cuts what the store gave into a page, and links to the pages before and after it.

use std::fmt::Display;

use serde::Serialize;

use crate::db::Part;

/// Links to the pages before and after this one, for `shared/_pager`.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Pager {
    /// The page before; none on the first.
    pub previous: Option<String>,
    /// The next page; none on the last.
    pub next: Option<String>,
    /// What the links are called.
    pub order: Order,
}

/// How a list is sorted, which is what the words on its links depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// "Newer" leads back, "Older" on.
    NewestFirst,
    /// "Older" leads back, "Newer" on.
    OldestFirst,
    /// By name or the like: "Previous" and "Next".
    Other,
}

/// A list that has pages.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    /// Its address without the part.
    pub address: &'a str,
    /// How it is sorted.
    pub order: Order,
    /// How many rows a page has.
    pub size: i64,
}

impl Listing<'_> {
    /// How many rows to ask the store for: one more than is shown tells whether there are more.
    pub fn limit(&self) -> i64 {
        self.size + 1
    }

    /// The page of a part, in the order of the list, from the rows the store gave for it.
    pub fn page<T, K: Display>(&self, mut rows: Vec<T>, part: Part<K>, key: impl Fn(&T) -> K) -> (Vec<T>, Pager) {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let has_more = rows.len() > size;
        rows.truncate(size);
        let (has_previous, has_next) = match part {
            Part::Beginning => (false, has_more),
            Part::After(_) => (true, has_more),
            Part::Before(_) => {
                rows.reverse();
                (has_more, true)
            }
        };
        let pager = Pager {
            previous: has_previous.then(|| self.link("before", rows.first().map(&key))),
            next: has_next.then(|| self.link("after", rows.last().map(&key))),
            order: self.order,
        };
        (rows, pager)
    }

    /// Without a row to go on from it leads to the beginning.
    fn link<K: Display>(&self, way: &str, key: Option<K>) -> String {
        let sign = if self.address.contains('?') { '&' } else { '?' };
        key.map_or_else(|| self.address.to_owned(), |key| format!("{}{sign}{way}={key}", self.address))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBERS: Listing<'_> = Listing { address: "/numbers", order: Order::Other, size: 3 };

    /// What a store gives of the numbers 1 to 8.
    fn rows(part: Part<i32>) -> Vec<i32> {
        let limit = NUMBERS.limit() as usize;
        match part {
            Part::Beginning => (1..=8).take(limit).collect(),
            Part::After(key) => (key + 1..=8).take(limit).collect(),
            Part::Before(key) => (1..key).rev().take(limit).collect(),
        }
    }

    fn page(part: Part<i32>) -> (Vec<i32>, Option<String>, Option<String>) {
        let (rows, pager) = NUMBERS.page(rows(part), part, |row| *row);
        (rows, pager.previous, pager.next)
    }

    #[test]
    fn a_list_is_walked_to_its_end_and_back() {
        let to = |address: &str| Some(format!("/numbers?{address}"));
        assert_eq!(page(Part::Beginning), (vec![1, 2, 3], None, to("after=3")));
        assert_eq!(page(Part::After(3)), (vec![4, 5, 6], to("before=4"), to("after=6")));
        assert_eq!(page(Part::After(6)), (vec![7, 8], to("before=7"), None));
        assert_eq!(page(Part::Before(7)), (vec![4, 5, 6], to("before=4"), to("after=6")));
        assert_eq!(page(Part::Before(4)), (vec![1, 2, 3], None, to("after=3")));
    }

    #[test]
    fn a_page_that_has_become_empty_leads_to_the_beginning() {
        assert_eq!(page(Part::After(8)), (vec![], Some("/numbers".into()), None));
        assert_eq!(page(Part::Before(1)), (vec![], None, Some("/numbers".into())));
    }

    #[test]
    fn what_the_address_says_already_stays_in_it() {
        let found = Listing { address: "/numbers?q=odd", ..NUMBERS };
        let (_, pager) = found.page(vec![1, 3, 5, 7], Part::Beginning, |row| *row);
        assert_eq!(pager.next.as_deref(), Some("/numbers?q=odd&after=5"));
    }
}
