//! What was released of staff and of customers, unit by unit and period by period: all that the link ever reads.

use aws_lc_rs::digest;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a unit is: one setting, so that the same numbers are not reported twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitLevel {
    Site,
    Department,
    Team,
}

/// The side of staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffMeasure {
    Engagement,
}

/// The side of customers: one measure, chosen before the first report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerMeasure {
    Rating,
    PraiseShare,
}

/// Units and periods, in one order whatever order they came in: every sum comes out the same to the last digit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReleasedTable {
    periods: Vec<Period>,
    units: Vec<Unit>,
}

/// The time around a survey.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Period {
    /// As people write it, "2026-01".
    pub name: String,
    /// Whether the survey told no clear difference between units.
    pub hardly_differ: bool,
}

/// A team, a department or a site. What it is called is for display; no number depends on it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unit {
    pub id: Uuid,
    #[serde(skip)]
    pub name: String,
    /// How many work there; nought where nobody knows, which then counts for nothing in what is said of the staff left out.
    pub staff: u32,
    /// The periods before which more than 30 % of its people changed: from there on it is another unit.
    pub began_anew: Vec<usize>,
    /// One for each period.
    pub cells: Vec<Cell>,
}

/// What is known of a unit in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// None is hidden.
    pub staff: Option<Staff>,
    /// None if nobody wrote.
    pub customers: Option<Customers>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Staff {
    /// From 0 to 100, as it was shown.
    pub index: f64,
    pub answers: u32,
    /// In percent, as it was shown. None where too few were asked to tell: of so few, half must have answered for anything
    /// to be shown.
    pub response: Option<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Customers {
    /// From 0 to 100.
    pub score: f64,
    pub items: u32,
}

impl ReleasedTable {
    /// `periods` from the oldest on, each unit once. A row that is too short lacks the newest periods.
    pub fn new(periods: Vec<Period>, mut units: Vec<Unit>) -> ReleasedTable {
        for unit in &mut units {
            unit.cells.resize(periods.len(), Cell::default());
            unit.began_anew.sort_unstable();
            unit.began_anew.dedup();
        }
        units.sort_by_key(|unit| unit.id);
        ReleasedTable { periods, units }
    }

    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// Chance is drawn from this. It follows from the numbers, so that nobody can draw again until they like what comes out.
    pub fn seed(&self) -> Result<u64, serde_json::Error> {
        let canonical = serde_json::to_vec(self)?;
        let sum = digest::digest(&digest::SHA256, &canonical);
        Ok(sum.as_ref().iter().take(8).fold(0, |seed, byte| seed << 8 | u64::from(*byte)))
    }
}
