//! (the account worker replaces this)
use crate::app::App;
use crate::config::Config;
use crate::db;
use crate::people::viewer::Viewer;
use actix_web::cookie::Cookie;

pub fn cookie_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-pw" } else { "pw" }
}
pub async fn find_viewer(_: &App, _: &str) -> Result<Option<(Viewer, Option<Cookie<'static>>)>, db::Error> {
    Ok(None)
}
