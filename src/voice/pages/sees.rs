//! Who sees an issue, by name and role, and what its raiser is owed next: what nobody should have to guess.

use serde::Serialize;

use super::one::Around;
use crate::clock::Day;
use crate::ids::PersonId;
use crate::voice::issue_store::{Issue, why};
use crate::web::Me;

/// Who sees it, for its raiser and its handlers: names and roles.
#[derive(Serialize)]
pub(super) struct Sees {
    shown: bool,
    people: Vec<Seer>,
    excluded: Vec<BarredView>,
}

#[derive(Serialize)]
pub(super) struct Seer {
    name: String,
    role: &'static str,
}

#[derive(Serialize)]
pub(super) struct BarredView {
    id: PersonId,
    name: String,
    why: String,
}

/// What is owed next.
#[derive(Serialize)]
pub(super) struct DueView {
    what: &'static str,
    on: Day,
    late: bool,
}

/// Who sees it. Its raiser reads whom they excluded themself; why else it is kept from somebody is the handlers' matter.
pub(super) fn sees(me: &Me, issue: &Issue, around: &Around, handles: bool) -> Sees {
    let is_raiser = issue.raiser_id == Some(me.person_id);
    let is_barred = |id: &PersonId| around.barred.iter().any(|(barred, _)| barred == id);
    let mut people: Vec<Seer> = Vec::new();
    let mut add = |id: PersonId, role: &'static str| {
        if let (Some(card), false) = (around.cards.get(&id), is_barred(&id) || issue.raiser_id == Some(id))
            && !people.iter().any(|seer| seer.name == card.name)
        {
            people.push(Seer { name: card.name.clone(), role });
        }
    };
    if let Some(owner) = issue.owner_id {
        add(owner, "owner");
    }
    if let Some(deputy) = issue.deputy_id {
        add(deputy, "deputy");
    }
    for holder in &around.handlers {
        add(holder.person_id, holder.role.name());
    }
    let shown = |reason: &str| handles || reason == why::EXCLUDED;
    let excluded = around
        .barred
        .iter()
        .filter(|(_, reason)| shown(reason))
        .filter_map(|(id, reason)| {
            Some(BarredView { id: *id, name: around.cards.get(id)?.name.clone(), why: reason.clone() })
        })
        .collect();
    let shown = is_raiser || handles;
    if shown { Sees { shown, people, excluded } } else { Sees { shown, people: Vec::new(), excluded: Vec::new() } }
}

/// What is owed next.
pub(super) fn due(issue: &Issue, today: Day) -> Option<DueView> {
    let (acknowledged, answered, decided, _) = issue.reached_at;
    let (what, on) = match (acknowledged, answered, decided) {
        _ if issue.state().is_closed() => return None,
        (None, ..) => ("acknowledge", issue.due_on.0),
        (_, None, _) => ("answer", issue.due_on.1),
        (_, _, None) => ("decide", issue.due_on.2),
        _ => return None,
    };
    Some(DueView { what, on, late: on < today })
}
