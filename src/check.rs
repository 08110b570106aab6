//! The command `check`: looks at everything a start needs, and says in plain words what is wrong.

use std::path::Path;

use crate::backup;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::{self, Conn, Db, QueryResult, Safety, upgrade};
use crate::insights::recount::{self, Compared};
use crate::insights::reports;
use crate::mail::sender;
use crate::people::{audit_store, finder_store, person_store};
use crate::secrets::Secrets;
use crate::stop::{Stop, say};
use crate::views::{Lang, Views};
use crate::voice::receivers_store;

/// Seconds after which counts should have been made anew: two nights.
const COUNTS_ARE_OLD: f64 = 2.0 * 24.0 * 3600.0;

/// Looks at one thing after the other; fails if any of them is wrong.
pub async fn run(config: Config) -> Result<(), Stop> {
    let mut wrong = 0;
    let mut tell = |what: &str, outcome: Result<String, String>| match outcome {
        Ok(how) => say(&format!("ok     {what}: {how}")),
        Err(why) => {
            wrong += 1;
            say(&format!("WRONG  {what}: {why}"));
        }
    };
    tell("settings", Ok(format!("read; links begin with {}", config.origin())));
    tell("data folder", can_write(&config.data_dir));
    tell("secret file", secret(&config.secret_file));
    tell("database", database(&config).await);
    tell("issues", issues(&config).await);
    tell("sealed texts", sealed(&config).await);
    tell("audit log", audit_log(&config).await);
    tell("counts", counts(&config, recount::compare).await);
    tell("reports", counts(&config, reports::recount::compare).await);
    tell("mail", sender::check(&config).await);
    tell("clock", clock());
    if wrong == 0 { Ok(()) } else { Err(Stop::CouldNot(format!("{wrong} to put right"))) }
}

fn can_write(folder: &Path) -> Result<String, String> {
    let test = folder.join(".check");
    let outcome = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&test, "check"));
    let _ = std::fs::remove_file(&test); // it may never have been made
    outcome
        .map(|()| format!("{} can be written", folder.display()))
        .map_err(|error| format!("{}: {error}", folder.display()))
}

fn secret(path: &Path) -> Result<String, String> {
    if !path.exists() {
        return Ok("not there yet; the first start makes it".into());
    }
    Secrets::load_or_make(path)
        .map(|_| "there, and readable by its owner only".into())
        .map_err(|error| error.to_string())
}

async fn database(config: &Config) -> Result<String, String> {
    let is_new = matches!(&config.database, db::Url::Sqlite(path) if !Path::new(path).exists());
    if is_new {
        return Ok(format!("{} is not there yet; the first start makes it", config.database));
    }
    let is_up_to_date = upgrade::check(&config.database).map_err(|error| error.to_string())?;
    if !is_up_to_date {
        return Ok(format!("{} answers; the next start upgrades its schema", config.database));
    }
    let db = Db::open(&config.database, 1).map_err(|error| error.to_string())?;
    db.is_ready().await.map_err(|error| error.to_string())?;
    let connections = db.safety().await.map_err(|error| error.to_string())?;
    if let Some(wrong) = connections.iter().flat_map(Safety::wrong).next() {
        return Err(format!("{}: {wrong}", config.database));
    }
    let engine = connections.first().map(Safety::to_string).unwrap_or_default();
    Ok(format!("{} answers, takes writes, and its schema is up to date ({engine})", config.database))
}

/// The counts that the link and reports are made of are what is kept. What was written since the last counting is counted in the
/// next; if two nights have passed, what people read is not true any more.
async fn counts(config: &Config, compare: fn(&mut Conn) -> QueryResult<Compared>) -> Result<String, String> {
    if !is_ready(config)? {
        return Ok("not looked at before the next start".into());
    }
    let db = Db::open(&config.database, 1).map_err(|error| error.to_string())?;
    let now = config.clock.now();
    let look = db.read(compare).await;
    let Compared { counts, differ, counted_at } = look.map_err(|error| error.to_string())?;
    let is_old = counted_at.is_some_and(|at| now.seconds_since(at) > COUNTS_ARE_OLD);
    match differ {
        0 => Ok(format!("all {counts} are what is kept")),
        _ if is_old => {
            Err(format!("{differ} of {counts} are not what is kept; a running server counts every night at least"))
        }
        _ => Ok(format!("{differ} of {counts} have moved since the last counting and come with the next")),
    }
}

/// Every subject of an issue has somebody who receives it, at every site, and every site has somebody who reads what is
/// said in confidence. As long as nobody works here but the first administrator this is a hint, because a house that is
/// being set up is not wrong.
async fn issues(config: &Config) -> Result<String, String> {
    let is_there = !matches!(&config.database, db::Url::Sqlite(path) if !Path::new(path).exists());
    if !is_there || !upgrade::check(&config.database).unwrap_or(false) {
        return Ok("looked at once the database is up to date".into());
    }
    let words = |error: db::Error| error.to_string();
    let db = Db::open(&config.database, 1).map_err(words)?;
    let views = Views::load().map_err(|error| error.to_string())?;
    let now = config.clock.now();
    let (missing, silent, people) = db
        .read(move |conn| {
            let days = finder_store::days(conn, now)?;
            let people: i64 = person_store::count_present(conn, &days)?.values().sum();
            let silent = receivers_store::list_without_handler(conn, &days)?;
            Ok((receivers_store::list_unreceived(conn, &days)?, silent, people))
        })
        .await
        .map_err(words)?;
    let unread: Vec<String> = missing
        .iter()
        .filter(|one| one.is_nobodys())
        .map(|one| format!("{} at {}", one.category.name(&views, Lang::En), one.site))
        .collect();
    let mut wrong = Vec::new();
    if !silent.is_empty() {
        wrong.push(format!("there is no confidential handler at {}; see /admin/roles", silent.join(", ")));
    }
    if !unread.is_empty() {
        wrong.push(format!("nobody receives {}; see /admin/voice", unread.join(", ")));
    }
    match (wrong.is_empty(), missing.len()) {
        (true, 0) => Ok("every subject has somebody who receives it".into()),
        (true, some) => Ok(format!("{some} subjects fall to a site's manager; see /admin/voice")),
        (false, _) if people <= 1 => Ok("nobody is named yet to receive what staff raise; see /admin/voice".into()),
        (false, _) => Err(wrong.join("; ")),
    }
}

/// Tries every key that is wrapped with the secret file's. Another secret file than the one of then opens nothing.
async fn sealed(config: &Config) -> Result<String, String> {
    if !config.secret_file.exists() || !is_ready(config)? {
        return Ok("not looked at before the next start".into());
    }
    let secrets = Secrets::load_or_make(&config.secret_file).map_err(|error| error.to_string())?;
    let db = Db::open(&config.database, 1).map_err(|error| error.to_string())?;
    let (all, closed) =
        db.read(move |conn| backup::count_sealed(conn, &secrets)).await.map_err(|error| error.to_string())?;
    match closed {
        0 => Ok(format!("{all}, all of which the secret file opens")),
        closed => Err(format!(
            "{closed} of {all} do not open with {}: it is not the one they were sealed with",
            config.secret_file.display()
        )),
    }
}

/// Whether there is a database that can be asked as it is.
fn is_ready(config: &Config) -> Result<bool, String> {
    let is_new = matches!(&config.database, db::Url::Sqlite(path) if !Path::new(path).exists());
    Ok(!is_new && upgrade::check(&config.database).map_err(|error| error.to_string())?)
}

/// Walks the chain of the whole audit log: a minute for some millions of entries.
async fn audit_log(config: &Config) -> Result<String, String> {
    if !is_ready(config)? {
        return Ok("not looked at before the next start".into());
    }
    let db = Db::open(&config.database, 1).map_err(|error| error.to_string())?;
    let look = db.read(|conn| Ok((audit_store::count(conn)?, audit_store::check(conn)?)));
    match look.await.map_err(|error| error.to_string())? {
        (count, None) => Ok(format!("{count} entries, unchanged since they were written")),
        (_, Some(entry)) => {
            Err(format!("entry {entry} is not as it was written, or missing: somebody changed the log"))
        }
    }
}

/// A clock before this program was written cannot be right.
fn clock() -> Result<String, String> {
    const WRITTEN: i64 = 1_795_000_000_000_000;
    let now = Clock::System.now();
    if now.micros() < WRITTEN { Err(format!("it says {}", now.timestamp())) } else { Ok(now.timestamp().to_string()) }
}
