//! Whoever owes an answer is reminded before the one who waits has to ask: of an acknowledgement on the sixth of the seven
//! days that the law gives, of feedback two weeks ahead, and again when the day has passed ([`Owed::is_reminded`]).
//!
//! What is named is its owner's and deputy's; when it is late, or nobody's, also whoever looks after the site hears of it.
//! What is confidential, and every thread with somebody nobody knows, is all its handlers' from the first day on. The mail
//! goes out at the two times at which handlers hear of anything, once a day to each, and says nothing but that something is
//! due.

use std::collections::BTreeMap;

use super::anonymous::collect::take_due;
use super::anonymous::readers::{Handler, list_handlers};
use super::anonymous::schedule::REMIND;
use super::anonymous::thread::open_each;
use super::anonymous::thread_store;
use super::issue_list_store::NAMED_ROLES;
use super::level::Level;
use super::reminders_store::{self as store, Waiting};
use super::{mails, receivers_store};
use crate::app::App;
use crate::clock::{Day, Moment};
use crate::db::{Conn, QueryResult, job_run};
use crate::ids::PersonId;
use crate::mail::{Message, outbox};
use crate::people::person::Person;
use crate::people::role::Scope;
use crate::people::site::{Site, organisation_zone};
use crate::people::{person_store, site_store};
use crate::secrets::Secrets;
use crate::web::Failure;

const ISSUES: &str = "/voice/queue";
const THREADS: &str = "/voice/threads";

/// Reminds them if it is time; how many mails were written.
pub async fn when_due(app: &App, holder: &str) -> Result<usize, Failure> {
    let Some(slot) = take_due(app, &REMIND, holder).await? else { return Ok(0) };
    let (now, secrets) = (app.now(), app.secrets.clone());
    let (today, owing) = app.read(move |conn| list_owing(conn, &secrets, now)).await?;
    let letters = owing.iter().map(|(person, link)| mails::voice_due(app, person, today, link));
    let letters: Vec<Message> = letters.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    let count = letters.len();
    app.write(move |deed| {
        letters.iter().try_for_each(|letter| outbox::put(deed, letter))?;
        job_run::mark_done(deed.conn, REMIND.name, slot.due, deed.now)
    })
    .await?;
    Ok(count)
}

/// Who is reminded today, and of which list.
fn list_owing(conn: &mut Conn, secrets: &Secrets, now: Moment) -> QueryResult<(Day, Vec<(Person, &'static str)>)> {
    let sites = site_store::list_sites(conn)?;
    let today = now.day_in(&organisation_zone(&sites));
    let handlers = list_handlers(conn, &sites, now)?;
    let mut owing: BTreeMap<PersonId, &'static str> = BTreeMap::new();
    let mut rows = thread_store::list_in(conn, &Scope::Everywhere, false)?;
    rows.retain(|row| row.owed().is_some_and(|owed| owed.is_reminded(today)));
    for thread in open_each(secrets, rows) {
        let its = handlers.iter().filter(|one| thread.is_for(one.person.id, &one.scope));
        owing.extend(its.map(|one| (one.person.id, THREADS)));
    }
    for waiting in store::list_waiting(conn)? {
        let Some(site) = sites.iter().find(|site| site.id == waiting.site_id) else { continue };
        if waiting.owed(&site.zone()).is_some_and(|owed| owed.is_reminded(site.today(now))) {
            owing.extend(who_owes(conn, &handlers, site, &waiting, now)?.into_iter().map(|id| (id, ISSUES)));
        }
    }
    let people = person_store::list_by_keys(conn, &owing.keys().copied().collect::<Vec<_>>())?;
    let people = people.into_iter().filter(|person| person.is_here(&sites, now));
    Ok((today, people.filter_map(|person| owing.get(&person.id).map(|link| (person, *link))).collect()))
}

/// Who is reminded of an issue: whoever it is not kept from.
fn who_owes(
    conn: &mut Conn,
    handlers: &[Handler],
    site: &Site,
    waiting: &Waiting,
    now: Moment,
) -> QueryResult<Vec<PersonId>> {
    let mut people: Vec<PersonId> = Vec::new();
    if waiting.level == Level::Confidential.name() {
        let its = handlers.iter().filter(|handler| handler.scope.holds(site.id));
        people.extend(its.map(|handler| handler.person.id));
    } else {
        people.extend([waiting.owner_id, waiting.deputy_id].into_iter().flatten());
        let is_late = waiting.owed(&site.zone()).is_some_and(|owed| owed.on < site.today(now));
        if is_late || people.is_empty() {
            let holders = receivers_store::list_holders(conn, site.id, NAMED_ROLES, site.today(now))?;
            people.extend(holders.into_iter().map(|holder| holder.person_id));
        }
    }
    let out = store::list_out(conn, waiting)?;
    people.retain(|id| !out.contains(id));
    Ok(people)
}
