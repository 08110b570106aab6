//! Static files over HTTP: `/a/{hash}/{path}`, for GET and HEAD.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::assets;

/// Serves a static file. With the hash of this release in the address a browser may keep it for a year; with any other
/// hash (a page of the release before, open in a tab) it gets today's file and asks again next time.
pub async fn serve(path: web::Path<(String, String)>, request: HttpRequest) -> HttpResponse {
    let (hash, path) = path.into_inner();
    let Some(asset) = assets::find(&path, &all_of(&request, header::ACCEPT_ENCODING)) else {
        return HttpResponse::NotFound().insert_header((header::CACHE_CONTROL, "no-cache")).finish();
    };
    let keep = if assets::is_current(&hash) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let known = has_already(&all_of(&request, header::IF_NONE_MATCH), asset.etag);
    let mut response = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((header::CACHE_CONTROL, keep))
        .insert_header((header::ETAG, asset.etag))
        .insert_header((header::VARY, "Accept-Encoding"));
    if known {
        return response.finish();
    }
    if let Some(encoding) = asset.encoding {
        response.insert_header((header::CONTENT_ENCODING, encoding));
    }
    // For HEAD, actix sends the length of this body and leaves the body out.
    response.insert_header((header::CONTENT_TYPE, asset.content_type)).body(asset.bytes)
}

/// A header's values as one list; what is not text is left out.
fn all_of(request: &HttpRequest, name: header::HeaderName) -> String {
    request.headers().get_all(name).filter_map(|value| value.to_str().ok()).collect::<Vec<_>>().join(",")
}

/// Whether If-None-Match names the file as it is; the weak mark `W/` that a proxy may add does not matter here.
fn has_already(if_none_match: &str, etag: &str) -> bool {
    if_none_match.split(',').map(str::trim).any(|known| known == "*" || known.trim_start_matches("W/") == etag)
}

#[cfg(test)]
mod tests {
    use super::has_already;

    #[test]
    fn a_browser_that_has_the_file_is_recognised() {
        assert!(has_already("\"ab-br\"", "\"ab-br\""));
        assert!(has_already("\"x\", W/\"ab\"", "\"ab\""));
        assert!(has_already("*", "\"ab\""));
        assert!(!has_already("", "\"ab\""));
        assert!(!has_already("\"ab\"", "\"ab-br\""));
    }
}
