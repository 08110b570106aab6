//! What somebody answers: read from the form, sealed, and opened again when the survey is closed.
//!
//! The group of who answers and every choice are in one seal of one length, so that a row tells nothing, not even how many
//! questions were left out. What is written in words goes its own way, with the group and nothing else.

use std::iter::zip;

use uuid::Uuid;

use super::library::Kind;
use super::survey::Question;
use crate::ids::{AnswerId, CommentId, GroupId, PersonId, PulseId};
use crate::seal::{DataKey, Unopened};
use crate::secrets::{Secrets, normal_token};
use crate::text;
use crate::web::{Form, Problems};

/// The longest comment, in characters.
const COMMENT_MAX: usize = 2_000;
/// A key of a group, a choice for each question, and the length in front fit into this many bytes.
const STEP: usize = 96;
/// Stands where a question was left out, or is answered in words.
const NONE: char = '-';

/// The choices of one person, one for each question of the survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The group they belong to.
    pub group: GroupId,
    /// What they chose; none: nothing, or it is answered in words.
    pub choices: Vec<Option<u8>>,
}

/// What somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The group they belong to.
    pub group: GroupId,
    /// Which question it answers.
    pub position: i32,
    /// Their words.
    pub words: String,
}

/// What the form said, of whomever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    choices: Vec<Option<u8>>,
    words: Vec<(i32, String)>,
}

impl Said {
    /// Reads the form. Every question may be left out, but not all of them.
    pub fn parse(form: &Form, questions: &[Question]) -> Result<Said, Problems> {
        let mut problems = Problems::none();
        let mut said = Said { choices: Vec::with_capacity(questions.len()), words: Vec::new() };
        for question in questions {
            let (field, kind) = (question.field(), question.kind());
            let mut choice = None;
            if kind == Kind::Words {
                let words = problems.take(&field, text::optional_words(form.text(&field)));
                if words.chars().count() > COMMENT_MAX {
                    problems.add(&field, "pulse-problem-too-long");
                } else if !words.is_empty() {
                    said.words.push((question.row.position, words));
                }
            } else {
                choice = form.read::<u8>(&field).filter(|choice| kind.choices().contains(choice));
            }
            said.choices.push(choice);
        }
        if problems.is_empty() && said.words.is_empty() && said.choices.iter().all(Option::is_none) {
            let first = questions.first().map(Question::field).unwrap_or_default();
            problems.add(&first, "pulse-problem-nothing");
        }
        problems.or(said)
    }

    /// What is to be stored for somebody of a group.
    pub fn by(self, group: GroupId) -> (Answer, Vec<Comment>) {
        let comment = |(position, words)| Comment { group, position, words };
        (Answer { group, choices: self.choices }, self.words.into_iter().map(comment).collect())
    }
}

impl Answer {
    /// Sealed for its row.
    pub fn seal(&self, key: &DataKey, pulse: PulseId, id: AnswerId) -> Vec<u8> {
        let mut text = self.group.0.simple().to_string();
        text.extend(self.choices.iter().map(|choice| match choice {
            Some(choice) => char::from_digit(u32::from(*choice), 16).unwrap_or(NONE),
            None => NONE,
        }));
        key.seal_in_steps(&row(pulse, id.0), &text, STEP)
    }

    /// Opened again.
    pub fn open(key: &DataKey, pulse: PulseId, id: AnswerId, sealed: &[u8]) -> Result<Answer, Unopened> {
        let text = key.open(&row(pulse, id.0), sealed)?;
        let (group, choices) = text.split_at_checked(32).ok_or(Unopened)?;
        let group = GroupId(Uuid::try_parse(group).map_err(|_| Unopened)?);
        let choice = |c: char| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        Ok(Answer { group, choices: choices.chars().map(choice).collect() })
    }

    /// Its choices as the figures are reckoned from: none where there is nothing to reckon.
    pub fn figures(&self, questions: &[Question]) -> Vec<Option<u8>> {
        let counted = zip(questions, &self.choices).filter(|(question, _)| question.kind() != Kind::Words);
        counted.map(|(_, choice)| *choice).collect()
    }
}

impl Comment {
    /// Sealed for its row.
    pub fn seal(&self, key: &DataKey, pulse: PulseId, id: CommentId) -> Vec<u8> {
        let text = format!("{}{:02}{}", self.group.0.simple(), self.position, self.words);
        key.seal(&row(pulse, id.0), &text)
    }

    /// Opened again.
    pub fn open(key: &DataKey, pulse: PulseId, id: CommentId, sealed: &[u8]) -> Result<Comment, Unopened> {
        let text = key.open(&row(pulse, id.0), sealed)?;
        let (group, rest) = text.split_at_checked(32).ok_or(Unopened)?;
        let (position, words) = rest.split_at_checked(2).ok_or(Unopened)?;
        let group = GroupId(Uuid::try_parse(group).map_err(|_| Unopened)?);
        Ok(Comment { group, position: position.parse().map_err(|_| Unopened)?, words: words.to_owned() })
    }
}

/// What a seal belongs to: this row of this survey.
fn row(pulse: PulseId, id: Uuid) -> Vec<u8> {
    [pulse.0.as_bytes().as_slice(), id.as_bytes()].concat()
}

/// The label under which links to a survey follow from the secret file.
const INVITATION: &str = "pulse/invitation";
const SLIP: &str = "pulse/slip";
const CODE: &str = "pulse/code";
/// Characters on a slip, 5 bits each.
pub const SLIP_LENGTH: usize = 10;

/// The secret in the link of somebody who is asked: 120 bits that follow from the secret file, so that no row holds it.
pub fn invitation_code(secrets: &Secrets, pulse: PulseId, person: PersonId) -> String {
    secrets.derived_token(INVITATION, &row(pulse, person.0))
}

/// The codes of a group's slips: the same however often they are printed.
pub fn slip_codes(secrets: &Secrets, pulse: PulseId, group: GroupId, count: i32) -> Vec<String> {
    let seed = |number: i32| [row(pulse, group.0).as_slice(), &number.to_le_bytes()].concat();
    let code = |number: i32| secrets.derived_token(SLIP, &seed(number)).chars().take(SLIP_LENGTH).collect();
    (0..count).map(code).collect()
}

/// Under which a code is stored: keyed, because a slip's 50 bits could be guessed from a plain hash.
pub fn code_hash(secrets: &Secrets, typed: &str) -> Vec<u8> {
    secrets.keyed_hash(CODE, normal_token(typed).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::super::survey::QuestionRow;
    use super::*;

    fn question(position: i32, kind: Kind) -> Question {
        let row = QuestionRow {
            pulse_id: PulseId::random(),
            position,
            kind: kind.name().to_owned(),
            scale: None,
            library_key: Some("proud".into()),
        };
        Question { row, own_words: Vec::new() }
    }

    #[test]
    fn what_was_chosen_comes_out_of_its_seal_and_all_seals_are_of_one_length() {
        let (key, pulse, id, group) = (DataKey::random(), PulseId::random(), AnswerId::random(), GroupId::random());
        let full = Answer { group, choices: vec![Some(5), None, Some(10), Some(0), Some(1)] };
        let empty = Answer { group, choices: vec![None; 40] };
        let sealed = full.seal(&key, pulse, id);
        assert_eq!(Answer::open(&key, pulse, id, &sealed).unwrap(), full);
        assert!(Answer::open(&key, pulse, AnswerId::random(), &sealed).is_err(), "another row");
        assert_eq!(sealed.len(), empty.seal(&key, pulse, id).len());
    }

    #[test]
    fn only_what_may_be_chosen_is_taken_and_something_must_be() {
        let questions = [question(0, Kind::Agree), question(1, Kind::Recommend), question(2, Kind::Words)];
        let said = |fields: &[(&str, &str)]| Said::parse(&Form::of(fields), &questions);
        let group = GroupId::random();
        let (answer, comments) = said(&[("q0", "5"), ("q1", "10"), ("q2", " Kettle ")]).unwrap().by(group);
        assert_eq!(answer.choices, [Some(5), Some(10), None]);
        assert_eq!(comments, [Comment { group, position: 2, words: "Kettle".into() }]);
        assert_eq!(answer.figures(&questions), [Some(5), Some(10)]);
        let (answer, _) = said(&[("q0", "6"), ("q1", "0")]).unwrap().by(group);
        assert_eq!(answer.choices, [None, Some(0), None]);
        assert!(said(&[("q0", "0"), ("q1", "11"), ("q2", "  ")]).is_err(), "nothing is left");
        assert!(said(&[("q2", &"a".repeat(COMMENT_MAX + 1))]).is_err());
    }

    #[test]
    fn slips_are_the_same_however_often_they_are_printed_and_no_two_are_alike() {
        let secrets = Secrets::from_bytes(b"one");
        let (pulse, group) = (PulseId::random(), GroupId::random());
        let codes = slip_codes(&secrets, pulse, group, 300);
        assert_eq!(codes, slip_codes(&secrets, pulse, group, 300));
        let all: std::collections::BTreeSet<&String> = codes.iter().collect();
        assert_eq!((all.len(), codes[0].len()), (300, SLIP_LENGTH));
        assert!(slip_codes(&secrets, pulse, GroupId::random(), 9).iter().all(|code| !all.contains(code)));
        let typed = codes[0].to_lowercase().replace('0', "o");
        assert_eq!(code_hash(&secrets, &typed), code_hash(&secrets, &codes[0]));
    }
}
