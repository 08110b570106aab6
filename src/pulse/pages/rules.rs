//! What HR decides for all surveys.

use serde::Serialize;

use super::home::plans;
use crate::people::audit::What;
use crate::people::audit_store;
use crate::pulse::rules::Rules;
use crate::pulse::store;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

const HERE: &str = "/pulse/rules";

#[derive(Serialize)]
struct View {
    form: FormView,
    version: i32,
}

/// `GET /pulse/rules`
pub async fn edit(me: Me) -> Answer {
    me.must(plans(&me))?;
    let rules = me.page().app().read(store::find_rules).await?;
    let numbers = [rules.group_minimum, rules.invitations_max, rules.keep_days].map(|number| number.to_string());
    let [minimum, invitations, keep] = &numbers;
    let form = Form::of(&[("group_minimum", minimum), ("invitations_max", invitations), ("keep_days", keep)]);
    show(&me, &form, rules.version, &Problems::none())
}

/// `POST /pulse/rules`
pub async fn update(me: Me, form: Form) -> Answer {
    me.must(plans(&me))?;
    let version = form.read("version").ok_or(Failure::BadRequest)?;
    let rules = match Rules::parse(&form) {
        Ok(rules) => rules,
        Err(problems) => return show(&me, &form, version, &problems),
    };
    let detail = format!("groups of {}, answers kept for {} days", rules.group_minimum, rules.keep_days);
    let entry = me.entry(What::AnonymityChanged, "pulse_rules", None, &detail);
    let is_written = me
        .page()
        .app()
        .write(move |deed| {
            let is_written = store::update_rules(deed.conn, &rules)?;
            if is_written {
                audit_store::record(deed.conn, &entry, deed.now)?;
            }
            Ok(is_written)
        })
        .await?;
    if is_written { Ok(see_other_saying(HERE, "pulse-said-saved")) } else { Err(Failure::Faster(HERE.into())) }
}

fn show(me: &Me, form: &Form, version: i32, problems: &Problems) -> Answer {
    let view = View { form: form.view(me.page(), problems), version };
    match problems.is_empty() {
        true => me.page().show("pulse/rules", &view),
        false => me.page().show_again("pulse/rules", &view),
    }
}
