//! Every unit in one period, in figures, and all periods as a file.

use actix_web::web::Query;
use serde::{Deserialize, Serialize};

use super::reads;
use crate::clock::Day;
use crate::db::{Conn, QueryResult};
use crate::insights::numbers::{Figure, Line, lines};
use crate::insights::released_store::{self, Released};
use crate::insights::table::UnitLevel;
use crate::people::audit::What;
use crate::people::audit_store;
use crate::web::{Answer, Failure, Me, csv};

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
    rows: Vec<RowView>,
}

#[derive(Serialize)]
struct PeriodView {
    name: String,
    from: Day,
    until: Day,
    here: bool,
}

#[derive(Serialize)]
struct RowView {
    name: String,
    staff: Option<u32>,
    engagement: Option<EngagementView>,
    share: Option<FigureView>,
    satisfied: Option<FigureView>,
    praise: Option<FigureView>,
    colleagues: Option<FigureView>,
}

#[derive(Serialize)]
struct EngagementView {
    index: f64,
    answers: u32,
    response: Option<u8>,
}

#[derive(Serialize)]
struct FigureView {
    value: f64,
    low: f64,
    high: f64,
    n: u32,
}

impl From<Figure> for FigureView {
    fn from(figure: Figure) -> FigureView {
        let Figure { value, range: (low, high), n } = figure;
        FigureView { value, low, high, n }
    }
}

impl From<Line> for RowView {
    fn from(line: Line) -> RowView {
        let engagement = line.engagement.map(|staff| EngagementView {
            index: staff.index,
            answers: staff.answers,
            response: staff.response,
        });
        let figure = |figure: Option<Figure>| figure.map(FigureView::from);
        RowView {
            name: line.name,
            staff: line.staff,
            engagement,
            share: figure(line.share),
            satisfied: figure(line.satisfied),
            praise: figure(line.praise),
            colleagues: figure(line.colleagues),
        }
    }
}

/// `GET /insights/numbers`
pub async fn show(me: Me, asked: Query<Asked>) -> Answer {
    me.must(reads(&me))?;
    let released = find(&me, asked.level()).await?;
    let names: Vec<String> = released.stretches.iter().map(|stretch| stretch.name()).collect();
    let at = names.iter().position(|name| *name == asked.period).or(names.len().checked_sub(1));
    let period = |(place, stretch): (usize, &crate::insights::stretch::Stretch)| PeriodView {
        name: names[place].clone(),
        from: stretch.from,
        until: stretch.last_day(),
        here: at == Some(place),
    };
    let view = View {
        level: if asked.level() == UnitLevel::Department { "department" } else { "site" },
        periods: released.stretches.iter().enumerate().map(period).rev().collect(),
        rows: at.map(|at| lines(&released, at)).unwrap_or_default().into_iter().map(RowView::from).collect(),
    };
    me.page().show("insights/numbers", &view)
}

/// `GET /insights/numbers.csv`: every unit in every period.
pub async fn export(me: Me, asked: Query<Asked>) -> Answer {
    me.must(reads(&me))?;
    let released = find(&me, asked.level()).await?;
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
    ];
    let mut rows = Vec::new();
    for (at, stretch) in released.stretches.iter().enumerate() {
        let days = [stretch.from.to_string(), stretch.last_day().to_string()];
        rows.extend(lines(&released, at).into_iter().map(|line| row(line, &days)));
    }
    Ok(csv::file("numbers", &columns, rows))
}

fn row(line: Line, days: &[String; 2]) -> Vec<String> {
    let figure = |figure: Option<Figure>| match figure {
        None => vec![String::new(); 4],
        Some(Figure { value, range: (low, high), n }) => {
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
    row
}

async fn find(me: &Me, level: UnitLevel) -> Result<Released, Failure> {
    let find = move |conn: &mut Conn| -> QueryResult<Released> { released_store::find(conn, level) };
    Ok(me.page().app().read(find).await?)
}
