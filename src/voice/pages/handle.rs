//! What a handler says and decides: an answer, a remark among handlers, and each step as a dated entry.

use actix_web::web;

use super::one::{Typed, find_handled, show_with};
use super::{Audience, audience, handled, open, touch};
use crate::app::App;
use crate::ids::{IssueId, MessageId, RowId};
use crate::live::Topic;
use crate::mail::{Message, outbox};
use crate::people::audit_store;
use crate::people::sender::FormKey;
use crate::seal::DataKey;
use crate::text;
use crate::voice::issue_list_store as list_store;
use crate::voice::issue_store::{self, Issue, Stands};
use crate::voice::issue_talk_store::{self as talk_store, NewEvent, NewMessage, side};
use crate::voice::mails;
use crate::voice::sealed::Kept;
use crate::voice::state::{State, Step, told};
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, Me, Problems};

fn page_of(id: IssueId) -> String {
    format!("/voice/{id}")
}

/// The key that further words have to be sealed with: none for one that is not confidential.
fn sealing(me: &Me, issue: &Issue) -> Result<Option<DataKey>, Failure> {
    if !issue.is_confidential() {
        return Ok(None);
    }
    open(me.page(), issue).1.map(Some).ok_or_else(|| Failure::ours(&crate::seal::Unopened))
}

/// The words of a field, or the page again with what is wrong with them. One that was taken back meanwhile keeps what
/// was typed and says so.
async fn words(me: &Me, issue: &Issue, form: &Form, field: &'static str) -> Result<String, Answer> {
    if issue.state() == State::Withdrawn {
        return Err(too_late(me, issue.clone(), form.clone(), field).await);
    }
    match text::words(form.text(field)) {
        Ok(words) => Ok(words),
        Err(problem) => {
            let mut problems = Problems::none();
            problems.take::<String>(field, Err(problem));
            Err(show_with(me, issue.clone(), true, Typed::wrong(form.clone(), problems)).await)
        }
    }
}

/// 409: what was taken back, with the words that were about it.
async fn too_late(me: &Me, issue: Issue, form: Form, field: &'static str) -> Answer {
    let issue = find_handled(me, issue.id).await?;
    show_with(me, issue, true, Typed::too_late(form, field)).await
}

/// POST /voice/{id}/reply: to its raiser alone, or (`to=everybody`) as a dated entry to all who see it.
pub async fn reply(me: Me, id: web::Path<IssueId>, form: Form) -> Answer {
    let issue = find_handled(&me, *id).await?;
    let words = match words(&me, &issue, &form, "text").await {
        Ok(words) => words,
        Err(answer) => return answer,
    };
    let app = me.page().app();
    let key = sealing(&me, &issue)?;
    let to_all = issue.is_shared() && (form.text("to") == "everybody" || issue.raiser_id.is_none());
    let hear = audience(app, &issue).await?.ok_or(Failure::NotFound)?;
    let form_hash = FormKey::from_form(form.text("form_key")).hash();
    // The key of an entry is made of the form's, so that a second press meets the first one's.
    let entry_id = RowId(uuid::Uuid::from_slice(form_hash.get(..16).unwrap_or_default()).unwrap_or_default());
    let message_id = MessageId::new(app.now());
    let mails = answered(app, &hear, &entry_id.to_string(), to_all)?;
    let (id, by) = (issue.id, me.person_id);
    let act = handled(&me, id, "answered");
    let message = NewMessage {
        id: message_id,
        issue_id: id,
        form_hash,
        side: side::HANDLER,
        by,
        kept: Kept::new(key.as_ref(), message_id.0, &words),
    };
    let entry = NewEvent {
        id: entry_id,
        issue_id: id,
        by: Some(by),
        what: told::ANSWERED,
        kept: Kept::new(key.as_ref(), entry_id.0, &words),
        planned_on: None,
    };
    let written = app
        .write(move |deed| {
            let now = issue_store::hold(deed.conn, id)?.filter(|now| now.state() != State::Withdrawn);
            let Some(now) = now else { return Ok(false) };
            match to_all {
                true => talk_store::insert_event(deed.conn, &entry, deed.now)?,
                false => talk_store::insert_message(deed.conn, &message, deed.now)?,
            }
            // An answer is also the sign that somebody has read it.
            let state = if now.state() == State::Received { State::Acknowledged } else { now.state() };
            let stands = Stands { state, planned_on: now.planned_on, joined_to: now.joined_to_id, is_answer: true };
            issue_store::set_state(deed.conn, &now, now.version, stands, deed.now)?;
            audit_store::record(deed.conn, &act, deed.now)?;
            touch(deed, &hear.touched);
            mails.iter().try_for_each(|mail| outbox::put(deed, mail))?;
            Ok(true)
        })
        .await;
    match written {
        Ok(false) => too_late(&me, issue, form, "text").await,
        Err(error) if !error.violates("issue_message.form_hash") && !error.violates("issue_event.id") => {
            Err(error.into())
        }
        _ => Ok(see_other_saying(&page_of(id), "voice-said-answered")),
    }
}

fn answered(app: &App, hear: &Audience, occasion: &str, to_all: bool) -> Result<Vec<Message>, Failure> {
    let raiser = hear.raiser.iter().map(|person| (person, true));
    let others = hear.supporters.iter().filter(|_| to_all).map(|person| (person, false));
    let mails = raiser.chain(others).map(|(to, mine)| mails::issue_answered(app, to, &hear.about, occasion, mine));
    Ok(mails.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

/// POST /voice/{id}/remark: among handlers, never shown to anybody else.
pub async fn remark(me: Me, id: web::Path<IssueId>, form: Form) -> Answer {
    let issue = find_handled(&me, *id).await?;
    let words = match words(&me, &issue, &form, "remark").await {
        Ok(words) => words,
        Err(answer) => return answer,
    };
    let app = me.page().app();
    let key = sealing(&me, &issue)?;
    let (id, by, remark_id) = (issue.id, me.person_id, RowId::new(app.now()));
    let kept = Kept::new(key.as_ref(), remark_id.0, &words);
    let form_hash = FormKey::from_form(form.text("form_key")).hash();
    let act = handled(&me, id, "remark");
    let hear: Vec<Topic> = [issue.owner_id, issue.deputy_id].into_iter().flatten().map(Topic::Person).collect();
    let written = app
        .write(move |deed| {
            let now = issue_store::hold(deed.conn, id)?.filter(|now| now.state() != State::Withdrawn);
            if now.is_none() {
                return Ok(false);
            }
            talk_store::insert_remark(deed.conn, (remark_id, id), &form_hash, by, &kept, deed.now)?;
            audit_store::record(deed.conn, &act, deed.now)?;
            hear.iter().for_each(|topic| deed.touch(topic.clone()));
            Ok(true)
        })
        .await;
    match written {
        Ok(false) => too_late(&me, issue, form, "remark").await,
        Err(error) if !error.violates("issue_remark.form_hash") => Err(error.into()),
        _ => Ok(see_other_saying(&page_of(id), "voice-said-remarked")),
    }
}

/// POST /voice/{id}/state: the next step, with what it needs. Two handlers at once: the second reads 409, and nothing
/// they typed is lost.
pub async fn set_state(me: Me, id: web::Path<IssueId>, form: Form) -> Answer {
    let issue = find_handled(&me, *id).await?;
    let version: i32 = form.read("version").unwrap_or(issue.version);
    if issue.state() == State::Withdrawn || version != issue.version {
        return late(&me, issue, form).await;
    }
    let app = me.page().app();
    let hear = audience(app, &issue).await?.ok_or(Failure::NotFound)?;
    let step = Step::parse(&form, hear.site.today(app.now()));
    let other = match &step {
        Ok(step) if step.to == State::Joined => find_other(&me, &issue, &form).await?,
        _ => None,
    };
    let step = match step {
        Ok(step) if step.to == State::Joined && other.is_none() => Err(Problems::one("other", "voice-problem-other")),
        step => step,
    };
    let step = match step {
        Ok(step) => step,
        Err(problems) => return show_with(&me, issue, true, Typed::wrong(form, problems)).await,
    };
    let key = sealing(&me, &issue)?;
    let entry_id = RowId::new(app.now());
    let mails = changed(app, &hear, &entry_id.to_string(), step.to)?;
    let (id, act) = (issue.id, handled(&me, issue.id, step.to.name()));
    let entry = NewEvent {
        id: entry_id,
        issue_id: id,
        by: Some(me.person_id),
        what: step.to.name(),
        kept: Kept::new(key.as_ref(), entry_id.0, &step.text),
        planned_on: step.planned_on,
    };
    let joined_to = other.as_ref().map(|other| other.id);
    let stands = Stands { state: step.to, planned_on: step.planned_on, joined_to, is_answer: !step.text.is_empty() };
    let before = issue.clone();
    let is_done = app
        .write(move |deed| {
            if let Some(other) = joined_to {
                // It may have been closed meanwhile, or be going on under this one.
                let both = issue_store::hold_both(deed.conn, id, other)?;
                if both.is_none_or(|(_, other)| other.state().is_closed()) {
                    return Ok(false);
                }
            }
            if !issue_store::set_state(deed.conn, &before, version, stands, deed.now)? {
                return Ok(false);
            }
            talk_store::insert_event(deed.conn, &entry, deed.now)?;
            audit_store::record(deed.conn, &act, deed.now)?;
            touch(deed, &hear.touched);
            let joined = other.iter().flat_map(|other| [other.raiser_id, other.owner_id, other.deputy_id]);
            touch(deed, &joined.flatten().collect::<Vec<_>>());
            mails.iter().try_for_each(|mail| outbox::put(deed, mail))?;
            Ok(true)
        })
        .await?;
    if is_done { Ok(see_other_saying(&page_of(id), "voice-said-stepped")) } else { late(&me, issue, form).await }
}

/// 409: the page as it is now, with everything typed.
async fn late(me: &Me, issue: Issue, mut form: Form) -> Answer {
    let issue = find_handled(me, issue.id).await.unwrap_or(issue);
    if issue.state() == State::Withdrawn {
        return show_with(me, issue, true, Typed::too_late(form, "step_text")).await;
    }
    form.set("version", &issue.version.to_string());
    show_with(me, issue, true, Typed::late(form, "state")).await
}

/// The issue under which this one goes on: one that the handler handles too, and that reaches as far.
async fn find_other(me: &Me, issue: &Issue, form: &Form) -> Result<Option<Issue>, Failure> {
    let Some(other) = form.read::<IssueId>("other") else { return Ok(None) };
    let (viewer, from) = ((**me).clone(), issue.clone());
    let list = me.page().app().read(move |conn| list_store::list_to_join(conn, &viewer, &from)).await?;
    Ok(list.into_iter().find(|one| one.id == other))
}

fn changed(app: &App, hear: &Audience, occasion: &str, to: State) -> Result<Vec<Message>, Failure> {
    let raiser = hear.raiser.iter().map(|person| (person, true));
    let all = raiser.chain(hear.supporters.iter().map(|person| (person, false)));
    let mails =
        all.map(|(person, mine)| mails::issue_changed_state(app, person, &hear.about, (occasion, to.name()), mine));
    Ok(mails.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}
