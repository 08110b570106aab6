//! Helpers for sentences, numbers, names and addresses.

use fluent_bundle::{FluentArgs, FluentValue};
use handlebars::{Helper, JsonValue as Json, RenderError};
use unicode_segmentation::UnicodeSegmentation;

use super::Lang;
use super::figures::{Digits, Figures};
use super::helpers::{Tools, escaped, failed, wanted, wanted_number, wanted_text};
use super::lang::direction_of;

/// `{{t "praise-sent" name=person.name n=3}}`: a sentence with its values.
pub(super) fn t(tools: &Tools, lang: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    let key = wanted_text(helper, 0)?;
    if helper.hash().is_empty() {
        return tools.say(lang, key, None).map(Json::String);
    }
    let mut args = FluentArgs::with_capacity(helper.hash().len());
    for (name, value) in helper.hash() {
        if value.is_value_missing() {
            return Err(RenderError::strict_error(value.relative_path()));
        }
        args.set(*name, sentence_value(value.value()));
    }
    tools.say(lang, key, Some(&args)).map(Json::String)
}

fn sentence_value(value: &Json) -> FluentValue<'_> {
    match value {
        Json::String(text) => FluentValue::from(text.as_str()),
        Json::Number(number) => FluentValue::from(number.as_f64().unwrap_or_default()),
        Json::Null => FluentValue::from(""),
        other => FluentValue::from(other.to_string()),
    }
}

/// `{{asset "css/app.css"}}`: the address of a static file.
pub(super) fn asset(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    wanted_text(helper, 0).map(|path| Json::String(crate::assets::url(path)))
}

/// `{{href url}}`: an address that is not known until now, if it may stand in a link or a form: a page of ours, http,
/// https or a mail address. Anything else, such as `javascript:` or `//elsewhere`, becomes `#`.
pub(super) fn href(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    let address = wanted_text(helper, 0)?;
    let scheme =
        address.split(['/', '\\', '?', '#']).next().and_then(|start| start.rsplit_once(':')).map(|(scheme, _)| scheme);
    let known =
        scheme.is_none_or(|scheme| ["https", "http", "mailto"].iter().any(|one| scheme.eq_ignore_ascii_case(one)));
    let elsewhere = address.bytes().take(2).filter(|sign| [b'/', b'\\'].contains(sign)).count() == 2;
    // Browsers drop tabs and line ends, and would then see another scheme than we did.
    let tricky = address.chars().any(char::is_control);
    Ok(Json::String(if known && !elsewhere && !tricky { address.to_owned() } else { "#".to_owned() }))
}

/// `{{picture url}}`: a picture made while rendering, `data:image/…`, or a file of ours; anything else is left empty.
pub(super) fn picture(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    let address = wanted_text(helper, 0)?;
    let ours = address.starts_with('/') && !address.starts_with("//") && !address.starts_with("/\\");
    let fine = ours || address.starts_with("data:image/");
    Ok(Json::String(if fine { address.to_owned() } else { String::new() }))
}

/// `{{number n}}`, `{{number x digits=1}}`: a number as the language writes it.
pub(super) fn number(_: &Tools, lang: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    let number = wanted_number(helper, 0)?;
    let digits = digits(helper).unwrap_or_default();
    Ok(Json::String(Figures::of(lang).map_err(failed)?.numbers.number(number, digits, true)))
}

/// `{{percent x}}`, `{{percent x digits=1}}`: a share from 0 to 1 in percent, without digits behind the sign unless asked.
pub(super) fn percent(_: &Tools, lang: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    let share = wanted_number(helper, 0)?;
    let digits = digits(helper).unwrap_or(Digits { least: 0, most: 0 });
    Ok(Json::String(Figures::of(lang).map_err(failed)?.numbers.percent(share, digits)))
}

/// As many digits as `digits=` says, no fewer: figures below each other then line up.
fn digits(helper: &Helper<'_>) -> Option<Digits> {
    let wanted = usize::try_from(helper.hash_get("digits")?.value().as_u64()?).ok()?.min(12);
    Some(Digits { least: wanted, most: wanted })
}

/// `{{initials name}}`: the first signs of the first and the last word of a name.
pub(super) fn initials(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    let mut words = wanted_text(helper, 0)?.split_whitespace();
    let first = words.next().and_then(|word| word.graphemes(true).next()).unwrap_or_default();
    let last = words.next_back().and_then(|word| word.graphemes(true).next()).unwrap_or_default();
    Ok(Json::String(format!("{first}{last}").to_uppercase()))
}

/// `<p{{lang_attr text_lang}}>`: ` lang="ar" dir="rtl"` for text that somebody wrote in another language than the
/// page's, nothing for the page's own language or an unknown one.
pub(super) fn lang_attr(tools: &Tools, lang: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    let tag = wanted(helper, 0)?.as_str().unwrap_or_default();
    Ok(match direction_of(tag) {
        Some((tag, dir)) if !tools.plain && tag != lang.tag() => {
            Json::String(format!(" lang=\"{}\" dir=\"{dir}\"", escaped(&tag)))
        }
        _ => Json::Null,
    })
}
