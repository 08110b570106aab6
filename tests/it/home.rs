//! Home: what waits for whoever comes there.

use crate::house::journeys::category;

on_both! {
    fn home_tells_whoever_has_work_waiting(house) {
        let home = |who: &str| house.staff(who).open("/home").is(200).text();
        let waits = "Waiting for you";
        for who in ["rita", "olga", "mia", "harriet", "carl", "clara", "tomas", "ada"] {
            assert!(!home(who).contains(waits), "nothing waits for {who}");
        }
        house.guest().raises("seaside", "The lift is loud");
        house.staff("rita").open("/home").says(waits).says("One conversation with a guest");
        house.staff("rita").open(&house.staff("rita").open("/home").link("/inbox")).is(200).says("The lift is loud");
        house.guest().praises("seaside", "Aminchen Zauberfee", "Mended my suitcase").is(200);
        let rita = house.staff("rita");
        rita.open(&rita.open("/home").says("One note: whom is it for?").link("/inbox/unmatched")).is(200).says("suitcase");
        rita.open(&rita.open("/inbox").link("/inbox/0")).form("/reply").fill("text", "We oil it").submit().is(200);
        rita.open("/home").lacks("conversation with a guest");
        assert!(!home("hugo").contains(waits), "another site's");
        let olga = house.person("olga").to_string();
        let route = [("category", category(1)), ("person", &olga), ("deed", "owner")];
        house.staff("ada").post("/admin/voice/routes", &route).is(303);
        let (rosa, xenia) = (house.staff("rosa"), house.person("xenia").to_string());
        rosa.raised("The trolleys squeak on every floor", &[("person", &xenia)]);
        house.staff("olga").open("/home").says(waits).says("One issue").lacks("of them late");
        assert!(["rosa", "sven", "xenia", "clara"].iter().all(|who| !home(who).contains(waits)));
        rosa.raised("The mops have no handles", &[]);
        house.later(40 * 24 * 3600);
        let late = house.staff("olga");
        late.open(&late.open("/home").says("2 issues, 2 of them late").link("/voice/queue")).is(200);
        house.staff("rosa").raised("The bins are full every evening", &[]);
        late.open("/home").says("3 issues, 2 of them late");
        let german = late.open("/home").form("/language").choose("language", "de").submit().is(200);
        german.says("Wartet auf Sie").says("3 Anliegen, davon 2 überfällig");
    }

    fn home_says_some_of_few_threads_and_nothing_to_whom_they_exclude(house) {
        house.guest().writes("seaside", "Nobody can know");
        house.collects();
        let clara = house.staff("clara");
        clara.open("/home").says("Waiting for you").says("Some anonymous threads");
        house.staff("mia").open("/home").lacks("threads");
        house.guest().writes("seaside", "Nobody can know this either");
        house.collects();
        clara.open(&clara.open("/home").says("Some anonymous threads").link("/voice/threads")).is(200);
        house.guest().writes("seaside", "Nor this");
        house.collects();
        clara.open("/home").says("3 anonymous threads").lacks("Some");
        house.staff("olga").open("/home").lacks("threads").lacks("Waiting for you");
    }
}
