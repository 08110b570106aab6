//! Addresses: words inside them, how long they may be, and what the list of addresses calls them.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, ResponseError};

use super::Failure;

/// No path of ours has as many bytes. What is longer is compared with none: each comparison reads it from end to end, and
/// one of sixty thousand would take a tenth of a second.
const LONGEST: usize = 512;

/// Answers that there is nothing at a path which is longer than any.
pub async fn check_length<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    if request.path().len() > LONGEST {
        return Ok(request.into_response(Failure::NotFound.error_response()).map_into_right_body());
    }
    Ok(next.call(request).await?.map_into_left_body())
}

/// What the list of addresses calls the one of a request: `/voice/{id}`; None if it is not in there.
pub fn pattern(request: &HttpRequest) -> Option<String> {
    if request.path().len() > LONGEST { None } else { request.match_pattern() }
}

/// Writes words so that they can stand in an address, whatever they are: RFC 3986, section 2.3, names what stays.
pub fn escaped(words: &str) -> String {
    let mut address = String::new();
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => address.push(char::from(byte)),
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address
}
