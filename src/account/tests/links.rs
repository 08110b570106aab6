//! Links for one use: bars AU2, AU9, AU10, AU11.

use super::*;
use crate::people::role::Role;

const NEW: &str = "another four plain words";

async fn ask(service: &Server, email: &str) -> Answered {
    Browser::new().post(service, "/reset", &[("email", email)]).await
}

on_both! {
    async fn au2_asking_looks_the_same_for_everybody_and_writes_only_to_who_is_there(house) {
        let amina = house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let (known, unknown) = (ask(&service, email(&amina)).await, ask(&service, "nobody@seaside.example").await);
        assert_eq!((known.status, &known.body), (StatusCode::OK, &unknown.body));
        assert_eq!(known.header_names(), unknown.header_names());
        let mails = mails(house).await;
        assert_eq!(mails.len(), 1);
        assert_eq!((mails[0].0.as_str(), mails[0].1.as_str()), ("reset", email(&amina)));
        for _ in 0..20 {
            assert_eq!(ask(&service, email(&amina)).await.body, known.body);
        }
        assert_eq!(super::mails(house).await.len(), 10, "nobody's mailbox is flooded");
    }

    async fn au11_a_reset_ends_every_session_tells_the_owner_and_signs_nobody_in(house) {
        let amina = house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let mut before = Browser::new();
        before.sign_in(&service, "amina", PASSWORD).await;
        ask(&service, email(&amina)).await;
        let link = link_in_mail(house, "reset").await;

        let mut reader = Browser::new();
        for _ in 0..5 {
            assert_eq!(reader.get(&service, &link).await.status, StatusCode::OK, "au10: looking changes nothing");
        }
        let short = reader.post(&service, &link, &[("password", "short")]).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(short.body.contains("at least 8 characters"), "{}", short.body);
        let done = reader.post(&service, &link, &[("password", NEW)]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/sign-in"));
        assert!(!reader.is_in(&service).await && !before.is_in(&service).await);
        let mails = mails(house).await;
        assert!(mails.iter().any(|mail| mail.0 == "password_changed" && mail.1 == email(&amina)));

        assert_eq!(reader.sign_in(&service, "amina", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(reader.sign_in(&service, "amina", NEW).await.status, StatusCode::SEE_OTHER);
        assert_eq!(reader.get(&service, &link).await.status, StatusCode::NOT_FOUND, "it was used");
    }

    async fn au9_of_fifty_who_use_a_link_at_once_one_succeeds(house) {
        let amina = house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        ask(&service, email(&amina)).await;
        let link = link_in_mail(house, "reset").await;
        let tries = (0..50).map(|_| async { Browser::new().post(&service, &link, &[("password", NEW)]).await.status });
        let done = futures_util::future::join_all(tries).await;
        let count = |status| done.iter().filter(|other| **other == status).count();
        assert_eq!((count(StatusCode::SEE_OTHER), count(StatusCode::NOT_FOUND)), (1, 49));
    }

    async fn au9_links_end_in_time_and_open_nothing_but_their_own_door(house) {
        let amina = house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        ask(&service, email(&amina)).await;
        let link = link_in_mail(house, "reset").await;
        let mut browser = Browser::new();
        let elsewhere = link.replace("/reset/", "/invited/");
        assert_eq!(browser.get(&service, &elsewhere).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.post(&service, &elsewhere, &[("password", NEW)]).await.status, StatusCode::NOT_FOUND);
        house.later(30 * 60 - 1);
        assert_eq!(browser.get(&service, &link).await.status, StatusCode::OK);
        house.later(1);
        assert_eq!(browser.get(&service, &link).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.post(&service, &link, &[("password", NEW)]).await.status, StatusCode::NOT_FOUND);

        ask(&service, email(&amina)).await;
        let first = link_in_mail(house, "reset").await;
        ask(&service, email(&amina)).await;
        assert_eq!(browser.get(&service, &first).await.status, StatusCode::NOT_FOUND, "a newer one replaces it");
    }

    async fn au9_an_invitation_lasts_three_days(house) {
        house.somebody("Hana", &[Role::Hr], Some(PASSWORD)).await;
        let nadia = house.newcomer("Nadia", &[]).await;
        let service = service(house).await;
        let mut hana = Browser::new();
        hana.sign_in(&service, "hana", PASSWORD).await;
        hana.post(&service, &format!("/admin/people/{nadia}/invite"), &[]).await;
        let link = link_in_mail(house, "invitation").await;
        house.later(72 * 3_600 - 1);
        assert_eq!(Browser::new().get(&service, &link).await.status, StatusCode::OK);
        house.later(1);
        assert_eq!(Browser::new().get(&service, &link).await.status, StatusCode::NOT_FOUND);
        assert_eq!(Browser::new().post(&service, &link, &[("password", NEW)]).await.status, StatusCode::NOT_FOUND);
    }

    async fn an_invitation_makes_an_account_and_opens_the_door(house) {
        house.somebody("Hana", &[Role::Hr], Some(PASSWORD)).await;
        let nadia = house.newcomer("Nadia", &[Role::Responder]).await;
        let service = service(house).await;
        let mut hana = Browser::new();
        hana.sign_in(&service, "hana", PASSWORD).await;
        let path = format!("/admin/people/{nadia}/invite");
        assert_eq!(Browser::new().post(&service, &path, &[]).await.status, StatusCode::SEE_OTHER, "to sign in");
        assert!(mails(house).await.is_empty());
        assert_eq!(hana.post(&service, &path, &[]).await.location(), format!("/admin/people/{nadia}"));
        let link = link_in_mail(house, "invitation").await;

        let mut browser = Browser::new();
        assert!(browser.get(&service, &link).await.body.contains("Nadia"));
        let short = browser.post(&service, &link, &[("password", "only fourteen.")]).await;
        assert!(short.body.contains("at least 15 characters"), "a responder is more than an employee");
        let done = browser.post(&service, &link, &[("password", NEW)]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/home"));
        assert!(browser.is_in(&service).await);
        house.later(72 * 3_600);
        hana.sign_in(&service, "hana", PASSWORD).await;
        let before = mails(house).await.len();
        hana.post(&service, &path, &[]).await;
        assert_eq!(mails(house).await.len(), before, "who has a password is not invited again");
    }

    async fn nobody_invites_above_their_own_rights(house) {
        for (first, role) in [("Max", Role::SiteManager), ("Hana", Role::Hr), ("Rosa", Role::Responder)] {
            house.somebody(first, &[role], Some(PASSWORD)).await;
        }
        let (admin, hr) = (house.newcomer("Ada", &[Role::Admin]).await, house.newcomer("Hugo", &[Role::Hr]).await);
        let employee = house.newcomer("Emil", &[]).await;
        let confidant = house.newcomer("Clara", &[Role::ConfidentialHandler]).await;
        let auditor = house.newcomer("Otto", &[Role::Auditor]).await;
        let service = service(house).await;
        for (who, person, status) in [
            ("max", admin, StatusCode::FORBIDDEN),
            ("max", hr, StatusCode::FORBIDDEN),
            ("max", employee, StatusCode::SEE_OTHER),
            ("hana", admin, StatusCode::FORBIDDEN),
            ("hana", confidant, StatusCode::FORBIDDEN),
            ("hana", auditor, StatusCode::FORBIDDEN),
            ("hana", hr, StatusCode::SEE_OTHER),
            ("rosa", employee, StatusCode::NOT_FOUND),
        ] {
            let mut browser = Browser::new();
            browser.sign_in(&service, who, PASSWORD).await;
            let answer = browser.post(&service, &format!("/admin/people/{person}/invite"), &[]).await;
            assert_eq!(answer.status, status, "{who}");
        }
    }
}
