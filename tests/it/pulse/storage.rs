//! What is stored of answers, and what is not (S3; AN2 for surveys).

use std::collections::BTreeSet;

use diesel::RunQueryDsl;
use peopleworthy::db::Conn;

use super::{answers, ends, launches, mailed_path, opens};
use crate::house::House;

#[derive(diesel::QueryableByName)]
struct Text {
    #[diesel(sql_type = diesel::sql_types::Text)]
    one: String,
}

fn texts(house: &House, sql: String) -> Vec<String> {
    let rows: Vec<Text> = house.read(move |conn: &mut Conn| diesel::sql_query(&sql).load(conn));
    rows.into_iter().map(|row| row.one).collect()
}

fn is_sqlite(house: &House) -> bool {
    house.read(|conn| Ok(matches!(conn, Conn::Sqlite(_))))
}

/// A table's columns and their kinds.
fn columns(house: &House, table: &str) -> Vec<String> {
    texts(
        house,
        match is_sqlite(house) {
            true => format!("SELECT lower(name || ' ' || type) AS one FROM pragma_table_info('{table}')"),
            false => format!(
                "SELECT column_name || ' ' || data_type AS one FROM information_schema.columns WHERE table_name = '{table}'"
            ),
        },
    )
}

/// The tables that a table refers to.
fn references(house: &House, table: &str) -> Vec<String> {
    texts(
        house,
        match is_sqlite(house) {
            true => format!("SELECT \"table\" AS one FROM pragma_foreign_key_list('{table}')"),
            false => format!(
                "SELECT confrelid::regclass::text AS one FROM pg_constraint WHERE contype = 'f' AND conrelid = '{table}'::regclass"
            ),
        },
    )
}

on_both! {
    fn an2_nothing_leads_from_an_answer_to_anybody_and_no_column_of_it_can_hold_a_time(house) {
        let known = references(house, "pulse_invitation");
        assert!(known.iter().any(|table| table == "person"), "the walk finds a reference where there is one: {known:?}");
        for table in ["pulse_answer", "pulse_comment"] {
            assert_eq!(references(house, table), Vec::<String>::new(), "{table}");
            let columns: BTreeSet<String> = columns(house, table).into_iter().collect();
            let names: BTreeSet<&str> = columns.iter().filter_map(|column| column.split(' ').next()).collect();
            let allowed = BTreeSet::from(["id", "pulse_id", "group_id", "place", "sealed"]);
            assert!(!names.is_empty() && names.is_subset(&allowed), "{table}: {columns:?}");
        }
        if is_sqlite(house) {
            let made = texts(house, "SELECT sql AS one FROM sqlite_master WHERE type = 'table' AND name IN ('pulse_answer', 'pulse_comment')".into());
            assert!(made.len() == 2 && made.iter().all(|sql| sql.contains("WITHOUT ROWID")), "{made:?}");
        }
    }

    fn stirring_puts_every_answer_down_anew_and_loses_none(house) {
        use peopleworthy::pulse::{answer_store, stir, store};
        launches(&house.staff("harriet"), "Autumn 2026");
        opens(house);
        for (number, choice) in [("amina", "1"), ("rosa", "2"), ("sven", "3"), ("mia", "5")] {
            answers(house, &mailed_path(house, number), choice, &format!("Words of {number}"));
        }
        let keys = |house: &House| {
            house.read(|conn| {
                let id = store::list(conn)?[0].id;
                let answers = answer_store::list(conn, id)?.into_iter().map(|row| row.id.0);
                let comments = answer_store::list_comments(conn, id)?.into_iter().map(|row| row.id.0).collect::<Vec<_>>();
                Ok(answers.chain(comments).collect::<BTreeSet<_>>())
            })
        };
        let before = keys(house);
        assert_eq!(house.run(stir::stir(&house.app)).unwrap(), 4);
        let after = keys(house);
        assert_eq!((before.len(), after.len(), before.intersection(&after).count()), (8, 8, 0));
        ends(house);
        let hr = house.staff("harriet");
        hr.open(&hr.open("/pulse").link("/pulse/results/")).says("Too few answers for a result");
    }

    fn who_answers_leaves_no_line_in_the_log_and_no_session(house) {
        launches(&house.staff("harriet"), "Autumn 2026");
        opens(house);
        let path = mailed_path(house, "amina");
        let phone = house.guest();
        let page = phone.open(&path);
        assert_eq!(page.header("set-cookie"), "");
        let done = page.form("/pulse/answer").pick("q0", "4").post().is(200);
        assert_eq!(done.header("set-cookie"), "");
        assert_eq!(done.body().len() % (16 * 1024), 0, "filled up to a step");
        assert!(phone.cookie("__Host-pw").is_none());
    }
}
