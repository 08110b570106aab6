//! What the site was shown is taken back: by mistake it was shown, or something in it gives somebody away. The thread can be
//! reviewed once more; whoever wrote it reads there why. Whom it was kept from, it stays kept from.

use std::collections::BTreeSet;

use actix_web::web::Path;

use super::*;
use crate::db::Conn;
use crate::ids::RowId;
use crate::live::Topic;
use crate::voice::anonymous::retraction_store;
use crate::voice::anonymous::thread::CAUSES;
use crate::voice::{clocks, issue_store, retention_store};

/// Whether what the site sees of a thread is kept from whoever looks: then they cannot take it away either.
pub(super) async fn is_kept_from(me: &Me, row: &Row) -> Result<bool, Failure> {
    let Some(issue) = row.published_id else { return Ok(false) };
    let person = me.person_id;
    Ok(me.page().app().read(move |conn| issue_store::is_barred(conn, issue, person)).await?)
}

/// Whether somebody holds it, or the thread it came from, because the law asks for it: then nobody erases it.
fn is_held(conn: &mut Conn, issue: IssueId, thread: ThreadId) -> QueryResult<bool> {
    Ok(retention_store::is_held(conn, RowId(issue.0))? || retention_store::is_held(conn, RowId(thread.0))?)
}

/// `POST /voice/threads/{id}/retraction`
pub async fn retract(me: Me, id: Path<ThreadId>, form: Form) -> Answer {
    let thread = find(&me, *id).await?;
    me.must_see(!is_kept_from(&me, &thread.row).await?)?;
    let mut problems = Problems::none();
    let cause = CAUSES.into_iter().find(|cause| *cause == form.text("cause"));
    if cause.is_none() {
        problems.add("cause", "anonymous-problem-cause");
    }
    let text = problems.need("cause_text", text::words(form.text("cause_text")), "anonymous-problem-cause-text");
    let (Some(cause), true) = (cause, problems.is_empty()) else {
        return show_with(&me, thread, &form, &problems).await;
    };
    let (shown, of) = (thread.row.published_id, thread.row.id);
    let held = me.page().app().read(move |conn| shown.map_or(Ok(false), |issue| is_held(conn, issue, of)));
    if held.await? {
        return show_with(&me, thread, &form, &Problems::one("cause", "anonymous-problem-held")).await;
    }
    let app = me.page().app();
    let (id, by, secrets, sites) = (thread.row.id, me.name.clone(), app.secrets.clone(), around(&me).await?.sites);
    // Like all that the site reads of it, this too is of a day and has no time.
    let from =
        sites.iter().find(|site| Some(site.id) == thread.row.site_id).map(|site| clocks::midnight(site, app.now()));
    let Some(from) = from else { return Err(Failure::Forbidden) }; // no site was ever shown it
    let said = Said::Retracted { by: by.clone(), cause: cause.to_owned(), text };
    let (act, person) = (Act { said, what: What::Reviewed, name: "retracted", about: shown }, me.person_id);
    let is_done = store_once(&me, thread, Press::of(&form, act.name), act, move |deed, thread, on| {
        let Some(issue) = shown else { return Ok(false) };
        issue_store::hold(deed.conn, issue)?;
        // Held by law, or kept from them, since a moment ago.
        if issue_store::is_barred(deed.conn, issue, person)? || is_held(deed.conn, issue, thread.0)? {
            return Ok(false);
        }
        if thread_store::take_review_back(deed.conn, thread)? != Some(issue) {
            return Ok(false);
        }
        retraction_store::remember(deed.conn, &secrets, thread.0, issue)?;
        let mut touched: BTreeSet<PersonId> = retraction_store::take_off(deed.conn, issue, from)?;
        touched.extend(retraction_store::let_go(deed.conn, issue, deed.now)?);
        retraction_store::let_threads_go(deed.conn, &secrets, issue, &by, on)?;
        touched.into_iter().for_each(|id| deed.touch(Topic::Person(id)));
        // Whoever has it open without having joined it looks again too.
        deed.touch(Topic::Wall);
        Ok(true)
    });
    // A button of an old page was pressed before, and what it took back may be shown again since.
    let is_done = is_done.await? && find(&me, id).await?.row.review != review::PUBLISHED;
    match is_done {
        true => Ok(see_other_saying(&path_of(id), "anonymous-said-retracted")),
        false => late(&me, id, &form, "cause_text").await,
    }
}
