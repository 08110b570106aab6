use serde_json::{Value, json};

use super::house::House;
use super::stub::header;
use crate::mail::letter::{Letter, read_from};
use crate::mail::store::Taken;
use crate::mail::{Mailbox, Message};
use crate::views::Lang;

/// Every mail with data that try to break out of where they stand.
fn mails() -> Vec<(&'static str, Value)> {
    let link = "https://praise.example/follow/ABC";
    vec![
        ("praise_received", json!({ "is_guest": true, "first_words": "<b>Kind & quick</b>", "link": link })),
        ("praise_received", json!({ "is_guest": true, "sender": "Zoë & Co", "first_words": "Kind", "link": link })),
        (
            "praise_received",
            json!({ "is_guest": false, "sender": "Jürgen\nBcc: x@x.example", "first_words": "Kind", "link": link }),
        ),
        ("praise_received", json!({ "is_guest": false, "first_name": "Amina", "first_words": "Kind", "link": link })),
        (
            "note_read_and_thanked",
            json!({ "person": "Amina", "thanks": "<i>You made my day</i>", "site": "Seaside", "link": link }),
        ),
        ("note_read_and_thanked", json!({ "person": "Amina", "thanks": null, "site": "Seaside", "link": link })),
        ("confirm_address", json!({ "site": "Seaside", "link": link })),
        ("conversation_answered", json!({ "kind": "concern", "site": "Seaside", "link": link })),
        ("conversation_answered", json!({ "kind": "question", "site": "Seaside", "link": link })),
        ("inbox_new", json!({ "kind": "concern", "site": "Seaside", "place": "Pool", "link": link })),
        ("inbox_new", json!({ "kind": "question", "site": "Seaside", "place": "", "link": link })),
        ("inbox_new", json!({ "kind": "again", "site": "Seaside", "place": "Pool", "link": link })),
        ("issue_received", issue("issue", false, "", false)),
        ("issue_received", issue("idea", false, "", false)),
        ("issue_received", issue("issue", true, "", false)),
        ("issue_answered", issue("issue", false, "", true)),
        ("issue_answered", issue("idea", false, "", false)),
        ("issue_answered", issue("issue", true, "", true)),
        ("issue_changed_state", issue("issue", false, "acknowledged", true)),
        ("issue_changed_state", issue("issue", false, "looking", true)),
        ("issue_changed_state", issue("issue", false, "planned", false)),
        ("issue_changed_state", issue("idea", false, "changed", true)),
        ("issue_changed_state", issue("issue", false, "declined", false)),
        ("issue_changed_state", issue("issue", false, "passed_on", true)),
        ("issue_changed_state", issue("issue", false, "joined", false)),
        ("issue_changed_state", issue("issue", true, "declined", true)),
        ("invitation", json!({ "organisation": "Seaside Hotels", "days": 7, "link": link })),
        ("reset", json!({ "minutes": 60, "link": link })),
        ("password_changed", json!({ "at": "2026-11-21T08:00:00Z", "zone": "Europe/Berlin", "link": link })),
        ("test_mail", json!({ "link": link })),
        ("issue_alerted", json!({ "link": link })),
        ("voice_due", json!({ "link": link })),
        ("pulse_invitation", survey()),
        ("pulse_reminder", survey()),
        ("pulse_ended", json!({ "title": "Autumn 2026", "due_on": "2026-12-18", "link": link })),
        ("anonymous_news", json!({ "link": link, "urgent": false })),
        ("anonymous_news", json!({ "link": link, "urgent": true })),
        ("retention_warning", json!({ "day": "2026-12-21", "link": link })),
    ]
}

fn survey() -> Value {
    let link = "https://praise.example/follow/ABC";
    json!({ "title": "Autumn 2026", "organisation": "Seaside Hotels", "closes_on": "2026-12-04", "minimum": 5, "link": link })
}

fn issue(kind: &str, confidential: bool, state: &str, mine: bool) -> Value {
    let link = "https://praise.example/follow/ABC";
    json!({ "kind": kind, "site": "Seaside", "confidential": confidential, "state": state, "mine": mine, "link": link })
}

fn write(house: &House, kind: &'static str, lang: Lang, data: &Value) -> Message {
    let to = Mailbox::new("amina@hotel.example", "Amina Okafor");
    Message::draft(kind, lang, to).render(&house.app, data).unwrap_or_else(|error| panic!("{kind} in {lang}: {error}"))
}

fn letter(house: &House, message: &Message) -> String {
    let from = read_from(&house.app.config.mail_from).unwrap();
    String::from_utf8(Letter::build(&Taken::from(message), &from).unwrap().bytes).unwrap()
}

#[test]
fn n7_every_mail_says_it_in_both_languages_in_text_and_html_with_the_whole_link_on_its_own_line() {
    let house = House::new("");
    for (kind, data) in mails() {
        let both: Vec<Message> = Lang::ALL.iter().map(|lang| write(&house, kind, *lang, &data)).collect();
        assert_ne!(both[0].subject, both[1].subject, "{kind} is not translated");
        for mail in both {
            let text = format!("{kind}:\n{}\n{}", mail.subject, mail.text);
            assert!(!mail.subject.is_empty() && !mail.subject.contains('\n'), "{text}");
            assert!(mail.text.lines().any(|line| line == "https://praise.example/follow/ABC"), "{text}");
            assert!(mail.text.contains("Amina Okafor"), "{text}");
            assert!(
                !mail.text.contains("{{") && !mail.text.contains("&amp;") && !mail.text.contains("\n\n\n"),
                "{text}"
            );
            assert!(mail.html.contains("href=\"https://praise.example/follow/ABC\""), "{}", mail.html);
            assert!(mail.html.contains(&format!("lang=\"{}\"", mail.lang)), "{}", mail.html);
            assert!(!mail.html.contains("<b>Kind") && !mail.html.contains("<i>You"), "{}", mail.html);
            assert!(!mail.html.contains("<script") && !mail.html.contains("<img"), "nothing is fetched: {}", mail.html);
        }
    }
}

#[test]
fn n8_mails_about_concerns_carry_no_words_of_the_guest() {
    let house = House::new("");
    let mut data =
        json!({ "kind": "concern", "site": "Seaside", "place": "Pool", "link": "https://praise.example/inbox" });
    data["body"] = "The lifeguard slept".into();
    for kind in ["inbox_new", "conversation_answered"] {
        let mail = write(&house, kind, Lang::En, &data);
        assert!(!mail.text.contains("lifeguard") && !mail.html.contains("lifeguard") && mail.text.contains("Seaside"));
    }
}

#[test]
fn a_mail_without_one_of_its_fields_is_refused_before_it_is_sent() {
    let house = House::new("");
    let draft = Message::draft("confirm_address", Lang::En, Mailbox::nameless("guest@home.example"));
    assert!(draft.render(&house.app, &json!({ "link": "https://praise.example/x" })).is_err());
}

#[test]
fn mw9_headers_say_who_writes_that_a_machine_does_and_when() {
    let house = House::new("");
    let message = write(&house, "reset", Lang::De, &json!({ "minutes": 60, "link": "https://praise.example/reset/X" }));
    let bytes = letter(&house, &message);
    assert!(bytes.is_ascii());
    assert_eq!(header(&bytes, "From").as_deref(), Some("Praise <praise@praise.example>"));
    assert_eq!(header(&bytes, "Auto-Submitted").as_deref(), Some("auto-generated"));
    assert_eq!(header(&bytes, "Content-Language").as_deref(), Some("de"));
    assert_eq!(header(&bytes, "Reply-To"), None);
    assert_eq!(header(&bytes, "List-Unsubscribe"), None, "one cannot stop mails about signing in");
    let id = header(&bytes, "Message-ID").unwrap();
    assert_eq!(id, message.message_id);
    assert!(id.starts_with('<') && id.ends_with("@praise.example>"), "{id}");
    assert_eq!(header(&bytes, "Date").as_deref(), Some("Fri, 21 Nov 2025 08:00:00 +0000"));
    assert!(bytes.contains("multipart/alternative") && bytes.contains("text/plain") && bytes.contains("text/html"));
}

#[test]
fn mw8_a_mail_that_can_be_stopped_says_so_in_two_headers_that_are_not_folded() {
    let house = House::new("");
    let url = format!("https://praise.example/mail/stop/{}", "A".repeat(200));
    let data =
        json!({ "person": "Amina", "thanks": null, "site": "Seaside", "link": "https://praise.example/follow/X" });
    let draft = Message::draft("note_read_and_thanked", Lang::En, Mailbox::nameless("guest@home.example"));
    let message = draft.stop(&url).render(&house.app, &data).unwrap();
    let bytes = letter(&house, &message);
    assert!(bytes.contains(&format!("\r\nList-Unsubscribe: <{url}>\r\n")), "{bytes}");
    assert!(bytes.contains("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{bytes}");
    assert!(message.text.contains(&url) && message.html.contains(&url));
    let mut unsafe_url = message.clone();
    unsafe_url.stop_url = Some("http://praise.example/stop".into());
    assert_eq!(header(&letter(&house, &unsafe_url), "List-Unsubscribe"), None, "RFC 8058 wants https");
}

#[test]
fn the_words_of_every_mail_are_as_they_were_read_and_approved() {
    let house = House::new("");
    for lang in Lang::ALL {
        let mails = mails().into_iter().map(|(kind, data)| {
            let mail = write(&house, kind, *lang, &data);
            format!("== {kind}\nSubject: {}\n\n{}", mail.subject, mail.text)
        });
        insta::assert_snapshot!(format!("texts_{lang}"), mails.collect::<Vec<_>>().join("\n"));
    }
    let (kind, data) = mails().remove(0);
    insta::assert_snapshot!("praise_received_html", write(&house, kind, Lang::En, &data).html);
}
