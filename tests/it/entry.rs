//! Letting many people in at once: by mail whoever has an address, by a printed slip whoever has none.

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

fn names(browser: &Browser, address: &str) -> Vec<String> {
    let mut names = browser.open(address).is(200).texts(".choices strong");
    names.sort();
    names
}

on_both! {
    fn a4_by_one_press_some_are_invited_and_slips_are_made_for_the_others(house) {
        newcomers(house);
        let harriet = house.staff("harriet");
        let people = harriet.open("/admin/people").is(200).says("Let 5 people in who cannot sign in yet").link("/admin/people/entry");
        let list = harriet.open(&people).is(200);
        list.says("Invitation to nora@new.example").says("No mail server is set yet");
        list.says("Their role needs a password, and there is no e-mail address").says("Only an administrator can let them in");
        let done = list.form("/admin/people/entry").submit().is(200);
        done.says("They can come in").says("One invitation is on its way").says("these 2 slips").lacks("Left out");
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

    fn who_was_asked_and_did_not_come_is_asked_again(house) {
        newcomers(house);
        let ada = house.staff("ada");
        let first = ada.open("/admin/people/entry").form("/admin/people/entry").submit().is(200);
        first.says("2 invitations are on their way");
        let old = first.texts(".slip-code");
        let link = house.mail_to("nora@new.example", "").link("/invited/");
        house.later(73 * 3_600);
        let ada = house.staff("ada");
        let list = ada.open("/admin/people/entry?shown=asked").is(200);
        list.says("invited, link has run out");
        let nobody = list.form("/admin/people/entry").submit().is(422);
        assert_eq!(nobody.problem("person"), "Tick at least one person.");
        let choices: Vec<String> = list.html().select(&scraper::Selector::parse("[name=person]").unwrap())
            .map(|input| input.value().attr("value").unwrap().to_owned()).collect();
        let form = choices.iter().fold(list.form("/admin/people/entry"), |form, choice| form.choose("person", choice));
        let again = form.submit().is(200);
        again.says("2 invitations are on their way").says("these 2 slips");
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
