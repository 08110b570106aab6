//! Who sees an issue, by name and role, and what its raiser is owed next: what nobody should have to guess.

use std::collections::HashSet;

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
    let named = [issue.owner_id.map(|id| (id, "owner")), issue.deputy_id.map(|id| (id, "deputy"))];
    let holders = around.handlers.iter().map(|holder| (holder.person_id, holder.role.name()));
    // By key and not by name: two of one name are two who see it.
    let mut known: HashSet<PersonId> = issue.raiser_id.into_iter().collect();
    let mut people: Vec<Seer> = Vec::new();
    for (id, role) in named.into_iter().flatten().chain(holders) {
        if let Some(card) = around.cards.get(&id).filter(|_| !is_barred(&id) && known.insert(id)) {
            people.push(Seer { name: card.name.clone(), role });
        }
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
        (None, ..) => ("acknowledge", issue.acknowledge_due_on()),
        (_, None, _) => ("answer", issue.due_on.1),
        (_, _, None) => ("decide", issue.due_on.2),
        _ => return None,
    };
    Some(DueView { what, on, late: on < today })
}
