//! What a handler does in a thread: answer, remark, say where things stand and how much hangs on it, step aside.

use std::collections::HashSet;

use actix_web::web::Path;

use super::*;
use crate::voice::{clocks, criticality_store, issue_store};

/// `POST /voice/threads/{id}/answer`
pub async fn answer(me: Me, id: Path<ThreadId>, form: Form) -> Answer {
    let thread = find(&me, *id).await?;
    let mut problems = Problems::none();
    let text = problems.need("text", text::words(form.text("text")), "anonymous-problem-text");
    if !problems.is_empty() {
        return show_with(&me, thread, &form, &problems).await;
    }
    done(&me, thread, &form, (Said::Answer { by: me.name.clone(), text }, "answered"), None).await
}

/// `POST /voice/threads/{id}/state`
pub async fn set_state(me: Me, id: Path<ThreadId>, form: Form) -> Answer {
    let thread = find(&me, *id).await?;
    let mut problems = Problems::none();
    let state = State::from_name(form.text("state")).filter(|state| is_step(*state));
    let text = problems.take("reason", text::optional_words(form.text("reason")));
    match state {
        None => problems.add("state", "anonymous-problem-state"),
        Some(state) if needs_words(state) && text.is_empty() && problems.is_empty() => {
            problems.add("reason", "anonymous-problem-reason");
        }
        Some(_) => {}
    }
    let (Some(state), true) = (state, problems.is_empty()) else {
        return show_with(&me, thread, &form, &problems).await;
    };
    let said = Said::State { by: me.name.clone(), state: state.name().to_owned(), text };
    done(&me, thread, &form, (said, state.name()), Some(state)).await
}

/// Says it, and where the thread stands from now on if that changes.
async fn done(me: &Me, thread: Thread, form: &Form, (said, name): (Said, &'static str), to: Option<State>) -> Answer {
    let id = thread.row.id;
    let act = Act { said, what: What::Handled, name, about: None };
    let is_done = store_once(me, thread, Press::of(form, name), act, move |deed, thread, on| match to {
        Some(state) => thread_store::set_state(deed.conn, thread, state, on),
        None => Ok(true),
    });
    match is_done.await? {
        true => Ok(see_other_saying(&path_of(id), "anonymous-said-told")),
        false => late(me, id, form, "state").await,
    }
}

/// `POST /voice/threads/{id}/criticality`: how much hangs on it. Its writer is not told; its handlers are, if somebody may come
/// to harm, but only in the hours in which they hear of anything.
pub async fn set_criticality(me: Me, id: Path<ThreadId>, form: Form) -> Answer {
    let thread = find(&me, *id).await?;
    let Some(to) = criticality::read(&form) else {
        return show_with(&me, thread, &form, &Problems::one("criticality", "voice-problem-criticality")).await;
    };
    let (id, before, today) = (thread.row.id, thread.row.criticality, today(&me).await?);
    let version = form.read("version").unwrap_or_default();
    let entry = me.entry(What::Handled, "thread", Some(id.0), &criticality::said(before, to));
    let is_done = me.page().app().write(move |deed| {
        let Some(now) = thread_store::find_held(deed.conn, &thread.row.lookup_hash)? else { return Ok(false) };
        if now.criticality == to {
            return Ok(true);
        }
        let site = now.site_id.map(|id| site_store::find_site(deed.conn, id)).transpose()?.flatten();
        let holidays = match &site {
            Some(site) => site_store::list_holidays(deed.conn, site.id)?,
            None => HashSet::new(),
        };
        let next_working_day = clocks::next_working_day(site.as_ref(), &holidays, today);
        if !criticality_store::set_of_thread(deed.conn, (id, version), to, next_working_day)? {
            return Ok(false);
        }
        audit_store::record(deed.conn, &entry, deed.now)?;
        Ok(true)
    });
    match is_done.await? {
        true => Ok(see_other_saying(&path_of(id), "voice-said-saved")),
        false => late(&me, id, &form, "criticality").await,
    }
}

/// `POST /voice/threads/{id}/remark`: for handlers only.
pub async fn remark(me: Me, id: Path<ThreadId>, form: Form) -> Answer {
    let thread = find(&me, *id).await?;
    let mut problems = Problems::none();
    let text = problems.need("remark", text::words(form.text("remark")), "anonymous-problem-text");
    if !problems.is_empty() {
        return show_with(&me, thread, &form, &problems).await;
    }
    let (id, on, by) = (thread.row.id, today(&me).await?, me.name.clone());
    let hash = hash_of(&form, "remarked");
    let entry = me.entry(What::Handled, "thread", Some(id.0), "remarked");
    let remark = Said::Answer { by, text };
    me.page()
        .app()
        .write(move |deed| {
            if is_said(deed, &thread, &hash)? {
                return Ok(());
            }
            let new = New { thread: id, key: &thread.key, form_hash: Some(&hash), on };
            thread_store::add_remark(deed.conn, new, &remark)?;
            audit_store::record(deed.conn, &entry, deed.now)
        })
        .await?;
    Ok(see_other_saying(&path_of(id), "anonymous-said-remarked"))
}

/// `POST /voice/threads/{id}/aside`: a handler who should not decide this one gives it up for good, unless nobody else is
/// left to read it.
pub async fn step_aside(me: Me, id: Path<ThreadId>, form: Form) -> Answer {
    let thread = find(&me, *id).await?;
    let (person, secrets) = (me.person_id, me.page().app().secrets.clone());
    let lookup_hash = thread.row.lookup_hash.clone();
    let entry = me.entry(What::Handled, "thread", Some(thread.row.id.0), "stepped_aside");
    let is_done = me
        .page()
        .app()
        .write(move |deed| {
            // Read again: in the meantime another one may have stepped aside, or the writer given their name.
            let row = thread_store::find_held(deed.conn, &lookup_hash)?;
            let Some(Ok(mut thread)) = row.map(|row| Thread::open(&secrets, row)) else { return Ok(false) };
            let sites = site_store::list_sites(deed.conn)?;
            let handlers = list_handlers(deed.conn, &sites, deed.now)?;
            // From whom what the site sees of it is kept, they cannot take that back.
            let shown = thread.row.published_id.filter(|_| thread.row.review == review::PUBLISHED);
            let barred = shown.map(|issue| issue_store::list_barred(deed.conn, issue)).transpose()?.unwrap_or_default();
            let is_left = |id: PersonId| id != person && !barred.iter().any(|(one, _)| *one == id);
            if !handlers.iter().any(|one| is_left(one.person.id) && thread.is_for(one.person.id, &one.scope)) {
                return Ok(false);
            }
            thread.header.aside.push(person);
            let sealed = seal(&thread.key, thread.row.id, Part::Header, &thread.header);
            thread_store::set_header(deed.conn, thread.row.id, &sealed)?;
            audit_store::record(deed.conn, &entry, deed.now)?;
            Ok(true)
        })
        .await?;
    match is_done {
        true => Ok(see_other_saying("/voice/threads", "anonymous-said-aside")),
        false => show_with(&me, thread, &form, &Problems::one("aside", "anonymous-problem-last-handler")).await,
    }
}
