//! Who answered what: an attacker who has every table, file, backup and key, and knows in which order everybody answered,
//! tries to pair people with answers by transactions, keys, places, and sizes. They do no better than chance; that they could,
//! they show on answers that were not stirred. In the log at its most talkative, and in the mails, there is nothing of it.

use std::collections::HashMap;

use diesel::RunQueryDsl;
use peopleworthy::db::{Conn, Url};
use peopleworthy::directory::import;
use peopleworthy::pulse::answer::Answer;
use peopleworthy::pulse::{answer_store, invitation_store, stir, store};

use super::{ends, launches, opens};
use crate::anonymous::attack::loot::{decrypted, keep_log, log};
use crate::anonymous::attack::positions::{first_places, in_hexadecimal};
use crate::anonymous::attack::world::back_up;
use crate::house::alone::in_own_process;
use crate::house::{Engine, House, report};

/// How many answer. Each says something that nobody else does.
const PEOPLE: usize = 50;
/// A rank correlation of 50 pairs beyond this comes about by chance once in about fifty thousand times (z = 4.2).
const BY_CHANCE: f64 = 0.6;

#[derive(diesel::QueryableByName)]
struct Lies {
    #[diesel(sql_type = diesel::sql_types::Text)]
    key: String,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    written_by: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    place: i64,
}

/// Fifty people answer one after the other, each in a way of their own; their employee numbers in that order.
fn fifty_answer(house: &House) -> Vec<String> {
    let mut table = String::from("employee_number,given_name,family_name,email,site\n");
    let numbers: Vec<String> = (0..PEOPLE).map(|at| format!("p{at:02}")).collect();
    for number in &numbers {
        table.push_str(&format!("{number},Given{number},Family{number},{number}@staff.example,seaside\n"));
    }
    let read = house.run(import::people(&house.app, table.as_bytes(), false)).unwrap();
    assert!(!read.is_refused(), "{read}");
    launches(&house.staff("harriet"), "Autumn 2026");
    opens(house);
    // In an order that has nothing to do with the order of names or keys.
    let mut order: Vec<usize> = (0..PEOPLE).map(|at| at * 37 % PEOPLE).collect();
    order.rotate_left(11);
    let pulse = house.read(|conn| Ok(store::list(conn)?.remove(0)));
    for at in &order {
        let person = house.person(&numbers[*at]);
        let code = peopleworthy::pulse::answer::invitation_code(&house.app.secrets, pulse.id, person);
        let page = house.guest();
        let page = page.open(&format!("/pulse/{code}")).is(200);
        let mut form = page.form("/pulse/answer");
        for (place, choice) in choices(*at).into_iter().enumerate() {
            form = form.pick(&format!("q{place}"), &choice.to_string());
        }
        // Without a score on every scale nothing would be shown, and nothing kept.
        for place in 3..10 {
            form = form.pick(&format!("q{place}"), "4");
        }
        form.post().is(200).says("Your answers are in");
    }
    order.into_iter().map(|at| numbers[at].clone()).collect()
}

/// What only this person says.
fn choices(at: usize) -> [usize; 3] {
    [1 + at / 25, 1 + at / 5 % 5, 1 + at % 5]
}

/// Every answer opened (the attacker has the secret file too): when it really was given, and how its row lies.
struct Taken {
    /// By the order of arrival: the key of the answer's row.
    keys: Vec<Vec<u8>>,
    /// By the order of arrival: the key of the person.
    people: Vec<Vec<u8>>,
}

fn taken(house: &House, order: &[String]) -> Taken {
    let secrets = house.app.secrets.clone();
    let opened = house.read(move |conn| {
        let pulse = store::list(conn)?.remove(0);
        let key = pulse.key(&secrets).unwrap();
        let rows = answer_store::list(conn, pulse.id)?;
        Ok(rows
            .into_iter()
            .map(|row| (row.id.0, Answer::open(&key, pulse.id, row.id, &row.sealed).unwrap()))
            .collect::<Vec<_>>())
    });
    assert_eq!(opened.len(), PEOPLE, "none lost, none twice");
    let key_of = |number: &String| {
        let at: usize = number[1..].parse().unwrap();
        let said: Vec<Option<u8>> = choices(at).iter().map(|choice| Some(*choice as u8)).collect();
        let own = opened.iter().find(|(_, answer)| answer.choices[..3] == said).unwrap();
        own.0.as_bytes().to_vec()
    };
    Taken {
        keys: order.iter().map(key_of).collect(),
        people: order.iter().map(|number| house.person(number).0.as_bytes().to_vec()).collect(),
    }
}

/// Where each row of a table lies, and which transaction wrote it, as far as the engine says.
fn lies(house: &House, table: &str, key: &str) -> HashMap<Vec<u8>, (i64, i64)> {
    let sql = match house.app.db.url() {
        Url::Sqlite(_) => format!(
            "SELECT hex({key}) AS key, 0 AS written_by, row_number() OVER () AS place FROM (SELECT {key} FROM {table})"
        ),
        Url::Postgres(_) => format!(
            "SELECT encode({key}, 'hex') AS key, xmin::text::bigint AS written_by, \
             ((ctid::text::point)[0] * 100000 + (ctid::text::point)[1])::bigint AS place FROM {table}"
        ),
    };
    let rows: Vec<Lies> = house.read(move |conn: &mut Conn| diesel::sql_query(&sql).load(conn));
    let bytes = |hex: &str| {
        (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect::<Vec<u8>>()
    };
    rows.into_iter().map(|row| (bytes(&row.key), (row.written_by, row.place))).collect()
}

/// What the attacker makes of it: how many people are paired with their answer by the transaction that wrote both, and for
/// every order that anything has, how far it goes with the order of arrival.
#[derive(Debug)]
struct Found {
    paired: usize,
    orders: Vec<(String, f64)>,
}

impl Found {
    fn best(&self) -> &(String, f64) {
        self.orders.iter().max_by(|one, other| one.1.abs().total_cmp(&other.1.abs())).unwrap()
    }
}

fn attack(house: &House, order: &[String], when: &str) -> Found {
    let taken = taken(house, order);
    let answers = lies(house, "pulse_answer", "id");
    let invitations = lies(house, "pulse_invitation", "person_id");
    let writer = |of: &HashMap<Vec<u8>, (i64, i64)>, key: &Vec<u8>| of.get(key).map(|one| one.0);
    let paired = taken.keys.iter().zip(&taken.people).filter(|(answer, person)| {
        let by = writer(&answers, answer);
        // A transaction that wrote all of them says nothing.
        by.is_some_and(|by| by != 0 && by == writer(&invitations, person).unwrap_or(-1))
            && answers.values().filter(|one| Some(one.0) == by).count() == 1
    });
    let paired = paired.count();
    let mut orders = Vec::new();
    let mut by = |name: String, value: &dyn Fn(usize) -> Option<f64>| {
        let known: Vec<(f64, f64)> = (0..PEOPLE).filter_map(|at| Some((at as f64, value(at)?))).collect();
        if known.len() > PEOPLE / 2 {
            orders.push((name, rank_correlation(&known)));
        }
    };
    let number = |bytes: &[u8]| f64::from(u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]));
    by("the keys".into(), &|at| Some(number(&taken.keys[at])));
    by("the places of rows".into(), &|at| answers.get(&taken.keys[at]).map(|one| one.1 as f64));
    by("the transactions".into(), &|at| answers.get(&taken.keys[at]).map(|one| one.0 as f64));
    for (name, content) in files(house, when) {
        let mut values = taken.keys.clone();
        values.extend(in_hexadecimal(&taken.keys));
        let places = first_places(&content, &values);
        let spelt = [vec![taken.keys[0].clone()], in_hexadecimal(&taken.keys[..1])].concat().len();
        assert_eq!(spelt, 3);
        by(format!("the places in {name}"), &|at| {
            let own = [vec![taken.keys[at].clone()], in_hexadecimal(&taken.keys[at..=at])].concat();
            own.iter().filter_map(|value| places.get(value)).min().map(|place| *place as f64)
        });
    }
    let found = Found { paired, orders };
    report(&format!("   {when}: {} of {PEOPLE} paired by transaction, best order {:?}", found.paired, found.best()));
    found
}

/// The files as they are, and a backup.
fn files(house: &House, when: &str) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    if let Url::Sqlite(path) = house.app.db.url() {
        files.push(("the file".to_owned(), std::fs::read(path).unwrap()));
        files.push(("the log ahead".to_owned(), std::fs::read(format!("{path}-wal")).unwrap_or_default()));
    }
    let name = when.replace(' ', "-");
    back_up(house, &name);
    files.push(("a backup".to_owned(), decrypted(house, &name)));
    files
}

/// Spearman's, of pairs without ties or with them all alike (0).
fn rank_correlation(pairs: &[(f64, f64)]) -> f64 {
    let ranks = |values: Vec<f64>| -> Vec<f64> {
        let below = |value: f64| values.iter().filter(|other| **other < value).count() as f64;
        let beside = |value: f64| values.iter().filter(|other| **other == value).count() as f64;
        values.iter().map(|value| below(*value) + beside(*value) / 2.0).collect()
    };
    let (one, other) =
        (ranks(pairs.iter().map(|pair| pair.0).collect()), ranks(pairs.iter().map(|pair| pair.1).collect()));
    let mean = pairs.len() as f64 / 2.0;
    let sum = |f: &dyn Fn(usize) -> f64| (0..pairs.len()).map(f).sum::<f64>();
    let spread = |ranks: &[f64]| sum(&|at| (ranks[at] - mean).powi(2)).sqrt();
    let width = spread(&one) * spread(&other);
    if width == 0.0 { 0.0 } else { sum(&|at| (one[at] - mean) * (other[at] - mean)) / width }
}

fn is_no_better_than_chance(found: &Found) {
    assert_eq!(found.paired, 0, "{found:?}");
    assert!(found.best().1.abs() < BY_CHANCE, "{found:?}");
}

/// Neither the log nor the mails name an answer, and the log names nobody who answered, nor that somebody did.
fn neither_log_nor_mails_tell(house: &House, order: &[String]) {
    let (taken, log) = (taken(house, order), log());
    let mails: Vec<String> = house.all_mails().into_iter().map(|mail| mail.source).collect();
    let requests = log.lines().filter(|line| line.contains("peopleworthy::request")).count();
    assert!(requests > 5 && mails.len() >= PEOPLE, "there is something to look at: {requests}, {}", mails.len());
    let any_of = |keys: &[Vec<u8>], content: &str| {
        let spelt = [keys.to_vec(), in_hexadecimal(keys)].concat();
        !first_places(content.as_bytes(), &spelt).is_empty()
    };
    assert!(!any_of(&taken.keys, &log) && !any_of(&taken.keys, &mails.concat()), "an answer is named");
    assert!(!any_of(&taken.people, &log), "somebody who answered is named");
    assert!(!log.lines().any(|line| line.contains("/pulse/answer") || line.contains("/pulse/{code}")), "{log}");
}

fn nobody_is_paired(engine: Engine) {
    let house = &House::start(engine);
    keep_log(house);
    let order = fifty_answer(house);
    neither_log_nor_mails_tell(house, &order);
    let before = attack(house, &order, "not stirred");
    match house.app.db.url() {
        Url::Postgres(_) => assert_eq!(before.paired, PEOPLE, "here the attacker can win"),
        Url::Sqlite(_) => assert!(before.best().1.abs() > BY_CHANCE, "here the attacker can win: {before:?}"),
    }
    house.run(stir::stir(&house.app)).unwrap();
    is_no_better_than_chance(&attack(house, &order, "stirred"));
    ends(house);
    is_no_better_than_chance(&attack(house, &order, "ended"));
    neither_log_nor_mails_tell(house, &order);
    let answered = house.read(|conn| {
        let id = store::list(conn)?[0].id;
        invitation_store::count(conn, id)
    });
    assert_eq!(answered.1, 0, "who has answered is forgotten");
}

#[test]
fn s3_whoever_has_everything_pairs_nobody_with_their_answer_on_sqlite() {
    let name = "s3_whoever_has_everything_pairs_nobody_with_their_answer_on_sqlite";
    in_own_process(module_path!(), name, || nobody_is_paired(Engine::Sqlite));
}

#[test]
fn s3_whoever_has_everything_pairs_nobody_with_their_answer_on_postgres() {
    let name = "s3_whoever_has_everything_pairs_nobody_with_their_answer_on_postgres";
    in_own_process(module_path!(), name, || nobody_is_paired(Engine::Postgres));
}
