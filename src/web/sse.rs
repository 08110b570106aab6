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
use crate::ids::SenderId;
use crate::live::{Listener, Topic};
use crate::people::{sessions, viewer_store};

/// A comment this often shows a client that left, and a proxy that somebody is there.
const HEARTBEAT: Duration = Duration::from_secs(15);

struct Stream {
    app: App,
    topics: Vec<Topic>,
    listener: Listener,
    who: Who,
    is_first: bool,
}

/// Who listens, and how to see whether they still may.
enum Who {
    Staff { cookie: String, signed_in: String },
    Guest,
}

/// GET /live.
pub async fn live(me: Me, app: web::Data<App>, request: HttpRequest) -> Answer {
    let cookie = request.cookie(sessions::cookie_name(&app.config)).map(|cookie| cookie.value().to_owned());
    let topics = me.topics();
    let mut heard = topics.clone();
    heard.push(Topic::SignedIn(me.person_id));
    let listener = app.live.listen(&heard);
    let who = Who::Staff { cookie: cookie.unwrap_or_default(), signed_in: Topic::SignedIn(me.person_id).name() };
    Ok(answer(Stream { app: app.get_ref().clone(), topics, listener, who, is_first: true }))
}

fn answer(stream: Stream) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_ENCODING, "identity")) // compression would hold events back
        .insert_header(("X-Accel-Buffering", "no")) // and so would nginx
        .streaming(stream::unfold(Some(stream), |stream| async move {
            let mut stream = stream?;
            let event = stream.next().await?;
            Some((Ok::<Bytes, Infallible>(event), Some(stream)))
        }))
}

impl Stream {
    /// The next piece to send, `None` to end the stream.
    async fn next(&mut self) -> Option<Bytes> {
        if std::mem::take(&mut self.is_first) {
            return self.refresh().await;
        }
        match tokio::time::timeout(HEARTBEAT, self.listener.next()).await {
            Err(_) if self.may_still_listen().await => Some(Bytes::from_static(b": still here\n\n")),
            Err(_) | Ok(None) => None,
            Ok(Some(change)) if self.is_about_signing_in(&change.topic) && !self.may_still_listen().await => None,
            Ok(Some(_)) => self.refresh().await,
        }
    }

    fn is_about_signing_in(&self, topic: &str) -> bool {
        matches!(&self.who, Who::Staff { signed_in, .. } if signed_in == topic)
    }

    async fn refresh(&self) -> Option<Bytes> {
        let topics = self.topics.clone();
        let number = self.app.read(move |conn| viewer_store::live_number(conn, &topics)).await.ok()?;
        Some(Bytes::from(format!("event: refresh\ndata: {number}\nretry: 1000\n\n")))
    }

    async fn may_still_listen(&self) -> bool {
        match &self.who {
            Who::Guest => true,
            Who::Staff { cookie, .. } => matches!(sessions::find_unattended(&self.app, cookie).await, Ok(Some(_))),
        }
    }
}

/// GET /follow/{secret}/live: the same for a guest who waits for an answer.
pub fn follow(app: &App, sender: SenderId) -> Answer {
    let topic = Topic::Sender(sender);
    let listener = app.live.listen(std::slice::from_ref(&topic));
    Ok(answer(Stream { app: app.clone(), topics: vec![topic], listener, who: Who::Guest, is_first: true }))
}
