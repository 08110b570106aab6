//! Where a guest stands: a site, perhaps a place in it, perhaps before somebody whose badge they scanned.

use jiff::tz::TimeZone;
use serde::Serialize;

use crate::clock::{Day, Moment};
use crate::ids::{CodeId, PersonId, PlaceId, SiteId};

/// A site's door, and what the code in the guest's hand adds to it.
#[derive(Clone, Debug)]
pub struct Door {
    /// The site.
    pub site_id: SiteId,
    /// Its name.
    pub site_name: String,
    /// The name in addresses.
    pub slug: String,
    /// Its IANA time zone.
    pub time_zone: String,
    /// The code as it stands in the address; empty without one, or when it was revoked.
    pub code: String,
    /// The code's key.
    pub code_id: Option<CodeId>,
    /// The place the code stands for.
    pub place: Option<(PlaceId, String)>,
    /// The person the code stands for.
    pub person_id: Option<PersonId>,
}

/// A site as a template shows it.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    name: String,
    slug: String,
}

/// A place as a template shows it.
#[derive(Clone, Debug, Serialize)]
pub struct PlaceView {
    name: String,
}

impl Door {
    /// For templates.
    pub fn site_view(&self) -> SiteView {
        SiteView { name: self.site_name.clone(), slug: self.slug.clone() }
    }

    /// For templates.
    pub fn place_view(&self) -> Option<PlaceView> {
        self.place.as_ref().map(|(_, name)| PlaceView { name: name.clone() })
    }

    /// The day it is there; UTC's if the zone is unknown to this program.
    pub fn today(&self, now: Moment) -> Day {
        now.day_in(&TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC))
    }
}

impl SiteView {
    /// A site for a template.
    pub fn new(name: &str, slug: &str) -> SiteView {
        SiteView { name: name.to_owned(), slug: slug.to_owned() }
    }
}

impl PlaceView {
    /// A place for a template.
    pub fn new(name: &str) -> PlaceView {
        PlaceView { name: name.to_owned() }
    }
}
