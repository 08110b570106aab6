//! Forms: what came in, what is wrong with it, and the same form again with everything typed still there.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest};
use serde::Serialize;
use serde_json::Value as Json;

use super::{Failure, Page, body};
use crate::text::TextProblem;
use crate::views::{Lang, Value, Views};

/// The fields of a posted form: each may come several times.
#[derive(Clone, Debug, Default)]
pub struct Form {
    fields: BTreeMap<String, Vec<String>>,
}

impl Form {
    /// A form with some fields filled in, to show.
    pub fn of(fields: &[(&str, &str)]) -> Form {
        let mut form = Form::default();
        for (name, value) in fields {
            form.set(name, value);
        }
        form
    }

    /// Reads `application/x-www-form-urlencoded`.
    pub fn parse(body: &[u8]) -> Form {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            let value = pair.get(at + 1..).unwrap_or_default();
            fields.entry(decode(&pair[..at])).or_default().push(decode(value));
        }
        Form { fields }
    }

    /// The first value of a field, empty if there is none.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// Every value of a field.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.fields.get(name).map(|values| values.iter().map(String::as_str).collect()).unwrap_or_default()
    }

    /// Whether a field came with something in it.
    pub fn has(&self, name: &str) -> bool {
        !self.text(name).trim().is_empty()
    }

    /// A field as a key or number; `None` when it is neither there nor readable.
    pub fn read<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.text(name).trim().parse().ok()
    }

    /// Replaces a field's values by one.
    pub fn set(&mut self, name: &str, value: &str) {
        self.fields.insert(name.to_owned(), vec![value.to_owned()]);
    }

    /// Replaces a field's values by several, as of boxes that are ticked.
    pub fn set_all(&mut self, name: &str, values: &[&str]) {
        self.fields.insert(name.to_owned(), values.iter().map(|value| (*value).to_owned()).collect());
    }

    /// The form as a template shows it: what was typed, and what is wrong with it in the reader's language.
    pub fn view(&self, page: &Page, problems: &Problems) -> FormView {
        self.view_in(&page.app().views, page.lang(), problems)
    }

    /// The same where nobody is known, so that there is no [`Page`].
    pub fn view_in(&self, views: &Views, lang: Lang, problems: &Problems) -> FormView {
        let sentence = |problem: &Problem| {
            let args: Vec<_> = problem.args.iter().map(|(name, value)| (*name, value.as_value())).collect();
            SaidProblem { field: problem.field.clone(), sentence: views.text(lang, problem.key, &args) }
        };
        let value = |values: &Vec<String>| match values.as_slice() {
            [one] => Json::from(one.as_str()),
            several => Json::from(several),
        };
        let values = self.fields.iter().map(|(name, values)| (name.clone(), value(values))).collect();
        FormView { values, problems: problems.list.iter().map(sentence).collect() }
    }
}

/// Percent-decoding as browsers encode forms; what is not UTF-8 becomes the replacement character.
fn decode(encoded: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded;
    while let [first, tail @ ..] = rest {
        let hex = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match (first, tail) {
            (b'%', [high, low, tail @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                bytes.push(hex(*high).unwrap_or(0) * 16 + hex(*low).unwrap_or(0));
                rest = tail;
            }
            (b'+', tail) => {
                bytes.push(b' ');
                rest = tail;
            }
            (byte, tail) => {
                bytes.push(*byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

impl FromRequest for Form {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Form, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
        let is_form = kind
            .split(';')
            .next()
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"));
        // A button alone may come without a body and so without a kind.
        let is_empty =
            kind.is_empty() && request.headers().get(header::CONTENT_LENGTH).is_none_or(|length| length == "0");
        let mut payload = payload.take();
        Box::pin(async move {
            if !is_form && !is_empty {
                return Err(Failure::WrongKind);
            }
            Ok(Form::parse(&body::read(&mut payload, body::FORM_MAX).await?))
        })
    }
}

/// What is wrong with a form, in the order of its fields.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
}

#[derive(Clone, Debug)]
struct Problem {
    field: String,
    key: &'static str,
    args: Vec<(&'static str, Arg)>,
}

#[derive(Clone, Debug)]
enum Arg {
    Text(String),
    Number(i64),
}

impl Arg {
    fn as_value(&self) -> Value<'_> {
        match self {
            Arg::Text(text) => Value::from(text.as_str()),
            Arg::Number(number) => Value::from(*number),
        }
    }
}

impl Problems {
    /// Nothing wrong so far.
    pub fn none() -> Problems {
        Problems::default()
    }

    /// One problem alone.
    pub fn one(field: &str, key: &'static str) -> Problems {
        let mut problems = Problems::none();
        problems.add(field, key);
        problems
    }

    /// Adds a sentence to a field.
    pub fn add(&mut self, field: &str, key: &'static str) {
        self.list.push(Problem { field: field.to_owned(), key, args: Vec::new() });
    }

    /// Adds a sentence that names something.
    pub fn add_naming(&mut self, field: &str, key: &'static str, name: &'static str, value: &str) {
        self.list.push(Problem { field: field.to_owned(), key, args: vec![(name, Arg::Text(value.to_owned()))] });
    }

    /// Takes a parsed text, or notes what is wrong with it and gives an empty one.
    pub fn take<T: Default>(&mut self, field: &str, parsed: Result<T, TextProblem>) -> T {
        parsed.unwrap_or_else(|problem| {
            let max = problem.max().and_then(|max| i64::try_from(max).ok());
            let args = max.map(|max| ("max", Arg::Number(max))).into_iter().collect();
            self.list.push(Problem { field: field.to_owned(), key: problem.key(), args });
            T::default()
        })
    }

    /// The same for a field that has to be filled in. `missing` says what is not there: in the list on top of a form
    /// several empty fields would otherwise read all alike.
    pub fn need<T: Default>(&mut self, field: &str, parsed: Result<T, TextProblem>, missing: &'static str) -> T {
        if parsed.as_ref().err() == Some(&TextProblem::Empty) {
            self.add(field, missing);
            return T::default();
        }
        self.take(field, parsed)
    }

    /// Whether the form may go on.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The value if nothing is wrong, else the problems.
    pub fn or<T>(self, value: T) -> Result<T, Problems> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

/// A form for a template.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FormView {
    values: BTreeMap<String, Json>,
    problems: Vec<SaidProblem>,
}

#[derive(Clone, Debug, Serialize)]
struct SaidProblem {
    field: String,
    sentence: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_comes_out_as_it_was_typed() {
        let form = Form::parse("did=caf%C3%A9+%26+more&values=1&values=2&empty=&odd%zz=%4".as_bytes());
        assert_eq!(form.text("did"), "café & more");
        assert_eq!(form.all("values"), ["1", "2"]);
        assert!(!form.has("empty") && !form.has("nothing"));
        assert_eq!(form.text("odd%zz"), "%4");
        assert_eq!(Form::parse(b"a=%FF").text("a"), "\u{fffd}");
    }
}
