//! Inviting and reminding: by and by, so that twenty thousand mails hold nobody up, and never twice to one person.
//!
//! Nobody chooses who is reminded, and no page says who was: the program writes to those who have not answered yet.

use super::invitation_store::{self, Invitation};
use super::survey::{Pulse, State};
use super::{launch, mails, store};
use crate::app::App;
use crate::db::{Conn, QueryResult};
use crate::ids::PersonId;
use crate::mail::{Message, outbox};
use crate::people::person::Person;
use crate::people::{organisation_store, person_store, site_store};
use crate::web::Failure;

/// Mails that are written in one go.
const BATCH: i64 = 200;

/// Writes what is due; how many mails.
pub async fn write_due(app: &App) -> Result<usize, Failure> {
    let now = app.now();
    let due = app.write(move |deed| {
        let today = launch::today(deed.conn, now)?;
        let mut open = Vec::new();
        for pulse in store::list_in(deed.conn, State::Launched)?.into_iter().filter(|pulse| pulse.is_open(today)) {
            let mails_wanted = pulse.mails_due(today);
            store::set_mails_wanted(deed.conn, pulse.id, mails_wanted)?;
            open.push(Pulse { mails_wanted, ..pulse });
        }
        Ok(open)
    });
    let mut written = 0;
    for pulse in due.await? {
        loop {
            let count = write_some(app, &pulse).await?;
            written += count;
            if count == 0 {
                break;
            }
        }
    }
    Ok(written)
}

/// How many invitations were dealt with; none is left when it is 0.
async fn write_some(app: &App, pulse: &Pulse) -> Result<usize, Failure> {
    let (id, wanted, now) = (pulse.id, pulse.mails_wanted, app.now());
    let (invitations, people, organisation) = app
        .read(move |conn| {
            let invitations = invitation_store::list_unmailed(conn, id, wanted, BATCH)?;
            let people = list_here(conn, &invitations, now)?;
            Ok((invitations, people, organisation_store::find_organisation(conn)?))
        })
        .await?;
    let name = organisation.map(|organisation| organisation.name).unwrap_or_default();
    let mut letters: Vec<(Invitation, Option<Message>)> = Vec::with_capacity(invitations.len());
    for invitation in invitations {
        let person = people.iter().find(|person| person.id == invitation.person_id);
        let letter = match person {
            Some(person) => mails::pulse_asked(app, person, pulse, &name, wanted)?,
            None => None,
        };
        letters.push((invitation, letter));
    }
    let count = letters.len();
    let is_running = app.write(move |deed| {
        // Nobody is asked any more to what was called off while the letters were written.
        if !store::hold_launched(deed.conn, id)? {
            return Ok(false);
        }
        for (invitation, letter) in &letters {
            // Whoever answered since the list was made hears nothing.
            let is_waiting = invitation_store::set_mails_sent(deed.conn, invitation, wanted)?;
            if let Some(letter) = letter.as_ref().filter(|_| is_waiting) {
                outbox::put(deed, letter)?;
            }
        }
        Ok(true)
    });
    Ok(if is_running.await? { count } else { 0 })
}

/// Those of them who are still here.
fn list_here(conn: &mut Conn, invitations: &[Invitation], now: crate::clock::Moment) -> QueryResult<Vec<Person>> {
    let sites = site_store::list_sites(conn)?;
    let ids: Vec<PersonId> = invitations.iter().map(|invitation| invitation.person_id).collect();
    let mut people = person_store::list_by_keys(conn, &ids)?;
    people.retain(|person| person.is_here(&sites, now));
    Ok(people)
}
