//! What the raiser of an issue does with it (write further, take back, give their name), and what others do with it who
//! see it: join, and take that back.

use actix_web::web;
use serde::Serialize;

use super::one::{self, Typed, find, show_with};
use super::{audience, kept_from, open, read_talk, touch};
use crate::ids::{IssueId, MessageId, PersonId, RowId};
use crate::mail::outbox;
use crate::people::role::Role;
use crate::people::sender::FormKey;
use crate::people::{person_store, site_store};
use crate::seal::DataKey;
use crate::text;
use crate::voice::issue::{Reach, Words};
use crate::voice::issue_list_store::NAMED_ROLES;
use crate::voice::issue_store::{self, Issue, Revealed, Stands};
use crate::voice::issue_support_store as support_store;
use crate::voice::issue_talk_store::{self as talk_store, NewEvent, NewMessage, side};
use crate::voice::level::Level;
use crate::voice::mails;
use crate::voice::receivers_store;
use crate::voice::sealed::{Kept, seal_words};
use crate::voice::state::{State, told};
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

async fn find_own(me: &Me, id: IssueId) -> Result<Issue, Failure> {
    let (issue, _) = find(me, id).await?;
    if issue.raiser_id == Some(me.person_id) { Ok(issue) } else { Err(Failure::NotFound) }
}

fn page_of(id: IssueId) -> String {
    format!("/voice/{id}")
}

/// POST /voice/{id}/write: further words of its raiser. One that was closed opens once more.
pub async fn write(me: Me, id: web::Path<IssueId>, form: Form) -> Answer {
    let issue = find_own(&me, *id).await?;
    if issue.state() == State::Withdrawn {
        return Err(Failure::Faster("/voice/mine".into()));
    }
    let words = match text::words(form.text("text")) {
        Ok(words) => words,
        Err(problem) => {
            let mut problems = Problems::none();
            problems.take::<String>("text", Err(problem));
            return show_with(&me, issue, false, Typed::wrong(form, problems)).await;
        }
    };
    let app = me.page().app();
    let (_, key) = open(me.page(), &issue);
    if issue.is_confidential() && key.is_none() {
        return Err(Failure::ours(&crate::seal::Unopened));
    }
    let key = key.filter(|_| issue.is_confidential());
    let message = MessageId::new(app.now());
    let new = NewMessage {
        id: message,
        issue_id: issue.id,
        form_hash: FormKey::from_form(form.text("form_key")).hash(),
        side: side::RAISER,
        by: me.person_id,
        kept: Kept::new(key.as_ref(), message.0, &words),
    };
    let entry = entry(RowId::new(app.now()), issue.id, me.person_id, told::REOPENED);
    let to = audience(app, &issue).await?.ok_or(Failure::NotFound)?;
    let id = issue.id;
    let written = app
        .write(move |deed| {
            // As it stands at this moment: a handler may have closed it, or its raiser taken it back elsewhere, while these
            // words were typed.
            let now = issue_store::hold(deed.conn, id)?.filter(|now| now.state() != State::Withdrawn);
            let Some(now) = now else { return Ok(false) };
            talk_store::insert_message(deed.conn, &new, deed.now)?;
            if now.state().is_closed() {
                let opened = Stands { state: State::Received, planned_on: None, joined_to: None, is_answer: false };
                issue_store::set_state(deed.conn, &now, now.version, opened, deed.now)?;
                talk_store::insert_event(deed.conn, &entry, deed.now)?;
            }
            touch(deed, &to.touched);
            Ok(true)
        })
        .await;
    match written {
        Ok(false) => Err(Failure::Faster("/voice/mine".into())),
        Err(error) if !error.violates("issue_message.form_hash") => Err(error.into()),
        _ => Ok(see_other_saying(&page_of(id), "voice-said-written")),
    }
}

fn entry(id: RowId, issue_id: IssueId, by: PersonId, what: &'static str) -> NewEvent {
    let kept = Kept { text: String::new(), sealed: None };
    NewEvent { id, issue_id, by: Some(by), what, kept, planned_on: None }
}

#[derive(Serialize)]
struct Withdrawing {
    id: IssueId,
    first_words: String,
    text_lang: String,
    supporters: i32,
}

/// GET /voice/{id}/withdraw
pub async fn ask_to_withdraw(me: Me, id: web::Path<IssueId>) -> Answer {
    let issue = find_own(&me, *id).await?;
    if issue.state() == State::Withdrawn {
        return Err(Failure::Faster("/voice/mine".into()));
    }
    let first_words = open(me.page(), &issue).0.title;
    let supporters = issue.support_count;
    let view = Withdrawing { id: issue.id, first_words, text_lang: issue.language, supporters };
    me.page().show("voice/withdraw", &view)
}

/// POST /voice/{id}/withdraw: its words and all that was said are erased. A second press is as good as the first.
pub async fn withdraw(me: Me, id: web::Path<IssueId>) -> Answer {
    let issue = find_own(&me, *id).await?;
    if issue.state() == State::Withdrawn {
        return Ok(see_other_saying("/voice/mine", "voice-said-withdrawn"));
    }
    let app = me.page().app();
    let seal = issue.is_confidential().then(|| {
        let key = DataKey::random();
        (key.wrap(&app.secrets, issue.id.0.as_bytes()), seal_words(&key, issue.id, &Words::default()))
    });
    let to = audience(app, &issue).await?.ok_or(Failure::NotFound)?;
    let entry = entry(RowId::new(app.now()), issue.id, me.person_id, State::Withdrawn.name());
    app.write(move |deed| {
        issue_store::withdraw(deed.conn, issue.id, seal.clone(), deed.now)?;
        talk_store::insert_event(deed.conn, &entry, deed.now)?;
        touch(deed, &to.touched);
        Ok(())
    })
    .await?;
    Ok(see_other_saying("/voice/mine", "voice-said-withdrawn"))
}

/// POST /voice/{id}/support: "me too"; `step=end` takes it back. Pressed twice it counts once.
pub async fn support(me: Me, id: web::Path<IssueId>, form: Form) -> Answer {
    let (issue, _) = find(&me, *id).await?;
    let ends = form.text("step") == "end";
    if !ends && !issue.can_be_joined_by(me.person_id) {
        return Err(Failure::Faster(page_of(issue.id)));
    }
    let (id, person) = (issue.id, me.person_id);
    let touched: Vec<PersonId> = [issue.raiser_id, issue.owner_id, Some(person)].into_iter().flatten().collect();
    let is_done = me
        .page()
        .app()
        .write(move |deed| {
            // As it stands at this moment: whoever joins what goes on under another one by now would not be brought there.
            let now = issue_store::hold(deed.conn, id)?;
            let is_kept_from = issue_store::is_barred(deed.conn, id, person)?;
            match now.filter(|now| ends || (now.can_be_joined_by(person) && !is_kept_from)) {
                None => return Ok(false),
                Some(_) if ends => support_store::remove(deed.conn, id, person)?,
                Some(_) => support_store::add(deed.conn, id, person, deed.now)?,
            }
            touch(deed, &touched);
            Ok(true)
        })
        .await?;
    if !is_done {
        return Err(Failure::Faster(page_of(id)));
    }
    Ok(see_other_saying(&page_of(id), if ends { "voice-said-left" } else { "voice-said-joined" }))
}

#[derive(Serialize)]
struct Revealing {
    id: IssueId,
    first_words: String,
    text_lang: String,
    delicate: bool,
    site: String,
    readers: Vec<String>,
    version: i32,
    form: FormView,
}

/// GET /voice/{id}/reveal: the warning that it is final.
pub async fn ask_to_reveal(me: Me, id: web::Path<IssueId>) -> Answer {
    let issue = find_own(&me, *id).await?;
    show_reveal(&me, issue, &Form::of(&[("scope", Reach::Private.name())]), Problems::none()).await
}

/// Who answers once it is named, and everybody who reads it then.
async fn after_reveal(me: &Me, issue: &Issue) -> Result<After, Failure> {
    let (of, now) = (issue.clone(), me.page().app().now());
    let after = me
        .page()
        .app()
        .read(move |conn| {
            let Some(site) = site_store::find_site(conn, of.site_id)? else { return Ok(None) };
            let today = site.today(now);
            let out = kept_from(conn, &of)?;
            let (owner, deputy) =
                receivers_store::find_receivers(conn, of.category_id, site.id, Level::Named, &out, today)?;
            let roles = [NAMED_ROLES, &[Role::ConfidentialHandler]].concat();
            let holders = receivers_store::list_holders(conn, site.id, &roles, today)?;
            let holders = holders.into_iter().map(|holder| holder.person_id).filter(|id| !out.contains(id));
            let mut ids: Vec<PersonId> = Vec::new();
            for id in [owner, deputy].into_iter().flatten().chain(holders) {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            let cards = person_store::list_cards(conn, &ids)?;
            let readers = ids.iter().filter_map(|id| cards.get(id)).map(|card| card.name.clone()).collect();
            let is_delicate = super::category_of(conn, &of)?.is_delicate;
            Ok(Some(After { owner, deputy, readers, is_delicate, site: site.name }))
        })
        .await?;
    after.ok_or(Failure::NotFound)
}

struct After {
    owner: Option<PersonId>,
    deputy: Option<PersonId>,
    readers: Vec<String>,
    is_delicate: bool,
    site: String,
}

async fn show_reveal(me: &Me, issue: Issue, form: &Form, problems: Problems) -> Answer {
    if !issue.is_confidential() || issue.state() == State::Withdrawn {
        return Err(Failure::Faster(page_of(issue.id)));
    }
    let after = after_reveal(me, &issue).await?;
    let page = me.page();
    let view = Revealing {
        id: issue.id,
        first_words: open(page, &issue).0.title,
        text_lang: issue.language,
        delicate: after.is_delicate,
        site: after.site,
        readers: after.readers,
        version: issue.version,
        form: form.view(page, &problems),
    };
    if problems.is_empty() { page.show("voice/reveal", &view) } else { page.show_again("voice/reveal", &view) }
}

/// POST /voice/{id}/reveal: from now on it is a named one. Only its raiser can do this, and never back.
pub async fn reveal(me: Me, id: web::Path<IssueId>, form: Form) -> Answer {
    let issue = find_own(&me, *id).await?;
    if !issue.is_confidential() || issue.state() == State::Withdrawn {
        return Ok(see_other_saying(&page_of(issue.id), "voice-said-revealed"));
    }
    let after = after_reveal(&me, &issue).await?;
    let reach = match Reach::from_name(form.text("scope")) {
        // What is delicate stays among those who deal with it, whoever raised it.
        Some(_) if after.is_delicate => Reach::Private,
        Some(reach) => reach,
        None => return show_reveal(&me, issue, &form, Problems::one("scope", "voice-problem-scope")).await,
    };
    if !form.has("sure") {
        return show_reveal(&me, issue, &form, Problems::one("sure", "voice-problem-sure")).await;
    }
    let app = me.page().app();
    let (words, key) = open(me.page(), &issue);
    let Some(key) = key else { return Err(Failure::ours(&crate::seal::Unopened)) };
    let of = issue.id;
    let talk = app.read(move |conn| read_talk(conn, of)).await?;
    let plain = |list: &[talk_store::Said]| {
        let texts = list.iter().filter(|said| said.kept.sealed.is_some());
        texts.map(|said| Ok((said.id, said.kept.open(Some(&key), said.id)?))).collect::<Result<Vec<_>, _>>()
    };
    let unopened = |error: crate::seal::Unopened| Failure::ours(&error);
    let messages = plain(&talk.messages).map_err(unopened)?;
    let events = plain(&talk.events).map_err(unopened)?;
    let to = Revealed { words, reach, owner_id: after.owner, deputy_id: after.deputy };
    let hear = audience(app, &issue).await?.ok_or(Failure::NotFound)?;
    let owner = match after.owner {
        Some(id) => app.read(move |conn| person_store::find_person(conn, id)).await?,
        None => None,
    };
    let about = mails::About { is_confidential: false, ..hear.about.clone() };
    let mail = owner.map(|owner| mails::issue_received(app, &owner, &about)).transpose()?.flatten();
    let entry = entry(RowId::new(app.now()), issue.id, me.person_id, told::REVEALED);
    let version = form.read("version").unwrap_or(issue.version);
    let is_done = app
        .write(move |deed| {
            if !issue_store::reveal(deed.conn, issue.id, version, &to)? {
                return Ok(false);
            }
            talk_store::open_all(deed.conn, &messages, &events)?;
            talk_store::insert_event(deed.conn, &entry, deed.now)?;
            touch(deed, &hear.touched);
            touch(deed, &[to.owner_id, to.deputy_id].into_iter().flatten().collect::<Vec<_>>());
            mail.iter().try_for_each(|mail| outbox::put(deed, mail))?;
            Ok(true)
        })
        .await?;
    if is_done {
        Ok(see_other_saying(&page_of(of), "voice-said-revealed"))
    } else {
        let (issue, _) = one::find(&me, of).await?;
        show_reveal(&me, issue, &form, Problems::one("sure", "voice-problem-faster")).await
    }
}
