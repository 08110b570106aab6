//! (to be written)
pub mod mail;
