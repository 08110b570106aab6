//! What a load balancer and an administrator's monitor ask.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::app::App;
use crate::mail::store;

#[derive(Serialize)]
struct Health {
    status: &'static str,
    /// Whether all mail goes out. No number and no time: anyone may ask, and would see from them whether there is an account
    /// behind an address, by asking for a new password for it. They stand on the administrator's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    mail: Option<&'static str>,
}

/// GET /health/live: the process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().json(Health { status: "ok", mail: None })
}

/// GET /health/ready: the database takes writes; 503 if it does not.
pub async fn ready(app: web::Data<App>) -> HttpResponse {
    let unavailable = |status| {
        HttpResponse::ServiceUnavailable().insert_header(("Retry-After", "2")).json(Health { status, mail: None })
    };
    if app.db.is_ready().await.is_err() {
        return unavailable("the database takes no writes");
    }
    match app.read(store::count_queue).await {
        Ok(queue) if queue.failed == 0 => HttpResponse::Ok().json(Health { status: "ok", mail: Some("ok") }),
        Ok(_) => HttpResponse::Ok().json(Health { status: "ok", mail: Some("some failed") }),
        Err(_) => unavailable("the database cannot be read"),
    }
}
