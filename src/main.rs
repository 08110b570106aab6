//! The program: reads the settings, starts the log, and does what the command line asks.

use std::process::ExitCode;

use clap::Parser;
use peopleworthy::commands::{self, Arguments};
use peopleworthy::config::Config;
use peopleworthy::secrets;
use peopleworthy::stop::Stop;
use peopleworthy::web::panics;
use tracing::Level;
use tracing_subscriber::filter::{Targets, filter_fn};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Some(ended) = arguments.run_without_settings() {
        return status(ended);
    }
    let config = match Config::from_environment() {
        Ok(config) => config,
        Err(why) => return stop(&why, 1),
    };
    start_log(config.log.clone());
    panics::log_as_failures();
    secrets::install_crypto();
    status(actix_web::rt::System::new().block_on(commands::run(arguments, config)))
}

fn status(ended: Result<(), Stop>) -> ExitCode {
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => stop(why.sentence(), why.status()),
    }
}

fn stop(why: &str, status: u8) -> ExitCode {
    eprintln!("peopleworthy: {why}");
    ExitCode::from(status)
}

/// JSON lines on standard error. Results of commands go to standard output, so that the two never mix.
///
/// However talkative the setting, only our own lines come below "info": libraries print what they work on there, and
/// that is what people wrote (handlebars every value it renders, for one).
fn start_log(filter: Targets) {
    let ours_or_calm = filter_fn(|line| line.target().starts_with("peopleworthy") || *line.level() <= Level::INFO);
    let lines = tracing_subscriber::fmt::layer().json().with_writer(std::io::stderr);
    tracing_subscriber::registry().with(filter).with(ours_or_calm).with(lines).init();
}
