//! Reading what a client sends, without waiting or storing for ever.
//!
//! The server below has no limit of its own on how slowly a body may come, and goes on reading one that is too large;
//! both end here.

use std::time::Duration;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{Error, ResponseError};
use futures_util::StreamExt;
use tokio::time::{Instant, timeout, timeout_at};

use super::Failure;

/// The largest form, in bytes: two texts of 5,000 characters in any script, percent-encoded, and room to spare.
pub const FORM_MAX: usize = 256 * 1024;
/// The largest file (a CSV import), in bytes.
pub const FILE_MAX: usize = 12 * 1024 * 1024;
/// How long a client may pause …
const PAUSE: Duration = Duration::from_secs(9);
/// … and how long all of it may take.
const WHOLE: Duration = Duration::from_secs(29);

/// Refuses by its own word a body that is too large, before a byte of it is read.
pub async fn check_length<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let is_file = request.path().ends_with("/import");
    if announced.unwrap_or(0usize) > if is_file { FILE_MAX } else { FORM_MAX } {
        return Ok(request.into_response(Failure::TooLarge.error_response()).map_into_right_body());
    }
    Ok(next.call(request).await?.map_into_left_body())
}

/// Reads a whole body of at most `max` bytes, or says why not.
pub async fn read(payload: &mut Payload, max: usize) -> Result<Vec<u8>, Failure> {
    let end = Instant::now() + WHOLE;
    let mut body = Vec::new();
    loop {
        let chunk = timeout_at(end, timeout(PAUSE, payload.next())).await;
        match chunk {
            Ok(Ok(Some(Ok(bytes)))) if body.len() + bytes.len() <= max => body.extend_from_slice(&bytes),
            Ok(Ok(Some(Ok(_)))) => return Err(Failure::TooLarge),
            Ok(Ok(None)) => return Ok(body),
            Ok(Ok(Some(Err(_)))) => return Err(Failure::BadRequest), // cut off: nobody is there to read the answer
            Ok(Err(_)) | Err(_) => return Err(Failure::TooSlow),
        }
    }
}
