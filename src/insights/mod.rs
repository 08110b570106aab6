//! Insights: what staff say and what customers say, beside each other.
//!
//! The figures stand alone, without HTTP, SQL or a clock. They read released numbers and nothing else: no answer of a person,
//! no words of a customer.

pub mod statistics;
