//! Notes as their readers find them: mine, the wall, a colleague's, one alone.

use diesel::prelude::*;
use diesel::sql_types::BigInt;
use serde::Serialize;

use crate::clock::Moment;
use crate::db::schema::{note, note_recipient, note_value, organisation_value, person, place, site};
use crate::db::{Conn, Engine, Part};
use crate::ids::{DepartmentId, NoteId, PersonId, RecipientId, SiteId, TeamId};
use crate::people::viewer::Viewer;
use crate::praise::note::Visibility;

/// How many notes a page of a list holds.
pub const PAGE: i64 = 20;

/// One line of a list.
#[derive(Debug, Queryable)]
pub struct Line {
    /// The share.
    pub recipient_id: RecipientId,
    /// The note.
    pub note_id: NoteId,
    /// When it was sent.
    pub sent_at: Moment,
    /// When the person praised read it.
    pub read_at: Option<Moment>,
    /// The language it is written in.
    pub language: String,
    /// What the person did.
    pub did: String,
    /// By which way it came.
    pub source: String,
    /// The person praised: preferred name, given name, family name.
    pub to: (Option<String>, String, String),
    /// The colleague who sent it.
    pub from_person_id: Option<PersonId>,
    /// The site's name.
    pub site: String,
    /// The place's name.
    pub place: Option<String>,
    /// Whether the sender took it back.
    pub is_withdrawn: bool,
}

/// Which notes a list shows.
#[derive(Clone, Debug)]
pub enum Shelf {
    /// Everything about one person, for themself.
    Mine(PersonId),
    /// What one person said of colleagues, for themself.
    Given(PersonId),
    /// What one person has not read yet.
    New(PersonId),
    /// What the viewer's colleagues agreed to show at the viewer's site.
    SiteWall(SiteId),
    /// What people of every site agreed to show the company.
    CompanyWall,
    /// What one person agreed to show this viewer.
    Of(PersonId, Box<Viewer>),
}

/// A part of a shelf, newest first.
pub fn list_lines(conn: &mut Conn, shelf: &Shelf, part: Part<RecipientId>, limit: i64) -> QueryResult<Vec<Line>> {
    let part = part.find(|id| {
        let row = note_recipient::table.find(id).select((note_recipient::sent_at, note_recipient::id));
        row.first::<(Moment, RecipientId)>(conn).optional()
    })?;
    let mut query = note_recipient::table
        .inner_join(note::table.left_join(place::table))
        .inner_join(person::table)
        .inner_join(site::table)
        .filter(note_recipient::is_withdrawn.eq(false))
        .limit(limit)
        .select((
            note_recipient::id,
            note::id,
            note_recipient::sent_at,
            note_recipient::read_at,
            note::language,
            note::did,
            note::source,
            (person::preferred_name, person::given_name, person::family_name),
            note::from_person_id,
            site::name,
            place::name.nullable(),
            note_recipient::is_withdrawn,
        ))
        .into_boxed::<Engine>();
    query = match shelf {
        Shelf::Mine(id) => query.filter(note_recipient::person_id.eq(*id)),
        Shelf::Given(id) => query.filter(note::from_person_id.eq(*id)),
        Shelf::New(id) => query.filter(note_recipient::person_id.eq(*id)).filter(note_recipient::read_at.is_null()),
        Shelf::SiteWall(site) => {
            query.filter(note_recipient::site_id.eq(*site)).filter(note_recipient::visibility.eq_any(names(&[
                Visibility::Site,
                Visibility::Company,
                Visibility::Public,
            ])))
        }
        Shelf::CompanyWall => {
            query.filter(note_recipient::visibility.eq_any(names(&[Visibility::Company, Visibility::Public])))
        }
        Shelf::Of(id, viewer) => {
            // By where they were on the day of each note, as when it is opened (`is_shown`): whoever joins a team later does not read
            // what was said to it before. One's own page shows what others may see; everything is on `Shelf::Mine`.
            let of_site = note_recipient::site_id.eq(viewer.site_id);
            let of_team = note_recipient::visibility.eq(Visibility::Team.name()).and(of_site);
            let open = note_recipient::visibility
                .eq_any(names(&[Visibility::Company, Visibility::Public]))
                .or(note_recipient::visibility.eq(Visibility::Site.name()).and(of_site));
            query = query.filter(note_recipient::person_id.eq(*id));
            match (viewer.team_id, viewer.department_id) {
                _ if *id == viewer.person_id => query.filter(note_recipient::visibility.ne(Visibility::Me.name())),
                (Some(team), _) => query.filter(open.or(of_team.and(note_recipient::team_id.eq(team)))),
                (None, Some(department)) => {
                    let no_team = note_recipient::team_id.is_null();
                    query.filter(open.or(of_team.and(no_team).and(note_recipient::department_id.eq(department))))
                }
                (None, None) => query.filter(open),
            }
        }
    };
    query = match part {
        Part::Beginning => query,
        Part::After((at, id)) => query
            .filter(note_recipient::sent_at.lt(at).or(note_recipient::sent_at.eq(at).and(note_recipient::id.lt(id)))),
        Part::Before((at, id)) => query
            .filter(note_recipient::sent_at.gt(at).or(note_recipient::sent_at.eq(at).and(note_recipient::id.gt(id)))),
    };
    query = match part.is_backwards() {
        false => query.order((note_recipient::sent_at.desc(), note_recipient::id.desc())),
        true => query.order((note_recipient::sent_at.asc(), note_recipient::id.asc())),
    };
    query.load(conn)
}

fn names(visible: &[Visibility]) -> Vec<&'static str> {
    visible.iter().map(|visibility| visibility.name()).collect()
}

/// The same team; where there are no teams, the same department.
pub fn is_same_team(viewer: &Viewer, site: SiteId, department: Option<DepartmentId>, team: Option<TeamId>) -> bool {
    site == viewer.site_id
        && match (team, viewer.team_id) {
            (Some(theirs), Some(mine)) => theirs == mine,
            (None, None) => department.is_some() && department == viewer.department_id,
            _ => false,
        }
}

/// The names of a note's values.
pub fn list_values(conn: &mut Conn, id: NoteId) -> QueryResult<Vec<String>> {
    note_value::table
        .inner_join(organisation_value::table)
        .filter(note_value::note_id.eq(id))
        .order(organisation_value::position)
        .select(organisation_value::name)
        .load(conn)
}

/// A note and its shares, before anybody asks who may see it.
#[derive(Debug, Queryable)]
pub struct Whole {
    /// The note.
    pub id: NoteId,
    /// What the person did.
    pub did: String,
    /// What difference it made.
    pub difference: String,
    /// The language it is written in.
    pub language: String,
    /// When it was sent.
    pub sent_at: Moment,
    /// By which way it came.
    pub source: String,
    /// The colleague who sent it.
    pub from_person_id: Option<PersonId>,
    /// How a guest likes to be addressed.
    pub sender_name: Option<String>,
    /// The sender, for telling them that something changed.
    pub sender_id: Option<crate::ids::SenderId>,
    /// The site's name and time zone.
    pub site: (String, String),
    /// The place's name.
    pub place: Option<String>,
    /// Where it is on its way.
    pub state: String,
}

/// One share of a note.
#[derive(Clone, Debug, Queryable)]
pub struct Shared {
    /// The share.
    pub id: RecipientId,
    /// Whose it is.
    pub person_id: Option<PersonId>,
    /// The site of that day.
    pub site_id: SiteId,
    /// The department of that day.
    pub department_id: Option<DepartmentId>,
    /// The team of that day.
    pub team_id: Option<TeamId>,
    /// [`Visibility::name`].
    pub visibility: String,
    /// When it was read.
    pub read_at: Option<Moment>,
    /// The answer to the sender.
    pub thanks: Option<String>,
    /// When it was given.
    pub thanked_at: Option<Moment>,
}

/// A note that this viewer may see: as the one praised, the one who sent it, or because whoever is praised agreed. One
/// that its sender took back is seen by nobody.
pub fn find_visible(conn: &mut Conn, id: NoteId, viewer: &Viewer) -> QueryResult<Option<(Whole, Vec<Shared>)>> {
    use crate::db::schema::sender;
    let whole: Option<Whole> = note::table
        .inner_join(site::table)
        .left_join(place::table)
        .left_join(sender::table)
        .filter(note::id.eq(id))
        .filter(note::state.ne(crate::praise::note::state::WITHDRAWN))
        .select((
            note::id,
            note::did,
            note::difference,
            note::language,
            note::sent_at,
            note::source,
            note::from_person_id,
            sender::name.nullable(),
            note::sender_id,
            (site::name, site::time_zone),
            place::name.nullable(),
            note::state,
        ))
        .first(conn)
        .optional()?;
    let Some(whole) = whole else { return Ok(None) };
    let shares: Vec<Shared> = note_recipient::table
        .filter(note_recipient::note_id.eq(id))
        .order(note_recipient::id)
        .select((
            note_recipient::id,
            note_recipient::person_id,
            note_recipient::site_id,
            note_recipient::department_id,
            note_recipient::team_id,
            note_recipient::visibility,
            note_recipient::read_at,
            note_recipient::thanks,
            note_recipient::thanked_at,
        ))
        .load(conn)?;
    let is_sender = whole.from_person_id == Some(viewer.person_id);
    let may_see = is_sender || shares.iter().any(|share| is_shown(share, viewer));
    Ok(may_see.then_some((whole, shares)))
}

fn is_shown(share: &Shared, viewer: &Viewer) -> bool {
    if share.person_id == Some(viewer.person_id) {
        return true;
    }
    match Visibility::from_name(&share.visibility) {
        None | Some(Visibility::Me) => false,
        Some(Visibility::Team) => is_same_team(viewer, share.site_id, share.department_id, share.team_id),
        Some(Visibility::Site) => share.site_id == viewer.site_id,
        Some(Visibility::Company | Visibility::Public) => true,
    }
}

/// How many notes one person has from guests and from colleagues.
pub fn count_mine(conn: &mut Conn, id: PersonId) -> QueryResult<(i64, i64)> {
    let mut count = |from_colleague: bool| -> QueryResult<i64> {
        note_recipient::table
            .inner_join(note::table)
            .filter(note_recipient::person_id.eq(id))
            .filter(note_recipient::is_withdrawn.eq(false))
            .filter(note::from_person_id.is_not_null().eq(from_colleague))
            .count()
            .get_result(conn)
    };
    Ok((count(false)?, count(true)?))
}

/// The median time from sent to read, in seconds, over one person's notes or a site's; none before anything was read.
/// With an even number the lower of the two in the middle.
pub fn median_to_hear(conn: &mut Conn, of: TimeToHear) -> QueryResult<Option<f64>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        micros: i64,
    }
    let (column, bytes) = match of {
        TimeToHear::Person(id) => ("person_id", id.0.as_bytes().to_vec()),
        TimeToHear::Site(id) => ("site_id", id.0.as_bytes().to_vec()),
    };
    let read = format!("FROM note_recipient WHERE {column} = $1 AND read_at IS NOT NULL AND NOT is_withdrawn");
    let middle = format!("SELECT CASE WHEN count(*) = 0 THEN 0 ELSE (count(*) - 1) / 2 END {read}");
    let row: Option<Row> = diesel::sql_query(format!(
        "SELECT read_at - sent_at AS micros {read} ORDER BY read_at - sent_at LIMIT 1 OFFSET ({middle})"
    ))
    .bind::<diesel::sql_types::Binary, _>(bytes)
    .get_result(conn)
    .optional()?;
    Ok(row.map(|row| row.micros as f64 / 1e6))
}

/// How long a site takes to hear.
#[derive(Debug, Serialize)]
pub struct Heard {
    /// The site's name.
    pub site: String,
    /// The median from sent to read, in seconds.
    pub seconds: f64,
}

/// How long this site takes to hear; none before anything was read there.
pub fn find_heard(conn: &mut Conn, id: SiteId) -> QueryResult<Option<Heard>> {
    let seconds = median_to_hear(conn, TimeToHear::Site(id))?;
    let name = site::table.find(id).select(site::name).first::<String>(conn).optional()?;
    Ok(seconds.zip(name).map(|(seconds, site)| Heard { site, seconds }))
}

/// Over whose notes the median is taken.
#[derive(Clone, Copy, Debug)]
pub enum TimeToHear {
    /// One person's.
    Person(PersonId),
    /// A site's.
    Site(SiteId),
}
