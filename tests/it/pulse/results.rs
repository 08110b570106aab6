//! Results (S4, S6-S8, S10, X1, X2): only what was released, the same for everybody, and what comes of it.

use super::{DAY, MAILED, answers, ends, launches, mailed_path, opens, rounds};
use crate::house::House;

/// Everybody with an address answers: those of the harbour 2, the others 4; three of the others write something.
fn everybody_answers(house: &House) {
    launches(&house.staff("harriet"), "Autumn 2026");
    opens(house);
    for number in MAILED {
        let choice = if ["yuki", "hugo", "eva", "carl", "otto"].contains(&number) { "2" } else { "4" };
        let words = match number {
            "amina" => "More chairs at the desk",
            "rosa" => "A kettle for the laundry",
            "yuki" => "Lamps at the pool",
            _ => "",
        };
        answers(house, &mailed_path(house, number), choice, words);
    }
}

on_both! {
    fn s6_results_come_when_it_has_closed_and_are_the_same_for_everybody_as_far_as_they_may_see(house) {
        everybody_answers(house);
        house.staff("harriet").open("/pulse").lacks("/pulse/results/");
        ends(house);
        let hr = house.staff("harriet");
        assert_eq!(hr.open("/pulse").texts("a[href^='/pulse/results/']"), ["Autumn 2026"]);
        let page = hr.open(&hr.open("/pulse").link("/pulse/results/")).is(200);
        page.says("17 answers").says("Seaside Hotels").says("Harbour");
        let row = |page: &crate::house::page::Page, name: &str| {
            let rows = page.texts(".grid tbody tr");
            rows.into_iter().map(|row| crate::house::page::plain(&row)).find(|row| row.starts_with(name)).unwrap()
        };
        assert!(row(&page, "Harbour").contains("25"), "{}", row(&page, "Harbour"));
        assert!(row(&page, "Seaside 1").contains("75"), "{}", row(&page, "Seaside 1"));
        assert!(row(&page, "Housekeeping").ends_with("Too few answers"), "{}", row(&page, "Housekeeping"));
        let path = hr.open("/pulse").link("/pulse/results/");
        let mia = house.staff("mia");
        let own = mia.open(&path);
        assert_eq!(row(&own, "Seaside 1"), row(&page, "Seaside 1"));
        own.lacks("Harbour");
        let rosa = house.staff("rosa").open(&path).is(200).text();
        assert!(rosa.contains("Seaside") && !rosa.contains("Harbour") && !rosa.contains("Housekeeping"), "{rosa}");
        let csv = hr.get(&format!("{path}.csv")).is(200).body();
        assert!(csv.contains("Harbour,Seaside Hotels,5,,25,25,25"), "{csv}");
        assert!(csv.lines().any(|line| line.starts_with("Housekeeping,Seaside,,,,")), "{csv}");
    }

    fn what_is_too_small_looks_the_same_whether_nobody_answered_or_four_did(house) {
        launches(&house.staff("harriet"), "Autumn 2026");
        opens(house);
        for number in ["amina", "tomas", "lena", "rita", "mia", "harriet", "ada", "olga", "rosa", "sven", "yuki", "hugo", "eva", "carl"] {
            answers(house, &mailed_path(house, number), "4", "");
        }
        ends(house);
        let hr = house.staff("harriet");
        let page = hr.open(&hr.open("/pulse").link("/pulse/results/"));
        let rows = page.texts(".grid tbody tr");
        let hidden = |name: &str| {
            let row = rows.iter().map(|row| crate::house::page::plain(row)).find(|row| row.starts_with(name)).unwrap();
            row.trim_start_matches(name).trim().to_owned()
        };
        // Four of five of the harbour answered, none of the grounds but one, and so on: all the same words.
        assert_eq!(hidden("Harbour"), "Too few answers");
        assert_eq!(hidden("Grounds"), "Too few answers");
    }

    fn s8_comments_are_read_where_ten_answered_and_answered_without_knowing_whose_they_are(house) {
        everybody_answers(house);
        ends(house);
        let hr = house.staff("harriet");
        let path = hr.open("/pulse").link("/pulse/results/");
        let page = hr.open(&format!("{path}/comments")).is(200);
        page.says("More chairs at the desk").says("A kettle for the laundry");
        // The harbour has five answers: were the comments of the seaside shown by themselves, the rest would be the harbour's.
        page.says("Lamps at the pool");
        house.staff("mia").open(&format!("{path}/comments")).says("Nobody wrote anything that you may read");
        house.staff("rosa").get(&format!("{path}/comments")).is(404);
        let rosa = house.staff("rosa");
        rosa.open(&path).is(200).lacks("Answers to what was written");
        let form = page.form("/comments").fill("words", "Two chairs come on Monday");
        let page = form.submit().is(200);
        page.says("Two chairs come on Monday").says("Answered");
        // Whoever wrote it is among those who read the answer, and the comment is not there.
        let results = rosa.open(&path).is(200);
        results.says("Answers to what was written").says("Two chairs come on Monday").says("Harriet");
        for comment in ["More chairs", "A kettle", "Lamps at"] {
            results.lacks(comment);
        }
        // Noticed without a word, it is not listed.
        let acknowledged = hr.open(&format!("{path}/comments")).is(200).form("/comments").submit().is(200);
        acknowledged.says("Two chairs come on Monday");
        assert_eq!(rosa.open(&path).count("section[aria-labelledby=answered] li"), 1);
    }

    fn s10_a_site_names_one_thing_in_fourteen_days_or_everybody_reads_that_it_did_not(house) {
        everybody_answers(house);
        ends(house);
        let mail = house.mail_to("mia@staff.example", "results are there");
        let path = mail.link("/pulse/results/").replace("https://praise.example", "");
        let mia = house.staff("mia");
        mia.open(&path).says("To be named by");
        house.staff("rosa").open(&path).says("To be named by");
        house.later(15 * DAY);
        rounds(house);
        house.staff("rosa").open(&path).says("Nothing was named by");
        let mia = house.staff("mia");
        let form = mia.open(&path).form("/promise").fill("words", "A kettle for the laundry, by Friday, Olga");
        form.submit().is(200).says("Everybody at the site reads it now");
        let page = house.staff("rosa").open(&path).text();
        assert!(page.contains("by Friday, Olga") && page.contains("Mia Petrova") && !page.contains("Nothing was named"));
        assert!(!house.staff("rosa").open(&path).has_form("/promise"));
    }

    fn s7_the_second_survey_says_how_figures_changed(house) {
        everybody_answers(house);
        ends(house);
        house.later(45 * DAY);
        let hr = house.staff("harriet");
        launches(&hr, "Winter 2027").says("18 people are asked");
        for _ in 0..30 {
            house.later(DAY);
            rounds(house);
        }
        let hr = house.staff("harriet");
        let id = hr.open("/pulse/plans").link("/pulse/plans/");
        let opens_on = hr.open(&id).text();
        assert!(opens_on.contains("2027"), "{opens_on}");
    }

    fn who_answered_is_forgotten_when_it_has_closed_and_answers_after_thirty_days(house) {
        use peopleworthy::pulse::{answer_store, invitation_store, store};
        everybody_answers(house);
        ends(house);
        let left = |house: &House| {
            house.read(|conn| {
                let id = store::list(conn)?[0].id;
                let (_, answered) = invitation_store::count(conn, id)?;
                Ok((answered, answer_store::count(conn, id)?, answer_store::list_comments(conn, id)?.len()))
            })
        };
        let (answered, answers, comments) = left(house);
        assert_eq!((answered, answers), (0, 17));
        assert!(comments >= 2);
        house.later(40 * DAY);
        rounds(house);
        assert_eq!(left(house), (0, 0, comments));
        let hr = house.staff("harriet");
        hr.open(&hr.open("/pulse").link("/pulse/results/")).says("17 answers");
    }
}
