//! How long the person finder takes on one site of 10,000 people. Goal: a median below 10 ms for every kind of query.

use divan::Bencher;
use peopleworthy::ids::PersonId;
use peopleworthy::people::finder::{Candidate, Index};

const LIST: &str = include_str!("../tests/data/first_names.csv");
const PEOPLE: usize = 10_000;

const ROLES: [&str; 24] = [
    "Receptionist, Front office",
    "Night porter, Front office",
    "Concierge, Front office",
    "Duty manager, Front office",
    "Bellboy, Front office",
    "Room attendant, Housekeeping",
    "Housekeeping supervisor, Housekeeping",
    "Laundry attendant, Housekeeping",
    "Waiter, Restaurant",
    "Chef de rang, Restaurant",
    "Sommelier, Restaurant",
    "Barkeeper, Bar",
    "Sous chef, Kitchen",
    "Commis de cuisine, Kitchen",
    "Dishwasher, Kitchen",
    "Spa therapist, Spa",
    "Pool attendant, Spa",
    "Gardener, Grounds",
    "Engineer, Technical services",
    "Electrician, Technical services",
    "Nurse, Ward 3",
    "Physiotherapist, Rehabilitation",
    "Accountant, Finance",
    "Rezeptionsleiterin, Empfang",
];

fn main() {
    divan::main();
}

/// 10,000 people with first names of six scripts and some 5,000 family names.
fn site() -> Index {
    let rows = LIST.lines().filter(|line| !line.starts_with('#')).skip(1);
    let firsts: Vec<(&str, &str)> = rows
        .filter_map(|row| row.split_once(','))
        .map(|(name, rest)| (name, rest.rsplit(',').next().unwrap_or("")))
        .collect();
    let mut dice: u64 = 0x5EED_CAFE_F00D_0001;
    let mut below = |n: usize| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        (dice >> 11) as usize % n
    };
    let people = (0..PEOPLE).map(|_| {
        let (first, script) = firsts[below(firsts.len())];
        let mut root = firsts[below(firsts.len())];
        while root.1 != script {
            root = firsts[below(firsts.len())];
        }
        let endings: &[&str] = match script {
            "Latin" => &["son", "sen", "ez", "owicz", "oğlu", "mann", "berg", "ström", "elli", ""],
            "Cyrillic" => &["ов", "ев", "ин", "енко", "ский"],
            "Greek" => &["ίδης", "όπουλος", "άκης", "έας"],
            "Arabic" => &["", "ي", "اوي"],
            "Hebrew" => &["", "י", "זון"],
            _ => &["", "पुत्र", "राज"],
        };
        let family = format!("{}{}", root.0, endings[below(endings.len())]);
        Candidate {
            id: PersonId::random(),
            names: vec![first.to_owned(), family.clone(), format!("{first} {family}")],
            aliases: Vec::new(),
            role: ROLES[below(ROLES.len())].to_owned(),
        }
    });
    Index::build(people.collect::<Vec<_>>())
}

/// Typos, half typed, roles, full names, a nickname, another script, a sentence.
#[divan::bench(args = [
    "Edwrad",
    "Констнатин",
    "Σουλτνάα",
    "Edwrad Alexsno",
    "M",
    "Mar",
    "Конс",
    "receptionist",
    "the night porter",
    "recepcionist",
    "Константин Ольгов",
    "Bob",
    "Konstantin",
    "the friendly lady with the red hair at the front desk last night",
])]
fn find_among_10_000_people(bencher: Bencher, query: &str) {
    let index = site();
    bencher.bench_local(|| index.find(divan::black_box(query), 8));
}

#[divan::bench(sample_count = 10)]
fn build_the_index_of_10_000_people(bencher: Bencher) {
    bencher.bench_local(site);
}
