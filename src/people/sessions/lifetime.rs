//! How long one may stay signed in: long at the front desk, short where confidential things are read.

use crate::people::role::{Grant, Role};

/// The two limits of a session, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    /// Without being used.
    pub idle: i64,
    /// In all.
    pub absolute: i64,
}

/// 7 days without use, 30 days in all (NIST SP 800-63B-4, AAL1: at most 30 days).
const LONG: Lifetime = Lifetime { idle: 7 * 86_400, absolute: 30 * 86_400 };
/// 30 minutes without use, 12 hours in all (the same, AAL2).
const SHORT: Lifetime = Lifetime { idle: 30 * 60, absolute: 12 * 3_600 };

impl Lifetime {
    /// The limits for somebody with these roles: the strictest role counts.
    pub fn of(grants: &[Grant]) -> Lifetime {
        let is_strict = |role| matches!(role, Role::Hr | Role::ConfidentialHandler | Role::Auditor | Role::Admin);
        if grants.iter().any(|grant| is_strict(grant.role)) { SHORT } else { LONG }
    }

    /// After so many seconds of use the token is made anew, so that somebody at work is never thrown out.
    pub fn renew_after(self) -> i64 {
        self.idle / 4
    }
}
