//! A survey: what it asks, whom, and when. No HTTP, no SQL.

use diesel::prelude::*;

use super::library::{self, Kind};
use super::period::{Period, Window};
use crate::clock::Day;
use crate::db::schema::{pulse, pulse_question};
use crate::ids::PulseId;
use crate::seal::{self, DataKey, Unopened};
use crate::secrets::Secrets;
use crate::views::{Lang, Views};

/// Where a survey stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// HR is putting it together.
    Draft,
    /// Whoever is asked is known; it is answered on the days of its window.
    Launched,
    /// No answer is taken any more; the results are being worked out.
    Ending,
    /// The results are there, and never change again.
    Closed,
    /// Taken back before it ended; no answer of it is left.
    CalledOff,
}

impl State {
    const ALL: [State; 5] = [State::Draft, State::Launched, State::Ending, State::Closed, State::CalledOff];

    /// The name in the database and in message keys.
    pub fn name(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Launched => "launched",
            State::Ending => "ending",
            State::Closed => "closed",
            State::CalledOff => "called-off",
        }
    }
}

/// A survey as its row has it.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = pulse, treat_none_as_default_value = false, treat_none_as_null = true)]
pub struct Pulse {
    /// Its key.
    pub id: PulseId,
    /// What people call it.
    pub title: String,
    /// See [`State`].
    pub state: String,
    /// The first day of the period it is compared with …
    pub period_from: Day,
    /// … and the first day after it.
    pub period_until: Day,
    /// The first day on which it is answered …
    pub opens_on: Day,
    /// … and the last.
    pub closes_on: Day,
    /// Results are shown for groups of at least so many answers, as those who answer were told.
    pub group_minimum: i32,
    /// Whether it was asked elsewhere, and only its results are here.
    pub is_imported: bool,
    /// Whether who has no address answers with a slip of paper.
    pub has_slips: bool,
    /// How often those who have not answered are reminded: at most twice.
    pub reminders: i32,
    /// How many mails everybody who has not answered is to have by now: 0 before it opens, then the invitation, then with
    /// the reminders.
    pub mails_wanted: i32,
    /// How many were left out because they were asked often enough already.
    pub left_out: i32,
    /// The version of the seal.
    pub enc_v: i32,
    /// The wrapped key of the answers; none when they are gone.
    pub wrapped_key: Option<Vec<u8>>,
    /// Grows with each change of the draft.
    pub version: i32,
}

impl Pulse {
    /// A draft for a period, with the usual window.
    pub fn draft(id: PulseId, title: String, period: Period, group_minimum: i32) -> Pulse {
        let window = Window::centred(period);
        Pulse {
            id,
            title,
            state: State::Draft.name().to_owned(),
            period_from: period.from,
            period_until: period.until,
            opens_on: window.opens_on,
            closes_on: window.closes_on,
            group_minimum,
            is_imported: false,
            has_slips: true,
            reminders: 2,
            mails_wanted: 0,
            left_out: 0,
            enc_v: seal::VERSION,
            wrapped_key: None,
            version: 1,
        }
    }

    /// Where it stands.
    pub fn state(&self) -> State {
        State::ALL.into_iter().find(|state| state.name() == self.state).unwrap_or(State::CalledOff)
    }

    /// What it is compared with.
    pub fn period(&self) -> Period {
        Period { from: self.period_from, until: self.period_until }
    }

    /// When it is answered.
    pub fn window(&self) -> Window {
        Window { opens_on: self.opens_on, closes_on: self.closes_on }
    }

    /// Whether answers are taken on a day.
    pub fn is_open(&self, today: Day) -> bool {
        self.state() == State::Launched && self.window().holds(today)
    }

    /// How many mails those who have not answered should have had by a day: the invitation on the first day, then the
    /// reminders. None after the last day.
    pub fn mails_due(&self, today: Day) -> i32 {
        if !self.is_open(today) {
            return self.mails_wanted;
        }
        let reminders = self.window().reminder_days(self.reminders).into_iter().filter(|day| *day <= today).count();
        1 + i32::try_from(reminders).unwrap_or(0)
    }

    /// The key of its answers.
    pub fn key(&self, secrets: &Secrets) -> Result<DataKey, Unopened> {
        DataKey::unwrap(secrets, self.id.0.as_bytes(), self.wrapped_key.as_deref().ok_or(Unopened)?)
    }
}

/// A question of a survey.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = pulse_question, treat_none_as_default_value = false)]
pub struct QuestionRow {
    /// Of which survey.
    pub pulse_id: PulseId,
    /// Its place, from 0.
    pub position: i32,
    /// See [`Kind`].
    pub kind: String,
    /// The block of the library it belongs to.
    pub scale: Option<String>,
    /// Which question of the library it is; none: one of the organisation's own.
    pub library_key: Option<String>,
}

/// A question with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// As its row has it.
    pub row: QuestionRow,
    /// The words of an own question by language; empty for those of the library.
    pub own_words: Vec<(Lang, String)>,
}

impl Question {
    /// How it is answered.
    pub fn kind(&self) -> Kind {
        Kind::from_name(&self.row.kind)
    }

    /// What it is called in forms: `q0`, `q1` …
    pub fn field(&self) -> String {
        format!("q{}", self.row.position)
    }

    /// Its words in a language; in the first language that has any, should this one have none.
    pub fn words(&self, views: &Views, lang: Lang, organisation: &str) -> String {
        match &self.row.library_key {
            Some(key) => views.text(lang, &library::words_key(key), &library::naming(organisation)),
            None => {
                let own = self.own_words.iter().find(|(tongue, _)| *tongue == lang).or(self.own_words.first());
                own.map(|(_, words)| words.clone()).unwrap_or_default()
            }
        }
    }

    /// The languages that it has no words in.
    pub fn lacks(&self, languages: &[Lang]) -> Vec<Lang> {
        if self.row.library_key.is_some() {
            return Vec::new(); // that the house has words for these in every language is a test of the house
        }
        let has = |lang: &Lang| self.own_words.iter().any(|(tongue, words)| tongue == lang && !words.trim().is_empty());
        languages.iter().copied().filter(|lang| !has(lang)).collect()
    }
}

/// The questions of some blocks, in the order of the library.
pub fn library_questions(id: PulseId, is_chosen: impl Fn(&library::Block) -> bool) -> Vec<Question> {
    let blocks = library::BLOCKS.iter().filter(|block| is_chosen(block));
    let keys = blocks.flat_map(|block| block.questions.iter().map(move |key| (block, *key)));
    let question = |(position, (block, key)): (i32, (&library::Block, &str))| Question {
        row: QuestionRow {
            pulse_id: id,
            position,
            kind: block.kind.name().to_owned(),
            scale: Some(block.key.to_owned()),
            library_key: Some(key.to_owned()),
        },
        own_words: Vec::new(),
    };
    (0..).zip(keys).map(question).collect()
}
