//! Categories and routes in the database.

use diesel::prelude::*;

use super::category::{Category, Route};
use crate::db::Conn;
use crate::db::schema::{issue_category, issue_route};
use crate::ids::{CategoryId, PersonId, SiteId};

type Row = (CategoryId, Option<String>, String, bool, (i32, i32, i32), i32);

/// The categories in use, in the organisation's order.
pub fn list(conn: &mut Conn) -> QueryResult<Vec<Category>> {
    let rows: Vec<Row> = columns()
        .filter(issue_category::retired_at.is_null())
        .order((issue_category::position, issue_category::id))
        .load(conn)?;
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

/// Who receives a category at a site: the site's own route, else the one for everywhere.
pub fn find_route(conn: &mut Conn, category_id: CategoryId, site_id: SiteId) -> QueryResult<Option<Route>> {
    let rows: Vec<(Option<SiteId>, PersonId, Option<PersonId>)> = issue_route::table
        .filter(issue_route::category_id.eq(category_id))
        .filter(issue_route::site_id.eq(site_id).or(issue_route::site_id.is_null()))
        .select((issue_route::site_id, issue_route::owner_id, issue_route::deputy_id))
        .load(conn)?;
    let nearest = rows.into_iter().max_by_key(|(site, ..)| site.is_some());
    Ok(nearest.map(|(site_id, owner_id, deputy_id)| Route { category_id, site_id, owner_id, deputy_id }))
}
