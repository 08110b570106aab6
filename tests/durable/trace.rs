//! What strace saw, as far as a power cut is concerned: writes to some files, their flushes, and answers that left.

use std::collections::HashMap;
use std::path::Path;

/// One thing that happened, in the order in which it did. Files are named by their place in the list given to [`read`].
#[derive(Debug)]
pub enum Event {
    /// Bytes on their way to the disk, as of the beginning of the call.
    Write { file: usize, at: usize, bytes: Vec<u8> },
    /// The file was cut to this length, or made longer.
    Cut { file: usize, length: usize },
    /// A flush ended; so many of the writes and cuts before it came after it had begun.
    Flushed { file: usize, later: usize },
    /// The folder was flushed: files made in it before are found in it from now on.
    FolderFlushed,
    /// An answer with 303 began to leave; where it leads.
    Answer { location: String },
}

/// Reads the output of `strace -f -y -xx`. A call during which something else happens is told in two lines, the first
/// with all that goes in: a write and an answer count from their first line on, a flush from its last.
pub fn read(trace: &str, folder: &Path, names: &[&str]) -> Vec<Event> {
    let folder_name = hex(folder.to_str().unwrap().as_bytes());
    let names: Vec<String> = names.iter().map(|name| hex(folder.join(name).to_str().unwrap().as_bytes())).collect();
    let mut events = Vec::new();
    let mut changes = vec![0_usize; names.len()];
    // By thread: the file being flushed, and how many changes it had seen when the flush began; the folder as `None`.
    let mut flushing: HashMap<&str, Option<(usize, usize)>> = HashMap::new();
    for line in trace.lines() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        let call = call.trim_start();
        let is_unfinished = call.ends_with("<unfinished ...>");
        if call.starts_with("<... fsync resumed>") || call.starts_with("<... fdatasync resumed>") {
            if let Some(flushed) = flushing.remove(thread) {
                assert!(call.ends_with("= 0"), "a flush failed: {call}");
                events.push(match flushed {
                    Some((file, seen)) => Event::Flushed { file, later: changes[file] - seen },
                    None => Event::FolderFlushed,
                });
            }
            continue;
        }
        let Some((name, arguments)) = call.split_once('(') else { continue };
        if matches!(name, "write" | "writev" | "sendto" | "sendmsg") {
            events.extend(answer(arguments));
        }
        if matches!(name, "fsync" | "fdatasync") && arguments.contains(&format!("<{folder_name}>")) {
            if is_unfinished {
                flushing.insert(thread, None);
            } else {
                assert!(call.ends_with("= 0"), "a flush failed: {call}");
                events.push(Event::FolderFlushed);
            }
            continue;
        }
        let Some(file) = names.iter().position(|name| {
            arguments
                .split_once('<')
                .is_some_and(|(_, rest)| rest.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('>')))
        }) else {
            continue;
        };
        match name {
            "pwrite64" => {
                let at = number(arguments, arguments.rsplit_once('"').unwrap().1, 2);
                let bytes = quoted(arguments);
                assert!(is_unfinished || call.ends_with(&format!("= {}", bytes.len())), "a write failed: {call}");
                changes[file] += 1;
                events.push(Event::Write { file, at, bytes });
            }
            "ftruncate" => {
                changes[file] += 1;
                events.push(Event::Cut { file, length: number(arguments, arguments.split_once('>').unwrap().1, 1) });
            }
            "fsync" | "fdatasync" if is_unfinished => {
                flushing.insert(thread, Some((file, changes[file])));
            }
            "fsync" | "fdatasync" => {
                assert!(call.ends_with("= 0"), "a flush failed: {call}");
                events.push(Event::Flushed { file, later: 0 });
            }
            other => panic!("{other} on a database file: this test has to learn it"),
        }
    }
    events
}

/// The number after so many commas.
fn number(call: &str, arguments: &str, commas: usize) -> usize {
    let word = arguments.split(',').nth(commas).unwrap_or_else(|| panic!("{call}"));
    let digits: String = word.trim().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|_| panic!("{call}"))
}

fn answer(arguments: &str) -> Option<Event> {
    // Most writes are long and no answers.
    if !arguments.contains(&hex(b"HTTP/1.1 303")) {
        return None;
    }
    let text = String::from_utf8_lossy(&quoted(arguments)).into_owned();
    let location = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("location").then(|| value.trim().to_owned())
    });
    location.map(|location| Event::Answer { location })
}

/// All bytes between quotation marks.
fn quoted(arguments: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in arguments.split('"').skip(1).step_by(2) {
        bytes.extend(part.split("\\x").skip(1).map(|pair| u8::from_str_radix(pair, 16).unwrap()));
    }
    bytes
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("\\x{byte:02x}")).collect()
}
