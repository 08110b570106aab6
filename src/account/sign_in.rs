//! `/sign-in` and `/sign-out`.

use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

use super::attempt::{self, Attempt, Outcome};
use super::{device, label, next_path};
use crate::app::App;
use crate::ids::SessionId;
use crate::people::account::Who;
use crate::people::account_store;
use crate::people::sessions;
use crate::web::limits::{Limits, client_ip};
use crate::web::{Answer, Failure, Form, FormView, Page, Problems, see_other};

#[derive(Serialize)]
struct SignIn {
    form: FormView,
    next: String,
    /// A form was sent after the session had ended, and so was not taken.
    is_unsent: bool,
    /// This browser was signed in, and is not any more, without having signed out.
    is_over: bool,
    /// Nobody can sign in yet: the set-up link was not followed so far.
    is_new: bool,
}

/// GET /sign-in
pub async fn new(page: Page, request: HttpRequest) -> Answer {
    let asked = Form::parse(request.query_string().as_bytes());
    let next = next_path::ours(asked.text("next"));
    if page.viewer().is_some() {
        return Ok(see_other(next));
    }
    let form = Form::default().view(&page, &Problems::none());
    let is_new = is_new(&page).await?;
    let is_unsent = asked.has("unsent");
    let cookie = request.cookie(sessions::cookie_name(&page.app().config));
    let is_over = !is_unsent && cookie.is_some_and(|cookie| !cookie.value().is_empty());
    page.show("account/sign_in", &SignIn { form, next: next.into(), is_unsent, is_over, is_new })
}

/// POST /sign-in
pub async fn create(page: Page, request: HttpRequest, limits: web::Data<Limits>, form: Form) -> Answer {
    let next = next_path::ours(form.text("next"));
    let problem = match attempt::make(page.app(), &limits, read(page.app(), &request, &form)).await? {
        Outcome::In(cookies) => return with_cookies(see_other(next), &cookies),
        Outcome::Wrong => "account-problem-wrong",
        Outcome::TooWeak => "account-problem-too-weak",
    };
    let form = Form::of(&[("who", form.text("who"))]).view(&page, &Problems::one("secret", problem));
    let is_new = is_new(&page).await?;
    page.show_again("account/sign_in", &SignIn { form, next: next.into(), is_unsent: false, is_over: false, is_new })
}

async fn is_new(page: &Page) -> Result<bool, Failure> {
    Ok(!page.app().read(account_store::is_any).await?)
}

fn read(app: &App, request: &HttpRequest, form: &Form) -> Attempt {
    Attempt {
        who: Who::read(form.text("who")),
        secret: form.text("secret").to_owned(),
        device: request.cookie(device::name(app)).map(|cookie| cookie.value().to_owned()),
        held: held(app, request),
        label: browser(request),
        address: client_ip(request, &app.config.trusted_proxies),
    }
}

/// POST /sign-out. Without a session it does nothing, and looks the same. What was typed and not sent goes as well: it is
/// nobody's business who uses this browser next.
pub async fn end(page: Page) -> Answer {
    if let Some(viewer) = page.viewer() {
        let (person, account, session) = (viewer.person_id, viewer.account_id, viewer.session_id);
        page.app().write(move |deed| sessions::end(deed, person, account, session)).await?;
    }
    let mut response = see_other("/sign-in");
    let clear = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), clear);
    with_cookies(response, &[sessions::cookie::empty(&page.app().config)])
}

/// The browser in words.
pub(super) fn browser(request: &HttpRequest) -> String {
    let agent = request.headers().get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    label::of(agent.unwrap_or_default())
}

/// The address a request comes from, for the audit log.
pub(super) fn address(app: &App, request: &HttpRequest) -> String {
    client_ip(request, &app.config.trusted_proxies).to_string()
}

/// The session that this browser holds.
pub(super) fn held(app: &App, request: &HttpRequest) -> Option<SessionId> {
    let cookie = request.cookie(sessions::cookie_name(&app.config))?;
    sessions::held_session(app, cookie.value())
}

/// Adds cookies to an answer.
pub(super) fn with_cookies(mut response: HttpResponse, cookies: &[actix_web::cookie::Cookie<'static>]) -> Answer {
    for cookie in cookies {
        response.add_cookie(cookie).map_err(|error| Failure::ours(&error))?;
    }
    Ok(response)
}
