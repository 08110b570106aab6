//! An address that refuses mail: who is told, and what lets mail out again (MW3).

use peopleworthy::mail::refusal_store;

use crate::house::House;

/// As the sender does when a mail server answers "550 5.1.1".
fn refuse(house: &House, address: &'static str) {
    house.write(move |deed| refusal_store::insert(deed.conn, address, "550 5.1.1 no such mailbox", deed.now));
}

fn is_refused(house: &House, address: &'static str) -> bool {
    house.read(move |conn| refusal_store::find(conn, address)).is_some()
}

on_both! {
    fn mw3_whoever_keeps_the_directory_sees_that_mail_comes_back_and_a_new_address_gets_what_was_held(house) {
        let ada = house.staff("ada");
        let entry = format!("/admin/people/{}", house.person("amina"));
        ada.open(&entry).is(200).lacks("comes back");
        refuse(house, "Amina@staff.example");
        house.guest().praises("seaside", "Amina Diallo", "Found the rabbit").is(200);
        ada.open(&entry).says("Mail to amina@staff.example comes back").says("550 5.1.1 no such mailbox");
        let mails = ada.open("/admin/mail");
        mails.says("Held").says("The address refuses mail").says("One mail is held");
        assert!(house.mails_to("amina").is_empty());

        let form = ada.open(&entry).form(&entry);
        form.fill("email", "a.diallo@staff.example").submit().is(200).lacks("comes back");
        let mails = house.mails_to("a.diallo@staff.example");
        assert_eq!(mails.len(), 1, "{mails:?}");
        ada.open("/admin/mail").lacks("Held").lacks("refuses mail");
    }

    fn mw3_a_guest_who_confirms_an_address_gets_mail_there_again(house) {
        let guest = house.guest();
        guest.praises_and_leaves("Amina Diallo", "Was kind", "zoe@guest.example");
        refuse(house, "zoe@guest.example");
        guest.confirms("zoe@guest.example");
        assert!(!is_refused(house, "zoe@guest.example"));
    }

    fn mw3_a_people_file_with_a_new_address_sends_there_what_was_held(house) {
        refuse(house, "amina@staff.example");
        house.guest().praises("seaside", "Amina Diallo", "Found the rabbit").is(200);
        assert!(house.mails_to("amina").is_empty());
        let file = "employee_number,given_name,email,site\namina,Aminata,a.diallo@staff.example,seaside\n";
        let report = house.run(peopleworthy::directory::import::people(&house.app, file.as_bytes(), false)).unwrap();
        assert_eq!(report.counts.changed, 1, "{report}");
        assert_eq!(house.mails_to("a.diallo@staff.example").len(), 1);
    }
}
