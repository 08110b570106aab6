//! Two who do something in a thread at the same moment: nothing that was said is lost, and somebody is always left to read it.

use std::sync::Barrier;

use super::{change, count, lines};
use crate::house::House;
use crate::house::browser::Browser;

const ROUNDS: usize = 8;

/// Lets each of them do the same at the same time, in a browser of their own; the statuses that came back.
fn at_once(house: &House, people: &[&str], deed: impl Fn(&Browser<'_>, usize) -> u16 + Sync) -> Vec<u16> {
    let start = Barrier::new(people.len());
    let press = |number: usize| {
        let browser = house.staff(people[number]);
        start.wait();
        deed(&browser, number)
    };
    std::thread::scope(|scope| {
        let press = &press;
        let presses: Vec<_> = (0..people.len()).map(|number| scope.spawn(move || press(number))).collect();
        presses.into_iter().map(|press| press.join().unwrap()).collect()
    })
}

/// A new thread for Carl and Clara; its path.
fn thread(house: &House, what: &str) -> String {
    change(house, "DELETE FROM anon_remark; DELETE FROM anon_message; DELETE FROM anon_thread");
    house.guest().writes("seaside", what);
    house.collects();
    house.staff("carl").first_thread().path.clone()
}

on_both! {
    fn answers_and_remarks_that_come_at_once_all_arrive(house) {
        let path = thread(house, "The lift");
        for (end, field, table) in [("answer", "text", "anon_message"), ("remark", "remark", "anon_remark")] {
            let before = count(house, table);
            for _ in 0..3 {
                let statuses = at_once(house, &["carl", "clara", "carl", "clara", "carl", "clara"], |browser, number| {
                    browser.post(&format!("{path}/{end}"), &[(field, &format!("Number {number}"))]).status
                });
                assert_eq!(statuses, [303; 6], "{end}");
            }
            assert_eq!(count(house, table), before + 18);
        }
    }

    fn many_presses_of_one_button_say_one_thing(house) {
        let path = thread(house, "The lift");
        let version = house.staff("carl").open(&path).value("version");
        let form = [
            ("form_key", "7K3M9QX2V5T8R4N6W1Z0YHBG"), ("text", "Once"), ("remark", "Once"), ("version", &version), ("state", "looking"),
        ];
        for end in ["answer", "remark", "state"] {
            let statuses = at_once(house, &["carl"; 6], |browser, _| browser.post(&format!("{path}/{end}"), &form).status);
            assert_eq!(statuses, [303; 6], "{end}");
        }
        assert_eq!((count(house, "anon_message"), count(house, "anon_remark")), (3, 1));
        let acts = lines(house, "SELECT detail AS one FROM audit_entry WHERE what = 'handled' ORDER BY seq");
        assert_eq!(acts, ["answered", "remarked", "looking"]);
    }

    fn of_the_last_two_who_step_aside_at_once_one_stays(house) {
        for round in 0..ROUNDS {
            let path = thread(house, "About both");
            let mut statuses = at_once(house, &["carl", "clara"], |browser, _| browser.post(&format!("{path}/aside"), &[]).status);
            statuses.sort_unstable();
            assert_eq!(statuses, [303, 422], "round {round}");
            let readers = ["carl", "clara"].into_iter().filter(|who| house.staff(who).get(&path).status == 200);
            assert_eq!(readers.count(), 1, "round {round}");
        }
    }

    fn neither_a_name_nor_a_step_aside_is_lost_when_both_come_at_once(house) {
        for round in 0..ROUNDS {
            change(house, "DELETE FROM anon_remark; DELETE FROM anon_message; DELETE FROM anon_thread");
            let phone = house.guest();
            let receipt = phone.writes("seaside", "I saw it happen");
            house.collects();
            let path = house.staff("carl").first_thread().path.clone();
            let lookup = phone.comes_back(&receipt).value("lookup");
            let name = [("lookup", lookup.as_str()), ("step", "reveal"), ("name", "Lena Fischer"), ("sure", "yes")];
            phone.post("/voice/receipt", &name).is(200);
            at_once(house, &["clara", "carl"], |browser, number| match number {
                0 => browser.post(&format!("{path}/aside"), &[]).status,
                _ => u16::try_from(house.collects()).unwrap(),
            });
            house.staff("carl").open(&path).is(200).says("made themself known as Lena Fischer");
            assert_eq!(house.staff("clara").get(&path).status, 404, "round {round}");
        }
    }
}
