//! Sites, as whoever runs the house keeps them.

use peopleworthy::directory::import;

on_both! {
    fn the_page_of_a_site_shows_and_changes_all_that_a_file_brings(house) {
        let file = "name,slug,time_zone,languages,country,parent\nBeach,beach,Europe/Lisbon,en,pt,seaside\n";
        let report = house.run(import::sites(&house.app, file.as_bytes())).unwrap();
        assert!(!report.is_refused(), "{report}");
        let ada = house.staff("ada");
        let page = ada.open("/admin/sites/beach");
        assert_eq!((page.value("parent").as_str(), page.value("country").as_str()), ("seaside", "PT"));
        assert_eq!(page.count("[name=working_days][checked]"), 5);
        let form = page.form("/admin/sites/beach").fill("parent", "harbour").fill("country", " gb ");
        form.choose("working_days", "sun").fill("holidays", "2026-12-26\r\n25.12.2026\r\n\r\n2026-12-25").submit().is(200);
        let page = ada.open("/admin/sites/beach");
        assert_eq!((page.value("parent").as_str(), page.value("country").as_str()), ("harbour", "GB"));
        assert_eq!(page.count("[name=working_days][checked]"), 6);
        assert_eq!(page.value("holidays").split_whitespace().collect::<Vec<_>>(), ["2026-12-25", "2026-12-26"]);
        page.form("/admin/sites/beach").fill("parent", "").fill("country", "").fill("holidays", "").submit().is(200);
        let page = ada.open("/admin/sites/beach");
        assert_eq!(["parent", "country", "holidays"].map(|field| page.value(field).trim().to_owned()), ["", "", ""]);
    }

    fn the_days_of_a_people_file_are_read_as_people_write_them(house) {
        use peopleworthy::people::person_store;
        let ada = house.staff("ada");
        let file = "employee_number,given_name,site,started_on,left_on\n\
            d1,Noor,seaside,31.03.2024,2024-12-31\nd2,Nele,seaside,2024-03-31,1.2.2025\n";
        let sends = |csv: &str, step: &str| ada.post("/admin/people/import", &[("step", step), ("csv", csv)]);
        sends(file, "import").is(200);
        let days = |number: &'static str| {
            let person = house.read(move |conn| person_store::find_person_by_number(conn, number)).unwrap();
            [person.started_on, person.left_on].map(|day| day.unwrap().to_string())
        };
        assert_eq!(days("d1"), ["2024-03-31", "2024-12-31"]);
        assert_eq!(days("d2"), ["2024-03-31", "2025-02-01"]);
        for wrong in ["03/31/2024", "31.02.2024", "31.03.24", "20240331"] {
            let file = format!("employee_number,given_name,site,started_on\nd3,Nora,seaside,{wrong}\n");
            sends(&file, "import").says("a day is written 2026-03-31 or 31.03.2026");
            assert!(house.read(|conn| person_store::find_person_by_number(conn, "d3")).is_none(), "{wrong}");
        }
    }

    fn a_role_is_taken_only_after_a_question(house) {
        let ada = house.staff("ada");
        let rita = house.person("rita");
        let page = ada.open("/admin/roles").is(200);
        let held = house.read(peopleworthy::people::role_store::list_held);
        let held = held.into_iter().find(|held| held.person_id == rita).unwrap();
        let taken = format!("/admin/roles/{}/remove", held.id);
        assert_eq!(page.count(&format!("form[action='{taken}']")), 1);
        assert_eq!(page.count(&format!("details form[action='{taken}']")), 1, "behind the question");
        page.says("Take the role “Answers guests” from Rita").says("You can give it again");
        page.form(&taken).submit().is(200).says("The role is taken away.").lacks("from Rita");
        ada.open("/admin/roles").form("/language").choose("language", "de").submit().is(200).says("die Aufgabe");
    }

    fn a_new_site_may_be_part_of_another_and_rest_on_its_holidays(house) {
        let ada = house.staff("ada");
        let form = ada.open("/admin/sites/new").form("/admin/sites");
        let form = form.fill("name", "Beach").fill("time_zone", "Europe/Lisbon").choose("languages", "en");
        form.fill("parent", "seaside").fill("country", "PT").fill("holidays", "2026-12-25").submit().is(200);
        let page = ada.open("/admin/sites/beach");
        assert_eq!(["parent", "country"].map(|field| page.value(field)), ["seaside", "PT"]);
        assert_eq!(page.value("holidays").trim(), "2026-12-25");
    }

    fn what_is_wrong_with_a_site_stands_beside_its_field_and_nothing_typed_is_lost(house) {
        let ada = house.staff("ada");
        let page = ada.open("/admin/sites/seaside");
        let form = page.form("/admin/sites/seaside").fill("country", "Portugal").fill("holidays", "2026-12-25\nChristmas");
        let again = form.forge("working_days", "never").forge("languages", "tlh").post().is(422);
        assert_eq!(again.problem("country"), "“Portugal” is no country code. Use two letters, such as DE.");
        assert!(again.problem("holidays").starts_with("“Christmas” is no day."), "{}", again.problem("holidays"));
        assert_eq!(again.problem("working-mon"), "Choose at least one working day.");
        assert_eq!(again.problem("language-en"), "Choose at least one language.");
        assert_eq!((again.value("country").as_str(), again.value("holidays").trim()), ("Portugal", "2026-12-25\nChristmas"));
    }

    fn a_site_never_ends_up_above_itself(house) {
        let ada = house.staff("ada");
        ada.open("/admin/sites/harbour").form("/admin/sites/harbour").fill("parent", "seaside").submit().is(200);
        let page = ada.open("/admin/sites/seaside");
        assert_eq!(page.count("#parent option"), 1, "its own part is not offered");
        let again = page.form("/admin/sites/seaside").forge("parent", "harbour").post().is(422);
        assert_eq!(again.problem("parent"), "The sites form a circle: in the end this one would belong to itself.");
        let again = page.form("/admin/sites/seaside").forge("parent", "nowhere").post().is(422);
        assert!(again.problem("parent").starts_with("There is no site “nowhere”"), "{}", again.problem("parent"));
    }
}
