//! Code-words: a friendly name for a thread, to be read off a screen in the staff room. Picked at random; it says nothing.
//!
//! Words that are spelt alike in our languages: a name is one name for everybody.

use crate::secrets::fill_random;

const FIRST: [&str; 32] = [
    "Amber", "Indigo", "Jade", "Opal", "Gold", "Orange", "Lotus", "Iris", "Mango", "Papaya", "Banjo", "Piano", "Tango",
    "Samba", "Polka", "Bolero", "Echo", "Solo", "Tempo", "Alaska", "Panama", "Sahara", "Nevada", "Orion", "Sirius",
    "Vega", "Saturn", "Jupiter", "Luna", "Delta", "Omega", "Winter",
];
const SECOND: [&str; 32] = [
    "Panda",
    "Koala",
    "Puma",
    "Zebra",
    "Okapi",
    "Tiger",
    "Jaguar",
    "Flamingo",
    "Kiwi",
    "Emu",
    "Leopard",
    "Gecko",
    "Wombat",
    "Dingo",
    "Gorilla",
    "Alligator",
    "Lemming",
    "Hamster",
    "Yak",
    "Gnu",
    "Bison",
    "Impala",
    "Serval",
    "Tapir",
    "Axolotl",
    "Pony",
    "Grizzly",
    "Collie",
    "Husky",
    "Wolf",
    "Ibis",
    "Pegasus",
];

/// A new code-word: "Amber Panda 41".
pub fn random() -> String {
    let mut bytes = [0; 4];
    fill_random(&mut bytes);
    let [first, second, high, low] = bytes;
    let number = 10 + (u16::from_le_bytes([high, low]) % 90);
    format!("{} {} {number}", FIRST[usize::from(first % 32)], SECOND[usize::from(second % 32)])
}

/// A new number between nothing and `below`, each as likely as the other to within 2⁻³².
pub fn random_below(below: usize) -> usize {
    let mut bytes = [0; 8];
    fill_random(&mut bytes);
    usize::try_from(u64::from_le_bytes(bytes) % (below.max(1) as u64)).unwrap_or(0)
}

/// Puts things into an order that nobody can know beforehand (Fisher and Yates, with the system's own random numbers).
pub fn shuffle<T>(things: &mut [T]) {
    for last in (1..things.len()).rev() {
        things.swap(last, random_below(last + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn code_words_are_many_and_no_word_stands_twice() {
        assert_eq!(FIRST.iter().chain(&SECOND).collect::<BTreeSet<_>>().len(), 64);
        let some: BTreeSet<String> = (0..200).map(|_| random()).collect();
        assert!(some.len() > 190, "{some:?}");
        assert!(some.iter().all(|handle| handle.split(' ').count() == 3));
    }

    #[test]
    fn every_order_comes_about_as_often_as_every_other() {
        let mut counts = std::collections::BTreeMap::new();
        for _ in 0..6000 {
            let mut things = [0, 1, 2];
            shuffle(&mut things);
            *counts.entry(things).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|count| (850..1150).contains(count)), "{counts:?}");
    }
}
