//! The queue: whom is it for? Suggestions, one click, and the spelling is remembered.

use actix_web::web;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::db::Part;
use crate::ids::{NoteId, PersonId, RecipientId};
use crate::live::Topic;
use crate::mail::outbox;
use crate::people::finder::Reason;
use crate::people::finders::{Finder, Found, finder_of};
use crate::people::person_store;
use crate::people::site::zone_named;
use crate::praise::note::Share;
use crate::praise::pages::give::SEEN;
use crate::praise::queue_store::{self, Waiting};
use crate::praise::shelf_store::{self, Heard};
use crate::praise::{mails, store};
use crate::web::page::see_other_saying;
use crate::web::pager::{Listing, Order, Pager};
use crate::web::{Answer, Failure, Form, Me};

const LISTING: Listing<'_> = Listing { address: "/inbox/unmatched", order: Order::OldestFirst, size: 20 };
/// How many people are suggested for one note.
const SUGGESTED: usize = 4;
/// Below this a likeness is no suggestion but noise.
const LIKENESS_MIN: f32 = 0.3;

/// Where in the queue, and whom to look for in place of a note's own words.
#[derive(Deserialize)]
pub struct Query {
    after: Option<NoteId>,
    before: Option<NoteId>,
    note: Option<NoteId>,
    #[serde(default)]
    q: String,
}

#[derive(Serialize)]
struct View {
    notes: Vec<NoteView>,
    heard: Option<Heard>,
    pager: Pager,
    zone: String,
}

#[derive(Serialize)]
struct NoteView {
    id: NoteId,
    text_lang: String,
    did: String,
    sent_at: Moment,
    site: String,
    place: Option<String>,
    who_text: String,
    when: String,
    r#where: String,
    what_role: String,
    flags: Vec<String>,
    asked: String,
    suggestions: Vec<Suggestion>,
}

#[derive(Serialize)]
struct Suggestion {
    #[serde(flatten)]
    card: crate::people::person::PersonCard,
    reason: String,
}

/// GET /inbox/unmatched
pub async fn index(me: Me, query: web::Query<Query>) -> Answer {
    let scope = me.answers_at();
    me.must(!scope.is_nowhere())?;
    let (site, part) = (me.site_id, Part::of(query.after, query.before));
    let (waiting, heard) = me
        .page()
        .app()
        .read(move |conn| {
            let waiting = queue_store::list_waiting(conn, &scope, None, part, LISTING.limit())?;
            Ok((waiting, shelf_store::find_heard(conn, site)?))
        })
        .await?;
    let (waiting, pager) = LISTING.page(waiting, part, |waiting| waiting.id);
    let zone = waiting.first().map_or_else(|| "UTC".to_owned(), |waiting| waiting.site.1.clone());
    let mut notes = Vec::with_capacity(waiting.len());
    for waiting in waiting {
        let finder = finder_of(me.page().app(), Some(waiting.site_id)).await?;
        let asked = if query.note == Some(waiting.id) { query.q.as_str() } else { "" };
        notes.push(view(&me, &finder, waiting, asked));
    }
    me.page().show("praise/unmatched", &View { notes, heard, pager, zone })
}

fn view(me: &Me, finder: &Finder, waiting: Waiting, asked: &str) -> NoteView {
    let (when, place, role) = waiting.hints;
    let who = waiting.typed_name.unwrap_or_default();
    let found = match (asked, who.as_str()) {
        ("", "") => finder.find(&role.clone().unwrap_or_default(), SUGGESTED),
        ("", who) => finder.find(who, SUGGESTED),
        (asked, _) => finder.find(asked, SUGGESTED),
    };
    let suggestion = |found: Found| Suggestion { reason: me.page().text(guess(found.reason), &[]), card: found.card };
    let chosen = waiting.chosen.filter(|_| asked.is_empty()).and_then(|id| finder.card(id).cloned());
    let suggestions = match chosen {
        Some(card) => vec![Suggestion { reason: me.page().text("praise-guess-chosen", &[]), card }],
        None => found.into_iter().filter(|found| found.score >= LIKENESS_MIN).map(suggestion).collect(),
    };
    NoteView {
        id: waiting.id,
        text_lang: waiting.language,
        did: waiting.did,
        sent_at: waiting.sent_at,
        site: waiting.site.0,
        place: waiting.place,
        who_text: who,
        when: when.unwrap_or_default(),
        r#where: place.unwrap_or_default(),
        what_role: role.unwrap_or_default(),
        flags: waiting.flags.split(',').filter_map(flag_key).map(|key| me.page().text(key, &[])).collect(),
        asked: asked.to_owned(),
        suggestions,
    }
}

fn guess(reason: Reason) -> &'static str {
    match reason {
        Reason::Exact | Reason::Alias => "praise-guess-exact",
        Reason::Role => "praise-guess-role",
        _ => "praise-guess-close",
    }
}

fn flag_key(flag: &str) -> Option<&'static str> {
    match flag {
        "trap" => Some("praise-flag-trap"),
        "quick" => Some("praise-flag-quick"),
        "unusual" => Some("praise-flag-unusual"),
        "own" => Some("praise-flag-own"),
        _ => None,
    }
}

/// POST /inbox/unmatched/{id}: it is for this person.
pub async fn assign(me: Me, id: web::Path<NoteId>, form: Form) -> Answer {
    let scope = me.answers_at();
    let app = me.page().app();
    let id = *id;
    let waiting =
        app.read(move |conn| queue_store::list_waiting(conn, &scope, Some(id), Part::Beginning, 1)).await?.pop();
    let waiting = waiting.ok_or(Failure::NotFound)?;
    let finder = finder_of(app, Some(waiting.site_id)).await?;
    let person_id = form.read::<PersonId>("person").filter(|id| finder.card(*id).is_some()).ok_or(Failure::NotFound)?;
    deliver(&me, waiting, person_id).await?;
    Ok(see_other_saying("/inbox/unmatched", "praise-said-matched"))
}

async fn deliver(me: &Me, waiting: Waiting, person_id: PersonId) -> Result<(), Failure> {
    let app = me.page().app();
    let person = app.read(move |conn| person_store::find_person(conn, person_id)).await?.ok_or(Failure::NotFound)?;
    let news = mails::News { id: waiting.id, did: &waiting.did, from_guest: true, sender: None, site: &waiting.site.0 };
    let mail = mails::praise_received(app, &person, &news)?;
    let share =
        Share { id: RecipientId::new(app.now()), note_id: waiting.id, person_id, matched_by: Some(me.person_id) };
    let seen_token = app.secrets.derived_token(SEEN, share.id.0.as_bytes());
    let on = waiting.sent_at.day_in(&zone_named(&waiting.site.1).map_or(TimeZone::UTC, |(_, zone)| zone));
    let is_first = app
        .write(move |deed| {
            if !queue_store::mark_matched(deed.conn, waiting.id)? {
                return Ok(false);
            }
            store::insert_share_on(deed.conn, share, &seen_token, (waiting.sent_at, on), deed.now)?;
            // The spelling is learnt, unless it came with flags: a machine's spelling teaches nothing.
            if let Some(typed) = waiting.typed_name.as_deref().filter(|_| waiting.flags.is_empty())
                && person_store::add_alias(deed.conn, person_id, typed, deed.now)?
            {
                deed.touch(Topic::Directory);
            }
            deed.touch(Topic::Person(person_id));
            deed.touch(Topic::Inbox(waiting.site_id));
            deed.touch(Topic::Inboxes);
            waiting.sender_id.into_iter().for_each(|id| deed.touch(Topic::Sender(id)));
            mail.iter().try_for_each(|mail| outbox::put(deed, mail))?;
            Ok(true)
        })
        .await?;
    if is_first { Ok(()) } else { Err(Failure::Faster("/inbox/unmatched".into())) }
}
