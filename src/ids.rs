//! Identifiers: a newtype a table, so that a note's key is never taken for a person's.
//!
//! UUIDv7 where a time may be known (keys then follow the order of writing, kind to both engines' indexes); random v4
//! for everything that must not tell when it was made. Stored as 16 bytes on both engines.

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::Binary;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clock::Moment;

/// Makes a key type over a UUID that diesel stores as 16 bytes and that reads and prints in the usual form.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow, Serialize, Deserialize)]
        #[diesel(sql_type = Binary)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new key that carries `now`, so that later keys sort after earlier ones.
            pub fn new(now: Moment) -> $name {
                $name(uuid_at(now))
            }

            /// A new key that tells nothing about when it was made.
            pub fn random() -> $name {
                $name(Uuid::new_v4())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(out)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<$name, uuid::Error> {
                text.parse().map($name)
            }
        }

        impl<DB> FromSql<Binary, DB> for $name
        where
            DB: diesel::backend::Backend,
            Vec<u8>: FromSql<Binary, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
                Ok($name(Uuid::from_slice(&Vec::<u8>::from_sql(bytes)?)?))
            }
        }

        crate::db::stored_as!($name, Binary, Vec<u8>, |id| id.0.as_bytes().to_vec());
    };
}

/// A UUIDv7 whose time is `now`, not the machine's: a test's clock then also orders its keys.
fn uuid_at(now: Moment) -> Uuid {
    let micros = now.micros().max(0).unsigned_abs();
    let (seconds, nanos) = (micros / 1_000_000, (micros % 1_000_000) * 1_000);
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, u32::try_from(nanos).unwrap_or(0)))
}

id!(/// A hotel, hospital, branch.
    SiteId);
id!(/// A department of a site.
    DepartmentId);
id!(/// A team of a department.
    TeamId);
id!(/// A named spot in a site that a code can stand for.
    PlaceId);
id!(/// Somebody in the directory.
    PersonId);
id!(/// What signs in; belongs to one person.
    AccountId);
id!(/// One browser that is signed in.
    SessionId);
id!(/// What a QR code stands for.
    CodeId);
id!(/// A guest, for the length of one message: no account, only a follow link.
    SenderId);
id!(/// An address somebody without an account left.
    ContactId);
id!(/// A piece of praise.
    NoteId);
id!(/// One person's or team's share of a note.
    RecipientId);
id!(/// One of the organisation's values.
    ValueId);
id!(/// A customer's concern or question with all that followed.
    ConversationId);
id!(/// One message in a conversation.
    MessageId);
id!(/// What issues are about.
    CategoryId);
id!(/// What somebody of the staff raised: an issue or an idea.
    IssueId);
id!(/// A conversation with somebody nobody can know. Always random.
    ThreadId);
id!(/// A survey of the staff.
    PulseId);
id!(/// A group of the tree on which a survey's results are released.
    GroupId);
id!(/// What somebody answered in a survey. Always random.
    AnswerId);
id!(/// What somebody wrote in a survey. Always random.
    CommentId);
id!(/// A mail in the outbox.
    MailId);
id!(/// Any other row that only its own table refers to.
    RowId);
