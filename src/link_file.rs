//! The command `link`: the report of how staff and customers hang together, from a CSV file that an analyst has, with the code
//! that is behind the pages. It opens no database and leaves nothing behind.
//!
//! A file does not say everything that the house knows. What it does not say is taken as unknown and never guessed: whether
//! enough of those asked have answered, and how many work in a unit. Its units are told of as teams, its customers' side as a
//! rating.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use aws_lc_rs::digest;
use clap::Args;
use uuid::Uuid;

use crate::clock::Day;
use crate::directory::import::report::{Fault, Report, ReportRow};
use crate::directory::import::table::{BYTES_MAX, Row, Table};
use crate::insights::measure;
use crate::insights::record::Record;
use crate::insights::report::{Settings, report};
use crate::insights::say::sentences;
use crate::insights::table::{self, Cell, CustomerMeasure, Customers, ReleasedTable, Staff, Unit, UnitLevel};
use crate::pulse::period::Period;
use crate::pulse::release::Threshold;
use crate::stop::{Stop, say};
use crate::text::{self, TextProblem};
use crate::views::{Lang, Value, Views};

const COLUMNS: &[&str] = &["unit", "period", "engagement", "engagement_n", "customer", "customer_n"];
/// The work grows with the square of this; no house has as many teams.
const UNITS_MAX: usize = 2_000;

/// Which file, and how to speak of it.
#[derive(Args)]
pub struct Options {
    /// unit, period, engagement, engagement_n, customer, customer_n: scores from 0 to 100, periods 2026-03, 2026-Q1 or 2026.
    file: PathBuf,
    /// Print the record itself instead of sentences.
    #[arg(long)]
    json: bool,
    /// What the sentences are written in, en or de.
    #[arg(long, default_value = "en", value_parser = |tag: &str| Lang::from_tag(tag).ok_or("en or de"))]
    language: Lang,
}

/// What a row says, as far as it can be read.
struct Said {
    line: u64,
    unit: Option<String>,
    period: Option<(Period, String)>,
    cell: Cell,
}

/// Prints the record or its sentences; if the file is wrong, every row that is.
pub fn run(options: &Options) -> Result<(), Stop> {
    let bytes = bytes_of(&options.file).map_err(|error| format!("{}: {error}", options.file.display()))?;
    let views = Arc::new(Views::load().map_err(|error| error.to_string())?);
    let said = match read(&bytes) {
        Ok(said) => said,
        Err(wrong) => return Err(refusal(wrong, &views, options)),
    };
    let (table, too_few) = released(&said);
    let settings = Settings::new(UnitLevel::Team, CustomerMeasure::Rating);
    let record = report(&table, settings).map_err(|error| error.to_string())?;
    if options.json {
        say(&serde_json::to_string(&record).map_err(|error| error.to_string())?);
    } else {
        lines(&record, &table, too_few, &views, options.language).iter().for_each(|line| say(line));
    }
    Ok(())
}

/// No more than what will be refused for its size: a file may be a pipe without an end.
fn bytes_of(file: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(BYTES_MAX as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Standard output is a record or nothing where a record was asked for.
fn refusal(wrong: Vec<ReportRow>, views: &Arc<Views>, options: &Options) -> Stop {
    let report = Report::refused(views, wrong);
    let lines = report.lines(options.language);
    let why = views.text(options.language, "insights-file-refused", &[("n", report.counts.wrong.into())]);
    if options.json {
        return Stop::CouldNot([vec![why], lines].concat().join("\n"));
    }
    lines.iter().for_each(|line| say(line));
    Stop::CouldNot(why)
}

fn lines(record: &Record, table: &ReleasedTable, too_few: usize, views: &Views, lang: Lang) -> Vec<String> {
    let text = |key: &str, args: &[_]| views.text(lang, key, args);
    let counted = [("n", table.units().len().into()), ("periods", record.periods.len().into())];
    let named = |period: Option<&String>| Value::from(period.cloned().unwrap_or_default());
    let [first, last] = [("first", named(record.periods.first())), ("last", named(record.periods.last()))];
    let mut lines = vec![text("insights-file-found", &[&counted[..], &[first, last]].concat()), String::new()];
    lines.extend(sentences(record, views, lang));
    lines.push(String::new());
    if too_few > 0 {
        let least = ("least", Threshold::FLOOR.into());
        lines.push(text("insights-file-too-few", &[("n", too_few.into()), least]));
    }
    lines.push(text("insights-file-unknown", &[]));
    let seed = ("seed", record.seed.as_str().into());
    lines.push(text("insights-file-chance", &[("draws", record.draws.into()), seed]));
    lines
}

/// All rows, or all that is wrong with them.
fn read(bytes: &[u8]) -> Result<Vec<Said>, Vec<ReportRow>> {
    let (table, mut wrong) = Table::read_on(bytes, COLUMNS, COLUMNS)?;
    let said: Vec<Said> = table.rows().map(|row| look_at(&row, &mut wrong)).collect();
    wrong.extend(twice(&said));
    wrong.extend(of_another_length(&said));
    wrong.extend(one_unit_too_many(&said));
    if wrong.is_empty() { Ok(said) } else { Err(wrong) }
}

fn raw<'t>(row: &Row<'t>, column: &str) -> &'t str {
    row.raw(column).unwrap_or_default().trim()
}

fn look_at(row: &Row<'_>, wrong: &mut Vec<ReportRow>) -> Said {
    let name = format!("{} {}", raw(row, "unit"), raw(row, "period"));
    let mut keep = |fault: Fault| wrong.push(ReportRow::wrong(row.line, name.trim(), fault));
    let unit = text::line(raw(row, "unit")).map_err(|problem| keep(Fault::text("unit", problem))).ok();
    let period = period(raw(row, "period")).map_err(&mut keep).ok();
    let mut pair = |value, n| {
        pair(row, value, n).unwrap_or_else(|faults| {
            faults.into_iter().for_each(&mut keep);
            None
        })
    };
    let staff = pair("engagement", "engagement_n").map(|(index, answers)| Staff { index, answers, response: None });
    let customers = pair("customer", "customer_n").map(|(score, items)| Customers { score, items });
    Said { line: row.line, unit, period, cell: Cell { staff, customers } }
}

fn period(typed: &str) -> Result<(Period, String), Fault> {
    let wrong = || match typed {
        "" => Fault::text("period", TextProblem::Empty),
        _ => Fault::new("directory-fault-figure-period").naming("typed", typed),
    };
    Period::named(typed).map(|period| (period, typed.to_uppercase())).ok_or_else(wrong)
}

/// A figure and of how many it is; neither stands without the other, but for a nought of nobody.
fn pair(row: &Row<'_>, value: &'static str, n: &'static str) -> Result<Option<(f64, u32)>, Vec<Fault>> {
    let alone = |key| Err(vec![Fault::new(key).naming("column", value).naming("n", n)]);
    match (score(row, value), count(row, n)) {
        (Ok(Some(score)), Ok(Some(count))) if count > 0 => Ok(Some((score, count))),
        (Ok(None), Ok(None | Some(0))) => Ok(None),
        (Ok(Some(_)), Ok(_)) => alone("insights-fault-of-nobody"),
        (Ok(None), Ok(Some(_))) => alone("insights-fault-of-nothing"),
        (score, count) => Err([score.err(), count.err()].into_iter().flatten().collect()),
    }
}

fn score(row: &Row<'_>, column: &'static str) -> Result<Option<f64>, Fault> {
    let typed = raw(row, column);
    if typed.is_empty() {
        return Ok(None);
    }
    let read = typed.replace(',', ".").parse::<f64>().ok().filter(|score| (0.0..=100.0).contains(score));
    // Added to nought, -0 is 0: the same number must give the same seed.
    let fault = || Fault::new("directory-fault-figure").naming("column", column).naming("typed", typed);
    read.map(|score| Some(score + 0.0)).ok_or_else(fault)
}

fn count(row: &Row<'_>, column: &'static str) -> Result<Option<u32>, Fault> {
    let typed = raw(row, column);
    let most = u32::MAX.to_string();
    let fault =
        Fault::new("insights-fault-count").naming("column", column).naming("typed", typed).naming("most", &most);
    if typed.is_empty() { Ok(None) } else { measure::count(typed).map(Some).ok_or(fault) }
}

impl Said {
    fn wrong(&self, fault: Fault) -> ReportRow {
        let title = self.period.as_ref().map_or("", |(_, title)| title);
        let name = format!("{} {title}", self.unit.as_deref().unwrap_or_default());
        ReportRow::wrong(self.line, name.trim(), fault)
    }
}

/// Rows of the same unit and period as one before them.
fn twice(said: &[Said]) -> Vec<ReportRow> {
    let mut first = HashMap::new();
    let mut wrong = Vec::new();
    for one in said {
        let (Some(unit), Some((period, _))) = (&one.unit, &one.period) else { continue };
        let before = *first.entry((unit, *period)).or_insert(one.line);
        if before != one.line {
            wrong.push(one.wrong(Fault::new("insights-fault-twice").naming("line", &before.to_string())));
        }
    }
    wrong
}

/// Rows whose period is not as long as most are: a month and a quarter cannot stand beside each other.
fn of_another_length(said: &[Said]) -> Vec<ReportRow> {
    let length = |one: &Said| match one.period.as_ref()?.0.days() {
        ..32 => Some("month"),
        32..93 => Some("quarter"),
        _ => Some("year"),
    };
    let lengths: Vec<&str> = said.iter().filter_map(length).collect();
    let count = |wanted: &str| lengths.iter().filter(|length| **length == wanted).count();
    let first = |wanted: &str| Reverse(lengths.iter().position(|length| *length == wanted));
    let usual = ["month", "quarter", "year"].into_iter().max_by_key(|length| (count(length), first(length)));
    let odd = said.iter().filter(|one| length(one).is_some() && length(one) != usual);
    let fault = |one: &Said| {
        let fault = Fault::new("insights-fault-length").naming("length", length(one).unwrap_or_default());
        one.wrong(fault.naming("usual", usual.unwrap_or_default()))
    };
    odd.map(fault).collect()
}

fn one_unit_too_many(said: &[Said]) -> Option<ReportRow> {
    let mut units = BTreeSet::new();
    let too_many = said.iter().find(|one| {
        units.extend(one.unit.as_deref());
        units.len() > UNITS_MAX
    });
    let fault = Fault::new("insights-fault-units").naming("max", &UNITS_MAX.to_string());
    too_many.map(|one| one.wrong(fault))
}

/// The table, and how many of its engagement figures are of too few to have been released.
fn released(said: &[Said]) -> (ReleasedTable, usize) {
    let mut titles: BTreeMap<Day, &str> = BTreeMap::new();
    for (period, title) in said.iter().filter(|one| one.cell != Cell::default()).filter_map(|one| one.period.as_ref()) {
        titles.insert(period.from, title);
    }
    let places: HashMap<Day, usize> = titles.keys().enumerate().map(|(at, from)| (*from, at)).collect();
    let mut units: BTreeMap<&str, Vec<Cell>> = BTreeMap::new();
    let mut too_few = 0;
    for one in said {
        let (Some(unit), Some((period, _))) = (&one.unit, &one.period) else { continue };
        let cells = units.entry(unit).or_insert_with(|| vec![Cell::default(); titles.len()]);
        let Some(cell) = places.get(&period.from).and_then(|at| cells.get_mut(*at)) else { continue };
        *cell = one.cell;
        if cell.staff.is_some_and(|staff| staff.answers < Threshold::FLOOR) {
            // What fewer people said is never released here, so no report may rest on it.
            cell.staff = None;
            too_few += 1;
        }
    }
    let period = |title: &&str| table::Period { name: (*title).to_owned(), hardly_differ: false };
    let unit = |(name, cells): (&str, Vec<Cell>)| Unit {
        id: id_of(name),
        name: name.to_owned(),
        // The file does not say. The most that ever answered would be too few, by more where fewer answer, and a share of
        // staff that is worked out of it would be invented: at nought, nothing is said of it.
        staff: 0,
        began_anew: Vec::new(),
        cells,
    };
    (ReleasedTable::new(titles.values().map(period).collect(), units.into_iter().map(unit).collect()), too_few)
}

/// The same for the same name, wherever it stands in the file: the order of units and with it the draws of chance follow from it.
fn id_of(name: &str) -> Uuid {
    let sum = digest::digest(&digest::SHA256, name.as_bytes());
    Uuid::from_slice(sum.as_ref().get(..16).unwrap_or_default()).unwrap_or_default()
}
