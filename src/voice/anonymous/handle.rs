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
}
