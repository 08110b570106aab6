//! The same figures as files.

use actix_web::web::Path;
use uuid::Uuid;

use super::{cares_for, counted, reads, site, weeks_of};
use crate::clock::Day;
use crate::insights::pages::reads as reads_all;
use crate::insights::reports::figure::{Figure, HOUSE, Name, Week};
use crate::insights::reports::figure_store::{self, Kept};
use crate::people::audit::What;
use crate::people::audit_store;
use crate::people::role::Scope;
use crate::people::site_store;
use crate::web::csv::{self, Cell};
use crate::web::{Answer, Failure, Me};

const COLUMNS: [&str; 7] = ["unit", "figure", "week", "n", "value", "low", "high"];

/// `GET /insights/sites.csv`: every site that somebody reads of, and the house for who reads of all of it.
pub async fn sites(me: Me) -> Answer {
    let scope = reads(&me);
    me.must(!scope.is_nowhere())?;
    let reads_all = reads_all(&me);
    let cares = cares_for(&me);
    let entry = me.entry(What::Exported, "sites", None, "");
    let app = me.page().app();
    app.write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?;
    let house = me.page().text("reports-house", &[]);
    let rows = app.read(move |conn| {
        let (mut rows, today) = (Vec::new(), counted(conn)?.map(|(_, today)| today));
        if reads_all {
            let whole = figure_store::find(conn, None)?;
            rows.extend(lines(&house, HOUSE, &whole, cares == Scope::Everywhere));
            rows.extend(by_week(&house, HOUSE, &whole, today));
        }
        for site in site_store::list_sites_in(conn, &scope)? {
            let kept = figure_store::find(conn, Some(site.id))?;
            rows.extend(lines(&site.name, site.id.0, &kept, cares.holds(site.id)));
            rows.extend(by_week(&site.name, site.id.0, &kept, today));
        }
        Ok(rows)
    });
    Ok(csv::file("sites", &COLUMNS, cells(rows.await?)))
}

/// `GET /insights/sites/{site}.csv`: a site with its departments.
pub async fn one(me: Me, slug: Path<String>) -> Answer {
    let Some(found) = site::find(&me, &slug).await? else { return Err(Failure::NotFound) };
    let site::Found { site, kept, departments } = found;
    let entry = me.entry(What::Exported, "site", Some(site.id.0), "");
    let app = me.page().app();
    app.write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?;
    let (cares, today) = (cares_for(&me).holds(site.id), app.read(counted).await?.map(|(_, today)| today));
    let mut rows = lines(&site.name, site.id.0, &kept, cares);
    rows.extend(by_week(&site.name, site.id.0, &kept, today));
    for (id, name) in departments {
        rows.extend(lines(&name, id.0, &kept, cares));
    }
    Ok(csv::file(&site.slug, &COLUMNS, cells(rows)))
}

/// A row before it is written: unit, figure, week, numbers.
type Line = (String, &'static str, Option<Day>, Figure);

fn lines(name: &str, unit: Uuid, kept: &Kept, cares: bool) -> Vec<Line> {
    let own = |name: &&Name| **name != Name::Unpraised || cares;
    let line = |figure: &Name| Some((name.to_owned(), figure.name(), None, *kept.figures.get(&(unit, *figure))?));
    Name::ALL.iter().filter(own).filter_map(line).collect()
}

/// The weeks as the chart has them; of a unit of which nothing is told, none.
fn by_week(name: &str, unit: Uuid, kept: &Kept, today: Option<Day>) -> Vec<Line> {
    let Some(today) = today.filter(|_| kept.figures.contains_key(&(unit, Name::People))) else { return Vec::new() };
    let lines = |(monday, week): (Day, Week)| {
        let counts = [(Name::Praise, week.praise), (Name::Colleagues, week.colleagues), (Name::Asked, week.asked)];
        counts.map(|(figure, n)| (name.to_owned(), figure.name(), Some(monday), Figure::count(n)))
    };
    weeks_of(kept, unit, today).into_iter().flat_map(lines).collect()
}

fn cells(lines: Vec<Line>) -> Vec<Vec<Cell>> {
    let number = |number: Option<f64>| number.map_or_else(|| String::new().into(), Cell::Number);
    let line = |(unit, figure, week, told): Line| {
        let week = week.map(|monday| monday.to_string()).unwrap_or_default();
        let numbers = [Some(f64::from(told.n)), told.value, told.low, told.high].map(number);
        [unit.into(), figure.to_owned().into(), week.into()].into_iter().chain(numbers).collect()
    };
    lines.into_iter().map(line).collect()
}
