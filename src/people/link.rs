//! Links for one use: set-up, invitation, reset. The secret is in the mail or on the screen, its hash is here.

use crate::clock::Moment;
use crate::ids::AccountId;
use crate::secrets::{random_token, token_hash};

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The first administrator sets the installation up.
    SetUp,
    /// Somebody chooses their first password.
    Invitation,
    /// Somebody who lost their password chooses another.
    Reset,
}

impl Purpose {
    /// The name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Purpose::SetUp => "set_up",
            Purpose::Invitation => "invitation",
            Purpose::Reset => "reset",
        }
    }

    /// How long such a link is good, in seconds.
    pub fn lasts(self) -> i64 {
        match self {
            Purpose::SetUp | Purpose::Invitation => 72 * 3_600,
            Purpose::Reset => 30 * 60,
        }
    }

    /// The path of a link with this secret.
    pub fn path(self, secret: &str) -> String {
        match self {
            Purpose::SetUp => format!("/set-up/{secret}"),
            Purpose::Invitation => format!("/invited/{secret}"),
            Purpose::Reset => format!("/reset/{secret}"),
        }
    }
}

/// A link to be stored; its secret is known here and to its reader only.
#[derive(Clone)]
pub struct NewLink {
    /// What the reader holds: 120 random bits.
    pub secret: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Whose it is; a set-up link is nobody's yet.
    pub account_id: Option<AccountId>,
    /// When it was made.
    pub created_at: Moment,
}

impl NewLink {
    /// A new link; nothing is stored yet.
    pub fn new(purpose: Purpose, account_id: Option<AccountId>, now: Moment) -> NewLink {
        NewLink { secret: random_token(), purpose, account_id, created_at: now }
    }

    /// The path that carries the secret.
    pub fn path(&self) -> String {
        self.purpose.path(&self.secret)
    }

    /// From this moment on it is worth nothing.
    pub fn expires_at(&self) -> Moment {
        self.created_at.plus_seconds(self.purpose.lasts())
    }

    /// Under which it is stored.
    pub fn hash(&self) -> Vec<u8> {
        token_hash(&self.secret)
    }
}
