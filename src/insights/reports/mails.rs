//! The letter about a month.

use serde::Serialize;

use super::pages::Told;
use crate::app::App;
use crate::clock::Day;
use crate::mail::message::{Mailbox, Message};
use crate::people::person::Person;
use crate::views::ViewsError;

/// What a letter tells.
#[derive(Clone, Debug, Serialize)]
pub struct Month {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// Whether it is about the whole house.
    pub is_house: bool,
    /// Else what its sites are called, with commas between.
    pub sites: String,
    pub told: Told,
    /// Of some of these sites, because hardly anybody works there, only what waits is told.
    pub is_partial: bool,
    /// Nobody wrote anything.
    pub is_empty: bool,
}

#[derive(Serialize)]
struct Data<'a> {
    #[serde(flatten)]
    month: &'a Month,
    link: String,
}

/// To HR and executives; none if they have no address.
pub fn report_month(app: &App, to: &Person, month: &Month) -> Result<Option<Message>, ViewsError> {
    let Some((mailbox, lang)) = Mailbox::of(to) else { return Ok(None) };
    Message::draft("report_month", lang, mailbox)
        .about(to.id)
        .once(format!("report_month/{}/{}", month.first, to.id))
        .render(app, &Data { month, link: app.url("/insights") })
        .map(Some)
}
