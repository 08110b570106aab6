//! Lists as CSV for spreadsheets, which must never take a name for a formula.

use actix_web::HttpResponse;
use actix_web::http::header;

/// Signs with which a spreadsheet takes a cell for a formula, in the usual and in the wide form (OWASP, "CSV
/// injection").
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠'];

/// What stands in a cell.
pub enum Cell {
    /// Words, from wherever they come: they may begin like a formula.
    Text(String),
    /// A number of ours. Its minus begins no formula, and with an apostrophe in front it would be no number.
    Number(f64),
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

/// A list as a file to keep. Whoever hands one out writes so into the audit log ([`super::Me::entry`]).
pub fn file<C: Into<Cell>>(name: &str, columns: &[&str], rows: impl IntoIterator<Item = Vec<C>>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .body(csv(columns, rows))
}

/// Rows as RFC 4180 with a byte order mark, without which one spreadsheet reads another encoding.
fn csv<C: Into<Cell>>(header: &[&str], rows: impl IntoIterator<Item = Vec<C>>) -> Vec<u8> {
    let mut out = "\u{feff}".to_owned();
    line(&mut out, header.iter().map(|cell| Cell::Text((*cell).to_owned())));
    for row in rows {
        line(&mut out, row.into_iter().map(Into::into));
    }
    out.into_bytes()
}

fn line(out: &mut String, cells: impl Iterator<Item = Cell>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(',');
        }
        let cell = match cell {
            Cell::Text(text) => guarded(text),
            Cell::Number(number) => number.to_string(),
        };
        if cell.contains([',', '"', '\n', '\r', ';']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

/// A cell that begins like a formula, behind whatever blanks, gets an apostrophe in front.
fn guarded(cell: String) -> String {
    let start = cell.trim_start_matches(|c: char| c == '\u{feff}' || (c.is_whitespace() && !FORMULA.contains(&c)));
    if start.starts_with(FORMULA) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hb16_no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =1", "\u{a0}=1", "\u{feff}=1", "＝1", "\0a"] {
            assert!(guarded(cell.to_owned()).starts_with('\''), "{cell:?}");
        }
        assert_eq!(guarded("Anna-Maria".into()), "Anna-Maria");
        let out = csv(&["name"], [vec!["Sea, \"side\"".to_owned()], vec!["=cmd|' /C calc'!A0".to_owned()]]);
        assert_eq!(String::from_utf8(out).unwrap(), "\u{feff}name\r\n\"Sea, \"\"side\"\"\"\r\n'=cmd|' /C calc'!A0\r\n");
    }

    #[test]
    fn a_number_below_nought_stays_a_number() {
        let out = csv(&["n"], [-12.5, 12_480.0].map(|number| vec![Cell::Number(number)]));
        assert_eq!(String::from_utf8(out).unwrap(), "\u{feff}n\r\n-12.5\r\n12480\r\n");
    }
}
