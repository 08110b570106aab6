//! The first page for whoever runs it: what there is, and where to go.

use serde::Serialize;

use crate::mail;
use crate::people::role::Role;
use crate::people::{code_store, finder_store, person_store, site_store};
use crate::web::{Answer, Me};

#[derive(Serialize)]
struct IndexView {
    counts: Counts,
}

#[derive(Serialize)]
struct Counts {
    people: i64,
    sites: usize,
    codes: i64,
    mail_failed: i64,
}

/// `GET /admin`
pub async fn index(me: Me) -> Answer {
    me.must(me.has(Role::Admin))?;
    let app = me.page().app();
    let now = app.now();
    let counts = app
        .read(move |conn| {
            let days = finder_store::days(conn, now)?;
            Ok(Counts {
                people: person_store::count_present(conn, &days)?.values().sum(),
                sites: site_store::list_sites(conn)?.len(),
                codes: code_store::count_codes(conn)?,
                mail_failed: mail::store::count_queue(conn)?.failed,
            })
        })
        .await?;
    me.page().show("admin/index", &IndexView { counts })
}
