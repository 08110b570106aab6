//! How we write to people: a mail is rendered in its reader's language, put into the outbox with the deed that causes
//! it, and sent later by the sender, which retries and keeps what failed for the administrator to see.
//!
//! A room writes like this, in its own mails.rs:
//!
//! ```text
//! let mail = Message::draft("praise_received", lang, Mailbox::new(address, name))
//!     .about(person_id)
//!     .once(format!("praise_received:{note_id}:{person_id}"))
//!     .render(&app, &PraiseReceived { first_name, first_words, link: app.url("/praise/…"), … })?;
//! app.write(move |deed| { store::insert(deed.conn, &note)?; outbox::put(deed, &mail) }).await?;
//! ```
//!
//! A mail is a folder `templates/mails/<kind>` with three parts: `subject.txt.hbs`, `body.txt.hbs` and `body.html.hbs`.
//! The comment at the top of `body.txt.hbs` lists the fields its data must carry; [`message`] says what every mail gets
//! besides. Links in a mail only open a page; nothing happens before somebody presses a button there, because
//! scanners follow links too.

pub mod asking;
pub mod folder;
pub mod letter;
pub mod message;
pub mod outbox;
mod pauses;
pub mod refusal_store;
pub mod sender;
pub mod smtp;
pub mod store;
mod trouble;

#[cfg(test)]
mod tests;

pub use message::{Draft, Mailbox, Message};
pub use trouble::Trouble;
