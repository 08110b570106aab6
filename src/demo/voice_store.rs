//! What the staff of a made-up world raised, in the database: by the same steps as in life.

use std::collections::HashSet;
use std::ops::Range;

use diesel::prelude::*;

use super::issues::manager_of;
use super::said::Issue;
use super::world::World;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::ids::{CategoryId, MessageId, RowId};
use crate::people::site::{Site, Unit};
use crate::people::site_store;
use crate::seal::DataKey;
use crate::secrets::{Secrets, random_token, token_hash};
use crate::voice::category::{Category, Route};
use crate::voice::category_store;
use crate::voice::clocks;
use crate::voice::issue::{Kind, Reach, Words, title_of};
use crate::voice::issue_store::{self, NewIssue, Stands};
use crate::voice::issue_support_store;
use crate::voice::issue_talk_store::{self, NewEvent, NewMessage, side};
use crate::voice::level::Level;
use crate::voice::sealed::{Kept, key_of, seal_words};
use crate::voice::state::State;

/// Each site's manager answers there; whoever answers its guests is the deputy.
pub(super) fn insert_routes(conn: &mut Conn, world: &World) -> QueryResult<()> {
    for category in category_store::list(conn)?.iter().filter(|category| !category.is_delicate) {
        for (site, of) in world.sites.iter().enumerate() {
            let Some(owner) = manager_of(world, site) else { continue };
            let deputy = world.responder_of(site).filter(|deputy| *deputy != owner);
            let route = Route {
                category_id: category.id,
                site_id: Some(of.id),
                owner_id: world.people[owner].id,
                deputy_id: deputy.map(|deputy| world.people[deputy].id),
            };
            category_store::set_route(conn, route, world.begins_at)?;
        }
    }
    Ok(())
}

/// Some of the issues, with everything that became of them.
pub(super) fn insert_issues(conn: &mut Conn, world: &World, secrets: &Secrets, which: Range<usize>) -> QueryResult<()> {
    let categories = category_store::list(conn)?;
    for issue in &world.issues[which] {
        let Some(category) = categories.iter().find(|one| one.code.as_deref() == Some(issue.category)) else {
            continue;
        };
        let Some(site) = site_store::find_site(conn, world.sites[issue.site].id)? else { continue };
        insert(conn, world, secrets, issue, category, &site)?;
    }
    Ok(())
}

fn insert(
    conn: &mut Conn,
    world: &World,
    secrets: &Secrets,
    issue: &Issue,
    category: &Category,
    site: &Site,
) -> QueryResult<()> {
    let new = new_issue(world, secrets, issue, category.id, site, category.due_days);
    let key = new.seal.as_ref().and_then(|(wrapped, _)| key_of(secrets, new.id, Some(wrapped)).ok().flatten());
    issue_store::insert(conn, &new, issue.raised_at)?;
    event(conn, issue, None, State::Received, ("", None), issue.raised_at)?;
    for (number, supporter) in (1..).zip(&issue.supporters) {
        issue_support_store::add(
            conn,
            issue.id,
            world.people[*supporter].id,
            issue.raised_at.plus_seconds(number * 3_600),
        )?;
    }
    for step in &issue.steps {
        let Some(before) = issue_store::find(conn, issue.id)? else { return Ok(()) };
        let Some(state) = State::from_name(step.state) else { continue };
        let planned_on = step.planned_in_days.map(|days| day_after(site, step.at, days));
        let stands = Stands { state, planned_on, joined_to: None, is_answer: !step.text.is_empty() };
        issue_store::set_state(conn, &before, before.version, stands, step.at)?;
        event(conn, issue, Some(step.by).map(|by| world.people[by].id), state, (&step.text, planned_on), step.at)?;
    }
    if let Some((by, at, text)) = &issue.answer {
        let id = MessageId::new(*at);
        let message = NewMessage {
            id,
            issue_id: issue.id,
            form_hash: token_hash(&random_token()),
            side: side::HANDLER,
            by: world.people[*by].id,
            kept: Kept::new(key.as_ref(), id.0, text),
        };
        issue_talk_store::insert_message(conn, &message, *at)?;
        let Some(before) = issue_store::find(conn, issue.id)? else { return Ok(()) };
        let stands = Stands { state: State::Acknowledged, planned_on: None, joined_to: None, is_answer: true };
        issue_store::set_state(conn, &before, before.version, stands, *at)?;
        event(conn, issue, Some(world.people[*by].id), State::Acknowledged, ("", None), *at)?;
    }
    Ok(())
}

fn new_issue(
    world: &World,
    secrets: &Secrets,
    issue: &Issue,
    category_id: CategoryId,
    site: &Site,
    days: (i32, i32, i32),
) -> NewIssue {
    let raiser = &world.people[issue.raiser];
    let post = raiser.post();
    let words = Words {
        title: title_of(&issue.what),
        what: issue.what.clone(),
        place: issue.place.clone(),
        fix: issue.fix.clone(),
    };
    let seal = issue.is_confidential.then(|| {
        let key = DataKey::random();
        (key.wrap(secrets, issue.id.0.as_bytes()), seal_words(&key, issue.id, &words))
    });
    NewIssue {
        id: issue.id,
        form_hash: Some(token_hash(&random_token())),
        kind: if issue.is_idea { Kind::Idea } else { Kind::Issue },
        level: if issue.is_confidential { Level::Confidential } else { Level::Named },
        reach: if issue.is_confidential { Reach::Private } else { Reach::Site },
        category_id,
        unit: Unit {
            site_id: site.id,
            department_id: Some(world.departments[post.department].id),
            team_id: post.team.map(|team| world.teams[team].id),
        },
        raiser_id: Some(raiser.id),
        language: issue.language,
        words: if issue.is_confidential { Words::default() } else { words },
        seal,
        owner_id: issue.owner.map(|owner| world.people[owner].id),
        deputy_id: None,
        due: clocks::due(site, &HashSet::new(), site.today(issue.raised_at), days),
        excluded: Vec::new(),
    }
}

fn event(
    conn: &mut Conn,
    issue: &Issue,
    by: Option<crate::ids::PersonId>,
    state: State,
    (text, planned_on): (&str, Option<Day>),
    at: Moment,
) -> QueryResult<()> {
    let kept = Kept { text: text.to_owned(), sealed: None };
    let new = NewEvent { id: RowId::new(at), issue_id: issue.id, by, what: state.name(), kept, planned_on };
    issue_talk_store::insert_event(conn, &new, at)
}

fn day_after(site: &Site, at: Moment, days: i64) -> Day {
    super::days_after(site.today(at).date(), days).into()
}
