//! A page as a person reads it, and its forms as a person fills them in.

use std::cell::OnceCell;

use scraper::{ElementRef, Html, Selector};
use ureq::http::HeaderMap;

use super::browser::Browser;

/// Seconds a person takes to fill in a form.
const TYPING: i64 = 20;

/// An answer of the house.
pub struct Page<'b, 'h> {
    browser: &'b Browser<'h>,
    /// The path that was asked for.
    pub path: String,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub bytes: Vec<u8>,
    parsed: OnceCell<Html>,
}

impl<'b, 'h> Page<'b, 'h> {
    pub(super) fn new(
        browser: &'b Browser<'h>,
        path: String,
        status: u16,
        headers: HeaderMap,
        bytes: Vec<u8>,
    ) -> Page<'b, 'h> {
        Page { browser, path, status, headers, bytes, parsed: OnceCell::new() }
    }

    /// The body as text.
    pub fn body(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The body as a browser takes it in.
    pub fn html(&self) -> &Html {
        self.parsed.get_or_init(|| Html::parse_document(&self.body()))
    }

    /// The texts of the elements that match.
    pub fn texts(&self, css: &str) -> Vec<String> {
        self.html().select(&selector(css)).map(|element| element.text().collect()).collect()
    }

    /// Where the links that match lead.
    pub fn hrefs(&self, css: &str) -> Vec<String> {
        let links = selector(css);
        self.html().select(&links).filter_map(|link| link.value().attr("href").map(str::to_owned)).collect()
    }

    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where it sends the browser.
    pub fn location(&self) -> Option<String> {
        let is_redirect = matches!(self.status, 301 | 302 | 303 | 307 | 308);
        is_redirect.then(|| self.header("location").to_owned())
    }

    /// Expects a status.
    #[track_caller]
    pub fn is(self, status: u16) -> Page<'b, 'h> {
        assert_eq!(self.status, status, "{} answered: {}", self.path, self.text());
        self
    }

    /// What a reader sees, blanks made one and the marks that keep directions apart left out.
    pub fn text(&self) -> String {
        let html = self.html();
        let mut text = String::new();
        if let Some(body) = html.select(&selector("body")).next() {
            for node in body.descendants() {
                let hidden = node
                    .ancestors()
                    .filter_map(ElementRef::wrap)
                    .any(|element| matches!(element.value().name(), "script" | "style" | "template"));
                if let (Some(piece), false) = (node.value().as_text(), hidden) {
                    text.push_str(piece);
                    text.push(' ');
                }
            }
        }
        plain(&text)
    }

    /// Expects words on the page.
    #[track_caller]
    pub fn says(&self, words: &str) -> &Page<'b, 'h> {
        let text = self.text();
        assert!(text.contains(&plain(words)), "{} ({}) does not say “{words}” but: {text}", self.path, self.status);
        self
    }

    /// Expects words not to be on the page, neither seen nor in its source.
    #[track_caller]
    pub fn lacks(&self, words: &str) -> &Page<'b, 'h> {
        assert!(!self.text().contains(&plain(words)), "{} says “{words}”", self.path);
        assert!(!self.body().contains(words), "{} holds “{words}” in its source", self.path);
        self
    }

    /// The sentence beside a field. The summary at the top must lead to the field.
    #[track_caller]
    pub fn problem(&self, field: &str) -> String {
        let html = self.html();
        let found = html.select(&selector(&format!("#{field}-problem"))).next();
        let found = found.unwrap_or_else(|| panic!("{} has no problem with {field}: {}", self.path, self.text()));
        let link = html.select(&selector(&format!("#problems a[href='#{field}']"))).next();
        assert!(link.is_some(), "the summary does not lead to {field}");
        plain(found.text().collect::<String>().trim_start_matches("Error:"))
    }

    /// What a field holds.
    #[track_caller]
    pub fn value(&self, field: &str) -> String {
        let html = self.html();
        let fields = html.select(&selector(&format!("[name='{field}']"))).filter_map(filled_in).next();
        fields.unwrap_or_else(|| panic!("{} has no field {field}: {}", self.path, self.text()))
    }

    /// The address of the first link that holds a part; panics without one.
    #[track_caller]
    pub fn link(&self, part: &str) -> String {
        self.find_link(part).unwrap_or_else(|| panic!("{} has no link with {part}: {}", self.path, self.text()))
    }

    /// The same, or nothing.
    pub fn find_link(&self, part: &str) -> Option<String> {
        self.hrefs(&format!("a[href*='{part}']")).into_iter().next()
    }

    /// How many elements match.
    pub fn count(&self, css: &str) -> usize {
        self.html().select(&selector(css)).count()
    }

    /// The form for an address; without one, the first whose address holds it.
    #[track_caller]
    pub fn form(&self, action: &str) -> Filling<'b, 'h> {
        let html = self.html();
        let forms = selector("form");
        let address = |form: &ElementRef| form.value().attr("action").unwrap_or(&self.path).to_owned();
        // Where one asks and another sends to the same address, a person presses the one that does something.
        let mut all: Vec<ElementRef> = html.select(&forms).filter(|form| address(form) == action).collect();
        all.sort_by_key(|form| form.value().attr("method") != Some("post"));
        let exact = all.first().copied();
        let form = exact.or_else(|| html.select(&forms).find(|form| address(form).contains(action)));
        let form = form.unwrap_or_else(|| panic!("{} has no form for {action}: {}", self.path, self.text()));
        Filling::new(self.browser, &self.path, form)
    }

    /// Whether there is such a form.
    pub fn has_form(&self, action: &str) -> bool {
        let html = self.html();
        html.select(&selector("form")).any(|form| form.value().attr("action").unwrap_or(&self.path).contains(action))
    }
}

/// A form that somebody fills in.
pub struct Filling<'b, 'h> {
    browser: &'b Browser<'h>,
    /// Where it goes.
    pub action: String,
    fields: Vec<(String, String)>,
    known: Vec<(String, String)>,
    is_get: bool,
}

impl<'b, 'h> Filling<'b, 'h> {
    fn new(browser: &'b Browser<'h>, path: &str, form: ElementRef) -> Filling<'b, 'h> {
        let (mut fields, mut known) = (Vec::new(), Vec::new());
        for control in form.select(&selector("input[name], textarea[name], select[name], button[name]")) {
            let (name, tag) = (control.value().attr("name").unwrap().to_owned(), control.value().name());
            known.push((name.clone(), control.value().attr("value").unwrap_or_default().to_owned()));
            if let (Some(value), true) = (filled_in(control), tag != "button") {
                fields.push((name, value));
            }
        }
        let action = form.value().attr("action").unwrap_or(path).to_owned();
        let is_get = form.value().attr("method").is_none_or(|method| method == "get");
        Filling { browser, action, fields, known, is_get }
    }

    /// Types into a field that is there.
    #[track_caller]
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        assert!(self.known.iter().any(|(known, _)| known == name), "{} has no field {name}", self.action);
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.into(), value.into()));
        self
    }

    /// Ticks a box, picks an option or presses a button that is there.
    #[track_caller]
    pub fn choose(mut self, name: &str, value: &str) -> Self {
        let is_there = self.known.iter().any(|(known, option)| known == name && option == value);
        assert!(is_there, "{} offers no {name}={value}, but {:?}", self.action, self.known);
        self.fields.push((name.into(), value.into()));
        self
    }

    /// Picks one of several options of which only one can be: the one picked before is let go.
    #[track_caller]
    pub fn pick(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self.choose(name, value)
    }

    /// Changes what only a program can change: hidden fields, or fields that are not there.
    pub fn forge(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self.fields.push((name.into(), value.into()));
        self
    }

    /// Sends it as quick as a person is, and follows where it leads.
    pub fn submit(self) -> Page<'b, 'h> {
        self.browser.house.later(TYPING);
        self.submit_at_once()
    }

    /// Sends it quicker than anybody types, and follows.
    pub fn submit_at_once(self) -> Page<'b, 'h> {
        let browser = self.browser;
        browser.follow(self.post())
    }

    /// Sends it and stays.
    pub fn post(self) -> Page<'b, 'h> {
        let fields: Vec<_> = self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        if self.is_get {
            return self.browser.get(&format!("{}?{}", self.action, super::browser::encode(&fields)));
        }
        self.browser.post(&self.action, &fields)
    }
}

/// What a control would send if the form went off now; nothing for a box that is not ticked.
fn filled_in(control: ElementRef) -> Option<String> {
    let attribute = |name| control.value().attr(name);
    match control.value().name() {
        "textarea" => Some(control.text().collect()),
        "select" => {
            let options: Vec<_> = control.select(&selector("option")).collect();
            let chosen = options.iter().find(|option| option.value().attr("selected").is_some()).or(options.first())?;
            Some(chosen.value().attr("value").unwrap_or_default().to_owned())
        }
        "input" if matches!(attribute("type"), Some("checkbox" | "radio")) => {
            attribute("checked").map(|_| attribute("value").unwrap_or("on").to_owned())
        }
        _ => Some(attribute("value").unwrap_or_default().to_owned()),
    }
}

/// As a person reads it: blanks made one, and the marks that keep directions apart left out.
pub fn plain(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|_| panic!("{css}"))
}
