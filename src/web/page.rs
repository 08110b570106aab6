//! A page: who looks, in which language, and how it is answered.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, web};
use serde::Serialize;
use uuid::Uuid;

use super::failure::{Answer, Failure};
use super::limits::client_ip;
use crate::app::App;
use crate::people::audit::{NewEntry, What};
use crate::people::role::Role;
use crate::people::viewer::Viewer;
use crate::people::{sessions, viewer_store};
use crate::views::{Lang, Value};

/// Carries a chosen language; no authority.
pub const LANGUAGE_COOKIE: &str = "lang";
/// Carries the key of one sentence to the next page; no authority.
const FLASH_COOKIE: &str = "said";
/// By which a script says why it asks.
const ASKS: &str = "X-Peopleworthy";

/// One request for a page, and who makes it. Extracted once a request, shared by whoever asks again.
#[derive(Clone)]
pub struct Page(Rc<Visit>);

struct Visit {
    app: App,
    lang: Lang,
    path: String,
    viewer: Option<Viewer>,
    address: String,
    unread: i64,
    live: i64,
    flash: Option<String>,
    is_answer: bool,
    organisation: String,
}

/// What every template is given beside the page's own fields.
#[derive(Serialize)]
struct Base<'a, T: Serialize> {
    path: &'a str,
    here: &'a str,
    languages: Vec<LanguageChoice>,
    me: Option<MeView<'a>>,
    flash: Option<String>,
    trial: bool,
    mail_on_disk: bool,
    organisation: OrganisationView<'a>,
    #[serde(flatten)]
    own: &'a T,
}

#[derive(Serialize)]
struct OrganisationView<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct LanguageChoice {
    tag: &'static str,
    name: &'static str,
    current: bool,
}

#[derive(Serialize)]
struct MeView<'a> {
    name: &'a str,
    first_name: &'a str,
    id: crate::ids::PersonId,
    can: Can,
    unread: i64,
    live: i64,
    arriving: bool,
    /// The page is the answer to a form, as slips that are shown once: what its address shows is something else.
    stays: bool,
}

#[derive(Serialize)]
struct Can {
    inbox: bool,
    people: bool,
    audit: bool,
    admin: bool,
    moderate: bool,
    reports: bool,
}

/// For pages without fields of their own.
#[derive(Serialize)]
pub struct Nothing {}

impl Page {
    /// The app.
    pub fn app(&self) -> &App {
        &self.0.app
    }

    /// The language of this page.
    pub fn lang(&self) -> Lang {
        self.0.lang
    }

    /// The path and query of the request.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// The organisation's name.
    pub fn organisation(&self) -> &str {
        &self.0.organisation
    }

    /// Who is signed in, if anybody is.
    pub fn viewer(&self) -> Option<&Viewer> {
        self.0.viewer.as_ref()
    }

    /// An entry for the audit log of what somebody does on this page.
    pub(super) fn entry(&self, viewer: &Viewer, what: What, about: &'static str, id: Option<Uuid>) -> NewEntry {
        NewEntry { address: Some(self.0.address.clone()), ..NewEntry::new(viewer.person_id, what, about, id) }
    }

    /// The number that open pages compare with what `/live` tells them.
    pub fn live(&self) -> i64 {
        self.0.live
    }

    /// How much praise the one who looks has not read yet.
    pub fn unread(&self) -> i64 {
        self.0.unread
    }

    /// A sentence in this page's language.
    pub fn text(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.0.app.views.text(self.0.lang, key, args)
    }

    /// 200 with a template.
    pub fn show(&self, template: &str, own: &impl Serialize) -> Answer {
        self.show_as(StatusCode::OK, template, own)
    }

    /// 422: the same form again, with what is wrong.
    pub fn show_again(&self, template: &str, own: &impl Serialize) -> Answer {
        self.show_as(StatusCode::UNPROCESSABLE_ENTITY, template, own)
    }

    /// Any status with a template.
    pub fn show_as(&self, status: StatusCode, template: &str, own: &impl Serialize) -> Answer {
        let html = self.render(template, own)?;
        let mut response = HttpResponse::build(status);
        response.content_type("text/html; charset=utf-8").insert_header((header::VARY, "Accept-Language, Cookie"));
        if self.0.flash.is_some() {
            response.cookie(forget(FLASH_COOKIE));
        }
        Ok(response.body(html))
    }

    fn render(&self, template: &str, own: &impl Serialize) -> Result<String, Failure> {
        let visit = &*self.0;
        let config = &visit.app.config;
        let is_admin = visit.viewer.as_ref().is_some_and(|viewer| viewer.has(Role::Admin));
        let base = Base {
            path: &visit.path,
            here: &visit.path,
            languages: Lang::ALL
                .iter()
                .map(|lang| LanguageChoice { tag: lang.tag(), name: lang.own_name(), current: *lang == visit.lang })
                .collect(),
            me: visit.viewer.as_ref().map(|viewer| visit.me_view(viewer)),
            flash: visit.flash.as_deref().and_then(|key| visit.app.views.find_text(visit.lang, key)),
            trial: !config.is_https(),
            mail_on_disk: is_admin && config.mail_url.is_none(),
            organisation: OrganisationView { name: &visit.organisation },
            own,
        };
        Ok(visit.app.views.html(template, visit.lang, &base)?)
    }
}

impl Visit {
    fn me_view<'a>(&'a self, viewer: &'a Viewer) -> MeView<'a> {
        let answers = !viewer.answers_at().is_nowhere();
        let can = Can {
            inbox: answers,
            people: !viewer.looks_after().is_nowhere(),
            audit: viewer.has(Role::Auditor) && !viewer.has(Role::Admin),
            admin: viewer.has(Role::Admin),
            moderate: answers,
            reports: !viewer.scope_of(&[Role::Hr, Role::Executive, Role::SiteManager]).is_nowhere(),
        };
        MeView {
            name: &viewer.name,
            first_name: &viewer.first_name,
            id: viewer.person_id,
            can,
            unread: self.unread,
            live: self.live,
            arriving: viewer.must_change_code,
            stays: self.is_answer,
        }
    }
}

impl FromRequest for Page {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Page, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { visit(&request).await })
    }
}

/// Finds out who looks; once a request.
pub(super) async fn visit(request: &HttpRequest) -> Result<Page, Failure> {
    if let Some(page) = request.extensions().get::<Page>() {
        return Ok(page.clone());
    }
    let app = request.app_data::<web::Data<App>>().ok_or(Failure::NotFound)?.get_ref().clone();
    let (viewer, renewed) = match request.cookie(sessions::cookie_name(&app.config)) {
        Some(cookie) if asks_by_itself(request) => (sessions::find_unattended(&app, cookie.value()).await?, None),
        Some(cookie) => sessions::find_viewer(&app, cookie.value()).await?.map_or((None, None), |(v, c)| (Some(v), c)),
        None => (None, None),
    };
    if let Some(cookie) = renewed {
        request.extensions_mut().insert(Renewed(cookie));
    }
    let page = page_for(&app, request, viewer).await?;
    request.extensions_mut().insert(page.clone());
    Ok(page)
}

/// Whether an open page looks whether there is news, and no person. Its stream cannot say so in a header, and comes again by itself.
fn asks_by_itself(request: &HttpRequest) -> bool {
    request.path() == "/live" || request.headers().get(ASKS).is_some_and(|why| why == "refresh")
}

async fn page_for(app: &App, request: &HttpRequest, viewer: Option<Viewer>) -> Result<Page, Failure> {
    let counted = viewer.as_ref().map(|viewer| (viewer.person_id, viewer.topics()));
    let (unread, live, organisation) = app
        .read(move |conn| {
            let (unread, live) = match &counted {
                None => (0, 0),
                // First the number, then the content: a change in between makes the page look again, never miss it.
                Some((person, topics)) => {
                    let live = viewer_store::live_number(conn, topics)?;
                    (viewer_store::count_unread(conn, *person)?, live)
                }
            };
            Ok((unread, live, viewer_store::organisation_name(conn)?))
        })
        .await?;
    let organisation = organisation.unwrap_or_else(|| "Peopleworthy".into());
    Ok(bare_page(app, request, viewer, unread, live, organisation))
}

pub(super) fn bare_page(
    app: &App,
    request: &HttpRequest,
    viewer: Option<Viewer>,
    unread: i64,
    live: i64,
    organisation: String,
) -> Page {
    Page(Rc::new(Visit {
        lang: language(request, viewer.as_ref()),
        path: request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned(),
        flash: flash(request),
        is_answer: !request.method().is_safe(),
        app: app.clone(),
        address: client_ip(request, &app.config.trusted_proxies).to_string(),
        viewer,
        unread,
        live,
        organisation,
    }))
}

/// The language chosen by the switch, else the account's own, else the browser's.
fn language(request: &HttpRequest, viewer: Option<&Viewer>) -> Lang {
    let chosen = request.cookie(LANGUAGE_COOKIE).and_then(|cookie| Lang::from_tag(cookie.value()));
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok()).unwrap_or("");
    chosen.or(viewer.and_then(|viewer| viewer.lang)).unwrap_or_else(|| Lang::negotiate(accepted, Lang::En))
}

/// What the page that was just sent for shall say. An open page that looks again by itself, in this window or another, must
/// not take it away from the one that comes.
fn flash(request: &HttpRequest) -> Option<String> {
    let looks_again = asks_by_itself(request);
    let said = request.cookie(FLASH_COOKIE).filter(|_| !looks_again)?;
    is_flash(said.value()).then(|| said.value().to_owned())
}

/// A flash comes back from the browser: only keys that are made for it are ever said, if there is such a sentence.
fn is_flash(key: &str) -> bool {
    key.len() < 60 && key.contains("-said-") && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// A session cookie whose time was prolonged during this request.
pub(super) struct Renewed(pub(super) Cookie<'static>);

/// Somebody who is signed in; a page that asks for it sends everybody else to sign in and brings them back.
#[derive(Clone)]
pub struct Me {
    page: Page,
    viewer: Viewer,
}

impl Me {
    /// The page they look at.
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// An entry for the audit log of what they do now, and from which address. It belongs into the write of the deed itself:
    /// `audit_store::record(deed.conn, &entry, deed.now)`. A test asks every address that changes something under /admin,
    /// and every file that is handed out, for exactly one.
    pub fn entry(&self, what: What, about: &'static str, id: Option<Uuid>, detail: &str) -> NewEntry {
        self.page.entry(&self.viewer, what, about, id).detail(detail)
    }

    /// Passes only those who may; the others know that it is here, and that it is not for them.
    pub fn must(&self, may: bool) -> Result<(), Failure> {
        if may { Ok(()) } else { Err(Failure::Forbidden) }
    }

    /// Passes only those who may see what a key stands for; for the others there is no such thing.
    pub fn must_see(&self, may: bool) -> Result<(), Failure> {
        if may { Ok(()) } else { Err(Failure::NotFound) }
    }
}

impl std::ops::Deref for Me {
    type Target = Viewer;

    fn deref(&self) -> &Viewer {
        &self.viewer
    }
}

impl FromRequest for Me {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Me, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let page = visit(&request).await?;
            match page.viewer().cloned() {
                Some(viewer) if viewer.must_change_code && !request.path().starts_with("/account/code") => {
                    Err(Failure::ChangeCode)
                }
                Some(viewer) => Ok(Me { page, viewer }),
                None => Err(sign_in_first(&request, page.app())),
            }
        })
    }
}

/// To the sign-in, and from there to the page that was asked for: of a form that was sent, the page it stands on.
fn sign_in_first(request: &HttpRequest, app: &App) -> Failure {
    if request.method().is_safe() {
        return Failure::SignIn { next: request.uri().to_string(), is_unsent: false };
    }
    let from = request.headers().get(header::REFERER).and_then(|from| from.to_str().ok());
    let ours =
        from.and_then(|from| from.strip_prefix(app.config.origin().as_str())).filter(|path| path.starts_with('/'));
    Failure::SignIn { next: ours.unwrap_or("/home").to_owned(), is_unsent: true }
}

/// 303 to a path of ours.
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish()
}

/// 303 to a path of ours, where one sentence is said; its key must contain `-said-`.
pub fn see_other_saying(path: &str, key: &'static str) -> HttpResponse {
    debug_assert!(is_flash(key), "{key}");
    let cookie = Cookie::build(FLASH_COOKIE, key)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::minutes(1));
    HttpResponse::SeeOther().insert_header((header::LOCATION, path)).cookie(cookie.finish()).finish()
}

/// A cookie that takes one away.
pub fn forget(name: &'static str) -> Cookie<'static> {
    Cookie::build(name, "").path("/").http_only(true).same_site(SameSite::Lax).max_age(Duration::ZERO).finish()
}
