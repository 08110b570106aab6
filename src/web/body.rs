//! Reading what a client sends, without waiting or storing for ever.
//!
//! The server below has no limit of its own on how slowly a body may come, and goes on reading one that is too large;
//! both end here.

use std::collections::VecDeque;
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
/// … how many bytes have to come …
const LEAST: usize = 5_000;
/// … in any stretch of this length, unless they are the last …
const STRETCH: Duration = Duration::from_secs(10);
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
    let mut pace = Pace::from(Instant::now());
    let mut body = Vec::new();
    loop {
        let chunk = timeout_at(end.min(pace.end()), timeout(PAUSE, payload.next())).await;
        match chunk {
            Ok(Ok(Some(Ok(bytes)))) if body.len() + bytes.len() <= max => {
                pace.add(bytes.len(), Instant::now());
                body.extend_from_slice(&bytes);
            }
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

/// The newest pieces of a body, no more than it takes to be [`LEAST`] bytes.
struct Pace {
    pieces: VecDeque<(usize, Instant)>,
    bytes: usize,
}

impl Pace {
    /// Nothing is asked of the time before the body.
    fn from(start: Instant) -> Pace {
        Pace { pieces: VecDeque::from([(LEAST, start)]), bytes: LEAST }
    }

    fn add(&mut self, bytes: usize, now: Instant) {
        self.pieces.push_back((bytes, now));
        self.bytes += bytes;
        while let Some((oldest, _)) = self.pieces.front()
            && self.bytes - oldest >= LEAST
        {
            self.bytes -= oldest;
            self.pieces.pop_front();
        }
    }

    /// The moment at which it has been too slow for a whole stretch, should nothing more come.
    fn end(&self) -> Instant {
        self.pieces.front().map_or_else(Instant::now, |(_, came)| *came) + STRETCH
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a client that sends such pieces, each after so many milliseconds, is ever too slow; and when.
    fn too_slow_after(pieces: &[(u64, usize)]) -> Option<u64> {
        let start = Instant::now();
        let (mut pace, mut now) = (Pace::from(start), 0);
        for (pause, bytes) in pieces {
            now += pause;
            if start + Duration::from_millis(now) > pace.end() {
                return u64::try_from((pace.end() - start).as_millis()).ok();
            }
            pace.add(*bytes, start + Duration::from_millis(now));
        }
        None
    }

    #[test]
    fn ds4_500_bytes_a_second_are_enough_and_fewer_are_not() {
        assert_eq!(too_slow_after(&[(1_000, 501); 25]), None);
        assert_eq!(too_slow_after(&[(100, 51); 250]), None);
        assert_eq!(too_slow_after(&[(1_000, 499); 25]), Some(10_000));
        assert_eq!(too_slow_after(&[(100, 1); 250]), Some(10_000));
    }

    #[test]
    fn ds4_what_came_quickly_earns_ten_seconds_and_no_more() {
        let quick_then_slow = [[(1_000, 100_000); 3], [(1_000, 400); 3]].concat();
        assert_eq!(too_slow_after(&quick_then_slow), None);
        let quick_then_slow = [vec![(1_000, 100_000); 3], vec![(1_000, 400); 20]].concat();
        assert_eq!(too_slow_after(&quick_then_slow), Some(13_000));
        // One byte at a time must not be remembered one by one for a whole file.
        let mut pace = Pace::from(Instant::now());
        (0..3 * LEAST).for_each(|_| pace.add(1, Instant::now()));
        assert_eq!(pace.pieces.len(), LEAST);
    }
}
