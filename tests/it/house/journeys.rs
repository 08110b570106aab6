//! What guests and colleagues do in many tests.

use super::page::Page;
use super::{BASE_URL, Browser};

impl<'h> Browser<'h> {
    /// A guest at a site thanks somebody by name, and stands on the page behind the private link.
    #[track_caller]
    pub fn praises<'b>(&'b self, site: &str, who: &str, did: &str) -> Page<'b, 'h> {
        let form = self.open(&format!("/at/{site}/praise")).is(200).form("/praise");
        form.fill("who", who).fill("did", did).submit().is(200)
    }

    /// The same with an address to be told at.
    #[track_caller]
    pub fn praises_and_leaves<'b>(&'b self, who: &str, did: &str, address: &str) -> Page<'b, 'h> {
        let form = self.open("/at/seaside/praise").is(200).form("/praise");
        form.fill("who", who).fill("did", did).fill("sender_email", address).submit().is(200)
    }

    /// A guest at a site raises a concern.
    #[track_caller]
    pub fn raises<'b>(&'b self, site: &str, body: &str) -> Page<'b, 'h> {
        let form = self.open(&format!("/at/{site}/concern")).is(200).form("/concern");
        form.fill("body", body).submit().is(200)
    }

    /// A colleague praises somebody of the cast.
    #[track_caller]
    pub fn praises_colleague<'b>(&'b self, number: &str, did: &str) -> Page<'b, 'h> {
        let person = self.house.person(number);
        let form = self.open(&format!("/praise/new?person={person}")).is(200).form("/praise");
        form.fill("did", did).submit()
    }

    /// Raises an issue by name for the whole site, about rooms and things; fields given replace what the form has.
    #[track_caller]
    pub fn raises_issue<'b>(&'b self, what: &str, fields: &[(&str, &str)]) -> Page<'b, 'h> {
        let mut form = self.open("/voice/new").is(200).form("/voice").fill("what", what);
        form = form.forge("category", category(1)).forge("level", "named").forge("anyway", "yes");
        for (name, value) in fields {
            form = form.forge(name, value);
        }
        form.submit()
    }

    /// The path of an issue raised so.
    #[track_caller]
    pub fn raised(&self, what: &str, fields: &[(&str, &str)]) -> String {
        self.raises_issue(what, fields).is(200).path
    }

    /// The path of something raised in confidence, about harassment.
    #[track_caller]
    pub fn confides(&self, what: &str) -> String {
        self.raised(what, &[("category", category(7)), ("level", "confidential")])
    }

    /// Opens a link as scanners of mail do, before whoever it was sent to: that must not use it up.
    #[track_caller]
    pub fn only_looks(&self, link: &str) {
        for _ in 0..5 {
            self.get(link).is(200);
            self.ask("HEAD", link, &[], None).is(200);
        }
    }

    /// Opens the newest note in My praise.
    #[track_caller]
    pub fn newest_note<'b>(&'b self) -> Page<'b, 'h> {
        let mine = self.open("/praise/mine").is(200);
        let note = note_links(&mine).into_iter().next().unwrap_or_else(|| panic!("no note: {}", mine.text()));
        self.open(&note).is(200)
    }

    /// Owns an address: opens the question that lies in its letter box, and presses the button.
    #[track_caller]
    pub fn confirms(&self, address: &str) {
        let link = self.house.mail_to(address, "Is this your address?").link("/mail/confirm/");
        self.open(&link).is(200).form("/mail/confirm/").submit().is(200);
    }
}

/// The links to notes in a list, in its order.
pub fn note_links(page: &Page) -> Vec<String> {
    let hrefs = page.hrefs("main a[href^='/praise/']").into_iter();
    hrefs.filter(|href| href.len() == "/praise/".len() + 36).collect()
}

/// The private link a page stands behind, without what was told once.
pub fn follow_link(page: &Page) -> String {
    let path = page.path.strip_prefix(BASE_URL).unwrap_or(&page.path);
    assert!(path.starts_with("/follow/"), "{path} is no private link");
    path.split('?').next().unwrap().to_owned()
}

/// The key of one of our own subjects: 1 rooms and things, 2 how we work, 7 harassment.
pub fn category(number: u8) -> &'static str {
    match number {
        1 => "766f6963-6500-4000-8000-000000000001",
        2 => "766f6963-6500-4000-8000-000000000002",
        7 => "766f6963-6500-4000-8000-000000000007",
        other => panic!("no subject {other}"),
    }
}

/// The issues in a list, in its order.
pub fn issue_links(page: &Page) -> Vec<String> {
    page.hrefs("li[id^=issue-] a")
}
