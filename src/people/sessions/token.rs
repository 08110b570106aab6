//! The signed handle in the cookie: a JWT that names a session and nothing about the person.
//!
//! It decides nothing but which row to ask. That its signature and its times are checked first means that a forged one
//! costs no query. One issuer, one audience, one algorithm, one type; every field that we do not write is refused.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::ids::{AccountId, SessionId};
use crate::secrets::Secrets;

/// No token of ours is longer.
const LENGTH_MAX: usize = 1_024;
const TYPE: &str = "pw-session+jwt";
const AUDIENCE: &str = "pw:session";
/// How far the clocks of two nodes may be apart, in seconds. A token from further ahead was made under a clock that
/// has been set back since, and would live longer than it should.
const SKEW: i64 = 300;
/// A key signs for a quarter of a year and is known for this long afterwards (the longest life of a session).
const KEY_AFTERLIFE: i64 = 31 * 86_400;
const DAY: i64 = 86_400;

/// What a token says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    iss: String,
    aud: String,
    /// The account.
    pub sub: AccountId,
    /// The session.
    pub sid: SessionId,
    /// The account's session version when it signed in.
    pub sv: i32,
    /// When it signed in, in seconds since 1970.
    pub auth_time: i64,
    /// When this token was made; later than `auth_time` once it was renewed.
    pub iat: i64,
    /// From this second on it is worth nothing.
    pub exp: i64,
}

/// What a new token is to say.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// The account.
    pub account: AccountId,
    /// The session.
    pub session: SessionId,
    /// The account's session version.
    pub version: i32,
    /// When it signed in.
    pub auth_at: Moment,
}

/// Makes and reads tokens for one origin.
pub struct Signer<'a> {
    secrets: &'a Secrets,
    origin: String,
}

/// Whole seconds since 1970; the part of a second is dropped.
pub fn seconds(moment: Moment) -> i64 {
    moment.micros().div_euclid(1_000_000)
}

impl<'a> Signer<'a> {
    /// For the tokens that this origin gives out.
    pub fn new(secrets: &'a Secrets, origin: String) -> Signer<'a> {
        Signer { secrets, origin }
    }

    /// A token that is good until (not including) `expires_at`; `None` only if the signing itself fails.
    pub fn sign(&self, subject: &Subject, now: Moment, expires_at: Moment) -> Option<String> {
        let claims = Claims {
            iss: self.origin.clone(),
            aud: AUDIENCE.into(),
            sub: subject.account,
            sid: subject.session,
            sv: subject.version,
            auth_time: seconds(subject.auth_at),
            iat: seconds(now),
            exp: seconds(expires_at),
        };
        let kid = key_name(seconds(now));
        let key = EncodingKey::from_secret(&self.key(&kid));
        let mut header = Header::new(Algorithm::HS256);
        header.typ = Some(TYPE.into());
        header.kid = Some(kid);
        jsonwebtoken::encode(&header, &claims, &key).inspect_err(|error| tracing::error!(%error, "cannot sign")).ok()
    }

    /// What a token says, if it is one of ours and its time is not over.
    pub fn read(&self, token: &str, now: Moment) -> Option<Claims> {
        if token.len() > LENGTH_MAX {
            return None;
        }
        let kid = our_key(&jsonwebtoken::decode_header(token).ok()?, seconds(now))?;
        let key = DecodingKey::from_secret(&self.key(&kid));
        let claims = jsonwebtoken::decode::<Claims>(token, &key, &self.rules()).ok()?.claims;
        let now = seconds(now);
        let is_now = claims.exp > now && claims.iat <= now + SKEW && claims.auth_time <= now + SKEW;
        is_now.then_some(claims)
    }

    /// The times are checked by our own clock (which stands still in tests), the rest by the library.
    fn rules(&self) -> Validation {
        let mut rules = Validation::new(Algorithm::HS256);
        rules.leeway = 0;
        rules.validate_exp = false;
        rules.set_audience(&[AUDIENCE]);
        rules.set_issuer(&[&self.origin]);
        rules.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        rules
    }

    fn key(&self, kid: &str) -> [u8; 32] {
        self.secrets.key(&format!("pw/jwt/{kid}"))
    }
}

/// The name of the key, if the header says nothing but what ours say.
fn our_key(header: &Header, now: i64) -> Option<String> {
    let mut ours = Header::new(Algorithm::HS256);
    ours.typ = Some(TYPE.into());
    ours.kid.clone_from(&header.kid);
    let known = [key_name(now), key_name(now - KEY_AFTERLIFE), key_name(now + DAY)];
    let kid = header.kid.clone()?;
    (*header == ours && known.contains(&kid)).then_some(kid)
}

/// The quarter of the year, such as `2026-4`: the next key comes into use by itself.
fn key_name(seconds: i64) -> String {
    let day = Moment::from_micros(seconds.saturating_mul(1_000_000)).utc_day().date();
    format!("{}-{}", day.year(), (day.month() + 2) / 3)
}

#[cfg(test)]
#[path = "token_tests.rs"]
mod tests;
