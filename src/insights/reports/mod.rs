//! Reports: what became of praise, of what customers asked and of what staff raised, at each site and in the whole house.
//!
//! Figures are counted by the clock (recount) from what is kept (store reads, pool counts) over the last ninety days, and kept
//! (figure_store). A page reads those that are kept, so it costs the same however much was written, and says when they were
//! counted. Nothing is told of a person, and nothing that a person is kept from.

pub mod figure;
pub mod figure_store;
pub mod mails;
pub mod monthly;
pub mod now_store;
pub mod pages;
pub mod pool;
pub mod recount;
pub mod store;

#[cfg(test)]
mod tests;
