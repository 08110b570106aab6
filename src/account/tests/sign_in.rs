//! Signing in and out: bars AU1, AU7, AU12, AU13, AU16, AU18.

use super::*;
use crate::people::role::Role;

on_both! {
    async fn a_password_opens_the_door_and_leads_to_where_one_wanted_to_go(house) {
        let amina = house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let mut browser = Browser::new();
        let asked = browser.get(&service, "/home").await;
        assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, "/sign-in?next=/home"));
        let page = browser.get(&service, "/sign-in?next=/praise/new%3Fto=1").await;
        assert!(page.body.contains(r#"name="next" value="/praise/new?to&#x3D;1""#), "{}", page.body);

        let wrong = browser.sign_in(&service, email(&amina), "four plain words there").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains(email(&amina)) && !wrong.body.contains("words there"));
        let fields = [("who", " AMINA@seaside.example "), ("secret", PASSWORD), ("next", "/praise/new?to=1")];
        let right = browser.post(&service, "/sign-in", &fields).await;
        assert_eq!((right.status, right.location()), (StatusCode::SEE_OTHER, "/praise/new?to=1"));
        assert!(browser.is_in(&service).await);
        assert_eq!(browser.get(&service, "/sign-in").await.location(), "/home");

        let evil = [("who", "amina"), ("secret", PASSWORD), ("next", "//evil.example")];
        let by_number = Browser::new().post(&service, "/sign-in", &evil).await;
        assert_eq!((by_number.status, by_number.location()), (StatusCode::SEE_OTHER, "/home"));
    }

    async fn au16_cookies_carry_their_limits_and_signing_out_clears_them(house) {
        house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let mut browser = Browser::new();
        let right = browser.sign_in(&service, "amina", PASSWORD).await;
        let mut names: Vec<&str> = right.cookies.iter().map(Cookie::name).collect();
        names.sort_unstable();
        assert_eq!(names, ["__Host-pw", "__Host-pw-device"]);
        for header in right.headers.get_all(header::SET_COOKIE) {
            let text = header.to_str().unwrap();
            for part in ["; HttpOnly", "; SameSite=Lax", "; Secure", "; Path=/"] {
                assert!(text.contains(part), "{text}");
            }
            assert!(!text.contains("Domain"), "{text}");
        }

        let mut only_device = Browser::new();
        only_device.cookies.insert("__Host-pw-device".into(), browser.cookies["__Host-pw-device"].clone());
        assert!(!only_device.is_in(&service).await, "the device's cookie carries no authority");

        let mut copy = browser.clone();
        let out = browser.post(&service, "/sign-out", &[]).await;
        assert_eq!((out.status, out.location()), (StatusCode::SEE_OTHER, "/sign-in"));
        assert_eq!(out.headers.get("clear-site-data").unwrap(), "\"cache\", \"cookies\", \"storage\"");
        assert!(!browser.cookies.contains_key("__Host-pw"));
        assert!(!copy.is_in(&service).await, "au13: a copied cookie is worth nothing after signing out");
        assert_eq!(browser.post(&service, "/sign-out", &[]).await.status, StatusCode::SEE_OTHER);
    }

    async fn au12_signing_in_again_replaces_the_session_of_before(house) {
        house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let mut browser = Browser::new();
        browser.sign_in(&service, "amina", PASSWORD).await;
        let mut before = browser.clone();
        browser.sign_in(&service, "amina", PASSWORD).await;
        assert_ne!(before.cookies["__Host-pw"], browser.cookies["__Host-pw"]);
        assert!(browser.is_in(&service).await && !before.is_in(&service).await);
    }

    async fn au7_a_stranger_who_guesses_waits_and_the_owners_own_browser_does_not(house) {
        let amina = house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let mut own = Browser::at("198.51.100.7");
        own.sign_in(&service, email(&amina), PASSWORD).await;

        for who in [email(&amina), "nobody@seaside.example"] {
            let mut stranger = Browser::new();
            for _ in 0..10 {
                let wrong = stranger.sign_in(&service, who, "not the right words").await;
                assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
            }
            let waits = stranger.sign_in(&service, who, PASSWORD).await;
            assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS, "{who}");
            assert_eq!(waits.headers.get(header::RETRY_AFTER).unwrap(), "30");
        }
        let mut known = Browser::at("198.51.100.7");
        known.cookies.insert("__Host-pw-device".into(), own.cookies["__Host-pw-device"].clone());
        assert_eq!(known.sign_in(&service, email(&amina), PASSWORD).await.status, StatusCode::SEE_OTHER);
        house.later(30);
        let mut elsewhere = Browser::at("198.51.100.8");
        assert_eq!(elsewhere.sign_in(&service, email(&amina), PASSWORD).await.status, StatusCode::SEE_OTHER);
    }

    async fn au7_one_address_gets_thirty_tries(house) {
        let service = service(house).await;
        let mut browser = Browser::at("2001:db8::1");
        for n in 0..30 {
            browser.address.set_ip(format!("2001:db8::{n:x}").parse().unwrap());
            let wrong = browser.sign_in(&service, &format!("nobody{n}"), "x").await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "try {n}");
        }
        let waits = browser.sign_in(&service, "somebody else", "x").await;
        assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(waits.headers.contains_key(header::RETRY_AFTER));
    }

    async fn au7_a_house_full_of_people_signs_in_rightly_through_one_address(house) {
        for who in ["Ada", "Ben", "Cem", "Dana", "Emil", "Fay"] {
            house.somebody(who, &[], Some(PASSWORD)).await;
        }
        let service = service(house).await;
        for n in 0..40 {
            let who = ["ada", "ben", "cem", "dana"][n % 4];
            let right = Browser::at("203.0.113.9").sign_in(&service, who, PASSWORD).await;
            assert_eq!(right.status, StatusCode::SEE_OTHER, "sign-in {n}, one after the other");
        }
        let at_once = (0..60).map(|n| {
            let (who, service) = (["ada", "ben", "cem", "dana", "emil", "fay"][n % 6], &service);
            async move { Browser::at("203.0.113.9").sign_in(service, who, PASSWORD).await.status }
        });
        let answers = futures_util::future::join_all(at_once).await;
        assert!(answers.iter().all(|status| *status == StatusCode::SEE_OTHER), "all at once: {answers:?}");
    }

    async fn au7_of_a_hundred_guesses_at_once_from_one_address_thirty_are_made(house) {
        let service = service(house).await;
        let guesses = (0..100).map(|n| {
            let service = &service;
            async move {
                Browser::at("203.0.113.9").sign_in(service, &format!("nobody{n}"), "a guess").await.status
            }
        });
        let answers = futures_util::future::join_all(guesses).await;
        let count = |status| answers.iter().filter(|other| **other == status).count();
        assert_eq!((count(StatusCode::UNPROCESSABLE_ENTITY), count(StatusCode::TOO_MANY_REQUESTS)), (30, 70));
    }

    async fn au7_a_known_browser_gets_in_from_an_address_that_has_to_wait(house) {
        house.somebody("Amina", &[], Some(PASSWORD)).await;
        house.somebody("Ben", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let mut own = Browser::at("203.0.113.9");
        own.sign_in(&service, "amina", PASSWORD).await;
        for n in 0..30 {
            Browser::at("203.0.113.9").sign_in(&service, &format!("nobody{n}"), "a guess").await;
        }
        let mut strange = Browser::at("203.0.113.9");
        let waits = strange.sign_in(&service, "amina", PASSWORD).await;
        assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(waits.headers.get(header::RETRY_AFTER).unwrap(), "30");
        assert_eq!(own.sign_in(&service, "ben", PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS, "not Ben's");
        assert_eq!(own.sign_in(&service, "amina", PASSWORD).await.status, StatusCode::SEE_OTHER);
        house.later(30);
        assert_eq!(strange.sign_in(&service, "amina", PASSWORD).await.status, StatusCode::SEE_OTHER);
    }

    async fn whoever_left_or_was_disabled_is_as_unknown_as_nobody(house) {
        let amina = house.somebody("Amina", &[], Some(PASSWORD)).await;
        let ben = house.somebody("Ben", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let (mut one, mut other) = (Browser::new(), Browser::new());
        one.sign_in(&service, "amina", PASSWORD).await;
        other.sign_in(&service, "ben", PASSWORD).await;
        assert!(one.is_in(&service).await && other.is_in(&service).await);
        let (person, account) = (amina.person_id, ben.id);
        let today = house.now().utc_day();
        house
            .write(move |deed| {
                crate::people::person_store::set_left_on(deed.conn, person, Some(today))?;
                crate::people::account_store::set_disabled(deed.conn, account, Some(deed.now))
            })
            .await
            .unwrap();
        for (browser, who) in [(&mut one, "amina"), (&mut other, "ben")] {
            assert!(!browser.is_in(&service).await, "{who}");
            let refused = browser.sign_in(&service, who, PASSWORD).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.body.contains("That does not fit"));
        }
    }

    async fn au13_whoever_holds_another_role_than_before_signs_in_anew(house) {
        let amina = house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let mut browser = Browser::new();
        let grant = crate::people::role::Grant { role: Role::Responder, site_id: None, department_id: None };
        let person = amina.person_id;
        browser.sign_in(&service, "amina", PASSWORD).await;
        house.write(move |deed| crate::people::role_store::add_grant(deed.conn, person, grant, deed.now)).await.unwrap();
        assert!(!browser.is_in(&service).await);
        browser.sign_in(&service, "amina", PASSWORD).await;
        assert!(browser.is_in(&service).await);
        house.write(move |deed| crate::people::role_store::remove_grant(deed.conn, person, grant)).await.unwrap();
        assert!(!browser.is_in(&service).await);
    }

    async fn a_short_password_is_no_longer_enough_for_somebody_who_became_more(house) {
        house.somebody("Amina", &[], Some("blue heron 41")).await;
        house.somebody("Hana", &[Role::Hr], Some("blue heron 41")).await;
        let service = service(house).await;
        let fine = Browser::new().sign_in(&service, "amina", "blue heron 41").await;
        assert_eq!(fine.status, StatusCode::SEE_OTHER);
        let refused = Browser::new().sign_in(&service, "hana", "blue heron 41").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Your role needs a longer password"));
        assert!(refused.cookies.is_empty());
    }

    async fn au18_one_sees_and_ends_ones_own_sessions_and_nobody_elses(house) {
        house.somebody("Amina", &[], Some(PASSWORD)).await;
        house.somebody("Ben", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let (mut desk, mut phone, mut tablet) = (Browser::new(), Browser::new(), Browser::new());
        let mut ben = Browser::new();
        for browser in [&mut desk, &mut phone, &mut tablet] {
            browser.sign_in(&service, "amina", PASSWORD).await;
        }
        ben.sign_in(&service, "ben", PASSWORD).await;

        let page = desk.get(&service, "/account/sessions").await;
        let ids: Vec<&str> = page.body.split("/account/sessions/").filter_map(|part| part.get(..36)).collect();
        let ids: Vec<&str> = ids.into_iter().filter(|id| id.parse::<uuid::Uuid>().is_ok()).collect();
        assert_eq!(ids.len(), 2, "the current one has no button: {}", page.body);
        let path = format!("/account/sessions/{}/end", ids[0]);
        assert_eq!(ben.post(&service, &path, &[]).await.status, StatusCode::NOT_FOUND);
        assert!(phone.is_in(&service).await && tablet.is_in(&service).await);
        assert_eq!(desk.post(&service, &path, &[]).await.status, StatusCode::SEE_OTHER);
        assert_ne!(phone.is_in(&service).await, tablet.is_in(&service).await, "one of the two is out");
        desk.post(&service, "/account/sessions/end-others", &[]).await;
        assert!(!phone.is_in(&service).await && !tablet.is_in(&service).await);
        assert!(desk.is_in(&service).await && ben.is_in(&service).await);
    }

    async fn a_chosen_language_goes_with_the_account(house) {
        let amina = house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let mut browser = Browser::new();
        let guest = browser.post(&service, "/language", &[("language", "de"), ("back", "/sign-in")]).await;
        assert_eq!((guest.status, guest.location()), (StatusCode::SEE_OTHER, "/sign-in"));
        assert!(browser.get(&service, "/sign-in").await.body.contains(r#"<html lang="de""#));
        browser.sign_in(&service, "amina", PASSWORD).await;
        assert_eq!(house.account(amina.id).await.language, None);
        browser.post(&service, "/language", &[("language", "de"), ("back", "/home")]).await;
        assert_eq!(house.account(amina.id).await.language.as_deref(), Some("de"));
        let nonsense = browser.post(&service, "/language", &[("language", "xx"), ("back", "/home")]).await;
        assert_eq!(nonsense.status, StatusCode::BAD_REQUEST);
    }
}
