//! DR1, MW5: what was answered is there after a crash, with its mail, once.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};

use diesel::sql_types::{Binary, Text};
use diesel::{QueryableByName, RunQueryDsl};
use peopleworthy::ids::NoteId;
use peopleworthy::secrets::token_hash;

use super::desk::{Filled, furnish, press_all, staff};
use super::house::{Engine, Place, Program, alone, client, report};

const ROUNDS: usize = 10;
const SUBMISSIONS: usize = 2_000;
const CLIENTS: usize = 32;
/// A crashed server must be back this soon.
const READY: Duration = Duration::from_secs(2);

#[test]
fn dr1_mw5_kill_9_on_sqlite_loses_no_answered_note_and_no_mail_and_doubles_none() {
    kill_and_count(Engine::Sqlite);
}

#[test]
fn dr1_mw5_kill_9_on_postgresql_loses_no_answered_note_and_no_mail_and_doubles_none() {
    kill_and_count(Engine::Postgres);
}

fn kill_and_count(engine: Engine) {
    let _alone = alone();
    let started = Instant::now();
    let place = Place::new(engine);
    furnish(&place);
    let staff = staff(&place, true);
    let mut known: BTreeMap<String, (Filled, String)> = BTreeMap::new();
    let (mut answered_before, mut waits) = (0, Vec::new());
    let mut program = place.serve();
    for round in 0..ROUNDS {
        let forms: Vec<Filled> = (0..SUBMISSIONS)
            .map(|n| Filled::new(staff[n % staff.len()], &format!("Carried the suitcase {round}/{n} up the stairs.")))
            .collect();
        let limit = 50 + random_below(SUBMISSIONS - 100);
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

        program = Program::start(place.command(0), &place.log(0));
        waits.push(program.wait_until_ready());
        let stored = Stored::read(&place);
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
        let second = press_all(&program, &again, CLIENTS, |_| {});
        assert_eq!(second.answered.len(), again.len(), "{:?}", second.other);
        for (key, path) in &ledger.answered {
            assert!(second.answered.get(key).is_none_or(|other| other == path), "the same form led elsewhere");
        }
        for form in forms {
            let path = ledger.answered.get(&form.form_key).or_else(|| second.answered.get(&form.form_key)).unwrap();
            known.insert(form.form_key.clone(), (form, path.clone()));
        }
        let stored = Stored::read(&place);
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
    let (median, slowest) = (waits[ROUNDS / 2], waits[ROUNDS - 1]);
    report(&format!(
        "kill -9 on {engine:?}: {ROUNDS} kills, {} submissions, {answered_before} answered before their kill, 0 lost, \
         0 twice, 0 without mail; ready again after {median:?} (median, slowest {slowest:?}); {:?} in all",
        known.len(),
        started.elapsed()
    ));
    // The median, because the machine may do something else for a second; the slowest is printed.
    assert!(median <= READY, "ready after {waits:?}");
}

/// What the database holds, by the hash of the form it came with.
struct Stored {
    notes: HashMap<Vec<u8>, NoteId>,
    words: BTreeSet<String>,
    shares: HashMap<NoteId, usize>,
    mails: BTreeSet<String>,
}

impl Stored {
    fn read(place: &Place) -> Stored {
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
        let conn = &mut place.conn();
        let notes: Vec<Note> = diesel::sql_query("SELECT form_hash, id, did FROM note").load(conn).unwrap();
        let mut shares = HashMap::new();
        for share in diesel::sql_query("SELECT note_id FROM note_recipient").load::<Share>(conn).unwrap() {
            *shares.entry(share.note_id).or_default() += 1;
        }
        // praise_received/{note}/{person}
        let keys = place.texts("SELECT once_key AS t FROM mail WHERE kind = 'praise_received'");
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
        // As people::sender::FormKey keeps it.
        let hash = token_hash(&format!("FORM{}", form.form_key));
        let id = self.notes.get(&hash).unwrap_or_else(|| panic!("answered and lost: {}", form.did));
        assert!(self.words.contains(&form.did), "other words: {}", form.did);
        assert_eq!(self.shares.get(id), Some(&1), "the share of {}", form.did);
        assert!(self.mails.contains(&id.to_string()), "no mail for {}", form.did);
    }
}

fn kill_9(id: u32) {
    let killed = std::process::Command::new("kill").args(["-9", &id.to_string()]).status().unwrap();
    assert!(killed.success());
}

fn random_below(limit: usize) -> usize {
    (RandomState::new().hash_one(0) % limit as u64) as usize
}
