//! When a session ends, so do its cookie and its open pages: at the next request, and within two seconds (AU13).

use std::time::Duration;

use diesel::prelude::*;
use peopleworthy::app::Deed;
use peopleworthy::db::schema::person as person_table;
use peopleworthy::people::{account_store, passwords, sessions};

use crate::house::cast::{OWN_CODE, PASSWORD};
use crate::house::wire::Wire;
use crate::house::{Browser, House, report};
use crate::voice_races::while_under_way;

const NAME: &str = "__Host-pw";
/// How long a page may stay open whose session is over.
const AT_MOST: Duration = Duration::from_secs(2);

/// A browser's open page: its stream has begun.
struct OpenPage {
    wire: Wire,
    cookie: String,
}

impl OpenPage {
    fn of(browser: &Browser) -> OpenPage {
        let cookie = browser.cookie(NAME).unwrap();
        let mut wire = Wire::open(browser.house);
        let head = format!("Host: x\r\nCookie: {NAME}={cookie}\r\nConnection: close\r\n");
        wire.send(format!("GET /live HTTP/1.1\r\n{head}\r\n").as_bytes());
        let begun = wire.wait_for("event: refresh", Duration::from_secs(5));
        assert!(begun.starts_with("HTTP/1.1 200"), "{begun}");
        OpenPage { wire, cookie }
    }

    /// The page closes in time, and its cookie opens nothing any more.
    fn ends(self, house: &House, why: &str) {
        let heard = self.wire.listen_from_now(AT_MOST);
        assert!(heard.closed, "{why}: the stream is still open after {AT_MOST:?}: {}", heard.text);
        report(&format!("{why}: an open page ended after {:?}", heard.after));
        let copy = house.guest();
        copy.set_cookie(NAME, &self.cookie);
        for path in ["/home", "/live", "/praise/mine"] {
            let next = copy.get(path).is(303).location().unwrap();
            assert!(next.starts_with("/sign-in"), "{why}: {path} leads to {next}");
        }
        let posted = copy.post("/account/sessions/end-others", &[]).is(303);
        assert!(posted.location().unwrap().starts_with("/sign-in"), "{why}");
    }

    /// The page stays open, and its cookie is good.
    fn goes_on(self, house: &House, why: &str) {
        let heard = self.wire.listen_from_now(Duration::from_millis(300));
        assert!(!heard.closed, "{why}: {}", heard.text);
        let copy = house.guest();
        copy.set_cookie(NAME, &self.cookie);
        copy.get("/home").is(200);
    }
}

on_both! {
    fn au13_signing_out_ends_this_browsers_pages_and_no_others(house) {
        let (amina, at_home) = (house.staff("amina"), house.staff("amina"));
        let (first, second, home) = (OpenPage::of(&amina), OpenPage::of(&amina), OpenPage::of(&at_home));
        amina.open("/home").form("/sign-out").post().is(303);
        first.ends(house, "signing out");
        second.ends(house, "signing out");
        home.goes_on(house, "another browser of hers");
    }

    fn au13_signing_in_again_ends_the_pages_of_before(house) {
        let amina = house.staff("amina");
        let before = OpenPage::of(&amina);
        let fields = [("who", "amina"), ("secret", PASSWORD), ("next", "")];
        amina.post("/sign-in", &fields).is(303);
        before.ends(house, "signing in again");
        OpenPage::of(&amina).goes_on(house, "the session of now");
    }

    fn au13_a_new_password_ends_every_page_of_before(house) {
        let (amina, elsewhere, tomas) = (house.staff("amina"), house.staff("amina"), house.staff("tomas"));
        let (here, there, his) = (OpenPage::of(&amina), OpenPage::of(&elsewhere), OpenPage::of(&tomas));
        let new = "seven swans beside the mill";
        let fields = [("current", PASSWORD), ("code", new), ("again", new)];
        amina.post("/account/code", &fields).is(303);
        here.ends(house, "a new password, where it was changed");
        there.ends(house, "a new password, elsewhere");
        OpenPage::of(&amina).goes_on(house, "the session that the change began");
        his.goes_on(house, "somebody else");
    }

    fn au13_who_is_signed_out_while_their_form_comes_in_changes_no_password(house) {
        let (amina, person) = (house.staff("amina"), house.person("amina"));
        while_under_way(house, move |deed| sessions::end_all(deed, person), || {
            let new = "seven swans beside the mill";
            let changed = amina.post("/account/code", &[("current", PASSWORD), ("code", new), ("again", new)]).is(303);
            assert!(changed.location().unwrap().starts_with("/sign-in"));
        });
        house.guest().post("/sign-in", &[("who", "amina"), ("secret", PASSWORD), ("next", "")]).is(303);
    }

    fn whoever_presses_twice_is_not_told_that_nothing_was_changed(house) {
        let person = house.person("amina");
        let new = "seven swans beside the mill";
        let hash = house.run(passwords::hash(new)).unwrap();
        let press_twice = |_| {
            let (amina, hash) = (house.staff("amina"), hash.clone());
            let first = move |deed: &mut Deed| {
                let account = account_store::find_of_person(deed.conn, person)?.unwrap();
                account_store::set_password(deed.conn, account.id, &hash)?;
                sessions::end_all(deed, person)
            };
            let mut path = None;
            let fields = [("current", PASSWORD), ("code", new), ("again", new)];
            while_under_way(house, first, || path = amina.post("/account/code", &fields).is(303).location());
            path.unwrap() == "/sign-in"
        };
        let old = house.run(passwords::hash(PASSWORD)).unwrap();
        let is_told = |round| {
            let old = old.clone();
            house.write(move |deed| {
                let account = account_store::find_of_person(deed.conn, person)?.unwrap();
                account_store::set_password(deed.conn, account.id, &old)
            });
            press_twice(round)
        };
        assert!((0..5).any(is_told), "a press that comes once the first is done finds nobody signed in");
    }

    fn au13_a_new_printed_code_ends_every_page_of_before(house) {
        let bruno = house.guest();
        bruno.post("/sign-in", &[("who", "bruno"), ("secret", OWN_CODE), ("next", "")]).is(303);
        let page = OpenPage::of(&bruno);
        let person = house.person("bruno");
        house.staff("harriet").post(&format!("/admin/people/{person}/own-code"), &[]).is(200);
        page.ends(house, "a new printed code");
    }

    fn au13_whoever_leaves_is_out(house) {
        let (page, person) = (OpenPage::of(&house.staff("tomas")), house.person("tomas"));
        let others = OpenPage::of(&house.staff("lena"));
        house.staff("harriet").post(&format!("/admin/people/{person}/leave"), &[("left_on", "")]).is(303);
        page.ends(house, "leaving");
        others.goes_on(house, "who stays");
    }

    fn au13_whoever_is_gone_where_they_work_does_not_come_in_again_that_day(house) {
        use peopleworthy::db::schema::site;
        // Noon by UTC on the 21st: on the other side of the world the 22nd has begun.
        house.write(|deed| diesel::update(site::table).set(site::time_zone.eq("Pacific/Kiritimati")).execute(deed.conn));
        let tomas = house.staff("tomas");
        let person = house.person("tomas");
        house.staff("harriet").post(&format!("/admin/people/{person}/leave"), &[("left_on", "2026-11-22")]).is(303);
        tomas.get("/home").is(303);
        let fields = [("who", "tomas"), ("secret", PASSWORD), ("next", "")];
        house.guest().post("/sign-in", &fields).is(422);
        house.write(|deed| diesel::update(site::table).set(site::time_zone.eq("Pacific/Pago_Pago")).execute(deed.conn));
        house.guest().post("/sign-in", &fields).is(303);
    }

    fn au13_another_role_than_before_asks_for_signing_in(house) {
        let (tomas, ada) = (house.staff("tomas"), house.staff("ada"));
        let (page, hers) = (OpenPage::of(&tomas), OpenPage::of(&ada));
        let person = house.person("tomas").to_string();
        let fields = [("person", person.as_str()), ("role", "responder"), ("site", "seaside")];
        ada.post("/admin/roles", &fields).is(303);
        page.ends(house, "a role more");
        let again = house.staff("tomas");
        let page = OpenPage::of(&again);
        let held = house.read(peopleworthy::people::role_store::list_held);
        let grant = held.iter().find(|held| held.person_id == house.person("tomas")).unwrap();
        ada.post(&format!("/admin/roles/{}/remove", grant.id), &[]).is(303);
        page.ends(house, "a role less");
        hers.goes_on(house, "who gave it");
    }

    fn au13_an_open_page_that_asks_by_itself_keeps_nobody_signed_in(house) {
        let harriet = house.staff("harriet");
        let asks = |why: &str| harriet.ask("GET", "/home", &[("x-peopleworthy", why)], None).is(200).header("set-cookie").to_owned();
        house.later(10 * 60);
        assert_eq!(asks("refresh"), "", "the page looked for news");
        let stream = harriet.cookie(NAME).unwrap();
        let mut wire = Wire::open(house);
        wire.send(format!("GET /live HTTP/1.1\r\nHost: x\r\nCookie: {NAME}={stream}\r\nConnection: close\r\n\r\n").as_bytes());
        let begun = wire.wait_for("event: refresh", Duration::from_secs(5));
        assert!(!begun.to_lowercase().contains("set-cookie"), "its stream came again: {begun}");
        assert!(asks("").contains(NAME), "somebody looked at the page");
        let left = house.staff("harriet");
        for _ in 0..5 {
            house.later(7 * 60);
            left.ask("GET", "/home", &[("x-peopleworthy", "refresh")], None);
        }
        assert!(left.get("/home").is(303).location().unwrap().starts_with("/sign-in"), "after half an hour nobody sits there");
    }

    fn a_printed_code_is_for_those_who_have_no_address_to_choose_a_password_by(house) {
        let (harriet, amina) = (house.staff("harriet"), house.staff("amina"));
        let person = house.person("amina");
        let said = harriet.post(&format!("/admin/people/{person}/own-code"), &[]).is(303);
        harriet.follow(said).says("They have a password already").lacks("slip-code");
        amina.get("/home").is(200);
        house.guest().post("/sign-in", &[("who", "amina"), ("secret", PASSWORD), ("next", "")]).is(303);
        // Nor through the list of those who cannot sign in yet, once the directory has lost the address.
        house.write(move |deed| {
            let this = person_table::table.find(person);
            diesel::update(this).set(person_table::email.eq(None::<String>)).execute(deed.conn)
        });
        for version in 0..10 {
            let chosen = format!("{person}.{version}");
            harriet.post("/admin/people/entry", &[("person", &chosen)]).is(200).lacks("shown only now");
        }
        amina.get("/home").is(200);
        // An administrator may: the address may be dead.
        house.staff("ada").post(&format!("/admin/people/{person}/own-code"), &[]).is(200);
    }

    fn who_was_signed_out_elsewhere_is_told_why_they_are_asked_again(house) {
        let ended = "Your session has ended";
        let (here, there) = (house.staff("amina"), house.staff("amina"));
        here.post("/account/sessions/end-others", &[]).is(303);
        there.open("/praise/mine").says(ended);
        there.post("/sign-in", &[("who", "amina"), ("secret", PASSWORD), ("next", "/praise/mine")]).is(303);
        there.open("/home").form("/sign-out").post().is(303);
        there.open("/praise/mine").lacks(ended);
        house.guest().open("/praise/mine").lacks(ended);
    }

    fn au13_ending_sessions_from_the_list_ends_their_pages(house) {
        let (here, there, third) = (house.staff("amina"), house.staff("amina"), house.staff("amina"));
        let (kept, one, other) = (OpenPage::of(&here), OpenPage::of(&there), OpenPage::of(&third));
        let session = peopleworthy::people::sessions::held_session(&house.app, &one.cookie).unwrap();
        here.post(&format!("/account/sessions/{session}/end"), &[]).is(303);
        one.ends(house, "one session from the list");
        here.post("/account/sessions/end-others", &[]).is(303);
        other.ends(house, "all other sessions");
        kept.goes_on(house, "the session that ended them");
    }
}
