//! Coming back with a receipt: reading the answer, writing back, making oneself known.
//!
//! One address for all of it, so that what somebody does here does not stand in the history of a browser. Answers leave at
//! fixed beats, whether anything was found or not, so that the time one takes tells nothing.

use std::sync::OnceLock;
use std::time::Duration;

use serde::Serialize;
use tokio::time::{Instant, sleep_until};

use super::{MessageView, open_all};
use crate::clock::Day;
use crate::db::{Conn, QueryResult};
use crate::ids::IssueId;
use crate::people::sender::FormKey;
use crate::people::site_store;
use crate::text;
use crate::voice::anonymous::receipt::{Lookup, Receipt};
use crate::voice::anonymous::thread::{Row, Thread, review};
use crate::voice::anonymous::thread_store::{self, Sealed};
use crate::voice::anonymous::words::{Part, Said};
use crate::voice::anonymous::{collect, intake, intake_store};
use crate::voice::issue_store::{self, Issue};
use crate::voice::state::State;
use crate::web::quiet::Deed;
use crate::web::zone::Zone;
use crate::web::{Answer, Failure, Form, FormView, Problems};

/// Answers leave at the beats of a clock that knows nothing of them, this far apart …
const BEAT: Duration = Duration::from_millis(250);
/// … and not before this long after the question, so that what is found is always ready by then.
const WORK: Duration = Duration::from_millis(150);

#[derive(Serialize)]
struct AskView {
    form: FormView,
}

#[derive(Serialize)]
struct ThreadView {
    lookup_hex: String,
    handle: String,
    site: Option<String>,
    state: String,
    review: String,
    /// By when the writer is owed the next thing: to hear that it was read, or what becomes of it.
    due_on: Option<Day>,
    is_read: bool,
    revealed: Option<String>,
    unopened: bool,
    messages: Vec<MessageView>,
    is_joined: bool,
    joined: Option<JoinedView>,
    waiting: i64,
    just_sent: bool,
    form_key: String,
    form: FormView,
}

/// Where a thread goes on: what everybody at the site reads of it.
#[derive(Serialize)]
struct JoinedView {
    title: String,
    text_lang: String,
    state: String,
    people: i32,
    planned_on: Option<Day>,
}

impl JoinedView {
    fn of(issue: Issue) -> JoinedView {
        JoinedView {
            people: issue.people(),
            planned_on: issue.planned_on.filter(|_| issue.state() == State::Planned),
            title: issue.words.0,
            text_lang: issue.language,
            state: issue.state,
        }
    }
}

/// What stands behind a receipt.
struct Found {
    row: Option<Row>,
    joined: Option<Issue>,
    messages: Vec<Sealed>,
    waiting: i64,
    site: Option<String>,
}

/// `GET /voice/receipt`
pub async fn ask(zone: Zone) -> Answer {
    zone.show("voice/anonymous/receipt", &AskView { form: zone.view(&Form::default(), &Problems::none()) })
}

/// `POST /voice/receipt`: looks, or with a `step` writes.
pub async fn open(zone: Zone, form: Form) -> Answer {
    let usual = next_beat(Instant::now() + WORK);
    let look = async { (look(&zone, form).await, Instant::now()) };
    // It is waited for from the beginning: several that leave at one beat do so in the order in which they came, and not in
    // the one in which they were ready, which would put first where there is nothing.
    let ((answer, ready), ()) = tokio::join!(look, sleep_until(usual));
    if ready > usual {
        sleep_until(next_beat(ready)).await;
    }
    answer
}

/// The first beat at or after a moment.
fn next_beat(moment: Instant) -> Instant {
    static FIRST: OnceLock<Instant> = OnceLock::new();
    let first = *FIRST.get_or_init(Instant::now);
    let beats = moment.saturating_duration_since(first).as_nanos().div_ceil(BEAT.as_nanos());
    first + BEAT * u32::try_from(beats).unwrap_or(u32::MAX)
}

async fn look(zone: &Zone, form: Form) -> Answer {
    if !zone.allows(Deed::Looked) {
        return Err(Failure::TooMany(600));
    }
    let typed = || Receipt::read(form.text("receipt")).map(|receipt| receipt.lookup());
    let lookup = Lookup::read(form.text("lookup")).or_else(typed);
    let Some(lookup) = lookup else {
        // What cannot be a receipt is told at once: that tells nothing of those there are.
        let view =
            AskView { form: zone.view(&Form::default(), &Problems::one("receipt", "anonymous-problem-receipt")) };
        return zone.show_as(actix_web::http::StatusCode::UNPROCESSABLE_ENTITY, "voice/anonymous/receipt", &view);
    };
    let found = find(zone, lookup).await?;
    if found.row.is_none() && found.waiting == 0 {
        return zone.show("voice/anonymous/lost", &AskView { form: zone.view(&Form::default(), &Problems::none()) });
    }
    let said = match (form.text("step"), &found.row) {
        ("write", Some(_)) => words(&form),
        ("reveal", Some(_)) => reveal(&form),
        _ => return show(zone, lookup, found, false, &Form::default(), &Problems::none()),
    };
    match said {
        Err(problems) => show(zone, lookup, found, false, &form, &problems),
        Ok(_) if !zone.allows(Deed::Wrote) => {
            show(zone, lookup, found, false, &form, &Problems::one("text", "anonymous-problem-too-many"))
        }
        Ok(said) => {
            let form_key = FormKey::from_form(form.text("form_key")).of(form.text("step"));
            add(zone, lookup, &found, said, &form_key).await?;
            let found = find(zone, lookup).await?;
            show(zone, lookup, found, true, &Form::default(), &Problems::none())
        }
    }
}

fn words(form: &Form) -> Result<Said, Problems> {
    let mut problems = Problems::none();
    let text = problems.need("text", text::words(form.text("text")), "anonymous-problem-text");
    problems.or(Said::Words { text })
}

fn reveal(form: &Form) -> Result<Said, Problems> {
    let mut problems = Problems::none();
    let name = problems.need("name", text::line(form.text("name")), "anonymous-problem-name");
    if !form.has("sure") {
        problems.add("sure", "anonymous-problem-sure");
    }
    problems.or(Said::Reveal { name })
}

async fn find(zone: &Zone, lookup: Lookup) -> Result<Found, Failure> {
    let hash = lookup.hash();
    let found = zone.app().read(move |conn| {
        let row = thread_store::find_by_lookup(conn, &hash)?;
        let messages = match &row {
            Some(row) => thread_store::list_messages(conn, row.id)?,
            None => Vec::new(),
        };
        let site = match row.as_ref().and_then(|row| row.site_id) {
            Some(id) => site_store::find_site(conn, id)?.map(|site| site.name),
            None => None,
        };
        let joined = row.as_ref().filter(|row| row.state == State::Joined.name()).and_then(|row| row.published_id);
        let joined = match joined {
            Some(id) => find_shown(conn, id)?,
            None => None,
        };
        Ok(Found { row, joined, messages, waiting: intake_store::count_of(conn, &hash)?, site })
    });
    Ok(found.await?)
}

/// Where an issue goes on in the end, if whoever comes with a receipt may be told: not what is kept from somebody by now, for
/// it might be them.
fn find_shown(conn: &mut Conn, id: IssueId) -> QueryResult<Option<Issue>> {
    let Some(issue) = issue_store::find_last(conn, id)? else { return Ok(None) };
    let is_for_all = issue.is_for_its_site() && issue_store::list_barred(conn, issue.id)?.is_empty();
    Ok(is_for_all.then_some(issue))
}

async fn add(zone: &Zone, lookup: Lookup, found: &Found, said: Said, form_key: &FormKey) -> Result<(), Failure> {
    let app = zone.app();
    let today = app.now().day_in(&collect::zone(app).await?);
    let site_id = found.row.as_ref().and_then(|row| row.site_id);
    let row = intake::further(app, form_key, (lookup.hash(), site_id), (found.waiting, said), today);
    let written = app
        .write(move |deed| match intake_store::is_known(deed.conn, &row)? {
            true => Ok(()),
            false => intake_store::insert(deed.conn, &row),
        })
        .await;
    match written {
        Err(error) if error.violates("anon_intake.form_hash") => Ok(()), // a second press, at the same moment
        written => Ok(written?),
    }
}

fn show(zone: &Zone, lookup: Lookup, found: Found, just_sent: bool, form: &Form, problems: &Problems) -> Answer {
    let form_key = FormKey::from_form(form.text("form_key")).as_str().to_owned();
    let mut view = ThreadView {
        lookup_hex: lookup.hex(),
        handle: String::new(),
        site: found.site,
        state: "waiting".into(),
        review: review::OPEN.into(),
        due_on: None,
        is_read: false,
        revealed: None,
        unopened: false,
        messages: Vec::new(),
        is_joined: false,
        joined: found.joined.map(JoinedView::of),
        waiting: found.waiting,
        just_sent,
        form_key,
        form: zone.view(form, problems),
    };
    if let Some(row) = found.row {
        view.handle.clone_from(&row.handle);
        view.state.clone_from(&row.state);
        view.review.clone_from(&row.review);
        view.is_joined = row.state == State::Joined.name();
        view.due_on = row.owed().map(|owed| owed.on);
        view.is_read = row.acknowledged_on.is_some();
        match Thread::open(&zone.app().secrets, row) {
            Ok(thread) => {
                let messages = open_all(&thread.key, thread.row.id, &found.messages, Part::Message);
                view.messages = messages.map_err(|error| Failure::ours(&error))?;
                view.revealed = thread.header.revealed;
            }
            Err(_) => view.unopened = true,
        }
    }
    let status = match problems.is_empty() {
        true => actix_web::http::StatusCode::OK,
        false => actix_web::http::StatusCode::UNPROCESSABLE_ENTITY,
    };
    zone.show_as(status, "voice/anonymous/thread", &view)
}
