use std::collections::BTreeSet;
use std::time::Duration;

use super::house::House;
use super::stub::{At, Mode, Stub, header};

/// With a server that falls silent, which is waited for so long.
const IMPATIENT: Duration = Duration::from_millis(400);
/// With a server that answers: no machine is so busy.
const PATIENT: Duration = Duration::from_secs(20);

/// The Message-IDs of what arrived; fails if one arrived twice.
fn arrived(stub: &Stub) -> BTreeSet<String> {
    let ids: Vec<String> = stub.taken().iter().map(|mail| header(mail, "Message-ID").unwrap()).collect();
    let once: BTreeSet<String> = ids.iter().cloned().collect();
    assert_eq!(once.len(), ids.len(), "a mail arrived twice");
    once
}

#[tokio::test]
async fn mw1_all_mail_arrives_once_when_a_server_in_trouble_recovers() {
    for mode in [
        Mode::Stall(At::Banner),
        Mode::Stall(At::Data),
        Mode::Say(At::Banner, "421 not now"),
        Mode::Say(At::Rcpt, "450 later"),
        Mode::DropInData,
    ] {
        let stub = Stub::start(mode.clone());
        let house = House::new(&stub.url(""));
        let impatient = house.send(IMPATIENT);
        let mut ids = Vec::new();
        for n in 0..6 {
            ids.push(house.put_to(&format!("guest{n}@hotel.example")).await);
        }
        // At least one attempt was made and failed, and the reason is there to read.
        let first = house.wait_for(ids[0], |mail| mail.last_error.is_some() && mail.state == "waiting").await;
        assert_eq!(first.attempts, 1, "{mode:?}");
        assert!(stub.taken().is_empty());
        drop(impatient);
        stub.behave(Mode::Fine);
        let _patient = house.send(PATIENT);
        for _ in 0..3 {
            house.later(20 * 60);
            tokio::time::sleep(IMPATIENT).await;
        }
        for id in ids {
            house.wait_for(id, |mail| mail.state == "sent").await;
        }
        assert_eq!(arrived(&stub).len(), 6, "{mode:?}");
    }
}

#[tokio::test]
async fn mw1_a_server_that_was_not_there_gets_the_mail_when_it_is() {
    let stub = Stub::start(Mode::Fine);
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let house = House::new(&format!("smtp://{gone}"));
    let id = house.put_to("amina@hotel.example").await;
    {
        let _sending = house.send(PATIENT);
        house.wait_for(id, |mail| mail.last_error.is_some()).await;
    }
    let mut back = house.app.clone();
    let url = crate::config::MailUrl(stub.url(""));
    back.config = std::sync::Arc::new(crate::config::Config { mail_url: Some(url), ..(*back.config).clone() });
    house.later(100);
    let sending = tokio::spawn(crate::mail::sender::run(back));
    house.later(100);
    house.wait_for(id, |mail| mail.state == "sent").await;
    sending.abort();
    assert_eq!(arrived(&stub).len(), 1);
}

#[tokio::test]
async fn mw3_a_mail_is_tried_at_growing_pauses_and_then_kept_until_it_is_sent_again() {
    let stub = Stub::start(Mode::Say(At::Rcpt, "450 4.2.1 greylisted"));
    let house = House::new(&stub.url(""));
    let _sending = house.send(PATIENT);
    let id = house.put_to("amina@hotel.example").await;
    for (attempts, minutes) in (1..).zip([1, 5, 15, 60, 240, 720, 1440]) {
        let mail = house.wait_for(id, |mail| mail.attempts == attempts && mail.state == "waiting").await;
        let pause = mail.due_at.seconds_since(house.app.now());
        let (least, most) = (f64::from(minutes) * 48.0, f64::from(minutes) * 72.0);
        assert!(pause >= least - 1.0 && pause <= most + 1.0, "after attempt {attempts}: {pause} seconds");
        house.later(pause as i64 - 2);
        tokio::time::sleep(Duration::from_millis(50)).await;
        assert_eq!(house.mail(id).await.attempts, attempts, "too early");
        house.later(3);
    }
    let mail = house.wait_for(id, |mail| mail.state == "failed").await;
    assert_eq!((mail.attempts, mail.last_error.as_deref()), (8, Some("450 4.2.1 greylisted")));
    stub.behave(Mode::Fine);
    assert!(house.send_again(id).await);
    house.wait_for(id, |mail| mail.state == "sent").await;
    assert_eq!(arrived(&stub).len(), 1);
    assert!(!house.send_again(id).await, "what was sent is not sent again");
}

#[tokio::test]
async fn mw3_a_5xx_is_kept_at_once_shown_and_arrives_by_send_again() {
    let stub = Stub::start(Mode::Say(At::Rcpt, "550 5.1.1 no such mailbox"));
    let house = House::new(&stub.url(""));
    let _sending = house.send(PATIENT);
    let id = house.put_to("amina@hotel.example").await;
    let mail = house.wait_for(id, |mail| mail.state == "failed").await;
    assert_eq!((mail.attempts, mail.last_error.as_deref()), (1, Some("550 5.1.1 no such mailbox")));
    house.later(7 * 24 * 3600);
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(stub.connections(), 1, "nobody asked for another attempt");
    stub.behave(Mode::Fine);
    assert!(house.send_again(id).await);
    house.wait_for(id, |mail| mail.state == "sent").await;
    assert_eq!(arrived(&stub).len(), 1);
}

#[tokio::test]
async fn mw4_poison_among_a_hundred_stops_no_other() {
    let stub = Stub::start(Mode::Fine);
    let house = House::new(&stub.url(""));
    let mut poison = Vec::new();
    for n in 0..100 {
        if n % 25 == 7 {
            let mut message = house.message("guest@hotel.example");
            match n {
                7 => message.to.address = "this is no address".into(),
                32 => message.to.address = "\u{fc}ber@hotel.example".into(),
                57 => message.message_id = "<a\r\nBcc: everybody@x.example>".into(),
                _ => message.kind = "panics".into(),
            }
            poison.push(house.put(&message).await);
        }
        let mut good = house.message(&format!("guest{n}@hotel.example"));
        good.to.name = "Amina\r\nBcc: everybody@x.example\u{0}".into();
        house.put(&good).await;
    }
    let _sending = house.send(PATIENT);
    for id in poison {
        house.wait_for(id, |mail| mail.state == "failed").await;
    }
    for _ in 0..300 {
        if stub.taken().len() == 100 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(arrived(&stub).len(), 100);
    assert!(stub.taken().iter().all(|mail| header(mail, "Bcc").is_none()));
}

#[tokio::test]
async fn one_mail_that_stalls_holds_up_no_other() {
    let stub = Stub::start(Mode::Stall(At::Dot));
    let house = House::new(&stub.url(""));
    let _sending = house.send(Duration::from_secs(20));
    let stalled = house.put_to("slow@hotel.example").await;
    house.wait_for(stalled, |mail| mail.state == "sending").await;
    for _ in 0..100 {
        if stub.connections() > 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    stub.behave(Mode::Fine);
    let id = house.put_to("quick@hotel.example").await;
    house.wait_for(id, |mail| mail.state == "sent").await;
    assert_eq!(house.mail(stalled).await.state, "sending");
}
