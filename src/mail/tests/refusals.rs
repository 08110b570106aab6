use std::time::Duration;

use super::house::{House, engines};
use super::stub::{At, Mode, Stub};
use crate::ids::MailId;
use crate::mail::{outbox, refusal_store, store};

const PATIENCE: Duration = Duration::from_millis(2_000);
const NOBODY: &str = "550 5.1.1 no such mailbox";

async fn refuses(house: &House, address: &'static str) -> bool {
    house.app.read(move |conn| refusal_store::find(conn, address)).await.unwrap().is_some()
}

/// A mail to an address that has just been refused.
async fn refused(house: &House, stub: &Stub, address: &str) -> MailId {
    stub.behave(Mode::Say(At::Rcpt, NOBODY));
    let id = house.put_to(address).await;
    house.wait_for(id, |mail| mail.state == "failed").await;
    id
}

#[tokio::test]
async fn mw3_an_address_that_is_refused_is_marked_and_what_else_is_written_to_it_is_held_until_it_takes_one() {
    for engine in engines() {
        let stub = Stub::start(Mode::Fine);
        let house = House::on(engine, &stub.url(""));
        let _sending = house.send(PATIENCE);
        let first = refused(&house, &stub, "amina@hotel.example").await;
        assert!(refuses(&house, "Amina@Hotel.example").await, "whatever the capitals");
        let held = [house.put_to("amina@hotel.example").await, house.put_to("Amina@hotel.example").await];
        house.later(3 * 24 * 3600);
        // Another address is nobody's business here, and proves that the sender looked.
        stub.behave(Mode::Fine);
        let other = house.put_to("jonas@hotel.example").await;
        house.wait_for(other, |mail| mail.state == "sent").await;
        assert_eq!((stub.connections(), stub.taken().len()), (2, 1), "the dead address was tried again");
        for id in held {
            assert_eq!(house.mail(id).await.state, "held");
        }
        // By hand one goes out, and only that one while it is refused …
        stub.behave(Mode::Say(At::Rcpt, NOBODY));
        assert!(house.send_again(held[0]).await);
        house.wait_for(held[0], |mail| mail.state == "failed").await;
        assert_eq!((stub.connections(), house.mail(held[1]).await.state.as_str()), (3, "held"));
        // … and all that was held when it is taken.
        stub.behave(Mode::Fine);
        assert!(house.send_again(first).await);
        house.wait_for(held[1], |mail| mail.state == "sent").await;
        assert!(!refuses(&house, "amina@hotel.example").await);
        assert_eq!(house.mail(held[0]).await.state, "failed", "that one was given up; it waits for a hand");
        assert_eq!(stub.taken().len(), 3);
    }
}

#[tokio::test]
async fn mw3_what_somebody_just_asked_for_is_tried_even_at_an_address_that_refuses_mail() {
    for engine in engines() {
        let stub = Stub::start(Mode::Fine);
        let house = House::on(engine, &stub.url(""));
        let _sending = house.send(PATIENCE);
        refused(&house, &stub, "amina@hotel.example").await;
        let held = house.put_to("amina@hotel.example").await;
        assert_eq!(house.mail(held).await.state, "held");
        stub.behave(Mode::Fine);
        let mut reset = house.message("amina@hotel.example");
        reset.kind = "reset".into();
        let reset = house.put(&reset).await;
        house.wait_for(reset, |mail| mail.state == "sent").await;
        house.wait_for(held, |mail| mail.state == "sent").await;
    }
}

#[tokio::test]
async fn mw3_a_refusal_holds_what_waits_already() {
    for engine in engines() {
        let house = House::on(engine, "");
        let (to_them, to_another) =
            (house.put_to("Amina@hotel.example").await, house.put_to("jonas@hotel.example").await);
        house
            .app
            .write(|deed| refusal_store::insert(deed.conn, "amina@hotel.example", NOBODY, deed.now))
            .await
            .unwrap();
        assert_eq!(house.mail(to_them).await.state, "held");
        assert_eq!(house.mail(to_another).await.state, "waiting");
        house.app.write(|deed| outbox::reopen(deed, "amina@hotel.example")).await.unwrap();
        assert_eq!(house.mail(to_them).await.state, "waiting");
    }
}

#[tokio::test]
async fn mw3_what_a_restore_held_back_and_a_hand_sent_again_is_a_mail_like_any_other() {
    for engine in engines() {
        let house = House::on(engine, "");
        let id = house.put_to("amina@hotel.example").await;
        house.app.write(|deed| store::hold_unsent(deed.conn)).await.unwrap();
        let refuse =
            || house.app.write(|deed| refusal_store::insert(deed.conn, "amina@hotel.example", NOBODY, deed.now));
        let take = || house.app.write(|deed| outbox::reopen(deed, "amina@hotel.example"));
        refuse().await.unwrap();
        take().await.unwrap();
        assert_eq!(house.mail(id).await.state, "restored", "no hand has sent it yet");
        assert!(house.send_again(id).await);
        refuse().await.unwrap();
        assert_eq!(house.mail(id).await.state, "held");
        take().await.unwrap();
        assert_eq!(house.mail(id).await.state, "waiting");
    }
}

#[tokio::test]
async fn mw3_a_no_that_is_not_about_the_address_marks_none() {
    for (at, line) in [
        (At::Mail, "550 5.1.1 who are you"),
        (At::Mail, "553 sender refused"),
        (At::Rcpt, "554 5.7.1 relay access denied"),
        (At::Rcpt, "550 5.1.8 sender's domain does not exist"),
        (At::Data, "554 no"),
        (At::Dot, "554 5.6.0 we do not like these words"),
        (At::Dot, "552 5.2.3 too long"),
    ] {
        let stub = Stub::start(Mode::Say(at, line));
        let house = House::new(&stub.url(""));
        let _sending = house.send(PATIENCE);
        let id = house.put_to("amina@hotel.example").await;
        let mail = house.wait_for(id, |mail| mail.state == "failed").await;
        assert_eq!((mail.attempts, mail.last_error.as_deref()), (1, Some(line)));
        assert!(!refuses(&house, "amina@hotel.example").await, "{line}");
    }
    for (at, line) in [(At::Rcpt, "550 no such user"), (At::Rcpt, "552 5.2.2 full"), (At::Dot, "550 5.1.1 unknown")] {
        let stub = Stub::start(Mode::Say(at, line));
        let house = House::new(&stub.url(""));
        let _sending = house.send(PATIENCE);
        let id = house.put_to("amina@hotel.example").await;
        house.wait_for(id, |mail| mail.state == "failed").await;
        assert!(refuses(&house, "amina@hotel.example").await, "{line}");
    }
}
