//! A colleague's praise, and one note alone.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use crate::ids::{NoteId, PersonId, RecipientId};
use crate::live::Topic;
use crate::mail::outbox;
use crate::people::finders::finder_of;
use crate::people::organisation::OrganisationValue;
use crate::people::person::PersonCard;
use crate::people::sender::FormKey;
use crate::people::{organisation_store, person_store, site_store};
use crate::praise::note::{ColleagueNote, PAIR_MAX_A_DAY, Share};
use crate::praise::pages::give::SEEN;
use crate::praise::{mails, store};
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

/// Stores the note with everything that follows from it. What depends on earlier notes of the same giver, a form that
/// was sent before and the most a day to one person, is asked in the write, in which a giver is alone.
async fn send(me: &Me, note: ColleagueNote, key: &FormKey) -> Result<Sent, Failure> {
    let (app, lang) = (me.page().app(), me.page().lang());
    let finder = finder_of(app, None).await?;
    let (from, to) = (me.person_id, note.person_id);
    let (person, site) = app
        .read(move |conn| {
            let person = person_store::find_person(conn, to)?;
            let site = person.as_ref().map(|person| site_store::find_site(conn, person.site_id)).transpose()?.flatten();
            Ok((person, site))
        })
        .await?;
    let (Some(person), Some(site)) = (person.filter(|person| finder.card(person.id).is_some()), site) else {
        return Ok(Sent::Nobody);
    };
    let news = mails::News { id: note.id, did: &note.did, from_guest: false, sender: Some(&me.name), site: &site.name };
    let mail = mails::praise_received(app, &person, &news)?;
    let share = Share { id: RecipientId::new(app.now()), note_id: note.id, person_id: person.id, matched_by: None };
    let seen_token = app.secrets.derived_token(SEEN, share.id.0.as_bytes());
    let (form_hash, first_name) = (key.hash(), person.first_name().to_owned());
    let sent = app
        .write(move |deed| {
            store::hold_giver(deed.conn, from)?;
            if let Some(id) = store::find_note_of_form(deed.conn, &form_hash)? {
                return Ok(Sent::Yes(id));
            }
            let since = deed.now.plus_seconds(-DAY_SECONDS);
            if store::count_between(deed.conn, from, to, since)? >= PAIR_MAX_A_DAY {
                return Ok(Sent::TooOften(first_name.clone()));
            }
            store::insert_colleague_note(deed.conn, &note, &form_hash, lang.tag(), deed.now)?;
            store::insert_share(deed.conn, share, &seen_token, deed.now, deed.now)?;
            deed.touch(Topic::Person(share.person_id));
            mail.iter().try_for_each(|mail| outbox::put(deed, mail))?;
            Ok(Sent::Yes(note.id))
        })
        .await?;
    Ok(sent)
}
