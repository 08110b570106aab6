//! A made-up world in the database. Each function is one transaction's worth; the closures that call them may run
//! again, so that nothing here has any effect but rows.

use std::collections::HashMap;
use std::ops::Range;

use diesel::prelude::*;

use super::said::{Answer, Conversation, From, How, Note, Recipient, Sender, Visibility};
use super::world::{StandsFor, World};
use crate::clock::Moment;
use crate::db::schema::{
    account, contact, conversation, conversation_message, note, note_recipient, note_value, organisation, person, site,
};
use crate::db::{Conn, generation};
use crate::fold::fold;
use crate::ids::{AccountId, ContactId, RowId, SenderId};
use crate::live::Topic;
use crate::people::code::{Code, Subject};
use crate::people::organisation::{Organisation, OrganisationValue};
use crate::people::person::Person;
use crate::people::role::{Grant, Role};
use crate::people::sender::{self, About};
use crate::people::site::{Department, MONDAY_TO_FRIDAY, Place, Site, Team, Unit, languages_of, languages_stored};
use crate::people::{code_store, organisation_store, person_store, role_store, sender_store, site_store};
use crate::secrets::{random_token, token_hash};

/// Seven days a week: hotels never close.
const EVERY_DAY: i32 = 0b111_1111;

/// The addresses guests left, each once, with its key.
pub(super) type Contacts = HashMap<String, ContactId>;

/// Whether anybody or anything is there already.
pub(super) fn holds_anything(conn: &mut Conn) -> QueryResult<bool> {
    let organisations: i64 = organisation::table.count().get_result(conn)?;
    let sites: i64 = site::table.count().get_result(conn)?;
    let people: i64 = person::table.count().get_result(conn)?;
    Ok(organisations + sites + people > 0)
}

/// The organisation, its values, sites, places, departments and teams.
pub(super) fn insert_ground(conn: &mut Conn, world: &World) -> QueryResult<()> {
    let created_at = world.begins_at;
    organisation_store::insert_organisation(
        conn,
        &Organisation {
            id: RowId::new(created_at),
            name: world.organisation.clone(),
            language: world.language.tag().to_owned(),
            languages: "en,de".to_owned(),
            created_at,
            version: 1,
        },
    )?;
    for (position, value) in (0..).zip(&world.values) {
        let row = OrganisationValue { id: value.id, name: value.name.to_owned(), position, retired_at: None };
        diesel::insert_into(crate::db::schema::organisation_value::table).values(&row).execute(conn)?;
    }
    for site in &world.sites {
        let row = Site {
            id: site.id,
            parent_id: None,
            name: site.name.clone(),
            name_fold: fold(&site.name),
            slug: site.slug.clone(),
            time_zone: site.time_zone.to_owned(),
            // Only what the pages can speak; in the town one speaks more.
            languages: languages_stored(&languages_of(&site.languages.join(","))),
            country: site.country.to_owned(),
            working_days: EVERY_DAY,
            wall_is_public: false,
            created_at,
            version: 1,
        };
        site_store::insert_site(conn, &row)?;
    }
    for of in &world.departments {
        let (site_id, name) = (world.sites[of.site].id, of.name.to_owned());
        site_store::insert_department(conn, &Department { id: of.id, site_id, name_fold: fold(&name), name })?;
    }
    for of in &world.teams {
        let (department_id, name) = (world.departments[of.department].id, of.name.clone());
        site_store::insert_team(conn, &Team { id: of.id, department_id, name_fold: fold(&name), name })?;
    }
    for of in &world.places {
        let (site_id, name) = (world.sites[of.site].id, of.name.clone());
        let row = Place { id: of.id, site_id, name_fold: fold(&name), name, created_at, retired_at: None };
        diesel::insert_into(crate::db::schema::place::table).values(&row).execute(conn)?;
    }
    Ok(())
}

/// People with where they are and were, and their roles.
pub(super) fn insert_people(conn: &mut Conn, world: &World, which: Range<usize>) -> QueryResult<()> {
    for somebody in &world.people[which] {
        let (first, last) = (&somebody.posts[0], somebody.post());
        let unit = unit_of(world, first);
        let mut row = Person {
            id: somebody.id,
            employee_number: somebody.employee_number.clone(),
            number_fold: String::new(), // the store folds
            given_name: somebody.given_name.clone(),
            family_name: somebody.family_name.clone(),
            preferred_name: somebody.preferred_name.clone(),
            name_fold: String::new(),
            search_fold: String::new(),
            email: somebody.email.clone(),
            job_title: last.job_title.to_owned(),
            language: Some(somebody.language.to_owned()),
            site_id: unit.site_id,
            department_id: unit.department_id,
            team_id: unit.team_id,
            manager_id: somebody.manager.map(|manager| world.people[manager].id),
            started_on: Some(somebody.started_on),
            left_on: somebody.left_on,
            in_finder: true,
            created_at: world.begins_at,
            version: 1,
        };
        person_store::insert_person(conn, &row)?;
        for post in &somebody.posts[1..] {
            let unit = unit_of(world, post);
            person_store::move_person(conn, &row, unit, post.from, world.begins_at)?;
            (row.site_id, row.department_id, row.team_id) = (unit.site_id, unit.department_id, unit.team_id);
        }
        for held in &somebody.roles {
            let Some(role) = Role::from_name(held.name) else { continue };
            let site_id = held.site.map(|site| world.sites[site].id);
            role_store::add_grant(conn, somebody.id, Grant { role, site_id, department_id: None }, world.begins_at)?;
        }
    }
    Ok(())
}

fn unit_of(world: &World, post: &super::world::Post) -> Unit {
    Unit {
        site_id: world.sites[post.site].id,
        department_id: Some(world.departments[post.department].id),
        team_id: post.team.map(|team| world.teams[team].id),
    }
}

/// The codes on tables and badges.
pub(super) fn insert_codes(conn: &mut Conn, world: &World) -> QueryResult<()> {
    for code in &world.codes {
        let subject = match code.stands_for {
            StandsFor::Organisation => Subject::Organisation,
            StandsFor::Site(site) => Subject::Site(world.sites[site].id),
            StandsFor::Place(place) => Subject::Place(world.places[place].id),
            StandsFor::Person(person) => Subject::Person(world.people[person].id),
        };
        let row = Code { id: code.id, ..Code::new(code.letters.clone(), subject, code.made_at) };
        code_store::insert_code(conn, &row)?;
    }
    Ok(())
}

/// The addresses guests left, those of `which` senders.
pub(super) fn insert_contacts(conn: &mut Conn, contacts: &[(ContactId, Sender, Moment)]) -> QueryResult<()> {
    for (id, sender, created_at) in contacts {
        let Some(address) = &sender.email else { continue };
        let confirmed_at = sender.is_confirmed.then(|| created_at.plus_seconds(600));
        diesel::insert_into(contact::table)
            .values((
                contact::id.eq(*id),
                contact::address.eq(address),
                contact::address_fold.eq(fold(address)),
                contact::asked_count.eq(1),
                contact::asked_at.eq(*created_at),
                contact::confirmed_at.eq(confirmed_at),
                contact::created_at.eq(*created_at),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Notes with their senders, values and recipients.
pub(super) fn insert_notes(
    conn: &mut Conn,
    world: &World,
    contacts: &Contacts,
    which: Range<usize>,
) -> QueryResult<()> {
    for told in &world.notes[which] {
        insert_note(conn, world, contacts, told)?;
        for value in &told.values {
            diesel::insert_into(note_value::table)
                .values((note_value::note_id.eq(told.id), note_value::value_id.eq(world.values[*value].id)))
                .execute(conn)?;
        }
        for recipient in &told.recipients {
            insert_recipient(conn, world, told, recipient)?;
        }
    }
    Ok(())
}

fn insert_note(conn: &mut Conn, world: &World, contacts: &Contacts, told: &Note) -> QueryResult<()> {
    let (source, by, relayed_by) = match &told.from {
        From::Guest(_) => ("door", None, None),
        From::Colleague(by) => ("colleague", Some(world.people[*by].id), None),
        // Written by the colleague, in whose name it is shown, in a guest's words.
        From::Relayed { by, .. } => ("colleague", Some(world.people[*by].id), Some(world.people[*by].id)),
    };
    let sender_id = match &told.from {
        From::Guest(sender) => Some(insert_guest(conn, contacts, sender, About::Praise, told.language, told.sent_at)?),
        _ => None,
    };
    let hint = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let unmatched = told.unmatched.as_ref();
    let answer = |at: usize| told.answers.map(|answers| answer_word(answers[at]));
    diesel::insert_into(note::table)
        .values((
            note::id.eq(told.id),
            note::source.eq(source),
            note::site_id.eq(world.sites[told.site].id),
            note::place_id.eq(told.place.map(|place| world.places[place].id)),
            note::code_id.eq(told.code.map(|code| world.codes[code].id)),
            note::sender_id.eq(sender_id),
            note::from_person_id.eq(by),
            note::relayed_by_id.eq(relayed_by),
            note::language.eq(told.language),
            note::did.eq(&told.did),
            note::difference.eq(&told.difference),
            (
                note::typed_name.eq(unmatched.and_then(|it| hint(&it.typed))),
                note::when_text.eq(unmatched.and_then(|it| hint(&it.when))),
                note::where_text.eq(unmatched.and_then(|it| hint(&it.place))),
                note::role_text.eq(unmatched.and_then(|it| hint(&it.role))),
            ),
            note::state.eq(if told.recipients.is_empty() { "unmatched" } else { "delivered" }),
            note::flags.eq(""),
            (note::satisfied.eq(answer(0)), note::individual.eq(answer(1)), note::would_return.eq(answer(2))),
            note::sent_at.eq(told.sent_at),
            note::version.eq(1),
        ))
        .execute(conn)
        .map(drop)
}

fn insert_recipient(conn: &mut Conn, world: &World, told: &Note, recipient: &Recipient) -> QueryResult<()> {
    let somebody = &world.people[recipient.person];
    let zone = jiff::tz::TimeZone::get(world.sites[told.site].time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let post = somebody.post_on(told.sent_at.day_in(&zone)).unwrap_or_else(|| somebody.post());
    let unit = unit_of(world, post);
    let matched = told.unmatched.as_ref().and_then(|unmatched| unmatched.matched);
    let heard_at = recipient.read.filter(|read| read.how == How::Seen).map(|read| read.at);
    diesel::insert_into(note_recipient::table)
        .values((
            note_recipient::id.eq(recipient.id),
            note_recipient::note_id.eq(told.id),
            note_recipient::person_id.eq(somebody.id),
            note_recipient::team_id.eq(unit.team_id),
            note_recipient::site_id.eq(unit.site_id),
            note_recipient::department_id.eq(unit.department_id),
            note_recipient::matched_by_id.eq(matched.map(|(by, _)| world.people[by].id)),
            note_recipient::visibility.eq(visibility_word(recipient.visibility)),
            note_recipient::sent_at.eq(told.sent_at),
            note_recipient::received_at.eq(matched.map_or(told.sent_at, |(_, at)| at)),
            note_recipient::read_at.eq(recipient.read.map(|read| read.at)),
            note_recipient::read_how.eq(recipient.read.map(|read| how_word(read.how))),
            note_recipient::heard_at.eq(heard_at),
            note_recipient::thanked_at.eq(recipient.thanks.as_ref().map(|thanks| thanks.at)),
            note_recipient::thanks.eq(recipient.thanks.as_ref().map(|thanks| thanks.text.as_str())),
            note_recipient::is_withdrawn.eq(false),
        ))
        .execute(conn)
        .map(drop)
}

/// A guest. Nobody knows the secret of the follow link: it is drawn and thrown away.
fn insert_guest(
    conn: &mut Conn,
    contacts: &Contacts,
    guest: &Sender,
    about: About,
    language: &str,
    at: Moment,
) -> QueryResult<SenderId> {
    let id = SenderId::new(at);
    let row = sender::Sender {
        id,
        follow_hash: token_hash(&random_token()),
        about: about.name().to_owned(),
        name: guest.name.clone(),
        language: language.to_owned(),
        contact_id: guest.email.as_ref().and_then(|email| contacts.get(email)).copied(),
        created_at: at,
    };
    sender_store::insert_sender(conn, &row)?;
    Ok(id)
}

/// Concerns and questions with their messages.
pub(super) fn insert_conversations(
    conn: &mut Conn,
    world: &World,
    contacts: &Contacts,
    which: Range<usize>,
) -> QueryResult<()> {
    for held in &world.conversations[which] {
        let about = if held.is_concern { About::Concern } else { About::Question };
        let sent_at = held.messages[0].at;
        let sender_id = insert_guest(conn, contacts, &held.sender, about, held.language, sent_at)?;
        let answered_at = held.messages.iter().find(|message| message.by.is_some()).map(|message| message.at);
        let (state, closed_at) = state_of(held, world.ends_at);
        diesel::insert_into(conversation::table)
            .values((
                conversation::id.eq(held.id),
                conversation::kind.eq(about.name()),
                conversation::site_id.eq(world.sites[held.site].id),
                conversation::place_id.eq(held.place.map(|place| world.places[place].id)),
                conversation::code_id.eq(held.code.map(|code| world.codes[code].id)),
                conversation::sender_id.eq(sender_id),
                conversation::owner_id.eq(world.people[held.owner].id),
                conversation::language.eq(held.language),
                conversation::state.eq(state),
                conversation::flags.eq(""),
                conversation::sent_at.eq(sent_at),
                conversation::acknowledge_by.eq(working_days_after(sent_at, 2)),
                conversation::answer_by.eq(working_days_after(sent_at, 5)),
                conversation::decide_by.eq(working_days_after(sent_at, 20)),
                conversation::answered_at.eq(answered_at),
                conversation::closed_at.eq(closed_at),
                conversation::version.eq(1),
            ))
            .execute(conn)?;
        for message in &held.messages {
            diesel::insert_into(conversation_message::table)
                .values((
                    conversation_message::id.eq(message.id),
                    conversation_message::conversation_id.eq(held.id),
                    conversation_message::side.eq(if message.by.is_some() { "staff" } else { "customer" }),
                    conversation_message::person_id.eq(message.by.map(|by| world.people[by].id)),
                    conversation_message::text.eq(&message.text),
                    conversation_message::sent_at.eq(message.at),
                ))
                .execute(conn)?;
        }
    }
    Ok(())
}

/// Whoever's turn it is: the guest's last word waits again. What was answered and then rested for a week was closed.
fn state_of(held: &Conversation, now: Moment) -> (&'static str, Option<Moment>) {
    let last = held.messages.last().map(|message| (message.by.is_some(), message.at.plus_seconds(7 * 86_400)));
    let is_answered = held.messages.iter().any(|message| message.by.is_some());
    match last {
        Some((_, rested_at)) if is_answered && rested_at <= now => ("closed", Some(rested_at)),
        Some((true, _)) => ("answered", None),
        _ => ("received", None),
    }
}

fn working_days_after(from: Moment, days: u32) -> Moment {
    let mut at = from;
    let mut left = days;
    while left > 0 {
        at = at.plus_seconds(86_400);
        let weekday = at.utc_day().date().weekday().to_monday_zero_offset();
        if MONDAY_TO_FRIDAY & (1 << weekday) != 0 {
            left -= 1;
        }
    }
    at
}

/// An account for each of these people that signs in with the same secret: a password for those with an address, an own
/// code (already changed once) for those without.
pub(super) fn insert_accounts(conn: &mut Conn, world: &World, whose: &[usize], hash: &str) -> QueryResult<()> {
    for somebody in whose.iter().map(|whose| &world.people[*whose]) {
        let email = somebody.email.as_deref();
        diesel::insert_into(account::table)
            .values((
                account::id.eq(AccountId::new(world.begins_at)),
                account::person_id.eq(somebody.id),
                account::email.eq(email),
                account::email_fold.eq(email.map(fold)),
                account::password_hash.eq(email.map(|_| hash)),
                account::own_code_hash.eq(email.is_none().then_some(hash)),
                account::own_code_is_new.eq(false),
                account::session_version.eq(1),
                account::created_at.eq(world.begins_at),
                account::version.eq(1),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Says that all is new, to other processes on the same database that may have looked while it was empty.
pub(super) fn count_changes(conn: &mut Conn, world: &World) -> QueryResult<()> {
    let inboxes = world.sites.iter().map(|site| Topic::Inbox(site.id));
    for topic in [Topic::Directory, Topic::Wall, Topic::Inboxes].into_iter().chain(inboxes) {
        generation::bump(conn, &topic.name())?;
    }
    Ok(())
}

fn answer_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::Partly => "partly",
        Answer::No => "no",
    }
}

fn visibility_word(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Me => "me",
        Visibility::Team => "team",
        Visibility::Site => "site",
        Visibility::Company => "company",
        Visibility::Public => "public",
    }
}

fn how_word(how: How) -> &'static str {
    match how {
        How::Page => "opened",
        How::Live => "foreground",
        How::Seen => "heard",
        How::Slip => "slip",
    }
}
