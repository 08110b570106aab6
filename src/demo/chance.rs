//! Chance from a seed: the same on every machine.
//!
//! Whole numbers, and sums of them. Logarithms and their like differ in the last bit from one platform to the next, and a
//! world that differs by one bit is another world.

/// A stream of chance (xoshiro256++ by Blackman and Vigna, seeded by their splitmix64).
#[derive(Clone, Debug)]
pub struct Chance {
    state: [u64; 4],
}

impl Chance {
    /// A stream for one purpose. Each part of the world has its own, so that a new draw in one leaves the others as they
    /// were.
    pub fn new(seed: u64, purpose: &str) -> Chance {
        // FNV-1a: short, and the same everywhere, which std's hasher does not promise.
        let mix = purpose
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let mut seed = seed ^ mix;
        let mut next = || {
            seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = seed;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        };
        Chance { state: [next(), next(), next(), next()] }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        let s = &mut self.state;
        let result = s[0].wrapping_add(s[3]).rotate_left(23).wrapping_add(s[0]);
        let t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = s[3].rotate_left(45);
        result
    }

    /// A number from 0 up to but not including `end`; 0 if `end` is 0. The bias of the multiplication is far below what a
    /// demonstration could show.
    pub fn below(&mut self, end: u64) -> u64 {
        ((u128::from(self.bits()) * u128::from(end)) >> 64) as u64
    }

    /// An index into something of that length.
    pub fn index(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low).max(0) as u64 + 1) as i64
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of them. The slice must not be empty.
    pub fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.index(of.len())]
    }

    /// An index, each as likely as its weight says; 0 if all weights are 0.
    pub fn weighted(&mut self, weights: &[u64]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (index, weight) in weights.iter().enumerate() {
            if left < *weight {
                return index;
            }
            left -= weight;
        }
        0
    }

    /// An index from running totals, the last of which is the sum of all weights.
    pub fn by_totals(&mut self, totals: &[u64]) -> usize {
        let drawn = self.below(totals.last().copied().unwrap_or(0));
        totals.partition_point(|total| *total <= drawn).min(totals.len().saturating_sub(1))
    }

    /// A number from steps of (percent of all that lie at or below, that number), evenly spread within a step.
    pub fn by_steps(&mut self, steps: &[(u64, i64)]) -> i64 {
        let drawn = self.below(100);
        let mut low = 0;
        for (percent, high) in steps {
            if drawn < *percent {
                return self.between(low, *high);
            }
            low = *high;
        }
        low
    }

    /// A number from a normal distribution with mean 0 and spread 1 (twelve numbers added up, which is near enough).
    pub fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.below(1_000_000)).sum::<u64>() as f64 / 1e6 - 6.0
    }

    /// Ten bytes, for a key.
    pub fn ten_bytes(&mut self) -> [u8; 10] {
        let (first, second) = (self.bits().to_le_bytes(), self.bits().to_le_bytes());
        std::array::from_fn(|at| if at < 8 { first[at] } else { second[at - 8] })
    }
}

/// Running totals of weights, for [`Chance::by_totals`].
pub fn totals(weights: impl IntoIterator<Item = u64>) -> Vec<u64> {
    weights
        .into_iter()
        .scan(0, |sum, weight| {
            *sum += weight;
            Some(*sum)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_and_purpose_give_the_same_stream() {
        let draw = |seed, purpose| {
            let mut chance = Chance::new(seed, purpose);
            [chance.bits(), chance.bits(), chance.below(1000)]
        };
        assert_eq!(draw(1, "people"), draw(1, "people"));
        assert_ne!(draw(1, "people"), draw(2, "people"));
        assert_ne!(draw(1, "people"), draw(1, "notes"));
    }

    #[test]
    fn the_stream_is_the_same_on_every_machine() {
        assert_eq!(Chance::new(1, "people").bits(), 15_186_658_965_930_944_839);
    }

    #[test]
    fn draws_stay_within_their_bounds() {
        let mut chance = Chance::new(7, "bounds");
        let totals = totals([1, 0, 3]);
        for _ in 0..10_000 {
            assert!(chance.below(10) < 10);
            assert!((-3..=4).contains(&chance.between(-3, 4)));
            assert_ne!(chance.weighted(&[1, 0, 3]), 1);
            assert_ne!(chance.by_totals(&totals), 1);
            assert!((0..=60).contains(&chance.by_steps(&[(50, 10), (100, 60)])));
        }
        assert_eq!(chance.below(0), 0);
    }
}
