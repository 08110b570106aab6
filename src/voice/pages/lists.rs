//! Issues in lists: what is going on at the viewer's site, and what became of everything they raised or joined.

use actix_web::web;
use serde::{Deserialize, Serialize};

use super::open;
use crate::clock::{Day, Moment};
use crate::db::Part;
use crate::ids::IssueId;
use crate::people::role::Role;
use crate::people::site_store;
use crate::voice::category::Category;
use crate::voice::issue_list_store::{self as list_store, NAMED_ROLES, Shown};
use crate::voice::issue_store::Issue;
use crate::voice::{category_store, receivers_store};
use crate::web::pager::{Listing, Order, Pager};
use crate::web::{Answer, Failure, Me, Page};

/// Which list, and from where.
#[derive(Deserialize)]
pub struct Query {
    #[serde(default)]
    shown: String,
    after: Option<IssueId>,
    before: Option<IssueId>,
}

/// An issue in a list, as `voice/_line` shows it.
#[derive(Serialize)]
pub(super) struct LineView {
    pub(super) id: IssueId,
    pub(super) kind: String,
    pub(super) first_words: String,
    pub(super) text_lang: String,
    pub(super) category: String,
    pub(super) state: String,
    pub(super) people: i32,
    pub(super) planned_on: Option<Day>,
    pub(super) raised_at: Moment,
    pub(super) mine: bool,
    pub(super) joined: bool,
    pub(super) can_join: bool,
    pub(super) confidential: bool,
    pub(super) withdrawn: bool,
}

#[derive(Serialize)]
struct Index {
    site: String,
    shown: &'static str,
    tabs: Vec<Tab>,
    lines: Vec<LineView>,
    handles: bool,
    pager: Pager,
}

#[derive(Serialize)]
struct Tab {
    name: &'static str,
    count: i64,
    current: bool,
}

#[derive(Serialize)]
struct Mine {
    lines: Vec<LineView>,
    pager: Pager,
}

/// The lines of a list. Somebody's own confidential words are shown in their own list only.
pub(super) fn lines(
    page: &Page,
    me: &Me,
    list: &[Issue],
    joined: &[IssueId],
    categories: &[Category],
) -> Vec<LineView> {
    let line = |issue: &Issue| {
        let category = categories.iter().find(|category| category.id == issue.category_id);
        LineView {
            id: issue.id,
            kind: issue.kind.clone(),
            first_words: open(page, issue).0.title,
            text_lang: issue.language.clone(),
            category: category.map_or(String::new(), |category| category.name(&page.app().views, page.lang())),
            state: issue.state.clone(),
            people: issue.people(),
            planned_on: issue.planned_on,
            raised_at: issue.raised_at,
            mine: issue.raiser_id == Some(me.person_id),
            joined: joined.contains(&issue.id),
            can_join: issue.can_be_joined_by(me.person_id),
            confidential: issue.is_confidential(),
            withdrawn: issue.state() == crate::voice::state::State::Withdrawn,
        }
    };
    list.iter().map(line).collect()
}

fn listing(address: &str) -> Listing<'_> {
    Listing { address, order: Order::NewestFirst, size: 20 }
}

/// GET /voice
pub async fn index(me: Me, query: web::Query<Query>) -> Answer {
    let (shown, viewer) = (Shown::from_name(&query.shown), (*me).clone());
    let part = Part::of(query.after, query.before);
    let address = format!("/voice?shown={}", shown.name());
    let listing = listing(&address);
    let limit = listing.limit();
    let (list, joined, categories, counts, site, handles) = me
        .page()
        .app()
        .read(move |conn| {
            let list = list_store::list_around(conn, &viewer, shown, part, limit)?;
            let ids: Vec<IssueId> = list.iter().map(|issue| issue.id).collect();
            let joined = list_store::list_joined(conn, viewer.person_id, &ids)?;
            let counts = list_store::count_around(conn, &viewer)?;
            let site = site_store::find_site(conn, viewer.site_id)?;
            let categories = category_store::list_all(conn)?;
            Ok((list, joined, categories, counts, site, handles(conn, &viewer)?))
        })
        .await?;
    let site = site.ok_or(Failure::NotFound)?;
    let (list, pager) = listing.page(list, part, |last| last.id);
    let view = Index {
        site: site.name,
        shown: shown.name(),
        tabs: Shown::ALL
            .iter()
            .zip(counts)
            .map(|(one, count)| Tab { name: one.name(), count, current: *one == shown })
            .collect(),
        lines: lines(me.page(), &me, &list, &joined, &categories),
        handles,
        pager,
    };
    me.page().show("voice/index", &view)
}

/// Whether somebody handles issues at all, and so has a queue.
pub(super) fn handles(
    conn: &mut crate::db::Conn,
    viewer: &crate::people::viewer::Viewer,
) -> crate::db::QueryResult<bool> {
    let roles = [NAMED_ROLES, &[Role::ConfidentialHandler]].concat();
    Ok(!viewer.scope_of(&roles).is_nowhere()
        || receivers_store::receives_any(conn, viewer.person_id)?
        || list_store::handles_any(conn, viewer.person_id)?)
}

/// GET /voice/mine
pub async fn mine(me: Me, query: web::Query<Query>) -> Answer {
    let (part, viewer) = (Part::of(query.after, query.before), (*me).clone());
    let listing = listing("/voice/mine");
    let limit = listing.limit();
    let (list, joined, categories) = me
        .page()
        .app()
        .read(move |conn| {
            let list = list_store::list_mine(conn, &viewer, part, limit)?;
            let ids: Vec<IssueId> = list.iter().map(|issue| issue.id).collect();
            let joined = list_store::list_joined(conn, viewer.person_id, &ids)?;
            Ok((list, joined, category_store::list_all(conn)?))
        })
        .await?;
    let (list, pager) = listing.page(list, part, |last| last.id);
    me.page().show("voice/mine", &Mine { lines: lines(me.page(), &me, &list, &joined, &categories), pager })
}
