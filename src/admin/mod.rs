//! For whoever runs it: codes, the organisation, roles, mail.
//!
//! Who comes here: administrators; site managers for the codes of their own site; HR for badges;
//! auditors for the audit log. Addresses: `/admin`, `/admin/codes…`, `/admin/organisation`, `/admin/roles…`, `/admin/mail…`,
//! `/admin/audit…`. Tables: none of its own. Mails: a test mail.

pub mod audit;
pub mod codes;
mod first_steps;
mod first_steps_store;
pub mod index;
pub mod mail;
pub mod organisation;
pub mod roles;

pub use first_steps::Lacking;
