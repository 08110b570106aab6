//! Codes to scan: who makes which.

use diesel::prelude::*;
use peopleworthy::db::schema::qr_code;
use peopleworthy::ids::{PersonId, RowId};
use peopleworthy::people::code::Subject;
use peopleworthy::people::role::{Grant, Role};
use peopleworthy::people::role_store;

on_both! {
    fn hr_makes_prints_and_replaces_badges_and_no_other_codes(house) {
        let harriet = house.staff("harriet");
        let people = harriet.open("/admin/people");
        let codes = harriet.open(&people.link("/admin/codes")).is(200);
        codes.says("Amina").lacks("Front desk").lacks("Bruno");
        assert_eq!(codes.count("#level option"), 1, "badges are all that is offered");
        assert_eq!(codes.count("a[href='/admin']"), 0, "that page is not for her");
        let made = harriet.post("/admin/codes", &[("site", "harbour"), ("level", "person")]).is(303);
        assert_eq!(made.location().unwrap(), "/admin/codes?site=harbour&level=person");
        let hugo = house.code(Subject::Person(house.person("hugo")));
        let print = harriet.open("/admin/codes/print?site=harbour&level=person").is(200);
        print.says(&format!("praise.example/q/{}", hugo.code));
        house.guest().open(&format!("/q/{}", hugo.code)).is(200).says("Hugo");
        harriet.open(&format!("/admin/codes/{}/print", hugo.id)).is(200).says("Hugo");
        harriet.post(&format!("/admin/codes/{}/replace", hugo.id), &[]).is(303);
        let newer = house.code(Subject::Person(house.person("hugo")));
        assert_ne!(newer.code, hugo.code);
        harriet.post(&format!("/admin/codes/{}/revoke", newer.id), &[]).is(303);
        for (level, site) in [("site", "seaside"), ("place", "seaside"), ("organisation", "")] {
            harriet.get(&format!("/admin/codes?site={site}&level={level}")).is(403);
            harriet.get(&format!("/admin/codes/print?site={site}&level={level}")).is(403);
            harriet.post("/admin/codes", &[("site", site), ("level", level)]).is(403);
        }
    }

    fn badges_are_printed_by_name_and_not_for_those_who_left(house) {
        let harriet = house.staff("harriet");
        harriet.post("/admin/codes", &[("site", "seaside"), ("level", "person")]).is(303);
        harriet.open("/admin/codes?site=seaside&level=person").is(200).says("Leo");
        let print = harriet.open("/admin/codes/print?site=seaside&level=person").is(200);
        print.lacks("Leo");
        let names = print.texts(".badge p:last-child");
        let families: Vec<_> = names.iter().map(|name| name.rsplit(' ').next().unwrap()).collect();
        assert_eq!(families[..4], ["Brandt", "Byrne", "Costa", "Diallo"], "{names:?}");
        assert!(families.is_sorted() && families.len() == 13, "{names:?}");
    }

    fn the_code_of_the_organisation_is_printed_like_any_other(house) {
        let ada = house.staff("ada");
        ada.post("/admin/codes", &[("site", ""), ("level", "organisation")]).is(303);
        let list = ada.open("/admin/codes?level=organisation").is(200);
        let all = ada.open("/admin/codes/print?site=&level=organisation").is(200);
        assert_eq!(all.count(".poster"), 1);
        all.says("Seaside Hotels");
        ada.open(&list.link("/print")).is(200).says("Seaside Hotels");
    }

    fn badges_that_are_asked_for_twice_at_once_are_made_once(house) {
        let cookie = house.staff("harriet").cookie("__Host-pw").unwrap();
        let start = std::sync::Barrier::new(6);
        std::thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| {
                    let browser = house.guest();
                    browser.set_cookie("__Host-pw", &cookie);
                    start.wait();
                    browser.post("/admin/codes", &[("site", "seaside"), ("level", "person")]).is(303);
                });
            }
        });
        let badges = house.read(|conn| qr_code::table.filter(qr_code::person_id.is_not_null()).select(qr_code::person_id).load::<Option<PersonId>>(conn));
        let people: std::collections::BTreeSet<_> = badges.iter().collect();
        assert_eq!(people.len(), badges.len(), "somebody has two badges");
        assert!(people.len() > 10);
    }

    fn hr_of_one_site_makes_badges_there_only(house) {
        let (olga, harbour) = (house.person("olga"), house.site("harbour"));
        house.write(move |deed| {
            let grant = Grant { role: Role::Hr, site_id: Some(harbour), department_id: None };
            role_store::add_grant(deed.conn, olga, grant, deed.now).map(drop)
        });
        let olga = house.staff("olga");
        olga.open("/admin/codes").is(200).says("Yuki").lacks("Amina");
        olga.get("/admin/codes?site=seaside&level=person").is(404);
        let amina = house.code(Subject::Person(house.person("amina"))).id;
        olga.get(&format!("/admin/codes/{amina}/print")).is(404);
        olga.post(&format!("/admin/codes/{amina}/revoke"), &[]).is(404);
        let none = RowId::random();
        olga.post(&format!("/admin/codes/{none}/revoke"), &[]).is(404);
    }

    fn who_manages_one_site_and_is_hr_of_all_makes_what_each_role_allows(house) {
        let mia = house.person("mia");
        house.write(move |deed| {
            let grant = Grant { role: Role::Hr, site_id: None, department_id: None };
            role_store::add_grant(deed.conn, mia, grant, deed.now).map(drop)
        });
        let mia = house.staff("mia");
        assert_eq!(mia.open("/admin/codes").count("#level option"), 3);
        mia.open("/admin/codes?site=seaside&level=place").is(200).says("Front desk");
        mia.open("/admin/codes?site=harbour&level=person").is(200).says("Yuki");
        mia.get("/admin/codes?site=harbour&level=place").is(403);
        mia.post("/admin/codes", &[("site", "harbour"), ("level", "place")]).is(403);
        let pool = house.code(Subject::Place(house.place("harbour"))).id;
        mia.get(&format!("/admin/codes/{pool}/print")).is(404);
    }
}
