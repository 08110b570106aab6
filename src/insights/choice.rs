//! What is compared with what: chosen before the first report is seen, so that nobody picks the pair that looks best.

use super::released_store::Released;
use super::table::{CustomerMeasure, UnitLevel};
use crate::clock::Day;
use crate::web::{Form, Problems};

/// From so many sites on they are compared, and not their departments.
const ENOUGH_SITES: usize = 10;

/// A choice that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Of what.
    pub pair: Pair,
    /// When it was made.
    pub chosen_on: Day,
}

/// The choices there are. What could be better is said of a site and not of a department, so the share of praise exists for
/// sites only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// Sites, by the share of praise in what customers wrote.
    SitePraise,
    /// Sites, by how satisfied customers said they were.
    SiteSatisfied,
    /// Departments, by how satisfied customers said they were.
    DepartmentSatisfied,
}

impl Pair {
    /// In the order a form shows them.
    pub const ALL: [Pair; 3] = [Pair::SitePraise, Pair::SiteSatisfied, Pair::DepartmentSatisfied];

    /// The name in forms.
    pub fn name(self) -> &'static str {
        match self {
            Pair::SitePraise => "site_praise",
            Pair::SiteSatisfied => "site_satisfied",
            Pair::DepartmentSatisfied => "department_satisfied",
        }
    }

    /// The units and the measure.
    pub fn parts(self) -> (UnitLevel, CustomerMeasure) {
        match self {
            Pair::SitePraise => (UnitLevel::Site, CustomerMeasure::PraiseShare),
            Pair::SiteSatisfied => (UnitLevel::Site, CustomerMeasure::Rating),
            Pair::DepartmentSatisfied => (UnitLevel::Department, CustomerMeasure::Rating),
        }
    }

    /// The names of both in the database.
    pub fn columns(self) -> (&'static str, &'static str) {
        match self {
            Pair::SitePraise => ("site", "praise_share"),
            Pair::SiteSatisfied => ("site", "rating"),
            Pair::DepartmentSatisfied => ("department", "rating"),
        }
    }

    /// The one that a form says.
    pub fn parse(form: &Form) -> Result<Pair, Problems> {
        let chosen = form.text("pair");
        Pair::ALL
            .into_iter()
            .find(|pair| pair.name() == chosen)
            .ok_or_else(|| Problems::one("pair", "insights-wrong-pair"))
    }

    /// What is suggested for a house with so many sites: sites if there are enough of them, else departments; and satisfaction
    /// if at least half of what customers wrote about them says so.
    pub fn suggested(sites: usize, known: &Released) -> Pair {
        let (written, answered) = known.answered();
        match sites >= ENOUGH_SITES {
            false => Pair::DepartmentSatisfied,
            true if written > 0 && answered * 2 >= written => Pair::SiteSatisfied,
            true => Pair::SitePraise,
        }
    }
}
