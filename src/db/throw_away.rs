//! Databases for tests.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test that cannot have its database must stop

use std::path::Path;

use diesel::connection::SimpleConnection;

use super::connect::{Manager, Url};

/// The two engines that every promise is kept on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A database on a server.
    Postgres,
}

/// A new, empty database of an engine; a file lies in the folder.
pub fn database(engine: Engine, folder: &Path) -> Url {
    match engine {
        Engine::Sqlite => Url::Sqlite(folder.join("peopleworthy.db").display().to_string()),
        Engine::Postgres => postgres(),
    }
}

/// A new, empty database on the server that `PEOPLEWORTHY_TEST_POSTGRES` names; `scripts/test` starts one. A test that
/// finds none fails: a missing engine is never a pass.
pub fn postgres() -> Url {
    let server = std::env::var("PEOPLEWORTHY_TEST_POSTGRES")
        .expect("run scripts/test, or set PEOPLEWORTHY_TEST_POSTGRES to a superuser's postgres://…/ address");
    let (server, _) = server.rsplit_once('/').expect("an address that ends in a slash");
    let name = format!("pw_{}", uuid::Uuid::new_v4().simple());
    let mut conn = Manager::writing(Url::Postgres(format!("{server}/postgres"))).open().unwrap();
    conn.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
    Url::Postgres(format!("{server}/{name}"))
}
