//! What people see of the link: HR and executives of the whole organisation.

pub mod choice;
pub mod link;
pub mod methods;
pub mod numbers;
pub mod others;

use crate::people::role::{Role, Scope};
use crate::web::Me;

/// Whether somebody sees how all units compare.
pub fn reads(me: &Me) -> bool {
    me.scope_of(&[Role::Hr, Role::Executive]) == Scope::Everywhere
}

/// Whether somebody decides what is compared.
pub fn chooses(me: &Me) -> bool {
    me.scope_of(&[Role::Hr]) == Scope::Everywhere
}
