//! The responders' inbox: what waits, oldest first, and one answer at a time.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::{Deserialize, Serialize};

use super::{MessageView, guest_name, is_answered, messages};
use crate::clock::Moment;
use crate::conversations::conversation::state;
use crate::conversations::mails;
use crate::conversations::store::{self, Wanted, Whole};
use crate::db::Part;
use crate::ids::ConversationId;
use crate::live::Topic;
use crate::mail::outbox;
use crate::people::contact::Reach;
use crate::people::sender::FormKey;
use crate::people::{contact_store, viewer_store};
use crate::text;
use crate::web::page::see_other_saying;
use crate::web::pager::{Listing, Order, Pager};
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

/// What is shown, and from where.
#[derive(Deserialize)]
pub struct Query {
    #[serde(default)]
    shown: String,
    after: Option<ConversationId>,
    before: Option<ConversationId>,
}

#[derive(Serialize)]
struct Index {
    threads: Vec<Thread>,
    shown: &'static str,
    counts: Counts,
    pager: Pager,
}

#[derive(Serialize)]
struct Thread {
    id: ConversationId,
    kind: String,
    first_words: String,
    text_lang: String,
    from: String,
    site: String,
    place: Option<String>,
    received_at: Moment,
    late: bool,
}

#[derive(Serialize)]
struct Counts {
    #[serde(flatten)]
    conversations: store::Counts,
    unmatched: i64,
}

#[derive(Serialize)]
struct Show {
    conversation: ConversationView,
    messages: Vec<MessageView>,
    form_key: String,
    form: FormView,
    zone: String,
}

#[derive(Serialize)]
struct ConversationView {
    id: ConversationId,
    kind: String,
    from: String,
    site: String,
    place: Option<String>,
    received_at: Moment,
    status: &'static str,
    /// Somebody of the staff said something in it.
    answered: bool,
    open: bool,
    withdrawn: bool,
    /// What becomes of an answer by mail: `none` (no address), `open`, `asked` (not confirmed so far) or `closed`.
    reach: &'static str,
    version: i32,
}

/// How many conversations wait for the viewer.
pub async fn waiting(me: &Me) -> Result<i64, Failure> {
    let scope = me.answers_at();
    if scope.is_nowhere() {
        return Ok(0);
    }
    Ok(me.page().app().read(move |conn| store::count_waiting(conn, &scope)).await?)
}

/// GET /inbox
pub async fn index(me: Me, query: web::Query<Query>) -> Answer {
    let scope = me.answers_at();
    me.must(!scope.is_nowhere())?;
    let (shown, wanted, listing) = match query.shown.as_str() {
        "closed" => ("closed", Wanted::Closed(scope.clone()), listing("/inbox?shown=closed", Order::NewestFirst)),
        "answered" => {
            ("answered", Wanted::Answered(scope.clone()), listing("/inbox?shown=answered", Order::NewestFirst))
        }
        _ => ("waiting", Wanted::Waiting(scope.clone()), listing("/inbox", Order::OldestFirst)),
    };
    let part = Part::of(query.after, query.before);
    let (list, said, conversations, unmatched) = me
        .page()
        .app()
        .read(move |conn| {
            let list = store::list(conn, &wanted, part, listing.limit())?;
            let ids: Vec<_> = list.iter().map(|whole| whole.id).collect();
            let said = store::list_messages(conn, &ids)?;
            Ok((list, said, store::count(conn, &scope)?, viewer_store::count_unmatched(conn, &scope)?))
        })
        .await?;
    let (list, pager) = listing.page(list, part, |whole| whole.id);
    let now = me.page().app().now();
    let thread = |whole: Whole| Thread {
        first_words: said
            .iter()
            .find(|said| said.conversation_id == whole.id)
            .map_or(String::new(), |said| text::beginning(&said.text)),
        from: guest_name(me.page(), &whole),
        // The day is that of the first answer: what a guest adds to it later is not late at once.
        late: whole.answered_at.is_none()
            && whole.state == state::RECEIVED
            && whole.answer_by.is_some_and(|due| due < now),
        id: whole.id,
        kind: whole.kind,
        text_lang: whole.language,
        site: whole.site.0,
        place: whole.place,
        received_at: whole.sent_at,
    };
    let view = Index {
        threads: list.into_iter().map(thread).collect(),
        shown,
        counts: Counts { conversations, unmatched },
        pager,
    };
    me.page().show("conversations/inbox", &view)
}

fn listing(address: &str, order: Order) -> Listing<'_> {
    Listing { address, order, size: 20 }
}

/// Where it is, as a responder sees it.
fn staff_status(whole: &Whole) -> &'static str {
    match whole.state.as_str() {
        state::ANSWERED => "conversations-answered",
        state::CLOSED => "conversations-inbox-closed",
        state::WITHDRAWN => "conversations-withdrawn-short",
        _ => "conversations-waits",
    }
}

/// A conversation of the one who looks; for who answers nobody there is none.
async fn find(me: &Me, id: ConversationId) -> Result<Whole, Failure> {
    let scope = me.answers_at();
    let found = me
        .page()
        .app()
        .read(move |conn| store::list(conn, &Wanted::One(id, scope.clone()), Part::Beginning, 1))
        .await?;
    found.into_iter().next().ok_or(Failure::NotFound)
}

/// GET /inbox/{id}
pub async fn show(me: Me, id: web::Path<ConversationId>) -> Answer {
    let whole = find(&me, *id).await?;
    show_with(&me, whole, &Form::default(), Problems::none()).await
}

/// 409: what was taken back meanwhile, with the answer that was being written to it.
async fn show_withdrawn(me: &Me, id: ConversationId, form: &Form) -> Answer {
    let whole = find(me, id).await?;
    show_with(me, whole, form, Problems::one("text", "conversations-problem-withdrawn")).await
}

async fn show_with(me: &Me, whole: Whole, form: &Form, problems: Problems) -> Answer {
    let (page, id) = (me.page(), whole.id);
    let said = page.app().read(move |conn| store::list_messages(conn, &[id])).await?;
    let from = guest_name(page, &whole);
    let messages = messages(&whole, said, &from);
    let view = Show {
        form_key: FormKey::from_form(form.text("form_key")).as_str().to_owned(),
        form: form.view(page, &problems),
        conversation: ConversationView {
            id: whole.id,
            from,
            status: staff_status(&whole),
            answered: is_answered(&messages),
            open: whole.state != state::CLOSED && whole.state != state::WITHDRAWN,
            withdrawn: whole.state == state::WITHDRAWN,
            version: whole.version,
            reach: match whole.reach() {
                None => "none",
                Some(Reach::Open) => "open",
                Some(Reach::Asked) => "asked",
                Some(Reach::Closed) => "closed",
            },
            kind: whole.kind,
            site: whole.site.0,
            place: whole.place,
            received_at: whole.sent_at,
        },
        messages,
        zone: whole.site.2,
    };
    let status = match (problems.is_empty(), view.conversation.withdrawn) {
        (true, _) => StatusCode::OK,
        (false, true) => StatusCode::CONFLICT,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    page.show_as(status, "conversations/show", &view)
}

/// POST /inbox/{id}/reply
pub async fn reply(me: Me, id: web::Path<ConversationId>, form: Form) -> Answer {
    let whole = find(&me, *id).await?;
    if whole.state == state::WITHDRAWN {
        return show_withdrawn(&me, *id, &form).await;
    }
    let words = match text::words(form.text("text")) {
        Ok(words) => words,
        Err(problem) => {
            let mut problems = Problems::none();
            problems.take::<String>("text", Err(problem));
            return show_with(&me, whole, &form, problems).await;
        }
    };
    let app = me.page().app();
    let contact_id = whole.contact.as_ref().map(|contact| contact.0);
    let contact = app
        .read(move |conn| contact_id.map(|id| contact_store::find_reachable(conn, id)).transpose().map(Option::flatten))
        .await?;
    let mail = match (&contact, whole.sender_id) {
        (Some(contact), Some(sender)) => Some(mails::conversation_answered(app, contact, sender, &whole)?),
        _ => None,
    };
    let (id, by, site_id, sender_id) = (whole.id, me.person_id, whole.site_id, whole.sender_id);
    let form_hash = FormKey::from_form(form.text("form_key")).hash();
    let written = app
        .write(move |deed| {
            if !store::set_state(deed.conn, id, Some(by), state::ANSWERED, deed.now)? {
                return Ok(false);
            }
            store::insert_message(deed.conn, id, Some(by), &words, Some(&form_hash), deed.now)?;
            deed.touch(Topic::Inbox(site_id));
            deed.touch(Topic::Inboxes);
            sender_id.into_iter().for_each(|id| deed.touch(Topic::Sender(id)));
            mail.iter().try_for_each(|mail| outbox::put(deed, mail)).map(|()| true)
        })
        .await;
    match written {
        Ok(false) => show_withdrawn(&me, id, &form).await,
        Err(error) if !error.violates("conversation_message.form_hash") => Err(error.into()),
        _ => Ok(see_other_saying(&format!("/inbox/{id}"), "conversations-said-answered")),
    }
}

/// POST /inbox/{id}/close
pub async fn close(me: Me, id: web::Path<ConversationId>, form: Form) -> Answer {
    let whole = find(&me, *id).await?;
    // Nobody settles what the guest added meanwhile and they have not read.
    let version: i32 = form.read("version").ok_or(Failure::BadRequest)?;
    let (id, by, site_id, sender_id) = (whole.id, me.person_id, whole.site_id, whole.sender_id);
    let is_closed = me
        .page()
        .app()
        .write(move |deed| {
            if !store::close(deed.conn, id, version, by, deed.now)? {
                return Ok(false);
            }
            deed.touch(Topic::Inbox(site_id));
            deed.touch(Topic::Inboxes);
            sender_id.into_iter().for_each(|id| deed.touch(Topic::Sender(id)));
            Ok(true)
        })
        .await?;
    let path = format!("/inbox/{id}");
    // Pressed twice, it is settled.
    if is_closed || find(&me, id).await?.state == state::CLOSED {
        return Ok(see_other_saying(&path, "conversations-said-closed"));
    }
    Err(Failure::Faster(path))
}
