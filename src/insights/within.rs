//! When a unit is above its own usual engagement, is its feedback above its own usual level? And which of the two tends to
//! move first?

use super::record::{Order, OrderClaim, Slope, Within, WithinClaim};
use super::report::ALPHA;
use super::statistics::chance::Chance;
use super::statistics::panel::{Grid, cells, periods, without_both};
use super::statistics::{lags, order, slope};
use super::usable::{Panel, grid};

pub const LEAST_UNITS: usize = 8;
pub const LEAST_PERIODS: usize = 6;
/// From so many periods on the lags reach far enough to ask which comes first.
pub const LEAST_PERIODS_FOR_ORDER: usize = 8;
const LEAST_CELLS_OF_A_UNIT: usize = 4;
const LEAST_CELLS: usize = 48;

/// What is left of units and periods with enough cells, without what is common to a unit or to a period.
pub struct Movements {
    slope: Option<slope::Slope>,
    engagement: Grid,
    score: Grid,
}

impl Movements {
    /// None if there are too few.
    pub fn of(panel: &Panel<'_>) -> Option<Movements> {
        let rows = panel.with_cells(LEAST_CELLS_OF_A_UNIT);
        let (x, y) = (grid(&rows, |cell| cell.index), grid(&rows, |cell| cell.score));
        let units = panel.distinct(LEAST_CELLS_OF_A_UNIT);
        let is_enough = units >= LEAST_UNITS && periods(&x) >= LEAST_PERIODS && cells(&x) >= LEAST_CELLS;
        let slope = slope::slope(&x, &y);
        is_enough.then(|| Movements { slope, engagement: without_both(&x), score: without_both(&y) })
    }

    fn furthest(&self) -> usize {
        lags::furthest(periods(&self.engagement))
    }

    /// All but the adjusted p. None if nothing moves.
    pub fn compare(&self, chance: &mut Chance, draws: usize) -> Option<Within> {
        let orders = chance.orders(self.engagement.len(), draws);
        let found = lags::test(&self.engagement, &self.score, self.furthest(), &orders)?;
        let slope = self.slope.map(|slope| Slope {
            beta: slope.beta,
            se: slope.error,
            df: slope.freedom,
            ci95: slope.interval().map(<[f64; 2]>::from),
        });
        Some(Within {
            units: self.engagement.len(),
            periods: periods(&self.engagement),
            cells: cells(&self.engagement),
            p_holm: found.p_any(),
            lags: found.lags,
            r: found.r,
            p_adjusted: found.p,
            chance_band: found.band.into_iter().map(<[f64; 2]>::from).collect(),
            slope,
        })
    }

    /// Asked only where both clearly move together or apart.
    pub fn order(&self, moves: WithinClaim, chance: &mut Chance, draws: usize) -> (Option<Order>, OrderClaim) {
        if self.furthest() == 0 {
            return (None, OrderClaim::TooFewPeriods);
        }
        let sign = match moves {
            WithinClaim::Together => 1.0,
            WithinClaim::Opposite => -1.0,
            WithinClaim::TooFew | WithinClaim::NotClear => return (None, OrderClaim::NotTested),
        };
        let signs = chance.signs(self.engagement.len(), draws);
        let Some(found) = order::order(&self.engagement, &self.score, self.furthest(), &signs) else {
            return (None, OrderClaim::NotClear);
        };
        let claim = match found.p < ALPHA {
            false => OrderClaim::NotClear,
            true if found.lead * sign > 0.0 => OrderClaim::EngagementFirst,
            true => OrderClaim::CustomerFirst,
        };
        (Some(Order { lead: found.lead, p: found.p }), claim)
    }
}

impl Within {
    /// The lag at which the link is strongest, of those at which it is clear.
    pub fn strongest(&self) -> Option<usize> {
        lags::strongest(&self.r, &self.p_adjusted, ALPHA)
    }

    pub fn same_period(&self) -> Option<usize> {
        self.lags.iter().position(|lag| *lag == 0)
    }

    pub fn claim(&self) -> WithinClaim {
        match self.strongest().filter(|_| self.p_holm < ALPHA) {
            None => WithinClaim::NotClear,
            Some(at) if self.r[at] > 0.0 => WithinClaim::Together,
            Some(_) => WithinClaim::Opposite,
        }
    }
}
