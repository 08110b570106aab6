//! What the mail part promises, tested against a server that misbehaves on purpose. MW1 to MW9 are the numbers of the
//! requirements these tests stand for.

mod certificate;
mod contacts;
mod house;
mod outbox;
mod recovery;
mod refusals;
mod server_modes;
mod stub;
mod words;
