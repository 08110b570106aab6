//! Where else one can turn: the page everybody can read, and the one on which an administrator writes it.

use serde::Serialize;

use super::rules::Rules;
use super::rules_store;
use crate::people::audit::What;
use crate::people::audit_store;
use crate::people::role::Role;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

const HOME: &str = "/admin/voice/channels";

#[derive(Serialize)]
struct View {
    lines: Vec<String>,
    eu_mode: bool,
}

#[derive(Serialize)]
struct EditView {
    form: FormView,
    version: i32,
}

/// `GET /voice/channels`
pub async fn show(me: Me) -> Answer {
    let rules = me.page().app().read(rules_store::find).await?;
    me.page().show("voice/channels", &View { lines: rules.channel_lines(), eu_mode: rules.eu_mode })
}

/// `GET /admin/voice/channels`
pub async fn edit(me: Me) -> Answer {
    me.must(me.has(Role::Admin))?;
    let rules = me.page().app().read(rules_store::find).await?;
    let days = rules.thread_keep_days.to_string();
    let eu_mode = if rules.eu_mode { "on" } else { "" };
    let form = Form::of(&[("channels", &rules.channels), ("thread_keep_days", &days), ("eu_mode", eu_mode)]);
    show_form(&me, &form, rules.version, &Problems::none())
}

/// `POST /admin/voice/channels`
pub async fn update(me: Me, form: Form) -> Answer {
    me.must(me.has(Role::Admin))?;
    let version = form.read("version").ok_or(Failure::BadRequest)?;
    let rules = match Rules::parse(&form) {
        Ok(rules) => rules,
        Err(problems) => return show_form(&me, &form, version, &problems),
    };
    let entry = me.entry(What::Administered, "voice_rules", None, "");
    let is_written = me
        .page()
        .app()
        .write(move |deed| {
            let before = rules_store::find(deed.conn)?;
            let is_written = rules_store::update(deed.conn, &rules)?;
            if is_written {
                audit_store::record(deed.conn, &entry.clone().detail(&rules.changes(&before)), deed.now)?;
            }
            Ok(is_written)
        })
        .await?;
    if is_written { Ok(see_other_saying(HOME, "admin-said-saved")) } else { Err(Failure::Faster(HOME.into())) }
}

fn show_form(me: &Me, form: &Form, version: i32, problems: &Problems) -> Answer {
    let view = EditView { form: form.view(me.page(), problems), version };
    match problems.is_empty() {
        true => me.page().show("voice/channels_edit", &view),
        false => me.page().show_again("voice/channels_edit", &view),
    }
}
