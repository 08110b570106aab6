//! Builds and runs the HTTP server; the only place for middleware.

use std::net::TcpListener;
use std::time::Duration;

use actix_http::error::DispatchError;
use actix_http::{HttpService, ServiceConfig};
use actix_service::{ServiceFactoryExt, fn_service, map_config};
use actix_web::dev::{AppConfig, Server};
use actix_web::middleware::{Compress, from_fn};
use actix_web::rt::net::TcpStream;
use actix_web::{App as Actix, web};

use crate::app::App;
use crate::routes;
use crate::web::line_ends::StrictLines;
use crate::web::{address, body, csrf, dress, headers, limits::Limits, log};

/// How long a client may take to send the head of a request.
const HEAD_PATIENCE: Duration = Duration::from_secs(5);
/// How long requests under way may take to end when the process is asked to stop.
const SHUTDOWN_SECONDS: u64 = 4;

/// Serves on a listener that is already bound, with `workers` threads.
///
/// This is what actix-web's `HttpServer` does, put together here because it lets nobody between socket and parser.
pub fn start(app: App, listener: TcpListener, workers: usize) -> std::io::Result<Server> {
    let limits = web::Data::new(Limits::new(app.config.has_limits));
    let app = web::Data::new(app);
    let builder = Server::build().workers(workers).shutdown_timeout(SHUTDOWN_SECONDS).disable_signals();
    let stopping = builder.graceful_shutdown_signal();
    let builder = builder.listen("peopleworthy", listener, move || {
        let (config, stopping) = (ServiceConfig::default(), stopping.clone());
        let pages = Actix::new()
            .app_data(app.clone())
            .app_data(limits.clone())
            // From the outside in: the last one wrapped sees a request first.
            .wrap(from_fn(address::check_length))
            .wrap(from_fn(body::check_length))
            .wrap(from_fn(csrf::check))
            .wrap(from_fn(dress::dress))
            .wrap(from_fn(headers::add))
            .wrap(Compress::default())
            .wrap(from_fn(log::write))
            .wrap(from_fn(body::part_slowly))
            .configure(routes::list);
        let requests = HttpService::build()
            .client_request_timeout(HEAD_PATIENCE)
            // None: waiting for a client to stop sending means reading all it sends.
            .client_disconnect_timeout(Duration::ZERO)
            // Connections on which nothing happens need not be waited for when the process stops.
            .graceful_shutdown_signal(move || {
                let stopping = stopping.clone();
                async move { stopping.notified().await }
            })
            .h1(map_config(pages, |()| AppConfig::default()));
        fn_service(move |stream: TcpStream| {
            let (peer, config) = (stream.peer_addr().ok(), config.clone());
            async move { Ok::<_, DispatchError>((StrictLines::new(stream, config), peer)) }
        })
        .and_then(requests)
    })?;
    Ok(builder.run())
}
