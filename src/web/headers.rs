//! The headers that every response carries, error pages included.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, web};

use super::zone;
use crate::app::App;

const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; \
     frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types pw-morph";
const PERMISSIONS: &str = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

/// Adds them. A handler that has set one of them already keeps its own.
pub async fn add(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let is_https = request.app_data::<web::Data<App>>().is_some_and(|app| app.config.is_https());
    let is_zone = zone::is_in(request.match_info().as_str());
    let is_private = is_zone || request.path().starts_with("/follow/");
    let is_public = request.path().starts_with("/at/") && request.headers().get(header::COOKIE).is_none();
    let is_asset = request.path().starts_with("/a/");
    let mut response = next.call(request).await?;
    let is_refused = response.status().is_client_error() || response.status().is_server_error();
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    };
    set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // A follow link is a key: it must not travel to wherever a reader goes next. So are the links to /reset, /invited
    // and /set-up, and `same-origin` is enough for them: no other origin is told anything, and what our own pages are
    // told stays in this process, whose log has no header. `no-referrer` would cost them their form: browsers without
    // Fetch Metadata then send `Origin: null`, which `csrf` rightly refuses. A follow page's forms pay that price,
    // because its link is good for as long as the note and not for one use.
    set(header::REFERRER_POLICY, if is_private { "no-referrer" } else { "same-origin" });
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    if is_https {
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    if is_zone {
        // Compressed, the length of a page would tell what is on it.
        set(header::CONTENT_ENCODING, "identity");
    }
    // Not to be found is an answer like any other: it may bear the name of who asked.
    if !is_asset || is_refused {
        // A guest who goes back to a half-written form finds it as they left it; personal pages leave no copy.
        set(header::CACHE_CONTROL, if is_public { "no-cache" } else { "no-store" });
    }
    Ok(response)
}
