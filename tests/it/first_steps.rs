//! From the set-up link to a house that is ready (A4), as the first administrator sees it.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;

use peopleworthy::account::ensure_set_up_link;

use crate::house::{Browser, Engine, House};

/// A mail server that takes everything; what the setting is to reach it.
fn mail_server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let mut stream = stream;
            let _ = stream.write_all(b"220 here\r\n");
            let mut in_data = false;
            while let Some(Ok(line)) = lines.next() {
                in_data = (in_data && line != ".") || line.eq_ignore_ascii_case("data");
                let _ = match line.as_str() {
                    line if line.eq_ignore_ascii_case("data") => stream.write_all(b"354 go on\r\n"),
                    _ if in_data => Ok(()),
                    _ => stream.write_all(b"250 fine\r\n"),
                };
            }
        }
    });
    format!("smtp://{address}")
}

/// How many steps are left; none if there is no list.
fn left(ada: &Browser) -> usize {
    let page = ada.open("/admin").is(200);
    let (open, done) = (page.count("#steps .waiting"), page.count("#steps .step:not(.waiting)"));
    assert!(open + done == 9 || open + done == 0, "{open} open and {done} done");
    assert_eq!(page.count("#steps .waiting a"), open, "each open step leads somewhere");
    open
}

fn everything_is_done(house: &House) {
    let link = house.run(ensure_set_up_link(&house.app)).unwrap().unwrap();
    let ada = house.guest();
    ada.open("/").is(200).says("Nobody can sign in yet. Open the set-up link");
    let form = ada.open(link.strip_prefix("https://praise.example").unwrap()).form("/set-up/");
    let form = form.fill("organisation", "Lakeside").fill("site", "Lakeside").fill("time_zone", "Europe/Zurich");
    let form = form.fill("language", "en").fill("name", "Ada Byrne").fill("email", "ada@lake.example");
    let first = form.fill("password", "nine ducks on a quiet lake").submit().is(200);
    assert_eq!(first.path, "/admin");
    house.guest().open("/").is(200).lacks("Nobody can sign in yet");
    first.says("What is left to do").says("0 of 9 done").says("Bring in people");
    assert_eq!(left(&ada), 9);
    ada.open("/admin").form("/language").choose("language", "de").submit().is(200);
    ada.open("/admin").says("Was noch zu tun ist").says("0 von 9 erledigt").says("Menschen eintragen");
    ada.open("/admin").form("/language").choose("language", "en").submit().is(200);

    let organisation = ada.open(&ada.open("/admin").link("/admin/organisation"));
    organisation.form("/admin/organisation").fill("values", "One\nTwo\nThree\nFour\nFive").submit().is(200);
    assert_eq!(left(&ada), 8);
    ada.open("/admin/sites/lakeside").form("/admin/sites/lakeside").fill("country", "CH").submit().is(200);
    assert_eq!(left(&ada), 7);
    let people = "employee_number,given_name,site,role\n7,Rita,lakeside,responder\n8,Carl,lakeside,\n";
    ada.post("/admin/people/import", &[("step", "import"), ("csv", people)]).is(200);
    assert_eq!(left(&ada), 5, "people, and somebody who answers guests");
    let entry = ada.open(&ada.open("/admin").link("/admin/people/entry")).is(200);
    entry.form("/admin/people/entry").submit().is(200).says("They can come in").says("Carl");
    assert_eq!(left(&ada), 4);
    let people = "employee_number,given_name,site,role\n8,Carl,lakeside,confidential_handler\n";
    ada.post("/admin/people/import", &[("step", "import"), ("csv", people)]).is(200);
    assert_eq!(left(&ada), 3);
    let rita = house.person("7").to_string();
    let form = ada.open("/admin/voice").form("/admin/voice/routes");
    form.forge("category", "all").forge("owner_person", &rita).forge("person", &rita).submit().is(200);
    assert_eq!(left(&ada), 2);
    ada.post("/admin/codes", &[("site", "lakeside"), ("level", "site")]).is(303);
    assert_eq!(left(&ada), 1);
    ada.open("/admin").says("8 of 9 done");
    ada.open("/admin/mail").form("/admin/mail/test").submit().is(200).says("The server took it");
    assert_eq!(left(&ada), 0);
    ada.open("/admin").lacks("What is left to do");
}

#[test]
fn a4_what_is_left_to_do_gets_less_with_each_step_and_goes_when_all_is_done_on_sqlite() {
    everything_is_done(&House::empty(Engine::Sqlite, &[("MAIL_URL", &mail_server())]));
}

#[test]
fn a4_what_is_left_to_do_gets_less_with_each_step_and_goes_when_all_is_done_on_postgres() {
    everything_is_done(&House::empty(Engine::Postgres, &[("MAIL_URL", &mail_server())]));
}

on_both! {
    fn a4_a_new_site_at_which_nobody_answers_opens_its_steps_again(house) {
        let ada = house.staff("ada");
        let olga = house.person("olga").to_string();
        let routes = |site: &str| ada.post("/admin/voice/routes", &[("category", "all"), ("person", &olga), ("site", site)]);
        for site in ["seaside", "harbour"] {
            routes(&house.site(site).to_string()).is(303);
        }
        let answers = "A responder at each site";
        let issues = "For each subject, with a deputy";
        ada.open("/admin").is(200).lacks(answers).lacks(issues).lacks("Nobody yet at");
        let before = left(&ada);
        let file = "name,slug,time_zone\nBeach,beach,Europe/Lisbon\n";
        let report = house.run(peopleworthy::directory::import::sites(&house.app, file.as_bytes())).unwrap();
        assert!(!report.is_refused(), "{report}");
        assert_eq!(left(&ada), before + 2, "Carl reads what is confided at all sites");
        ada.open("/admin").says(answers).says(issues).says("Nobody yet at Beach");
        let beach = house.site("beach").to_string();
        routes(&beach).is(303);
        assert_eq!(left(&ada), before + 1);
        ada.post("/admin/roles", &[("person", &olga), ("role", "responder"), ("site", "beach")]).is(303);
        assert_eq!(left(&ada), before);
        ada.open("/admin").lacks("Nobody yet at");
        let file: String = (1..=6).map(|n| format!("Hut {n},hut-{n},Europe/Lisbon\n")).collect();
        let file = format!("name,slug,time_zone\n{file}");
        house.run(peopleworthy::directory::import::sites(&house.app, file.as_bytes())).unwrap();
        ada.open("/admin").says("Nobody yet at Hut 1, Hut 2, Hut 3, Hut 4, Hut 5 and 1 more");
        let german = ada.open("/admin").form("/language").choose("language", "de").submit().is(200);
        german.says("Noch niemand für Hut 1").says("und 1 weitere");
    }

    fn a4_a_test_mail_in_a_folder_does_not_count_as_tested(house) {
        let ada = house.staff("ada");
        let before = left(&ada);
        ada.open("/admin").says("Set a mail server and test it");
        ada.open("/admin/mail").form("/admin/mail/test").submit().is(200);
        assert_eq!(left(&ada), before);
    }
}
