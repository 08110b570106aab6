//! When a mail that did not go out is tried again.

use crate::secrets::fill_random;

/// Minutes before the second, third, … attempt. Together longer than two days: a server may be down over a weekend's
/// night, and whoever waits for a mail should not be forgotten because of it.
const MINUTES: [i64; 7] = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60];

/// Seconds until the next attempt after this many, up to a fifth more or less so that what failed together does not
/// come back together; `None` when there have been enough.
pub fn after(attempts: i32) -> Option<i64> {
    let minutes = usize::try_from(attempts - 1).ok().and_then(|index| MINUTES.get(index))?;
    let mut byte = [0];
    fill_random(&mut byte);
    // 80 to 120 hundredths
    let hundredths = 80 + i64::from(byte[0]) * 40 / 255;
    Some(minutes * 60 * hundredths / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mw3_pauses_grow_to_a_day_give_or_take_a_fifth_and_then_end() {
        for (attempts, minutes) in (1..).zip(MINUTES) {
            let seconds: Vec<i64> = (0..200).filter_map(|_| after(attempts)).collect();
            let (least, most) = (minutes * 48, minutes * 72);
            assert!(
                seconds.len() == 200 && seconds.iter().all(|s| (least..=most).contains(s)),
                "{attempts}: {seconds:?}"
            );
            assert!(seconds.iter().any(|s| *s != seconds[0]), "they come back together");
        }
        assert_eq!(after(8), None);
        assert_eq!(after(0), None);
    }
}
