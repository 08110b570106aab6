//! The pages: of the zone, where nobody is known, and of those who answer there.

pub mod answers;
pub mod guard;
pub mod poster;
pub mod receipt;
pub mod threads;
pub mod write;

use serde::Serialize;

use super::thread_store::{Sealed, side};
use super::words::{Part, Said, open};
use crate::clock::Day;
use crate::ids::ThreadId;
use crate::people::site::Site;
use crate::seal::{DataKey, Unopened};

/// A site to choose from.
#[derive(Serialize)]
pub(super) struct SiteChoice {
    slug: String,
    name: String,
}

impl SiteChoice {
    fn of(site: &Site) -> SiteChoice {
        SiteChoice { slug: site.slug.clone(), name: site.name.clone() }
    }
}

/// One message, as the writer and as a handler read it.
#[derive(Serialize)]
struct MessageView {
    is: &'static str,
    from_handler: bool,
    by: String,
    state: String,
    cause: String,
    heading: String,
    text: String,
    place: String,
    fix: String,
    on: Day,
}

fn message_view(said: Said, from_handler: bool, on: Day) -> MessageView {
    let mut view = MessageView {
        is: "words",
        from_handler,
        by: String::new(),
        state: String::new(),
        cause: String::new(),
        heading: String::new(),
        text: String::new(),
        place: String::new(),
        fix: String::new(),
        on,
    };
    match said {
        Said::First { what, place, fix } => (view.text, view.place, view.fix) = (what, place, fix),
        Said::Words { text } => view.text = text,
        Said::Reveal { name } => (view.is, view.text) = ("reveal", name),
        Said::Answer { by, text } => (view.is, view.by, view.text) = ("answer", by, text),
        Said::State { by, state, text } => (view.is, view.by, view.state, view.text) = ("state", by, state, text),
        Said::Kept { by, text } => (view.is, view.by, view.text) = ("kept", by, text),
        Said::Apart { by } => (view.is, view.by) = ("apart", by),
        Said::Retracted { by, cause, text } => {
            (view.is, view.by, view.cause, view.text) = ("retracted", by, cause, text);
        }
        // Not what it was called: it may have been taken back since, or be kept from whoever reads.
        Said::Joined { by, .. } => (view.is, view.by) = ("joined", by),
        Said::Published { by, title, what, place, fix } => {
            (view.is, view.by, view.heading) = ("published", by, title);
            (view.text, view.place, view.fix) = (what, place, fix);
        }
    }
    view
}

fn open_all(
    key: &DataKey,
    thread: ThreadId,
    sealed: &[Sealed],
    part: fn(i32) -> Part,
) -> Result<Vec<MessageView>, Unopened> {
    let view = |one: &Sealed| {
        let said: Said = open(key, thread, part(one.seq), &one.sealed)?;
        Ok(message_view(said, one.side == side::HANDLER, one.sent_on))
    };
    sealed.iter().map(view).collect()
}
