//! Cutting a text into what it is compared by: stems, and the families of words that mean much the same.

use rust_stemmers::{Algorithm, Stemmer};

use super::families;
use crate::fold::fold;
use crate::views::Lang;

/// The longest word that is compared, in letters; what is longer is cut.
const LONGEST: usize = 40;
/// The shortest beginning or end of a compound that is taken for a word of its own, in letters.
pub(super) const SHORTEST_PART: usize = 4;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Without its ending.
    pub stem: String,
    /// The names of the families it belongs to, itself or by a part.
    pub families: Vec<&'static str>,
}

/// The words of a text that say what it is about, in their order. `lang` is only asked when the text itself does not
/// tell by its small words which language it is in: many write in their own language on a page in another.
pub(super) fn words(text: &str, lang: Lang) -> Vec<Word> {
    let folded = fold(text);
    let raw: Vec<String> = folded.split(is_between).map(plain).filter(|word| !word.is_empty()).collect();
    let lang = language(&raw, lang);
    let stemmer = stemmer(lang);
    let mut words: Vec<Word> = Vec::with_capacity(raw.len());
    for (at, word) in raw.iter().enumerate() {
        // "break room" and "breakroom" are one thing; so are "day off" and "dayoff", whose parts alone say nothing.
        let pair = raw.get(at + 1).map(|next| stem(&stemmer, lang, &format!("{word}{next}")));
        let of_pair = pair.map(|pair| families::of(lang, &pair)).unwrap_or_default();
        if is_small(lang, word) {
            if !of_pair.is_empty() {
                words.push(Word { stem: String::new(), families: of_pair.to_vec() });
            }
            continue;
        }
        let stem = stem(&stemmer, lang, word);
        let mut families = families::of(lang, &stem).to_vec();
        if families.is_empty() {
            families = families::of_parts(lang, &stem);
        }
        families.extend(of_pair);
        words.push(Word { stem, families });
    }
    words
}

fn is_between(sign: char) -> bool {
    !(sign.is_alphanumeric() || sign == '\'' || unicode_normalization::char::is_combining_mark(sign))
}

/// Without apostrophes, and cut; nothing when it is a single letter.
fn plain(word: &str) -> String {
    let word: String = word.trim_end_matches("'s").chars().filter(|sign| *sign != '\'').take(LONGEST).collect();
    if word.chars().nth(1).is_some() { word } else { String::new() }
}

pub(super) fn stemmer(lang: Lang) -> Stemmer {
    Stemmer::create(match lang {
        Lang::En => Algorithm::English,
        Lang::De => Algorithm::German,
    })
}

pub(super) fn stem(stemmer: &Stemmer, lang: Lang, folded: &str) -> String {
    match lang {
        Lang::En => stemmer.stem(folded).into_owned(),
        Lang::De => stemmer.stem(&without_spelt_umlauts(folded)).into_owned(),
    }
}

/// "kuehl" as "kuhl", which is what folding leaves of "kühl". Not after a vowel or q: "neue", "quer".
fn without_spelt_umlauts(folded: &str) -> String {
    let mut plain = String::with_capacity(folded.len());
    let (mut before, mut last) = (' ', ' ');
    for letter in folded.chars() {
        let is_spelt =
            letter == 'e' && matches!(last, 'a' | 'o' | 'u') && !matches!(before, 'a' | 'e' | 'i' | 'o' | 'u' | 'q');
        if !is_spelt {
            plain.push(letter);
        }
        (before, last) = (last, letter);
    }
    plain
}

/// The language whose small words are more in it.
fn language(raw: &[String], otherwise: Lang) -> Lang {
    let count = |lang| raw.iter().filter(|word| is_small(lang, word)).count();
    let (english, german) = (count(Lang::En), count(Lang::De));
    match english.cmp(&german) {
        std::cmp::Ordering::Greater => Lang::En,
        std::cmp::Ordering::Less => Lang::De,
        std::cmp::Ordering::Equal => otherwise,
    }
}

/// Whether it is one of the words that hold sentences together and say nothing of what they are about.
pub(super) fn is_small(lang: Lang, word: &str) -> bool {
    match lang {
        Lang::En => ENGLISH.contains(&word),
        Lang::De => GERMAN.contains(&word),
    }
}

// In alphabetical order, folded.
#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "about", "actually", "after", "again", "all", "almost", "already", "also", "although", "always", "am", "an", "and", "another", "any", "anybody", "anymore", "anyone", "anything", "are", "arent", "around", "as", "at", "be", "became", "because", "become", "been", "before", "being", "between", "both", "but", "by", "came", "can", "cannot", "cant", "come", "comes", "coming", "could", "couldnt", "day", "days", "did", "didnt", "do", "does", "doesnt", "doing", "done", "dont", "down", "during", "each", "either", "else", "even", "ever", "every", "everybody", "everyone", "everything", "everywhere", "few", "for", "from", "get", "gets", "getting", "give", "given", "go", "goes", "going", "got", "had", "hardly", "has", "hasnt", "have", "havent", "having", "he", "her", "here", "hers", "him", "his", "how", "id", "if", "ill", "im", "in", "instead", "into", "is", "isnt", "it", "its", "ive", "just", "keep", "keeps", "kind", "last", "least", "less", "let", "like", "long", "lot", "lots", "made", "make", "makes", "many", "may", "maybe", "me", "means", "might", "mine", "more", "most", "much", "must", "my", "myself", "near", "need", "needs", "never", "next", "no", "nobody", "nor", "not", "nothing", "now", "of", "off", "often", "on", "once", "one", "ones", "only", "onto", "or", "other", "others", "our", "ours", "out", "over", "own", "people", "per", "please", "properly", "put", "quite", "rather", "really", "right", "said", "same", "say", "says", "see", "seen", "she", "should", "shouldnt", "since", "so", "some", "somebody", "someone", "something", "sometimes", "somewhere", "soon", "still", "such", "take", "takes", "than", "that", "thats", "the", "their", "them", "then", "there", "theres", "these", "they", "theyre", "thing", "things", "this", "those", "though", "three", "through", "time", "times", "to", "today", "together", "too", "totally", "two", "under", "until", "up", "us", "use", "used", "using", "usually", "very", "want", "was", "wasnt", "way", "we", "week", "weeks", "well", "went", "were", "werent", "weve", "what", "when", "where", "whether", "which", "while", "who", "whole", "whose", "why", "will", "with", "without", "wont", "would", "year", "years", "yet", "you", "your",
];
#[rustfmt::skip]
const GERMAN: &[&str] = &[
    "ab", "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "andere", "anderen", "anderer", "anderes", "auch", "auf", "aus", "bald", "bei", "beim", "bevor", "bin", "bis", "bitte", "bleibt", "bloss", "brauche", "brauchen", "da", "dabei", "dafur", "dagegen", "damit", "danach", "dann", "daran", "darauf", "darf", "darfen", "darum", "das", "dass", "davon", "dazu", "dein", "dem", "den", "denen", "denn", "der", "deren", "des", "deshalb", "dessen", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "doch", "dort", "drei", "drin", "durch", "durfen", "eben", "eher", "eigentlich", "ein", "eine", "einem", "einen", "einer", "eines", "einfach", "einmal", "er", "erst", "es", "etwa", "etwas", "euch", "fast", "fur", "gab", "ganz", "ganze", "ganzen", "gar", "geben", "gegen", "gehen", "geht", "gemacht", "genau", "gerade", "gern", "gerne", "gibt", "gleichzeitig", "habe", "haben", "hab", "hat", "hatte", "hatten", "her", "heute", "hier", "hin", "hinter", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "im", "immer", "in", "ins", "irgendwann", "irgendwie", "irgendwo", "ist", "ja", "jahr", "jahre", "jahren", "je", "jede", "jedem", "jeden", "jeder", "jedes", "jemand", "jemanden", "jetzt", "kam", "kann", "kaum", "kein", "keine", "keinem", "keinen", "keiner", "keines", "komme", "kommen", "kommt", "konnen", "konnte", "konnten", "lange", "lasst", "letzte", "letzten", "letzter", "letztes", "los", "mach", "mache", "machen", "macht", "mal", "man", "manche", "manchmal", "mehr", "mein", "meine", "meinem", "meinen", "meiner", "meist", "meistens", "mich", "mir", "mit", "mochte", "muss", "musse", "mussen", "musste", "nach", "nachdem", "nachste", "nachsten", "nein", "nicht", "nichts", "nie", "niemand", "nirgends", "nirgendwo", "noch", "nun", "nur", "ob", "obwohl", "oder", "oft", "ohne", "paar", "per", "pro", "raus", "rein", "richtig", "schon", "sehr", "sein", "seine", "seit", "selber", "selbst", "sich", "sie", "sieht", "sind", "so", "sobald", "sogar", "soll", "sollen", "sollte", "sollten", "sondern", "sonst", "sowieso", "standig", "statt", "steht", "tag", "tage", "tagen", "trotz", "trotzdem", "tun", "tut", "uber", "uberhaupt", "um", "und", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "unter", "viel", "viele", "vielen", "vielleicht", "vom", "von", "vor", "wahrend", "wann", "war", "ware", "waren", "warum", "was", "wegen", "weil", "weiter", "welche", "wenn", "wer", "werde", "werden", "wie", "wieder", "will", "wir", "wird", "wo", "woche", "wochen", "wohl", "wollen", "worden", "wurde", "wurden", "ziemlich", "zu", "zum", "zur", "zwar", "zwei", "zwischen",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str, lang: Lang) -> Vec<String> {
        words(text, lang).into_iter().map(|word| word.stem).filter(|stem| !stem.is_empty()).collect()
    }

    #[test]
    fn umlauts_are_found_however_they_are_typed() {
        for typed in ["Kühlschränke", "Kuehlschraenke", "kuhlschranke", "KÜHLSCHRÄNKE"] {
            assert_eq!(stems(typed, Lang::De), stems("Kühlschrank", Lang::De), "{typed}");
        }
        assert_eq!(stems("neue Quellen", Lang::De), ["neu", "quell"]);
    }

    #[test]
    fn a_text_is_taken_for_the_language_it_is_in() {
        assert_eq!(stems("Die Türen schließen nicht", Lang::En), stems("Die Türen schließen nicht", Lang::De));
        assert_eq!(stems("the doors are not closing", Lang::De), stems("the doors are not closing", Lang::En));
    }

    #[test]
    fn words_of_a_family_meet_by_its_name_across_spellings_parts_and_languages() {
        let names = |text, lang| words(text, lang).into_iter().flat_map(|word| word.families).collect::<Vec<_>>();
        for (text, lang) in [
            ("staffroom", Lang::En),
            ("staff room", Lang::En),
            ("staff-room", Lang::En),
            ("Pausenraum", Lang::De),
            ("Pausenräume", Lang::De),
            ("Hauptpausenraum", Lang::De),
        ] {
            assert!(names(text, lang).contains(&"breakroom"), "{text}: {:?}", names(text, lang));
        }
        assert!(!names("Zimmer", Lang::De).contains(&"breakroom"));
    }

    #[test]
    fn small_words_are_sorted_and_folded() {
        for list in [ENGLISH, GERMAN] {
            for word in list {
                assert_eq!(*word, fold(word));
            }
        }
    }
}
