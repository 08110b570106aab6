//! What people write, by language: patterns for phrases.rs.
//!
//! In guests' deeds stand `{name}`, `{he}`, `{him}`, `{his}` for the person praised (in each language the forms its own
//! file explains), `{room}` a room number, `{town}` the town; in team deeds `{names}`; in colleagues' deeds `{name}`.

mod english;
mod english_staff;
mod english_talk;
mod english_voice;
mod german;
mod german_staff;
mod german_talk;
mod german_voice;
pub(super) mod house;
mod italian;
mod spanish;

use super::phrases::Table;
use super::trades::Trades;

/// Something done that is worth praise.
pub struct Deed {
    /// Who may have done it.
    pub by: Trades,
    /// What they did.
    pub did: &'static str,
    /// A second sentence, not always told; may be empty.
    pub then: &'static str,
    /// What difference it made.
    pub effect: &'static str,
}

/// Something to ask or to complain about, with its answer.
pub struct Topic {
    /// The guest's words.
    pub asked: &'static str,
    /// The answer, which ends with what is going to change or why not.
    pub answer: &'static str,
}

/// All patterns of one language.
pub struct Tongue {
    /// Language tag.
    pub tag: &'static str,
    /// Rows of words that go together.
    pub tables: &'static [Table],
    /// How a guest may begin.
    pub openings: &'static [&'static str],
    /// How a guest may end.
    pub closings: &'static [&'static str],
    /// A difference that any deed may make.
    pub effects: &'static [&'static str],
    /// One person's deeds, told by guests.
    pub deeds: &'static [Deed],
    /// Deeds of two or three together.
    pub team_deeds: &'static [Deed],
    /// Deeds told by colleagues.
    pub colleague_deeds: &'static [Deed],
    /// How somebody begins to tell what a guest `{guest}` told them.
    pub relayed: &'static [&'static str],
    /// What a recipient answers to `{whom}`, which begins with a space or is empty.
    pub thanks: &'static [&'static str],
    /// Concerns with answers.
    pub concerns: &'static [Topic],
    /// Questions with answers.
    pub questions: &'static [Topic],
    /// How the staff address a guest: `{guest}` is the name.
    pub greetings: &'static [&'static str],
    /// How they address a guest who left no name.
    pub nameless: &'static [&'static str],
    /// What a guest writes after the answer.
    pub replies: &'static [&'static str],
    /// Names guests sign with; `{given}` and `{family}` are filled in.
    pub signatures: &'static [&'static str],
    /// What a guest who does not know the name says: when.
    pub when: &'static [&'static str],
    /// What a recipient answers to a colleague.
    pub colleague_thanks: &'static [&'static str],
    /// Words that only one person says.
    pub alone: &'static [&'static str],
    /// Words that only several say.
    pub together: &'static [&'static str],
    /// A guest whose name was not noted.
    pub a_guest: &'static str,
    /// Somebody whose name the guest does not know, in any case.
    pub somebody: &'static str,
    /// The four pronouns of a woman, in the order of `pronoun_words`.
    pub her: [&'static str; 4],
    /// The four pronouns of a man.
    pub him: [&'static str; 4],
    /// What patterns call these.
    pub pronoun_words: [&'static str; 4],
    /// "and".
    pub and: &'static str,
}

/// Something the staff raise, and what may become of it.
pub struct Matter {
    /// The code of its category.
    pub category: &'static str,
    /// What happens; a pattern.
    pub what: &'static str,
    /// Where; may be empty.
    pub place: &'static str,
    /// What would fix it.
    pub fix: &'static str,
    /// What is planned.
    pub planned: &'static str,
    /// What was changed.
    pub changed: &'static str,
    /// Why not; empty where nobody would turn it down.
    pub declined: &'static str,
}

const fn matter(
    category: &'static str,
    what: &'static str,
    place: &'static str,
    fix: &'static str,
    planned: &'static str,
    changed: &'static str,
    declined: &'static str,
) -> Matter {
    Matter { category, what, place, fix, planned, changed, declined }
}

/// What the staff raise in a language (English or German): by name, in confidence, and what confidants ask back.
pub fn voice_of(tag: &str) -> (&'static [Matter], &'static [&'static str], &'static [&'static str]) {
    match tag {
        "de" => (german_voice::MATTERS, german_voice::CONFIDED, german_voice::ASKED),
        _ => (english_voice::MATTERS, english_voice::CONFIDED, english_voice::ASKED),
    }
}

/// English, German, Spanish, Italian: the order of `places::guests_of`.
pub static TONGUES: [&Tongue; 4] = [&english::ENGLISH, &german::GERMAN, &spanish::SPANISH, &italian::ITALIAN];

/// The language of that tag; English stands in for those in which nothing is told.
pub fn tongue(tag: &str) -> &'static Tongue {
    TONGUES.iter().find(|tongue| tongue.tag == tag).unwrap_or(&TONGUES[0])
}

impl Tongue {
    /// Whether a pattern is the word of one guest, and whether it is the word of several.
    pub fn voices(&self, pattern: &str) -> (bool, bool) {
        let says = |words: &[&str]| pattern.split([' ', '[', '|', '.', ',']).any(|word| words.contains(&word));
        (says(self.alone), says(self.together))
    }
}

/// A deed; a function so that lists of deeds read as lists.
const fn deed(by: Trades, did: &'static str, then: &'static str, effect: &'static str) -> Deed {
    Deed { by, did, then, effect }
}

/// A topic with its answer.
const fn topic(asked: &'static str, answer: &'static str) -> Topic {
    Topic { asked, answer }
}
