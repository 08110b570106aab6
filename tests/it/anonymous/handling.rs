//! The handlers' side: who sees what, what the writer hears, and what stays in the audit log.

use peopleworthy::people::role::{Grant, Role};
use peopleworthy::people::role_store;

use super::{count, leaves, lines};
use crate::house::House;

/// Gives somebody of the cast the right to read what is said in confidence, at a site or everywhere.
fn appoint(house: &House, number: &str, site: Option<&str>) {
    let (person, site_id) = (house.person(number), site.map(|slug| house.site(slug)));
    let grant = Grant { role: Role::ConfidentialHandler, site_id, department_id: None };
    house.write(move |deed| role_store::add_grant(deed.conn, person, grant, deed.now));
}

on_both! {
    fn only_handlers_of_the_site_whom_the_writer_did_not_exclude_find_a_thread(house) {
        appoint(house, "rita", Some("seaside"));
        appoint(house, "hugo", Some("harbour"));
        let phone = house.guest();
        let rita = house.person("rita").to_string();
        phone.open("/voice/anonymous?site=seaside").says("Not Carl Jensen").says("Not Rita Salgado").lacks("Hugo");
        phone.sends("seaside", "About Rita", &[("exclude", &rita)]).is(200);
        house.collects();
        let carl = house.staff("carl");
        let path = carl.open("/voice/threads").link("/voice/threads/");
        carl.open(&path).is(200).says("About Rita");
        for number in ["rita", "hugo"] {
            let other = house.staff(number);
            other.open("/voice/threads").is(200).says("Nothing here");
            other.get(&path).is(404);
            for end in ["answer", "remark", "state", "publish", "keep", "aside"] {
                other.post(&format!("{path}/{end}"), &[("text", "x")]).is(404);
            }
        }
        for number in ["amina", "mia", "harriet", "eva", "otto", "ada"] {
            let other = house.staff(number);
            other.get("/voice/threads").is(403);
            other.get(&path).is(404);
        }
        assert_eq!(count(house, "anon_message"), 1);
        // All of them excluded is nobody left.
        let carl = house.person("carl").to_string();
        let form = phone.open("/voice/anonymous?site=harbour").form("/voice/anonymous");
        let hugo = house.person("hugo").to_string();
        let page = form
            .fill("code", &house.staff_room_code("harbour"))
            .forge("category", "766f6963-6500-4000-8000-000000000001")
            .fill("what", "About both")
            .forge("site_said", "yes")
            .choose("exclude", &hugo)
            .choose("exclude", &carl)
            .post()
            .is(422);
        assert!(page.problem("exclude").starts_with("Then nobody here would read it"), "{}", page.problem("exclude"));
        page.says("Nobody has written down yet where else to turn");
    }

    fn a_handler_says_where_it_stands_and_remarks_stay_inside(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "The lift");
        house.collects();
        let carl = house.staff("carl");
        let thread = carl.first_thread();
        let page = thread.form("/state").fill("state", "planned").submit().is(422);
        assert_eq!(page.problem("reason"), "Please say why, or what is planned and by when.");
        carl.first_thread().form("/state").fill("state", "planned").fill("reason", "New motor in May").submit().is(200);
        let page = carl.first_thread().form("/remark").fill("remark", "Ask the landlord").submit().is(200);
        page.says("Ask the landlord").says("Planned");
        phone.comes_back(&receipt).is(200).says("New motor in May").says("Planned").lacks("landlord");
        // Somebody else was faster in the meantime.
        let (mine, other) = (carl.first_thread(), house.staff("carl"));
        other.first_thread().form("/state").fill("state", "looking").submit().is(200);
        mine.form("/state").fill("state", "changed").submit().is(409);
        // A second press says nothing twice.
        let form = carl.first_thread();
        form.form("/answer").fill("text", "Said once").submit().is(200);
        form.form("/answer").fill("text", "Said once").submit().is(200);
        assert_eq!(phone.comes_back(&receipt).text().matches("Said once").count(), 1);
    }

    fn each_button_of_a_page_says_its_own_and_says_it_once(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "The lift");
        house.collects();
        let carl = house.staff("carl");
        // Back and on again: the same page, with its one key.
        let page = carl.first_thread();
        page.form("/answer").fill("text", "Somebody comes to look").submit().is(200);
        for _ in 0..2 {
            page.form("/state").fill("state", "planned").fill("reason", "New motor in May").submit().is(200);
        }
        let page = carl.first_thread();
        page.form("/answer").fill("text", "It was ordered").submit().is(200);
        for _ in 0..2 {
            page.form("/keep").fill("why", "It names a colleague").submit().is(200);
        }
        let mine = phone.comes_back(&receipt).is(200);
        mine.says("Somebody comes to look").says("New motor in May").says("It was ordered").says("It names a colleague");
        assert_eq!(count(house, "anon_message"), 5);
        let acts = "SELECT detail AS one FROM audit_entry WHERE what IN ('handled', 'reviewed') ORDER BY seq";
        assert_eq!(lines(house, acts), ["answered", "planned", "answered", "kept"]);
        let from = "SELECT what AS one FROM audit_entry WHERE what IN ('handled', 'reviewed') AND address IS NULL";
        assert!(lines(house, from).is_empty(), "each from an address");
    }

    fn a_subject_that_is_no_longer_offered_keeps_its_name_and_its_issues(house) {
        house.guest().writes("seaside", "The lift");
        house.collects();
        let category = "766f6963-6500-4000-8000-000000000001";
        house.staff("ada").post(&format!("/admin/voice/categories/{category}/retire"), &[]).is(303);
        house.guest().open("/voice/anonymous?site=seaside").is(200).lacks("Rooms, things and tools");
        let carl = house.staff("carl");
        carl.open("/voice/threads").is(200).says("Rooms, things and tools");
        let page = carl.first_thread();
        page.says("Rooms, things and tools").lacks("This is delicate");
        page.form("/publish").fill("title", "The lift").submit().is(200).says("The site sees it");
        assert_eq!(count(house, "issue"), 1);
    }

    fn what_the_site_sees_is_reviewed_and_the_writer_is_told(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "Bruno must carry everything alone");
        house.collects();
        let carl = house.staff("carl");
        let thread = carl.first_thread();
        assert_eq!(thread.value("what"), "Bruno must carry everything alone");
        thread.form("/publish").submit().is(422);
        let shown = carl.first_thread().form("/publish").fill("title", "Carrying alone").fill("what", "Some carry everything alone");
        shown.submit().is(200).says("The site sees it");
        phone.comes_back(&receipt).is(200).says("Now everybody at the site can read this").says("Some carry everything alone");
        let sql = "SELECT level || ' ' || scope || ' ' || title || ' ' || what || ' ' || state AS one FROM issue";
        assert_eq!(lines(house, sql), ["anonymous site Carrying alone Some carry everything alone received"]);
        let sql = "SELECT CAST(raised_at AS TEXT) AS one FROM issue";
        let raised: i64 = lines(house, sql)[0].parse().unwrap();
        assert_eq!(raised % 3_600_000_000, 0, "of a day, not of a time");
        let key: Vec<u8> = house.read(|conn| {
            use diesel::prelude::*;
            peopleworthy::db::schema::issue::table.select(peopleworthy::db::schema::issue::id).first(conn)
        });
        let in_key = key[..6].iter().fold(0, |millis, byte| millis << 8 | i64::from(*byte));
        assert_eq!(in_key, raised / 1_000, "a key of a day too: one with a time in it would tell when");
        // Once is enough.
        carl.first_thread().lacks("/publish\"");
        carl.post(&format!("{}/publish", thread.path), &[("title", "x"), ("what", "y"), ("version", "9")]).is(409);
        assert_eq!(count(house, "issue"), 1);
    }

    fn what_the_site_does_not_see_has_a_reason_and_what_is_delicate_is_never_shown(house) {
        let phone = house.guest();
        crate::anonymous::shrinks(house);
        let receipt = phone.writes("seaside", "Something personal");
        house.collects();
        let carl = house.staff("carl");
        let thread = carl.first_thread();
        assert_eq!(thread.form("/keep").submit().is(422).problem("why"), "Please say why, or what is planned and by when.");
        carl.first_thread().form("/keep").fill("why", "It names a colleague").submit().is(200);
        phone.comes_back(&receipt).is(200).says("Not shown to the site, because:").says("It names a colleague");
        let harassment = [("category", "766f6963-6500-4000-8000-000000000007")];
        phone.sends("seaside", "Hands where they do not belong", &harassment).is(200);
        phone.sends("seaside", "No site", &[("site_said", "no")]).is(200);
        house.collects();
        let list = carl.open("/voice/threads").body();
        let paths: Vec<String> = list.split("href=\"/voice/threads/").skip(1).map(|part| part[..36].to_owned()).collect();
        assert_eq!(paths.len(), 3);
        let mut refused = 0;
        for id in paths {
            let path = format!("/voice/threads/{id}");
            let page = carl.open(&path);
            if !page.text().contains("Something personal") {
                page.lacks("/publish\"");
                carl.post(&format!("{path}/publish"), &[("title", "x"), ("what", "y"), ("version", "2")]).is(403);
                refused += 1;
            }
        }
        assert_eq!((refused, count(house, "issue")), (2, 0));
    }

    fn a_handler_who_is_close_to_it_steps_aside_unless_nobody_is_left(house) {
        let phone = house.guest();
        phone.writes("seaside", "About the confidant");
        house.collects();
        leaves(house, "clara");
        let carl = house.staff("carl");
        let alone = carl.first_thread().form("/aside").submit().is(422);
        alone.says("Nobody else could read it then");
        appoint(house, "rita", Some("seaside"));
        let thread = carl.first_thread();
        thread.form("/aside").submit().is(200).says("You have stepped aside");
        carl.get(&thread.path).is(404);
        carl.open("/voice/threads").says("Nothing here");
        house.staff("rita").first_thread().says("About the confidant");
    }

    fn every_opening_and_every_act_of_a_handler_is_in_the_audit_log_and_nothing_of_a_writer(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "Canary words");
        house.collects();
        phone.comes_back(&receipt).form("/voice/receipt").fill("text", "Canary again").post().is(200);
        house.collects();
        let acts = "WHERE what IN ('opened', 'handled', 'reviewed')";
        assert_eq!(count(house, &format!("audit_entry {acts}")), 0);
        let entries = count(house, "audit_entry");
        phone.comes_back(&receipt);
        assert_eq!(count(house, "audit_entry"), entries, "what a writer does makes no entry at all");
        let carl = house.staff("carl");
        let thread = carl.first_thread();
        carl.post(&format!("{}/answer", thread.path), &[("text", "An answer")]).is(303);
        carl.post(&format!("{}/remark", thread.path), &[("remark", "A remark")]).is(303);
        carl.post(&format!("{}/keep", thread.path), &[("why", "A reason"), ("version", "3")]).is(303);
        let found = lines(
            house,
            &format!("SELECT what || ' ' || about || ' ' || detail AS one FROM audit_entry {acts} ORDER BY seq"),
        );
        assert_eq!(found, ["opened thread ", "handled thread answered", "handled thread remarked", "reviewed thread kept"]);
        carl.open("/voice/threads").is(200);
        assert_eq!(count(house, &format!("audit_entry {acts}")), 4, "the list tells no words");
        assert_eq!(house.read(peopleworthy::people::audit_store::check), None);
    }

    fn the_poster_is_for_who_looks_after_the_site(house) {
        let code = house.staff_room_code("seaside");
        let spelt = format!("{} {}", &code[..4], &code[4..]);
        for number in ["mia", "harriet", "ada"] {
            house.staff(number).open("/admin/voice/poster/seaside").is(200).says(&spelt).says("31 December");
        }
        house.staff("mia").get("/admin/voice/poster/harbour").is(404);
        house.staff("amina").get("/admin/voice/poster/seaside").is(403);
        house.staff("carl").get("/admin/voice/poster/seaside").is(403);
    }

    fn an20_who_may_read_is_changed_under_everybodys_eyes(house) {
        let amina = house.staff("amina");
        let page = amina.open(&amina.open("/voice").link("/voice/anonymity")).is(200);
        page.says("No setting, no role and no administrator").says("On the server, Clara Weiss was appointed to read");
        let ada = house.staff("ada");
        let lena = house.person("lena").to_string();
        ada.post("/admin/roles", &[("person", &lena), ("role", "confidential_handler"), ("site", "seaside")]).is(303);
        let page = amina.open("/voice/anonymity").is(200);
        page.says("Ada Byrne appointed Lena Fischer to read what is said in confidence");
        assert_eq!(page.count("main form"), 0, "there is nothing to take an entry out with");
        // Any other role is nobody's business here.
        ada.post("/admin/roles", &[("person", &lena), ("role", "responder"), ("site", "seaside")]).is(303);
        assert_eq!(count(house, "audit_entry WHERE what = 'anonymity_changed'"), 3, "two came with the house");
        for role in ["carl", "harriet", "otto", "ada"] {
            let who = house.staff(role);
            for method in ["DELETE", "PUT", "PATCH", "POST"] {
                let page = who.ask(method, "/voice/anonymity", &[], Some(Vec::new()));
                assert!(matches!(page.status, 404 | 405 | 415), "{method}: {}", page.status);
            }
        }
        amina.open("/voice/anonymity").says("Ada Byrne appointed");
    }

    fn an20_a_file_and_a_last_day_change_it_under_everybodys_eyes_too(house) {
        let (amina, ada) = (house.staff("amina"), house.staff("ada"));
        let brings = |csv: &str| drop(ada.post("/admin/people/import", &[("step", "import"), ("csv", csv)]).is(200));
        let says = |words: &str| {
            amina.open("/voice/anonymity").is(200).says(words);
        };
        brings("employee_number,given_name,site,role\nlena,Lena,seaside,confidential_handler@seaside\n");
        says("Ada Byrne appointed Lena Fischer to read what is said in confidence");
        brings("employee_number,given_name,site,role\nlena,Lena,seaside,\n");
        says("Ada Byrne took from Lena Fischer the right to read");
        let leave = format!("/admin/people/{}/leave", house.person("clara"));
        ada.post(&leave, &[("left_on", "")]).is(303);
        says("Ada Byrne entered the last day of Clara Weiss, who then reads nothing more");
        ada.post(&leave, &[("step", "return")]).is(303);
        says("Ada Byrne took back the last day of Clara Weiss");
        brings("employee_number,given_name,site,left_on\nclara,Clara,seaside,2026-12-31\n");
        says("Ada Byrne entered the last day of Clara Weiss");
        let listed = || count(house, "audit_entry WHERE what = 'anonymity_changed'");
        assert_eq!(listed(), 7, "two of them came with the house");
        // Nobody's business here: who reads nothing, and a role that lets nobody read.
        ada.post(&format!("/admin/people/{}/leave", house.person("yuki")), &[("left_on", "")]).is(303);
        brings("employee_number,given_name,site,role\nlena,Lena,seaside,responder@seaside\n");
        assert_eq!(listed(), 7);
        let carl = house.person("carl");
        let held = house.read(role_store::list_held).into_iter().find(|held| held.person_id == carl).unwrap();
        appoint(house, "eva", None);
        ada.post(&format!("/admin/roles/{}/remove", held.id), &[]).is(303);
        says("Ada Byrne took from Carl Jensen the right to read");
    }

    fn the_last_who_reads_stays_and_the_refusal_tells_nothing(house) {
        let ada = house.staff("ada");
        let leaves = |number: &str| ada.post(&format!("/admin/people/{}/leave", house.person(number)), &[("left_on", "")]);
        let loses = |number: &str| {
            let who = house.person(number);
            let held = house.read(role_store::list_held).into_iter().find(|held| held.person_id == who).unwrap();
            ada.post(&format!("/admin/roles/{}/remove", held.id), &[])
        };
        let bring = |csv: &str| ada.post("/admin/people/import", &[("step", "import"), ("csv", csv)]);
        // Carl alone reads everywhere. Nothing was written yet, and the answer is the same.
        let refused = leaves("carl").is(422).problem("left_on");
        assert!(refused.contains("nobody else would read what is said in confidence"), "{refused}");
        let problem = loses("carl").is(422).problem("who");
        assert!(problem.contains("Nobody else reads what is said in confidence there"), "{problem}");
        for csv in [
            "employee_number,given_name,site,role\ncarl,Carl,harbour,\n",
            "employee_number,given_name,site,role\ncarl,Carl,harbour,confidential_handler@harbour\n",
            "employee_number,given_name,site,left_on\ncarl,Carl,harbour,2026-12-31\n",
        ] {
            bring(csv).says("nobody else would read what is said in confidence");
        }
        house.staff("rosa").raised("Under seal", &[("level", "confidential")]);
        assert_eq!(leaves("carl").is(422).problem("left_on"), refused);
        // A file that names another goes through, and so does Clara, whose site Carl's heir reads of as well.
        bring("employee_number,given_name,site,role\ncarl,Carl,harbour,\neva,Eva,harbour,executive+confidential_handler\n").is(200);
        leaves("clara").is(303);
        leaves("eva").is(422).problem("left_on");
        // Who reads of one site is the last there, whoever reads elsewhere.
        appoint(house, "lena", Some("seaside"));
        let eva = house.person("eva");
        let grant = Grant { role: Role::ConfidentialHandler, site_id: None, department_id: None };
        house.write(move |deed| role_store::remove_grant(deed.conn, eva, grant));
        appoint(house, "hugo", Some("harbour"));
        leaves("lena").is(422).problem("left_on");
        loses("lena").is(422).problem("who");
        appoint(house, "rita", Some("seaside"));
        loses("lena").is(303);
    }

    fn words_that_come_with_a_refusal_are_an_opening_too(house) {
        house.guest().writes("seaside", "Canary words");
        house.collects();
        let carl = house.staff("carl");
        let path = carl.open("/voice/threads").link("/voice/threads/");
        carl.post(&format!("{path}/answer"), &[]).is(422).says("Canary words");
        assert_eq!(count(house, "audit_entry WHERE what = 'opened'"), 1);
    }

    fn a_thread_that_is_looked_at_for_an_hour_was_opened_once(house) {
        house.guest().writes("seaside", "Canary words");
        house.collects();
        let opened = || count(house, "audit_entry WHERE what = 'opened'");
        let carl = house.staff("carl");
        let path = carl.first_thread().path;
        carl.open(&path).is(200);
        carl.post(&format!("{path}/answer"), &[]).is(422);
        assert_eq!(opened(), 1);
        house.staff("clara").open(&path).is(200);
        assert_eq!(opened(), 2);
        house.later(3_600);
        carl.sign_in_as("carl");
        carl.get(&path).is(200);
        assert_eq!(opened(), 3);
    }
}
