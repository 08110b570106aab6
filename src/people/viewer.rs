//! The one who looks: everything a page may show depends on them.

use crate::ids::{AccountId, DepartmentId, PersonId, SessionId, SiteId, TeamId};
use crate::live::Topic;
use crate::people::role::{Grant, Role, Scope};
use crate::views::Lang;

/// Somebody who is signed in, as they are at this request; roles come from the database each time.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Who it is in the directory.
    pub person_id: PersonId,
    /// What signed in.
    pub account_id: AccountId,
    /// The browser's session.
    pub session_id: SessionId,
    /// The whole name as others see it.
    pub name: String,
    /// The preferred or given name.
    pub first_name: String,
    /// Their site today.
    pub site_id: SiteId,
    /// Their department today.
    pub department_id: Option<DepartmentId>,
    /// Their team today.
    pub team_id: Option<TeamId>,
    /// The language they chose, if they chose one.
    pub lang: Option<Lang>,
    /// Their roles beyond employee.
    pub grants: Vec<Grant>,
    /// Signed in with a printed code that must be changed before anything else.
    pub must_change_code: bool,
}

impl Viewer {
    /// Whether they hold a role somewhere.
    pub fn has(&self, role: Role) -> bool {
        role == Role::Employee || self.grants.iter().any(|grant| grant.role == role)
    }

    /// Where they hold one of these roles. A role for a department alone reaches no whole site.
    pub fn scope_of(&self, roles: &[Role]) -> Scope {
        Scope::of(&self.grants, roles)
    }

    /// The sites whose customers they answer and whose unmatched praise they place.
    pub fn answers_at(&self) -> Scope {
        self.scope_of(&[Role::Responder, Role::SiteManager])
    }

    /// Whether they may change the entry, address and own code of a person with these roles, or invite them. Whoever can do
    /// so can become that person, so nobody may who holds less, or holds it in fewer places.
    pub fn may_edit(&self, id: PersonId, grants: &[Grant]) -> bool {
        let holds_more = |grant: &Grant| {
            let needed: &[Role] = match grant.role {
                Role::Employee => return true,
                Role::Responder => &[Role::SiteManager, Role::Hr, Role::Admin],
                role if role.is_beyond_hr() => &[Role::Admin],
                _ => &[Role::Hr, Role::Admin],
            };
            match (self.scope_of(needed), grant.site_id) {
                (Scope::Everywhere, _) => true,
                (Scope::Sites(sites), Some(site)) => sites.contains(&site),
                (Scope::Sites(_), None) => false,
            }
        };
        id == self.person_id || grants.iter().all(holds_more)
    }

    /// The sites whose people they look after.
    pub fn looks_after(&self) -> Scope {
        self.scope_of(&[Role::SiteManager, Role::Hr, Role::Admin])
    }

    /// What makes their open pages fetch themselves again.
    pub fn topics(&self) -> Vec<Topic> {
        let mut topics = vec![Topic::Person(self.person_id), Topic::Wall];
        match self.answers_at() {
            Scope::Everywhere => topics.push(Topic::Inboxes),
            Scope::Sites(sites) => topics.extend(sites.into_iter().map(Topic::Inbox)),
        }
        topics
    }
}
