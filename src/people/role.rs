//! Roles: what a person may do beyond being an employee, and where.

use crate::ids::{DepartmentId, SiteId};

/// What somebody may do. `employee` needs no grant: whoever is in the directory is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Gives and receives praise, raises issues.
    Employee,
    /// Answers customers and finds out whom praise without a name is for.
    Responder,
    /// Runs a site: its people, places, codes and inbox.
    SiteManager,
    /// Looks after the directory and everybody's sign-in.
    Hr,
    /// Reads confidential issues.
    ConfidentialHandler,
    /// Owes answers and promises.
    Executive,
    /// Reads the audit log.
    Auditor,
    /// Looks after the installation.
    Admin,
}

impl Role {
    /// Every role, in the order a list shows them.
    pub const ALL: &[Role] = &[
        Role::Employee,
        Role::Responder,
        Role::SiteManager,
        Role::Hr,
        Role::ConfidentialHandler,
        Role::Executive,
        Role::Auditor,
        Role::Admin,
    ];

    /// The name in files and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Role::Employee => "employee",
            Role::Responder => "responder",
            Role::SiteManager => "site_manager",
            Role::Hr => "hr",
            Role::ConfidentialHandler => "confidential_handler",
            Role::Executive => "executive",
            Role::Auditor => "auditor",
            Role::Admin => "admin",
        }
    }

    /// Whether somebody with this role may do what HR may not. Whoever can write an address and invite to it can become the
    /// one invited, so HR leaves such entries to administrators.
    pub fn is_beyond_hr(self) -> bool {
        matches!(self, Role::ConfidentialHandler | Role::Auditor | Role::Admin)
    }

    /// The role of a name; `None` for a name that is no role.
    pub fn from_name(name: &str) -> Option<Role> {
        Role::ALL.iter().copied().find(|role| role.name() == name)
    }
}

/// A role somebody holds, and the part of the house in which it holds; no site means the whole organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The site in which it holds.
    pub site_id: Option<SiteId>,
    /// The department of that site in which it holds.
    pub department_id: Option<DepartmentId>,
}

/// The sites in which somebody may do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    Everywhere,
    /// These; possibly none.
    Sites(Vec<SiteId>),
}

impl Scope {
    /// Where grants give one of some roles for whole sites.
    pub fn of(grants: &[Grant], roles: &[Role]) -> Scope {
        let held = || grants.iter().filter(|grant| roles.contains(&grant.role) && grant.department_id.is_none());
        if held().any(|grant| grant.site_id.is_none()) {
            return Scope::Everywhere;
        }
        let mut sites: Vec<SiteId> = held().filter_map(|grant| grant.site_id).collect();
        sites.sort();
        sites.dedup();
        Scope::Sites(sites)
    }

    /// Whether a site lies in it.
    pub fn holds(&self, site: SiteId) -> bool {
        match self {
            Scope::Everywhere => true,
            Scope::Sites(sites) => sites.contains(&site),
        }
    }

    /// Whether there is no site in it at all.
    pub fn is_nowhere(&self) -> bool {
        matches!(self, Scope::Sites(sites) if sites.is_empty())
    }
}
