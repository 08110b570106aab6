//! Every way to match writers with issues that we could think of. Each knows everything but the truth; which of them help
//! is found out afterwards.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::loot::{Cell, Row};
use super::positions::{first_places, in_hexadecimal};
use super::score::Matcher;
use super::ties::{Ties, kinds_of_moments, moment};

/// A value that is equal in at least so many bytes is no accident.
const SHARED: usize = 6;

/// What the attacker knows beside the loot: who could have written each issue, and in which half of a day it came.
pub struct Known<'l> {
    pub ties: Ties<'l>,
    pub candidates: Vec<Vec<usize>>,
    pub halves: Vec<(i64, i64)>,
    pub days: (i64, i64),
}

impl Known<'_> {
    /// A matcher from a way to score a person for an issue.
    fn matcher(&self, name: &str, score: impl Fn(usize, usize) -> f64) -> Matcher {
        let of = |issue: usize| self.candidates[issue].iter().map(|person| score(issue, *person)).collect();
        Matcher { name: name.to_owned(), scores: (0..self.candidates.len()).map(of).collect() }
    }

    pub fn matchers(&self) -> Vec<Matcher> {
        let mut all = self.by_rows();
        all.push(self.by_shared_values());
        self.by_moments(&mut all);
        self.by_order(&mut all);
        self.by_places_in_files(&mut all);
        self.by_transactions(&mut all);
        all
    }

    /// Paths of references, and how much there is of somebody or of their words.
    fn by_rows(&self) -> Vec<Matcher> {
        let ties = &self.ties;
        let text = |row: &&Row| matches!(row.table.as_str(), "unsealed" | "issue");
        let length = |row: &Row| row.cell("what").bytes().len() as f64;
        let mean = |rows: Vec<f64>| rows.iter().sum::<f64>() / rows.len().max(1) as f64;
        let of_issue: Vec<f64> =
            ties.issues.iter().map(|tied| mean(ties.rows(tied).filter(text).map(length).collect())).collect();
        let of_person: Vec<f64> =
            ties.people.iter().map(|tied| mean(ties.rows(tied).filter(text).map(length).collect())).collect();
        let sealed = |row: &Row| row.cells.iter().map(|(_, cell)| cell.bytes().len()).max().unwrap_or(0) as f64;
        let largest = |rows: &mut dyn Iterator<Item = &Row>| rows.map(sealed).fold(0.0, f64::max);
        let largest_of: Vec<f64> = ties.people.iter().map(|tied| largest(&mut ties.rows(tied))).collect();
        let last: Vec<i64> =
            (0..ties.people.len()).map(|one| ties.moments(one, self.days).last().copied().unwrap_or(0)).collect();
        vec![
            self.matcher("rows of both", |issue, person| {
                ties.issues[issue].intersection(&ties.people[person]).count() as f64
            }),
            self.matcher("length of words", |issue, person| -(of_issue[issue] - of_person[person]).abs()),
            self.matcher("largest value", |issue, person| {
                -(largest(&mut ties.rows(&ties.issues[issue])) - largest_of[person]).abs()
            }),
            self.matcher("rows of a person", |_, person| ties.people[person].len() as f64),
            self.matcher("last seen", |issue, person| -((last[person] - self.halves[issue].0) as f64)),
        ]
    }

    /// Any run of bytes that a row of the issue has in common with a row of the person, the rarer the better.
    fn by_shared_values(&self) -> Matcher {
        let mut holders: HashMap<[u8; SHARED], u64> = HashMap::new();
        for (person, tied) in self.ties.people.iter().enumerate() {
            for run in self.ties.rows(tied).flat_map(runs) {
                *holders.entry(run).or_default() |= 1 << person;
            }
        }
        let half = self.ties.people.len() as u32 / 2;
        let of = |issue: usize| {
            let shared: BTreeSet<[u8; SHARED]> = self.ties.rows(&self.ties.issues[issue]).flat_map(runs).collect();
            let shared = shared.iter().filter_map(|run| holders.get(run)).filter(|who| who.count_ones() < half);
            let mut scores = vec![0.0; self.ties.people.len()];
            for who in shared {
                let theirs = scores.iter_mut().enumerate().filter(|(person, _)| who >> person & 1 == 1);
                theirs.for_each(|(_, score)| *score += 1.0 / f64::from(who.count_ones()));
            }
            scores
        };
        let scores: Vec<Vec<f64>> = (0..self.candidates.len()).map(of).collect();
        self.matcher("shared values", |issue, person| scores[issue][person])
    }

    /// Who was last seen just before a moment: one in a row of the issue itself, or any of a kind in its half of the day.
    fn by_moments(&self, all: &mut Vec<Matcher>) {
        let people = 0..self.ties.people.len();
        let seen: Vec<Vec<i64>> = people.map(|person| self.ties.moments(person, self.days)).collect();
        let since = |person: usize, moment: i64| {
            let before = seen[person].partition_point(|seen| *seen <= moment);
            before.checked_sub(1).map_or(f64::MIN, |last| -((moment - seen[person][last]) as f64))
        };
        let nearest = |person: usize, moments: &[i64]| {
            moments.iter().map(|moment| since(person, *moment)).fold(f64::MIN, f64::max)
        };
        let mut own: BTreeMap<String, Vec<Vec<i64>>> = BTreeMap::new();
        for (issue, tied) in self.ties.issues.iter().enumerate() {
            for row in self.ties.rows(tied) {
                for (column, cell) in &row.cells {
                    if let Some(moment) = moment(cell, self.days) {
                        let name = format!("time in {}.{column}", row.table);
                        own.entry(name).or_insert_with(|| vec![Vec::new(); self.halves.len()])[issue].push(moment);
                    }
                }
            }
        }
        for (name, moments) in own {
            all.push(self.matcher(&name, |issue, person| nearest(person, &moments[issue])));
        }
        for (kind, moments) in kinds_of_moments(self.ties.loot, self.days) {
            let in_half = |(from, to): (i64, i64)| -> Vec<i64> {
                moments.iter().copied().filter(|moment| (from..to).contains(moment)).collect()
            };
            let of: Vec<Vec<i64>> = self.halves.iter().map(|half| in_half(*half)).collect();
            all.push(self.matcher(&format!("times of {kind}"), |issue, person| nearest(person, &of[issue])));
        }
    }

    /// Who was seen in the half day about as early or late as the issue stands in its batch, by any order.
    fn by_order(&self, all: &mut Vec<Matcher>) {
        let people = 0..self.ties.people.len();
        let seen: Vec<Vec<i64>> = people.map(|person| self.ties.moments(person, self.days)).collect();
        let share = |person: usize, (from, to): (i64, i64)| {
            let first = seen[person].iter().find(|moment| (from..to).contains(*moment))?;
            Some((first - from) as f64 / (to - from) as f64)
        };
        for (name, places) in self.orders() {
            let quantiles = self.quantiles(&places);
            all.push(self.matcher(&format!("order of {name}"), |issue, person| {
                match (share(person, self.halves[issue]), quantiles[issue]) {
                    (Some(seen), Some(place)) => -(seen - place).abs(),
                    _ => -0.5,
                }
            }));
        }
    }

    /// Every order in which the issues of a batch can be met: as rows lie, by each column, by place in each file.
    fn orders(&self) -> Vec<(String, Vec<Option<i64>>)> {
        let mut orders: BTreeMap<String, Vec<Option<i64>>> = BTreeMap::new();
        let none = || vec![None; self.candidates.len()];
        for (issue, tied) in self.ties.issues.iter().enumerate() {
            for row in self.ties.rows(tied) {
                let place = i64::try_from(row.place).unwrap();
                orders.entry(format!("{} as it lies", row.table)).or_insert_with(none)[issue].get_or_insert(place);
                for (column, cell) in &row.cells {
                    let number = match cell {
                        Cell::Whole(number) => *number,
                        other => {
                            other.bytes().iter().chain(&[0; 8]).take(7).fold(0, |sum, byte| sum << 8 | i64::from(*byte))
                        }
                    };
                    let name = format!("{}.{column}", row.table);
                    orders.entry(name).or_insert_with(none)[issue].get_or_insert(number);
                }
            }
        }
        let names: Vec<Vec<u8>> = self.ties.names.iter().flatten().cloned().collect();
        let coded_names = in_hexadecimal(&names);
        for (file, content) in &self.ties.loot.files {
            let places = first_places(content, &names);
            let hexadecimal = first_places(content, &coded_names);
            let first = |names: &Vec<Vec<u8>>| {
                let plain = names.iter().filter_map(|name| places.get(name));
                let coded = in_hexadecimal(names);
                let coded = coded.iter().filter_map(|name| hexadecimal.get(name));
                plain.chain(coded).min().map(|place| *place as i64)
            };
            // Logs stolen at different times are one source: what is in the first is not asked of the next.
            let name = format!("places in {}", file.split(' ').next().unwrap());
            let order = orders.entry(name).or_insert_with(none);
            for (issue, names) in self.ties.names.iter().enumerate() {
                order[issue] = order[issue].or(first(names));
            }
        }
        orders.into_iter().collect()
    }

    /// Where in its batch each issue stands in an order, from 0 to 1.
    fn quantiles(&self, places: &[Option<i64>]) -> Vec<Option<f64>> {
        let of = |issue: usize| {
            let own = places[issue]?;
            let batch = (0..places.len()).filter(|other| self.halves[*other] == self.halves[issue]);
            let batch: Vec<i64> = batch.filter_map(|other| places[other]).collect();
            let before = batch.iter().filter(|place| **place < own).count();
            Some((before as f64 + 0.5) / batch.len() as f64)
        };
        (0..places.len()).map(of).collect()
    }

    /// Who wrote something just before the issue, as the write-ahead log and the file have it.
    fn by_places_in_files(&self, all: &mut Vec<Matcher>) {
        let keys_of = |tied| -> Vec<Vec<u8>> {
            let keys = self.ties.rows(tied).map(|row| row.cell("id").bytes().to_vec());
            keys.filter(|key| key.len() == 16).collect()
        };
        let of_people: Vec<Vec<Vec<u8>>> = self.ties.people.iter().map(keys_of).collect();
        let of_issues: Vec<Vec<u8>> = self.ties.names.iter().flatten().cloned().collect();
        let all_keys: Vec<Vec<u8>> = of_people.iter().flatten().chain(&of_issues).cloned().collect();
        let mut distances: BTreeMap<String, Vec<Option<Vec<f64>>>> = BTreeMap::new();
        for (file, content) in self.ties.loot.files.iter().filter(|(file, _)| !file.starts_with("backup")) {
            let places = first_places(content, &all_keys);
            let of_people: Vec<BTreeSet<usize>> =
                of_people.iter().map(|keys| keys.iter().filter_map(|key| places.get(key).copied()).collect()).collect();
            let name = format!("neighbours in {}", file.split(' ').next().unwrap());
            let known = distances.entry(name).or_insert_with(|| vec![None; self.candidates.len()]);
            for (issue, names) in self.ties.names.iter().enumerate() {
                if known[issue].is_some() {
                    continue;
                }
                let Some(place) = names.iter().filter_map(|name| places.get(name)).min() else { continue };
                let behind = |keys: &BTreeSet<usize>| {
                    keys.range(..place).next_back().map_or(f64::MIN, |key| -((place - key) as f64))
                };
                known[issue] = Some(of_people.iter().map(behind).collect());
            }
        }
        for (name, distances) in distances {
            all.push(self.matcher(&name, |issue, person| distances[issue].as_ref().map_or(0.0, |all| all[person])));
        }
    }

    /// Whose transaction came just before one that wrote a row of the issue.
    fn by_transactions(&self, all: &mut Vec<Matcher>) {
        let of_people: Vec<BTreeSet<i64>> = self
            .ties
            .people
            .iter()
            .map(|tied| self.ties.rows(tied).filter_map(|row| row.transaction).collect())
            .collect();
        let mut tables: BTreeMap<&str, Vec<Option<i64>>> = BTreeMap::new();
        for (issue, tied) in self.ties.issues.iter().enumerate() {
            for row in self.ties.rows(tied) {
                let known = tables.entry(&row.table).or_insert_with(|| vec![None; self.candidates.len()]);
                known[issue] = known[issue].min(row.transaction).or(row.transaction);
            }
        }
        for (table, transactions) in tables.into_iter().filter(|(_, all)| all.iter().any(Option::is_some)) {
            all.push(self.matcher(&format!("transactions of {table}"), |issue, person| {
                let Some(own) = transactions[issue] else { return 0.0 };
                of_people[person].range(..own).next_back().map_or(f64::MIN, |other| -((own - other) as f64))
            }));
        }
    }
}

fn runs(row: &Row) -> impl Iterator<Item = [u8; SHARED]> {
    let values = row.cells.iter().map(|(_, cell)| cell.bytes());
    values.flat_map(|bytes| bytes.windows(SHARED).map(|run| run.try_into().unwrap()))
}
