//! What chance alone would give: all re-assignments of units, or as many as can be drawn, the same for the same seed.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// So many are drawn where not all can be gone through.
pub const DRAWS: usize = 9_999;
/// Up to this many units all orders are gone through: 40,320.
const MOST_ORDERED: usize = 8;
/// Up to this many units all choices of sign are gone through: 16,384.
const MOST_SIGNED: usize = 14;

/// A source of chance that gives the same for the same seed, on every machine and in every version.
pub struct Chance(ChaCha8Rng);

impl Chance {
    pub fn of(seed: u64) -> Chance {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_be_bytes());
        Chance(ChaCha8Rng::from_seed(key))
    }

    /// A number below `n`; that some come up more often by one in a hundred million is of no account here.
    fn below(&mut self, n: usize) -> usize {
        ((u64::from(self.0.next_u32()) * n as u64) >> 32) as usize
    }

    /// Orders of `n` things, the one in which they stand first: all there are, or `draws` more.
    pub fn orders(&mut self, n: usize, draws: usize) -> Vec<Vec<usize>> {
        let standing: Vec<usize> = (0..n).collect();
        if n <= MOST_ORDERED {
            return all_orders(standing);
        }
        let mut orders = vec![standing; draws + 1];
        for order in &mut orders[1..] {
            for last in (1..n).rev() {
                order.swap(last, self.below(last + 1));
            }
        }
        orders
    }

    /// Choices of sign for `n` things, all plus first: all there are, or `draws` more.
    pub fn signs(&mut self, n: usize, draws: usize) -> Vec<Vec<f64>> {
        let sign = |is_minus: bool| if is_minus { -1.0 } else { 1.0 };
        if n <= MOST_SIGNED {
            return (0..1_u32 << n).map(|choice| (0..n).map(|at| sign(choice >> at & 1 == 1)).collect()).collect();
        }
        let mut all = vec![vec![1.0; n]];
        all.extend((0..draws).map(|_| (0..n).map(|_| sign(self.0.next_u32() & 1 == 1)).collect()));
        all
    }
}

/// All orders, by exchanging two at a time (Heap's way).
fn all_orders(mut things: Vec<usize>) -> Vec<Vec<usize>> {
    let mut orders = vec![things.clone()];
    let mut turns = vec![0; things.len()];
    let mut at = 1;
    while at < things.len() {
        if turns[at] < at {
            things.swap(at, if at % 2 == 0 { 0 } else { turns[at] });
            orders.push(things.clone());
            turns[at] += 1;
            at = 1;
        } else {
            turns[at] = 0;
            at += 1;
        }
    }
    orders
}

/// In which share of cases something at least as far from 0 comes out as in the first, which counts as one of them.
pub fn share_as_far(values: &[f64], slack: f64) -> Option<f64> {
    let observed = values.first()?.abs();
    let as_far = values.iter().filter(|value| value.abs() >= observed - slack).count();
    Some(as_far as f64 / values.len() as f64)
}

/// How likely a correlation as far from 0 is if every `y` could belong to every `x`.
pub fn permutation(x: &[f64], y: &[f64], orders: &[Vec<usize>]) -> Option<f64> {
    super::correlation::pearson(x, y)?;
    let middle = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let (mean_x, mean_y) = (middle(x), middle(y));
    let (x, y): (Vec<f64>, Vec<f64>) = x.iter().zip(y).map(|(x, y)| (x - mean_x, y - mean_y)).unzip();
    let squares = |values: &[f64]| values.iter().map(|value| value * value).sum::<f64>();
    let most = (squares(&x) * squares(&y)).sqrt();
    let r = |order: &Vec<usize>| x.iter().zip(order).map(|(x, at)| x * y[*at]).sum::<f64>() / most;
    share_as_far(&orders.iter().map(r).collect::<Vec<f64>>(), 1e-12)
}

/// The correlation and how likely one as far from 0 is, when one pair after the other is left out; `orders` are of one thing
/// less than there are pairs. None where what is left does not vary.
///
/// To leave out the next pair instead changes two terms of an order's sum and no more, so that all of it takes no longer than
/// a few tests: of 2,000 pairs one test each would take minutes.
pub fn permutations_without_one(x: &[f64], y: &[f64], orders: &[Vec<usize>]) -> Vec<Option<(f64, f64)>> {
    let centred = |values: &[f64]| -> Vec<f64> {
        let middle = super::mean(values).unwrap_or(0.0);
        values.iter().map(|value| value - middle).collect()
    };
    let rest: Vec<Option<Rest>> = (0..x.len()).map(|one| Rest::without(x, y, one)).collect();
    let (x, y) = (centred(x), centred(y));
    let mut as_far = vec![1; x.len()]; // the order in which they stand
    for order in orders.iter().skip(1) {
        for (one, sum) in sums_without_one(&x, &y, order).into_iter().enumerate() {
            let is_as_far = rest[one].as_ref().is_some_and(|rest| rest.is_as_far(sum, x[one], y[one]));
            as_far[one] += usize::from(is_as_far);
        }
    }
    let found = |(rest, as_far): (Option<Rest>, usize)| Some((rest?.r, as_far as f64 / orders.len() as f64));
    rest.into_iter().zip(as_far).map(found).collect()
}

/// What is left without a pair, in the order in which it stands.
struct Rest {
    pairs: f64,
    r: f64,
    most: f64,
}

impl Rest {
    fn without(x: &[f64], y: &[f64], one: usize) -> Option<Rest> {
        let without = |values: &[f64]| [&values[..one], &values[one + 1..]].concat();
        let squares = |values: &[f64]| {
            let middle = super::mean(values)?;
            Some(values.iter().map(|value| (value - middle).powi(2)).sum::<f64>())
        };
        let (x, y) = (without(x), without(y));
        let r = super::correlation::pearson(&x, &y)?;
        Some(Rest { pairs: x.len() as f64, r, most: (squares(&x)? * squares(&y)?).sqrt() })
    }

    /// Whether a sum of products, of numbers that with the one left out come to 0, is as far from 0 as what was found.
    fn is_as_far(&self, sum: f64, x: f64, y: f64) -> bool {
        ((sum - x * y / self.pairs) / self.most).abs() >= self.r.abs() - 1e-12
    }
}

/// The sum of products when `x` meets `y` in this order, without the first pair, without the second, and so on.
fn sums_without_one(x: &[f64], y: &[f64], order: &[usize]) -> Vec<f64> {
    let (mut left_x, mut left_y) = (x[1..].to_vec(), y[1..].to_vec());
    let mut whom = vec![0; order.len()];
    order.iter().enumerate().for_each(|(at, met)| whom[*met] = at);
    let mut sum: f64 = left_x.iter().zip(order).map(|(x, at)| x * left_y[*at]).sum();
    let mut sums = vec![sum];
    for at in 0..order.len() {
        let terms = |x: &[f64], y: &[f64]| {
            let other = if whom[at] == at { 0.0 } else { x[whom[at]] * y[at] };
            x[at] * y[order[at]] + other
        };
        sum -= terms(&left_x, &left_y);
        (left_x[at], left_y[at]) = (x[at], y[at]);
        sum += terms(&left_x, &left_y);
        sums.push(sum);
    }
    sums
}
