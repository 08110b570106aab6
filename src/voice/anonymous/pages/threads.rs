//! The handlers' side: what waits, and one thread at a time. Every opening and every act is in the audit log.

use actix_web::http::StatusCode;
use actix_web::web::{Path, Query};
use serde::{Deserialize, Serialize};

use super::{MessageView, open_all};
use crate::app::Deed;
use crate::clock::Day;
use crate::db::QueryResult;
use crate::ids::{IssueId, PersonId, ThreadId};
use crate::people::audit::What;
use crate::people::role::Scope;
use crate::people::sender::FormKey;
use crate::people::site::{Site, organisation_zone};
use crate::people::{audit_store, person_store, site_store};
use crate::text;
use crate::voice::anonymous::readers::list_handlers;
use crate::voice::anonymous::thread::{
    CAUSES, Row, Thread, handles_at, is_in, is_step, needs_words, open_each, review,
};
use crate::voice::anonymous::thread_store::{self, New, side};
use crate::voice::anonymous::words::{Part, Said, open, seal};
use crate::voice::anonymous::{collect, flags};
use crate::voice::category::Category;
use crate::voice::clocks::Nearness;
use crate::voice::issue::Words;
use crate::voice::state::State;
use crate::voice::{category_store, criticality, issue_list_store};
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

mod act;
mod join;
mod publish;
mod retract;
mod together;

pub use act::{answer, remark, set_criticality, set_state, step_aside};
pub use join::join;
pub use publish::{keep, publish};
pub use retract::retract;
pub use together::review_together;

/// Which threads are shown.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    shown: String,
}

#[derive(Serialize)]
struct IndexView {
    /// How many wait for review.
    waiting: usize,
    shown: &'static str,
    threads: Vec<LineView>,
}

#[derive(Serialize)]
struct LineView {
    id: ThreadId,
    handle: String,
    category: String,
    kind: String,
    site: Option<String>,
    state: String,
    criticality: i32,
    received_on: Day,
    due_on: Option<Day>,
    nearness: Option<Nearness>,
    is_unanswered: bool,
}

#[derive(Serialize)]
struct ShowView {
    thread: LineView,
    is_delicate: bool,
    review: String,
    /// What the site reads of it.
    published_id: Option<IssueId>,
    is_joined: bool,
    joined: Option<join::JoinedView>,
    choices: Vec<join::ChoiceView>,
    can_review: bool,
    can_publish: bool,
    /// Why it may be taken back from the site; none of what the site does not see.
    causes: Vec<&'static str>,
    /// What of the words to be shown could give somebody away.
    flags: Vec<String>,
    revealed: Option<String>,
    version: i32,
    states: Vec<&'static str>,
    criticalities: [i32; 6],
    messages: Vec<MessageView>,
    remarks: Vec<MessageView>,
    others: i64,
    form_key: String,
    form: FormView,
}

/// A thread that does not open, because this is another secret file.
#[derive(Serialize)]
struct UnopenedView {
    handle: String,
}

/// What a handler's page needs of the house beside the threads.
struct Around {
    today: Day,
    sites: Vec<Site>,
    categories: Vec<Category>,
}

/// The threads somebody handles, open or closed, as far as their writers let them.
pub(crate) async fn list(me: &Me, is_closed: bool) -> Result<Vec<Thread>, Failure> {
    let (scope, person, secrets) = (handles_at(me), me.person_id, me.page().app().secrets.clone());
    let wanted = scope.clone();
    let rows = me.page().app().read(move |conn| thread_store::list_in(conn, &wanted, is_closed)).await?;
    let mut threads = open_each(&secrets, rows);
    // Whom a writer excluded stands inside the seal, where no query can look.
    threads.retain(|thread| thread.is_for(person, &scope));
    Ok(threads)
}

/// How many open threads the viewer handles, as far as their writers let them.
pub async fn waiting(me: &Me) -> Result<usize, Failure> {
    if handles_at(me).is_nowhere() { Ok(0) } else { Ok(list(me, false).await?.len()) }
}

/// `GET /voice/threads?shown=closed`, or `shown=review` for those that wait for it
pub async fn index(me: Me, asked: Query<Asked>) -> Answer {
    me.must(!handles_at(&me).is_nowhere())?;
    if asked.shown == "review" {
        return together::index(&me).await;
    }
    let shown = if asked.shown == "closed" { "closed" } else { "open" };
    let open = list(&me, false).await?;
    let around = around(&me).await?;
    let waiting = open.iter().filter(|thread| together::waits(thread, &around)).count();
    let threads = if shown == "closed" { list(&me, true).await? } else { open };
    let threads = threads.iter().map(|thread| line(&me, thread, &around)).collect();
    me.page().show("voice/anonymous/threads", &IndexView { waiting, shown, threads })
}

impl Around {
    fn category(&self, thread: &Thread) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == thread.header.category)
    }

    fn site(&self, thread: &Thread) -> Option<&Site> {
        self.sites.iter().find(|site| Some(site.id) == thread.row.site_id)
    }
}

async fn around(me: &Me) -> Result<Around, Failure> {
    let app = me.page().app();
    let (sites, categories) =
        app.read(|conn| Ok((site_store::list_sites(conn)?, category_store::list_all(conn)?))).await?;
    Ok(Around { today: app.now().day_in(&organisation_zone(&sites)), sites, categories })
}

fn line(me: &Me, thread: &Thread, around: &Around) -> LineView {
    let row = &thread.row;
    let category = around.category(thread);
    let owed = row.owed();
    LineView {
        id: row.id,
        handle: row.handle.clone(),
        category: category.map_or(String::new(), |category| category.name(&me.page().app().views, me.page().lang())),
        kind: thread.header.kind.clone(),
        site: around.site(thread).map(|site| site.name.clone()),
        state: row.state.clone(),
        criticality: row.criticality,
        received_on: row.received_on,
        due_on: owed.map(|owed| owed.on),
        nearness: owed.map(|owed| owed.nearness(around.today)),
        is_unanswered: row.acknowledged_on.is_none(),
    }
}

/// A thread of the one who looks; whoever was excluded, or handles another part of the house, finds none.
async fn find(me: &Me, id: ThreadId) -> Result<Thread, Failure> {
    let row = find_row(me, id).await?;
    let thread = Thread::open(&me.page().app().secrets, row).map_err(|error| Failure::ours(&error))?;
    me.must_see(thread.is_for(me.person_id, &handles_at(me)))?;
    Ok(thread)
}

/// The same with its seal closed: who was excluded is not known yet.
async fn find_row(me: &Me, id: ThreadId) -> Result<Row, Failure> {
    let scope = handles_at(me);
    let row = me.page().app().read(move |conn| thread_store::find_in(conn, id, &scope)).await?;
    row.ok_or(Failure::NotFound)
}

/// `GET /voice/threads/{id}`
pub async fn show(me: Me, id: Path<ThreadId>) -> Answer {
    let row = find_row(&me, *id).await?;
    let handle = row.handle.clone();
    let Ok(thread) = Thread::open(&me.page().app().secrets, row) else {
        return me.page().show("voice/anonymous/unopened", &UnopenedView { handle });
    };
    me.must_see(thread.is_for(me.person_id, &handles_at(&me)))?;
    show_with(&me, thread, &Form::default(), &Problems::none()).await
}

async fn show_with(me: &Me, thread: Thread, form: &Form, problems: &Problems) -> Answer {
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    show_as(me, status, thread, form, problems).await
}

/// Somebody else was faster: the thread as it is now, with everything that was typed.
async fn late(me: &Me, id: ThreadId, form: &Form, field: &str) -> Answer {
    let thread = find(me, id).await?;
    show_as(me, StatusCode::CONFLICT, thread, form, &Problems::one(field, "voice-problem-faster")).await
}

/// Shows a thread to a handler, which is written down whatever made the page be shown.
async fn show_as(me: &Me, status: StatusCode, thread: Thread, form: &Form, problems: &Problems) -> Answer {
    let entry = me.entry(What::Opened, "thread", Some(thread.row.id.0), "");
    me.page().app().write(move |deed| audit_store::record_opening(deed.conn, &entry, deed.now)).await?;
    let around = around(me).await?;
    let (id, site, now) = (thread.row.id, thread.row.site_id, me.page().app().now());
    let sites = around.sites.clone();
    let read = me.page().app().read(move |conn| {
        let messages = thread_store::list_messages(conn, id)?;
        Ok((messages, thread_store::list_remarks(conn, id)?, list_handlers(conn, &sites, now)?))
    });
    let (messages, remarks, handlers) = read.await?;
    let unopened = |error| Failure::ours(&error);
    let is_delicate = around.category(&thread).is_none_or(|category| category.is_delicate);
    let is_other = |id: PersonId, scope: &Scope| id != me.person_id && is_in(scope, site);
    let others = handlers
        .iter()
        .filter(|one| is_other(one.person.id, &one.scope) && thread.is_for(one.person.id, &one.scope))
        .count();
    let is_joined = thread.row.state == State::Joined.name();
    let can_review = together::waits(&thread, &around);
    let choices = if join::can_join(&thread, is_delicate) { join::choices(me, &thread).await? } else { Vec::new() };
    let mut form = form.clone();
    if !form.has("what") {
        fill_in_first(&mut form, &thread, &messages);
    }
    let is_shown = thread.row.review == review::PUBLISHED && thread.row.published_id.is_some();
    let can_publish = can_review && thread.may_be_shown();
    let flags = match around.site(&thread) {
        Some(site) if can_publish => flags_of(me, shown_words(&form), site).await?,
        _ => Vec::new(),
    };
    let view = ShowView {
        thread: line(me, &thread, &around),
        is_delicate,
        review: thread.row.review.clone(),
        published_id: find_published(me, &thread.row).await?,
        is_joined,
        joined: join::find_joined(me, &thread.row).await?,
        choices,
        can_review,
        can_publish,
        causes: if is_shown && !retract::is_kept_from(me, &thread.row).await? { CAUSES.to_vec() } else { Vec::new() },
        flags,
        revealed: thread.header.revealed.clone(),
        version: thread.row.version,
        states: State::ALL.iter().filter(|state| is_step(**state)).map(|state| state.name()).collect(),
        criticalities: criticality::ALL,
        messages: open_all(&thread.key, id, &messages, Part::Message).map_err(unopened)?,
        remarks: open_all(&thread.key, id, &remarks, Part::Remark).map_err(unopened)?,
        others: i64::try_from(others).unwrap_or(0),
        form_key: FormKey::from_form(form.text("form_key")).as_str().to_owned(),
        form: form.view(me.page(), problems),
    };
    me.page().show_as(status, "voice/anonymous/show", &view)
}

/// The review starts from the writer's own words.
fn fill_in_first(form: &mut Form, thread: &Thread, messages: &[thread_store::Sealed]) {
    if let Some(Words { what, place, fix, .. }) = first_words(thread, messages) {
        form.set("what", &what);
        form.set("place", &place);
        form.set("fix", &fix);
    }
}

/// What a thread begins with, which has no title yet.
fn first_words(thread: &Thread, messages: &[thread_store::Sealed]) -> Option<Words> {
    let first = messages.iter().find(|message| message.side == side::AUTHOR)?;
    match open(&thread.key, thread.row.id, Part::Message(first.seq), &first.sealed) {
        Ok(Said::First { what, place, fix }) => Some(Words { title: String::new(), what, place, fix }),
        _ => None,
    }
}

/// The words in a form that a site would be shown.
fn shown_words(form: &Form) -> [&str; 4] {
    ["title", "what", "place", "fix"].map(|field| form.text(field))
}

/// What the site reads of it, if whoever looks may read that too.
async fn find_published(me: &Me, row: &Row) -> Result<Option<IssueId>, Failure> {
    let Some(id) = row.published_id.filter(|_| row.review == review::PUBLISHED) else { return Ok(None) };
    let viewer = (**me).clone();
    let found = me.page().app().read(move |conn| issue_list_store::find_visible(conn, id, &viewer)).await?;
    Ok(found.map(|(issue, _)| issue.id))
}

/// What of the words that a site would be shown could give somebody away.
async fn flags_of(me: &Me, words: [&str; 4], site: &Site) -> Result<Vec<String>, Failure> {
    let (id, today) = (site.id, site.today(me.page().app().now()));
    let names = me.page().app().read(move |conn| person_store::list_names_at(conn, id, today)).await?;
    Ok(flags::look(&words.join("\n"), &flags::words_of_names(names)))
}

/// What a press of a button is known by when it comes again.
fn hash_of(form: &Form, deed: &str) -> Vec<u8> {
    FormKey::from_form(form.text("form_key")).of(deed).hash()
}

/// A press of a button, and the version of the thread that it was made from.
struct Press {
    hash: Vec<u8>,
    version: i32,
}

impl Press {
    fn of(form: &Form, deed: &str) -> Press {
        Press { hash: hash_of(form, deed), version: form.read("version").unwrap_or_default() }
    }
}

/// What a handler says in a thread, and the names that the audit log has for it.
struct Act {
    said: Said,
    what: What,
    name: &'static str,
    /// The issue that the entry is about instead of the thread: that the two belong together is erased with this deed.
    about: Option<IssueId>,
}

/// Stores what a handler says, what it changes, and that they did it; false if `change`, which is given the thread with the
/// version that the form was made from and the day, finds that somebody was faster. A second press finds it said.
async fn store_once(
    me: &Me,
    thread: Thread,
    press: Press,
    act: Act,
    change: impl Fn(&mut Deed, (ThreadId, i32), Day) -> QueryResult<bool> + Send + 'static,
) -> Result<bool, Failure> {
    let (id, on) = (thread.row.id, today(me).await?);
    let Press { hash, version } = press;
    let entry = match act.about {
        Some(issue) => me.entry(act.what, "issue", Some(issue.0), act.name),
        None => me.entry(act.what, "thread", Some(id.0), act.name),
    };
    let stored = me.page().app().write(move |deed| {
        if is_said(deed, &thread, &hash)? {
            return Ok(true);
        }
        if !change(deed, (id, version), on)? {
            return Ok(false);
        }
        let new = New { thread: id, key: &thread.key, form_hash: Some(&hash), on };
        thread_store::add_of_handler(deed.conn, new, &act.said)?;
        audit_store::record(deed.conn, &entry, deed.now)?;
        Ok(true)
    });
    Ok(stored.await?)
}

/// Holds a thread until the write ends; whether what is about to be said was said by an earlier press.
fn is_said(deed: &mut Deed, thread: &Thread, hash: &[u8]) -> QueryResult<bool> {
    thread_store::find_held(deed.conn, &thread.row.lookup_hash)?;
    thread_store::is_known(deed.conn, hash)
}

fn path_of(id: ThreadId) -> String {
    format!("/voice/threads/{id}")
}

/// The day it is for the organisation.
async fn today(me: &Me) -> Result<Day, Failure> {
    let app = me.page().app();
    Ok(app.now().day_in(&collect::zone(app).await?))
}
