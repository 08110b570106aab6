//! "Heard on the spot": the person praised scans the card on the guest's phone and presses one button. No sign-in: the
//! code itself is the proof of having stood there.

use actix_web::web;
use serde::Serialize;

use crate::ids::{NoteId, PersonId, RecipientId};
use crate::live::Topic;
use crate::people::door::SiteView;
use crate::people::{person_store, site_store};
use crate::praise::{follow_store, store};
use crate::web::{Answer, Failure, Page};

#[derive(Serialize)]
struct View {
    first_name: String,
    site: SiteView,
    seen_path: String,
}

async fn find(page: &Page, token: &str) -> Result<((RecipientId, NoteId, PersonId), View), Failure> {
    let (wanted, seen_path) = (token.to_owned(), format!("/seen/{token}"));
    let found = page
        .app()
        .read(move |conn| {
            let Some(seen) = store::find_seen(conn, &wanted)? else { return Ok(None) };
            let Some(person) = person_store::find_person(conn, seen.2)? else { return Ok(None) };
            let Some(site) = site_store::find_site(conn, person.site_id)? else { return Ok(None) };
            Ok(Some((seen, person.first_name().to_owned(), SiteView::new(&site.name, &site.slug))))
        })
        .await?;
    let (seen, first_name, site) = found.ok_or(Failure::NotFound)?;
    Ok((seen, View { first_name, site, seen_path }))
}

/// GET /seen/{code}
pub async fn new(page: Page, token: web::Path<String>) -> Answer {
    let (_, view) = find(&page, &token).await?;
    page.show("praise/seen", &view)
}

/// POST /seen/{code}
pub async fn create(page: Page, token: web::Path<String>) -> Answer {
    let ((share, note, person), view) = find(&page, &token).await?;
    page.app()
        .write(move |deed| {
            store::mark_heard(deed.conn, share, deed.now)?;
            deed.touch(Topic::Person(person));
            follow_store::find_sender_of(deed.conn, note)?.into_iter().for_each(|id| deed.touch(Topic::Sender(id)));
            Ok(())
        })
        .await?;
    page.show("praise/seen_done", &view)
}
