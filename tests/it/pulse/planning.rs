//! Putting a survey together (S1, S2, S12, S13).

use super::{DAY, MAILED, TO_FIRST_MORNING, launches, mailed_path, opens, rounds};

on_both! {
    fn s1_hr_launches_a_survey_in_four_steps_and_who_is_asked_gets_one_mail_on_its_first_morning(house) {
        let hr = house.staff("harriet");
        launches(&hr, "Autumn 2026").says("Launched").says("18 people are asked").says("Too few have answered");
        rounds(house);
        assert_eq!(asked(house, "amina"), 0, "nothing before the first day");
        house.later(TO_FIRST_MORNING - 3 * 3600);
        rounds(house);
        assert_eq!(asked(house, "amina"), 0, "nothing before eight o'clock");
        house.later(3 * 3600);
        rounds(house);
        rounds(house);
        for number in MAILED {
            assert_eq!(asked(house, number), 1, "{number}");
        }
        assert_eq!(asked(house, "leo"), 0, "who left is not asked");
        let path = mailed_path(house, "amina");
        house.guest().open(&path).is(200).says("Autumn 2026").says("at least 5 answers").says("I am proud");
    }

    fn s2_only_who_has_not_answered_is_reminded_twice_at_most_and_no_page_says_who(house) {
        launches(&house.staff("harriet"), "Autumn 2026");
        opens(house);
        crate::pulse::answers(house, &mailed_path(house, "amina"), "4", "");
        for _ in 0..13 {
            house.later(DAY);
            rounds(house);
        }
        assert_eq!((asked(house, "amina"), reminded(house, "amina")), (1, 0));
        assert_eq!((asked(house, "rosa"), reminded(house, "rosa")), (1, 2));
        let hr = house.staff("harriet");
        let page = hr.open("/pulse/plans");
        let running = hr.open(&page.link("/pulse/plans/"));
        running.lacks("Amina").lacks("Rosa");
    }

    fn s2_sites_departments_and_jobs_choose_who_is_asked(house) {
        let hr = house.staff("harriet");
        let page = hr.open("/pulse/plans").form("/pulse/plans").fill("title", "Harbour only").submit().is(200);
        let page = page.form("/questions").submit().is(200);
        page.says("18 people are asked");
        let harbour = house.site("harbour").to_string();
        let form = page.form("/audience").pick("who", "some").choose("sites", &harbour);
        let window = form.submit().is(200);
        let preview = window.form("/window").submit().is(200);
        preview.says("5 people are asked");
        let path = preview.link("/audience");
        let page = hr.open(&path);
        let form = page.form("/audience").choose("job_titles", "Receptionist");
        let preview = form.submit().is(200).form("/window").submit().is(200);
        preview.says("One person is asked").says("fewer people than a result needs");
        assert!(!preview.has_form("/launch"));
    }

    fn s13_the_preview_is_all_in_the_language_that_is_looked_at(house) {
        let hr = house.staff("harriet");
        launches(&hr, "Autumn 2026");
        let page = hr.open("/pulse/plans").form("/pulse/plans").fill("title", "Winter 2027").submit().is(200);
        let page = page.form("/questions").submit().is(200).form("/audience").submit().is(200);
        let preview = page.form("/window").submit().is(200);
        preview.says("Strongly disagree").says("What is known of you");
        let german = hr.open(&preview.link("lang=de"));
        german.says("Stimme gar nicht zu").says("Was man von Ihnen weiß").lacks("Strongly disagree").says("Look and launch");
        assert_eq!(hr.open("/pulse/plans").texts(".table tbody a"), ["Winter 2027", "Autumn 2026"]);
    }

    fn s12_nobody_is_asked_more_often_than_the_rules_say(house) {
        let hr = house.staff("harriet");
        let rules = hr.open("/pulse/rules").form("/pulse/rules").fill("invitations_max", "1").submit().is(200);
        rules.says("Saved");
        launches(&hr, "First");
        let page = hr.open("/pulse/plans").form("/pulse/plans").fill("title", "Second").submit().is(200);
        let page = page.form("/questions").submit().is(200);
        page.says("0 people are asked").says("18 more are left out");
        house.staff("rosa").get("/pulse/plans").is(403);
        house.staff("rosa").get("/pulse/rules").is(403);
    }

    fn s13_a_survey_with_a_question_that_lacks_a_language_is_not_launched(house) {
        let hr = house.staff("harriet");
        let page = hr.open("/pulse/plans").form("/pulse/plans").fill("title", "Half").submit().is(200);
        let page = page.form("/questions").fill("own-agree-1-en", "The canteen is good").submit().is(200);
        let preview = page.form("/audience").submit().is(200).form("/window").submit().is(200);
        preview.says("has no words in Deutsch").says("Not ready yet");
        assert!(!preview.has_form("/launch"));
        let path = preview.link("/questions");
        let launch = path.replace("/questions", "/launch");
        hr.post(&launch, &[("version", "4")]).is(422).says("It cannot be launched yet");
        let page = hr.open(&path);
        assert_eq!(page.value("own-agree-1-en"), "The canteen is good");
        let page = page.form("/questions").fill("own-agree-1-de", "Die Kantine ist gut").submit().is(200);
        let preview = page.form("/audience").submit().is(200).form("/window").submit().is(200);
        assert!(preview.has_form("/launch"));
        let german = format!("{}?lang=de", launch.replace("/launch", "/preview"));
        hr.open(&german).says("Die Kantine ist gut").says("Ich bin stolz");
    }

    fn a_window_late_in_its_period_is_warned_of_and_the_usual_one_is_not(house) {
        let hr = house.staff("harriet");
        let page = hr.open("/pulse/plans").form("/pulse/plans").fill("title", "Late").submit().is(200);
        let page = page.form("/questions").submit().is(200).form("/audience").submit().is(200);
        assert_eq!((page.value("opens_on"), page.count("#off-centre")), ("2026-11-24".to_owned(), 0));
        let form = page.form("/window").fill("opens_on", "2026-12-21").fill("closes_on", "2026-12-31");
        form.submit().is(200).says("lies 25 days after the middle of the period");
        let page = hr.open(&page_path(&hr, "/window"));
        page.form("/window").fill("closes_on", "2026-12-01").submit().is(422).says("lies before the first");
        page.form("/window").fill("opens_on", "soon").submit().is(422).says("Type a day");
    }

    fn a_survey_is_called_off_with_all_its_answers_and_nobody_counts_as_asked(house) {
        launches(&house.staff("harriet"), "Mistake");
        opens(house);
        let hr = house.staff("harriet");
        let page = hr.open(&hr.open("/pulse/plans").link("/pulse/plans/"));
        crate::pulse::answers(house, &mailed_path(house, "amina"), "4", "A word");
        let form = page.form("/call-off");
        form.submit().is(200).says("the box was not ticked");
        page.form("/call-off").choose("sure", "yes").submit().is(200).says("Called off");
        let path = mailed_path(house, "rosa");
        house.guest().get(&path).is(410).says("This survey is over");
        use peopleworthy::pulse::{answer_store, invitation_store, store};
        let left = house.read(|conn| {
            let id = store::list(conn)?[0].id;
            Ok((answer_store::count(conn, id)?, answer_store::list_comments(conn, id)?.len(), invitation_store::count(conn, id)?))
        });
        assert_eq!(left, (0, 0, (18, 0)), "no answer, and nobody who gave one");
        launches(&house.staff("harriet"), "Again").says("18 people are asked");
    }
}

fn page_path(hr: &crate::house::browser::Browser, step: &str) -> String {
    let id = hr.open("/pulse/plans").link("/pulse/plans/");
    format!("{id}{step}")
}

fn asked(house: &crate::house::House, number: &str) -> usize {
    count(house, number, "a minute of your time")
}

fn reminded(house: &crate::house::House, number: &str) -> usize {
    count(house, number, "still open")
}

fn count(house: &crate::house::House, number: &str, subject: &str) -> usize {
    let mails = house.mails_to(&format!("{number}@staff.example"));
    mails.iter().filter(|mail| mail.subject.contains(subject)).count()
}
