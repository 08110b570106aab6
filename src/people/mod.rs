//! Who is who: people, sites, codes, accounts, and guests for the length of a message. No HTTP here; guards and rooms
//! both need it.

pub mod finder;
pub mod role;
pub mod sender;
pub mod sender_store;
pub mod sessions;
pub mod viewer;
pub mod viewer_store;
