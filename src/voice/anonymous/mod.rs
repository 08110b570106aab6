//! The anonymous zone: whoever writes here cannot be known, not even by us.
//!
//! Who comes here: somebody who works at a site, without signing in (`/voice/anonymous` to write, `/voice/receipt` to come
//! back, `/voice/answers` for the code-words that were answered); and, signed in, the handlers (`/voice/threads`), whoever
//! hangs up the poster, and everybody who wants to know what protects them (`/voice/anonymity`). Tables: anon_…, which refer
//! to nothing outside themselves. Mails: a digest for handlers, twice a day.
//!
//! What is written waits in the intake, which is stirred ([`stir`]), until it is collected ([`collect`]); only then does a
//! handler see it. Nothing that a
//! writer does makes a log line, an entry in the audit log or a live event.

pub mod collect;
pub mod digest;
mod flags;
pub mod handle;
pub mod intake;
pub mod intake_store;
pub mod mails;
pub mod pages;
pub mod readers;
pub mod receipt;
pub mod retraction_store;
pub mod schedule;
pub mod staff_room;
pub mod stir;
pub mod thread;
pub mod thread_store;
pub mod words;
