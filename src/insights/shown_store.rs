//! What one survey shows of its groups: engagement, and what else it asks. Released figures, and never an answer.

use std::collections::HashMap;

use diesel::prelude::*;

use super::asked::{OTHERS, TEAM};
use super::count_store::ENGAGEMENT;
use super::table::Staff;
use crate::db::Conn;
use crate::db::schema::{pulse_cell, pulse_figure, pulse_question};
use crate::ids::{GroupId, PulseId};

/// What a survey shows of a group.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// None is hidden.
    pub engagement: Option<Staff>,
    /// The sum of the scores of engagement and of their squares, where they are known.
    pub sums: Option<(f64, f64)>,
    /// What else is asked, by its name. What is missing is hidden, or was not asked.
    pub others: HashMap<&'static str, Staff>,
}

/// All that a survey shows. A group of which nothing is shown is not there.
pub fn list(conn: &mut Conn, survey: PulseId) -> QueryResult<HashMap<GroupId, Shown>> {
    let responses: Vec<(GroupId, Option<i32>)> = pulse_cell::table
        .filter(pulse_cell::pulse_id.eq(survey))
        .select((pulse_cell::group_id, pulse_cell::response))
        .load(conn)?;
    let responses: HashMap<GroupId, Option<u8>> = responses
        .into_iter()
        .map(|(id, response)| (id, response.and_then(|response| response.try_into().ok())))
        .collect();
    let names = list_names(conn, survey)?;
    type Row = (GroupId, String, i32, i32, Option<f64>, Option<f64>);
    let figures: Vec<Row> = pulse_figure::table
        .filter(pulse_figure::pulse_id.eq(survey))
        .select((
            pulse_figure::group_id,
            pulse_figure::measure,
            pulse_figure::answers,
            pulse_figure::shown,
            pulse_figure::total,
            pulse_figure::total_of_squares,
        ))
        .load(conn)?;
    let mut all: HashMap<GroupId, Shown> = HashMap::new();
    for (group, measure, answers, shown, total, squares) in figures {
        let Some((name, response)) = names.get(&measure).zip(responses.get(&group)) else { continue };
        let (index, answers) = (f64::from(shown), u32::try_from(answers).unwrap_or(0));
        let (of, staff) = (all.entry(group).or_default(), Staff { index, answers, response: *response });
        match *name {
            ENGAGEMENT => (of.engagement, of.sums) = (Some(staff), total.zip(squares)),
            other => drop(of.others.insert(other, staff)),
        }
    }
    Ok(all)
}

/// What the figures of a survey are of. A scale is called by its own name in every survey; a single question by its place in this
/// one (`q8`), and only the survey's questions say which of the library's stands there.
fn list_names(conn: &mut Conn, survey: PulseId) -> QueryResult<HashMap<String, &'static str>> {
    let questions: Vec<(i32, Option<String>)> = pulse_question::table
        .filter(pulse_question::pulse_id.eq(survey))
        .select((pulse_question::position, pulse_question::library_key))
        .load(conn)?;
    let single = questions.into_iter().filter_map(|(position, key)| {
        let name = OTHERS.into_iter().find(|name| key.as_deref() == Some(*name))?;
        Some((format!("q{position}"), name))
    });
    Ok(single.chain([ENGAGEMENT, TEAM].map(|scale| (scale.to_owned(), scale))).collect())
}
