//! Stirring, as in the zone where nobody is known: every quarter of an hour the answers that are in are put down anew, under
//! new keys and in an order that nobody can know.
//!
//! That somebody answered and what was answered are stored in one transaction, or something would get lost. Engines remember
//! which rows were written together: PostgreSQL in the row itself, SQLite in its write-ahead log. Once it is stirred, all
//! answers were written together, by the clock. What came within the last quarter of an hour can still be told apart by
//! who reads the disk at that moment and has the secret file: without that file every answer is sealed.

use super::survey::{Pulse, State};
use super::take::{self, Opened};
use super::{answer_store, ending, store};
use crate::app::App;
use crate::db::{Conn, QueryResult};
use crate::secrets::Secrets;
use crate::web::Failure;

/// Stirs all surveys that take answers; how many answers were put down anew.
pub async fn stir(app: &App) -> Result<usize, Failure> {
    let secrets = app.secrets.clone();
    let (open, stirred) = app
        .write(move |deed| {
            let open = store::list_in(deed.conn, State::Launched)?;
            let mut stirred = 0;
            for pulse in &open {
                stirred += put_down(deed.conn, &secrets, pulse)?;
            }
            Ok((open.len(), stirred))
        })
        .await?;
    // Also when there was nothing to stir: somebody who was reading may have been in the way of the last cleaning.
    if open > 0 {
        ending::forget_removed(app).await;
    }
    Ok(stirred)
}

fn put_down(conn: &mut Conn, secrets: &Secrets, pulse: &Pulse) -> QueryResult<usize> {
    let Ok(key) = pulse.key(secrets) else { return Ok(0) };
    // What is called off while it is stirred would come back.
    if !store::hold_launched(conn, pulse.id)? {
        return Ok(0);
    }
    // Better not stirred than lost.
    let Some(Opened { answers, comments, keys, is_whole: true }) = take::open_all(conn, secrets, pulse)? else {
        return Ok(0);
    };
    answer_store::remove_these(conn, &keys.0, &keys.1)?;
    answer_store::put_all(conn, &key, pulse.id, &answers)?;
    let comments: Vec<_> = comments.into_iter().map(|comment| (comment, None)).collect();
    answer_store::put_comments(conn, &key, pulse.id, &comments)?;
    Ok(answers.len())
}
