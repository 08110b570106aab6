//! A browser without a screen: keeps cookies, says where a request comes from, follows redirects one by one.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use peopleworthy::people::sessions;
use peopleworthy::people::{account_store, person_store};
use ureq::http::Request;

use super::page::Page;
use super::{BASE_URL, House};

/// More redirects than this in a row are a circle.
const REDIRECTS_MAX: usize = 6;

/// One person's browser.
pub struct Browser<'h> {
    /// The house it visits.
    pub house: &'h House,
    agent: ureq::Agent,
    cookies: RefCell<BTreeMap<String, String>>,
    language: RefCell<String>,
}

impl<'h> Browser<'h> {
    /// A fresh one.
    pub fn new(house: &'h House) -> Browser<'h> {
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(40)))
            .allow_non_standard_methods(true)
            // A connection kept for later may just be closed by the house; browsers ask again then, this one asks anew.
            .max_idle_connections(0)
            .user_agent("")
            .accept_encoding("")
            .build()
            .new_agent();
        Browser { house, agent, cookies: RefCell::default(), language: RefCell::new("en".into()) }
    }

    /// Opens a session for somebody of the cast, as if they had signed in here.
    pub fn sign_in_as(&self, number: &str) {
        let wanted = number.to_owned();
        let account = self.house.read(move |conn| match person_store::find_person_by_number(conn, &wanted)? {
            Some(person) => account_store::find_of_person(conn, person.id),
            None => Ok(None),
        });
        let account = account.unwrap_or_else(|| panic!("{number} has no account"));
        let started = sessions::start(&self.house.app, &account, "A browser".into(), None);
        let cookie = self.house.run(started).unwrap();
        self.cookies.borrow_mut().insert(cookie.name().to_owned(), cookie.value().to_owned());
    }

    /// Prefers another language from now on.
    pub fn speaks(&self, language: &str) -> &Browser<'h> {
        *self.language.borrow_mut() = language.to_owned();
        self
    }

    /// A cookie it holds.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    /// Puts a cookie into it.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    /// Opens an address of the house, whole as it stands in a mail or a path, and follows where it leads.
    pub fn open<'b>(&'b self, address: &str) -> Page<'b, 'h> {
        self.follow(self.get(address))
    }

    /// Opens an address and stays there, redirect or not.
    pub fn get<'b>(&'b self, address: &str) -> Page<'b, 'h> {
        self.ask("GET", address, &[], None)
    }

    /// Follows redirects from a page.
    pub fn follow<'b>(&'b self, mut page: Page<'b, 'h>) -> Page<'b, 'h> {
        for _ in 0..REDIRECTS_MAX {
            match page.location() {
                Some(next) => page = self.get(&next),
                None => return page,
            }
        }
        panic!("redirects in a circle at {}", page.path);
    }

    /// Posts fields as a form of one of our own pages does, and stays.
    pub fn post<'b>(&'b self, path: &str, fields: &[(&str, &str)]) -> Page<'b, 'h> {
        let kind = ("Content-Type", "application/x-www-form-urlencoded");
        self.ask("POST", path, &[kind], Some(encode(fields).into_bytes()))
    }

    /// Any request, with this browser's cookies. Headers that are given replace the browser's own; an empty value
    /// leaves one out.
    pub fn ask<'b>(
        &'b self,
        method: &str,
        address: &str,
        headers: &[(&str, &str)],
        body: Option<Vec<u8>>,
    ) -> Page<'b, 'h> {
        let path = address.strip_prefix(BASE_URL).unwrap_or(address);
        assert!(path.starts_with('/'), "{address} is no address of this house");
        let mut all: BTreeMap<String, String> = self.own_headers(method);
        for (name, value) in headers {
            all.insert(name.to_lowercase(), (*value).to_owned());
        }
        let mut request = Request::builder().method(method).uri(format!("http://{}{path}", self.house.address));
        for (name, value) in all.iter().filter(|(_, value)| !value.is_empty()) {
            request = request.header(name, value);
        }
        let answer = match body {
            Some(body) => self.agent.run(request.body(body).unwrap()),
            None => self.agent.run(request.body(()).unwrap()),
        };
        let mut answer = answer.unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        self.keep_cookies(answer.headers());
        let bytes = answer.body_mut().read_to_vec().unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        Page::new(self, path.to_owned(), answer.status().as_u16(), answer.headers().clone(), bytes)
    }

    fn own_headers(&self, method: &str) -> BTreeMap<String, String> {
        let mut headers = BTreeMap::new();
        let mut set = |name: &str, value: String| headers.insert(name.to_owned(), value);
        set("accept", "text/html,application/xhtml+xml,*/*;q=0.8".into());
        set("accept-language", self.language.borrow().clone());
        set("sec-fetch-dest", "document".into());
        if method != "GET" && method != "HEAD" {
            set("origin", BASE_URL.into());
            set("sec-fetch-site", "same-origin".into());
        }
        let cookies = self.cookies.borrow();
        if !cookies.is_empty() {
            let list: Vec<_> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            set("cookie", list.join("; "));
        }
        headers
    }

    fn keep_cookies(&self, headers: &ureq::http::HeaderMap) {
        for set in headers.get_all("set-cookie") {
            let set = set.to_str().unwrap();
            let (pair, attributes) = set.split_once(';').unwrap_or((set, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() || attributes.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// Fields as browsers encode them.
pub fn encode(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect::<Vec<_>>().join("&")
}

/// One name or value, percent-encoded.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}
