//! Why a mail did not go out, sorted by what follows from it.

/// What went wrong in one attempt, in words for the administrator: the server's own where there are any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The server cannot be reached, does not speak sense, or does not let us in. No mail would go out now; all are
    /// tried again later.
    Server(String),
    /// The server did not take this mail this time; others may go out. Tried again later.
    Passing(String),
    /// The server takes nothing for this address. Kept and shown; other mail for the address waits.
    Refused(String),
    /// The server will never take this mail, or it cannot be built. Kept, shown, sent again by hand.
    Final(String),
}

/// The longest text kept of what a server said, in characters.
const SAID_MAX: usize = 600;

impl Trouble {
    /// What happened, on one line.
    pub fn said(&self) -> String {
        let (Trouble::Server(said) | Trouble::Passing(said) | Trouble::Refused(said) | Trouble::Final(said)) = self;
        shown(said)
    }
}

/// A server's words on one line, without what a terminal or a page would obey, and not longer than anyone reads.
pub(super) fn shown(said: &str) -> String {
    let words = said.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").chars().take(SAID_MAX).collect()
}
