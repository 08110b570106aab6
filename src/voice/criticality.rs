//! How much hangs on something, as a handler says: from 0, nobody said, to 5, somebody is in danger. It decides what stands in
//! front of what is due on the same day; from [`ALERT`] on it is also acknowledged by the next working day, and whoever has to
//! know is told.

use crate::web::Form;

/// From here on somebody may come to harm.
pub const ALERT: i32 = 4;

/// What a handler may choose, in the order of the list.
pub const ALL: [i32; 6] = [0, 1, 2, 3, 4, 5];

/// What was chosen.
pub fn read(form: &Form) -> Option<i32> {
    form.read::<i32>("criticality").filter(|chosen| ALL.contains(chosen))
}

/// Whether somebody has to be told: it was not that critical before. From 4 to 5 they know already.
pub fn is_rise(before: i32, to: i32) -> bool {
    before < ALERT && to >= ALERT
}

/// The change as the audit log names it.
pub fn said(before: i32, to: i32) -> String {
    format!("criticality {before} to {to}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_told_once_for_each_rise_to_four_or_more() {
        let rises: Vec<_> = ALL.windows(2).map(|two| is_rise(two[0], two[1])).collect();
        assert_eq!(rises, [false, false, false, true, false]);
        assert!(is_rise(0, 5) && !is_rise(5, 4) && !is_rise(4, 0));
        let chosen = |typed| read(&Form::of(&[("criticality", typed)]));
        assert_eq!(["0", "5", "6", "-1", "", "high"].map(chosen), [Some(0), Some(5), None, None, None, None]);
    }
}
