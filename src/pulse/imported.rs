//! Results of surveys that were asked elsewhere: nobody was invited, there are no answers, only figures.

use std::collections::HashMap;

use super::group::Group;
use super::imported_store as rows;
use super::library::BLOCKS;
use super::period::Period;
use super::store;
use super::survey::{Pulse, Question, State, library_questions};
use crate::app::Deed;
use crate::db::{Conn, QueryResult};
use crate::ids::{DepartmentId, GroupId, PulseId, SiteId};

/// What figures may be of: the scales, and the single questions that are asked every time.
pub const ITEMS: &[&str] = &["engagement", "team", "promises", "belief", "recommend"];

/// One figure of one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// How many answered.
    pub answers: i32,
    /// From 0 to 100.
    pub mean: f64,
    /// The standard deviation between people, in the same points.
    pub deviation: Option<f64>,
}

impl Figures {
    /// As it is stored and shown: how many, and the mean in whole points, kept within 5 to 95.
    pub fn stored(&self) -> (i32, i32) {
        (self.answers, super::score::round_half_up(self.mean).clamp(5, 95))
    }

    /// The sum of the scores and of their squares, if it is known how they spread.
    fn sums(&self) -> Option<(f64, f64)> {
        let n = f64::from(self.answers);
        let deviation = self.deviation?;
        Some((n * self.mean, (n - 1.0) * deviation * deviation + n * self.mean * self.mean))
    }
}

type Unit = (Option<SiteId>, Option<DepartmentId>);

/// The figures that are there already.
#[derive(Clone, Debug, Default)]
pub struct Known(HashMap<(Period, Unit, &'static str), (i32, i32)>);

impl Known {
    /// A figure: how many answered, and what is shown.
    pub fn find(&self, period: Period, unit: Unit, item: &'static str) -> Option<(i32, i32)> {
        self.0.get(&(period, unit, item)).copied()
    }
}

/// The figures of all surveys that were imported.
pub fn list_known(conn: &mut Conn) -> QueryResult<Known> {
    let mut known = HashMap::new();
    for pulse in store::list_closed(conn)?.into_iter().filter(|pulse| pulse.is_imported) {
        for (site, department, measure, answers, shown) in rows::list_figures(conn, pulse.id)? {
            if let Some(item) = ITEMS.iter().find(|item| measure_of(item) == measure) {
                known.insert((pulse.period(), (site, department), *item), (answers, shown));
            }
        }
    }
    Ok(Known(known))
}

/// The questions of every imported survey: all that figures may be of, so that each has the same place in all of them.
fn questions(id: PulseId) -> Vec<Question> {
    library_questions(id, |block| ITEMS.contains(&block.key))
}

/// What the figures of an item are called: a scale by its name, a single question by its place.
fn measure_of(item: &str) -> String {
    match BLOCKS.iter().find(|block| block.key == item && !block.is_scale) {
        None => item.to_owned(),
        Some(block) => {
            let all = questions(PulseId(uuid::Uuid::nil()));
            let own = all.iter().find(|question| question.row.scale.as_deref() == Some(block.key));
            own.map(Question::field).unwrap_or_default()
        }
    }
}

/// The imported survey of a period; made if there is none yet.
pub fn survey_of(deed: &mut Deed, period: Period, title: &str) -> QueryResult<PulseId> {
    let closed = store::list_closed(deed.conn)?;
    if let Some(known) = closed.into_iter().find(|pulse| pulse.is_imported && pulse.period() == period) {
        return Ok(known.id);
    }
    let id = PulseId::random();
    let minimum = store::find_rules(deed.conn)?.group_minimum;
    let draft = Pulse::draft(id, title.to_owned(), period, minimum);
    let new = Pulse { state: State::Closed.name().to_owned(), is_imported: true, ..draft };
    store::insert(deed.conn, &new)?;
    store::set_questions(deed.conn, id, &questions(id))?;
    Ok(id)
}

/// The group of a unit in a survey; stored if it is not there yet.
pub fn group_of(conn: &mut Conn, new: &Group) -> QueryResult<GroupId> {
    let groups = super::invitation_store::list_groups(conn, new.pulse_id)?;
    let is_it = |group: &&Group| (group.site_id, group.department_id) == (new.site_id, new.department_id);
    if let Some(known) = groups.iter().find(is_it) {
        return Ok(known.id);
    }
    super::invitation_store::insert_groups(conn, std::slice::from_ref(new))?;
    Ok(new.id)
}

/// Stores a figure, in place of the one that was there.
pub fn put_figure(conn: &mut Conn, pulse: PulseId, group: GroupId, item: &str, figures: Figures) -> QueryResult<()> {
    let (answers, shown) = figures.stored();
    rows::put_figure(conn, (pulse, group, &measure_of(item)), (answers, shown), figures.sums())
}
