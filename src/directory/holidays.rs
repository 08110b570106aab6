//! The days on which a site rests, as somebody types them: one a line.

use std::collections::BTreeSet;

use crate::clock::Day;

/// Reads the days, in any order, each written 2026-12-25 or 25.12.2026; or gives the first line that is none.
pub fn read(typed: &str) -> Result<BTreeSet<Day>, String> {
    let lines = typed.split(['\n', '\r', ',', ';']).map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Day::typed(line).ok_or_else(|| line.chars().take(60).collect())).collect()
}

/// Writes them, the earliest first.
pub fn write(days: impl IntoIterator<Item = Day>) -> String {
    let days: BTreeSet<Day> = days.into_iter().collect();
    days.iter().map(Day::to_string).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them_and_written_in_order() {
        let days = read(" 2026-12-26\r\n25.12.2026\n\n2026-12-25, 2027-01-01").unwrap();
        assert_eq!(write(days), "2026-12-25\n2026-12-26\n2027-01-01");
        assert_eq!(write(read("\n ").unwrap()), "");
        for wrong in ["Christmas", "12/25/2026", "2026-02-30", "31.02.2026", "2026-12-25 Christmas", "25.12.26"] {
            assert_eq!(read(&format!("2026-12-25\n{wrong}")).unwrap_err(), wrong);
        }
    }
}
