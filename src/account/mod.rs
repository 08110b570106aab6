//! Signing in and everything around it.
//!
//! Who comes here: everybody who has an account or is about to get one; HR and site managers to invite; the one who
//! sets the installation up. Addresses: `/sign-in`, `/sign-out`, `/reset`, `/invited`, `/set-up`, `/account/…`
//! `/language`, `/admin/people/entry` and `/admin/people/{id}/invite`. Tables: `sign_in_failure`; accounts, links and sessions belong to
//! `people`, because guards need them. Mails: `invitation`, `reset`, `password_changed`.

mod attempt;
mod device;
mod entered;
pub mod entry;
pub mod founding;
mod founding_store;
pub mod invitation;
mod label;
mod mails;
mod new_password;
mod next_path;
pub mod own;
pub mod reset;
pub mod set_up;
pub mod sign_in;
mod tries_store;

#[cfg(test)]
mod tests;

pub use founding::{admin_create, ensure_set_up_link, remove_stale};
