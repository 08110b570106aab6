//! Looks at what the first administrator has done so far. What issues are about belongs to another room, whose table is
//! read here and no more.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::issue_route;
use crate::people::{account_store, audit_store, organisation_store, site_store};

/// The detail of the audit entry that a mail server took a test mail.
pub const TEST_TAKEN: &str = "test taken";

/// What is there.
pub struct Facts {
    /// Values were set, or somebody saved the organisation without any.
    pub has_values: bool,
    /// There is a second site or a place, or somebody saved the first site.
    pub has_looked_at_sites: bool,
    /// A server is set now, and one took a test mail.
    pub mail_was_tested: bool,
    /// How many people are in the directory.
    pub people: i64,
    /// Somebody besides the first one was invited, or has a slip to sign in with.
    pub has_asked_in: bool,
    /// Somebody was named to receive issues.
    pub has_route: bool,
    /// How many codes lead somewhere.
    pub codes: i64,
}

/// Looks.
pub fn find(conn: &mut Conn, people: i64, codes: i64, has_mail_server: bool) -> QueryResult<Facts> {
    let organisation = organisation_store::find_organisation(conn)?;
    let sites = site_store::list_sites(conn)?;
    let was_saved = organisation.is_some_and(|organisation| organisation.version > 1);
    let routes: i64 = issue_route::table.count().get_result(conn)?;
    Ok(Facts {
        has_values: was_saved || !organisation_store::list_values(conn)?.is_empty(),
        has_looked_at_sites: sites.len() > 1
            || sites.iter().any(|site| site.version > 1)
            || !site_store::count_places(conn)?.is_empty(),
        mail_was_tested: has_mail_server && audit_store::was_administered(conn, "mail", TEST_TAKEN)?,
        people,
        has_asked_in: account_store::count(conn)? > 1,
        has_route: routes > 0,
        codes,
    })
}
