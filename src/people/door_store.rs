//! Doors in the database.

use diesel::prelude::*;

use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{site, site_slug};
use crate::ids::SiteId;
use crate::people::code::CodeTarget;
use crate::people::door::Door;
use crate::people::{code_store, site_store};

/// How a slug leads to a door.
pub enum Found {
    /// This is the door.
    Here(Box<Door>),
    /// The site moved to another slug.
    Moved(String),
}

/// The door of a slug, and of a code of this very site (any other code, or a revoked one, is as good as none).
pub fn find_door(conn: &mut Conn, slug: &str, code: &str, now: Moment) -> QueryResult<Option<Found>> {
    type Row = (SiteId, String, String, String);
    let columns = (site::id, site::name, site::slug, site::time_zone);
    let Some((site_id, site_name, slug, time_zone)) =
        site::table.filter(site::slug.eq(slug)).select(columns).first::<Row>(conn).optional()?
    else {
        let moved = site_slug::table.inner_join(site::table).filter(site_slug::slug.eq(slug)).select(site::slug);
        return Ok(moved.first(conn).optional()?.map(Found::Moved));
    };
    let mut door =
        Door { site_id, site_name, slug, time_zone, code: String::new(), code_id: None, place: None, person_id: None };
    if !code.is_empty() {
        add_code(conn, &mut door, code, now)?;
    }
    Ok(Some(Found::Here(Box::new(door))))
}

/// What the code adds: nothing, if it is revoked, stands for a place that is no more or for somebody who left, or belongs
/// to another site.
fn add_code(conn: &mut Conn, door: &mut Door, code: &str, now: Moment) -> QueryResult<()> {
    let Some(target) = code_store::find_code(conn, code, now)?.filter(CodeTarget::is_live) else { return Ok(()) };
    if target.site_id.is_some_and(|site_id| site_id != door.site_id) {
        return Ok(());
    }
    if let Some(place_id) = target.place_id {
        let place = site_store::find_place(conn, place_id)?.filter(|place| place.site_id == door.site_id);
        let Some(place) = place else { return Ok(()) };
        door.place = Some((place.id, place.name));
    }
    door.code = target.code;
    door.code_id = Some(target.id);
    door.person_id = target.person_id;
    Ok(())
}
