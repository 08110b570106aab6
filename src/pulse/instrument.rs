//! What is reckoned of a survey's questions: its scales and its single items, and what they are called in results.

use super::library::{self, Kind};
use super::score::{Instrument, Item, Scale};
use super::survey::Question;

/// The names of what is reckoned, in the order of the instrument.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// The keys of the blocks that make one figure together.
    pub scales: Vec<String>,
    /// The fields of the questions.
    pub items: Vec<String>,
}

/// The instrument of a survey. A scale of which a question is missing is none.
pub fn of(questions: &[Question]) -> (Instrument, Measures) {
    let counted: Vec<&Question> = questions.iter().filter(|question| question.kind() != Kind::Words).collect();
    let item = |question: &&Question| match question.kind() {
        Kind::Recommend => Item::Recommend,
        Kind::Agree | Kind::Words => Item::Agree,
    };
    let mut measures = Measures { scales: Vec::new(), items: counted.iter().map(|one| one.field()).collect() };
    let mut scales = Vec::new();
    for block in library::BLOCKS.iter().filter(|block| block.is_scale) {
        let is_of = |question: &&Question| question.row.scale.as_deref() == Some(block.key);
        let items: Vec<usize> = (0..counted.len()).filter(|at| is_of(&counted[*at])).collect();
        if items.len() == block.questions.len() {
            scales.push(Scale { items, at_least: block.at_least });
            measures.scales.push(block.key.to_owned());
        }
    }
    (Instrument { items: counted.iter().map(item).collect(), scales }, measures)
}
