//! Raising an issue or an idea: one form, three levels, and beside each who exactly will see what.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::lists::LineView;
use super::similar;
use crate::app::App;
use crate::db::{Conn, QueryResult};
use crate::ids::{CategoryId, IssueId, PersonId, RowId};
use crate::mail::{Message, outbox};
use crate::people::finders::{Finder, finder_of};
use crate::people::person::{Person, PersonCard};
use crate::people::role::Role;
use crate::people::sender::FormKey;
use crate::people::site::{Site, Unit};
use crate::people::{person_store, site_store};
use crate::seal::DataKey;
use crate::views::Value;
use crate::voice::category::Category;
use crate::voice::issue::{Raised, Reach, Words, excluded};
use crate::voice::issue_list_store::NAMED_ROLES;
use crate::voice::issue_store::{self, NewIssue};
use crate::voice::issue_talk_store::{self, NewEvent};
use crate::voice::level::Level;
use crate::voice::mails::{self, About};
use crate::voice::receivers_store::{self, Holder};
use crate::voice::sealed::{Kept, seal_words};
use crate::voice::state::State;
use crate::voice::{category_store, clocks, rules_store};
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

/// How many people the finder offers.
const OFFERED: usize = 6;

#[derive(Serialize)]
struct View {
    form_key: String,
    form: FormView,
    categories: Vec<CategoryView>,
    reaches: Vec<ReachView>,
    site: String,
    lookers: Vec<HolderView>,
    handlers: Vec<HolderView>,
    excluded: Vec<PersonCard>,
    chosen: Option<PersonCard>,
    candidates: Vec<PersonCard>,
    similar: Vec<LineView>,
    has_seen: bool,
}

#[derive(Serialize)]
struct CategoryView {
    id: CategoryId,
    name: String,
    delicate: bool,
    /// The sentence that names the proper channel; empty for what is not delicate.
    channel: String,
    /// Who receives it, in a sentence.
    receivers: String,
    checked: bool,
}

#[derive(Serialize)]
struct ReachView {
    name: &'static str,
    people: i64,
    checked: bool,
}

/// Somebody with the role by which they will read it.
#[derive(Serialize)]
pub(super) struct HolderView {
    name: String,
    role: &'static str,
}

/// What the form knows of the house around somebody.
struct Around {
    site: Site,
    categories: Vec<(Category, Option<PersonId>, Option<PersonId>)>,
    lookers: Vec<Holder>,
    handlers: Vec<Holder>,
    people: (i64, i64, i64),
    cards: HashMap<PersonId, PersonCard>,
}

fn read_around(conn: &mut Conn, me: &Person, now: crate::clock::Moment) -> QueryResult<Option<Around>> {
    let Some(site) = site_store::find_site(conn, me.site_id)? else { return Ok(None) };
    let today = site.today(now);
    let out = HashSet::from([me.id]);
    let mut categories = Vec::new();
    for category in category_store::list(conn)? {
        // What is delicate goes to all handlers of the site, whom the form names once.
        let (owner, deputy) = match category.is_delicate {
            true => (None, None),
            false => receivers_store::find_receivers(conn, category.id, site.id, Level::Named, &out, today)?,
        };
        categories.push((category, owner, deputy));
    }
    let not_me = |holders: Vec<Holder>| holders.into_iter().filter(|holder| holder.person_id != me.id).collect();
    let lookers: Vec<Holder> = not_me(receivers_store::list_holders(conn, site.id, NAMED_ROLES, today)?);
    let handlers: Vec<Holder> =
        not_me(receivers_store::list_holders(conn, site.id, &[Role::ConfidentialHandler], today)?);
    let people = receivers_store::count_people(conn, (me.site_id, me.department_id, me.team_id), today)?;
    let named = categories.iter().flat_map(|(_, owner, deputy)| [*owner, *deputy]).flatten();
    let ids: Vec<PersonId> = named.chain(lookers.iter().chain(&handlers).map(|holder| holder.person_id)).collect();
    let cards = person_store::list_cards(conn, &ids)?;
    Ok(Some(Around { site, categories, lookers, handlers, people, cards }))
}

async fn around(me: &Me) -> Result<(Around, Person), Failure> {
    let (id, app) = (me.person_id, me.page().app());
    let now = app.now();
    let found = app
        .read(move |conn| {
            let Some(person) = person_store::find_person(conn, id)? else { return Ok(None) };
            Ok(read_around(conn, &person, now)?.map(|around| (around, person)))
        })
        .await?;
    found.ok_or(Failure::NotFound)
}

/// GET /voice/new
pub async fn new(me: Me) -> Answer {
    let form = Form::of(&[("kind", "issue"), ("scope", Reach::Site.name())]);
    let (around, _) = around(&me).await?;
    let finder = finder_of(me.page().app(), None).await?;
    show(&me, &around, &finder, &form, Problems::none(), Vec::new())
}

/// POST /voice. `step` is a button of the finder, `more` puts the one found on the list, `drop` takes somebody off.
pub async fn create(me: Me, mut form: Form) -> Answer {
    let (around, person) = around(&me).await?;
    let app = me.page().app();
    let finder = finder_of(app, None).await?;
    let offered = |typed: &str| finder.find(typed, OFFERED).into_iter().map(|found| found.card).collect::<Vec<_>>();
    match form.text("step") {
        "find" => {
            let candidates = offered(form.text("who"));
            let problems = match candidates.is_empty() {
                true => Problems::one("who", "voice-problem-nobody"),
                false => Problems::none(),
            };
            return show(&me, &around, &finder, &form, problems, candidates);
        }
        "change" => {
            form.set("person", "");
            return show(&me, &around, &finder, &form, Problems::none(), Vec::new());
        }
        "more" => {
            take_onto_list(&mut form);
            return show(&me, &around, &finder, &form, Problems::none(), Vec::new());
        }
        _ => {}
    }
    if form.has("drop") {
        let dropped = form.text("drop").to_owned();
        let left: Vec<PersonId> = excluded(&form).into_iter().filter(|id| id.to_string() != dropped).collect();
        set_list(&mut form, &left);
        return show(&me, &around, &finder, &form, Problems::none(), Vec::new());
    }
    let categories: Vec<Category> = around.categories.iter().map(|(category, ..)| category.clone()).collect();
    let raised =
        Raised::parse(&form, &categories, me.person_id).and_then(|raised| check(&around, &finder, raised, &form));
    let raised = match raised {
        Ok(raised) => raised,
        Err(problems) => {
            let candidates = if form.has("person") { Vec::new() } else { offered(form.text("who")) };
            return show(&me, &around, &finder, &form, problems, candidates);
        }
    };
    let key = FormKey::from_form(form.text("form_key"));
    // What is confidential goes its own way: others could not join it.
    if raised.level == Level::Named {
        let similar = similar::before_sending(&me, &form, &key).await?;
        if !similar.is_empty() {
            return show_beside(&me, &around, &finder, &form, Problems::none(), Vec::new(), similar);
        }
    }
    let id = send(&me, &around, &person, raised, &key).await?;
    Ok(see_other_saying(&format!("/voice/{id}"), "voice-said-raised"))
}

/// Only what is known of the house can be wrong here.
fn check(around: &Around, finder: &Finder, raised: Raised, form: &Form) -> Result<Raised, Problems> {
    let mut problems = Problems::none();
    if raised.excluded.iter().any(|id| finder.card(*id).is_none()) {
        problems.add("who", "voice-problem-gone");
    }
    // A name that was typed and not chosen: whoever wanted somebody kept out must not be taken for having forgotten it.
    if form.has("who") && !form.has("person") {
        problems.add("who", "voice-problem-which");
    }
    if raised.level == Level::Confidential {
        if around.handlers.is_empty() {
            problems.add("level", "voice-problem-no-handler");
        } else if around.handlers.iter().all(|handler| raised.excluded.contains(&handler.person_id)) {
            problems.add("who", "voice-problem-nobody-left");
        }
    }
    problems.or(raised)
}

fn take_onto_list(form: &mut Form) {
    let list = excluded(form);
    set_list(form, &list);
    form.set("person", "");
    form.set("who", "");
}

fn set_list(form: &mut Form, list: &[PersonId]) {
    form.set("excluded", &list.iter().map(PersonId::to_string).collect::<Vec<_>>().join(" "));
}

fn show(
    me: &Me,
    around: &Around,
    finder: &Finder,
    form: &Form,
    problems: Problems,
    candidates: Vec<PersonCard>,
) -> Answer {
    show_beside(me, around, finder, form, problems, candidates, Vec::new())
}

/// The form beside issues that are like it.
fn show_beside(
    me: &Me,
    around: &Around,
    finder: &Finder,
    form: &Form,
    problems: Problems,
    candidates: Vec<PersonCard>,
    similar: Vec<LineView>,
) -> Answer {
    let page = me.page();
    let chosen = form.read::<PersonId>("person").and_then(|id| finder.card(id)).cloned();
    let on_list = excluded(form).into_iter().filter(|id| chosen.as_ref().is_none_or(|chosen| chosen.id != *id));
    let (team, site, company) = around.people;
    let reaches = [(Reach::Private, 0), (Reach::Team, team), (Reach::Site, site), (Reach::Company, company)];
    let category = form.read::<CategoryId>("category");
    let view = View {
        form_key: FormKey::from_form(form.text("form_key")).as_str().to_owned(),
        categories: around
            .categories
            .iter()
            .map(|(one, owner, deputy)| CategoryView {
                id: one.id,
                name: one.name(&page.app().views, page.lang()),
                delicate: one.is_delicate,
                channel: one.channel(&page.app().views, page.lang()).unwrap_or_default(),
                receivers: receivers(me, around, one, *owner, *deputy),
                checked: category == Some(one.id),
            })
            .collect(),
        // Where there is no team, its reach would be nobody's.
        reaches: reaches
            .into_iter()
            .filter(|(reach, people)| *reach != Reach::Team || *people > 0)
            .map(|(reach, people)| ReachView {
                name: reach.name(),
                people,
                checked: form.text("scope") == reach.name(),
            })
            .collect(),
        site: around.site.name.clone(),
        lookers: holders(&around.lookers, &around.cards),
        handlers: holders(&around.handlers, &around.cards),
        excluded: on_list.filter_map(|id| finder.card(id)).cloned().collect(),
        form: form.view(page, &problems),
        chosen: chosen.filter(|_| candidates.is_empty()),
        candidates,
        similar,
        has_seen: form.has("anyway"),
    };
    if problems.is_empty() { page.show("voice/new", &view) } else { page.show_again("voice/new", &view) }
}

fn holders(holders: &[Holder], cards: &HashMap<PersonId, PersonCard>) -> Vec<HolderView> {
    let view = |holder: &Holder| {
        let card = cards.get(&holder.person_id)?;
        Some(HolderView { name: card.name.clone(), role: holder.role.name() })
    };
    holders.iter().filter_map(view).collect()
}

/// Who receives a category, as a sentence with their names.
fn receivers(
    me: &Me,
    around: &Around,
    category: &Category,
    owner: Option<PersonId>,
    deputy: Option<PersonId>,
) -> String {
    let page = me.page();
    let name = |id: Option<PersonId>| id.and_then(|id| around.cards.get(&id)).map(|card| card.name.clone());
    if category.is_delicate {
        return page.text("voice-goes-handlers", &[("n", Value::from(around.handlers.len() as i64))]);
    }
    match (name(owner), name(deputy)) {
        (Some(owner), Some(deputy)) => page.text(
            "voice-goes-both",
            &[("owner", Value::from(owner.as_str())), ("deputy", Value::from(deputy.as_str()))],
        ),
        (Some(owner), None) => page.text("voice-goes-owner", &[("owner", Value::from(owner.as_str()))]),
        (None, _) => page.text("voice-goes-nobody", &[]),
    }
}

/// Stores it with everything that follows, in one transaction. A second press finds the first one's issue.
async fn send(me: &Me, around: &Around, person: &Person, raised: Raised, key: &FormKey) -> Result<IssueId, Failure> {
    let app = me.page().app();
    let now = app.now();
    let id = IssueId::new(now);
    let (form_hash, same_form) = (key.hash(), key.hash());
    let (site, of) = (around.site.clone(), raised.clone());
    let out: HashSet<PersonId> = raised.excluded.iter().copied().chain([me.person_id]).collect();
    let (before, (owner_id, deputy_id), told, holidays, rules) = app
        .read(move |conn| {
            let today = site.today(now);
            let pair = receivers_store::find_receivers(conn, of.category_id, site.id, of.level, &out, today)?;
            let told = receivers_store::list_told(conn, pair.0, site.id, of.level, &out, today)?;
            let people = person_store::list_by_keys(conn, &told)?;
            let holidays = site_store::list_holidays(conn, site.id)?;
            Ok((issue_store::find_of_form(conn, &same_form)?, pair, people, holidays, rules_store::find(conn)?))
        })
        .await?;
    if let Some(id) = before {
        return Ok(id);
    }
    let is_confidential = raised.level == Level::Confidential;
    let about = About { id, kind: raised.kind.name().into(), site: around.site.name.clone(), is_confidential };
    let mails = write_all(app, &told, &about)?;
    let category = around.categories.iter().find(|(category, ..)| category.id == raised.category_id);
    let days = category.map_or((2, 5, 20), |(category, ..)| category.due_days);
    let today = around.site.today(now);
    let due = rules.due(raised.level, today, clocks::due(&around.site, &holidays, today, days));
    let key = is_confidential.then(DataKey::random);
    let seal = key.as_ref().map(|key| (key.wrap(&app.secrets, id.0.as_bytes()), seal_words(key, id, &raised.words)));
    let new = NewIssue {
        id,
        form_hash: Some(form_hash.clone()),
        kind: raised.kind,
        level: raised.level,
        reach: raised.reach,
        category_id: raised.category_id,
        unit: Unit { site_id: person.site_id, department_id: person.department_id, team_id: person.team_id },
        raiser_id: Some(me.person_id),
        language: me.page().lang().tag(),
        words: if is_confidential { Words::default() } else { raised.words },
        seal,
        owner_id,
        deputy_id,
        due,
        excluded: raised.excluded,
    };
    let event = NewEvent {
        id: RowId::new(now),
        issue_id: id,
        by: None,
        what: State::Received.name(),
        kept: Kept { text: String::new(), sealed: None },
        planned_on: None,
    };
    let touched: Vec<PersonId> = told.iter().map(|person| person.id).chain([me.person_id]).collect();
    let written = app
        .write(move |deed| {
            issue_store::insert(deed.conn, &new, deed.now)?;
            issue_talk_store::insert_event(deed.conn, &event, deed.now)?;
            super::touch(deed, &touched);
            mails.iter().try_for_each(|mail| outbox::put(deed, mail))
        })
        .await;
    match written {
        Err(error) if error.violates("issue.form_hash") => first_of(app, form_hash).await,
        other => Ok(other.map(|()| id)?),
    }
}

async fn first_of(app: &App, form_hash: Vec<u8>) -> Result<IssueId, Failure> {
    let first = app.read(move |conn| issue_store::find_of_form(conn, &form_hash)).await?;
    first.ok_or_else(|| Failure::ours(&"a form was sent before and led to nothing"))
}

fn write_all(app: &App, told: &[Person], about: &About) -> Result<Vec<Message>, Failure> {
    let mails = told.iter().map(|person| mails::issue_received(app, person, about));
    Ok(mails.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}
