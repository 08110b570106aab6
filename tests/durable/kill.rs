//! DR1, MW5: what was answered is there after a crash, with its mail, once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

use diesel::sql_types::{Binary, Text};
use diesel::{QueryableByName, RunQueryDsl};
use peopleworthy::db::Conn;
use peopleworthy::ids::NoteId;
use peopleworthy::secrets::token_hash;

use super::desk::{Filled, furnish, press_all, staff};
use super::house::{Engine, Place, Program, alone, at_length, client, report, texts};

const SUBMISSIONS: usize = 2_000;
const CLIENTS: usize = 32;
/// A crashed server must be back this soon after the start of its process, each time.
const READY: Duration = Duration::from_secs(2);

#[test]
fn dr1_kill_9_on_sqlite_loses_no_answered_note_and_no_mail_and_doubles_none() {
    kill_and_count(Engine::Sqlite);
}

#[test]
fn dr1_kill_9_on_postgresql_loses_no_answered_note_and_no_mail_and_doubles_none() {
    kill_and_count(Engine::Postgres);
}

fn kill_and_count(engine: Engine) {
    let _alone = alone();
    let (started, rounds) = (Instant::now(), at_length(10, 50));
    let place = Place::new(engine);
    furnish(&place);
    let staff = staff(&place, true);
    let mut known: BTreeMap<String, (Filled, String)> = BTreeMap::new();
    let (mut answered_before, mut waits) = (0, Vec::new());
    let mut program = place.serve();
    for round in 0..rounds {
        let mut forms: Vec<Filled> = (0..SUBMISSIONS)
            .map(|n| Filled::new(staff[n % staff.len()], &format!("Carried the suitcase {round}/{n} up the stairs.")))
            .collect();
        // Early enough that the last ones are not answered before a busy machine gets to killing.
        let limit = 50 + random_below(SUBMISSIONS - 600);
        let id = program.id();
        let ledger = press_all(&program, &forms, CLIENTS, |count| {
            if count == limit {
                std::thread::sleep(Duration::from_micros(random_below(3_000) as u64));
                kill_9(id);
            }
        });
        program.kill();
        assert!(ledger.answered.len() < SUBMISSIONS, "the kill came too late to matter");
        assert!(ledger.other.is_empty(), "{:?}", ledger.other);
        forms.truncate(ledger.pressed); // the others came to a closed door and did not knock

        program = Program::start(place.command(0), &place.log(0));
        waits.push(program.wait_until_ready());
        let stored = Stored::read(&mut place.conn());
        for form in forms.iter().filter(|form| ledger.answered.contains_key(&form.form_key)) {
            stored.assert_there(form);
        }
        answered_before += ledger.answered.len();

        // Whoever got no answer presses again, as does one in ten of those who did.
        let again: Vec<Filled> = forms
            .iter()
            .enumerate()
            .filter(|(n, form)| n % 10 == 0 || !ledger.answered.contains_key(&form.form_key))
            .map(|(_, form)| form.clone())
            .collect();
        let mut second = press_all(&program, &again, CLIENTS, |_| {});
        // On a very busy machine a connection can be closed as idle just when it is used again: pressed once more.
        let missed = again.iter().filter(|form| !second.answered.contains_key(&form.form_key));
        let missed: Vec<Filled> = missed.cloned().collect();
        assert!(missed.len() < CLIENTS && second.other.is_empty(), "{} missed, {:?}", missed.len(), second.other);
        second.answered.extend(press_all(&program, &missed, CLIENTS, |_| {}).answered);
        assert_eq!(second.answered.len(), again.len(), "pressed twice and not answered");
        for (key, path) in &ledger.answered {
            assert!(second.answered.get(key).is_none_or(|other| other == path), "the same form led elsewhere");
        }
        for form in forms {
            let path = ledger.answered.get(&form.form_key).or_else(|| second.answered.get(&form.form_key)).unwrap();
            known.insert(form.form_key.clone(), (form, path.clone()));
        }
        let stored = Stored::read(&mut place.conn());
        assert_eq!(stored.notes.len(), known.len(), "notes that nobody sent, or notes twice");
        assert_eq!(stored.words.len(), known.len(), "the same words twice");
        assert_eq!(stored.mails.len(), known.len(), "mails without a note, or twice");
        known.values().for_each(|(form, _)| stored.assert_there(form));
    }
    place.assert_sound();
    // The last links of each round still open.
    let agent = client();
    for (_, path) in known.values().take(20) {
        assert_eq!(agent.get(format!("{}{path}", program.url())).call().unwrap().status(), 200);
    }
    waits.sort();
    let (median, slowest) = (waits[rounds / 2], waits[rounds - 1]);
    report(&format!(
        "kill -9 on {engine:?}: {rounds} kills, {} submissions, {answered_before} answered before their kill, 0 lost, \
         0 twice, 0 without mail; ready again after {median:?} (median, slowest {slowest:?}); {:?} in all",
        known.len(),
        started.elapsed()
    ));
    assert!(slowest <= READY, "ready after {waits:?}");
}

#[test]
fn mw5_however_often_it_is_killed_no_note_is_without_its_mail_and_no_mail_without_its_note() {
    let _alone = alone();
    std::thread::scope(|scope| {
        for engine in [Engine::Sqlite, Engine::Postgres] {
            scope.spawn(move || kill_often(engine));
        }
    });
}

/// Many short lives: each is killed while some of its first guests press.
fn kill_often(engine: Engine) {
    const SUBMISSIONS: usize = 60;
    let (started, rounds) = (Instant::now(), at_length(20, 500));
    let place = Place::new(engine);
    furnish(&place);
    let staff = staff(&place, true);
    let mut answered = Vec::new();
    for round in 0..rounds {
        let mut program = place.serve();
        let forms: Vec<Filled> = (0..SUBMISSIONS)
            .map(|n| Filled::new(staff[n % staff.len()], &format!("Wiped the table {round}/{n} clean.")))
            .collect();
        let (limit, id) = (1 + random_below(SUBMISSIONS - 10), program.id());
        let ledger = press_all(&program, &forms, CLIENTS / 4, |count| {
            if count == limit {
                std::thread::sleep(Duration::from_micros(random_below(3_000) as u64));
                kill_9(id);
            }
        });
        program.kill();
        answered.extend(forms.into_iter().filter(|form| ledger.answered.contains_key(&form.form_key)));
    }
    // PostgreSQL may still be committing what a killed client asked for; by the next start it is done.
    let _program = place.serve();
    let stored = Stored::read(&mut place.conn());
    answered.iter().for_each(|form| stored.assert_there(form));
    let notes: BTreeSet<String> = stored.notes.values().map(ToString::to_string).collect();
    assert!(notes.len() >= answered.len() && answered.len() >= rounds, "{} of {}", answered.len(), notes.len());
    let unpaired: Vec<_> = notes.symmetric_difference(&stored.mails).collect();
    assert!(unpaired.is_empty(), "a note without its mail, or a mail without its note: {unpaired:?}");
    place.assert_sound();
    report(&format!(
        "kill -9 on {engine:?}: {rounds} short lives, {} notes of which {} were answered, each with its mail; {:?}",
        notes.len(),
        answered.len(),
        started.elapsed()
    ));
}

/// What the database holds, by the hash of the form it came with.
pub struct Stored {
    notes: HashMap<Vec<u8>, NoteId>,
    words: BTreeSet<String>,
    shares: HashMap<NoteId, usize>,
    mails: BTreeSet<String>,
}

impl Stored {
    pub fn read(conn: &mut Conn) -> Stored {
        #[derive(QueryableByName)]
        struct Note {
            #[diesel(sql_type = Binary)]
            form_hash: Vec<u8>,
            #[diesel(sql_type = Binary)]
            id: NoteId,
            #[diesel(sql_type = Text)]
            did: String,
        }
        #[derive(QueryableByName)]
        struct Share {
            #[diesel(sql_type = Binary)]
            note_id: NoteId,
        }
        let notes: Vec<Note> = diesel::sql_query("SELECT form_hash, id, did FROM note").load(conn).unwrap();
        let mut shares = HashMap::new();
        for share in diesel::sql_query("SELECT note_id FROM note_recipient").load::<Share>(conn).unwrap() {
            *shares.entry(share.note_id).or_default() += 1;
        }
        // praise_received/{note}/{person}
        let keys = texts(conn, "SELECT once_key AS t FROM mail WHERE kind = 'praise_received'");
        let mails: BTreeSet<String> = keys.iter().filter_map(|key| key.split('/').nth(1)).map(str::to_owned).collect();
        assert_eq!(mails.len(), keys.len(), "two mails for one note");
        Stored {
            words: notes.iter().map(|note| note.did.clone()).collect(),
            notes: notes.into_iter().map(|note| (note.form_hash, note.id)).collect(),
            shares,
            mails,
        }
    }

    fn assert_there(&self, form: &Filled) {
        if let Some(what) = self.lacks(form) {
            panic!("{what}");
        }
    }

    /// What is missing of a form that was answered; none if all of it is there.
    pub fn lacks(&self, form: &Filled) -> Option<String> {
        // As people::sender::FormKey keeps it.
        let hash = token_hash(&format!("FORM{}", form.form_key));
        let Some(id) = self.notes.get(&hash) else { return Some(format!("answered and lost: {}", form.did)) };
        if !self.words.contains(&form.did) {
            return Some(format!("other words: {}", form.did));
        }
        if self.shares.get(id) != Some(&1) {
            return Some(format!("not one share of {}: {:?}", form.did, self.shares.get(id)));
        }
        (!self.mails.contains(&id.to_string())).then(|| format!("no mail for {}", form.did))
    }
}

fn kill_9(id: u32) {
    let killed = std::process::Command::new("kill").args(["-9", &id.to_string()]).status().unwrap();
    assert!(killed.success());
}

fn random_below(limit: usize) -> usize {
    (RandomState::new().hash_one(0) % limit as u64) as usize
}
