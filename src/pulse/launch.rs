//! Launching: who is asked is written down once, with the tree as it is on this day; nothing of it changes afterwards.

use std::collections::HashMap;

use jiff::ToSpan;

use super::answer::{code_hash, invitation_code, slip_codes};
use super::group::{Group, Units, grow};
use super::invitation_store::{self, Invitation};
use super::rules::{QUARTER_DAYS, Rules};
use super::store;
use super::survey::{Pulse, Question, State};
use crate::app::Deed;
use crate::clock::{Day, Moment};
use crate::db::{Conn, QueryResult};
use crate::ids::{GroupId, PersonId, PulseId};
use crate::people::person::Person;
use crate::people::site::organisation_zone;
use crate::people::{organisation_store, person_store, site_store};
use crate::seal::DataKey;
use crate::secrets::Secrets;
use crate::views::Lang;

/// Whom a survey would ask if it were launched now.
#[derive(Clone, Debug)]
pub struct Roll {
    /// Who is asked.
    pub people: Vec<Person>,
    /// How many were asked often enough already.
    pub left_out: i32,
    /// The day it is in the organisation.
    pub today: Day,
}

/// Whether somebody answers with a slip of paper.
pub fn is_on_paper(pulse: &Pulse, person: &Person) -> bool {
    pulse.has_slips && person.email.is_none()
}

/// The day it is in the organisation.
pub fn today(conn: &mut Conn, now: Moment) -> QueryResult<Day> {
    Ok(now.day_in(&organisation_zone(&site_store::list_sites(conn)?)))
}

/// Whom a survey would ask: everybody of its audience who works here, unless they were asked often enough already.
pub fn call(conn: &mut Conn, pulse: &Pulse, rules: &Rules, now: Moment) -> QueryResult<Roll> {
    let sites = site_store::list_sites(conn)?;
    let today = now.day_in(&organisation_zone(&sites));
    let audience = store::find_audience(conn, pulse.id)?;
    let since = today.date().saturating_sub(QUARTER_DAYS.days());
    let asked = invitation_store::count_since(conn, since.into())?;
    let mut people = person_store::list_everybody(conn)?;
    people.retain(|person| {
        let has_begun = person.started_on.is_none_or(|started| started <= today);
        has_begun && person.is_here(&sites, now) && audience.holds(person)
    });
    let before = people.len();
    people.retain(|person| asked.get(&person.id).is_none_or(|times| *times < i64::from(rules.invitations_max)));
    let left_out = i32::try_from(before - people.len()).unwrap_or(i32::MAX);
    Ok(Roll { people, left_out, today })
}

/// Why a survey cannot be launched yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Obstacles {
    /// It asks nothing.
    pub has_no_question: bool,
    /// Own questions by their place, and a language that they have no words in.
    pub lacking: Vec<(i32, Lang)>,
    /// It would ask fewer people than a result needs.
    pub has_too_few_people: bool,
    /// Its last day is over, or lies before its first.
    pub is_over: bool,
}

impl Obstacles {
    /// What stands in the way.
    pub fn of(pulse: &Pulse, questions: &[Question], languages: &[Lang], roll: &Roll) -> Obstacles {
        let lacking = questions
            .iter()
            .flat_map(|question| question.lacks(languages).into_iter().map(|lang| (question.row.position, lang)));
        Obstacles {
            has_no_question: questions.is_empty(),
            lacking: lacking.collect(),
            has_too_few_people: i32::try_from(roll.people.len()).is_ok_and(|people| people < pulse.group_minimum),
            is_over: pulse.closes_on < roll.today || pulse.closes_on < pulse.opens_on,
        }
    }

    /// Whether nothing does.
    pub fn are_none(&self) -> bool {
        *self == Obstacles::default()
    }
}

/// Launches a draft: its tree, its invitations and its slips. False if somebody was faster.
pub fn launch(deed: &mut Deed, secrets: &Secrets, pulse: &Pulse) -> QueryResult<bool> {
    let rules = store::find_rules(deed.conn)?;
    let roll = call(deed.conn, pulse, &rules, deed.now)?;
    let launched = Pulse {
        state: State::Launched.name().to_owned(),
        left_out: roll.left_out,
        wrapped_key: Some(DataKey::random().wrap(secrets, pulse.id.0.as_bytes())),
        ..pulse.clone()
    };
    if !store::update(deed.conn, &launched)? {
        return Ok(false);
    }
    let units = Units {
        sites: site_store::list_sites(deed.conn)?,
        departments: site_store::list_departments(deed.conn)?,
        teams: site_store::list_teams(deed.conn)?,
    };
    let name = organisation_store::find_organisation(deed.conn)?.map(|organisation| organisation.name);
    let grown = grow(pulse.id, &name.unwrap_or_default(), &units, &roll.people, |person| is_on_paper(pulse, person));
    invitation_store::insert_groups(deed.conn, &grown.groups)?;
    invite(deed.conn, secrets, pulse, &roll.people, &grown.places, 0)?;
    make_slips(deed.conn, secrets, pulse.id, &grown.groups)?;
    Ok(true)
}

/// Stores the codes of the slips of these groups.
pub fn make_slips(conn: &mut Conn, secrets: &Secrets, id: PulseId, groups: &[Group]) -> QueryResult<()> {
    for group in groups {
        for code in slip_codes(secrets, id, group.id, group.slips) {
            invitation_store::insert_slip(conn, id, group.id, &code_hash(secrets, &code))?;
        }
    }
    Ok(())
}

/// Stores the invitations of people, who had so many mails already.
pub fn invite(
    conn: &mut Conn,
    secrets: &Secrets,
    pulse: &Pulse,
    people: &[Person],
    places: &HashMap<PersonId, GroupId>,
    mails_sent: i32,
) -> QueryResult<()> {
    let invitation = |person: &Person| {
        let code = (!is_on_paper(pulse, person)).then(|| invitation_code(secrets, pulse.id, person.id));
        Some(Invitation {
            pulse_id: pulse.id,
            person_id: person.id,
            group_id: places.get(&person.id).copied()?,
            token_hash: code.map(|code| code_hash(secrets, &code)),
            is_used: false,
            mails_sent,
        })
    };
    let invitations: Vec<Invitation> = people.iter().filter_map(invitation).collect();
    invitation_store::insert(conn, &invitations)
}

/// Takes a survey back before its end: every answer goes, and nobody counts as having been asked. False if it has ended.
pub fn call_off(deed: &mut Deed, id: PulseId) -> QueryResult<bool> {
    if !store::set_state(deed.conn, id, State::Launched, State::CalledOff)? {
        return Ok(false);
    }
    // First, because it waits for the answers that are under way: they go too.
    invitation_store::forget_who_answered(deed.conn, id)?;
    super::answer_store::remove_answers(deed.conn, id)?;
    super::answer_store::remove_comments(deed.conn, id)?;
    Ok(true)
}
