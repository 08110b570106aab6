//! Taking an answer: that somebody has answered and what was answered are stored together or not at all, and share nothing.

use super::answer::{Answer, Comment, Said, code_hash};
use super::answer_store::{self, AnswerRow, CommentRow};
use super::invitation_store::{self, Asked};
use super::survey::{Pulse, Question, State};
use super::{launch, store};
use crate::app::{App, Deed};
use crate::db::{Conn, QueryResult};
use crate::ids::{AnswerId, CommentId};
use crate::lots;
use crate::seal::DataKey;
use crate::secrets::Secrets;
use crate::web::Failure;

/// What a code leads to.
#[derive(Clone, Debug)]
pub enum Door {
    /// The questions.
    Open(Box<Pulse>, Vec<Question>),
    /// It was answered with this code already.
    Answered,
    /// The survey has not begun.
    Early(Box<Pulse>),
    /// It has ended, or was called off.
    Over,
    /// There is no such code.
    Unknown,
}

/// What a code that somebody holds leads to.
pub async fn find_door(app: &App, code: &str) -> Result<Door, Failure> {
    let (hash, now) = (code_hash(&app.secrets, code), app.now());
    let found = app.read(move |conn| {
        let Some((asked, pulse)) = find(conn, &hash)? else { return Ok(Door::Unknown) };
        let today = launch::today(conn, now)?;
        Ok(match pulse.state() {
            State::Launched if asked.is_used => Door::Answered,
            State::Launched if today < pulse.opens_on => Door::Early(Box::new(pulse)),
            _ if pulse.is_open(today) => {
                let questions = store::list_questions(conn, pulse.id)?;
                Door::Open(Box::new(pulse), questions)
            }
            _ => Door::Over,
        })
    });
    Ok(found.await?)
}

fn find(conn: &mut Conn, hash: &[u8]) -> QueryResult<Option<(Asked, Pulse)>> {
    let Some(asked) = invitation_store::find_asked(conn, hash)? else { return Ok(None) };
    Ok(store::find(conn, asked.pulse_id)?.map(|pulse| (asked, pulse)))
}

/// What came of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is stored.
    Stored,
    /// There was one with this code already; this one is not stored.
    Twice,
    /// The survey has ended meanwhile.
    TooLate,
    /// The survey's key does not open, so nothing can be sealed with it.
    Unsealable,
}

/// Takes what somebody said. The code is used up in the same transaction.
pub async fn take(app: &App, code: &str, said: Said) -> Result<Taken, Failure> {
    let (hash, secrets) = (code_hash(&app.secrets, code), app.secrets.clone());
    let taken = app.write(move |deed| {
        let Some((asked, pulse)) = find(deed.conn, &hash)? else { return Ok(Taken::TooLate) };
        if !pulse.is_open(launch::today(deed.conn, deed.now)?) {
            return Ok(Taken::TooLate);
        }
        let Ok(key) = pulse.key(&secrets) else { return Ok(Taken::Unsealable) };
        if !invitation_store::use_up(deed.conn, &hash)? {
            return Ok(Taken::Twice);
        }
        // Asked again now that the code is taken: whoever ends a survey waits for the codes that are being used up.
        if !store::find(deed.conn, pulse.id)?.is_some_and(|pulse| pulse.state() == State::Launched) {
            invitation_store::give_back(deed.conn, &hash)?;
            return Ok(Taken::TooLate);
        }
        insert(deed, &key, &pulse, asked, said.clone())?;
        Ok(Taken::Stored)
    });
    Ok(taken.await?)
}

fn insert(deed: &mut Deed, key: &DataKey, pulse: &Pulse, asked: Asked, said: Said) -> QueryResult<()> {
    let (answer, comments) = said.by(asked.group_id);
    answer_store::put(deed.conn, key, pulse.id, &answer)?;
    comments.iter().try_for_each(|comment| answer_store::put_comment(deed.conn, key, pulse.id, comment, None))
}

/// The answers and comments of a survey, opened and shuffled.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What was chosen.
    pub answers: Vec<Answer>,
    /// What was written.
    pub comments: Vec<Comment>,
    /// The keys of all of them, opened or not, as they lay.
    pub keys: (Vec<AnswerId>, Vec<CommentId>),
    /// Whether all of them opened. What did not is told in the log.
    pub is_whole: bool,
}

/// All answers and comments of a survey; none if its key does not open with this secret file.
pub fn open_all(conn: &mut Conn, secrets: &Secrets, pulse: &Pulse) -> QueryResult<Option<Opened>> {
    let Ok(key) = pulse.key(secrets) else {
        tracing::error!("the answers of a survey do not open with this secret file");
        return Ok(None);
    };
    let answers = answer_store::list(conn, pulse.id)?;
    let comments = answer_store::list_comments(conn, pulse.id)?;
    let all = answers.len() + comments.len();
    let keys = (answers.iter().map(|row| row.id).collect(), comments.iter().map(|row| row.id).collect());
    let open = |row: AnswerRow| Answer::open(&key, pulse.id, row.id, &row.sealed).ok();
    let mut answers: Vec<Answer> = answers.into_iter().filter_map(open).collect();
    let open = |row: CommentRow| Comment::open(&key, pulse.id, row.id, &row.sealed).ok();
    let mut comments: Vec<Comment> = comments.into_iter().filter_map(open).collect();
    let lost = all - answers.len() - comments.len();
    if lost > 0 {
        tracing::error!(lost, "answers of a survey do not open");
    }
    lots::shuffle(&mut answers);
    lots::shuffle(&mut comments);
    Ok(Some(Opened { answers, comments, keys, is_whole: lost == 0 }))
}
