//! A house for one test: the real server, a database, people in it, and browsers to visit it with.

pub mod alone;
pub mod browser;
pub mod cast;
pub mod ground;
pub mod journeys;
pub mod mailbox;
pub mod page;
pub mod program;
pub mod wire;

use std::collections::BTreeMap;
use std::io::Write;
use std::net::{SocketAddr, TcpListener};
use std::sync::OnceLock;
use std::thread::JoinHandle;

use peopleworthy::app::{App, Deed};
use peopleworthy::clock::{Clock, Moment};
use peopleworthy::config::Config;
use peopleworthy::db::Conn;
use peopleworthy::views::Views;
use peopleworthy::{commands, jobs, secrets, server};
use tokio::sync::oneshot;

pub use browser::Browser;
pub use ground::Engine;

/// 2026-11-21 12:00 UTC, a Saturday.
pub const NOON: i64 = 1_795_262_400;
/// How the house is reached, as its settings say: never the address that the tests really connect to, so that a link
/// made of anything but the settings leads nowhere.
pub const BASE_URL: &str = "https://praise.example";

/// Makes two tests of one: `name::sqlite` and `name::postgres`.
macro_rules! on_both {
    ($($(#[$attribute:meta])* fn $name:ident($house:ident) $body:block)*) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            fn both($house: &$crate::house::House) $body

            $(#[$attribute])*
            #[test]
            fn sqlite() {
                both(&$crate::house::House::start($crate::house::Engine::Sqlite));
            }

            $(#[$attribute])*
            #[test]
            fn postgres() {
                both(&$crate::house::House::start($crate::house::Engine::Postgres));
            }
        }
    )*};
}

/// A running house. It is torn down when the test is over.
pub struct House {
    /// What the server runs with.
    pub app: App,
    /// Where it really listens.
    pub address: SocketAddr,
    /// Its data folder.
    pub folder: tempfile::TempDir,
    runtime: tokio::runtime::Runtime,
    stop: Option<oneshot::Sender<()>>,
    server: Option<JoinHandle<()>>,
    _database: ground::Database,
}

impl House {
    /// A house with the standing cast in it. Limits are off: every test comes from one address.
    pub fn start(engine: Engine) -> House {
        House::with(engine, &[])
    }

    /// The same with other settings (names as in the environment, without the prefix).
    pub fn with(engine: Engine, settings: &[(&str, &str)]) -> House {
        let folder = tempfile::tempdir().unwrap();
        let database = ground::Database::from_template(engine, folder.path());
        House::on(database, folder, settings)
    }

    /// A house as it is before anybody has an account.
    pub fn empty(engine: Engine, settings: &[(&str, &str)]) -> House {
        let folder = tempfile::tempdir().unwrap();
        let database = ground::Database::empty(engine, folder.path());
        House::on(database, folder, settings)
    }

    fn on(database: ground::Database, folder: tempfile::TempDir, settings: &[(&str, &str)]) -> House {
        secrets::install_crypto();
        let config = config(&database.url, folder.path(), settings);
        let (tell, hear) = std::sync::mpsc::channel();
        let (stop, stopped) = oneshot::channel();
        let server = std::thread::spawn(move || serve(config, &tell, stopped));
        let (app, address) = hear.recv().expect("the server did not start");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        House { app, address, folder, runtime, stop: Some(stop), server: Some(server), _database: database }
    }

    /// Runs something that waits.
    pub fn run<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// Asks the database.
    pub fn read<T: Send + 'static>(&self, queries: impl Fn(&mut Conn) -> diesel::QueryResult<T> + Send + 'static) -> T {
        self.run(self.app.read(queries)).unwrap()
    }

    /// Changes the database, as a deed of the app.
    pub fn write<T: Send + 'static>(&self, deed: impl Fn(&mut Deed) -> diesel::QueryResult<T> + Send + 'static) -> T {
        self.run(self.app.write(deed)).unwrap()
    }

    /// Lets time pass.
    pub fn later(&self, seconds: i64) {
        self.app.clock.advance(jiff::SignedDuration::from_secs(seconds));
    }

    /// A browser nobody is signed in on.
    pub fn guest(&self) -> Browser<'_> {
        Browser::new(self)
    }

    /// A browser on which somebody of the cast is signed in.
    pub fn staff(&self, number: &str) -> Browser<'_> {
        let browser = Browser::new(self);
        browser.sign_in_as(number);
        browser
    }
}

impl Drop for House {
    fn drop(&mut self) {
        self.stop.take();
        if let Some(server) = self.server.take() {
            let _ = server.join();
        }
    }
}

/// Prints a measured number past the test harness, which keeps what a passing test prints to itself.
pub fn report(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "   {line}");
}

/// The settings of a house for tests.
pub fn config(database: &str, folder: &std::path::Path, settings: &[(&str, &str)]) -> Config {
    let folder = folder.display().to_string();
    let standing = [
        ("DATA_DIR", folder.as_str()),
        ("DATABASE_URL", database),
        ("BASE_URL", BASE_URL),
        ("LISTEN", "127.0.0.1:0"),
        ("LIMITS", "off"),
        ("TEST_MAIL_PAUSE", "1"),
    ];
    let mut values = BTreeMap::new();
    for (name, value) in standing.iter().chain(settings) {
        values.insert(format!("PEOPLEWORTHY_{name}"), (*value).to_owned());
    }
    Config::read(&values, "").unwrap()
}

/// A clock that stands at [`NOON`].
pub fn clock() -> Clock {
    Clock::standing_at(Moment::from_micros(NOON * 1_000_000))
}

/// Opens the app with a clock of its own. What all houses of a run have in common is read once.
pub fn open(config: Config) -> App {
    static VIEWS: OnceLock<Views> = OnceLock::new();
    let (views, clock) = (VIEWS.get_or_init(|| Views::load().unwrap()).clone(), clock());
    let app = commands::open_with(config, clock.clone(), views.with_clock(clock));
    app.unwrap_or_else(|stop| panic!("{}", stop.sentence()))
}

fn serve(config: Config, tell: &std::sync::mpsc::Sender<(App, SocketAddr)>, stopped: oneshot::Receiver<()>) {
    actix_web::rt::System::new().block_on(async move {
        let app = open(config);
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let server = server::start(app.clone(), listener, 1).unwrap();
        jobs::start(&app);
        tell.send((app.clone(), address)).unwrap();
        let handle = server.handle();
        tokio::select! {
            _ = server => {}
            _ = stopped => {
                app.live.close();
                handle.stop(false).await;
            }
        }
    });
}
