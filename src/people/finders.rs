//! The finder of every site, kept in memory for as long as the directory stays as it is.
//!
//! A request asks the database for one number; only when that has grown, or a new day may have begun somewhere (leavers
//! vanish on their day without anybody touching them), is a finder built anew, in a thread that may take its time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::app::App;
use crate::clock::Moment;
use crate::db;
use crate::db::generation;
use crate::ids::{PersonId, SiteId};
use crate::live::Topic;

use super::finder::{Index, Reason};
use super::finder_store::{Findable, list_findable};
use super::person::PersonCard;

/// Days begin on a quarter of an hour in every time zone there is.
const QUARTER: i64 = 15 * 60 * 1_000_000;

/// The people of one site, or of all, ready to be found.
pub struct Finder {
    index: Index,
    people: HashMap<PersonId, (SiteId, PersonCard)>,
    number: i64,
    quarter: i64,
}

/// Somebody found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Who, as lists show them.
    pub card: PersonCard,
    /// Where they are.
    pub site_id: SiteId,
    /// How well they fit, from above 0 to 1.
    pub score: f32,
    /// Why they were found.
    pub reason: Reason,
}

impl Finder {
    /// The people most likely meant, best first.
    pub fn find(&self, typed: &str, limit: usize) -> Vec<Found> {
        let found = self.index.find(typed, limit);
        let person = |id| self.people.get(&id).cloned();
        found
            .into_iter()
            .filter_map(|found| {
                let (site_id, card) = person(found.id)?;
                Some(Found { card, site_id, score: found.score, reason: found.reason })
            })
            .collect()
    }

    /// Somebody who can be found here, by key: whoever left, or never was here, is not there.
    pub fn card(&self, id: PersonId) -> Option<&PersonCard> {
        self.people.get(&id).map(|person| &person.1)
    }

    /// The site of somebody who can be found here.
    pub fn site_of(&self, id: PersonId) -> Option<SiteId> {
        self.people.get(&id).map(|person| person.0)
    }
}

type Slot = Arc<tokio::sync::Mutex<Option<Arc<Finder>>>>;

/// One finder a site, and one for all.
#[derive(Default)]
struct Finders {
    slots: Mutex<HashMap<Option<SiteId>, Slot>>,
}

/// The finder of a site (none: of all sites), as fresh as the directory is.
pub async fn finder_of(app: &App, site: Option<SiteId>) -> Result<Arc<Finder>, db::Error> {
    let number = app.read(|conn| generation::find(conn, &Topic::Directory.name())).await?;
    let now = app.now();
    let slot = {
        let finders = app.kept.one::<Finders>();
        let mut slots = finders.slots.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(slots.entry(site).or_default())
    };
    // Whoever comes while one is built waits for it instead of building another.
    let mut kept = slot.lock().await;
    if let Some(finder) = kept.as_ref().filter(|finder| finder.number >= number && finder.quarter == quarter(now)) {
        return Ok(Arc::clone(finder));
    }
    let finder = Arc::new(build(app, site, number, now).await?);
    *kept = Some(Arc::clone(&finder));
    Ok(finder)
}

/// `number` was read before the people: should they have changed since, the next request builds again.
async fn build(app: &App, site: Option<SiteId>, number: i64, now: Moment) -> Result<Finder, db::Error> {
    let findable = app.read(move |conn| list_findable(conn, site, now)).await?;
    let built = tokio::task::spawn_blocking(move || {
        let mut people = HashMap::with_capacity(findable.len());
        let mut candidates = Vec::with_capacity(findable.len());
        for Findable { site_id, card, candidate } in findable {
            people.insert(card.id, (site_id, card));
            candidates.push(candidate);
        }
        Finder { index: Index::build(candidates), people, number, quarter: quarter(now) }
    });
    built.await.map_err(|_| db::Error::Panicked)
}

fn quarter(now: Moment) -> i64 {
    now.micros().div_euclid(QUARTER)
}
