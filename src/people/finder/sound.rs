//! A rough spelling by ear for names in Latin letters: Sofia and Sophia, Dmitri and Dmitriy, Tatjana and Tatyana.
//!
//! Not phonetics of any one language, only the places where families, passports and transliterations of the same name
//! part ways. Capitals stand for one sound written with several letters.

/// The name by ear. Takes folded Latin text; what is not a letter from a to z stays.
pub(super) fn by_ear(word: &str) -> String {
    const TOGETHER: [(&str, &str); 14] = [
        ("shch", "S"),
        ("tsch", "X"),
        ("sch", "S"),
        ("sh", "S"),
        ("zh", "Z"),
        ("kh", "X"),
        ("ch", "X"),
        ("ck", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("gh", "g"),
        ("tz", "z"),
        ("ts", "z"),
        ("ou", "u"),
    ];
    let mut heard = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        if let Some((several, sound)) = TOGETHER.iter().find(|(several, _)| rest.starts_with(several)) {
            add(&mut heard, sound);
            rest = rest.get(several.len()..).unwrap_or("");
            continue;
        }
        match first {
            // Silent inside a word, or close to it: Sara and Sarah, Johann and Joan.
            'h' if !heard.is_empty() => {}
            'c' | 'q' => add(&mut heard, "k"),
            'w' => add(&mut heard, "v"),
            'x' => add(&mut heard, "ks"),
            'y' | 'j' => add(&mut heard, "i"),
            _ => add(&mut heard, first.encode_utf8(&mut [0; 4])),
        }
        rest = rest.get(first.len_utf8()..).unwrap_or("");
    }
    heard
}

/// Adds a sound; one that is doubled is heard once.
fn add(heard: &mut String, sound: &str) {
    if !heard.ends_with(sound) {
        heard.push_str(sound);
    }
}

#[cfg(test)]
mod tests {
    use super::by_ear;

    #[test]
    fn spellings_of_one_name_sound_alike() {
        for group in [
            &["dmitri", "dmitriy", "dmitry", "dmitrij"][..],
            &["sofia", "sophia", "sofiya", "sofija"],
            &["tatiana", "tatyana", "tatjana"],
            &["yulia", "julia", "yuliya", "julija"],
            &["mikhail", "michail"],
            &["sara", "sarah"],
            &["katharina", "catarina", "katarina"],
            &["wiktor", "viktor", "victor"],
        ] {
            for name in group {
                assert_eq!(by_ear(name), by_ear(group[0]), "{name}");
            }
        }
        assert_ne!(by_ear("maria"), by_ear("mario"));
    }
}
