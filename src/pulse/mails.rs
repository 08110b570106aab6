//! The mails of surveys: that somebody is asked, that they have not answered yet, and that there are results. None carries a
//! question, an answer or a number.

use std::collections::BTreeSet;

use serde::Serialize;

use super::answer::invitation_code;
use super::group::{Group, GroupKind};
use super::survey::Pulse;
use crate::app::App;
use crate::clock::Day;
use crate::db::{Conn, QueryResult};
use crate::ids::{PersonId, PulseId};
use crate::mail::message::{Mailbox, Message};
use crate::people::person::Person;
use crate::people::role::{Grant, Role};
use crate::people::{person_store, role_store, site_store};
use crate::views::ViewsError;
use crate::web::Failure;

#[derive(Serialize)]
struct Asked<'a> {
    title: &'a str,
    organisation: &'a str,
    closes_on: Day,
    minimum: i32,
    link: String,
}

#[derive(Serialize)]
struct Ended<'a> {
    title: &'a str,
    due_on: Day,
    link: String,
}

/// The invitation (`mail` 1) or a reminder (2, 3); none if they have no address.
pub fn pulse_asked(
    app: &App,
    to: &Person,
    pulse: &Pulse,
    organisation: &str,
    mail: i32,
) -> Result<Option<Message>, ViewsError> {
    let Some((mailbox, lang)) = Mailbox::of(to) else { return Ok(None) };
    let kind = if mail == 1 { "pulse_invitation" } else { "pulse_reminder" };
    let code = invitation_code(&app.secrets, pulse.id, to.id);
    let link = app.url(&format!("/pulse/{code}?lang={lang}"));
    let data =
        Asked { title: &pulse.title, organisation, closes_on: pulse.closes_on, minimum: pulse.group_minimum, link };
    Message::draft(kind, lang, mailbox)
        .about(to.id)
        .once(format!("{kind}/{}/{mail}/{}", pulse.id, to.id))
        .render(app, &data)
        .map(Some)
}

/// To whoever looks after a site or reads the results of all: they are there, and by when one thing is to be named.
pub async fn of_an_end(app: &App, pulse: &Pulse, groups: &[Group], due_on: Day) -> Result<Vec<Message>, Failure> {
    let sites: BTreeSet<_> =
        groups.iter().filter(|group| group.is(GroupKind::Site)).filter_map(|group| group.site_id).collect();
    let readers = move |conn: &mut Conn| {
        let is_reader = |grant: &Grant| {
            let is_role = matches!(grant.role, Role::SiteManager | Role::Hr | Role::Executive);
            is_role && grant.department_id.is_none() && grant.site_id.is_none_or(|site| sites.contains(&site))
        };
        list_holding(conn, is_reader)
    };
    let now = app.now();
    let (readers, all) = app.read(move |conn| Ok((readers(conn)?, site_store::list_sites(conn)?))).await?;
    let link = app.url(&format!("/pulse/results/{}", pulse.id));
    let mut letters = Vec::new();
    for person in readers.iter().filter(|person| person.is_here(&all, now)) {
        let Some((mailbox, lang)) = Mailbox::of(person) else { continue };
        let data = Ended { title: &pulse.title, due_on, link: link.clone() };
        let draft = Message::draft("pulse_ended", lang, mailbox).about(person.id);
        letters.push(draft.once(once("pulse_ended", pulse.id, person.id)).render(app, &data)?);
    }
    Ok(letters)
}

fn once(kind: &str, pulse: PulseId, person: PersonId) -> String {
    format!("{kind}/{pulse}/{person}")
}

fn list_holding(conn: &mut Conn, is_wanted: impl Fn(&Grant) -> bool) -> QueryResult<Vec<Person>> {
    let grants = role_store::list_all_grants(conn)?;
    let people: BTreeSet<PersonId> =
        grants.into_iter().filter(|(_, grant)| is_wanted(grant)).map(|(person, _)| person).collect();
    person_store::list_by_keys(conn, &people.into_iter().collect::<Vec<_>>())
}
