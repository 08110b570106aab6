//! The first page for whoever runs it: what is left to do, what there is, and where to go.

use serde::Serialize;

use super::first_steps::{self, FirstSteps, Lacking};
use super::first_steps_store;
use crate::mail;
use crate::people::role::Role;
use crate::people::{code_store, finder_store, person_store, site_store};
use crate::web::{Answer, Me};

#[derive(Serialize)]
struct IndexView {
    first_steps: Option<FirstSteps>,
    counts: Counts,
}

#[derive(Serialize)]
struct Counts {
    people: i64,
    sites: usize,
    codes: i64,
    mail_failed: i64,
}

/// `GET /admin`, with what other rooms know.
pub async fn index(me: Me, lacking: Lacking) -> Answer {
    me.must(me.has(Role::Admin))?;
    let app = me.page().app();
    let now = app.now();
    let has_mail_server = app.config.mail_url.is_some();
    let (counts, facts) = app
        .read(move |conn| {
            let days = finder_store::days(conn, now)?;
            let counts = Counts {
                people: person_store::count_present(conn, &days)?.values().sum(),
                sites: site_store::list_sites(conn)?.len(),
                codes: code_store::count_codes(conn)?,
                mail_failed: mail::store::count_queue(conn)?.failed,
            };
            let facts = first_steps_store::find(conn, counts.people, counts.codes, has_mail_server)?;
            Ok((counts, facts))
        })
        .await?;
    me.page().show("admin/index", &IndexView { first_steps: first_steps::left(&facts, &lacking), counts })
}
