//! The pages of those who look after people and the house, asked as a browser asks them.
//!
//! Here and not in the rooms, because the addresses are the door's.

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::{App as Actix, test, web};

use crate::people::cast_store::House;
use crate::people::role::Role;
use crate::people::{person_store, sessions, site_store};
use crate::routes;
use crate::web::dress;
use crate::web::limits::Limits;

/// Somebody's browser.
struct Browser<'h> {
    house: &'h House,
    cookie: Cookie<'static>,
}

impl<'h> Browser<'h> {
    async fn of(house: &'h House, first: &str, roles: &[Role]) -> Browser<'h> {
        let account = house.somebody(first, roles, None).await;
        let cookie = sessions::start(&house.app, &account, "test".into(), None).await.unwrap();
        Browser { house, cookie }
    }

    async fn ask(&self, request: test::TestRequest) -> (StatusCode, String, String) {
        let app = Actix::new()
            .app_data(web::Data::new(self.house.app.clone()))
            .app_data(web::Data::new(Limits::new(false)))
            .wrap(actix_web::middleware::from_fn(dress::dress))
            .configure(routes::list);
        let app = test::init_service(app).await;
        let response = test::call_service(&app, request.cookie(self.cookie.clone()).to_request()).await;
        let status = response.status();
        let to = response.headers().get("location").map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default();
        let body = test::read_body(response).await;
        (status, String::from_utf8_lossy(&body).into_owned(), to)
    }

    async fn get(&self, path: &str) -> (StatusCode, String) {
        let (status, body, _) = self.ask(test::TestRequest::get().uri(path)).await;
        (status, body)
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> (StatusCode, String, String) {
        self.ask(test::TestRequest::post().uri(path).set_form(fields)).await
    }
}

const NEW: [(&str, &str); 6] = [
    ("given_name", "Beatriz"),
    ("family_name", "Silva"),
    ("preferred_name", "Bea"),
    ("site", "seaside"),
    ("department", "Front office"),
    ("job_title", "Night porter"),
];

#[actix_web::test]
async fn every_page_of_an_administrator_shows_itself() {
    let house = House::empty();
    let admin = Browser::of(&house, "Amina", &[Role::Admin]).await;
    for path in [
        "/admin",
        "/admin/people",
        "/admin/people?q=osei%25_",
        "/admin/people/new",
        "/admin/people/import",
        "/admin/sites",
        "/admin/sites/new",
        "/admin/sites/seaside",
        "/admin/sites/seaside/places",
        "/admin/codes",
        "/admin/codes?level=organisation",
        "/admin/organisation",
        "/admin/roles",
    ] {
        let (status, body) = admin.get(path).await;
        assert_eq!(status, StatusCode::OK, "{path}: {body}");
    }
    let (status, body) = admin.get("/admin/people.csv").await;
    assert_eq!(status, StatusCode::OK);
    assert!(body.starts_with("\u{feff}employee_number,given_name") && body.contains("admin"), "{body}");
}

#[actix_web::test]
async fn somebody_is_added_moved_and_leaves() {
    let house = House::empty();
    let admin = Browser::of(&house, "Amina", &[Role::Admin]).await;
    let (status, body, _) = admin.post("/admin/people", &[("family_name", "Silva"), ("site", "seaside")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("href=\"#given_name\"") && body.contains("value=\"Silva\""), "what was typed is kept");
    let (status, _, to) = admin.post("/admin/people", &NEW).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, page) = admin.get(&to).await;
    assert!(page.contains("value=\"P0001\"") && page.contains("Front office"), "{page}");

    let mut fields = NEW.to_vec();
    fields.extend([("version", "1"), ("employee_number", "P0001"), ("manager_number", "404")]);
    let (status, body, _) = admin.post(&to, &fields).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("href=\"#manager_number\""));
    fields.pop();
    fields.retain(|field| field.0 != "department");
    fields.push(("department", "Kitchen"));
    assert_eq!(admin.post(&to, &fields).await.0, StatusCode::SEE_OTHER);
    assert_eq!(admin.post(&to, &fields).await.0, StatusCode::CONFLICT, "the same version again: somebody was faster");
    let (_, page) = admin.get(&to).await;
    assert!(page.contains("Kitchen") && page.contains("Front office"), "where they were stays known");

    assert_eq!(admin.post(&format!("{to}/aliases"), &[("alias", "Bee")]).await.0, StatusCode::SEE_OTHER);
    assert!(admin.get(&to).await.1.contains("Bee"));
    let (_, body, _) = admin.post(&format!("{to}/own-code"), &[]).await;
    // A slip to hand over: how, where and with what, and nothing else that stands about them.
    assert!(body.contains("slip-code") && body.contains("P0001") && body.contains("/sign-in"), "{body}");
    assert!(!body.contains("Front office") && !body.contains("Bee"), "{body}");
    assert_eq!(admin.post(&format!("{to}/leave"), &[("left_on", "soon")]).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(admin.post(&format!("{to}/leave"), &[("left_on", "")]).await.0, StatusCode::SEE_OTHER);
    let left = house.read(|conn| person_store::find_person_by_number(conn, "p0001")).await.unwrap().unwrap();
    assert_eq!(left.left_on.unwrap().to_string(), "2026-11-21");
    let (_, page) = admin.get(&to).await;
    assert!(page.contains("can no longer sign in") && !page.contains("/own-code"), "{page}");
    assert_eq!(admin.post(&format!("{to}/own-code"), &[]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(admin.post(&format!("{to}/leave"), &[("left_on", "2026-12-31")]).await.0, StatusCode::SEE_OTHER);
    let (_, page) = admin.get(&to).await;
    assert!(page.contains("Leaves") && page.contains("This person can sign in"), "{page}");
}

#[actix_web::test]
async fn the_last_administrator_stays() {
    let house = House::empty();
    let admin = Browser::of(&house, "Amina", &[Role::Admin]).await;
    let me = house.read(|conn| person_store::find_person_by_number(conn, "Amina")).await.unwrap().unwrap();
    let (status, body, _) = admin.post(&format!("/admin/people/{}/leave", me.id), &[]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    let (_, page) = admin.get("/admin/roles").await;
    let role = page.split("/admin/roles/").nth(1).unwrap().split('/').next().unwrap();
    assert_eq!(admin.post(&format!("/admin/roles/{role}/remove"), &[]).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("who", "osei"), ("step", "find")];
    assert!(admin.post("/admin/roles", &fields).await.1.contains(&me.id.to_string()), "the finder without scripts");
    house.somebody("Kofi", &[], None).await; // whoever gets a role signs in anew, so it is not the one who gives it
    let kofi = house.read(|conn| person_store::find_person_by_number(conn, "Kofi")).await.unwrap().unwrap();
    house
        .write(|deed| {
            deed.touch(crate::live::Topic::Directory);
            Ok(())
        })
        .await
        .unwrap();
    let fields = [("person", &*kofi.id.to_string()), ("role", "responder"), ("site", "seaside")];
    assert_eq!(admin.post("/admin/roles", &fields).await.0, StatusCode::SEE_OTHER);
    assert!(admin.get("/admin/roles").await.1.contains("Kofi Osei"));
}

#[actix_web::test]
async fn who_may_not_is_told_so_and_nothing_more() {
    let house = House::empty();
    Browser::of(&house, "Amina", &[Role::Admin]).await;
    let (hr, colleague) = (Browser::of(&house, "Hedda", &[Role::Hr]).await, Browser::of(&house, "Kofi", &[]).await);
    let amina = house.read(|conn| person_store::find_person_by_number(conn, "Amina")).await.unwrap().unwrap();
    assert_eq!(colleague.get("/admin/people").await.0, StatusCode::FORBIDDEN);
    assert_eq!(hr.get("/admin/people").await.0, StatusCode::OK);
    assert_eq!(hr.get(&format!("/admin/people/{}", amina.id)).await.0, StatusCode::FORBIDDEN);
    for path in ["/admin", "/admin/roles", "/admin/organisation", "/admin/codes?level=place", "/admin/sites/new"] {
        assert_eq!(hr.get(path).await.0, StatusCode::FORBIDDEN, "{path}");
    }
}

#[actix_web::test]
async fn a_file_is_looked_at_first_and_then_brought_in() {
    let house = House::empty();
    let admin = Browser::of(&house, "Amina", &[Role::Admin]).await;
    let csv = "employee_number,given_name,site\n7,Chidi,seaside\n";
    let (status, body, _) = admin.post("/admin/people/import", &[("csv", csv), ("step", "check")]).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    assert!(body.contains("7,Chidi,seaside") && body.contains("value=\"import\""));
    let (status, body, _) = admin.post("/admin/people/import", &[("csv", "nme\nx"), ("step", "check")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!body.contains("value=\"import\"") && body.contains("nme"));
    let part = |name: &str, value: &str| {
        format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let multipart = part("file", csv) + &part("csv", "") + &part("step", "import") + "--cut--\r\n";
    let request = test::TestRequest::post()
        .uri("/admin/people/import")
        .insert_header(("content-type", "multipart/form-data; boundary=cut"))
        .set_payload(multipart);
    let (status, body, _) = admin.ask(request).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    assert!(house.read(|conn| person_store::find_person_by_number(conn, "7")).await.unwrap().is_some());
}

#[actix_web::test]
async fn sites_places_codes_and_values() {
    let house = House::empty();
    let admin = Browser::of(&house, "Amina", &[Role::Admin]).await;
    let site = [
        ("name", "Hill House"),
        ("slug", ""),
        ("time_zone", "Europe/Nowhere"),
        ("languages", "en"),
        ("working_days", "mon"),
    ];
    let (status, body, _) = admin.post("/admin/sites", &site).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(body.contains("href=\"#time_zone\"") && body.contains("Hill House"));
    let site = [
        ("name", "Hill House"),
        ("slug", ""),
        ("time_zone", "Europe/Paris"),
        ("languages", "en"),
        ("working_days", "mon"),
    ];
    assert_eq!(admin.post("/admin/sites", &site).await.0, StatusCode::SEE_OTHER);
    let renamed = [
        ("name", "Hill House"),
        ("slug", "hill"),
        ("time_zone", "Europe/Paris"),
        ("languages", "de"),
        ("working_days", "mon"),
        ("version", "1"),
    ];
    assert_eq!(admin.post("/admin/sites/hill-house", &renamed).await.0, StatusCode::SEE_OTHER);
    let old = house.read(|conn| site_store::find_site_by_slug(conn, "hill-house")).await.unwrap().unwrap();
    assert_eq!(old.slug, "hill", "an old slug leads to the site for ever");

    assert_eq!(admin.post("/admin/sites/hill/places", &[("name", "Front desk")]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(
        admin.post("/admin/sites/hill/places", &[("name", "front DESK")]).await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let (status, _, to) = admin.post("/admin/codes", &[("site", "hill"), ("level", "place")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, page) = admin.get(&to).await;
    assert!(page.contains("Front desk") && page.contains("data:image/svg+xml"), "{page}");
    let mut keys = page.split("/admin/codes/").filter_map(|rest| rest.split('/').next());
    let code = keys.find(|key| key.len() == 36).unwrap().to_owned();
    assert!(admin.get(&format!("/admin/codes/{code}/print")).await.1.contains("praise.example/q/"));
    assert_eq!(admin.post(&format!("/admin/codes/{code}/replace"), &[]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(admin.post(&format!("/admin/codes/{code}/replace"), &[]).await.0, StatusCode::CONFLICT);

    let fields = [("name", "Seaside"), ("values", "a\nb\nc"), ("language", "en"), ("version", "1")];
    assert_eq!(admin.post("/admin/organisation", &fields).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("name", "Seaside"), ("values", "a\nb\nc\nd\ne"), ("language", "de"), ("version", "1")];
    assert_eq!(admin.post("/admin/organisation", &fields).await.0, StatusCode::SEE_OTHER);
    assert_eq!(admin.post("/admin/organisation", &fields).await.0, StatusCode::CONFLICT);
}
