//! Links in mails are opened by machines before people get to them: looking at one changes nothing (AU10). The links that
//! guests get are in contacts.rs.

use diesel::connection::SimpleConnection;

use crate::house::cast::PASSWORD;

const NEW: &str = "seven swans beside the mill";

on_both! {
    fn au10_looking_at_the_link_for_a_new_password_uses_nothing_up(house) {
        house.guest().post("/reset", &[("email", "amina@staff.example")]).is(200);
        let link = house.mail_to("amina@staff.example", "A new password").link("/reset/");
        house.guest().only_looks(&link);
        let signs_in = |secret: &str| house.guest().post("/sign-in", &[("who", "amina"), ("secret", secret), ("next", "")]).status;
        assert_eq!(signs_in(PASSWORD), 303, "the password of before still opens");
        house.guest().open(&link).form("/reset/").fill("password", NEW).submit().is(200);
        assert_eq!((signs_in(PASSWORD), signs_in(NEW)), (422, 303));
        house.guest().get(&link).is(404);
    }

    fn au10_looking_at_an_invitation_uses_nothing_up(house) {
        let lena = house.person("lena");
        house.write(|deed| deed.conn.batch_execute("UPDATE account SET password_hash = NULL WHERE email = 'lena@staff.example'"));
        house.staff("ada").post(&format!("/admin/people/{lena}/invite"), &[]).is(303);
        let link = house.mail_to("lena@staff.example", "Your place at").link("/invited/");
        house.guest().only_looks(&link);
        house.guest().open(&link).form("/invited/").fill("password", NEW).submit().is(200);
        house.guest().get(&link).is(404);
    }
}
