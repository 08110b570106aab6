//! The pulse: short surveys of everybody who works here, and what of them is shown.
//!
//! Who comes here: HR, who puts a survey together; everybody who is asked, with a link, a slip of paper or signed in; and
//! whoever reads results. Tables: pulse and pulse_…; of these pulse_answer and pulse_comment refer to nothing. Mails:
//! pulse_invitation, pulse_reminder, pulse_ended.
//!
//! The figures stand alone, without HTTP, SQL or a clock: score (what an answer weighs), tree and mask (which groups may be
//! shown so that subtracting tells nothing), release (the snapshot, which is all that ever leaves the raw answers),
//! reliability and quality (how far its numbers can be trusted).

pub mod answer;
pub mod answer_store;
pub mod comment_store;
pub mod ending;
pub mod group;
pub mod imported;
pub mod imported_store;
pub mod instrument;
pub mod invitation_store;
pub mod launch;
pub mod library;
pub mod mailing;
pub mod mails;
mod mask;
pub mod pages;
pub mod period;
pub mod quality;
pub mod release;
pub mod reliability;
pub mod result_store;
pub mod results;
pub mod rounds;
pub mod rules;
pub mod score;
pub mod stir;
pub mod store;
pub mod survey;
pub mod take;
mod tally;
pub mod tree;

#[cfg(test)]
mod tests;
