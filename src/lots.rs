//! Drawing lots: with the system's own random numbers, so that nobody can know beforehand, or find out later.

use crate::secrets::fill_random;

/// A new number between nothing and `below`, each as likely as the other to within 2⁻³².
pub fn random_below(below: usize) -> usize {
    let mut bytes = [0; 8];
    fill_random(&mut bytes);
    usize::try_from(u64::from_le_bytes(bytes) % (below.max(1) as u64)).unwrap_or(0)
}

/// Puts things into an order that nobody can know beforehand (Fisher and Yates).
pub fn shuffle<T>(things: &mut [T]) {
    for last in (1..things.len()).rev() {
        things.swap(last, random_below(last + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_comes_about_as_often_as_every_other() {
        let mut counts = std::collections::BTreeMap::new();
        for _ in 0..6000 {
            let mut things = [0, 1, 2];
            shuffle(&mut things);
            *counts.entry(things).or_insert(0) += 1;
        }
        assert_eq!(counts.len(), 6);
        assert!(counts.values().all(|count| (850..1150).contains(count)), "{counts:?}");
    }
}
