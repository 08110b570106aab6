//! The doors: what a code on the wall leads to, and what one leads to that is no longer in use.

use peopleworthy::people::code::Subject;
use peopleworthy::people::{code_store, site_store};

on_both! {
    fn the_door_of_a_site_has_three_doors_in_two_languages(house) {
        let guest = house.guest();
        let doors = guest.open("/at/seaside").is(200);
        doors.says("Did someone here do something right?").says("Seaside");
        for kind in ["praise", "concern", "question"] {
            guest.open(&doors.link(&format!("/at/seaside/{kind}"))).is(200);
        }
        let german = house.guest();
        german.speaks("de-AT,de;q=0.9,en;q=0.5");
        let doors = german.open("/at/seaside").is(200);
        assert_eq!(doors.count("html[lang=de]"), 1);
        doors.lacks("Did someone here");
        let english = doors.form("/language").choose("language", "en").submit().is(200);
        english.says("Did someone here do something right?");
        assert_eq!(english.path, "/at/seaside");
    }

    fn a_code_leads_to_its_door_with_the_place_chosen(house) {
        let code = house.code(Subject::Place(house.place("seaside"))).code;
        let guest = house.guest();
        let door = guest.open(&format!("/q/{}", code.to_lowercase())).is(200);
        door.says("Seaside · Front desk");
        let form = guest.open(&door.link("/praise")).is(200);
        form.says("Front desk");
        form.form("/praise").fill("who", "Amina Diallo").fill("did", "Waited up for us").submit().is(200);
        house.staff("amina").newest_note().says("Seaside, Front desk");
    }

    fn a_badge_praises_its_wearer(house) {
        let code = house.code(Subject::Person(house.person("amina"))).code;
        let guest = house.guest();
        let door = guest.open(&format!("/q/{code}")).is(200);
        door.says("Did Amina do something right?");
        let form = guest.open(&door.link("/praise")).is(200).form("/praise").fill("did", "Danced with grandma");
        form.submit().is(200).says("It is on Amina’s page");
        // A colleague who scans it praises as a colleague; its wearer sees the door.
        let tomas = house.staff("tomas").open(&format!("/q/{code}")).path;
        assert!(tomas.starts_with("/praise/new?person="), "{tomas}");
        let own = house.staff("amina").open(&format!("/q/{code}")).path;
        assert!(own.starts_with("/at/seaside"), "{own}");
    }

    fn the_organisations_own_code_asks_where_one_is(house) {
        let code = house.code(Subject::Organisation).code;
        let page = house.guest().open(&format!("/q/{code}")).is(200).link("/at/harbour");
        house.guest().open(&page).is(200).says("Harbour");
    }

    fn a_code_that_was_taken_down_says_so_and_shows_the_way(house) {
        let code = house.code(Subject::Place(house.place("seaside")));
        let (id, text) = (code.id, code.code);
        house.write(move |deed| code_store::revoke_code(deed.conn, id, deed.now));
        let guest = house.guest();
        let gone = guest.open(&format!("/q/{text}")).is(410);
        gone.says("This code leads nowhere").lacks("Front desk");
        guest.open(&gone.link("/at/seaside")).is(200);
        // A form that was opened with it before is still taken, without the place.
        guest.open(&format!("/at/seaside?c={text}")).is(200).lacks("Front desk");
        guest.open("/q/0000000000").is(404).says("This code leads nowhere");
    }

    fn the_badge_of_somebody_who_left_says_so(house) {
        let code = house.code(Subject::Person(house.person("leo"))).code;
        let guest = house.guest();
        let gone = guest.open(&format!("/q/{code}")).is(410);
        gone.says("This code leads nowhere").lacks("Leo");
    }

    fn an_old_address_of_a_site_leads_to_it_for_ever(house) {
        house.write(|deed| {
            let mut site = site_store::find_site_by_slug(deed.conn, "seaside")?.unwrap();
            site.slug = "beach".into();
            site_store::update_site(deed.conn, &site)
        });
        let guest = house.guest();
        assert_eq!(guest.get("/at/seaside").is(308).location().unwrap(), "/at/beach");
        assert_eq!(guest.get("/at/seaside/praise?c=X").is(308).location().unwrap(), "/at/beach/praise?c=X");
        // 308 keeps the form: what was being typed while the site was renamed arrives.
        let posted = guest.post("/at/seaside/praise", &[("who", "Amina Diallo"), ("did", "Stayed")]).is(308);
        assert_eq!(posted.location().unwrap(), "/at/beach/praise");
        guest.open("/at/seaside").is(200).says("Seaside");
        guest.get("/at/nowhere").is(404);
    }

    fn the_finder_at_a_door_knows_only_those_who_are_there(house) {
        let list = |query: &str| house.guest().open(&format!("/at/seaside/people?q={query}")).is(200).body();
        assert!(list("Yuki").starts_with("[]") && !list("Tanaka").contains("Yuki"));
        assert!(list("tomas").contains("Tomás Novák"));
        assert_eq!(list("a"), "[]", "one letter lists nobody");
        assert_eq!(list(""), "[]");
    }
}
