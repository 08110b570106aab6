//! One line a request, and a net under it.
//!
//! The line names the route, never the path: paths hold follow links and ids. No address, no browser, no body.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, ResponseError};
use futures_util::FutureExt;

use super::Failure;

/// Writes the line; turns a panic in a handler into a failure of ours.
pub async fn write<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let started = Instant::now();
    let method = request.method().clone();
    let original = request.request().clone();
    let outcome = AssertUnwindSafe(next.call(request)).catch_unwind().await;
    let response = match outcome {
        Ok(answered) => answered?.map_into_left_body(),
        Err(_) => {
            let failure = Failure::ours(&"a handler panicked");
            ServiceResponse::new(original.clone(), failure.error_response()).map_into_right_body()
        }
    };
    let route = original.match_pattern().unwrap_or_else(|| "(none)".into());
    let ms = started.elapsed().as_millis();
    tracing::info!(target: "peopleworthy::request", %method, route, status = response.status().as_u16(), ms);
    Ok(response)
}
