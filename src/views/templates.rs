//! The templates, read once at start: embedded in a release build, from disk in a debug build.
//!
//! `templates/praise/show.hbs` is "praise/show". The ending before `.hbs` says who escapes: `body.txt.hbs` goes to the
//! registry of plain texts and is "…/body" there, `body.html.hbs` and names without an ending go to the one for HTML.

use std::collections::{BTreeMap, BTreeSet};

use handlebars::template::{Parameter, TemplateElement};
use handlebars::{Handlebars, Template};
use rust_embed::RustEmbed;

use super::{Lang, ViewsError};

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
    pub(super) content: String,
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
pub(super) fn locales() -> Result<Vec<(Lang, String, String)>, ViewsError> {
    let mut locales = Vec::new();
    for path in EmbeddedLocales::iter().filter(|path| path.ends_with(".ftl")) {
        let Some(lang) = path.split('/').next().and_then(Lang::from_tag) else { continue };
        locales.push((lang, path.to_string(), text_of(&path, EmbeddedLocales::get(&path))?));
    }
    Ok(locales)
}

fn text_of(path: &str, file: Option<rust_embed::EmbeddedFile>) -> Result<String, ViewsError> {
    let file = file.ok_or_else(|| ViewsError::Unreadable(path.to_owned()))?;
    String::from_utf8(file.data.into_owned()).map_err(|_| ViewsError::Unreadable(path.to_owned()))
}

/// Compiles the templates of one kind into a registry, and refuses what handlebars would only meet while rendering.
pub(super) fn register(registry: &mut Handlebars<'static>, sources: &[Source], kind: Kind) -> Result<(), ViewsError> {
    for source in sources.iter().filter(|source| source.kind == kind) {
        registry
            .register_template_string(&source.name, &source.content)
            .map_err(|error| ViewsError::Template(Box::new(error)))?;
    }
    check_includes(registry.get_templates().iter())
}

/// Every include names a template that exists, and none leads back to where it began: handlebars would follow two
/// templates that include each other until the stack is used up, which ends the whole process and cannot be caught.
fn check_includes<'t>(templates: impl Iterator<Item = (&'t String, &'t Template)>) -> Result<(), ViewsError> {
    let mut includes: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (name, template) in templates {
        let mut found = Includes::default();
        found.walk(template).map_err(|()| ViewsError::Include(name.clone(), "(worked out)".to_owned()))?;
        let own = found.inline;
        includes.insert(name, found.named.into_iter().filter(|named| !own.contains(named)).collect());
    }
    for (name, named) in &includes {
        if let Some(lost) = named.iter().find(|named| !includes.contains_key(named.as_str())) {
            return Err(ViewsError::Include((*name).to_owned(), lost.clone()));
        }
    }
    // Take away what includes nothing that is left; what cannot be taken away stands in a circle or includes one.
    let mut left: BTreeSet<&str> = includes.keys().copied().collect();
    loop {
        let done: Vec<&str> = left
            .iter()
            .copied()
            .filter(|name| {
                includes.get(name).is_none_or(|named| named.iter().all(|named| !left.contains(named.as_str())))
            })
            .collect();
        if done.is_empty() {
            break;
        }
        left.retain(|name| !done.contains(name));
    }
    match left.is_empty() {
        true => Ok(()),
        false => Err(ViewsError::Circle(left.into_iter().map(str::to_owned).collect())),
    }
}

/// The partials that a template includes.
#[derive(Default)]
pub(super) struct Includes {
    pub(super) named: BTreeSet<String>,
    inline: BTreeSet<String>,
}

impl Includes {
    /// Collects the includes; Err for one whose name is worked out while rendering, which no check could follow.
    pub(super) fn walk(&mut self, template: &Template) -> Result<(), ()> {
        for element in &template.elements {
            match element {
                TemplateElement::PartialExpression(include) | TemplateElement::PartialBlock(include) => {
                    let name = include.name.as_name().ok_or(())?;
                    if name != "@partial-block" {
                        self.named.insert(name.to_owned());
                    }
                    include.template.iter().try_for_each(|inner| self.walk(inner))?;
                }
                TemplateElement::DecoratorExpression(inline) | TemplateElement::DecoratorBlock(inline) => {
                    if let Some(Parameter::Literal(handlebars::JsonValue::String(name))) = inline.params.first() {
                        self.inline.insert(name.clone());
                    }
                    inline.template.iter().try_for_each(|inner| self.walk(inner))?;
                }
                TemplateElement::HelperBlock(block) => {
                    block.template.iter().chain(&block.inverse).try_for_each(|inner| self.walk(inner))?;
                }
                _ => {}
            }
        }
        Ok(())
    }
}
