//! What people see of reports: HR and executives of all or of some sites, and whoever looks after a site.

pub mod definitions;
pub mod files;
pub mod house;
pub mod site;

use jiff::ToSpan;
use serde::Serialize;
use uuid::Uuid;

use super::figure::{DAYS, Figure, Figures, Name, Week, monday};
use super::figure_store::{self, Kept};
use super::now_store::Sees;
use crate::clock::{Day, Moment};
use crate::db::{Conn, QueryResult};
use crate::people::role::{Role, Scope};
use crate::people::site::organisation_zone;
use crate::people::site_store;
use crate::web::Me;

/// The sites whose reports somebody reads.
pub fn reads(me: &Me) -> Scope {
    me.scope_of(&[Role::Hr, Role::Executive, Role::SiteManager])
}

/// The sites whose people somebody thinks of: who had no praise is for them.
pub fn cares_for(me: &Me) -> Scope {
    me.scope_of(&[Role::Hr])
}

/// Which issues they may read: whoever looks after a site and HR handle those there.
pub fn sees(me: &Me) -> Sees {
    Sees { own: me.site_id, me: me.person_id, handles: me.scope_of(&[Role::Hr, Role::SiteManager]) }
}

/// What is told of a unit; none where there is nothing.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Told {
    people: Option<Figure>,
    praise: Option<Figure>,
    colleagues: Option<Figure>,
    heard: Option<Figure>,
    asked: Option<Figure>,
    answered: Option<Figure>,
    in_time: Option<Figure>,
    waiting: Option<Figure>,
    nameless: Option<Figure>,
    raised: Option<Figure>,
    answer: Option<Figure>,
    owed: Option<Figure>,
    unpraised: Option<Figure>,
}

/// The weeks of a unit that figures look back on from a day of the house's calendar, from the oldest whole one on to the one that is
/// not over yet. A week in which nobody wrote is one too.
pub fn weeks_of(kept: &Kept, unit: Uuid, today: Day) -> Vec<(Day, Week)> {
    let from = today.date().saturating_sub((DAYS - 1).days());
    let this = monday(today).date();
    let mondays = (0..=DAYS / 7).rev().map(|weeks| this.saturating_sub((7 * weeks).days()));
    let week = |monday: jiff::civil::Date| {
        let monday = Day::from(monday);
        (monday, kept.weeks.get(&(unit, monday)).copied().unwrap_or_default())
    };
    mondays.filter(|monday| *monday >= from).map(week).collect()
}

impl Told {
    /// Reads it out of figures. Days become seconds, so that all times are said alike.
    pub fn of(unit: Uuid, figures: &Figures) -> Told {
        let one = |name| figures.get(&(unit, name)).copied();
        let in_seconds = |days: Figure| {
            let seconds = |days: Option<f64>| days.map(|days| days * 24.0 * 3600.0);
            Figure { value: seconds(days.value), low: seconds(days.low), high: seconds(days.high), ..days }
        };
        Told {
            people: one(Name::People),
            praise: one(Name::Praise),
            colleagues: one(Name::Colleagues),
            heard: one(Name::Heard),
            asked: one(Name::Asked),
            answered: one(Name::Answered),
            in_time: one(Name::InTime),
            waiting: one(Name::Waiting),
            nameless: one(Name::Nameless),
            raised: one(Name::Raised),
            answer: one(Name::Answer).map(in_seconds),
            owed: one(Name::Owed),
            unpraised: one(Name::Unpraised),
        }
    }
}

/// When everything was counted last, and on which day of the house's calendar.
pub fn counted(conn: &mut Conn) -> QueryResult<Option<(Moment, Day)>> {
    let zone = organisation_zone(&site_store::list_sites(conn)?);
    Ok(figure_store::counted_at(conn)?.map(|at| (at, at.day_in(&zone))))
}
