//! What came of letting several people in: invitations in the outbox, slips on the page, and who was left out and why.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::entry::Way;
use super::invitation::{Asked, invite};
use crate::app::{App, Deed};
use crate::db;
use crate::ids::PersonId;
use crate::people::audit::{NewEntry, What};
use crate::people::own_code::{self, Fresh, Replaces, Slip};
use crate::people::person::Person;
use crate::people::{account_store, audit_store, password_rules, person_store, role_store};
use crate::web::{Failure, Me};

/// Somebody who was ticked, and the version of their account as the one who ticked saw it (0: none). What happened to it
/// since must not be undone: a second press would make the slips worthless that the first one printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chosen {
    pub person: PersonId,
    pub seen: i32,
}

impl fmt::Display for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.person, self.seen)
    }
}

impl FromStr for Chosen {
    type Err = ();

    fn from_str(typed: &str) -> Result<Chosen, ()> {
        let (person, seen) = typed.split_once('.').ok_or(())?;
        Ok(Chosen { person: person.parse().map_err(drop)?, seen: seen.parse().map_err(drop)? })
    }
}

/// The page `account/entered`.
#[derive(Default, Serialize)]
pub(super) struct EnteredView {
    title: String,
    slips: Vec<Slip>,
    invited: usize,
    /// There is no mail server: invitations reach nobody.
    is_on_disk: bool,
    left_out: Vec<LeftOut>,
    back: String,
}

#[derive(Serialize)]
struct LeftOut {
    /// None if the entry is not for the one who asks.
    id: Option<PersonId>,
    name: String,
    why: Why,
}

/// Why somebody was not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Why {
    /// Somebody else invited them or made a slip, or they came in by themselves.
    Meanwhile,
    /// Their role needs a password, and there is no address.
    Address,
    /// Somebody else signs in with their address.
    Taken,
    /// They may do more than the one who asks.
    Others,
}

/// Invites those with an address and makes slips for those without.
pub(super) async fn let_in(me: &Me, chosen: Vec<Chosen>, back: String) -> Result<EnteredView, Failure> {
    let app = me.page().app();
    let scope = me.looks_after();
    let keys = chosen.clone();
    let today = app.now().utc_day();
    let found = app
        .read(move |conn| {
            let ids: Vec<PersonId> = keys.iter().map(|chosen| chosen.person).collect();
            let mut grants = role_store::list_grants_by(conn, &ids)?;
            let people = person_store::list_by_keys(conn, &ids)?;
            // Who is not there any more, or never was for the one who asks, needs no word about it.
            let here = people.into_iter().filter(|person| scope.holds(person.site_id) && !person.has_left(today));
            let here = here.map(|person| (grants.remove(&person.id).unwrap_or_default(), person));
            Ok(here.collect::<Vec<_>>())
        })
        .await?;
    let seen = |person: &Person| chosen.iter().find(|one| one.person == person.id).map_or(0, |one| one.seen);
    let mut view = EnteredView { back, is_on_disk: app.config.mail_url.is_none(), ..EnteredView::default() };
    let (mut invited, mut slips) = (Vec::new(), Vec::new());
    for (grants, person) in found {
        match Way::of(me, &person, &grants) {
            Way::Others => view.leave_out(&person, Why::Others),
            Way::Address => view.leave_out(&person, Why::Address),
            Way::Mail => invited.push(person),
            // Made one after the other: a whole list at once would keep everybody else from signing in. And before
            // anything is written: who is told to come again because too many sign in has changed nothing yet.
            Way::Slip => slips.push(NewSlip { seen: seen(&person), fresh: Fresh::make().await?, person }),
        }
    }
    for person in invited {
        let entry = me.entry(What::Administered, "person", Some(person.id.0), "invited");
        match invite(app, me, person.id, Some(seen(&person)), entry).await {
            Ok(Asked::Sent) => view.invited += 1,
            Ok(Asked::AddressTaken) => view.leave_out(&person, Why::Taken),
            Ok(Asked::NoAddress) => view.leave_out(&person, Why::Address),
            Ok(Asked::HasPassword | Asked::Meanwhile) => view.leave_out(&person, Why::Meanwhile),
            // Since they were read they got a role, or left: the others must not suffer from it.
            Err(Failure::Forbidden) => view.leave_out(&person, Why::Others),
            Err(Failure::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    let given = give(app, me, slips.clone()).await?;
    for (slip, is_given) in slips.iter().zip(given) {
        if is_given {
            view.slips.push(Slip::new(app, me.page().organisation(), &slip.person, &slip.fresh.code));
        } else {
            view.leave_out(&slip.person, Why::Meanwhile);
        }
    }
    let is_any = view.invited > 0 || !view.slips.is_empty();
    view.title = me.page().text(if is_any { "account-entered-title" } else { "account-entered-nobody" }, &[]);
    Ok(view)
}

impl EnteredView {
    fn leave_out(&mut self, person: &Person, why: Why) {
        let id = (why != Why::Others).then_some(person.id);
        self.left_out.push(LeftOut { id, name: person.name(), why });
    }
}

/// A code that is made, for somebody who shall have it.
#[derive(Clone)]
struct NewSlip {
    person: Person,
    seen: i32,
    fresh: Fresh,
}

/// Gives each their code, and says to whom: not to those whose account is not what was seen, or who hold a role by now. All
/// in one write: a failure of ours stores no code that nobody sees.
async fn give(app: &App, me: &Me, slips: Vec<NewSlip>) -> Result<Vec<bool>, db::Error> {
    let entry = me.entry(What::Administered, "person", None, "own code issued");
    let replaces = Replaces::by(me);
    let give = move |deed: &mut Deed| {
        // One after the other: who comes second sees what the first one did.
        audit_store::hold(deed.conn)?;
        let mut given = Vec::new();
        for NewSlip { person, seen, fresh } in &slips {
            let mut is_given = account_store::hold_version_of(deed.conn, person.id)? == *seen
                && !password_rules::is_above_employee(&role_store::list_grants(deed.conn, person.id)?);
            if is_given {
                let entry = NewEntry { about_id: Some(person.id.0), ..entry.clone() };
                is_given = own_code::give(deed, person.id, fresh, replaces, &entry)?;
            }
            given.push(is_given);
        }
        Ok(given)
    };
    app.write(give).await
}
