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

/// Where it is, for its guest, who reads these messages.
fn status(whole: &Whole, messages: &[MessageView]) -> &'static str {
    match whole.state.as_str() {
        "answered" => "conversations-status-answered",
        "closed" if is_answered(messages) => "conversations-status-closed",
        "closed" => "conversations-status-unanswered",
        _ => "conversations-status-received",
    }
}

/// Whether somebody of the staff said anything in it.
fn is_answered(messages: &[MessageView]) -> bool {
    messages.iter().any(|message| message.from_staff)
}

fn guest_name(page: &Page, whole: &Whole) -> String {
    whole.sender_name.clone().unwrap_or_else(|| page.text("conversations-a-guest", &[]))
}
