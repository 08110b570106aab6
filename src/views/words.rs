//! The sentences of every language: Fluent messages out of `locales/<lang>/*.ftl`.
//!
//! A key or a variable that is not there is an error in a debug build, so that a test meets it before a reader does. In
//! a release build the English sentence stands in, then the key itself, and a log line says so.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberStyle};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned, civil};
use unic_langid::LanguageIdentifier;

use super::figures::{Digits, Figures, Length};
use super::{Lang, ViewsError};

/// A value that a sentence names: text or a number, made by `.into()`.
pub type Value<'a> = FluentValue<'a>;

/// First strong isolate: what follows is laid out on its own, whatever its script.
const ISOLATE: char = '\u{2068}';
/// Pop directional isolate: the end of it.
const END_OF_ISOLATE: char = '\u{2069}';

/// Files of sentences: language, name, content.
pub(super) type Files = Vec<(Lang, String, Cow<'static, str>)>;

type Bundle = FluentBundle<FluentResource>;

/// The sentences of every language.
pub(super) struct Words {
    files: Files,
    /// In the order of [`Lang::ALL`]. A language is read when somebody first asks for it, as each takes 1.5 MB.
    bundles: Vec<OnceLock<Option<Bundle>>>,
}

impl Words {
    /// Reads English, which stands in for every other language; a debug build reads all, so that a test meets what is
    /// wrong with any of them.
    pub(super) fn load(files: Files) -> Result<Words, ViewsError> {
        let is_read_at_once = |lang| lang == Lang::En || cfg!(debug_assertions);
        let bundles = Lang::ALL.iter().map(|lang| match *lang {
            lang if is_read_at_once(lang) => Ok(OnceLock::from(Some(read(&files, lang)?))),
            _ => Ok(OnceLock::new()),
        });
        let bundles = bundles.collect::<Result<_, ViewsError>>()?;
        Ok(Words { files, bundles })
    }

    fn bundle(&self, lang: Lang) -> Option<&Bundle> {
        let read_now = || {
            let all = read(&self.files, lang);
            all.inspect_err(|error| tracing::error!(%error, lang = lang.tag(), "a language cannot be read")).ok()
        };
        self.bundles.get(lang as usize)?.get_or_init(read_now).as_ref()
    }

    /// The sentence of a key. In a debug build Err says what is missing; a release build always finds something to say.
    pub(super) fn say(&self, lang: Lang, key: &str, args: Option<&FluentArgs<'_>>) -> Result<String, ViewsError> {
        for candidate in [lang, Lang::En] {
            let Some(bundle) = self.bundle(candidate) else { continue };
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
                complain(ViewsError::NoSentence { key: key.to_owned(), lang: candidate })?;
                continue;
            };
            let mut errors = Vec::new();
            let sentence = bundle.format_pattern(pattern, args, &mut errors);
            if !errors.is_empty() {
                complain(ViewsError::Sentence(key.to_owned(), format!("{errors:?}")))?;
            }
            return Ok(keep_needed_isolates(sentence, lang));
        }
        Ok(key.to_owned())
    }

    /// The sentence of a key that somebody else chose, and that may be none; every language has every sentence.
    pub(super) fn find(&self, lang: Lang, key: &str) -> Option<String> {
        let bundle = self.bundle(lang)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let sentence = bundle.format_pattern(pattern, None, &mut errors);
        errors.is_empty().then(|| keep_needed_isolates(sentence, lang))
    }

    /// Like [`Words::say`], for names and values in a slice.
    pub(super) fn say_with(&self, lang: Lang, key: &str, args: &[(&str, Value<'_>)]) -> Result<String, ViewsError> {
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.say(lang, key, Some(&args))
    }
}

/// All sentences of a language.
fn read(files: &Files, lang: Lang) -> Result<Bundle, ViewsError> {
    let mut bundle = empty_bundle(lang)?;
    for (_, file, content) in files.iter().filter(|(of, _, _)| *of == lang) {
        let resource = FluentResource::try_new(content.to_string()).map_err(|(_, errors)| {
            let lines = errors.iter().map(|error| line_of(content, error.pos.start));
            ViewsError::Sentence(file.clone(), format!("does not parse at lines {:?}", lines.collect::<Vec<_>>()))
        })?;
        bundle.add_resource(resource).map_err(|errors| ViewsError::Sentence(file.clone(), format!("{errors:?}")))?;
    }
    Ok(bundle)
}

/// The line, counted from 1, of a place in a file.
fn line_of(content: &str, place: usize) -> usize {
    content.bytes().take(place).filter(|sign| *sign == b'\n').count() + 1
}

/// An error where somebody is testing, a log line where somebody is reading.
fn complain(error: ViewsError) -> Result<(), ViewsError> {
    if cfg!(debug_assertions) {
        return Err(error);
    }
    tracing::warn!(%error, "a sentence is not as it should be");
    Ok(())
}

fn empty_bundle(lang: Lang) -> Result<Bundle, ViewsError> {
    let language: LanguageIdentifier = lang.tag().parse().map_err(|_| ViewsError::NoCustoms(lang.tag()))?;
    let figures = Figures::of(lang)?;
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Names come in every script: without isolates a Hebrew name would drag the words around it to its other side.
    bundle.set_use_isolating(true);
    // Fluent itself writes 12345 in every language; this reaches every number, within NUMBER() or not.
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| written_number(Lang::En, value),
        Lang::De => |value, _| written_number(Lang::De, value),
    }));
    let twice = |_| ViewsError::NoCustoms(lang.tag());
    bundle.add_builtins().map_err(twice)?;
    bundle.add_function("DATETIME", move |values, named| written_moment(figures, values, named)).map_err(twice)?;
    Ok(bundle)
}

/// A number as the language writes it; None for any other value, which Fluent then writes itself.
fn written_number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, options }) = value else { return None };
    let numbers = &Figures::of(lang).ok()?.numbers;
    let percent = options.style == FluentNumberStyle::Percent;
    let least = options.minimum_fraction_digits.unwrap_or(0);
    let usual = if percent { 0 } else { Digits::default().most };
    let digits = Digits { least, most: options.maximum_fraction_digits.unwrap_or(usual).max(least) };
    Some(if percent { numbers.percent(*value, digits) } else { numbers.number(*value, digits, options.use_grouping) })
}

/// `DATETIME($when)`, `DATETIME($when, length: "medium")`: a day `2026-11-21`, a moment `2026-11-21T20:15:00Z` (shown in
/// UTC) or a moment with its zone `2026-11-21T20:15:00Z[Europe/Vienna]`.
fn written_moment<'a>(figures: &Figures, values: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let Some(FluentValue::String(when)) = values.first() else { return FluentValue::Error };
    let length = match named.get("length") {
        Some(FluentValue::String(name)) => Length::from_name(name),
        _ => Length::default(),
    };
    let when: &str = when;
    let written = if let Ok(zoned) = when.parse::<Zoned>() {
        figures.moment(zoned.timestamp(), zoned.time_zone(), length)
    } else if let Ok(moment) = when.parse::<Timestamp>() {
        figures.moment(moment, &TimeZone::UTC, length)
    } else if let Ok(day) = when.parse::<civil::Date>() {
        figures.day(day, length)
    } else {
        return FluentValue::Error;
    };
    FluentValue::String(Cow::Owned(written))
}

/// Keeps the isolates around names and numbers only where they change anything: where the sentence or a name in it runs
/// from right to left. Elsewhere they would be signs nobody sees, that a search or a copied sentence stumbles over.
fn keep_needed_isolates(sentence: Cow<'_, str>, lang: Lang) -> String {
    if lang.dir() == "rtl" || sentence.chars().any(turns_direction) {
        return sentence.into_owned();
    }
    without_isolates(sentence.into_owned())
}

/// Takes the isolates out, for places that show them as boxes: subjects and bodies of plain mails.
pub(super) fn without_isolates(mut text: String) -> String {
    if text.contains(ISOLATE) {
        text.retain(|sign| sign != ISOLATE && sign != END_OF_ISOLATE);
    }
    text
}

/// Signs of scripts that run from right to left, and the signs that force a direction.
fn turns_direction(sign: char) -> bool {
    matches!(sign,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let en = "hello = Hello { $name }!\nnotes = { $n ->\n    [one] One note\n   *[other] { $n } notes\n }\n\
                  share = { NUMBER($x, style: \"percent\") }\nyear = { NUMBER($y, useGrouping: \"false\") }\n\
                  on = On { DATETIME($when) }\nonly-english = Here\n";
        let de = "hello = Guten Tag { $name }!\nnotes = { $n ->\n    [one] Ein Lob\n   *[other] { $n } Mal Lob\n }\n\
                  share = { NUMBER($x, style: \"percent\") }\nyear = { NUMBER($y, useGrouping: \"false\") }\n\
                  on = Am { DATETIME($when) }\n";
        Words::load(vec![(Lang::En, "en".into(), en.into()), (Lang::De, "de".into(), de.into())]).unwrap()
    }

    #[test]
    fn sentences_count_and_write_numbers_as_their_language_does() {
        let words = words();
        let say = |lang, key: &str, name: &str, value: Value<'_>| words.say_with(lang, key, &[(name, value)]).unwrap();
        assert_eq!(say(Lang::En, "notes", "n", 1.into()), "One note");
        assert_eq!(say(Lang::En, "notes", "n", 12345.into()), "12,345 notes");
        assert_eq!(say(Lang::De, "notes", "n", 12345.into()), "12.345 Mal Lob");
        assert_eq!(say(Lang::De, "share", "x", 0.25.into()), "25\u{a0}%");
        assert_eq!(say(Lang::De, "year", "y", 2026.into()), "2026");
        assert_eq!(say(Lang::En, "on", "when", "2026-11-21".into()), "On 21 November 2026");
        assert_eq!(
            say(Lang::De, "on", "when", "2026-11-21T23:30:00Z[Europe/Vienna]".into()),
            "Am 22. November 2026 um 00:30"
        );
    }

    #[test]
    fn a_name_from_right_to_left_stays_within_its_place_and_others_carry_no_hidden_signs() {
        let words = words();
        let hello = |name: &str| words.say_with(Lang::En, "hello", &[("name", name.into())]).unwrap();
        assert_eq!(hello("Zoë"), "Hello Zoë!");
        assert_eq!(hello("שרה"), "Hello \u{2068}שרה\u{2069}!");
        assert_eq!(without_isolates(hello("שרה")), "Hello שרה!");
        assert_eq!(hello("\u{202e}evil"), "Hello \u{2068}\u{202e}evil\u{2069}!");
    }

    #[test]
    fn a_language_is_read_when_it_is_asked_for_and_english_stands_in_for_one_that_cannot_be() {
        let unread = |de: &'static str| Words {
            files: vec![(Lang::En, "en".into(), "hello = Hello\n".into()), (Lang::De, "de".into(), de.into())],
            bundles: vec![OnceLock::new(), OnceLock::new()],
        };
        let (german, broken) = (unread("hello = Guten Tag\n"), unread("hello = { \n"));
        assert_eq!(german.say(Lang::De, "hello", None).unwrap(), "Guten Tag");
        assert!(german.bundles[Lang::En as usize].get().is_none(), "English was not asked for");
        assert_eq!(broken.say(Lang::De, "hello", None).unwrap(), "Hello");
    }

    #[test]
    fn what_is_missing_is_an_error_while_somebody_is_testing() {
        let words = words();
        assert!(words.say(Lang::En, "nowhere", None).is_err());
        assert!(words.say(Lang::De, "only-english", None).is_err());
        assert!(words.say(Lang::En, "hello", None).is_err());
    }
}
