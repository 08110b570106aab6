//! Guests: what they speak, how they sign, how they misspell.

use super::chance::Chance;
use super::names::{self, draw};
use super::phrases::Teller;
use super::places::guests_of;
use super::plain_letters;
use super::said::Sender;
use super::words::{TONGUES, Tongue};

/// The language a guest of a country's hotel writes in.
pub(super) fn tongue_in(country: &str, chance: &mut Chance) -> &'static Tongue {
    TONGUES[chance.weighted(&guests_of(country))]
}

/// A guest as they sign, or do not.
pub(super) fn sender(tongue: &'static Tongue, chance: &mut Chance) -> Sender {
    let people = match (tongue.tag, chance.below(10)) {
        ("en", 0) => "indian",
        ("en", 1) => "polish",
        ("en", 2) => "african",
        ("en", _) => "english",
        ("de", 0) => "turkish",
        ("de", 1) => "croatian",
        ("de", _) => "german",
        ("es", _) => "spanish",
        _ => "italian",
    };
    let (named, other) = (draw(names::people(people), chance), draw(names::people(people), chance));
    let email = chance.percent(24).then(|| {
        let ending = chance.pick(&["org", "net", "com"]);
        let number = chance.between(1, 99);
        format!("{}.{}{number}@example.{ending}", plain_letters(&named.given), plain_letters(&named.family))
    });
    let is_confirmed = email.is_some() && chance.percent(72);
    let name = (email.is_some() || chance.percent(66)).then(|| {
        let signature = chance.pick(tongue.signatures);
        let room = room(chance);
        let mut teller = Teller::new(chance, &[]);
        teller.with("given", named.given.as_str());
        teller.with("family", first_part(&named.family));
        teller.with("other", other.given);
        teller.with("room", room);
        teller.tell(&[signature])
    });
    Sender { name, email, is_confirmed }
}

/// A room number.
pub(super) fn room(chance: &mut Chance) -> String {
    format!("{}{:02}", chance.between(1, 5), chance.between(1, 32))
}

/// Abroad, people with two family names sign with the first.
fn first_part(family: &str) -> &str {
    family.split_once(' ').filter(|(first, _)| first.len() > 3).map_or(family, |(first, _)| first)
}

/// A name as somebody writes it who only heard it: one letter too few, too many, swapped or another.
pub(super) fn misspell(name: &str, chance: &mut Chance) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() < 3 {
        return format!("{name}{}", chance.pick(&["a", "e", "i"]));
    }
    let at = 1 + chance.index(letters.len() - 2);
    match chance.below(5) {
        0 => letters.insert(at, letters[at]),
        1 => {
            letters.remove(at);
        }
        2 if letters[at] != letters[at + 1] => letters.swap(at, at + 1),
        _ => letters[at] = sounds_like(letters[at]),
    }
    let misspelt: String = letters.into_iter().collect();
    if misspelt == name { format!("{name}h") } else { misspelt }
}

/// A letter that is heard for another.
fn sounds_like(letter: char) -> char {
    const PAIRS: [(char, char); 18] = [
        ('a', 'e'),
        ('e', 'a'),
        ('i', 'y'),
        ('y', 'i'),
        ('k', 'c'),
        ('c', 'k'),
        ('s', 'z'),
        ('z', 's'),
        ('o', 'u'),
        ('u', 'o'),
        ('d', 't'),
        ('t', 'd'),
        ('b', 'p'),
        ('p', 'b'),
        ('m', 'n'),
        ('n', 'm'),
        ('v', 'w'),
        ('w', 'v'),
    ];
    PAIRS.iter().find(|(heard, _)| *heard == letter).map_or('e', |(_, written)| *written)
}
