//! A conversation as a thing. No HTTP, no SQL.

use crate::clock::Moment;
use crate::ids::{ConversationId, SenderId, SiteId};
use crate::people::door::Door;
use crate::people::sender::About;
use crate::text;
use crate::web::{Form, Problems};

/// Where a conversation is. The names stand in the database.
pub mod state {
    /// Nobody has answered the last words of the guest.
    pub const RECEIVED: &str = "received";
    /// A person has.
    pub const ANSWERED: &str = "answered";
    /// It is settled for now; new words open it once more.
    pub const CLOSED: &str = "closed";
    /// The guest took it back.
    pub const WITHDRAWN: &str = "withdrawn";
}

/// Working days until a concern or question must have its first answer.
pub const ANSWER_WITHIN_DAYS: i64 = 5;

/// What a guest typed, checked once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// What happened, or what they would like to know.
    pub body: String,
    /// How they like to be addressed.
    pub sender_name: Option<String>,
    /// Where the answer may be sent.
    pub sender_email: Option<String>,
}

impl Asked {
    /// Reads the form at the door.
    pub fn parse(form: &Form) -> Result<Asked, Problems> {
        let mut problems = Problems::none();
        let asked = Asked {
            body: problems.take("body", text::words(form.text("body"))),
            sender_name: problems.take("sender_name", text::optional_line(form.text("sender_name"))),
            sender_email: match form.text("sender_email").trim() {
                "" => None,
                typed => Some(problems.take("sender_email", text::email(typed))),
            },
        };
        problems.or(asked)
    }
}

/// A conversation before it is stored.
#[derive(Clone, Debug)]
pub struct NewConversation {
    /// Its key.
    pub id: ConversationId,
    /// Concern or question.
    pub kind: About,
    /// Where it was asked.
    pub door: Door,
    /// Who asks.
    pub sender_id: SenderId,
    /// What was asked.
    pub body: String,
    /// Why somebody should look twice: names as in praise (`trap`, `quick`, `unusual`).
    pub flags: String,
    /// The language it was asked in.
    pub language: &'static str,
    /// SHA-256 of the form's key.
    pub form_hash: Vec<u8>,
}

/// A concern or question that was gathered elsewhere, checked once.
#[derive(Clone, Debug)]
pub struct ImportedConversation {
    /// Its key.
    pub id: ConversationId,
    /// What makes the row this row: a file read twice brings it once.
    pub row_hash: Vec<u8>,
    /// Concern or question.
    pub kind: About,
    /// Where it was.
    pub site_id: SiteId,
    /// What was said.
    pub body: String,
    /// The language it is written in.
    pub language: String,
    /// The rating that came with it, on whatever scale its source has.
    pub rating: Option<i32>,
    /// Where it was gathered.
    pub source_name: Option<String>,
    /// When it was received there.
    pub received_at: Moment,
}
