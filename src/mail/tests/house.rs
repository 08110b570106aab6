//! An app for tests: a database of its own, a clock that stands still, and a sender with little patience.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use serde_json::json;
use tempfile::TempDir;

use crate::app::App;
use crate::clock::{Clock, Moment};
use crate::config::Config;
use crate::db::{Db, Url, throw_away, upgrade};
use crate::ids::MailId;
use crate::live::Hub;
use crate::mail::sender::Sender;
use crate::mail::store::{self, Listed};
use crate::mail::{Mailbox, Message, outbox};
use crate::secrets::Secrets;
use crate::views::{Lang, Views};

/// A moment in autumn.
pub const MORNING: i64 = 1_763_712_000_000_000;

pub struct House {
    pub app: App,
    pub folder: TempDir,
}

/// Which database a house of tests stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Both of them.
pub fn engines() -> [Engine; 2] {
    [Engine::Sqlite, Engine::Postgres]
}

impl House {
    pub fn new(mail_url: &str) -> House {
        House::on(Engine::Sqlite, mail_url)
    }

    pub fn on(engine: Engine, mail_url: &str) -> House {
        let folder = TempDir::new().unwrap();
        let set = |name: &str, value: &str| (format!("PEOPLEWORTHY_{name}"), value.to_owned());
        let mut settings: BTreeMap<String, String> = [
            set("DATA_DIR", folder.path().to_str().unwrap()),
            set("BASE_URL", "https://praise.example"),
            set("MAIL_URL", mail_url),
            set("MAIL_FROM", "Praise <praise@praise.example>"),
            set("TEST_MAIL_PAUSE", "1"),
        ]
        .into();
        if engine == Engine::Postgres
            && let Url::Postgres(address) = throw_away::postgres()
        {
            settings.extend([set("DATABASE_URL", &address)]);
        }
        let config = Config::read(&settings, "").unwrap();
        let clock = Clock::standing_at(Moment::from_micros(MORNING));
        upgrade::run(&config.database, &clock).unwrap();
        let app = App {
            db: Db::open(&config.database, 4).unwrap(),
            views: Arc::new(Views::load_with(clock.clone()).unwrap()),
            clock,
            live: Hub::default(),
            kept: crate::kept::Kept::default(),
            secrets: Secrets::from_bytes(b"test"),
            config: Arc::new(config),
        };
        House { app, folder }
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
        self.app.read(|conn| store::list(conn, None, 1000)).await.unwrap()
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

    pub fn advance(&self, seconds: i64) {
        self.app.clock.advance(SignedDuration::from_secs(seconds));
    }
}

/// A running sender.
pub struct Sending(tokio::task::JoinHandle<()>);

impl Drop for Sending {
    fn drop(&mut self) {
        self.0.abort();
    }
}
