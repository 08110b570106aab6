//! The pulse: short surveys of everybody who works here, and what of them is shown.
//!
//! The figures stand alone, without HTTP, SQL or a clock: score (what an answer weighs), tree and mask (which groups may be
//! shown so that subtracting tells nothing), release (the snapshot, which is all that ever leaves the raw answers),
//! reliability and quality (how far its numbers can be trusted).

mod mask;
pub mod quality;
pub mod release;
pub mod reliability;
pub mod score;
mod tally;
pub mod tree;

#[cfg(test)]
mod tests;
