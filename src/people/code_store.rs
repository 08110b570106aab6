//! QR codes in the database.

use diesel::prelude::*;

use super::code::{Code, CodeTarget, Level, Subject};
use super::person::name_of;
use super::site::zone_named;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::{person, place, qr_code, site};
use crate::ids::{CodeId, PersonId, PlaceId, SiteId};
use crate::secrets::normal_token;

/// Where a scanned or typed code leads; none if it never was one. Ask [`CodeTarget::is_live`]: revoked codes, codes of
/// leavers and of retired places are found too, so that the page can lead on to the site.
pub fn find_code(conn: &mut Conn, typed: &str, now: Moment) -> QueryResult<Option<CodeTarget>> {
    type Row = (Code, Option<(SiteId, Option<Moment>)>, Option<(SiteId, Option<Day>)>);
    let row: Option<Row> = qr_code::table
        .left_join(place::table)
        .left_join(person::table)
        .filter(qr_code::code.eq(normal_token(typed)))
        .select((
            Code::as_select(),
            (place::site_id, place::retired_at).nullable(),
            (person::site_id, person::left_on).nullable(),
        ))
        .first(conn)
        .optional()?;
    let Some((code, of_place, of_person)) = row else { return Ok(None) };
    let Some(level) = Level::from_word(&code.level) else { return Ok(None) };
    let site_id = code.site_id.or(of_place.map(|place| place.0)).or(of_person.map(|person| person.0));
    let is_over = match level {
        Level::Organisation | Level::Site => false,
        Level::Place => of_place.is_none_or(|place| place.1.is_some()),
        Level::Person => match of_person {
            Some((site, Some(left_on))) => left_on <= today_at(conn, site, now)?,
            Some((_, None)) => false,
            None => true,
        },
    };
    Ok(Some(CodeTarget {
        id: code.id,
        code: code.code,
        level,
        site_id,
        place_id: code.place_id,
        person_id: code.person_id,
        revoked_at: code.revoked_at,
        is_over,
    }))
}

fn today_at(conn: &mut Conn, id: SiteId, now: Moment) -> QueryResult<Day> {
    let zone: String = site::table.find(id).select(site::time_zone).first(conn)?;
    Ok(now.day_in(&zone_named(&zone).map_or(jiff::tz::TimeZone::UTC, |(_, zone)| zone)))
}

/// Stores a new code.
pub fn insert_code(conn: &mut Conn, new: &Code) -> QueryResult<()> {
    diesel::insert_into(qr_code::table).values(new).execute(conn).map(drop)
}

/// A code by its key.
pub fn find_code_by_id(conn: &mut Conn, id: CodeId) -> QueryResult<Option<Code>> {
    qr_code::table.find(id).select(Code::as_select()).first(conn).optional()
}

/// The newest code of a subject that was not revoked.
pub fn find_code_of(conn: &mut Conn, subject: Subject) -> QueryResult<Option<Code>> {
    let mut query = qr_code::table
        .filter(qr_code::level.eq(subject.level().as_str()))
        .filter(qr_code::revoked_at.is_null())
        .select(Code::as_select())
        .into_boxed();
    query = match subject {
        Subject::Organisation => query,
        Subject::Site(id) => query.filter(qr_code::site_id.eq(id)),
        Subject::Place(id) => query.filter(qr_code::place_id.eq(id)),
        Subject::Person(id) => query.filter(qr_code::person_id.eq(id)),
    };
    query.order((qr_code::created_at.desc(), qr_code::id.desc())).first(conn).optional()
}

/// A code with what a list says about it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The code.
    pub code: Code,
    /// The site it leads to; none for the organisation.
    pub site_id: Option<SiteId>,
    /// The name of its place.
    pub place: Option<String>,
    /// Whose badge it is.
    pub wearer: Option<Wearer>,
}

/// Whose badge a code is.
#[derive(Clone, Debug, Queryable)]
pub struct Wearer {
    given_name: String,
    family_name: String,
    preferred_name: Option<String>,
    /// What lists of people are ordered by.
    pub name_fold: String,
    /// The first day on which they are no longer here, if it is known.
    pub left_on: Option<Day>,
}

impl Wearer {
    /// The whole name.
    pub fn name(&self) -> String {
        name_of(self.preferred_name.as_deref(), &self.given_name, &self.family_name)
    }

    /// The name guests know.
    pub fn first_name(&self) -> &str {
        self.preferred_name.as_deref().unwrap_or(&self.given_name)
    }
}

#[diesel::dsl::auto_type]
fn wearer() -> _ {
    (person::given_name, person::family_name, person::preferred_name, person::name_fold, person::left_on)
}

/// The codes of one level at a site (of the organisation: those that name no site), newest first, revoked ones last.
pub fn list_codes(
    conn: &mut Conn,
    level: Level,
    site: Option<SiteId>,
    (skip, limit): (i64, i64),
) -> QueryResult<Vec<Listed>> {
    let mut query = qr_code::table
        .left_join(place::table)
        .left_join(person::table)
        .filter(qr_code::level.eq(level.as_str()))
        .select((Code::as_select(), (place::site_id, place::name).nullable(), (person::site_id, wearer()).nullable()))
        .into_boxed();
    if let Some(site) = site {
        query = match level {
            Level::Organisation => query,
            Level::Site => query.filter(qr_code::site_id.eq(site)),
            Level::Place => query.filter(place::site_id.eq(site)),
            Level::Person => query.filter(person::site_id.eq(site)),
        };
    }
    let rows: Vec<Row> = query
        .order((qr_code::revoked_at.is_not_null(), qr_code::created_at.desc(), qr_code::id))
        .offset(skip)
        .limit(limit)
        .load(conn)?;
    Ok(rows.into_iter().map(listed).collect())
}

type Row = (Code, Option<(SiteId, String)>, Option<(SiteId, Wearer)>);

fn listed((code, place, person): Row) -> Listed {
    Listed {
        site_id: code.site_id.or(place.as_ref().map(|place| place.0)).or(person.as_ref().map(|person| person.0)),
        place: place.map(|place| place.1),
        wearer: person.map(|person| person.1),
        code,
    }
}

/// One code with what a list says about it.
pub fn find_listed(conn: &mut Conn, id: CodeId) -> QueryResult<Option<Listed>> {
    let row: Option<Row> = qr_code::table
        .left_join(place::table)
        .left_join(person::table)
        .filter(qr_code::id.eq(id))
        .select((Code::as_select(), (place::site_id, place::name).nullable(), (person::site_id, wearer()).nullable()))
        .first(conn)
        .optional()?;
    Ok(row.map(listed))
}

/// How many codes lead somewhere.
pub fn count_codes(conn: &mut Conn) -> QueryResult<i64> {
    qr_code::table.filter(qr_code::revoked_at.is_null()).count().get_result(conn)
}

/// The places a site offers that have no code yet.
pub fn list_places_without_code(conn: &mut Conn, site: SiteId) -> QueryResult<Vec<PlaceId>> {
    let with_code = qr_code::table
        .filter(qr_code::revoked_at.is_null())
        .filter(qr_code::place_id.is_not_null())
        .select(qr_code::place_id.assume_not_null());
    place::table
        .filter(place::site_id.eq(site))
        .filter(place::retired_at.is_null())
        .filter(place::id.ne_all(with_code))
        .select(place::id)
        .load(conn)
}

/// Ends a code; false if it had ended already. What is printed then leads to a page that says so.
pub fn revoke_code(conn: &mut Conn, id: CodeId, now: Moment) -> QueryResult<bool> {
    diesel::update(qr_code::table.find(id).filter(qr_code::revoked_at.is_null()))
        .set(qr_code::revoked_at.eq(now))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// Ends a code and puts a new one (with `text` on it) in its place; none if the old one is not there or had ended.
pub fn replace_code(conn: &mut Conn, id: CodeId, text: &str, now: Moment) -> QueryResult<Option<Code>> {
    let Some(subject) = find_code_by_id(conn, id)?.and_then(|code| code.subject()) else { return Ok(None) };
    if !revoke_code(conn, id, now)? {
        return Ok(None);
    }
    let new = Code::new(text.to_owned(), subject, now);
    insert_code(conn, &new)?;
    Ok(Some(new))
}

/// Those of a site who have no code of their own yet and have not left by a day.
pub fn list_people_without_code(conn: &mut Conn, site: SiteId, today: Day) -> QueryResult<Vec<PersonId>> {
    let with_code = qr_code::table
        .filter(qr_code::revoked_at.is_null())
        .filter(qr_code::person_id.is_not_null())
        .select(qr_code::person_id.assume_not_null());
    person::table
        .filter(person::site_id.eq(site))
        .filter(person::left_on.is_null().or(person::left_on.gt(today)))
        .filter(person::id.ne_all(with_code))
        .select(person::id)
        .load(conn)
}
