//! Results of surveys that were asked elsewhere (S11).

use peopleworthy::survey_import;
use peopleworthy::views::Lang;

use crate::house::House;

fn import(house: &House, csv: &str, dry_run: bool) -> peopleworthy::directory::import::report::Report {
    house.run(survey_import::run(&house.app, csv.as_bytes(), dry_run)).unwrap()
}

const PAST: &str = "site,department,period,item,mean,sd,n
,,2026-Q1,engagement,61.4,18.2,140
seaside,,2026-Q1,engagement,66.6,17.0,80
seaside,,2026-Q1,promises,48.0,,80
seaside,Front office,2026-Q1,engagement,70.2,12.5,22
,,2025-Q4,engagement,58,19,133
seaside,,2025-Q4,engagement,60.5,18,77
";

on_both! {
    fn s11_past_results_are_shown_like_any_other_and_a_second_import_changes_nothing(house) {
        let dry = import(house, PAST, true);
        assert!(!dry.is_refused() && !dry.done, "{dry}");
        house.staff("harriet").open("/pulse").says("There are no results yet");
        let report = import(house, PAST, false);
        assert!(report.done && report.counts.added == 6, "{report}");
        let again = import(house, PAST, false);
        assert_eq!((again.counts.added, again.counts.same, again.counts.changed), (0, 6, 0), "{again}");
        let hr = house.staff("harriet");
        let page = hr.open(&hr.open("/pulse").link("/pulse/results/")).is(200);
        page.says("2026-Q1").says("asked elsewhere").says("140 answers").says("67").says("up 6").says("What managers here promise");
        let changed = import(house, &PAST.replace("66.6", "50"), false);
        assert_eq!((changed.counts.same, changed.counts.changed), (5, 1), "{changed}");
        let page = hr.open(&hr.open("/pulse").link("/pulse/results/"));
        page.says("down 11");
    }

    fn s11_twelve_bad_rows_get_twelve_named_lines_and_nothing_is_taken(house) {
        let bad = "site,department,period,item,mean,sd,n
seasid,,2026-Q1,engagement,60,18,80
seaside,Kitchn,2026-Q1,engagement,60,18,80
seaside,,March,engagement,60,18,80
seaside,,2026-Q5,engagement,60,18,80
seaside,,2026-Q1,engagment,60,18,80
seaside,,2026-Q1,engagement,high,18,80
seaside,,2026-Q1,engagement,101,18,80
seaside,,2026-Q1,engagement,60,-3,80
seaside,,2026-Q1,engagement,60,18,4
seaside,,2026-Q1,engagement,60,18,many
seaside,,2026-Q1,team,60,18,80
seaside,,2026-Q1,team,61,18,80
seaside,,,team,61,18,80
";
        let report = import(house, bad, false);
        assert!(report.is_refused() && !report.done);
        let mut lines: Vec<u64> = report.rows.iter().map(|row| row.line).collect();
        lines.sort_unstable();
        assert_eq!(lines, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14], "{report}");
        for lang in [Lang::En, Lang::De] {
            assert!(report.rows.iter().all(|row| report.sentence(row, lang).len() > 20));
        }
        house.staff("harriet").open("/pulse").says("There are no results yet");
    }
}
