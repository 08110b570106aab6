//! Step two of a survey: who is asked.

use std::collections::BTreeSet;

use actix_web::web::Path;
use serde::Serialize;

use super::plan::{Step, find_draft, store_step};
use crate::db::{Conn, QueryResult};
use crate::people::{person_store, site_store};
use crate::pulse::group::Audience;
use crate::pulse::survey::Pulse;
use crate::pulse::{launch, store};
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

#[derive(Serialize)]
struct View {
    step: Step,
    sites: Vec<SiteView>,
    job_titles: Vec<String>,
    people: usize,
    on_paper: usize,
    left_out: i32,
    form: FormView,
}

#[derive(Serialize)]
struct SiteView {
    id: String,
    name: String,
    departments: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    id: String,
    name: String,
}

/// What there is to choose from.
struct Known {
    sites: Vec<SiteView>,
    job_titles: Vec<String>,
}

fn known(conn: &mut Conn) -> QueryResult<Known> {
    let departments = site_store::list_departments(conn)?;
    let mut sites = Vec::new();
    for site in site_store::list_sites(conn)? {
        let own = departments.iter().filter(|department| department.site_id == site.id);
        let departments = own.map(|one| Choice { id: one.id.to_string(), name: one.name.clone() }).collect();
        sites.push(SiteView { id: site.id.to_string(), name: site.name, departments });
    }
    let titles: BTreeSet<String> =
        person_store::list_everybody(conn)?.into_iter().map(|person| person.job_title).collect();
    Ok(Known { sites, job_titles: titles.into_iter().filter(|title| !title.is_empty()).collect() })
}

/// `GET /pulse/plans/{id}/audience`
pub async fn edit(me: Me, id: Path<crate::ids::PulseId>) -> Answer {
    let pulse = find_draft(&me, &id).await?;
    let id = pulse.id;
    let audience = me.page().app().read(move |conn| store::find_audience(conn, id)).await?;
    show(&me, pulse, &filled(&audience), &Problems::none()).await
}

/// `POST /pulse/plans/{id}/audience`
pub async fn update(me: Me, id: Path<crate::ids::PulseId>, form: Form) -> Answer {
    let mut pulse = find_draft(&me, &id).await?;
    pulse.version = form.read("version").ok_or(Failure::BadRequest)?;
    let audience = match parse(&form) {
        Ok(audience) => audience,
        Err(problems) => return show(&me, pulse, &form, &problems).await,
    };
    pulse.has_slips = form.text("without_address") != "sign_in";
    let id = pulse.id;
    store_step(&me, pulse, ("audience", "window"), move |deed| store::set_audience(deed.conn, id, &audience)).await
}

fn parse(form: &Form) -> Result<Audience, Problems> {
    let mut audience = Audience::default();
    if form.text("who") != "some" {
        return Ok(audience);
    }
    audience.sites = form.all("sites").into_iter().filter_map(|id| id.parse().ok()).collect();
    audience.departments = form.all("departments").into_iter().filter_map(|id| id.parse().ok()).collect();
    audience.job_titles = form.all("job_titles").into_iter().map(str::to_owned).collect();
    if audience == Audience::default() {
        return Err(Problems::one("who", "pulse-problem-nobody"));
    }
    Ok(audience)
}

fn filled(audience: &Audience) -> Form {
    let mut form = Form::of(&[("who", if *audience == Audience::default() { "all" } else { "some" })]);
    let sites: Vec<String> = audience.sites.iter().map(ToString::to_string).collect();
    let departments: Vec<String> = audience.departments.iter().map(ToString::to_string).collect();
    form.set_all("sites", &sites.iter().map(String::as_str).collect::<Vec<_>>());
    form.set_all("departments", &departments.iter().map(String::as_str).collect::<Vec<_>>());
    form.set_all("job_titles", &audience.job_titles.iter().map(String::as_str).collect::<Vec<_>>());
    form
}

async fn show(me: &Me, pulse: Pulse, form: &Form, problems: &Problems) -> Answer {
    let now = me.page().app().now();
    let mut form = form.clone();
    if !form.has("without_address") {
        form.set("without_address", if pulse.has_slips { "slips" } else { "sign_in" });
    }
    let step = Step::of(&pulse, 2);
    let (known, roll) = me
        .page()
        .app()
        .read(move |conn| {
            let rules = store::find_rules(conn)?;
            Ok((known(conn)?, launch::call(conn, &pulse, &rules, now)?))
        })
        .await?;
    let view = View {
        step,
        sites: known.sites,
        job_titles: known.job_titles,
        people: roll.people.len(),
        on_paper: roll.people.iter().filter(|person| person.email.is_none()).count(),
        left_out: roll.left_out,
        form: form.view(me.page(), problems),
    };
    match problems.is_empty() {
        true => me.page().show("pulse/plan_audience", &view),
        false => me.page().show_again("pulse/plan_audience", &view),
    }
}
