//! Figures of surveys that were asked elsewhere, in the database.

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::schema::{pulse_cell, pulse_figure, pulse_group};
use crate::ids::{DepartmentId, GroupId, PulseId, SiteId};

/// The unit, what the figure is of, how many answered, and what is shown.
pub type Line = (Option<SiteId>, Option<DepartmentId>, String, i32, i32);

/// All figures of a survey by unit.
pub fn list_figures(conn: &mut Conn, id: PulseId) -> QueryResult<Vec<Line>> {
    pulse_figure::table
        .inner_join(pulse_group::table)
        .filter(pulse_figure::pulse_id.eq(id))
        .select((
            pulse_group::site_id,
            pulse_group::department_id,
            pulse_figure::measure,
            pulse_figure::answers,
            pulse_figure::shown,
        ))
        .load(conn)
}

/// Stores a figure in place of the one that was there, and with it that the group is shown.
pub fn put_figure(
    conn: &mut Conn,
    (pulse, group, measure): (PulseId, GroupId, &str),
    (answers, shown): (i32, i32),
    sums: Option<(f64, f64)>,
) -> QueryResult<()> {
    let cell = pulse_cell::table.find((pulse, group));
    let most: Option<i32> = cell.select(pulse_cell::answers).first(conn).optional()?;
    let values = (pulse_cell::pulse_id.eq(pulse), pulse_cell::group_id.eq(group), pulse_cell::answers.eq(answers));
    match most {
        None => diesel::insert_into(pulse_cell::table).values(values).execute(conn)?,
        Some(most) => diesel::update(cell).set(pulse_cell::answers.eq(most.max(answers))).execute(conn)?,
    };
    diesel::delete(pulse_figure::table.find((pulse, group, measure))).execute(conn)?;
    let row = (
        pulse_figure::pulse_id.eq(pulse),
        pulse_figure::group_id.eq(group),
        pulse_figure::measure.eq(measure),
        pulse_figure::answers.eq(answers),
        pulse_figure::shown.eq(shown),
        pulse_figure::total.eq(sums.map(|(sum, _)| sum)),
        pulse_figure::total_of_squares.eq(sums.map(|(_, squares)| squares)),
    );
    diesel::insert_into(pulse_figure::table).values(row).execute(conn).map(drop)
}
