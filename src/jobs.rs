//! What happens by the clock, not because somebody asked.

use std::time::Duration;

use crate::app::App;
use crate::db::{self, generation};
use crate::live::Change;

/// How often this node asks what other nodes changed. On SQLite only commands run beside the server.
const LOOK_POSTGRES: Duration = Duration::from_secs(1);
const LOOK_SQLITE: Duration = Duration::from_secs(5);

/// Starts every job of this node. They end with the process.
pub fn start(app: &App) {
    tokio::spawn(look_at_other_nodes(app.clone()));
    tokio::spawn(crate::mail::sender::run(app.clone()));
    if app.config.notify_hint {
        let (hub, runtime) = (app.live.clone(), tokio::runtime::Handle::current());
        db::hint::listen(app.db.url(), move |topic, number| {
            if !topic.is_empty() {
                let (hub, change) = (hub.clone(), Change { topic: topic.to_owned(), number });
                runtime.spawn(async move { hub.announce(change) });
            }
            true
        });
    }
}

/// Finds the changes of other nodes by their numbers, whether or not a hint came.
async fn look_at_other_nodes(app: App) {
    let pause = match app.db.url() {
        db::Url::Sqlite(_) => LOOK_SQLITE,
        db::Url::Postgres(_) => LOOK_POSTGRES,
    };
    loop {
        tokio::time::sleep(pause).await;
        let topics = app.live.watched_topics();
        if topics.is_empty() {
            continue;
        }
        match app.read(move |conn| generation::list(conn, &topics)).await {
            Ok(numbers) => numbers.into_iter().for_each(|(topic, number)| app.live.announce(Change { topic, number })),
            Err(error) => tracing::warn!(%error, "cannot look for changes of other nodes"),
        }
    }
}
