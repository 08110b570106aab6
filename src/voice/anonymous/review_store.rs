//! An anonymous thread as the site sees it, once a handler has reviewed it: an issue without anybody who raised it.

use diesel::prelude::*;
use jiff::ToSpan;

use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::schema::issue;
use crate::ids::{CategoryId, IssueId, SiteId};
use crate::people::person_store;
use crate::voice::level::Level;
use crate::voice::{category, category_store};

/// What the site will read.
#[derive(Clone, Debug)]
pub struct NewIssue {
    /// Its key; random, because a key that carries a time would tell when.
    pub id: IssueId,
    /// `issue` or `idea`.
    pub kind: String,
    /// Its category.
    pub category: category::Category,
    /// The site.
    pub site_id: SiteId,
    /// The tag of the language it was reviewed in.
    pub language: String,
    /// The title, and then what happens, where, and what would fix it.
    pub texts: [String; 4],
    /// The day it is shown from, and the moment that day began.
    pub on: (Day, Moment),
}

/// Stores it. Everything about it is of a day, not of a time.
pub fn insert(conn: &mut Conn, new: &NewIssue) -> QueryResult<()> {
    let [title, what, place, fix] = &new.texts;
    let (owner, deputy) = responsible(conn, new.category.id, new.site_id, new.on.0)?;
    let due = |days: i32| Day::from(new.on.0.date().saturating_add(days.days()));
    let (acknowledge, answer, decide) = new.category.due_days;
    diesel::insert_into(issue::table)
        .values((
            (
                issue::id.eq(new.id),
                issue::kind.eq(&new.kind),
                issue::level.eq(Level::Anonymous.name()),
                issue::scope.eq("site"),
                issue::category_id.eq(new.category.id),
                issue::site_id.eq(new.site_id),
                issue::language.eq(&new.language),
                issue::title.eq(title),
                issue::what.eq(what),
                issue::place.eq(place),
                issue::fix.eq(fix),
            ),
            (
                issue::state.eq("received"),
                issue::owner_id.eq(owner),
                issue::deputy_id.eq(deputy),
                issue::acknowledge_due_on.eq(due(acknowledge)),
                issue::answer_due_on.eq(due(answer)),
                issue::decide_due_on.eq(due(decide)),
                issue::support_count.eq(0),
                issue::raised_at.eq(new.on.1),
                issue::version.eq(1),
            ),
        ))
        .execute(conn)
        .map(drop)
}

type Person = Option<crate::ids::PersonId>;

/// Who receives the category at the site, of those who have not left.
fn responsible(conn: &mut Conn, category: CategoryId, site: SiteId, today: Day) -> QueryResult<(Person, Person)> {
    let Some(route) = category_store::find_route(conn, category, site)? else { return Ok((None, None)) };
    let mut here = |id: Person| -> QueryResult<Person> {
        let Some(id) = id else { return Ok(None) };
        Ok(person_store::find_person(conn, id)?.filter(|person| !person.has_left(today)).map(|person| person.id))
    };
    Ok((here(Some(route.owner_id))?, here(route.deputy_id)?))
}
