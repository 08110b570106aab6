//! The review: whether the site sees it, and in which words. The writer reads in the thread what was decided, and why not.

use actix_web::web::Path;
use jiff::Timestamp;

use super::*;
use crate::clock::Moment;
use crate::voice::anonymous::review_store::{self, NewIssue};

/// `POST /voice/threads/{id}/publish`
pub async fn publish(me: Me, id: Path<ThreadId>, form: Form) -> Answer {
    let thread = find(&me, *id).await?;
    let around = around(&me).await?;
    let category = around.categories.into_iter().find(|category| category.id == thread.header.category);
    // What is delicate, or comes without a site, no site is ever shown: its page offers no such form.
    let (Some(category), Some(site_id)) = (category.filter(|category| !category.is_delicate), thread.row.site_id)
    else {
        return Err(Failure::Forbidden);
    };
    let mut problems = Problems::none();
    let title = problems.need("title", text::line(form.text("title")), "anonymous-problem-title");
    let what = problems.need("what", text::words(form.text("what")), "anonymous-problem-what");
    let place = problems.take("place", text::optional_words(form.text("place")));
    let fix = problems.take("fix", text::optional_words(form.text("fix")));
    if !problems.is_empty() {
        return show_with(&me, thread, &form, &problems).await;
    }
    let zone = collect::zone(me.page().app()).await?;
    let midnight = around.today.date().to_zoned(zone).map_or(Timestamp::UNIX_EPOCH, |start| start.timestamp());
    let issue = NewIssue {
        id: IssueId::random(),
        kind: thread.header.kind.clone(),
        category,
        site_id,
        language: me.page().lang().tag().to_owned(),
        texts: [title.clone(), what.clone(), place.clone(), fix.clone()],
        on: (around.today, Moment::from(midnight)),
    };
    let said = Said::Published { by: me.name.clone(), title, what, place, fix };
    decide(&me, thread, &form, said, Some(issue)).await
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
    decide(&me, thread, &form, said, None).await
}

async fn decide(me: &Me, thread: Thread, form: &Form, said: Said, issue: Option<NewIssue>) -> Answer {
    let (id, on) = (thread.row.id, today(me).await?);
    if thread.row.review != review::OPEN || form.read::<i32>("version") != Some(thread.row.version) {
        return Err(Failure::Faster(path_of(id)));
    }
    let decision = if issue.is_some() { review::PUBLISHED } else { review::KEPT };
    let entry = NewEntry::new(me.person_id, What::Reviewed, "thread", Some(id.0)).detail(decision);
    let hash = FormKey::from_form(form.text("form_key")).hash();
    let is_first = me
        .page()
        .app()
        .write(move |deed| {
            let issue_id = issue.as_ref().map(|issue| issue.id);
            if !thread_store::set_review(deed.conn, &thread.row, decision, issue_id)? {
                return Ok(false);
            }
            if let Some(issue) = &issue {
                review_store::insert(deed.conn, issue)?;
            }
            let new = New { thread: id, key: &thread.key, form_hash: Some(&hash), on };
            thread_store::add_of_handler(deed.conn, new, &said)?;
            audit_store::record(deed.conn, &entry, deed.now)?;
            Ok(true)
        })
        .await?;
    if is_first { Ok(see_other_saying(&path_of(id), "anonymous-said-told")) } else { Err(Failure::Faster(path_of(id))) }
}
