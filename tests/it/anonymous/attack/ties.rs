//! What of the loot belongs to whom: every row that holds a person's key or the key of something of theirs, and the same for
//! each anonymous issue.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::loot::{Cell, Loot, Row};
use super::people::Writer;

const KEY: usize = 16;
/// More rows than this with the same key say nothing of anybody: it is the key of a site or of a category.
const HUB: usize = 150;

/// The rows tied to one person or issue, as their places in the loot.
pub type Tied = BTreeSet<usize>;

pub struct Ties<'l> {
    pub loot: &'l Loot,
    pub people: Vec<Tied>,
    pub issues: Vec<Tied>,
    /// Of each issue, what names it: the hash of its receipt, and its thread's key.
    pub names: Vec<Vec<Vec<u8>>>,
}

impl<'l> Ties<'l> {
    pub fn find(loot: &'l Loot, people: &[Writer], hashes: &[Vec<u8>]) -> Ties<'l> {
        let mut places: HashMap<&[u8], Vec<usize>> = HashMap::new();
        for (place, row) in loot.rows.iter().enumerate() {
            for (_, cell) in &row.cells {
                if let Cell::Bytes(bytes) = cell
                    && (bytes.len() == KEY || bytes.len() == 32)
                {
                    places.entry(bytes).or_default().push(place);
                }
            }
        }
        let holding = |key: &[u8]| places.get(key).map_or(&[][..], Vec::as_slice);
        let tied = |key: &[u8]| -> Tied {
            let own = holding(key).iter().copied();
            let theirs = own.clone().flat_map(|place| match loot.rows[place].cell("id") {
                Cell::Bytes(id) if holding(id).len() < HUB => holding(id),
                _ => &[],
            });
            own.chain(theirs.copied()).collect()
        };
        let names: Vec<Vec<Vec<u8>>> = hashes.iter().map(|hash| names_of(loot, holding(hash), hash)).collect();
        Ties {
            people: people.iter().map(|one| tied(one.person.0.as_bytes())).collect(),
            issues: names.iter().map(|names| names.iter().flat_map(|name| tied(name)).collect()).collect(),
            loot,
            names,
        }
    }

    pub fn rows(&self, tied: &'l Tied) -> impl Iterator<Item = &'l Row> {
        tied.iter().map(|place| &self.loot.rows[*place])
    }

    /// Every moment (microseconds) in the rows of a person: numbers and keys that carry a time.
    pub fn moments(&self, person: usize, days: (i64, i64)) -> Vec<i64> {
        let cells = self.rows(&self.people[person]).flat_map(|row| &row.cells);
        let found: BTreeSet<i64> = cells.filter_map(|(_, cell)| moment(cell, days)).collect();
        found.into_iter().collect()
    }
}

fn names_of(loot: &Loot, places: &[usize], hash: &[u8]) -> Vec<Vec<u8>> {
    let mut names = vec![hash.to_vec()];
    for row in places.iter().map(|place| &loot.rows[*place]).filter(|row| row.table == "anon_thread") {
        names.push(row.cell("id").bytes().to_vec());
        if let Cell::Bytes(published) = row.cell("published_id") {
            names.push(published.clone());
        }
    }
    names
}

/// The time in a cell, if it is one of these days: microseconds, or a UUID of version 7.
pub fn moment(cell: &Cell, (first, last): (i64, i64)) -> Option<i64> {
    let micros = match cell {
        Cell::Whole(number) => *number,
        Cell::Bytes(id) if id.len() == KEY && id[6] >> 4 == 7 => {
            id[..6].iter().fold(0, |sum, byte| (sum << 8) | i64::from(*byte)) * 1000
        }
        Cell::Text(text) => text.parse::<jiff::Timestamp>().ok()?.as_microsecond(),
        _ => return None,
    };
    (first..last).contains(&micros).then_some(micros)
}

/// For every kind of moment in the loot (a column, a kind of log line, a mail) all moments of that kind.
pub fn kinds_of_moments(loot: &Loot, days: (i64, i64)) -> BTreeMap<String, Vec<i64>> {
    let mut kinds: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for row in &loot.rows {
        let words = ["kind", "what", "about", "detail", "state"].map(|column| match row.cell(column) {
            Cell::Text(text) if text.len() < 40 => text.as_str(),
            _ => "",
        });
        for (column, cell) in &row.cells {
            if let Some(moment) = moment(cell, days) {
                let words =
                    if matches!(row.table.as_str(), "mail" | "audit_entry") { words.join(" ") } else { String::new() };
                kinds.entry(format!("{}.{column} {}", row.table, words.trim())).or_default().push(moment);
            }
        }
    }
    let of_log = loot.log.iter().map(|(kind, at)| (format!("log: {kind}"), *at));
    let of_mails = loot.mails.iter().map(|(subject, at)| (format!("mail: {subject}"), *at));
    for (kind, at) in of_log.chain(of_mails) {
        kinds.entry(kind).or_default().push(at);
    }
    kinds
}
