//! An app for tests: a database of its own, a clock that stands still, and a sender with little patience.

use std::time::Duration;

use serde_json::json;

pub use crate::db::throw_away::Engine;
use crate::ids::MailId;
use crate::mail::sender::Sender;
use crate::mail::store::{self, Listed};
use crate::mail::{Mailbox, Message, outbox};
use crate::people::cast_store;
use crate::views::Lang;

/// A moment in autumn.
pub const MORNING: i64 = 1_763_712_000;

/// The house of the cast, under a mail server.
pub struct House(cast_store::House);

impl std::ops::Deref for House {
    type Target = cast_store::House;

    fn deref(&self) -> &cast_store::House {
        &self.0
    }
}

/// Both engines.
pub fn engines() -> [Engine; 2] {
    [Engine::Sqlite, Engine::Postgres]
}

impl House {
    pub fn new(mail_url: &str) -> House {
        House::on(Engine::Sqlite, mail_url)
    }

    pub fn on(engine: Engine, mail_url: &str) -> House {
        let settings = [
            ("BASE_URL", "https://praise.example"),
            ("MAIL_URL", mail_url),
            ("MAIL_FROM", "Praise <praise@praise.example>"),
            ("TEST_MAIL_PAUSE", "1"),
        ];
        House(cast_store::House::standing_at(MORNING, engine, &settings))
    }

    /// Starts a sender that gives up on an attempt after `patience`; it ends with the returned guard.
    pub fn send(&self, patience: Duration) -> Sending {
        Sending(tokio::spawn(Sender::new(self.app.clone(), patience).run()))
    }

    pub fn message(&self, to: &str) -> Message {
        let data = json!({ "link": self.app.url("/admin/mail") });
        Message::draft("test_mail", Lang::En, Mailbox::new(to, "Amina Okafor")).render(&self.app, &data).unwrap()
    }

    /// Puts a mail into the outbox.
    pub async fn put(&self, message: &Message) -> MailId {
        let put = message.clone();
        self.app.write(move |deed| outbox::put(deed, &put)).await.unwrap();
        message.id
    }

    pub async fn put_to(&self, to: &str) -> MailId {
        self.put(&self.message(to)).await
    }

    pub async fn mails(&self) -> Vec<Listed> {
        self.app.read(|conn| store::list(conn, crate::db::Part::Beginning, 1000)).await.unwrap()
    }

    pub async fn mail(&self, id: MailId) -> Listed {
        self.mails().await.into_iter().find(|mail| mail.id == id).unwrap()
    }

    pub async fn send_again(&self, id: MailId) -> bool {
        self.app.write(move |deed| outbox::send_again(deed, id)).await.unwrap()
    }

    /// Waits until a mail is as it should be, for at most some seconds.
    pub async fn wait_for(&self, id: MailId, what: impl Fn(&Listed) -> bool) -> Listed {
        for _ in 0..400 {
            let mail = self.mail(id).await;
            if what(&mail) {
                return mail;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("still {:?}", self.mail(id).await);
    }
}

/// A running sender.
pub struct Sending(tokio::task::JoinHandle<()>);

impl Drop for Sending {
    fn drop(&mut self) {
        self.0.abort();
    }
}
