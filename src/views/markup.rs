//! Reads the markup of templates for the house rules: just enough of HTML to see tags, attributes and text.

/// Stands where a template puts in a value.
pub(super) const VALUE: char = '\u{1}';
/// Stands where it puts in an address that a helper has made or looked at.
const SAFE_ADDRESS: char = '\u{2}';

/// A tag with its attributes.
#[derive(Debug, Default)]
pub(super) struct Tag {
    /// In small letters; empty for the end of the template.
    pub(super) name: String,
    /// In small letters, with their values.
    pub(super) attributes: Vec<(String, Option<String>)>,
    /// Values without quotes.
    pub(super) unquoted: Vec<String>,
    /// The text between the tag before and this one.
    pub(super) text_before: String,
}

/// A template with a sign for each value that is put in, and without blocks, includes and comments.
pub(super) fn flat(template: &str) -> String {
    let mut flat = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find("{{") {
        flat.push_str(&rest[..at]);
        let tail = &rest[at..];
        let end = if tail.starts_with("{{!--") { "--}}" } else { "}}" };
        let length = tail.find(end).map_or(tail.len(), |found| found + end.len());
        let call = tail[..length].trim_start_matches(['{', '~']).trim_start();
        let is_block = call.starts_with(['#', '/', '>', '!', '^']) || call.starts_with("else");
        if ["asset ", "href ", "picture "].iter().any(|helper| call.starts_with(helper)) {
            flat.push(SAFE_ADDRESS);
        } else if !is_block {
            flat.push(VALUE);
        }
        rest = &tail[length..];
    }
    flat.push_str(rest);
    flat
}

/// The opening tags of flat markup, in order; the last one has no name and holds the text at the end.
pub(super) fn tags(flat: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut text = String::new();
    let mut rest = flat;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        if let Some(comment) = tail.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, next)| next);
        } else if tail.starts_with(['/', '!']) {
            text.push(' ');
            rest = tail.split_once('>').map_or("", |(_, next)| next);
        } else if tail.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
            let (mut tag, next) = tag(tail);
            tag.text_before = std::mem::take(&mut text);
            tags.push(tag);
            rest = next;
        } else {
            text.push('<');
            rest = tail;
        }
    }
    text.push_str(rest);
    tags.push(Tag { text_before: text, ..Tag::default() });
    tags
}

/// Reads a tag behind its `<`, and what follows it.
fn tag(markup: &str) -> (Tag, &str) {
    let end_of_name = markup.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').unwrap_or(markup.len());
    let mut tag = Tag { name: markup[..end_of_name].to_ascii_lowercase(), ..Tag::default() };
    let mut rest = &markup[end_of_name..];
    loop {
        rest = rest.trim_start_matches(|sign: char| sign.is_whitespace() || [VALUE, SAFE_ADDRESS, '/'].contains(&sign));
        if rest.is_empty() {
            return (tag, rest);
        }
        if let Some(next) = rest.strip_prefix('>') {
            return (tag, next);
        }
        let ends = |sign: char| sign.is_whitespace() || [VALUE, SAFE_ADDRESS, '=', '>', '/'].contains(&sign);
        let end = rest.find(ends).unwrap_or(rest.len()).max(1);
        let name = rest[..end].to_ascii_lowercase();
        rest = &rest[end..];
        let Some(behind) = rest.trim_start().strip_prefix('=') else {
            tag.attributes.push((name, None));
            continue;
        };
        let behind = behind.trim_start();
        let quoted =
            behind.chars().next().filter(|quote| ['"', '\''].contains(quote)).and_then(|q| behind[1..].split_once(q));
        let value = match quoted {
            Some((value, next)) => {
                rest = next;
                value
            }
            None => {
                let end = behind.find(|sign: char| sign.is_whitespace() || sign == '>').unwrap_or(behind.len());
                tag.unquoted.push(format!("{name}={}", &behind[..end]));
                rest = &behind[end..];
                &behind[..end]
            }
        };
        tag.attributes.push((name, Some(value.to_owned())));
    }
}

/// Flat markup without the elements of one name.
pub(super) fn without_element(flat: &str, name: &str) -> String {
    let (begin, end) = (format!("<{name}"), format!("</{name}>"));
    let mut parts = flat.split(&begin);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once(&end).map_or("", |(_, next)| next));
    }
    kept
}

/// Text without `&nbsp;` and its like.
pub(super) fn without_entities(text: &str) -> String {
    let mut parts = text.split('&');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(';') {
            Some((entity, next)) if entity.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '#') => {
                plain.push_str(next)
            }
            _ => plain.push_str(part),
        }
    }
    plain
}
