//! One cookie says who somebody is, and only that one (AU16).

use crate::house::cast::{OWN_CODE, PASSWORD};
use crate::house::{Engine, House};

const NAME: &str = "__Host-pw";

on_both! {
    fn au16_signing_in_gives_the_one_cookie_that_counts(house) {
        let browser = house.guest();
        let asked = browser.open("/praise/mine").is(200);
        assert!(asked.path.starts_with("/sign-in?next="), "{}", asked.path);
        let form = asked.form("/sign-in").fill("who", "Amina@Staff.example").fill("secret", PASSWORD);
        let answer = form.post().is(303);
        assert_eq!(answer.location().unwrap(), "/praise/mine");
        let cookies: Vec<_> = answer.headers.get_all("set-cookie").iter().map(|set| set.to_str().unwrap()).collect();
        let ours = cookies.iter().find(|set| set.starts_with(&format!("{NAME}="))).unwrap();
        let mut attributes: Vec<_> = ours.split("; ").skip(1).filter(|part| !part.starts_with("Max-Age=")).collect();
        attributes.sort_unstable();
        assert_eq!(attributes, ["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]);
        assert!(!ours.contains("Domain"));
        browser.open("/praise/mine").is(200).says("My praise");
    }

    fn au16_no_other_cookie_carries_authority(house) {
        let browser = house.guest();
        let form = browser.open("/sign-in").form("/sign-in").fill("who", "amina").fill("secret", PASSWORD);
        let answer = form.post().is(303);
        let names: Vec<_> = answer.headers.get_all("set-cookie").iter()
            .map(|set| set.to_str().unwrap().split('=').next().unwrap().to_owned()).collect();
        let thief = house.guest();
        for name in names.iter().filter(|name| *name != NAME) {
            thief.set_cookie(name, &browser.cookie(name).unwrap());
        }
        assert!(thief.get("/home").is(303).location().unwrap().starts_with("/sign-in"));
        // The right one is worth something under its own name only.
        let value = browser.cookie(NAME).unwrap();
        for name in ["pw", "__Secure-pw", "__host-pw", "session"] {
            let thief = house.guest();
            thief.set_cookie(name, &value);
            thief.get("/home").is(303);
        }
        for broken in [value[1..].to_owned(), format!("{value}x"), value.replace('.', ""), String::from("x.y.z")] {
            let thief = house.guest();
            thief.set_cookie(NAME, &broken);
            thief.get("/home").is(303);
        }
    }

    fn au16_signing_out_clears_the_browser_and_ends_the_session(house) {
        let amina = house.staff("amina");
        let held = amina.cookie(NAME).unwrap();
        let answer = amina.open("/home").form("/sign-out").post();
        assert!(answer.header("clear-site-data").contains("\"cookies\""), "{:?}", answer.headers);
        assert_eq!(amina.cookie(NAME), None);
        amina.set_cookie(NAME, &held);
        amina.get("/home").is(303);
    }

    fn somebody_without_an_address_signs_in_by_number_and_code(house) {
        let browser = house.guest();
        let form = browser.open("/sign-in").form("/sign-in").fill("who", "BRUNO").fill("secret", OWN_CODE);
        form.submit().is(200);
        browser.open("/home").is(200).says("Bruno Costa");
    }

    fn a_wrong_password_says_the_same_whoever_it_is_tried_on(house) {
        let answer = |who: &str| {
            let browser = house.guest();
            let form = browser.open("/sign-in").form("/sign-in").fill("who", who).fill("secret", "wrong");
            let page = form.submit().is(422);
            assert_eq!(page.value("who"), who);
            assert!(!page.body().contains("wrong\""));
            page.body().replace(who, "WHO")
        };
        assert_eq!(answer("amina@staff.example"), answer("nobody@staff.example"));
        assert_eq!(answer("leo"), answer("noone"));
    }
}

#[test]
fn over_plain_http_the_cookie_has_a_plain_name_and_the_page_says_it_is_a_trial() {
    let house = House::with(Engine::Sqlite, &[("BASE_URL", "http://127.0.0.1:9")]);
    let ada = house.staff("ada");
    assert!(ada.cookie("pw").is_some() && ada.cookie(NAME).is_none());
    ada.open("/home").is(200).says("Not encrypted");
}
