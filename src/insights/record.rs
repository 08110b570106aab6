//! What a report found: all that its sentences and charts are made of, and what is kept of it.

use serde::{Deserialize, Serialize};

use super::table::{CustomerMeasure, StaffMeasure, UnitLevel};
use super::usable::Reason;

/// Lower and upper end.
pub type Range = [f64; 2];

/// What is not there did not pass its gate, or there was nothing to work it out of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    pub version: u32,
    pub unit_level: UnitLevel,
    pub x: StaffMeasure,
    pub y: CustomerMeasure,
    pub periods: Vec<String>,
    pub units: Units,
    pub seed: String,
    pub draws: usize,
    pub between: Option<Between>,
    pub within: Option<Within>,
    pub order: Option<Order>,
    pub claims: Claims,
    pub flags: Vec<Flag>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Units {
    pub shown: usize,
    pub left_out: Vec<LeftOut>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    pub reason: Reason,
    pub count: usize,
}

/// Do units with higher engagement get better feedback?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Between {
    pub n: usize,
    pub r: f64,
    pub ci95: Option<Range>,
    pub spearman: Option<f64>,
    pub p: f64,
    pub p_holm: f64,
    /// Units count by how many answers and items their numbers rest on.
    pub r_weighted: Option<f64>,
    /// How strong a link must be to be found four times in five.
    pub r80: Option<f64>,
    /// From where to where r goes when one unit after the other is left out.
    pub loo_range: Option<Range>,
}

/// When a unit is above its own usual engagement, is its feedback above its own usual level?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Within {
    pub units: usize,
    pub periods: usize,
    pub cells: usize,
    /// Above 0 engagement is the earlier one.
    pub lags: Vec<i32>,
    pub r: Vec<f64>,
    pub p_adjusted: Vec<f64>,
    pub p_holm: f64,
    pub chance_band: Vec<Range>,
    pub slope: Option<Slope>,
}

/// Points of customer score for a point of engagement, in the same period.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slope {
    pub beta: f64,
    pub se: f64,
    pub df: usize,
    pub ci95: Option<Range>,
}

/// Which of the two tends to move first?
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    #[serde(rename = "D")]
    pub lead: f64,
    pub p: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    pub between: BetweenClaim,
    pub within: WithinClaim,
    pub order: OrderClaim,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BetweenClaim {
    TooFew,
    NotClear,
    Higher,
    Lower,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithinClaim {
    TooFew,
    NotClear,
    Together,
    Opposite,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderClaim {
    TooFew,
    TooFewPeriods,
    /// There is no clear movement of which an order could be asked.
    NotTested,
    NotClear,
    EngagementFirst,
    CustomerFirst,
}

/// What a reader has to be told so as not to read too much into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// Between units and within them it goes in opposite directions.
    Simpson,
    /// Without one of the units the answer would be another.
    OneUnitDecides,
    /// More than a third of the staff work in units that are left out.
    LowCoverage,
    TeamsHardlyDiffer,
    /// Part of the pattern may be who asks for feedback.
    MoreFeedbackWhereEngaged,
}
