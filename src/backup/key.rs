//! The key of backups, made on first use and meant to be taken elsewhere.
//!
//! Nothing in a backup leads to it: it is neither the secret file nor derived from it. Its public half stays beside the
//! database and is all that making a backup needs; the private half is only needed to restore.

use std::fs::OpenOptions;
use std::io::{IsTerminal, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use age::secrecy::ExposeSecret;
use age::x25519::{Identity, Recipient};

use crate::stop::Stop;

/// The private half, in the form that the program `age` reads; for its owner only.
pub const PRIVATE: &str = "backup-key";
/// The public half.
const PUBLIC: &str = "backup-key.pub";

/// For whom to encrypt, and what to say about a key that was made just now.
pub fn recipient(folder: &Path) -> Result<(Recipient, Vec<String>), Stop> {
    let (public, private) = (folder.join(PUBLIC), folder.join(PRIVATE));
    if public.exists() {
        let text = std::fs::read_to_string(&public).map_err(|error| format!("{}: {error}", public.display()))?;
        let recipient = text.trim().parse().map_err(|error| format!("{}: {error}", public.display()))?;
        return Ok((recipient, Vec::new()));
    }
    if private.exists() {
        let recipient = identity(&private)?.to_public();
        keep(&public, &format!("{recipient}\n"), 0o644)?;
        return Ok((recipient, Vec::new()));
    }
    // Beside a database on a server there may be no folder yet.
    std::fs::create_dir_all(folder).map_err(|error| Stop::CouldNot(format!("{}: {error}", folder.display())))?;
    let identity = Identity::generate();
    let (secret, recipient) = (identity.to_string(), identity.to_public());
    let text = format!("# public key: {recipient}\n{}\n", secret.expose_secret());
    keep(&private, &text, 0o600)?;
    keep(&public, &format!("{recipient}\n"), 0o644)?;
    let mut said = vec![
        format!("A key for backups was made: {}", private.display()),
        "Without it no backup can be opened. Copy it to a place apart from this machine and from the backups, now;"
            .into(),
        format!("after that it may be deleted here: making backups needs {} only.", public.display()),
    ];
    // Where nobody looks, the line would end up in a log.
    if std::io::stdout().is_terminal() {
        said.push(format!("It is, this once: {}", secret.expose_secret()));
    }
    Ok((recipient, said))
}

/// Reads a private half, as this program or `age-keygen` wrote it.
pub fn identity(path: &Path) -> Result<Identity, Stop> {
    let name = path.display();
    if !path.exists() {
        return Err(Stop::CouldNot(format!(
            "the key {name} is not there; name the file that you kept elsewhere with --key FILE"
        )));
    }
    let mode = std::fs::metadata(path).map_err(|error| format!("{name}: {error}"))?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(Stop::CouldNot(format!("the key {name} can be read by others; run: chmod 600 {name}")));
    }
    let text = std::fs::read_to_string(path).map_err(|error| format!("{name}: {error}"))?;
    let line = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or("");
    line.parse().map_err(|_| Stop::CouldNot(format!("{name} holds no key of a backup (AGE-SECRET-KEY-1…)")))
}

fn keep(path: &Path, text: &str, mode: u32) -> Result<(), Stop> {
    let made = OpenOptions::new().write(true).create_new(true).mode(mode).open(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    made.map_err(|error| Stop::CouldNot(format!("{}: {error}", path.display())))
}
