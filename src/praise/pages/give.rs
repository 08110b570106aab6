//! The door for praise: a guest, a phone, one form.

use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::db;
use crate::fold::fold;
use crate::ids::{NoteId, PersonId, RecipientId, SenderId};
use crate::live::Topic;
use crate::mail::asking::Question;
use crate::mail::outbox;
use crate::people::door::{Door, PlaceView, SiteView};
use crate::people::finders::{Finder, finder_of};
use crate::people::person::PersonCard;
use crate::people::sender::{About, FormKey, Sender, follow_secret};
use crate::people::{person_store, sender_store};
use crate::praise::note::{Flag, GuestNote, GuestWords, Share};
use crate::praise::{mails, store};
use crate::web::door;
use crate::web::limits::{Limits, client_ip};
use crate::web::{Answer, Failure, Form, FormView, Page, Problems, see_other};

/// How many people the finder offers.
const OFFERED: usize = 6;
/// A form that comes back sooner than this was filled in by a machine, in microseconds.
const QUICKEST: i64 = 2_000_000;

/// What stands behind the question mark in the address.
#[derive(Deserialize)]
pub struct Query {
    #[serde(default)]
    c: String,
    #[serde(default)]
    q: String,
}

#[derive(Serialize)]
struct View<'a> {
    site: SiteView,
    place: Option<PlaceView>,
    code: &'a str,
    form_key: &'a str,
    shown_at: i64,
    asked: String,
    form: FormView,
    chosen: Option<PersonCard>,
    candidates: Vec<PersonCard>,
}

/// GET /at/{site}/praise
pub async fn new(page: Page, slug: web::Path<String>, query: web::Query<Query>) -> Answer {
    let door = door::find(&page, &slug, &query.c).await?;
    let finder = finder_of(page.app(), Some(door.site_id)).await?;
    let mut form = Form::default();
    if let Some(person) = door.person_id {
        form.set("person", &person.to_string());
    }
    show(&page, &door, &finder, &form, &FormKey::new(), Problems::none(), Vec::new())
}

/// GET /at/{site}/people?q=: the finder's list, for the page's script.
pub async fn people(
    page: Page,
    slug: web::Path<String>,
    query: web::Query<Query>,
    limits: web::Data<Limits>,
    request: HttpRequest,
) -> Answer {
    limits.try_search(client_ip(&request, &page.app().config.trusted_proxies))?;
    let door = door::find(&page, &slug, "").await?;
    let finder = finder_of(page.app(), Some(door.site_id)).await?;
    Ok(HttpResponse::Ok().json(offered(&finder, &query.q)))
}

/// POST /at/{site}/praise
pub async fn create(
    page: Page,
    form: Form,
    slug: web::Path<String>,
    limits: web::Data<Limits>,
    request: HttpRequest,
) -> Answer {
    let door = door::find(&page, &slug, form.text("c")).await?;
    let finder = finder_of(page.app(), Some(door.site_id)).await?;
    let key = FormKey::from_form(form.text("form_key"));
    if form.has("step") {
        return step(&page, &door, &finder, form, &key);
    }
    let words = match GuestWords::parse(&form, &door) {
        Ok(words) => words,
        Err(problems) => return show(&page, &door, &finder, &form, &key, problems, Vec::new()),
    };
    let person_id = match find_person(&form, &finder, &words) {
        Person::Is(id) => Some(id),
        Person::Unknown => None,
        Person::OneOf(candidates, problem) => {
            return show(&page, &door, &finder, &form, &key, Problems::one("who", problem), candidates);
        }
    };
    let is_unusual = limits.is_unusual(client_ip(&request, &page.app().config.trusted_proxies), door.site_id);
    let flags = flags(&page, &form, person_id, is_unusual);
    let sender = send(&page, &door, &finder, words, person_id, flags, &key).await?;
    Ok(see_other(&format!("/follow/{}?sent={}", follow_secret(&page.app().secrets, sender), key.as_str())))
}

/// The buttons "Find" and "Change" of a browser without a script: the same form, with people to choose from.
fn step(page: &Page, door: &Door, finder: &Finder, mut form: Form, key: &FormKey) -> Answer {
    if form.text("step") == "change" {
        form.set("person", "");
        return show(page, door, finder, &form, key, Problems::none(), Vec::new());
    }
    let candidates = offered(finder, form.text("who"));
    show(page, door, finder, &form, key, Problems::none(), candidates)
}

fn offered(finder: &Finder, typed: &str) -> Vec<PersonCard> {
    // One letter finds half the house: nobody is listed for it.
    if typed.trim().chars().count() < 2 && typed.is_ascii() {
        return Vec::new();
    }
    finder.find(typed, OFFERED).into_iter().map(|found| found.card).collect()
}

enum Person {
    Is(PersonId),
    Unknown,
    OneOf(Vec<PersonCard>, &'static str),
}

/// Who is meant: the one chosen; else whoever alone bears the typed name; else the guest is asked once which of the
/// likely ones it is, and a second time the name goes to the queue as it was typed.
fn find_person(form: &Form, finder: &Finder, words: &GuestWords) -> Person {
    if form.has("person") {
        return match form.read::<PersonId>("person").filter(|id| finder.card(*id).is_some()) {
            Some(id) => Person::Is(id),
            None => Person::OneOf(offered(finder, form.text("who")), "praise-problem-gone"),
        };
    }
    let Some(who) = words.who.as_deref().filter(|_| !form.has("unknown")) else { return Person::Unknown };
    let candidates = offered(finder, who);
    let bearers: Vec<_> = candidates.iter().filter(|card| fold(&card.name) == fold(who)).collect();
    match bearers.as_slice() {
        [only] => Person::Is(only.id),
        _ if candidates.is_empty() || form.text("asked") == who => Person::Unknown,
        _ => Person::OneOf(candidates, "praise-problem-which"),
    }
}

fn flags(page: &Page, form: &Form, person: Option<PersonId>, is_unusual: bool) -> Vec<Flag> {
    let shown_at = form.read::<i64>("shown_at").unwrap_or(0);
    let is_own = page.viewer().is_some_and(|viewer| Some(viewer.person_id) == person);
    [
        (form.has("website"), Flag::Trap),
        // One press on "just say thank you" takes no time; words do.
        (form.has("did") && page.app().now().micros().saturating_sub(shown_at) < QUICKEST, Flag::Quick),
        (is_unusual && page.app().config.has_limits, Flag::Unusual),
        (is_own, Flag::OwnPraise),
    ]
    .into_iter()
    .filter_map(|(holds, flag)| holds.then_some(flag))
    .collect()
}

fn show(
    page: &Page,
    door: &Door,
    finder: &Finder,
    form: &Form,
    key: &FormKey,
    problems: Problems,
    candidates: Vec<PersonCard>,
) -> Answer {
    let chosen = form.read::<PersonId>("person").and_then(|id| finder.card(id)).cloned();
    let shown_at = form.read("shown_at").unwrap_or_else(|| page.app().now().micros());
    let view = View {
        site: door.site_view(),
        place: door.place_view(),
        code: &door.code,
        form_key: key.as_str(),
        shown_at,
        // Whoever only looked for a name was not asked yet which of them it is.
        asked: if candidates.is_empty() || problems.is_empty() { String::new() } else { form.text("who").to_owned() },
        form: form.view(page, &problems),
        // While somebody chooses from a list, the one chosen in it is marked there.
        chosen: chosen.filter(|_| candidates.is_empty()),
        candidates,
    };
    if problems.is_empty() { page.show("praise/give", &view) } else { page.show_again("praise/give", &view) }
}

/// Stores the note with everything that follows from it, in one transaction: the person's share, the mails, the contact.
/// A second press of the same form finds the first one's note, and is as good as the first.
async fn send(
    page: &Page,
    door: &Door,
    finder: &Arc<Finder>,
    mut words: GuestWords,
    person_id: Option<PersonId>,
    flags: Vec<Flag>,
    key: &FormKey,
) -> Result<SenderId, Failure> {
    let app = page.app();
    let now = app.now();
    let question = Question::prepare(app, words.sender_email.take().as_deref(), page.lang(), &door.site_name)?;
    let sender = Sender::new(&app.secrets, About::Praise, words.sender_name.as_deref(), page.lang(), now);
    let sender_id = sender.id;
    // A note that waits bears the name of whom it praises, whatever was typed to find them.
    if let Some(card) = person_id.and_then(|id| finder.card(id)) {
        words.who = Some(card.name.clone());
    }
    let id = NoteId::new(now);
    let (did, sender_name) = (words.did.clone(), words.sender_name.clone());
    let (place_id, code_id) = (door.place.as_ref().map(|place| place.0), door.code_id);
    let note =
        GuestNote { id, sender_id: sender.id, site_id: door.site_id, place_id, code_id, words, person_id, flags };
    let receiver = receiver(app, &note).await?;
    let news = mails::News { id, did: &did, from_guest: true, sender: sender_name.as_deref(), site: &door.site_name };
    let mail = receiver.as_ref().map(|person| mails::praise_received(app, person, &news)).transpose()?.flatten();
    let share = receiver.map(|person| {
        let share = Share { id: RecipientId::new(now), note_id: id, person_id: person.id, matched_by: None };
        (share, app.secrets.derived_token(SEEN, share.id.0.as_bytes()))
    });
    let (form_hash, language) = (key.hash(), page.lang().tag());
    let same_form = form_hash.clone();
    let written = app
        .write(move |deed| {
            let (now, mut sender) = (deed.now, sender.clone());
            sender.contact_id = question.as_ref().map(|question| question.keep(deed)).transpose()?;
            sender_store::insert_sender(deed.conn, &sender)?;
            store::insert_guest_note(deed.conn, &note, &form_hash, language, now)?;
            match &share {
                Some((share, seen_token)) => {
                    store::insert_share(deed.conn, *share, seen_token, now, now)?;
                    deed.touch(Topic::Person(share.person_id));
                }
                None => {
                    deed.touch(Topic::Inbox(note.site_id));
                    deed.touch(Topic::Inboxes);
                }
            }
            mail.iter().try_for_each(|mail| outbox::put(deed, mail))
        })
        .await;
    match written {
        Err(error) if error.violates("note.form_hash") => {
            let first = app.read(move |conn| store::find_sender_of_form(conn, &same_form)).await?;
            first.ok_or_else(|| Failure::ours(&"a form was sent before by nobody"))
        }
        Err(error) => Err(error.into()),
        Ok(()) => Ok(sender_id),
    }
}

/// The label of the key from which "heard on the spot" codes are made.
pub const SEEN: &str = "pw/seen/1";

/// The one who gets the note at once; nobody while it is unmatched or flagged.
async fn receiver(app: &App, note: &GuestNote) -> Result<Option<crate::people::person::Person>, db::Error> {
    match note.person_id.filter(|_| note.flags.is_empty()) {
        Some(id) => app.read(move |conn| person_store::find_person(conn, id)).await,
        None => Ok(None),
    }
}
