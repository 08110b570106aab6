//! What somebody who is signed in finds of surveys: what they are asked now, and the results that they may see.

use serde::Serialize;

use crate::clock::{Day, Moment};
use crate::db::{Conn, QueryResult};
use crate::ids::{PersonId, PulseId};
use crate::people::role::{Role, Scope};
use crate::pulse::answer::invitation_code;
use crate::pulse::survey::{Pulse, State};
use crate::pulse::{invitation_store, launch, store};
use crate::web::page::see_other;
use crate::web::{Answer, Failure, Form, Me};

#[derive(Serialize)]
struct View {
    asked: Vec<AskedView>,
    results: Vec<ResultLine>,
    plans: bool,
}

#[derive(Serialize)]
struct AskedView {
    id: PulseId,
    name: String,
    closes_on: Day,
    on_paper: bool,
    answered: bool,
}

#[derive(Serialize)]
struct ResultLine {
    id: PulseId,
    name: String,
    closes_on: Day,
}

/// Whether somebody puts surveys together: HR of the whole organisation.
pub fn plans(me: &Me) -> bool {
    me.scope_of(&[Role::Hr]) == Scope::Everywhere
}

/// `GET /pulse`
pub async fn index(me: Me) -> Answer {
    let (person, now) = (me.person_id, me.page().app().now());
    let (asked, closed) =
        me.page().app().read(move |conn| Ok((list_asked(conn, person, now)?, store::list_closed(conn)?))).await?;
    let result = |pulse: Pulse| ResultLine { id: pulse.id, name: pulse.title, closes_on: pulse.closes_on };
    let view = View { asked, results: closed.into_iter().map(result).collect(), plans: plans(&me) };
    me.page().show("pulse/index", &view)
}

/// The surveys that are open and ask somebody.
fn list_asked(conn: &mut Conn, person: PersonId, now: Moment) -> QueryResult<Vec<AskedView>> {
    let launched = store::list_in(conn, State::Launched)?;
    if launched.is_empty() {
        return Ok(Vec::new()); // as on most days, and /home asks this of everybody
    }
    let today = launch::today(conn, now)?;
    let open = launched.into_iter().filter(|pulse| pulse.is_open(today));
    let invitations = invitation_store::list_of(conn, person)?;
    let asked = open.filter_map(|pulse| {
        let invitation = invitations.iter().find(|invitation| invitation.pulse_id == pulse.id)?;
        Some(AskedView {
            id: pulse.id,
            name: pulse.title,
            closes_on: pulse.closes_on,
            on_paper: invitation.token_hash.is_none(),
            answered: invitation.is_used,
        })
    });
    Ok(asked.collect())
}

/// How many surveys wait for somebody's answer.
pub async fn waiting(me: &Me) -> Result<i64, Failure> {
    let (person, now) = (me.person_id, me.page().app().now());
    let asked = me.page().app().read(move |conn| list_asked(conn, person, now));
    let waiting = asked.await?.into_iter().filter(|asked| !asked.answered && !asked.on_paper).count();
    Ok(i64::try_from(waiting).unwrap_or(i64::MAX))
}

/// `POST /pulse/begin`: to the form, with the code that was also mailed. From there on nobody is signed in.
pub async fn begin(me: Me, form: Form) -> Answer {
    let id: PulseId = form.read("pulse").ok_or(Failure::BadRequest)?;
    let person = me.person_id;
    let invitations = me.page().app().read(move |conn| invitation_store::list_of(conn, person)).await?;
    let is_asked = invitations.iter().any(|one| one.pulse_id == id && one.token_hash.is_some());
    me.must_see(is_asked)?;
    let code = invitation_code(&me.page().app().secrets, id, person);
    Ok(see_other(&format!("/pulse/{code}?lang={}", me.page().lang())))
}
