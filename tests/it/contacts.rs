//! An address that a guest leaves: nothing but one question goes there until its owner has said yes (MW10).

use diesel::prelude::*;
use peopleworthy::db::schema::contact;
use peopleworthy::ids::ContactId;
use peopleworthy::mail::outbox;

use crate::house::journeys::follow_link;
use crate::voice_races::while_under_way;

const DAY: i64 = 24 * 3600;

on_both! {
    fn mw10_nothing_but_one_question_goes_to_an_address_nobody_confirmed(house) {
        let guest = house.guest();
        guest.praises_and_leaves("Amina Diallo", "Found the rabbit", "zoe@guest.example");
        let amina = house.staff("amina");
        amina.newest_note().form("/thanks").fill("thanks", "With pleasure").submit().is(200);
        let concern = guest.open("/at/seaside/concern").form("/concern");
        concern.fill("body", "The lift is slow").fill("sender_email", "zoe@guest.example").submit().is(200);
        let rita = house.staff("rita");
        let thread = rita.open(&rita.open("/inbox").link("/inbox/0"));
        thread.form("/reply").fill("text", "We oil it today").submit().is(200);
        thread.says("once they have confirmed their address");
        let mails = house.mails_to("zoe@guest.example");
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert!(!mails[0].source.contains("rabbit") && !mails[0].text.contains("pleasure"));
        house.staff("ada").open("/admin/mail").lacks("Amina read your note");
        // What was said meanwhile is not lost: it goes out once they have confirmed, and once.
        for _ in 0..2 {
            guest.confirms("zoe@guest.example");
            assert_eq!(house.mails_to("zoe@guest.example").len(), 3);
        }
        house.mail_to("zoe@guest.example", "Amina read your note");
    }

    fn mw10_nobody_is_told_of_an_answer_to_what_they_have_taken_back(house) {
        let guest = house.guest();
        let praise = follow_link(&guest.praises_and_leaves("Amina Diallo", "Found the rabbit", "zoe@guest.example"));
        house.staff("amina").newest_note().form("/thanks").fill("thanks", "With pleasure").submit().is(200);
        let concern = guest.open("/at/seaside/concern").form("/concern").fill("body", "The lift is slow");
        let concern = follow_link(&concern.fill("sender_email", "zoe@guest.example").submit().is(200));
        let rita = house.staff("rita");
        let thread = rita.open(&rita.open("/inbox").link("/inbox/0"));
        thread.form("/reply").fill("text", "We oil it today").submit().is(200);
        guest.open(&format!("{praise}/withdraw")).form("/withdraw").submit().is(200);
        guest.open(&concern).form("/withdraw").submit().is(200);
        guest.confirms("zoe@guest.example");
        assert_eq!(house.mails_to("zoe@guest.example").len(), 1, "the question, and nothing else");
    }

    fn whether_an_address_was_confirmed_is_told_to_nobody_who_leaves_it(house) {
        let guest = house.guest();
        let asides = |page: &crate::house::page::Page| page.texts("p.aside");
        let unknown = asides(&guest.praises_and_leaves("Amina Diallo", "Was kind", "zoe@guest.example"));
        guest.confirms("zoe@guest.example");
        let known = asides(&guest.praises_and_leaves("Lena Fischer", "Was kind too", "zoe@guest.example"));
        assert_eq!(unknown, known);
        assert!(!known.is_empty());
        let concern = |address: &str| {
            let form = guest.open("/at/seaside/concern").form("/concern").fill("body", "The lift is slow");
            asides(&form.fill("sender_email", address).submit().is(200))
        };
        assert_eq!(concern("zoe@guest.example"), concern("yan@guest.example"));
    }

    fn mw10_one_question_a_day_and_three_in_a_life(house) {
        let guest = house.guest();
        let asked = |after: i64| {
            house.later(after);
            guest.praises_and_leaves("Amina Diallo", "Was kind", "Zoe@Guest.example");
            house.mails_to("uest.example").len()
        };
        assert_eq!(asked(0), 1);
        assert_eq!(asked(60), 1);
        assert_eq!(asked(DAY), 2);
        assert_eq!(asked(DAY), 3);
        assert_eq!(asked(DAY), 3);
        assert_eq!(asked(30 * DAY), 3);
    }

    fn mw10_a_confirmed_address_is_not_asked_again(house) {
        let guest = house.guest();
        guest.praises_and_leaves("Amina Diallo", "Was kind", "zoe@guest.example");
        guest.confirms("zoe@guest.example");
        house.later(2 * DAY);
        guest.praises_and_leaves("Lena Fischer", "Was kind too", "zoe@guest.example").says("We will write to you");
        assert_eq!(house.mails_to("zoe@guest.example").len(), 1);
    }

    fn mw8_what_is_written_while_its_reader_says_stop_does_not_go_out(house) {
        let guest = house.guest();
        let concern = guest.open("/at/seaside/concern").form("/concern");
        concern.fill("body", "The lift is slow").fill("sender_email", "zoe@guest.example").submit().is(200);
        guest.confirms("zoe@guest.example");
        let rita = house.staff("rita");
        let thread = rita.open(&rita.open("/inbox").link("/inbox/0")).is(200);
        let zoe: ContactId = house.read(|conn| contact::table.select(contact::id).first(conn));
        while_under_way(house, move |deed| outbox::stop(deed, zoe).map(drop), || {
            thread.form("/reply").fill("text", "We oil it today").submit().is(200).says("We oil it today");
        });
        assert_eq!(house.mails_to("zoe@guest.example").len(), 1, "the question, and nothing else");
    }

    fn au10_opening_the_question_is_not_answering_it(house) {
        let guest = house.guest();
        let link = follow_link(&guest.praises_and_leaves("Amina Diallo", "Was kind", "zoe@guest.example"));
        let question = house.mail_to("zoe@guest.example", "Is this your address?").link("/mail/confirm/");
        house.guest().only_looks(&question);
        let is_confirmed = || house.read(|conn| contact::table.select(contact::confirmed_at.is_not_null()).first::<bool>(conn));
        assert!(!is_confirmed());
        let button = house.guest();
        let page = button.open(&question);
        page.form("/mail/confirm/").submit().is(200);
        page.form("/mail/confirm/").submit().is(200); // a second press is no error
        assert!(is_confirmed());
        guest.open(&link).says("We will write to you");
    }

    fn a_question_runs_out_after_a_week(house) {
        let guest = house.guest();
        guest.praises_and_leaves("Amina Diallo", "Was kind", "zoe@guest.example");
        let question = house.mail_to("zoe@guest.example", "Is this your address?").link("/mail/confirm/");
        house.later(7 * DAY + 60);
        guest.get(&question).is(404);
    }

    fn au10_opening_the_link_to_stop_stops_nothing(house) {
        let guest = house.guest();
        guest.praises_and_leaves("Amina Diallo", "Was kind", "zoe@guest.example");
        guest.confirms("zoe@guest.example");
        house.staff("amina").newest_note().form("/thanks").fill("thanks", "You are welcome").submit().is(200);
        let stop = house.mail_to("zoe@guest.example", "Amina read your note").link("/mail/stop/");
        house.guest().only_looks(&stop);
        house.later(2 * DAY);
        guest.praises_and_leaves("Lena Fischer", "Was kind too", "zoe@guest.example").says("We will write to you");
        guest.open(&stop).form("/mail/stop/").submit().is(200);
    }

    fn one_press_stops_all_mail(house) {
        let guest = house.guest();
        guest.praises_and_leaves("Amina Diallo", "Was kind", "zoe@guest.example");
        guest.confirms("zoe@guest.example");
        house.staff("amina").newest_note().form("/thanks").fill("thanks", "You are welcome").submit().is(200);
        let stop = house.mail_to("zoe@guest.example", "Amina read your note").link("/mail/stop/");
        guest.open(&stop).is(200);
        // What a mail provider sends for one click: no cookie, another origin, as often as it likes.
        let provider = house.guest();
        for _ in 0..2 {
            let headers = [
                ("Content-Type", "application/x-www-form-urlencoded"),
                ("Origin", "https://mail.example"),
                ("Sec-Fetch-Site", "cross-site"),
            ];
            provider.ask("POST", &stop, &headers, Some(b"List-Unsubscribe=One-Click".to_vec())).is(200);
        }
        guest.praises("seaside", "Lena Fischer", "Was kind too");
        let before = house.mails_to("zoe@guest.example").len();
        house.later(2 * DAY);
        guest.praises_and_leaves("Lena Fischer", "Was kinder still", "zoe@guest.example");
        house.staff("lena").newest_note().form("/thanks").fill("thanks", "Thanks").submit().is(200);
        // Only a new question; not the answer.
        let after = house.mails_to("zoe@guest.example");
        assert!(after.len() <= before + 1 && !after.iter().any(|mail| mail.subject.contains("Lena")), "{after:?}");
    }
}
