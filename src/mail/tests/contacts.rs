use super::house::{House, engines};
use crate::ids::ContactId;
use crate::mail::{outbox, store};
use crate::people::contact::Reach;
use crate::people::contact_store::{ask_to_confirm, confirm, find_asked, hold_reach, put_contact, stop};

const HOUR: i64 = 3600;

async fn ask(house: &House, address: &'static str, hash: &'static [u8]) -> (ContactId, bool) {
    house
        .app
        .write(move |deed| {
            let id = put_contact(deed.conn, address, deed.now)?;
            Ok((id, ask_to_confirm(deed.conn, id, hash, deed.now)?))
        })
        .await
        .unwrap()
}

async fn is_mailable(house: &House, id: ContactId) -> bool {
    house.app.write(move |deed| hold_reach(deed.conn, id)).await.unwrap() == Reach::Open
}

#[tokio::test]
async fn mw10_an_address_is_asked_once_a_day_and_three_times_in_all_until_it_is_confirmed() {
    for engine in engines() {
        let house = House::on(engine, "");
        let mut asked = Vec::new();
        for _ in 0..10 {
            asked.push(ask(&house, "guest@home.example", b"one").await.1);
            asked.push(ask(&house, "GUEST@home.example", b"two").await.1);
            house.later(12 * HOUR);
        }
        assert_eq!(asked.iter().filter(|asked| **asked).count(), 3, "{asked:?}");
        assert!(asked[0] && !asked[1], "once a day, whatever the capitals");
    }
}

#[tokio::test]
async fn mw10_nobody_is_mailed_before_they_confirm_nor_after_they_stop() {
    for engine in engines() {
        let house = House::on(engine, "");
        let (id, asked) = ask(&house, "guest@home.example", b"secret hash").await;
        assert!(asked && !is_mailable(&house, id).await);

        let wrong = house.app.write(|deed| confirm(deed.conn, b"another hash", deed.now)).await.unwrap();
        assert!(wrong.is_none() && !is_mailable(&house, id).await);

        // Looking at the page confirms nothing; the button does, and may be pressed twice.
        let now = house.app.now();
        assert!(house.app.read(move |conn| find_asked(conn, b"secret hash", now)).await.unwrap().is_some());
        assert!(!is_mailable(&house, id).await);
        for _ in 0..2 {
            let confirmed = house.app.write(|deed| confirm(deed.conn, b"secret hash", deed.now)).await.unwrap();
            assert_eq!(confirmed.map(|contact| contact.id), Some(id));
        }
        assert!(is_mailable(&house, id).await);
        assert!(!ask(&house, "guest@home.example", b"new").await.1, "who confirmed is not asked again");

        for _ in 0..2 {
            assert!(house.app.write(move |deed| stop(deed.conn, id, deed.now)).await.unwrap());
        }
        assert!(!is_mailable(&house, id).await);
        house.later(25 * HOUR);
        assert!(ask(&house, "guest@home.example", b"later").await.1, "only they can say yes again");
        assert!(!is_mailable(&house, id).await);
    }
}

#[tokio::test]
async fn a_link_to_confirm_runs_out() {
    let house = House::new("");
    let (id, _) = ask(&house, "guest@home.example", b"secret hash").await;
    house.later(8 * 24 * HOUR);
    assert!(house.app.write(|deed| confirm(deed.conn, b"secret hash", deed.now)).await.unwrap().is_none());
    assert!(!is_mailable(&house, id).await);
}

#[tokio::test]
async fn mw8_stopping_takes_back_what_waits_already() {
    for engine in engines() {
        let house = House::on(engine, "");
        let (id, _) = ask(&house, "guest@home.example", b"secret hash").await;
        house.app.write(|deed| confirm(deed.conn, b"secret hash", deed.now)).await.unwrap().expect("asked");
        let put = async |kind: &str, contact: Option<ContactId>| {
            let mut mail = house.message("guest@home.example");
            (mail.kind, mail.contact_id) = (kind.into(), contact);
            house.put(&mail).await
        };
        // One is in a sender's hands, whose server says at this moment that it cannot take it yet.
        let held = put("conversation_answered", Some(id)).await;
        let later = house.app.now().plus_seconds(60);
        house.app.write(move |deed| store::take_due(deed.conn, deed.now, later, 1)).await.unwrap();
        for (kind, contact) in [("note_read_and_thanked", Some(id)), ("confirm_address", Some(id)), ("test_mail", None)]
        {
            put(kind, contact).await;
        }
        assert!(house.app.write(move |deed| outbox::stop(deed, id)).await.unwrap());
        house.app.write(move |deed| store::mark_waiting(deed.conn, held, "try later", deed.now)).await.unwrap();
        put("praise_received", Some(id)).await;
        let mut left: Vec<String> = house.mails().await.into_iter().map(|mail| mail.kind).collect();
        left.sort();
        assert_eq!(left, ["confirm_address", "test_mail"]);
    }
}
