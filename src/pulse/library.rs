//! The questions that the house has words for in every language.
//!
//! Engagement and team climate are those of the UK Civil Service People Survey (Cabinet Office, Open Government Licence
//! v3.0), with the organisation's name in place of theirs; the German wording is an adaptation. They are asked as wholes and
//! in this order, because an index with other items is another index.

use crate::views::Value;

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// From strongly agree (5) to strongly disagree (1).
    Agree,
    /// From 0 to 10.
    Recommend,
    /// In words.
    Words,
}

impl Kind {
    /// The name in the database.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Agree => "agree",
            Kind::Recommend => "recommend",
            Kind::Words => "words",
        }
    }

    /// The kind of a name; what is unknown is words, which nothing is reckoned from.
    pub fn from_name(name: &str) -> Kind {
        [Kind::Agree, Kind::Recommend].into_iter().find(|kind| kind.name() == name).unwrap_or(Kind::Words)
    }

    /// What may be chosen.
    pub fn choices(self) -> std::ops::RangeInclusive<u8> {
        match self {
            Kind::Agree => 1..=5,
            Kind::Recommend => 0..=10,
            #[expect(clippy::reversed_empty_ranges, reason = "nothing is chosen where words are written")]
            Kind::Words => 1..=0,
        }
    }
}

/// Questions that are chosen together.
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// Its name in forms and message keys.
    pub key: &'static str,
    /// How all of its questions are answered.
    pub kind: Kind,
    /// Whether they make one figure together.
    pub is_scale: bool,
    /// Of how many an answer is needed for the figure.
    pub at_least: usize,
    /// Chosen unless somebody says otherwise.
    pub is_usual: bool,
    /// The keys of its questions, in their order.
    pub questions: &'static [&'static str],
}

/// All blocks, in the order in which they are asked.
pub const BLOCKS: &[Block] = &[
    Block {
        key: "engagement",
        kind: Kind::Agree,
        is_scale: true,
        at_least: 4,
        is_usual: true,
        questions: &["proud", "great-place", "attachment", "inspires", "motivates"],
    },
    Block {
        key: "team",
        kind: Kind::Agree,
        is_scale: true,
        at_least: 3,
        is_usual: true,
        questions: &["relied-upon", "work-together", "encouraged"],
    },
    Block { questions: &["promises"], is_usual: true, ..alone("promises") },
    Block { questions: &["belief"], is_usual: true, ..alone("belief") },
    Block { kind: Kind::Recommend, questions: &["recommend"], ..alone("recommend") },
    Block { kind: Kind::Words, is_usual: true, questions: &["one-thing"], ..alone("one-thing") },
];

/// A block of one question, a figure by itself.
const fn alone(key: &'static str) -> Block {
    Block { key, kind: Kind::Agree, is_scale: false, at_least: 1, is_usual: false, questions: &[] }
}

/// A block by its key.
pub fn block(key: &str) -> Option<&'static Block> {
    BLOCKS.iter().find(|block| block.key == key)
}

/// The message key of a question's words.
pub fn words_key(question: &str) -> String {
    format!("pulse-q-{question}")
}

/// What the words of a question name: the organisation, as people say it.
pub fn naming(organisation: &str) -> [(&str, Value<'_>); 1] {
    [("organisation", organisation.into())]
}
