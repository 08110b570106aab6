//! Notes on their way in, and what their parties do with them.

use diesel::prelude::*;

use crate::clock::{Day, Moment};
use crate::db::schema::{note, note_addition, note_recipient, note_value, organisation_value, person};
use crate::db::{Conn, hold};
use crate::ids::{NoteId, PersonId, RecipientId, RowId, SenderId, SiteId, ValueId};
use crate::people::person_store;
use crate::people::site::Unit;
use crate::praise::note::{ColleagueNote, Flag, GuestNote, ImportedNote, Share, Source, Visibility, state};
use crate::secrets::token_hash;

#[derive(Insertable)]
#[diesel(table_name = note, treat_none_as_default_value = false)]
struct NoteRow<'a> {
    id: NoteId,
    form_hash: Option<&'a [u8]>,
    source: &'a str,
    site_id: SiteId,
    place_id: Option<crate::ids::PlaceId>,
    code_id: Option<crate::ids::CodeId>,
    sender_id: Option<SenderId>,
    from_person_id: Option<PersonId>,
    relayed_by_id: Option<PersonId>,
    passed_on_from_id: Option<NoteId>,
    language: &'a str,
    did: &'a str,
    difference: &'a str,
    typed_name: Option<&'a str>,
    when_text: Option<&'a str>,
    where_text: Option<&'a str>,
    role_text: Option<&'a str>,
    state: &'a str,
    flags: &'a str,
    satisfied: Option<&'a str>,
    individual: Option<&'a str>,
    would_return: Option<&'a str>,
    rating: Option<i32>,
    source_name: Option<&'a str>,
    sent_at: Moment,
    withdrawn_at: Option<Moment>,
    version: i32,
    chosen_person_id: Option<PersonId>,
}

impl<'a> NoteRow<'a> {
    /// A note of which only the place, the time and the words are known.
    fn plain(
        id: NoteId,
        source: Source,
        site_id: SiteId,
        language: &'a str,
        did: &'a str,
        sent_at: Moment,
    ) -> NoteRow<'a> {
        NoteRow {
            id,
            form_hash: None,
            source: source.name(),
            site_id,
            place_id: None,
            code_id: None,
            sender_id: None,
            from_person_id: None,
            relayed_by_id: None,
            passed_on_from_id: None,
            language,
            did,
            difference: "",
            typed_name: None,
            when_text: None,
            where_text: None,
            role_text: None,
            state: state::DELIVERED,
            flags: "",
            satisfied: None,
            individual: None,
            would_return: None,
            rating: None,
            source_name: None,
            sent_at,
            withdrawn_at: None,
            version: 1,
            chosen_person_id: None,
        }
    }
}

/// Stores a guest's note. Fails with a unique violation of `note.form_hash` at a second press of the same form.
pub fn insert_guest_note(
    conn: &mut Conn,
    new: &GuestNote,
    form_hash: &[u8],
    language: &str,
    now: Moment,
) -> QueryResult<()> {
    let words = &new.words;
    let flags = new.flags.iter().map(|flag: &Flag| flag.name()).collect::<Vec<_>>().join(",");
    let is_delivered = new.person_id.is_some() && new.flags.is_empty();
    let row = NoteRow {
        form_hash: Some(form_hash),
        place_id: new.place_id,
        code_id: new.code_id,
        sender_id: Some(new.sender_id),
        difference: &words.difference,
        typed_name: words.who.as_deref(),
        when_text: words.when.as_deref(),
        where_text: words.place.as_deref(),
        role_text: words.role.as_deref(),
        state: if is_delivered { state::DELIVERED } else { state::UNMATCHED },
        flags: &flags,
        chosen_person_id: new.person_id.filter(|_| !is_delivered),
        ..NoteRow::plain(new.id, Source::Door, new.site_id, language, &words.did, now)
    };
    diesel::insert_into(note::table).values(&row).execute(conn).map(drop)
}

/// Stores a colleague's note; its place is the one of the person praised.
pub fn insert_colleague_note(
    conn: &mut Conn,
    new: &ColleagueNote,
    form_hash: &[u8],
    language: &str,
    now: Moment,
) -> QueryResult<()> {
    let site_id = person::table.find(new.person_id).select(person::site_id).first(conn)?;
    let row = NoteRow {
        form_hash: Some(form_hash),
        from_person_id: Some(new.from),
        ..NoteRow::plain(new.id, Source::Colleague, site_id, language, &new.did, now)
    };
    diesel::insert_into(note::table).values(&row).execute(conn)?;
    // Each once, and none that was taken off the list while the form was open.
    let values: Vec<ValueId> = organisation_value::table
        .filter(organisation_value::id.eq_any(&new.values))
        .select(organisation_value::id)
        .load(conn)?;
    for value in values {
        diesel::insert_into(note_value::table)
            .values((note_value::note_id.eq(new.id), note_value::value_id.eq(value)))
            .execute(conn)?;
    }
    Ok(())
}

/// Stores a note that was gathered elsewhere. Fails with a unique violation of `note.form_hash` if it is there already.
pub fn insert_imported_note(conn: &mut Conn, new: &ImportedNote) -> QueryResult<()> {
    let row = NoteRow {
        form_hash: Some(&new.row_hash),
        typed_name: new.typed_name.as_deref(),
        state: if new.person_id.is_some() { state::DELIVERED } else { state::UNMATCHED },
        rating: new.rating,
        source_name: new.source_name.as_deref(),
        ..NoteRow::plain(new.id, Source::Import, new.site_id, &new.language, &new.words, new.received_at)
    };
    diesel::insert_into(note::table).values(&row).execute(conn).map(drop)
}

/// Gives a note to a person: with their site, department and team of today, so that it stays with the old place when
/// they move. `seen_token` is what their "heard on the spot" code holds.
pub fn insert_share(conn: &mut Conn, share: Share, seen_token: &str, sent_at: Moment, now: Moment) -> QueryResult<()> {
    let columns = (person::site_id, person::department_id, person::team_id);
    let (site_id, department_id, team_id) = person::table.find(share.person_id).select(columns).first(conn)?;
    insert_share_in(conn, Unit { site_id, department_id, team_id }, share, seen_token, sent_at, now)
}

/// The same with the place where they were on the day when the words were said: they may have moved since.
pub fn insert_share_on(
    conn: &mut Conn,
    share: Share,
    seen_token: &str,
    (sent_at, on): (Moment, Day),
    now: Moment,
) -> QueryResult<()> {
    match person_store::unit_on(conn, share.person_id, on)? {
        Some(unit) => insert_share_in(conn, unit, share, seen_token, sent_at, now),
        None => insert_share(conn, share, seen_token, sent_at, now),
    }
}

/// The same with another place.
pub fn insert_share_in(
    conn: &mut Conn,
    unit: Unit,
    share: Share,
    seen_token: &str,
    sent_at: Moment,
    now: Moment,
) -> QueryResult<()> {
    let Unit { site_id, department_id, team_id } = unit;
    diesel::insert_into(note_recipient::table)
        .values((
            note_recipient::id.eq(share.id),
            note_recipient::note_id.eq(share.note_id),
            note_recipient::person_id.eq(share.person_id),
            note_recipient::team_id.eq(team_id),
            note_recipient::site_id.eq(site_id),
            note_recipient::department_id.eq(department_id),
            note_recipient::matched_by_id.eq(share.matched_by),
            note_recipient::visibility.eq(Visibility::default().name()),
            note_recipient::sent_at.eq(sent_at),
            note_recipient::received_at.eq(now),
            note_recipient::seen_hash.eq(token_hash(seen_token)),
            note_recipient::is_withdrawn.eq(false),
        ))
        .execute(conn)
        .map(drop)
}

/// The note of a form that was sent before.
pub fn find_note_of_form(conn: &mut Conn, form_hash: &[u8]) -> QueryResult<Option<NoteId>> {
    note::table.filter(note::form_hash.eq(form_hash)).select(note::id).first(conn).optional()
}

/// The guest of a form that was sent before.
pub fn find_sender_of_form(conn: &mut Conn, form_hash: &[u8]) -> QueryResult<Option<SenderId>> {
    let sender = note::table.filter(note::form_hash.eq(form_hash)).select(note::sender_id);
    sender.first::<Option<SenderId>>(conn).optional().map(Option::flatten)
}

/// Lets no other write of this giver past until this one is done, so that what is counted before the note is stored
/// still holds when it is.
pub fn hold_giver(conn: &mut Conn, id: PersonId) -> QueryResult<()> {
    hold!(conn, person::table.find(id), person::version).map(drop)
}

/// How many notes one colleague sent another since a moment.
pub fn count_between(conn: &mut Conn, from: PersonId, to: PersonId, since: Moment) -> QueryResult<i64> {
    note::table
        .inner_join(note_recipient::table)
        .filter(note::from_person_id.eq(from))
        .filter(note_recipient::person_id.eq(to))
        .filter(note::sent_at.gt(since))
        .count()
        .get_result(conn)
}

/// Marks a note read by the person praised, once; false if it was read before, is withdrawn, or is not theirs.
pub fn mark_read(conn: &mut Conn, id: NoteId, person: PersonId, how: &str, now: Moment) -> QueryResult<bool> {
    diesel::update(note_recipient::table)
        .filter(note_recipient::note_id.eq(id))
        .filter(note_recipient::person_id.eq(person))
        .filter(note_recipient::read_at.is_null())
        .filter(note_recipient::is_withdrawn.eq(false))
        .set((note_recipient::read_at.eq(now), note_recipient::read_how.eq(how)))
        .execute(conn)
        .map(|rows| rows > 0)
}

/// Who is behind a "heard on the spot" code, and in which site.
pub fn find_seen(conn: &mut Conn, token: &str) -> QueryResult<Option<(RecipientId, NoteId, PersonId)>> {
    let columns = (note_recipient::id, note_recipient::note_id, person::id);
    note_recipient::table
        .inner_join(person::table)
        .filter(note_recipient::seen_hash.eq(token_hash(token)))
        .filter(note_recipient::is_withdrawn.eq(false))
        .select(columns)
        .first(conn)
        .optional()
}

/// Marks a share heard on the spot, which is also a way of reading it.
pub fn mark_heard(conn: &mut Conn, id: RecipientId, now: Moment) -> QueryResult<()> {
    diesel::update(note_recipient::table.find(id).filter(note_recipient::heard_at.is_null()))
        .set(note_recipient::heard_at.eq(now))
        .execute(conn)?;
    diesel::update(note_recipient::table.find(id).filter(note_recipient::read_at.is_null()))
        .set((note_recipient::read_at.eq(now), note_recipient::read_how.eq("heard")))
        .execute(conn)
        .map(drop)
}

/// Keeps the recipient's thanks; the first words stand.
pub fn mark_thanked(conn: &mut Conn, id: NoteId, person: PersonId, words: &str, now: Moment) -> QueryResult<bool> {
    diesel::update(note_recipient::table)
        .filter(note_recipient::note_id.eq(id))
        .filter(note_recipient::person_id.eq(person))
        .filter(note_recipient::thanked_at.is_null())
        .filter(note_recipient::is_withdrawn.eq(false))
        .set((note_recipient::thanked_at.eq(now), note_recipient::thanks.eq(words)))
        .execute(conn)
        .map(|rows| rows > 0)
}

/// Sets who may see a share; false if it is not theirs.
pub fn set_visibility(conn: &mut Conn, id: NoteId, person: PersonId, visibility: Visibility) -> QueryResult<bool> {
    diesel::update(note_recipient::table)
        .filter(note_recipient::note_id.eq(id))
        .filter(note_recipient::person_id.eq(person))
        .set(note_recipient::visibility.eq(visibility.name()))
        .execute(conn)
        .map(|rows| rows > 0)
}

/// As many additions a note takes: each of them is on every page that shows it.
const ADDITIONS_MAX: i64 = 20;

/// What came of words that a sender adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// They are there, by this press or the one before.
    Yes,
    /// The note was taken back.
    Gone,
    /// It has as many as it takes.
    TooMany,
}

/// Adds words of the sender to their note.
pub fn insert_addition(conn: &mut Conn, id: NoteId, words: &str, now: Moment) -> QueryResult<Added> {
    // On PostgreSQL this holds up a second press until the first is done; and whoever has the note before them learns of it.
    let this = note::table.find(id).filter(note::state.ne(state::WITHDRAWN));
    if diesel::update(this).set(note::version.eq(note::version + 1)).execute(conn)? == 0 {
        return Ok(Added::Gone);
    }
    let of_note = note_addition::table.filter(note_addition::note_id.eq(id));
    if diesel::select(diesel::dsl::exists(of_note.filter(note_addition::text.eq(words)))).get_result(conn)? {
        return Ok(Added::Yes);
    }
    if of_note.count().get_result::<i64>(conn)? >= ADDITIONS_MAX {
        return Ok(Added::TooMany);
    }
    diesel::insert_into(note_addition::table)
        .values((
            note_addition::id.eq(RowId::new(now)),
            note_addition::note_id.eq(id),
            note_addition::text.eq(words),
            note_addition::added_at.eq(now),
        ))
        .execute(conn)
        .map(|_| Added::Yes)
}

/// Keeps the sender's answers to the three optional questions.
pub fn set_answers(conn: &mut Conn, id: NoteId, answers: [Option<&str>; 3]) -> QueryResult<()> {
    let [satisfied, individual, would_return] = answers;
    diesel::update(note::table.find(id).filter(note::state.ne(state::WITHDRAWN)))
        .set((note::satisfied.eq(satisfied), note::individual.eq(individual), note::would_return.eq(would_return)))
        .execute(conn)
        .map(drop)
}

/// Takes a note back: its words are erased, a stub of when and where remains. Whom it praised.
pub fn withdraw(conn: &mut Conn, id: NoteId, now: Moment) -> QueryResult<Vec<PersonId>> {
    diesel::update(note::table.find(id))
        .set((
            note::state.eq(state::WITHDRAWN),
            note::withdrawn_at.eq(now),
            note::did.eq(""),
            note::difference.eq(""),
            note::typed_name.eq(None::<String>),
            note::when_text.eq(None::<String>),
            note::where_text.eq(None::<String>),
            note::role_text.eq(None::<String>),
            note::chosen_person_id.eq(None::<PersonId>),
            // Whoever has it before them to set it aside learns of it.
            note::version.eq(note::version + 1),
        ))
        .execute(conn)?;
    diesel::delete(note_addition::table.filter(note_addition::note_id.eq(id))).execute(conn)?;
    let shares = note_recipient::table.filter(note_recipient::note_id.eq(id));
    diesel::update(shares).set(note_recipient::is_withdrawn.eq(true)).execute(conn)?;
    let known = shares.filter(note_recipient::person_id.is_not_null());
    known.select(note_recipient::person_id.assume_not_null()).load(conn)
}
