//! Does the engagement of staff go with the feedback of customers, and does one move before the other?
//!
//! Three questions, three answers, never one correlation over everything, which finds a link in a quarter to two thirds of all
//! houses that have none. Every p comes from dealing whole units anew (statistics/lags.rs says why). The first two questions are
//! adjusted for one another; the third is asked only behind the second.

use super::between::{self, Units};
use super::record::{self, Claims, Flag, LeftOut, OrderClaim, Record, WithinClaim};
use super::statistics::chance::{Chance, DRAWS};
use super::table::{CustomerMeasure, ReleasedTable, StaffMeasure, UnitLevel};
use super::usable::{self, Panel};
use super::within::Movements;

/// Counted up when the same table would give another record.
pub const VERSION: u32 = 1;
/// How rarely chance alone may look like an answer.
pub const ALPHA: f64 = 0.05;
/// From this strength on two links that go in opposite directions are worth a warning.
const WORTH_A_WARNING: f64 = 0.1;
const A_THIRD: f64 = 1.0 / 3.0;

/// Chosen before the first report, and logged when they change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    pub unit_level: UnitLevel,
    pub customers: CustomerMeasure,
    /// How many re-assignments are drawn where not all can be gone through.
    pub draws: usize,
}

impl Settings {
    pub fn new(unit_level: UnitLevel, customers: CustomerMeasure) -> Settings {
        Settings { unit_level, customers, draws: DRAWS }
    }
}

/// The answers, from a released table and nothing else. The same table gives the same record, byte by byte.
pub fn report(table: &ReleasedTable, settings: Settings) -> Result<Record, serde_json::Error> {
    let seed = table.seed()?;
    let mut chance = Chance::of(seed);
    let draws = settings.draws;
    let panel = usable::panel(table);

    let units = Units::of(&panel);
    let movements = Movements::of(&panel);
    let mut between = units.compare(&mut chance, draws);
    let mut within = movements.as_ref().and_then(|movements| movements.compare(&mut chance, draws));
    let p_within = within.as_ref().map(|within| within.p_holm);
    let (p_between, p_holm_within) = between::adjusted(between.as_ref().map(|between| between.p), p_within);
    if let Some((between, p)) = between.as_mut().zip(p_between) {
        between.p_holm = p;
    }
    if let Some((within, p)) = within.as_mut().zip(p_holm_within) {
        within.p_holm = p;
    }

    let between_claim = units.claim(between.as_ref().map(|between| (between.r, between.p_holm)));
    let within_claim = match &within {
        _ if movements.is_none() => WithinClaim::TooFew,
        None => WithinClaim::NotClear,
        Some(within) => within.claim(),
    };
    let (order, order_claim) = match &movements {
        None => (None, OrderClaim::TooFew),
        Some(movements) => movements.order(within_claim, &mut chance, draws),
    };

    let mut flags = flags(&panel, &units, between.as_ref(), within.as_ref());
    if between.is_some() && units.rests_on_one(between_claim, p_within, &mut chance, draws) {
        flags.push(Flag::OneUnitDecides);
    }
    flags.sort_unstable();
    Ok(Record {
        version: VERSION,
        unit_level: settings.unit_level,
        x: StaffMeasure::Engagement,
        y: settings.customers,
        periods: panel.periods.iter().map(|period| period.name.clone()).collect(),
        units: record::Units {
            shown: panel.distinct(1),
            left_out: panel.left_out.iter().map(|(reason, count)| LeftOut { reason: *reason, count: *count }).collect(),
        },
        seed: format!("{seed:016x}"),
        draws,
        between,
        within,
        order,
        claims: Claims { between: between_claim, within: within_claim, order: order_claim },
        flags,
    })
}

/// What a reader must be told beside the answers, but for what is drawn.
fn flags(
    panel: &Panel<'_>,
    units: &Units,
    between: Option<&record::Between>,
    within: Option<&record::Within>,
) -> Vec<Flag> {
    let same_period = within.and_then(|within| within.r.get(within.same_period()?).copied());
    let is_opposite = between.zip(same_period).is_some_and(|(between, within)| {
        between.r * within < 0.0 && between.r.abs().min(within.abs()) >= WORTH_A_WARNING
    });
    [
        (Flag::Simpson, is_opposite),
        (Flag::LowCoverage, panel.staff_left_out > A_THIRD),
        (Flag::TeamsHardlyDiffer, panel.periods.last().is_some_and(|newest| newest.hardly_differ)),
        (Flag::MoreFeedbackWhereEngaged, between.is_some_and(|between| units.is_about_asking(between.r))),
    ]
    .into_iter()
    .filter_map(|(flag, is_so)| is_so.then_some(flag))
    .collect()
}
