//! Who handles an issue, and who never sees it: handing over, stepping aside, saying whom it is about.

use actix_web::web;

use super::one::{Typed, find_handled, show_with};
use super::{audience, handled, kept_from, touch};
use crate::db::{Conn, QueryResult};
use crate::ids::{IssueId, PersonId, RowId};
use crate::mail::outbox;
use crate::people::finders::finder_of;
use crate::people::{audit_store, person_store, site_store};
use crate::voice::anonymous::readers;
use crate::voice::issue_store::{self, Issue, why};
use crate::voice::issue_talk_store::{self as talk_store, NewEvent};
use crate::voice::level::Level;
use crate::voice::mails;
use crate::voice::receivers_store::{self, list_handlers};
use crate::voice::sealed::Kept;
use crate::voice::state::told;
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, Me, Problems};

/// How many people the finder offers.
const OFFERED: usize = 6;

fn page_of(id: IssueId) -> String {
    format!("/voice/{id}")
}

/// POST /voice/{id}/people: `deed` is `owner`, `deputy` or `subject`, `person` who it is; `step` is a button of the finder.
pub async fn choose(me: Me, id: web::Path<IssueId>, mut form: Form) -> Answer {
    let issue = find_handled(&me, *id).await?;
    let finder = finder_of(me.page().app(), None).await?;
    let offered = || finder.find(form.text("who"), OFFERED).into_iter().map(|found| found.card).collect::<Vec<_>>();
    match form.text("step") {
        "find" => {
            let candidates = offered();
            let problems = match candidates.is_empty() {
                true => Problems::one("who", "voice-problem-nobody"),
                false => Problems::none(),
            };
            return show_with(&me, issue, true, Typed { form, problems, candidates, ..Typed::default() }).await;
        }
        "change" => {
            form.set("person", "");
            return show_with(&me, issue, true, Typed { form, ..Typed::default() }).await;
        }
        _ => {}
    }
    let chosen = form.read::<PersonId>("person").and_then(|id| finder.card(id)).cloned();
    let outcome = match (&chosen, form.text("deed")) {
        (None, _) => Err(Problems::one("who", "voice-problem-who")),
        (Some(card), "subject") => name_subject(&me, &issue, card.id).await?,
        (Some(card), "owner") => hand_over(&me, &issue, card.id, true).await?,
        (Some(card), "deputy") => hand_over(&me, &issue, card.id, false).await?,
        _ => Err(Problems::one("deed", "voice-problem-deed")),
    };
    match outcome {
        Ok(said) => Ok(see_other_saying(&page_of(issue.id), said)),
        Err(problems) => {
            let candidates = if chosen.is_none() && form.has("who") { offered() } else { Vec::new() };
            show_with(&me, issue, true, Typed { form, problems, candidates, chosen, ..Typed::default() }).await
        }
    }
}

type Outcome = Result<&'static str, Problems>;

/// Why somebody cannot answer an issue; none if they can.
fn why_not(
    conn: &mut Conn,
    issue: &Issue,
    to: PersonId,
    now: crate::clock::Moment,
) -> QueryResult<Option<&'static str>> {
    let Some(site) = crate::people::site_store::find_site(conn, issue.site_id)? else {
        return Ok(Some("voice-problem-gone"));
    };
    let today = site.today(now);
    if issue.raiser_id == Some(to) {
        return Ok(Some("voice-problem-is-raiser"));
    }
    if kept_from(conn, issue)?.contains(&to) {
        return Ok(Some("voice-problem-is-barred"));
    }
    if issue.is_confidential() && !list_handlers(conn, issue.site_id, today)?.contains(&to) {
        return Ok(Some("voice-problem-no-confidant"));
    }
    Ok((!receivers_store::is_present(conn, to, today)?).then_some("voice-problem-gone"))
}

/// Gives an issue to another owner or deputy, who hears of it.
async fn hand_over(me: &Me, issue: &Issue, to: PersonId, as_owner: bool) -> Result<Outcome, Failure> {
    let app = me.page().app();
    let person = app.read(move |conn| person_store::find_person(conn, to)).await?;
    let hear = audience(app, issue).await?.ok_or(Failure::NotFound)?;
    let mail = person.map(|person| mails::issue_received(app, &person, &hear.about)).transpose()?.flatten();
    let (owner, deputy) = match as_owner {
        true => (Some(to), issue.deputy_id.filter(|deputy| *deputy != to)),
        false => (issue.owner_id.filter(|owner| *owner != to), Some(to)),
    };
    let (id, version) = (issue.id, issue.version);
    let act = handled(me, id, if as_owner { "owner" } else { "deputy" });
    let entry = NewEvent {
        id: RowId::new(app.now()),
        issue_id: id,
        by: Some(to),
        what: told::HANDED_OVER,
        kept: Kept { text: String::new(), sealed: None },
        planned_on: None,
    };
    let refused = app
        .write(move |deed| {
            // As it stands at this moment: somebody may just be keeping it from them.
            let now = issue_store::hold(deed.conn, id)?.filter(|now| now.version == version);
            let Some(now) = now else { return Ok(Some("voice-problem-faster")) };
            if let Some(refused) = why_not(deed.conn, &now, to, deed.now)? {
                return Ok(Some(refused));
            }
            issue_store::set_receivers(deed.conn, id, version, owner, deputy)?;
            if as_owner {
                talk_store::insert_event(deed.conn, &entry, deed.now)?;
            }
            audit_store::record(deed.conn, &act, deed.now)?;
            touch(deed, &hear.touched);
            touch(deed, &[to]);
            mail.iter().try_for_each(|mail| outbox::put(deed, mail))?;
            Ok(None)
        })
        .await?;
    Ok(refused.map_or(Ok("voice-said-handed-over"), |why| Err(Problems::one("who", why))))
}

/// Keeps an issue from whom it is about: from now on they never see, count or find it.
async fn name_subject(me: &Me, issue: &Issue, subject: PersonId) -> Result<Outcome, Failure> {
    if issue.raiser_id == Some(subject) {
        return Ok(Err(Problems::one("who", "voice-problem-is-raiser")));
    }
    if subject == me.person_id {
        return Ok(Err(Problems::one("who", "voice-problem-aside")));
    }
    keep_from(me, issue, subject, why::SUBJECT).await
}

/// POST /voice/{id}/aside: somebody who handles it would rather not, and never sees it again.
pub async fn step_aside(me: Me, id: web::Path<IssueId>) -> Answer {
    let issue = find_handled(&me, *id).await?;
    match keep_from(&me, &issue, me.person_id, why::ASIDE).await? {
        Ok(_) => Ok(see_other_saying("/voice/queue", "voice-said-aside")),
        Err(problems) => show_with(&me, issue, true, Typed::wrong(Form::default(), problems)).await,
    }
}

/// Bars somebody. Whoever is left answers in their place; if nobody would be left who can read it, nothing is done.
async fn keep_from(me: &Me, issue: &Issue, person: PersonId, reason: &'static str) -> Result<Outcome, Failure> {
    let app = me.page().app();
    let (id, by, of) = (issue.id, me.person_id, issue.clone());
    let act = handled(me, id, reason);
    let is_done = app
        .write(move |deed| {
            let Some(now) = issue_store::hold(deed.conn, id)? else { return Ok(false) };
            let Some(site) = site_store::find_site(deed.conn, now.site_id)? else { return Ok(false) };
            let today = site.today(deed.now);
            let mut out = kept_from(deed.conn, &now)?;
            out.insert(person);
            let level = Level::from_name(&now.level).unwrap_or(Level::Named);
            let left = receivers_store::list_told(deed.conn, None, site.id, level, &out, today)?;
            let (mut owner, mut deputy) = (now.owner_id, now.deputy_id);
            if deputy == Some(person) {
                deputy = None;
            }
            if owner == Some(person) {
                (owner, deputy) = (deputy, None);
            }
            if owner.is_none() && left.is_empty() {
                return Ok(false);
            }
            // What came without a name can be taken back by who reads in confidence there: somebody has to be left who can.
            let sites = site_store::list_sites(deed.conn)?;
            let confidants = readers::list_handlers(deed.conn, &sites, deed.now)?;
            let is_left = |one: &readers::Handler| one.scope.holds(site.id) && !out.contains(&one.person.id);
            if level == Level::Anonymous && !confidants.iter().any(is_left) {
                return Ok(false);
            }
            issue_store::bar(deed.conn, id, person, reason, deed.now)?;
            if (owner, deputy) != (now.owner_id, now.deputy_id) {
                issue_store::set_receivers(deed.conn, id, now.version, owner, deputy)?;
            }
            audit_store::record(deed.conn, &act, deed.now)?;
            touch(deed, &[person, by]);
            touch(deed, &[of.owner_id, of.deputy_id, owner].into_iter().flatten().collect::<Vec<_>>());
            Ok(true)
        })
        .await?;
    Ok(match (is_done, reason) {
        (true, _) => Ok("voice-said-barred"),
        (false, why::ASIDE) => Err(Problems::one("aside", "voice-problem-nobody-left")),
        (false, _) => Err(Problems::one("who", "voice-problem-nobody-left")),
    })
}

/// POST /voice/{id}/people/{person}/remove: it is not about them after all. What its raiser excluded stays so.
pub async fn remove(me: Me, path: web::Path<(IssueId, PersonId)>) -> Answer {
    let (id, person) = *path;
    let issue = find_handled(&me, id).await?;
    let (by, act) = (me.person_id, handled(&me, id, "unbarred"));
    let is_done = me
        .page()
        .app()
        .write(move |deed| {
            let is_done = issue_store::unbar(deed.conn, id, person, why::SUBJECT)?;
            if is_done {
                audit_store::record(deed.conn, &act, deed.now)?;
                touch(deed, &[by]);
            }
            Ok(is_done)
        })
        .await?;
    if is_done { Ok(see_other_saying(&page_of(issue.id), "voice-said-unbarred")) } else { Err(Failure::NotFound) }
}
