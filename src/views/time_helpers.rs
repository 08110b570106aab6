//! Helpers for days, moments and spans of time.

use fluent_bundle::{FluentArgs, FluentValue};
use handlebars::{Helper, JsonValue as Json, RenderError};
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

use super::figures::{Figures, Length};
use super::helpers::{Tools, escaped, failed, wanted_number, wanted_text};
use super::{Lang, ViewsError};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// `{{day d}}`, `{{day d length="medium"}}`: a [`crate::clock::Day`] in words.
pub(super) fn day(_: &Tools, lang: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    let written = wanted_text(helper, 0)?;
    let day: civil::Date = written.parse().map_err(|_| failed(ViewsError::Use("day", "was given no day")))?;
    Ok(Json::String(Figures::of(lang).map_err(failed)?.day(day, length(helper))))
}

/// `{{moment m zone}}`: a [`crate::clock::Moment`], day and time, as the clocks of an IANA zone show it.
pub(super) fn moment(_: &Tools, lang: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    moment_in_words(lang, helper).map(Json::String)
}

/// `{{time_tag m zone}}`: the same within `<time datetime="…">`, so that machines read it too.
pub(super) fn time_tag(tools: &Tools, lang: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    let words = moment_in_words(lang, helper)?;
    if tools.plain {
        return Ok(Json::String(words));
    }
    let machine = timestamp(helper)?;
    Ok(Json::String(format!("<time datetime=\"{machine}\">{}</time>", escaped(&words))))
}

/// `{{ago m}}`: how long ago a moment was, or how far ahead it lies, in words.
pub(super) fn ago(tools: &Tools, lang: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    ago_in_words(tools, lang, timestamp(helper)?).map(Json::String)
}

/// `{{ago_tag m zone}}`: the same within `<time>`, whose title shows the moment itself.
pub(super) fn ago_tag(tools: &Tools, lang: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    let machine = timestamp(helper)?;
    let words = ago_in_words(tools, lang, machine)?;
    if tools.plain {
        return Ok(Json::String(words));
    }
    let title = moment_in_words(lang, helper)?;
    Ok(Json::String(format!("<time datetime=\"{machine}\" title=\"{}\">{}</time>", escaped(&title), escaped(&words))))
}

/// `{{duration seconds}}`: a span in words, with a second unit where the first alone would be rough ("2 hours 5 minutes").
pub(super) fn duration(tools: &Tools, lang: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    const ROUGH: i64 = 10; // below so many of the larger unit, the smaller one matters
    let seconds = wanted_number(helper, 0)?.abs().min(1e15).round() as i64;
    let (large, count, small, rest) = match seconds {
        ..MINUTE => ("times-duration-seconds", seconds, "", 0),
        MINUTE..HOUR => ("times-duration-minutes", seconds / MINUTE, "", 0),
        HOUR..DAY => ("times-duration-hours", seconds / HOUR, "times-duration-minutes", seconds % HOUR / MINUTE),
        DAY.. => ("times-duration-days", seconds / DAY, "times-duration-hours", seconds % DAY / HOUR),
    };
    let large = counted(tools, lang, large, count)?;
    if rest == 0 || count >= ROUGH {
        return Ok(Json::String(large));
    }
    let small = counted(tools, lang, small, rest)?;
    let both: FluentArgs<'_> = [("large", large), ("small", small)].into_iter().collect();
    tools.say(lang, "times-duration-two", Some(&both)).map(Json::String)
}

fn ago_in_words(tools: &Tools, lang: Lang, moment: Timestamp) -> Result<String, RenderError> {
    let seconds = tools.clock.now().timestamp().duration_since(moment).as_secs();
    let past = seconds >= 0;
    let span = seconds.abs();
    let (unit, count) = match span {
        ..MINUTE => return tools.say(lang, "times-just-now", None),
        MINUTE..HOUR => (["times-ago-minutes", "times-in-minutes"], span / MINUTE),
        HOUR..DAY => (["times-ago-hours", "times-in-hours"], span / HOUR),
        _ if span < 14 * DAY => (["times-ago-days", "times-in-days"], span / DAY),
        _ if span < 60 * DAY => (["times-ago-weeks", "times-in-weeks"], span / (7 * DAY)),
        _ if span < 730 * DAY => (["times-ago-months", "times-in-months"], span * 12 / (365 * DAY)),
        _ => (["times-ago-years", "times-in-years"], span / (365 * DAY)),
    };
    let [ago, ahead] = unit;
    counted(tools, lang, if past { ago } else { ahead }, count)
}

fn counted(tools: &Tools, lang: Lang, key: &str, count: i64) -> Result<String, RenderError> {
    let mut args = FluentArgs::with_capacity(1);
    args.set("n", FluentValue::from(count));
    tools.say(lang, key, Some(&args))
}

fn timestamp(helper: &Helper<'_>) -> Result<Timestamp, RenderError> {
    wanted_text(helper, 0)?.parse().map_err(|_| failed(ViewsError::Use("a time helper", "was given no moment")))
}

fn moment_in_words(lang: Lang, helper: &Helper<'_>) -> Result<String, RenderError> {
    let moment = timestamp(helper)?;
    let name = wanted_text(helper, 1)?;
    let zone = TimeZone::get(name).unwrap_or_else(|_| {
        // Zones are checked when a site is saved; one that a later table no longer knows must not take the page down.
        tracing::warn!(zone = name, "unknown time zone, showing UTC");
        TimeZone::UTC
    });
    Ok(Figures::of(lang).map_err(failed)?.moment(moment, &zone, length(helper)))
}

fn length(helper: &Helper<'_>) -> Length {
    helper.hash_get("length").and_then(|name| name.value().as_str()).map(Length::from_name).unwrap_or_default()
}
