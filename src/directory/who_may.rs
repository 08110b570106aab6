//! Who may do what with the directory.
//!
//! Rooms that everybody knows of (the lists, the forms for something new, a site by its public name) say 403 to those
//! they are not for. An entry asked for by its key is looked for among those one looks after, and is not there (404)
//! for who looks after none: 403 would say that somebody has this key. What stands in one's list and is not one's to
//! change is 403 again.

use crate::people::role::{Role, Scope};
use crate::people::viewer::Viewer;
use crate::web::Failure;

/// The sites whose people somebody looks after; 403 for those who look after none.
pub fn people_scope(viewer: &Viewer) -> Result<Scope, Failure> {
    some(viewer.looks_after())
}

/// The sites whose places and codes somebody looks after; 403 for those who look after none.
pub fn places_scope(viewer: &Viewer) -> Result<Scope, Failure> {
    some(viewer.scope_of(&[Role::SiteManager, Role::Admin]))
}

fn some(scope: Scope) -> Result<Scope, Failure> {
    if scope.is_nowhere() { Err(Failure::Forbidden) } else { Ok(scope) }
}

/// Only administrators.
pub fn admin_only(viewer: &Viewer) -> Result<(), Failure> {
    if viewer.has(Role::Admin) { Ok(()) } else { Err(Failure::Forbidden) }
}

/// Only those who look after the people of every site: a file knows no borders.
pub fn everybody(viewer: &Viewer) -> Result<(), Failure> {
    match viewer.scope_of(&[Role::Hr, Role::Admin]) {
        Scope::Everywhere => Ok(()),
        Scope::Sites(_) => Err(Failure::Forbidden),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{AccountId, PersonId, SessionId, SiteId};
    use crate::people::role::Grant;

    fn viewer(roles: &[Role]) -> Viewer {
        let site_id = SiteId::random();
        Viewer {
            person_id: PersonId::random(),
            account_id: AccountId::random(),
            session_id: SessionId::random(),
            name: "Amina Okafor".into(),
            first_name: "Amina".into(),
            site_id,
            department_id: None,
            team_id: None,
            lang: None,
            grants: roles.iter().map(|role| Grant { role: *role, site_id: None, department_id: None }).collect(),
            must_change_code: false,
        }
    }

    #[test]
    fn nobody_changes_the_entry_of_somebody_who_may_do_more() {
        let holds = |role| vec![Grant { role, site_id: None, department_id: None }];
        let other = PersonId::random();
        for (who, whom, may) in [
            (Role::Admin, Role::Admin, true),
            (Role::Hr, Role::Admin, false),
            (Role::Hr, Role::ConfidentialHandler, false),
            (Role::Hr, Role::Auditor, false),
            (Role::Hr, Role::Hr, true),
            (Role::Admin, Role::ConfidentialHandler, true),
            (Role::Hr, Role::SiteManager, true),
            (Role::SiteManager, Role::Hr, false),
            (Role::SiteManager, Role::SiteManager, false),
            (Role::SiteManager, Role::Responder, true),
        ] {
            assert_eq!(viewer(&[who]).may_edit(other, &holds(whom)), may, "{who:?} {whom:?}");
        }
        assert!(people_scope(&viewer(&[Role::Responder])).is_err());
        let (here, there) = (SiteId::random(), SiteId::random());
        let at = |role, site_id| Grant { role, site_id, department_id: None };
        for (who, whom, may) in [
            (at(Role::Hr, Some(here)), at(Role::Hr, None), false),
            (at(Role::Hr, Some(here)), at(Role::Executive, None), false),
            (at(Role::Hr, Some(here)), at(Role::Hr, Some(there)), false),
            (at(Role::Hr, Some(here)), at(Role::SiteManager, Some(here)), true),
            (at(Role::Hr, None), at(Role::SiteManager, Some(there)), true),
            (at(Role::SiteManager, Some(here)), at(Role::Responder, Some(here)), true),
            (at(Role::SiteManager, Some(here)), at(Role::Responder, Some(there)), false),
            (at(Role::SiteManager, Some(here)), at(Role::Responder, None), false),
        ] {
            let mut looks = viewer(&[]);
            looks.grants = vec![who];
            assert_eq!(looks.may_edit(other, &[whom]), may, "{who:?} {whom:?}");
            assert!(looks.may_edit(other, &[]), "{who:?} and somebody who only works there");
        }
        assert!(places_scope(&viewer(&[Role::Hr])).is_err());
        assert!(everybody(&viewer(&[Role::SiteManager])).is_err());
    }
}
