//! One issue, as whoever sees it sees it: its words, its dated entries, how many it is about; for its raiser and its
//! handlers also what they say to each other; for its handlers what they may do.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Serialize;

use super::sees::{DueView, Sees, due, sees};
use super::{Talk, open, read_talk};
use crate::clock::{Day, Moment};
use crate::ids::{IssueId, PersonId};
use crate::people::audit::What;
use crate::people::person::PersonCard;
use crate::people::role::Role;
use crate::people::sender::FormKey;
use crate::people::site::Site;
use crate::people::{audit_store, person_store, site_store};
use crate::seal::DataKey;
use crate::voice::category::Category;
use crate::voice::criticality;
use crate::voice::issue_list_store as list_store;
use crate::voice::issue_store::{self, Issue};
use crate::voice::issue_talk_store::{Said, side};
use crate::voice::receivers_store;
use crate::voice::state::State;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

#[derive(Serialize)]
struct View {
    issue: IssueView,
    events: Vec<EventView>,
    messages: Vec<MessageView>,
    can: Can,
    sees: Sees,
    handling: Option<Handling>,
    form_key: String,
    form: FormView,
    chosen: Option<PersonCard>,
    candidates: Vec<PersonCard>,
    kept: Option<&'static str>,
    zone: String,
}

#[derive(Serialize)]
struct IssueView {
    id: IssueId,
    kind: String,
    level: String,
    scope: String,
    title: String,
    what: String,
    place: String,
    fix: String,
    text_lang: String,
    category: String,
    channel: String,
    site: String,
    raiser: Option<String>,
    raised_at: Moment,
    /// Of what came without a name only the day is known.
    raised_on: Option<Day>,
    state: String,
    people: i32,
    planned_on: Option<Day>,
    joined_to: Option<JoinedView>,
    withdrawn: bool,
    closed: bool,
    version: i32,
    /// What is owed next and by when; none once it is decided.
    due: Option<DueView>,
}

#[derive(Serialize)]
struct JoinedView {
    id: IssueId,
    first_words: String,
}

#[derive(Serialize)]
struct EventView {
    what: String,
    name: Option<String>,
    text: String,
    planned_on: Option<Day>,
    at: Moment,
    /// It happened on that day; the time is nobody's.
    on: Option<Day>,
}

#[derive(Serialize)]
struct MessageView {
    from_staff: bool,
    name: String,
    text: String,
    at: Moment,
}

/// What the one who looks may do.
#[derive(Serialize)]
#[allow(clippy::struct_excessive_bools)] // each is a button
struct Can {
    join: bool,
    join_unseen: bool,
    leave: bool,
    talk: bool,
    write: bool,
    withdraw: bool,
    reveal: bool,
    handle: bool,
}

/// What only handlers see.
#[derive(Serialize)]
struct Handling {
    owner: Option<String>,
    deputy: Option<String>,
    is_owner: bool,
    remarks: Vec<MessageView>,
    states: Vec<&'static str>,
    others: Vec<JoinedView>,
    joined: Vec<JoinedView>,
    public: bool,
    has_raiser: bool,
    criticality: i32,
    criticalities: [i32; 6],
}

/// What a page of an issue shows besides what stands in the database: what was typed, and what is wrong with it.
#[derive(Default)]
pub(super) struct Typed {
    pub(super) form: Form,
    pub(super) problems: Problems,
    pub(super) candidates: Vec<PersonCard>,
    pub(super) chosen: Option<PersonCard>,
    /// Somebody else was faster: 409, and everything typed still there.
    pub(super) is_late: bool,
    /// The field whose words are shown although its form is gone, because the issue was taken back.
    pub(super) kept: Option<&'static str>,
}

impl Typed {
    /// A form that is not right.
    pub(super) fn wrong(form: Form, problems: Problems) -> Typed {
        Typed { form, problems, ..Typed::default() }
    }

    /// Words about what was taken back meanwhile: they cannot be said any more, and are not lost either.
    pub(super) fn too_late(form: Form, field: &'static str) -> Typed {
        let problems = Problems::one(field, "voice-problem-withdrawn");
        Typed { form, problems, is_late: true, kept: Some(field), ..Typed::default() }
    }

    /// A form about what has changed meanwhile.
    pub(super) fn late(form: Form, field: &str) -> Typed {
        Typed { form, problems: Problems::one(field, "voice-problem-faster"), is_late: true, ..Typed::default() }
    }
}

/// An issue that the viewer sees, and whether they handle it; 404 for all others, whatever they are.
pub(super) async fn find(me: &Me, id: IssueId) -> Result<(Issue, bool), Failure> {
    let viewer = (**me).clone();
    me.page().app().read(move |conn| list_store::find_visible(conn, id, &viewer)).await?.ok_or(Failure::NotFound)
}

/// The same for those who handle it; for others who see it there is nothing to handle.
pub(super) async fn find_handled(me: &Me, id: IssueId) -> Result<Issue, Failure> {
    let (issue, handles) = find(me, id).await?;
    if handles { Ok(issue) } else { Err(Failure::NotFound) }
}

/// GET /voice/{id}
pub async fn show(me: Me, id: web::Path<IssueId>) -> Answer {
    let (issue, handles) = find(&me, *id).await?;
    show_with(&me, issue, handles, Typed::default()).await
}

/// The page of an issue. That a handler opens a confidential one is written down before a word of it is shown.
pub(super) async fn show_with(me: &Me, issue: Issue, handles: bool, typed: Typed) -> Answer {
    let page = me.page();
    if handles && issue.wrapped_key.is_some() {
        let entry = me.entry(What::Opened, "issue", Some(issue.id.0), "");
        page.app().write(move |deed| audit_store::record_opening(deed.conn, &entry, deed.now)).await?;
    }
    let around = read(me, &issue, handles).await?;
    let (words, key) = open(page, &issue);
    let is_raiser = issue.raiser_id == Some(me.person_id);
    let talks = is_raiser || handles;
    let is_withdrawn = issue.state() == State::Withdrawn;
    let is_confidant = me.scope_of(&[Role::ConfidentialHandler]).holds(issue.site_id);
    let name = |id: Option<PersonId>| id.and_then(|id| around.cards.get(&id)).map(|card| card.name.clone());
    let said = |said: &Said, from_staff: bool| MessageView {
        from_staff,
        name: name(said.by).unwrap_or_default(),
        text: text_of(me, key.as_ref(), said),
        at: said.at,
    };
    let name_of = |other: &Issue| JoinedView {
        id: other.id,
        first_words: match other.state() {
            State::Withdrawn => page.text("voice-withdrawn-title", &[]),
            _ => open(page, other).0.title,
        },
    };
    let handling = handles.then(|| Handling {
        owner: name(issue.owner_id),
        deputy: name(issue.deputy_id),
        is_owner: issue.owner_id == Some(me.person_id),
        remarks: around
            .talk
            .remarks
            .iter()
            // What confidants said among each other stays among them, also once the raiser has given their name.
            .filter(|remark| remark.kept.sealed.is_none() || is_confidant)
            .map(|remark| said(remark, true))
            .collect(),
        states: State::ALL
            .iter()
            .filter(|state| !matches!(state, State::Received | State::Withdrawn) && **state != issue.state())
            .filter(|state| **state != State::Joined || !around.others.is_empty())
            .map(|state| state.name())
            .collect(),
        others: around.others.iter().map(&name_of).collect(),
        joined: around.joined.iter().map(&name_of).collect(),
        public: issue.is_shared(),
        has_raiser: issue.raiser_id.is_some(),
        criticality: issue.criticality,
        criticalities: criticality::ALL,
    });
    let view = View {
        events: around
            .talk
            .events
            .iter()
            .map(|event| EventView {
                what: event.what.clone(),
                name: name(event.by),
                text: text_of(me, key.as_ref(), event),
                planned_on: event.planned_on,
                at: event.at,
                on: (event.by.is_none() && issue.raiser_id.is_none()).then(|| event.at.day_in(&around.site.zone())),
            })
            .collect(),
        messages: match talks {
            true => around.talk.messages.iter().map(|one| said(one, one.what == side::HANDLER)).collect(),
            false => Vec::new(),
        },
        can: Can {
            join: issue.can_be_joined_by(me.person_id) && !around.is_joined,
            join_unseen: issue.is_for_its_site(),
            leave: around.is_joined,
            talk: talks,
            write: is_raiser && !is_withdrawn,
            withdraw: is_raiser && !is_withdrawn,
            reveal: is_raiser && issue.is_confidential() && !is_withdrawn,
            handle: handles && !is_withdrawn,
        },
        sees: sees(me, &issue, &around, handles),
        handling: handling.filter(|_| !is_withdrawn),
        form_key: FormKey::from_form(typed.form.text("form_key")).as_str().to_owned(),
        form: typed.form.view(page, &typed.problems),
        chosen: typed.chosen,
        candidates: typed.candidates,
        kept: typed.kept,
        zone: around.site.time_zone.clone(),
        issue: IssueView {
            id: issue.id,
            kind: issue.kind.clone(),
            level: issue.level.clone(),
            scope: issue.scope.clone(),
            what: if words.what.trim_end_matches('.') == words.title { String::new() } else { words.what },
            title: words.title,
            place: words.place,
            fix: words.fix,
            text_lang: issue.language.clone(),
            category: around.category.name(&page.app().views, page.lang()),
            channel: match is_raiser {
                true => around.category.channel(&page.app().views, page.lang()).unwrap_or_default(),
                false => String::new(),
            },
            site: around.site.name.clone(),
            raiser: name(issue.raiser_id).filter(|_| !is_withdrawn || is_raiser),
            raised_at: issue.raised_at,
            raised_on: issue.raiser_id.is_none().then(|| issue.raised_at.day_in(&around.site.zone())),
            state: issue.state.clone(),
            people: issue.people(),
            planned_on: issue.planned_on,
            joined_to: around.goes_on.as_ref().map(&name_of),
            withdrawn: is_withdrawn,
            closed: issue.state().is_closed(),
            version: issue.version,
            due: if talks { due(&issue, around.site.today(page.app().now())) } else { None },
        },
    };
    let status = match (typed.is_late, typed.problems.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, true) => StatusCode::OK,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    page.show_as(status, "voice/show", &view)
}

/// The words of something said. What does not open says so.
fn text_of(me: &Me, key: Option<&DataKey>, said: &Said) -> String {
    said.kept.open(key, said.id).unwrap_or_else(|_| me.page().text("voice-unopened", &[]))
}

/// What stands in the database around an issue.
pub(super) struct Around {
    site: Site,
    category: Category,
    talk: Talk,
    pub(super) cards: HashMap<PersonId, PersonCard>,
    pub(super) barred: Vec<(PersonId, String)>,
    pub(super) handlers: Vec<receivers_store::Holder>,
    is_joined: bool,
    goes_on: Option<Issue>,
    others: Vec<Issue>,
    joined: Vec<Issue>,
}

async fn read(me: &Me, issue: &Issue, handles: bool) -> Result<Around, Failure> {
    let (issue, viewer, now) = (issue.clone(), (**me).clone(), me.page().app().now());
    let around = me
        .page()
        .app()
        .read(move |conn| {
            let Some(site) = site_store::find_site(conn, issue.site_id)? else { return Ok(None) };
            let today = site.today(now);
            let talk = read_talk(conn, issue.id)?;
            let barred = issue_store::list_barred(conn, issue.id)?;
            let roles = list_store::roles_that_read(&issue);
            let handlers = receivers_store::list_holders(conn, site.id, &roles, today)?;
            let spoke = talk.events.iter().chain(&talk.messages).chain(&talk.remarks).filter_map(|said| said.by);
            let mut ids: Vec<PersonId> = spoke.chain(barred.iter().map(|(id, _)| *id)).collect();
            ids.extend([issue.raiser_id, issue.owner_id, issue.deputy_id].into_iter().flatten());
            ids.extend(handlers.iter().map(|holder| holder.person_id));
            let goes_on = match issue.joined_to_id {
                Some(id) => list_store::find_visible(conn, id, &viewer)?.map(|(other, _)| other),
                None => None,
            };
            Ok(Some(Around {
                category: super::category_of(conn, &issue)?,
                cards: person_store::list_cards(conn, &ids)?,
                is_joined: !list_store::list_joined(conn, viewer.person_id, &[issue.id])?.is_empty(),
                others: if handles { list_store::list_to_join(conn, &viewer, &issue)? } else { Vec::new() },
                joined: if handles { list_store::list_joined_to(conn, &viewer, issue.id)? } else { Vec::new() },
                site,
                talk,
                barred,
                handlers,
                goes_on,
            }))
        })
        .await?;
    around.ok_or(Failure::NotFound)
}
