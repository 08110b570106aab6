//! Reading what a client sends, without waiting or storing for ever.
//!
//! The server below has no limit of its own on how slowly a body may come, and goes on reading one that is too large;
//! both end here.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpMessage, ResponseError, rt};
use futures_util::StreamExt;
use tokio::time::{Instant, Sleep, sleep, timeout, timeout_at};

use super::Failure;

/// The largest form, in bytes: two texts of 5,000 characters in any script, percent-encoded, and room to spare.
pub const FORM_MAX: usize = 256 * 1024;
/// The largest file (a CSV import), in bytes.
pub const FILE_MAX: usize = 12 * 1024 * 1024;
/// How long a client may pause …
const PAUSE: Duration = Duration::from_secs(9);
/// … and how long all of it may take.
const WHOLE: Duration = Duration::from_secs(29);
/// How long a client that sent too much has to read why, before the connection goes.
const PARTING: Duration = Duration::from_millis(800);

/// Refuses by its own word a body that is too large, before a byte of it is read.
pub async fn check_length<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let announced = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let is_file = request.path().ends_with("/import");
    if announced.unwrap_or(0usize) > if is_file { FILE_MAX } else { FORM_MAX } {
        leave_unread(request.take_payload());
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
            Ok(Ok(Some(Ok(_)))) => {
                leave_unread(std::mem::replace(payload, Payload::None));
                return Err(Failure::TooLarge);
            }
            Ok(Ok(None)) => return Ok(body),
            Ok(Ok(Some(Err(_)))) => return Err(Failure::BadRequest), // cut off: nobody is there to read the answer
            Ok(Err(_)) | Err(_) => return Err(Failure::TooSlow),
        }
    }
}

/// Keeps what a client still sends out of the way until the connection is gone. While somebody holds the other end, the
/// server stops reading when its small buffer is full; once nobody does, it reads on and throws away, gigabytes if need
/// be.
fn leave_unread(payload: Payload) {
    rt::spawn(async move {
        sleep(PARTING * 2).await;
        drop(payload);
    });
}

/// Answers a client that sent too much in two steps: the page at once, the end of it a moment later. The connection is
/// closed with the end, and a client that is still sending would lose a page that comes together with it.
pub async fn part_slowly(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let response = next.call(request).await?.map_into_boxed_body();
    if response.status() != StatusCode::PAYLOAD_TOO_LARGE {
        return Ok(response);
    }
    Ok(response.map_body(|_, page| BoxBody::new(Parting { page, is_said: false, rest: Box::pin(sleep(PARTING)) })))
}

struct Parting {
    page: BoxBody,
    is_said: bool,
    rest: Pin<Box<Sleep>>,
}

impl MessageBody for Parting {
    type Error = Box<dyn std::error::Error>;

    fn size(&self) -> BodySize {
        self.page.size()
    }

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        if !self.is_said {
            match Pin::new(&mut self.page).poll_next(cx) {
                Poll::Ready(None) => self.is_said = true,
                other => return other,
            }
        }
        self.rest.as_mut().poll(cx).map(|()| None)
    }
}
