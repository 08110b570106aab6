//! The same as an open issue of the site: the thread goes on there, and its writer counts there, once, without a row that
//! would tell of them. The number changes by a handler's deed or with a collection, never when the writer does something.

use actix_web::web::Path;

use super::*;
use crate::live::Topic;
use crate::voice::issue_store::{self, Issue};
use crate::voice::{issue_list_store, issue_support_store};

/// The issue of a thread, as its handler reads of it.
#[derive(Serialize)]
pub(super) struct JoinedView {
    id: IssueId,
    title: String,
    state: String,
    people: i32,
    /// Whether it is shown to this handler elsewhere too.
    is_seen: bool,
}

/// An issue to choose.
#[derive(Serialize)]
pub(super) struct ChoiceView {
    id: IssueId,
    /// Its title; that word is the layout's.
    first_words: String,
}

impl ChoiceView {
    fn of(issue: Issue) -> ChoiceView {
        ChoiceView { id: issue.id, first_words: issue.words.0 }
    }
}

/// Whether a thread may go on under an issue that everybody at its site reads: not if it is delicate, nor if somebody is
/// excluded, who must not count it there either; and what the site sees is an issue itself.
pub(super) fn can_join(thread: &Thread, is_delicate: bool) -> bool {
    let row = &thread.row;
    let is_settled = row.review == review::PUBLISHED || row.state == State::Joined.name();
    !is_delicate && !is_settled && row.site_id.is_some() && thread.may_be_joined()
}

/// What a thread may go on under.
pub(super) async fn choices(me: &Me, thread: &Thread) -> Result<Vec<ChoiceView>, Failure> {
    Ok(list(me, thread).await?.into_iter().map(ChoiceView::of).collect())
}

async fn list(me: &Me, thread: &Thread) -> Result<Vec<Issue>, Failure> {
    let Some(site) = thread.row.site_id else { return Ok(Vec::new()) };
    let viewer = (**me).clone();
    Ok(me.page().app().read(move |conn| issue_list_store::list_for_unknown(conn, &viewer, site)).await?)
}

/// What a thread goes on under; nothing if that is kept from whoever looks.
pub(super) async fn find_joined(me: &Me, row: &Row) -> Result<Option<JoinedView>, Failure> {
    let Some(id) = row.published_id.filter(|_| row.state == State::Joined.name()) else { return Ok(None) };
    let viewer = (**me).clone();
    let found = me.page().app().read(move |conn| {
        let is_barred = issue_store::is_barred(conn, id, viewer.person_id)?;
        let issue = issue_store::find(conn, id)?.filter(|_| !is_barred);
        Ok(issue.zip(Some(issue_list_store::find_visible(conn, id, &viewer)?.is_some())))
    });
    Ok(found.await?.map(|(issue, is_seen)| JoinedView {
        id,
        people: issue.people(),
        title: issue.words.0,
        state: issue.state,
        is_seen,
    }))
}

/// `POST /voice/threads/{id}/join`
pub async fn join(me: Me, id: Path<ThreadId>, form: Form) -> Answer {
    let thread = find(&me, *id).await?;
    let around = around(&me).await?;
    let category = around.categories.iter().find(|category| category.id == thread.header.category);
    if category.is_none_or(|category| category.is_delicate) || thread.row.site_id.is_none() {
        return Err(Failure::Forbidden); // its page offers no such form
    }
    if !thread.may_be_shown() {
        return show_with(&me, thread, &form, &Problems::one("issue", "anonymous-review-excluded")).await;
    }
    if !thread.may_be_joined() {
        return Err(Failure::Forbidden); // nor here
    }
    let chosen = form.read::<IssueId>("issue");
    let issue = list(&me, &thread).await?.into_iter().find(|issue| Some(issue.id) == chosen);
    let Some(issue) = issue else {
        return show_with(&me, thread, &form, &Problems::one("issue", "anonymous-problem-issue")).await;
    };
    let id = thread.row.id;
    let said = Said::Joined { by: me.name.clone(), title: String::new() };
    let touched: Vec<PersonId> = [issue.raiser_id, issue.owner_id].into_iter().flatten().collect();
    let act = Act { said, what: What::Handled, name: State::Joined.name(), about: None };
    let is_done = store_once(&me, thread, Press::of(&form, act.name), act, move |deed, thread, on| {
        // It may have been closed meanwhile.
        let open = issue_store::hold(deed.conn, issue.id)?.filter(|now| !now.state().is_closed());
        if open.is_none() || !thread_store::join(deed.conn, thread, issue.id, on)? {
            return Ok(false);
        }
        issue_support_store::add_unknown(deed.conn, issue.id)?;
        touched.iter().for_each(|id| deed.touch(Topic::Person(*id)));
        Ok(true)
    });
    match is_done.await? {
        true => Ok(see_other_saying(&path_of(id), "anonymous-said-told")),
        false => late(&me, id, &form, "issue").await,
    }
}
