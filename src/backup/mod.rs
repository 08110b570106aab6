//! One file with everything, and back: the commands `backup` and `restore`.
//!
//! The file is written by `age` for a key of its own ([`key`]), and nothing of it ever lies unencrypted on a disk. Inside
//! is gzip, and in that lines of JSON:
//!
//! ```text
//! {"peopleworthy_backup":1,"app":"0.1.0","schema":["20261121000001",…],"made_at":"2026-11-21T12:00:00Z",…}
//! {"table":"account","columns":[{"name":"id","kind":"bytes"},…]}
//! ["01A9…","…",0]          a row: bytes in hexadecimal, yes and no as 1 and 0, moments as microseconds
//! …
//! {"lines":52814,"sha256":"…"}     over all lines before this one, each with its line feed
//! ```
//!
//! So `age --decrypt -i backup-key FILE | gunzip` reads a backup without this program. The lines are the same for both
//! engines ([`crate::db::copy`]): what was made on one can be restored on the other.
//!
//! What it does not hold: the secret file, without which sealed texts stay sealed; its own key; sessions; mails as files.

mod key;
mod lines;
mod restore;
mod store;

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::clock::Clock;
use crate::config::Config;
use crate::db::copy::Snapshot;
use crate::db::{self, Db, upgrade};
use crate::secrets::Secrets;
use crate::stop::Stop;
use lines::Writer;
pub use restore::restore;
pub use store::count_sealed;

/// The version of the form of the file. Readers take this one and older ones.
const FORM: u32 = 1;
/// Under which label the secret file's mark is made.
const MARK_LABEL: &str = "backup/mark";

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    peopleworthy_backup: u32,
    app: String,
    schema: Vec<String>,
    made_at: String,
    /// Tells one secret file from another and nothing else of it; empty if there was none.
    secret_mark: String,
}

/// What `backup` did, in words for who typed it.
#[derive(Debug)]
pub struct Made {
    /// How many rows the file holds.
    pub rows: u64,
    /// The whole report.
    pub said: Vec<String>,
}

/// Writes a backup of the running database to a new file.
pub async fn backup(config: &Config, clock: &Clock, file: &Path) -> Result<Made, Stop> {
    if let db::Url::Sqlite(path) = &config.database
        && !Path::new(path).exists()
    {
        return Err(Stop::CouldNot(format!("there is no database at {path}")));
    }
    if file.exists() {
        return Err(Stop::CouldNot(format!("{} is there already; a backup never overwrites anything", file.display())));
    }
    // A database that waits for its upgrade can be saved before it; then there may be no table to say so in.
    if upgrade::check(&config.database)? {
        let db = Db::open(&config.database, 1)?;
        let now = clock.now();
        db.write(move |conn| store::record_made(conn, now)).await?;
    }
    let (recipient, mut said) = key::recipient(&config.data_dir)?;
    let (config, clock, target) = (config.clone(), clock.clone(), file.to_owned());
    let write = move || write_aside(&config, &clock, &target, &recipient);
    let rows = tokio::task::spawn_blocking(write).await.map_err(|error| error.to_string())??;
    said.push(format!("{}: {rows} rows, encrypted; keep the key apart from it", file.display()));
    Ok(Made { rows, said })
}

/// Under a name of its own until it is whole and on the disk: what bears the name asked for is a backup.
fn write_aside(config: &Config, clock: &Clock, file: &Path, recipient: &age::x25519::Recipient) -> Result<u64, Stop> {
    let mut aside = file.as_os_str().to_owned();
    aside.push(".part");
    let aside = PathBuf::from(aside);
    let failed = |error: std::io::Error| Stop::CouldNot(format!("{}: {error}", aside.display()));
    let new = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&aside).map_err(failed)?;
    let rows = write(config, clock, BufWriter::new(new), recipient).and_then(|(rows, out)| {
        let out = out.into_inner().map_err(|error| failed(error.into_error()))?;
        out.sync_all().and_then(|()| std::fs::rename(&aside, file)).and_then(|()| sync_folder(file)).map_err(failed)?;
        Ok(rows)
    });
    if rows.is_err() {
        let _ = std::fs::remove_file(&aside); // it may be gone; half a backup is none
    }
    rows
}

fn sync_folder(file: &Path) -> std::io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

fn write<W: Write>(
    config: &Config,
    clock: &Clock,
    out: W,
    recipient: &age::x25519::Recipient,
) -> Result<(u64, W), Stop> {
    let mut snapshot = Snapshot::open(&config.database)?;
    if snapshot.tables().is_empty() {
        return Err(Stop::CouldNot(format!("there is nothing in {}", config.database)));
    }
    let head = Head {
        peopleworthy_backup: FORM,
        app: env!("CARGO_PKG_VERSION").into(),
        schema: snapshot.versions().to_vec(),
        made_at: clock.now().timestamp().to_string(),
        secret_mark: secret_mark(config)?,
    };
    let failed = |error: std::io::Error| Stop::CouldNot(format!("the backup could not be written: {error}"));
    let mut writer = Writer::new(out, recipient).map_err(failed)?;
    writer.json(&head).map_err(failed)?;
    let mut rows = 0;
    for table in snapshot.tables().to_vec() {
        writer.json(&table).map_err(failed)?;
        snapshot
            .rows(&table, |row| {
                rows += 1;
                writer.line(row)
            })
            .map_err(db::Error::from)?;
    }
    let out = writer.finish().map_err(failed)?;
    Ok((rows, out))
}

/// What tells whether a secret file is the one that sealed what a backup holds; nothing about the key can be learnt from it.
fn secret_mark(config: &Config) -> Result<String, Stop> {
    if !config.secret_file.exists() {
        return Ok(String::new());
    }
    let secrets = Secrets::load_or_make(&config.secret_file).map_err(|error| error.to_string())?;
    Ok(secrets.derived_token(MARK_LABEL, b"")[..8].to_owned())
}
