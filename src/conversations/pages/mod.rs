//! The pages of conversations: at the door (ask), behind the private link (follow), and the responders' inbox.

pub mod ask;
pub mod follow;
pub mod inbox;

use serde::Serialize;

use super::store::{Said, Whole};
use crate::clock::Moment;
use crate::people::person::name_of;
use crate::web::Page;

/// One message, as `conversations/_talk` shows it.
#[derive(Serialize)]
struct MessageView {
    from_staff: bool,
    name: String,
    text: String,
    text_lang: String,
    at: Moment,
}

/// Messages as their reader sees them; `guest` is how the guest is called on this page.
fn messages(whole: &Whole, said: Vec<Said>, guest: &str) -> Vec<MessageView> {
    said.into_iter()
        .map(|said| MessageView {
            from_staff: said.by.is_some(),
            name: said.by.map_or_else(
                || guest.to_owned(),
                |(preferred, given, family)| name_of(preferred.as_deref(), &given, &family),
            ),
            text: said.text,
            text_lang: whole.language.clone(),
            at: said.sent_at,
        })
        .collect()
}

fn status(whole: &Whole) -> &'static str {
    match whole.state.as_str() {
        "answered" => "conversations-status-answered",
        "closed" => "conversations-status-closed",
        _ => "conversations-status-received",
    }
}

fn guest_name(page: &Page, whole: &Whole) -> String {
    whole.sender_name.clone().unwrap_or_else(|| page.text("conversations-a-guest", &[]))
}
