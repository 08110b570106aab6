//! The writer's side: writing, the receipt, coming back.

use peopleworthy::people::role::{Grant, Role};
use peopleworthy::people::role_store;

use super::{count, leaves, lines};
use crate::house::{Engine, House};

on_both! {
    fn a_text_goes_all_the_way_and_the_answer_comes_back(house) {
        let phone = house.guest();
        let sent = phone.sends("seaside", "The fire door is chained at night", &[("place", "Cellar"), ("fix", "Take the chain off")]);
        let receipt = sent.is(200).receipt();
        let carl = house.staff("carl");
        carl.open("/voice/threads").is(200).says("Nothing here");
        phone.comes_back(&receipt).is(200).says("It has not been collected yet").lacks("fire door");
        assert_eq!(house.collects(), 1);
        let thread = carl.first_thread();
        thread.says("The fire door is chained at night").says("Cellar").says("Take the chain off").says("Nobody can know");
        let handle = thread.handle();
        assert_eq!(phone.comes_back(&receipt).is(200).handle(), handle);
        phone.open("/voice/answers?site=seaside").is(200).lacks(&handle);
        thread.form("/answer").fill("text", "The chain is gone. Thank you.").submit().is(200).says("The chain is gone");
        for path in ["/voice/answers?site=seaside", "/voice/answers/print?site=seaside", "/voice/answers?site=seaside&screen=1"] {
            phone.open(path).is(200).says(&handle);
        }
        phone.open("/voice/answers?site=harbour").is(200).lacks(&handle);
        let mine = phone.comes_back(&receipt).is(200);
        mine.says("The chain is gone").says("Carl Jensen").says("You").lacks("Received");
        assert_eq!(mine.count(".message-words strong"), 0, "words have no heading but what the site is shown");
        // Whether it was read is known to nobody: the board shows it as before.
        phone.open("/voice/answers?site=seaside").says(&handle);
        mine.form("/voice/receipt").fill("text", "It is back again.").post().is(200).says("It waits to be collected");
        carl.first_thread().lacks("It is back again");
        assert_eq!(house.collects(), 1);
        carl.first_thread().says("It is back again");
        // Two weeks later the board has room for others.
        house.later(15 * 86_400);
        phone.open("/voice/answers?site=seaside").is(200).lacks(&handle).says("Nothing was answered");
    }

    fn what_is_delicate_has_a_proper_channel_before_and_after_it_is_sent(house) {
        const DANGER: &str = "call the emergency number, or your shift lead";
        const GUEST: &str = "No guest may treat you like this";
        let phone = house.guest();
        let form = phone.open("/voice/anonymous?site=seaside").is(200);
        form.says(DANGER).says(GUEST).says("The law protects you when you report this");
        phone.open("/voice/anonymous?site=seaside&lang=de").is(200).says("Rufen Sie den Notruf oder Ihre Schichtleitung");
        let sent = |number: &str, lookup: Option<&str>| {
            let id = format!("766f6963-6500-4000-8000-0000000000{number}");
            let mut fields = vec![("category", id.as_str())];
            fields.extend(lookup.map(|lookup| ("lookup", lookup)));
            phone.sends("seaside", "It is on fire", &fields).is(200)
        };
        let danger = sent("09", None);
        danger.says(DANGER).lacks(GUEST);
        let usual = sent("01", None);
        usual.lacks(DANGER);
        // How long an answer is tells nobody on the way that it was delicate.
        assert_eq!(danger.bytes.len(), usual.bytes.len());
        let (one, other) = ("ab".repeat(32), "cd".repeat(32));
        assert_eq!(sent("09", Some(&one)).bytes.len(), sent("01", Some(&other)).bytes.len());
    }

    fn a_form_that_is_not_right_loses_nothing(house) {
        let phone = house.guest();
        let page = phone.sends("seaside", "Long and careful words", &[("code", "WRONG123"), ("place", "Cellar"), ("category", "")]);
        let page = page.is(422);
        assert_eq!(page.problem("code"), "This is not the code on the poster of this month or the last one.");
        assert_eq!(page.problem("category"), "What is it about?");
        assert_eq!(page.value("what"), "Long and careful words");
        assert_eq!(page.value("place"), "Cellar");
        let empty = phone.sends("seaside", " ", &[]).is(422);
        assert_eq!(empty.problem("what"), "What happens?");
        let long = phone.sends("seaside", &"a".repeat(5001), &[]).is(422);
        assert!(long.problem("what").contains("5,000"), "{}", long.problem("what"));
        assert_eq!(count(house, "anon_intake"), 0);
        // The code of last month still opens.
        let code = house.staff_room_code("seaside");
        house.later(20 * 86_400);
        phone.sends("seaside", "In the next month", &[("code", &code.to_lowercase())]).is(200);
        house.later(31 * 86_400);
        phone.sends("seaside", "In the month after", &[("code", &code)]).is(422);
        assert_eq!(count(house, "anon_intake"), 1);
    }

    fn a_second_press_shows_the_same_receipt_and_stores_nothing(house) {
        let phone = house.guest();
        let key = "7K3M9QX2V5T8R4N6W1Z0YHBG";
        let first = phone.sends("seaside", "Once", &[("form_key", key)]).is(200).receipt();
        assert_eq!(phone.sends("seaside", "Once", &[("form_key", key)]).is(200).receipt(), first);
        assert_eq!(count(house, "anon_intake"), 1);
        house.collects();
        assert_eq!(phone.sends("seaside", "Once", &[("form_key", key)]).is(200).receipt(), first);
        assert_eq!((count(house, "anon_intake"), count(house, "anon_thread")), (0, 1));
        let mine = phone.comes_back(&first);
        let back = mine.form("/voice/receipt").fill("text", "More");
        let again = mine.form("/voice/receipt").fill("text", "More");
        back.post().is(200);
        again.post().is(200);
        assert_eq!(count(house, "anon_intake"), 1);
        house.collects();
        mine.form("/voice/receipt").fill("text", "More").post().is(200);
        assert_eq!((count(house, "anon_intake"), count(house, "anon_message")), (0, 2));
    }

    fn a_browser_that_makes_its_receipt_sends_only_the_lookup(house) {
        let lookup = "ab".repeat(32);
        let phone = house.guest();
        let sent = phone.sends("seaside", "From a script", &[("lookup", &lookup)]).is(200);
        sent.says("Your receipt stayed in your browser").lacks("receipt-code");
        house.collects();
        let back = phone.post("/voice/receipt", &[("lookup", &lookup)]).is(200);
        back.says("From a script");
        house.guest().sends("seaside", "No lookup", &[("lookup", "xyz")]).is(400);
    }

    fn an13_a_receipt_that_leads_nowhere_says_so_honestly(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "Something");
        house.collects();
        let known = phone.comes_back(&receipt).is(200);
        let lost = phone.comes_back("0000-0000-0000-0000-0000-0000").is(200);
        lost.says("Nothing is found with this receipt").says("nothing can be done");
        assert_eq!(known.bytes.len(), lost.bytes.len());
        assert_eq!(phone.comes_back("not a receipt").is(422).problem("receipt"), "A receipt has six groups of four letters and digits.");
        // Spelt otherwise it is the same receipt.
        phone.comes_back(&receipt.to_lowercase().replace('-', " ")).is(200).says("Something");
    }

    fn what_was_settled_opens_again_when_the_writer_writes(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "The boiler");
        house.collects();
        let carl = house.staff("carl");
        let thread = carl.first_thread();
        thread.form("/state").fill("state", "changed").submit().is(200);
        carl.open("/voice/threads").says("Nothing here");
        carl.open("/voice/threads?shown=closed").is(200).link("/voice/threads/");
        let mine = phone.comes_back(&receipt);
        mine.says("Changed");
        mine.form("/voice/receipt").fill("text", "It broke again").post().is(200);
        house.collects();
        carl.first_thread().says("It broke again");
    }

    fn what_was_declined_is_received_once_more_when_the_writer_writes(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "The boiler");
        house.collects();
        let carl = house.staff("carl");
        let form = carl.first_thread().form("/state");
        form.fill("state", "declined").fill("reason", "It is a new one").submit().is(200);
        let state = || lines(house, "SELECT state || COALESCE(closed_on, '') AS one FROM anon_thread");
        assert_eq!(state(), ["declined2026-11-21"]);
        phone.comes_back(&receipt).form("/voice/receipt").fill("text", "It broke again").post().is(200);
        house.collects();
        assert_eq!(state(), ["received"]);
        // What was not closed stays where it stood.
        carl.first_thread().form("/state").fill("state", "looking").submit().is(200);
        phone.comes_back(&receipt).form("/voice/receipt").fill("text", "And again").post().is(200);
        house.collects();
        assert_eq!(state(), ["looking"]);
    }

    fn words_and_a_name_from_one_page_both_arrive(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "I saw it happen");
        house.collects();
        let mine = phone.comes_back(&receipt).is(200);
        let (lookup, form_key) = (mine.value("lookup"), mine.value("form_key"));
        mine.form("/voice/receipt").fill("text", "On Monday").post().is(200);
        let name = [("lookup", lookup.as_str()), ("form_key", &form_key), ("step", "reveal"), ("name", "Lena Fischer"), ("sure", "yes")];
        for _ in 0..2 {
            phone.post("/voice/receipt", &name).is(200);
        }
        assert_eq!(count(house, "anon_intake"), 2);
        house.collects();
        house.staff("carl").first_thread().says("On Monday").says("made themself known as Lena Fischer");
    }

    fn only_the_writer_makes_themself_known_and_for_good(house) {
        let phone = house.guest();
        let receipt = phone.writes("seaside", "I saw it happen");
        house.collects();
        let reveal = |fields: &[(&str, &str)]| {
            let page = phone.comes_back(&receipt);
            let lookup = page.value("lookup");
            let mut all = vec![("lookup", lookup.as_str()), ("step", "reveal")];
            all.extend_from_slice(fields);
            phone.post("/voice/receipt", &all)
        };
        let unsure = reveal(&[("name", "Lena Fischer")]).is(422);
        assert!(unsure.problem("sure").contains("cannot be undone"));
        assert_eq!(unsure.value("name"), "Lena Fischer");
        assert_eq!(count(house, "anon_intake"), 0);
        reveal(&[("name", "Lena Fischer"), ("sure", "yes")]).is(200);
        house.staff("carl").first_thread().lacks("Lena Fischer");
        house.collects();
        house.staff("carl").first_thread().says("made themself known as Lena Fischer");
        let mine = phone.comes_back(&receipt).is(200);
        mine.says("You have made yourself known as Lena Fischer").lacks("Make myself known");
    }

    fn a_small_site_is_warned_and_a_tiny_one_refused(house) {
        crate::anonymous::shrinks(house);
        let phone = house.guest();
        // Eight are left at Seaside, five at Harbour.
        let form = phone.open("/voice/anonymous?site=seaside").is(200);
        form.says("Only 8 people work here");
        assert_eq!(form.count("#site-hidden[checked]"), 1, "the site is left out unless the writer says otherwise");
        let hidden = phone.sends("seaside", "Without a site", &[("site_said", "no")]).is(200).receipt();
        house.collects();
        let list = house.staff("carl").open("/voice/threads").is(200).text();
        assert!(list.contains("Site not said") && !list.contains("tools Seaside"), "{list}");
        assert_eq!(phone.comes_back(&hidden).is(200).count(".kicker"), 0);
        // Left to four, nobody could hide there.
        leaves(house, "eva");
        let refused = phone.open("/voice/anonymous?site=harbour").is(200);
        refused.says("Fewer than five people work here").says("Confidential").lacks("name=\"what\"");
        let code = house.staff_room_code("harbour");
        phone.post("/voice/anonymous", &[("site", "harbour"), ("code", &code), ("what", "x")]).is(200).says("Fewer than five");
        assert_eq!(count(house, "anon_intake"), 0);
    }

    fn where_nobody_reads_nobody_is_asked_to_write(house) {
        let carl = house.person("carl");
        let grant = Grant { role: Role::ConfidentialHandler, site_id: None, department_id: None };
        house.write(move |deed| role_store::remove_grant(deed.conn, carl, grant));
        leaves(house, "clara");
        let phone = house.guest();
        let refused = phone.open("/voice/anonymous?site=seaside").is(200);
        refused.says("Nobody is appointed yet").lacks("name=\"what\"");
    }

    fn an17_no_file_is_taken_at_all(house) {
        let phone = house.guest();
        let form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\nGPS\r\n--x--\r\n";
        for path in ["/voice/anonymous", "/voice/receipt"] {
            let kind = ("Content-Type", "multipart/form-data; boundary=x");
            let page = phone.ask("POST", path, &[kind], Some(form.as_bytes().to_vec())).is(415);
            assert_eq!(page.bytes.len() % 16_384, 0);
            assert_eq!(phone.open(&format!("{path}?site=seaside")).count("input[type=file]"), 0);
        }
        assert_eq!(count(house, "anon_intake"), 0);
    }
}

#[test]
fn too_many_wrong_codes_from_one_network_have_to_wait_and_keep_their_words() {
    let house = House::with(Engine::Sqlite, &[("LIMITS", "on")]);
    let phone = house.guest();
    for _ in 0..40 {
        phone.sends("seaside", "Guessing", &[("code", "AAAAAAAA")]).is(422);
    }
    let page = phone.sends("seaside", "Guessing", &[("code", "AAAAAAAA")]).is(422);
    assert!(page.problem("code").starts_with("There were a great many tries"), "{}", page.problem("code"));
    assert_eq!(page.value("what"), "Guessing");
    // Whoever knows the code is not held up by those who guess.
    phone.writes("seaside", "Knowing");
    house.later(3600);
    let page = phone.sends("seaside", "Guessing", &[("code", "AAAAAAAA")]).is(422);
    assert!(page.problem("code").starts_with("This is not the code"), "another hour begins anew");
}
