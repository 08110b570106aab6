//! `import measures`: what is measured elsewhere is read with care, and stands beside what is known here.

use std::fmt::Write;
use std::ops::Range;
use std::process::{Command, Output};

use diesel::prelude::*;
use peopleworthy::db::schema::{audit_entry, outside_number};
use peopleworthy::directory;
use peopleworthy::directory::import::report::Report;
use peopleworthy::insights::recount;
use peopleworthy::views::Lang;
use peopleworthy::{measures_import, notes_import, survey_import};

use crate::house::House;

/// Of both houses in two quarters, and what else there is: a month, a department, a year.
const FILE: &str = "site,department,period,measure,value,n
seaside,,2026-Q3,NPS,-12,240
harbour,,2026-Q3,NPS,31.5,
seaside,,2026-Q3,Visits,12480,
seaside,,2026-Q2,Visits,11900,
seaside,,2026-07,Visits,4100,
seaside,,2026,Turnover,18.25,
Seaside,Front office,2026-Q3,Absence,3.5,22
";

fn import(house: &House, csv: &str, dry_run: bool) -> Report {
    house.run(measures_import::run(&house.app, csv.as_bytes(), dry_run)).unwrap()
}

/// What is kept: name, value and n, in order.
fn kept(house: &House) -> Vec<(String, f64, Option<i64>)> {
    house.read(|conn| {
        outside_number::table
            .order((outside_number::name_fold, outside_number::value))
            .select((outside_number::name, outside_number::value, outside_number::n))
            .load(conn)
    })
}

/// Two quarters of surveys, so that there are periods to stand in. Harbour's front office was not asked.
fn surveys(house: &House) {
    let survey = "site,department,period,item,mean,sd,n\n\
        seaside,,2026-Q2,engagement,60,18,20\nharbour,,2026-Q2,engagement,61,18,20\n\
        seaside,,2026-Q3,engagement,62,18,20\nharbour,,2026-Q3,engagement,63,18,20\n\
        seaside,Front office,2026-Q3,engagement,64,18,20\n";
    assert!(house.run(survey_import::run(&house.app, survey.as_bytes(), false)).unwrap().done);
    house.run(recount::run(&house.app, "a test")).unwrap();
}

/// A small house with seven people in the rooms and six in the kitchen, and what a survey says of its departments.
fn annex(house: &House, departments: &str) {
    let site = "name,slug,time_zone,languages,country,parent\nAnnex,annex,Europe/Lisbon,en,PT,\n";
    assert!(house.run(directory::import::sites(&house.app, site.as_bytes())).unwrap().done);
    employ(house, "Rooms", 0..7, "");
    employ(house, "Kitchen", 7..13, "");
    employ(house, "Porters", 20..21, "2026-11-01");
    let survey = format!("site,department,period,item,mean,sd,n\nannex,,2026-Q3,engagement,60,18,13\n{departments}");
    let report = house.run(survey_import::run(&house.app, survey.as_bytes(), false)).unwrap();
    assert!(report.done, "{report}");
}

fn employ(house: &House, department: &str, numbers: Range<usize>, from: &str) {
    let mut people = "employee_number,given_name,family_name,site,department,started_on\n".to_owned();
    numbers.for_each(|n| writeln!(people, "x{n},Name{n},Family{n},annex,{department},{from}").unwrap());
    let report = house.run(directory::import::people(&house.app, people.as_bytes(), false)).unwrap();
    assert!(report.done, "{report}");
}

/// A note for each of these, in September.
fn praises(house: &House, numbers: Range<usize>) {
    let mut notes = "site,received_at,kind,person,text\n".to_owned();
    numbers.for_each(|n| writeln!(notes, "annex,2026-09-{:02}T12:00:00Z,praise,x{n},Note {n}", n + 10).unwrap());
    let report = house.run(notes_import::run(&house.app, notes.as_bytes(), false)).unwrap();
    assert!(report.done, "{report}");
}

/// What the file says of a department: its staff, its engagement, and how many notes customers wrote.
fn told(house: &House, department: &str) -> [String; 3] {
    house.run(recount::run(&house.app, "a test")).unwrap();
    let file = house.staff("eva").get("/insights/numbers.csv?units=departments").is(200).body();
    let line = file.lines().find(|line| line.contains(department)).unwrap().replace('"', "");
    let cells: Vec<&str> = line.split(',').collect();
    [4, 5, 11].map(|at| cells[at].to_owned())
}

fn audited(house: &House) -> Vec<String> {
    house.read(|conn| {
        let entries = audit_entry::table.filter(audit_entry::about.eq("measures")).order(audit_entry::seq);
        entries.select(audit_entry::detail).load(conn)
    })
}

/// The program itself, as somebody types it.
fn typed(house: &House, csv: &str, more: &[&str]) -> Output {
    let path = house.folder.path().join("measures.csv");
    std::fs::write(&path, csv).unwrap();
    let url = match &house.app.config.database {
        peopleworthy::db::Url::Postgres(url) => url.clone(),
        file => file.to_string(),
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_peopleworthy"));
    command.args(["import", "measures"]).arg(&path).args(more).env_clear();
    command.env("PEOPLEWORTHY_DATABASE_URL", url).env("PEOPLEWORTHY_DATA_DIR", house.folder.path());
    command.env("PEOPLEWORTHY_BASE_URL", crate::house::BASE_URL).output().unwrap()
}

on_both! {
    fn l2_a_dry_run_changes_nothing_a_file_is_taken_once_and_another_number_takes_the_place(house) {
        let dry = import(house, FILE, true);
        assert!(!dry.done && !dry.is_refused() && dry.counts.added == 7, "{dry}");
        assert!(kept(house).is_empty() && audited(house).is_empty());
        let report = import(house, FILE, false);
        assert!(report.done && report.counts.added == 7, "{report}");
        let before = kept(house);
        assert_eq!(before.len(), 7);
        assert_eq!(before[1], ("NPS".to_owned(), -12.0, Some(240)));
        let again = import(house, FILE, false);
        assert!(again.done && again.counts.same == 7 && !again.changes_anything(), "{again}");
        assert_eq!(kept(house), before);
        // The same measure in another spelling, with semicolons and a comma before the decimals, as a German spreadsheet has it.
        let german = "Site;Period;Measure;Value;N\nSeaside;2026-Q3;nps;-9,5;250\nHarbour;2026-Q3;NPS;31,5;\n";
        let changed = import(house, german, false);
        assert_eq!((changed.counts.changed, changed.counts.same), (1, 1), "{changed}");
        assert!(changed.to_string().contains("Row 2: Seaside 2026-Q3 nps: Changed: measure, value, n"), "{changed}");
        assert_eq!(kept(house)[1], ("nps".to_owned(), -9.5, Some(250)));
        assert_eq!(kept(house).len(), 7);
        assert_eq!(audited(house), ["imported: added 7, changed 0", "imported: added 0, changed 1"]);
    }

    fn l2_of_what_is_wrong_every_row_is_named_and_nothing_is_taken(house) {
        let long = "n".repeat(41);
        let rows = [
            ("seasid,,2026-Q1,nps,1,".to_owned(), "“seaside”"),
            (",,2026-Q1,nps,1,".to_owned(), "site is empty"),
            ("seaside,Kitchn,2026-Q1,nps,1,".to_owned(), "no department “Kitchn”"),
            // A department of the other house.
            ("harbour,Grounds,2026-Q1,nps,1,".to_owned(), "no department “Grounds”"),
            ("seaside,,March,nps,1,".to_owned(), "write 2026-03, 2026-Q1 or 2026"),
            ("seaside,,2026-Q5,nps,1,".to_owned(), "write 2026-03, 2026-Q1 or 2026"),
            ("seaside,,,nps,1,".to_owned(), "period is empty"),
            ("seaside,,2026-Q1,,1,".to_owned(), "measure is empty"),
            (format!("seaside,,2026-Q1,{long},1,"), "measure is longer than 40 characters"),
            ("seaside,,2026-Q1,=nps,1,".to_owned(), "begins like a spreadsheet formula"),
            ("seaside,,2026-Q1,a,many,".to_owned(), "value is “many”; write a number"),
            ("seaside,,2026-Q1,b,inf,".to_owned(), "value is “inf”; write a number"),
            ("seaside,,2026-Q1,c,\"12,480\",".to_owned(), "without a mark for thousands"),
            ("seaside,,2026-Q1,d,,".to_owned(), "value is empty"),
            ("seaside,,2026-Q1,e,1,-3".to_owned(), "n is “-3”; write a whole number"),
            ("seaside,,2026-Q1,f,1,1.5".to_owned(), "n is “1.5”; write a whole number"),
            ("seaside,,2026-Q1,g,1".to_owned(), "5 cells where the header has 6"),
            // The same as the row of “many”, though that one is wrong itself.
            ("Seaside,,2026-q1, A ,2,".to_owned(), "stand in row 12 already"),
            ("seaside,,2026-Q1,good,1,".to_owned(), ""),
        ];
        let file = rows.iter().fold("site,department,period,measure,value,n\n".to_owned(), |file, (row, _)| file + row + "\n");
        let report = import(house, &file, false);
        assert!(report.is_refused() && !report.done);
        let wrong = rows.len() - 1;
        assert_eq!((report.rows.len(), report.counts.wrong), (wrong, wrong), "{report}");
        for (at, ((row, sentence), told)) in rows.iter().zip(&report.rows).enumerate() {
            assert_eq!(told.line, at as u64 + 2, "{row}: {report}");
            let said = report.sentence(told, Lang::En);
            assert!(said.contains(sentence), "{row}: {said}");
            assert!(report.sentence(told, Lang::De).len() > 10);
        }
        // All that is wrong with one row, too.
        let one = import(house, "site,period,measure,value,n\nnowhere,never,,x,y\n", false);
        assert_eq!((one.rows.len(), one.counts.wrong), (5, 1), "{one}");
        let header = import(house, "site,period,mesure,value\nseaside,2026,nps,1\n", false);
        assert!(header.to_string().contains("no column “mesure”. Did you mean “measure”?"), "{header}");
        assert!(kept(house).is_empty() && audited(house).is_empty());
    }

    fn l2_numbers_from_outside_stand_beside_the_others_in_their_own_period_alone(house) {
        surveys(house);
        let eva = house.staff("eva");
        let without = eva.get("/insights/numbers.csv").is(200).body();
        eva.open("/insights/numbers").is(200).lacks("from outside");
        import(house, FILE, false);
        let page = eva.open("/insights/numbers").is(200);
        page.says("made of 240").says("12,480").says("its own period only");
        let heads = page.texts("thead th").join("|");
        assert!(heads.contains("NPS from outside") && heads.contains("Visits from outside"), "{heads}");
        // Neither the year, nor the department's, nor the month's.
        page.lacks("Turnover").lacks("Absence").lacks("4,100").lacks("11,900");
        let rows = page.texts("tbody tr");
        assert!(rows[0].contains("31.5") && rows[1].contains("\u{2212}12"), "{rows:?}");
        let second = eva.open("/insights/numbers?period=2026-04").is(200);
        second.says("11,900").lacks("NPS");
        let departments = eva.open("/insights/numbers?units=departments").is(200);
        departments.says("Absence").says("3.5").says("made of 22").lacks("Visits");
        // The file has them all, numbers below nought as numbers, and is otherwise what it was.
        let file = eva.get("/insights/numbers.csv").is(200).body();
        let lines: Vec<&str> = file.lines().collect();
        assert!(lines[0].ends_with(",measure_NPS,measure_NPS_n,measure_Visits,measure_Visits_n"), "{}", lines[0]);
        let line = |unit: &str, from: &str| lines.iter().find(|line| line.starts_with(&format!("{unit},{from}"))).copied().unwrap();
        assert!(line("Seaside", "2026-07-01").ends_with(",-12,240,12480,"), "{file}");
        assert!(line("Harbour", "2026-07-01").ends_with(",31.5,,,"), "{file}");
        assert!(line("Seaside", "2026-04-01").ends_with(",,,11900,"), "{file}");
        for (one, before) in lines.iter().zip(without.lines()) {
            assert!(one.starts_with(before), "{one} is not {before} with more");
        }
        let german = house.staff("eva");
        german.speaks("de").open("/insights/numbers").is(200).says("von außen").says("12.480").says("aus 240");
    }

    fn l2_a_number_from_outside_brings_no_unit_and_no_report_is_made_of_it(house) {
        surveys(house);
        let hr = house.staff("harriet");
        hr.open("/insights/link/choice").form("/insights/link/choice").pick("pair", "site_praise").submit().is(200);
        let eva = house.staff("eva");
        let seen = || ["/insights/link", "/insights/link/table.csv"].map(|path| eva.get(path).is(200).body());
        let before = seen();
        // Its people were not asked, so the unit stands nowhere.
        import(house, "site,department,period,measure,value\nharbour,Front office,2026-Q3,csat,88\nseaside,,2026-Q3,csat,91\n", false);
        assert_eq!(seen(), before);
        let departments = eva.open("/insights/numbers?units=departments").is(200);
        departments.lacks("csat");
        assert_eq!(departments.count("tbody tr"), 1);
        assert!(!eva.get("/insights/numbers.csv?units=departments").is(200).body().contains("csat"));
    }

    fn l2_no_number_stands_beside_a_unit_in_which_hardly_anybody_works(house) {
        surveys(house);
        // Three people: in the third quarter twenty are said to have answered, and as many must have worked there.
        let absence = "site,department,period,measure,value\nseaside,Front office,2026-Q2,Absence,17.5\n\
            seaside,Front office,2026-Q3,Absence,3.5\n";
        import(house, absence, false);
        let eva = house.staff("eva");
        let quarter = |from: &str| eva.open(&format!("/insights/numbers?units=departments&period={from}")).is(200);
        quarter("2026-07").says("3.5");
        quarter("2026-04").says("Front office").lacks("17.5");
        let file = eva.get("/insights/numbers.csv?units=departments").is(200).body();
        assert!(file.contains("3.5") && !file.contains("17.5"), "{file}");
    }

    fn l3_what_is_told_of_departments_leaves_nobody_over_who_could_be_worked_out(house) {
        annex(house, "annex,Rooms,2026-Q3,engagement,64,18,7\nannex,Kitchen,2026-Q3,engagement,56,18,6\n");
        employ(house, "Porters", 13..15, "");
        praises(house, 0..15);
        // The site has 15 notes and the rooms 7: with the kitchen's 6, two porters would have the two that are left.
        assert_eq!(told(house, "Rooms"), ["7", "64", "7"]);
        assert_eq!(told(house, "Kitchen"), ["", "56", ""]);
        employ(house, "Porters", 15..18, "");
        assert_eq!(told(house, "Kitchen"), ["6", "56", "6"]);
    }

    fn l3_who_was_there_for_a_part_of_the_time_is_left_over_too(house) {
        annex(house, "annex,Rooms,2026-Q3,engagement,64,18,7\nannex,Kitchen,2026-Q3,engagement,56,18,6\n");
        employ(house, "Porters", 13..14, "2026-09-01");
        praises(house, 0..13);
        assert_eq!(told(house, "Kitchen"), ["6", "56", "6"], "of nobody else was anything written");
        praises(house, 13..14);
        assert_eq!(told(house, "Kitchen"), ["", "56", ""]);
    }

    fn l3_who_is_only_said_to_have_answered_hides_nobody(house) {
        annex(house, "annex,Rooms,2026-Q3,engagement,64,18,7\nannex,Kitchen,2026-Q3,engagement,56,18,6\n\
            annex,Porters,2026-Q3,engagement,50,18,5\n");
        // Two without a department. No porter is known here, but five have answered.
        employ(house, "", 13..15, "");
        praises(house, 0..15);
        assert_eq!(told(house, "Rooms"), ["7", "64", "7"]);
        assert_eq!(told(house, "Kitchen"), ["", "56", ""]);
    }

    fn l2_a_name_is_no_code_and_no_formula(house) {
        surveys(house);
        import(house, "site,period,measure,value\nseaside,2026-Q3,\"<i>\"\"csat\"\", %</i>\",88\n", false);
        let eva = house.staff("eva");
        let page = eva.open("/insights/numbers").is(200);
        page.says("<i>\"csat\", %</i>");
        assert_eq!(page.count("table i"), 0);
        let file = eva.get("/insights/numbers.csv").is(200).body();
        assert!(file.lines().next().unwrap().contains(",\"measure_<i>\"\"csat\"\", %</i>\",\"measure_<i>"), "{file}");
    }

    fn l2_the_command_says_what_it_did_and_its_status_says_whether(house) {
        let told = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();
        let dry = typed(house, FILE, &["--dry-run"]);
        assert_eq!(dry.status.code(), Some(0), "{dry:?}");
        assert!(told(&dry).contains("7 new, 0 changed") && told(&dry).contains("Nothing has been changed so far."), "{dry:?}");
        assert!(kept(house).is_empty());
        let done = typed(house, FILE, &[]);
        assert_eq!(done.status.code(), Some(0), "{done:?}");
        assert!(told(&done).contains("Row 2: seaside 2026-Q3 NPS: New"), "{done:?}");
        assert_eq!(kept(house).len(), 7);
        let wrong = typed(house, &FILE.replace("31.5", "x").replace("4100", "y"), &[]);
        assert_eq!(wrong.status.code(), Some(1), "{wrong:?}");
        assert!(told(&wrong).contains("Row 3: harbour 2026-Q3 NPS: ") && told(&wrong).contains("Row 6: seaside 2026-07 Visits: "), "{wrong:?}");
        assert!(String::from_utf8(wrong.stderr).unwrap().contains("nothing was changed"));
        assert_eq!(kept(house).len(), 7);
    }
}
