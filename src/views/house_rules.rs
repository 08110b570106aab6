//! Rules of the house for templates and sentences, kept by tests that read the files themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::markup::{self, Tag};
use super::templates::{Kind, Source, sources};
use super::{Lang, Views};

/// Where templates are named by a name that is put together: `format!("errors/{status}")`.
const WORKED_OUT_TEMPLATES: &[&str] = &["errors/"];

/// Words in templates that are the same in every language.
const SAME_EVERYWHERE: &[&str] = &["Peopleworthy"];

fn all_files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let content = std::fs::read_to_string(&path).unwrap();
                found.push((path, content));
            }
        }
    }
    found.sort();
    found
}

/// The string literals of the product's code: tests and comments left out.
fn literals_of_src() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, content) in all_files("src", ".rs") {
        if path.ends_with("views/tests.rs") || path.ends_with("views/house_rules.rs") {
            continue;
        }
        let product = content.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        found.extend(literals(product));
    }
    found
}

/// The string literals of some Rust code.
fn literals(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let tail = &rest[at..];
        if tail.starts_with("//") {
            rest = tail.split_once('\n').map_or("", |(_, next)| next);
        } else if tail.starts_with("'\"'") || tail.starts_with("'\\\"'") {
            rest = &tail[3..];
        } else if let Some(inner) = tail.strip_prefix('"') {
            let raw = rest[..at].ends_with("r#");
            let mut end = 0;
            let mut signs = inner.char_indices();
            while let Some((place, sign)) = signs.next() {
                end = place;
                match sign {
                    '\\' if !raw => drop(signs.next()),
                    '"' if !raw || inner[place..].starts_with("\"#") => break,
                    _ => {}
                }
            }
            found.push(inner[..end].to_owned());
            rest = &inner[(end + 1).min(inner.len())..];
        } else {
            rest = &tail[1..];
        }
    }
    found
}

/// Key to variables, for one language, with the file of each key.
fn sentences(lang: Lang) -> BTreeMap<String, (String, BTreeSet<String>)> {
    let mut found: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
    for (path, content) in all_files(&format!("locales/{}", lang.tag()), ".ftl") {
        let room = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut key = None;
        for line in content.lines() {
            if line.starts_with(|sign: char| sign.is_ascii_lowercase()) {
                let name = line.split(['=', ' ']).next().unwrap().to_owned();
                let twice = found.insert(name.clone(), (room.clone(), BTreeSet::new()));
                assert!(twice.is_none(), "{} says {name} twice", path.display());
                key = Some(name);
            }
            if line.starts_with('#') {
                continue;
            }
            for variable in line.split('$').skip(1) {
                let end = variable.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-' && sign != '_');
                let name = &variable[..end.unwrap_or(variable.len())];
                if let Some((_, variables)) = key.as_ref().and_then(|key| found.get_mut(key)) {
                    variables.insert(name.to_owned());
                }
            }
        }
    }
    found
}

/// `{{t "key"`, `(t "key"`: the keys that a template names.
fn keys_of(template: &str) -> Vec<String> {
    let calls = ["{{t \"", "{{~t \"", "(t \""];
    let parts = calls.iter().flat_map(|call| template.split(call).skip(1));
    parts.filter_map(|part| part.split_once('"')).map(|(key, _)| key.to_owned()).collect()
}

fn complain_about(rule: &str, breaches: Vec<String>) {
    let breaches: Vec<String> = breaches.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    assert!(breaches.is_empty(), "{rule}:\n  {}", breaches.join("\n  "));
}

#[test]
fn literals_are_found_in_code() {
    let code = "f(\"a-b\", 'x', '\"', r#\"say \"hi\"\"#); // \"not me\"\nlet s = \"it \\\" goes\";";
    assert_eq!(literals(code), ["a-b", "say \"hi\"", "it \\\" goes"]);
}

#[test]
fn every_sentence_exists_in_every_language_with_the_same_values() {
    let english = sentences(Lang::En);
    let mut breaches = Vec::new();
    for lang in Lang::ALL.iter().copied() {
        let own = sentences(lang);
        for (key, (room, values)) in &english {
            match own.get(key) {
                None => breaches.push(format!("{lang} lacks {key}")),
                Some((_, others)) if others != values => {
                    breaches.push(format!("{key} names {values:?} in en and {others:?} in {lang}"));
                }
                Some((other, _)) if other != room => breaches.push(format!("{key} is in {other}.ftl in {lang}")),
                Some(_) => {}
            }
        }
        breaches
            .extend(own.keys().filter(|key| !english.contains_key(*key)).map(|key| format!("only {lang} has {key}")));
    }
    complain_about("every sentence exists in every language", breaches);
}

#[test]
fn every_key_begins_with_its_room() {
    let sentences = sentences(Lang::En);
    let stray = sentences.iter().filter(|(key, (room, _))| {
        let singular = room.strip_suffix('s').unwrap_or(room);
        !key.starts_with(&format!("{room}-")) && !key.starts_with(&format!("{singular}-"))
    });
    complain_about(
        "a key begins with its room",
        stray.map(|(key, (room, _))| format!("{key} in {room}.ftl")).collect(),
    );
}

#[test]
fn every_key_that_is_used_exists_and_every_key_that_exists_is_used() {
    let sentences = sentences(Lang::En);
    let rooms: BTreeSet<String> = sentences.values().map(|(room, _)| format!("{room}-")).collect();
    let mut breaches = Vec::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for source in sources().unwrap() {
        for key in keys_of(&source.content) {
            if !sentences.contains_key(&key) {
                breaches.push(format!("templates/{} says {key}, which no language has", source.name));
            }
        }
        // A key may also be handed to a partial, `label="praise-who"`; that it exists, rendering then shows.
        used.extend(source.content.split('"').map(str::to_owned));
    }
    for literal in literals_of_src() {
        // A key that is put together, "praise-kind-" or "praise-kind-{kind}", stands for all that begin so.
        let (beginning, worked_out) = match literal.split_once('{') {
            Some((beginning, _)) => (beginning, true),
            None => (literal.as_str(), literal.ends_with('-')),
        };
        let kebab = beginning.bytes().all(|sign| matches!(sign, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if !kebab || !rooms.iter().any(|room| beginning.len() > room.len() && beginning.starts_with(room.as_str())) {
            // Not of a form that can be checked the other way round; it still counts as a use.
            used.insert(literal);
            continue;
        }
        let meant: Vec<&String> = if worked_out {
            sentences.keys().filter(|key| key.starts_with(beginning)).collect()
        } else {
            sentences.keys().filter(|key| *key == beginning).collect()
        };
        if meant.is_empty() {
            breaches.push(format!("src says {literal:?}, which no language has"));
        }
        used.extend(meant.into_iter().cloned());
    }
    breaches.extend(sentences.keys().filter(|key| !used.contains(*key)).map(|key| format!("nobody says {key}")));
    complain_about("keys exist and are used", breaches);
}

#[test]
fn every_template_parses_and_is_used() {
    let views = Views::load().unwrap();
    let sources = sources().unwrap();
    let literals = literals_of_src();
    let mut included = BTreeSet::new();
    for registry in [&views.html, &views.plain] {
        for template in registry.get_templates().values() {
            included.extend(super::templates::Calls::of(template).includes);
        }
    }
    let is_used = |source: &&Source| {
        let name = source.name.as_str();
        // A mail is sent by the name of its folder, with or without "mails/".
        let mail = name.strip_prefix("mails/").and_then(|name| name.rsplit_once('/')).map(|(mail, _)| mail);
        let sent = |mail: &str| literals.contains(mail) || literals.contains(&format!("mails/{mail}"));
        included.contains(name)
            || literals.contains(name)
            || mail.is_some_and(sent)
            || WORKED_OUT_TEMPLATES.iter().any(|start| name.starts_with(start))
    };
    let unused = sources.iter().filter(|source| !is_used(source));
    complain_about("every template is used", unused.map(|source| source.name.clone()).collect());
}

#[test]
fn every_mail_has_its_three_parts() {
    let sources = sources().unwrap();
    let has = |mail: &str, part: &str, kind: Kind| {
        sources.iter().any(|source| source.kind == kind && source.name == format!("{mail}/{part}"))
    };
    let mails: BTreeSet<&str> = sources
        .iter()
        .filter(|source| source.name.starts_with("mails/"))
        .filter_map(|source| source.name.rsplit_once('/').map(|(mail, _)| mail))
        .collect();
    let lacking = mails.iter().filter(|mail| {
        !(has(mail, "subject", Kind::Plain) && has(mail, "body", Kind::Plain) && has(mail, "body", Kind::Html))
    });
    complain_about("a mail has subject.txt, body.txt and body.html", lacking.map(|mail| (*mail).to_owned()).collect());
}

#[test]
fn hb3_nothing_in_a_template_is_unescaped_inline_or_unquoted() {
    let mut breaches = Vec::new();
    for source in sources().unwrap() {
        if source.kind == Kind::Html {
            // Mail programs know no style sheets; pages have nothing inline, or the browser would refuse it anyway.
            let is_mail = source.name.starts_with("mails/") || source.name == "layouts/mail";
            let found = breaches_of(&source.content, is_mail);
            breaches.extend(found.into_iter().map(|breach| format!("templates/{}: {breach}", source.name)));
        } else if source.content.contains("{{{") || source.content.contains("{{&") {
            breaches.push(format!("templates/{}: unescaped", source.name));
        }
    }
    complain_about("templates are safe", breaches);
}

#[test]
fn templates_hold_no_words_of_one_language() {
    let mut breaches = Vec::new();
    for source in sources().unwrap() {
        let mut flat = markup::flat(&source.content);
        if !flat.contains('<') && flat.contains("=\"") {
            flat = format!("<x {flat}>"); // a partial that holds attributes only
        }
        let mut texts = vec![];
        if source.kind == Kind::Plain {
            texts.push(flat);
        } else {
            // What stands in <code>, such as the columns of a file, is the same everywhere.
            for tag in markup::tags(&markup::without_element(&flat, "code")) {
                texts.push(tag.text_before.clone());
                let read_aloud = ["aria-label", "title", "alt", "placeholder"];
                texts.extend(
                    tag.attributes
                        .into_iter()
                        .filter(|(name, _)| read_aloud.contains(&name.as_str()))
                        .filter_map(|(_, value)| value),
                );
            }
        }
        for text in texts {
            let words = SAME_EVERYWHERE.iter().fold(text.clone(), |text, same| text.replace(same, ""));
            if markup::without_entities(&words).chars().any(char::is_alphabetic) {
                breaches.push(format!("templates/{}: {:?}", source.name, text.trim()));
            }
        }
    }
    complain_about("words come from locales", breaches);
}

/// What is wrong with the markup of a template.
fn breaches_of(template: &str, is_mail: bool) -> Vec<String> {
    let mut breaches = Vec::new();
    for unescaped in ["{{{", "{{&", "{{~{", "{{~&"] {
        if template.contains(unescaped) {
            breaches.push(format!("{unescaped} writes unescaped"));
        }
    }
    for Tag { name, attributes, unquoted, .. } in markup::tags(&markup::flat(template)) {
        breaches.extend(unquoted.iter().map(|value| format!("<{name}> has an unquoted value: {value}")));
        if name == "style" && !is_mail {
            breaches.push("<style> belongs into static/css".to_owned());
        }
        if name == "script" && !attributes.iter().any(|(attribute, _)| attribute == "src") {
            breaches.push("<script> belongs into static/js".to_owned());
        }
        if name == "base" || name == "iframe" || name == "object" {
            breaches.push(format!("<{name}> is not for us"));
        }
        for (attribute, value) in &attributes {
            if attribute.starts_with("on") || attribute == "srcdoc" || (attribute == "style" && !is_mail) {
                breaches.push(format!("<{name}> has an inline {attribute}"));
            }
            let leads_somewhere = ["href", "src", "action", "formaction"].contains(&attribute.as_str());
            let start = value.as_deref().unwrap_or_default().trim_start();
            if leads_somewhere
                && (start.starts_with(markup::VALUE) || start.to_ascii_lowercase().starts_with("javascript"))
            {
                breaches.push(format!(
                    "<{name} {attribute}> begins with a value: use {{{{href x}}}}, {{{{picture x}}}} or /path/{{{{x}}}}"
                ));
            }
        }
    }
    breaches
}

#[test]
fn the_lint_sees_what_it_should() {
    let fine = "<!doctype html><!-- a --><p class=\"a{{#if x}} b{{/if}}\"{{lang_attr l}}><a href=\"/p/{{id}}\">{{t \"x\"}}</a>\
                <script type=\"module\" src=\"{{asset \"js/app.js\"}}\"></script><input{{#if c}} checked{{/if}} value=\"{{v}}\">\
                <a href=\"{{href url}}\">x</a>{{!-- <p style=x> --}}";
    assert_eq!(breaches_of(fine, false), Vec::<String>::new());
    for bad in [
        "{{{x}}}",
        "{{&x}}",
        "<p style=\"x\">",
        "<a href={{x}}>",
        "<a href='{{x}}'>",
        "<a href=\"{{x}}\">",
        "<a href=\"{{#if x}}{{x}}{{/if}}\">",
        "<p onclick=\"x\">",
        "<p\nOnClick=\"x\">",
        "<script>x</script>",
        "<style>x</style>",
        "<input value=x>",
        "<a href=\"javascript:x\">",
    ] {
        assert!(!breaches_of(bad, false).is_empty(), "{bad}");
    }
}
