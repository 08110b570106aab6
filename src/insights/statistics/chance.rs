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
