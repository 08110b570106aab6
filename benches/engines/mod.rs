//! A database of its own for a bench, on the server that `PEOPLEWORTHY_TEST_POSTGRES` names.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

fn ask(server: &str, sql: &str) {
    let mut conn = PgConnection::establish(&format!("{}/postgres", server.trim_end_matches('/'))).unwrap();
    conn.batch_execute(sql).unwrap();
}

/// The address of a new database.
pub fn new_database(server: &str) -> String {
    let name = format!("pw_bench_{}", uuid::Uuid::new_v4().simple());
    ask(server, &format!("CREATE DATABASE {name}"));
    format!("{}/{name}", server.trim_end_matches('/'))
}

/// Removes what [`new_database`] made.
pub fn drop_database(url: &str) {
    if let Some((server, name)) = url.rsplit_once('/') {
        ask(server, &format!("DROP DATABASE {name} WITH (FORCE)"));
    }
}
