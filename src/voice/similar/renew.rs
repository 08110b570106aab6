//! The index made anew after an upgrade: another version may cut texts into other terms.

use std::time::Duration;

use crate::app::App;
use crate::db;
use crate::ids::IssueId;
use crate::voice::similar_store as store;

/// Issues in one write: few, because nobody else writes meanwhile.
const AT_ONCE: i64 = 20;
/// How long others have the database to themselves between two writes.
const BREATH: Duration = Duration::from_millis(20);

/// Looks once, at the start. Several nodes may do this at once: each issue's place comes out the same.
pub async fn renew(app: App) {
    match renew_all(&app).await {
        Ok(0) => {}
        Ok(issues) => tracing::info!(issues, "the index of similar issues was made anew"),
        Err(error) => tracing::warn!(%error, "the index of similar issues will be made anew at the next start"),
    }
}

/// How many issues were looked at. Until all of them are, some are found by the terms they had before.
async fn renew_all(app: &App) -> Result<usize, db::Error> {
    if app.read(store::is_fresh).await? {
        return Ok(0);
    }
    let (mut after, mut count): (Option<IssueId>, usize) = (None, 0);
    loop {
        let ids = app.read(move |conn| store::list_after(conn, after, AT_ONCE)).await?;
        let Some(last) = ids.last().copied() else { break };
        count += ids.len();
        app.write(move |deed| ids.iter().try_for_each(|id| store::refresh(deed.conn, *id))).await?;
        after = Some(last);
        tokio::time::sleep(BREATH).await;
    }
    app.write(|deed| store::mark_fresh(deed.conn)).await?;
    Ok(count)
}
