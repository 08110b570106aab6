//! The way without a mail server: every mail becomes a file that any mail program opens.

use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::letter::Letter;
use crate::ids::MailId;

/// Writes a letter as `<mail id>.eml`. It appears whole or not at all: written under another name first, then renamed.
/// A mail that is written twice is one file.
pub fn write(folder: &Path, id: MailId, letter: &Letter) -> std::io::Result<PathBuf> {
    make(folder)?;
    let (path, unfinished) = (folder.join(format!("{id}.eml")), folder.join(format!(".{id}.part")));
    let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
    file.write_all(&letter.bytes)?;
    file.sync_all()?;
    std::fs::rename(&unfinished, &path)?;
    Ok(path)
}

/// Makes the folder, for its owner only: the mails in it hold links that let people in.
pub fn make(folder: &Path) -> std::io::Result<()> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}
