//! What people see of reports: HR and executives of all or of some sites, and whoever looks after a site.

pub mod definitions;
pub mod files;
pub mod house;
pub mod site;

use serde::Serialize;
use uuid::Uuid;

use super::figure::{Figure, Figures, Name};
use crate::people::role::{Role, Scope};
use crate::web::Me;

/// The sites whose reports somebody reads.
pub fn reads(me: &Me) -> Scope {
    me.scope_of(&[Role::Hr, Role::Executive, Role::SiteManager])
}

/// The sites whose people somebody thinks of: who had no praise is for them.
pub fn cares_for(me: &Me) -> Scope {
    me.scope_of(&[Role::Hr])
}

/// What is told of a unit; none where there is nothing.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Told {
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

impl Told {
    /// Reads it out of figures. Days become seconds, so that all times are said alike.
    pub fn of(unit: Uuid, figures: &Figures) -> Told {
        let one = |name| figures.get(&(unit, name)).copied();
        let in_seconds = |days: Figure| {
            let seconds = |days: Option<f64>| days.map(|days| days * 24.0 * 3600.0);
            Figure { n: days.n, value: seconds(days.value), low: seconds(days.low), high: seconds(days.high) }
        };
        Told {
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
