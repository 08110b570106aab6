//! The language switch: a cookie without authority, which survives every step; and the account of who is signed in, so
//! that mails come in the same language.

use actix_web::cookie::{Cookie, SameSite, time::Duration};

use super::page::LANGUAGE_COOKIE;
use super::{Answer, Failure, Form, Page, see_other};
use crate::people::account_store;
use crate::views::Lang;

/// POST /language: `language` and `back`, the path to return to.
pub async fn choose(page: Page, form: Form) -> Answer {
    let lang = Lang::from_tag(form.text("language")).ok_or(Failure::BadRequest)?;
    if let Some(viewer) = page.viewer() {
        let person = viewer.person_id;
        page.app().write(move |deed| account_store::set_language(deed.conn, person, lang.tag())).await?;
    }
    let cookie = Cookie::build(LANGUAGE_COOKIE, lang.tag())
        .path("/")
        .secure(page.app().config.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::days(365))
        .finish();
    let mut response = see_other(&own_path(form.text("back")));
    let _ = response.add_cookie(&cookie);
    Ok(response)
}

/// A path of this house; anything that could lead elsewhere leads to the front door.
pub fn own_path(typed: &str) -> String {
    let is_ours = typed.starts_with('/')
        && !typed.starts_with("//")
        && typed.len() < 1000
        && typed.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'\\' | b'<' | b'>' | b'"'));
    if is_ours { typed.to_owned() } else { "/".into() }
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn hb10_a_way_back_never_leads_out_of_the_house() {
        for evil in [
            "//evil",
            "/\\evil",
            "https:evil",
            "https://evil/",
            "/%0d%0a\r\n",
            "javascript:alert(1)",
            "/\tevil",
            "\\evil",
            "",
            "evil",
            "/ü",
        ] {
            assert_eq!(own_path(evil), "/", "{evil:?}");
        }
        assert_eq!(own_path("/at/seaside?c=ABC"), "/at/seaside?c=ABC");
    }
}
