//! A guest at the door thanks somebody; the one who is thanked hears of it.

use diesel::prelude::*;
use peopleworthy::app::Deed;
use peopleworthy::db::schema::mail;
use peopleworthy::mail::{outbox, refusal_store};

use crate::house::journeys::{follow_link, note_links};
use crate::house::{BASE_URL, House};
use crate::voice_races::while_under_way;

/// The state and the words of each mail about praise that has not gone out.
fn waiting(house: &House) -> Vec<(String, String)> {
    house.read(|conn| {
        let unsent = mail::table.filter(mail::kind.eq("praise_received")).filter(mail::state.ne("sent"));
        unsent.select((mail::state, mail::text_body)).load(conn)
    })
}

on_both! {
    fn a_guest_thanks_somebody_and_they_read_it_the_same_second(house) {
        let guest = house.guest();
        let sent = guest.praises("seaside", "Amina Diallo", "Found my key in the pool filter");
        sent.says("It is on Amina’s page");
        sent.lacks("Diallo"); // a guest learns the name people call them by
        let amina = house.staff("amina");
        amina.open("/home").is(200).says("Found my key in the pool filter");
        house.staff("tomas").open("/home").is(200).lacks("Found my key");
        let link = house.mail_to("amina@staff.example", "A guest caught you").link("/praise/");
        let note = amina.open(&link).is(200);
        note.says("Found my key in the pool filter").says("This is about you").says("From a guest");
        guest.open(&follow_link(&sent)).is(200).says("Amina has read it");
    }

    fn a_misspelt_name_is_asked_about_once_and_then_chosen(house) {
        let guest = house.guest();
        let form = guest.open("/at/seaside/praise").form("/praise");
        let asked = form.fill("who", "Aminna").fill("did", "Carried me to the car").submit().is(422);
        asked.says("Please pick the person you mean");
        assert_eq!(asked.value("did"), "Carried me to the car");
        let amina = house.person("amina").to_string();
        let sent = asked.form("/praise").choose("person", &amina).submit().is(200);
        sent.says("It is on Amina’s page");
        house.staff("amina").newest_note().says("Carried me to the car");
    }

    fn without_a_script_find_and_change_work_by_buttons(house) {
        let guest = house.guest();
        let form = guest.open("/at/seaside/praise").form("/praise").fill("did", "Sang for us");
        let found = form.fill("who", "tomaš").choose("step", "find").submit().is(200);
        found.says("Tomás Novák");
        assert_eq!(found.value("did"), "Sang for us");
        let tomas = house.person("tomas").to_string();
        found.form("/praise").choose("person", &tomas).submit().is(200).says("It is on Tomás’s page");
        house.staff("tomas").newest_note().says("Sang for us");
    }

    fn whoever_looks_for_a_name_and_ticks_nobody_is_asked_once_which_it_is(house) {
        let guest = house.guest();
        let form = guest.open("/at/seaside/praise").form("/praise").fill("did", "Sang for us");
        let found = form.fill("who", "tomaš").choose("step", "find").submit().is(200);
        let asked = found.form("/praise").submit().is(422);
        asked.says("Please pick the person you mean");
        asked.form("/praise").submit().is(200).lacks("It is on Tomás’s page");
    }

    fn thanks_without_words_is_thanks(house) {
        let form = house.guest().open("/at/seaside/praise").is(200).form("/praise").action;
        assert_eq!(form, "/at/seaside/praise");
        let guest = house.guest();
        let form = guest.open("/at/seaside/praise").form("/praise").fill("who", "Lena Fischer");
        form.choose("just_thanks", "yes").submit_at_once().is(200).says("It is on Lena’s page");
        house.staff("lena").newest_note().says("Thank you!");
    }

    fn the_answer_of_the_one_praised_comes_back_to_the_guest(house) {
        let guest = house.guest();
        let sent = guest.praises_and_leaves("Amina Diallo", "Stayed after her shift", "mara@guest.example");
        sent.says("we have sent you a mail");
        guest.confirms("mara@guest.example");
        guest.open(&follow_link(&sent)).says("We will write to you");
        let amina = house.staff("amina");
        let said = amina.newest_note().form("/thanks").fill("thanks", "It was a joy, come again").submit().is(200);
        said.says("Your thanks are on their way").says("It was a joy, come again");
        let link = house.mail_to("mara@guest.example", "Amina read your note").link("/follow/");
        guest.open(&link).is(200).says("Amina says: It was a joy, come again");
        // Once is enough: the first words stand.
        amina.post(&format!("{}/thanks", note_links(&amina.open("/praise/mine"))[0]), &[("thanks", "Again")]);
        guest.open(&link).lacks("Again").says("It was a joy");
        assert_eq!(house.mails_to("mara@guest.example").len(), 2);
    }

    fn a_guest_adds_to_a_note_and_answers_three_questions(house) {
        let guest = house.guest();
        let link = follow_link(&guest.praises("seaside", "Amina Diallo", "Kept my seat"));
        let added = guest.open(&link).form("/add").fill("addition", "And brought me tea").submit().is(200);
        added.says("Your words are added").says("And brought me tea");
        let empty = guest.open(&link).form("/add").submit().is(422);
        assert_eq!(empty.problem("addition"), "Please write something here.");
        let in_german = empty.form("/language").choose("language", "de").submit().is(200);
        assert_eq!(in_german.path, link, "the address that the form went to has nothing to get");
        guest.open(&link).form("/language").choose("language", "en").submit().is(200);
        let answered =
            guest.open(&link).form("/answers").choose("satisfied", "yes").choose("return", "partly").submit();
        answered.is(200).says("That helps");
        let again = guest.open(&link);
        assert_eq!(again.count("#satisfied-yes[checked], #return-partly[checked]"), 2);
        assert_eq!(again.count("[name=individual][checked]"), 0);
        house.staff("amina").newest_note().says("And brought me tea");
    }

    fn a_note_takes_twenty_additions_and_says_so_of_the_next_with_its_words_kept(house) {
        let guest = house.guest();
        let link = follow_link(&guest.praises("seaside", "Amina Diallo", "Kept my seat"));
        for number in 0..20 {
            guest.post(&format!("{link}/add"), &[("addition", &format!("And more {number}"))]).is(303);
        }
        guest.post(&format!("{link}/add"), &[("addition", "And more 3")]).is(303);
        let full = guest.open(&link).form("/add").fill("addition", "One word more").submit().is(422);
        assert_eq!(full.problem("addition"), "That is as much as one note takes. A further one tells it to them as well.");
        assert_eq!(full.value("addition"), "One word more");
        guest.open(&link).says("And more 19").lacks("One word more");
    }

    fn a_value_that_was_taken_off_the_list_does_not_keep_a_colleagues_praise_back(house) {
        let tomas = house.staff("tomas");
        let gone = uuid::Uuid::new_v4().to_string();
        let fields = [("person", house.person("amina").to_string()), ("did", "Carried all the cases".into()), ("values", gone)];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        tomas.post("/praise", &fields).is(303);
        house.staff("amina").newest_note().says("Carried all the cases");
    }

    fn a_note_that_is_taken_back_is_gone_for_everybody(house) {
        let guest = house.guest();
        let link = follow_link(&guest.praises("seaside", "Amina Diallo", "Lent me her umbrella"));
        let amina = house.staff("amina");
        let mine = amina.open("/praise/mine").is(200);
        mine.says("Lent me her umbrella");
        let note = note_links(&mine)[0].clone();
        let question = guest.open(&guest.open(&link).link("/withdraw")).is(200);
        question.says("Take your note back?");
        question.form("/withdraw").submit().is(200).says("Your note is taken back");
        guest.get(&link).is(404);
        guest.get(&format!("{link}/withdraw")).is(404);
        amina.open("/praise/mine").is(200).lacks("Lent me her umbrella");
        amina.open("/home").is(200).lacks("Lent me her umbrella");
        amina.get(&note).is(404).lacks("umbrella");
    }

    fn no_mail_that_waits_tells_of_a_note_that_is_taken_back(house) {
        house.write(|deed| refusal_store::insert(deed.conn, "amina@staff.example", "550 mailbox full", deed.now));
        let guest = house.guest();
        let link = follow_link(&guest.praises("seaside", "Amina Diallo", "Lent me her umbrella"));
        guest.praises("seaside", "Amina Diallo", "Found my keys");
        assert_eq!(waiting(house).len(), 2);
        guest.open(&guest.open(&link).link("/withdraw")).form("/withdraw").submit().is(200);
        let left = waiting(house);
        assert!(left.len() == 1 && left[0].1.contains("keys"), "{left:?}");
    }

    fn a_mail_that_is_written_while_its_address_is_found_to_take_mail_again_is_not_held(house) {
        house.write(|deed| refusal_store::insert(deed.conn, "amina@staff.example", "550 mailbox full", deed.now));
        let opens = |deed: &mut Deed| outbox::reopen(deed, "amina@staff.example");
        while_under_way(house, opens, || drop(house.guest().praises("seaside", "Amina Diallo", "Was kind")));
        assert!(!waiting(house).iter().any(|mail| mail.0 == "held"));
    }

    fn a_second_press_makes_no_second_note(house) {
        let guest = house.guest();
        let page = guest.open("/at/seaside/praise");
        let fill = || page.form("/praise").fill("who", "Amina Diallo").fill("did", "Smiled");
        house.later(20);
        let first = fill().submit_at_once().is(200);
        let second = fill().submit_at_once().is(200);
        assert_eq!(follow_link(&first), follow_link(&second));
        assert_eq!(note_links(&house.staff("amina").open("/praise/mine")).len(), 1);
        assert_eq!(house.mails_to("amina@staff.example").len(), 1);
    }

    fn heard_on_the_spot_counts_as_read(house) {
        let guest = house.guest();
        let sent = guest.praises("seaside", "Amina Diallo", "Whistled a tune");
        assert_eq!(sent.count("img[src^='data:image/svg']"), 1);
        let amina = house.person("amina");
        let share = house.read(move |conn| {
            use diesel::prelude::*;
            use peopleworthy::db::schema::note_recipient as share;
            let of_amina = share::table.filter(share::person_id.eq(amina));
            of_amina.select(share::id).first::<peopleworthy::ids::RecipientId>(conn)
        });
        // Nobody but a phone reads a code of dots; what stands in it is made the same way here.
        let token = house.app.secrets.derived_token(peopleworthy::praise::pages::give::SEEN, share.0.as_bytes());
        let scanned = house.guest();
        let page = scanned.open(&format!("{BASE_URL}/seen/{token}")).is(200);
        page.says("Did you hear this, Amina?").lacks("Whistled"); // whoever scans it need not be Amina
        guest.open(&follow_link(&sent)).lacks("heard it on the spot"); // opening the page changes nothing
        page.form("/seen/").submit().is(200).says("Well done, Amina");
        guest.open(&follow_link(&sent)).says("Amina heard it on the spot");
    }

    fn time_to_hear_is_the_median_from_sent_to_read(house) {
        let (guest, amina) = (house.guest(), house.staff("amina"));
        amina.open("/praise/mine").lacks("it usually takes you");
        for minutes in [1, 10, 60] {
            guest.praises("seaside", "Amina Diallo", &format!("Waited {minutes} minutes for this"));
            house.later(minutes * 60);
            amina.newest_note();
        }
        amina.open("/praise/mine").says("From being sent to being read, it usually takes you 10 min");
    }

    fn a_browser_that_fetches_in_advance_has_not_read(house) {
        let guest = house.guest();
        let link = follow_link(&guest.praises("seaside", "Amina Diallo", "Held the door"));
        let amina = house.staff("amina");
        let note = note_links(&amina.open("/praise/mine"))[0].clone();
        amina.ask("GET", &note, &[("Sec-Purpose", "prefetch")], None).is(200);
        amina.ask("HEAD", &note, &[], None).is(200);
        amina.ask("GET", &note, &[("Sec-Fetch-Dest", "empty")], None).is(200);
        house.staff("mia").get(&note);
        guest.open(&link).lacks("has read it").says("It is on Amina’s page");
        amina.post(&format!("{note}/read"), &[]).is(204);
        guest.open(&link).says("Amina has read it");
    }
}
