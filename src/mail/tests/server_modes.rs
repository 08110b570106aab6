use std::sync::Arc;
use std::time::{Duration, Instant};

use super::certificate::SelfSigned;
use super::house::House;
use super::stub::{At, Mode, Stub};
use crate::config::MailUrl;
use crate::mail::Trouble;
use crate::mail::letter::{Letter, read_from};
use crate::mail::smtp::Server;
use crate::mail::store::Taken;

/// With a server that answers: no machine is so busy.
const PATIENCE: Duration = Duration::from_secs(20);

/// Delivers one mail to a server that answers.
async fn deliver(url: &str) -> Result<String, Trouble> {
    deliver_within(url, PATIENCE).await
}

/// Delivers one mail and checks that it ended in time.
async fn deliver_within(url: &str, patience: Duration) -> Result<String, Trouble> {
    let house = House::new("");
    let from = read_from(&house.app.config.mail_from).unwrap();
    let letter = Letter::build(&Taken::from(&house.message("amina@hotel.example")), &from).unwrap();
    let server = Server::from_url(&MailUrl(url.into())).unwrap();
    let started = Instant::now();
    let outcome = server.deliver(&letter, patience).await;
    assert!(started.elapsed() < patience + Duration::from_millis(2500), "{url}: {:?}", started.elapsed());
    outcome
}

#[tokio::test]
async fn mw1_a_server_that_refuses_ends_the_attempt_in_time_and_is_tried_again() {
    let refusing = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let outcome = deliver(&format!("smtp://{refusing}")).await;
    assert!(matches!(outcome, Err(Trouble::Server(_))), "refused: {outcome:?}");

    for (mode, is_servers) in [
        (Mode::Say(At::Banner, "421 not now"), true),
        (Mode::Say(At::Banner, "554 no service"), true),
        (Mode::Say(At::Rcpt, "421 going away"), true),
        (Mode::Say(At::Banner, "hello, this is no mail server"), true),
        (Mode::Say(At::Rcpt, "450 4.2.1 try later"), false),
        (Mode::Say(At::Dot, "451 4.3.0 try later"), false),
        (Mode::DropInData, false),
    ] {
        comes_to_trouble(mode, is_servers, PATIENCE).await;
    }
}

/// Only our own clock ends these: the mail library alone would wait for ever.
#[tokio::test]
async fn mw2_a_server_that_falls_silent_or_drips_is_left_in_time() {
    let all = [
        (Mode::Stall(At::Banner), true),
        (Mode::Stall(At::Ehlo), true),
        (Mode::Drip, true),
        (Mode::Stall(At::Mail), false),
        (Mode::Stall(At::Rcpt), false),
        (Mode::Stall(At::Data), false),
        (Mode::Stall(At::Dot), false),
    ];
    // Long enough that also a busy machine comes to where the server falls silent; all of them at once.
    let attempt = |(mode, is_servers)| comes_to_trouble(mode, is_servers, Duration::from_secs(4));
    futures_util::future::join_all(all.map(attempt)).await;
}

/// The attempt ends in time ([`deliver_within`]), and is the server's trouble or this mail's.
async fn comes_to_trouble(mode: Mode, is_servers: bool, patience: Duration) {
    let outcome = deliver_within(&Stub::start(mode.clone()).url(""), patience).await;
    match (&outcome, is_servers) {
        (Err(Trouble::Server(_)), true) | (Err(Trouble::Passing(_)), false) => {}
        other => panic!("{mode:?}: {other:?}"),
    }
}

#[tokio::test]
async fn mw1_a_5xx_to_a_mail_is_final_and_in_the_servers_own_words() {
    for mode in [
        Mode::Say(At::Mail, "550 5.7.1 not you"),
        Mode::Say(At::Rcpt, "550 5.1.1 no such mailbox"),
        Mode::Say(At::Data, "554 5.5.1 no"),
        Mode::Say(At::Dot, "554-5.7.1 looks like\r\n554 5.7.1 spam"),
    ] {
        let Mode::Say(_, line) = mode else { continue };
        let outcome = deliver(&Stub::start(mode).url("")).await;
        let said = match &outcome {
            Err(Trouble::Refused(said)) if line.contains("mailbox") => said,
            Err(Trouble::Final(said)) if !line.contains("mailbox") => said,
            _ => panic!("{line}: {outcome:?}"),
        };
        assert!(said.starts_with(&line[..3]), "{said}");
        assert!(said.contains(line.split_whitespace().last().unwrap()), "{said}");
    }
}

#[tokio::test]
async fn mw6_what_the_server_took_counts_whatever_it_does_afterwards() {
    for mode in [Mode::Fine, Mode::Stall(At::Quit), Mode::Say(At::Quit, "500 rude")] {
        let stub = Stub::start(mode);
        assert_eq!(deliver(&stub.url("")).await, Ok("250 2.0.0 queued as 4711".into()));
        assert_eq!(stub.taken().len(), 1);
    }
}

#[tokio::test]
async fn mw1_no_mail_goes_out_when_the_offer_of_encryption_was_taken_away() {
    let stub = Stub::start(Mode::Fine);
    assert!(matches!(deliver(&stub.url("?tls=required")).await, Err(Trouble::Server(_))));
    assert!(stub.taken().is_empty());
}

#[tokio::test]
async fn mw1_o3_a_certificate_is_believed_only_if_its_authority_is_named() {
    let own = Arc::new(SelfSigned::new());
    let stub = Stub::start(Mode::StartTls(own.clone()));
    for query in ["?tls=required", "?tls=offered"] {
        let outcome = deliver(&stub.url(query)).await;
        assert!(matches!(outcome, Err(Trouble::Server(_))), "{query}: {outcome:?}");
    }
    let folder = tempfile::TempDir::new().unwrap();
    let (file, other) = (folder.path().join("ca.pem"), folder.path().join("other.pem"));
    own.write(&file);
    SelfSigned::new().write(&other);
    let with = |path: &std::path::Path| stub.url(&format!("?tls=required&ca={}", path.display()));
    assert!(matches!(deliver(&with(&other)).await, Err(Trouble::Server(_))));
    assert!(matches!(deliver(&with(&folder.path().join("missing.pem"))).await, Err(Trouble::Server(_))));
    assert_eq!(stub.taken().len(), 0);
    assert_eq!(deliver(&with(&file)).await, Ok("250 2.0.0 queued as 4711".into()));
    assert_eq!(stub.taken().len(), 1);
}

#[tokio::test]
async fn n6_a_check_gives_the_servers_own_reply() {
    let server = |stub: &Stub| Server::from_url(&MailUrl(stub.url(""))).unwrap();
    let reply = server(&Stub::start(Mode::Fine)).check(PATIENCE).await.unwrap();
    assert!(reply.ends_with("250 awake"), "{reply}");
    let trouble = server(&Stub::start(Mode::Say(At::Ehlo, "550 5.7.1 who are you"))).check(PATIENCE).await.unwrap_err();
    assert!(trouble.said().contains("550 5.7.1 who are you"), "{trouble:?}");
}
