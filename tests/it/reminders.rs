//! Whoever owes an answer is reminded before the one who waits has to ask (A.6, V10).

use peopleworthy::voice::reminders;

use crate::house::House;
use crate::house::journeys::category;

const DAY: i64 = 86_400;
const SUBJECT: &str = "Somebody is waiting for your answer";

/// The next day at noon, when both of its rounds before noon are over; what a second look finds.
fn next_day(house: &House) {
    house.later(DAY);
    house.run(reminders::when_due(&house.app, "a test")).unwrap();
    assert_eq!(house.run(reminders::when_due(&house.app, "a test")).unwrap(), 0, "once for each round");
}

/// How many reminders each of these got so far.
fn reminded<const N: usize>(house: &House, who: [&str; N]) -> [usize; N] {
    who.map(|number| {
        let mails = house.mails_to(&format!("{number}@staff.example"));
        mails.iter().filter(|mail| mail.subject == SUBJECT).count()
    })
}

on_both! {
    fn a6_who_answers_what_is_named_is_reminded_the_day_before_and_when_late_the_house_is_too(house) {
        house.has_done_its_rounds();
        let olga = house.person("olga").to_string();
        let route = [("category", category(1)), ("person", olga.as_str()), ("deed", "owner")];
        house.staff("ada").post("/admin/voice/routes", &route).is(303);
        let path = house.staff("rosa").raised("The trolleys squeak", &[]);
        let who = ["olga", "mia", "harriet", "rosa", "clara", "carl"];
        // Raised on a Saturday, to be acknowledged on Tuesday.
        next_day(house);
        assert_eq!(reminded(house, who), [0; 6]);
        house.staff("olga").open("/voice/queue").says("Soon due").lacks("Late");
        next_day(house);
        assert_eq!(reminded(house, who), [1, 0, 0, 0, 0, 0]);
        next_day(house);
        next_day(house);
        assert_eq!(reminded(house, who), [3, 1, 1, 0, 0, 0], "late, it is whoever's who looks after the house");
        house.staff("olga").open("/voice/queue").says("Late").lacks("Soon due");
        let mail = house.mails_to("mia@staff.example").into_iter().find(|mail| mail.subject == SUBJECT).unwrap();
        assert!(!mail.source.contains("squeak") && !mail.text.contains("Seaside,"), "{}", mail.text);
        assert!(!mail.text.split("http").next().unwrap().chars().any(|c| c.is_ascii_digit()), "a count: {}", mail.text);
        house.staff("mia").open(&mail.link("/voice/queue").replace("https://praise.example", "")).is(200).says("squeak");
        house.staff("olga").open(&path).form("/reply").fill("text", "We oil them on Mondays now").submit().is(200);
        next_day(house);
        assert_eq!(reminded(house, who), [3, 1, 1, 0, 0, 0], "answered, and to be decided in three weeks");
    }

    fn a6_what_is_confidential_reminds_its_handlers_but_not_whom_it_is_kept_from(house) {
        house.has_done_its_rounds();
        let clara = house.person("clara").to_string();
        house.staff("rosa").raised("Somebody reads my locker", &[("level", "confidential"), ("excluded", &clara)]);
        next_day(house);
        next_day(house);
        assert_eq!(reminded(house, ["carl", "clara", "mia", "harriet", "olga"]), [1, 0, 0, 0, 0]);
        next_day(house);
        next_day(house);
        assert_eq!(reminded(house, ["carl", "clara", "mia", "harriet", "olga"]), [3, 0, 0, 0, 0], "late, it stays among them");
    }

    fn a6_a_thread_turns_red_on_its_fifth_day_and_is_said_on_its_sixth_and_two_weeks_before_feedback(house) {
        use diesel::connection::SimpleConnection;
        house.write(|deed| deed.conn.batch_execute("UPDATE issue_category SET acknowledge_days = 7"));
        let phone = house.guest();
        phone.writes("seaside", "Quokka");
        phone.writes("seaside", "Wombat");
        house.collects();
        let who = ["carl", "clara", "mia"];
        for _ in 0..4 {
            next_day(house);
        }
        house.staff("carl").open("/voice/threads").says("due 28 November 2026").lacks("due soon");
        next_day(house);
        house.staff("carl").open("/voice/threads").says("due soon, by 28 November 2026");
        assert_eq!(reminded(house, who), [0; 3]);
        next_day(house);
        assert_eq!(reminded(house, who), [1, 1, 0], "both threads in one mail");
        let mail = house.mails_to("carl@staff.example").into_iter().find(|mail| mail.subject == SUBJECT).unwrap();
        assert!(!mail.source.contains("Quokka") && mail.text.contains("/voice/threads"));
        let carl = house.staff("carl");
        for link in carl.open("/voice/threads").hrefs(".note-first a") {
            carl.open(&link).form("/state").fill("state", "acknowledged").submit().is(200);
        }
        next_day(house);
        next_day(house);
        assert_eq!(reminded(house, who), [1, 1, 0], "acknowledged");
        house.staff("carl").open("/voice/threads").is(200).says("due 28 February 2027").lacks("overdue").lacks("due soon");
        // Feedback is due three months after the seventh day: on February 28.
        while reminded(house, who)[0] == 1 {
            assert!(house.app.now().timestamp().to_string().as_str() < "2027-02-15", "nobody was reminded two weeks before");
            next_day(house);
        }
        assert_eq!(house.app.now().utc_day().to_string(), "2027-02-14");
        house.staff("carl").open("/voice/threads").says("due soon, by 28 February 2027");
    }
}
