//! What changed just now, told to whoever has a page open: the hub.
//!
//! Only *that* something changed travels, never what: a page that hears of it fetches itself again, so that who may see
//! what is decided in one place. Every topic has a number in the database (`generation`) that grows with each change in
//! the same transaction; the hub carries the numbers inside this process, `jobs` fetches those of other nodes.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::broadcast;

use crate::ids::{PersonId, SenderId, SiteId};

/// How many changes a slow listener may lag behind before it is told to look at everything again.
const BACKLOG: usize = 1024;
/// The topic of the last message: no stream outlives the process.
const CLOSING: &str = "closing";

/// Something that can change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// What one person sees of their own: praise for them, answers to them.
    Person(PersonId),
    /// What the responders of a site have in their inbox.
    Inbox(SiteId),
    /// Any site's inbox; touched together with the site's own.
    Inboxes,
    /// What a guest sees behind their follow link.
    Sender(SenderId),
    /// The wall, of every site.
    Wall,
    /// Who is in the directory; the finder's index hangs on it.
    Directory,
    /// A mail waits. Not counted in the database: every submission puts one, and one row would be everybody's lock.
    Outbox,
    /// One account's right to be signed in.
    SignedIn(PersonId),
}

impl Topic {
    /// The name in the database and on the wire between nodes.
    pub fn name(&self) -> String {
        match self {
            Topic::Person(id) => format!("person:{id}"),
            Topic::Inbox(id) => format!("inbox:{id}"),
            Topic::Sender(id) => format!("sender:{id}"),
            Topic::Inboxes => "inboxes".into(),
            Topic::Wall => "wall".into(),
            Topic::Directory => "directory".into(),
            Topic::Outbox => "outbox".into(),
            Topic::SignedIn(id) => format!("signed-in:{id}"),
        }
    }

    /// Whether the database keeps a number for it.
    pub fn is_counted(&self) -> bool {
        *self != Topic::Outbox
    }
}

/// One change: the topic's name and its new number (0 where none is counted).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// [`Topic::name`].
    pub topic: String,
    /// The topic's number after the change.
    pub number: i64,
}

/// Carries changes to the listeners of this process. Cheap to clone.
#[derive(Clone)]
pub struct Hub {
    changes: broadcast::Sender<Change>,
    /// For every topic somebody listens to: how many do, and the newest number they were told.
    watched: Arc<Mutex<HashMap<String, (usize, i64)>>>,
}

impl Default for Hub {
    fn default() -> Hub {
        Hub { changes: broadcast::channel(BACKLOG).0, watched: Arc::default() }
    }
}

impl Hub {
    /// Tells everybody in this process; a number that was told before is not told again.
    pub fn announce(&self, change: Change) {
        if let Some((_, told)) = self.watched().get_mut(&change.topic) {
            if change.number != 0 && change.number <= *told {
                return;
            }
            *told = change.number;
        }
        let _ = self.changes.send(change); // no listener is no failure
    }

    /// Begins to listen to some topics.
    pub fn listen(&self, topics: &[Topic]) -> Listener {
        let names: Vec<String> = topics.iter().map(Topic::name).collect();
        let mut watched = self.watched();
        for name in &names {
            watched.entry(name.clone()).or_default().0 += 1;
        }
        Listener { hub: self.clone(), topics: names, changes: self.changes.subscribe() }
    }

    /// Ends every open stream, because the process shuts down.
    pub fn close(&self) {
        let _ = self.changes.send(Change { topic: CLOSING.into(), number: 0 });
    }

    /// The counted topics somebody here listens to, for asking the database what other nodes did.
    pub fn watched_topics(&self) -> Vec<String> {
        let outbox = Topic::Outbox.name();
        self.watched().keys().filter(|topic| **topic != outbox).cloned().collect()
    }

    fn watched(&self) -> MutexGuard<'_, HashMap<String, (usize, i64)>> {
        self.watched.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One open stream's ear.
pub struct Listener {
    hub: Hub,
    topics: Vec<String>,
    changes: broadcast::Receiver<Change>,
}

impl Listener {
    /// Waits for the next change of one of its topics; `None` when the process shuts down. A listener that lagged
    /// behind gets a change without a number, which means: look again.
    pub async fn next(&mut self) -> Option<Change> {
        loop {
            match self.changes.recv().await {
                Ok(change) if change.topic == CLOSING => return None,
                Ok(change) if self.topics.contains(&change.topic) => return Some(change),
                Ok(_) => {}
                Err(broadcast::error::RecvError::Lagged(_)) => {
                    return self.topics.first().map(|topic| Change { topic: topic.clone(), number: 0 });
                }
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut watched = self.hub.watched();
        for topic in &self.topics {
            if let Some(entry) = watched.get_mut(topic) {
                entry.0 -= 1;
                if entry.0 == 0 {
                    watched.remove(topic);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_listener_hears_its_own_topics_once() {
        let hub = Hub::default();
        let (mine, other) = (Topic::Person(PersonId::random()), Topic::Person(PersonId::random()));
        let mut listener = hub.listen(std::slice::from_ref(&mine));
        hub.announce(Change { topic: other.name(), number: 1 });
        hub.announce(Change { topic: mine.name(), number: 4 });
        hub.announce(Change { topic: mine.name(), number: 4 });
        hub.announce(Change { topic: mine.name(), number: 5 });
        assert_eq!(listener.next().await.unwrap().number, 4);
        assert_eq!(listener.next().await.unwrap().number, 5);
        drop(listener);
        assert!(hub.watched_topics().is_empty());
    }
}
