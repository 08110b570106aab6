//! What ends soon, for those who answer for it, and holding it for as long as the law asks.

use actix_web::web::Path;
use serde::Serialize;

use super::keeping_store::{self as store, Line};
use super::retention_store;
use crate::clock::Day;
use crate::ids::RowId;
use crate::people::audit::{NewEntry, What};
use crate::people::audit_store;
use crate::people::viewer::Viewer;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, Me};

#[derive(Serialize)]
struct View {
    lines: Vec<LineView>,
}

#[derive(Serialize)]
struct LineView {
    id: RowId,
    category: String,
    handle: Option<String>,
    site: String,
    closed_on: Day,
    ends_on: Day,
    held_on: Option<Day>,
}

/// `GET /voice/keeping`: no words, so that looking at it opens nothing.
pub async fn index(me: Me) -> Answer {
    let (viewer, secrets, now) = (Viewer::clone(&me), me.page().app().secrets.clone(), me.page().app().now());
    let lines = me.page().app().read(move |conn| store::list(conn, &secrets, &viewer, now)).await?;
    let (views, lang) = (&me.page().app().views, me.page().lang());
    let view = |line: Line| LineView {
        id: line.id,
        category: line.category.name(views, lang),
        handle: line.handle,
        site: line.site,
        closed_on: line.closed_on,
        ends_on: line.ends_on,
        held_on: line.held_on,
    };
    me.page().show("voice/keeping", &View { lines: lines.into_iter().map(view).collect() })
}

/// `POST /voice/keeping/{id}`: `step=hold` or `step=release`.
pub async fn update(me: Me, id: Path<RowId>, form: Form) -> Answer {
    let (viewer, secrets, id) = (Viewer::clone(&me), me.page().app().secrets.clone(), *id);
    let is_hold = match form.text("step") {
        "hold" => true,
        "release" => false,
        _ => return Err(Failure::BadRequest),
    };
    let what = if is_hold { "held" } else { "let go" };
    let entry = me.entry(What::Handled, "issue", Some(id.0), what);
    let is_theirs = me
        .page()
        .app()
        .write(move |deed| {
            let Some(about) = store::find_theirs(deed.conn, &secrets, &viewer, id)? else { return Ok(false) };
            let today = deed.now.day_in(&jiff::tz::TimeZone::UTC);
            retention_store::set_hold(deed.conn, id, is_hold.then_some(today))?;
            audit_store::record(deed.conn, &NewEntry { about, ..entry.clone() }, deed.now)?;
            Ok(true)
        })
        .await?;
    if is_theirs { Ok(see_other_saying("/voice/keeping", "keeping-said-done")) } else { Err(Failure::NotFound) }
}
