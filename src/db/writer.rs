//! The one writer of a SQLite file: a thread that commits many transactions at once.
//!
//! A file has one writer whatever one does; a queue in front of it is fair, never meets "database is locked", and lets
//! all that wait share one flush to the disk. Each closure runs in a savepoint of its own, so that a constraint or a
//! panic undoes that closure alone; whoever waits is answered only after the commit they are part of.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::{Duration, Instant};

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::result::Error as DieselError;
use diesel::{Connection, QueryResult};
use tokio::sync::oneshot;

use super::connect::Manager;
use super::error::spoils_the_batch;
use super::queries::{Queries, Value};
use super::{Conn, Error};

/// How many closures may wait; one more is told that the house is full.
const QUEUE: usize = 2048;
/// A batch ends with this many closures …
const BATCH: usize = 256;
/// … or when it has taken this long.
const BATCH_TIME: Duration = Duration::from_millis(20);
/// A closure that holds everybody up for longer than this is named in the log.
const SLOW: Duration = Duration::from_millis(50);

/// Tells one caller how it ended: their own outcome, or why the whole batch failed.
type Answer = Box<dyn FnOnce(Option<&DieselError>) + Send>;
/// Runs one closure in a savepoint; the flag says that the batch cannot go on.
type Job = Box<dyn FnOnce(&mut Conn) -> (Answer, bool) + Send>;

/// The queue in front of the writer's thread.
#[derive(Clone)]
pub struct Writer {
    queue: SyncSender<Job>,
}

impl Writer {
    /// Connects and starts the thread, which ends when the last `Writer` is dropped.
    pub fn start(manager: Manager) -> Result<Writer, Error> {
        let first = manager.open().map_err(|error| Error::Connect(error.to_string()))?;
        let (queue, jobs) = sync_channel(QUEUE);
        std::thread::Builder::new()
            .name("db-writer".into())
            .spawn(move || write_all(&manager, first, &jobs))
            .map_err(|error| Error::Connect(error.to_string()))?;
        Ok(Writer { queue })
    }

    /// Queues a transaction and waits until it is on the disk or undone.
    pub async fn run(&self, deed: Queries) -> Result<Value, Error> {
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |conn| {
            let (outcome, spoilt) = in_savepoint(conn, &deed);
            let answer: Answer = Box::new(move |failure| {
                let _ = tell.send(match failure {
                    None => outcome,
                    Some(error) => Err(why_the_batch_failed(error)),
                });
            });
            (answer, spoilt)
        });
        self.queue.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) => Error::Busy,
            TrySendError::Disconnected(_) => Error::Closed,
        })?;
        told.await.map_err(|_| Error::Closed)?
    }
}

#[allow(clippy::disallowed_methods)] // inside the batch's own transaction this is a savepoint
fn in_savepoint(conn: &mut Conn, deed: &Queries) -> (Result<Value, Error>, bool) {
    let started = Instant::now();
    let mut panicked = false;
    let outcome = conn.transaction(|conn| {
        catch_unwind(AssertUnwindSafe(|| deed.run(conn))).unwrap_or_else(|_| {
            panicked = true;
            Err(DieselError::RollbackTransaction)
        })
    });
    if started.elapsed() > SLOW {
        name_slow(deed.name, started.elapsed());
    }
    let spoilt = outcome.as_ref().err().is_some_and(spoils_the_batch);
    let outcome = outcome.map_err(|error| if panicked { Error::Panicked } else { Error::from(error) });
    (outcome, spoilt)
}

/// Modules whose writes are made by somebody whom nobody may know.
const QUIET: [&str; 2] = ["::anonymous::", "::pulse::take::"];

/// Tells which closure was slow; not in the anonymous zone, where the line would tell when somebody wrote.
fn name_slow(closure: &str, took: Duration) {
    if !is_quiet(closure) {
        tracing::warn!(closure, ms = took.as_millis(), "slow write");
    }
}

fn is_quiet(closure: &str) -> bool {
    QUIET.iter().any(|module| closure.contains(module))
}

fn why_the_batch_failed(error: &DieselError) -> Error {
    match error {
        DieselError::DatabaseError(_, info) if info.message().contains("full") => Error::Full,
        other => Error::Commit(other.to_string()),
    }
}

fn write_all(manager: &Manager, first: Conn, jobs: &Receiver<Job>) {
    let mut conn = Some(first);
    while let Ok(job) = jobs.recv() {
        let mut current = match conn.take().map_or_else(|| manager.open(), Ok) {
            Ok(open) => open,
            Err(error) => {
                tracing::error!(%error, "the writer cannot connect");
                continue; // dropping the job tells its caller that the database is closed
            }
        };
        let mut answers = Vec::new();
        let outcome = write_batch(&mut current, job, jobs, &mut answers);
        if outcome.is_err() {
            let _ = <Conn as Connection>::TransactionManager::rollback_transaction(&mut current);
        } else {
            conn = Some(current);
        }
        for answer in answers {
            answer(outcome.as_ref().err());
        }
    }
}

fn write_batch(conn: &mut Conn, first: Job, jobs: &Receiver<Job>, answers: &mut Vec<Answer>) -> QueryResult<()> {
    let started = Instant::now();
    if let Err(error) = begin(conn) {
        drop(first); // it never ran; its caller hears that the database is closed for now
        return Err(error);
    }
    let mut next = Some(first);
    while let Some(job) = next.take() {
        let (answer, spoilt) = job(conn);
        answers.push(answer);
        if spoilt {
            return Err(DieselError::RollbackTransaction);
        }
        if answers.len() < BATCH && started.elapsed() < BATCH_TIME {
            next = jobs.try_recv().ok();
        }
    }
    <Conn as Connection>::TransactionManager::commit_transaction(conn)
}

/// Begins as a writer: a transaction that reads first and writes later could otherwise meet a locked file at once.
pub(super) fn begin(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE"),
        #[cfg(feature = "postgres")]
        Conn::Postgres(conn) => AnsiTransactionManager::begin_transaction(conn),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_writes_in_the_anonymous_zone_or_answers_a_survey_leaves_no_slow_write_in_the_log() {
        let deed = |of: &str| format!("peopleworthy::app::App::write<(), peopleworthy::{of}::{{{{closure}}}}>");
        for quiet in ["voice::anonymous::pages::write::create", "voice::anonymous::collect::run", "pulse::take::take"] {
            assert!(is_quiet(&deed(quiet)), "{quiet}");
        }
        assert!(!is_quiet(&deed("praise::pages::give::send")));
        // The names are those that the compiler gives, and it promises nothing.
        let name = Queries::new(|_| Ok(())).name;
        assert!(name.starts_with("peopleworthy::db::writer::tests::who_writes_in"), "{name}");
    }
}
