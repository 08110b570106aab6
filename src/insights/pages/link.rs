//! Engagement and customer feedback beside each other: three questions, three answers, four charts.

use std::sync::{Arc, Mutex, PoisonError};

use actix_web::web::Query;
use serde::{Deserialize, Serialize};

use super::{chooses, reads};
use crate::clock::Day;
use crate::insights::charts::{movement, order, quadrants, scatter};
use crate::insights::choice::{Choice, Pair};
use crate::insights::picture::{Dot, Inside, Picture, picture};
use crate::insights::record::{BetweenClaim, Record};
use crate::insights::released_store::Released;
use crate::insights::report::{Settings, report};
use crate::insights::say::{Said, said};
use crate::insights::table::ReleasedTable;
use crate::insights::{choice_store, count_store, released_store};
use crate::people::audit::What;
use crate::people::audit_store;
use crate::people::site::organisation_zone;
use crate::people::site_store;
use crate::web::page::see_other;
use crate::web::{Answer, Failure, Me, csv};

/// Which page of the small charts, from 1.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    page: Option<usize>,
}

#[derive(Serialize)]
struct View {
    may_choose: bool,
    /// None: nobody has decided yet what is compared.
    chosen: Option<ChosenView>,
    shown: Option<ReportView>,
}

#[derive(Serialize)]
struct ChosenView {
    pair: &'static str,
    level: &'static str,
    on: Day,
    /// What was compared before.
    before: Vec<BeforeView>,
}

#[derive(Serialize)]
struct BeforeView {
    pair: &'static str,
    on: Day,
}

#[derive(Serialize)]
struct ReportView {
    periods: usize,
    from: Option<Day>,
    until: Option<Day>,
    counted_on: Option<Day>,
    units: usize,
    answers: u32,
    items: u32,
    between: Vec<String>,
    within: Vec<String>,
    order: Vec<String>,
    careful: Vec<String>,
    left_out: Vec<String>,
    footer: String,
    scatter: Option<scatter::Scatter>,
    movements: Option<movement::Movements>,
    before: Option<usize>,
    after: Option<usize>,
    lags: Option<order::Order>,
    quadrants: Option<quadrants::Quadrants>,
    small: Option<SmallPrint>,
    seed: String,
    draws: usize,
    version: u32,
}

/// Beside the answer, for who wants to look closely.
#[derive(Serialize)]
struct SmallPrint {
    spearman: Option<f64>,
    weighted: Option<f64>,
    without_one: Option<[f64; 2]>,
}

/// What a report is made of.
pub(super) struct Found {
    pub(super) choices: Vec<Choice>,
    pub(super) released: Option<Released>,
    counted_on: Option<Day>,
}

/// `GET /insights/link`
pub async fn show(me: Me, asked: Query<Asked>) -> Answer {
    me.must(reads(&me))?;
    let Found { choices, released, counted_on } = find(&me).await?;
    let may_choose = chooses(&me);
    let Some((choice, released)) = choices.first().cloned().zip(released) else {
        // Whoever decides is asked at once; everybody else reads that nobody has decided yet.
        return match may_choose {
            true => Ok(see_other("/insights/link/choice")),
            false => me.page().show("insights/link", &View { may_choose, chosen: None, shown: None }),
        };
    };
    let before = choices.iter().skip(1);
    let chosen = ChosenView {
        pair: choice.pair.name(),
        level: choice.pair.columns().0,
        on: choice.chosen_on,
        before: before.map(|choice| BeforeView { pair: choice.pair.name(), on: choice.chosen_on }).collect(),
    };
    let reckoned = reckon(choice.pair, &released).await?;
    let said = said(&reckoned.record, &me.page().app().views, me.page().lang());
    let page = asked.page.unwrap_or(1).saturating_sub(1);
    let shown = view(&released, counted_on, &reckoned, said, page);
    me.page().show("insights/link", &View { may_choose, chosen: Some(chosen), shown: Some(shown) })
}

pub(super) async fn find(me: &Me) -> Result<Found, Failure> {
    let found = me.page().app().read(|conn| {
        let choices = choice_store::list(conn)?;
        let released = choices.first().map(|choice| released_store::find(conn, choice.pair.parts().0)).transpose()?;
        let zone = organisation_zone(&site_store::list_sites(conn)?);
        let counted_on = count_store::counted_at(conn)?.map(|at| at.day_in(&zone));
        Ok(Found { choices, released, counted_on })
    });
    Ok(found.await?)
}

/// A report with what it was made from: the same table has the same report, whoever asks and whichever page of it.
struct Reckoned {
    table: ReleasedTable,
    settings: Settings,
    inside: Inside,
    record: Record,
    picture: Picture,
}

/// The last report. Whoever asks for the same while it is worked out waits for it instead of working it out again.
static LAST: Mutex<Option<Arc<Reckoned>>> = Mutex::new(None);

/// Some ten thousand draws: once, and not on the thread that answers everybody.
async fn reckon(pair: Pair, released: &Released) -> Result<Arc<Reckoned>, Failure> {
    let (level, customers) = pair.parts();
    let (table, inside, settings) =
        (released.table(customers), released.inside(customers), Settings::new(level, customers));
    let reckoned = actix_web::web::block(move || {
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        let is_same = |last: &&Arc<Reckoned>| last.table == table && (last.settings, last.inside) == (settings, inside);
        if let Some(known) = last.as_ref().filter(is_same) {
            return Ok(Arc::clone(known));
        }
        let (record, picture) = (report(&table, settings)?, picture(&table, inside));
        let new = Arc::new(Reckoned { table, settings, inside, record, picture });
        *last = Some(Arc::clone(&new));
        Ok::<_, serde_json::Error>(new)
    });
    reckoned.await.map_err(|error| Failure::ours(&error))?.map_err(|error| Failure::ours(&error))
}

fn view(released: &Released, counted_on: Option<Day>, reckoned: &Reckoned, said: Said, page: usize) -> ReportView {
    let Reckoned { table, record, picture, .. } = reckoned;
    let Said { between, within, order, careful, left_out, footer } = said;
    // Without a gate passed there are dots and no line: a line would be an answer.
    let claim = match (record.claims.between, &record.between) {
        (BetweenClaim::TooFew, _) | (_, None) => None,
        (claim, Some(_)) => Some(claim != BetweenClaim::NotClear),
    };
    let small = record.between.as_ref().map(|between| SmallPrint {
        spearman: between.spearman,
        weighted: between.r_weighted,
        without_one: between.loo_range,
    });
    let pages = picture.movements.len().div_ceil(movement::PAGE).max(1);
    let page = page.min(pages - 1);
    let sum = |number: fn(&Dot) -> u32| picture.dots.iter().map(number).sum();
    ReportView {
        periods: table.periods().len(),
        from: released.stretches.first().map(|stretch| stretch.from),
        until: released.stretches.last().map(|stretch| stretch.last_day()),
        counted_on,
        units: picture.dots.len(),
        answers: sum(|dot| dot.answers),
        items: sum(|dot| dot.items),
        between,
        within,
        order,
        careful,
        left_out,
        footer,
        scatter: scatter::scatter(picture, claim),
        movements: movement::movements(picture, &record.periods, page),
        before: (page > 0).then_some(page),
        after: (page + 1 < pages).then_some(page + 2),
        lags: record.within.as_ref().and_then(order::order),
        quadrants: quadrants::quadrants(picture),
        small,
        seed: record.seed.clone(),
        draws: record.draws,
        version: record.version,
    }
}

/// `GET /insights/link/table.csv`: what the command `link` reads.
pub async fn export(me: Me) -> Answer {
    me.must(reads(&me))?;
    let Found { choices, released, .. } = find(&me).await?;
    let (choice, released) = choices.first().zip(released).ok_or(Failure::NotFound)?;
    let entry = me.entry(What::Exported, "link", None, choice.pair.name());
    me.page().app().write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?;
    let table = released.table(choice.pair.parts().1);
    let mut lines = Vec::new();
    for unit in table.units() {
        for (period, cell) in table.periods().iter().zip(&unit.cells) {
            let staff = cell.staff.map(|staff| [staff.index.to_string(), staff.answers.to_string()]);
            let customers = cell.customers.map(|customers| [customers.score.to_string(), customers.items.to_string()]);
            let mut line = vec![unit.name.clone(), period.name.clone()];
            line.extend(staff.unwrap_or_default());
            line.extend(customers.unwrap_or_default());
            lines.push(line);
        }
    }
    lines.sort();
    let columns = ["unit", "period", "engagement", "engagement_n", "customer", "customer_n"];
    Ok(csv::file("link", &columns, lines))
}
