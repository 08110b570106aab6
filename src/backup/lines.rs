//! The lines of a backup through gzip and age, with their checksum.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use age::stream::{StreamReader, StreamWriter};
use aws_lc_rs::digest::{Context, SHA256};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

use super::{FORM, Head};
use crate::db::copy::Table;
use crate::stop::Stop;

/// The last line.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Tail {
    lines: u64,
    sha256: String,
}

/// Counts and sums up lines as they pass.
struct Sum {
    lines: u64,
    context: Context,
}

impl Sum {
    fn new() -> Sum {
        Sum { lines: 0, context: Context::new(&SHA256) }
    }

    fn add(&mut self, line: &str) {
        self.lines += 1;
        self.context.update(line.as_bytes());
        self.context.update(b"\n");
    }

    fn tail(self) -> Tail {
        let sum = self.context.finish();
        Tail { lines: self.lines, sha256: sum.as_ref().iter().map(|byte| format!("{byte:02x}")).collect() }
    }
}

/// Writes lines.
pub struct Writer<W: Write> {
    out: GzEncoder<StreamWriter<W>>,
    sum: Sum,
}

impl<W: Write> Writer<W> {
    /// Begins a file for the holder of a key.
    pub fn new(out: W, recipient: &age::x25519::Recipient) -> io::Result<Writer<W>> {
        let recipient: &dyn age::Recipient = recipient;
        let encryptor = age::Encryptor::with_recipients(std::iter::once(recipient)).map_err(io::Error::other)?;
        Ok(Writer { out: GzEncoder::new(encryptor.wrap_output(out)?, Compression::fast()), sum: Sum::new() })
    }

    /// Writes a line that is JSON already.
    pub fn line(&mut self, line: &str) -> io::Result<()> {
        self.sum.add(line);
        self.out.write_all(line.as_bytes())?;
        self.out.write_all(b"\n")
    }

    /// Writes something as a line.
    pub fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.line(&serde_json::to_string(value)?)
    }

    /// Writes the last line and everything that is still on its way.
    pub fn finish(self) -> io::Result<W> {
        let Writer { mut out, sum } = self;
        writeln!(out, "{}", serde_json::to_string(&sum.tail())?)?;
        out.finish()?.finish()
    }
}

/// What stands on a line between the first and the last.
pub enum Line {
    /// A table begins.
    Table(Table),
    /// A row of the table that began last.
    Row(String),
}

/// Reads lines.
pub struct Reader {
    lines: io::Lines<BufReader<GzDecoder<StreamReader<BufReader<File>>>>>,
    sum: Option<Sum>,
    name: String,
    /// The first line.
    pub head: Head,
}

impl Reader {
    /// Opens a backup with the private half of its key.
    pub fn open(path: &Path, key: &age::x25519::Identity) -> Result<Reader, Stop> {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| format!("{name}: {error}"))?;
        let none = || Stop::CouldNot(format!("{name} is no backup of Peopleworthy"));
        let decryptor = age::Decryptor::new(BufReader::new(file)).map_err(|_| none())?;
        let key: &dyn age::Identity = key;
        let opened = decryptor.decrypt(std::iter::once(key)).map_err(|error| match error {
            age::DecryptError::NoMatchingKeys => {
                Stop::CouldNot(format!("{name} was made for another key; nothing was restored"))
            }
            _ => cut_off(&name),
        })?;
        let mut lines = BufReader::new(GzDecoder::new(opened)).lines();
        let first = lines.next().ok_or_else(none)?.map_err(|_| cut_off(&name))?;
        let head: Head = serde_json::from_str(&first).map_err(|_| none())?;
        if head.peopleworthy_backup > FORM {
            let by = &head.app;
            return Err(Stop::NewerSchema(format!("{name} was made by the newer version {by}; nothing was restored")));
        }
        let mut sum = Sum::new();
        sum.add(&first);
        Ok(Reader { lines, sum: Some(sum), name, head })
    }

    /// The next line; none behind the last one, which must have been as the lines before it say.
    pub fn next(&mut self) -> Result<Option<Line>, Stop> {
        let Some(mut sum) = self.sum.take() else { return Ok(None) };
        let line = self.lines.next().ok_or_else(|| cut_off(&self.name))?.map_err(|_| cut_off(&self.name))?;
        if let Ok(tail) = serde_json::from_str::<Tail>(&line) {
            // Only with its end read too is the file whole: age says so behind its last byte.
            let is_last = self.lines.next().is_none();
            return if is_last && tail == sum.tail() { Ok(None) } else { Err(cut_off(&self.name)) };
        }
        sum.add(&line);
        self.sum = Some(sum);
        if line.starts_with('[') {
            return Ok(Some(Line::Row(line)));
        }
        serde_json::from_str(&line).map(|table| Some(Line::Table(table))).map_err(|_| cut_off(&self.name))
    }
}

fn cut_off(name: &str) -> Stop {
    Stop::CouldNot(format!("{name} is cut off or was changed; nothing was restored"))
}
