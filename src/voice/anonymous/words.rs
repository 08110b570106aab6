//! What is sealed, and how: nothing of a thread but days, states and code-words stands open in the database.

use serde::{Deserialize, Serialize};

use crate::ids::{CategoryId, PersonId, ThreadId};
use crate::seal::{DataKey, Unopened};

/// What a thread is about, and who may not read it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Header {
    /// Its category.
    pub category: CategoryId,
    /// `issue` or `idea`.
    pub kind: String,
    /// Whom the writer excluded. They never see, count or find it, nor read it where the whole site does.
    pub excluded: Vec<PersonId>,
    /// Handlers who stepped aside. It is no longer theirs; what the site is shown, they may read there.
    #[serde(default)]
    pub aside: Vec<PersonId>,
    /// Whom what the site saw of it was kept from when that was taken back, and why. It is nothing for them, and shown once
    /// more, it is kept from them again.
    #[serde(default)]
    pub barred: Vec<(PersonId, String)>,
    /// Whether the site saw it, and it was taken back: shown again, it wants somebody who looks at it alone.
    #[serde(default)]
    pub was_taken_back: bool,
    /// The name under which the writer made themself known.
    pub revealed: Option<String>,
}

/// One thing that was said in a thread. The name of a handler stands inside the seal.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Said {
    /// The writer's first words.
    First {
        /// What happens.
        what: String,
        /// Where; may be empty.
        place: String,
        /// What would fix it; may be empty.
        fix: String,
    },
    /// Further words of the writer.
    Words {
        /// Them.
        text: String,
    },
    /// The writer makes themself known.
    Reveal {
        /// As they typed it.
        name: String,
    },
    /// An answer of a handler.
    Answer {
        /// Who.
        by: String,
        /// Their words.
        text: String,
    },
    /// A handler says where things stand.
    State {
        /// Who.
        by: String,
        /// [`crate::voice::state::State::name`].
        state: String,
        /// The reason, or what is planned; may be empty.
        text: String,
    },
    /// Shown to the site, in the words that everybody reads there.
    Published {
        /// Who reviewed it.
        by: String,
        /// The title.
        title: String,
        /// What happens, as it is shown.
        what: String,
        /// Where, as it is shown.
        place: String,
        /// What would fix it, as it is shown.
        fix: String,
    },
    /// It goes on under an open issue of the site that says the same.
    Joined {
        /// Who said so.
        by: String,
        /// The title on that day.
        title: String,
    },
    /// It stands by itself again, because the issue under which it went on was taken back.
    Apart {
        /// Who took that back.
        by: String,
    },
    /// What the site was shown is taken back.
    Retracted {
        /// Who took it back.
        by: String,
        /// One of [`super::thread::CAUSES`].
        cause: String,
        /// Their words.
        text: String,
    },
    /// Not shown to the site.
    Kept {
        /// Who reviewed it.
        by: String,
        /// Why not.
        text: String,
    },
}

impl Said {
    /// Whether the code-word goes to the answer board for it. What is taken back goes from the site on the same day: whoever
    /// watches both would learn whose words those were.
    pub fn is_for_board(&self) -> bool {
        !matches!(self, Said::Apart { .. } | Said::Retracted { .. })
    }
}

/// What a row of the intake seals.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Waiting {
    /// Of a first message only.
    pub header: Option<Header>,
    /// Its place among those of the same writer that wait together: the rows themselves keep no order.
    pub number: i64,
    /// The words.
    pub said: Said,
}

/// Which part of a thread a sealed text is, so that none can be put in another's place.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// The header.
    Header,
    /// A message, by its number.
    Message(i32),
    /// A remark, by its number.
    Remark(i32),
}

/// The associated data of a part of a thread.
fn about(thread: ThreadId, part: Part) -> Vec<u8> {
    let (kind, number) = match part {
        Part::Header => (b'h', 0),
        Part::Message(number) => (b'm', number),
        Part::Remark(number) => (b'r', number),
    };
    [thread.0.as_bytes().as_slice(), &[kind], &number.to_be_bytes()].concat()
}

/// Seals a part of a thread.
pub fn seal(key: &DataKey, thread: ThreadId, part: Part, content: &impl Serialize) -> Vec<u8> {
    // Structs of texts always have a form as JSON.
    let json = serde_json::to_string(content).unwrap_or_default();
    key.seal(&about(thread, part), &json)
}

/// Opens what [`seal`] sealed for the same part of the same thread.
pub fn open<T: for<'a> Deserialize<'a>>(
    key: &DataKey,
    thread: ThreadId,
    part: Part,
    sealed: &[u8],
) -> Result<T, Unopened> {
    serde_json::from_str(&key.open(&about(thread, part), sealed)?).map_err(|_| Unopened)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_part_opens_in_its_own_place_only() {
        let (key, thread) = (DataKey::random(), ThreadId::random());
        let sealed = seal(&key, thread, Part::Message(1), &"hello");
        assert_eq!(open::<String>(&key, thread, Part::Message(1), &sealed).unwrap(), "hello");
        for (thread, part) in [
            (thread, Part::Message(2)),
            (thread, Part::Remark(1)),
            (thread, Part::Header),
            (ThreadId::random(), Part::Message(1)),
        ] {
            assert!(open::<String>(&key, thread, part, &sealed).is_err(), "{part:?}");
        }
    }
}
