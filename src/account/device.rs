//! A browser that signed in before is known again, so that strangers who guess at an account slow down themselves and
//! not its owner: tries from a known browser are counted apart. The cookie carries no authority, only this.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use crate::app::App;
use crate::ids::AccountId;
use crate::secrets::{are_equal, random_token};

const NAME: &str = "__Host-pw-device";
const TRIAL_NAME: &str = "pw-device";
/// How long a browser is remembered, in days.
const DAYS: i64 = 180;

/// The cookie's name under these settings.
pub(super) fn name(app: &App) -> &'static str {
    if app.config.is_https() { NAME } else { TRIAL_NAME }
}

/// The browser's mark, if the cookie is ours and for this account.
pub(super) fn read(app: &App, value: &str, account: AccountId) -> Option<String> {
    let (mark, tag) = value.rsplit_once('.')?;
    are_equal(tag.as_bytes(), tag_of(app, mark, account).as_bytes()).then(|| mark.to_owned())
}

/// The cookie by which this browser is known from now on; it keeps a mark it has.
pub(super) fn remember(app: &App, known: Option<String>, account: AccountId) -> Cookie<'static> {
    let mark = known.unwrap_or_else(random_token);
    let value = format!("{mark}.{}", tag_of(app, &mark, account));
    Cookie::build(name(app), value)
        .path("/")
        .secure(app.config.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::days(DAYS))
        .finish()
}

fn tag_of(app: &App, mark: &str, account: AccountId) -> String {
    let tag = app.secrets.keyed_hash("pw/device", format!("{account}.{mark}").as_bytes());
    tag.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::cast_store::House;

    #[tokio::test]
    async fn a_browser_is_known_for_the_account_it_signed_in_to_and_for_no_other() {
        let house = House::empty();
        let (amina, ben) = (AccountId::random(), AccountId::random());
        let cookie = remember(&house, None, amina);
        let mark = read(&house, cookie.value(), amina);
        assert!(mark.is_some());
        assert_eq!(read(&house, cookie.value(), ben), None);
        assert_eq!(read(&house, "forged.00", amina), None);
        assert_eq!(read(&house, remember(&house, mark.clone(), amina).value(), amina), mark);
    }
}
