//! Numbers that other programs worked out, for the tests of the figures: tests/fixtures/oracles.

use std::path::Path;

use serde_json::Value;

/// A file of cases, or of one.
pub struct Oracle {
    file: String,
    /// The whole file but for what the cases took out of it.
    pub rest: Value,
    pub cases: Vec<Case>,
}

/// Something that goes in, and what must come out.
pub struct Case {
    pub name: String,
    pub input: Value,
    pub expected: Value,
    tolerance: f64,
}

impl Oracle {
    pub fn read(file: &str) -> Oracle {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/oracles").join(file);
        let mut read: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        let tolerance = read["tolerance_abs"].as_f64().unwrap_or(1e-9);
        let case = |case: &mut Value| Case {
            name: case["name"].as_str().unwrap_or(file).to_owned(),
            tolerance: case["tolerance_abs"].as_f64().unwrap_or(tolerance),
            input: case["input"].take(),
            expected: case["expected"].take(),
        };
        let cases: Vec<Case> = match read["cases"].as_array_mut() {
            Some(cases) => cases.iter_mut().map(case).collect(),
            None => vec![case(&mut read)],
        };
        assert!(!cases.is_empty(), "{file}");
        Oracle { file: file.to_owned(), rest: read, cases }
    }

    /// The cases that expect this; there must be some.
    pub fn expecting(&self, name: &str) -> Vec<&Case> {
        let found: Vec<&Case> = self.cases.iter().filter(|case| case.expected.get(name).is_some()).collect();
        assert!(!found.is_empty(), "no case of {} expects {name}", self.file);
        found
    }
}

impl Case {
    /// That a number is what is expected under this name; null stands for no number.
    #[track_caller]
    pub fn holds(&self, name: &str, found: impl Into<Option<f64>>) {
        let expected = self.expected.get(name).unwrap_or_else(|| panic!("{}: nothing is said of {name}", self.name));
        self.holds_value(name, expected, found.into());
    }

    #[track_caller]
    pub fn holds_value(&self, name: &str, expected: &Value, found: Option<f64>) {
        let is_near = match (expected.as_f64(), found) {
            (Some(expected), Some(found)) => (expected - found).abs() <= self.tolerance * expected.abs().max(1.0),
            (None, None) => expected.is_null(),
            _ => false,
        };
        assert!(is_near, "{}: {name} is {found:?} and not {expected}", self.name);
    }
}

/// A list of numbers.
pub fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

/// A list of lists of numbers.
pub fn rows(list: &Value) -> Vec<Vec<f64>> {
    list.as_array().unwrap().iter().map(numbers).collect()
}
