//! Categories and routes in the database.

use diesel::prelude::*;

use super::category::{Category, Days, Route};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{issue_category, issue_route};
use crate::ids::{CategoryId, PersonId, RowId, SiteId};

type Row = (CategoryId, Option<String>, String, bool, (i32, i32, i32), i32);

/// The categories in use, in the organisation's order.
pub fn list(conn: &mut Conn) -> QueryResult<Vec<Category>> {
    let rows: Vec<Row> = columns()
        .filter(issue_category::retired_at.is_null())
        .order((issue_category::position, issue_category::id))
        .load(conn)?;
    Ok(rows.into_iter().map(category).collect())
}

/// All of them, also those no longer in use: for what was raised in them.
pub fn list_all(conn: &mut Conn) -> QueryResult<Vec<Category>> {
    let rows: Vec<Row> = columns().order((issue_category::position, issue_category::id)).load(conn)?;
    Ok(rows.into_iter().map(category).collect())
}

/// A category, in use or retired.
pub fn find(conn: &mut Conn, id: CategoryId) -> QueryResult<Option<Category>> {
    Ok(columns().filter(issue_category::id.eq(id)).first::<Row>(conn).optional()?.map(category))
}

#[diesel::dsl::auto_type]
fn columns() -> _ {
    issue_category::table.select((
        issue_category::id,
        issue_category::code,
        issue_category::name,
        issue_category::is_delicate,
        (issue_category::acknowledge_days, issue_category::answer_days, issue_category::decide_days),
        issue_category::keep_days,
    ))
}

fn category((id, code, own_name, is_delicate, due_days, keep_days): Row) -> Category {
    Category { id, code, own_name, is_delicate, due_days, keep_days }
}

/// Those no longer in use, by name.
pub fn list_retired(conn: &mut Conn) -> QueryResult<Vec<Category>> {
    let rows: Vec<Row> = columns()
        .filter(issue_category::retired_at.is_not_null())
        .order((issue_category::position, issue_category::id))
        .load(conn)?;
    Ok(rows.into_iter().map(category).collect())
}

/// Adds one of the organisation's own, behind all others.
pub fn insert(conn: &mut Conn, new: &Category) -> QueryResult<()> {
    let last: Option<i32> = issue_category::table.select(diesel::dsl::max(issue_category::position)).first(conn)?;
    diesel::insert_into(issue_category::table)
        .values((
            issue_category::id.eq(new.id),
            issue_category::code.eq(&new.code),
            issue_category::name.eq(&new.own_name),
            issue_category::is_delicate.eq(new.is_delicate),
            issue_category::acknowledge_days.eq(new.due_days.0),
            issue_category::answer_days.eq(new.due_days.1),
            issue_category::decide_days.eq(new.due_days.2),
            issue_category::keep_days.eq(new.keep_days),
            issue_category::position.eq(last.unwrap_or(0) + 1),
            issue_category::retired_at.eq(None::<Moment>),
        ))
        .execute(conn)
        .map(drop)
}

/// Sets how long a category gives; false if there is none. What was raised before stays due when it was.
pub fn set_days(conn: &mut Conn, id: CategoryId, days: Days) -> QueryResult<bool> {
    diesel::update(issue_category::table.find(id))
        .set((
            issue_category::acknowledge_days.eq(days.due.0),
            issue_category::answer_days.eq(days.due.1),
            issue_category::decide_days.eq(days.due.2),
            issue_category::keep_days.eq(days.keep),
        ))
        .execute(conn)
        .map(|rows| rows > 0)
}

/// Offers a category no more, or once more; what was raised in it stays as it is.
pub fn set_retired(conn: &mut Conn, id: CategoryId, since: Option<Moment>) -> QueryResult<bool> {
    diesel::update(issue_category::table.find(id))
        .set(issue_category::retired_at.eq(since))
        .execute(conn)
        .map(|rows| rows > 0)
}

type RouteRow = (CategoryId, Option<SiteId>, PersonId, Option<PersonId>);

#[diesel::dsl::auto_type]
fn route_columns() -> _ {
    (issue_route::category_id, issue_route::site_id, issue_route::owner_id, issue_route::deputy_id)
}

fn route((category_id, site_id, owner_id, deputy_id): RouteRow) -> Route {
    Route { category_id, site_id, owner_id, deputy_id }
}

/// Every route there is.
pub fn list_routes(conn: &mut Conn) -> QueryResult<Vec<Route>> {
    let rows: Vec<RouteRow> = issue_route::table.select(route_columns()).order(issue_route::id).load(conn)?;
    Ok(rows.into_iter().map(route).collect())
}

/// Says who receives a category; whoever did before does no more.
pub fn set_route(conn: &mut Conn, route: Route, now: Moment) -> QueryResult<()> {
    remove_route(conn, route.category_id, route.site_id)?;
    diesel::insert_into(issue_route::table)
        .values((
            issue_route::id.eq(RowId::new(now)),
            issue_route::category_id.eq(route.category_id),
            issue_route::site_id.eq(route.site_id),
            issue_route::owner_id.eq(route.owner_id),
            issue_route::deputy_id.eq(route.deputy_id),
        ))
        .execute(conn)
        .map(drop)
}

/// Takes a route away; false if there is none.
pub fn remove_route(conn: &mut Conn, category_id: CategoryId, site_id: Option<SiteId>) -> QueryResult<bool> {
    let of = issue_route::table.filter(issue_route::category_id.eq(category_id));
    let ids: Vec<(RowId, Option<SiteId>)> = of.select((issue_route::id, issue_route::site_id)).load(conn)?;
    let Some((id, _)) = ids.into_iter().find(|(_, at)| *at == site_id) else { return Ok(false) };
    diesel::delete(issue_route::table.find(id)).execute(conn).map(|rows| rows > 0)
}

/// Who receives a category at a site.
pub fn find_route(conn: &mut Conn, category_id: CategoryId, site_id: SiteId) -> QueryResult<Option<Route>> {
    let of = issue_route::table.filter(issue_route::category_id.eq(category_id));
    let rows: Vec<RouteRow> = of.select(route_columns()).load(conn)?;
    let routes: Vec<Route> = rows.into_iter().map(route).collect();
    Ok(Route::nearest(&routes, category_id, site_id))
}
