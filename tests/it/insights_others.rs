//! What else surveys ask: two of it in columns of their own, and all of it beside what customers say, on the side.

use std::fmt::Write;

use diesel::prelude::*;
use peopleworthy::db::schema::audit_entry;
use peopleworthy::directory::import;
use peopleworthy::insights::asked::OTHERS;
use peopleworthy::insights::recount;
use peopleworthy::pulse::library::{BLOCKS, Kind};
use peopleworthy::{notes_import, survey_import};

use crate::house::House;
use crate::house::page::{Page, plain};
use crate::pulse::{DAY, MAILED, ends, mailed_path, opens};

/// How many of ten customers praise a hotel, less three; and what has nothing to do with it.
const PRAISE: [usize; 12] = [0, 3, 1, 4, 2, 5, 3, 1, 4, 0, 2, 5];
const PROMISES: [usize; 12] = [55, 60, 52, 58, 63, 50, 61, 57, 49, 62, 54, 59];

/// HR asks these blocks of everybody; in each house everybody with an address answers alike: `said` by question, the rest 4. Then
/// the period is over and counted.
fn asks(house: &House, blocks: &[&str], said: impl Fn(bool) -> Vec<(&'static str, &'static str)>) {
    let hr = house.staff("harriet");
    let questions = hr.open("/pulse/plans").form("/pulse/plans").fill("title", "Autumn 2026").submit().is(200);
    let mut form = questions.form("/questions").pick("blocks", blocks[0]);
    for block in &blocks[1..] {
        form = form.choose("blocks", block);
    }
    let window = form.submit().is(200).form("/audience").submit().is(200);
    window.form("/window").submit().is(200).form("/launch").submit().is(200);
    opens(house);
    for number in MAILED {
        let is_harbour = ["yuki", "hugo", "eva", "carl", "otto"].contains(&number);
        let phone = house.guest();
        let page = phone.open(&mailed_path(house, number)).is(200);
        let mut form = page.form("/pulse/answer");
        for (question, choice) in said(is_harbour) {
            form = form.pick(question, choice);
        }
        form.submit().is(200).says("Your answers are in");
    }
    ends(house);
    house.later(60 * DAY);
    house.run(recount::run(&house.app, "a test")).unwrap();
}

/// Everything about engagement and the team with 4, and these.
fn alike(questions: usize, more: [(&'static str, &'static str); 2]) -> Vec<(&'static str, &'static str)> {
    const FIELDS: [&str; 8] = ["q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7"];
    FIELDS[..questions].iter().map(|field| (*field, "4")).chain(more).collect()
}

/// So many hotels over two quarters: belief goes with what customers say, promises do not, teams are all alike, and hardly any
/// hotel was asked whether people recommend it.
fn chain(house: &House, hotels: usize) {
    let (mut sites, mut survey, mut notes) = (
        "name,slug,time_zone,languages,country,parent\n".to_owned(),
        "site,department,period,item,mean,sd,n\n".to_owned(),
        "site,received_at,kind,person,text\n".to_owned(),
    );
    for hotel in 0..hotels {
        writeln!(sites, "Hotel {hotel:02},hotel-{hotel:02},Europe/Lisbon,en,PT,").unwrap();
        let belief = 30 + 8 * PRAISE[hotel] + hotel % 3 * 4;
        for (quarter, month) in [("2026-Q2", "2026-05"), ("2026-Q3", "2026-08")] {
            let mut says =
                |item: &str, mean| writeln!(survey, "hotel-{hotel:02},,{quarter},{item},{mean},18,20").unwrap();
            says("engagement", 60);
            says("team", 70);
            says("promises", PROMISES[hotel]);
            says("belief", belief);
            if hotel < 9 {
                says("recommend", PROMISES[hotel]);
            }
            for one in 0..10 {
                let kind = if one < PRAISE[hotel] + 3 { "praise" } else { "concern" };
                writeln!(notes, "hotel-{hotel:02},{month}-{:02}T12:00:00Z,{kind},,Note {one}", one + 10).unwrap();
            }
        }
    }
    assert!(house.run(import::sites(&house.app, sites.as_bytes())).unwrap().done);
    let report = house.run(survey_import::run(&house.app, survey.as_bytes(), false)).unwrap();
    assert!(report.done, "{report}");
    let report = house.run(notes_import::run(&house.app, notes.as_bytes(), false)).unwrap();
    assert!(report.done, "{report}");
    house.run(recount::run(&house.app, "a test")).unwrap();
}

fn chooses_praise(house: &House) {
    let hr = house.staff("harriet");
    hr.open("/insights/link/choice").form("/insights/link/choice").pick("pair", "site_praise").submit().is(200);
}

/// The cells of a table, row by row, as they are read; the name of a row first.
fn cells_of(page: &Page) -> Vec<Vec<String>> {
    let row = |at: usize| {
        let cells = page.texts(&format!("tbody tr:nth-child({at}) > *"));
        cells.iter().map(|cell| plain(cell).trim().to_owned()).collect()
    };
    (1..=page.count("tbody tr")).map(row).collect()
}

fn heads_of(page: &Page) -> String {
    page.texts("thead th").iter().map(|head| plain(head)).collect::<Vec<_>>().join("|")
}

#[test]
fn what_else_is_asked_is_called_as_the_library_calls_it_and_in_its_order() {
    let mut known = Vec::new();
    for block in BLOCKS.iter().filter(|block| block.kind != Kind::Words) {
        known.extend(Some(block.key).filter(|key| block.is_scale && *key != "engagement"));
        known.extend(block.questions);
    }
    assert_eq!(OTHERS.to_vec(), known);
}

on_both! {
    fn l1_belief_and_promises_stand_in_columns_as_the_survey_of_the_period_released_them(house) {
        let usual = ["engagement", "team", "promises", "belief"];
        asks(house, &usual, |is_harbour| match is_harbour {
            true => alike(8, [("q8", "2"), ("q9", "5")]),
            false => alike(8, [("q8", "3"), ("q9", "4")]),
        });
        let eva = house.staff("eva");
        let page = eva.open("/insights/numbers").is(200);
        let heads = heads_of(&page);
        assert!(heads.contains("|Something will change agreement, 0 to 100|Promises are kept agreement, 0 to 100|"), "{heads}");
        page.says("“Something will change because of this survey”").says("“What managers here promise is kept”");
        let told = |row: &[String]| row.iter().take(5).skip(2).cloned().collect::<Vec<_>>();
        let rows = cells_of(&page);
        assert_eq!(rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["Harbour", "Seaside"]);
        assert_eq!(told(&rows[0])[1..], ["95 5 answers", "25 5 answers"]);
        assert_eq!(told(&rows[1])[1..], ["75 12 answers", "50 12 answers"]);
        let file = eva.get("/insights/numbers.csv").is(200).body();
        let lines: Vec<&str> = file.lines().collect();
        assert!(lines[0].ends_with(",colleagues,belief,belief_n,promises,promises_n"), "{}", lines[0]);
        assert!(lines[1].starts_with("Harbour,") && lines[1].ends_with(",95,5,25,5"), "{file}");
        assert!(lines[2].starts_with("Seaside,") && lines[2].ends_with(",75,12,50,12"), "{file}");
        // Of no department enough have answered: what is hidden there is hidden here, in every column.
        let departments = eva.open("/insights/numbers?units=departments").is(200);
        let rows = cells_of(&departments);
        assert!(rows.len() >= 4, "{rows:?}");
        for row in &rows {
            assert_eq!(told(row), ["too few", "too few", "too few"], "{row:?}");
        }
        let file = eva.get("/insights/numbers.csv?units=departments").is(200).body();
        assert!(file.lines().skip(1).all(|line| line.ends_with(",,,,")), "{file}");
        house.staff("eva").speaks("de").open("/insights/numbers").is(200)
            .says("Versprechen werden gehalten").says("Zustimmung, 0 bis 100").says("„Diese Umfrage wird etwas verändern“");
    }

    fn l1_a_question_is_found_wherever_it_stands_and_has_no_column_where_it_was_not_asked(house) {
        // Belief is the sixth question here, and what would be promises elsewhere is not asked.
        asks(house, &["engagement", "belief", "recommend"], |is_harbour| {
            alike(5, [("q5", if is_harbour { "1" } else { "3" }), ("q6", "9")])
        });
        let eva = house.staff("eva");
        let page = eva.open("/insights/numbers").is(200);
        let heads = heads_of(&page);
        assert!(heads.contains("Something will change") && !heads.contains("Promises are kept"), "{heads}");
        page.lacks("What managers here promise");
        let rows = cells_of(&page);
        assert_eq!([&rows[0][3], &rows[1][3]], ["5 5 answers", "50 12 answers"]);
        let file = eva.get("/insights/numbers.csv").is(200).body();
        assert!(file.lines().nth(1).unwrap().ends_with(",5,5,,"), "{file}");
        // The same figures are what is compared: two houses are too few for anything.
        chooses_praise(house);
        let file = eva.get("/insights/link/others.csv").is(200).body();
        let asked: Vec<&str> = file.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
        assert_eq!(asked, ["proud", "great-place", "attachment", "inspires", "motivates", "belief", "recommend"]);
    }

    fn l8_what_goes_with_customers_is_found_on_the_side_and_what_does_not_is_not(house) {
        chain(house, 12);
        chooses_praise(house);
        let eva = house.staff("eva");
        let page = eva.open(&eva.open("/insights/link").is(200).link("/insights/link/others")).is(200);
        page.says("For ideas only: among many comparisons some look strong by chance");
        page.says("The pair that was chosen before the first report is the finding").says("looked at on the side");
        page.says("beside the share of praise in what customers write").says("not about single people");
        let rows = cells_of(&page);
        let names: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
        assert_eq!(names, [
            "Working as a team",
            "“What managers here promise is kept”",
            "“Something will change because of this survey”",
            "“How likely is it that you would recommend Seaside Hotels as a place to work?”",
        ]);
        assert_eq!(rows[0][1..], ["all about the same", "12", "", ""]);
        assert_eq!(rows[3][1..], ["too few", "9", "", ""]);
        let (belief, promises) = (&rows[2], &rows[1]);
        let clear = ["0.98 0.94 to 1.00", "12", "fewer than 1 in 1,000", "clear: higher goes with better"];
        assert_eq!(belief[1..], clear);
        assert!(promises[1].starts_with('\u{2212}') && promises[3].starts_with("about "), "{promises:?}");
        assert_eq!((promises[2].as_str(), promises[4].as_str()), ("12", "not clear"));
        // Nothing of it is in the report, and no list has what is strongest on top.
        eva.open("/insights/link").is(200).lacks("Something will change");
        let german = house.staff("eva");
        let page = german.speaks("de").open("/insights/link/others").is(200);
        page.says("Nur als Anregung").says("„Diese Umfrage wird etwas verändern“").says("klar: höher geht mit besser einher");
    }

    fn l8_the_table_leaves_as_a_file_and_that_is_written_down(house) {
        house.staff("eva").open("/insights/link/others.csv").is(404);
        chain(house, 12);
        chooses_praise(house);
        let eva = house.staff("eva");
        let file = eva.get("/insights/link/others.csv").is(200).body();
        let lines: Vec<&str> = file.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines[0], "asked,customer,units,r,r_low,r_high,chance_in_100,claim");
        assert_eq!([lines[1], lines[4]], ["team,praise_share,12,,,,,not_clear", "recommend,praise_share,9,,,,,too_few"]);
        assert!(lines[2].starts_with("promises,praise_share,12,-0.") && lines[2].ends_with(",not_clear"), "{file}");
        assert!(lines[3].starts_with("belief,praise_share,12,0.9") && lines[3].ends_with(",1,higher"), "{file}");
        assert_eq!(lines.len(), 5);
        // What the page shows is what the file has.
        let shown = cells_of(&eva.open("/insights/link/others").is(200))[2][1].split(' ').next().unwrap().to_owned();
        assert_eq!(lines[3].split(',').nth(3), Some(shown.as_str()));
        let entries: Vec<(String, String)> = house.read(|conn| {
            let entries = audit_entry::table.filter(audit_entry::about.eq("link_others"));
            entries.select((audit_entry::what, audit_entry::detail)).load(conn)
        });
        assert_eq!(entries, [("exported".to_owned(), "site_praise".to_owned())]);
    }

    fn l8_of_too_few_units_it_says_what_the_report_says_and_without_anything_it_says_so(house) {
        let eva = house.staff("eva");
        eva.open("/insights/link/others").is(200).says("HR has not decided yet what is compared");
        chooses_praise(house);
        eva.open("/insights/link/others").is(200).says("There is no survey yet whose period is over");
        let survey = "site,department,period,item,mean,sd,n\nseaside,,2026-Q1,engagement,60,18,20\n";
        assert!(house.run(survey_import::run(&house.app, survey.as_bytes(), false)).unwrap().done);
        house.run(recount::run(&house.app, "a test")).unwrap();
        eva.open("/insights/link/others").is(200).says("show nothing else that is asked in the same words");
        chain(house, 7);
        let page = eva.open("/insights/link/others").is(200);
        let words = "Comparing sites needs at least 10 of them with enough answers; today 7 have enough.";
        page.says(words);
        eva.open("/insights/link").is(200).says(words);
        assert_eq!(page.count("tbody tr"), 0);
    }

    fn l8_only_hr_and_executives_of_the_whole_house_see_it(house) {
        chooses_praise(house);
        for who in ["amina", "mia", "rita", "carl", "otto", "ada", "bruno"] {
            let browser = house.staff(who);
            browser.open("/insights/link/others").is(403);
            browser.open("/insights/link/others.csv").is(403);
        }
        for who in ["harriet", "eva"] {
            house.staff(who).open("/insights/link/others").is(200).says("What else is asked");
        }
    }
}
