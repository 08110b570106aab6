//! Several threads reviewed together: shown to their sites in their writers' own words, or kept inside with one reason. Each is
//! decided for itself, with an entry in the audit log and an answer of its own. Where something could give somebody away it is
//! refused and stays ticked: that wants a look of its own.

use super::publish::{decide, shown};
use super::*;
use crate::voice::issue::{Words, title_of};

/// So many are read and decided at once; those that are due first.
const AT_ONCE: usize = 20;

#[derive(Serialize)]
struct View {
    waiting: usize,
    /// How many of those that were ticked are decided; of the others the page says why not.
    done: usize,
    threads: Vec<ReviewView>,
    form_key: String,
    form: FormView,
}

/// A thread that waits for review, in the words in which it would be shown.
#[derive(Serialize)]
struct ReviewView {
    line: LineView,
    /// The name of its box, and what the box stands for: the key and the version that was read.
    field: String,
    choice: String,
    is_ticked: bool,
    heading: String,
    text: String,
    place: String,
    fix: String,
    flags: Vec<String>,
    is_for_everybody: bool,
}

/// Whether somebody has to say if the site sees it.
pub(super) fn waits(thread: &Thread, around: &Around) -> bool {
    let row = &thread.row;
    let is_delicate = around.category(thread).is_none_or(|category| category.is_delicate);
    let is_free = row.review == review::OPEN && row.state != State::Joined.name();
    !is_delicate && is_free && around.site(thread).is_some()
}

/// `GET /voice/threads?shown=review`
pub(super) async fn index(me: &Me) -> Answer {
    show(me, 0, &Form::default(), &Problems::none()).await
}

/// Shows the words of those that wait, which is written down for each of them.
async fn show(me: &Me, done: usize, form: &Form, problems: &Problems) -> Answer {
    let around = around(me).await?;
    let mut threads = list(me, false).await?;
    threads.retain(|thread| waits(thread, &around));
    let waiting = threads.len();
    threads.truncate(AT_ONCE);
    let opened: Vec<_> = threads.iter().map(|one| me.entry(What::Opened, "thread", Some(one.row.id.0), "")).collect();
    let record = move |deed: &mut Deed| {
        opened.iter().try_for_each(|entry| audit_store::record_opening(deed.conn, entry, deed.now))
    };
    me.page().app().write(record).await?;
    let ticked: Vec<&str> = form.all("thread").iter().filter_map(|choice| choice.split(' ').next()).collect();
    let mut views = Vec::with_capacity(threads.len());
    for thread in &threads {
        let Some(site) = around.site(thread) else { continue };
        let words = own_words(me, thread).await?;
        let id = thread.row.id.to_string();
        views.push(ReviewView {
            line: line(me, thread, &around),
            field: field(thread.row.id),
            choice: format!("{id} {}", thread.row.version),
            is_ticked: ticked.contains(&id.as_str()),
            flags: look(me, &words, site).await?,
            heading: words.title,
            text: words.what,
            place: words.place,
            fix: words.fix,
            is_for_everybody: thread.may_be_shown(),
        });
    }
    let form_key = FormKey::from_form(form.text("form_key")).as_str().to_owned();
    let view = View { waiting, done, threads: views, form_key, form: form.view(me.page(), problems) };
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    me.page().show_as(status, "voice/anonymous/review", &view)
}

fn field(id: ThreadId) -> String {
    format!("thread-{id}")
}

/// A thread as its writer began it. What is a title is the first of the words, as of every issue.
async fn own_words(me: &Me, thread: &Thread) -> Result<Words, Failure> {
    let id = thread.row.id;
    let messages = me.page().app().read(move |conn| thread_store::list_messages(conn, id)).await?;
    let words = first_words(thread, &messages).unwrap_or_default();
    Ok(Words { title: title_of(&words.what), ..words })
}

async fn look(me: &Me, words: &Words, site: &Site) -> Result<Vec<String>, Failure> {
    flags_of(me, [&words.title, &words.what, &words.place, &words.fix], site).await
}

/// `POST /voice/threads/reviews`: `thread` (key and version, for each that is ticked), `step` publish or keep, `why`.
pub async fn review_together(me: Me, form: Form) -> Answer {
    me.must(!handles_at(&me).is_nowhere())?;
    let mut problems = Problems::none();
    let why = match form.text("step") {
        "publish" => None,
        _ => Some(problems.need("why", text::words(form.text("why")), "anonymous-problem-reason")),
    };
    if !form.has("thread") {
        problems.add("step", "anonymous-problem-none-ticked");
    }
    if !problems.is_empty() {
        return show(&me, 0, &form, &problems).await;
    }
    let (around, mut done, mut gone) = (around(&me).await?, 0, 0);
    for choice in form.all("thread") {
        let (id, version) = choice.split_once(' ').unwrap_or((choice, ""));
        let Ok(id) = id.parse::<ThreadId>() else { continue };
        let name = decision(why.as_deref());
        let press =
            Press { hash: hash_of(&form, &format!("{name} {id}")), version: version.parse().unwrap_or_default() };
        match decide_one(&me, id, press, why.as_deref(), &around).await? {
            Outcome::Done => done += 1,
            Outcome::Gone => gone += 1,
            Outcome::Refused(problem) => problems.add(&field(id), problem),
        }
    }
    if gone > 0 {
        problems.add("step", "anonymous-problem-decided");
    }
    match problems.is_empty() {
        true => Ok(see_other_saying("/voice/threads?shown=review", "anonymous-said-reviewed")),
        false => show(&me, done, &form, &problems).await,
    }
}

/// Kept inside for a reason, or without one shown.
fn decision(why: Option<&str>) -> &'static str {
    if why.is_none() { review::PUBLISHED } else { review::KEPT }
}

/// What became of one of them.
enum Outcome {
    Done,
    /// It does not wait for review any more: somebody was faster.
    Gone,
    /// It wants a look of its own; why.
    Refused(&'static str),
}

/// Decides one.
async fn decide_one(
    me: &Me,
    id: ThreadId,
    press: Press,
    why: Option<&str>,
    around: &Around,
) -> Result<Outcome, Failure> {
    let thread = match find(me, id).await {
        Err(Failure::NotFound) => return Ok(Outcome::Gone),
        found => found?,
    };
    let hash = press.hash.clone();
    if me.page().app().read(move |conn| thread_store::is_known(conn, &hash)).await? {
        // A second press; what the first one decided may be open again since.
        return Ok(if thread.row.review == decision(why) { Outcome::Done } else { Outcome::Gone });
    }
    let (Some(category), Some(site), true) = (around.category(&thread), around.site(&thread), waits(&thread, around))
    else {
        return Ok(Outcome::Gone);
    };
    let words = own_words(me, &thread).await?;
    if thread.header.was_taken_back || !look(me, &words, site).await?.is_empty() {
        return Ok(Outcome::Refused("anonymous-problem-look-alone"));
    }
    let by = me.name.clone();
    let (said, shown) = match why {
        Some(why) => (Said::Kept { by, text: why.to_owned() }, None),
        None if !thread.may_be_shown() => return Ok(Outcome::Refused("anonymous-review-excluded")),
        None => {
            let shown = shown(me, &thread, category, site, words.clone()).await?;
            let Words { title, what, place, fix } = words;
            (Said::Published { by, title, what, place, fix }, Some(shown))
        }
    };
    match decide(me, thread, press, said, shown).await? {
        true => Ok(Outcome::Done),
        false => Ok(Outcome::Refused("voice-problem-faster")),
    }
}
