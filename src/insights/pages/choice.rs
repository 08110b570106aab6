//! What is compared with what, decided before the first report.

use serde::Serialize;

use super::chooses;
use crate::insights::choice::Pair;
use crate::insights::table::UnitLevel;
use crate::insights::{choice_store, released_store};
use crate::people::audit::What;
use crate::people::audit_store;
use crate::people::site::organisation_zone;
use crate::people::site_store;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Form, FormView, Me, Problems};

#[derive(Serialize)]
struct View {
    form: FormView,
    pairs: Vec<&'static str>,
    suggested: &'static str,
    is_chosen: bool,
}

/// `GET /insights/link/choice`
pub async fn edit(me: Me) -> Answer {
    me.must(chooses(&me))?;
    show(&me, None, &Problems::none()).await
}

/// `POST /insights/link/choice`
pub async fn update(me: Me, form: Form) -> Answer {
    me.must(chooses(&me))?;
    let pair = match Pair::parse(&form) {
        Ok(pair) => pair,
        Err(problems) => return show(&me, Some(form), &problems).await,
    };
    let (person, entry) = (me.person_id, me.entry(What::Administered, "link_choice", None, pair.name()));
    me.page()
        .app()
        .write(move |deed| {
            let in_force = choice_store::list(deed.conn)?.into_iter().next();
            if in_force.is_some_and(|choice| choice.pair == pair) {
                return Ok(());
            }
            let today = deed.now.day_in(&organisation_zone(&site_store::list_sites(deed.conn)?));
            choice_store::insert(deed.conn, pair, person, today, deed.now)?;
            audit_store::record(deed.conn, &entry, deed.now)
        })
        .await?;
    Ok(see_other_saying("/insights/link", "insights-said-chosen"))
}

async fn show(me: &Me, form: Option<Form>, problems: &Problems) -> Answer {
    let (in_force, suggested) = me
        .page()
        .app()
        .read(|conn| {
            let in_force = choice_store::list(conn)?.into_iter().next();
            let sites = site_store::list_sites(conn)?.len();
            Ok((in_force, Pair::suggested(sites, &released_store::find(conn, UnitLevel::Site)?)))
        })
        .await?;
    let chosen = in_force.map(|choice| choice.pair);
    let form = form.unwrap_or_else(|| Form::of(&[("pair", chosen.unwrap_or(suggested).name())]));
    let view = View {
        form: form.view(me.page(), problems),
        pairs: Pair::ALL.iter().map(|pair| pair.name()).collect(),
        suggested: suggested.name(),
        is_chosen: chosen.is_some(),
    };
    match problems.is_empty() {
        true => me.page().show("insights/choice", &view),
        false => me.page().show_again("insights/choice", &view),
    }
}
