//! What waits is stirred, so that no engine can tell when and in which order it came.

use std::collections::BTreeSet;

use super::{count, engine, lines};
use crate::house::Engine;

on_both! {
    fn what_waits_is_put_down_anew_by_the_clock_and_loses_no_word(house) {
        house.has_done_its_rounds();
        let phone = house.guest();
        house.later(1000);
        let receipts: Vec<String> = (0..6).map(|number| phone.writes("seaside", &format!("Words {number}"))).collect();
        let thread = |number: usize| phone.comes_back(&receipts[number]).is(200).text();
        let before = lines(house, "SELECT CAST(arrived_on AS TEXT) AS one FROM anon_intake");
        house.later(900);
        assert_eq!(house.stirs(), 6);
        assert_eq!(house.stirs(), 0, "once in a quarter of an hour");
        assert_eq!(lines(house, "SELECT CAST(arrived_on AS TEXT) AS one FROM anon_intake"), before);
        match engine(house) {
            Engine::Sqlite => {
                let log = house.folder.path().join("peopleworthy.db-wal");
                let is_empty = || std::fs::metadata(&log).unwrap().len() == 0;
                assert!(house.is_tidied(is_empty), "the write-ahead log tells nothing of before");
            }
            Engine::Postgres => {
                let wrote: BTreeSet<String> = lines(house, "SELECT xmin::text AS one FROM anon_intake").into_iter().collect();
                assert_eq!(wrote.len(), 1, "one transaction wrote all of them");
                assert_eq!(lines(house, "SELECT xmax::text AS one FROM anon_intake GROUP BY xmax"), ["0"]);
            }
        }
        phone.comes_back(&receipts[0]).is(200).says("Waits to be collected");
        assert_eq!((house.collects(), count(house, "anon_intake")), (6, 0));
        (0..6).for_each(|number| assert!(thread(number).contains(&format!("Words {number}"))));
        house.later(900);
        assert_eq!(house.stirs(), 0, "nothing waits");
    }
}
