//! What a handler does in a thread: answer, remark, say where things stand, step aside.

use actix_web::web::Path;

use super::*;

/// What to do in a thread, with the name that the audit log has for it.
struct Act {
    said: Said,
    name: &'static str,
    state: Option<State>,
}

/// `POST /voice/threads/{id}/answer`
pub async fn answer(me: Me, id: Path<ThreadId>, form: Form) -> Answer {
    let thread = find(&me, *id).await?;
    let mut problems = Problems::none();
    let text = problems.need("text", text::words(form.text("text")), "anonymous-problem-text");
    if !problems.is_empty() {
        return show_with(&me, thread, &form, &problems).await;
    }
    let act = Act { said: Said::Answer { by: me.name.clone(), text }, name: "answered", state: None };
    done(&me, thread, &form, act).await
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
    done(&me, thread, &form, Act { said, name: state.name(), state: Some(state) }).await
}

/// Stores what a handler says, what it changes, and that they did it. A second press finds it said.
async fn done(me: &Me, thread: Thread, form: &Form, act: Act) -> Answer {
    let (id, on) = (thread.row.id, today(me).await?);
    let (hash, version) = (hash_of(form, act.name), form.read("version").unwrap_or_default());
    let entry = me.entry(What::Handled, "thread", Some(id.0), act.name);
    let is_done = me
        .page()
        .app()
        .write(move |deed| {
            if is_said(deed, &thread, &hash)? {
                return Ok(true);
            }
            if let Some(state) = act.state
                && !thread_store::set_state(deed.conn, (id, version), state, on)?
            {
                return Ok(false);
            }
            let new = New { thread: id, key: &thread.key, form_hash: Some(&hash), on };
            thread_store::add_of_handler(deed.conn, new, &act.said)?;
            audit_store::record(deed.conn, &entry, deed.now)?;
            Ok(true)
        })
        .await?;
    if is_done { Ok(see_other_saying(&path_of(id), "anonymous-said-told")) } else { late(me, id, form, "state").await }
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
            if !handlers.iter().any(|one| one.person.id != person && thread.is_for(one.person.id, &one.scope)) {
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
