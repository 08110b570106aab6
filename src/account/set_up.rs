//! `/set-up/{secret}`: five answers, and the house is open. Only while nobody has an account. It leads to the page that
//! says what is left to do.

use actix_web::{HttpRequest, web};
use serde::Serialize;

use super::founding_store::{self, Founding};
use super::invitation::enter;
use super::{new_password, reset};
use crate::app::App;
use crate::people::audit::{NewEntry, What};
use crate::people::link::Purpose;
use crate::people::password_rules::LENGTH_WITH_ROLE;
use crate::people::site::{zone_named, zones};
use crate::people::{account_store, audit_store, link_store, passwords};
use crate::secrets::token_hash;
use crate::text;
use crate::views::Lang;
use crate::web::{Answer, Failure, Form, FormView, Page, Problems};

#[derive(Serialize)]
struct SetUp {
    form: FormView,
    least: usize,
    time_zones: Vec<String>,
    languages_offered: Vec<Offered>,
}

#[derive(Serialize)]
struct Offered {
    tag: &'static str,
    name: &'static str,
}

/// GET /set-up/{secret}
pub async fn edit(page: Page, secret: web::Path<String>) -> Answer {
    if !is_open(page.app(), &secret).await? {
        return reset::over(&page);
    }
    let zone = if page.lang() == Lang::De { "Europe/Berlin" } else { "Europe/London" };
    let form = Form::of(&[("time_zone", zone), ("language", page.lang().tag())]);
    show(&page, &form, &Problems::none())
}

/// POST /set-up/{secret}
pub async fn update(page: Page, request: HttpRequest, secret: web::Path<String>, form: Form) -> Answer {
    let app = page.app();
    if !is_open(app, &secret).await? {
        return reset::over(&page);
    }
    let (founding, password) = match read(&form) {
        Ok(read) => read,
        Err(problems) => return show(&page, &form, &problems),
    };
    let Some(id) = found(app, &secret, founding, &password).await? else { return reset::over(&page) };
    let account = app.read(move |conn| account_store::find(conn, id)).await?.ok_or(Failure::NotFound)?;
    enter(app, &request, &account, "/admin").await
}

async fn is_open(app: &App, secret: &str) -> Result<bool, Failure> {
    let (hash, now) = (token_hash(secret), app.now());
    let is_open = app
        .read(move |conn| {
            let link = link_store::find_open(conn, &hash, Purpose::SetUp, now)?;
            Ok(link.is_some() && !account_store::is_any(conn)?)
        })
        .await?;
    Ok(is_open)
}

fn read(form: &Form) -> Result<(Founding, String), Problems> {
    let mut problems = Problems::none();
    let organisation =
        problems.need("organisation", text::line(form.text("organisation")), "account-missing-organisation");
    let site = problems.need("site", text::line(form.text("site")), "account-missing-site");
    let time_zone = zone_named(form.text("time_zone")).map(|(name, _)| name);
    if time_zone.is_none() {
        problems.add("time_zone", "account-problem-time-zone");
    }
    let lang = Lang::from_tag(form.text("language"));
    if lang.is_none() {
        problems.add("language", "account-problem-language");
    }
    let name = problems.need("name", text::line(form.text("name")), "account-missing-name");
    let email = problems.take("email", text::email(form.text("email")));
    let words = [organisation.clone(), site.clone(), name.clone(), email.clone()];
    let password = new_password::read(form, "password", LENGTH_WITH_ROLE, &words, &mut problems);
    let (time_zone, lang) = (time_zone.unwrap_or_default(), lang.unwrap_or_default());
    problems.or((Founding { organisation, site, time_zone, lang, name, email }, password))
}

fn show(page: &Page, form: &Form, problems: &Problems) -> Answer {
    let mut shown = form.clone();
    shown.set("password", "");
    let own = SetUp {
        form: shown.view(page, problems),
        least: LENGTH_WITH_ROLE,
        time_zones: zones(),
        languages_offered: Lang::ALL.iter().map(|lang| Offered { tag: lang.tag(), name: lang.own_name() }).collect(),
    };
    if problems.is_empty() { page.show("account/set_up", &own) } else { page.show_again("account/set_up", &own) }
}

/// Writes it all in one go; `None` if somebody was faster.
async fn found(
    app: &App,
    secret: &str,
    founding: Founding,
    password: &str,
) -> Result<Option<crate::ids::AccountId>, Failure> {
    let hash = passwords::hash(password).await?;
    let link = token_hash(secret);
    let made = app
        .write(move |deed| {
            audit_store::hold(deed.conn)?;
            let is_first = link_store::use_up(deed.conn, &link, Purpose::SetUp, deed.now)?;
            if !is_first || account_store::is_any(deed.conn)? {
                return Ok(None);
            }
            let site = founding_store::ground(deed, &founding)?;
            let account = founding_store::administrator(deed, &founding, site)?;
            account_store::set_password(deed.conn, account, &hash)?;
            let entry =
                NewEntry { about_id: Some(account.0), ..NewEntry::by_nobody(What::Administered, "organisation") };
            audit_store::record(deed.conn, &entry.detail("set up"), deed.now)?;
            Ok(Some(account))
        })
        .await?;
    Ok(made)
}
