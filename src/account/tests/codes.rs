//! Own codes, and changing what one signs in with.

use super::*;
use crate::people::audit::{NewEntry, What};
use crate::people::own_code::{Issued, Replaces, issue};
use crate::people::role::Role;

fn entry() -> NewEntry {
    NewEntry::by_nobody(What::Administered, "person")
}

async fn printed(house: &House, person: crate::ids::PersonId) -> String {
    match issue(house, person, Replaces::OwnCodes, entry()).await.unwrap() {
        Issued::Code(code) => code,
        other => panic!("{other:?}"),
    }
}

on_both! {
    async fn a_printed_code_lets_in_and_must_be_changed_before_anything_else(house) {
        let nadia = house.newcomer("Nadia", &[]).await;
        let code = printed(house, nadia).await;
        assert_eq!(code.len(), 10);
        let service = service(house).await;
        let mut browser = Browser::new();
        let typed = format!(" {}-{}", code[..5].to_lowercase(), &code[5..]);
        assert_eq!(browser.sign_in(&service, "NADIA", &typed).await.status, StatusCode::SEE_OTHER);
        let anything = browser.get(&service, "/home").await;
        assert_eq!((anything.status, anything.location()), (StatusCode::SEE_OTHER, "/account/code"));
        let page = browser.get(&service, "/account/code").await;
        assert!(page.status == StatusCode::OK && !page.body.contains(r#"name="current""#));

        let short = browser.post(&service, "/account/code", &[("code", "1234567")]).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        for same in [code.clone(), format!("{}-{}", code[..5].to_lowercase(), &code[5..])] {
            let same = browser.post(&service, "/account/code", &[("code", &same)]).await;
            assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY, "whoever saw the slip would know it");
            assert!(same.body.contains("the code on your slip"), "{}", same.body);
        }
        let done = browser.post(&service, "/account/code", &[("code", "grau reiher")]).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/home"));
        assert!(browser.is_in(&service).await);

        assert_eq!(Browser::new().sign_in(&service, "nadia", &code).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut again = Browser::new();
        assert_eq!(again.sign_in(&service, "nadia", "grau reiher").await.status, StatusCode::SEE_OTHER);
        assert!(again.is_in(&service).await);

        let newer = printed(house, nadia).await;
        assert!(!again.is_in(&service).await && !browser.is_in(&service).await, "a new slip ends what was before");
        assert_eq!(again.sign_in(&service, "nadia", "grau reiher").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(again.sign_in(&service, "nadia", &newer).await.status, StatusCode::SEE_OTHER);
    }

    async fn a_code_is_for_employees_only(house) {
        let rosa = house.newcomer("Rosa", &[Role::Responder]).await;
        assert_eq!(issue(house, rosa, Replaces::Anything, entry()).await.unwrap(), Issued::NeedsPassword);
        assert_eq!(issue(house, crate::ids::PersonId::random(), Replaces::Anything, entry()).await.unwrap(), Issued::NotHere);

        let emil = house.newcomer("Emil", &[]).await;
        let code = printed(house, emil).await;
        let grant = crate::people::role::Grant { role: Role::Responder, site_id: None, department_id: None };
        house.write(move |deed| crate::people::role_store::add_grant(deed.conn, emil, grant, deed.now)).await.unwrap();
        let service = service(house).await;
        let refused = Browser::new().sign_in(&service, "emil", &code).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Your role needs a longer password"));
    }

    async fn au13_changing_a_password_needs_the_current_one_and_ends_all_other_sessions(house) {
        let amina = house.somebody("Amina", &[], Some(PASSWORD)).await;
        let service = service(house).await;
        let (mut desk, mut phone) = (Browser::new(), Browser::new());
        desk.sign_in(&service, "amina", PASSWORD).await;
        phone.sign_in(&service, "amina", PASSWORD).await;
        let mut copy = desk.clone();
        let fields = |current, code| [("current", current), ("code", code)];
        let wrong = desk.post(&service, "/account/code", &fields("not the one", "grau reiher")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("That is not the one you have now"));
        assert!(phone.is_in(&service).await);
        let done = desk.post(&service, "/account/code", &fields(PASSWORD, "grau reiher")).await;
        assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/account/sessions"));
        assert!(desk.is_in(&service).await, "with a new cookie");
        assert!(!phone.is_in(&service).await && !copy.is_in(&service).await);
        let notice = mails(house).await.pop().unwrap();
        assert_eq!((notice.0.as_str(), notice.1.as_str()), ("password_changed", email(&amina)));
        for _ in 0..10 {
            desk.post(&service, "/account/code", &fields("guess", "grau reiher")).await;
        }
        let waits = desk.post(&service, "/account/code", &fields("guess", "grau reiher")).await;
        assert_eq!(waits.status, StatusCode::TOO_MANY_REQUESTS);
    }
}
