//! A CSV file as a table: which columns, which rows. Whatever cannot be a table is refused here, with its line.

use csv::{ReaderBuilder, StringRecord};

use super::report::{Fault, ReportRow};
use crate::config::distance;
use crate::text::{self, TextProblem};

/// The largest file, in bytes.
pub const BYTES_MAX: usize = 16 * 1024 * 1024;
/// The most rows.
const ROWS_MAX: usize = 100_000;
/// The most columns; no file of ours has half as many.
const COLUMNS_MAX: usize = 50;
/// With one of these a spreadsheet takes a cell for a formula (OWASP, "CSV injection"), in the usual and in the wide form.
const FORMULA: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A table whose columns are known.
pub struct Table {
    columns: Vec<&'static str>,
    rows: Vec<(u64, StringRecord)>,
}

/// One row of a table.
#[derive(Clone, Copy)]
pub struct Row<'t> {
    columns: &'t [&'static str],
    cells: &'t StringRecord,
    /// Its line in the file, the header being line 1.
    pub line: u64,
}

impl Table {
    /// Reads a file with a header row in which each of `required`, and nothing but `known`, stands once, in any order.
    pub fn read(bytes: &[u8], known: &[&'static str], required: &[&'static str]) -> Result<Table, Vec<ReportRow>> {
        let (table, wrong) = Table::read_on(bytes, known, required)?;
        if wrong.is_empty() { Ok(table) } else { Err(wrong) }
    }

    /// The same, but rows with too few or too many cells are given beside the others: whoever looks at all of them can name
    /// all that is wrong at once.
    pub fn read_on(
        bytes: &[u8],
        known: &[&'static str],
        required: &[&'static str],
    ) -> Result<(Table, Vec<ReportRow>), Vec<ReportRow>> {
        let text = as_text(bytes).map_err(|(line, fault)| vec![ReportRow::wrong(line, "", fault)])?;
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter(text))
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut records = reader.records(); // each as small as its row, unlike a record that is filled again and again
        let mut wrong = Vec::new();
        let unreadable = |error: csv::Error| {
            let line = error.position().map_or(0, csv::Position::line);
            vec![ReportRow::wrong(line, "", Fault::new("directory-fault-not-csv"))]
        };
        let Some(header) = records.next() else {
            return Err(vec![ReportRow::wrong(0, "", Fault::new("directory-fault-no-rows"))]);
        };
        let columns = columns(&header.map_err(unreadable)?, known, required)?;
        let mut rows = Vec::new();
        for record in records {
            let record = record.map_err(unreadable)?;
            let line = line_of(text, record.position());
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue; // spreadsheets leave rows of nothing but commas at the end
            }
            if record.len() != columns.len() {
                let fault = Fault::new("directory-fault-cells")
                    .naming("found", &record.len().to_string())
                    .naming("wanted", &columns.len().to_string());
                wrong.push(ReportRow::wrong(line, record.get(0).unwrap_or_default(), fault));
            } else if rows.len() == ROWS_MAX {
                let fault = Fault::new("directory-fault-rows").naming("max", &ROWS_MAX.to_string());
                return Err(vec![ReportRow::wrong(line, "", fault)]);
            } else {
                rows.push((line, record));
            }
        }
        if rows.is_empty() && wrong.is_empty() {
            wrong.push(ReportRow::wrong(0, "", Fault::new("directory-fault-no-rows")));
        }
        Ok((Table { columns, rows }, wrong))
    }

    /// The rows, from the top.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { columns: &self.columns, cells, line: *line })
    }

    /// Hands over each row and forgets it: a large file is not kept in memory twice.
    pub fn take_rows(self, mut take: impl FnMut(Row<'_>)) {
        for (line, cells) in self.rows {
            take(Row { columns: &self.columns, cells: &cells, line });
        }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none; never so for a table that was read.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<'t> Row<'t> {
    /// A cell as it stands in the file; none if the file has no such column.
    pub fn raw(&self, column: &str) -> Option<&'t str> {
        let at = self.columns.iter().position(|name| *name == column)?;
        self.cells.get(at)
    }

    /// A cell as a clean line; the outer none: no such column, the inner none: the cell is empty.
    pub fn cell(&self, column: &'static str) -> Result<Option<Option<String>>, Fault> {
        let Some(raw) = self.raw(column) else { return Ok(None) };
        if raw.chars().any(char::is_control) {
            return Err(Fault::text(column, TextProblem::Control));
        }
        if raw.trim_start().starts_with(FORMULA) {
            return Err(Fault::new("directory-fault-formula").naming("column", column));
        }
        text::optional_line(raw).map(Some).map_err(|problem| Fault::text(column, problem))
    }

    /// A cell that may not be empty; none if the file has no such column.
    pub fn needed(&self, column: &'static str) -> Result<Option<String>, Fault> {
        match self.cell(column)? {
            Some(None) => Err(Fault::text(column, TextProblem::Empty)),
            found => Ok(found.flatten()),
        }
    }
}

/// The line on which a record begins. The reader's own count stops before the empty lines it leaves out.
fn line_of(text: &str, position: Option<&csv::Position>) -> u64 {
    let Some(position) = position else { return 0 };
    let rest = usize::try_from(position.byte()).ok().and_then(|at| text.as_bytes().get(at..)).unwrap_or_default();
    let skipped = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|byte| **byte == b'\n').count();
    position.line() + skipped as u64
}

/// The file as text, without a byte order mark; else the line and what is wrong with it.
fn as_text(bytes: &[u8]) -> Result<&str, (u64, Fault)> {
    if bytes.len() > BYTES_MAX {
        let megabytes = (BYTES_MAX / 1024 / 1024).to_string();
        return Err((0, Fault::new("directory-fault-bytes").naming("max", &megabytes)));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") || is_every_other_byte_nul(bytes);
    if is_utf16 {
        return Err((0, Fault::new("directory-fault-utf16")));
    }
    let line_at =
        |at: usize| bytes.get(..at).map_or(0, |before| before.iter().filter(|byte| **byte == b'\n').count()) as u64 + 1;
    let text = std::str::from_utf8(bytes)
        .map_err(|error| (line_at(error.valid_up_to()), Fault::new("directory-fault-utf8")))?;
    match text.find('\0') {
        Some(at) => Err((line_at(at), Fault::new("directory-fault-nul"))),
        None => Ok(text),
    }
}

/// UTF-16 without a mark: plain letters have a NUL beside each of them.
fn is_every_other_byte_nul(bytes: &[u8]) -> bool {
    let start = bytes.get(..64.min(bytes.len())).unwrap_or_default();
    let nuls = start.iter().filter(|byte| **byte == 0).count();
    start.len() >= 4 && nuls * 5 >= start.len() * 2
}

/// Comma or semicolon, whichever the header row has more of outside quotes.
fn delimiter(text: &str) -> u8 {
    let (mut commas, mut semicolons, mut is_quoted) = (0, 0, false);
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' | b'\r' if !is_quoted => break,
            b',' if !is_quoted => commas += 1,
            b';' if !is_quoted => semicolons += 1,
            _ => {}
        }
    }
    if semicolons > commas { b';' } else { b',' }
}

fn columns(
    header: &StringRecord,
    known: &[&'static str],
    required: &[&'static str],
) -> Result<Vec<&'static str>, Vec<ReportRow>> {
    let wrong = |fault| ReportRow::wrong(1, "", fault);
    if header.len() > COLUMNS_MAX {
        let fault = Fault::new("directory-fault-columns").naming("found", &header.len().to_string());
        return Err(vec![wrong(fault)]);
    }
    let mut columns = Vec::new();
    let mut faults = Vec::new();
    for cell in header {
        let typed = cell.trim().to_lowercase().replace([' ', '-'], "_");
        match known.iter().find(|name| **name == typed) {
            Some(name) if columns.contains(name) => {
                faults.push(wrong(Fault::new("directory-fault-column-twice").naming("column", name)));
            }
            Some(name) => columns.push(*name),
            None => {
                let nearest = nearest(known.iter().copied(), &typed).unwrap_or_default();
                let fault = Fault::new("directory-fault-column").naming("column", cell).naming("nearest", nearest);
                faults.push(wrong(fault));
            }
        }
    }
    for name in required.iter().filter(|name| !columns.contains(name)) {
        faults.push(wrong(Fault::new("directory-fault-column-missing").naming("column", name)));
    }
    if faults.is_empty() { Ok(columns) } else { Err(faults) }
}

/// The name nearest to what was typed.
pub fn nearest<'n>(names: impl Iterator<Item = &'n str>, typed: &str) -> Option<&'n str> {
    let typed: String = typed.chars().take(80).collect();
    names.min_by_key(|name| distance(name, &typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[&str] = &["name", "slug", "country"];

    type Lines<T> = Vec<(u64, T)>;

    fn read(bytes: &[u8]) -> Result<Lines<String>, Lines<&'static str>> {
        let table = Table::read(bytes, KNOWN, &["name"]);
        let rows = |table: Table| table.rows().map(|row| (row.line, row.raw("name").unwrap().to_owned())).collect();
        table.map(rows).map_err(|wrong| wrong.into_iter().map(|row| (row.line, row.fault.unwrap().key)).collect())
    }

    #[test]
    fn comma_or_semicolon_with_or_without_mark_in_any_order() {
        let wanted = Ok(vec![(2, "Sea, side".to_owned()), (4, "Hill".to_owned())]);
        for file in [
            "slug,name\nsea,\"Sea, side\"\n,\nhill,Hill\n",
            "\u{feff}Slug;Name\r\nsea;Sea, side\r\n\r\nhill;Hill",
            "name;slug\n\"Sea, side\";sea\n;\nHill;hill",
        ] {
            assert_eq!(read(file.as_bytes()), wanted, "{file}");
        }
    }

    #[test]
    fn hb17_what_is_no_table_is_refused_with_its_line() {
        let utf16: Vec<u8> = "name\nSea\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let many = ["name"; 10_000].join(",");
        for (bytes, line, key) in [
            (&b""[..], 0, "directory-fault-no-rows"),
            (b"name\n", 0, "directory-fault-no-rows"),
            (b"name\nSea\nM\xfcnchen\n", 3, "directory-fault-utf8"),
            (b"name\nSea\0side\n", 2, "directory-fault-nul"),
            (&utf16, 0, "directory-fault-utf16"),
            (b"\xff\xfen\0", 0, "directory-fault-utf16"),
            (b"name,slug\nSea\n", 2, "directory-fault-cells"),
            (b"name,slug,name\nSea,sea,x\n", 1, "directory-fault-column-twice"),
            (b"slug\nsea\n", 1, "directory-fault-column-missing"),
            (b"nme\nsea\n", 1, "directory-fault-column"),
            (many.as_bytes(), 1, "directory-fault-columns"),
            (&vec![b'a'; BYTES_MAX + 1], 0, "directory-fault-bytes"),
        ] {
            let wrong = read(bytes).unwrap_err();
            assert!(wrong.contains(&(line, key)), "{key}: {wrong:?}");
        }
    }

    #[test]
    fn hb17_a_cell_that_is_no_plain_text_is_refused() {
        let file = format!("name\n=cmd\n  ＝cmd\n\"two\nlines\"\n{}\nSea\n", "a".repeat(1024 * 1024));
        let table = Table::read(file.as_bytes(), KNOWN, &["name"]).unwrap();
        let keys: Vec<&str> =
            table.rows().map(|row| row.needed("name").map_or_else(|fault| fault.key, |_| "fine")).collect();
        let formula = "directory-fault-formula";
        assert_eq!(keys, [formula, formula, "directory-fault-control", "directory-fault-too-long", "fine"]);
        assert_eq!(table.rows().next().unwrap().cell("slug"), Ok(None));
    }
}
