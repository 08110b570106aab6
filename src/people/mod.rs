//! (to be written)
pub mod finder;
