//! For whoever runs it: codes, the organisation, roles, mail.
//!
//! Who comes here: administrators; site managers for the codes of their own site. Addresses: `/admin`, `/admin/codes…`,
//! `/admin/organisation`, `/admin/roles…`, `/admin/mail…`. Tables: none of its own. Mails: a test mail.

pub mod codes;
pub mod index;
pub mod mail;
pub mod organisation;
pub mod roles;
