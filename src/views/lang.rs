//! The languages the house speaks.
//!
//! A new language is one variant, one line in the table and one folder in `locales/`; the tests of this module and the
//! house rules then say which sentences it still lacks.

use std::borrow::Cow;
use std::fmt;

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unic_langid::{CharacterDirection, LanguageIdentifier};

/// A language that every page and every mail exists in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English; the language a sentence falls back to.
    #[default]
    En,
    /// German.
    De,
}

/// What the house must know about a language apart from its sentences.
struct Facts {
    tag: &'static str,
    own_name: &'static str,
    dir: &'static str,
    /// Which customs numbers and dates follow: the tag alone would give English the American month-first order.
    icu: &'static str,
    /// What stands behind the figure of a percentage, with the space the language wants.
    percent: &'static str,
}

const ENGLISH: Facts = Facts { tag: "en", own_name: "English", dir: "ltr", icu: "en-GB", percent: "%" };
const GERMAN: Facts = Facts { tag: "de", own_name: "Deutsch", dir: "ltr", icu: "de-DE", percent: "\u{a0}%" };

impl Lang {
    /// Every language, in the order a switch lists them.
    pub const ALL: &[Lang] = &[Lang::En, Lang::De];

    fn facts(self) -> &'static Facts {
        match self {
            Lang::En => &ENGLISH,
            Lang::De => &GERMAN,
        }
    }

    /// The BCP 47 tag, as it stands in `<html lang>` and in the database.
    pub fn tag(self) -> &'static str {
        self.facts().tag
    }

    /// The name its speakers give it: what a switch shows, because a reader looks for their own word.
    pub fn own_name(self) -> &'static str {
        self.facts().own_name
    }

    /// The direction of its script, `ltr` or `rtl`.
    pub fn dir(self) -> &'static str {
        self.facts().dir
    }

    /// The tag of the customs that numbers and dates follow.
    pub(super) fn icu_tag(self) -> &'static str {
        self.facts().icu
    }

    /// What stands behind the figure of a percentage.
    pub(super) fn percent_sign(self) -> &'static str {
        self.facts().percent
    }

    /// The language of a tag such as `de`, `de-AT` or `DE_ch`; None for one the house does not speak.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let wanted: LanguageIdentifier = tag.trim().parse().ok()?;
        Lang::ALL.iter().copied().find(|lang| lang.tag() == wanted.language.as_str())
    }

    /// The best language for an `Accept-Language` header, `default` if none of its languages is spoken here.
    ///
    /// Weights count (`en;q=0.3, de` wants German) and a weight of nought means "not this one".
    pub fn negotiate(accept_language: &str, default: Lang) -> Lang {
        let wanted = by_weight(accept_language);
        if wanted.is_empty() {
            return default;
        }
        let spoken: Vec<LanguageIdentifier> = Lang::ALL.iter().filter_map(|lang| lang.tag().parse().ok()).collect();
        negotiate_languages(&wanted, &spoken, None, NegotiationStrategy::Lookup)
            .first()
            .and_then(|found| Lang::from_tag(found.language.as_str()))
            .unwrap_or(default)
    }
}

/// The languages of a header, dearest first. A header is the visitor's to write, so only its first 32 parts are read.
fn by_weight(header: &str) -> Vec<LanguageIdentifier> {
    let mut wanted: Vec<(u32, LanguageIdentifier)> = Vec::new();
    for part in header.split(',').take(32) {
        let mut pieces = part.split(';').map(str::trim);
        let Some(Ok(language)) = pieces.next().map(str::parse::<LanguageIdentifier>) else { continue };
        let weight = pieces
            .filter_map(|piece| piece.strip_prefix("q="))
            .next()
            .map_or(1.0, |weight| weight.trim().parse::<f32>().unwrap_or(0.0));
        let thousandths = (weight.clamp(0.0, 1.0) * 1000.0).round() as u32;
        if thousandths > 0 && !language.language.is_empty() {
            wanted.push((thousandths, language));
        }
    }
    wanted.sort_by_key(|(thousandths, _)| std::cmp::Reverse(*thousandths));
    wanted.into_iter().map(|(_, language)| language).collect()
}

/// The direction of any language's script, for text that somebody wrote in a language the house need not speak.
/// None if the tag is not one.
pub(super) fn direction_of(tag: &str) -> Option<(String, &'static str)> {
    let language: LanguageIdentifier = tag.trim().parse().ok()?;
    if language.language.is_empty() {
        return None;
    }
    let direction = match language.character_direction() {
        CharacterDirection::RTL => "rtl",
        _ => "ltr",
    };
    Some((language.to_string(), direction))
}

impl fmt::Display for Lang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.tag())
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
        let tag = Cow::<'de, str>::deserialize(deserializer)?;
        Lang::from_tag(&tag).ok_or_else(|| serde::de::Error::custom("a language that is not spoken here"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_found_by_its_own_tag_and_by_a_region_of_it() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_tag(lang.tag()), Some(*lang));
            assert_eq!(Lang::from_tag(lang.icu_tag()), Some(*lang));
            assert_eq!(serde_json::to_string(lang).unwrap(), format!("\"{}\"", lang.tag()));
            assert_eq!(serde_json::from_str::<Lang>(&format!("\"{}\"", lang.tag())).unwrap(), *lang);
            assert_eq!(direction_of(lang.tag()), Some((lang.tag().to_owned(), lang.dir())));
        }
        assert_eq!(Lang::from_tag("de-AT"), Some(Lang::De));
        assert_eq!(Lang::from_tag("DE_ch"), Some(Lang::De));
        assert_eq!(Lang::from_tag("den"), None);
        assert_eq!(Lang::from_tag(""), None);
    }

    #[test]
    fn the_dearest_spoken_language_wins_and_the_default_when_none_is_spoken() {
        let ask = |header| Lang::negotiate(header, Lang::En);
        assert_eq!(ask("de-AT,de;q=0.9,en;q=0.8"), Lang::De);
        assert_eq!(ask("fr, de;q=0.5"), Lang::De);
        assert_eq!(ask("en;q=0.3, de"), Lang::De);
        assert_eq!(ask("de;q=0, en;q=0.1"), Lang::En);
        assert_eq!(Lang::negotiate("en-US", Lang::De), Lang::En);
        assert_eq!(Lang::negotiate("fr, *;q=0.1", Lang::De), Lang::De);
        for nonsense in ["", ",,,;;q=", "*", "\u{0}", "de;q=abc", "-"] {
            assert_eq!(Lang::negotiate(nonsense, Lang::De), Lang::De, "{nonsense:?}");
        }
        assert_eq!(Lang::negotiate(&"x,".repeat(100_000), Lang::De), Lang::De);
    }

    #[test]
    fn text_in_other_languages_knows_its_direction() {
        assert_eq!(direction_of("ar"), Some(("ar".to_owned(), "rtl")));
        assert_eq!(direction_of("pl"), Some(("pl".to_owned(), "ltr")));
        assert_eq!(direction_of("\"><script>"), None);
    }
}
