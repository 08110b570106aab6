//! Numbers from outside, in the database.

use std::collections::HashMap;

use diesel::prelude::*;

use super::measure::{Key, Measured, Number};
use super::stretch::Stretch;
use super::table::UnitLevel;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::many::insert_many;
use crate::db::schema::outside_number;
use crate::ids::{DepartmentId, SiteId};

/// Everything that was brought in.
pub fn list_known(conn: &mut Conn) -> QueryResult<HashMap<Key, Measured>> {
    let rows: Vec<NumberRow> = outside_number::table.select(NumberRow::as_select()).load(conn)?;
    Ok(rows.into_iter().filter_map(NumberRow::read).map(|(one, _)| (one.key(), one)).collect())
}

/// What was brought in of sites or of departments about the time from a day until another, each with when.
pub fn list_of(conn: &mut Conn, level: UnitLevel, from: Day, until: Day) -> QueryResult<Vec<(Measured, Moment)>> {
    let all = outside_number::table
        .filter(outside_number::period_from.ge(from).and(outside_number::period_until.le(until)))
        .select(NumberRow::as_select());
    let rows: Vec<NumberRow> = match level {
        UnitLevel::Site => all.filter(outside_number::unit_id.eq(outside_number::site_id)).load(conn)?,
        UnitLevel::Department | UnitLevel::Team => {
            all.filter(outside_number::unit_id.ne(outside_number::site_id)).load(conn)?
        }
    };
    Ok(rows.into_iter().filter_map(NumberRow::read).collect())
}

/// Writes what differs from what is known, in its place. Gives how many are new and how many were others.
pub fn put(conn: &mut Conn, said: &[Measured], at: Moment) -> QueryResult<(usize, usize)> {
    let known = list_known(conn)?;
    let differs = |one: &&Measured| known.get(&one.key()) != Some(*one);
    let (mut rows, mut changed) = (Vec::new(), 0);
    for one in said.iter().filter(differs) {
        let row = NumberRow::new(one, at);
        if known.contains_key(&one.key()) {
            changed += 1;
            let key = (row.unit_id.clone(), row.period_from, row.period_until, row.name_fold.clone());
            diesel::delete(outside_number::table.find(key)).execute(conn)?;
        }
        rows.push(row);
    }
    insert_many!(conn, outside_number::table, rows)?;
    Ok((rows.len() - changed, changed))
}

/// A number as its row has it.
#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = outside_number)]
struct NumberRow {
    unit_id: Vec<u8>,
    period_from: Day,
    period_until: Day,
    name_fold: String,
    name: String,
    site_id: SiteId,
    value: f64,
    n: Option<i64>,
    imported_at: Moment,
}

impl NumberRow {
    fn new(one: &Measured, imported_at: Moment) -> NumberRow {
        let (unit, stretch, name_fold) = one.key();
        NumberRow {
            unit_id: unit.as_bytes().to_vec(),
            period_from: stretch.from,
            period_until: stretch.until,
            name_fold,
            name: one.name.clone(),
            site_id: one.site,
            value: one.number.value,
            n: one.number.n.map(i64::from),
            imported_at,
        }
    }

    fn read(self) -> Option<(Measured, Moment)> {
        let unit = uuid::Uuid::from_slice(&self.unit_id).ok()?;
        let measured = Measured {
            site: self.site_id,
            department: Some(DepartmentId(unit)).filter(|_| unit != self.site_id.0),
            stretch: Stretch { from: self.period_from, until: self.period_until },
            name: self.name,
            number: Number { value: self.value, n: self.n.and_then(|n| u32::try_from(n).ok()) },
        };
        Some((measured, self.imported_at))
    }
}
