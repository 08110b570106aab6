//! Who is asked, in which group, and whether they have answered, in the database. What they answered is not here.

use std::collections::HashMap;

use diesel::prelude::*;

use super::group::Group;
use super::survey::State;
use crate::clock::Day;
use crate::db::many::insert_many;
use crate::db::schema::{pulse, pulse_group, pulse_invitation, pulse_slip};
use crate::db::{Conn, hold};
use crate::ids::{GroupId, PersonId, PulseId};

/// An invitation as its row has it.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = pulse_invitation, treat_none_as_default_value = false)]
pub struct Invitation {
    /// To which survey.
    pub pulse_id: PulseId,
    /// Who is asked.
    pub person_id: PersonId,
    /// The group they belong to in this survey.
    pub group_id: GroupId,
    /// The hash of the code in their link; none: they answer on paper, and nobody knows whether they did.
    pub token_hash: Option<Vec<u8>>,
    /// Whether they have answered.
    pub is_used: bool,
    /// How many mails about it they got.
    pub mails_sent: i32,
}

/// Stores the tree of a survey, parents before their parts.
pub fn insert_groups(conn: &mut Conn, groups: &[Group]) -> QueryResult<()> {
    insert_many!(conn, pulse_group::table, groups)
}

/// The tree of a survey, parents before their parts, else by name.
pub fn list_groups(conn: &mut Conn, id: PulseId) -> QueryResult<Vec<Group>> {
    let mut groups: Vec<Group> = pulse_group::table
        .filter(pulse_group::pulse_id.eq(id))
        .order((pulse_group::name.asc(), pulse_group::id.asc()))
        .select(Group::as_select())
        .load(conn)?;
    let parents: HashMap<GroupId, Option<GroupId>> = groups.iter().map(|group| (group.id, group.parent_id)).collect();
    let depth = |group: &Group| {
        std::iter::successors(group.parent_id, |id| parents.get(id).copied().flatten()).take(parents.len()).count()
    };
    groups.sort_by_cached_key(depth);
    Ok(groups)
}

/// Stores invitations.
pub fn insert(conn: &mut Conn, new: &[Invitation]) -> QueryResult<()> {
    insert_many!(conn, pulse_invitation::table, new)
}

/// Stores the code of a slip.
pub fn insert_slip(conn: &mut Conn, pulse_id: PulseId, group_id: GroupId, code_hash: &[u8]) -> QueryResult<()> {
    let row = (
        pulse_slip::code_hash.eq(code_hash),
        pulse_slip::pulse_id.eq(pulse_id),
        pulse_slip::group_id.eq(group_id),
        pulse_slip::is_used.eq(false),
    );
    diesel::insert_into(pulse_slip::table).values(row).execute(conn).map(drop)
}

/// What a code stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The survey.
    pub pulse_id: PulseId,
    /// The group of whoever holds it.
    pub group_id: GroupId,
    /// Whether it was answered with already.
    pub is_used: bool,
}

/// What the code of a link or a slip stands for.
pub fn find_asked(conn: &mut Conn, code_hash: &[u8]) -> QueryResult<Option<Asked>> {
    let invited = pulse_invitation::table
        .filter(pulse_invitation::token_hash.eq(code_hash))
        .select((pulse_invitation::pulse_id, pulse_invitation::group_id, pulse_invitation::is_used))
        .first::<(PulseId, GroupId, bool)>(conn)
        .optional()?;
    let found = match invited {
        Some(found) => Some(found),
        None => pulse_slip::table
            .find(code_hash)
            .select((pulse_slip::pulse_id, pulse_slip::group_id, pulse_slip::is_used))
            .first(conn)
            .optional()?,
    };
    Ok(found.map(|(pulse_id, group_id, is_used)| Asked { pulse_id, group_id, is_used }))
}

/// Marks a code used; false if it was used before.
pub fn use_up(conn: &mut Conn, code_hash: &[u8]) -> QueryResult<bool> {
    let invitation = pulse_invitation::table
        .filter(pulse_invitation::token_hash.eq(code_hash))
        .filter(pulse_invitation::is_used.eq(false));
    if diesel::update(invitation).set(pulse_invitation::is_used.eq(true)).execute(conn)? == 1 {
        return Ok(true);
    }
    let slip = pulse_slip::table.filter(pulse_slip::code_hash.eq(code_hash)).filter(pulse_slip::is_used.eq(false));
    diesel::update(slip).set(pulse_slip::is_used.eq(true)).execute(conn).map(|rows| rows == 1)
}

/// Lets a code be used again.
pub fn give_back(conn: &mut Conn, code_hash: &[u8]) -> QueryResult<()> {
    diesel::update(pulse_invitation::table.filter(pulse_invitation::token_hash.eq(code_hash)))
        .set(pulse_invitation::is_used.eq(false))
        .execute(conn)?;
    diesel::update(pulse_slip::table.filter(pulse_slip::code_hash.eq(code_hash)))
        .set(pulse_slip::is_used.eq(false))
        .execute(conn)
        .map(drop)
}

/// Waits for the answers that are under way: each holds its code until it is on the disk.
pub fn wait_for_answers(conn: &mut Conn, id: PulseId) -> QueryResult<()> {
    let slips = pulse_slip::table.filter(pulse_slip::pulse_id.eq(id)).filter(pulse_slip::is_used.eq(false));
    hold!(conn, slips, pulse_slip::is_used)?;
    let invited = pulse_invitation::table.filter(pulse_invitation::pulse_id.eq(id));
    hold!(conn, invited.filter(pulse_invitation::is_used.eq(false)), pulse_invitation::is_used).map(drop)
}

/// How many were asked, and how many have answered.
pub fn count(conn: &mut Conn, id: PulseId) -> QueryResult<(i64, i64)> {
    let invited = pulse_invitation::table.filter(pulse_invitation::pulse_id.eq(id));
    let asked = invited.count().get_result::<i64>(conn)?;
    let answered = invited.filter(pulse_invitation::is_used.eq(true)).count().get_result::<i64>(conn)?;
    let slips = pulse_slip::table.filter(pulse_slip::pulse_id.eq(id)).filter(pulse_slip::is_used.eq(true));
    Ok((asked, answered + slips.count().get_result::<i64>(conn)?))
}

/// How often people were asked by surveys whose first day lies on or after a day; what was called off does not count.
pub fn count_since(conn: &mut Conn, day: Day) -> QueryResult<HashMap<PersonId, i64>> {
    let rows: Vec<(PersonId, i64)> = pulse_invitation::table
        .inner_join(pulse::table)
        .filter(pulse::opens_on.ge(day))
        .filter(pulse::state.ne(State::CalledOff.name()))
        .group_by(pulse_invitation::person_id)
        .select((pulse_invitation::person_id, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The invitations of somebody, and whether they have answered.
pub fn list_of(conn: &mut Conn, person: PersonId) -> QueryResult<Vec<Invitation>> {
    pulse_invitation::table.filter(pulse_invitation::person_id.eq(person)).select(Invitation::as_select()).load(conn)
}

/// Some of those who have not answered and had fewer mails than they are to have.
pub fn list_unmailed(conn: &mut Conn, id: PulseId, wanted: i32, limit: i64) -> QueryResult<Vec<Invitation>> {
    pulse_invitation::table
        .filter(pulse_invitation::pulse_id.eq(id))
        .filter(pulse_invitation::is_used.eq(false))
        .filter(pulse_invitation::mails_sent.lt(wanted))
        .filter(pulse_invitation::token_hash.is_not_null())
        .order(pulse_invitation::person_id.asc())
        .limit(limit)
        .select(Invitation::as_select())
        .load(conn)
}

/// Says how many mails somebody had; false if they have answered meanwhile, or another node wrote to them.
pub fn set_mails_sent(conn: &mut Conn, of: &Invitation, sent: i32) -> QueryResult<bool> {
    let still = pulse_invitation::table
        .filter(pulse_invitation::pulse_id.eq(of.pulse_id))
        .filter(pulse_invitation::person_id.eq(of.person_id))
        .filter(pulse_invitation::is_used.eq(false))
        .filter(pulse_invitation::mails_sent.lt(sent));
    diesel::update(still).set(pulse_invitation::mails_sent.eq(sent)).execute(conn).map(|rows| rows == 1)
}

/// Forgets who has answered, and what was mailed: once a survey has ended nothing is done with it any more. Who was asked stays,
/// so that nobody is asked too often, and so that a late visitor is told that it is over.
pub fn forget_who_answered(conn: &mut Conn, id: PulseId) -> QueryResult<()> {
    diesel::update(pulse_slip::table.filter(pulse_slip::pulse_id.eq(id)))
        .set(pulse_slip::is_used.eq(false))
        .execute(conn)?;
    diesel::update(pulse_invitation::table.filter(pulse_invitation::pulse_id.eq(id)))
        .set((pulse_invitation::is_used.eq(false), pulse_invitation::mails_sent.eq(0)))
        .execute(conn)
        .map(drop)
}
