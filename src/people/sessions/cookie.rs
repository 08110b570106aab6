//! The one cookie that carries authority.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use crate::config::Config;

/// Over https browsers keep a cookie of this name to this host and path, and take it from no one else.
const NAME: &str = "__Host-pw";
/// Over plain http (a trial) they would refuse that name.
const TRIAL_NAME: &str = "pw";

/// The cookie's name under these settings.
pub fn name(config: &Config) -> &'static str {
    if config.is_https() { NAME } else { TRIAL_NAME }
}

/// The cookie that holds a token for so many seconds.
pub(super) fn holding(config: &Config, token: String, seconds: i64) -> Cookie<'static> {
    Cookie::build(name(config), token)
        .path("/")
        .secure(config.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::seconds(seconds))
        .finish()
}

/// The cookie that takes the token away again.
pub fn empty(config: &Config) -> Cookie<'static> {
    holding(config, String::new(), 0)
}
