//! Whom an issue is kept from: they never see it, count it or find it, whatever their role, and it is answered without
//! them. And nobody leaves the house with an answer still owed.

use peopleworthy::app::Deed;
use peopleworthy::voice::issue_store::{self, why};

use crate::house::House;
use crate::house::journeys::{category, issue_links};
use crate::voice::counts;
use crate::voice_races::{id_of, while_under_way};

/// What somebody can find out about issues at all.
fn everything(house: &House, who: &str) -> (Vec<String>, usize, usize, String) {
    let browser = house.staff(who);
    let queue = browser.get("/voice/queue");
    let queue = if queue.status == 200 { issue_links(&queue).len() } else { 0 };
    let home = browser.open("/home").text();
    (counts(house, who), issue_links(&browser.open("/voice")).len(), queue, home)
}

on_both! {
    fn whom_the_raiser_excludes_never_sees_counts_or_finds_it(house) {
        let (mia, before) = (house.person("mia").to_string(), everything(house, "mia"));
        let others = everything(house, "harriet");
        let rosa = house.staff("rosa");
        let path = rosa.raised("The rota favours some", &[("person", &mia)]);
        assert_eq!(everything(house, "mia"), before);
        assert_ne!(everything(house, "harriet").0, others.0, "there is something to be kept from her");
        let browser = house.staff("mia");
        for (method, end) in [("GET", ""), ("POST", "/support"), ("POST", "/reply"), ("POST", "/state"), ("POST", "/people"), ("POST", "/aside")] {
            let status = if method == "GET" { browser.get(&format!("{path}{end}")).status } else { browser.post(&format!("{path}{end}"), &[]).status };
            assert_eq!(status, 404, "{method} {end}");
        }
        assert!(house.mails_to("mia@staff.example").is_empty());
        assert!(!house.mails_to("harriet@staff.example").is_empty(), "it falls to who is left");
        rosa.open(&path).says("Never sees it").says("Mia Petrova");
        house.staff("sven").open(&path).lacks("Mia Petrova");
        // Nor does it reach her by being handed over.
        let harriet = house.staff("harriet");
        let refused = harriet.open(&path).form("/people").forge("person", &mia).forge("deed", "owner").submit().is(422);
        assert!(refused.problem("who").contains("kept from this person"));
    }

    fn az6_whom_it_is_about_never_sees_counts_or_finds_it_again(house) {
        let path = house.staff("rosa").raised("Somebody shouts in the corridor", &[]);
        let (before, olga) = (everything(house, "mia"), house.person("mia").to_string());
        assert_eq!((before.0[0].as_str(), before.2), ("1", 1));
        let sven = house.staff("sven");
        sven.post(&format!("{path}/support"), &[]).is(303);
        let harriet = house.staff("harriet");
        let page = harriet.open(&path).is(200).form("/people").forge("person", &olga).forge("deed", "subject").submit().is(200);
        page.says("Mia Petrova").says("it is about them").says("Nobody answers this yet");
        let after = everything(house, "mia");
        assert_eq!((after.0[0].as_str(), after.1, after.2), ("0", 0, 0));
        house.staff("mia").get(&path).is(404);
        house.staff("rosa").open(&path).lacks("it is about them");
        let sven_id = house.person("sven").to_string();
        harriet.open(&path).form("/people").forge("person", &sven_id).forge("deed", "subject").submit().is(200).says("1 person");
        assert!(issue_links(&sven.open("/voice/mine")).is_empty());
        // A mistake can be put right.
        harriet.post(&format!("{path}/people/{olga}/remove"), &[]).is(303);
        house.staff("mia").get(&path).is(200);
    }

    fn az6_whom_it_is_kept_from_does_not_notice_that_something_happens(house) {
        use peopleworthy::db::generation;
        use peopleworthy::live::Topic;
        let carl = house.person("carl");
        let heard = || house.read(move |conn| generation::find(conn, &Topic::Person(carl).name()));
        let rosa = house.staff("rosa");
        let path = rosa.raised("About a confidant", &[("level", "confidential"), ("person", &carl.to_string())]);
        let before = heard();
        house.staff("clara").open(&path).form("/reply").fill("text", "We look into it").submit().is(200);
        rosa.open(&path).form("/write").fill("text", "Thank you").submit().is(200);
        assert_eq!(heard(), before);
        house.staff("carl").get(&path).is(404);
    }

    fn the_confidant_who_is_concerned_does_not_know_of_it_and_somebody_always_reads_it(house) {
        let (clara, carl) = (house.person("clara").to_string(), house.person("carl").to_string());
        let rosa = house.staff("rosa");
        let fields = [("category", category(7)), ("level", "confidential"), ("person", clara.as_str())];
        let path = rosa.raised("It is Clara herself", &fields);
        house.staff("clara").get(&path).is(404);
        assert!(issue_links(&house.staff("clara").open("/voice/queue")).is_empty());
        assert!(house.mails_to("clara@staff.example").is_empty());
        house.staff("carl").open(&path).is(200).says("It is Clara herself");
        let both = format!("{clara} {carl}");
        let all = [("category", category(7)), ("level", "confidential"), ("excluded", both.as_str())];
        let refused = rosa.raises_issue("Both of them", &all).is(422);
        assert!(refused.problem("who").contains("nobody would be left"));
        let browser = house.staff("carl");
        let aside = browser.post(&format!("{path}/aside"), &[]).is(422);
        aside.says("nobody would be left");
        assert_eq!(house.staff("carl").get(&path).status, 200);
    }

    fn who_steps_aside_sees_it_no_more_and_the_deputy_answers(house) {
        let (olga, mia) = (house.person("olga").to_string(), house.person("mia").to_string());
        let ada = house.staff("ada");
        for (person, deed) in [(&olga, "owner"), (&mia, "deputy")] {
            ada.post("/admin/voice/routes", &[("category", category(1)), ("person", person), ("deed", deed)]).is(303);
        }
        let path = house.staff("rosa").raised("The bins overflow", &[]);
        house.staff("rosa").open(&path).says("Olga Brandt , answers it").says("Mia Petrova , answers it if");
        house.staff("olga").open(&path).form("/aside").submit().is(200).says("You stepped aside");
        house.staff("olga").get(&path).is(404);
        house.staff("rosa").open(&path).says("Mia Petrova , answers it");
    }

    fn it_is_handed_over_to_somebody_who_can_take_it(house) {
        let path = house.staff("rosa").raised("The bins overflow", &[]);
        let mia = house.staff("mia");
        let [olga, rosa, yuki] = ["olga", "rosa", "yuki"].map(|who| house.person(who).to_string());
        let give = |to: &str| mia.open(&path).form("/people").forge("person", to).forge("deed", "owner").submit();
        assert!(give(&rosa).is(422).problem("who").contains("the person who raised it"));
        give("").is(422).problem("who");
        give(&olga).is(200).says("Olga Brandt");
        house.mail_to("olga@staff.example", "A colleague raised an issue");
        assert_eq!(issue_links(&house.staff("olga").open("/voice/queue")), std::slice::from_ref(&path));
        house.staff("rosa").open(&path).says("Now looked after by");
        let sealed = house.staff("rosa").confides("Only for confidants");
        let clara = house.staff("clara");
        let refused = clara.open(&sealed).form("/people").forge("person", &yuki).forge("deed", "owner").submit().is(422);
        assert!(refused.problem("who").contains("only a confidential handler"));
    }

    fn whom_it_is_just_being_kept_from_neither_gets_nor_joins_it(house) {
        let path = house.staff("rosa").raised("Olga blocks the lift", &[]);
        let (id, olga, mia) = (id_of(&path), house.staff("olga"), house.staff("mia"));
        let (page, hers, person) = (mia.open(&path), olga.open(&path), house.person("olga"));
        let is_barred = move |deed: &mut Deed| {
            issue_store::hold(deed.conn, id)?;
            issue_store::bar(deed.conn, id, person, why::SUBJECT, deed.now)
        };
        let is_seen_again = move |deed: &mut Deed| issue_store::unbar(deed.conn, id, person, why::SUBJECT);
        while_under_way(house, is_barred, || {
            let give = page.form("/people").forge("person", &person.to_string()).forge("deed", "owner");
            assert!(give.submit().is(422).problem("who").contains("kept from this person"));
        });
        house.write(is_seen_again);
        // 404 where it is kept from her before she presses, on a busy machine.
        while_under_way(house, is_barred, || assert!(matches!(hers.form("/support").submit().status, 409 | 404)));
        mia.open(&path).lacks("1 person says so");
        assert!(house.mails_to("olga@staff.example").is_empty());
    }

    fn nobody_leaves_before_what_they_owe_is_handed_over(house) {
        let olga = house.person("olga");
        let route = [("category", category(1)), ("person", &olga.to_string()), ("deed", "owner")];
        house.staff("ada").post("/admin/voice/routes", &route).is(303);
        let path = house.staff("rosa").raised("The bins overflow", &[]);
        let harriet = house.staff("harriet");
        let page = harriet.open(&format!("/admin/people/{olga}")).is(200);
        page.says("One open issue is theirs to answer");
        let refused = page.form("/leave").submit().is(422);
        assert!(refused.problem("left_on").contains("handed over first"));
        let file = b"employee_number,given_name,site,left_on\nolga,Olga,seaside,2026-12-31\n";
        let report = house.run(peopleworthy::directory::import::people(&house.app, file, false)).unwrap();
        assert!(report.is_refused(), "{report}");
        let mia = house.person("mia").to_string();
        harriet.open(&path).form("/people").forge("person", &mia).forge("deed", "owner").submit().is(200);
        harriet.open(&format!("/admin/people/{olga}")).form("/leave").submit().is(200).says("Left");
    }

    fn who_must_not_know_of_an_issue_does_not_learn_of_it_when_its_owner_leaves(house) {
        let (olga, harriet) = (house.person("olga"), house.person("harriet").to_string());
        let route = [("category", category(1)), ("person", &olga.to_string()), ("deed", "owner")];
        house.staff("ada").post("/admin/voice/routes", &route).is(303);
        let path = house.staff("rosa").raised("It is about HR", &[("person", &harriet)]);
        let page = house.staff("harriet");
        let page = page.open(&format!("/admin/people/{olga}")).is(200);
        page.lacks("theirs to answer");
        page.form("/leave").submit().is(200).says("Left");
        assert_eq!(issue_links(&house.staff("mia").open("/voice/queue")), std::slice::from_ref(&path), "who is left sees it");
        house.staff("mia").open(&path).says("Nobody answers this yet");
    }
}
