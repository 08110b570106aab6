use std::time::Duration;

use super::house::{House, engines};
use super::stub::{At, Mode, Stub, header};
use crate::mail::outbox;
use crate::mail::store;

const PATIENCE: Duration = Duration::from_millis(500);

#[tokio::test]
async fn mw5_a_mail_and_its_cause_happen_both_or_neither() {
    for engine in engines() {
        let house = House::on(engine, "");
        let (kept, undone) = (house.message("kept@hotel.example"), house.message("undone@hotel.example"));
        house.put(&kept).await;
        let failed = house.app.write(move |deed| {
            outbox::put(deed, &undone)?;
            Err::<(), _>(diesel_error())
        });
        assert!(failed.await.is_err());
        let mails = house.mails().await;
        assert_eq!(mails.iter().map(|mail| mail.to_address.as_str()).collect::<Vec<_>>(), ["kept@hotel.example"]);
    }
}

/// What a deed fails with.
fn diesel_error() -> diesel::result::Error {
    diesel::result::Error::RollbackTransaction
}

#[tokio::test]
async fn two_mails_for_one_occasion_are_one() {
    for engine in engines() {
        let house = House::on(engine, "");
        for once_key in [Some("praise:1"), Some("praise:1"), Some("praise:2"), None, None] {
            let mut message = house.message("amina@hotel.example");
            message.once_key = once_key.map(str::to_owned);
            house.put(&message).await;
        }
        assert_eq!(house.mails().await.len(), 4);
    }
}

#[tokio::test]
async fn mw14_several_senders_on_one_database_send_each_mail_once() {
    for engine in engines() {
        let stub = Stub::start(Mode::Fine);
        let house = House::on(engine, &stub.url(""));
        let _senders: Vec<_> = (0..3).map(|_| house.send(PATIENCE * 20)).collect(); // a busy machine is no silent server
        let mut ids = Vec::new();
        for n in 0..30 {
            ids.push(house.put_to(&format!("guest{n}@hotel.example")).await);
        }
        for id in ids {
            house.wait_for(id, |mail| mail.state == "sent").await;
        }
        assert_eq!(stub.taken().len(), 30);
    }
}

#[tokio::test]
async fn several_takers_without_a_lease_never_take_the_same_mail() {
    for engine in engines() {
        let house = House::on(engine, "");
        for n in 0..40 {
            house.put_to(&format!("guest{n}@hotel.example")).await;
        }
        let takers = (0..8).map(|_| {
            let app = house.app.clone();
            tokio::spawn(async move {
                app.write(|deed| store::take_due(deed.conn, deed.now, deed.now.plus_seconds(60), 5)).await.unwrap()
            })
        });
        let mut taken = Vec::new();
        for taker in takers.collect::<Vec<_>>() {
            taken.extend(taker.await.unwrap().into_iter().map(|mail| mail.id));
        }
        let count = taken.len();
        taken.sort();
        taken.dedup();
        assert_eq!(taken.len(), count, "a mail was taken twice");
    }
}

#[tokio::test]
async fn mw6_a_mail_whose_sender_died_goes_out_again_under_the_same_message_id() {
    for engine in engines() {
        let stub = Stub::start(Mode::Stall(At::Dot));
        let house = House::on(engine, &stub.url(""));
        let message = house.message("amina@hotel.example");
        let id = house.put(&message).await;
        {
            // Dies in the middle of an attempt.
            let _sending = house.send(Duration::from_secs(20));
            house.wait_for(id, |mail| mail.state == "sending").await;
        }
        stub.behave(Mode::Fine);
        let _sending = house.send(PATIENCE * 20);
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_eq!(house.mail(id).await.state, "sending", "nobody knows yet that the sender died");
        house.later(200);
        house.wait_for(id, |mail| mail.state == "sent").await;
        assert_eq!(header(&stub.taken()[0], "Message-ID"), Some(message.message_id));
    }
}

#[tokio::test]
async fn the_words_of_a_mail_are_gone_when_it_is_sent_because_they_may_hold_a_secret() {
    for engine in engines() {
        let stub = Stub::start(Mode::Fine);
        let house = House::on(engine, &stub.url(""));
        let _sending = house.send(PATIENCE * 20);
        let id = house.put_to("amina@hotel.example").await;
        let sent = house.wait_for(id, |mail| mail.state == "sent").await;
        assert_eq!(sent.sent_at, Some(house.app.now()));
        assert!(stub.taken()[0].contains("praise.example/admin/mail"));
        let bodies = house.app.read(move |conn| store::bodies(conn, id)).await.unwrap();
        assert_eq!(bodies, (String::new(), String::new()));
    }
}

#[tokio::test]
async fn without_a_server_mails_lie_in_a_folder_that_only_its_owner_reads() {
    use std::os::unix::fs::PermissionsExt;
    let house = House::new("");
    let _sending = house.send(PATIENCE);
    let id = house.put_to("amina@hotel.example").await;
    house.wait_for(id, |mail| mail.state == "sent").await;
    let folder = house.folder.path().join("mail");
    let names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, [format!("{id}.eml").as_str()]);
    let file = folder.join(format!("{id}.eml"));
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0);
    assert!(std::fs::read_to_string(&file).unwrap().contains("To: \"Amina Okafor\" <amina@hotel.example>"));
}

#[tokio::test]
async fn mw6_the_one_server_of_a_file_sends_after_a_restart_at_once() {
    let stub = Stub::start(Mode::Stall(At::Dot));
    let house = House::new(&stub.url(""));
    let id = house.put_to("amina@hotel.example").await;
    {
        let _sending = house.send(Duration::from_secs(20));
        house.wait_for(id, |mail| mail.state == "sending").await;
    }
    stub.behave(Mode::Fine);
    let restarted = tokio::spawn(crate::mail::sender::run(house.app.clone()));
    house.wait_for(id, |mail| mail.state == "sent").await;
    restarted.abort();
    assert_eq!(stub.taken().len(), 1);
}
