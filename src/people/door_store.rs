//! Doors in the database.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{place, qr_code, site, site_slug};
use crate::ids::{CodeId, PersonId, PlaceId, SiteId};
use crate::people::door::Door;

/// How a slug leads to a door.
pub enum Found {
    /// This is the door.
    Here(Box<Door>),
    /// The site moved to another slug.
    Moved(String),
}

/// The door of a slug, and of a code of this very site (any other code, or a revoked one, is as good as none).
pub fn find_door(conn: &mut Conn, slug: &str, code: &str) -> QueryResult<Option<Found>> {
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
        add_code(conn, &mut door, code)?;
    }
    Ok(Some(Found::Here(Box::new(door))))
}

fn add_code(conn: &mut Conn, door: &mut Door, code: &str) -> QueryResult<()> {
    type Row = (CodeId, Option<SiteId>, Option<PlaceId>, Option<PersonId>);
    let row: Option<Row> = qr_code::table
        .filter(qr_code::code.eq(code))
        .filter(qr_code::revoked_at.is_null())
        .select((qr_code::id, qr_code::site_id, qr_code::place_id, qr_code::person_id))
        .first(conn)
        .optional()?;
    let Some((id, site_id, place_id, person_id)) = row else { return Ok(()) };
    // A code of the whole organisation has no site; a place's must lie here; a person's is checked by the finder.
    if site_id.is_some_and(|site_id| site_id != door.site_id) {
        return Ok(());
    }
    door.code = code.to_owned();
    door.code_id = Some(id);
    door.person_id = person_id;
    if let Some(place_id) = place_id {
        let name = place::table
            .filter(place::id.eq(place_id))
            .filter(place::site_id.eq(door.site_id))
            .select(place::name)
            .first(conn)
            .optional()?;
        door.place = name.map(|name| (place_id, name));
    }
    Ok(())
}
