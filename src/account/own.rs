//! `/account/…`: one's own sessions, password and code.

use actix_web::{HttpRequest, web};
use serde::Serialize;

use super::{attempt, invitation, new_password, reset};
use crate::app::App;
use crate::clock::Moment;
use crate::ids::SessionId;
use crate::mail::outbox;
use crate::people::account::{Account, Proof, Who};
use crate::people::{account_store, link_store, passwords, sessions};
use crate::web::page::see_other_saying;
use crate::web::{Answer, Failure, Form, FormView, Me, Problems};

#[derive(Serialize)]
struct Sessions {
    sessions: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    id: SessionId,
    label: String,
    last_seen: Moment,
    current: bool,
}

#[derive(Serialize)]
struct Change {
    first: bool,
    has_password: bool,
    least: usize,
    form: FormView,
}

/// GET /account/sessions
pub async fn sessions(me: Me) -> Answer {
    let (app, account, now) = (me.page().app(), me.account_id, me.page().app().now());
    let list = app.read(move |conn| sessions::store::list_open(conn, account, now)).await?;
    let line = |session: sessions::store::Listed| Line {
        id: session.id,
        label: session.label,
        last_seen: session.seen_at,
        current: session.id == me.session_id,
    };
    me.page().show("account/sessions", &Sessions { sessions: list.into_iter().map(line).collect() })
}

/// POST /account/sessions/{id}/end
pub async fn end_session(me: Me, id: web::Path<SessionId>) -> Answer {
    let (person, account, id) = (me.person_id, me.account_id, *id);
    let ended = me.page().app().write(move |deed| sessions::end(deed, person, account, id)).await?;
    if !ended {
        return Err(Failure::NotFound);
    }
    Ok(see_other_saying("/account/sessions", "account-said-session-ended"))
}

/// POST /account/sessions/end-others
pub async fn end_other_sessions(me: Me) -> Answer {
    let (person, account, kept) = (me.person_id, me.account_id, me.session_id);
    me.page().app().write(move |deed| sessions::end_others(deed, person, account, kept)).await?;
    Ok(see_other_saying("/account/sessions", "account-said-sessions-ended"))
}

/// GET /account/code: changing the password or own code.
pub async fn edit_code(me: Me) -> Answer {
    let account = find_own(&me).await?;
    show(&me, &account, &Problems::none())
}

/// POST /account/code
pub async fn update_code(me: Me, request: HttpRequest, form: Form) -> Answer {
    let (app, account) = (me.page().app(), find_own(&me).await?);
    let mut problems = Problems::none();
    check_current(app, &account, form.text("current"), &mut problems).await?;
    let words = reset::own_words(app, &account).await?;
    let new = new_password::read(&form, "code", account.least_length(), &words, &mut problems);
    if let Some((Proof::PrintedCode, hash)) = account.proof() {
        let typed = Proof::PrintedCode.normal(form.text("code"));
        if attempt::compare(&typed, Some(hash.to_owned())).await?.is_right() {
            // Whoever printed the slip or found it would know it.
            problems.add("code", "account-problem-same-code");
        }
    }
    if !problems.is_empty() {
        return show(&me, &account, &problems);
    }
    if !store(app, &me, &account, &new).await? {
        return signed_out(&me, &new).await;
    }
    // The write ended this session with the others: whoever copied its cookie is out as well.
    let path = if account.own_code_is_new { "/home" } else { "/account/sessions" };
    invitation::enter(app, &request, &account, path).await
}

/// Somebody was signed out while their form came in: by whoever keeps them out, or by their own first press.
async fn signed_out(me: &Me, new: &str) -> Answer {
    let account = find_own(me).await?;
    if let Some((proof, hash)) = account.proof()
        && attempt::compare(&proof.normal(new), Some(hash.to_owned())).await?.is_right()
    {
        return Ok(see_other_saying("/sign-in", "account-said-changed"));
    }
    Err(Failure::SignIn { next: "/account/code".into(), is_unsent: true })
}

async fn find_own(me: &Me) -> Result<Account, Failure> {
    let id = me.account_id;
    me.page().app().read(move |conn| account_store::find(conn, id)).await?.ok_or(Failure::NotFound)
}

fn show(me: &Me, account: &Account, problems: &Problems) -> Answer {
    let own = Change {
        first: account.own_code_is_new,
        has_password: account.password_hash.is_some(),
        least: account.least_length(),
        form: Form::default().view(me.page(), problems),
    };
    let template = "account/change_code";
    if problems.is_empty() { me.page().show(template, &own) } else { me.page().show_again(template, &own) }
}

/// Whoever sits at an open session must know the secret to change it. A printed code was typed a moment ago and is not
/// asked for again.
async fn check_current(app: &App, account: &Account, typed: &str, problems: &mut Problems) -> Result<(), Failure> {
    let Some((proof, hash)) = account.proof().filter(|(proof, _)| *proof != Proof::PrintedCode) else {
        return Ok(());
    };
    attempt::begin(app, &current_key(app, account)).await?;
    if attempt::compare(&proof.normal(typed), Some(hash.to_owned())).await?.is_right() {
        let key = current_key(app, account);
        app.write(move |deed| super::tries_store::forget(deed.conn, &key)).await?;
    } else {
        problems.add("current", "account-problem-current");
    }
    Ok(())
}

/// Counted apart from signing in: a stranger who guesses there must not keep the owner from changing it here.
fn current_key(app: &App, account: &Account) -> Vec<u8> {
    attempt::count_key(app, &Who::Number(account.id.to_string()), Some("current"))
}

/// A password stays a password and an own code an own code. False if somebody was signed out while their form came in: they may
/// be the very one who was to be kept out.
async fn store(app: &App, me: &Me, account: &Account, new: &str) -> Result<bool, Failure> {
    let hash = passwords::hash(new).await?;
    let notice = reset::notice(app, account).await?;
    let (id, person, session) = (account.id, account.person_id, me.session_id);
    let is_code = account.password_hash.is_none();
    let is_stored = app.write(move |deed| {
        if !sessions::hold_open(deed.conn, id, session)? {
            return Ok(false);
        }
        if is_code {
            account_store::set_own_code(deed.conn, id, &hash, false)?;
        } else {
            account_store::set_password(deed.conn, id, &hash)?;
        }
        link_store::use_up_all_of(deed.conn, id, deed.now)?;
        sessions::end_all(deed, person)?;
        notice.as_ref().map_or(Ok(()), |mail| outbox::put(deed, mail))?;
        Ok(true)
    });
    Ok(is_stored.await?)
}
