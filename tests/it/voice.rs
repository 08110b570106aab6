//! Raising, seeing and joining issues, as those who do it see it.

use crate::house::journeys::{category, issue_links};
use crate::house::{Browser, House};

/// Everything a table holds, as text; what is sealed comes out as its bytes.
pub fn rows_of(house: &House, table: &'static str) -> String {
    use diesel::prelude::*;
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        all: String,
    }
    if house.folder.path().join("peopleworthy.db").exists() {
        // The file itself and its log: nothing of a row that was changed or deleted may be left in them either.
        let read =
            |end: &str| std::fs::read(house.folder.path().join(format!("peopleworthy.db{end}"))).unwrap_or_default();
        return String::from_utf8_lossy(&[read(""), read("-wal")].concat()).into_owned();
    }
    let sql = format!("SELECT coalesce(string_agg(t::text, ' '), '') AS all FROM {table} t");
    house.read(move |conn| diesel::sql_query(&sql).get_result::<Row>(conn)).all
}

/// Every table that could hold a word of an issue.
pub fn all_rows(house: &House) -> String {
    ["issue", "issue_message", "issue_remark", "issue_event", "mail", "audit_entry", "generation"]
        .map(|table| rows_of(house, table))
        .concat()
}

/// The counts on the tabs: open, planned, changed, not changing.
pub fn counts(house: &House, who: &str) -> Vec<String> {
    let browser = house.staff(who);
    browser.open("/voice").is(200).texts(".tabs .tag")
}

on_both! {
    fn what_is_raised_by_name_is_seen_as_far_as_its_raiser_said_and_its_owner_hears_of_it(house) {
        let rosa = house.staff("rosa");
        let page = rosa.raises_issue("Lift B is stuck most mornings. We carry everything.", &[("place", "House B"), ("fix", "Oil it")]);
        page.says("It has arrived").says("Lift B is stuck most mornings").says("House B").says("Oil it").says("1 person");
        page.says("To be read by").says("Mia Petrova");
        let path = page.path.clone();
        for (who, sees) in [("sven", true), ("mia", true), ("harriet", true), ("yuki", false), ("hugo", false), ("carl", false)] {
            assert_eq!(house.staff(who).get(&path).status == 200, sees, "{who}");
            assert_eq!(!issue_links(&house.staff(who).open("/voice")).is_empty(), sees && who != "carl", "{who}");
        }
        let mail = house.mail_to("mia@staff.example", "A colleague raised an issue");
        assert!(!mail.source.contains("Lift") && !mail.html.contains("Lift"));
        house.staff("mia").open(&mail.link("/voice/")).is(200).says("Rosa Lindgren");
        assert!(house.mails_to("sven@staff.example").is_empty());
    }

    fn each_reach_ends_where_it_says(house) {
        let rosa = house.staff("rosa");
        let path = |reach| rosa.raised("The linen is short", &[("scope", reach)]);
        let [private, team, site, company] = ["private", "team", "site", "company"].map(path);
        // Bruno is in Rosa's department, Sven in the same house, Yuki in the other one.
        for (who, seen) in [("bruno", [false, true, true, true]), ("sven", [false, false, true, true]), ("yuki", [false, false, false, true])] {
            let browser = house.staff(who);
            assert_eq!([&private, &team, &site, &company].map(|path| browser.get(path).status == 200), seen, "{who}");
            assert_eq!(issue_links(&browser.open("/voice")).len(), seen.iter().filter(|seen| **seen).count(), "{who}");
        }
        for who in ["mia", "harriet"] {
            assert_eq!(house.staff(who).get(&private).status, 200, "{who} looks after the house");
        }
        assert_eq!(house.staff("ada").get(&private).status, 404, "whoever runs the installation does not");
    }

    fn an_empty_form_says_what_is_missing_and_keeps_what_was_typed(house) {
        let rosa = house.staff("rosa");
        let page = rosa.open("/voice/new").is(200).form("/voice").submit().is(422);
        assert!(page.problem("what").contains("Please say what happens"));
        assert!(page.problem("category").contains("what it is about"));
        assert!(page.problem("level").contains("who may know"));
        let long = "ä".repeat(5_001);
        let form = page.form("/voice").fill("what", &long).fill("place", "Kitchen").fill("fix", "More hands");
        let page = form.forge("category", category(2)).forge("level", "named").forge("scope", "team").submit().is(422);
        assert!(page.problem("what").contains("Please keep to 5,000 characters"));
        assert_eq!((page.value("what"), page.value("place"), page.value("fix")), (long, "Kitchen".into(), "More hands".into()));
        assert_eq!((page.value("category"), page.value("level"), page.value("scope")), (category(2).into(), "named".into(), "team".into()));
        let megabyte = rosa.open("/voice/new").form("/voice").fill("what", &"b".repeat(1 << 20)).post();
        megabyte.is(413).says("That is too large");
    }

    fn two_presses_and_a_form_that_lay_for_a_month_make_one_issue_each(house) {
        let rosa = house.staff("rosa");
        let page = rosa.open("/voice/new").is(200);
        house.later(30 * 24 * 3600);
        rosa.sign_in_as("rosa");
        let send = || page.form("/voice").fill("what", "The drain smells").forge("category", category(1)).forge("level", "named").submit();
        let (first, second) = (send().is(200), send().is(200));
        assert_eq!(first.path, second.path);
        // A form without its key is an issue too, only that a second press cannot be told from a second issue.
        let keyless = page.form("/voice").fill("what", "The tap drips").forge("category", category(1)).forge("level", "named");
        keyless.forge("form_key", "").forge("anyway", "yes").submit().is(200).says("The tap drips");
        assert_eq!(issue_links(&rosa.open("/voice/mine")).len(), 2);
        assert_eq!(house.mails_to("mia@staff.example").len(), 2);
    }

    fn a_megabyte_is_refused_with_a_page_that_says_so_and_too_long_a_text_is_kept(house) {
        let (rosa, phone) = (house.staff("rosa"), house.guest());
        let path = rosa.raised("The drain smells", &[]);
        let receipt = phone.writes("seaside", "The tap drips");
        house.collects();
        let thread = house.staff("carl").first_thread().path.clone();
        let doors: [(&Browser, &str, &str, &str); 5] = [
            (&rosa, "/voice/new", "/voice", "what"),
            (&rosa, &path, "/write", "text"),
            (&phone, "/voice/anonymous?site=seaside", "/voice/anonymous", "what"),
            (&house.staff("mia"), &path, "/reply", "text"),
            (&house.staff("carl"), &thread, "/answer", "text"),
        ];
        for (who, page, form, field) in doors {
            let send = |words: &str| who.open(page).is(200).form(form).fill(field, words).post();
            send(&"b".repeat(1 << 20)).is(413).says("That is too large");
            let kept = send(&"ä".repeat(5_001)).is(422);
            assert!(kept.problem(field).contains("5,000"), "{page}: {}", kept.problem(field));
            assert_eq!(kept.value(field).chars().count(), 5_001, "{page}");
        }
        let back = phone.comes_back(&receipt);
        back.form("/voice/receipt").fill("text", &"b".repeat(1 << 20)).post().is(413).says("That is too large");
        let kept = back.form("/voice/receipt").fill("text", &"ä".repeat(5_001)).post().is(422);
        assert_eq!(kept.value("text").chars().count(), 5_001);
    }

    fn what_is_delicate_shows_its_channel_and_takes_no_name(house) {
        let rosa = house.staff("rosa");
        let page = rosa.open("/voice/new").is(200);
        page.says("call the emergency number first").says("Clara Weiss , Confidential handler").says("Carl Jensen");
        let page = rosa.raises_issue("He waits for me after the shift", &[("category", category(7))]).is(422);
        assert!(page.problem("level").contains("too delicate"));
        assert_eq!(page.value("what"), "He waits for me after the shift");
        let sent = page.form("/voice").forge("level", "confidential").submit().is(200);
        sent.says("Confidential").says("You do not have to bear this").lacks("1 person");
    }

    fn the_third_level_is_a_link_and_nothing_typed_travels_with_it(house) {
        let browser = house.staff("rosa");
        let page = browser.open("/voice/new").is(200);
        assert_eq!(page.link("/voice/anonymous"), "/voice/anonymous");
        page.says("Nothing you typed here comes along, on purpose");
        assert_eq!(page.count("form[action*='anonymous'], [formaction*='anonymous'], input[value='anonymous']"), 0);
        let browser = house.staff("rosa");
        let forged = browser.raises_issue("Somebody must not know", &[("level", "anonymous")]).is(422);
        forged.problem("level");
    }

    fn me_too_counts_people_and_shows_no_names(house) {
        let path = house.staff("rosa").raised("The radio is too loud", &[]);
        let sven = house.staff("sven");
        sven.open(&path).says("1 person").form("/support").submit().is(200).says("You count").says("2 people");
        sven.post(&format!("{path}/support"), &[]).is(303);
        let browser = house.staff("bruno");
        let seen = browser.open(&path).is(200);
        seen.says("2 people").lacks("Sven").lacks("Kowalski");
        house.staff("olga").open(&path).lacks("Kowalski");
        house.staff("mia").open(&path).is(200).says("2 people").lacks("Kowalski");
        sven.open("/voice").says("You joined").says("2 people");
        sven.open("/voice/mine").says("The radio is too loud").says("You joined");
        house.staff("rosa").open("/voice").says("Yours");
        sven.open(&path).form("/support").choose("step", "end").submit().is(200).says("1 person");
        assert!(issue_links(&sven.open("/voice/mine")).is_empty());
        // Nobody joins what is their own.
        assert_eq!(house.staff("rosa").post(&format!("{path}/support"), &[]).status, 409);
    }

    fn a_confidential_issue_is_read_by_its_handlers_alone_and_each_opening_is_written_down(house) {
        let rosa = house.staff("rosa");
        let path = rosa.confides("Walrus told me to smile. Then the sentence about zebras.");
        for who in ["sven", "olga", "mia", "harriet", "eva", "otto", "ada", "yuki", "bruno", "xenia"] {
            house.staff(who).get(&path).is(404).lacks("Walrus");
            let browser = house.staff(who);
            let list = browser.open("/voice");
            list.lacks("Walrus");
            assert!(issue_links(&list).is_empty(), "{who}");
        }
        let opened = || house.read(|conn| peopleworthy::people::audit_store::check(conn).map(|wrong| assert_eq!(wrong, None)));
        opened();
        let entries = || {
            use diesel::prelude::*;
            use peopleworthy::db::schema::audit_entry;
            house.read(|conn| audit_entry::table.filter(audit_entry::what.eq("opened")).count().get_result::<i64>(conn))
        };
        assert_eq!(entries(), 0);
        house.staff("clara").open("/voice/queue").is(200).says("A confidential matter").lacks("Walrus");
        assert_eq!(entries(), 0);
        house.staff("clara").open(&path).is(200).says("Walrus told me to smile").says("Rosa Lindgren");
        house.staff("carl").open(&path).is(200).says("Walrus");
        rosa.open(&path).is(200).says("Walrus").says("Clara Weiss").says("Carl Jensen");
        assert_eq!(entries(), 2, "its raiser leaves no trace");
        opened();
        rosa.open("/voice").lacks("Walrus");
        rosa.open("/voice/mine").says("Walrus");
    }

    fn no_word_of_a_confidential_issue_lies_in_the_database_or_in_a_mail(house) {
        let path = house.staff("rosa").confides("Walrus told me to smile");
        let clara = house.staff("clara");
        clara.open(&path).form("/reply").fill("text", "Pelikan is on your side").submit().is(200);
        clara.open(&path).form("/remark").fill("remark", "Ask Flamingo for the rota").submit().is(200);
        let step = clara.open(&path).form("/state").forge("state", "planned").fill("step_text", "Somebody from Kolibri sits down with both of you");
        step.fill("planned_on", "2026-12-24").submit().is(200);
        house.staff("rosa").open(&path).form("/write").fill("text", "The Nachtigall heard it too").submit().is(200);
        house.staff("rosa").open(&path).is(200).says("Walrus").says("Pelikan").says("Kolibri").says("Nachtigall").lacks("Flamingo");
        clara.open(&path).is(200).says("Flamingo").says("Nachtigall");
        let plain = house.staff("rosa").raised("Albatross in plain words", &[]);
        house.staff("mia").open(&plain).form("/remark").fill("remark", "Kormoran in plain words").submit().is(200);
        let (rows, mails) = (all_rows(house), house.all_mails());
        for there in ["Albatross", "Kormoran"] {
            assert!(rows.contains(there), "the search finds what is there: {there}");
        }
        assert!(mails.len() >= 5, "{}", mails.len());
        for word in ["Walrus", "Pelikan", "Flamingo", "Kolibri", "Nachtigall"] {
            assert!(!rows.contains(word), "{word} lies in the database");
            assert!(!mails.iter().any(|mail| mail.source.contains(word) || mail.text.contains(word)), "{word} in a mail");
        }
        let told: Vec<_> = house.mails_to("rosa@staff.example").into_iter().map(|mail| mail.subject).collect();
        assert!(told.iter().all(|subject| subject == "Something waits for you on Peopleworthy"), "{told:?}");
    }

    fn a_long_list_comes_in_pages_and_nothing_is_shown_twice(house) {
        let rosa = house.staff("rosa");
        for number in 0..23 {
            rosa.raised(&format!("Issue number {number}"), &[]);
        }
        assert_eq!(counts(house, "sven"), ["23", "0", "0", "0"]);
        let sven = house.staff("sven");
        let first = sven.open("/voice");
        let rest = sven.open(&first.link("after="));
        let (one, two) = (issue_links(&first), issue_links(&rest));
        assert_eq!((one.len(), two.len()), (20, 3));
        assert!(one.iter().all(|link| !two.contains(link)));
        rest.says("Issue number 0").says("Issue number 2");
        assert_eq!(issue_links(&rosa.open("/voice/mine")).len(), 20);
    }

    fn an_idea_is_one_and_both_languages_say_so(house) {
        let rosa = house.staff("rosa");
        let path = rosa.raised("A box for found keys", &[("kind", "idea")]);
        rosa.open(&path).says("Idea");
        rosa.speaks("de");
        rosa.open(&path).says("Idee").says("Eingegangen").says("Wer das sieht");
        rosa.open("/voice/new").is(200).says("Etwas ansprechen").says("Im Vertrauen").says("Anonym");
    }
}
