//! Measures of some units over some periods, with gaps.

/// One measure: a row a unit, a column a period, none where it is not known.
pub type Grid = Vec<Vec<Option<f64>>>;

/// What is near enough to nothing when effects are removed in turn, and how often at most.
const NOTHING: f64 = 1e-12;
const MOST_TURNS: usize = 10_000;

/// Two measures on the same cells: a cell that one of them lacks is a gap in both.
pub fn paired(x: &Grid, y: &Grid) -> (Grid, Grid) {
    let only = |one: &Grid, other: &Grid| {
        let row = |(one, other): (&Vec<Option<f64>>, &Vec<Option<f64>>)| {
            one.iter().zip(other).map(|(one, other)| one.filter(|_| other.is_some())).collect()
        };
        one.iter().zip(other).map(row).collect()
    };
    (only(x, y), only(y, x))
}

pub fn periods(grid: &Grid) -> usize {
    grid.first().map_or(0, Vec::len)
}

/// The units that have a cell at all.
pub fn known_units(grid: Grid) -> Grid {
    grid.into_iter().filter(|row| row.iter().any(Option::is_some)).collect()
}

/// How many cells are known.
pub fn cells(grid: &Grid) -> usize {
    grid.iter().flatten().flatten().count()
}

/// How many periods have a cell at all.
pub fn live_periods(grid: &Grid) -> usize {
    (0..periods(grid)).filter(|period| grid.iter().any(|row| row[*period].is_some())).count()
}

/// Without what is common to a unit: what is left is how it differs from itself.
pub fn without_units(grid: &Grid) -> Grid {
    let mut left = grid.clone();
    remove_units(&mut left);
    left
}

/// Without what is common to a period.
pub fn without_periods(grid: &Grid) -> Grid {
    let mut left = grid.clone();
    remove_periods(&mut left);
    left
}

/// Without what is common to a unit and what is common to a period: seasons, prices, news of the house. By turns, until
/// nothing changes; at once where there are no gaps.
pub fn without_both(grid: &Grid) -> Grid {
    let mut left = grid.clone();
    for _ in 0..MOST_TURNS {
        if remove_units(&mut left).max(remove_periods(&mut left)) < NOTHING {
            break;
        }
    }
    left
}

/// Gives the largest mean that was removed.
fn remove_units(grid: &mut Grid) -> f64 {
    grid.iter_mut().map(|row| remove_mean(&mut row.iter_mut().collect::<Vec<_>>())).fold(0.0, f64::max)
}

fn remove_periods(grid: &mut Grid) -> f64 {
    let periods = periods(grid);
    let remove = |period: usize| remove_mean(&mut grid.iter_mut().map(|row| &mut row[period]).collect::<Vec<_>>());
    (0..periods).map(remove).fold(0.0, f64::max)
}

fn remove_mean(values: &mut [&mut Option<f64>]) -> f64 {
    let known: Vec<f64> = values.iter().filter_map(|value| **value).collect();
    let mean = super::mean(&known).unwrap_or(0.0);
    values.iter_mut().filter_map(|value| value.as_mut()).for_each(|value| *value -= mean);
    mean.abs()
}

/// The mean of each unit's cells; units without any are left out.
pub fn unit_means(grid: &Grid) -> Vec<f64> {
    grid.iter().filter_map(|row| super::mean(&row.iter().flatten().copied().collect::<Vec<_>>())).collect()
}

/// The sum of products over the cells of two grids with the same gaps.
pub fn product(one: &Grid, other: &Grid) -> f64 {
    let pairs = one.iter().flatten().zip(other.iter().flatten());
    pairs.filter_map(|(one, other)| Some((*one)? * (*other)?)).sum()
}

/// The cosine of two grids: their correlation if both have mean 0.
fn agreement(one: &Grid, other: &Grid) -> Option<f64> {
    let both = (product(one, one) * product(other, other)).sqrt();
    (both > 0.0).then(|| (product(one, other) / both).clamp(-1.0, 1.0))
}

/// How a correlation over all cells is made of one between units and one within them:
/// total = spread_x · spread_y · between + √(1−spread_x²) · √(1−spread_y²) · within.
///
/// The total is for this identity alone. It is the naive figure, large where nothing is linked, and never shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decomposition {
    pub total: f64,
    /// Units count by their cells.
    pub between: f64,
    pub within: f64,
    /// How much of the spread of each measure lies between units (eta).
    pub spread_x: f64,
    pub spread_y: f64,
}

/// None where a measure does not vary between units or within them.
pub fn decomposition(x: &Grid, y: &Grid) -> Option<Decomposition> {
    let (x, y) = paired(x, y);
    let split = |grid: &Grid| {
        let within = without_units(grid);
        let known: Vec<f64> = grid.iter().flatten().flatten().copied().collect();
        let mean = super::mean(&known)?;
        let each = |grid: &Grid, change: &dyn Fn(usize, usize, f64) -> f64| -> Grid {
            let row = |(unit, row): (usize, &Vec<Option<f64>>)| {
                row.iter().enumerate().map(|(period, cell)| cell.map(|cell| change(unit, period, cell))).collect()
            };
            grid.iter().enumerate().map(row).collect()
        };
        let total = each(grid, &|_, _, cell| cell - mean);
        let between = each(&total, &|unit, period, cell| cell - within[unit][period].unwrap_or(0.0));
        let spread = (product(&between, &between) / product(&total, &total)).sqrt();
        Some((total, between, within, spread))
    };
    let ((total_x, between_x, within_x, spread_x), (total_y, between_y, within_y, spread_y)) = (split(&x)?, split(&y)?);
    Some(Decomposition {
        total: agreement(&total_x, &total_y)?,
        between: agreement(&between_x, &between_y)?,
        within: agreement(&within_x, &within_y)?,
        spread_x,
        spread_y,
    })
}

/// Repeated-measures correlation (Bland & Altman 1995) and its degrees of freedom: how cells go together once each unit's own
/// level is gone. A diagnostic and no verdict: with a common season it finds a link where there is none, in up to 97 of 100 cases.
pub fn repeated_measures(x: &Grid, y: &Grid) -> Option<(f64, usize)> {
    let (x, y) = paired(x, y);
    let (x, y) = (known_units(x), known_units(y));
    let freedom = cells(&x).checked_sub(x.len() + 1)?;
    Some((agreement(&without_units(&x), &without_units(&y))?, freedom))
}
