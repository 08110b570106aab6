//! Answering (S3-S5): by mail, from home, with a slip of paper, once.

use super::{answers, ends, launches, mailed_path, opens};
use peopleworthy::pulse::{answer_store, store};

on_both! {
    fn an_answer_counts_once_and_a_second_press_is_thanked_like_the_first(house) {
        launches(&house.staff("harriet"), "Autumn 2026");
        opens(house);
        let path = mailed_path(house, "amina");
        let phone = house.guest();
        let page = phone.open(&path);
        let form = || page.form("/pulse/answer").pick("q0", "5");
        form().post().is(200).says("Your answers are in");
        form().post().is(200).says("Your answers are in");
        phone.open(&path).is(200).says("Your answers are in");
        assert_eq!(count(house), 1);
    }

    fn what_was_typed_is_kept_when_nothing_counts_and_the_page_sets_no_cookie(house) {
        launches(&house.staff("harriet"), "Autumn 2026");
        opens(house);
        let path = mailed_path(house, "amina");
        let phone = house.guest();
        let page = phone.open(&path);
        assert_eq!(page.header("set-cookie"), "");
        let long = "a".repeat(2_001);
        let page = page.form("/pulse/answer").pick("q3", "2").fill("q10", &long).post().is(422);
        page.says("2,000 characters");
        assert_eq!(page.value("q10"), long);
        assert!(page.html().select(&scraper::Selector::parse("input[name=q3][value='2'][checked]").unwrap()).count() == 1);
        let empty = phone.open(&path).form("/pulse/answer").post().is(422);
        empty.says("Answer at least one question");
        assert_eq!(count(house), 0);
    }

    fn from_home_the_same_person_answers_the_same_invitation(house) {
        launches(&house.staff("harriet"), "Autumn 2026");
        let rosa = house.staff("rosa");
        rosa.open("/home").lacks("A survey waits");
        opens(house);
        let rosa = house.staff("rosa");
        rosa.open("/home").says("A survey waits for your answer");
        rosa.open("/pulse").says("Autumn 2026");
        house.staff("harriet").open("/pulse/plans").says("Autumn 2026");
        let page = rosa.open("/pulse").form("/pulse/begin").submit().is(200);
        page.form("/pulse/answer").pick("q0", "3").submit().is(200).says("Your answers are in");
        rosa.open("/pulse").says("You have answered");
        house.guest().open(&mailed_path(house, "rosa")).says("Your answers are in");
        assert_eq!(count(house), 1);
        let other = house.staff("olga");
        let id = rosa.open("/pulse").body();
        assert!(!id.contains("pulse/begin"));
        other.open("/home").says("A survey waits for your answer");
    }

    fn s5_who_has_no_address_answers_with_a_slip_and_nobody_knows_whether_they_did(house) {
        launches(&house.staff("harriet"), "Autumn 2026");
        opens(house);
        let hr = house.staff("harriet");
        let page = hr.open(&hr.open("/pulse/plans").link("/pulse/plans/"));
        let printed = page.form("/slips").submit().is(200);
        printed.says("Housekeeping");
        let codes = printed.texts(".slip-code");
        assert_eq!(codes.len(), 1, "Bruno alone has no address");
        let again = page.form("/slips").submit().is(200).texts(".slip-code");
        assert_eq!(codes, again, "printing again gives the same codes");
        let bruno = house.staff("bruno");
        bruno.open("/home").lacks("A survey waits");
        bruno.open("/pulse").says("handed out in your department");
        let tablet = house.guest();
        let entry = tablet.open("/pulse/slip?tablet=yes");
        entry.form("/pulse/slip").fill("code", "0000000000").post().is(422).says("There is no such code");
        let form = entry.form("/pulse/slip").fill("code", &codes[0].to_lowercase());
        let page = form.submit().is(200);
        let done = page.form("/pulse/answer").pick("q1", "5").submit().is(200);
        done.says("Next person");
        assert_eq!(done.count("meta[http-equiv=refresh]"), 1, "the next person's page comes by itself");
        let again = entry.form("/pulse/slip").fill("code", &codes[0]).submit().is(200);
        again.says("Your answers are in");
        assert_eq!(count(house), 1);
        house.staff("bruno").open("/pulse").says("handed out in your department").lacks("You have answered");
    }

    fn before_its_days_and_after_them_no_answer_is_taken(house) {
        launches(&house.staff("harriet"), "Autumn 2026");
        opens(house);
        let path = mailed_path(house, "amina");
        let phone = house.guest();
        let page = phone.open(&path);
        ends(house);
        page.form("/pulse/answer").pick("q0", "5").post().is(410).says("This survey is over");
        phone.open(&path).is(410).says("No answers are taken any more");
        phone.open("/pulse/0123456789ABCDEFGHJKMNPQ").is(404).says("Perhaps it was cut off");
        assert_eq!(count(house), 0);
    }

    fn every_answer_is_one_length_and_holds_no_word_of_what_was_said(house) {
        launches(&house.staff("harriet"), "Autumn 2026");
        opens(house);
        answers(house, &mailed_path(house, "amina"), "5", "The kettle in the staff room");
        answers(house, &mailed_path(house, "rosa"), "1", "");
        let (answers, comments) = house.read(|conn| {
            let id = store::list(conn)?[0].id;
            Ok((answer_store::list(conn, id)?, answer_store::list_comments(conn, id)?))
        });
        assert_eq!((answers.len(), comments.len()), (2, 1));
        assert_eq!(answers[0].sealed.len(), answers[1].sealed.len());
        let words = comments[0].sealed.windows(6).any(|six| six == b"kettle");
        assert!(!words);
    }
}

/// How many answers of the only survey there are.
fn count(house: &crate::house::House) -> i64 {
    house.read(|conn| {
        let id = store::list(conn)?[0].id;
        answer_store::count(conn, id)
    })
}
