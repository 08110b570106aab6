//! A colleague's praise, and one note alone.

use actix_web::http::Method;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::from_sentence;
use crate::clock::Moment;
use crate::ids::{NoteId, PersonId, RecipientId};
use crate::live::Topic;
use crate::mail::outbox;
use crate::people::finders::finder_of;
use crate::people::organisation::OrganisationValue;
use crate::people::person::PersonCard;
use crate::people::sender::FormKey;
use crate::people::{contact_store, organisation_store, person_store, sender_store, site_store};
use crate::praise::note::{ColleagueNote, PAIR_MAX_A_DAY, Share, Visibility, state};
use crate::praise::pages::give::SEEN;
use crate::praise::shelf_store::{self, Shared, Whole};
use crate::praise::{follow_store, mails, store};
use crate::text;
use crate::views::{Lang, Value};
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Page, Problems};

/// How many people the finder offers.
const OFFERED: usize = 6;
const DAY_SECONDS: i64 = 24 * 3600;

/// Whom the finder looks for, or who is chosen already.
#[derive(Deserialize)]
pub struct Query {
    #[serde(default)]
    q: String,
    person: Option<PersonId>,
}

/// The fields of the form "Praise someone", which home shows too.
#[derive(Serialize)]
pub struct FormPart {
    form_key: String,
    form: FormView,
    chosen: Option<PersonCard>,
    candidates: Vec<PersonCard>,
    values: Vec<ValueView>,
}

#[derive(Serialize)]
struct ValueView {
    id: crate::ids::ValueId,
    name: String,
    checked: bool,
}

/// Puts the form together.
pub fn form_part(
    page: &Page,
    form: &Form,
    problems: &Problems,
    chosen: Option<PersonCard>,
    candidates: Vec<PersonCard>,
    values: &[OrganisationValue],
) -> FormPart {
    let checked = form.all("values");
    let value = |value: &OrganisationValue| ValueView {
        id: value.id,
        name: value.name.clone(),
        checked: checked.contains(&value.id.to_string().as_str()),
    };
    FormPart {
        form_key: FormKey::from_form(form.text("form_key")).as_str().to_owned(),
        form: form.view(page, problems),
        chosen: chosen.filter(|_| candidates.is_empty()),
        candidates,
        values: values.iter().map(value).collect(),
    }
}

/// GET /praise/new
pub async fn new(me: Me, query: web::Query<Query>) -> Answer {
    let mut form = Form::default();
    if let Some(person) = query.person {
        form.set("person", &person.to_string());
    }
    show_form(&me, &form, Problems::none(), Vec::new()).await
}

/// GET /people?q=: the finder's list over every site, the viewer's own first.
pub async fn people(me: Me, query: web::Query<Query>) -> Answer {
    Ok(HttpResponse::Ok().json(offered(&me, &query.q).await?))
}

async fn offered(me: &Me, typed: &str) -> Result<Vec<PersonCard>, Failure> {
    let finder = finder_of(me.page().app(), None).await?;
    let mut found = finder.find(typed, OFFERED * 2);
    found.retain(|found| found.card.id != me.person_id);
    // The same name at one's own site is meant more often than elsewhere.
    found.sort_by(|one, other| {
        let weight =
            |found: &crate::people::finders::Found| found.score + if found.site_id == me.site_id { 0.1 } else { 0.0 };
        weight(other).total_cmp(&weight(one))
    });
    Ok(found.into_iter().take(OFFERED).map(|found| found.card).collect())
}

async fn show_form(me: &Me, form: &Form, problems: Problems, candidates: Vec<PersonCard>) -> Answer {
    let app = me.page().app();
    let finder = finder_of(app, None).await?;
    let values = app.read(organisation_store::list_values).await?;
    let chosen = form.read::<PersonId>("person").and_then(|id| finder.card(id)).cloned();
    let part = form_part(me.page(), form, &problems, chosen, candidates, &values);
    if problems.is_empty() { me.page().show("praise/new", &part) } else { me.page().show_again("praise/new", &part) }
}

/// POST /praise
pub async fn create(me: Me, mut form: Form) -> Answer {
    match form.text("step") {
        "find" => {
            let candidates = offered(&me, form.text("who")).await?;
            return show_form(&me, &form, Problems::none(), candidates).await;
        }
        "change" => {
            form.set("person", "");
            return show_form(&me, &form, Problems::none(), Vec::new()).await;
        }
        _ => {}
    }
    let key = FormKey::from_form(form.text("form_key"));
    let id = NoteId::new(me.page().app().now());
    let note = match ColleagueNote::parse(&form, id, me.person_id) {
        Ok(note) => note,
        Err(problems) => {
            let candidates = if form.has("person") { Vec::new() } else { offered(&me, form.text("who")).await? };
            return show_form(&me, &form, problems, candidates).await;
        }
    };
    match send(&me, note, &key).await? {
        Sent::Yes(id) => Ok(see_other_saying(&format!("/praise/{id}"), "praise-said-sent")),
        Sent::TooOften(name) => {
            let mut problems = Problems::none();
            problems.add_naming("who", "praise-problem-often", "name", &name);
            show_form(&me, &form, problems, Vec::new()).await
        }
        Sent::Nobody => show_form(&me, &form, Problems::one("who", "praise-problem-gone"), Vec::new()).await,
    }
}

enum Sent {
    Yes(NoteId),
    TooOften(String),
    Nobody,
}

async fn send(me: &Me, note: ColleagueNote, key: &FormKey) -> Result<Sent, Failure> {
    let (app, lang) = (me.page().app(), me.page().lang());
    let finder = finder_of(app, None).await?;
    let (from, to, since) = (me.person_id, note.person_id, app.now().plus_seconds(-DAY_SECONDS));
    let form_hash = key.hash();
    let same_form = form_hash.clone();
    let (before, earlier, person, site) = app
        .read(move |conn| {
            let person = person_store::find_person(conn, to)?;
            let site = person.as_ref().map(|person| site_store::find_site(conn, person.site_id)).transpose()?.flatten();
            let earlier = store::count_between(conn, from, to, since)?;
            Ok((store::find_note_of_form(conn, &same_form)?, earlier, person, site))
        })
        .await?;
    if let Some(id) = before {
        return Ok(Sent::Yes(id));
    }
    let (Some(person), Some(site)) = (person.filter(|person| finder.card(person.id).is_some()), site) else {
        return Ok(Sent::Nobody);
    };
    if earlier >= PAIR_MAX_A_DAY {
        return Ok(Sent::TooOften(person.first_name().to_owned()));
    }
    let news = mails::News { id: note.id, did: &note.did, from_guest: false, sender: Some(&me.name), site: &site.name };
    let mail = mails::praise_received(app, &person, &news)?;
    let share = Share { id: RecipientId::new(app.now()), note_id: note.id, person_id: person.id, matched_by: None };
    let seen_token = app.secrets.derived_token(SEEN, share.id.0.as_bytes());
    let (id, same_form) = (note.id, form_hash.clone());
    let written = app
        .write(move |deed| {
            store::insert_colleague_note(deed.conn, &note, &form_hash, lang.tag(), deed.now)?;
            store::insert_share(deed.conn, share, &seen_token, deed.now, deed.now)?;
            deed.touch(Topic::Person(share.person_id));
            mail.iter().try_for_each(|mail| outbox::put(deed, mail))
        })
        .await;
    match written {
        Err(error) if error.violates("note.form_hash") => {
            let first = app.read(move |conn| store::find_note_of_form(conn, &same_form)).await?;
            Ok(first.map_or(Sent::Nobody, Sent::Yes))
        }
        other => Ok(other.map(|()| Sent::Yes(id))?),
    }
}

#[derive(Serialize)]
struct View {
    note: NoteView,
    mine: Option<MineView>,
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
        form: form.view(page, &problems),
        zone: whole.site.1,
    };
    if problems.is_empty() { page.show("praise/show", &view) } else { page.show_again("praise/show", &view) }
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
    if !shares.iter().any(|share| share.person_id == Some(me.person_id)) {
        return Err(Failure::NotFound);
    }
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

/// The mail for a guest whose address is confirmed.
async fn mail_to_guest(me: &Me, whole: &Whole, words: &str) -> Result<Option<crate::mail::Message>, Failure> {
    let Some(sender_id) = whole.sender_id else { return Ok(None) };
    let app = me.page().app();
    let found = app
        .read(move |conn| {
            let Some(sender) = sender_store::find_sender_by_id(conn, sender_id)? else { return Ok(None) };
            let contact = sender.contact_id.map(|id| contact_store::find_mailable(conn, id)).transpose()?.flatten();
            Ok(contact.map(|contact| (contact, sender.language)))
        })
        .await?;
    let Some((contact, language)) = found else { return Ok(None) };
    let lang = Lang::from_tag(&language).unwrap_or_default();
    let thanks = mails::Thanks { id: whole.id, person: &me.first_name, words, site: &whole.site.0, lang };
    Ok(Some(mails::note_read_and_thanked(app, &contact, sender_id, &thanks)?))
}

/// POST /praise/{id}/visibility
pub async fn set_visibility(me: Me, id: web::Path<NoteId>, form: Form) -> Answer {
    let visibility = Visibility::from_name(form.text("visibility")).ok_or(Failure::BadRequest)?;
    let (id, person) = (*id, me.person_id);
    let is_theirs = me
        .page()
        .app()
        .write(move |deed| {
            deed.touch(Topic::Wall);
            store::set_visibility(deed.conn, id, person, visibility)
        })
        .await?;
    if !is_theirs {
        return Err(Failure::NotFound);
    }
    Ok(see_other_saying(&format!("/praise/{id}"), "praise-said-visibility"))
}
