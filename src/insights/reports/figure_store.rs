//! Figures that were counted, in the database.

use diesel::prelude::*;
use uuid::Uuid;

use super::figure::{Figure, Figures, Name, Week, Weeks};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::many::insert_many;
use crate::db::schema::{report_count, report_figure, report_week};
use crate::ids::SiteId;
use crate::insights::count_store::take_turn;

/// What is kept of the units of a site; without one, of the house and of subjects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    pub figures: Figures,
    pub weeks: Weeks,
}

/// Reads it.
pub fn find(conn: &mut Conn, site: Option<SiteId>) -> QueryResult<Kept> {
    let (figures, weeks) = (report_figure::table.into_boxed(), report_week::table.into_boxed());
    let (figures, weeks) = match site {
        Some(id) => (figures.filter(report_figure::site_id.eq(id)), weeks.filter(report_week::site_id.eq(id))),
        None => (figures.filter(report_figure::site_id.is_null()), weeks.filter(report_week::site_id.is_null())),
    };
    Ok(Kept {
        figures: figures_of(figures.select(FigureRow::as_select()).load(conn)?),
        weeks: weeks_of(weeks.select(WeekRow::as_select()).load(conn)?),
    })
}

/// The figures of some units.
pub fn list_figures(conn: &mut Conn, units: &[Uuid]) -> QueryResult<Figures> {
    let keys: Vec<Vec<u8>> = units.iter().map(|unit| unit.as_bytes().to_vec()).collect();
    let rows = report_figure::table.filter(report_figure::unit_id.eq_any(keys)).select(FigureRow::as_select());
    Ok(figures_of(rows.load(conn)?))
}

/// Puts what was counted in the place of what is kept; only what has changed is written.
pub fn put(conn: &mut Conn, site: Option<SiteId>, now: &Kept) -> QueryResult<()> {
    take_turn(conn, site)?;
    let before = find(conn, site)?;
    for ((unit, name), _) in before.figures.iter().filter(|(key, figure)| now.figures.get(key) != Some(figure)) {
        diesel::delete(report_figure::table.find((unit.as_bytes().to_vec(), name.name()))).execute(conn)?;
    }
    for ((unit, monday), _) in before.weeks.iter().filter(|(key, week)| now.weeks.get(key) != Some(week)) {
        diesel::delete(report_week::table.find((unit.as_bytes().to_vec(), monday))).execute(conn)?;
    }
    let new = now.figures.iter().filter(|(key, figure)| before.figures.get(key) != Some(figure));
    let figures: Vec<FigureRow> = new.map(|(key, figure)| FigureRow::new(site, key, figure)).collect();
    insert_many!(conn, report_figure::table, figures)?;
    let new = now.weeks.iter().filter(|(key, week)| before.weeks.get(key) != Some(week));
    let weeks: Vec<WeekRow> = new.map(|(key, week)| WeekRow::new(site, key, week)).collect();
    insert_many!(conn, report_week::table, weeks)
}

/// When everything was counted last; none before the first time.
pub fn counted_at(conn: &mut Conn) -> QueryResult<Option<Moment>> {
    report_count::table.select(report_count::counted_at).first(conn).optional()
}

/// Says that a counting is complete.
pub fn mark_counted(conn: &mut Conn, at: Moment) -> QueryResult<()> {
    diesel::delete(report_count::table).execute(conn)?;
    let row = (report_count::id.eq(1), report_count::counted_at.eq(at));
    diesel::insert_into(report_count::table).values(row).execute(conn).map(drop)
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = report_figure, treat_none_as_default_value = false)]
struct FigureRow {
    unit_id: Vec<u8>,
    name: String,
    site_id: Option<SiteId>,
    n: i32,
    is_few: bool,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

impl FigureRow {
    fn new(site_id: Option<SiteId>, (unit, name): &(Uuid, Name), figure: &Figure) -> FigureRow {
        FigureRow {
            unit_id: unit.as_bytes().to_vec(),
            name: name.name().to_owned(),
            site_id,
            n: stored(figure.n),
            is_few: figure.is_few,
            value: figure.value,
            low: figure.low,
            high: figure.high,
        }
    }
}

fn figures_of(rows: Vec<FigureRow>) -> Figures {
    let figure = |row: FigureRow| {
        let key = (Uuid::from_slice(&row.unit_id).ok()?, Name::from_name(&row.name)?);
        Some((key, Figure { n: read(row.n), is_few: row.is_few, value: row.value, low: row.low, high: row.high }))
    };
    rows.into_iter().filter_map(figure).collect()
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = report_week, treat_none_as_default_value = false)]
struct WeekRow {
    unit_id: Vec<u8>,
    monday: Day,
    site_id: Option<SiteId>,
    praise: i32,
    colleagues: i32,
    asked: i32,
}

impl WeekRow {
    fn new(site_id: Option<SiteId>, (unit, monday): &(Uuid, Day), week: &Week) -> WeekRow {
        WeekRow {
            unit_id: unit.as_bytes().to_vec(),
            monday: *monday,
            site_id,
            praise: stored(week.praise),
            colleagues: stored(week.colleagues),
            asked: stored(week.asked),
        }
    }
}

fn weeks_of(rows: Vec<WeekRow>) -> Weeks {
    let week = |row: WeekRow| {
        let key = (Uuid::from_slice(&row.unit_id).ok()?, row.monday);
        Some((key, Week { praise: read(row.praise), colleagues: read(row.colleagues), asked: read(row.asked) }))
    };
    rows.into_iter().filter_map(week).collect()
}

fn stored(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

fn read(count: i32) -> u32 {
    u32::try_from(count).unwrap_or(0)
}
