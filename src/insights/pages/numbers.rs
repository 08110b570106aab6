//! Every unit in one period, in figures, and all periods as a file.

use actix_web::web::Query;
use serde::{Deserialize, Serialize};

use super::reads;
use crate::clock::Day;
use crate::db::{Conn, QueryResult};
use crate::insights::asked::{BELIEF, PROMISES};
use crate::insights::measure::{Heading, Outside};
use crate::insights::measure_store;
use crate::insights::numbers::{Figure, FromOutside, Line, headings, lines};
use crate::insights::released_store::{self, Released};
use crate::insights::stretch::Stretch;
use crate::insights::table::UnitLevel;
use crate::people::audit::What;
use crate::people::audit_store;
use crate::web::csv::{self, Cell};
use crate::web::{Answer, Failure, Me};

/// Which units, and which period.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    units: String,
    #[serde(default)]
    period: String,
}

impl Asked {
    fn level(&self) -> UnitLevel {
        if self.units == "departments" { UnitLevel::Department } else { UnitLevel::Site }
    }
}

#[derive(Serialize)]
struct View {
    level: &'static str,
    periods: Vec<PeriodView>,
    /// Whether the survey of the period shows what came of belief and of promises. What it did not ask has no column.
    has_belief: bool,
    has_promises: bool,
    /// What heads the columns of numbers from outside.
    outside: Vec<Heading>,
    /// Whether there are any, if not in this period.
    has_outside: bool,
    rows: Vec<Line>,
}

#[derive(Serialize)]
struct PeriodView {
    name: String,
    from: Day,
    until: Day,
    here: bool,
}

/// `GET /insights/numbers`
pub async fn show(me: Me, asked: Query<Asked>) -> Answer {
    me.must(reads(&me))?;
    let (released, outside) = find(&me, asked.level()).await?;
    let names: Vec<String> = released.stretches.iter().map(|stretch| stretch.name()).collect();
    let at = names.iter().position(|name| *name == asked.period).or(names.len().checked_sub(1));
    let period = |(place, stretch): (usize, &Stretch)| PeriodView {
        name: names[place].clone(),
        from: stretch.from,
        until: stretch.last_day(),
        here: at == Some(place),
    };
    let here = at.and_then(|at| released.stretches.get(at..=at)).unwrap_or_default();
    let heads = headings(&released, &outside, here);
    let view = View {
        level: if asked.level() == UnitLevel::Department { "department" } else { "site" },
        periods: released.stretches.iter().enumerate().map(period).rev().collect(),
        has_belief: at.is_some_and(|at| released.shows(at, BELIEF)),
        has_promises: at.is_some_and(|at| released.shows(at, PROMISES)),
        rows: at.map(|at| lines(&released, &outside, &heads, at)).unwrap_or_default(),
        has_outside: !outside.is_empty(),
        outside: heads,
    };
    me.page().show("insights/numbers", &view)
}

/// `GET /insights/numbers.csv`: every unit in every period.
pub async fn export(me: Me, asked: Query<Asked>) -> Answer {
    me.must(reads(&me))?;
    let (released, outside) = find(&me, asked.level()).await?;
    let entry = me.entry(What::Exported, "numbers", None, "");
    me.page().app().write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?;
    let columns = [
        "unit",
        "from",
        "until",
        "staff",
        "engagement",
        "engagement_n",
        "response",
        "praise_share",
        "praise_share_low",
        "praise_share_high",
        "notes",
        "satisfied",
        "satisfied_low",
        "satisfied_high",
        "satisfied_n",
        "praise_per_100",
        "praise_per_100_low",
        "praise_per_100_high",
        "praise",
        "colleagues_per_100",
        "colleagues_per_100_low",
        "colleagues_per_100_high",
        "colleagues",
        "belief",
        "belief_n",
        "promises",
        "promises_n",
    ];
    let heads = headings(&released, &outside, &released.stretches);
    let pairs: Vec<[String; 2]> =
        heads.iter().map(|head| [format!("measure_{}", head.name), format!("measure_{}_n", head.name)]).collect();
    let columns: Vec<&str> = columns.into_iter().chain(pairs.iter().flatten().map(String::as_str)).collect();
    let mut rows = Vec::new();
    for (at, stretch) in released.stretches.iter().enumerate() {
        let days = [stretch.from.to_string(), stretch.last_day().to_string()];
        rows.extend(lines(&released, &outside, &heads, at).into_iter().map(|line| row(line, &days)));
    }
    Ok(csv::file("numbers", &columns, rows))
}

fn row(mut line: Line, days: &[String; 2]) -> Vec<Cell> {
    let outside = std::mem::take(&mut line.outside);
    let own = own_cells(line, days).into_iter().map(Cell::from);
    own.chain(outside.into_iter().flat_map(outside_cells)).collect()
}

fn outside_cells(one: FromOutside) -> [Cell; 2] {
    let number = |number: Option<f64>| number.map_or_else(|| String::new().into(), Cell::Number);
    [number(one.told.map(|told| told.value)), number(one.told.and_then(|told| told.n).map(f64::from))]
}

fn own_cells(line: Line, days: &[String; 2]) -> Vec<String> {
    let figure = |figure: Option<Figure>| match figure {
        None => vec![String::new(); 4],
        Some(Figure { value, low, high, n }) => {
            [value, low, high].iter().map(|number| format!("{number:.2}")).chain([n.to_string()]).collect()
        }
    };
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let mut row = vec![line.name];
    row.extend(days.iter().cloned());
    row.push(number(line.staff));
    row.push(line.engagement.map(|staff| staff.index.to_string()).unwrap_or_default());
    row.push(number(line.engagement.map(|staff| staff.answers)));
    row.push(number(line.engagement.and_then(|staff| staff.response).map(u32::from)));
    for one in [line.share, line.satisfied, line.praise, line.colleagues] {
        row.extend(figure(one));
    }
    for one in [line.belief, line.promises] {
        row.extend([
            one.map(|staff| staff.index.to_string()).unwrap_or_default(),
            number(one.map(|staff| staff.answers)),
        ]);
    }
    row
}

async fn find(me: &Me, level: UnitLevel) -> Result<(Released, Outside), Failure> {
    let find = move |conn: &mut Conn| -> QueryResult<(Released, Outside)> {
        let released = released_store::find(conn, level)?;
        let Some((first, last)) = released.stretches.first().zip(released.stretches.last()) else {
            return Ok((released, Outside::default()));
        };
        let outside = Outside::new(measure_store::list_of(conn, level, first.from, last.until)?);
        Ok((released, outside))
    };
    Ok(me.page().app().read(find).await?)
}
