//! `/live`: one stream per open page, over which nothing travels but "look again".
//!
//! Each event carries the number of [`Viewer::topics`](crate::people::viewer::Viewer::topics); a page that was rendered
//! with another number fetches itself again. The first event comes at once, so that nothing is missed between render
//! and connection.

use std::convert::Infallible;
use std::time::Duration;

use actix_web::http::header;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};
use futures_util::stream;

use super::{Answer, Me};
use crate::app::App;
use crate::live::{Listener, Topic};
use crate::people::viewer::Viewer;
use crate::people::{sessions, viewer_store};

/// A comment this often shows a client that left, and a proxy that somebody is there.
const HEARTBEAT: Duration = Duration::from_secs(15);

struct Stream {
    app: App,
    viewer: Viewer,
    topics: Vec<Topic>,
    listener: Listener,
    cookie: String,
    is_first: bool,
}

/// GET /live.
pub async fn live(me: Me, app: web::Data<App>, request: HttpRequest) -> Answer {
    let cookie = request.cookie(sessions::cookie_name(&app.config)).map(|cookie| cookie.value().to_owned());
    let viewer: Viewer = (*me).clone();
    let topics = viewer.topics();
    let mut heard = topics.clone();
    heard.push(Topic::SignedIn(viewer.person_id));
    let listener = app.live.listen(&heard);
    let stream = Stream {
        app: app.get_ref().clone(),
        viewer,
        topics,
        listener,
        cookie: cookie.unwrap_or_default(),
        is_first: true,
    };
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_ENCODING, "identity")) // compression would hold events back
        .insert_header(("X-Accel-Buffering", "no")) // and so would nginx
        .streaming(stream::unfold(Some(stream), |stream| async move {
            let mut stream = stream?;
            let event = stream.next().await?;
            Some((Ok::<Bytes, Infallible>(event), Some(stream)))
        })))
}

impl Stream {
    /// The next piece to send, `None` to end the stream.
    async fn next(&mut self) -> Option<Bytes> {
        if std::mem::take(&mut self.is_first) {
            return self.refresh().await;
        }
        match tokio::time::timeout(HEARTBEAT, self.listener.next()).await {
            Err(_) if self.is_still_signed_in().await => Some(Bytes::from_static(b": still here\n\n")),
            Err(_) | Ok(None) => None,
            Ok(Some(change)) if change.topic == Topic::SignedIn(self.viewer.person_id).name() => {
                if self.is_still_signed_in().await { self.refresh().await } else { None }
            }
            Ok(Some(_)) => self.refresh().await,
        }
    }

    async fn refresh(&self) -> Option<Bytes> {
        let topics = self.topics.clone();
        let number = self.app.read(move |conn| viewer_store::live_number(conn, &topics)).await.ok()?;
        Some(Bytes::from(format!("event: refresh\ndata: {number}\nretry: 1000\n\n")))
    }

    async fn is_still_signed_in(&self) -> bool {
        matches!(sessions::find_viewer(&self.app, &self.cookie).await, Ok(Some(_)))
    }
}
