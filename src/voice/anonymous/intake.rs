//! What a writer's form becomes: words that are in order, and the row that waits for the collection. No HTTP, no SQL.

use super::intake_store::Row;
use super::readers::{Group, House};
use super::receipt::Lookup;
use super::words::{Header, Said, Waiting};
use crate::app::App;
use crate::clock::Day;
use crate::ids::{CategoryId, PersonId, RowId, SiteId};
use crate::people::sender::FormKey;
use crate::seal::{self, DataKey};
use crate::text;
use crate::voice::category::Category;
use crate::web::{Form, Problems};

/// A first message, ready to be sealed.
#[derive(Debug)]
pub struct NewIssue {
    header: Header,
    said: Said,
    site_id: Option<SiteId>,
}

impl NewIssue {
    /// Reads the form. Whether the staff-room code is right is looked at by the page, which counts the misses.
    pub fn parse(
        form: &Form,
        house: &House,
        categories: &[Category],
        mut problems: Problems,
    ) -> Result<NewIssue, Problems> {
        let kind = if form.text("kind") == "idea" { "idea" } else { "issue" };
        let category: Option<CategoryId> = form.read("category");
        let category = category.filter(|id| categories.iter().any(|known| known.id == *id));
        if category.is_none() {
            problems.add("category", "anonymous-problem-category");
        }
        let what = problems.need("what", text::words(form.text("what")), "anonymous-problem-what");
        let place = problems.take("place", text::optional_words(form.text("place")));
        let fix = problems.take("fix", text::optional_words(form.text("fix")));
        let excluded: Vec<PersonId> = form.all("exclude").into_iter().filter_map(|id| id.parse().ok()).collect();
        let is_hidden = house.group() == Group::Small && form.text("site_said") != "yes";
        let site_id = if is_hidden { None } else { Some(house.site.id) };
        let readers: Vec<PersonId> = match site_id {
            Some(_) => house.handlers.iter().map(|handler| handler.person.id).collect(),
            None => house.handlers_without_site(),
        };
        if readers.iter().all(|reader| excluded.contains(reader)) {
            let key = if readers.is_empty() { "anonymous-problem-site-said" } else { "anonymous-problem-nobody-left" };
            problems.add(if readers.is_empty() { "site_said" } else { "exclude" }, key);
        }
        let (Some(category), true) = (category, problems.is_empty()) else { return Err(problems) };
        let header = Header {
            category,
            kind: kind.to_owned(),
            excluded,
            aside: Vec::new(),
            barred: Vec::new(),
            was_taken_back: false,
            revealed: None,
        };
        Ok(NewIssue { header, said: Said::First { what, place, fix }, site_id })
    }

    /// The row that waits.
    pub fn row(self, app: &App, form_key: &FormKey, lookup: Lookup, today: Day) -> Row {
        let waiting = Waiting { header: Some(self.header), number: 0, said: self.said };
        row(app, form_key, lookup.hash(), self.site_id, &waiting, today)
    }
}

/// The row of further words, the `number`th that wait behind this receipt.
pub fn further(
    app: &App,
    form_key: &FormKey,
    thread: (Vec<u8>, Option<SiteId>),
    (number, said): (i64, Said),
    today: Day,
) -> Row {
    let (lookup_hash, site_id) = thread;
    row(app, form_key, lookup_hash, site_id, &Waiting { header: None, number, said }, today)
}

/// The row of what waits to be collected.
pub fn row(
    app: &App,
    form_key: &FormKey,
    lookup_hash: Vec<u8>,
    site_id: Option<SiteId>,
    waiting: &Waiting,
    today: Day,
) -> Row {
    let (id, key) = (new_key(app), DataKey::random());
    let about = id.0.as_bytes();
    let words = serde_json::to_string(waiting).unwrap_or_default();
    Row {
        id,
        form_hash: Some(form_key.hash()),
        lookup_hash,
        is_first: waiting.header.is_some(),
        site_id,
        enc_v: seal::VERSION,
        wrapped_key: key.wrap(&app.secrets, about),
        sealed: key.seal(about, &words),
        arrived_on: today,
    }
}

/// Random: a key that carries a time would tell when its writer was here.
fn new_key(app: &App) -> RowId {
    if app.config.is_broken("keys") { RowId::new(app.now()) } else { RowId::random() }
}
