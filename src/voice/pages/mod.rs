//! The pages of issues: raising (raise, similar), lists (lists), one issue as everybody sees it (one), what its raiser does (own)
//! and its handlers do (handle, people, criticality), their queue (queue), who receives what (routing), and how
//! long a subject gives (category_days).

pub mod category_days;
pub mod criticality;
pub mod handle;
pub mod lists;
pub mod one;
pub mod own;
pub mod people;
pub mod queue;
pub mod raise;
pub mod routing;
mod sees;
pub mod similar;

use std::collections::HashSet;

use super::issue::Words;
use super::issue_store::{self, Issue};
use super::mails::About;
use super::receivers_store;
use super::sealed::{key_of, open_words};
use super::{category_store, issue_support_store, issue_talk_store as talk_store};
use crate::app::{App, Deed};
use crate::db::{self, Conn, QueryResult};
use crate::ids::{IssueId, PersonId};
use crate::live::Topic;
use crate::people::audit::{NewEntry, What};
use crate::people::person::Person;
use crate::people::site::Site;
use crate::people::{person_store, site_store};
use crate::seal::DataKey;
use crate::web::{Me, Page};

/// The words of an issue as the page says them, and the key to all else that is sealed. Words that do not open, because
/// this is another secret file, are replaced by a sentence that says so.
fn open(page: &Page, issue: &Issue) -> (Words, Option<DataKey>) {
    let key = key_of(&page.app().secrets, issue.id, issue.wrapped_key.as_deref()).unwrap_or(None);
    let (title, what, place, fix) = issue.words.clone();
    let Some(sealed) = issue.sealed.as_deref() else { return (Words { title, what, place, fix }, key) };
    if issue.state() == super::state::State::Withdrawn {
        return (Words::default(), key);
    }
    let words = key.as_ref().and_then(|key| open_words(key, issue.id, sealed).ok());
    (words.unwrap_or_else(|| unopened(page)), key)
}

fn unopened(page: &Page) -> Words {
    let sentence = page.text("voice-unopened", &[]);
    Words { title: sentence.clone(), what: sentence, ..Words::default() }
}

/// Who hears of a deed: those who are written to, and those whose open pages look again.
struct Audience {
    raiser: Option<Person>,
    supporters: Vec<Person>,
    touched: Vec<PersonId>,
    about: About,
    site: Site,
}

/// Reads who hears of what happens to an issue.
async fn audience(app: &App, issue: &Issue) -> Result<Option<Audience>, db::Error> {
    let (of, now) = (issue.clone(), app.now());
    app.read(move |conn| {
        let Some(site) = site_store::find_site(conn, of.site_id)? else { return Ok(None) };
        let today = site.today(now);
        let here = |person: &Person| !person.has_left(today);
        let raiser = of.raiser_id.map(|id| person_store::find_person(conn, id)).transpose()?.flatten().filter(here);
        let ids = issue_support_store::list(conn, of.id)?;
        let mut touched: Vec<PersonId> =
            [of.raiser_id, of.owner_id, of.deputy_id].into_iter().flatten().chain(ids.iter().copied()).collect();
        if of.is_confidential() {
            touched.extend(receivers_store::list_handlers(conn, of.site_id, today)?);
            // Whom it is kept from must not even notice that something happens.
            let barred = issue_store::list_barred(conn, of.id)?;
            touched.retain(|id| !barred.iter().any(|(person, _)| person == id));
        }
        let supporters = person_store::list_by_keys(conn, &ids)?.into_iter().filter(here).collect();
        let about =
            About { id: of.id, kind: of.kind.clone(), site: site.name.clone(), is_confidential: of.is_confidential() };
        Ok(Some(Audience { raiser, supporters, touched, about, site }))
    })
    .await
}

/// Lets the open pages of everybody concerned look again.
fn touch(deed: &mut Deed, people: &[PersonId]) {
    people.iter().for_each(|id| deed.touch(Topic::Person(*id)));
}

/// An entry for the audit log of what a handler does with an issue.
fn handled(me: &Me, id: IssueId, detail: &str) -> NewEntry {
    me.entry(What::Handled, "issue", Some(id.0), detail)
}

/// Whom an issue is kept from, and who raised it: none of them may answer it.
fn kept_from(conn: &mut Conn, issue: &Issue) -> QueryResult<HashSet<PersonId>> {
    let barred = issue_store::list_barred(conn, issue.id)?;
    Ok(barred.into_iter().map(|(id, _)| id).chain(issue.raiser_id).collect())
}

/// The category of an issue, in use or retired.
fn category_of(conn: &mut Conn, issue: &Issue) -> QueryResult<super::category::Category> {
    category_store::find(conn, issue.category_id)?.ok_or(diesel::result::Error::NotFound)
}

/// Everything said about an issue.
struct Talk {
    events: Vec<talk_store::Said>,
    messages: Vec<talk_store::Said>,
    remarks: Vec<talk_store::Said>,
}

fn read_talk(conn: &mut Conn, id: IssueId) -> QueryResult<Talk> {
    Ok(Talk {
        events: talk_store::list_events(conn, id)?,
        messages: talk_store::list_messages(conn, id)?,
        remarks: talk_store::list_remarks(conn, id)?,
    })
}
