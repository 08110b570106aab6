//! The commands of the one binary. Results go to standard output, log lines to standard error.

use std::net::TcpListener;
use std::os::unix::fs::DirBuilderExt;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{Parser, Subcommand};

use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, SETTINGS};
use crate::db::{self, Db, Url, upgrade};
use crate::kept::Kept;
use crate::live::Hub;
use crate::secrets::Secrets;
use crate::stop::{Stop, say};
use crate::views::Views;
use crate::{backup, demo, jobs, link_file, server};

/// Connections to PostgreSQL, for reading and for writing.
const CONNECTIONS: u32 = 16;

/// How many read at a time. SQLite computes in this process: many more than there are processors would wait for each other, and
/// each keeps the schema and pages of its own.
fn connections(url: &Url) -> u32 {
    match url {
        Url::Sqlite(_) => processors() + 2,
        Url::Postgres(_) => CONNECTIONS,
    }
}

/// The processors that there are to use, of eight at most.
fn processors() -> u32 {
    std::thread::available_parallelism().map_or(2, |number| u32::try_from(number.get()).unwrap_or(8)).min(8)
}

/// Praise, voice and honest answers between a company, those who buy and those who work there.
#[derive(Parser)]
#[command(name = "peopleworthy", version, about)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Upgrade the schema if need be, and serve (what happens without any command).
    Serve,
    /// Serve a believable hotel group on a fresh throw-away database, and print sign-ins for each role.
    Demo(demo::Options),
    /// Look at the settings, the database, mail, disk and clock, and say in plain words what is wrong.
    Check,
    /// Administrators.
    Admin {
        #[command(subcommand)]
        what: AdminCommand,
    },
    /// Read a CSV file: all of it or nothing, with a report by row.
    Import {
        #[command(subcommand)]
        what: ImportCommand,
    },
    /// Write everything to one encrypted file, while the server runs.
    Backup { file: PathBuf },
    /// Fill an empty place from a backup.
    Restore {
        file: PathBuf,
        /// The private half of the backup's key; by default backup-key in the data folder.
        #[arg(long)]
        key: Option<PathBuf>,
    },
    /// Say from a CSV file whether staff and customers move together: needs no database and leaves nothing behind.
    Link(link_file::Options),
    /// Print every setting with its default, its meaning and its name in the environment.
    Settings,
}

#[derive(Subcommand)]
enum AdminCommand {
    /// Make an administrator, or let one back in: prints a link to set a password.
    Create {
        /// The address they sign in with.
        #[arg(long)]
        email: String,
    },
}

#[derive(Subcommand)]
enum ImportCommand {
    /// name, slug, time_zone, languages, country, parent
    Sites { file: PathBuf },
    /// employee_number, given_name, family_name, preferred_name, email, job_title, site, department, team, …
    People {
        file: PathBuf,
        /// Only say what would change.
        #[arg(long)]
        dry_run: bool,
    },
    /// site, department, period, measure, value, n
    Measures {
        file: PathBuf,
        /// Only say what would change.
        #[arg(long)]
        dry_run: bool,
    },
    /// site, department, period, item, mean, sd, n
    Survey {
        file: PathBuf,
        /// Only say what would change.
        #[arg(long)]
        dry_run: bool,
    },
    /// site, received_at, kind, person, text, rating, source, language
    Notes {
        file: PathBuf,
        /// Only say what would change.
        #[arg(long)]
        dry_run: bool,
    },
}

impl Arguments {
    /// What was asked for if it needs no settings, done.
    pub fn run_without_settings(&self) -> Option<Result<(), Stop>> {
        match &self.command {
            Some(Command::Link(options)) => Some(link_file::run(options)),
            _ => None,
        }
    }
}

/// Does what the command line asks.
pub async fn run(arguments: Arguments, config: Config) -> Result<(), Stop> {
    match arguments.command.unwrap_or(Command::Serve) {
        Command::Serve => serve(open(config)?).await,
        Command::Demo(options) => {
            let app = open(demo::own_place(config)?)?;
            demo::fill(&app, &options).await?.iter().for_each(|line| say(line));
            serve(app).await
        }
        Command::Check => crate::check::run(config).await,
        Command::Admin { what: AdminCommand::Create { email } } => {
            let link = crate::account::admin_create(&open(config)?, &email).await?;
            say(&format!("Set a password within 72 hours: {link}"));
            Ok(())
        }
        Command::Import { what } => import(&open(config)?, what).await,
        Command::Backup { file } => {
            backup::backup(&config, &Clock::System, &file).await?.said.iter().for_each(|line| say(line));
            Ok(())
        }
        Command::Restore { file, key } => {
            let said = backup::restore(&config, &Clock::System, &file, key.as_deref()).await?;
            said.iter().for_each(|line| say(line));
            Ok(())
        }
        Command::Link(options) => link_file::run(&options),
        Command::Settings => {
            settings();
            Ok(())
        }
    }
}

fn settings() {
    for setting in SETTINGS {
        let default = if setting.default.is_empty() { "(not set)" } else { setting.default };
        say(&format!("{}\n    in the environment: PEOPLEWORTHY_{}", setting.key, setting.key.to_uppercase()));
        say(&format!("    default: {default}\n    {}\n", setting.meaning));
    }
    say("The file that PEOPLEWORTHY_CONFIG names holds the same keys: listen = \"127.0.0.1:8080\"");
}

/// Makes the folders and keys, upgrades the schema, and puts the app together.
pub fn open(config: Config) -> Result<App, Stop> {
    let views = Views::load().map_err(|error| error.to_string())?;
    open_with(config, Clock::System, views)
}

/// The same with another clock and views that go by it, for tests.
pub fn open_with(config: Config, clock: Clock, views: Views) -> Result<App, Stop> {
    let folder = &config.data_dir;
    // What lies there is nobody else's to read, on whatever machine it is.
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|error| format!("data_dir {}: {error}", folder.display()))?;
    let secrets = Secrets::load_or_make(&config.secret_file).map_err(|error| error.to_string())?;
    upgrade::run(&config.database, &clock)?;
    let db = Db::open(&config.database, connections(&config.database))?;
    Ok(App {
        db,
        clock,
        live: Hub::default(),
        views: Arc::new(views),
        secrets,
        config: Arc::new(config),
        kept: Kept::default(),
    })
}

async fn serve(mut app: App) -> Result<(), Stop> {
    let _lock = only_server(&app)?;
    let listener =
        TcpListener::bind(app.config.listen).map_err(|error| format!("listen {}: {error}", app.config.listen))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    app.config = Arc::new(Config { listen: address, ..(*app.config).clone() });
    if !app.config.has_limits {
        tracing::warn!("LIMITS ARE OFF: tries and submissions are not limited. For load tests only.");
    }
    tokio::task::spawn_blocking(crate::people::passwords::warm_up);
    if let Some(link) = crate::account::ensure_set_up_link(&app).await? {
        say(&format!("Nobody is here yet. Set up your organisation: {link}"));
    }
    let server = server::start(app.clone(), listener, processors() as usize).map_err(|error| error.to_string())?;
    jobs::start(&app);
    // Before it says that it listens: a signal that comes right after that must find somebody who hears it.
    let stop = asked_to_stop();
    say(&format!("listening {}", app.config.origin()));
    let handle = server.handle();
    let hub = app.live.clone();
    tokio::spawn(async move {
        stop.await;
        hub.close();
        handle.stop(true).await;
    });
    server.await.map_err(|error| Stop::CouldNot(error.to_string()))
}

/// A second server on the same SQLite file would not hear what the first one changes: it is refused.
fn only_server(app: &App) -> Result<Option<std::fs::File>, Stop> {
    let db::Url::Sqlite(path) = app.db.url() else { return Ok(None) };
    let lock = std::fs::File::create(format!("{path}.lock")).map_err(|error| format!("{path}.lock: {error}"))?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(_) => {
            Err(Stop::CouldNot(format!("another server already runs on {path}; PostgreSQL is for several nodes")))
        }
    }
}

/// Ends with the first signal to stop; hears them from now on, not only when it is awaited.
fn asked_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()));
    async move {
        let (Ok(mut terminate), Ok(mut interrupt)) = signals else { return std::future::pending().await };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    }
}

async fn import(app: &App, what: ImportCommand) -> Result<(), Stop> {
    let read = |file: &PathBuf| std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()));
    let report = match &what {
        ImportCommand::Sites { file } => crate::directory::import::sites(app, &read(file)?).await?,
        ImportCommand::People { file, dry_run } => {
            crate::directory::import::people(app, &read(file)?, *dry_run).await?
        }
        ImportCommand::Measures { file, dry_run } => crate::measures_import::run(app, &read(file)?, *dry_run).await?,
        ImportCommand::Survey { file, dry_run } => crate::survey_import::run(app, &read(file)?, *dry_run).await?,
        ImportCommand::Notes { file, dry_run } => crate::notes_import::run(app, &read(file)?, *dry_run).await?,
    };
    say(&report.to_string());
    if report.is_refused() { Err(Stop::CouldNot("nothing was changed".into())) } else { Ok(()) }
}
