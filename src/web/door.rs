//! The site behind `/at/{site}`.

use super::{Failure, Page};
use crate::people::door::Door;
use crate::people::door_store::{self, Found};

/// The door of a slug and a code; a slug of old leads to the same page under the new one.
pub async fn find(page: &Page, slug: &str, code: &str) -> Result<Door, Failure> {
    let (wanted, code, now) = (slug.to_owned(), code.to_owned(), page.app().now());
    match page.app().read(move |conn| door_store::find_door(conn, &wanted, &code, now)).await? {
        Some(Found::Here(door)) => Ok(*door),
        Some(Found::Moved(new)) => {
            Err(Failure::Moved(page.path().replacen(&format!("/at/{slug}"), &format!("/at/{new}"), 1)))
        }
        None => Err(Failure::NotFound),
    }
}
