//! The pages of praise: at the door (give, follow, seen) and for staff (shelves, one note, the queue).

pub mod follow;
pub mod give;
pub mod one;
pub mod queue;
pub mod seen;
pub mod shelves;
pub mod staff;

use serde::Serialize;

use crate::clock::Moment;
use crate::ids::NoteId;
use crate::people::person::name_of;
use crate::praise::shelf_store::Line;
use crate::text;
use crate::views::Value;
use crate::web::Page;

/// A note in a list, as `shared/_note_line` shows it.
#[derive(Serialize)]
pub struct LineView {
    id: NoteId,
    text_lang: String,
    first_words: String,
    sent_at: Moment,
    from: String,
    to: Vec<String>,
    site: String,
    place: Option<String>,
    unread: bool,
    values: Vec<String>,
}

/// Notes for a list. `for_owner`: whether unread ones are marked.
fn line_views(page: &Page, lines: Vec<Line>, for_owner: bool) -> Vec<LineView> {
    let view = |line: Line| {
        let from = match line.from_person_id {
            Some(_) => page.text("praise-from-a-colleague", &[]),
            None if line.source == "import" => page.text("praise-from-import", &[]),
            None => page.text("praise-from-guest", &[]),
        };
        let (preferred, given, family) = line.to;
        LineView {
            id: line.note_id,
            text_lang: line.language,
            first_words: if line.did.is_empty() {
                page.text("praise-just-thanks", &[])
            } else {
                text::beginning(&line.did)
            },
            sent_at: line.sent_at,
            from,
            to: vec![name_of(preferred.as_deref(), &given, &family)],
            site: line.site,
            place: line.place,
            unread: for_owner && line.read_at.is_none(),
            values: Vec::new(),
        }
    };
    lines.into_iter().map(view).collect()
}

/// "From Mara, a guest": who sent a note, as its readers see it.
fn from_sentence(page: &Page, colleague: Option<&str>, guest: Option<&str>, source: &str) -> String {
    match (colleague, guest) {
        (Some(name), _) => page.text("praise-from-colleague", &[("name", Value::from(name))]),
        (None, Some(name)) => page.text("praise-from-guest-named", &[("name", Value::from(name))]),
        (None, None) if source == "import" => page.text("praise-from-import", &[]),
        (None, None) => page.text("praise-from-guest", &[]),
    }
}
