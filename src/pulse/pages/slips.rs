//! Slips of paper: one code each, printed by department and cut out. They are the same however often they are printed.

use actix_web::web::Path;
use serde::Serialize;

use super::plan::find;
use crate::clock::Day;
use crate::ids::PulseId;
use crate::people::audit::What;
use crate::people::audit_store;
use crate::pulse::answer::slip_codes;
use crate::pulse::invitation_store;
use crate::pulse::survey::State;
use crate::web::{Answer, Me, qr};

#[derive(Serialize)]
struct View {
    id: PulseId,
    survey: String,
    closes_on: Day,
    minimum: i32,
    address: String,
    groups: Vec<GroupView>,
}

#[derive(Serialize)]
struct GroupView {
    name: String,
    slips: Vec<SlipView>,
}

#[derive(Serialize)]
struct SlipView {
    code: String,
    picture: String,
}

/// `POST /pulse/plans/{id}/slips`: by POST, because whoever prints them is in the audit log.
pub async fn print(me: Me, id: Path<PulseId>) -> Answer {
    let pulse = find(&me, &id).await?;
    me.must_see(pulse.state() == State::Launched && pulse.has_slips)?;
    let entry = me.entry(What::Administered, "pulse", Some(pulse.id.0), "slips printed");
    let (app, id) = (me.page().app(), pulse.id);
    let groups = app
        .write(move |deed| {
            audit_store::record(deed.conn, &entry, deed.now)?;
            invitation_store::list_groups(deed.conn, id)
        })
        .await?;
    let mut printed = Vec::new();
    for group in groups.iter().filter(|group| group.slips > 0) {
        let mut slips = Vec::new();
        for code in slip_codes(&app.secrets, id, group.id, group.slips) {
            let picture = qr::as_picture(&app.url(&format!("/pulse/{code}")))?;
            slips.push(SlipView { code: spaced(&code), picture });
        }
        let around = groups.iter().find(|one| Some(one.id) == group.parent_id);
        let name = around.map_or_else(|| group.name.clone(), |around| format!("{} · {}", around.name, group.name));
        printed.push(GroupView { name, slips });
    }
    printed.sort_by(|one, other| one.name.cmp(&other.name));
    let view = View {
        id,
        survey: pulse.title,
        closes_on: pulse.closes_on,
        minimum: pulse.group_minimum,
        address: app.url("/pulse/slip"),
        groups: printed,
    };
    me.page().show("pulse/slips", &view)
}

/// In two halves, so that it is typed without a mistake.
fn spaced(code: &str) -> String {
    match code.split_at_checked(code.len() / 2) {
        Some((first, second)) => format!("{first} {second}"),
        None => code.to_owned(),
    }
}
