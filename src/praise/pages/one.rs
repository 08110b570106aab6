//! One note alone: reading it, answering it, and who else may see it.

use std::collections::HashMap;

use actix_web::http::Method;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

use super::from_sentence;
use crate::clock::Moment;
use crate::ids::{NoteId, PersonId, RecipientId};
use crate::live::Topic;
use crate::mail::outbox;
use crate::people::person::PersonCard;
use crate::people::{contact_store, person_store, sender_store};
use crate::praise::note::{Visibility, state};
use crate::praise::shelf_store::{self, Shared, Whole};
use crate::praise::{follow_store, mails, store};
use crate::text;
use crate::views::{Lang, Value};
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Page, Problems};

#[derive(Serialize)]
struct View {
    note: NoteView,
    mine: Option<MineView>,
    thanks: Vec<ThanksView>,
    reason: String,
    form: FormView,
    zone: String,
}

#[derive(Serialize)]
struct NoteView {
    id: NoteId,
    did: String,
    difference: String,
    text_lang: String,
    sent_at: Moment,
    site: String,
    place: Option<String>,
    from: String,
    source: Option<String>,
    additions: Vec<Addition>,
    values: Vec<String>,
    to: Vec<PersonCard>,
    withdrawn: bool,
}

#[derive(Serialize)]
struct Addition {
    text: String,
    added_at: Moment,
}

#[derive(Serialize)]
struct MineView {
    recipient_id: RecipientId,
    visibility: String,
    thanked: Option<String>,
    read_at: Option<Moment>,
}

/// What somebody praised answered, as whoever praised them reads it.
#[derive(Serialize)]
struct ThanksView {
    by: PersonCard,
    words: String,
    at: Moment,
}

async fn find(me: &Me, id: NoteId) -> Result<(Whole, Vec<Shared>), Failure> {
    let viewer = (**me).clone();
    me.page().app().read(move |conn| shelf_store::find_visible(conn, id, &viewer)).await?.ok_or(Failure::NotFound)
}

/// GET /praise/{id}. Opened by the one it praises, it counts as read; a browser that fetches it in advance does not.
pub async fn show(me: Me, id: web::Path<NoteId>, request: HttpRequest) -> Answer {
    let (whole, shares) = find(&me, *id).await?;
    let is_mine = shares.iter().any(|share| share.person_id == Some(me.person_id));
    if is_mine && is_opened(&request) {
        read_by(&me, *id, "opened").await?;
    }
    show_with(&me, whole, shares, &Form::default(), Problems::none()).await
}

/// A page that a person opened, not one that a browser fetches because they might.
fn is_opened(request: &HttpRequest) -> bool {
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or("");
    let in_advance = [text("sec-purpose"), text("purpose"), text("x-moz")].concat().contains("prefetch");
    request.method() == Method::GET && !in_advance && matches!(text("sec-fetch-dest"), "" | "document")
}

async fn read_by(me: &Me, id: NoteId, how: &'static str) -> Result<(), Failure> {
    let person = me.person_id;
    me.page()
        .app()
        .write(move |deed| {
            if store::mark_read(deed.conn, id, person, how, deed.now)? {
                deed.touch(Topic::Person(person));
                follow_store::find_sender_of(deed.conn, id)?.into_iter().for_each(|id| deed.touch(Topic::Sender(id)));
            }
            Ok(())
        })
        .await?;
    Ok(())
}

async fn show_with(me: &Me, whole: Whole, shares: Vec<Shared>, form: &Form, problems: Problems) -> Answer {
    let (page, note_id, from) = (me.page(), whole.id, whole.from_person_id);
    let people: Vec<PersonId> = shares.iter().filter_map(|share| share.person_id).chain(from).collect();
    let (mut cards, additions, values) = page
        .app()
        .read(move |conn| {
            let cards = person_store::list_cards(conn, &people)?;
            Ok((cards, follow_store::list_additions(conn, note_id)?, shelf_store::list_values(conn, note_id)?))
        })
        .await?;
    let from_name = from.and_then(|id| cards.get(&id)).map(|card| card.name.clone());
    let thanks = if from == Some(me.person_id) { thanks(&shares, &cards) } else { Vec::new() };
    let to: Vec<PersonCard> = shares.iter().filter_map(|share| cards.remove(&share.person_id?)).collect();
    let mine = shares.iter().find(|share| share.person_id == Some(me.person_id));
    let view = View {
        reason: if mine.is_some() { String::new() } else { reason(page, &whole, &shares, &to, me.person_id) },
        note: NoteView {
            id: whole.id,
            from: from_sentence(page, from_name.as_deref(), whole.sender_name.as_deref(), &whole.source),
            did: whole.did,
            difference: whole.difference,
            text_lang: whole.language,
            sent_at: whole.sent_at,
            site: whole.site.0,
            place: whole.place,
            source: None,
            additions: additions.into_iter().map(|(text, added_at)| Addition { text, added_at }).collect(),
            values,
            to,
            withdrawn: whole.state == state::WITHDRAWN,
        },
        mine: mine.map(|share| MineView {
            recipient_id: share.id,
            visibility: share.visibility.clone(),
            thanked: share.thanks.clone(),
            read_at: share.read_at,
        }),
        thanks,
        form: form.view(page, &problems),
        zone: whole.site.1,
    };
    if problems.is_empty() { page.show("praise/show", &view) } else { page.show_again("praise/show", &view) }
}

/// What those praised answered. It is for whoever praised them, and for nobody else who may read the note.
fn thanks(shares: &[Shared], cards: &HashMap<PersonId, PersonCard>) -> Vec<ThanksView> {
    let said = |share: &Shared| {
        let by = cards.get(&share.person_id?)?.clone();
        Some(ThanksView { by, words: share.thanks.clone()?, at: share.thanked_at? })
    };
    shares.iter().filter_map(said).collect()
}

/// Why somebody else may read it: nobody should wonder how far their words went.
fn reason(page: &Page, whole: &Whole, shares: &[Shared], to: &[PersonCard], viewer: PersonId) -> String {
    let name = to.first().map_or("", |card| card.name.as_str());
    if whole.from_person_id == Some(viewer) {
        return page.text("praise-reason-sender", &[]);
    }
    let key = match shares.first().and_then(|share| Visibility::from_name(&share.visibility)) {
        Some(Visibility::Team) => "praise-reason-team",
        Some(Visibility::Site) => "praise-reason-site",
        _ => "praise-reason-company",
    };
    page.text(key, &[("name", Value::from(name))])
}

/// POST /praise/{id}/read: the page stood in the foreground for a second.
pub async fn read(me: Me, id: web::Path<NoteId>) -> Answer {
    find(&me, *id).await?;
    read_by(&me, *id, "foreground").await?;
    Ok(HttpResponse::NoContent().finish())
}

/// POST /praise/{id}/thanks
pub async fn thank(me: Me, id: web::Path<NoteId>, form: Form) -> Answer {
    let (whole, shares) = find(&me, *id).await?;
    me.must(is_praised(&me, &shares))?;
    let words = match text::words(form.text("thanks")) {
        Ok(words) => words,
        Err(problem) => {
            let mut problems = Problems::none();
            problems.take::<String>("thanks", Err(problem));
            return show_with(&me, whole, shares, &form, problems).await;
        }
    };
    let mail = mail_to_guest(&me, &whole, &words).await?;
    let (id, person) = (*id, me.person_id);
    let (sender, colleague) = (whole.sender_id, whole.from_person_id);
    me.page()
        .app()
        .write(move |deed| {
            if !store::mark_thanked(deed.conn, id, person, &words, deed.now)? {
                return Ok(()); // said before: the first words stand
            }
            sender.into_iter().for_each(|id| deed.touch(Topic::Sender(id)));
            colleague.into_iter().for_each(|id| deed.touch(Topic::Person(id)));
            mail.iter().try_for_each(|mail| outbox::put(deed, mail))
        })
        .await?;
    Ok(see_other_saying(&format!("/praise/{id}"), "praise-said-thanked"))
}

/// The mail for a guest who left an address.
async fn mail_to_guest(me: &Me, whole: &Whole, words: &str) -> Result<Option<crate::mail::Message>, Failure> {
    let Some(sender_id) = whole.sender_id else { return Ok(None) };
    let app = me.page().app();
    let found = app
        .read(move |conn| {
            let Some(sender) = sender_store::find_sender_by_id(conn, sender_id)? else { return Ok(None) };
            let contact = sender.contact_id.map(|id| contact_store::find_reachable(conn, id)).transpose()?.flatten();
            Ok(contact.map(|contact| (contact, sender.language)))
        })
        .await?;
    let Some((contact, language)) = found else { return Ok(None) };
    let lang = Lang::from_tag(&language).unwrap_or_default();
    let thanks = mails::Thanks { id: whole.id, person: &me.first_name, words, site: &whole.site.0, lang };
    Ok(Some(mails::note_read_and_thanked(app, &contact, sender_id, &thanks)?))
}

fn is_praised(me: &Me, shares: &[Shared]) -> bool {
    shares.iter().any(|share| share.person_id == Some(me.person_id))
}

/// POST /praise/{id}/visibility
pub async fn set_visibility(me: Me, id: web::Path<NoteId>, form: Form) -> Answer {
    let (_, shares) = find(&me, *id).await?;
    me.must(is_praised(&me, &shares))?;
    let visibility = Visibility::from_name(form.text("visibility")).ok_or(Failure::BadRequest)?;
    let (id, person) = (*id, me.person_id);
    me.page()
        .app()
        .write(move |deed| {
            deed.touch(Topic::Wall);
            store::set_visibility(deed.conn, id, person, visibility)
        })
        .await?;
    Ok(see_other_saying(&format!("/praise/{id}"), "praise-said-visibility"))
}
