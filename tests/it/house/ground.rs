//! Databases to build houses on: one template for each engine with the standing cast in it, and a copy for each test.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};

use super::cast;

/// The two engines that every promise is kept on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A database on the server that `PEOPLEWORTHY_TEST_POSTGRES` names.
    Postgres,
}

/// A database of one test. One on a server is removed when the test is over.
pub struct Database {
    /// The setting `database_url`.
    pub url: String,
    name: Option<String>,
}

static NUMBER: AtomicUsize = AtomicUsize::new(0);

impl Database {
    /// A copy of the template.
    pub fn from_template(engine: Engine, folder: &Path) -> Database {
        match engine {
            Engine::Sqlite => {
                let path = folder.join("peopleworthy.db");
                std::fs::copy(sqlite_template(), &path).unwrap();
                Database { url: format!("sqlite:{}", path.display()), name: None }
            }
            Engine::Postgres => Database::on_server(postgres_template()),
        }
    }

    /// One with nothing in it, not even tables.
    pub fn empty(engine: Engine, folder: &Path) -> Database {
        match engine {
            Engine::Sqlite => Database { url: format!("sqlite:{}", folder.join("empty.db").display()), name: None },
            Engine::Postgres => {
                let name = format!("pw_it_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
                create(&name, None);
                Database { url: format!("{}{name}", server()), name: Some(name) }
            }
        }
    }

    fn on_server(template: &str) -> Database {
        let name = format!("pw_it_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        create(&name, Some(template));
        Database { url: format!("{}{name}", server()), name: Some(name) }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            let _ = ask_server(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

/// The server to make databases on. A run without it is no run.
fn server() -> String {
    let url = std::env::var("PEOPLEWORTHY_TEST_POSTGRES").unwrap_or_else(|_| {
        panic!(
            "no PostgreSQL to test on: run scripts/test, or set PEOPLEWORTHY_TEST_POSTGRES to the address of a \
             superuser, such as postgres://postgres:SECRET@127.0.0.1:5432/"
        )
    });
    if url.ends_with('/') { url } else { format!("{url}/") }
}

fn ask_server(sql: &str) -> Result<(), String> {
    let mut conn = PgConnection::establish(&format!("{}postgres", server())).map_err(|error| error.to_string())?;
    conn.batch_execute(sql).map_err(|error| error.to_string())
}

fn create(name: &str, template: Option<&str>) {
    // The server copies a template only while nobody looks at it, not even another copy that is being made.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let of = template.map(|template| format!(" TEMPLATE {template}")).unwrap_or_default();
    let mut answer = Ok(());
    for _ in 0..100 {
        answer = ask_server(&format!("CREATE DATABASE {name}{of}"));
        match &answer {
            Err(why) if why.contains("being accessed") => std::thread::sleep(Duration::from_millis(50)),
            _ => break,
        }
    }
    answer.unwrap();
}

fn sqlite_template() -> &'static PathBuf {
    static TEMPLATE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = TEMPLATE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let (live, path) = (folder.path().join("live.db"), folder.path().join("template.db"));
        build(&format!("sqlite:{}", live.display()), folder.path());
        let mut conn = SqliteConnection::establish(&live.display().to_string()).unwrap();
        // The pool's connections close in their own time.
        conn.batch_execute("PRAGMA busy_timeout = 10000").unwrap();
        conn.batch_execute(&format!("VACUUM INTO '{}'", path.display())).unwrap();
        (folder, path)
    });
    path
}

fn postgres_template() -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let name = format!("pw_it_{}_template", std::process::id());
        let folder = tempfile::tempdir().unwrap();
        create(&name, None);
        build(&format!("{}{name}", server()), folder.path());
        name
    })
}

/// Upgrades an empty database and lets the standing cast in.
fn build(url: &str, folder: &Path) {
    peopleworthy::secrets::install_crypto();
    let config = super::config(url, folder, &[]);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let app = super::open(config);
    runtime.block_on(cast::enter(&app));
}
