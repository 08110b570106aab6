//! The handlers' queue: what is due first stands in front, and of what is due on one day what most hangs on.

use actix_web::web;
use serde::{Deserialize, Serialize};

use super::{lists, open};
use crate::clock::{Day, Moment};
use crate::db::Part;
use crate::ids::IssueId;
use crate::people::role::Role;
use crate::people::{finder_store, person_store, site_store};
use crate::voice::category_store;
use crate::voice::clocks::{Nearness, Owed};
use crate::voice::issue_list_store as list_store;
use crate::voice::state::State;
use crate::web::pager::{Listing, Order, Pager};
use crate::web::{Answer, Failure, Me};

/// What is shown, and from where.
#[derive(Deserialize)]
pub struct Query {
    #[serde(default)]
    shown: String,
    after: Option<IssueId>,
    before: Option<IssueId>,
}

#[derive(Serialize)]
struct View {
    closed: bool,
    counts: Counts,
    lines: Vec<LineView>,
    confidential: bool,
    pager: Pager,
}

#[derive(Serialize)]
struct Counts {
    open: i64,
    closed: i64,
}

#[derive(Serialize)]
struct LineView {
    id: IssueId,
    kind: String,
    /// Empty for a confidential one: its words are only shown on its own page, where each opening is written down.
    first_words: String,
    text_lang: String,
    category: String,
    site: String,
    state: String,
    criticality: i32,
    people: i32,
    raised_at: Moment,
    due_on: Option<Day>,
    nearness: Option<Nearness>,
    owner: Option<String>,
    mine: bool,
    confidential: bool,
    withdrawn: bool,
}

/// How many issues wait for the viewer, and how many of them are late.
pub async fn waiting(me: &Me) -> Result<(i64, i64), Failure> {
    let (viewer, now) = ((**me).clone(), me.page().app().now());
    let count = me.page().app().read(move |conn| match lists::handles(conn, &viewer)? {
        false => Ok((0, 0)),
        true => {
            let today = finder_store::days(conn, now)?;
            list_store::count_waiting(conn, &viewer, &today)
        }
    });
    Ok(count.await?)
}

/// GET /voice/queue
pub async fn index(me: Me, query: web::Query<Query>) -> Answer {
    let viewer = (*me).clone();
    let is_closed = query.shown == "closed";
    let part = Part::of(query.after, query.before);
    let listing = match is_closed {
        true => Listing { address: "/voice/queue?shown=closed", order: Order::NewestFirst, size: 20 },
        false => Listing { address: "/voice/queue", order: Order::Other, size: 20 },
    };
    let read = me
        .page()
        .app()
        .read(move |conn| {
            if !lists::handles(conn, &viewer)? {
                return Ok(None);
            }
            let list = list_store::list_queue(conn, &viewer, is_closed, part, listing.limit())?;
            let owners: Vec<_> = list.iter().filter_map(|(issue, _)| issue.owner_id).collect();
            Ok(Some((
                list_store::count_queue(conn, &viewer)?,
                person_store::list_cards(conn, &owners)?,
                site_store::list_sites(conn)?,
                category_store::list_all(conn)?,
                list,
            )))
        })
        .await?;
    me.must(read.is_some())?;
    let Some(((open_count, closed_count), cards, sites, categories, list)) = read else {
        return Err(Failure::Forbidden);
    };
    let (list, pager) = listing.page(list, part, |(issue, _)| issue.id);
    let (page, now) = (me.page(), me.page().app().now());
    let line = |(issue, due): &list_store::Queued| {
        let site = sites.iter().find(|site| site.id == issue.site_id);
        let category = categories.iter().find(|category| category.id == issue.category_id);
        let due_on: Option<Day> = due.parse().ok().filter(|_| !is_closed);
        let is_sealed = issue.is_confidential();
        LineView {
            id: issue.id,
            kind: issue.kind.clone(),
            first_words: if is_sealed { String::new() } else { open(page, issue).0.title },
            text_lang: issue.language.clone(),
            category: category.map_or(String::new(), |category| category.name(&page.app().views, page.lang())),
            site: site.map_or(String::new(), |site| site.name.clone()),
            state: issue.state.clone(),
            criticality: issue.criticality,
            people: issue.people(),
            raised_at: issue.raised_at,
            due_on,
            nearness: site.zip(due_on).map(|(site, on)| {
                let since = issue.raised_at.day_in(&site.zone());
                Owed { since, on }.nearness(site.today(now))
            }),
            owner: issue.owner_id.and_then(|id| cards.get(&id)).map(|card| card.name.clone()),
            mine: issue.owner_id == Some(me.person_id),
            confidential: is_sealed,
            withdrawn: issue.state() == State::Withdrawn,
        }
    };
    let view = View {
        closed: is_closed,
        counts: Counts { open: open_count, closed: closed_count },
        lines: list.iter().map(line).collect(),
        confidential: !me.scope_of(&[Role::ConfidentialHandler]).is_nowhere(),
        pager,
    };
    page.show("voice/queue", &view)
}
