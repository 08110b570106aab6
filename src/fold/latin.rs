//! Names of other scripts in Latin letters, so that "Dmitri" finds Дмитрий and "Giorgos" finds Γιώργος.
//!
//! One plain spelling for each letter, close to what English speakers write. Passports, countries and families spell
//! in many ways; the finder evens that out, this table does not try to. Scripts that leave out vowels (Arabic, Hebrew)
//! and those whose reading depends on the word (Han) cannot be done letter by letter and are left out on purpose.

use super::fold;

/// The folded text in Latin letters, or None if nothing in it needed that or something in it cannot be transliterated.
///
/// Knows Cyrillic, Greek, Georgian, Armenian, Devanagari and kana.
pub fn latin(text: &str) -> Option<String> {
    let folded = fold(text);
    if folded.is_ascii() {
        return None;
    }
    let mut out = String::with_capacity(folded.len());
    let mut rest = folded.chars().peekable();
    let mut changed = false;
    while let Some(c) = rest.next() {
        if c.is_ascii() {
            out.push(c);
            continue;
        }
        changed = true;
        match c {
            '\u{3041}'..='\u{3096}' | '\u{3099}' | '\u{309A}' | 'ー' => kana(c, &mut out)?,
            '\u{900}'..='\u{97F}' => {
                out.push_str(devanagari(c)?);
                // A consonant carries an a unless a sign says otherwise; at the end of a word nobody speaks it.
                let carries_a = matches!(c, 'क'..='ह');
                let ended = rest
                    .peek()
                    .is_none_or(|next| matches!(next, '\u{93E}'..='\u{94D}') || !matches!(next, '\u{900}'..='\u{97F}'));
                if carries_a && !ended {
                    out.push('a');
                }
            }
            _ => {
                let pair = rest.peek().and_then(|next| greek_pair(c, *next));
                if pair.is_some() {
                    rest.next();
                }
                out.push_str(pair.or_else(|| cyrillic(c)).or_else(|| greek(c)).or_else(|| caucasian(c))?);
            }
        }
    }
    changed.then_some(out)
}

/// Cyrillic letters of Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian and Kazakh.
fn cyrillic(c: char) -> Option<&'static str> {
    Some(match c {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' => "g",
        'д' => "d",
        'е' | 'э' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' => "i",
        'й' | 'ы' => "y",
        'ї' => "yi",
        'є' => "ye",
        'ј' => "j",
        'к' | 'қ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' | 'ү' | 'ұ' => "u",
        'ф' => "f",
        'х' => "kh",
        'һ' => "h",
        'ц' => "ts",
        'ч' | 'ћ' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'ђ' | 'ѓ' => "dj",
        'љ' => "lj",
        'њ' => "nj",
        'ќ' => "kj",
        'џ' | 'ѕ' => "dz",
        _ => return None,
    })
}

/// Two Greek letters that are spoken as one sound.
fn greek_pair(first: char, second: char) -> Option<&'static str> {
    Some(match (first, second) {
        ('ο', 'υ') => "ou",
        ('α', 'υ') => "av",
        ('ε', 'υ') => "ev",
        ('μ', 'π') => "b",
        ('γ', 'γ') => "ng",
        _ => return None,
    })
}

fn greek(c: char) -> Option<&'static str> {
    Some(match c {
        'α' => "a",
        'β' => "v",
        'γ' => "g",
        'δ' => "d",
        'ε' => "e",
        'ζ' => "z",
        'η' | 'ι' => "i",
        'υ' => "y",
        'θ' => "th",
        'κ' => "k",
        'λ' => "l",
        'μ' => "m",
        'ν' => "n",
        'ξ' => "x",
        'ο' | 'ω' => "o",
        'π' => "p",
        'ρ' => "r",
        'σ' => "s",
        'τ' => "t",
        'φ' => "f",
        'χ' => "ch",
        'ψ' => "ps",
        _ => return None,
    })
}

/// Georgian and Armenian.
fn caucasian(c: char) -> Option<&'static str> {
    Some(match c {
        'ა' | 'ա' => "a",
        'ბ' | 'բ' => "b",
        'გ' | 'գ' => "g",
        'დ' | 'դ' => "d",
        'ე' | 'ե' | 'է' | 'ը' => "e",
        'ვ' | 'վ' | 'ւ' => "v",
        'ზ' | 'զ' => "z",
        'თ' | 'ტ' | 'թ' | 'տ' => "t",
        'ი' | 'ի' => "i",
        'კ' | 'ქ' | 'կ' | 'ք' => "k",
        'ლ' | 'լ' => "l",
        'მ' | 'մ' => "m",
        'ნ' | 'ն' => "n",
        'ო' | 'ո' | 'օ' => "o",
        'პ' | 'ფ' | 'պ' | 'փ' => "p",
        'ჟ' | 'ժ' => "zh",
        'რ' | 'ր' | 'ռ' => "r",
        'ს' | 'ս' => "s",
        'უ' => "u",
        'ღ' | 'ղ' => "gh",
        'ყ' => "q",
        'შ' | 'շ' => "sh",
        'ჩ' | 'ჭ' | 'չ' | 'ճ' => "ch",
        'ც' | 'წ' | 'ց' | 'ծ' => "ts",
        'ძ' | 'ձ' => "dz",
        'ხ' | 'խ' => "kh",
        'ჯ' | 'ջ' => "j",
        'ჰ' | 'հ' => "h",
        'յ' => "y",
        'ֆ' => "f",
        _ => return None,
    })
}

fn devanagari(c: char) -> Option<&'static str> {
    Some(match c {
        'अ' => "a",
        'आ' | '\u{93E}' => "a",
        'इ' | 'ई' | '\u{93F}' | '\u{940}' => "i",
        'उ' | 'ऊ' | '\u{941}' | '\u{942}' => "u",
        'ऋ' | '\u{943}' => "ri",
        'ए' | '\u{947}' | 'ऍ' | '\u{945}' => "e",
        'ऐ' | '\u{948}' => "ai",
        'ओ' | '\u{94B}' | 'ऑ' | '\u{949}' => "o",
        'औ' | '\u{94C}' => "au",
        '\u{902}' => "n",
        '\u{903}' => "h",
        '\u{94D}' => "",
        'क' => "k",
        'ख' => "kh",
        'ग' => "g",
        'घ' => "gh",
        'ङ' | 'ञ' | 'ण' | 'न' => "n",
        'च' => "ch",
        'छ' => "chh",
        'ज' => "j",
        'झ' => "jh",
        'ट' | 'त' => "t",
        'ठ' | 'थ' => "th",
        'ड' | 'द' => "d",
        'ढ' | 'ध' => "dh",
        'प' => "p",
        'फ' => "ph",
        'ब' => "b",
        'भ' => "bh",
        'म' => "m",
        'य' => "y",
        'र' => "r",
        'ल' | 'ळ' => "l",
        'व' => "v",
        'श' | 'ष' => "sh",
        'स' => "s",
        'ह' => "h",
        _ => return None,
    })
}

/// Writes one sign of hiragana after what is there: a voicing mark or a small vowel changes what came before it.
fn kana(c: char, out: &mut String) -> Option<()> {
    match c {
        '\u{3099}' | '\u{309A}' => voice(out, c == '\u{309A}'),
        'ゃ' | 'ゅ' | 'ょ' => {
            let after_single = !(out.ends_with("shi") || out.ends_with("chi") || out.ends_with("ji"));
            if out.ends_with('i') {
                out.pop();
            }
            if after_single {
                out.push('y');
            }
            out.push_str(match c {
                'ゃ' => "a",
                'ゅ' => "u",
                _ => "o",
            });
        }
        // Long vowels and doubled consonants are written by some and not by others; the finder takes doubles as one.
        'っ' | 'ー' => {}
        'う' if out.ends_with('o') || out.ends_with('u') => {}
        _ => out.push_str(hiragana(c)?),
    }
    Some(())
}

/// Turns the last syllable written into its voiced (が) or half voiced (ぱ) sister.
fn voice(out: &mut String, half: bool) {
    let sisters: &[(&str, &str)] = if half {
        &[("fu", "pu"), ("ha", "pa"), ("hi", "pi"), ("he", "pe"), ("ho", "po")]
    } else {
        &[
            ("shi", "ji"),
            ("chi", "ji"),
            ("tsu", "zu"),
            ("fu", "bu"),
            ("ka", "ga"),
            ("ki", "gi"),
            ("ku", "gu"),
            ("ke", "ge"),
            ("ko", "go"),
            ("sa", "za"),
            ("su", "zu"),
            ("se", "ze"),
            ("so", "zo"),
            ("ta", "da"),
            ("te", "de"),
            ("to", "do"),
            ("ha", "ba"),
            ("hi", "bi"),
            ("he", "be"),
            ("ho", "bo"),
            ("u", "vu"),
        ]
    };
    for (plain, voiced) in sisters {
        if out.ends_with(plain) {
            out.truncate(out.len() - plain.len());
            out.push_str(voiced);
            return;
        }
    }
}

fn hiragana(c: char) -> Option<&'static str> {
    Some(match c {
        'あ' | 'ぁ' => "a",
        'い' | 'ぃ' => "i",
        'う' | 'ぅ' => "u",
        'え' | 'ぇ' => "e",
        'お' | 'ぉ' | 'を' => "o",
        'か' => "ka",
        'き' => "ki",
        'く' => "ku",
        'け' => "ke",
        'こ' => "ko",
        'さ' => "sa",
        'し' => "shi",
        'す' => "su",
        'せ' => "se",
        'そ' => "so",
        'た' => "ta",
        'ち' => "chi",
        'つ' => "tsu",
        'て' => "te",
        'と' => "to",
        'な' => "na",
        'に' => "ni",
        'ぬ' => "nu",
        'ね' => "ne",
        'の' => "no",
        'は' => "ha",
        'ひ' => "hi",
        'ふ' => "fu",
        'へ' => "he",
        'ほ' => "ho",
        'ま' => "ma",
        'み' => "mi",
        'む' => "mu",
        'め' => "me",
        'も' => "mo",
        'や' => "ya",
        'ゆ' => "yu",
        'よ' => "yo",
        'ら' => "ra",
        'り' => "ri",
        'る' => "ru",
        'れ' => "re",
        'ろ' => "ro",
        'わ' => "wa",
        'ん' => "n",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::latin;

    #[test]
    fn names_of_other_scripts_are_written_in_latin_letters() {
        for (name, written) in [
            ("Дмитрий", "dmitriy"),
            ("Екатерина", "ekaterina"),
            ("Γιώργος", "giorgos"),
            ("Μπάμπης", "babis"),
            ("გიორგი", "giorgi"),
            ("Տիգրան", "tigran"),
            ("राहुल", "rahul"),
            ("सुनीता", "sunita"),
            ("プリヤ", "puriya"),
            ("じゅんこ", "junko"),
            ("しょうた", "shota"),
            ("ヒロシ", "hiroshi"),
            ("Anna Сергеева", "anna sergeeva"),
        ] {
            assert_eq!(latin(name).as_deref(), Some(written), "{name}");
        }
    }

    #[test]
    fn what_is_latin_or_cannot_be_read_letter_by_letter_is_left_alone() {
        for text in ["", "Maria", "Müller", "محمد", "דוד", "李明", "김민준", "🙂"] {
            assert_eq!(latin(text), None, "{text}");
        }
    }
}
