//! The program: reads the settings, starts the log, and does what the command line asks.

use std::process::ExitCode;

use clap::Parser;
use peopleworthy::commands::{self, Arguments};
use peopleworthy::config::Config;
use peopleworthy::secrets;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let config = match Config::from_environment() {
        Ok(config) => config,
        Err(why) => return stop(&why, 1),
    };
    start_log(&config.log);
    secrets::install_crypto();
    match actix_web::rt::System::new().block_on(commands::run(arguments, config)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => stop(why.sentence(), why.status()),
    }
}

fn stop(why: &str, status: u8) -> ExitCode {
    eprintln!("peopleworthy: {why}");
    ExitCode::from(status)
}

/// JSON lines on standard error. Results of commands go to standard output, so that the two never mix.
fn start_log(filter: &str) {
    let filter = tracing_subscriber::EnvFilter::try_new(filter).unwrap_or_else(|_| "info".into());
    tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr).init();
}
