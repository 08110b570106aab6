//! Whom to sign in as: somebody for every role.

use super::world::{Role, World};

/// Somebody to sign in as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// The role they are chosen for.
    pub role: &'static str,
    /// Who, by their place in the list of people.
    pub person: usize,
}

/// The roles of the contract above employee; those of one site are looked for in the first.
const ABOVE: [(&str, bool); 7] = [
    ("responder", true),
    ("site_manager", true),
    ("hr", false),
    ("confidential_handler", false),
    ("executive", false),
    ("auditor", false),
    ("admin", false),
];

/// One person a role: two employees of the first site, one with and one without company mail, each the most praised of
/// their kind, then those above. A person who holds two roles in a small world stands there for both.
pub(super) fn choose(world: &World) -> Vec<SignIn> {
    let mut praised = vec![0_usize; world.people.len()];
    for recipient in world.notes.iter().flat_map(|note| &note.recipients) {
        praised[recipient.person] += 1;
    }
    let employee = |has_mail: bool| {
        let fits = |person: &usize| {
            let person = &world.people[*person];
            let is_no_more = person.roles.len() == 1;
            is_no_more && person.left_on.is_none() && person.post().site == 0 && person.email.is_some() == has_mail
        };
        (0..world.people.len()).filter(fits).max_by_key(|person| (praised[*person], std::cmp::Reverse(*person)))
    };
    let first = employee(true).map(|person| SignIn { role: "employee", person });
    let second = employee(false).map(|person| SignIn { role: "employee_without_mail", person });
    let mut chosen: Vec<SignIn> = first.into_iter().chain(second).collect();
    for (name, is_local) in ABOVE {
        let role = Role { name, site: is_local.then_some(0) };
        let holder = world.people.iter().position(|person| person.roles.contains(&role));
        chosen.extend(holder.map(|person| SignIn { role: name, person }));
    }
    chosen
}
