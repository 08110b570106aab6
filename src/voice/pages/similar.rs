//! "4 people say so. Join?": similar issues, while somebody types, and once more before theirs is stored if they have not
//! seen them. What is typed here is looked for and not kept, and never stands in an address, where logs would have it.

use actix_web::web;
use serde::Serialize;

use super::lists::{LineView, lines};
use crate::people::sender::FormKey;
use crate::voice::issue_list_store::list_joined;
use crate::voice::{category_store, issue_store, similar_store};
use crate::web::limits::Limits;
use crate::web::{Answer, Failure, Form, Me};

/// With fewer letters nobody has said anything yet.
const LEAST_LETTERS: usize = 8;

#[derive(Serialize)]
struct View {
    similar: Vec<LineView>,
}

/// POST /voice/similar: a part of a page, for the form's script.
pub async fn find(me: Me, form: Form, limits: web::Data<Limits>) -> Answer {
    limits.try_similar(me.person_id)?;
    let similar = list(&me, &form).await?;
    me.page().show("voice/similar", &View { similar })
}

/// Issues that are like what stands in the form.
async fn list(me: &Me, form: &Form) -> Result<Vec<LineView>, Failure> {
    let typed = ["what", "place", "fix"].map(|name| form.text(name)).join("\n");
    if typed.trim().chars().count() < LEAST_LETTERS {
        return Ok(Vec::new());
    }
    let (viewer, lang) = ((**me).clone(), me.page().lang());
    let (found, joined, categories) = me
        .page()
        .app()
        .read(move |conn| {
            let found = similar_store::list_similar(conn, &viewer, &typed, lang)?;
            let ids: Vec<_> = found.iter().map(|issue| issue.id).collect();
            Ok((found, list_joined(conn, viewer.person_id, &ids)?, category_store::list_all(conn)?))
        })
        .await?;
    Ok(lines(me.page(), me, &found, &joined, &categories))
}

/// What to show before a form is stored: nothing to who has seen it, and nothing at the second press of a form whose
/// issue is there already.
pub(super) async fn before_sending(me: &Me, form: &Form, key: &FormKey) -> Result<Vec<LineView>, Failure> {
    let hash = key.hash();
    if form.has("anyway") || me.page().app().read(move |conn| issue_store::find_of_form(conn, &hash)).await?.is_some() {
        return Ok(Vec::new());
    }
    list(me, form).await
}
