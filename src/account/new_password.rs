//! A new password from a form.

use crate::people::password_rules;
use crate::web::{Form, Problems};

/// Reads and checks a field; notes what is wrong with it. `own_words` are what anybody would try first.
pub(super) fn read(form: &Form, field: &str, least: usize, own_words: &[String], problems: &mut Problems) -> String {
    let own_words: Vec<&str> = own_words.iter().map(String::as_str).collect();
    password_rules::check(form.text(field), least, &own_words).unwrap_or_else(|problem| {
        problems.add(field, problem.key());
        String::new()
    })
}
