//! What HR decided for all surveys.

use diesel::prelude::*;

use super::release::Threshold;
use crate::db::schema::pulse_rules;
use crate::web::{Form, Problems};

/// The highest group minimum that makes sense.
const GROUP_MINIMUM_MAX: i32 = 50;
/// Days over which invitations are counted.
pub const QUARTER_DAYS: i64 = 91;

/// The rules in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = pulse_rules)]
pub struct Rules {
    /// Results are shown for groups of at least so many answers; never below the floor of the release rules.
    pub group_minimum: i32,
    /// Nobody is invited more often than this within 91 days.
    pub invitations_max: i32,
    /// For how many days after the last day the answers themselves are kept: 0 to 90.
    pub keep_days: i32,
    /// Counts the changes.
    pub version: i32,
}

impl Rules {
    /// Reads HR's form.
    pub fn parse(form: &Form) -> Result<Rules, Problems> {
        let mut problems = Problems::none();
        let mut number = |name: &str, allowed: std::ops::RangeInclusive<i32>, problem: &'static str| {
            let read = form.read(name).filter(|number| allowed.contains(number));
            if read.is_none() {
                problems.add(name, problem);
            }
            read.unwrap_or_default()
        };
        let floor = i32::try_from(Threshold::FLOOR).unwrap_or(5);
        let group_minimum = number("group_minimum", floor..=GROUP_MINIMUM_MAX, "pulse-problem-minimum");
        let invitations_max = number("invitations_max", 1..=12, "pulse-problem-invitations");
        let keep_days = number("keep_days", 0..=90, "pulse-problem-keep");
        let version = form.read("version").unwrap_or_default();
        problems.or(Rules { group_minimum, invitations_max, keep_days, version })
    }
}
