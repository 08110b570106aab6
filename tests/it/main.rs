//! The house as it is met from outside: by browsers, by machines that mean no good, by mail, on both engines.
//!
//! One binary, because linking it takes longer than running it. Every test has a house of its own: a server on a port
//! of its own, an own database copied from a template, a clock that stands still unless a test moves it.

// A helper of a test may stop the test.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

#[macro_use]
mod house;

mod access;
mod anonymous;
mod au10_links;
mod au13_ends;
mod au16_cookies;
mod audit;
mod backup;
mod codes;
mod contacts;
mod conversations;
mod desk;
mod directory_races;
mod entry;
mod first_steps;
mod home;
mod house_rules;
mod http;
mod input;
mod insights;
mod insights_others;
mod keeping;
mod line_ends;
mod link_file;
mod measures;
mod notes_import;
mod pages_of_lists;
mod praise;
mod pulse;
mod queue;
mod refusals;
mod reminders;
mod reports;
mod schema_rules;
mod shelves;
mod similar;
mod sites;
mod slow_and_large;
mod smuggling;
mod voice;
mod voice_criticality;
mod voice_handling;
mod voice_joining;
mod voice_kept_from;
mod voice_races;
mod voice_routing;
mod words_in_logs;
mod xss;
