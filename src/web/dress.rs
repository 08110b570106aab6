//! Giving every answer its clothes: a page in the reader's language for what failed, or problem details (RFC 9457), and a
//! session cookie that was prolonged.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{ConnectionType, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, web};
use serde::Serialize;

use super::failure::Bare;
use super::page::{Renewed, bare_page, visit};
use super::{address, zone};
use crate::app::App;
use crate::people::audit::What;
use crate::people::audit_store;

#[derive(Serialize)]
struct ErrorView {
    code: Option<String>,
    fresh: Option<String>,
}

#[derive(Serialize)]
struct ProblemDetails {
    r#type: String,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
}

/// Turns answers without a body (a [`Failure`], or the server's own 404 and 405) into a page in the reader's language,
/// or into problem details (RFC 9457) for who asks for JSON; and hands out a prolonged session cookie.
pub async fn dress(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let mut response = next.call(request).await?.map_into_boxed_body();
    // Only now: a request that is cloned before it found its route cannot be routed any more.
    let original = response.request().clone();
    let status = response.status();
    if status == StatusCode::FORBIDDEN && !zone::is_in(original.match_info().as_str()) {
        note_refusal(&original).await;
    }
    let is_bare = response.response().extensions().get::<Bare>().is_some();
    let failed = status.is_client_error() || status.is_server_error();
    let has_no_page = is_bare || !response.headers().contains_key(header::CONTENT_TYPE) || is_plain(&response);
    if failed && has_no_page {
        response = dressed(&original, response).await;
    }
    if let Some(Renewed(cookie)) = original.extensions_mut().remove::<Renewed>() {
        let is_set = response.response().cookies().any(|set| set.name() == cookie.name());
        if !is_set {
            let _ = response.response_mut().add_cookie(&cookie);
        }
    }
    Ok(response)
}

/// Writes down that somebody who is signed in was refused: what they asked for, as the list of addresses has it, without
/// the keys in it. A database that cannot take it must not keep them from reading that they may not.
async fn note_refusal(request: &HttpRequest) {
    let Ok(page) = visit(request).await else { return };
    let Some(viewer) = page.viewer() else { return };
    let asked = format!("{} {}", request.method(), address::pattern(request).unwrap_or_default());
    let entry = page.entry(viewer, What::Refused, "address", None).detail(&asked);
    let written = page.app().write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await;
    let _ = written.inspect_err(|error| tracing::warn!(%error, "a refusal is missing in the audit log"));
}

/// Answers that the server below made itself come as plain text.
fn is_plain<B>(response: &ServiceResponse<B>) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

async fn dressed(request: &HttpRequest, bare: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let status = bare.status();
    let note = bare.response().extensions().get::<Bare>().cloned();
    let (code, fresh) = note.map_or((None, None), |note| (note.code, note.fresh));
    let accepts = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or("");
    let is_zone = zone::is_in(request.match_info().as_str());
    let wants_json = !is_zone && (accepts.contains("json") || request.path().starts_with("/api/"));
    let mut made = if wants_json {
        problem_details(status, code)
    } else if is_zone {
        zone::went_wrong(request, status, code).await
    } else {
        error_page(request, status, ErrorView { code, fresh }).await
    };
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = bare.headers().get(&name) {
            made.headers_mut().insert(name, value.clone());
        }
    }
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        // Compressed, its last bytes would come only with its end: see `body::part_slowly`.
        made.headers_mut().insert(header::CONTENT_ENCODING, header::HeaderValue::from_static("identity"));
    }
    if bare.response().head().connection_type() == ConnectionType::Close {
        made.head_mut().set_connection_type(ConnectionType::Close);
    }
    ServiceResponse::new(request.clone(), made)
}

fn problem_details(status: StatusCode, code: Option<String>) -> HttpResponse {
    let title = status.canonical_reason().unwrap_or("Failed");
    let problem = ProblemDetails { r#type: "about:blank".into(), title, status: status.as_u16(), code };
    HttpResponse::build(status).content_type("application/problem+json").json(problem)
}

/// Pages of the errors that have one of their own; every other one is told by its neighbour.
fn error_template(status: StatusCode) -> &'static str {
    match status.as_u16() {
        403 => "errors/403",
        409 => "errors/409",
        413 => "errors/413",
        429 => "errors/429",
        404 | 405 => "errors/404",
        500 => "errors/500",
        501..=599 => "errors/503",
        _ => "errors/422",
    }
}

async fn error_page(request: &HttpRequest, status: StatusCode, view: ErrorView) -> HttpResponse {
    let page = match visit(request).await {
        Ok(page) => Some(page),
        // The database may be what failed: the page is then shown as to a stranger.
        Err(_) => {
            request.app_data::<web::Data<App>>().map(|app| bare_page(app, request, None, 0, 0, "Peopleworthy".into()))
        }
    };
    page.and_then(|page| page.show_as(status, error_template(status), &view).ok()).unwrap_or_else(|| {
        HttpResponse::build(status).content_type("text/plain; charset=utf-8").body("Something went wrong.")
    })
}
