//! The application: what every request and every job is given.

use std::sync::Arc;

use crate::db::QueryResult;

use crate::clock::{Clock, Moment};
use crate::config::Config;
use crate::db::{self, Conn, Db, generation};
use crate::kept::Kept;
use crate::live::{Change, Hub, Topic};
use crate::secrets::Secrets;
use crate::views::Views;

/// Everything a request needs, shared by all. Cheap to clone.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The settings in force.
    pub config: Arc<Config>,
    /// The only source of "now".
    pub clock: Clock,
    /// Who listens to what changes.
    pub live: Hub,
    /// Templates and languages.
    pub views: Arc<Views>,
    /// Keys.
    pub secrets: Secrets,
    /// What was made from the database once and is kept in memory.
    pub kept: Kept,
}

/// A write under way: a connection, the moment it happens, and what it changes.
pub struct Deed<'c> {
    /// The connection, inside a transaction.
    pub conn: &'c mut Conn,
    /// The moment at which all of it happens.
    pub now: Moment,
    touched: Vec<Topic>,
}

impl Deed<'_> {
    /// Says that a topic changes with this write; those who listen hear of it after the commit, and only then.
    pub fn touch(&mut self, topic: Topic) {
        self.touched.push(topic);
    }

    /// Counts the changes, in one order for all, so that two writers never wait for each other in a circle.
    fn count(mut self, hint: bool) -> QueryResult<Vec<Change>> {
        self.touched.sort();
        self.touched.dedup();
        let mut changes = Vec::with_capacity(self.touched.len());
        for topic in &self.touched {
            let number = if topic.is_counted() { generation::bump(self.conn, &topic.name())? } else { 0 };
            changes.push(Change { topic: topic.name(), number });
        }
        if hint {
            for change in &changes {
                db::hint::give(self.conn, &change.topic, change.number)?;
            }
        }
        Ok(changes)
    }
}

impl App {
    /// This moment.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Runs queries that change nothing.
    pub fn read<T, F>(&self, queries: F) -> impl Future<Output = Result<T, db::Error>> + Send
    where
        F: Fn(&mut Conn) -> QueryResult<T> + Send + 'static,
        T: Send + 'static,
    {
        self.db.read(queries)
    }

    /// Runs one transaction, and tells those who listen once it is on the disk. See [`Db::write`] for what the closure
    /// may do.
    pub fn write<T, F>(&self, deed: F) -> impl Future<Output = Result<T, db::Error>> + Send
    where
        F: Fn(&mut Deed) -> QueryResult<T> + Send + 'static,
        T: Send + 'static,
    {
        let (now, hint) = (self.now(), self.config.notify_hint);
        let written = self.db.write(move |conn| {
            let mut under_way = Deed { conn, now, touched: Vec::new() };
            let value = deed(&mut under_way)?;
            Ok((value, under_way.count(hint)?))
        });
        self.announce(written)
    }

    async fn announce<T>(
        &self,
        written: impl Future<Output = Result<(T, Vec<Change>), db::Error>>,
    ) -> Result<T, db::Error> {
        let (value, changes) = written.await?;
        for change in changes {
            self.live.announce(change);
        }
        Ok(value)
    }

    /// The whole address of a path of this app, for mails and printed codes.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.config.origin())
    }
}
