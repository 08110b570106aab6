//! `restore`: a backup into an empty place.

use std::path::{Path, PathBuf};

use super::key::{self, PRIVATE};
use super::lines::{Line, Reader};
use super::{secret_mark, store};
use crate::clock::{Clock, Moment};
use crate::config::Config;
use crate::db::copy::{Filling, Table};
use crate::db::{self, upgrade};
use crate::stop::Stop;

/// How many bytes of rows are put in at once.
const BATCH: usize = 1 << 20;

/// Fills the empty database of the settings from a backup, and says what has to be known about it.
pub async fn restore(config: &Config, clock: &Clock, file: &Path, key: Option<&Path>) -> Result<Vec<String>, Stop> {
    let key = key.map_or_else(|| config.data_dir.join(PRIVATE), PathBuf::from);
    let (config, clock, file) = (config.clone(), clock.clone(), file.to_owned());
    let work = move || restore_now(&config, clock.now(), &file, &key);
    tokio::task::spawn_blocking(work).await.map_err(|error| error.to_string())?
}

fn restore_now(config: &Config, now: Moment, file: &Path, key: &Path) -> Result<Vec<String>, Stop> {
    let identity = key::identity(key)?;
    // First only read: a file that is not whole must not be found out halfway.
    let mut reader = Reader::open(file, &identity)?;
    upgrade::must_know(&reader.head.schema).map_err(|error| newer(file, error))?;
    while reader.next()?.is_some() {}

    let mut reader = Reader::open(file, &identity)?;
    make_folder(&config.database)?;
    let place = &config.database;
    let Some(mut filling) = Filling::begin(place, &reader.head.schema)? else {
        return Err(Stop::CouldNot(format!("{place} holds something already; a backup is restored to an empty place")));
    };
    let rows = fill(&mut filling, &mut reader)?;
    let mut held = 0;
    filling.finish(|conn| {
        held = store::settle(conn, now)?;
        Ok(())
    })?;
    let head = &reader.head;
    let mut said = vec![format!("{rows} rows of {} (version {}) are in {place}", head.made_at, head.app)];
    said.push("Everybody has to sign in again.".into());
    if held > 0 {
        said.push(format!("{held} mails that had not gone out are held for you to look at: /admin/mail"));
    }
    said.extend(about_secret(config, &head.secret_mark)?);
    Ok(said)
}

fn fill(filling: &mut Filling, reader: &mut Reader) -> Result<u64, Stop> {
    let (mut table, mut rows, mut bytes, mut count): (Option<Table>, Vec<String>, usize, u64) =
        (None, Vec::new(), 0, 0);
    loop {
        let line = reader.next()?;
        let is_full = bytes >= BATCH || !matches!(line, Some(Line::Row(_)));
        if let (Some(table), true, false) = (&table, is_full, rows.is_empty()) {
            filling.rows(table, &rows)?;
            rows.clear();
            bytes = 0;
        }
        match line {
            None => return Ok(count),
            Some(Line::Table(next)) => table = Some(next),
            Some(Line::Row(row)) => {
                count += 1;
                bytes += row.len();
                rows.push(row);
            }
        }
    }
}

fn make_folder(place: &db::Url) -> Result<(), Stop> {
    let db::Url::Sqlite(path) = place else { return Ok(()) };
    let Some(folder) = Path::new(path).parent() else { return Ok(()) };
    std::fs::create_dir_all(folder).map_err(|error| Stop::CouldNot(format!("{}: {error}", folder.display())))
}

fn newer(file: &Path, error: db::Error) -> Stop {
    match error {
        db::Error::NewerSchema { found, known } => Stop::NewerSchema(format!(
            "{} was made by a newer version (schema {found}; this one knows schemas up to {known}); nothing was restored",
            file.display()
        )),
        other => other.into(),
    }
}

/// What the secret file here means for what is sealed, and for links that were sent.
fn about_secret(config: &Config, mark: &str) -> Result<Vec<String>, Stop> {
    let path = config.secret_file.display();
    let here = secret_mark(config)?;
    let lost = "confidential and anonymous texts cannot be opened, and links that were sent lead nowhere";
    Ok(match (here.is_empty(), here == mark) {
        (false, true) => vec!["The secret file is the one of then: sealed texts can be opened.".into()],
        (true, _) => vec![
            format!("There is no secret file at {path}. Put the one of then there before the first start:"),
            format!("with another one {lost}. Everything else works."),
        ],
        (false, false) => vec![
            format!("The secret file at {path} is not the one of then: {lost}."),
            "Everything else works. Put the old one there if you have it.".into(),
        ],
    })
}
