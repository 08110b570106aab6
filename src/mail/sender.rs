//! The sender: takes mails from the outbox when they are due and hands them over, several at a time.
//!
//! Whatever one mail or one server does, it ends: every attempt has a deadline, runs in a task of its own (a panic in it
//! is that mail's failure), and leaves the mail in one of three states: sent, waiting for the next attempt, or failed
//! and kept for the administrator. What is written to an address that the server refuses is held meanwhile. Attempts follow at growing pauses. On a crash between the server's "250" and our
//! mark the mail goes out again, with the same Message-ID.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use lettre::message::Mailbox;
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::Instant;

use super::letter::{Letter, read_from};
use super::message::Message;
use super::smtp::Server;
use super::store::{self, Taken};
use super::trouble::Trouble;
use super::{folder, outbox, pauses, refusal_store};
use crate::app::App;
use crate::clock::Moment;
use crate::config::Config;
use crate::db::{self, Url, lease};
use crate::ids::MailId;
use crate::live::Topic;

/// The longest an attempt may take, from the first byte to the last.
pub const DEADLINE: Duration = Duration::from_secs(30);
/// How many attempts run at once: one that stalls does not hold up the others.
const LANES: usize = 4;
/// How long a mail counts as being sent; after that its sender must have died. Longer than an attempt with its marks.
const CLAIM_SECONDS: i64 = 50;
/// One sender a database: the lease's name, and how long it holds without being renewed. Short, because it only keeps
/// two nodes from crowding a mail server: that no mail is sent twice is the claims' work.
const LEASE: &str = "mail";
const LEASE_SECONDS: i64 = 10;
/// How often the mark "sent" is tried: without it the mail would go out again.
const MARK_TRIES: u32 = 20;

/// Sends what is due for as long as the future lives: woken by the hub, and every `mail_pause` seconds.
pub async fn run(app: App) {
    // A SQLite file has one server, which the start made sure of: whatever is still being sent, nobody sends.
    if let Url::Sqlite(_) = app.db.url()
        && let Err(error) = app.write(|deed| store::release_claims(deed.conn)).await
    {
        tracing::warn!(%error, "mails of an earlier run have to wait for their claims to run out");
    }
    let deadline = DEADLINE / app.config.mail_haste;
    Sender::new(app, deadline).run().await;
}

/// Sends one mail now, past the outbox, for the test button: the server's own reply, or why there is none.
pub async fn send_now(app: &App, message: &Message) -> Result<String, Trouble> {
    attempt(app.config.as_ref(), Taken::from(message), DEADLINE).await
}

/// Whether mail could be sent with these settings, in words: the server's own reply, or what is wrong.
pub async fn check(config: &Config) -> Result<String, String> {
    read_from(&config.mail_from)?;
    match &config.mail_url {
        Some(url) => Server::from_url(url)?.check(DEADLINE).await.map_err(|trouble| trouble.said()),
        None => {
            let folder = mail_folder(config);
            folder::make(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
            Ok(format!("no mail server is set; mails lie in {}", folder.display()))
        }
    }
}

/// The mail server as set, host and port; none if mails lie in a folder. What is set wrongly is shown as what is wrong.
pub fn server(config: &Config) -> Option<String> {
    let server = config.mail_url.as_ref().map(Server::from_url)?;
    Some(server.map_or_else(|wrong| wrong, |server| server.to_string()))
}

/// Where mails lie when no server is set.
pub fn mail_folder(config: &Config) -> PathBuf {
    config.data_dir.join("mail")
}

/// What one attempt came to.
type Outcome = Result<(), Trouble>;

pub(super) struct Sender {
    app: App,
    deadline: Duration,
    holder: String,
    under_way: JoinSet<Outcome>,
    /// Which mails are under way here, by their tasks.
    mails: HashMap<Id, MailId>,
    /// While the server is in trouble only one mail at a time tries it, after a rest that doubles.
    rest: Option<(Duration, Instant)>,
}

impl Sender {
    pub(super) fn new(app: App, deadline: Duration) -> Sender {
        let holder = match app.db.url() {
            // After a restart the lease is at once our own.
            Url::Sqlite(_) => "the one server".to_owned(),
            Url::Postgres(_) => uuid::Uuid::new_v4().to_string(),
        };
        Sender { app, deadline, holder, under_way: JoinSet::new(), mails: HashMap::new(), rest: None }
    }

    pub(super) async fn run(mut self) {
        let pause = Duration::from_secs(self.app.config.mail_pause.max(1));
        let mut ear = self.app.live.listen(&[Topic::Outbox]);
        loop {
            let wait = match self.start_due().await {
                Ok(true) => self.rest.map_or(pause, |(_, end)| end.saturating_duration_since(Instant::now())),
                Ok(false) => pause,
                Err(error) => {
                    tracing::warn!(%error, "the outbox cannot be read");
                    pause
                }
            };
            let wait = wait.min(pause);
            tokio::select! {
                Some(outcome) = self.under_way.join_next_with_id() => self.learn(outcome, pause),
                change = ear.next() => if change.is_none() { return },
                () = tokio::time::sleep(wait) => {}
            }
        }
    }

    /// How many more attempts may begin now.
    fn free_lanes(&self) -> usize {
        let lanes = match self.rest {
            Some((_, end)) if Instant::now() < end => 0,
            Some(_) => 1,
            None => LANES,
        };
        lanes.saturating_sub(self.under_way.len())
    }

    /// Takes what is due, as far as there are lanes, and begins to send it; whether something more may be due.
    async fn start_due(&mut self) -> Result<bool, db::Error> {
        let (now, holder, haste) = (self.app.now(), self.holder.clone(), self.app.config.mail_haste);
        // Looked at before anything is written: most of the time there is nothing to do.
        if !self.app.read(move |conn| store::is_due(conn, now)).await? {
            return Ok(false);
        }
        let free = i64::try_from(self.free_lanes()).unwrap_or(0);
        if free == 0 {
            return Ok(true);
        }
        let taken = self
            .app
            .write(move |deed| {
                let now = deed.now;
                if !lease::take(deed.conn, LEASE, &holder, now, later(now, LEASE_SECONDS, haste))? {
                    return Ok(Vec::new());
                }
                store::take_due(deed.conn, now, later(now, CLAIM_SECONDS, haste), free)
            })
            .await?;
        for mail in taken {
            let (app, deadline, id) = (self.app.clone(), self.deadline, mail.id);
            // A clock that jumps ahead makes our own claims look like those of a dead sender.
            if self.mails.values().any(|other| *other == id) {
                continue;
            }
            let task = self.under_way.spawn(async move { send_and_mark(app, mail, deadline).await });
            self.mails.insert(task.id(), id);
        }
        Ok(true)
    }

    /// Lets the server rest after trouble with it, and opens all lanes again after a mail that it answered.
    fn learn(&mut self, outcome: Result<(Id, Outcome), JoinError>, pause: Duration) {
        self.mails.remove(&outcome.as_ref().map_or_else(JoinError::id, |(task, _)| *task));
        match outcome {
            Ok((_, Err(Trouble::Server(_)))) => {
                let rest = self.rest.map_or(Duration::from_millis(500), |(rest, _)| rest * 2).min(pause);
                self.rest = Some((rest, Instant::now() + rest));
            }
            Ok(_) => self.rest = None,
            Err(error) => tracing::error!(%error, "an attempt to send a mail ended unmarked; it is tried again"),
        }
    }
}

/// One attempt with all that follows from it.
async fn send_and_mark(app: App, mail: Taken, deadline: Duration) -> Outcome {
    let (id, to, kind, attempts) = (mail.id, mail.to_address.clone(), mail.kind.clone(), mail.attempts);
    let config = app.config.clone();
    // A task of its own: building a mail can panic inside the library, and that must end this mail only. Held by a set
    // so that it ends with us.
    let mut one = JoinSet::new();
    one.spawn(async move { attempt(&config, mail, deadline).await });
    let outcome = match one.join_next().await {
        Some(Ok(outcome)) => outcome,
        _ => Err(Trouble::Final("this mail cannot be built".into())),
    };
    let next = match &outcome {
        Ok(_) => Next::Sent,
        Err(Trouble::Refused(_)) => Next::Refused,
        Err(Trouble::Final(_)) => Next::Failed,
        Err(_) => pauses::after(attempts)
            .map_or(Next::Failed, |pause| Next::At(later(app.now(), pause, app.config.mail_haste))),
    };
    let said = outcome.as_ref().err().map(Trouble::said).unwrap_or_default();
    // The server's words may hold an address; they go to the administrator's page and not into the log.
    match next {
        Next::Sent => tracing::info!(mail = %id, kind, attempts, "mail sent"),
        Next::At(_) => tracing::warn!(mail = %id, kind, attempts, "mail not sent; it is tried again"),
        Next::Refused | Next::Failed => {
            tracing::error!(mail = %id, kind, attempts, "mail not sent; it waits for the administrator");
        }
    }
    mark(&app, id, &to, next, &said).await;
    outcome.map(drop)
}

/// A moment some seconds later, or so much sooner as the tests are in haste.
fn later(now: Moment, seconds: i64, haste: u32) -> Moment {
    Moment::from_micros(now.micros() + seconds * 1_000_000 / i64::from(haste))
}

/// What becomes of a mail after an attempt.
#[derive(Clone, Copy)]
enum Next {
    Sent,
    At(Moment),
    Refused,
    Failed,
}

/// Writes down what became of a mail, several times if the database is not there: a mail that was sent and is not
/// marked goes out twice.
async fn mark(app: &App, id: MailId, to: &str, next: Next, said: &str) {
    for attempt in 0..MARK_TRIES {
        let (to, said) = (to.to_owned(), said.to_owned());
        let marked = app
            .write(move |deed| match next {
                Next::Sent => {
                    store::mark_sent(deed.conn, id, deed.now)?;
                    outbox::reopen(deed, &to)
                }
                Next::At(due_at) => store::mark_waiting(deed.conn, id, &said, due_at),
                Next::Refused => {
                    store::mark_failed(deed.conn, id, &said)?;
                    refusal_store::insert(deed.conn, &to, &said, deed.now)
                }
                Next::Failed => store::mark_failed(deed.conn, id, &said),
            })
            .await;
        match marked {
            Ok(()) => return,
            Err(error) => tracing::warn!(mail = %id, %error, "what became of a mail cannot be written down yet"),
        }
        tokio::time::sleep(Duration::from_millis(50 << attempt.min(6))).await;
    }
}

/// Builds a mail and hands it over by the way that is set.
async fn attempt(config: &Config, mail: Taken, deadline: Duration) -> Result<String, Trouble> {
    #[cfg(test)]
    assert_ne!(mail.kind, "panics", "as a test wants it");
    // Read each time: a settings mistake or a missing certificate file is then shown beside the mail it stopped.
    let from: Mailbox = read_from(&config.mail_from).map_err(Trouble::Server)?;
    let letter = Letter::build(&mail, &from).map_err(Trouble::Final)?;
    match &config.mail_url {
        Some(url) => Server::from_url(url).map_err(Trouble::Server)?.deliver(&letter, deadline).await,
        None => {
            let folder = mail_folder(config);
            let written = tokio::task::spawn_blocking(move || folder::write(&folder, mail.id, &letter)).await;
            match written {
                Ok(Ok(path)) => Ok(path.display().to_string()),
                Ok(Err(error)) => Err(Trouble::Server(error.to_string())),
                Err(_) => Err(Trouble::Server("the file could not be written".into())),
            }
        }
    }
}
