//! The desk: the page with the three doors, what every QR code leads to, and the links in a guest's mail.
//!
//! Who comes here: guests. It has no tables: praise notes belong to `praise`, concerns and questions to
//! `conversations`; the desk only links.

pub mod pages;
