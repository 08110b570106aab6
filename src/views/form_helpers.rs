//! Helpers for forms and choices.
//!
//! A form is `{values: {field: text or list of texts}, problems: [{field, sentence}]}`. A field that was never filled is
//! empty, not an error: a fresh form carries no values at all.

use handlebars::{Helper, JsonValue as Json, RenderError};

use super::Lang;
use super::helpers::{Tools, holds, wanted, wanted_text};

/// `(value form "field")`: what was typed, or empty text.
pub(super) fn value(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    Ok(match typed(helper)? {
        None | Some(Json::Null) => Json::String(String::new()),
        Some(value) => value.clone(),
    })
}

/// `(problem form "field")`: the sentence that says what is wrong with a field, or null.
pub(super) fn problem(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    Ok(problem_of(helper)?.and_then(|problem| problem.get("sentence")).cloned().unwrap_or(Json::Null))
}

/// `(has_problem form "field")`: whether something is wrong with a field.
pub(super) fn has_problem(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    Ok(Json::Bool(problem_of(helper)?.is_some()))
}

/// `(chosen form "field" "option")`: whether an option is the one that was chosen, or one of those that were.
pub(super) fn chosen(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    let option = wanted(helper, 2)?;
    Ok(Json::Bool(match typed(helper)? {
        Some(Json::Array(several)) => several.iter().any(|one| same(one, option)),
        Some(one) => same(one, option),
        None => false,
    }))
}

/// `(eq a b)`: whether two values are the same; the number 3 and the text "3" are, as a form knows only text.
pub(super) fn eq(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    Ok(Json::Bool(same(wanted(helper, 0)?, wanted(helper, 1)?)))
}

/// `(and a b …)`: whether all hold. What is missing does not hold, so that `(and me me.can.inbox)` suits a guest.
pub(super) fn and(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    Ok(Json::Bool(helper.params().iter().all(|param| holds(param.value()))))
}

/// `(or a b …)`: whether one holds.
pub(super) fn or(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    Ok(Json::Bool(helper.params().iter().any(|param| holds(param.value()))))
}

/// `(not a)`: whether it does not hold.
pub(super) fn not(_: &Tools, _: Lang, helper: &Helper<'_>) -> Result<Json, RenderError> {
    Ok(Json::Bool(!helper.params().iter().any(|param| holds(param.value()))))
}

fn typed<'h>(helper: &'h Helper<'_>) -> Result<Option<&'h Json>, RenderError> {
    let (form, field) = (wanted(helper, 0)?, wanted_text(helper, 1)?);
    Ok(form.get("values").and_then(|values| values.get(field)))
}

fn problem_of<'h>(helper: &'h Helper<'_>) -> Result<Option<&'h Json>, RenderError> {
    let (form, field) = (wanted(helper, 0)?, wanted_text(helper, 1)?);
    let problems = form.get("problems").and_then(Json::as_array);
    Ok(problems.and_then(|all| all.iter().find(|one| one.get("field").and_then(Json::as_str) == Some(field))))
}

fn same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::String(text), Json::Number(number)) | (Json::Number(number), Json::String(text)) => {
            *text == number.to_string()
        }
        _ => one == other,
    }
}
