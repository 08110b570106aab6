//! What was sealed with another secret file, as after a restore without it: it is said, and it stands in nobody's way.

use diesel::prelude::*;
use peopleworthy::db::schema::anon_thread;

use super::lines;

on_both! {
    fn a_thread_that_does_not_open_says_so_and_hides_no_other(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "Sealed for good");
        house.collects();
        let carl = house.staff("carl");
        let path = carl.first_thread().path.clone();
        house.write(|deed| diesel::update(anon_thread::table).set(anon_thread::wrapped_key.eq(vec![1u8])).execute(deed.conn));
        phone.writes("seaside", "Open to read");
        house.collects();
        carl.open("/voice/queue").is(200);
        carl.first_thread().says("Open to read");
        let sentence = "These words are sealed, and this server does not hold the key that opens them.";
        let handle = &lines(house, "SELECT handle AS one FROM anon_thread WHERE length(wrapped_key) = 1")[0];
        carl.open(&path).is(200).says(sentence).says(handle).lacks("/answer\"");
        let mine = phone.comes_back(&receipt).is(200);
        mine.says(sentence);
        assert_eq!(mine.count("textarea"), 0, "what is written there could never be collected");
        assert_eq!(mine.bytes.len() % 16_384, 0);
        house.staff("hugo").get(&path).is(404);
    }
}
