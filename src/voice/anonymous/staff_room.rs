//! The staff-room code: proof of having been in the building this month, shared by everybody there and so nobody's own.
//!
//! It stands nowhere: it follows from the secret file, the site and the month. It is taken in its own month and in the next,
//! so that nobody has to hurry to where the poster hangs just before they write.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::ids::SiteId;
use crate::secrets::{Secrets, are_equal, normal_token};

const LABEL: &str = "anon/staff-room";
/// Five bits each. Guessing is counted by address ([`crate::web::quiet`]).
const CHARACTERS: usize = 8;

/// The code of a site in the month of a day.
pub fn code(secrets: &Secrets, site: SiteId, day: Date) -> String {
    let month = format!("{site} {:04}-{:02}", day.year(), day.month());
    secrets.derived_token(LABEL, month.as_bytes()).chars().take(CHARACTERS).collect()
}

/// Whether this is the site's code of this month or of the one before.
pub fn is_valid(secrets: &Secrets, site: SiteId, day: Date, typed: &str) -> bool {
    let typed = normal_token(typed);
    let before = day.first_of_month().saturating_sub(1.day());
    // Both are compared, whichever fits.
    let now = are_equal(code(secrets, site, day).as_bytes(), typed.as_bytes());
    now | are_equal(code(secrets, site, before).as_bytes(), typed.as_bytes())
}

/// The last day on which the code of a day's month is taken.
pub fn last_day(day: Date) -> Date {
    day.first_of_month().saturating_add(1.month()).last_of_month()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_code_is_taken_in_its_month_and_the_next_and_at_its_site_only() {
        let (secrets, site) = (Secrets::from_bytes(b"one"), SiteId::random());
        let code = code(&secrets, site, date(2026, 12, 3));
        assert_eq!(code.len(), 8);
        let spelt = format!("{} {}", &code[..4].to_lowercase(), &code[4..]);
        for (day, is_taken) in [
            (date(2026, 11, 30), false),
            (date(2026, 12, 1), true),
            (date(2026, 12, 31), true),
            (date(2027, 1, 1), true),
            (date(2027, 1, 31), true),
            (date(2027, 2, 1), false),
        ] {
            assert_eq!(is_valid(&secrets, site, day, &spelt), is_taken, "{day}");
        }
        assert!(!is_valid(&secrets, SiteId::random(), date(2026, 12, 3), &code));
        assert!(!is_valid(&Secrets::from_bytes(b"other"), site, date(2026, 12, 3), &code));
        assert!(!is_valid(&secrets, site, date(2026, 12, 3), ""));
        assert_eq!(last_day(date(2026, 12, 3)), date(2027, 1, 31));
    }
}
