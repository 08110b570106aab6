//! Whether a request that changes something comes from a page of ours.
//!
//! Browsers say so themselves (`Sec-Fetch-Site`); older ones name the page's origin. A request that says neither may
//! not carry our cookie. No token in forms: there is nothing to expire, and nothing to lose when Wi-Fi drops.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{Error, ResponseError, web};

use super::{Failure, zone};
use crate::app::App;

/// Lets a request pass or answers 403.
pub async fn check<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let origin = request.app_data::<web::Data<App>>().map(|app| app.config.origin()).unwrap_or_default();
    if is_ours(&request, &origin) {
        return Ok(next.call(request).await?.map_into_left_body());
    }
    Ok(request.into_response(Failure::Forbidden.error_response()).map_into_right_body())
}

fn is_ours(request: &ServiceRequest, origin: &str) -> bool {
    // One-click unsubscribe comes from the mail provider (RFC 8058); its token is all the authority it has.
    let is_safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if is_safe || request.path().starts_with("/mail/stop/") {
        return true;
    }
    // Follow pages keep their address to themselves (`no-referrer`), so that older browsers call their origin "null". The
    // secret in that address, which no other site knows, is all the authority a form there has.
    let is_followed = request.path().starts_with("/follow/");
    let text = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap_or("?"));
    match (text("sec-fetch-site"), text("origin")) {
        (Some("same-origin" | "none"), _) => true,
        (Some(_), _) => false,
        (None, Some("null")) if is_followed => true,
        // No cookie is read there, not even whether there is one; and pages that send no referrer name no origin either.
        (None, None | Some("null")) if zone::is_in(request.match_info().as_str()) => true,
        (None, Some(from)) => from == origin,
        (None, None) => !request.headers().contains_key(header::COOKIE),
    }
}
