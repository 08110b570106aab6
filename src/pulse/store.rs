//! Surveys, their questions and whom they ask, in the database.

use diesel::prelude::*;

use super::group::Audience;
use super::rules::Rules;
use super::survey::{Pulse, Question, QuestionRow, State};
use crate::clock::Day;
use crate::db::schema::{pulse, pulse_audience, pulse_question, pulse_question_words, pulse_rules};
use crate::db::{Conn, hold};
use crate::ids::{DepartmentId, PulseId, RowId, SiteId};
use crate::views::Lang;

/// The rules in force.
pub fn find_rules(conn: &mut Conn) -> QueryResult<Rules> {
    pulse_rules::table.select(Rules::as_select()).first(conn)
}

/// Puts other rules in force; false if somebody was faster.
pub fn update_rules(conn: &mut Conn, rules: &Rules) -> QueryResult<bool> {
    diesel::update(pulse_rules::table.filter(pulse_rules::version.eq(rules.version)))
        .set((
            pulse_rules::group_minimum.eq(rules.group_minimum),
            pulse_rules::invitations_max.eq(rules.invitations_max),
            pulse_rules::keep_days.eq(rules.keep_days),
            pulse_rules::version.eq(rules.version + 1),
        ))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// A survey by its key.
pub fn find(conn: &mut Conn, id: PulseId) -> QueryResult<Option<Pulse>> {
    pulse::table.find(id).select(Pulse::as_select()).first(conn).optional()
}

/// All surveys, the newest period first.
pub fn list(conn: &mut Conn) -> QueryResult<Vec<Pulse>> {
    pulse::table
        .order((pulse::period_from.desc(), pulse::opens_on.desc(), pulse::id.desc()))
        .select(Pulse::as_select())
        .load(conn)
}

/// The surveys in a state, the oldest first.
pub fn list_in(conn: &mut Conn, state: State) -> QueryResult<Vec<Pulse>> {
    pulse::table
        .filter(pulse::state.eq(state.name()))
        .order((pulse::opens_on.asc(), pulse::id.asc()))
        .select(Pulse::as_select())
        .load(conn)
}

/// The surveys whose results are there, the newest period first.
pub fn list_closed(conn: &mut Conn) -> QueryResult<Vec<Pulse>> {
    let mut all = list(conn)?;
    all.retain(|pulse| pulse.state() == State::Closed);
    Ok(all)
}

/// Whether a survey is launched and has not ended.
pub fn is_any_running(conn: &mut Conn) -> QueryResult<bool> {
    let running = pulse::state.eq_any([State::Launched.name(), State::Ending.name()]);
    diesel::select(diesel::dsl::exists(pulse::table.filter(running))).get_result(conn)
}

/// Stores a new survey.
pub fn insert(conn: &mut Conn, new: &Pulse) -> QueryResult<()> {
    diesel::insert_into(pulse::table).values(new).execute(conn).map(drop)
}

/// Stores a survey as it now is if nobody changed it meanwhile; its version grows.
pub fn update(conn: &mut Conn, changed: &Pulse) -> QueryResult<bool> {
    let next = Pulse { version: changed.version + 1, ..changed.clone() };
    let same = pulse::table.filter(pulse::id.eq(changed.id)).filter(pulse::version.eq(changed.version));
    diesel::update(same).set(&next).execute(conn).map(|rows| rows == 1)
}

/// Moves a survey from one state to another; false if it is not in that state.
pub fn set_state(conn: &mut Conn, id: PulseId, from: State, to: State) -> QueryResult<bool> {
    diesel::update(pulse::table.filter(pulse::id.eq(id)).filter(pulse::state.eq(from.name())))
        .set((pulse::state.eq(to.name()), pulse::version.eq(pulse::version + 1)))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// Lets nobody end a survey or call it off until this deed ends; false if somebody has.
pub fn hold_launched(conn: &mut Conn, id: PulseId) -> QueryResult<bool> {
    let launched = pulse::table.filter(pulse::id.eq(id)).filter(pulse::state.eq(State::Launched.name()));
    hold!(conn, launched, pulse::version).map(|rows| rows == 1)
}

/// Says how many mails everybody is to have by now; false if they are to have as many already.
pub fn set_mails_wanted(conn: &mut Conn, id: PulseId, wanted: i32) -> QueryResult<bool> {
    diesel::update(pulse::table.filter(pulse::id.eq(id)).filter(pulse::mails_wanted.lt(wanted)))
        .set(pulse::mails_wanted.eq(wanted))
        .execute(conn)
        .map(|rows| rows == 1)
}

/// Closed surveys whose last day lies before a day.
pub fn list_closed_before(conn: &mut Conn, day: Day) -> QueryResult<Vec<PulseId>> {
    let closed = pulse::table.filter(pulse::state.eq(State::Closed.name())).filter(pulse::closes_on.lt(day));
    closed.select(pulse::id).load(conn)
}

/// Removes a draft with all that belongs to it; false if it is none any more.
pub fn remove_draft(conn: &mut Conn, id: PulseId) -> QueryResult<bool> {
    let is_draft = find(conn, id)?.is_some_and(|pulse| pulse.state() == State::Draft);
    if is_draft {
        set_questions(conn, id, &[])?;
        set_audience(conn, id, &Audience::default())?;
        diesel::delete(pulse::table.find(id)).execute(conn)?;
    }
    Ok(is_draft)
}

/// The questions of a survey with their words, in order.
pub fn list_questions(conn: &mut Conn, id: PulseId) -> QueryResult<Vec<Question>> {
    let rows: Vec<QuestionRow> = pulse_question::table
        .filter(pulse_question::pulse_id.eq(id))
        .order(pulse_question::position.asc())
        .select(QuestionRow::as_select())
        .load(conn)?;
    let words: Vec<(i32, String, String)> = pulse_question_words::table
        .filter(pulse_question_words::pulse_id.eq(id))
        .order(pulse_question_words::language.asc())
        .select((pulse_question_words::position, pulse_question_words::language, pulse_question_words::words))
        .load(conn)?;
    let own = |position: i32| {
        let of = words.iter().filter(move |(at, _, _)| *at == position);
        of.filter_map(|(_, tag, words)| Some((Lang::from_tag(tag)?, words.clone()))).collect()
    };
    Ok(rows.into_iter().map(|row| Question { own_words: own(row.position), row }).collect())
}

/// Replaces the questions of a draft.
pub fn set_questions(conn: &mut Conn, id: PulseId, questions: &[Question]) -> QueryResult<()> {
    diesel::delete(pulse_question_words::table.filter(pulse_question_words::pulse_id.eq(id))).execute(conn)?;
    diesel::delete(pulse_question::table.filter(pulse_question::pulse_id.eq(id))).execute(conn)?;
    for question in questions {
        diesel::insert_into(pulse_question::table).values(&question.row).execute(conn)?;
        for (lang, words) in question.own_words.iter().filter(|(_, words)| !words.is_empty()) {
            let row = (
                pulse_question_words::pulse_id.eq(id),
                pulse_question_words::position.eq(question.row.position),
                pulse_question_words::language.eq(lang.tag()),
                pulse_question_words::words.eq(words),
            );
            diesel::insert_into(pulse_question_words::table).values(row).execute(conn)?;
        }
    }
    Ok(())
}

/// Whom a survey asks.
pub fn find_audience(conn: &mut Conn, id: PulseId) -> QueryResult<Audience> {
    let rows: Vec<(Option<SiteId>, Option<DepartmentId>, Option<String>)> = pulse_audience::table
        .filter(pulse_audience::pulse_id.eq(id))
        .order(pulse_audience::id.asc())
        .select((pulse_audience::site_id, pulse_audience::department_id, pulse_audience::job_title))
        .load(conn)?;
    let mut audience = Audience::default();
    for row in rows {
        audience.sites.extend(row.0);
        audience.departments.extend(row.1);
        audience.job_titles.extend(row.2);
    }
    Ok(audience)
}

/// Replaces whom a draft asks.
pub fn set_audience(conn: &mut Conn, id: PulseId, audience: &Audience) -> QueryResult<()> {
    diesel::delete(pulse_audience::table.filter(pulse_audience::pulse_id.eq(id))).execute(conn)?;
    let sites = audience.sites.iter().map(|site| (Some(*site), None, None));
    let departments = audience.departments.iter().map(|department| (None, Some(*department), None));
    let titles = audience.job_titles.iter().map(|title| (None, None, Some(title.clone())));
    for (site, department, title) in sites.chain(departments).chain(titles) {
        let row = (
            pulse_audience::id.eq(RowId::random()),
            pulse_audience::pulse_id.eq(id),
            pulse_audience::site_id.eq(site),
            pulse_audience::department_id.eq(department),
            pulse_audience::job_title.eq(title),
        );
        diesel::insert_into(pulse_audience::table).values(row).execute(conn)?;
    }
    Ok(())
}
