//! What else surveys ask, beside the customers' side that was chosen: a table on the side, and a file.

use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use super::{link, reads};
use crate::insights::asked::TEAM;
use crate::insights::between::LEAST_UNITS;
use crate::insights::choice::Pair;
use crate::insights::others::{Found, Other, others};
use crate::insights::record::BetweenClaim;
use crate::insights::released_store::Released;
use crate::insights::say;
use crate::insights::statistics::chance::DRAWS;
use crate::insights::table::ReleasedTable;
use crate::people::audit::What;
use crate::people::{audit_store, organisation_store};
use crate::web::csv::{self, Cell};
use crate::web::page::see_other;
use crate::web::{Answer, Failure, Me};

#[derive(Serialize)]
struct View {
    pair: &'static str,
    level: &'static str,
    /// Whether there is a survey whose period is over and counted.
    is_begun: bool,
    /// In the order in which they are asked.
    rows: Vec<RowView>,
    /// Whether one of them has enough units.
    is_enough: bool,
    /// How many units one of them has at most, and how many it takes.
    most: usize,
    least: usize,
}

#[derive(Serialize)]
struct RowView {
    /// The name of a scale, or the words of a question.
    words: String,
    is_scale: bool,
    units: usize,
    is_enough: bool,
    found: Option<FoundView>,
}

#[derive(Serialize)]
struct FoundView {
    r: String,
    low: String,
    high: String,
    chance: String,
    claim: &'static str,
}

/// `GET /insights/link/others`
pub async fn show(me: Me) -> Answer {
    me.must(reads(&me))?;
    // Before anything is chosen there is no customers' side. The report says so, or asks whoever decides.
    let Some((pair, released)) = find(&me).await? else { return Ok(see_other("/insights/link")) };
    let compared = compare(pair, &released).await?;
    let organisation = me.page().app().read(organisation_store::find_organisation).await?;
    let organisation = organisation.map(|organisation| organisation.name).unwrap_or_default();
    let view = View {
        pair: pair.name(),
        level: pair.columns().0,
        is_begun: !released.stretches.is_empty(),
        rows: compared.iter().map(|other| row(&me, other, &organisation)).collect(),
        is_enough: compared.iter().any(is_enough),
        most: compared.iter().map(|other| other.units).max().unwrap_or(0),
        least: LEAST_UNITS,
    };
    me.page().show("insights/others", &view)
}

/// `GET /insights/link/others.csv`: the same rows.
pub async fn export(me: Me) -> Answer {
    me.must(reads(&me))?;
    let (pair, released) = find(&me).await?.ok_or(Failure::NotFound)?;
    let compared = compare(pair, &released).await?;
    let entry = me.entry(What::Exported, "link_others", None, pair.name());
    me.page().app().write(move |deed| audit_store::record(deed.conn, &entry, deed.now)).await?;
    let columns = ["asked", "customer", "units", "r", "r_low", "r_high", "chance_in_100", "claim"];
    let customers = pair.columns().1;
    Ok(csv::file("link-others", &columns, compared.iter().map(|other| cells(other, customers))))
}

/// What was chosen, and all there is to compare; none if nothing is chosen yet.
async fn find(me: &Me) -> Result<Option<(Pair, Released)>, Failure> {
    let found = link::find(me).await?;
    Ok(found.choices.first().map(|choice| choice.pair).zip(found.released))
}

fn is_enough(other: &Other) -> bool {
    other.claim != BetweenClaim::TooFew
}

fn row(me: &Me, other: &Other, organisation: &str) -> RowView {
    let (views, lang) = (&me.page().app().views, me.page().lang());
    let is_scale = other.asked == TEAM;
    // As the survey asks it, whatever words stand in it.
    let words = match is_scale {
        true => views.text(lang, "pulse-scale", &[("scale", other.asked.into())]),
        false => views.text(lang, &format!("pulse-q-{}", other.asked), &[("organisation", organisation.into())]),
    };
    let number = |value| say::number(value, views, lang);
    let found = other.found.map(|found| {
        let [low, high] = found.ci95.unwrap_or([found.r; 2]);
        FoundView {
            r: number(found.r),
            low: number(low),
            high: number(high),
            chance: say::chance(found.p, views, lang),
            claim: claim_name(other.claim),
        }
    });
    RowView { words, is_scale, units: counted(other), is_enough: is_enough(other), found }
}

/// How many units an r is of: parts of one that began anew count by themselves. Without an r, how many have enough.
fn counted(other: &Other) -> usize {
    other.found.map_or(other.units, |found| found.n)
}

fn claim_name(claim: BetweenClaim) -> &'static str {
    match claim {
        BetweenClaim::TooFew => "too_few",
        BetweenClaim::NotClear => "not_clear",
        BetweenClaim::Higher => "higher",
        BetweenClaim::Lower => "lower",
    }
}

fn cells(other: &Other, customers: &str) -> Vec<Cell> {
    // With as many digits as are said, as more would look surer than it is; and nought without a minus.
    let rounded = |value: f64| Cell::Number((value * 100.0).round() / 100.0 + 0.0);
    let found = match other.found {
        None => [const { String::new() }; 4].map(Cell::Text),
        Some(Found { r, ci95, p, .. }) => {
            let [low, high] = ci95.unwrap_or([r; 2]);
            [rounded(r), rounded(low), rounded(high), Cell::Number(say::of_hundred(p))]
        }
    };
    let words = [other.asked.to_owned(), customers.to_owned(), counted(other).to_string()].map(Cell::Text);
    words.into_iter().chain(found).chain([Cell::Text(claim_name(other.claim).to_owned())]).collect()
}

/// Tables with what was found in them: the same tables have the same answers, whoever asks.
struct Compared {
    tables: Vec<(&'static str, ReleasedTable)>,
    others: Vec<Other>,
}

/// The last that was compared. Whoever asks for the same while it is worked out waits for it.
static LAST: Mutex<Option<Compared>> = Mutex::new(None);

/// Some ten thousand draws for each row: once, and not on the thread that answers everybody.
async fn compare(pair: Pair, released: &Released) -> Result<Vec<Other>, Failure> {
    let tables = released.other_tables(pair.parts().1);
    let compared = actix_web::web::block(move || {
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = last.as_ref().filter(|last| last.tables == tables) {
            return Ok(known.others.clone());
        }
        let others = others(&tables, DRAWS)?;
        *last = Some(Compared { tables, others: others.clone() });
        Ok::<_, serde_json::Error>(others)
    });
    compared.await.map_err(|error| Failure::ours(&error))?.map_err(|error| Failure::ours(&error))
}
