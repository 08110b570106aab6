//! The review: whether the site sees it, and in which words. The writer reads in the thread what was decided, and why not.

use std::collections::HashSet;

use actix_web::web::Path;

use super::*;
use crate::clock::Moment;
use crate::ids::RowId;
use crate::live::Topic;
use crate::mail::{Message, outbox};
use crate::people::site::Unit;
use crate::voice::issue::{Kind, Reach, Words};
use crate::voice::issue_store::{self, NewIssue};
use crate::voice::issue_talk_store::{self, NewEvent};
use crate::voice::level::Level;
use crate::voice::mails::{About, issue_received};
use crate::voice::sealed::Kept;
use crate::voice::{clocks, receivers_store};

/// What the site will see, and who hears of it.
pub(super) struct Shown {
    issue: NewIssue,
    /// When its day began: all about it is of a day, not of a time.
    from: Moment,
    /// Whom it was kept from when it was shown before, and why.
    barred: Vec<(PersonId, String)>,
    told: Vec<PersonId>,
    mails: Vec<Message>,
}

/// `POST /voice/threads/{id}/publish`
pub async fn publish(me: Me, id: Path<ThreadId>, form: Form) -> Answer {
    let thread = find(&me, *id).await?;
    let around = around(&me).await?;
    let category = around.categories.into_iter().find(|category| category.id == thread.header.category);
    let site = around.sites.into_iter().find(|site| Some(site.id) == thread.row.site_id);
    // What is delicate, or comes without a site, no site is ever shown: its page offers no such form.
    let (Some(category), Some(site)) = (category.filter(|category| !category.is_delicate), site) else {
        return Err(Failure::Forbidden);
    };
    if !thread.may_be_shown() {
        return show_with(&me, thread, &form, &Problems::one("title", "anonymous-review-excluded")).await;
    }
    let mut problems = Problems::none();
    let title = problems.need("title", text::line(form.text("title")), "anonymous-problem-title");
    let what = problems.need("what", text::words(form.text("what")), "anonymous-problem-what");
    let place = problems.take("place", text::optional_words(form.text("place")));
    let fix = problems.take("fix", text::optional_words(form.text("fix")));
    // A name may have to stay; what somebody is reached by never has to.
    for field in ["title", "what", "place", "fix"] {
        let found = flags::contacts(form.text(field));
        if !found.is_empty() {
            problems.add_naming(field, "anonymous-problem-contacts", "found", &found.join(", "));
        }
    }
    if !form.has("looked") && problems.is_empty() && !flags_of(&me, shown_words(&form), &site).await?.is_empty() {
        problems.add("looked", "anonymous-problem-looked");
    }
    if !problems.is_empty() {
        return show_with(&me, thread, &form, &problems).await;
    }
    let words = Words { title, what, place, fix };
    let shown = shown(&me, &thread, &category, &site, words.clone()).await?;
    let Words { title, what, place, fix } = words;
    let said = Said::Published { by: me.name.clone(), title, what, place, fix };
    decided(&me, thread, &form, said, Some(shown)).await
}

/// An issue like every other, but that nobody raised it. Whoever stepped aside from the thread does not answer it, and
/// stands nowhere outside the seal.
pub(super) async fn shown(
    me: &Me,
    thread: &Thread,
    category: &Category,
    site: &Site,
    words: Words,
) -> Result<Shown, Failure> {
    let app = me.page().app();
    let today = site.today(app.now());
    let from = clocks::midnight(site, app.now());
    let barred = thread.header.barred.clone();
    let out: HashSet<PersonId> = thread.header.aside.iter().chain(barred.iter().map(|(one, _)| one)).copied().collect();
    let (of, at) = (category.id, site.id);
    let ((owner_id, deputy_id), told, holidays) = app
        .read(move |conn| {
            let pair = receivers_store::find_receivers(conn, of, at, Level::Anonymous, &out, today)?;
            let told = receivers_store::list_told(conn, pair.0, at, Level::Anonymous, &out, today)?;
            let people = person_store::list_by_keys(conn, &told)?;
            Ok((pair, people, site_store::list_holidays(conn, at)?))
        })
        .await?;
    let id = IssueId::new(from);
    let kind = Kind::from_name(&thread.header.kind).unwrap_or(Kind::Issue);
    let about = About { id, kind: kind.name().into(), site: site.name.clone(), is_confidential: false };
    let mails = told.iter().map(|person| issue_received(app, person, &about)).collect::<Result<Vec<_>, _>>()?;
    let issue = NewIssue {
        id,
        form_hash: None,
        kind,
        level: Level::Anonymous,
        reach: Reach::Site,
        category_id: category.id,
        unit: Unit { site_id: site.id, department_id: None, team_id: None },
        raiser_id: None,
        language: me.page().lang().tag(),
        words,
        seal: None,
        owner_id,
        deputy_id,
        due: clocks::due(site, &holidays, today, category.due_days),
        excluded: Vec::new(),
    };
    let told = told.into_iter().map(|person| person.id).collect();
    Ok(Shown { issue, from, barred, told, mails: mails.into_iter().flatten().collect() })
}

impl Shown {
    fn store(&self, deed: &mut Deed) -> QueryResult<()> {
        issue_store::insert(deed.conn, &self.issue, self.from)?;
        let event = NewEvent {
            id: RowId::random(),
            issue_id: self.issue.id,
            by: None,
            what: State::Received.name(),
            kept: Kept { text: String::new(), sealed: None },
            planned_on: None,
        };
        issue_talk_store::insert_event(deed.conn, &event, self.from)?;
        for (person, why) in &self.barred {
            issue_store::bar(deed.conn, self.issue.id, *person, why, self.from)?;
        }
        self.told.iter().for_each(|id| deed.touch(Topic::Person(*id)));
        self.mails.iter().try_for_each(|mail| outbox::put(deed, mail))
    }
}

/// `POST /voice/threads/{id}/keep`
pub async fn keep(me: Me, id: Path<ThreadId>, form: Form) -> Answer {
    let thread = find(&me, *id).await?;
    let mut problems = Problems::none();
    let text = problems.need("why", text::words(form.text("why")), "anonymous-problem-reason");
    if !problems.is_empty() {
        return show_with(&me, thread, &form, &problems).await;
    }
    let said = Said::Kept { by: me.name.clone(), text };
    decided(&me, thread, &form, said, None).await
}

/// Decides it, and shows the page on which that stands.
async fn decided(me: &Me, thread: Thread, form: &Form, said: Said, shown: Option<Shown>) -> Answer {
    let id = thread.row.id;
    let (name, said_so, field) = match shown {
        Some(_) => (review::PUBLISHED, "anonymous-said-shown", "title"),
        None => (review::KEPT, "anonymous-said-told", "why"),
    };
    // A button of an old page was pressed before, and what it decided may be open again since.
    let is_done = decide(me, thread, Press::of(form, name), said, shown).await?;
    match is_done && find(me, id).await?.row.review == name {
        true => Ok(see_other_saying(&path_of(id), said_so)),
        false => late(me, id, form, field).await,
    }
}

/// Shows it to the site, or keeps it inside; false if somebody was faster.
pub(super) async fn decide(
    me: &Me,
    thread: Thread,
    press: Press,
    said: Said,
    shown: Option<Shown>,
) -> Result<bool, Failure> {
    let decision = if shown.is_some() { review::PUBLISHED } else { review::KEPT };
    let act = Act { said, what: What::Reviewed, name: decision, about: None };
    let is_done = store_once(me, thread, press, act, move |deed, thread, _| {
        let issue_id = shown.as_ref().map(|shown| shown.issue.id);
        if !thread_store::set_review(deed.conn, thread, decision, issue_id)? {
            return Ok(false);
        }
        shown.as_ref().map_or(Ok(()), |shown| shown.store(deed))?;
        Ok(true)
    });
    is_done.await
}
