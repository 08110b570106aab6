//! The end of a thread: who is told of it, who may hold it, and what is written in the last moment.

use peopleworthy::people::audit::What;
use peopleworthy::people::audit_store::{self, Wanted};
use peopleworthy::voice::retention;

use super::count;
use crate::house::House;

const DAY: i64 = 86_400;

fn run(house: &House) {
    house.run(retention::run(&house.app)).unwrap();
}

/// A thread that Clara must not know of, settled so many days ago; its key and the receipt.
fn settled(house: &House, days_ago: i64) -> (String, String) {
    let phone = house.guest();
    let clara = house.person("clara").to_string();
    let receipt = phone.sends("seaside", "About Clara", &[("exclude", &clara)]).is(200).receipt();
    house.collects();
    let carl = house.staff("carl");
    let thread = carl.first_thread();
    thread.form("/state").fill("state", "changed").submit().is(200);
    let id = thread.path.rsplit('/').next().unwrap().to_owned();
    house.later(days_ago * DAY);
    (id, receipt)
}

on_both! {
    fn a_thread_that_ends_is_announced_to_its_handlers_and_held_by_them_alone(house) {
        let (id, _) = settled(house, 705);
        run(house);
        assert_eq!(house.mails_to("carl@staff.example").iter().filter(|mail| mail.text.contains("/voice/keeping")).count(), 1);
        let told = house.mails_to("clara@staff.example");
        assert!(told.iter().all(|mail| !mail.text.contains("/voice/keeping")), "whom the writer excluded hears nothing of it");
        let path = format!("/voice/keeping/{id}");
        for who in ["clara", "mia", "ada", "lena"] {
            let browser = house.staff(who);
            assert!(!browser.open("/voice/keeping").is(200).has_form(&path), "{who}");
            assert_eq!(browser.post(&path, &[("step", "hold")]).status, 404, "{who}");
        }
        let carl = house.staff("carl");
        let page = carl.open("/voice/keeping").is(200);
        page.says("Rooms, things and tools").says("Seaside").lacks("About Clara");
        page.form(&path).choose("step", "hold").submit().is(200).says("Held since");
        house.later(40 * DAY);
        run(house);
        assert_eq!(count(house, "anon_thread"), 1, "it is held");
        let wanted = Wanted { what: Some(What::Handled), limit: 1, ..Wanted::default() };
        let entry = house.read(move |conn| audit_store::list(conn, &wanted)).remove(0);
        assert_eq!((entry.about.as_str(), entry.detail.as_str(), entry.about_id.unwrap().len()), ("thread", "held", 16));
        house.staff("carl").open("/voice/keeping").form(&path).choose("step", "release").submit().is(200);
        run(house);
        house.later(30 * DAY);
        run(house);
        assert_eq!(count(house, "anon_thread"), 0, "let go of and announced anew, it ends");
    }

    fn what_still_waits_to_be_collected_keeps_its_thread(house) {
        let (_, receipt) = settled(house, 705);
        run(house);
        house.later(29 * DAY);
        let phone = house.guest();
        phone.comes_back(&receipt).form("/voice/receipt").fill("text", "It broke again").post().is(200);
        house.later(3 * DAY);
        run(house);
        assert_eq!(count(house, "anon_thread"), 1, "somebody has more to say");
        house.collects();
        house.staff("carl").first_thread().says("It broke again");
    }
}
