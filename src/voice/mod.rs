//! Voice: staff raise issues and ideas, named, confidential or anonymous, and get answers.
//!
//! Who comes here: everybody who works here; owners and deputies of categories; confidential handlers; and, in the
//! anonymous zone, whoever writes there without being known. Tables: issue and what belongs to it, anon_… (which refer to
//! nothing outside themselves), voice_rules, keeping, stub. Mails: issue_received, issue_answered, issue_changed_state,
//! issue_alerted, voice_due, retention_warning.

pub mod anonymous;
pub mod category;
pub mod category_store;
pub mod channels_pages;
pub mod clocks;
pub mod criticality;
pub mod criticality_store;
pub mod issue;
pub mod issue_list_store;
pub mod issue_store;
pub mod issue_support_store;
pub mod issue_talk_store;
pub mod keeping_pages;
pub mod keeping_store;
pub mod level;
pub mod mails;
pub mod pages;
pub mod receivers_store;
pub mod reminders;
pub mod reminders_store;
pub mod retention;
pub mod retention_store;
pub mod rules;
pub mod rules_store;
pub mod sealed;
pub mod similar;
pub mod similar_store;
pub mod state;
mod vague;
