//! How a command speaks, and how it ends when it does not end well.

use std::io::Write;

use crate::db;

/// How a command ended when it did not end well.
#[derive(Debug)]
pub enum Stop {
    /// It could not be done; the sentence says why.
    CouldNot(String),
    /// The database is from a newer version.
    NewerSchema(String),
}

impl From<db::Error> for Stop {
    fn from(error: db::Error) -> Stop {
        match error {
            db::Error::NewerSchema { .. } => Stop::NewerSchema(error.to_string()),
            other => Stop::CouldNot(other.to_string()),
        }
    }
}

impl From<String> for Stop {
    fn from(why: String) -> Stop {
        Stop::CouldNot(why)
    }
}

impl Stop {
    /// The exit status of contract: 1 could not, 3 the schema is newer than this program.
    pub fn status(&self) -> u8 {
        match self {
            Stop::CouldNot(_) => 1,
            Stop::NewerSchema(_) => 3,
        }
    }

    /// What the one who typed the command should read.
    pub fn sentence(&self) -> &str {
        match self {
            Stop::CouldNot(why) | Stop::NewerSchema(why) => why,
        }
    }
}

/// Prints a result.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush()); // a closed pipe is the reader's choice
}
