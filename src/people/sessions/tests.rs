//! Bars AU12, AU13, AU16 to AU18 on the house's own terms: who is signed in, and until when.

use actix_web::cookie::{Cookie, SameSite};

use super::*;
use crate::people::cast_store::{House, on_both};
use crate::people::viewer::Viewer;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

async fn start_for(house: &House, account: &Account) -> Cookie<'static> {
    start(house, account, "Firefox, Linux".into(), None).await.unwrap()
}

async fn viewer_of(house: &House, cookie: &Cookie<'_>) -> Option<Viewer> {
    find_viewer(house, cookie.value()).await.unwrap().map(|(viewer, _)| viewer)
}

async fn is_in(house: &House, cookie: &Cookie<'_>) -> bool {
    viewer_of(house, cookie).await.is_some()
}

on_both! {
    async fn au16_the_cookie_is_bound_to_host_and_path_and_kept_from_scripts(house) {
        let amina = house.somebody("Amina", &[], None).await;
        let cookie = start_for(house, &amina).await;
        assert_eq!(cookie.name(), "__Host-pw");
        assert_eq!(
            (cookie.secure(), cookie.http_only(), cookie.same_site()),
            (Some(true), Some(true), Some(SameSite::Lax))
        );
        assert_eq!((cookie.path(), cookie.domain()), (Some("/"), None));
        assert_eq!(cookie.max_age().unwrap().whole_seconds(), 7 * DAY);
    }

    async fn a_viewer_is_the_person_with_the_roles_of_now(house) {
        let hana = house.somebody("Hana", &[Role::Hr, Role::Responder], None).await;
        let viewer = viewer_of(house, &start_for(house, &hana).await).await.unwrap();
        assert_eq!((viewer.name.as_str(), viewer.account_id), ("Hana Osei", hana.id));
        assert!(viewer.has(Role::Hr) && viewer.has(Role::Responder) && !viewer.has(Role::Admin));
    }
}

#[tokio::test]
async fn on_plain_http_the_cookie_has_a_plain_name() {
    let trial = House::with(&[("BASE_URL", "http://127.0.0.1:8080")]);
    let ben = trial.somebody("Ben", &[], None).await;
    let cookie = start_for(&trial, &ben).await;
    assert_eq!((cookie.name(), cookie.secure()), ("pw", Some(false)));
}

on_both! {
    async fn au17_idle_and_absolute_ends_hold_to_the_second(house) {
        for (roles, idle, absolute) in [(vec![], 7 * DAY, 30 * DAY), (vec![Role::Hr], 30 * MINUTE, 12 * HOUR)] {
            let somebody = house.somebody(if roles.is_empty() { "Amina" } else { "Hana" }, &roles, None).await;
            let cookie = start_for(house, &somebody).await;
            house.later(idle - 1);
            assert!(is_in(house, &cookie).await, "{roles:?} a second before the idle end");
            house.later(2);
            assert!(!is_in(house, &cookie).await, "{roles:?} a second after the idle end");

            let mut cookie = start_for(house, &somebody).await;
            let (step, mut used) = (idle / 2, 0);
            while used + step < absolute - 1 {
                house.later(step);
                used += step;
                let (_, renewed) = find_viewer(house, cookie.value()).await.unwrap().expect("in use all the time");
                cookie = renewed.expect("renewed after half the idle time");
            }
            house.later(absolute - 1 - used);
            assert!(is_in(house, &cookie).await, "{roles:?} a second before the absolute end");
            house.later(2);
            assert!(!is_in(house, &cookie).await, "{roles:?} a second after the absolute end");
        }
    }

    async fn a_cookie_is_renewed_after_a_quarter_of_the_idle_time_and_not_before(house) {
        let amina = house.somebody("Amina", &[], None).await;
        let cookie = start_for(house, &amina).await;
        house.later(42 * HOUR - 1);
        assert!(find_viewer(house, cookie.value()).await.unwrap().unwrap().1.is_none());
        house.later(1);
        let renewed = find_viewer(house, cookie.value()).await.unwrap().unwrap().1.unwrap();
        assert_eq!(renewed.max_age().unwrap().whole_seconds(), 7 * DAY);
        house.later(7 * DAY - 42 * HOUR);
        assert!(!is_in(house, &cookie).await && is_in(house, &renewed).await);
    }

    async fn a_clock_set_back_prolongs_nothing(house) {
        let amina = house.somebody("Amina", &[], None).await;
        let cookie = start_for(house, &amina).await;
        house.later(-2 * HOUR);
        assert!(!is_in(house, &cookie).await, "made under a clock that is not ours any more");
        house.later(2 * HOUR - MINUTE);
        let (_, renewed) = find_viewer(house, cookie.value()).await.unwrap().expect("nodes may differ by a minute");
        assert!(renewed.is_none());
    }

    async fn au13_what_ends_a_session_ends_it_at_the_next_request(house) {
        let amina = house.somebody("Amina", &[], None).await;
        let cookies = [start_for(house, &amina).await, start_for(house, &amina).await, start_for(house, &amina).await];
        let viewer = viewer_of(house, &cookies[0]).await.unwrap();
        let mut ear = house.live.listen(&[crate::live::Topic::SignedIn(amina.person_id)]);

        let second = viewer_of(house, &cookies[1]).await.unwrap().session_id;
        let (person, account, first) = (viewer.person_id, viewer.account_id, viewer.session_id);
        let ben = house.somebody("Ben", &[], None).await;
        let not_his = (ben.person_id, ben.id);
        assert!(!house.write(move |deed| end(deed, not_his.0, not_his.1, second)).await.unwrap(), "not Ben's to end");
        assert!(is_in(house, &cookies[1]).await);
        assert!(house.write(move |deed| end(deed, person, account, second)).await.unwrap());
        assert!(!is_in(house, &cookies[1]).await && is_in(house, &cookies[0]).await);
        assert!(ear.next().await.is_some(), "open streams hear of it");

        house.write(move |deed| end_others(deed, person, account, first)).await.unwrap();
        assert!(!is_in(house, &cookies[2]).await && is_in(house, &cookies[0]).await);

        house.write(move |deed| end_all(deed, person)).await.unwrap();
        assert!(!is_in(house, &cookies[0]).await);
        let again = start_for(house, &house.account(amina.id).await).await;
        assert!(is_in(house, &again).await, "a new sign-in is good");
        house
            .write(move |deed| {
                let now = deed.now;
                crate::people::account_store::set_disabled(deed.conn, account, Some(now))
            })
            .await
            .unwrap();
        assert!(!is_in(house, &again).await);
    }

    async fn au12_signing_in_anew_ends_the_session_the_browser_held(house) {
        let amina = house.somebody("Amina", &[], None).await;
        let before = start_for(house, &amina).await;
        let held = held_session(house, before.value());
        let after = start(house, &amina, "Firefox, Linux".into(), held).await.unwrap();
        assert_ne!(before.value(), after.value());
        assert!(!is_in(house, &before).await && is_in(house, &after).await);
    }

    async fn au18_the_list_shows_open_sessions_and_when_they_were_used(house) {
        let amina = house.somebody("Amina", &[], None).await;
        let (old, used) = (start_for(house, &amina).await, start_for(house, &amina).await);
        house.later(299);
        assert!(is_in(house, &used).await);
        for (days, open) in [(29, 2), (31, 0)] {
            let then = house.now().plus_seconds(days * DAY);
            let list = house.read(move |conn| store::list_open(conn, amina.id, then)).await.unwrap();
            assert_eq!(list.len(), open, "in {days} days");
        }
        let now = house.now();
        let list = house.read(move |conn| store::list_open(conn, amina.id, now)).await.unwrap();
        assert!(list.iter().all(|session| session.seen_at < now), "no write within five minutes");
        house.later(1);
        assert!(is_in(house, &used).await);
        let now = house.now();
        let list = house.read(move |conn| store::list_open(conn, amina.id, now)).await.unwrap();
        assert_eq!((list.len(), list[0].seen_at), (2, now));
        assert_eq!(Some(list[0].id), held_session(house, used.value()));
        assert_eq!(Some(list[1].id), held_session(house, old.value()));
    }

    async fn au14_a_good_token_without_its_row_or_for_another_account_is_worth_nothing(house) {
        let amina = house.somebody("Amina", &[], None).await;
        let ben = house.somebody("Ben", &[], None).await;
        let good = viewer_of(house, &start_for(house, &amina).await).await.unwrap();
        let now = house.now();
        let token = |account, session, version| {
            let subject = Subject { account, session, version, auth_at: now };
            signer(house).sign(&subject, now, now.plus_seconds(60)).unwrap()
        };
        let is_good = |token: String| async { find_viewer(house, &{ token }).await.unwrap().is_some() };
        assert!(is_good(token(amina.id, good.session_id, 1)).await);
        assert!(!is_good(token(amina.id, SessionId::random(), 1)).await, "no row");
        assert!(!is_good(token(ben.id, good.session_id, 1)).await, "somebody else's session");
        assert!(!is_good(token(amina.id, good.session_id, 0)).await, "an older version");
        assert!(!is_good(token(amina.id, good.session_id, 2)).await, "a newer version");
    }
}
