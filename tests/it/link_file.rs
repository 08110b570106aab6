//! `link FILE`: a verdict from a file, as somebody with a spreadsheet meets it.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

const HEADER: &str = "unit,period,engagement,engagement_n,customer,customer_n\n";

/// The program itself, in a folder of its own in which nothing may appear, and with nothing but what is said in its surroundings.
fn link_with(surroundings: &[(&str, &str)], file: &[u8], more: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("teams.csv");
    std::fs::write(&path, file).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_peopleworthy"));
    let output = command.env_clear().envs(surroundings.iter().copied()).current_dir(folder.path());
    let output = output.arg("link").arg("teams.csv").args(more).output().unwrap();
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["teams.csv"], "it leaves nothing behind");
    output
}

#[track_caller]
fn record(file: &str) -> String {
    let output = link_with(&[], file.as_bytes(), &["--json"]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), error.as_str()), (Some(0), ""));
    String::from_utf8(output.stdout).unwrap()
}

fn read(file: &str) -> Value {
    serde_json::from_str(&record(file)).unwrap()
}

/// What is said of a file that is wrong: row by row, and in the end.
#[track_caller]
fn refused(file: &[u8], more: &[&str]) -> (String, String) {
    let output = link_with(&[], file, more);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

/// Twelve teams and nine months in which, whatever else there is, both sides of a team move together.
fn moving() -> Vec<[String; 6]> {
    let mut rows = Vec::new();
    for team in 0..12_u32 {
        for month in 0..9 {
            let moves = f64::from((team * 7 + month * month * (team + 1)) % 11);
            let (level, engagement) = (f64::from(team * 5 % 12), format!("{:?}", 60.5 + moves));
            let period = format!("{}-{:02}", 2025 + month / 6, month % 6 * 2 + 1);
            let customer = format!("{:?}", 70.25 + moves * 0.5 + level);
            rows.push([format!("Team {team}"), period, engagement, "12".into(), customer, "25".into()]);
        }
    }
    rows
}

fn file_of(rows: &[[String; 6]]) -> String {
    rows.iter().fold(HEADER.to_owned(), |file, row| file + &row.join(",") + "\n")
}

#[test]
fn a_person_reads_sentences_in_the_language_they_ask_for() {
    let file = file_of(&moving());
    let said = |more: &[&str]| {
        let output = link_with(&[("LANG", "de_DE.UTF-8"), ("LC_ALL", "de_DE.UTF-8")], file.as_bytes(), more);
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let english = said(&[]);
    for sentence in [
        "12 units, told of as teams, and 9 periods (2025-01 to 2026-05).\n",
        "With 12 teams only a link of about 0.73 or stronger would be found reliably.",
        "its customer feedback tended to be above its usual level: 10 points of engagement went with 5.0 points",
        "It is about teams, not about single people.",
        "how many work in each unit",
        "9,999 draws from the seed ",
    ] {
        assert!(english.contains(sentence), "{sentence} is not in\n{english}");
    }
    let german = said(&["--language", "de"]);
    assert!(
        german.starts_with("12 Einheiten, hier Teams genannt, und 9 Zeiträume (2025-01 bis 2026-05).\n"),
        "{german}"
    );
    assert!(german.contains("10 Punkte"), "{german}");
}

#[test]
fn the_record_is_the_same_to_the_byte_however_the_table_is_written() {
    let rows = moving();
    let one = record(&file_of(&rows));
    let value: Value = serde_json::from_str(&one).unwrap();
    assert_eq!(value["claims"], json!({"between": "not_clear", "within": "together", "order": "not_clear"}));
    assert_eq!([&value["unit_level"], &value["x"], &value["y"]], ["team", "engagement", "rating"]);
    assert_eq!(value["seed"], "cc074728bfe03549", "the same on every machine");
    let mut others = Vec::new();
    let mut turned = rows.clone();
    turned.reverse();
    others.push(file_of(&turned));
    turned.sort_by_key(|row| (row[4].clone(), row[0].clone()));
    let order = [5, 1, 2, 0, 4, 3];
    let names: Vec<&str> = HEADER.trim().split(',').collect();
    let mut mixed = format!("\u{feff}{}\r\n", order.map(|at| names[at]).join(";"));
    for row in &turned {
        let cells = order.map(|at| match at {
            2 | 4 => row[at].replace('.', ","),
            3 | 5 => format!("{}.0", row[at]),
            0 => format!("  {} ", row[0].replace(' ', "  ")),
            _ => row[at].clone(),
        });
        write!(mixed, "{}\r\n", cells.join(";")).unwrap();
    }
    others.push(mixed);
    // A row that knows nothing says nothing.
    others.push(file_of(&rows) + "Team 3,2031-01,,,,\n,,,,,\nTeam 3,2031-02,,0,,0\n");
    for other in others {
        assert_eq!(record(&other), one, "{other}");
    }
    let renamed = file_of(&rows).replace("Team 1", "Crew 1");
    assert_ne!(read(&renamed)["seed"], value["seed"]);
    let nought = |engagement: &str| record(&format!("{HEADER}A,2026,{engagement},7,80,20\n"));
    assert_eq!(nought("-0"), nought("0"));
}

#[test]
fn periods_stand_in_the_order_of_time() {
    for (names, wanted) in [
        (["2025-10", "2026-02", "2025-09"], ["2025-09", "2025-10", "2026-02"]),
        (["2026-Q1", "2025-q4", "2025-Q2"], ["2025-Q2", "2025-Q4", "2026-Q1"]),
        (["2026", "1999", "2003"], ["1999", "2003", "2026"]),
    ] {
        let rows = names.map(|name| format!("A,{name},60,9,80,20\n"));
        assert_eq!(read(&(HEADER.to_owned() + &rows.concat()))["periods"], json!(wanted));
    }
    let months = (0..30).map(|at| format!("A,{}-{:02},60,9,80,20\n", 2024 + at / 12, at % 12 + 1)).collect::<String>();
    let record = read(&(HEADER.to_owned() + &months));
    assert_eq!((record["periods"].as_array().unwrap().len(), &record["periods"][0]), (24, &json!("2024-07")));
}

#[test]
fn what_is_wrong_is_named_row_by_row_all_at_once() {
    let rows = "A,2026-01,60,9,80,20\n\
        ,2026-01,60,9,80,20\n\
        B,spring,60,9,80,20\n\
        C,2026-01,many,9,80,20\n\
        D,2026-01,60,9,100.5,20\n\
        E,2026-01,60,-3,80,20\n\
        F,2026-01,60,9.5,80,20\n\
        \"G\nX\",2026-01,NaN,9,inf,20\n\
        A,2026-01,61,9,81,20\n\
        H,2026-01,60,,80,20\n\
        I,2026-01,,9,80,20\n\
        J,2026-01,60,9,80\n\
        K,2026-01,60,9,80,20,7\n\
        L,2026-Q1,60,9,80,20\n\
        M,2026-01,60,9,80,4294967296\n\
        N,2026-01,60,1.000,80,0\n";
    let (said, end) = refused((HEADER.to_owned() + rows).as_bytes(), &[]);
    let wanted = [
        "Row 3: 2026-01: Not right: unit is empty.",
        "Row 4: B spring: Not right: period is “spring”; write 2026-03, 2026-Q1 or 2026.",
        "Row 5: C 2026-01: Not right: engagement is “many”; write a number from 0 to 100.",
        "Row 6: D 2026-01: Not right: customer is “100.5”; write a number from 0 to 100.",
        "Row 7: E 2026-01: Not right: engagement_n is “-3”; write a whole number from 0 to 4294967295.",
        "Row 8: F 2026-01: Not right: engagement_n is “9.5”; write a whole number from 0 to 4294967295.",
        "Row 9: GX 2026-01: Not right: engagement is “NaN”; write a number from 0 to 100.",
        "Row 9: GX 2026-01: Not right: customer is “inf”; write a number from 0 to 100.",
        "Row 11: A 2026-01: Not right: The same unit and period stand in row 2 already.",
        "Row 12: H 2026-01: Not right: engagement has a figure, but engagement_n does not say of how many.",
        "Row 13: I 2026-01: Not right: engagement_n has a number, but engagement is empty.",
        "Row 14: J: Not right: The row has 5 cells where the header has 6.",
        "Row 15: K: Not right: The row has 7 cells where the header has 6.",
        "Row 16: L 2026-Q1: Not right: period is a quarter; most in this file are months.",
        "Row 17: M 2026-01: Not right: customer_n is “4294967296”; write a whole number from 0 to 4294967295.",
        "Row 18: N 2026-01: Not right: engagement_n is “1.000”; write a whole number from 0 to 4294967295.",
        "Row 18: N 2026-01: Not right: customer has a figure, but customer_n does not say of how many.",
    ];
    assert_eq!(said.lines().collect::<Vec<_>>(), wanted);
    assert_eq!(end, "peopleworthy: 15 rows are not right; nothing was worked out\n");
    // A record or nothing stands on standard output where a record is asked for.
    let (said, end) = refused((HEADER.to_owned() + rows).as_bytes(), &["--json", "--language", "de"]);
    assert_eq!((said.as_str(), end.lines().count()), ("", wanted.len() + 1));
    assert!(end.contains("Zeile 3: 2026-01: Stimmt nicht: unit ist leer."), "{end}");
}

#[test]
fn what_is_no_table_is_refused_with_a_sentence() {
    for (file, sentence) in [
        (&b""[..], "The file has no rows below its header."),
        (HEADER.as_bytes(), "The file has no rows below its header."),
        (b"unit,period,engagment,engagement_n,customer,customer_n\nA,2026,60,9,80,20\n", "Did you mean “engagement”?"),
        (b"unit,period,engagement,customer,customer_n\nA,2026,60,80,20\n", "The column “engagement_n” is missing."),
        (
            b"unit,period,engagement,engagement_n,customer,customer_n\nA,2026,60,9,80,20\nM\xfcller,2026,60,9,80,20\n",
            "Row 3: Not right: The file is not UTF-8.",
        ),
        (b"unit\tperiod\nA\t2026\n", "The column “unit” is missing."),
        (b"%PDF-1.4\0", "The file holds a NUL character"),
    ] {
        let (said, _) = refused(file, &[]);
        assert!(said.contains(sentence), "{sentence} is not in {said}");
    }
    let units: String = (0..=2_000).map(|at| format!("Unit {at},2026,60,9,80,20\n")).collect();
    let (said, _) = refused((HEADER.to_owned() + &units).as_bytes(), &[]);
    assert_eq!(said, "Row 2,002: Unit 2000 2026: Not right: The file has more than 2000 units, too many to compare.\n");
    for (file, sentence) in
        [("/dev/zero", "The file is larger than 16 MB."), ("/", "directory"), ("/nowhere", "No such file")]
    {
        let output = Command::new(env!("CARGO_BIN_EXE_peopleworthy")).args(["link", file]).output().unwrap();
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(sentence), "{said}");
    }
}

#[test]
fn a_long_list_of_mistakes_is_cut_and_counted() {
    let rows: String = (0..100_000).map(|at| format!("Unit {},{},x,9,80,20\n", at % 50, 2000 + at / 50)).collect();
    let (said, end) = refused((HEADER.to_owned() + &rows).as_bytes(), &[]);
    assert_eq!(said.lines().last(), Some("… and 99,800 rows more."));
    assert!(end.contains("100,000 rows are not right"), "{end}");
    let (said, _) = refused((HEADER.to_owned() + &rows + "Unit 0,2000,60,9,80,20\n").as_bytes(), &[]);
    assert_eq!(said, "Row 100,002: Not right: The file has more than 100000 rows. Please split it.\n");
}

#[test]
fn a_hundred_thousand_rows_and_the_largest_numbers_are_read() {
    let row = |at: usize| {
        let (unit, period) = (at % 20, at / 20);
        let (engagement, customer) = ((at * 7919) % 100, (at * 104_729) % 100);
        let most = u32::MAX;
        format!("{unit},{:04}-{:02},{engagement},{most},{customer},{most}\n", 1000 + period / 12, period % 12 + 1)
    };
    let record = read(&(HEADER.to_owned() + &(0..100_000).map(row).collect::<String>()));
    assert_eq!(record["units"], json!({"shown": 20, "left_out": []}));
    assert_eq!((&record["between"]["n"], &record["within"]["cells"]), (&json!(20), &json!(480)));
    assert_eq!(record["periods"][23], "1416-08");
}

#[test]
fn it_needs_no_settings_and_minds_no_wrong_ones() {
    let wrong = [("PEOPLEWORTHY_LISTN", "x"), ("PEOPLEWORTHY_DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing")];
    let output = link_with(&wrong, file_of(&moving()).as_bytes(), &["--json"]);
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
    for arguments in [&["link"][..], &["link", "a.csv", "b.csv"], &["link", "a.csv", "--language", "xx"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_peopleworthy")).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn what_few_said_counts_as_not_shown_and_no_share_of_the_staff_is_invented() {
    // Four of sixteen teams never had five answers, and many work there for all that is known.
    let row = |team: usize, month: usize| {
        let n = if team < 4 { 4 } else { 9 };
        format!(
            "{team},2026-{:02},{},{n},{},30\n",
            month + 1,
            50 + (team * 7 + month) % 20,
            60 + (team * 3 + month) % 20
        )
    };
    let file: String = (0..16).flat_map(|team| (0..4).map(move |month| row(team, month))).collect();
    let file = HEADER.to_owned() + &file + "Large,2026-01,60,5000,80,3\n";
    let record = read(&file);
    let left_out = json!([{"reason": "too_few_answers", "count": 4}, {"reason": "too_little_feedback", "count": 1}]);
    assert_eq!(record["units"], json!({"shown": 12, "left_out": left_out}));
    assert!(!record["flags"].as_array().unwrap().contains(&json!("low_coverage")), "{record}");
    let said = String::from_utf8(link_with(&[], file.as_bytes(), &[]).stdout).unwrap();
    assert!(said.contains("16 engagement figures are of fewer than 5 answers and count as not shown."), "{said}");
}

/// A panel of a fixture as somebody would write it down.
fn file_of_panel(input: &Value) -> String {
    let mut file = HEADER.to_owned();
    for (unit, row) in input["x"].as_array().unwrap().iter().enumerate() {
        for period in 0..row.as_array().unwrap().len() {
            let cell = |value: &str, n: &str| match input[value][unit][period].as_f64() {
                Some(value) => format!("{value:?},{}", input[n][unit][period].as_u64().unwrap_or(100)),
                None => ",".to_owned(),
            };
            writeln!(file, "Unit {unit},{},{},{}", 2000 + period, cell("x", "n_x"), cell("y", "n_y")).unwrap();
        }
    }
    file
}

#[test]
fn panels_of_which_the_truth_is_known_get_their_verdicts() {
    let oracles = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/oracles");
    let near = |found: &Value, wanted: &Value| (found.as_f64().unwrap() - wanted.as_f64().unwrap()).abs() < 1e-9;
    let mut seen = 0;
    for name in ["19_known_truth.json", "20_e2e_csps_panel.json"] {
        let read_in: Value = serde_json::from_str(&std::fs::read_to_string(oracles.join(name)).unwrap()).unwrap();
        let cases = read_in["cases"].as_array().cloned().unwrap_or_else(|| vec![read_in.clone()]);
        for case in cases {
            let (record, expected) = (read(&file_of_panel(&case["input"])), &case["expected"]);
            assert_eq!(record["claims"], expected["claims"], "{}", case["name"]);
            if let Some(lags) = expected["within"]["r"].as_array() {
                assert_eq!(record["within"]["r"].as_array().unwrap().len(), lags.len());
                assert!(lags.iter().enumerate().all(|(at, r)| near(&record["within"]["r"][at], r)), "{}", case["name"]);
                assert!(near(&record["within"]["slope"]["se"], &expected["slope"]["se"]), "{}", case["name"]);
            }
            if expected.get("between").is_some() {
                assert!(near(&record["between"]["r"], &expected["between"]["r"]), "{}", case["name"]);
            }
            seen += 1;
        }
    }
    assert!(seen >= 7, "{seen}");
}
