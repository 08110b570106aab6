//! The link: what is compared is chosen first, a report is made of released numbers and counts, and nothing else.

use std::fmt::Write;

use diesel::prelude::*;
use peopleworthy::db::schema::{audit_entry, conversation, link_count, link_period, note, pulse_answer, site};
use peopleworthy::directory::import;
use peopleworthy::ids::SiteId;
use peopleworthy::insights::recount;
use peopleworthy::{notes_import, survey_import};

use crate::house::House;
use crate::house::page::Page;
use crate::house::program::checked;

const QUARTERS: [&str; 8] = ["2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"];
/// The middle month of each.
const MONTHS: [&str; 8] = ["2024-11", "2025-02", "2025-05", "2025-08", "2025-11", "2026-02", "2026-05", "2026-08"];
const HOTELS: usize = 12;

/// How engaged a hotel is in a quarter, and how many of ten customers praise it: both go up and down together.
fn numbers(hotel: usize, quarter: usize) -> (usize, usize) {
    let wave = [0, 3, 1, 4, 2, 5, 3, 1, 4, 0, 2, 5][(hotel * 5 + quarter * 7) % 12];
    (50 + hotel + 3 * wave, 3 + wave)
}

/// A chain of twelve hotels with two years of surveys and of what customers wrote, all of it imported.
fn chain(house: &House) {
    let (mut sites, mut survey, mut notes) = (
        "name,slug,time_zone,languages,country,parent\n".to_owned(),
        "site,department,period,item,mean,sd,n\n".to_owned(),
        "site,received_at,kind,person,text\n".to_owned(),
    );
    for hotel in 0..HOTELS {
        writeln!(sites, "Hotel {hotel:02},hotel-{hotel:02},Europe/Lisbon,en,PT,").unwrap();
        for (quarter, (name, month)) in QUARTERS.iter().zip(MONTHS).enumerate() {
            let (engagement, praise) = numbers(hotel, quarter);
            writeln!(survey, "hotel-{hotel:02},,{name},engagement,{engagement},18,20").unwrap();
            for one in 0..10 {
                let kind = if one < praise { "praise" } else { "concern" };
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

/// The rows of a table as they are read.
fn rows_of(page: &Page) -> Vec<String> {
    page.texts("tbody tr").iter().map(|row| row.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn chooses(house: &House, pair: &str) {
    let hr = house.staff("harriet");
    hr.open("/insights/link/choice").form("/insights/link/choice").pick("pair", pair).submit().is(200);
}

on_both! {
    fn what_is_compared_is_chosen_before_anything_is_seen(house) {
        let (hr, executive) = (house.staff("harriet"), house.staff("eva"));
        executive.open("/insights/link").is(200).says("HR has not decided yet");
        let page = hr.open("/insights/link").is(200);
        page.says("What is compared").lacks("correlation");
        let again = page.form("/insights/link/choice").forge("pair", "whatever_looks_best").submit().is(422);
        assert_eq!(again.problem("pair"), "Please choose one of them.");
        let report = page.form("/insights/link/choice").pick("pair", "site_praise").submit().is(200);
        report.says("That is what is compared from now on").says("There is no survey yet whose period is over");
        executive.open("/insights/link").is(200).says("beside the share of praise").lacks("What is compared");
        // The same once more is no change; another one is, and stands there.
        chooses(house, "site_praise");
        executive.open("/insights/link").is(200).lacks("had been compared");
        chooses(house, "site_satisfied");
        executive.open("/insights/link").is(200).says("sites and the share of praise had been compared").says("Reports with another choice had been seen before").lacks("before any report");
        let entries: Vec<String> = house.read(|conn| {
            audit_entry::table.filter(audit_entry::about.eq("link_choice")).select(audit_entry::detail).order(audit_entry::seq).load(conn)
        });
        assert_eq!(entries, ["site_praise", "site_satisfied"]);
    }

    fn a_chain_whose_hotels_move_with_their_staff_reads_so_and_why_it_says_no_more(house) {
        chain(house);
        chooses(house, "site_praise");
        let page = house.staff("eva");
        let report = page.open("/insights/link").is(200);
        report.says("12 sites, 1,920 answers of staff, 960 notes from customers");
        report.says("8 survey periods, 1 October 2024 to 30 September 2026");
        report.says("In periods when a site’s engagement was above its own usual level, its customer feedback tended to be above");
        report.says("This shows what goes together, not what causes what");
        assert_eq!(report.count("figure.chart > svg .dot"), 12);
        assert_eq!(report.count(".panel"), 12);
        // Each chart has its numbers beside it.
        assert_eq!(report.count("figure.chart > details table tbody tr"), 12 + 12 + 3);
        let german = house.staff("eva");
        german.speaks("de").open("/insights/link").is(200).says("In Zeiträumen").says("Das zeigt, was zusammen vorkommt");
    }

    fn lk_r14_a_report_changes_with_what_was_released_and_counted_and_with_nothing_else(house) {
        chain(house);
        chooses(house, "site_praise");
        let eva = house.staff("eva");
        let report = || eva.open("/insights/link").is(200).body();
        let (before, table) = (report(), eva.get("/insights/link/table.csv").is(200).body());
        house.write(|deed| {
            diesel::update(note::table).set((note::did.eq("Something else"), note::state.eq("withdrawn"))).execute(deed.conn)?;
            diesel::delete(pulse_answer::table).execute(deed.conn)
        });
        assert_eq!(report(), before);
        assert_eq!(eva.get("/insights/link/table.csv").is(200).body(), table);
        house.run(recount::run(&house.app, "a test")).unwrap();
        assert_ne!(report(), before);
    }

    fn counts_are_what_the_notes_say_whenever_they_are_counted(house) {
        chain(house);
        let counted = || -> Vec<(String, i32)> {
            house.read(|conn| {
                let rows = link_count::table.filter(link_count::measure.eq_any(["praise", "concern"]));
                rows.order((link_count::unit_id, link_count::period_from, link_count::measure))
                    .select((link_count::measure, link_count::n)).load(conn)
            })
        };
        let before = counted();
        assert_eq!(before.iter().map(|(_, n)| n).sum::<i32>(), 960);
        let of = |what: &str| before.iter().filter(|(measure, _)| measure == what).map(|(_, n)| i64::from(*n)).sum::<i64>();
        let raw: (i64, i64) = house.read(|conn| {
            Ok((note::table.count().get_result(conn)?, conversation::table.count().get_result(conn)?))
        });
        assert_eq!((of("praise"), of("concern")), raw);
        house.run(recount::run(&house.app, "a test")).unwrap();
        assert_eq!(counted(), before);
        // One note is taken back: one less in its quarter, and back again when it comes back.
        let hotel: SiteId = house.read(|conn| site::table.filter(site::slug.eq("hotel-03")).select(site::id).first(conn));
        let set = |state: &'static str| {
            house.write(move |deed| {
                diesel::update(note::table.filter(note::site_id.eq(hotel))).set(note::state.eq(state)).execute(deed.conn)
            });
            house.run(recount::run(&house.app, "a test")).unwrap();
        };
        let all = format!("ok     counts: all {} are what is kept", house.read(|conn| link_count::table.count().get_result::<i64>(conn)));
        assert_eq!(checked(house, "counts"), all);
        let lost = (0..8).map(|quarter| numbers(3, quarter).1 as i32).sum::<i32>();
        set("withdrawn");
        assert_eq!(counted().iter().map(|(_, n)| n).sum::<i32>(), 960 - lost);
        set("unmatched");
        assert_eq!(counted(), before);
        // Nobody counted for two nights although a note was taken back: what people read is not true any more.
        house.write(move |deed| {
            let hotel = note::table.filter(note::site_id.eq(hotel));
            diesel::update(hotel).set(note::state.eq("withdrawn")).execute(deed.conn)
        });
        assert!(checked(house, "counts").contains("have moved since the last counting and come with the next"));
        house.write(|deed| diesel::update(link_period::table).set(link_period::counted_at.eq(0)).execute(deed.conn));
        let wrong = checked(house, "counts");
        assert!(wrong.starts_with("WRONG  counts: ") && wrong.contains("are not what is kept"), "{wrong}");
    }

    fn the_table_leaves_as_a_file_and_that_is_written_down(house) {
        house.staff("eva").open("/insights/link/table.csv").is(404);
        chain(house);
        chooses(house, "site_praise");
        let file = house.staff("eva").get("/insights/link/table.csv").is(200).body();
        let lines: Vec<&str> = file.lines().collect();
        assert_eq!(lines[0].trim_start_matches('\u{feff}'), "unit,period,engagement,engagement_n,customer,customer_n");
        assert_eq!(lines.len(), 1 + HOTELS * QUARTERS.len());
        let (engagement, praise) = numbers(0, 0);
        let share = 100.0 * (praise as f64 + 0.5) / 11.0;
        assert_eq!(lines[1], format!("Hotel 00,2024-10,{engagement},20,{share},10"));
        // An analyst gets the same answer out of it.
        let path = house.folder.path().join("link.csv");
        std::fs::write(&path, &file).unwrap();
        let told = std::process::Command::new(env!("CARGO_BIN_EXE_peopleworthy")).arg("link").arg(&path).env_clear().output().unwrap();
        assert!(told.status.success(), "{told:?}");
        let told = String::from_utf8(told.stdout).unwrap();
        let report = house.staff("eva").open("/insights/link").is(200).text();
        let moved = "engagement was above its own usual level, its customer feedback tended to be above its usual level: 10 points of engagement went with ";
        let points = told.split(moved).nth(1).unwrap().split(')').next().unwrap();
        assert!(report.contains(&format!("{moved}{points}")), "{points} not in {report}");
        let entries: i64 = house.read(|conn| audit_entry::table.filter(audit_entry::about.eq("link")).count().get_result(conn));
        assert_eq!(entries, 1);
    }

    fn of_a_unit_that_is_one_person_nothing_is_told_on_either_side(house) {
        let survey = "site,department,period,item,mean,sd,n\nseaside,Grounds,2026-Q1,engagement,60,18,20\n\
                      seaside,Front office,2026-Q1,engagement,61,18,20\nseaside,Front office,2026-Q2,engagement,62,18,20\n";
        assert!(house.run(survey_import::run(&house.app, survey.as_bytes(), false)).unwrap().done);
        let mut notes = "site,received_at,kind,person,text\n".to_owned();
        for day in 10..20 {
            for (month, person) in [("02", "sven"), ("05", "sven"), ("05", "amina")] {
                writeln!(notes, "seaside,2026-{month}-{day}T12:00:00Z,praise,{person},Note {day}").unwrap();
            }
        }
        assert!(house.run(notes_import::run(&house.app, notes.as_bytes(), false)).unwrap().done);
        house.write(|deed| diesel::update(note::table).set(note::satisfied.eq("yes")).execute(deed.conn));
        house.run(recount::run(&house.app, "a test")).unwrap();
        chooses(house, "department_satisfied");
        let eva = house.staff("eva");
        let file = eva.get("/insights/link/table.csv").is(200).body();
        let lines: Vec<&str> = file.lines().skip(1).collect();
        // Sven is the department. Where twenty answered, as many must have worked there.
        assert_eq!(lines, [
            "\"Front office, Seaside\",2026-01,61,20,,",
            "\"Front office, Seaside\",2026-04,62,20,100,10",
            "\"Grounds, Seaside\",2026-01,60,20,100,10",
            "\"Grounds, Seaside\",2026-04,,,,",
        ]);
        let rows = rows_of(&eva.open("/insights/numbers?units=departments&period=2026-04").is(200));
        assert_eq!(rows[1], "Grounds, Seaside too few too few too few too few too few");
        let all = eva.get("/insights/numbers.csv?units=departments").is(200).body();
        let grounds = all.lines().find(|line| line.starts_with("\"Grounds, Seaside\",2026-04-01")).unwrap().to_owned();
        assert_eq!(grounds, format!("\"Grounds, Seaside\",2026-04-01,2026-06-30{}", ",".repeat(24)));
    }

    fn what_looked_odd_counts_once_somebody_has_looked_at_it_praise_and_concern_alike(house) {
        chain(house);
        let all = || house.read(|conn| link_count::table.filter(link_count::measure.eq_any(["praise", "concern"])).select(diesel::dsl::sum(link_count::n)).first::<Option<i64>>(conn));
        assert_eq!(all(), Some(960));
        let flagged = |answered: Option<i64>, state: &'static str| {
            house.write(move |deed| {
                diesel::update(conversation::table).set((conversation::flags.eq("trap"), conversation::answered_at.eq(answered))).execute(deed.conn)?;
                diesel::update(note::table).set((note::flags.eq("trap"), note::state.eq(state))).execute(deed.conn)
            });
            house.run(recount::run(&house.app, "a test")).unwrap();
        };
        flagged(None, "unmatched");
        assert_eq!(all(), None);
        flagged(Some(1), "delivered");
        assert_eq!(all(), Some(960));
        // Meant seriously and for nobody who could be found: it was said of the house all the same.
        flagged(Some(1), "nobody");
        assert_eq!(all(), Some(960));
        flagged(Some(1), "junk");
        assert!(all() < Some(960));
    }

    fn every_unit_stands_in_figures_with_what_they_rest_on(house) {
        house.staff("eva").open("/insights/numbers").is(200).says("There is no survey yet whose period is over");
        chain(house);
        let eva = house.staff("eva");
        let newest = eva.open("/insights/numbers").is(200);
        newest.says("1 July 2026 to 30 September 2026");
        let rows = rows_of(&newest);
        assert_eq!(rows.len(), HOTELS);
        let (engagement, praise) = numbers(0, 7);
        assert!(rows[0].starts_with(&format!("Hotel 00 too few {engagement} 20 answers {}0", praise)), "{}", rows[0]);
        assert!(rows[0].contains("10 notes"), "{}", rows[0]);
        let first = newest.form("/insights/numbers").fill("period", "2024-10").submit().is(200);
        first.says("1 October 2024 to 31 December 2024");
        let (engagement, _) = numbers(0, 0);
        assert!(rows_of(&first)[0].starts_with(&format!("Hotel 00 too few {engagement} ")));
        let departments = newest.form("/insights/numbers").fill("units", "departments").submit().is(200);
        assert_eq!(departments.count("tbody tr"), 0);
        let file = eva.get("/insights/numbers.csv").is(200).body();
        assert_eq!(file.lines().count(), 1 + HOTELS * QUARTERS.len());
        let line = file.lines().nth(1).unwrap();
        assert!(line.starts_with(&format!("Hotel 00,2024-10-01,2024-12-31,,{engagement},20,,30.00,10.78,60.32,10,")), "{line}");
    }

    fn only_hr_and_executives_of_the_whole_house_see_it(house) {
        for who in ["amina", "mia", "rita", "carl", "otto", "ada", "bruno"] {
            house.staff(who).open("/insights/link").is(403);
            house.staff(who).open("/insights/numbers").is(403);
        }
        // Whoever looks after one site reads its reports, and is not led where all sites are compared.
        house.staff("mia").open("/insights").is(200).lacks("Engagement and customer feedback");
        let eva = house.staff("eva");
        let reports = eva.open("/home").is(200).link("/insights");
        let link = eva.open(&reports).is(200).link("/insights/link");
        eva.open(&link).is(200);
        house.staff("eva").open("/insights/link/choice").is(403);
        house.staff("eva").open("/insights/link/methods").is(200).says("How this is worked out");
    }
}
