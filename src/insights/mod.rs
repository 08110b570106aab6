//! Insights: what staff say and what customers say, beside each other.
//!
//! The figures stand alone, without HTTP, SQL or a clock. They read released numbers and nothing else: no answer of a person,
//! no words of a customer. A table of them (table) goes through the gates (usable) into three answers (between, within) that
//! make a record (report, record), and the record is said in sentences (say).

mod between;
pub mod record;
pub mod report;
pub mod say;
pub mod statistics;
pub mod table;
mod usable;
mod within;

#[cfg(test)]
mod tests;
