//! What was said in a made-up world: praise, what guests asked, and what staff raised. Things refer to each other by their place
//! in the lists of [`World`](super::World).

use crate::clock::Moment;
use crate::ids::{ConversationId, IssueId, MessageId, NoteId, RecipientId};

/// A piece of praise.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Its key.
    pub id: NoteId,
    /// Who says so.
    pub from: From,
    /// When it was sent.
    pub sent_at: Moment,
    /// Where it happened.
    pub site: usize,
    /// The spot, if known.
    pub place: Option<usize>,
    /// The code that led to the form.
    pub code: Option<usize>,
    /// Language of the words.
    pub language: &'static str,
    /// What they did; empty for "just thanks".
    pub did: String,
    /// What difference it made; may be empty.
    pub difference: String,
    /// Values the sender saw in it (colleagues only).
    pub values: Vec<usize>,
    /// Whom it reached; empty as long as nobody knows whom it meant.
    pub recipients: Vec<Recipient>,
    /// How the guest named the person, where that did not lead to anyone at once.
    pub unmatched: Option<Unmatched>,
    /// Satisfied? Treated as an individual? Would you come back?
    pub answers: Option<[Answer; 3]>,
}

/// Who sent a note.
#[derive(Clone, Debug, PartialEq)]
pub enum From {
    /// A guest, by the public page.
    Guest(Sender),
    /// Somebody who works here, by their place in [`World::people`](super::World::people).
    Colleague(usize),
    /// Somebody who works here, for a guest who said it to them.
    Relayed {
        /// Who wrote it down.
        by: usize,
        /// What the guest was called, if known.
        guest: Option<String>,
    },
}

/// A guest.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Sender {
    /// How to be addressed.
    pub name: Option<String>,
    /// Left only to hear what became of it.
    pub email: Option<String>,
    /// Whether the address was confirmed.
    pub is_confirmed: bool,
}

/// One person's share of a note.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipient {
    /// Its key.
    pub id: RecipientId,
    /// Who, by their place in [`World::people`](super::World::people).
    pub person: usize,
    /// When they heard of it.
    pub read: Option<Read>,
    /// Who else may see it.
    pub visibility: Visibility,
    /// What they answered.
    pub thanks: Option<Thanks>,
}

/// When and how somebody heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Read {
    /// When.
    pub at: Moment,
    /// How.
    pub how: How,
}

/// How somebody heard of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Opened the note's own page.
    Page,
    /// It stood on a page they were looking at.
    Live,
    /// The guest showed the card and the code was scanned.
    Seen,
    /// A slip was read out.
    Slip,
}

/// Who may see a recipient's note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Only the recipient.
    Me,
    /// Their team.
    Team,
    /// Their site.
    Site,
    /// The organisation.
    Company,
    /// Anyone.
    Public,
}

/// What a recipient answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Thanks {
    /// When.
    pub at: Moment,
    /// Their words.
    pub text: String,
}

/// A note whose person was not found at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Unmatched {
    /// The name as typed, misspelt; empty with "I don't know the name".
    pub typed: String,
    /// When it was, in the guest's words.
    pub when: String,
    /// Where it was, in the guest's words.
    pub place: String,
    /// What the person does, in the guest's words.
    pub role: String,
    /// Whom the guest meant: known to the world, not to the product.
    pub meant: usize,
    /// Who found that out and when; none while it waits.
    pub matched: Option<(usize, Moment)>,
}

/// An answer to one of the three questions after a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// Partly.
    Partly,
    /// No.
    No,
}

/// A guest's concern or question with all that followed.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversation {
    /// Its key.
    pub id: ConversationId,
    /// A concern, otherwise a question.
    pub is_concern: bool,
    /// About which site.
    pub site: usize,
    /// About which spot.
    pub place: Option<usize>,
    /// The code that led to the form.
    pub code: Option<usize>,
    /// Language of the words.
    pub language: &'static str,
    /// The guest.
    pub sender: Sender,
    /// Who answers for the site.
    pub owner: usize,
    /// What was written, the guest's first message first.
    pub messages: Vec<Message>,
}

/// One message of a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its key.
    pub id: MessageId,
    /// Who of the staff wrote it; none is the guest.
    pub by: Option<usize>,
    /// When.
    pub at: Moment,
    /// The words.
    pub text: String,
}

/// An issue or an idea of somebody who works here.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Its key.
    pub id: IssueId,
    /// An idea, not an issue.
    pub is_idea: bool,
    /// Raised in confidence, not by name.
    pub is_confidential: bool,
    /// The code of its category.
    pub category: &'static str,
    /// Where.
    pub site: usize,
    /// Who raised it.
    pub raiser: usize,
    /// Who answers.
    pub owner: Option<usize>,
    /// Language of the words.
    pub language: &'static str,
    /// What happens.
    pub what: String,
    /// Where exactly; may be empty.
    pub place: String,
    /// What would fix it; may be empty.
    pub fix: String,
    /// When.
    pub raised_at: Moment,
    /// Who said "me too".
    pub supporters: Vec<usize>,
    /// What became of it, oldest first.
    pub steps: Vec<IssueStep>,
    /// Who answered its raiser alone, when and what.
    pub answer: Option<(usize, Moment, String)>,
}

/// One step of what became of an issue.
#[derive(Clone, Debug, PartialEq)]
pub struct IssueStep {
    /// When.
    pub at: Moment,
    /// Who took it.
    pub by: usize,
    /// Where it is from then on: a state's name.
    pub state: &'static str,
    /// What was said; may be empty.
    pub text: String,
    /// In how many days it is to be done, of what is planned.
    pub planned_in_days: Option<i64>,
}
