//! The first administrator, and the way back in.

use super::*;
use crate::people::role::Role;

const ANSWERS: &[(&str, &str)] = &[
    ("organisation", "Seaside Hotels"),
    ("site", "Seaside Brighton"),
    ("time_zone", "europe/london"),
    ("language", "de"),
    ("name", "Ada de la Cruz"),
    ("email", "ada@seaside.example"),
    ("password", PASSWORD),
];

fn path(link: &str) -> &str {
    link.strip_prefix("https://praise.example").unwrap()
}

on_both! {
    async fn the_first_administrator_sets_the_house_up_once(house) {
        let stale = ensure_set_up_link(house).await.unwrap().unwrap();
        let link = ensure_set_up_link(house).await.unwrap().unwrap();
        let service = service(house).await;
        let mut browser = Browser::new();
        assert_eq!(browser.get(&service, path(&stale)).await.status, StatusCode::NOT_FOUND, "each start makes its own");
        assert_eq!(browser.get(&service, "/set-up/0000").await.status, StatusCode::NOT_FOUND);
        let page = browser.get(&service, path(&link)).await;
        assert!(page.status == StatusCode::OK && page.body.contains("Europe/London"));

        let with = |name: &'static str, value: &'static str| {
            ANSWERS.iter().map(|(n, v)| (*n, if *n == name { value } else { *v })).collect::<Vec<_>>()
        };
        for (field, wrong) in [
            ("organisation", " "),
            ("time_zone", "Mars/Base"),
            ("language", "xx"),
            ("email", "ada"),
            ("password", "only fourteen."),
            ("password", "seasidehotels2026"),
        ] {
            let again = browser.post(&service, path(&link), &with(field, wrong)).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(again.body.contains(&format!("href=\"#{field}\"")) && again.body.contains("Ada de la Cruz"));
            assert!(!again.body.contains(PASSWORD), "a password never comes back");
        }
        let done = browser.post(&service, path(&link), ANSWERS).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/admin"));
        assert!(browser.is_in(&service).await);
        assert_eq!(browser.get(&service, path(&link)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(ensure_set_up_link(house).await.unwrap(), None, "somebody is here");

        let who = crate::people::account::Who::read("ada@seaside.example");
        let ada = house.read(move |conn| crate::people::account_store::find_by_who(conn, &who)).await.unwrap().unwrap();
        assert_eq!((ada.first_name.as_str(), ada.family_name.as_str()), ("Ada de la", "Cruz"));
        assert!(ada.grants.iter().any(|grant| grant.role == Role::Admin && grant.site_id.is_none()));
        let sites = house.read(crate::people::site_store::list_sites).await.unwrap();
        assert_eq!((sites[0].slug.as_str(), sites[0].time_zone.as_str()), ("seaside-brighton", "Europe/London"));
    }

    async fn an_administrator_made_by_command_chooses_a_password_by_a_link(house) {
        assert!(admin_create(house, "ada").await.is_err());
        let link = admin_create(house, "ada@seaside.example").await.unwrap();
        let service = service(house).await;
        let mut browser = Browser::new();
        let done = browser.post(&service, path(&link), &[("password", PASSWORD)]).await;
        assert_eq!(done.location(), "/home");
        assert!(browser.is_in(&service).await);
    }

    async fn the_command_means_the_person_in_the_directory_with_that_address(house) {
        let ada = house.newcomer("Ada", &[]).await;
        let link = admin_create(house, "ada@seaside.example").await.unwrap();
        let service = service(house).await;
        Browser::new().post(&service, path(&link), &[("password", PASSWORD)]).await;
        let account =
            house.read(move |conn| crate::people::account_store::find_of_person(conn, ada)).await.unwrap().unwrap();
        assert!(account.grants.iter().any(|grant| grant.role == Role::Admin));
    }

    async fn the_same_command_is_the_way_back_in(house) {
        let ada = house.somebody("Ada", &[], Some(PASSWORD)).await;
        let id = ada.id;
        house.write(move |deed| crate::people::account_store::set_disabled(deed.conn, id, Some(deed.now))).await.unwrap();
        let link = admin_create(house, email(&ada)).await.unwrap();
        let service = service(house).await;
        let mut browser = Browser::new();
        browser.post(&service, path(&link), &[("password", "another four plain words")]).await;
        assert!(browser.is_in(&service).await);
        assert!(house.account(ada.id).await.grants.iter().any(|grant| grant.role == Role::Admin));
        house.later(5 * 86_400);
        assert!(remove_stale(house).await.unwrap() >= 2, "the session and the link");
    }
}
