//! Builds and runs the HTTP server; the only place for middleware.

use std::net::TcpListener;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App as Actix, HttpServer, web};

use crate::app::App;
use crate::routes;
use crate::web::{body, csrf, dress, headers, limits::Limits, log};

/// How long a client may take to send the head of a request.
const HEAD_PATIENCE: Duration = Duration::from_secs(5);
/// How long requests under way may take to end when the process is asked to stop.
const SHUTDOWN_SECONDS: u64 = 4;

/// Serves on a listener that is already bound, with `workers` threads.
pub fn start(app: App, listener: TcpListener, workers: usize) -> std::io::Result<Server> {
    let limits = web::Data::new(Limits::new(app.config.has_limits));
    let app = web::Data::new(app);
    let server = HttpServer::new(move || {
        Actix::new()
            .app_data(app.clone())
            .app_data(limits.clone())
            // From the outside in: the last one wrapped sees a request first.
            .wrap(from_fn(body::check_length))
            .wrap(from_fn(csrf::check))
            .wrap(from_fn(dress::dress))
            .wrap(from_fn(headers::add))
            .wrap(Compress::default())
            .wrap(from_fn(log::write))
            .wrap(from_fn(body::part_slowly))
            .configure(routes::list)
    })
    .workers(workers)
    .client_request_timeout(HEAD_PATIENCE)
    // None: waiting for a client to stop sending means reading all it sends.
    .client_disconnect_timeout(Duration::ZERO)
    .shutdown_timeout(SHUTDOWN_SECONDS)
    .disable_signals()
    .listen(listener)?
    .run();
    Ok(server)
}
