//! What protects whoever writes here, and every change to it, for everybody who works here to read. There is no way to take
//! an entry out.

use serde::Serialize;

use crate::clock::Moment;
use crate::ids::PersonId;
use crate::people::audit::What;
use crate::people::audit_store::Wanted;
use crate::people::{audit_store, person_store, site_store};
use crate::web::{Answer, Me};

/// How many changes are shown.
const CHANGES: i64 = 200;

#[derive(Serialize)]
struct GuardView {
    changes: Vec<ChangeView>,
    zone: String,
}

#[derive(Serialize)]
struct ChangeView {
    at: Moment,
    by: String,
    who: String,
    what: String,
}

/// Whom a change is about.
fn person_of(entry: &audit_store::Entry) -> Option<PersonId> {
    let id = entry.about_id.as_ref().filter(|_| entry.about == "person");
    id.and_then(|id| uuid::Uuid::from_slice(id).ok()).map(PersonId)
}

/// `GET /voice/anonymity`
pub async fn show(me: Me) -> Answer {
    let site = me.site_id;
    let wanted = Wanted { what: Some(What::AnonymityChanged), limit: CHANGES, ..Wanted::default() };
    let (entries, names, zone) = me
        .page()
        .app()
        .read(move |conn| {
            let entries = audit_store::list(conn, &wanted)?;
            let ids: Vec<PersonId> =
                entries.iter().flat_map(|entry| [entry.person_id, person_of(entry)]).flatten().collect();
            let names = person_store::list_cards(conn, &ids)?;
            Ok((entries, names, site_store::find_site(conn, site)?.map(|site| site.time_zone)))
        })
        .await?;
    let name = |id: Option<PersonId>| id.and_then(|id| names.get(&id)).map_or(String::new(), |card| card.name.clone());
    let change = |entry: audit_store::Entry| ChangeView {
        at: entry.happened_at,
        by: name(entry.person_id),
        who: name(person_of(&entry)),
        what: entry.detail,
    };
    let zone = zone.unwrap_or_else(|| "UTC".into());
    me.page().show("voice/anonymous/guard", &GuardView { changes: entries.into_iter().map(change).collect(), zone })
}
