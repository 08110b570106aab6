//! What ends soon, for those who answer for it, and holding it for as long as the law asks; and what is left of what has
//! ended.

use actix_web::web::{self, Path};
use serde::{Deserialize, Serialize};

use super::issue_store::{self, Issue};
use super::keeping_store::{self as store, Line, Stub};
use super::state::State;
use super::{category_store, retention_store};
use crate::clock::Day;
use crate::db::Part;
use crate::ids::{IssueId, RowId};
use crate::people::audit::{NewEntry, What};
use crate::people::viewer::Viewer;
use crate::people::{audit_store, site_store};
use crate::web::page::see_other_saying;
use crate::web::pager::{Listing, Order, Pager};
use crate::web::{Answer, Failure, Form, Me};

#[derive(Serialize)]
struct View {
    lines: Vec<LineView>,
    stubs: Vec<StubView>,
    pager: Pager,
}

/// Where in the list of what was deleted.
#[derive(Deserialize)]
pub struct Query {
    after: Option<RowId>,
    before: Option<RowId>,
}

const DELETED: Listing<'_> = Listing { address: "/voice/keeping", order: Order::NewestFirst, size: 20 };

#[derive(Serialize)]
struct StubView {
    category: Option<String>,
    site: String,
    state: String,
    began_on: Day,
    closed_on: Day,
    deleted_on: Day,
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
pub async fn index(me: Me, query: web::Query<Query>) -> Answer {
    let (viewer, secrets, now) = (Viewer::clone(&me), me.page().app().secrets.clone(), me.page().app().now());
    let part = Part::of(query.after, query.before);
    let (lines, stubs, sites, categories) = me
        .page()
        .app()
        .read(move |conn| {
            let stubs = store::list_stubs(conn, &viewer, part, DELETED.limit())?;
            let (sites, categories) = (site_store::list_sites(conn)?, category_store::list_all(conn)?);
            Ok((store::list(conn, &secrets, &viewer, now)?, stubs, sites, categories))
        })
        .await?;
    let (stubs, pager) = DELETED.page(stubs, part, |stub| stub.id);
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
    let left = |stub: Stub| StubView {
        category: categories.iter().find(|one| Some(one.id) == stub.category_id).map(|one| one.name(views, lang)),
        site: sites.iter().find(|site| Some(site.id) == stub.site_id).map_or(String::new(), |site| site.name.clone()),
        state: stub.state,
        began_on: stub.began_on,
        closed_on: stub.closed_on,
        deleted_on: stub.deleted_on,
    };
    let stubs = stubs.into_iter().map(left).collect();
    me.page().show("voice/keeping", &View { lines: lines.into_iter().map(view).collect(), stubs, pager })
}

/// Whether there is an end to be put off, and something left to keep.
fn is_to_be_held(state: State) -> bool {
    state.is_closed() && state != State::Withdrawn
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
            let today = deed.now.utc_day();
            retention_store::set_hold(deed.conn, id, is_hold.then_some(today))?;
            // Whoever takes it back waits for this, or this for them: then there is nothing left to hold.
            let ended = |issue: Option<Issue>| issue.map(|issue| issue.state()).is_some_and(is_to_be_held);
            if is_hold && about == "issue" && !ended(issue_store::hold(deed.conn, IssueId(id.0))?) {
                retention_store::set_hold(deed.conn, id, None)?;
                return Ok(false);
            }
            audit_store::record(deed.conn, &NewEntry { about, ..entry.clone() }, deed.now)?;
            Ok(true)
        })
        .await?;
    if is_theirs { Ok(see_other_saying("/voice/keeping", "keeping-said-done")) } else { Err(Failure::NotFound) }
}
