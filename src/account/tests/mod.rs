//! The account room from the outside: a browser-like client over the real handlers, on a file of its own.

mod codes;
mod links;
mod set_up;
mod sign_in;
mod timing;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::pin::Pin;
use std::rc::Rc;

use actix_web::App as Actix;
use actix_web::body::BoxBody;
use actix_web::cookie::Cookie;
use actix_web::dev::ServiceResponse;
use actix_web::http::{StatusCode, header};
use actix_web::middleware::from_fn;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::web::{Data, get, post, resource};

use super::{set_up as founding_pages, sign_in as door, *};
use crate::people::account::Account;
use crate::people::cast_store::{House, on_both};
use crate::web::limits::Limits;
use crate::web::page;
use crate::web::{Answer, Me};

/// A long password that is nobody's name.
const PASSWORD: &str = "four plain words here";

/// A page behind the door.
async fn inside(me: Me) -> Answer {
    me.page().show("account/reset_sent", &page::Nothing {})
}

/// Takes a request as the whole house would.
type Server = Rc<dyn Fn(TestRequest) -> Pin<Box<dyn Future<Output = ServiceResponse<BoxBody>>>>>;

async fn service(house: &House) -> Server {
    let limits = Data::new(Limits::new(house.config.has_limits));
    let app = Actix::new()
        .app_data(Data::new(house.app.clone()))
        .app_data(limits)
        .wrap(from_fn(crate::web::dress::dress))
        .service(resource("/sign-in").route(get().to(door::new)).route(post().to(door::create)))
        .route("/sign-out", post().to(door::end))
        .service(resource("/reset").route(get().to(reset::new)).route(post().to(reset::create)))
        .service(resource("/reset/{secret}").route(get().to(reset::edit)).route(post().to(reset::update)))
        .service(resource("/invited/{secret}").route(get().to(invitation::edit)).route(post().to(invitation::update)))
        .service(
            resource("/set-up/{secret}").route(get().to(founding_pages::edit)).route(post().to(founding_pages::update)),
        )
        .route("/account/sessions", get().to(own::sessions))
        .route("/account/sessions/end-others", post().to(own::end_other_sessions))
        .route("/account/sessions/{id}/end", post().to(own::end_session))
        .service(resource("/account/code").route(get().to(own::edit_code)).route(post().to(own::update_code)))
        .route("/admin/people/{id}/invite", post().to(invitation::create))
        .route("/language", post().to(crate::web::language::choose))
        .route("/home", get().to(inside));
    let service = Rc::new(init_service(app).await);
    Rc::new(move |request| {
        let service = Rc::clone(&service);
        Box::pin(async move { call_service(&*service, request.to_request()).await })
    })
}

/// What came back.
struct Answered {
    status: StatusCode,
    headers: header::HeaderMap,
    cookies: Vec<Cookie<'static>>,
    body: String,
}

impl Answered {
    fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |path| path.to_str().unwrap())
    }

    fn header_names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.headers.keys().map(|name| name.as_str().to_owned()).collect();
        names.sort();
        names
    }
}

/// A browser: it keeps cookies and has an address.
#[derive(Clone)]
struct Browser {
    cookies: BTreeMap<String, String>,
    address: SocketAddr,
}

impl Browser {
    fn new() -> Browser {
        Browser::at("203.0.113.1")
    }

    fn at(address: &str) -> Browser {
        Browser { cookies: BTreeMap::new(), address: SocketAddr::new(address.parse().unwrap(), 40_000) }
    }

    async fn get(&mut self, house: &Server, path: &str) -> Answered {
        self.send(house, TestRequest::get().uri(path)).await
    }

    async fn post(&mut self, house: &Server, path: &str, fields: &[(&str, &str)]) -> Answered {
        self.send(house, TestRequest::post().uri(path).set_form(fields)).await
    }

    async fn send(&mut self, house: &Server, request: TestRequest) -> Answered {
        let mut request = request.peer_addr(self.address).insert_header((header::ACCEPT_LANGUAGE, "en"));
        for (name, value) in &self.cookies {
            request = request.cookie(Cookie::new(name.clone(), value.clone()));
        }
        let response = house(request).await;
        let cookies: Vec<Cookie<'static>> = response.response().cookies().map(Cookie::into_owned).collect();
        for cookie in &cookies {
            if cookie.max_age().is_some_and(|age| age.is_zero()) {
                self.cookies.remove(cookie.name());
            } else {
                self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
        let (status, headers) = (response.status(), response.headers().clone());
        let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
        Answered { status, headers, cookies, body }
    }

    async fn sign_in(&mut self, house: &Server, who: &str, secret: &str) -> Answered {
        self.post(house, "/sign-in", &[("who", who), ("secret", secret)]).await
    }

    async fn is_in(&mut self, house: &Server) -> bool {
        self.get(house, "/home").await.status == StatusCode::OK
    }
}

/// The mails in the outbox as (kind, address, text), oldest first.
async fn mails(house: &House) -> Vec<(String, String, String)> {
    house.read(crate::people::cast_store::list_mails).await.unwrap()
}

/// The path of the link in the newest mail of a kind; never built by a test.
async fn link_in_mail(house: &House, kind: &str) -> String {
    let mails = mails(house).await;
    let (.., text) = mails.iter().rev().find(|mail| mail.0 == kind).expect("such a mail");
    let start = text.find("https://praise.example/").expect("a link") + "https://praise.example".len();
    text[start..].split_whitespace().next().unwrap().to_owned()
}

fn email(account: &Account) -> &str {
    account.email.as_deref().unwrap()
}
