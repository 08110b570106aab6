//! The templates, read once at start: embedded in a release build, from disk in a debug build.
//!
//! `templates/praise/show.hbs` is "praise/show". The ending before `.hbs` says who escapes: `body.txt.hbs` goes to the
//! registry of plain texts and is "…/body" there, `body.html.hbs` and names without an ending go to the one for HTML.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use handlebars::template::{Parameter, TemplateElement};
use handlebars::{Handlebars, Template};
use rust_embed::RustEmbed;

use super::words::Files;
use super::{Lang, ViewsError, helpers};

// allow_missing: a checkout in which nobody has written a template yet still builds.
#[derive(RustEmbed)]
#[folder = "templates/"]
#[allow_missing = true]
struct EmbeddedTemplates;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct EmbeddedLocales;

/// Where a template's words end up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// In a page or the HTML part of a mail.
    Html,
    /// In a subject or the plain part of a mail.
    Plain,
}

/// A template before it is compiled.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) content: Cow<'static, str>,
}

/// The name and the kind of a template file; None for a file that is not one.
pub(super) fn name_and_kind(path: &str) -> Option<(&str, Kind)> {
    let name = path.strip_suffix(".hbs")?;
    if let Some(name) = name.strip_suffix(".txt") {
        return Some((name, Kind::Plain));
    }
    Some((name.strip_suffix(".html").unwrap_or(name), Kind::Html))
}

/// Every template of the house.
pub(super) fn sources() -> Result<Vec<Source>, ViewsError> {
    let mut sources = Vec::new();
    for path in EmbeddedTemplates::iter() {
        let Some((name, kind)) = name_and_kind(&path) else { continue };
        let content = text_of(&path, EmbeddedTemplates::get(&path))?;
        sources.push(Source { name: name.to_owned(), kind, content });
    }
    Ok(sources)
}

/// Every file of sentences, with its language.
pub(super) fn locales() -> Result<Files, ViewsError> {
    let mut locales = Vec::new();
    for path in EmbeddedLocales::iter().filter(|path| path.ends_with(".ftl")) {
        let Some(lang) = path.split('/').next().and_then(Lang::from_tag) else { continue };
        locales.push((lang, path.to_string(), text_of(&path, EmbeddedLocales::get(&path))?));
    }
    Ok(locales)
}

fn text_of(path: &str, file: Option<rust_embed::EmbeddedFile>) -> Result<Cow<'static, str>, ViewsError> {
    let unreadable = || ViewsError::Unreadable(path.to_owned());
    match file.ok_or_else(unreadable)?.data {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| unreadable()),
        Cow::Owned(bytes) => String::from_utf8(bytes).map(Cow::Owned).map_err(|_| unreadable()),
    }
}

/// Compiles the templates of one kind into a registry, and refuses what handlebars would only meet while rendering.
pub(super) fn register(registry: &mut Handlebars<'static>, sources: &[Source], kind: Kind) -> Result<(), ViewsError> {
    for source in sources.iter().filter(|source| source.kind == kind) {
        registry
            .register_template_string(&source.name, &source.content)
            .map_err(|error| ViewsError::Template(Box::new(error)))?;
    }
    check(registry.get_templates().iter())
}

/// Every helper is known. Every include names a template that exists, and none leads back to where it began: handlebars
/// would follow two templates that include each other until the stack is used up, which ends the whole process and cannot
/// be caught.
fn check<'t>(templates: impl Iterator<Item = (&'t String, &'t Template)>) -> Result<(), ViewsError> {
    let mut includes: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (name, template) in templates {
        let calls = Calls::of(template);
        if let Some(helper) = calls.helpers.into_iter().find(|helper| !helpers::is_known(helper)) {
            return Err(ViewsError::Helper(name.clone(), helper));
        }
        includes.insert(name, calls.includes);
    }
    for (name, included) in &includes {
        if let Some(lost) = included.iter().find(|included| !includes.contains_key(included.as_str())) {
            return Err(ViewsError::Include((*name).to_owned(), lost.clone()));
        }
    }
    // Take away what includes nothing that is left; what cannot be taken away stands in a circle or includes one.
    let mut left: BTreeSet<&str> = includes.keys().copied().collect();
    loop {
        let leads_on = |name: &str| {
            includes.get(name).is_some_and(|included| included.iter().any(|one| left.contains(one.as_str())))
        };
        let done: Vec<&str> = left.iter().copied().filter(|name| !leads_on(name)).collect();
        if done.is_empty() {
            break;
        }
        left.retain(|name| !done.contains(name));
    }
    if left.is_empty() { Ok(()) } else { Err(ViewsError::Circle(left.into_iter().map(str::to_owned).collect())) }
}

/// What a template calls.
#[derive(Default)]
pub(super) struct Calls {
    /// Other templates. One whose name is worked out while rendering, which no check could follow, is in here as a name
    /// that no template has; partials that the template brings itself are left out.
    pub(super) includes: BTreeSet<String>,
    /// Helpers that are given something.
    pub(super) helpers: BTreeSet<String>,
    inline: BTreeSet<String>,
}

impl Calls {
    /// Reads them out of a template.
    pub(super) fn of(template: &Template) -> Calls {
        let mut calls = Calls::default();
        calls.walk(template);
        let own = std::mem::take(&mut calls.inline);
        calls.includes.retain(|name| !own.contains(name));
        calls
    }

    fn walk(&mut self, template: &Template) {
        template.elements.iter().for_each(|element| self.element(element));
    }

    fn element(&mut self, element: &TemplateElement) {
        match element {
            TemplateElement::PartialExpression(include) | TemplateElement::PartialBlock(include) => {
                match include.name.as_name() {
                    Some("@partial-block") => {}
                    Some(name) => drop(self.includes.insert(name.to_owned())),
                    None => drop(self.includes.insert("(worked out)".to_owned())),
                }
                self.given(&include.params, &include.hash);
                include.template.iter().for_each(|inner| self.walk(inner));
            }
            TemplateElement::DecoratorExpression(inline) | TemplateElement::DecoratorBlock(inline) => {
                if let Some(Parameter::Literal(handlebars::JsonValue::String(name))) = inline.params.first() {
                    self.inline.insert(name.clone());
                }
                inline.template.iter().for_each(|inner| self.walk(inner));
            }
            TemplateElement::Expression(call)
            | TemplateElement::HtmlExpression(call)
            | TemplateElement::HelperBlock(call) => {
                let is_call = call.block || !call.params.is_empty() || !call.hash.is_empty();
                if let (true, Some(name)) = (is_call, call.name.as_name()) {
                    self.helpers.insert(name.to_owned());
                }
                self.given(&call.params, &call.hash);
                call.template.iter().chain(&call.inverse).for_each(|inner| self.walk(inner));
            }
            _ => {}
        }
    }

    fn given(&mut self, params: &[Parameter], hash: &HashMap<String, Parameter>) {
        for param in params.iter().chain(hash.values()) {
            if let Parameter::Subexpression(inner) = param {
                self.element(inner.as_element());
            }
        }
    }
}
