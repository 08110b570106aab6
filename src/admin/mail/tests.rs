use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::test::{self as browser, TestRequest};
use actix_web::{App as Actix, web};
use scraper::{Html, Selector};

use super::*;
use crate::mail::outbox;
use crate::people::cast_store::House;
use crate::people::sessions;
use crate::views::Lang;

/// A house whose mail server is not there.
fn house() -> House {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    House::with(&[("BASE_URL", "https://praise.example"), ("MAIL_URL", &format!("smtp://robot:sesame@{gone}"))])
}

async fn cookie(house: &House, first: &str, roles: &[Role]) -> Cookie<'static> {
    let account = house.somebody(first, roles, None).await;
    sessions::start(house, &account, "a test".into(), None).await.unwrap()
}

async fn ask(house: &House, request: TestRequest) -> (StatusCode, String) {
    let app = Actix::new()
        .app_data(web::Data::new(house.app.clone()))
        .route("/admin/mail", web::get().to(index))
        .route("/admin/mail/test", web::post().to(test))
        .route("/admin/mail/again", web::post().to(send_all_again))
        .route("/admin/mail/{id}/again", web::post().to(send_again));
    let app = browser::init_service(app).await;
    let response = browser::call_service(&app, request.to_request()).await;
    let status = response.status();
    (status, String::from_utf8(browser::read_body(response).await.to_vec()).unwrap())
}

async fn put(house: &House, to: &str) -> MailId {
    let data = TestMail { link: house.url(HOME) };
    let mail = Message::draft("test_mail", Lang::En, Mailbox::nameless(to)).render(house, &data).unwrap();
    let id = mail.id;
    house.write(move |deed| outbox::put(deed, &mail)).await.unwrap();
    id
}

fn select(page: &str, what: &str) -> Vec<String> {
    let selector = Selector::parse(what).unwrap();
    let page = Html::parse_document(page);
    page.select(&selector)
        .map(|found| found.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

#[actix_web::test]
async fn n5_an_administrator_sees_every_mail_newest_first_and_nobody_else_does() {
    let house = house();
    let (admin, responder) =
        (cookie(&house, "Ada", &[Role::Admin]).await, cookie(&house, "Rosa", &[Role::Responder]).await);
    let first = put(&house, "first@home.example").await;
    house.later(60);
    put(&house, "second@home.example").await;

    let (status, page) = ask(&house, TestRequest::get().uri("/admin/mail").cookie(admin.clone())).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(select(&page, "tbody th"), ["second@home.example", "first@home.example"]);
    assert!(select(&page, "#mail-queue")[0].contains("2 mails wait"), "{page}");
    assert!(page.contains("value=\"ada@seaside.example\""), "the test goes to oneself: {page}");
    assert!(page.contains("127.0.0.1:") && !page.contains("sesame"), "the server without its password");

    for (request, refused) in [
        (TestRequest::get().uri("/admin/mail"), StatusCode::FORBIDDEN),
        (TestRequest::post().uri("/admin/mail/test"), StatusCode::FORBIDDEN),
        (TestRequest::post().uri("/admin/mail/again"), StatusCode::FORBIDDEN),
        (TestRequest::post().uri(&format!("/admin/mail/{first}/again")), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(ask(&house, request.cookie(responder.clone())).await.0, refused);
    }
    assert_eq!(ask(&house, TestRequest::get().uri("/admin/mail")).await.0, StatusCode::SEE_OTHER);
}

#[actix_web::test]
async fn n5_a_mail_that_failed_shows_why_and_goes_out_again_by_a_button() {
    let house = house();
    let admin = cookie(&house, "Ada", &[Role::Admin]).await;
    let id = put(&house, "guest@home.example").await;
    house
        .write(move |deed| {
            crate::mail::store::take_due(deed.conn, deed.now, deed.now, 1)?;
            crate::mail::store::mark_failed(deed.conn, id, "550 5.1.1 no <such> mailbox")
        })
        .await
        .unwrap();
    let show = || TestRequest::get().uri("/admin/mail").cookie(admin.clone());
    let (_, page) = ask(&house, show()).await;
    assert_eq!(select(&page, "samp"), ["550 5.1.1 no <such> mailbox"]);
    let again = format!("/admin/mail/{id}/again");
    assert!(page.contains(&format!("action=\"{again}\"")), "{page}");

    let (status, _) = ask(&house, TestRequest::post().uri(&again).cookie(admin.clone())).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, page) = ask(&house, show()).await;
    assert!(!page.contains(&again) && select(&page, "#mail-queue")[0].contains("One mail waits"), "{page}");
}

#[actix_web::test]
async fn n5_what_a_server_took_is_sent_and_lies_in_no_file() {
    let house = house();
    let admin = cookie(&house, "Ada", &[Role::Admin]).await;
    let id = put(&house, "guest@home.example").await;
    let sent = move |deed: &mut crate::app::Deed| {
        crate::mail::store::take_due(deed.conn, deed.now, deed.now, 1)?;
        crate::mail::store::mark_sent(deed.conn, id, deed.now)
    };
    house.write(sent).await.unwrap();
    let (_, page) = ask(&house, TestRequest::get().uri("/admin/mail").cookie(admin)).await;
    assert_eq!(select(&page, "td .tag"), ["Sent"]);
}

#[actix_web::test]
async fn n6_the_test_button_shows_what_the_server_said_at_once() {
    let house = house();
    let admin = cookie(&house, "Ada", &[Role::Admin]).await;
    let send =
        |to: &'static str| TestRequest::post().uri("/admin/mail/test").cookie(admin.clone()).set_form([("to", to)]);
    let (status, page) = ask(&house, send("ada@seaside.example")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(select(&page, "[role=status] samp")[0].contains("refused"), "{page}");
    let (status, page) = ask(&house, send("nobody")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("value=\"nobody\"") && !select(&page, "[role=alert] a").is_empty(), "{page}");

    let folder = House::empty();
    let admin = cookie(&folder, "Ada", &[Role::Admin]).await;
    let request = TestRequest::post().uri("/admin/mail/test").cookie(admin).set_form([("to", "ada@seaside.example")]);
    let (_, page) = ask(&folder, request).await;
    let said = &select(&page, "[role=status]")[0];
    assert!(said.starts_with("No mail server is set, so this mail went to nobody."), "{said}");
    assert!(!said.contains("The server took it"), "{said}");
    let file = &select(&page, "[role=status] code")[0];
    assert!(file.ends_with(".eml") && std::fs::metadata(file).is_ok(), "{file}");
}

#[actix_web::test]
async fn a_long_list_goes_on_over_the_page() {
    let house = house();
    let admin = cookie(&house, "Ada", &[Role::Admin]).await;
    for n in 0..=LISTING.size {
        put(&house, &format!("guest{n:02}@home.example")).await;
        house.later(1);
    }
    let (_, page) = ask(&house, TestRequest::get().uri("/admin/mail").cookie(admin.clone())).await;
    assert_eq!(select(&page, "tbody th").len() as i64, LISTING.size);
    let document = Html::parse_document(&page);
    let next =
        document.select(&Selector::parse("a[rel=next]").unwrap()).next().unwrap().attr("href").unwrap().to_owned();
    let (_, page) = ask(&house, TestRequest::get().uri(&next).cookie(admin)).await;
    assert_eq!(select(&page, "tbody th"), ["guest00@home.example"]);
}
