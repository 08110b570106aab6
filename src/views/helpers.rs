//! What templates can call. Each helper is a function from its parameters to one value; handlebars escapes that value as
//! the registry says. The few that make markup themselves are marked so and escape what they put in.

use std::sync::Arc;

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, JsonTruthy, JsonValue as Json, Output, RenderContext,
    RenderError, RenderErrorReason, ScopedJson, html_escape,
};

use super::words::{Words, without_isolates};
use super::{Lang, ViewsError, ViewsError as Error, form_helpers, text_helpers, time_helpers};
use crate::clock::Clock;

/// What a helper may ask.
pub(super) struct Tools {
    pub(super) words: Arc<Words>,
    pub(super) clock: Clock,
    /// For plain texts: no markup, no isolates.
    pub(super) plain: bool,
}

impl Tools {
    /// A sentence, fit for where it will stand.
    pub(super) fn say(
        &self,
        lang: Lang,
        key: &str,
        args: Option<&fluent_bundle::FluentArgs<'_>>,
    ) -> Result<String, RenderError> {
        let sentence = self.words.say(lang, key, args).map_err(failed)?;
        Ok(if self.plain { without_isolates(sentence) } else { sentence })
    }
}

/// What a helper does: parameters in, one value out.
pub(super) type Answer = fn(&Tools, Lang, &Helper<'_>) -> Result<Json, RenderError>;

/// Every helper with its name.
const HELPERS: &[(&str, Answer)] = &[
    ("t", text_helpers::t),
    ("asset", text_helpers::asset),
    ("href", text_helpers::href),
    ("picture", text_helpers::picture),
    ("number", text_helpers::number),
    ("percent", text_helpers::percent),
    ("initials", text_helpers::initials),
    ("day", time_helpers::day),
    ("moment", time_helpers::moment),
    ("ago", time_helpers::ago),
    ("duration", time_helpers::duration),
    ("value", form_helpers::value),
    ("problem", form_helpers::problem),
    ("has_problem", form_helpers::has_problem),
    ("chosen", form_helpers::chosen),
    ("eq", form_helpers::eq),
    ("and", form_helpers::and),
    ("or", form_helpers::or),
    ("not", form_helpers::not),
];

/// The helpers that make markup and escape for themselves.
const MARKUP_HELPERS: &[(&str, Answer)] =
    &[("lang_attr", text_helpers::lang_attr), ("time_tag", time_helpers::time_tag), ("ago_tag", time_helpers::ago_tag)];

/// The helpers that handlebars brings and templates may use. Its `log` is not among them.
const BUILT_IN: &[&str] = &["if", "unless", "each", "with", "lookup", "ne", "gt", "gte", "lt", "lte", "len"];

/// Whether a template may call this.
pub(super) fn is_known(name: &str) -> bool {
    HELPERS.iter().chain(MARKUP_HELPERS).any(|(known, _)| *known == name) || BUILT_IN.contains(&name)
}

/// Makes every helper known to a registry.
pub(super) fn register(registry: &mut Handlebars<'static>, tools: Tools) {
    let tools = Arc::new(tools);
    for (markup, helpers) in [(false, HELPERS), (true, MARKUP_HELPERS)] {
        for (name, answer) in helpers.iter().copied() {
            registry.register_helper(name, Box::new(Word { name, answer, markup, tools: Arc::clone(&tools) }));
        }
    }
}

/// A helper as handlebars wants it.
struct Word {
    name: &'static str,
    answer: Answer,
    markup: bool,
    tools: Arc<Tools>,
}

impl Word {
    fn answered<'rc>(
        &self,
        helper: &Helper<'rc>,
        context: &'rc Context,
        rc: &RenderContext<'_, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        if helper.params().is_empty() && helper.hash().is_empty() {
            // `{{initials}}` within a person is the person's field, not a call that lacks its name.
            return rc.evaluate(context, self.name);
        }
        if helper.is_block() {
            return Err(failed(Error::Use(self.name, "is no block: write {{#if (…)}}")));
        }
        (self.answer)(&self.tools, lang_of(context, rc), helper).map(ScopedJson::Derived)
    }
}

impl HelperDef for Word {
    fn call_inner<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        context: &'rc Context,
        rc: &mut RenderContext<'reg, 'rc>,
    ) -> Result<ScopedJson<'rc>, RenderError> {
        self.answered(helper, context, rc)
    }

    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        context: &'rc Context,
        rc: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let answer = self.answered(helper, context, rc)?;
        if answer.is_missing() {
            return Err(failed(Error::Use(self.name, "lacks its parameters")));
        }
        match answer.as_json() {
            Json::String(text) if self.markup || rc.is_disable_escape() => out.write(text)?,
            Json::String(text) => out.write(&registry.get_escape_fn()(text))?,
            Json::Null => {}
            other => out.write(&other.to_string())?,
        }
        Ok(())
    }
}

/// The language of the render; [`super::Views`] puts it at the root of the data. A partial that is given `in_lang` speaks
/// that one: what others will read is shown in their language within a page in the reader's.
fn lang_of(context: &Context, rc: &RenderContext<'_, '_>) -> Lang {
    let within = rc.evaluate(context, "in_lang").ok();
    let within = within.as_ref().and_then(|tag| tag.as_json().as_str()).and_then(Lang::from_tag);
    let of_all = || context.data().get("lang").and_then(Json::as_str).and_then(Lang::from_tag);
    within.or_else(of_all).unwrap_or_default()
}

/// An error of ours as handlebars carries it.
pub(super) fn failed(error: ViewsError) -> RenderError {
    RenderErrorReason::NestedError(Box::new(error)).into()
}

/// A parameter that must be there.
pub(super) fn wanted<'h>(helper: &'h Helper<'_>, place: usize) -> Result<&'h Json, RenderError> {
    match helper.param(place) {
        Some(param) if !param.is_value_missing() => Ok(param.value()),
        Some(param) => Err(RenderError::strict_error(param.relative_path())),
        None => Err(RenderErrorReason::ParamNotFoundForName("helper", format!("{}[{place}]", helper.name())).into()),
    }
}

/// A parameter that must be there and be text.
pub(super) fn wanted_text<'h>(helper: &'h Helper<'_>, place: usize) -> Result<&'h str, RenderError> {
    wanted(helper, place)?.as_str().ok_or_else(|| {
        RenderErrorReason::ParamTypeMismatchForName("helper", format!("{}[{place}]", helper.name()), "text".to_owned())
            .into()
    })
}

/// A parameter that must be there and be a number.
pub(super) fn wanted_number(helper: &Helper<'_>, place: usize) -> Result<f64, RenderError> {
    wanted(helper, place)?.as_f64().ok_or_else(|| {
        let what = format!("{}[{place}]", helper.name());
        RenderErrorReason::ParamTypeMismatchForName("helper", what, "number".to_owned()).into()
    })
}

/// Whether any or all parameters hold; one that is missing does not, as with `{{#if}}`.
pub(super) fn holds(value: &Json) -> bool {
    value.is_truthy(false)
}

/// Text that may stand within markup or a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    html_escape(text)
}
