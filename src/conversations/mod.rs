//! Concerns and questions of customers: asked at the door, answered by a person, followed behind a private link.
//!
//! Who comes here: guests, and responders. Tables: conversation, conversation_message, conversation_event (the timeline
//! its parties see), conversation_remark (internal, never in the same table as what a guest sees). Mails: inbox_new,
//! conversation_answered.

pub mod conversation;
pub mod mails;
pub mod pages;
pub mod store;
