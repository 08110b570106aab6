//! AN19: the word is said where it is true, and nowhere else.

use std::path::Path;

#[test]
fn an19_the_word_stands_in_the_sentences_of_the_zone_and_in_no_others() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let (mut said, mut wrong) = (0, Vec::new());
    for language in std::fs::read_dir(locales).unwrap() {
        for file in std::fs::read_dir(language.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let is_zone = path.file_name().unwrap() == "anonymous.ftl";
            for line in std::fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
                // What is said stands behind the key or the case, or in a line of its own.
                let words = line.split_once('=').or_else(|| line.split_once(']')).map_or(line, |(_, words)| words);
                let words = words.to_lowercase();
                if words.contains("anonym") {
                    said += 1;
                    if !is_zone {
                        wrong.push(format!("{}: {line}", path.display()));
                    }
                }
            }
        }
    }
    assert!(said >= 2, "the zone itself says what it is");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
