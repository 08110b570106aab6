//! How much hangs on it (M4): what stands in front, by when it is read, and who is told, without a word of what it is.

use peopleworthy::app::Deed;
use peopleworthy::people::role::{Grant, Role};
use peopleworthy::people::role_store;
use peopleworthy::voice::anonymous::{digest, thread_store};
use peopleworthy::voice::criticality_store;
use peopleworthy::voice::issue_store::{self, why};

use crate::house::House;
use crate::house::journeys::{category, issue_links};
use crate::voice_races::{id_of, while_under_way};

const SUBJECT: &str = "Something urgent waits for you";
const OF_THREADS: &str = "Something urgent waits to be read";

/// How many of these mails each of these got so far.
fn alerted<const N: usize>(house: &House, subject: &str, who: [&str; N]) -> [usize; N] {
    who.map(|number| {
        let mails = house.mails_to(&format!("{number}@staff.example"));
        mails.iter().filter(|mail| mail.subject == subject).count()
    })
}

/// What the audit log says of it, oldest first.
fn said(house: &House) -> Vec<String> {
    use diesel::prelude::*;
    use peopleworthy::db::schema::audit_entry;
    house.read(|conn| {
        let of = audit_entry::table.filter(audit_entry::detail.like("criticality%")).order(audit_entry::seq);
        of.select(audit_entry::detail).load(conn)
    })
}

/// Mia, who looks after Seaside, says how much hangs on an issue.
#[track_caller]
fn sets(house: &House, path: &str, criticality: &str) {
    let mia = house.staff("mia");
    mia.open(path).is(200).form("/criticality").fill("criticality", criticality).submit().is(200).says("Saved.");
}

/// Olga answers what is about equipment, and Rita in her place.
fn route(house: &House) {
    let ada = house.staff("ada");
    for (who, deed) in [("olga", "owner"), ("rita", "deputy")] {
        let person = house.person(who).to_string();
        ada.post("/admin/voice/routes", &[("category", category(1)), ("person", &person), ("deed", deed)]).is(303);
    }
}

/// Gives somebody the right to read what is said in confidence at Seaside.
fn appoint(house: &House, number: &str) {
    let (person, site_id) = (house.person(number), Some(house.site("seaside")));
    let grant = Grant { role: Role::ConfidentialHandler, site_id, department_id: None };
    house.write(move |deed| role_store::add_grant(deed.conn, person, grant, deed.now));
}

on_both! {
    fn m4_of_what_is_due_on_one_day_what_most_hangs_on_stands_in_front(house) {
        let rosa = house.staff("rosa");
        let paths: Vec<String> = (0..45).map(|number| rosa.raised(&format!("Number {number} squeaks"), &[])).collect();
        sets(house, &paths[44], "3");
        sets(house, &paths[20], "1");
        sets(house, &paths[7], "3");
        let mia = house.staff("mia");
        let mut expected: Vec<&String> = vec![&paths[7], &paths[44], &paths[20]];
        expected.extend(paths.iter().enumerate().filter(|(at, _)| ![7, 20, 44].contains(at)).map(|(_, path)| path));
        // There and back, page by page.
        let first = mia.open("/voice/queue").is(200);
        let second = mia.open(&first.link("after=")).is(200);
        let third = mia.open(&second.link("after=")).is(200);
        let found = [&first, &second, &third].map(|page| issue_links(page)).concat();
        assert_eq!(found.iter().collect::<Vec<_>>(), expected);
        let back = mia.open(&third.link("before=")).is(200);
        assert_eq!(issue_links(&back), issue_links(&second));
        assert_eq!(issue_links(&mia.open(&back.link("before=")).is(200)), issue_links(&first));
        first.says("3 – it wears people down").says("1 – small");
        assert_eq!(said(house), ["criticality 0 to 3", "criticality 0 to 1", "criticality 0 to 3"]);
    }

    fn m4_from_four_on_whoever_has_to_know_is_told_once_for_each_rise_and_it_is_read_the_next_working_day(house) {
        route(house);
        let path = house.staff("rosa").raised("The trolleys squeak", &[]);
        let who = ["olga", "rita", "harriet", "mia", "rosa", "carl", "ada"];
        let mia = house.staff("mia");
        // Raised on a Saturday, to be acknowledged on Tuesday.
        mia.open("/voice/queue").says("Due 24 November 2026");
        sets(house, &path, "3");
        assert_eq!(alerted(house, SUBJECT, who), [0; 7]);
        sets(house, &path, "4");
        assert_eq!(alerted(house, SUBJECT, who), [1, 1, 1, 0, 0, 0, 0], "not Mia, who said so");
        mia.open("/voice/queue").says("Due 23 November 2026").says("4 – somebody may come to harm");
        mia.open(&path).says("To be read by 23 November 2026");
        sets(house, &path, "5");
        sets(house, &path, "4");
        assert_eq!(alerted(house, SUBJECT, who), [1, 1, 1, 0, 0, 0, 0], "they know");
        sets(house, &path, "0");
        mia.open("/voice/queue").says("Due 24 November 2026").lacks("Not said");
        sets(house, &path, "5");
        assert_eq!(alerted(house, SUBJECT, who), [2, 2, 2, 0, 0, 0, 0], "it rose once more");
        let mail = house.mails_to("harriet@staff.example").into_iter().find(|mail| mail.subject == SUBJECT).unwrap();
        assert!(!mail.source.contains("squeak") && !mail.source.contains("Seaside,") && !mail.source.contains(&path), "{}", mail.source);
        assert_eq!(mail.link("/voice/queue"), "https://praise.example/voice/queue");
        let said = said(house);
        assert_eq!(said, ["0 to 3", "3 to 4", "4 to 5", "5 to 4", "4 to 0", "0 to 5"].map(|change| format!("criticality {change}")));
        // Whoever raised it neither sets nor sees it, and who only joins does not either.
        let rosa = house.staff("rosa");
        rosa.open(&path).is(200).lacks("danger").lacks("hangs on it");
        for who in ["rosa", "sven", "ada"] {
            house.staff(who).post(&format!("{path}/criticality"), &[("criticality", "1"), ("version", "7")]).is(404);
        }
    }

    fn m4_who_is_kept_out_hears_nothing_and_who_comes_second_reads_so(house) {
        route(house);
        let olga = house.person("olga").to_string();
        let path = house.staff("rosa").raised("Olga blocks the lift", &[("person", &olga)]);
        let mia = house.staff("mia");
        let harriet = house.person("harriet").to_string();
        mia.open(&path).form("/people").forge("person", &harriet).forge("deed", "subject").submit().is(200);
        let (late, twice) = (mia.open(&path), mia.open(&path));
        sets(house, &path, "5");
        assert_eq!(alerted(house, SUBJECT, ["olga", "harriet", "rita"]), [0, 0, 1]);
        twice.form("/criticality").fill("criticality", "5").submit().is(200);
        let page = late.form("/criticality").fill("criticality", "2").submit().is(409);
        assert!(page.problem("criticality").starts_with("Somebody else was faster"));
        assert_eq!(said(house), ["criticality 0 to 5"], "once, however often the button is pressed");
        for wrong in ["6", "", "high"] {
            let fields = [("criticality", wrong), ("version", "9")];
            assert_eq!(mia.post(&format!("{path}/criticality"), &fields).is(422).problem("criticality"), "Please choose a number from 0 to 5.");
        }
    }

    fn m4_whom_it_is_just_being_kept_from_hears_nothing_either(house) {
        route(house);
        let path = house.staff("rosa").raised("Olga blocks the lift", &[]);
        let (id, olga, mia) = (id_of(&path), house.person("olga"), house.staff("mia"));
        let page = mia.open(&path);
        let is_barred = move |deed: &mut Deed| {
            issue_store::hold(deed.conn, id)?;
            issue_store::bar(deed.conn, id, olga, why::SUBJECT, deed.now)
        };
        while_under_way(house, is_barred, || {
            page.form("/criticality").fill("criticality", "5").submit().is(200);
        });
        assert_eq!(alerted(house, SUBJECT, ["olga", "rita", "harriet"]), [0, 1, 1]);
    }

    fn m4_what_is_confidential_alerts_its_handlers_and_nobody_else(house) {
        appoint(house, "rita");
        let rita = house.person("rita").to_string();
        let path = house.staff("rosa").raised("Walrus told me to smile", &[("category", category(7)), ("level", "confidential"), ("excluded", &rita)]);
        let carl = house.staff("carl");
        carl.open(&path).form("/criticality").fill("criticality", "4").submit().is(200);
        let who = ["clara", "carl", "rita", "mia", "harriet", "rosa"];
        assert_eq!(alerted(house, SUBJECT, who), [1, 0, 0, 0, 0, 0]);
        house.staff("mia").post(&format!("{path}/criticality"), &[("criticality", "1"), ("version", "2")]).is(404);
    }

    fn m4_a_rise_while_they_are_being_told_of_something_is_told_too(house) {
        house.has_done_its_rounds();
        house.guest().sends("seaside", "He follows me home", &[]);
        house.collects();
        let tell = || house.run(digest::when_due(&house.app, "a test")).unwrap();
        house.later(5 * 3600);
        let thread = house.read(|conn| Ok(thread_store::list_news(conn)?.remove(0)));
        let rises = move |deed: &mut Deed| {
            criticality_store::set_of_thread(deed.conn, (thread.id, thread.version), 5, thread.acknowledge_due_on).map(drop)
        };
        while_under_way(house, rises, || assert_eq!(tell(), 2));
        house.later(16 * 3600);
        tell();
        assert_eq!(alerted(house, OF_THREADS, ["carl", "clara"]), [1; 2], "then or now, and once");
    }

    fn m4_a_thread_alerts_only_who_reads_it_and_only_when_they_are_told_of_anything(house) {
        use diesel::connection::SimpleConnection;
        house.write(|deed| deed.conn.batch_execute("UPDATE issue_category SET acknowledge_days = 7"));
        appoint(house, "rita");
        house.has_done_its_rounds();
        let (phone, rita) = (house.guest(), house.person("rita").to_string());
        let receipt = phone.sends("seaside", "He follows me home", &[("exclude", &rita)]).receipt();
        phone.writes("seaside", "Something else");
        house.collects();
        let tell = || house.run(digest::when_due(&house.app, "a test")).unwrap();
        house.later(5 * 3600);
        tell();
        let who = ["carl", "clara", "rita", "mia", "harriet"];
        assert_eq!(alerted(house, OF_THREADS, who), [0; 5]);
        let carl = house.staff("carl");
        let list = carl.open("/voice/threads").is(200).hrefs(".note-first a");
        let path = list.iter().find(|link| carl.open(link).text().contains("follows me")).unwrap().clone();
        let stale = carl.open(&path);
        for _ in 0..2 {
            stale.form("/criticality").fill("criticality", "4").submit().is(200).says("due soon, by 23 November 2026");
        }
        let page = stale.form("/criticality").fill("criticality", "1").submit().is(409);
        assert!(page.problem("criticality").starts_with("Somebody else was faster"));
        house.later(1800);
        assert_eq!((tell(), alerted(house, OF_THREADS, who), alerted(house, SUBJECT, who)), (0, [0; 5], [0; 5]), "never at once");
        carl.sign_in_as("carl");
        assert_eq!(carl.open("/voice/threads").hrefs(".note-first a")[0], path, "in front");
        phone.comes_back(&receipt).is(200).says("By 23 November 2026 somebody has to say").lacks("harm");
        house.later(16 * 3600);
        tell();
        assert_eq!(alerted(house, OF_THREADS, who), [1, 1, 0, 0, 0]);
        let mail = house.mails_to("clara@staff.example").into_iter().find(|mail| mail.subject == OF_THREADS).unwrap();
        assert!(!mail.text.split("http").next().unwrap().chars().any(|c| c.is_ascii_digit()), "a count: {}", mail.text);
        assert!(!mail.source.contains("follows") && !mail.source.contains("Seaside,"));
        house.later(24 * 3600);
        tell();
        assert_eq!(alerted(house, OF_THREADS, who), [1, 1, 0, 0, 0], "once for each rise");
        carl.sign_in_as("carl");
        carl.open(&path).form("/criticality").fill("criticality", "0").submit().is(200).says("due 28 November 2026");
        assert_eq!(said(house), ["criticality 0 to 4", "criticality 4 to 0"]);
        house.staff("rita").post(&format!("{path}/criticality"), &[("criticality", "1"), ("version", "3")]).is(404);
    }
}
