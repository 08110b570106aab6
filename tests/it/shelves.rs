//! Colleagues praise each other; whoever is praised decides who may see it.

use crate::house::House;
use crate::house::journeys::note_links;

/// Amina's newest note, made as visible as she likes; its address.
fn shared(house: &House, visibility: &str) -> String {
    let amina = house.staff("amina");
    let note = amina.newest_note();
    note.form("/visibility").forge("visibility", visibility).submit().is(200).says("Saved.");
    note.path
}

fn statuses(house: &House, note: &str) -> Vec<u16> {
    ["amina", "tomas", "lena", "yuki"].iter().map(|who| house.staff(who).get(note).status).collect()
}

on_both! {
    fn a_colleague_praises_with_the_values_of_the_house(house) {
        let tomas = house.staff("tomas");
        let form = tomas.open("/home").is(200).form("/praise");
        let found = form.fill("who", "Amina").fill("did", "Covered my shift").choose("step", "find").submit().is(200);
        let amina = house.person("amina").to_string();
        let value = found.body();
        let value = value.split("name=\"values\" value=\"").nth(1).unwrap()[..36].to_owned();
        let sent = found.form("/praise").choose("person", &amina).choose("values", &value).submit().is(200);
        sent.says("They see it now").says("Covered my shift").says("Warm welcome").says("You wrote this");
        let link = house.mail_to("amina@staff.example", "Tomás Novák caught you").link("/praise/");
        let amina = house.staff("amina");
        let note = amina.open(&link).is(200);
        note.says("From Tomás Novák").says("Covered my shift").says("Warm welcome");
        note.form("/thanks").fill("thanks", "Any time").submit().is(200);
        tomas.open(&link).is(200);
    }

    fn whoever_gave_praise_reads_the_thanks_and_finds_their_notes_again(house) {
        let (tomas, amina) = (house.staff("tomas"), house.staff("amina"));
        tomas.open(&tomas.open("/praise/mine").link("/praise/given")).is(200).says("You have praised nobody yet");
        tomas.praises_colleague("amina", "Covered my shift").is(200);
        tomas.praises_colleague("lena", "Found my keys").is(200);
        let given = tomas.open("/praise/given").is(200);
        given.says("Praise I gave").says("Amina Diallo").lacks("From a colleague");
        let notes = note_links(&given);
        assert_eq!(notes.len(), 2);
        tomas.open(&notes[0]).is(200).says("Found my keys").lacks("Your words were answered");
        let note = shared(house, "company");
        assert_eq!(note, notes[1]);
        amina.open(&note).form("/thanks").fill("thanks", "Any time, Tomás").submit().is(200).says("Any time, Tomás");
        let read = tomas.open(&note).is(200);
        read.says("Your words were answered").says("Amina Diallo").says("Any time, Tomás");
        assert!(read.count("#thanks ~ p time") == 1, "and when");
        for other in ["yuki", "lena", "ada"] {
            house.staff(other).open(&note).is(200).says("Covered my shift").lacks("Any time");
            house.staff(other).open("/praise/given").is(200).lacks("Covered my shift");
        }
        tomas.open("/praise/given").form("/language").choose("language", "de").submit().is(200).says("Lob von mir");
        tomas.open(&note).says("Auf Ihre Worte kam eine Antwort").says("Any time, Tomás");
    }

    fn nobody_praises_themself(house) {
        let amina = house.staff("amina");
        let page = amina.praises_colleague("amina", "Was great all day").is(422);
        assert!(page.problem("who").contains("Praise is for others"));
        assert_eq!(page.value("did"), "Was great all day");
        amina.open("/praise/mine").lacks("Was great");
        let list = amina.open("/people?q=Amina").is(200).body();
        assert!(!list.contains(&house.person("amina").to_string()), "{list}");
    }

    fn three_notes_a_day_to_the_same_person_are_enough(house) {
        let tomas = house.staff("tomas");
        for number in 1..=3 {
            tomas.praises_colleague("amina", &format!("Deed {number}")).is(200).says("They see it now");
        }
        let refused = tomas.praises_colleague("amina", "Deed 4").is(422);
        assert!(refused.problem("who").contains("You have praised Amina several times today"));
        assert_eq!(refused.value("did"), "Deed 4");
        tomas.praises_colleague("lena", "Deed for Lena").is(200);
        house.later(24 * 3600 + 60);
        tomas.praises_colleague("amina", "Deed 4").is(200);
    }

    fn of_many_presses_at_the_same_instant_three_a_day_are_taken(house) {
        let amina = house.person("amina");
        let ready = std::sync::Barrier::new(8);
        let press = |number: usize| {
            let tomas = house.staff("tomas");
            let form = tomas.open(&format!("/praise/new?person={amina}")).is(200).form("/praise");
            let form = form.fill("did", &format!("Deed {number}"));
            ready.wait();
            form.post().status
        };
        let answers: Vec<u16> = std::thread::scope(|threads| {
            let presses: Vec<_> = (0..8).map(|number| threads.spawn({ let press = &press; move || press(number) })).collect();
            presses.into_iter().map(|press| press.join().unwrap()).collect()
        });
        assert_eq!(answers.iter().filter(|status| **status == 303).count(), 3, "{answers:?}");
        assert_eq!(answers.iter().filter(|status| **status == 422).count(), 5, "{answers:?}");
        assert_eq!(note_links(&house.staff("amina").open("/praise/mine")).len(), 3);
    }

    fn the_second_press_of_a_colleague_makes_no_second_note(house) {
        let tomas = house.staff("tomas");
        let person = house.person("amina");
        let page = tomas.open(&format!("/praise/new?person={person}"));
        let fill = || page.form("/praise").fill("did", "Was there");
        let (first, second) = (fill().submit(), fill().submit());
        assert_eq!(first.path, second.path);
        assert_eq!(note_links(&house.staff("amina").open("/praise/mine")).len(), 1);
    }

    fn a_note_is_seen_as_far_as_its_owner_lets_it_and_no_further(house) {
        house.guest().praises("seaside", "Amina Diallo", "Calmed the whole queue");
        let amina = house.staff("amina");
        let mine = amina.newest_note();
        assert_eq!(mine.count("#visible-team[checked]"), 1, "the team, unless its owner says otherwise");
        let note = mine.path.clone();
        assert_eq!(statuses(house, &note), [200, 200, 404, 404]);
        shared(house, "me");
        assert_eq!(statuses(house, &note), [200, 404, 404, 404]);
        shared(house, "site");
        assert_eq!(statuses(house, &note), [200, 200, 200, 404]);
        shared(house, "company");
        assert_eq!(statuses(house, &note), [200, 200, 200, 200]);
        house.staff("yuki").open(&note).says("Calmed the whole queue").says("shares it with everyone here");
        shared(house, "me");
        assert_eq!(statuses(house, &note), [200, 404, 404, 404]);
    }

    fn what_was_said_to_a_team_is_not_shown_to_the_one_they_move_to(house) {
        use diesel::prelude::*;
        use peopleworthy::db::schema::person;
        house.staff("tomas").praises_colleague("amina", "Covered my shift").is(200);
        let note = shared(house, "team");
        let (amina, lena) = (house.person("amina"), house.person("lena"));
        let page = format!("/people/{amina}");
        house.staff("tomas").open(&page).is(200).says("Covered my shift");
        house.staff("lena").open(&page).is(200).lacks("Covered my shift");
        house.write(move |deed| {
            let to: (Option<peopleworthy::ids::DepartmentId>, Option<peopleworthy::ids::TeamId>) =
                person::table.find(lena).select((person::department_id, person::team_id)).first(deed.conn)?;
            let moved = (person::department_id.eq(to.0), person::team_id.eq(to.1));
            diesel::update(person::table.find(amina)).set(moved).execute(deed.conn)
        });
        house.staff("lena").get(&note).is(404);
        house.staff("lena").open(&page).is(200).lacks("Covered my shift");
        house.staff("tomas").open(&page).is(200).says("Covered my shift");
        house.staff("amina").open(&page).is(200).says("Covered my shift");
    }

    fn the_wall_shows_what_is_shared_with_who_looks(house) {
        house.guest().praises("seaside", "Amina Diallo", "Calmed the whole queue");
        let wall = |who: &str, path: &str| house.staff(who).open(path).is(200).text().contains("Calmed the whole");
        assert!(!wall("lena", "/wall") && !wall("yuki", "/wall?of=company"));
        shared(house, "site");
        assert!(wall("lena", "/wall") && wall("lena", "/home"));
        assert!(!wall("yuki", "/wall") && !wall("yuki", "/wall?of=company"));
        shared(house, "company");
        assert!(wall("lena", "/wall") && wall("yuki", "/wall?of=company") && !wall("yuki", "/wall"));
        let amina = house.person("amina");
        house.staff("yuki").open(&format!("/people/{amina}")).is(200).says("Calmed the whole queue");
        shared(house, "me");
        assert!(!wall("lena", "/wall") && !wall("yuki", "/wall?of=company"));
        house.staff("yuki").open(&format!("/people/{amina}")).is(200).lacks("Calmed");
    }

    fn only_the_owner_sets_who_may_see_a_note(house) {
        house.guest().praises("seaside", "Amina Diallo", "Ran after me");
        let note = house.staff("amina").newest_note().path;
        // Tomás sees it and it is not his; for the others it is not there.
        for (who, refused) in [("tomas", 403), ("yuki", 404), ("mia", 404), ("ada", 404)] {
            house.staff(who).post(&format!("{note}/visibility"), &[("visibility", "company")]).is(refused);
            house.staff(who).post(&format!("{note}/thanks"), &[("thanks", "Thanks")]).is(refused);
        }
        assert_eq!(statuses(house, &note), [200, 200, 404, 404]);
        house.staff("amina").post(&format!("{note}/visibility"), &[("visibility", "everybody")]).is(400);
    }

    fn whoever_left_is_found_nowhere_from_that_day_on(house) {
        let found = |name: &str| house.guest().open(&format!("/at/seaside/people?q={name}")).is(200).body();
        assert!(found("Amina").contains("Amina Diallo"));
        assert!(!found("Leo").contains("Leo Martin"));
        house.staff("tomas").open("/people?q=Leo").lacks("Leo Martin");
        let leo = house.person("leo");
        let tomas = house.staff("tomas");
        tomas.praises_colleague("leo", "Was missed").is(422).problem("who");
        tomas.open(&format!("/people/{leo}")).is(200).says("Leo Martin no longer works here.").lacks("Praise this person");
        let guest = house.guest();
        let form = guest.open("/at/seaside/praise").form("/praise").fill("did", "Was nice");
        form.forge("person", &leo.to_string()).submit().is(422).problem("who");
        // The same for somebody who leaves while the house runs.
        house.write(move |deed| {
            use peopleworthy::people::person_store;
            let amina = person_store::find_person_by_number(deed.conn, "amina")?.unwrap();
            let today = deed.now.utc_day();
            deed.touch(peopleworthy::live::Topic::Directory);
            person_store::set_left_on(deed.conn, amina.id, Some(today))
        });
        assert!(!found("Amina").contains("Amina Diallo"));
    }
}
