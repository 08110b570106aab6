//! What a load balancer and an administrator's monitor ask.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::app::App;
use crate::mail::store;

#[derive(Serialize)]
struct Health {
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mail_waiting: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mail_failed: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mail_last_sent_at: Option<crate::clock::Moment>,
}

const PLAIN: Health = Health { status: "ok", mail_waiting: None, mail_failed: None, mail_last_sent_at: None };

/// GET /health/live: the process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().json(PLAIN)
}

/// GET /health/ready: the database takes writes; 503 if it does not.
pub async fn ready(app: web::Data<App>) -> HttpResponse {
    if app.db.is_ready().await.is_err() {
        return HttpResponse::ServiceUnavailable()
            .insert_header(("Retry-After", "2"))
            .json(Health { status: "the database takes no writes", ..PLAIN });
    }
    let Ok(queue) = app.read(store::count_queue).await else {
        return HttpResponse::ServiceUnavailable().json(Health { status: "the database cannot be read", ..PLAIN });
    };
    HttpResponse::Ok().json(Health {
        mail_waiting: Some(queue.waiting),
        mail_failed: Some(queue.failed),
        mail_last_sent_at: queue.last_sent_at,
        ..PLAIN
    })
}
