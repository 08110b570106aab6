//! The zone in which nobody is known: how its requests are read and answered.
//!
//! No cookie is read or set here, and no session looked for, so a page cannot but be the same for whoever is signed in and
//! for whoever is not. The language comes from the address or from the browser. Pages are filled up to a multiple of
//! 16 KiB and never compressed: their length tells nothing of what is on them. The middleware writes no log line for it
//! ([`super::log`]).

use std::net::IpAddr;

use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::web::{Data, Query};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use futures_util::future::LocalBoxFuture;
use serde::{Deserialize, Serialize};

use super::failure::{Answer, Failure};
use super::form::{Form, FormView, Problems};
use super::limits::{Limits, client_ip};
use super::quiet::Deed;
use crate::app::App;
use crate::people::viewer_store;
use crate::views::{Lang, Value};

/// The addresses of the zone, with all that lies below them.
const ADDRESSES: &[&str] = &["/voice/anonymous", "/voice/receipt", "/voice/answers"];
/// Below here lie the codes with which surveys are answered …
const SURVEYS: &str = "/pulse/";
/// … and what is for people who are signed in.
const SIGNED_IN: &[&str] = &["plans", "results", "rules", "begin"];
/// Pages are filled up to a multiple of this many bytes.
const STEP: usize = 16 * 1024;

/// Whether a path lies in the zone: the path as the routes read it (`match_info().as_str()`), because an address may write
/// any letter of it in percent signs.
pub fn is_in(path: &str) -> bool {
    let is_below =
        |address: &str| path.strip_prefix(address).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let is_code =
        |rest: &str| !rest.is_empty() && !SIGNED_IN.contains(&rest.split(['/', '.']).next().unwrap_or_default());
    ADDRESSES.iter().any(|address| is_below(address)) || path.strip_prefix(SURVEYS).is_some_and(is_code)
}

/// One request in the zone.
pub struct Zone {
    app: App,
    limits: Data<Limits>,
    /// For the limits of this request only; nothing else ever sees it.
    address: IpAddr,
    lang: Lang,
    here: String,
    organisation: String,
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    lang: String,
}

/// What every template of the zone is given beside the page's own fields.
#[derive(Serialize)]
struct Base<'a, T: Serialize> {
    languages: Vec<LanguageLink>,
    trial: bool,
    organisation: OrganisationView<'a>,
    #[serde(flatten)]
    own: &'a T,
}

#[derive(Serialize)]
struct OrganisationView<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct LanguageLink {
    tag: &'static str,
    name: &'static str,
    current: bool,
    path: String,
}

impl Zone {
    /// The app.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// The language of this page.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A sentence in this page's language.
    pub fn text(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.app.views.text(self.lang, key, args)
    }

    /// A form as a template shows it.
    pub fn view(&self, form: &Form, problems: &Problems) -> FormView {
        form.view_in(&self.app.views, self.lang, problems)
    }

    /// Counts a deed; false if there were too many from this address in this hour.
    pub fn allows(&self, deed: Deed) -> bool {
        self.limits.quiet.allows(self.address, deed, self.app.now())
    }

    /// The same, as if it had been asked for at another address: for a form that is shown again where it was sent to.
    pub fn at(&self, here: String) -> Zone {
        Zone {
            app: self.app.clone(),
            limits: self.limits.clone(),
            address: self.address,
            lang: self.lang,
            here,
            organisation: self.organisation.clone(),
        }
    }

    /// 200 with a template.
    pub fn show(&self, template: &str, own: &impl Serialize) -> Answer {
        self.show_as(StatusCode::OK, template, own)
    }

    /// Any status with a template.
    pub fn show_as(&self, status: StatusCode, template: &str, own: &impl Serialize) -> Answer {
        let path = |lang: Lang| match self.here.contains('?') {
            true => format!("{}&lang={lang}", self.here),
            false => format!("{}?lang={lang}", self.here),
        };
        let link = |lang: &Lang| LanguageLink {
            tag: lang.tag(),
            name: lang.own_name(),
            current: *lang == self.lang,
            path: path(*lang),
        };
        let base = Base {
            languages: Lang::ALL.iter().map(link).collect(),
            trial: !self.app.config.is_https(),
            organisation: OrganisationView { name: &self.organisation },
            own,
        };
        let html = filled_up(self.app.views.html(template, self.lang, &base)?);
        let mut response = HttpResponse::build(status);
        Ok(response
            .content_type("text/html; charset=utf-8")
            .insert_header((header::VARY, "Accept-Language"))
            .body(html))
    }
}

/// Blanks behind the page, up to the next step.
fn filled_up(mut html: String) -> String {
    let wanted = html.len().div_ceil(STEP) * STEP;
    html.extend(std::iter::repeat_n(' ', wanted - html.len()));
    html
}

impl FromRequest for Zone {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Zone, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let mut zone = bare(&request).ok_or(Failure::NotFound)?;
            if let Some(name) = zone.app.read(viewer_store::organisation_name).await? {
                zone.organisation = name;
            }
            Ok(zone)
        })
    }
}

/// The zone without having asked the database.
fn bare(request: &HttpRequest) -> Option<Zone> {
    let app = request.app_data::<Data<App>>()?.get_ref().clone();
    let limits = request.app_data::<Data<Limits>>()?.clone();
    let chosen = Query::<Asked>::from_query(request.query_string()).ok();
    let chosen = chosen.and_then(|asked| Lang::from_tag(&asked.lang));
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|header| header.to_str().ok()).unwrap_or("");
    Some(Zone {
        address: client_ip(request, &app.config.trusted_proxies),
        lang: chosen.unwrap_or_else(|| Lang::negotiate(accepted, Lang::En)),
        here: without_language(request),
        organisation: "Peopleworthy".into(),
        app,
        limits,
    })
}

/// The address as it was asked for, to be had in another language.
fn without_language(request: &HttpRequest) -> String {
    let kept: Vec<&str> =
        request.query_string().split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang=")).collect();
    match kept.is_empty() {
        true => request.path().to_owned(),
        false => format!("{}?{}", request.path(), kept.join("&")),
    }
}

#[derive(Serialize)]
struct Wrong {
    title: String,
    words: String,
    code: Option<String>,
    fresh: Option<String>,
    me: Option<()>,
}

/// A page for a request of the zone that did not end well.
pub(super) async fn went_wrong(request: &HttpRequest, status: StatusCode, code: Option<String>) -> HttpResponse {
    let kind = match status.as_u16() {
        number @ (404 | 413 | 429 | 500) => number,
        405 => 404,
        501..=599 => 503,
        _ => 422,
    };
    let page = bare(request).and_then(|zone| {
        let title = zone.text(&format!("house-error-{kind}"), &[]);
        let words = zone.text(&format!("house-error-{kind}-words"), &[]);
        let wrong = Wrong { title, words, code, fresh: None, me: None };
        zone.show_as(status, "voice/anonymous/wrong", &wrong).ok()
    });
    page.unwrap_or_else(|| HttpResponse::build(status).finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_is_its_addresses_what_lies_below_them_and_the_codes_of_surveys() {
        for path in [
            "/voice/anonymous",
            "/voice/receipt",
            "/voice/receipt/x",
            "/voice/answers",
            "/voice/answers/print",
            "/pulse/slip",
            "/pulse/answer",
            "/pulse/0123456789ABCDEFGHJKMNPQ",
        ] {
            assert!(is_in(path), "{path}");
        }
        for path in [
            "/voice",
            "/voice/new",
            "/voice/anonymousx",
            "/voice/threads",
            "/",
            "/at/voice/anonymous",
            "/pulse",
            "/pulse/",
            "/pulse/begin",
            "/pulse/plans",
            "/pulse/plans/1/questions",
            "/pulse/results/1",
        ] {
            assert!(!is_in(path), "{path}");
        }
    }

    #[test]
    fn a_page_is_filled_up_to_the_next_step() {
        assert_eq!(filled_up("a".into()).len(), STEP);
        assert_eq!(filled_up("a".repeat(STEP)).len(), STEP);
        assert_eq!(filled_up("a".repeat(STEP + 1)).len(), 2 * STEP);
    }
}
