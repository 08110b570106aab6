//! Who is who: the organisation, its sites and places, the people in them, their accounts, roles and sessions, the
//! codes that stand for them, and guests for the length of a message. No HTTP here; guards and rooms both need it.

pub mod account;
pub mod account_store;
pub mod audit;
pub mod audit_store;
#[cfg(test)]
pub mod cast_store;
pub mod code;
pub mod code_store;
mod common_passwords;
pub mod confidants;
pub mod contact;
pub mod contact_store;
pub mod door;
pub mod door_store;
pub mod finder;
pub mod finder_store;
pub mod finders;
pub mod link;
pub mod link_store;
pub mod open_items_store;
pub mod organisation;
pub mod organisation_store;
pub mod own_code;
pub mod password_rules;
pub mod passwords;
pub mod person;
pub mod person_store;
pub mod role;
pub mod role_store;
pub mod sender;
pub mod sender_store;
pub mod sessions;
pub mod site;
pub mod site_store;
pub mod viewer;
pub mod viewer_store;
