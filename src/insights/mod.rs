//! Insights: what staff say and what customers say, beside each other.
//!
//! The figures stand alone, without HTTP, SQL or a clock. They read released numbers and nothing else: no answer of a person,
//! no words of a customer. A table of them (table) goes through the gates (usable) into three answers (between, within) that
//! make a record (report, record), and the record is said in sentences (say). What else is asked is compared on the side (others).

pub mod asked;
mod between;
pub mod charts;
pub mod choice;
pub mod choice_store;
pub mod count;
pub mod count_store;
pub mod measure;
pub mod measure_store;
pub mod numbers;
pub mod others;
pub mod pages;
pub mod picture;
pub mod record;
pub mod recount;
pub mod released_store;
mod remainder;
pub mod report;
pub mod reports;
pub mod say;
mod shown_store;
pub mod statistics;
pub mod stretch;
pub mod table;
mod usable;
mod within;

#[cfg(test)]
mod tests;
