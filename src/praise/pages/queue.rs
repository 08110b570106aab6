//! The queue: whom is it for? Suggestions, one click, and the spelling is remembered. What is for nobody is set aside, where
//! it can be seen and put back.

use actix_web::web;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::db::{Conn, Part};
use crate::ids::{NoteId, PersonId, RecipientId};
use crate::live::Topic;
use crate::mail::outbox;
use crate::people::audit::What;
use crate::people::finder::Reason;
use crate::people::finders::{Finder, Found, finder_of};
use crate::people::site::zone_named;
use crate::people::{audit_store, person_store, viewer_store};
use crate::praise::note::{Share, state};
use crate::praise::pages::give::SEEN;
use crate::praise::queue_store::{self, Waiting, Wanted};
use crate::praise::shelf_store::{self, Heard};
use crate::praise::{mails, store};
use crate::web::page::see_other_saying;
use crate::web::pager::{Listing, Order, Pager};
use crate::web::{Answer, Failure, Form, Me};

const LISTING: Listing<'_> = Listing { address: "/inbox/unmatched", order: Order::OldestFirst, size: 20 };
const ASIDE: Listing<'_> = Listing { address: "/inbox/unmatched?shown=aside", order: Order::NewestFirst, size: 20 };
/// How many people are suggested for one note.
const SUGGESTED: usize = 4;
/// Below this a likeness is no suggestion but noise.
const LIKENESS_MIN: f32 = 0.3;

/// Which of the two lists and where in it, and whom to look for in place of a note's own words.
#[derive(Deserialize)]
pub struct Query {
    #[serde(default)]
    shown: String,
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
    aside: bool,
    counts: Counts,
    pager: Pager,
    zone: String,
}

#[derive(Serialize)]
struct Counts {
    waiting: i64,
    aside: i64,
}

#[derive(Serialize)]
struct NoteView {
    id: NoteId,
    text_lang: String,
    did: String,
    difference: String,
    additions: Vec<String>,
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
    /// Whether the guest named whoever is suggested.
    is_named: bool,
    state: String,
    version: i32,
}

#[derive(Serialize)]
struct Suggestion {
    #[serde(flatten)]
    card: crate::people::person::PersonCard,
    reason: String,
}

/// How many notes wait for the viewer to find out whom they are for.
pub async fn waiting(me: &Me) -> Result<i64, Failure> {
    let scope = me.answers_at();
    if scope.is_nowhere() {
        return Ok(0);
    }
    Ok(me.page().app().read(move |conn| viewer_store::count_unmatched(conn, &scope)).await?)
}

/// GET /inbox/unmatched: what waits; with `?shown=aside` what was set aside.
pub async fn index(me: Me, query: web::Query<Query>) -> Answer {
    let scope = me.answers_at();
    me.must(!scope.is_nowhere())?;
    let aside = query.shown == "aside";
    let (wanted, listing) = if aside { (Wanted::Aside, ASIDE) } else { (Wanted::Waiting, LISTING) };
    let (site, part) = (me.site_id, Part::of(query.after, query.before));
    let (list, additions, counts, heard) = me
        .page()
        .app()
        .read(move |conn| {
            let list = queue_store::list(conn, &scope, wanted, part, listing.limit())?;
            let ids: Vec<NoteId> = list.iter().map(|waiting| waiting.id).collect();
            let additions = queue_store::list_additions(conn, &ids)?;
            let waiting = viewer_store::count_unmatched(conn, &scope)?;
            let counts = Counts { waiting, aside: viewer_store::count_notes(conn, &scope, &state::ASIDE)? };
            Ok((list, additions, counts, shelf_store::find_heard(conn, site)?))
        })
        .await?;
    let (list, pager) = listing.page(list, part, |waiting| waiting.id);
    let zone = list.first().map_or_else(|| "UTC".to_owned(), |waiting| waiting.site.1.clone());
    let mut notes = Vec::with_capacity(list.len());
    for waiting in list {
        let asked = if query.note == Some(waiting.id) { query.q.as_str() } else { "" };
        let finder = finder_of(me.page().app(), Some(waiting.site_id)).await?;
        let suggestions = if aside { Vec::new() } else { suggestions(&me, &finder, &waiting, asked) };
        let additions = additions.iter().filter(|(id, _)| *id == waiting.id).map(|(_, text)| text.clone()).collect();
        let is_named = waiting.chosen.is_some_and(|id| finder.card(id).is_some());
        notes.push(NoteView { additions, is_named, ..view(&me, waiting, asked, suggestions) });
    }
    me.page().show("praise/unmatched", &View { notes, heard, aside, counts, pager, zone })
}

/// Whom the guest named; else who is like what they wrote, or like what was asked here.
fn suggestions(me: &Me, finder: &Finder, waiting: &Waiting, asked: &str) -> Vec<Suggestion> {
    let chosen = waiting.chosen.filter(|_| asked.is_empty()).and_then(|id| finder.card(id).cloned());
    if let Some(card) = chosen {
        return vec![Suggestion { reason: me.page().text("praise-guess-chosen", &[]), card }];
    }
    let (_, _, role) = &waiting.hints;
    let who = waiting.typed_name.as_deref().unwrap_or_default();
    let words = [asked, who, role.as_deref().unwrap_or_default()].into_iter().find(|words| !words.is_empty());
    let suggestion = |found: Found| Suggestion { reason: me.page().text(guess(found.reason), &[]), card: found.card };
    let found = finder.find(words.unwrap_or_default(), SUGGESTED);
    found.into_iter().filter(|found| found.score >= LIKENESS_MIN).map(suggestion).collect()
}

fn view(me: &Me, waiting: Waiting, asked: &str, suggestions: Vec<Suggestion>) -> NoteView {
    let (when, place, role) = waiting.hints;
    NoteView {
        id: waiting.id,
        text_lang: waiting.language,
        did: waiting.words.0,
        difference: waiting.words.1,
        additions: Vec::new(),
        sent_at: waiting.sent_at,
        site: waiting.site.0,
        place: waiting.place,
        who_text: waiting.typed_name.unwrap_or_default(),
        when: when.unwrap_or_default(),
        r#where: place.unwrap_or_default(),
        what_role: role.unwrap_or_default(),
        flags: waiting.flags.split(',').filter_map(flag_key).map(|key| me.page().text(key, &[])).collect(),
        asked: asked.to_owned(),
        suggestions,
        is_named: false,
        state: waiting.state,
        version: waiting.version,
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
    let app = me.page().app();
    let waiting = find(&me, *id, &[state::UNMATCHED]).await?;
    let finder = finder_of(app, Some(waiting.site_id)).await?;
    let person_id = form.read::<PersonId>("person").filter(|id| finder.card(*id).is_some()).ok_or(Failure::NotFound)?;
    deliver(&me, waiting, person_id).await?;
    Ok(see_other_saying(LISTING.address, "praise-said-matched"))
}

/// A note of the viewer's sites, if it is still in one of these states: two may look through one queue.
async fn find(me: &Me, id: NoteId, states: &[&str]) -> Result<Waiting, Failure> {
    let scope = me.answers_at();
    let find = move |conn: &mut Conn| queue_store::list(conn, &scope, Wanted::One(id), Part::Beginning, 1);
    let found = me.page().app().read(find).await?.pop().ok_or(Failure::NotFound)?;
    if states.contains(&found.state.as_str()) { Ok(found) } else { Err(Failure::Faster(LISTING.address.into())) }
}

/// POST /inbox/unmatched/{id}/aside: it is for nobody, with `why`.
pub async fn set_aside(me: Me, id: web::Path<NoteId>, form: Form) -> Answer {
    let why = state::ASIDE.into_iter().find(|why| form.text("why") == *why).ok_or(Failure::NotFound)?;
    let waiting = find(&me, *id, &[state::UNMATCHED]).await?;
    move_on(&me, waiting, &form, why).await?;
    Ok(see_other_saying(LISTING.address, "praise-said-aside"))
}

/// POST /inbox/unmatched/{id}/back: it waits again.
pub async fn put_back(me: Me, id: web::Path<NoteId>, form: Form) -> Answer {
    let waiting = find(&me, *id, &state::ASIDE).await?;
    move_on(&me, waiting, &form, state::UNMATCHED).await?;
    Ok(see_other_saying(LISTING.address, "praise-said-back"))
}

/// Written down: somebody may have to answer for whose praise arrived nowhere.
async fn move_on(me: &Me, waiting: Waiting, form: &Form, to: &'static str) -> Result<(), Failure> {
    // Nobody sets aside what its sender added meanwhile and they have not read.
    let version: i32 = form.read("version").ok_or(Failure::BadRequest)?;
    let entry = me.entry(What::Handled, "note", Some(waiting.id.0), to);
    let is_first = me
        .page()
        .app()
        .write(move |deed| {
            if !queue_store::set_state(deed.conn, waiting.id, version, to)? {
                return Ok(false);
            }
            audit_store::record(deed.conn, &entry, deed.now)?;
            deed.touch(Topic::Inbox(waiting.site_id));
            deed.touch(Topic::Inboxes);
            waiting.sender_id.into_iter().for_each(|id| deed.touch(Topic::Sender(id)));
            Ok(true)
        })
        .await?;
    if is_first { Ok(()) } else { Err(Failure::Faster(LISTING.address.into())) }
}

async fn deliver(me: &Me, waiting: Waiting, person_id: PersonId) -> Result<(), Failure> {
    let app = me.page().app();
    let person = app.read(move |conn| person_store::find_person(conn, person_id)).await?.ok_or(Failure::NotFound)?;
    let news =
        mails::News { id: waiting.id, did: &waiting.words.0, from_guest: true, sender: None, site: &waiting.site.0 };
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
    if is_first { Ok(()) } else { Err(Failure::Faster(LISTING.address.into())) }
}
