//! Handling: answers, steps as dated entries, the queue, taking back, giving one's name.

use crate::house::House;
use crate::house::journeys::{category, issue_links};
use crate::voice::{all_rows, counts};

/// Rosa's issue, which Sven joined, and which Olga answers.
fn trolleys(house: &House) -> String {
    let olga = house.person("olga").to_string();
    let route = [("category", category(1)), ("person", olga.as_str()), ("deed", "owner")];
    house.staff("ada").post("/admin/voice/routes", &route).is(303);
    let path = house.staff("rosa").raised("The trolleys squeak", &[]);
    house.staff("sven").post(&format!("{path}/support"), &[]).is(303);
    path
}

on_both! {
    fn an_answer_to_its_raiser_is_theirs_and_one_to_everybody_is_everybodys(house) {
        let path = trolleys(house);
        let olga = house.staff("olga");
        let empty = olga.open(&path).is(200).form("/reply").submit().is(422);
        empty.problem("text");
        olga.open(&path).form("/reply").fill("text", "Which floor is worst?").submit().is(200).says("Which floor is worst?");
        house.staff("rosa").open(&path).says("Which floor is worst?").says("Olga Brandt").says("Acknowledged").lacks("To be answered by");
        house.staff("sven").open(&path).lacks("Which floor");
        house.mail_to("rosa@staff.example", "An issue was answered");
        assert!(house.mails_to("sven@staff.example").is_empty());
        house.staff("rosa").open(&path).form("/write").fill("text", "The third").submit().is(200).says("The third");
        olga.open(&path).says("The third");
        let page = olga.open(&path);
        let again = || page.form("/reply").fill("text", "We oil them on Mondays now").forge("to", "everybody").submit().is(200);
        again();
        again();
        let browser = house.staff("sven");
        let seen = browser.open(&path);
        assert_eq!(seen.text().matches("We oil them on Mondays now").count(), 1, "{}", seen.text());
        seen.says("Answered").lacks("The third");
        assert_eq!(house.mails_to("sven@staff.example").len(), 1);
        assert_eq!(house.mails_to("rosa@staff.example").len(), 2);
        for mail in house.all_mails() {
            assert!(!mail.source.contains("Mondays") && !mail.source.contains("floor"), "{}", mail.source);
        }
    }

    fn a_remark_is_seen_among_handlers_only(house) {
        let path = trolleys(house);
        house.staff("olga").open(&path).form("/remark").fill("remark", "Ask Ines for the invoice").submit().is(200);
        house.staff("mia").open(&path).says("Ask Ines").says("Olga Brandt");
        for who in ["rosa", "sven", "bruno"] {
            house.staff(who).open(&path).is(200).lacks("Ask Ines");
        }
        for who in ["rosa", "sven"] {
            assert_eq!(house.staff(who).post(&format!("{path}/remark"), &[("remark", "x")]).status, 404);
        }
    }

    fn each_step_is_a_dated_entry_with_what_it_needs_and_all_hear_of_it(house) {
        let path = trolleys(house);
        let olga = house.staff("olga");
        let step = |fields: &[(&str, &str)]| {
            let mut form = olga.open(&path).is(200).form(&format!("{path}/state"));
            for (name, value) in fields {
                form = form.forge(name, value);
            }
            form.submit()
        };
        step(&[]).is(422);
        step(&[("state", "planned")]).is(422).problem("planned_on");
        let vague = step(&[("state", "declined"), ("step_text", "We are looking into it")]).is(422);
        assert!(vague.problem("step_text").contains("does not tell anybody"));
        assert_eq!(vague.value("step_text"), "We are looking into it");
        step(&[("state", "declined")]).is(422).problem("step_text");
        step(&[("state", "planned"), ("step_text", "New wheels for all of them"), ("planned_on", "2026-11-01")]).is(422).problem("planned_on");
        assert_eq!(counts(house, "sven"), ["1", "0", "0", "0"]);
        step(&[("state", "planned"), ("step_text", "New wheels for all of them"), ("planned_on", "2026-12-15")]).is(200);
        assert_eq!(counts(house, "sven"), ["0", "1", "0", "0"]);
        house.staff("bruno").open(&path).says("New wheels for all of them").says("Olga Brandt").says("15 December 2026");
        house.mail_to("sven@staff.example", "Something is planned");
        house.mail_to("rosa@staff.example", "Something is planned");
        step(&[("state", "changed"), ("step_text", "All twelve have new wheels")]).is(200);
        assert_eq!(counts(house, "rosa"), ["0", "0", "1", "0"]);
        let browser = house.staff("rosa");
        let page = browser.open(&path);
        page.says("New wheels for all of them").says("All twelve have new wheels");
        assert!(issue_links(&house.staff("olga").open("/voice/queue")).is_empty());
        assert_eq!(issue_links(&house.staff("olga").open("/voice/queue?shown=closed")).len(), 1);
        for who in ["rosa", "sven"] {
            assert_eq!(house.staff(who).post(&format!("{path}/state"), &[("state", "changed")]).status, 404, "{who}");
        }
    }

    fn who_comes_second_reads_so_and_loses_nothing(house) {
        let path = trolleys(house);
        let (olga, mia) = (house.staff("olga"), house.staff("mia"));
        let (first, second) = (olga.open(&path), mia.open(&path));
        let fill = |page: &crate::house::page::Page<'_, '_>, words: &str| {
            page.form(&format!("{path}/state")).forge("state", "changed").fill("step_text", words).submit().status
        };
        assert_eq!(fill(&first, "All wheels were oiled today"), 200);
        let form = second.form(&format!("{path}/state")).forge("state", "declined");
        let late = form.fill("step_text", "There is no money before spring").submit().is(409);
        assert!(late.problem("state").contains("Somebody else was faster"));
        assert_eq!(late.value("step_text"), "There is no money before spring");
        late.says("All wheels were oiled today");
        assert_eq!(counts(house, "rosa"), ["0", "0", "1", "0"]);
        assert_eq!(late.form(&format!("{path}/state")).submit().status, 200, "pressed once more it is taken");
    }

    fn what_was_closed_opens_once_more_when_its_raiser_writes(house) {
        let path = trolleys(house);
        let form = house.staff("olga");
        let form = form.open(&path);
        form.form(&format!("{path}/state")).forge("state", "declined").fill("step_text", "The house forbids new trolleys this year").submit().is(200);
        assert_eq!(counts(house, "rosa"), ["0", "0", "0", "1"]);
        let rosa = house.staff("rosa");
        let page = rosa.open(&path);
        page.says("it opens once more");
        for _ in 0..2 {
            page.form("/write").fill("text", "Oil costs three euros").submit().is(200);
        }
        let page = rosa.open(&path);
        page.says("Opened once more").says("The house forbids new trolleys");
        assert_eq!(page.text().matches("Oil costs three euros").count(), 1);
        assert_eq!(counts(house, "rosa"), ["1", "0", "0", "0"]);
        assert_eq!(issue_links(&house.staff("olga").open("/voice/queue")).len(), 1);
        rosa.open(&path).form("/write").submit().is(422).problem("text");
    }

    fn what_is_taken_back_is_gone_and_whoever_was_answering_keeps_their_words(house) {
        let path = trolleys(house);
        let olga = house.staff("olga");
        let answering = olga.open(&path);
        olga.open(&path).form("/remark").fill("remark", "Squeaking since March").submit().is(200);
        let rosa = house.staff("rosa");
        rosa.open(&path).form("/write").fill("text", "Squeaking louder").submit().is(200);
        assert!(all_rows(house).contains("queak"));
        rosa.open(&format!("{path}/withdraw")).is(200).says("One more person").form("/withdraw").submit().is(200).says("You took it back");
        let late = answering.form("/reply").fill("text", "The mechanic comes on Friday").submit().is(409);
        assert!(late.problem("text").contains("taken back"));
        late.says("Taken back");
        assert_eq!(rosa.post(&format!("{path}/withdraw"), &[]).status, 303);
        assert_eq!(rosa.post(&format!("{path}/write"), &[("text", "No, wait")]).status, 409);
        house.staff("sven").open("/voice/mine").says("Taken back").lacks("squeak");
        house.staff("bruno").get(&path).is(404);
        assert_eq!(counts(house, "sven"), ["0", "0", "0", "0"]);
        let rows = ["issue", "issue_message", "issue_remark", "issue_event"].map(|table| {
            use diesel::prelude::*;
            #[derive(diesel::QueryableByName)]
            struct Row {
                #[diesel(sql_type = diesel::sql_types::BigInt)]
                n: i64,
            }
            let text = match table {
                "issue" => "title || what || place || fix",
                _ => "text",
            };
            let sql = format!("SELECT count(*) AS n FROM {table} WHERE {text} LIKE '%queak%'");
            house.read(move |conn| diesel::sql_query(&sql).get_result::<Row>(conn)).n
        });
        assert_eq!(rows, [0; 4]);
    }

    fn who_wrote_in_confidence_may_give_their_name_once_and_knows_that_it_is_final(house) {
        let rosa = house.staff("rosa");
        let path = rosa.raised("My rota was changed three times", &[("level", "confidential")]);
        house.staff("clara").open(&path).form("/remark").fill("remark", "Tapir among handlers").submit().is(200);
        house.staff("clara").open(&path).form("/reply").fill("text", "Okapi asks: since when?").submit().is(200);
        house.staff("mia").get(&path).is(404);
        let warning = rosa.open(&path).link("/reveal");
        let page = rosa.open(&warning).is(200);
        page.says("This is final").says("Mia Petrova");
        page.form("/reveal").submit().is(422).problem("sure");
        assert_eq!(house.staff("mia").get(&path).status, 404);
        page.form("/reveal").forge("sure", "yes").submit().is(200).says("Your name stands beside it now");
        let browser = house.staff("mia");
        let seen = browser.open(&path).is(200);
        seen.says("Rosa Lindgren").says("My rota was changed").says("Okapi asks").lacks("Tapir");
        house.staff("clara").open(&path).is(200).says("Tapir among handlers");
        house.staff("sven").get(&path).is(404);
        house.mail_to("mia@staff.example", "A colleague raised an issue");
        assert_eq!(rosa.get(&format!("{path}/reveal")).status, 409);
        assert_eq!(house.staff("clara").get(&format!("{path}/reveal")).status, 404);
    }

    fn the_queue_has_what_is_due_first_in_front_and_only_for_those_who_handle(house) {
        let rosa = house.staff("rosa");
        let old = rosa.raised("Older", &[("category", category(2))]);
        house.later(3 * 24 * 3600);
        rosa.sign_in_as("rosa");
        let new = rosa.raised("Newer", &[("category", category(2))]);
        let mia = house.staff("mia");
        let queue = mia.open("/voice/queue").is(200);
        assert_eq!(issue_links(&queue), [old.clone(), new.clone()]);
        queue.says("Yours to answer").says("Due");
        // An answer moves the clock: the older one is due later now.
        mia.open(&old).form("/reply").fill("text", "Thank you, I look at it on Monday").submit().is(200);
        assert_eq!(issue_links(&mia.open("/voice/queue")), [new, old]);
        house.later(9 * 24 * 3600);
        house.staff("mia").open("/voice/queue").says("Late");
        for who in ["sven", "rosa", "yuki", "eva", "otto", "ada"] {
            assert_eq!(house.staff(who).get("/voice/queue").status, 403, "{who}");
        }
        assert!(issue_links(&house.staff("clara").open("/voice/queue")).is_empty());
    }


    fn what_was_closed_stays_closed_since_that_day_whatever_is_said_of_it_later(house) {
        use diesel::prelude::*;
        use peopleworthy::db::schema::issue;
        let path = trolleys(house);
        let id: peopleworthy::ids::IssueId = path.rsplit('/').next().unwrap().parse().unwrap();
        let closed = || {
            let at = move |conn: &mut peopleworthy::db::Conn| issue::table.find(id).select(issue::closed_at).first(conn);
            house.read::<Option<peopleworthy::clock::Moment>>(at)
        };
        let step = |state: &str, words: &str| {
            let olga = house.staff("olga");
            let form = olga.open(&path).form(&format!("{path}/state")).forge("state", state);
            form.fill("step_text", words).submit().is(200);
        };
        step("changed", "All twelve have new wheels");
        let first = closed();
        assert!(first.is_some());
        house.later(10 * 24 * 3600);
        house.staff("olga").open(&path).form("/reply").fill("text", "Do they still squeak?").submit().is(200);
        assert_eq!(closed(), first, "an answer closes nothing");
        step("declined", "Nobody makes quieter ones this year");
        assert_eq!(closed(), first, "it was closed all the time");
        step("looking", "We ask another maker once more");
        assert_eq!(closed(), None);
        step("changed", "The other maker has sent twelve");
        assert!(closed() > first, "closed anew");
    }

    fn nobody_joins_what_they_answer_themselves(house) {
        let path = trolleys(house);
        let olga = house.staff("olga");
        assert!(!olga.open(&path).is(200).has_form("/support"));
        assert_eq!(olga.post(&format!("{path}/support"), &[]).status, 409);
        olga.post("/voice/similar", &[("what", "The trolleys squeak")]).is(200).says("The trolleys squeak").lacks("Join");
        house.staff("bruno").post("/voice/similar", &[("what", "The trolleys squeak")]).is(200).says("Join");
        house.staff("rosa").open(&path).says("2 people");
    }

    fn who_is_told_to_read_it_are_all_who_do_also_two_of_one_name_and_those_who_knew_it_before(house) {
        let second = b"employee_number,given_name,family_name,email,job_title,site,role\n\
                       mia2,Mia,Petrova,mia2@staff.example,Night manager,seaside,site_manager@seaside\n";
        assert!(!house.run(peopleworthy::directory::import::people(&house.app, second, false)).unwrap().is_refused());
        let rosa = house.staff("rosa");
        let named = rosa.raised("The rota is late again", &[]);
        let times = |page: &crate::house::page::Page<'_, '_>, words: &str| page.text().matches(words).count();
        assert_eq!(times(&rosa.open(&named), "Mia Petrova ,"), 2);
        let path = rosa.raised("My rota was changed three times", &[("level", "confidential")]);
        let page = rosa.open(&format!("{path}/reveal")).is(200);
        assert_eq!(times(&page, "Mia Petrova"), 2);
        page.says("Clara Weiss").says("Carl Jensen");
        page.form("/reveal").forge("sure", "yes").submit().is(200);
        house.staff("clara").open(&path).is(200);
        let page = rosa.open(&path);
        assert_eq!(times(&page, "Mia Petrova ,"), 2);
        page.says("Clara Weiss , confidential handler").says("Carl Jensen , confidential handler");
    }
}
