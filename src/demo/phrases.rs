//! Texts from patterns.
//!
//! In a pattern `[a|b|c]` is one of the three (nested as deep as one likes, empty ones allowed), `{word}` is a word the
//! teller was given, and `{table}` a row of a language's table, drawn once a text so that a child stays the same child;
//! `{table.1}` is the second form of that row. What is filled in may hold patterns itself.

use super::chance::Chance;

/// Rows of words that go together; the forms of a row are divided by slashes.
pub struct Table {
    /// What patterns call it.
    pub name: &'static str,
    /// Its rows.
    pub rows: &'static [&'static str],
}

/// Tells one text.
pub struct Teller<'a> {
    chance: &'a mut Chance,
    tables: &'static [Table],
    words: Vec<(&'static str, String)>,
    drawn: Vec<(&'static str, usize)>,
}

impl<'a> Teller<'a> {
    /// A teller with the tables of a language.
    pub fn new(chance: &'a mut Chance, tables: &'static [Table]) -> Teller<'a> {
        Teller { chance, tables, words: Vec::new(), drawn: Vec::new() }
    }

    /// Gives it a word to use.
    pub fn with(&mut self, word: &'static str, means: impl Into<String>) {
        self.words.push((word, means.into()));
    }

    /// Sentences from patterns, with capitals where they begin and single spaces between.
    pub fn tell(&mut self, patterns: &[&str]) -> String {
        let mut raw = String::new();
        for pattern in patterns {
            self.expand(pattern, &mut raw);
            raw.push(' ');
        }
        tidy(&raw)
    }

    fn expand(&mut self, pattern: &str, out: &mut String) {
        let mut rest = pattern;
        while let Some(at) = rest.find(['[', '{']) {
            out.push_str(&rest[..at]);
            let inside = &rest[at + 1..];
            if rest.as_bytes()[at] == b'[' {
                let (choices, length) = choices(inside);
                let choice = choices[self.chance.index(choices.len())];
                self.expand(choice, out);
                rest = &inside[length..];
            } else {
                let end = inside.find('}').unwrap_or(inside.len());
                self.fill(&inside[..end], out);
                rest = inside.get(end + 1..).unwrap_or_default();
            }
        }
        out.push_str(rest);
    }

    fn fill(&mut self, slot: &str, out: &mut String) {
        if let Some((_, means)) = self.words.iter().find(|(word, _)| *word == slot) {
            out.push_str(means);
            return;
        }
        let (name, form) = slot.split_once('.').unwrap_or((slot, "0"));
        let Some(table) = self.tables.iter().find(|table| table.name == name) else {
            // Left standing, so that the test over all texts finds the misspelt slot.
            out.push('{');
            out.push_str(slot);
            out.push('}');
            return;
        };
        let row = match self.drawn.iter().find(|(drawn, _)| *drawn == table.name) {
            Some((_, row)) => *row,
            None => {
                let row = self.chance.index(table.rows.len());
                self.drawn.push((table.name, row));
                row
            }
        };
        let form = form.parse().unwrap_or(0);
        let text = table.rows[row].split('/').nth(form).unwrap_or(table.rows[row]);
        self.expand(text, out);
    }
}

/// The choices up to the closing bracket, and how many bytes they and it take.
fn choices(inside: &str) -> (Vec<&str>, usize) {
    let (mut depth, mut from, mut found) = (0, 0, Vec::new());
    for (at, byte) in inside.bytes().enumerate() {
        match byte {
            b'[' => depth += 1,
            b']' if depth > 0 => depth -= 1,
            b']' => {
                found.push(&inside[from..at]);
                return (found, at + 1);
            }
            b'|' if depth == 0 => {
                found.push(&inside[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(&inside[from..]);
    (found, inside.len())
}

/// Capitals at the beginning of sentences, no double spaces, none before a comma or full stop.
fn tidy(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut begins = true;
    for word in raw.split_whitespace() {
        let is_mark = word.starts_with(['.', ',', '!', ';', ':']) || (word.starts_with('?') && word.len() == 1);
        if !out.is_empty() && !is_mark {
            out.push(' ');
        }
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if begins && first.is_lowercase() => {
                out.extend(first.to_uppercase());
                out.push_str(letters.as_str());
            }
            Some('¡' | '¿') if begins => {
                let mark = word.chars().next().unwrap_or_default();
                out.push(mark);
                let mut after = letters.as_str().chars();
                out.extend(after.next().into_iter().flat_map(char::to_uppercase));
                out.push_str(after.as_str());
            }
            _ => out.push_str(word),
        }
        begins = word.ends_with(['.', '!', '?']);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    static TABLES: &[Table] = &[Table { name: "child", rows: &["{my} son/he", "{my} daughter/she"] }];

    #[test]
    fn a_child_stays_the_same_child() {
        for seed in 0..20 {
            let mut chance = Chance::new(seed, "phrases");
            let mut teller = Teller::new(&mut chance, TABLES);
            teller.with("my", "our");
            let told = teller.tell(&["[|thank you.]", "{child} was glad , {child.1} [[smiled|laughed]|sang]."]);
            assert!(told.contains("Our son was glad, he ") || told.contains("Our daughter was glad, she "), "{told}");
            assert!(!told.contains("  ") && !told.contains(['[', ']', '{', '}']), "{told}");
        }
    }

    #[test]
    fn a_misspelt_slot_is_left_standing() {
        let mut chance = Chance::new(1, "phrases");
        assert_eq!(Teller::new(&mut chance, TABLES).tell(&["{nobody} came."]), "{nobody} came.");
    }
}
