//! What was written in a survey, word for word, for those who may read it, and what they say to it.

use std::collections::HashMap;

use actix_web::web::Path;
use serde::Serialize;

use crate::db::{Conn, QueryResult};
use crate::ids::{CommentId, GroupId, PulseId};
use crate::people::audit::What;
use crate::people::audit_store;
use crate::pulse::answer::Comment;
use crate::pulse::comment_store::{self, Reply};
use crate::pulse::group::Group;
use crate::pulse::results::Reach;
use crate::pulse::survey::State;
use crate::pulse::{answer_store, invitation_store, launch, store};
use crate::secrets::Secrets;
use crate::text;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, Me};

#[derive(Serialize)]
struct View {
    id: PulseId,
    survey: String,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct GroupView {
    name: String,
    comments: Vec<CommentView>,
}

#[derive(Serialize)]
struct CommentView {
    id: CommentId,
    words: String,
    /// Somebody acknowledged it, or answered.
    is_heard: bool,
    reply: Option<String>,
}

struct Found {
    title: String,
    groups: Vec<Group>,
    comments: Vec<(CommentId, GroupId, String)>,
    replies: HashMap<CommentId, Reply>,
}

/// The comments that a reader may read; none if the survey has not ended.
fn find(conn: &mut Conn, secrets: &Secrets, reach: &Reach, id: PulseId) -> QueryResult<Option<Found>> {
    let Some(pulse) = store::find(conn, id)?.filter(|pulse| pulse.state() == State::Closed) else { return Ok(None) };
    let mut groups = invitation_store::list_groups(conn, id)?;
    groups.retain(|group| reach.reads_comments_of(group));
    let ids: Vec<GroupId> = groups.iter().map(|group| group.id).collect();
    let rows = answer_store::list_comments_of(conn, id, &ids)?;
    let mut comments = Vec::with_capacity(rows.len());
    if let Ok(key) = pulse.key(secrets) {
        for row in rows {
            match (Comment::open(&key, id, row.id, &row.sealed), row.group_id) {
                (Ok(comment), Some(group)) => comments.push((row.id, group, comment.words)),
                _ => tracing::error!("a comment of a survey does not open"),
            }
        }
    }
    let replies = comment_store::list_replies(conn, id)?;
    Ok(Some(Found { title: pulse.title, groups, comments, replies }))
}

async fn found(me: &Me, id: PulseId) -> Result<Found, Failure> {
    let (secrets, reach) = (me.page().app().secrets.clone(), Reach::of(me));
    let found = me.page().app().read(move |conn| find(conn, &secrets, &reach, id)).await?.ok_or(Failure::NotFound)?;
    me.must_see(!found.groups.is_empty())?;
    Ok(found)
}

/// `GET /pulse/results/{id}/comments`
pub async fn index(me: Me, id: Path<PulseId>) -> Answer {
    let id = *id;
    let found = found(&me, id).await?;
    let comment = |(id, _, words): &(CommentId, GroupId, String)| {
        let reply = found.replies.get(id);
        CommentView {
            id: *id,
            words: words.clone(),
            is_heard: reply.is_some(),
            reply: reply.and_then(|reply| reply.words.clone()),
        }
    };
    let group = |group: &Group| GroupView {
        name: group.name.clone(),
        comments: found.comments.iter().filter(|(_, at, _)| *at == group.id).map(comment).collect(),
    };
    let mut groups: Vec<GroupView> = found.groups.iter().map(group).collect();
    groups.retain(|group| !group.comments.is_empty());
    me.page().show("pulse/comments", &View { id, survey: found.title.clone(), groups })
}

/// `POST /pulse/results/{id}/comments`: acknowledges a comment, or with words answers it.
pub async fn reply(me: Me, id: Path<PulseId>, form: Form) -> Answer {
    let id = *id;
    let comment: CommentId = form.read("comment").ok_or(Failure::BadRequest)?;
    let path = format!("/pulse/results/{id}/comments");
    let found = found(&me, id).await?;
    me.must_see(found.comments.iter().any(|(own, _, _)| *own == comment))?;
    let Ok(words) = text::optional_words(form.text("words")) else {
        return Ok(see_other_saying(&path, "pulse-said-no-words"));
    };
    let words = Some(words).filter(|words| !words.is_empty());
    let entry = me.entry(What::Handled, "pulse", Some(id.0), "comment heard");
    let (person, now) = (me.person_id, me.page().app().now());
    let said = me
        .page()
        .app()
        .write(move |deed| {
            let said_on = launch::today(deed.conn, now)?;
            let reply = Reply { comment_id: comment, pulse_id: id, person_id: person, words: words.clone(), said_on };
            let is_new = comment_store::put_reply(deed.conn, &reply)?;
            if is_new {
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(is_new)
        })
        .await?;
    match said {
        true => Ok(see_other_saying(&path, "pulse-said-heard")),
        false => Err(Failure::Faster(path)),
    }
}
