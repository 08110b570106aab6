//! Pages, mails and sentences: templates in two registries (one escapes for HTML, one writes plain text) and the
//! sentences of every language.
//!
//! Templates are read once at start, a language when it is first asked for. The language of a render is an argument; helpers find it at the root of the data.

mod figures;
mod form_helpers;
mod helpers;
mod lang;
mod templates;
mod text_helpers;
mod time_helpers;
mod words;

#[cfg(test)]
mod house_rules;
#[cfg(test)]
mod markup;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use handlebars::{Context, Handlebars, JsonValue as Json, RenderError, TemplateError};
use serde::Serialize;

pub use lang::Lang;
pub use words::Value;

use crate::clock::Clock;
use templates::{Kind, Source};
use words::Words;

/// What can go wrong with a view: before the first request all but the last three.
#[derive(Debug, thiserror::Error)]
pub enum ViewsError {
    /// A file of templates or sentences cannot be read as text.
    #[error("{0} cannot be read")]
    Unreadable(String),
    /// A template does not parse.
    #[error(transparent)]
    Template(Box<TemplateError>),
    /// A template includes one that is not there, or one whose name is only known while rendering.
    #[error("{0} includes {1}, which is not there")]
    Include(String, String),
    /// A template calls a helper that nobody made.
    #[error("{0} calls {1}, which is no helper")]
    Helper(String, String),
    /// Templates that include each other: rendering them would end the process.
    #[error("these templates include each other or one of them: {0:?}")]
    Circle(Vec<String>),
    /// The tables of numbers and dates lack a language.
    #[error("no customs for {0}")]
    NoCustoms(&'static str),
    /// A key that has no sentence.
    #[error("no sentence {key:?} in {lang}")]
    NoSentence {
        /// The key.
        key: String,
        /// The language that lacks it.
        lang: Lang,
    },
    /// A sentence that does not parse, or lacks a value that it names.
    #[error("sentence {0}: {1}")]
    Sentence(String, String),
    /// A helper was called in a way it does not know.
    #[error("{0} {1}")]
    Use(&'static str, &'static str),
    /// A template was rendered with data it does not fit.
    #[error(transparent)]
    Render(Box<RenderError>),
    /// The data of a render are not a struct or a map.
    #[error("the data of {0} are no object")]
    NotAnObject(String),
}

/// The templates and sentences of the house. Made once, shared by all.
#[derive(Clone)]
pub struct Views {
    html: Handlebars<'static>,
    plain: Handlebars<'static>,
    words: Arc<Words>,
}

impl Views {
    /// Reads all templates and the sentences of English, with the machine's clock for "3 hours ago".
    pub fn load() -> Result<Views, ViewsError> {
        Views::of(&templates::sources()?, Words::load(templates::locales()?)?)
    }

    fn of(sources: &[Source], words: Words) -> Result<Views, ViewsError> {
        let mut html = registry();
        let mut plain = registry();
        plain.register_escape_fn(handlebars::no_escape);
        templates::register(&mut html, sources, Kind::Html)?;
        templates::register(&mut plain, sources, Kind::Plain)?;
        Ok(Views { html, plain, words: Arc::new(words) }.with_clock(Clock::System))
    }

    /// The same views by another clock. For tests, which have a clock and a house each: nothing is read anew.
    #[must_use]
    pub fn with_clock(mut self, clock: Clock) -> Views {
        let tools = |plain| helpers::Tools { words: Arc::clone(&self.words), clock: clock.clone(), plain };
        helpers::register(&mut self.html, tools(false));
        helpers::register(&mut self.plain, tools(true));
        self
    }

    /// A page, or the HTML part of a mail: `html("praise/show", …)` renders `templates/praise/show.hbs`.
    pub fn html(&self, name: &str, lang: Lang, data: &impl Serialize) -> Result<String, ViewsError> {
        render(&self.html, name, lang, data)
    }

    /// A subject or the plain part of a mail: `plain("mails/welcome/subject", …)` renders the `.txt.hbs` file. Nothing is
    /// escaped, so what comes out is never HTML.
    pub fn plain(&self, name: &str, lang: Lang, data: &impl Serialize) -> Result<String, ViewsError> {
        render(&self.plain, name, lang, data)
    }

    /// The sentence of a key that came from outside; none if there is no such sentence, or it needs values.
    pub fn find_text(&self, lang: Lang, key: &str) -> Option<String> {
        self.words.find(lang, key)
    }

    /// A sentence. A key that is missing stops a debug build; a release build says the English sentence, or the key.
    pub fn text(&self, lang: Lang, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.words.say_with(lang, key, args).unwrap_or_else(|error| {
            debug_assert!(false, "{error}");
            key.to_owned()
        })
    }
}

fn registry() -> Handlebars<'static> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    // An indented include would otherwise indent every line of it, also what somebody typed into a text area.
    registry.set_prevent_indent(true);
    registry
}

fn render(registry: &Handlebars<'_>, name: &str, lang: Lang, data: &impl Serialize) -> Result<String, ViewsError> {
    let refused = |error| ViewsError::Render(Box::new(error));
    let mut context = Context::wraps(data).map_err(refused)?;
    let Json::Object(fields) = context.data_mut() else { return Err(ViewsError::NotAnObject(name.to_owned())) };
    fields.insert("lang".to_owned(), Json::String(lang.tag().to_owned()));
    fields.insert("dir".to_owned(), Json::String(lang.dir().to_owned()));
    registry.render_with_context(name, &context).map_err(refused)
}
