//! One line a request. The line names the route, never the path: paths hold follow links and ids. No address, no
//! browser, no body.
//!
//! What happens in the zone in which nobody is known makes no line at all. Neither do style sheets and scripts: theirs
//! without a page's would tell that somebody was there, and when.

use std::time::Instant;

use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;

use super::{address, zone};
use crate::app::App;

/// Writes the line.
pub async fn write<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let is_logged_zone = request.app_data::<Data<App>>().is_some_and(|app| app.config.is_broken("silence"));
    if (zone::is_in(request.match_info().as_str()) && !is_logged_zone) || request.path().starts_with("/a/") {
        return next.call(request).await;
    }
    let started = Instant::now();
    let method = request.method().clone();
    let response = next.call(request).await?;
    let route = address::pattern(response.request()).unwrap_or_else(|| "(none)".into());
    let ms = started.elapsed().as_millis();
    tracing::info!(target: "peopleworthy::request", %method, route, status = response.status().as_u16(), ms);
    Ok(response)
}
