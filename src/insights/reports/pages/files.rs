//! The same figures as files.

use actix_web::web::Path;
use uuid::Uuid;

use super::{cares_for, reads, site};
use crate::clock::Day;
use crate::insights::reports::figure::{Figure, Figures, HOUSE, Name, Weeks};
use crate::insights::reports::figure_store;
use crate::people::audit::What;
use crate::people::audit_store;
use crate::people::role::{Role, Scope};
use crate::people::site_store;
use crate::web::csv::{self, Cell};
use crate::web::{Answer, Failure, Me};

const COLUMNS: [&str; 7] = ["unit", "figure", "week", "n", "value", "low", "high"];

/// `GET /insights/sites.csv`: every site that somebody reads of, and the house for who reads of all of it.
pub async fn sites(me: Me) -> Answer {
    let scope = reads(&me);
    me.must(!scope.is_nowhere())?;
    let reads_all = me.scope_of(&[Role::Hr, Role::Executive]) == Scope::Everywhere;
    let cares = cares_for(&me);
    let entry = me.entry(What::Exported, "sites", None, "");
    let app = me.page().app();
    app.write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?;
    let house = me.page().text("reports-house", &[]);
    let rows = app.read(move |conn| {
        let mut rows = Vec::new();
        if reads_all {
            let whole = figure_store::find(conn, None)?;
            rows.extend(lines(&house, HOUSE, &whole.figures, &whole.weeks, cares == Scope::Everywhere));
        }
        let sites = site_store::list_sites_in(conn, &scope)?;
        for site in sites {
            let kept = figure_store::find(conn, Some(site.id))?;
            rows.extend(lines(&site.name, site.id.0, &kept.figures, &kept.weeks, cares.holds(site.id)));
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
    me.page().app().write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?;
    let cares = cares_for(&me).holds(site.id);
    let mut rows = lines(&site.name, site.id.0, &kept.figures, &kept.weeks, cares);
    for (id, name) in departments {
        rows.extend(lines(&name, id.0, &kept.figures, &Weeks::new(), cares));
    }
    Ok(csv::file(&site.slug, &COLUMNS, cells(rows)))
}

/// A row before it is written: unit, figure, week, numbers.
type Line = (String, &'static str, Option<Day>, Figure);

fn lines(name: &str, unit: Uuid, figures: &Figures, weeks: &Weeks, cares: bool) -> Vec<Line> {
    let own = |name: &Name| *name != Name::Unpraised || cares;
    let figures =
        Name::ALL.iter().filter(|name| own(name)).filter_map(|name| Some((*name, figures.get(&(unit, *name))?)));
    let mut lines: Vec<Line> = figures.map(|(figure, told)| (name.to_owned(), figure.name(), None, *told)).collect();
    for ((_, monday), week) in weeks.iter().filter(|((id, _), _)| *id == unit) {
        for (figure, n) in [(Name::Praise, week.praise), (Name::Colleagues, week.colleagues), (Name::Asked, week.asked)]
        {
            lines.push((name.to_owned(), figure.name(), Some(*monday), Figure::count(n)));
        }
    }
    lines
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
