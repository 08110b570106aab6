//! Numbers from outside: what customers or operations say of a unit in a period (review scores, visits, absence), brought in
//! from a file. They are the house's own figures and no answers of people, so they are shown as they came, beside what is
//! released and counted here. No report of the link is made of them. No SQL here.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;
use uuid::Uuid;

use super::stretch::Stretch;
use crate::clock::Moment;
use crate::fold::fold;
use crate::ids::{DepartmentId, SiteId};
use crate::text::{self, TextProblem};

/// The longest name of a measure, in characters: it heads a column.
pub const NAME_MAX: usize = 40;

/// One number of one unit in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    pub site: SiteId,
    /// None: of the site as a whole.
    pub department: Option<DepartmentId>,
    pub stretch: Stretch,
    /// What was measured, as the file spells it.
    pub name: String,
    pub number: Number,
}

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Number {
    pub value: f64,
    /// Of how many it is made, where the file says so.
    pub n: Option<u32>,
}

/// What a number is of. The name is folded: NPS and nps are one measure.
pub type Key = (Uuid, Stretch, String);

impl Measured {
    /// The key of the site, or of the department.
    pub fn unit(&self) -> Uuid {
        self.department.map_or(self.site.0, |department| department.0)
    }

    /// What the number is of. There is one at most.
    pub fn key(&self) -> Key {
        (self.unit(), self.stretch, fold(&self.name))
    }
}

/// The name of a measure.
pub fn name(typed: &str) -> Result<String, TextProblem> {
    let name = text::line(typed)?;
    if name.chars().count() > NAME_MAX { Err(TextProblem::TooLong(NAME_MAX)) } else { Ok(name) }
}

/// A number with a point or a comma before its decimals; none for what is no number or beyond all bounds. Nor for 12,480: to
/// some that is twelve thousand, to others twelve and a half, and a wrong guess would look like a number.
pub fn value(typed: &str) -> Option<f64> {
    let could_be_thousands = typed
        .split_once(',')
        .is_some_and(|(whole, rest)| rest.len() == 3 && whole.trim_start_matches(['-', '+']).parse::<u32>() != Ok(0));
    let read = typed.replace(',', ".").parse::<f64>().ok();
    // Added to nought, -0 is 0.
    read.filter(|value| value.is_finite() && !could_be_thousands).map(|value| value + 0.0)
}

/// A whole number. Programs that have no gaps in whole numbers write 12.0; what else has a point could be meant as a thousand.
pub fn count(typed: &str) -> Option<u32> {
    let digits = typed.strip_suffix(".0").unwrap_or(typed);
    digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// All numbers from outside about sites, or about departments.
#[derive(Clone, Debug, Default)]
pub struct Outside {
    numbers: HashMap<Key, Number>,
    /// What measures are called, by their folded names: as the newest file spells them.
    names: BTreeMap<String, (Moment, String)>,
}

/// A measure that heads a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heading {
    folded: String,
    pub name: String,
}

impl Outside {
    /// Puts numbers together, each with when it was brought in.
    pub fn new(measured: Vec<(Measured, Moment)>) -> Outside {
        let mut outside = Outside::default();
        for (one, at) in measured {
            let key = one.key();
            let named = (at, one.name);
            let newest = outside.names.entry(key.2.clone()).or_insert_with(|| named.clone());
            if *newest < named {
                *newest = named;
            }
            outside.numbers.insert(key, one.number);
        }
        outside
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The measures of which any of these units has a number in any of these stretches, by name.
    pub fn headings(&self, units: &HashSet<Uuid>, stretches: &[Stretch]) -> Vec<Heading> {
        let is_shown = |(unit, stretch, _): &&Key| units.contains(unit) && stretches.contains(stretch);
        let shown: HashSet<&String> = self.numbers.keys().filter(is_shown).map(|(.., folded)| folded).collect();
        let names = self.names.iter().filter(|(folded, _)| shown.contains(folded));
        names.map(|(folded, (_, name))| Heading { folded: folded.clone(), name: name.clone() }).collect()
    }

    /// The number of a unit, of this very stretch: nothing is made of shorter ones.
    pub fn number(&self, unit: Uuid, stretch: Stretch, heading: &Heading) -> Option<Number> {
        self.numbers.get(&(unit, stretch, heading.folded.clone())).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_a_point_or_a_comma_and_is_never_guessed() {
        for (typed, read) in [
            ("4.5", 4.5),
            ("4,5", 4.5),
            ("-12", -12.0),
            ("12480", 12_480.0),
            ("4.125", 4.125),
            ("0,125", 0.125),
            ("-0,125", -0.125),
            ("12,4801", 12.4801),
        ] {
            assert_eq!(value(typed), Some(read), "{typed}");
        }
        for typed in
            ["", "many", "12,480", "-1,250", "1,234.5", "1.234,5", "12 480", "4.5 %", "=1", "NaN", "inf", "1e400"]
        {
            assert_eq!(value(typed), None, "{typed}");
        }
        assert!(value("-0").is_some_and(f64::is_sign_positive));
    }

    #[test]
    fn how_many_is_a_whole_number() {
        assert_eq!(["0", "120", "120.0"].map(count), [Some(0), Some(120), Some(120)]);
        for typed in ["", "-1", "+1", "1.5", "1.200", "1,200", "many", "4294967296"] {
            assert_eq!(count(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_name_heads_a_column() {
        assert_eq!(name("  Review  score "), Ok("Review score".into()));
        assert_eq!(name(" "), Err(TextProblem::Empty));
        assert_eq!(name(&"ä".repeat(NAME_MAX)).map(|name| name.chars().count()), Ok(NAME_MAX));
        assert_eq!(name(&"ä".repeat(NAME_MAX + 1)), Err(TextProblem::TooLong(NAME_MAX)));
    }

    #[test]
    fn a_number_stands_in_its_own_stretch_alone_under_the_newest_spelling() {
        let stretch = |from: &str, until: &str| Stretch { from: from.parse().unwrap(), until: until.parse().unwrap() };
        let (quarter, month) = (stretch("2026-07-01", "2026-10-01"), stretch("2026-07-01", "2026-08-01"));
        let (site, other) = (SiteId::random(), SiteId::random());
        let measured = |site, stretch, name: &str, value, at| {
            let number = Number { value, n: None };
            (Measured { site, department: None, stretch, name: name.into(), number }, Moment::from_micros(at))
        };
        let outside = Outside::new(vec![
            measured(site, quarter, "NPS", 31.0, 2),
            measured(other, quarter, "nps", 12.0, 1),
            measured(site, month, "Visits", 900.0, 1),
        ]);
        let of_quarter = outside.headings(&[site.0, other.0].into(), &[quarter]);
        assert_eq!(of_quarter.iter().map(|heading| heading.name.as_str()).collect::<Vec<_>>(), ["NPS"]);
        assert_eq!(outside.number(other.0, quarter, &of_quarter[0]), Some(Number { value: 12.0, n: None }));
        assert_eq!(outside.number(site.0, month, &of_quarter[0]), None);
        assert_eq!(outside.headings(&[other.0].into(), &[month]), []);
        assert_eq!(outside.headings(&[site.0].into(), &[month, quarter]).len(), 2);
    }
}
