//! Somebody in the directory. No SQL here.

use diesel::prelude::*;
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use super::site::{Site, Unit};
use crate::clock::{Day, Moment};
use crate::db::schema::{person, person_alias, person_placement};
use crate::fold::fold;
use crate::ids::{DepartmentId, PersonId, RowId, SiteId, TeamId};

/// Somebody in the directory. Whether they can sign in is the account's business.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = person, treat_none_as_default_value = false)]
pub struct Person {
    /// Their key.
    pub id: PersonId,
    /// The key others know, as it was given.
    pub employee_number: String,
    /// The employee number for comparing; no two are the same.
    pub number_fold: String,
    /// The first name, or the only one.
    pub given_name: String,
    /// The family name; may be empty.
    pub family_name: String,
    /// What they are called instead of the given name.
    pub preferred_name: Option<String>,
    /// Family name first, folded: what lists are ordered by.
    pub name_fold: String,
    /// All that a list is searched in, folded.
    pub search_fold: String,
    /// Where mails to them go.
    pub email: Option<String>,
    /// What they do; may be empty.
    pub job_title: String,
    /// The tag of the language they want, if they said so.
    pub language: Option<String>,
    /// Where they are now.
    pub site_id: SiteId,
    /// Their department now.
    pub department_id: Option<DepartmentId>,
    /// Their team now.
    pub team_id: Option<TeamId>,
    /// Whom they report to.
    pub manager_id: Option<PersonId>,
    /// Their first day.
    pub started_on: Option<Day>,
    /// The first day on which they are no longer here.
    pub left_on: Option<Day>,
    /// Whether guests and colleagues find them.
    pub in_finder: bool,
    /// When they were entered.
    pub created_at: Moment,
    /// Grows with each change, so that two editors notice each other.
    pub version: i32,
}

impl Person {
    /// The name they go by in front: preferred or given.
    pub fn first_name(&self) -> &str {
        self.preferred_name.as_deref().unwrap_or(&self.given_name)
    }

    /// The name they go by.
    pub fn name(&self) -> String {
        name_of(self.preferred_name.as_deref(), &self.given_name, &self.family_name)
    }

    /// Where they are now.
    pub fn unit(&self) -> Unit {
        Unit { site_id: self.site_id, department_id: self.department_id, team_id: self.team_id }
    }

    /// Whether they are no longer here on a day.
    pub fn has_left(&self, today: Day) -> bool {
        self.left_on.is_some_and(|left_on| left_on <= today)
    }

    /// Whether they are still here, by the day it is at their site; `sites` are all there are.
    pub fn is_here(&self, sites: &[Site], now: Moment) -> bool {
        sites.iter().find(|site| site.id == self.site_id).is_none_or(|site| !self.has_left(site.today(now)))
    }

    /// Makes the folded columns anew from the others. The stores do it before they write.
    pub fn with_folds(mut self) -> Person {
        self.number_fold = number_fold(&self.employee_number);
        self.name_fold = fold(&format!("{} {}", self.family_name, self.first_name()));
        let words = [
            self.preferred_name.as_deref().unwrap_or_default(),
            &self.given_name,
            &self.family_name,
            &self.employee_number,
            &self.job_title,
            self.email.as_deref().unwrap_or_default(),
        ];
        self.search_fold = fold(&words.join(" "));
        self
    }
}

/// An employee number for comparing.
pub fn number_fold(number: &str) -> String {
    fold(number)
}

/// The name somebody goes by: the preferred name in place of the given one, then the family name.
pub fn name_of(preferred: Option<&str>, given: &str, family: &str) -> String {
    format!("{} {family}", preferred.unwrap_or(given)).trim().to_owned()
}

/// The first letter of the first and of the last word, for the round mark beside a name.
pub fn initials(name: &str) -> String {
    let first_letter = |word: &str| word.graphemes(true).next().unwrap_or_default().to_uppercase();
    let mut words = name.split_whitespace();
    let first = words.next().map(first_letter).unwrap_or_default();
    let last = words.next_back().map(first_letter).unwrap_or_default();
    first + &last
}

/// Somebody as pickers and lists show them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PersonCard {
    /// Who.
    pub id: PersonId,
    /// The name they go by.
    pub name: String,
    /// What they do.
    pub role: String,
    /// Their department.
    pub department: Option<String>,
    /// Two letters for the round mark.
    pub initials: String,
}

/// A stretch of time in one place: from a day until (not including) another.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = person_placement, treat_none_as_default_value = false)]
pub struct Placement {
    /// Its key.
    pub id: RowId,
    /// Who.
    pub person_id: PersonId,
    /// The site.
    pub site_id: SiteId,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The team.
    pub team_id: Option<TeamId>,
    /// The first day there; none: since before anybody counted.
    pub from_on: Option<Day>,
    /// The first day no longer there; none: to this day.
    pub until_on: Option<Day>,
}

impl Placement {
    /// Where.
    pub fn unit(&self) -> Unit {
        Unit { site_id: self.site_id, department_id: self.department_id, team_id: self.team_id }
    }
}

/// Another spelling that means somebody.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = person_alias)]
pub struct Alias {
    /// Its key.
    pub id: RowId,
    /// Whom it means.
    pub person_id: PersonId,
    /// As it was written.
    pub alias: String,
    /// For comparing.
    pub alias_fold: String,
    /// When it was learnt.
    pub created_at: Moment,
}

/// How a move ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// They are there now.
    Done,
    /// They were there already.
    Same,
    /// The day is not after their last move, which was on this day.
    TooEarly(Day),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_letters_of_any_script() {
        assert_eq!(initials("amina de la Cruz"), "AC");
        assert_eq!(initials("Łukasz"), "Ł");
        assert_eq!(initials("נועה כהן"), "נכ");
        assert_eq!(initials(" "), "");
    }

    #[test]
    fn the_preferred_name_stands_for_the_given_one() {
        assert_eq!(name_of(Some("Bea"), "Beatriz", "Silva"), "Bea Silva");
        assert_eq!(name_of(None, "Suharto", ""), "Suharto");
    }
}
