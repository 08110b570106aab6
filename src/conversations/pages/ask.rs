//! The doors for concerns and questions.

use actix_web::{HttpRequest, web};
use serde::{Deserialize, Serialize};

use crate::conversations::conversation::{Asked, NewConversation};
use crate::conversations::{mails, store};
use crate::ids::{ConversationId, SenderId};
use crate::live::Topic;
use crate::mail::asking::Question;
use crate::mail::outbox;
use crate::people::door::{Door, PlaceView, SiteView};
use crate::people::sender::{About, FormKey, Sender, follow_secret};
use crate::people::{person_store, sender_store};
use crate::web::limits::{Limits, client_ip};
use crate::web::{Answer, Failure, Form, FormView, Page, Problems, door, see_other};

/// A form that comes back sooner than this was filled in by a machine, in microseconds.
const QUICKEST: i64 = 2_000_000;

/// What stands behind the question mark in the address.
#[derive(Deserialize)]
pub struct Query {
    #[serde(default)]
    c: String,
}

#[derive(Serialize)]
struct View<'a> {
    kind: &'static str,
    site: SiteView,
    place: Option<PlaceView>,
    code: &'a str,
    form_key: &'a str,
    shown_at: i64,
    form: FormView,
}

/// GET /at/{site}/concern
pub async fn new_concern(page: Page, slug: web::Path<String>, query: web::Query<Query>) -> Answer {
    new(page, About::Concern, &slug, &query.c).await
}

/// GET /at/{site}/question
pub async fn new_question(page: Page, slug: web::Path<String>, query: web::Query<Query>) -> Answer {
    new(page, About::Question, &slug, &query.c).await
}

/// POST /at/{site}/concern
pub async fn create_concern(
    page: Page,
    form: Form,
    slug: web::Path<String>,
    limits: web::Data<Limits>,
    request: HttpRequest,
) -> Answer {
    create(page, form, About::Concern, &slug, &limits, &request).await
}

/// POST /at/{site}/question
pub async fn create_question(
    page: Page,
    form: Form,
    slug: web::Path<String>,
    limits: web::Data<Limits>,
    request: HttpRequest,
) -> Answer {
    create(page, form, About::Question, &slug, &limits, &request).await
}

async fn new(page: Page, kind: About, slug: &str, code: &str) -> Answer {
    let door = door::find(&page, slug, code).await?;
    show(&page, kind, &door, &Form::default(), &FormKey::new(), &Problems::none())
}

fn show(page: &Page, kind: About, door: &Door, form: &Form, key: &FormKey, problems: &Problems) -> Answer {
    let view = View {
        kind: kind.name(),
        site: door.site_view(),
        place: door.place_view(),
        code: &door.code,
        form_key: key.as_str(),
        shown_at: form.read("shown_at").unwrap_or_else(|| page.app().now().micros()),
        form: form.view(page, problems),
    };
    if problems.is_empty() {
        page.show("conversations/ask", &view)
    } else {
        page.show_again("conversations/ask", &view)
    }
}

async fn create(page: Page, form: Form, kind: About, slug: &str, limits: &Limits, request: &HttpRequest) -> Answer {
    let door = door::find(&page, slug, form.text("c")).await?;
    let key = FormKey::from_form(form.text("form_key"));
    let asked = match Asked::parse(&form) {
        Ok(asked) => asked,
        Err(problems) => return show(&page, kind, &door, &form, &key, &problems),
    };
    let is_unusual = limits.is_unusual(client_ip(request, &page.app().config.trusted_proxies), door.site_id);
    let shown_at = form.read("shown_at").unwrap_or(0);
    let is_quick = page.app().now().micros().saturating_sub(shown_at) < QUICKEST;
    let flags = [(form.has("website"), "trap"), (is_quick, "quick"), (is_unusual, "unusual")];
    let flags: Vec<_> = flags.into_iter().filter_map(|(holds, flag)| holds.then_some(flag)).collect();
    let sender = send(&page, kind, door, asked, &key, flags.join(",")).await?;
    Ok(see_other(&format!("/follow/{}?sent={}", follow_secret(&page.app().secrets, sender), key.as_str())))
}

async fn send(
    page: &Page,
    kind: About,
    door: Door,
    asked: Asked,
    key: &FormKey,
    flags: String,
) -> Result<SenderId, Failure> {
    let (app, lang) = (page.app(), page.lang());
    let question = Question::prepare(app, asked.sender_email.as_deref(), lang, &door.site_name)?;
    let sender = Sender::new(&app.secrets, kind, asked.sender_name.as_deref(), lang, app.now());
    let (sender_id, site_id) = (sender.id, door.site_id);
    let owner = app
        .read(move |conn| match store::find_owner(conn, site_id)? {
            Some(id) => person_store::find_person(conn, id),
            None => Ok(None),
        })
        .await?;
    let id = ConversationId::new(app.now());
    let mail = owner.as_ref().map(|owner| mails::inbox_new(app, owner, kind, &door, id)).transpose()?.flatten();
    let form_hash = key.hash();
    let same_form = form_hash.clone();
    let new = NewConversation { id, kind, door, sender_id, body: asked.body, flags, language: lang.tag(), form_hash };
    let owner = owner.map(|owner| owner.id);
    let written = app
        .write(move |deed| {
            let mut sender = sender.clone();
            sender.contact_id = question.as_ref().map(|question| question.keep(deed)).transpose()?;
            sender_store::insert_sender(deed.conn, &sender)?;
            store::insert(deed.conn, &new, owner, deed.now)?;
            deed.touch(Topic::Inbox(site_id));
            deed.touch(Topic::Inboxes);
            mail.iter().try_for_each(|mail| outbox::put(deed, mail))
        })
        .await;
    match written {
        Err(error) if error.violates("conversation.form_hash") => {
            let first = app.read(move |conn| store::find_sender_of_form(conn, &same_form)).await?;
            first.ok_or_else(|| Failure::ours(&"a form was sent before by nobody"))
        }
        Err(error) => Err(error.into()),
        Ok(()) => Ok(sender_id),
    }
}
