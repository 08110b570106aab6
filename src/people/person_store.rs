//! People in the database: themselves, where they are and were, and what else they are called.

use std::collections::HashMap;

use diesel::BoxableExpression;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::person::{Alias, Moved, Person, PersonCard, Placement, initials, name_of, number_fold};
use super::role::Scope;
use super::site::Unit;
use crate::clock::{Day, Moment};
use crate::db::schema::{account, department, person, person_alias, person_placement, site};
use crate::db::{Conn, Engine, Part, generation, hold};
use crate::fold::fold;
use crate::ids::{PersonId, RowId, SiteId};

/// Somebody by their key, leavers too.
pub fn find_person(conn: &mut Conn, id: PersonId) -> QueryResult<Option<Person>> {
    person::table.find(id).select(Person::as_select()).first(conn).optional()
}

/// The people of these keys, in their order; who is not there is left out.
pub fn list_by_keys(conn: &mut Conn, ids: &[PersonId]) -> QueryResult<Vec<Person>> {
    let found: Vec<Person> =
        person::table.filter(person::id.eq_any(ids.to_vec())).select(Person::as_select()).load(conn)?;
    let mut found: HashMap<PersonId, Person> = found.into_iter().map(|person| (person.id, person)).collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Somebody in a scope by their key: whoever is outside it is not there.
pub fn find_person_in(conn: &mut Conn, id: PersonId, scope: &Scope) -> QueryResult<Option<Person>> {
    Ok(find_person(conn, id)?.filter(|person| scope.holds(person.site_id)))
}

/// Somebody by their employee number, in whatever case it was typed.
pub fn find_person_by_number(conn: &mut Conn, typed: &str) -> QueryResult<Option<Person>> {
    person::table.filter(person::number_fold.eq(number_fold(typed))).select(Person::as_select()).first(conn).optional()
}

/// Somebody with the time zone of their site, for asking whether they are still here.
pub fn find_person_and_zone(conn: &mut Conn, id: PersonId) -> QueryResult<Option<(Person, String)>> {
    person::table
        .inner_join(site::table)
        .filter(person::id.eq(id))
        .select((Person::as_select(), site::time_zone))
        .first(conn)
        .optional()
}

/// Which people a list shows.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Of which sites.
    pub scope: Scope,
    /// All of these words, whole or in part; empty: everybody.
    pub words: String,
    /// Only those who have not left by a day and are as far as this on their way in; none: everybody, leavers too.
    pub entry: Option<(Entry, Day)>,
    /// Which part of them, by [`Person::name_fold`] and key.
    pub part: Part<(String, PersonId)>,
    /// How many at most.
    pub limit: i64,
}

/// How far somebody who cannot sign in yet is on their way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Nobody asked them: they have no account.
    Unasked,
    /// They have an invitation or a printed code, and have not used it.
    Asked,
}

/// People by family name.
pub fn list_people(conn: &mut Conn, wanted: &Wanted) -> QueryResult<Vec<Person>> {
    let mut query = person::table.select(Person::as_select()).filter(is_wanted(wanted)).into_boxed();
    query = match wanted.part.clone() {
        Part::Beginning => query,
        Part::After((name, id)) => {
            query.filter(person::name_fold.gt(name.clone()).or(person::name_fold.eq(name).and(person::id.gt(id))))
        }
        Part::Before((name, id)) => {
            query.filter(person::name_fold.lt(name.clone()).or(person::name_fold.eq(name).and(person::id.lt(id))))
        }
    };
    query = match wanted.part.is_backwards() {
        false => query.order((person::name_fold.asc(), person::id.asc())),
        true => query.order((person::name_fold.desc(), person::id.desc())),
    };
    query.limit(wanted.limit).load(conn)
}

/// How many people a list shows on all its pages.
pub fn count_people(conn: &mut Conn, wanted: &Wanted) -> QueryResult<i64> {
    person::table.filter(is_wanted(wanted)).count().get_result(conn)
}

type Condition = Box<dyn BoxableExpression<person::table, Engine, SqlType = Bool>>;

/// Everything about a list but its part.
fn is_wanted(wanted: &Wanted) -> Condition {
    let mut all: Condition = match &wanted.scope {
        Scope::Everywhere => Box::new(person::id.is_not_null()),
        Scope::Sites(sites) => Box::new(person::site_id.eq_any(sites.clone())),
    };
    for word in fold(&wanted.words).split_whitespace() {
        all = Box::new(all.and(person::search_fold.like(part(word)).escape('\\')));
    }
    let Some((entry, today)) = wanted.entry else { return all };
    let left_on = person::left_on.assume_not_null();
    let is_here = person::left_on.is_null().or(person::left_on.is_not_null().and(left_on.gt(today)));
    let account = || account::table.filter(account::person_id.eq(person::id));
    let is_so: Condition = match entry {
        Entry::Unasked => Box::new(not(exists(account()))),
        Entry::Asked => {
            let is_unused = account::own_code_hash.is_null().or(account::own_code_is_new.eq(true));
            Box::new(exists(
                account()
                    .filter(account::password_hash.is_null())
                    .filter(account::disabled_at.is_null())
                    .filter(is_unused),
            ))
        }
    };
    Box::new(all.and(is_here).and(is_so))
}

/// The pattern for a word anywhere in a text.
fn part(word: &str) -> String {
    let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

/// How many people each site has who have not left by these days.
pub fn count_present(conn: &mut Conn, today: &HashMap<SiteId, Day>) -> QueryResult<HashMap<SiteId, i64>> {
    let people: Vec<(SiteId, Option<Day>)> = person::table.select((person::site_id, person::left_on)).load(conn)?;
    let mut counts = HashMap::new();
    for (site, left_on) in people {
        if left_on.is_none_or(|left_on| today.get(&site).is_none_or(|today| left_on > *today)) {
            *counts.entry(site).or_default() += 1;
        }
    }
    Ok(counts)
}

/// How many people a site has who have not left by a day.
pub fn count_present_at(conn: &mut Conn, site: SiteId, today: Day) -> QueryResult<i64> {
    let present = person::table.filter(person::left_on.is_null().or(person::left_on.gt(today)));
    present.filter(person::site_id.eq(site)).count().get_result(conn)
}

/// What the people of a site are called who have not left by a day: given, family and preferred names, in no order.
pub fn list_names_at(conn: &mut Conn, site: SiteId, today: Day) -> QueryResult<Vec<String>> {
    let present = person::table.filter(person::left_on.is_null().or(person::left_on.gt(today)));
    let rows: Vec<(String, String, Option<String>)> = present
        .filter(person::site_id.eq(site))
        .select((person::given_name, person::family_name, person::preferred_name))
        .load(conn)?;
    Ok(rows.into_iter().flat_map(|(given, family, preferred)| [given, family].into_iter().chain(preferred)).collect())
}

/// Cards of these people, by key; whoever is not in the directory is left out.
pub fn list_cards(conn: &mut Conn, ids: &[PersonId]) -> QueryResult<HashMap<PersonId, PersonCard>> {
    type Row = (PersonId, String, String, Option<String>, String, Option<String>);
    let rows: Vec<Row> = person::table
        .left_join(department::table)
        .filter(person::id.eq_any(ids.to_vec()))
        .select((
            person::id,
            person::given_name,
            person::family_name,
            person::preferred_name,
            person::job_title,
            department::name.nullable(),
        ))
        .load(conn)?;
    let card = |(id, given, family, preferred, role, department): Row| {
        let name = name_of(preferred.as_deref(), &given, &family);
        (id, PersonCard { id, initials: initials(&name), name, role, department })
    };
    Ok(rows.into_iter().map(card).collect())
}

/// The card of one person.
pub fn find_card(conn: &mut Conn, id: PersonId) -> QueryResult<Option<PersonCard>> {
    Ok(list_cards(conn, &[id])?.remove(&id))
}

/// Stores somebody new, with the place they begin in.
pub fn insert_person(conn: &mut Conn, new: &Person) -> QueryResult<()> {
    let new = new.clone().with_folds();
    diesel::insert_into(person::table).values(&new).execute(conn)?;
    insert_placement(conn, &new, new.unit(), new.started_on)
}

/// Stores a changed person whose `version` is the one that was read; false if somebody was faster. Where they are is
/// left as it is: that is [`move_person`]'s.
pub fn update_person(conn: &mut Conn, changed: &Person) -> QueryResult<bool> {
    let new = changed.clone().with_folds();
    diesel::update(person::table.find(new.id).filter(person::version.eq(new.version)))
        .set((
            person::employee_number.eq(&new.employee_number),
            person::number_fold.eq(&new.number_fold),
            person::given_name.eq(&new.given_name),
            person::family_name.eq(&new.family_name),
            person::preferred_name.eq(&new.preferred_name),
            person::name_fold.eq(&new.name_fold),
            person::search_fold.eq(&new.search_fold),
            person::email.eq(&new.email),
            person::job_title.eq(&new.job_title),
            person::language.eq(&new.language),
            person::manager_id.eq(new.manager_id),
            person::started_on.eq(new.started_on),
            person::left_on.eq(new.left_on),
            person::in_finder.eq(new.in_finder),
            person::version.eq(new.version + 1),
        ))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// Sets or takes back the first day on which somebody is no longer here.
pub fn set_left_on(conn: &mut Conn, id: PersonId, left_on: Option<Day>) -> QueryResult<bool> {
    diesel::update(person::table.find(id))
        .set((person::left_on.eq(left_on), person::version.eq(person::version + 1)))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// Moves somebody on a day that is not in the future: the place they were in until then is closed on it. Notes keep
/// the place they were written for. A second move on the day of the first puts the first one right.
pub fn move_person(conn: &mut Conn, who: &Person, to: Unit, on: Day, now: Moment) -> QueryResult<Moved> {
    if who.unit() == to {
        return Ok(Moved::Same);
    }
    let open: Option<Placement> = person_placement::table
        .filter(person_placement::person_id.eq(who.id))
        .filter(person_placement::until_on.is_null())
        .select(Placement::as_select())
        .first(conn)
        .optional()?;
    match open {
        Some(Placement { from_on: Some(from_on), .. }) if from_on > on => return Ok(Moved::TooEarly(from_on)),
        Some(Placement { id, from_on: Some(from_on), .. }) if from_on == on => {
            diesel::delete(person_placement::table.find(id)).execute(conn)?;
        }
        Some(Placement { id, .. }) => {
            diesel::update(person_placement::table.find(id)).set(person_placement::until_on.eq(on)).execute(conn)?;
        }
        None => {}
    }
    diesel::insert_into(person_placement::table).values(&placement(who.id, to, Some(on), now)).execute(conn)?;
    diesel::update(person::table.find(who.id))
        .set((
            person::site_id.eq(to.site_id),
            person::department_id.eq(to.department_id),
            person::team_id.eq(to.team_id),
            person::version.eq(person::version + 1),
        ))
        .execute(conn)?;
    Ok(Moved::Done)
}

/// Moves somebody on a day, or, if their last move was later than that day, puts that last move right: a file that says
/// where somebody is now must never be stopped by a day.
pub fn put_right(conn: &mut Conn, who: &Person, to: Unit, on: Day, now: Moment) -> QueryResult<()> {
    match move_person(conn, who, to, on, now)? {
        Moved::Done | Moved::Same => Ok(()),
        Moved::TooEarly(last) => move_person(conn, who, to, last, now).map(drop),
    }
}

fn insert_placement(conn: &mut Conn, who: &Person, unit: Unit, from_on: Option<Day>) -> QueryResult<()> {
    diesel::insert_into(person_placement::table)
        .values(&placement(who.id, unit, from_on, who.created_at))
        .execute(conn)
        .map(drop)
}

fn placement(person_id: PersonId, unit: Unit, from_on: Option<Day>, now: Moment) -> Placement {
    let Unit { site_id, department_id, team_id } = unit;
    Placement { id: RowId::new(now), person_id, site_id, department_id, team_id, from_on, until_on: None }
}

/// Where somebody was, first place first.
pub fn list_placements(conn: &mut Conn, id: PersonId) -> QueryResult<Vec<Placement>> {
    let mut placements: Vec<Placement> =
        person_placement::table.filter(person_placement::person_id.eq(id)).select(Placement::as_select()).load(conn)?;
    // "Since ever" comes first; engines disagree on where NULL sorts.
    placements.sort_by_key(|placement| (placement.from_on, placement.until_on.is_none(), placement.id));
    Ok(placements)
}

/// Where somebody was on a day; where they were first for a day before that.
pub fn unit_on(conn: &mut Conn, id: PersonId, day: Day) -> QueryResult<Option<Unit>> {
    let placements = list_placements(conn, id)?;
    let that_day = placements.iter().find(|placement| placement.until_on.is_none_or(|until_on| day < until_on));
    Ok(that_day.or(placements.last()).map(Placement::unit))
}

/// An employee number that nobody has: `P0001`, `P0002` and so on.
pub fn next_employee_number(conn: &mut Conn) -> QueryResult<String> {
    loop {
        // A counter rather than the greatest number so far: that one would sort P10000 before P9999.
        let number = format!("P{:04}", generation::bump(conn, "employee-number")?);
        if find_person_by_number(conn, &number)?.is_none() {
            return Ok(number);
        }
    }
}

/// The other spellings that mean somebody.
pub fn list_aliases(conn: &mut Conn, id: PersonId) -> QueryResult<Vec<Alias>> {
    person_alias::table
        .filter(person_alias::person_id.eq(id))
        .select(Alias::as_select())
        .order((person_alias::alias_fold, person_alias::id))
        .load(conn)
}

/// Remembers a spelling; false if it was known or is nothing once folded.
pub fn add_alias(conn: &mut Conn, id: PersonId, alias: &str, now: Moment) -> QueryResult<bool> {
    let alias_fold = fold(alias);
    // Two may be taught the same at once.
    hold!(conn, person::table.find(id), person::version)?;
    let known =
        person_alias::table.filter(person_alias::person_id.eq(id)).filter(person_alias::alias_fold.eq(&alias_fold));
    if alias_fold.is_empty() || diesel::select(diesel::dsl::exists(known)).get_result(conn)? {
        return Ok(false);
    }
    let new = Alias { id: RowId::new(now), person_id: id, alias: alias.to_owned(), alias_fold, created_at: now };
    diesel::insert_into(person_alias::table).values(&new).execute(conn)?;
    Ok(true)
}

/// Forgets a spelling.
pub fn remove_alias(conn: &mut Conn, id: PersonId, alias: RowId) -> QueryResult<bool> {
    diesel::delete(person_alias::table.find(alias).filter(person_alias::person_id.eq(id)))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// Everybody, leavers too, in no order.
pub fn list_everybody(conn: &mut Conn) -> QueryResult<Vec<Person>> {
    person::table.select(Person::as_select()).load(conn)
}

/// Everybody's employee number, by key.
pub fn list_numbers(conn: &mut Conn) -> QueryResult<HashMap<PersonId, String>> {
    let numbers: Vec<(PersonId, String)> = person::table.select((person::id, person::employee_number)).load(conn)?;
    Ok(numbers.into_iter().collect())
}
