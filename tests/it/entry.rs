//! Letting many people in at once: by mail whoever has an address, by a printed slip whoever has none.

use crate::house::page::Page;
use crate::house::{Browser, House};

const NEW: &str = "employee_number,given_name,family_name,email,site,role
nora,Nora,Lund,nora@new.example,seaside,
nils,Nils,Holm,,seaside,
noor,Noor,Aziz,,harbour,
nana,Nana,Osei,,seaside,responder@seaside
nico,Nico,Vidal,nico@new.example,seaside,admin
";

/// People who are new, and whom nobody asked in yet.
fn newcomers(house: &House) {
    let ada = house.staff("ada");
    let done = ada.post("/admin/people/import", &[("step", "import"), ("csv", NEW)]).is(200);
    assert_eq!(ada.open(&done.link("/admin/people/entry")).is(200).count("[name=person]"), 4, "all but Nana");
}

fn enters(house: &House, number: &str, code: &str) -> bool {
    let guest = house.guest();
    let form = guest.open("/sign-in").form("/sign-in").fill("who", number).fill("secret", code);
    form.post().status == 303
}

/// What the boxes of a list stand for.
fn choices(list: &Page) -> Vec<String> {
    let boxes = scraper::Selector::parse("[name=person]").unwrap();
    list.html().select(&boxes).map(|one| one.value().attr("value").unwrap().to_owned()).collect()
}

fn names(browser: &Browser, address: &str) -> Vec<String> {
    let mut names = browser.open(address).is(200).texts(".choices strong");
    names.sort();
    names
}

on_both! {
    fn a4_by_one_press_some_are_invited_and_slips_are_made_for_the_others(house) {
        newcomers(house);
        let harriet = house.staff("harriet");
        let people = harriet.open("/admin/people").is(200).says("5 people were not asked in yet").link("/admin/people/entry");
        let list = harriet.open(&people).is(200);
        list.says("Invitation to nora@new.example").says("No mail server is set yet");
        list.says("Their role needs a password, and there is no e-mail address").says("Only an administrator can let them in");
        let done = list.form("/admin/people/entry").submit().is(200);
        assert_eq!(list.count("body[data-behaviour~=live]"), 1);
        assert_eq!(done.count("body[data-behaviour~=live]"), 0, "what is shown once must not fetch something else in its place");
        done.says("They can come in").says("One invitation is written, but reaches nobody yet").says("these 2 slips").lacks("Left out");
        let slips: Vec<(String, String)> =
            done.texts(".slip bdi").into_iter().zip(done.texts(".slip-code")).collect();
        let code = |name: &str| slips.iter().find(|(whose, _)| whose == name).unwrap_or_else(|| panic!("{slips:?}")).1.clone();
        assert_eq!(names(&harriet, &done.link("/admin/people/entry")), ["Nana Osei", "Nico Vidal"]);
        assert_eq!(names(&harriet, "/admin/people/entry?shown=asked"), ["Nils Holm", "Noor Aziz", "Nora Lund"]);
        assert_eq!(names(&harriet, "/admin/people/entry?shown=asked&site=harbour"), ["Noor Aziz"]);
        harriet.get("/admin/people/entry?site=nowhere").is(404);
        harriet.open("/admin/people/entry?shown=asked").says("invited, link good until").says("has a slip");

        assert!(enters(house, "nils", &code("Nils Holm").to_lowercase()) && enters(house, "noor", &code("Noor Aziz")));
        assert!(!enters(house, "noor", &code("Nils Holm")), "each has a code of their own");
        let nora = house.guest();
        let letter = house.mail_to("nora@new.example", "").link("/invited/");
        nora.open(&letter).form("/invited/").fill("password", "seven geese on a green hill").submit().is(200).says("Nora");
        assert_eq!(names(&harriet, "/admin/people/entry?shown=asked"), ["Nils Holm", "Noor Aziz"], "they kept the printed code");
        let ada = house.staff("ada");
        ada.open("/admin/audit").is(200).says("own code issued").says("invited");
    }

    fn a_second_press_makes_no_second_mail_and_no_slip_worthless(house) {
        newcomers(house);
        let harriet = house.staff("harriet");
        let list = harriet.open("/admin/people/entry").is(200);
        let (first, second) = (list.form("/admin/people/entry").submit(), list.form("/admin/people/entry").submit());
        first.says("They can come in");
        second.is(200).says("Nobody was let in").says("they were asked in the meantime").lacks("shown only now");
        assert_eq!(house.mails_to("nora@new.example").len(), 1);
        let code = first.texts(".slip-code").remove(first.texts(".slip bdi").iter().position(|name| name == "Nils Holm").unwrap());
        assert!(enters(house, "nils", &code));
    }

    fn of_two_who_let_in_at_once_each_prints_slips_that_are_good(house) {
        newcomers(house);
        let (ada, harriet) = (house.staff("ada"), house.staff("harriet"));
        let cookies = [&ada, &harriet].map(|browser| browser.cookie("__Host-pw").unwrap());
        let keys = ["nils", "noor", "nora"].map(|number| format!("{}.0", house.person(number)));
        let start = std::sync::Barrier::new(2);
        let printed: Vec<(String, String)> = std::thread::scope(|scope| {
            let both = cookies.map(|cookie| scope.spawn({
                let (keys, start) = (&keys, &start);
                move || {
                    let browser = house.guest();
                    browser.set_cookie("__Host-pw", &cookie);
                    start.wait();
                    let fields = keys.each_ref().map(|key| ("person", key.as_str()));
                    let done = browser.post("/admin/people/entry", &fields).is(200);
                    done.texts(".slip bdi").into_iter().zip(done.texts(".slip-code")).collect::<Vec<_>>()
                }
            }));
            both.into_iter().flat_map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(printed.len(), 2, "{printed:?}");
        for (name, code) in &printed {
            assert!(enters(house, &name.split(' ').next().unwrap().to_lowercase(), code), "{name}");
        }
        assert_eq!(house.mails_to("nora@new.example").len(), 1);
    }

    fn an_invitation_goes_to_the_address_that_is_shown_and_takes_the_place_of_a_slip(house) {
        newcomers(house);
        let harriet = house.staff("harriet");
        let slips = harriet.open("/admin/people/entry").form("/admin/people/entry").submit().is(200);
        let slips: Vec<_> = slips.texts(".slip bdi").into_iter().zip(slips.texts(".slip-code")).collect();
        let code = &slips.iter().find(|(name, _)| name == "Nils Holm").unwrap().1;
        for (number, address) in [("nils", "nils@new.example"), ("nora", "nora.lund@new.example")] {
            let path = format!("/admin/people/{}", house.person(number));
            harriet.open(&path).form(&path).fill("email", address).submit().is(200);
        }
        let list = harriet.open("/admin/people/entry?shown=asked").is(200);
        list.says("Invitation to nils@new.example").says("Invitation to nora.lund@new.example");
        let form = ["nils", "nora"].into_iter().fold(list.form("/admin/people/entry"), |form, number| {
            let key = house.person(number).to_string();
            let choice = choices(&list).into_iter().find(|choice| choice.starts_with(&key)).unwrap();
            form.choose("person", &choice)
        });
        form.submit().is(200).says("2 invitations are written, but reach nobody yet");
        house.mail_to("nils@new.example", "");
        house.mail_to("nora.lund@new.example", "");
        assert_eq!(house.mails_to("nora@new.example").len(), 1, "the first one, before the address was put right");
        assert!(!enters(house, "nils", code), "the slip is worth nothing any more");
    }

    fn who_unticks_everybody_is_asked_and_nobody_is_ticked_again(house) {
        newcomers(house);
        let harriet = house.staff("harriet");
        let list = harriet.open("/admin/people/entry?site=seaside").is(200);
        assert_eq!(list.count("[name=person][checked]"), 2);
        let again = harriet.post("/admin/people/entry", &[("site", "seaside")]).is(422);
        assert_eq!(again.problem("person"), "Tick at least one person.");
        assert_eq!((again.count("[name=person]"), again.count("[name=person][checked]")), (2, 0));
        let key = format!("{}.0", house.person("nils"));
        let done = again.form("/admin/people/entry").choose("person", &key).submit().is(200);
        done.says("this slip is shown only now").lacks("invitation");
        assert_eq!(done.link("/admin/people/entry"), "/admin/people/entry?site=seaside");
    }

    fn who_was_asked_and_did_not_come_is_asked_again(house) {
        newcomers(house);
        let ada = house.staff("ada");
        let first = ada.open("/admin/people/entry").form("/admin/people/entry").submit().is(200);
        first.says("2 invitations are written, but reach nobody yet");
        let old = first.texts(".slip-code");
        let link = house.mail_to("nora@new.example", "").link("/invited/");
        house.later(73 * 3_600);
        let ada = house.staff("ada");
        let list = ada.open("/admin/people/entry?shown=asked").is(200);
        list.says("invited, link has run out");
        let nobody = list.form("/admin/people/entry").submit().is(422);
        assert_eq!(nobody.problem("person"), "Tick at least one person.");
        let form = choices(&list).iter().fold(list.form("/admin/people/entry"), |form, choice| form.choose("person", choice));
        let again = form.submit().is(200);
        again.says("2 invitations are written, but reach nobody yet").says("these 2 slips");
        assert!(house.guest().open(&link).body().contains("no longer good") || !house.guest().open(&link).has_form("/invited/"));
        let newer = house.mails_to("nora@new.example").last().unwrap().link("/invited/");
        assert!(newer != link && house.guest().open(&newer).is(200).has_form("/invited/"));
        assert!(["nils", "noor"].iter().all(|who| old.iter().all(|code| !enters(house, who, code))), "old slips are worth nothing");
        let mut codes = again.texts(".slip-code");
        assert!(codes.iter().any(|code| enters(house, "nils", code)));
        codes.retain(|code| old.contains(code));
        assert!(codes.is_empty());
    }

    fn who_looks_after_one_site_lets_in_there_and_nobody_above_themselves(house) {
        newcomers(house);
        let mia = house.staff("mia");
        assert_eq!(names(&mia, "/admin/people/entry"), ["Nana Osei", "Nico Vidal", "Nils Holm", "Nora Lund"]);
        mia.get("/admin/people/entry?site=harbour").is(404);
        let list = mia.open("/admin/people/entry").is(200);
        assert_eq!(list.count("[name=person]"), 2);
        let key = |number: &str| format!("{}.0", house.person(number));
        list.form("/admin/people/entry").forge("person", &key("noor")).submit().is(200).says("Nobody was let in").lacks("Noor");
        let nico = list.form("/admin/people/entry").forge("person", &key("nico")).submit().is(200);
        nico.says("Left out").says("only an administrator can let them in");
        assert!(house.mails_to("nico@new.example").is_empty());
        let amina = list.form("/admin/people/entry").forge("person", &key("amina")).submit().is(200);
        amina.says("they were asked in the meantime, or have come");
        list.form("/admin/people/entry").forge("person", "rubbish").submit().is(400);
        let tomas = house.staff("tomas");
        tomas.get("/admin/people/entry").is(403);
        tomas.post("/admin/people/entry", &[("person", &key("nils"))]).is(403);
        assert_eq!(names(&mia, "/admin/people/entry").len(), 4, "nobody was let in");
    }
}
